/// A sentence of a note, with what stands around it. Candidates and sections all hold the same one: nothing of it is copied
/// when they are.
final class Statement: Sendable {
  let text: String
  let line: Int
  /// The sentence before it, and those after it, in the same paragraph.
  let before: String?
  let after: ArraySlice<String>
  /// Whether it is the second of its paragraph.
  let isSecond: Bool
  /// The headings above it, outermost first.
  let place: [String]
  /// Which section it stands in, counted through the note.
  let section: Int
  let isItem: Bool
  /// What is set in bold, or in code, at its beginning: often the thing that is explained.
  let term: String?
  /// It goes on about something that the first sentence of its item names.
  let goesOn: Bool

  let gates: Gates
  let manner: Manner.Count
  /// Where no rule will ask for them they are not kept.
  private let kept: Words?

  /// "To correct an invoice, …"
  var beginsWithTo: Bool {
    let start = text.utf8.prefix(3)
    guard start.first?.isWordly == true else { return words.first?.plain == "to" }
    return start.elementsEqual("to ".utf8) || start.elementsEqual("To ".utf8)
  }

  /// Taken apart once for all rules.
  var words: Words { kept ?? Words(text) }

  init(
    text: String, line: Int, before: String?, after: ArraySlice<String>, isSecond: Bool, place: [String],
    section: Int, isItem: Bool, term: String?, goesOn: Bool
  ) {
    self.text = text
    self.line = line
    self.before = before
    self.after = after
    self.isSecond = isSecond
    self.place = place
    self.section = section
    self.isItem = isItem
    self.term = term
    self.goesOn = goesOn
    var gates: Gates = []
    var manner = Manner.Count()
    Words.signs(text) { word in
      gates.formUnion(Gates(word))
      manner.add(word)
    }
    self.gates = gates
    self.manner = manner
    kept = gates.isEmpty ? nil : Words(text)
  }
}

/// A section of a note with its sentences in order.
struct ProseSection {
  let title: String
  let place: [String]
  let line: Int
  let number: Int
  let blocks: [Block]
  let statements: [Statement]
  /// Where sentences stand that are too long to be read.
  let longLines: [Int]
}

/// Takes a note apart into sentences, and leaves out what says nothing about the system.
struct StatementReader {
  /// So many bytes no sentence has that was written by hand, and the rules weigh each word of one against the others.
  static let longestSentence = 4000

  private var sections: [ProseSection] = []
  private var longLines: [Int] = []
  /// Whether a text of a template stands in it at all: who has counted them already knows.
  private let holdsTemplate: Bool

  private init(holdsTemplate: Bool) { self.holdsTemplate = holdsTemplate }

  static func sections(of outline: Outline, holdsTemplate: Bool = true) -> [ProseSection] {
    var reader = StatementReader(holdsTemplate: holdsTemplate)
    reader.add(title: "", line: 1, blocks: outline.preamble, place: [])
    for section in outline.sections { reader.walk(section, place: []) }
    return reader.sections
  }

  private mutating func walk(_ section: Section, place: [String]) {
    let title = HeadingNames.withoutNumber(section.title.flat).trimmed
    guard !Self.isAside(title) else { return }
    let place = place + [title]
    add(title: title, line: section.line, blocks: section.blocks, place: place)
    for child in section.children { walk(child, place: place) }
  }

  private mutating func add(title: String, line: Int, blocks: [Block], place: [String]) {
    let number = sections.count
    var statements: [Statement] = []
    longLines = []
    collect(blocks, place: place, number: number, isItem: false, &statements)
    sections.append(
      ProseSection(
        title: title, place: place, line: line, number: number, blocks: blocks, statements: statements,
        longLines: longLines))
  }

  private mutating func collect(
    _ blocks: [Block], place: [String], number: Int, isItem: Bool, _ result: inout [Statement]
  ) {
    var explainsCode = false
    var isSupposed = false
    for (position, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let words, let line):
        isSupposed = Self.supposes(words.flat)
        defer { explainsCode = false }
        guard speaks(words) else { continue }
        let term = Self.term(words)
        // From "for example" on, what is told holds for that alone.
        let all = Array(Self.sentences(words.flat).prefix { !Self.examples.begins(anyCase: $0) })
        var sentences = all.filter { $0.utf8.count <= Self.longestSentence }
        if sentences.count < all.count { longLines.append(line) }
        // "Only use it when you", and then a list: the sentence ends there.
        if let last = sentences.last, !Self.isEnded(last), Self.goesOn(blocks.dropFirst(position + 1).first) {
          sentences.removeLast()
        }
        for (index, sentence) in sentences.enumerated() {
          result.append(
            Statement(
              text: sentence, line: line, before: index > 0 ? sentences[index - 1] : nil,
              after: sentences[(index + 1)...].prefix(2), isSecond: index == 1, place: place,
              section: number, isItem: isItem, term: index == 0 ? term : nil,
              goesOn: explainsCode || index > 0 && isItem && term != nil))
        }
      case .list(let items, _, _):
        // "If we used a masterless approach:": none of what follows is so.
        if isSupposed { continue }
        for item in items { collect(item.blocks, place: place, number: number, isItem: true, &result) }
      case .code: explainsCode = true
      case .quote, .table, .heading, .rule: continue
      }
    }
  }

  private static func isEnded(_ sentence: String) -> Bool {
    // Most end in a period and nothing else.
    if let last = sentence.utf8.last, last == UInt8(ascii: ".") || last == UInt8(ascii: ":") { return true }
    return sentence.last { !"*_)\"”’`".contains($0) }.map { ".!?:…".contains($0) } ?? true
  }

  private static func goesOn(_ next: Block?) -> Bool {
    switch next {
    case .list, .code: true
    default: false
    }
  }

  /// Who writes no capitals ends sentences all the same.
  private static func sentences(_ text: String) -> [String] {
    let sentences = Sentences.split(withoutSign(withoutNotes(text)))
    guard sentences.contains(where: startsSmall) else { return sentences }
    return sentences.flatMap { sentence -> [String] in
      guard startsSmall(sentence), sentence.holds(". ") else { return [sentence] }
      var result: [String] = []
      var piece = ""
      for word in sentence.spacedWords {
        piece += piece.isEmpty ? String(word) : " " + word
        // A letter before the period is an abbreviation's as often as not.
        if word.hasSuffix("."), word.count > 4, !word.dropLast().contains(".") {
          result.append(piece)
          piece = ""
        }
      }
      return piece.isEmpty ? result : result + [piece]
    }
  }

  /// ":::warning Providers must …", "!!! note "Templates" A template …": what sets a paragraph apart is none of its words.
  private static func withoutSign(_ text: String) -> String {
    guard signs.begins(anyCase: text) else { return text }
    var rest = text[...]
    let isMarked = text.first.map { ":!?".contains($0) } ?? false
    if isMarked { rest = rest.drop { ":!?+ ".contains($0) } }
    let word = rest.prefix { $0.isLetter }
    guard boxes.contains(String(word)) else { return text }
    let behind = rest[word.endIndex...].drop { $0 == " " }
    guard let first = behind.first, isMarked || first.isUppercase || first == "\"" else { return text }
    guard first == "\"", let end = behind.dropFirst().firstIndex(of: "\"") else { return String(behind) }
    return String(behind[behind.index(after: end)...]).trimmed
  }

  private static let boxes: Set<String> = [
    "warning", "note", "tip", "info", "caution", "important", "danger",
  ]
  private static let signs = PhraseList(boxes.sorted() + [":::", "!!!", "???"])

  private static func startsSmall(_ sentence: String) -> Bool {
    guard let byte = sentence.utf8.first, byte.isSmallLetter || byte >= 128 else { return false }
    return sentence.first?.isLowercase == true
  }

  /// Without the marks of footnotes.
  private static func withoutNotes(_ text: String) -> String {
    guard text.holds("[^") else { return text }
    var (result, rest) = ("", text[...])
    while let mark = rest.firstRange(of: "[^"), let end = rest[mark.upperBound...].firstIndex(of: "]") {
      result += rest[..<mark.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static let examples = PhraseList([
    "for example", "for instance", "e.g.", "as an example", "say ", "suppose ", "imagine ", "let's say",
    "let’s say", "assume that ",
  ])

  /// Whether a lead-in only supposes what its list tells.
  private static func supposes(_ text: String) -> Bool {
    guard text.hasSuffix(":") else { return false }
    let last = (Sentences.split(text).last ?? text).lowercased()
    return last.hasPrefix("if ") || last.holds(" would ") || last.hasPrefix("using ") || last.holds(" could ")
      || [" when:", " if:", " unless:"].contains(where: last.hasSuffix)
  }

  private static func term(_ words: Inline) -> String? {
    if !words.boldStart.isEmpty, words.boldStart.wordCount <= 8 {
      let term = words.boldStart.trimmingPunctuation
      // "**[Tides](tides.md)** — how they are read": the name of a page.
      return words.links.first.map { $0.text == term && !$0.target.hasPrefix("#") } == true ? nil : term
    }
    guard words.flat.first == "`", let end = words.flat.dropFirst().firstIndex(of: "`") else { return nil }
    return String(words.flat[...end])
  }

  /// Not a link and its title, a task to tick off, a label, or the text of a template.
  private func speaks(_ words: Inline) -> Bool {
    let text = words.flat
    if Points.isLinkOnly(words) || holdsTemplate && Templates.isTemplateText(text) { return false }
    if let link = words.links.first, text.hasPrefix(link.text), words.links.count == 1,
      text.count < link.text.count * 3
    {
      return false
    }
    // "**Q: …**" with the answer behind it is for reading; a bare `Q:` is a card already.
    if !words.boldStart.isEmpty, text.hasPrefix("Q:") { return true }
    return !Self.chores.begins(anyCase: text) && !Self.isBoilerplate(text)
  }

  /// What stands in every repository.
  static func isBoilerplate(_ text: String) -> Bool { boilerplate.isIn(anyCase: text) }

  private static let boilerplate = PhraseList([
    "fork the repo", "open a pull request", "git checkout -b", "pull requests are welcome", "npm install",
    "code of conduct", "contributions are welcome", "feel free to", "thank you for", "all rights reserved",
    "licensed under", "released under", "git clone", "lorem ipsum", "work in progress",
  ])

  private static let chores = PhraseList([
    "[ ]", "[x]", "todo", "fixme", "tbd", "n/a", "signed-off-by", "co-authored-by", "see also", "see the",
    "reviewed-by", "license", "copyright", "q:", "c:", "chosen option", "good, because", "bad, because",
    "neutral, because", "good because", "bad because", "pro:", "con:",
  ])

  static func isAside(_ title: String) -> Bool { asides.contains(PlainWords.normalized(title)) }

  /// Headings whose sections are about the document, the people or what is still to be done.
  private static let asides: Set<String> = [
    "todo", "to do", "todos", "open points", "open questions", "next steps", "action items", "actions",
    "links",
    "references", "see also", "further reading", "changelog", "change log", "license", "licence",
    "table of contents",
    "contents", "toc", "backlog", "credits", "authors", "acknowledgements", "acknowledgments", "attendees",
    "participants", "agenda", "badges", "code of conduct", "support", "contact", "related",
    "related documents",
    "ideas", "later", "someday", "still unsure", "resources", "reading list", "history", "revision history",
    "open ends", "community", "getting help", "questions", "parking lot", "maybe later",
  ]
}
