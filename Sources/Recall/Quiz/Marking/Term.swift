/// What one word of an answer says, as far as comparing needs it.
struct Term: Hashable {
  enum Kind: Hashable {
    case word(String)
    /// A number with its unit; times in milliseconds and sizes in bytes, so that five minutes are 300 s.
    case number(Double, unit: String)
  }

  enum Polarity: Hashable {
    case plain
    /// A `not`, a `never` or a `without` stands right before it.
    case negated
    /// Behind something that may turn it around or not, such as `prevents` or `otherwise`: it agrees with both.
    case open
  }

  let kind: Kind
  var polarity = Polarity.plain
  /// The name that this is a part of, written in one: `sqlite`, of which the capitals of `SQLite` make two words.
  var name: String?

  /// The same word, or a name that one side wrote with capitals within and the other without.
  func isSame(as other: Term) -> Bool { kind == other.kind || isNamed(other) || other.isNamed(self) }

  private func isNamed(_ other: Term) -> Bool {
    guard let name, case .word(let word) = other.kind else { return false }
    return name == word
  }

  /// What it can be met as.
  var kinds: [Kind] { [kind] + (name.map { [.word($0)] } ?? []) }
}

/// Takes text apart into terms: identifiers into their parts, words to their stems, numbers to their values.
enum Terms {
  /// Clauses of terms. A negation reaches to the end of its clause at most.
  static func clauses(_ text: String) -> [[Term]] {
    pieces(text).map(terms).filter { !$0.isEmpty }
  }

  /// Sentences, list items, and the parts between commas and the like.
  private static func pieces(_ text: String) -> [[Word]] {
    var result: [[Word]] = [[]]
    var word = ""
    let characters = Array(text)
    func finish() {
      if !word.isEmpty { result[result.count - 1] += parts(word) }
      word = ""
    }
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if character.isLetter || character.isNumber || character == "%" {
        word.append(character)
      } else if character == "'" || character == "’" {
        // `don't` stays in one piece until its negation is read.
        if next.isLetter { word.append("'") } else { finish() }
      } else if character == "." || character == ",", word.last?.isNumber == true, next.isNumber {
        word.append(character)
      } else {
        finish()
        let endsClause = ".,;:!?\n()—–→".contains(character) && !(character == "." && next.isLetter)
        if endsClause { result.append([]) }
      }
    }
    finish()
    return result
  }

  /// A word in small letters, and the name whose capitals it was cut out of.
  private struct Word {
    let text: String
    var name: String?
  }

  /// Letters, digits and signs apart from each other: `250ms`.
  private static func parts(_ word: String) -> [Word] {
    var runs: [String] = []
    for character in word {
      if let last = runs.last?.last,
        !(character.isLetter && last.isNumber || character.isNumber && last.isLetter || character == "%")
      {
        runs[runs.count - 1].append(character)
      } else {
        runs.append(String(character))
      }
    }
    return runs.flatMap(humps)
  }

  /// `retryBudget` and `HTTPServer` as their parts. Who types from memory leaves the capitals out, so each part knows
  /// the whole.
  private static func humps(_ word: String) -> [Word] {
    let characters = Array(word)
    // The plural of an acronym, which is no name of two words.
    if characters.count > 2, isPlural(characters.suffix(1)), characters.dropLast().allSatisfy(\.isUppercase) {
      return [Word(text: String(word.dropLast()).lowercased())]
    }
    let whole = word.lowercased()
    var parts: [String] = []
    for (index, character) in characters.enumerated() {
      let startsHump =
        index > 0 && character.isUppercase
        && (characters[index - 1].isLowercase
          || characters[index - 1].isUppercase && index + 1 < characters.count
            && characters[index + 1].isLowercase && !isPlural(characters[(index + 1)...]))
      if startsHump || parts.isEmpty { parts.append("") }
      parts[parts.count - 1].append(character)
    }
    guard parts.count > 1, Language.abbreviations[whole] == nil else { return [Word(text: whole)] }
    let name = Stem.of(whole)
    return parts.map { Word(text: $0.lowercased(), name: name) }
  }

  /// `HTTPAPIs` has no `Is` in it.
  private static func isPlural(_ rest: ArraySlice<Character>) -> Bool { rest.elementsEqual("s") }

  private static func terms(_ words: [Word]) -> [Term] {
    var terms: [Term] = []
    var polarity = Term.Polarity.plain
    var isOpen = false
    var index = 0
    func take(_ kind: Term.Kind) {
      terms.append(
        Term(
          kind: kind, polarity: polarity == .plain && isOpen ? .open : polarity, name: words[index - 1].name))
      // What stands further behind a negation may belong to it or not.
      polarity = polarity == .negated ? .open : polarity
    }
    while index < words.count {
      let word = words[index].text
      let next = index + 1 < words.count ? words[index + 1].text : ""
      index += 1
      if Language.isNegation(word, next: next) {
        polarity = polarity == .negated ? .plain : .negated
        if word == "instead" || word == "rather" { index += 1 }
      } else if Language.turns.contains(word) {
        isOpen = true
        if !Language.isFiller(word) { take(.word(Stem.of(word))) }
      } else if let value = Language.number(word) {
        var (factor, unit) = (1.0, "")
        if let known = Language.units[next] {
          (factor, unit) = known
          index += 1
        }
        take(.number(value * factor, unit: unit))
      } else if !Language.isFiller(word) {
        let expanded = Language.abbreviations[word] ?? word
        if let positive = Language.withoutNegativePrefix(expanded) {
          polarity = polarity == .negated ? .plain : .negated
          take(.word(Stem.of(positive)))
        } else {
          take(.word(Stem.of(expanded)))
        }
      }
    }
    return terms
  }
}
