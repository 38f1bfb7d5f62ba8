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
}

/// Takes text apart into terms: identifiers into their parts, words to their stems, numbers to their values.
enum Terms {
  /// Clauses of terms. A negation reaches to the end of its clause at most.
  static func clauses(_ text: String) -> [[Term]] {
    pieces(text).map(terms).filter { !$0.isEmpty }
  }

  /// Sentences, list items, and the parts between commas and the like.
  private static func pieces(_ text: String) -> [[String]] {
    var result: [[String]] = [[]]
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

  /// `retryBudget` and `HTTPServer` as their parts; digits apart from letters: `250ms`.
  private static func parts(_ word: String) -> [String] {
    var parts: [String] = []
    var current = ""
    let characters = Array(word)
    for (index, character) in characters.enumerated() {
      if let last = current.last {
        let startsHump =
          character.isUppercase
          && (last.isLowercase
            || (index + 1 < characters.count && characters[index + 1].isLowercase && last.isUppercase))
        let changesKind =
          (character.isLetter && (last.isNumber)) || (character.isNumber && last.isLetter) || character == "%"
        if startsHump || changesKind {
          parts.append(current)
          current = ""
        }
      }
      current.append(character)
    }
    parts.append(current)
    return parts.map { $0.lowercased() }
  }

  private static func terms(_ words: [String]) -> [Term] {
    var terms: [Term] = []
    var polarity = Term.Polarity.plain
    var isOpen = false
    var index = 0
    func take(_ kind: Term.Kind) {
      terms.append(Term(kind: kind, polarity: polarity == .plain && isOpen ? .open : polarity))
      // What stands further behind a negation may belong to it or not.
      polarity = polarity == .negated ? .open : polarity
    }
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : ""
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
