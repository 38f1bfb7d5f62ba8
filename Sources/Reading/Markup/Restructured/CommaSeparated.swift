/// The rows that a `csv-table` gives as text.
enum CommaSeparated {
  /// Line ends within quotes are spaces. Quotes that never end reach to the end of the text.
  static func rows(_ text: [UInt8], comma: UInt8) -> [[[UInt8]]] {
    let quote = UInt8(ascii: "\"")
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var hasWords = false
    func endOfCell() {
      row.append(cell)
      cell.removeAll()
      hasWords = false
    }
    func endOfRow() {
      let isBlank = row.isEmpty && !hasWords
      endOfCell()
      if !isBlank { rows.append(row) }
      row.removeAll()
    }
    var index = 0
    while index < text.count {
      let byte = text[index]
      if isQuoted {
        if byte != quote {
          cell.append(byte == 10 ? 32 : byte)
        } else if index + 1 < text.count, text[index + 1] == quote {
          cell.append(quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote, !hasWords {
        cell.removeAll()
        isQuoted = true
        hasWords = true
      } else if byte == comma {
        endOfCell()
      } else if byte == 10 {
        endOfRow()
      } else {
        cell.append(byte)
        if !Sign.isSpace(byte) { hasWords = true }
      }
      index += 1
    }
    endOfRow()
    return rows
  }
}
