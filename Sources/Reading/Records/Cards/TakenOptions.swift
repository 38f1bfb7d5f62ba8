/// Which of the options were taken, in whichever way the decision names them.
extension OptionList {
  private static let taken = PhraseList([
    "chosen", "selected", "accepted", "preferred", "recommended", "✅", "choisi", "retenu", "gewählt",
  ])

  /// The only option whose name the title holds: "Go on with Kafka" takes "Do nothing, stay with Kafka". In plain words.
  var optionOfTitle: String? {
    guard decision?.chosen == nil, case let named = Self.names(inTitle: record.title), !named.isEmpty else {
      return nil
    }
    let names = Set(Self.names(in: record)).filter { !$0.isEmpty && !KeyWords.isNegated($0) }.sorted()
    guard names.count > 1 else { return nil }
    let words = names.map(KeyWords.of)
    let found = names.indices.filter { index in
      let others = words.indices.filter { $0 != index }.map { words[$0] }
      return named.shared(with: words[index], andNotWith: others) > 0
    }
    return found.count == 1 ? PlainWords.normalized(names[found[0]]) : nil
  }

  /// The words of a title that are names, told by their capitals; none of a title in which most words have one.
  private static func names(inTitle title: String) -> KeyWords {
    let words = title.spacedWords.dropFirst()
    let capital = words.filter { $0.contains(where: \.isUppercase) }
    guard capital.count * 2 <= words.count else { return KeyWords.of("") }
    return KeyWords.of(capital.joined(separator: " "))
  }

  /// "We do all three of the options."
  var takesAll: Bool {
    decidingTexts.contains { text in
      Self.all.isIn(anyCase: text)
        && Sentences.split(text).contains {
          Self.all.isIn(anyCase: $0) && !Self.onlyLooksAt.isIn(anyCase: $0)
        }
    }
  }

  private static let onlyLooksAt = PhraseList([
    "consider", "compar", "evaluat", "discuss", "look", "test", "explor",
  ])

  private static let all = PhraseList([
    "all options", "all the options", "all three options", "all four options", "all of the options",
    "both options", "both of the options", "all of the above", "all alternatives", "all three of the",
    "both alternatives", "combination of all", "combination of both",
  ])

  /// What stands where it is decided, in paragraphs and items.
  static func decidingTexts(_ record: DecisionRecord) -> [String] {
    guard record.has(.options) || record.has(.rejected) else { return [] }
    return record.sections(.decision).flatMap(\.all).flatMap(\.blocks).flatMap { block -> [String] in
      switch block {
      case .paragraph(let words, _): return [words.flat]
      case .list(let items, _, _):
        return items.compactMap {
          if case .paragraph(let words, _)? = $0.blocks.first { return words.flat }
          return nil
        }
      default: return []
      }
    }
  }

  /// "Build hash indexes" is called "Hash indexes" too.
  private static func withoutOrder(_ name: String) -> String {
    guard Phrasing.isOrder(name) || Verbs.begins(name), let space = name.firstIndex(of: " ") else {
      return name
    }
    return String(name[space...])
  }

  /// "We do it in this way (Option 2)." The number stands in the option's heading.
  func isChosen(byNumber title: String) -> Bool {
    let title = title.lowercased()
    let behind = title.hasPrefix("option ") ? title.dropFirst(7) : title[...]
    let number = behind.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    guard (1...2).contains(number.utf8.count), number.allSatisfy(\.isNumber) || title.hasPrefix("option ")
    else {
      return false
    }
    let label = " option \(number) "
    return decidingTexts.flatMap(Sentences.split).contains { sentence in
      let words = " " + PlainWords.normalized(sentence) + " "
      return words.holds(label) && !Self.notTaken.isIn(words) && !speaksAgainst(sentence, isRejected: true)
    }
  }

  /// "We take the first option."
  func isChosen(byPlace index: Int) -> Bool {
    guard index < Self.places.count else { return false }
    return decidingTexts.flatMap(Sentences.split).contains { sentence in
      let words = " " + PlainWords.normalized(sentence) + " "
      return [" option ", " alternative ", " approach ", " variant "].contains {
        words.holds(Self.places[index] + $0)
      }
        && !Self.notTaken.isIn(words) && !speaksAgainst(sentence, isRejected: true)
    }
  }

  private static let places = [" first", " second", " third", " fourth"]

  private static let notTaken = PhraseList([
    " not ", " reject", " against ", " over option ", " than option ", " instead of option ", " discard",
    " unlike ",
    " if ", " later", " future", " than ", " instead ", " rather ", " like ", " compared ", " over ",
  ])

  private static let going = PhraseList([
    "proceed", "go with", "going with", "implementing", "using", "adopting",
  ])

  /// A sentence that decides, with all of an option's words in it: "We will scope the lamps on the quay".
  private func isWhole(_ words: KeyWords, in sentence: String) -> Bool {
    guard words.count > 1, words.shared(with: KeyWords.of(sentence)) == words.count,
      record.names.words.decidingStart.begins(unaccented: sentence) || Phrasing.isOrder(sentence)
        || Self.going.begins(anyCase: sentence)
    else { return false }
    let spaced = " " + PlainWords.normalized(sentence) + " "
    return !Self.notTaken.isIn(spaced) && !speaksAgainst(sentence, isRejected: true)
  }

  /// One record can decide several things: "**Jest**, because …" stands where the second of them is decided.
  func isTaken(_ name: String) -> Bool {
    let plain = PlainWords.normalized(name)
    let words = KeyWords.of(Self.withoutOrder(name))
    return decidingTexts.contains { text in
      guard text.utf8.count >= name.utf8.count else { return false }
      return Sentences.split(text).enumerated().contains { index, sentence in
        index == 0 && PlainWords.normalized(sentence).hasPrefix(plain + " ")
          && !speaksAgainst(sentence, isRejected: true) || isWhole(words, in: sentence)
      }
    }
  }

  func isChosen(_ name: String) -> Bool {
    if Self.taken.isIn(anyCase: name) { return true }
    if let chosenName {
      return PlainWords.normalized(name) == chosenName
        || KeyWords.of(name).isSame(as: KeyWords.of(chosenName))
        || KeyWords.of(name).isSame(as: KeyWords.of(Self.withoutOrder(chosenName)))
    }
    // "No nets" shares all its key words with "Cotton nets", and is its opposite.
    let others = [decision?.chosen ?? decision?.answer.text ?? "", record.title]
    if KeyWords.isNegated(name), !others.contains(where: KeyWords.isNegated) { return false }
    let words = KeyWords.of(name)
    if let chosen = decision?.chosen.map(KeyWords.of) {
      return KeyWords.share(of: words, in: chosen) >= 0.6 || KeyWords.share(of: chosen, in: words) >= 0.8
    }
    if KeyWords.share(of: words, in: record.titleWords) >= 0.8 { return true }
    guard let answer = decision?.answer.text else { return false }
    // What stands behind it in brackets explains it, and is not told again.
    let bare = name.firstIndex(of: "(").map { KeyWords.of(String(name[..<$0])) } ?? words
    return KeyWords.share(
      of: bare.isEmpty ? words : bare, in: KeyWords.of(Sentences.split(answer).first ?? answer)) >= 0.8
  }
}
