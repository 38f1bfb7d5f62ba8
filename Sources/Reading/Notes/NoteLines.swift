/// A note as lines and headings, so that a part of it can be read, shown and moved without touching the rest.
///
/// It goes line by line rather than through a Markdown tree, because what is written back has to be the same bytes.
struct NoteLines {
  struct Heading: Equatable {
    let level: Int
    let title: String
    /// Where it stands, from 0.
    let index: Int
    /// The first line that no longer belongs to it.
    var end: Int
  }

  let lines: [String]
  private(set) var headings: [Heading] = []

  /// Lines in `left`, such as front matter, hold no headings.
  init(_ lines: [String], without left: Int = 0) {
    self.lines = lines
    var fences = FenceTracker()
    var isInComment = false
    for index in min(left, lines.count)..<lines.count {
      let line = lines[index]
      if isInComment {
        isInComment = !line.contains("-->")
        continue
      }
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      if fences.take(kind) { continue }
      if kind == .comment { isInComment = !line.contains("-->") }
      guard case .heading(let level) = kind else { continue }
      for open in headings.indices where headings[open].end == lines.count && headings[open].level >= level {
        headings[open].end = index
      }
      headings.append(
        Heading(level: level, title: Self.title(line), index: index, end: lines.count))
    }
  }

  static func title(_ line: String) -> String {
    var title = line.trimmed.drop { $0 == "#" }
    // A closing row of signs is decoration.
    let bare = title.reversed().drop { $0 == "#" }
    if bare.count < title.count, bare.first?.isWhitespace ?? true {
      title = title.dropLast(title.count - bare.count)
    }
    return NoteEscape.removed(String(title).trimmed)
  }

  /// What stands between two lines, without blank ones at both ends, comments and what escaping added.
  func text(_ range: Range<Int>) -> String { words(range, unescaping: true) }

  /// The same as it stands there, escapes included.
  func source(_ range: Range<Int>) -> String { words(range, unescaping: false) }

  private func words(_ range: Range<Int>, unescaping: Bool) -> String {
    var kept: [String] = []
    var fences = FenceTracker()
    var isInComment = false
    for line in lines[range] {
      if isInComment {
        isInComment = !line.contains("-->")
        continue
      }
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      if fences.take(kind) {
        kept.append(line)
      } else if kind == .comment {
        isInComment = !line.contains("-->")
      } else {
        kept.append(unescaping ? NoteEscape.removed(line) : line)
      }
    }
    while kept.first?.trimmed.isEmpty == true { kept.removeFirst() }
    while kept.last?.trimmed.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n")
  }
}
