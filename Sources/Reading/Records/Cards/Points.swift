/// What a section says, as points that can stand alone: the items of its lists, the beginnings of its paragraphs.
struct Points {
  let names: HeadingNames

  init(_ names: HeadingNames) {
    self.names = names
  }

  static let mostWords = 60
  /// A list is shown whole up to so many points and words.
  static let mostPoints = 4
  static let mostWordsOfAll = 62
  static let mostWordsOfTwo = 90
  /// More than this is not worth reading behind a question; a first sentence may be longer.
  static let goodWords = 40

  /// "1) … 2) …" in a line is a list too.
  func counted(_ text: String, _ line: Int) -> Passage? {
    guard text.hasPrefix("1) ") || text.hasPrefix("(1) ") else { return nil }
    var (rest, parts) = (text[...], [String]())
    for number in 2...9 {
      guard let mark = rest.firstRange(of: " \(number)) ") ?? rest.firstRange(of: " (\(number)) ") else {
        break
      }
      parts.append(String(rest[..<mark.lowerBound]))
      rest = rest[mark.lowerBound...].dropFirst()
    }
    parts.append(String(rest))
    let said = parts.compactMap { part -> Passage? in
      let words = String(part.drop { $0 != " " }).trimmed
      return beginning(words).flatMap { isSaying($0) ? Passage(text: $0.capitalizedStart, line: line) : nil }
    }
    return joined(said, most: 3)
  }

  /// One point for each item of a list.
  func items(_ items: [ListItem]) -> [Passage] {
    // A table of contents.
    if items.count > 2, items.allSatisfy(Self.isLinkOnly) { return [] }
    // In a short list there is room for what each item goes on to say.
    let room = items.count <= 3 ? Self.goodWords : 25
    return items.compactMap { item in
      guard case .paragraph(let words, let line)? = item.blocks.first, !Self.isTask(words.flat) else {
        return nil
      }
      var text = withoutLooseEnd(words.flat)
      // "…, but" goes on with the list below it.
      if text != words.flat, case .list(let inner, _, _)? = item.blocks.dropFirst().first,
        let rest = self.items(inner).first?.text
      {
        return Passage(
          text: Self.shortened(words.flat.trimmingPunctuation + " " + Self.withinSentence(rest)), line: line)
      }
      let isOpenEnded = text.last.map { ":,".contains($0) || $0.isLetter && text.wordCount < 6 } == true
      if isOpenEnded, case .list(let inner, _, _)? = item.blocks.dropFirst().first {
        // An item that only leads to a list of its own says what the first of those say.
        let parts = self.items(inner).prefix(3).map(\.text)
        guard !parts.isEmpty else { return nil }
        let sign = text.hasSuffix(":") || text.hasSuffix(",") ? " " : ": "
        text += sign + parts.joined(separator: "; ")
        return Passage(text: Self.shortened(text), line: line)
      }
      guard let beginning = beginning(text, upTo: room), isSaying(beginning) else { return nil }
      return Passage(text: beginning, line: line)
    }
  }

  /// "… because All boats are late": a word that is no name has its capital from where it stood.
  private static func withinSentence(_ text: String) -> String {
    let first = text.prefix { $0.isLetter }
    return plainWords.contains(first.lowercased()) ? first.lowercased() + text.dropFirst(first.count) : text
  }

  private static let plainWords: Set<String> = [
    "a", "all", "an", "any", "both", "each", "every", "it", "many", "most", "no", "our", "some", "that",
    "the",
    "their", "there", "these", "they", "this", "those", "we", "you",
  ]

  private static func isLinkOnly(_ item: ListItem) -> Bool {
    guard case .paragraph(let words, _)? = item.blocks.first else { return false }
    return isLinkOnly(words)
  }

  /// A box to be ticked: somebody's work, and nothing to know. Nor is a note on the side.
  private static func isTask(_ text: String) -> Bool {
    text.hasPrefix("Note: ")
      || text.utf8.first == UInt8(ascii: "[")
        && (text.hasPrefix("[ ] ") || text.hasPrefix("[x] ") || text.hasPrefix("[X] "))
  }

  private static let looseEnds: Set<String> = [
    "but", "and", "or", "with", "so", "aber", "und", "mais", "et", "pero", "mas", "e",
  ]

  /// "…, because" with the reasons below it: without them the word hangs in the air.
  private func withoutLooseEnd(_ text: String) -> String {
    if text.holds(UInt8(ascii: ",")), let last = text.lastWord, Self.looseEnds.contains(last.lowercased()),
      let comma = text.lastIndex(of: ",")
    {
      return String(text[..<comma])
    }
    for word in names.language.plainBecause {
      guard let last = text.utf8.last, last == UInt8(ascii: ":") || last.small == word.utf8.last else {
        continue
      }
      for end in [", \(word)", " \(word)", ", \(word):", " \(word):"] where text.lowercased().hasSuffix(end) {
        return String(text.dropLast(end.count))
      }
    }
    return text
  }

  /// Everything that blocks say, in points.
  func all(_ blocks: [Block]) -> [Passage] {
    var result: [Passage] = []
    var skipsList = false
    var explainsCode = false
    var lead = LeadIn.loose
    var announced: String?
    // A paragraph that stands alone has room for what it goes on to say.
    let room = blocks.count == 1 ? Self.mostWords : Self.goodWords
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let words, let line):
        let next = blocks.dropFirst(index + 1).first
        if next?.isList == true, Self.counting.begins(anyCase: words.flat), !words.flat.hasWords(12) {
          continue
        }
        skipsList = Self.isLinkOnly(words)
        lead = LeadIn(words.flat, names.words)
        announced = words.flat.hasSuffix(":") ? Sentences.split(words.flat).last : nil
        defer { explainsCode = false }
        if !explainsCode, let text = beginning(words.flat, upTo: room), isSaying(text), !skipsList {
          result.append(Passage(text: text, line: line))
        }
      case .list(let items, _, let line):
        if case .loose = lead, let announced, LeadIn.counts(announced, itemsOf: items) {
          lead = .hanging(announced)
        }
        switch lead {
        case .hanging(let lead):
          let parts = self.items(items).prefix(3).map { $0.text.trimmingPunctuation }
          if !parts.isEmpty {
            let text = Self.shortened(lead + " " + parts.joined(separator: "; "))
            result.append(Passage(text: text, line: line))
          }
        case .loose: if !skipsList { result += self.items(items) }
        case .lost: break
        }
        lead = .loose
      case .quote(let blocks, _): result += all(blocks)
      // What follows an example is about the example.
      case .code: explainsCode = true
      case .heading, .table, .rule: continue
      }
    }
    return result
  }

  /// "There are two consequences of this decision" only counts what comes behind it.
  private static let counting = PhraseList([
    "there are two ", "there are three ", "there are four ", "there are several ", "there are a few ",
    "there are some ", "there are many ", "the consequences are", "this has ", "this means the following",
  ])

  /// False for what only stands where something could have been said.
  func isSaying(_ text: String) -> Bool {
    let words = names.words
    // Whatever has that many letters says more than "none".
    if !PlainWords.isLonger(text, than: words.longestNothing) {
      let name = PlainWords.normalized(text)
      if name.utf8.count < 2 || words.nothing.contains(name) { return false }
      let plain = Self.withoutSigns(text.lowercased())
      let bare = plain.hasSuffix(".") && plain.utf8.count > 3 ? String(plain.dropLast()) : plain
      if words.nothing.contains(bare) { return false }
    }
    // Never about a person.
    if text.holds(UInt8(ascii: "@")), Self.namesPerson(text) { return false }
    if text.utf8.last == UInt8(ascii: "?") || text.hasPrefix("TODO") || text.holds(" TODO") { return false }
    // What it gives as an example stood in a block of its own.
    if text.hasSuffix("e.g.") { return false }
    guard PlainWords.isTwoWords(text) || PlainWords.normalized(text).wordCount >= 2 else { return false }
    return !Self.elsewhere.begins(anyCase: Self.withoutSigns(text)) && !Templates.isMarked(text)
      && !Self.isNameOnly(text) && !Self.empty.isIn(anyCase: text)
  }

  /// "@somebody"; "@Async" is an annotation, and "@scope/name" a package.
  private static func namesPerson(_ text: String) -> Bool {
    text.spacedWords.contains { word in
      let name = word.drop { $0 == "(" || $0 == "*" }
      guard name.first == "@", let first = name.dropFirst().first else { return false }
      return first.isLowercase && !name.contains("/") && !name.contains("(")
    }
  }

  /// Without the signs before the first letter.
  private static func withoutSigns(_ text: String) -> String {
    guard let first = text.utf8.first, first < 128, !first.isWordly, first != UInt8(ascii: ".") else {
      return text
    }
    return String(Substring(text.utf8.drop { $0 < 128 && !$0.isWordly && $0 != UInt8(ascii: ".") }))
  }

  private static let elsewhere = PhraseList([
    "n/a ", "mitigation:", "mitigations:", "see ", "voir ", "siehe ", "véase ", "ver ", "refer to ",
    "relates to ", "we supersede",
    "this supersedes", "supersedes ",
    "this adr supersedes",
  ])

  /// Sentences that speak of the document or leave the matter for later.
  private static let aboutText = [
    "in a future adr", "this adr outlines", "we have outlined", "this document", "this record describes",
    "is described in",
    "are described in", "outlined here", "described below", "described above", "outlined below",
    "outlined above", "explained above", "explained before", "mentioned above", "as mentioned before",
    "discussed in a document",
    "fits best", "comes out best", "the purpose of this", "the purpose of writ", "for information gathering",
    "as follows", "for more details", "for more information", "lorem ipsum", "is available in the",
    "are available in the", "can be found in", "can be found here", "decision driver",
  ]
  private static let empty = PhraseList(aboutText + Templates.phrases)

  /// "[#123](…)", "https://…", "See ADR 12": nothing that could be recalled.
  static func isNameOnly(_ text: String) -> Bool {
    text.withBytes { bytes in
      var bare = 0
      var start = 0
      while true {
        while start < bytes.count, bytes[start].isBlank { start += 1 }
        var end = start
        while end < bytes.count, !bytes[end].isBlank { end += 1 }
        guard end > start else { return true }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end
        if isNumberOrAddress(word) { continue }
        bare += 1
        if bare == 2 { return false }
      }
    }
  }

  private static func isNumberOrAddress(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if word.first == UInt8(ascii: "@") { return true }
    if word.contains(UInt8(ascii: "#")), word.contains(where: \.isDigit) { return true }
    return word.count > 6 && word.contains(UInt8(ascii: ":"))
      && String(decoding: word, as: UTF8.self).holds("://")
  }

  static func isLinkOnly(_ words: Inline) -> Bool {
    guard !words.links.isEmpty else { return false }
    let linked = words.links.reduce(0) { $0 + $1.text.count }
    return Double(linked) >= 0.8 * Double(words.text.count)
  }
}
