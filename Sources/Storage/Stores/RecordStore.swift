package import Recall

/// A decision record as it was read last.
package struct StoredRecord: Equatable, Sendable {
  package let source: Int
  package let number: String?
  package let title: String
  /// One of the known states; nil where the record has none.
  package let status: String?
  /// The author's own words for it.
  package let statusWords: String
  package let date: String?
  /// Paths of the records that replaced it.
  package let replacedBy: [String]

  package init(
    source: Int, number: String?, title: String, status: String?, statusWords: String, date: String?,
    replacedBy: [String]
  ) {
    self.source = source
    self.number = number
    self.title = title
    self.status = status
    self.statusWords = statusWords
    self.date = date
    self.replacedBy = replacedBy
  }
}

package struct RecordStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  private static let columns = "r.source, r.number, r.title, r.status, r.status_words, r.date, r.replaced_by"

  private static func read(_ row: borrowing Statement) -> StoredRecord {
    StoredRecord(
      source: row.int(0), number: row.optionalText(1), title: row.text(2), status: row.optionalText(3),
      statusWords: row.text(4), date: row.optionalText(5),
      replacedBy: row.text(6).split(separator: "\n").map(String.init))
  }

  package func record(ofSource source: Int) throws -> StoredRecord? {
    try connection.first("SELECT \(Self.columns) FROM records AS r WHERE r.source = ?", [.int(source)]) {
      Self.read($0)
    }
  }

  /// The record that a card was made of.
  package func record(ofCard id: CardID) throws -> StoredRecord? {
    try connection.first(
      "SELECT \(Self.columns) FROM records AS r JOIN cards AS c ON c.source = r.source WHERE c.id = ?",
      [.text(id.text)]
    ) { Self.read($0) }
  }

  package func sources(ofProject project: Int?) throws -> [Int] {
    try connection.all(
      "SELECT r.source FROM records AS r JOIN sources AS s ON s.id = r.source WHERE ifnull(s.project, 0) = ?",
      [.int(project ?? 0)]
    ) { $0.int(0) }
  }

  package func write(_ record: StoredRecord) throws {
    try connection.run(
      """
      INSERT INTO records (source, number, title, status, status_words, date, replaced_by)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source) DO UPDATE SET number = excluded.number, title = excluded.title,
        status = excluded.status, status_words = excluded.status_words, date = excluded.date,
        replaced_by = excluded.replaced_by
      """,
      [
        .int(record.source), Value(record.number), .text(record.title), Value(record.status),
        .text(record.statusWords), Value(record.date), .text(record.replacedBy.joined(separator: "\n")),
      ])
  }

  package func remove(source: Int) throws {
    try connection.run("DELETE FROM records WHERE source = ?", [.int(source)])
  }

  /// A record with what is known of its cards.
  package struct Summary: Equatable, Sendable {
    package let record: StoredRecord
    package let path: String
    package let root: String?
    package let deck: String
    package let isMissing: Bool
    package let cards: Int
    package let mature: Int
    package let due: Int
    /// Answers of the last ninety days, and how many of them were recalled.
    package let answers: Int
    package let recalled: Int
  }

  package func summaries(in scope: Scope, today: Day) throws -> [Summary] {
    let condition = scope.condition("s")
    return try connection.all(
      """
      SELECT \(Self.columns), s.path, p.root, d.name, s.missing,
        (SELECT count(*) FROM cards AS c WHERE c.source = s.id AND NOT c.gone
          AND NOT (SELECT retired FROM schedule WHERE card = c.num)),
        (SELECT count(*) FROM cards AS c JOIN schedule AS x ON x.card = c.num
          WHERE c.source = s.id AND NOT c.gone AND NOT x.retired AND x.interval >= \(CardState.matureInterval)),
        (SELECT count(*) FROM cards AS c JOIN schedule AS x ON x.card = c.num
          WHERE c.source = s.id AND x.waiting = 2 AND x.due <= ?),
        (SELECT count(*) FROM events AS e JOIN cards AS c ON c.id = e.card
          WHERE c.source = s.id AND e.kind = 'grade' AND e.day > ?
          AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)),
        (SELECT count(*) FROM events AS e JOIN cards AS c ON c.id = e.card
          WHERE c.source = s.id AND e.kind = 'grade' AND e.grade >= 3 AND e.day > ?
          AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id))
      FROM records AS r JOIN sources AS s ON s.id = r.source JOIN decks AS d ON d.id = s.deck
        LEFT JOIN projects AS p ON p.id = s.project
      WHERE \(condition.sql) ORDER BY p.root, d.name, s.path
      """,
      [.int(today.number), .int(today.number - 90), .int(today.number - 90)] + condition.values
    ) { row in
      Summary(
        record: Self.read(row), path: row.text(7), root: row.optionalText(8), deck: row.text(9),
        isMissing: row.bool(10), cards: row.int(11), mature: row.int(12), due: row.int(13),
        answers: row.int(14), recalled: row.int(15))
    }
  }
}
