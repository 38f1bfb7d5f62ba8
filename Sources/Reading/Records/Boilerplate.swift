/// Paragraphs and items that at least three records share: nobody needs to be asked what everybody copied.
enum Boilerplate {
  /// A text that others may hold too, with a number that is the same for the same text. It is made where the record is
  /// read, since that can be done for many records at a time.
  struct Text: Sendable {
    let said: String
    let hash: Int

    init(_ said: String) {
      self.said = said
      hash = said.hashValue
    }
  }

  static func texts(of record: DecisionRecord) -> [Text] {
    var texts: [Text] = []
    for block in record.opening { collect(block, &texts) }
    for part in record.parts {
      for block in part.section.blocks { collect(block, &texts) }
    }
    return texts
  }

  private static func collect(_ block: Block, _ texts: inout [Text]) {
    switch block {
    case .paragraph(let words, _): if words.text.utf8.count > 20 { texts.append(Text(words.flat)) }
    case .list(let items, _, _): for item in items { for inner in item.blocks { collect(inner, &texts) } }
    case .quote(let blocks, _): for inner in blocks { collect(inner, &texts) }
    case .heading, .code, .table, .rule: break
    }
  }

  /// What is shared, as the points that it would give.
  static func points(_ records: [[Text]], _ names: HeadingNames?) -> Set<String> {
    guard records.count >= 3, let names else { return [] }
    let hashes = Set(shared(records.lazy.map { $0.map(\.hash) }))
    guard !hashes.isEmpty else { return [] }
    // Two texts can have the same number.
    let texts = records.lazy.map { $0.filter { hashes.contains($0.hash) }.map(\.said) }
    let points = Points(names)
    return Set(
      shared(texts).flatMap { text in
        [text, points.beginning(text), points.beginning(text, upTo: 25)].compactMap {
          $0.map(PlainWords.normalized)
        }
      })
  }

  /// What at least three of the groups hold.
  private static func shared<Key: Hashable>(_ groups: some Sequence<[Key]>) -> [Key] {
    var holders: [Key: Holders] = [:]
    for (index, group) in groups.enumerated() {
      for key in group { holders[key, default: Holders()].add(index) }
    }
    return holders.filter { $0.value.count >= 3 }.map(\.key)
  }

  /// How many records hold a text, and the last of them.
  private struct Holders {
    var count = 0
    var last = -1

    mutating func add(_ index: Int) {
      guard last != index else { return }
      count += 1
      last = index
    }
  }
}
