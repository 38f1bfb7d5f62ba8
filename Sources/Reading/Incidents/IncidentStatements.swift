/// One sentence, or one item of a list, and the line where it stands.
struct IncidentStatement: Sendable {
  /// As a card can say it.
  let text: String
  let line: Int
  let isItem: Bool
  /// The words in bold in front of it, where they name what it is about.
  let label: String?
  /// Which paragraph or list of its part it stands in.
  let block: Int
  /// What the item goes on to say, where it is too long for a card.
  var rest = ""
  /// Words of somebody else, or of another document.
  var isQuoted = false

  /// The same in the part of a report with this number.
  func inPart(_ number: Int) -> IncidentStatement {
    IncidentStatement(
      text: text, line: line, isItem: isItem, label: label, block: number * 10_000 + block % 10_000,
      rest: rest, isQuoted: isQuoted)
  }

  var said: Incident.Said { Incident.Said(text, line: line) }

  /// Everything that blocks say, sentence by sentence. Code, pictures and what a template brought along say nothing.
  static func all(_ blocks: [Block], most: Int = 400) -> [IncidentStatement] {
    var result: [IncidentStatement] = []
    for (number, block) in blocks.enumerated() where result.count < most {
      collect(block, number, isItem: false, depth: 0, &result)
    }
    return result
  }

  private static func collect(
    _ block: Block, _ number: Int, isItem: Bool, depth: Int, _ result: inout [IncidentStatement]
  ) {
    guard depth < 8 else { return }
    switch block {
    case .paragraph(let words, let line): result += sentences(words, line, number)
    case .list(let items, _, _):
      for item in items.prefix(400) { result += self.item(item, number, depth: depth) }
    case .quote(let inner, _):
      let start = result.count
      for block in inner { collect(block, number, isItem: isItem, depth: depth + 1, &result) }
      for index in start..<result.count { result[index].isQuoted = true }
    case .heading, .code, .table, .rule: break
    }
  }

  static func sentences(_ words: Inline, _ line: Int, _ block: Int) -> [IncidentStatement] {
    guard words.flat.utf8.count < 20_000, !words.links.contains(where: { $0.text == words.flat.trimmed })
    else {
      return []
    }
    if let lines = lines(words, line, block) { return lines }
    let bytes = Array(words.text.utf8)
    var searched = 0
    return split(words.flat).compactMap { sentence in
      let start = place(of: Array(sentence.utf8.prefix(40)), in: bytes, from: searched)
      let line = line + bytes[..<start].count { $0 == 10 }
      searched = min(bytes.count, start + sentence.utf8.count)
      guard let text = IncidentItem.cleaned(sentence, links: words.links), isSaying(text) || isVagueLead(text)
      else { return nil }
      return IncidentStatement(text: text, line: line, isItem: false, label: nil, block: block)
    }
  }

  /// A list without signs: each line says something of its own, and none of them goes on with the one above.
  private static func lines(_ words: Inline, _ line: Int, _ block: Int) -> [IncidentStatement]? {
    let lines = words.text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmed }
    guard lines.count >= 2, lines.count >= 3 || lines[0].hasSuffix(":"),
      lines.allSatisfy({ $0.first?.isLowercase == false && $0.wordCount >= 2 }),
      lines.count(where: { ".!?".contains($0.last ?? " ") }) * 2 < lines.count
    else { return nil }
    return lines.enumerated().compactMap { offset, said in
      guard let text = IncidentItem.cleaned(said.onOneLine, links: words.links), isSaying(text) else {
        return nil
      }
      return IncidentStatement(
        text: text, line: line + offset, isItem: !text.hasSuffix(":"), label: nil, block: block)
    }
  }

  /// "On the 20. January …" is one sentence.
  private static func split(_ text: String) -> [String] {
    var result: [String] = []
    for sentence in Sentences.split(text) {
      if let last = result.last, last.hasSuffix("."), let word = last.lastWord, word.count <= 3,
        word.dropLast().allSatisfy(\.isNumber),
        Self.isMonth(sentence.prefix { $0 != " " })
      {
        result[result.count - 1] += " " + sentence
      } else if let last = result.last, last.hasSuffix("."), let word = last.lastWord, word.count <= 5,
        isMonth(word), sentence.first?.isNumber == true
      {
        // "Sept. 18th"
        result[result.count - 1] += " " + sentence
      } else {
        result.append(sentence)
      }
    }
    return result
  }

  private static func isMonth(_ word: Substring) -> Bool {
    word.count >= 3 && IncidentTitle.isDateWord(String(word)) && word.lowercased() != "the"
  }

  /// The source has line ends where the sentence has spaces.
  private static func place(of words: [UInt8], in bytes: [UInt8], from start: Int) -> Int {
    var position = start
    while position + words.count <= bytes.count {
      let isHere = words.indices.allSatisfy {
        bytes[position + $0] == words[$0] || bytes[position + $0] == 10 && words[$0] == 32
      }
      if isHere { return position }
      position += 1
    }
    return min(start, bytes.count)
  }

  /// Whole sentences up to so many words; an item that only leads to a list says what that says.
  private static func item(_ item: ListItem, _ block: Int, depth: Int) -> [IncidentStatement] {
    guard case .paragraph(let words, let line)? = item.blocks.first else {
      // "* 1. …" is a list in an item without words.
      guard case .list(let inner, _, _)? = item.blocks.first, depth < 3 else { return [] }
      return inner.flatMap { self.item($0, block, depth: depth + 1) }
    }
    let label = label(words)
    var flat = withoutNumber(words.flat)
    // A heading in bold with the text on the next line.
    if let label, flat.hasPrefix(label + " "), flat.dropFirst(label.count + 1).first?.isUppercase == true {
      flat = label + ": " + flat.dropFirst(label.count + 1)
    }
    let sentences = split(flat).compactMap { IncidentItem.cleaned($0, links: words.links) }
    var text = ""
    var kept = 0
    for sentence in sentences {
      // Over a hole the words would mean something else.
      guard text.isEmpty || text.wordCount + sentence.wordCount <= 45 else { break }
      kept += 1
      text += (text.isEmpty ? "" : " ") + sentence
    }
    // "Possible causes:" and a list of guesses.
    if text.hasSuffix(":"), text.wordCount <= 6, guessing.isIn(IncidentWords.plain(text)) { return [] }
    // "Improvements:" says nothing that its list does not say.
    if text.hasSuffix(":"), text.wordCount <= 3 || IncidentRole.of(String(text.dropLast())) != nil, depth < 3,
      let inner = innerList(item), inner.count > 1
    {
      return inner.flatMap { self.item($0, block, depth: depth + 1) }
    }
    let isLead = text.hasSuffix(":") || text.wordCount < 6
    if isLead, depth < 3, let inner = innerList(item) {
      let parts = inner.flatMap { self.item($0, block, depth: depth + 1) }.prefix(3).map(
        \.text.trimmingPunctuation)
      let longer = text + (text.hasSuffix(":") ? " " : ": ") + parts.joined(separator: "; ")
      // What leads to more than an answer can hold is left out below, where there is something before it.
      if !parts.isEmpty, longer.wordCount <= IncidentStanding.mostWords || Sentences.split(text).count < 2 {
        text = longer
      }
    }
    if text.hasSuffix(":") {
      let whole = Sentences.split(text).dropLast().joined(separator: " ")
      guard whole.wordCount >= 5 else { return [] }
      text = whole
    }
    guard isSaying(text) else { return [] }
    return [
      IncidentStatement(
        text: Points.shortened(text), line: line, isItem: true, label: label, block: block,
        rest: sentences[kept...].joined(separator: " "))
    ]
  }

  /// "1. The queue …" in a list of dots. An hour is no such number.
  private static func withoutNumber(_ text: String) -> String {
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    guard (1...2).contains(digits.count), rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return text }
    return String(rest.dropFirst(2))
  }

  private static func innerList(_ item: ListItem) -> [ListItem]? {
    for case .list(let items, _, _) in item.blocks.dropFirst() { return items }
    return nil
  }

  private static func label(_ words: Inline) -> String? {
    let bold = words.boldStart.onOneLine.trimmingPunctuation
    guard !bold.isEmpty, words.boldStart != words.text, (2...14).contains(bold.wordCount) else { return nil }
    return bold
  }

  private static let guessing = IncidentWords.list(
    "possible|possibly|potential|maybe|perhaps|likely|suspected|hypotheses|mogliche|possibles|posibles|possiveis"
  )

  /// Where words are not set apart, nobody here can tell how many there are, and what they say.
  private static func isWithoutSpaces(_ text: String) -> Bool {
    // The first byte of kana and ideographs, of three each. Hangul has spaces.
    let signs = text.utf8.count { (0xE3...0xE9).contains($0) }
    return signs >= 8 && signs * 6 >= text.utf8.count
  }

  static func isSaying(_ text: String) -> Bool {
    text.wordCount >= 2 && !isWithoutSpaces(text) && !isSaid(text) && !IncidentItem.isPersonal(text)
      && !template.isIn(anyCase: text)
      && !Templates.isMarked(text) && !Points.isNameOnly(text) && !elsewhere.begins(anyCase: text)
      && !nothing.contains(PlainWords.normalized(text))
  }

  /// "kim [2:47 PM] We noticed …": a line of a chat.
  private static func isSaid(_ text: String) -> Bool {
    text.spacedWords.prefix(4).contains {
      $0.hasPrefix("[") && $0.dropFirst().first?.isNumber == true && $0.contains(":")
    }
      && text.spacedWords.first?.hasPrefix("[") == false
  }

  /// "Investigate:" says what the list below it is for.
  private static func isVagueLead(_ text: String) -> Bool {
    text.hasSuffix(":") && text.wordCount == 1 && IncidentWords.isVague(text)
  }

  private static let nothing: Set<String> = [
    "n a", "none", "nothing", "tbd", "to be determined", "not applicable", "to do", "none yet", "unknown",
    "tba",
  ]

  private static let elsewhere = PhraseList([
    "see ", "+++", "all times", "for example", "note:", "siehe ", "voir ", "more information", "for more",
    "refer to",
    "a full timeline", "internal post-mortem", "in short", "as follows",
  ])

  /// Words that a template brought along and that nobody took out.
  static let template = PhraseList([
    "list of things that went well", "things that could have gone better",
    "these are good things that happened",
    "these are only sample", "every action item should", "(even a small skeleton",
    "action items. for example",
    "quick summary of what", "lorem ipsum", "to be done pre-meeting", "give a summary of", "describe what",
    "{{", "}}", "short event description", "[brief", "[describe", "[one ", "[detailed", "tktk",
    "itemized list of",
    "list the timezone", "list the duration", "this section should", "fill in", "insert ",
    "give detailed explanation",
    "sit amet", "react to it\u{0}", "yyyy", "state the impact", "do not sugarcoat", "should go here",
    "what did we do well", "ask yourself", "explain what", "a short summary",
  ])
}
