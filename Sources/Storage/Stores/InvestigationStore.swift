package import Recall

/// Finds the cards that investigations hang on. What is known of one is its events and nothing else.
package struct InvestigationStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package struct Row: Equatable, Sendable {
    package let num: Int
    package let id: CardID
    package let source: Int
    /// Neither solved nor abandoned.
    package let isOpen: Bool

    package init(num: Int, id: CardID, source: Int, isOpen: Bool) {
      self.num = num
      self.id = id
      self.source = source
      self.isOpen = isOpen
    }
  }

  /// In the order in which they were opened; what was taken back is left out.
  package func all(in scope: Scope) throws -> [Row] {
    let condition = scope.condition("d")
    return try connection.all(
      """
      SELECT c.num, c.id, c.source, NOT EXISTS (
        SELECT 1 FROM events AS x
        WHERE x.kind = 'debug' AND x.detail IN ('solve', 'abandon') AND x.card = e.card
          AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = x.id))
      FROM events AS e JOIN cards AS c ON c.id = e.card JOIN decks AS d ON d.id = c.deck
      WHERE e.kind = 'debug' AND e.detail >= 'open ' AND e.detail < 'open!'
        AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id) AND \(condition.sql)
      ORDER BY e.seq
      """, condition.values
    ) { Row(num: $0.int(0), id: CardID(stored: $0.text(1)), source: $0.int(2), isOpen: $0.bool(3)) }
  }

  /// The one whose note a file is.
  package func id(ofSource source: Int) throws -> CardID? {
    try connection.first(
      """
      SELECT c.id FROM cards AS c JOIN events AS e ON e.card = c.id
      WHERE c.source = ? AND e.kind = 'debug' AND e.detail >= 'open ' AND e.detail < 'open!'
        AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
      """, [.int(source)]
    ) { CardID(stored: $0.text(0)) }
  }

  /// The files of those that were solved and whose cards nobody took: the card that each hangs on still
  /// sleeps, and no command has read the note.
  package func unseen() throws -> Set<Int> {
    Set(
      try connection.all(
        """
        SELECT s.id FROM events AS e JOIN cards AS c ON c.id = e.card JOIN sources AS s ON s.id = c.source
        WHERE e.kind = 'debug' AND e.detail = 'solve' AND c.gone AND s.digest = 0
          AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
        """, []
      ) { $0.int(0) })
  }

  /// Whether there is any at all: most prompts need to know no more.
  package func isAny() throws -> Bool {
    try connection.first("SELECT 1 FROM events WHERE kind = 'debug' LIMIT 1") { _ in true } ?? false
  }
}
