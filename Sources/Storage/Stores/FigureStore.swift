package import Recall

/// Figures, counted where the rows are.
package struct FigureStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// A question that nobody can answer yet is not known, however long it has been open.
  static let mature = "s.interval >= \(CardState.matureInterval) AND c.kind <> 'open'"

  /// Counts of a join of cards `c` and schedule `s`; parameter 2 is the number of lapses that make a leech.
  static let standingColumns = """
    total(s.waiting = 1 OR (s.memory IS NULL AND c.tier = 2 AND NOT (s.suspended OR s.retired OR c.gone))),
    total(s.memory IS NOT NULL AND NOT (\(mature)) AND NOT (s.suspended OR s.retired OR c.gone)),
    total(s.memory IS NOT NULL AND \(mature) AND NOT (s.suspended OR s.retired OR c.gone)),
    total(s.suspended AND NOT (s.retired OR c.gone)), total(s.retired OR c.gone),
    total(s.lapses >= ?2 AND NOT (s.retired OR c.gone))
    """

  static func standing(_ row: borrowing Statement, at first: Int) -> Standing {
    var standing = Standing()
    standing.new = row.int(first)
    standing.learning = row.int(first + 1)
    standing.mature = row.int(first + 2)
    standing.suspended = row.int(first + 3)
    standing.retired = row.int(first + 4)
    standing.leeches = row.int(first + 5)
    return standing
  }

  package func standing(in scope: Scope, leechLapses: Int) throws -> Standing {
    let condition = scope.condition("d")
    return try connection.first(
      """
      SELECT \(Self.standingColumns) FROM cards AS c JOIN schedule AS s ON s.card = c.num
        JOIN decks AS d ON d.id = c.deck
      WHERE ?1 IS NULL AND \(condition.sql.replacingMark(with: "?3"))
      """,
      [.null, .int(leechLapses)] + condition.values
    ) { Self.standing($0, at: 0) } ?? Standing()
  }

  /// Answers that tell whether a card was kept in mind: not its very first, and the first of each day.
  package func retention(in scope: Scope, from first: Day, through last: Day) throws -> Retention {
    let condition = scope.condition("d")
    return try connection.first(
      """
      WITH answers AS (
        SELECT e.card, e.day, e.grade,
          row_number() OVER (PARTITION BY e.card ORDER BY e.seq) AS nth,
          row_number() OVER (PARTITION BY e.card, e.day ORDER BY e.seq) AS nth_of_day
        FROM events AS e
        WHERE e.kind = 'grade' AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
      )
      SELECT count(*), total(a.grade >= 3) FROM answers AS a JOIN cards AS c ON c.id = a.card
        JOIN decks AS d ON d.id = c.deck
      WHERE a.nth > 1 AND a.nth_of_day = 1 AND a.day BETWEEN ? AND ? AND \(condition.sql)
      """,
      [.int(first.number), .int(last.number)] + condition.values
    ) { row in
      var retention = Retention()
      retention.asked = row.int(0)
      retention.recalled = row.int(1)
      return retention
    } ?? Retention()
  }

  /// What was answered on each day in each deck.
  package func progress(in scope: Scope, _ body: (DayProgress) throws -> Void) throws {
    let condition = scope.condition("d")
    try connection.each(
      """
      WITH answers AS (
        SELECT e.card, e.day, e.grade, e.duration, row_number() OVER (PARTITION BY e.card ORDER BY e.seq) AS nth
        FROM events AS e
        WHERE e.kind = 'grade' AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
      )
      SELECT a.day, d.name, count(*), total(a.grade >= 3), total(a.nth = 1), total(ifnull(a.duration, 0))
      FROM answers AS a JOIN cards AS c ON c.id = a.card JOIN decks AS d ON d.id = c.deck
      WHERE \(condition.sql)
      GROUP BY a.day, d.id ORDER BY a.day, d.name, d.id
      """,
      condition.values
    ) { row in
      try body(
        DayProgress(
          day: Day(row.int(0)), deck: row.text(1), answers: row.int(2), recalled: row.int(3),
          firstAnswers: row.int(4), milliseconds: row.int(5)))
    }
  }

  /// How many answers stand on a day.
  package func answers(on day: Day, in scope: Scope) throws -> Int {
    let condition = scope.condition("d")
    return try connection.first(
      """
      SELECT count(*) FROM events AS e JOIN cards AS c ON c.id = e.card JOIN decks AS d ON d.id = c.deck
      WHERE e.kind = 'grade' AND e.day = ? AND \(condition.sql)
        AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
      """,
      [.int(day.number)] + condition.values
    ) { $0.int(0) } ?? 0
  }
}
