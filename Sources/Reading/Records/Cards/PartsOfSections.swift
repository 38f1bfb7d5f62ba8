/// How much of what a section says an answer tells. Where most of it is left out, the better half often is among that.
extension RecordDrafts {
  /// The part of its section's words that stands in a passage, and whether it stands at the section's beginning.
  struct Part {
    var share = 1.0
    var isFirst = true
  }

  /// `told` is what other cards tell of the same section.
  func part(_ passage: Passage, besides told: [Passage] = []) -> Part {
    guard
      // Options that stand apart are gathered, so that the last one is not always the nearest.
      let section = record.parts.map(\.section).filter({ $0.line <= passage.line }).max(by: {
        $0.line < $1.line
      })
    else { return Part() }
    var words = 0
    var before = 0
    for block in section.blocks {
      let count = Self.wordCount(block)
      if block.line < passage.line { before += count }
      words += count
    }
    guard words > 0 else { return Part() }
    let said = passage.wordCount + told.reduce(0) { $0 + $1.wordCount }
    return Part(share: Double(said) / Double(words), isFirst: before == 0)
  }

  private static func wordCount(_ block: Block) -> Int {
    switch block {
    case .paragraph(let words, _): words.flat.wordCount
    case .list(let items, _, _): items.reduce(0) { $0 + $1.blocks.reduce(0) { $0 + wordCount($1) } }
    case .quote(let blocks, _): blocks.reduce(0) { $0 + wordCount($1) }
    case .heading, .code, .table, .rule: 0
    }
  }
}
