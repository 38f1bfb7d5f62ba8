/// A piece of a document, whatever markup it was written in.
package indirect enum Block: Equatable, Sendable {
  case heading(level: Int, Inline, line: Int)
  case paragraph(Inline, line: Int)
  case list([ListItem], isOrdered: Bool, line: Int)
  case quote([Block], line: Int)
  case code(String, line: Int)
  case table([[String]], line: Int)
  case rule(line: Int)

  package var isList: Bool {
    if case .list = self { true } else { false }
  }

  package var isQuote: Bool {
    if case .quote = self { true } else { false }
  }

  package var line: Int {
    switch self {
    case .heading(_, _, let line), .paragraph(_, let line), .list(_, _, let line), .quote(_, let line),
      .code(_, let line), .table(_, let line), .rule(let line):
      line
    }
  }
}

package struct ListItem: Equatable, Sendable {
  package let blocks: [Block]
  package let line: Int

  package init(blocks: [Block], line: Int) {
    self.blocks = blocks
    self.line = line
  }
}

/// Words with their emphasis taken away. Code keeps its backticks, a link only its text; pictures, comments and raw
/// HTML are left out. Lines end where they end in the source: they matter in a list of `Status: accepted`.
///
/// A class, since whoever looks at a block holds on to its words: one count goes up then, and not four.
package final class Inline: Sendable {
  package let text: String
  /// The words as running text: asked for again and again, so it is made once.
  package let flat: String
  package let links: [Link]
  /// The words at the beginning that were set in bold, if any.
  package let boldStart: String

  package init(text: String, links: [Link] = [], boldStart: String = "") {
    self.text = text
    flat = text.onOneLine
    self.links = links
    self.boldStart = boldStart
  }

  /// Nothing but bold: a heading that somebody wrote without the signs for one.
  package var isAllBold: Bool { !boldStart.isEmpty && boldStart == text }
}

extension Inline: Equatable {
  package static func == (one: Inline, other: Inline) -> Bool {
    one.text == other.text && one.links == other.links && one.boldStart == other.boldStart
  }
}

package struct Link: Equatable, Sendable {
  package let text: String
  package let target: String

  package init(text: String, target: String) {
    self.text = text
    self.target = target
  }
}

/// What a markup reader makes of a text.
package struct MarkupText: Equatable, Sendable {
  package var blocks: [Block]
  package var findings: [Finding]

  package init(blocks: [Block], findings: [Finding]) {
    self.blocks = blocks
    self.findings = findings
  }
}
