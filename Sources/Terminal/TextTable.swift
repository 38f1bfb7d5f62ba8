/// Rows of columns, as wide as what stands in them and no wider than the terminal.
package struct TextTable {
  package enum Alignment: Sendable {
    case left, right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  /// The column that gives way when there is no room.
  private let flexible: Int
  /// A column that gives way before it, by standing on several lines of a terminal.
  private let wrapped: Int?
  private var rows: [Row] = []

  private struct Row {
    var cells: [String]
    /// What stays of the flexible cell, however much of it is cut.
    var tail = ""
  }

  package init(
    _ columns: [(heading: String, alignment: Alignment)], flexible: Int, wrapped: Int? = nil
  ) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
    self.flexible = flexible
    self.wrapped = wrapped
  }

  package mutating func add(_ cells: [String], tail: String = "") {
    var row = Row(cells: cells.map(SafeText.line), tail: SafeText.line(tail))
    row.cells[flexible] += row.tail
    rows.append(row)
  }

  private var natural: [Int] {
    headings.indices.map { column in
      max(DisplayWidth.of(headings[column]), rows.map { DisplayWidth.of($0.cells[column]) }.max() ?? 0)
    }
  }

  private func widths(in columns: Int) -> [Int] {
    var widths = natural
    var missing = widths.reduce(0, +) + 2 * (widths.count - 1) - columns
    if let wrapped, missing > 0 {
      let given = min(missing, max(0, widths[wrapped] - max(12, columns / 3)))
      widths[wrapped] -= given
      missing -= given
    }
    if missing > 0 {
      // What is narrow already has nothing to give.
      widths[flexible] = max(min(10, widths[flexible]), widths[flexible] - missing)
    }
    return widths
  }

  /// How many columns of the flexible one would be shown, and whether that is all of it.
  package func room(in console: Console) -> (columns: Int, isWhole: Bool) {
    let width = widths(in: console.columns)[flexible]
    return (width, width == natural[flexible])
  }

  package func print(to console: Console) {
    let isBroken = wrapped != nil && console.outputIsTerminal
    // On a pipe a row is a line, and where it may be as long as it likes nothing is cut.
    let widths = wrapped != nil && !isBroken ? natural : widths(in: console.columns)
    let room = console.outputIsTerminal ? console.columns : .max
    func print(_ cells: [String], _ role: Styled.Role = .plain) {
      console.line(Styled(DisplayWidth.cut(line(cells, widths), to: room), role))
    }
    print(headings, .quiet)
    for row in rows {
      var cells = row.cells
      cells[flexible] = Self.cut(row, flexible, to: widths[flexible])
      guard isBroken, let wrapped else {
        print(cells)
        continue
      }
      for (index, part) in DisplayWidth.wrapped(cells[wrapped], to: widths[wrapped]).enumerated() {
        if index > 0 { cells = cells.map { _ in "" } }
        cells[wrapped] = part
        print(cells)
      }
    }
  }

  private static func cut(_ row: Row, _ column: Int, to width: Int) -> String {
    let cell = row.cells[column]
    let room = width - DisplayWidth.of(row.tail)
    guard !row.tail.isEmpty, DisplayWidth.of(cell) > width, room > 1 else { return cell }
    let title = DisplayWidth.cut(String(cell.dropLast(row.tail.count)), to: room)
    return title + row.tail
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
