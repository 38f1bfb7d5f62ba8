/// Status, date and links as they turn up.
struct RecordMetadata {
  let labels: RecordLabels
  let reader: StateReader
  var state = RecordState()
  var date: String?
  private(set) var isToBeFilled = false
  private(set) var statusBlocks: [Block] = []

  init(_ names: HeadingNames) {
    labels = names.labels
    reader = names.states
  }

  mutating func take(_ fields: [String: [String]]) {
    for (key, values) in fields.sorted(by: { $0.key < $1.key }) {
      let value = values.joined(separator: ", ")
      switch labels.kind(key) {
      case .status: takeStatus(Inline(withLinks: value))
      case .date: takeDate(value)
      default: for value in values { reader.takeLabel(key, Inline(withLinks: value), into: &state) }
      }
    }
    guard state.status == nil else { return }
    for tag in fields["tags"] ?? [] where tag.spacedWords.count <= 2 {
      if let status = reader.status(tag), PlainWords.normalized(tag) != "new" {
        state.status = status
        state.words = tag
      }
    }
  }

  mutating func takeStatus(_ words: Inline) {
    reader.take(words, into: &state)
  }

  mutating func takeStatus(_ section: Section) {
    for part in section.all {
      statusBlocks += part.blocks
      // "**Accepted**" in a line of its own looks like a heading.
      if part.line != section.line { reader.take(part.title, into: &state) } else { takeHeading(part.title) }
      takeStatus(part.blocks)
    }
  }

  /// "## Status: Accepted" says it in the heading.
  private mutating func takeHeading(_ title: Inline) {
    guard let colon = title.text.firstIndex(of: ":") else { return }
    let rest = String(title.text[title.text.index(after: colon)...]).trimmed
    if !rest.isEmpty { reader.take(Inline(text: rest, links: title.links), into: &state) }
  }

  private mutating func takeStatus(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let words, _): reader.take(words, into: &state)
      case .list(let items, _, _):
        // A list of all the states that there are is not for us to guess.
        let texts = items.compactMap { item -> Inline? in
          if case .paragraph(let words, _)? = item.blocks.first { return words }
          return nil
        }
        if texts.contains(where: { $0.text.hasPrefix("[ ]") }) {
          // Boxes: the author says which one holds.
          for text in texts where text.text.lowercased().hasPrefix("[x]") {
            reader.take(Inline(text: String(text.text.dropFirst(3)).trimmed, links: text.links), into: &state)
          }
          continue
        }
        let states = texts.filter { reader.status($0.text).map { !$0.isEnd } == true }
        for text in texts where states.count <= 1 { reader.take(text, into: &state) }
      case .quote(let blocks, _):
        for case .paragraph(let words, _) in blocks { reader.take(words, into: &state) }
      case .table: for entry in labels.entries(block) ?? [] { takeEntry(entry) }
      default: break
      }
    }
  }

  mutating func takeDate(_ section: Section) {
    for case .paragraph(let words, _) in section.blocks { takeDate(words.flat) }
  }

  /// The first one counts. "YYYY-MM-DD" and "{when it was decided}" are a template's.
  private mutating func takeDate(_ text: String) {
    // A date for a program to fill in: the whole file is one. "YYYY-MM-DD" was merely forgotten.
    let braced = text.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" }
    if text.trimmed == "DATE" || !braced.isEmpty && braced.allSatisfy({ $0.isUppercase || $0 == "_" }) {
      isToBeFilled = true
    }
    if date == nil, text.contains(where: \.isNumber), !text.contains("{") { date = text }
  }

  mutating func takeLinks(_ section: Section) {
    let heading = PlainWords.normalized(section.title.flat)
    func take(_ words: Inline) {
      if heading.hasPrefix("supersed") {
        reader.takeLabel(heading, words, into: &state)
      } else {
        reader.takeLinks(words, isProse: false, into: &state)
      }
    }
    for block in section.all.flatMap({ $0.blocks }) {
      switch block {
      case .paragraph(let words, _): take(words)
      case .list(let items, _, _):
        for item in items { if case .paragraph(let words, _)? = item.blocks.first { take(words) } }
      default: break
      }
    }
  }

  /// What is left of the blocks without the metadata in them.
  mutating func taken(from blocks: [Block], onlyLeading: Bool = false) -> [Block] {
    var rest: [Block] = []
    rest.reserveCapacity(blocks.count)
    for block in blocks {
      if !onlyLeading || rest.isEmpty, let entries = labels.entries(block) {
        for entry in entries { takeEntry(entry) }
        continue
      }
      switch block {
      case .paragraph(let words, _): reader.takeLinks(words, isProse: true, into: &state)
      case .quote(let inner, _):
        // A notice at the top: "> Superseded by ADR 12".
        for case .paragraph(let words, _) in inner { reader.takeLinks(words, isProse: true, into: &state) }
      default: break
      }
      rest.append(block)
    }
    return rest
  }

  private mutating func takeEntry(_ entry: RecordLabels.Entry) {
    switch labels.kind(entry.label) {
    case .status: takeStatus(entry.value)
    case .date: takeDate(entry.value.flat)
    default: reader.takeLabel(entry.label, entry.value, into: &state)
    }
  }
}

extension Inline {
  /// A text outside of Markdown, such as a field of the front matter, in which people write links all the same.
  fileprivate convenience init(withLinks source: String) {
    var text = ""
    var links: [Link] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]") {
      let behind = rest[rest.index(after: close)...]
      let name = String(rest[rest.index(after: open)..<close])
      text += rest[..<open] + name
      guard behind.first == "(", let end = behind.firstIndex(of: ")") else {
        rest = behind
        continue
      }
      links.append(Link(text: name, target: String(behind.dropFirst()[..<end])))
      rest = behind[behind.index(after: end)...]
    }
    self.init(text: text + rest, links: links)
  }
}
