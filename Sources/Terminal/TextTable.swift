/// Rows of columns, as wide as what stands in them and no wider than the terminal.
package struct TextTable {
  package enum Alignment: Sendable {
    case left, right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  /// The column that gives way when there is no room.
  private let flexible: Int
  private var rows: [[String]] = []

  package init(_ columns: [(heading: String, alignment: Alignment)], flexible: Int) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
    self.flexible = flexible
  }

  package mutating func add(_ cells: [String]) {
    rows.append(cells.map(SafeText.line))
  }

  package func print(to console: Console) {
    var widths = headings.indices.map { column in
      max(DisplayWidth.of(headings[column]), rows.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    let total = widths.reduce(0, +) + 2 * (widths.count - 1)
    if total > console.columns {
      // What is narrow already has nothing to give.
      let narrowest = min(10, widths[flexible])
      widths[flexible] = max(narrowest, widths[flexible] - (total - console.columns))
    }
    let room = console.outputIsTerminal ? console.columns : .max
    func print(_ cells: [String], _ role: Styled.Role = .plain) {
      console.line(Styled(DisplayWidth.cut(line(cells, widths), to: room), role))
    }
    print(headings, .quiet)
    for row in rows { print(row) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var line = ""
    for (column, cell) in cells.enumerated() {
      if column > 0 { line += "  " }
      let text = DisplayWidth.cut(cell, to: widths[column])
      line += DisplayWidth.padded(text, to: widths[column], rightAligned: alignments[column] == .right)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
