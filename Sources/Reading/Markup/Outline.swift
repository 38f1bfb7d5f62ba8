/// A heading with all that stands below it.
struct Section: Equatable, Sendable {
  var title: Inline
  var level: Int
  var line: Int
  /// What stands before the first heading below this one.
  var blocks: [Block] = []
  var children: [Section] = []

  /// This one and all below, in the order of the file.
  var all: [Section] { [self] + children.flatMap(\.all) }
}

/// A document as headings in each other. Bold lines count as headings below the others.
struct Outline: Sendable {
  /// What stands before the first heading.
  var preamble: [Block]
  var sections: [Section]

  private static let boldLevel = 7

  init(_ blocks: [Block]) {
    preamble = []
    sections = []
    var open: [Section] = []
    for block in blocks {
      if let heading = Self.heading(block, isInSection: !open.isEmpty) {
        close(&open, downTo: heading.level)
        open.append(heading)
      } else if open.isEmpty {
        preamble.append(block)
      } else {
        open[open.count - 1].blocks.append(block)
      }
    }
    close(&open, downTo: 0)
  }

  private mutating func close(_ open: inout [Section], downTo level: Int) {
    while let last = open.last, last.level >= level {
      open.removeLast()
      if open.isEmpty { sections.append(last) } else { open[open.count - 1].children.append(last) }
    }
  }

  private static func heading(_ block: Block, isInSection: Bool) -> Section? {
    switch block {
    case .heading(let level, let title, let line):
      // An empty heading names nothing; what stands below it goes on with what was above.
      return title.text.isEmpty ? nil : Section(title: title, level: level, line: line)
    case .paragraph(let words, let line) where words.isAllBold:
      let text = words.text
      let isSentence = text.hasSuffix(".") || text.split(separator: " ").count > 10 || text.holds("\n")
      return isSentence ? nil : Section(title: words, level: boldLevel, line: line)
    default: return nil
    }
  }
}
