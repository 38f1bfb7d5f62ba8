/// Tables that are drawn: `+---+` around each cell, or `====` above and below the columns.
extension RestructuredReader {
  /// More cells than a record has; a table of a few odd lines could otherwise ask for any number.
  private static let mostCells = 1_000_000

  func isGridBorder(_ line: RestructuredLine) -> Bool {
    let text = bytes[line.start..<line.end]
    return text.starts(with: "+-".utf8) && text.last == UInt8(ascii: "+") && isWholeBorder(text)
  }

  private func isWholeBorder(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "+")
      && text.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "+") }
  }

  func isSimpleBorder(_ line: RestructuredLine) -> Bool {
    let text = bytes[line.start..<line.end]
    return text.contains(32) && text.allSatisfy { $0 == 32 || $0 == UInt8(ascii: "=") }
  }

  /// The signs of a line by the column they stand in: one that takes two columns is followed by a NUL.
  private func columns(_ line: RestructuredLine, from indent: Int) -> [Character] {
    var found = [Character](repeating: " ", count: max(0, line.indent - indent))
    for sign in String(decoding: bytes[line.start..<line.end], as: UTF8.self) {
      found.append(sign)
      if let scalar = sign.unicodeScalars.first, Self.isWide(scalar.value) { found.append("\0") }
    }
    return found
  }

  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60,
      0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      true
    default: false
    }
  }

  /// A cell holds blocks of its own; what counts of them is the words.
  private mutating func cell(_ rows: [[Character]], depth: Int) -> String {
    var text: [UInt8] = []
    for row in rows {
      text += String(row.filter { $0 != "\0" }).utf8
      text.append(10)
    }
    var start = 0
    var ranges: [Range<Int>] = []
    for index in text.indices where text[index] == 10 {
      ranges.append(start..<index)
      start = index + 1
    }
    var reader = RestructuredReader(bytes: text, ranges: ranges[...], number: 1)
    reader.removeMargin()
    reader.targets = targets
    let words = Self.words(reader.blocks(at: 0, depth: depth + 1))
    targets = reader.targets
    return words
  }

  private mutating func removeMargin() {
    let margin = lines.lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
    for index in lines.indices where !lines[index].isBlank { lines[index].indent -= margin }
  }

  // MARK: Grid

  mutating func gridTable(_ line: RestructuredLine, depth: Int) -> [Block] {
    let start = position
    while position < lines.count, !lines[position].isBlank, lines[position].indent == line.indent,
      [UInt8(ascii: "+"), UInt8(ascii: "|")].contains(bytes[lines[position].start])
    {
      position += 1
    }
    let range = start..<position
    let last = lines[position - 1]
    let drawn = lines[range].map { columns($0, from: line.indent) }
    guard range.count >= 3, isWholeBorder(bytes[last.start..<last.end]),
      let rows = Self.gridRows(drawn, Self.corners(drawn))
    else {
      note("the lines of this table do not meet; it is kept as it stands", line: line.number)
      return [.code(verbatim(range), line: line.number)]
    }
    return [.table(rows.map { row in row.map { cell($0, depth: depth) } }, line: line.number)]
  }

  /// The columns in which one cell ends and the next begins, in any of the rows.
  private static func corners(_ drawn: [[Character]]) -> [Int] {
    var isCorner = [Bool](repeating: false, count: drawn.first?.count ?? 0)
    for (index, line) in drawn.enumerated() {
      let isBorder = line.allSatisfy { $0 == "+" || $0 == "-" || $0 == "=" }
      for column in line.indices where line[column] == "+" && column < isCorner.count {
        // Within a line of words a plus is a corner only where a wall meets it.
        let meetsWall = [index - 1, index + 1].contains { other in
          drawn.indices.contains(other) && column < drawn[other].count
            && (drawn[other][column] == "|" || drawn[other][column] == "+")
        }
        if isBorder || meetsWall { isCorner[column] = true }
      }
    }
    return isCorner.indices.filter { isCorner[$0] }
  }

  private static func gridRows(_ drawn: [[Character]], _ corners: [Int]) -> [[[[Character]]]]? {
    let count = corners.count - 1
    guard count > 0, drawn.count * count <= mostCells else { return nil }
    var rows: [[[[Character]]]] = []
    // A cell that reaches over rows stays in the one where it began.
    var rowOfColumn = [Int](repeating: 0, count: count)
    for line in drawn {
      if line.count != drawn[0].count, line.first == "|" {
        // A line of the wrong width still has its walls, if their number is right.
        let parts = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
        if parts.count == count + 1 {
          for column in 0..<count { rows[rowOfColumn[column]][column].append(Array(parts[column])) }
          continue
        }
      }
      var column = 0
      var hasBorder = false
      while column < count {
        var end = column + 1
        let first = min(corners[column] + 1, line.count)
        let part = line[first..<max(first, min(corners[end], line.count))]
        if part.allSatisfy({ $0 == "-" || $0 == "=" }), !part.isEmpty {
          if !hasBorder {
            hasBorder = true
            rows.append(Array(repeating: [], count: count))
          }
          rowOfColumn[column] = rows.count - 1
        } else {
          while end < count, corners[end] < line.count, line[corners[end]] != "|", line[corners[end]] != "+" {
            end += 1
          }
          let words = line[first..<max(first, min(corners[end], line.count))]
          rows[rowOfColumn[column]][column].append(Array(words))
        }
        column = end
      }
    }
    // The border at the bottom began a row that has nothing in it.
    return rows.dropLast()
  }

  // MARK: Simple

  mutating func simpleTable(_ line: RestructuredLine, depth: Int) -> [Block] {
    let start = position
    var borders = 0
    var end: Int?
    position += 1
    while position < lines.count, lines[position].isBlank || lines[position].indent >= line.indent {
      let here = lines[position]
      if !here.isBlank, here.indent == line.indent, isSimpleBorder(here) || isOneBorder(here) {
        borders += 1
        let isLast = position + 1 == lines.count || lines[position + 1].isBlank
        if borders == 2 || isLast {
          end = position
          break
        }
      }
      position += 1
    }
    guard let end else {
      position = start + 1
      note("this table has no border at its end; it is read as text", line: line.number)
      return []
    }
    position = end + 1
    let border = columns(line, from: line.indent)
    var starts = border.indices.filter { border[$0] == "=" && ($0 == 0 || border[$0 - 1] == " ") }
    let ends = border.indices.filter {
      border[$0] == "=" && ($0 + 1 == border.count || border[$0 + 1] == " ")
    }
    guard (end - start) * starts.count <= Self.mostCells else {
      note("this table has too many cells; it was left out", line: line.number)
      return []
    }
    starts.append(Int.max)
    let drawn = lines[start...end].map { $0.isBlank ? [] : columns($0, from: line.indent) }
    let rows = Self.simpleRows(drawn, starts, ends)
    return rows.isEmpty
      ? [] : [.table(rows.map { row in row.map { cell($0, depth: depth) } }, line: line.number)]
  }

  private func isOneBorder(_ line: RestructuredLine) -> Bool {
    bytes[line.start..<line.end].allSatisfy { $0 == UInt8(ascii: "=") }
  }

  private static func simpleRows(
    _ drawn: [[Character]], _ starts: [Int], _ ends: [Int]
  ) -> [[[[Character]]]] {
    let count = starts.count - 1
    var rows: [[[[Character]]]] = []
    var isNew = true
    for line in drawn where !line.isEmpty {
      if line.allSatisfy({ $0 == "=" || $0 == " " }) || line.allSatisfy({ $0 == "-" || $0 == " " }) {
        isNew = true
        continue
      }
      // Nothing in the first column: the row before goes on.
      if isNew || line.prefix(starts[1]).contains(where: { $0 != " " }) {
        rows.append(Array(repeating: [], count: count))
        isNew = false
      }
      var column = 0
      while column < count {
        var end = column + 1
        // Words over the gap between two columns take both.
        while end < count, ends[end - 1] + 1 < line.count,
          line[(ends[end - 1] + 1)..<min(starts[end], line.count)].contains(where: { $0 != " " })
        {
          end += 1
        }
        let first = min(starts[column], line.count)
        rows[rows.count - 1][column].append(Array(line[first..<max(first, min(starts[end], line.count))]))
        column = end
      }
    }
    return rows
  }
}
