/// A heading with all that stands below it. A class, since the parts of a record are handed around a lot.
final class Section: Sendable {
  let title: Inline
  let level: Int
  let line: Int
  /// What stands before the first heading below this one.
  let blocks: [Block]
  let children: [Section]

  init(title: Inline, level: Int, line: Int, blocks: [Block], children: [Section]) {
    self.title = title
    self.level = level
    self.line = line
    self.blocks = blocks
    self.children = children
  }

  /// The same heading above other blocks.
  func holding(_ blocks: [Block]) -> Section {
    Section(title: title, level: level, line: line, blocks: blocks, children: children)
  }

  /// The same section without some of those in it.
  func without(_ others: [Section]) -> Section {
    Section(
      title: title, level: level, line: line, blocks: blocks,
      children: children.filter { child in !others.contains { $0 === child } })
  }

  /// This one and all below, in the order of the file.
  var all: [Section] { [self] + children.flatMap(\.all) }
}

/// A document as headings in each other. Bold lines count as headings below the others.
struct Outline: Sendable {
  /// What stands before the first heading.
  var preamble: [Block]
  var sections: [Section]

  private static let boldLevel = 7

  /// A section to which more may come.
  private struct Open {
    let title: Inline
    let level: Int
    let line: Int
    var blocks: [Block] = []
    var children: [Section] = []

    var closed: Section {
      Section(title: title, level: level, line: line, blocks: blocks, children: children)
    }
  }

  init(_ blocks: [Block]) {
    preamble = []
    sections = []
    var open: [Open] = []
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

  private mutating func close(_ open: inout [Open], downTo level: Int) {
    while let last = open.last, last.level >= level {
      open.removeLast()
      let section = last.closed
      if open.isEmpty { sections.append(section) } else { open[open.count - 1].children.append(section) }
    }
  }

  private static func heading(_ block: Block, isInSection: Bool) -> Open? {
    switch block {
    case .heading(let level, let title, let line):
      // An empty heading names nothing; what stands below it goes on with what was above.
      return title.text.isEmpty ? nil : Open(title: title, level: level, line: line)
    case .paragraph(let words, let line) where words.isAllBold:
      let text = words.text
      let isSentence = text.hasSuffix(".") || text.split(separator: " ").count > 10 || text.holds("\n")
      return isSentence ? nil : Open(title: words, level: boldLevel, line: line)
    default: return nil
    }
  }
}
