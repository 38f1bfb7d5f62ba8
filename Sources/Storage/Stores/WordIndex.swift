internal import Recall

/// The words of all cards, for full-text search.
package struct WordIndex {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  static let insertion = "INSERT INTO card_words (rowid, prompt, answer, tags, source) VALUES (?, ?, ?, ?, ?)"

  static func values(_ card: StoredCard, path: String) -> [Value] {
    [
      .int(card.num), .text(card.text.prompt), .text(card.text.answer), .text(Tags.join(card.text.tags)),
      .text(path),
    ]
  }

  /// After a file was renamed: its cards are found by the new name.
  package func follow(source: Int) throws {
    try connection.run(
      """
      UPDATE card_words SET source = (SELECT path FROM sources WHERE id = ?1)
      WHERE rowid IN (SELECT num FROM cards WHERE source = ?1)
      """,
      [.int(source)])
  }

  package func rebuild() throws {
    try connection.transaction {
      try connection.run("DELETE FROM card_words")
      try connection.run(
        """
        INSERT INTO card_words (rowid, prompt, answer, tags, source)
        SELECT c.num, c.prompt, c.answer, c.tags, s.path FROM cards AS c JOIN sources AS s ON s.id = c.source
        """)
      try connection.run("INSERT INTO card_words (card_words) VALUES ('rebuild')")
    }
  }

  /// How many cards are not in the index as they are.
  package func differences() throws -> Int {
    try connection.first(
      """
      SELECT (SELECT count(*) FROM cards AS c JOIN sources AS s ON s.id = c.source
          LEFT JOIN card_words AS w ON w.rowid = c.num
        WHERE w.prompt IS NOT c.prompt OR w.answer IS NOT c.answer OR w.tags IS NOT c.tags
          OR w.source IS NOT s.path)
        + (SELECT count(*) FROM card_words WHERE rowid NOT IN (SELECT num FROM cards))
      """
    ) { $0.int(0) } ?? 0
  }
}
