/// Status, date and links as they turn up.
struct RecordMetadata {
  let labels: RecordLabels
  let reader: StateReader
  var state = RecordState()
  var date: String?

  init(names: HeadingNames, labels: RecordLabels) {
    self.labels = labels
    reader = StateReader(names.language)
  }

  mutating func take(_ fields: [String: [String]]) {
    for (key, values) in fields.sorted(by: { $0.key < $1.key }) {
      let value = values.joined(separator: ", ")
      switch labels.kind(key) {
      case .status: takeStatus(Inline(text: value))
      case .date: if date == nil, !value.isEmpty { date = value }
      default: reader.takeLabel(key, Inline(text: value), into: &state)
      }
    }
    guard state.status == nil else { return }
    for tag in fields["tags"] ?? [] where tag.split(separator: " ").count <= 2 {
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
    for block in section.all.flatMap({ $0.blocks }) {
      switch block {
      case .paragraph(let words, _): reader.take(words, into: &state)
      case .list(let items, _, _):
        // A list of all the states that there are, one of them ticked, is not for us to guess.
        let texts = items.compactMap { item -> Inline? in
          if case .paragraph(let words, _)? = item.blocks.first { return words }
          return nil
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
    for case .paragraph(let words, _) in section.blocks where date == nil { date = words.flat }
  }

  mutating func takeLinks(_ section: Section) {
    let heading = PlainWords.normalized(section.title.flat)
    func take(_ words: Inline) {
      if heading.hasPrefix("supersed") {
        reader.takeLabel(heading, words, into: &state)
      } else {
        reader.takeLinks(words, into: &state)
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
    for block in blocks {
      if !onlyLeading || rest.isEmpty, let entries = labels.entries(block) {
        for entry in entries { takeEntry(entry) }
        continue
      }
      if case .paragraph(let words, _) = block { reader.takeLinks(words, into: &state) }
      rest.append(block)
    }
    return rest
  }

  private mutating func takeEntry(_ entry: RecordLabels.Entry) {
    switch labels.kind(entry.label) {
    case .status: takeStatus(entry.value)
    case .date:
      if date == nil, !entry.value.text.isEmpty, !entry.value.text.contains("{") { date = entry.value.flat }
    default: reader.takeLabel(entry.label, entry.value, into: &state)
    }
  }
}
