/// What stands where it is decided, sentence by sentence, for telling which options were taken. Made once for a record: every
/// option asks.
struct DecidingSentences {
  /// In paragraphs and items.
  let texts: [String]
  /// They speak of options by a number or a place, in plain words with a space before and behind.
  private var labels: [String] = []
  /// The first of each text in plain words.
  private var firsts: [String] = []
  /// Those that decide.
  private var wholes: [KeyWords] = []
  /// What was chosen, where a sentence says just that: "A new crane has been chosen".
  private var subjects: [KeyWords] = []
  private(set) var takesAll = false

  /// `speaksAgainst` tells a sentence that weighs against something.
  init(_ record: DecisionRecord, speaksAgainst: (String) -> Bool) {
    guard record.has(.options) || record.has(.rejected) else {
      texts = []
      return
    }
    texts = Self.texts(record)
    for text in texts {
      for (index, sentence) in Sentences.split(text).enumerated() {
        if Self.all.isIn(anyCase: sentence), !Self.onlyLooksAt.isIn(anyCase: sentence) { takesAll = true }
        let decides =
          record.names.words.decidingStart.begins(unaccented: sentence) || Phrasing.isOrder(sentence)
          || Self.going.begins(anyCase: sentence)
        let isLabelled = Self.kinds.isIn(anyCase: sentence)
        guard index == 0 || decides || isLabelled, !speaksAgainst(sentence) else { continue }
        let plain = PlainWords.normalized(sentence)
        if index == 0 { firsts.append(plain) }
        if let subject = Self.subject(of: plain + " ") { subjects.append(subject) }
        guard decides || isLabelled, case let spaced = " " + plain + " ", !Self.notTaken.isIn(spaced) else {
          continue
        }
        if isLabelled { labels.append(spaced) }
        if decides { wholes.append(KeyWords.of(sentence)) }
      }
    }
  }

  private static func subject(of plain: String) -> KeyWords? {
    guard anyChosen.isIn(plain) else { return nil }
    for sign in chosen {
      guard let range = plain.place(of: sign), !plain[range.upperBound...].hasPrefix("not ") else {
        continue
      }
      let said = KeyWords.of(String(plain[..<range.lowerBound]))
      return said.count > 1 ? said : nil
    }
    return nil
  }

  private static let chosen = [
    " has been chosen ", " was chosen ", " is chosen ", " has been selected ", " was selected ",
    " was picked ",
  ]
  /// Most sentences hold none of them.
  private static let anyChosen = PhraseList(chosen)

  private static func texts(_ record: DecisionRecord) -> [String] {
    record.sections(.decision).flatMap(\.all).flatMap(\.blocks).flatMap { block -> [String] in
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

  /// "We do it in this way (Option 2)." The number stands in the option's heading.
  func take(number title: String) -> Bool {
    // Nearly no title begins with a number or with the "o" of "option".
    guard !labels.isEmpty, let first = title.utf8.first, first.isDigit || first.small == UInt8(ascii: "o")
    else {
      return false
    }
    let title = title.lowercased()
    let behind = title.hasPrefix("option ") ? title.dropFirst(7) : title[...]
    let number = behind.prefix { $0.isASCII && ($0.isNumber || $0.isLetter) }
    guard (1...2).contains(number.utf8.count), number.allSatisfy(\.isNumber) || title.hasPrefix("option ")
    else {
      return false
    }
    let label = " option \(number) "
    return labels.contains { $0.holds(label) }
  }

  /// "We take the first option."
  func take(place index: Int) -> Bool {
    guard index < Self.places.count else { return false }
    return labels.contains { Self.places[index].isIn($0) }
  }

  /// One record can decide several things: "**Jest**, because …" stands where the second of them is decided. Or a sentence
  /// that decides has all of an option's words: "We will scope the lamps on the quay".
  func take(_ name: String) -> Bool {
    guard !texts.isEmpty else { return false }
    let plain = PlainWords.normalized(name) + " "
    if firsts.contains(where: { $0.hasPrefix(plain) }) { return true }
    if !subjects.isEmpty, case let words = KeyWords.of(name),
      subjects.contains(where: { $0.shared(with: words) == $0.count })
    {
      return true
    }
    guard !wholes.isEmpty, case let words = KeyWords.of(OptionList.withoutOrder(name)), words.count > 1 else {
      return false
    }
    return wholes.contains { words.shared(with: $0) == words.count }
  }

  /// The option whose words stand where it is decided, more than those of any other: nobody names it, and still it is what
  /// is told there.
  func likeliest(of names: [String]) -> String? {
    guard names.count > 1, !texts.isEmpty, !texts.contains(where: { Self.leaving.isIn($0) }) else {
      return nil
    }
    let said = KeyWords.of(
      texts.filter { !Self.notTaken.isIn(" " + PlainWords.normalized($0) + " ") }.joined(separator: " "))
    let shares = names.map { name in
      let words = KeyWords.of(name)
      return words.count < 3 ? 0 : Double(words.shared(with: said)) / Double(words.count)
    }
    guard let most = shares.max(), most >= 0.6, shares.count(where: { $0 > most - 0.25 }) == 1 else {
      return nil
    }
    return shares.firstIndex(of: most).map { names[$0] }
  }

  /// "Replace the chalk board": what is named there is what goes.
  private static let leaving = PhraseList([
    "eplace ", "emove ", "move away", "igrate ", "witch from", "top using",
  ])

  private static let places = ["first", "second", "third", "fourth"].map { place in
    PhraseList(["option", "alternative", "approach", "variant"].map { " \(place) \($0) " })
  }
  private static let kinds = PhraseList(["option", "alternative", "approach", "variant"])

  private static let notTaken = PhraseList([
    " not ", " reject", " against ", " over option ", " than option ", " instead of option ", " discard",
    " unlike ",
    " if ", " later", " future", " than ", " instead ", " rather ", " like ", " compared ", " over ",
  ])

  private static let going = PhraseList([
    "proceed", "go with", "going with", "implementing", "using", "adopting",
  ])

  private static let onlyLooksAt = PhraseList([
    "consider", "compar", "evaluat", "discuss", "look", "test", "explor",
  ])

  private static let all = PhraseList([
    "all options", "all the options", "all three options", "all four options", "all of the options",
    "both options", "both of the options", "all of the above", "all alternatives", "all three of the",
    "both alternatives", "combination of all", "combination of both",
  ])
}
