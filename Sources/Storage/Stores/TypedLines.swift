/// What was typed in a practice that is not over, line by line for each card: a drill, or an explanation from memory.
package struct TypedLines {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func of(card: Int) throws -> [String] {
    try connection.all("SELECT line FROM drill_lines WHERE card = ? ORDER BY number", [.int(card)]) {
      $0.text(0)
    }
  }

  /// On the disk when this returns. Numbers begin with 1; what stood from this one on counts no more.
  package func keep(_ line: String, at number: Int, card: Int) throws {
    try connection.transaction {
      try cut(from: number, card: card)
      try connection.run(
        "INSERT INTO drill_lines (card, number, line) VALUES (?, ?, ?)",
        [.int(card), .int(number), .text(line)])
    }
  }

  /// Without the lines from this number on.
  package func cut(from number: Int, card: Int) throws {
    try connection.run(
      "DELETE FROM drill_lines WHERE card = ? AND number >= ?", [.int(card), .int(number)])
  }

  package func discard(card: Int) throws { try cut(from: 0, card: card) }
}
