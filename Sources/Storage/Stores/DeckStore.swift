package import Recall

/// Which decks a command means.
package enum Scope: Equatable, Sendable {
  case everything
  /// A project's decks and the general ones.
  case project(Int)

  /// A condition on a table of decks.
  func condition(_ table: String) -> (sql: String, values: [Value]) {
    switch self {
    case .everything: ("1", [])
    case .project(let id): ("(\(table).project = ? OR \(table).project IS NULL)", [.int(id)])
    }
  }
}

package struct DeckSummary: Equatable, Sendable {
  package let name: String
  package let project: String?
  package let standing: Standing
  package let due: Int
}

package struct DeckStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func find(_ name: String, project: Int?) throws -> Int? {
    try connection.first(
      "SELECT id FROM decks WHERE name = ? AND ifnull(project, 0) = ?", [.text(name), .int(project ?? 0)]
    ) { $0.int(0) }
  }

  package func findOrAdd(_ name: String, project: Int?) throws -> Int {
    if let id = try find(name, project: project) { return id }
    try connection.run("INSERT INTO decks (project, name) VALUES (?, ?)", [Value(project), .text(name)])
    return connection.lastInsertedRow
  }

  package func ids(in scope: Scope, named name: String? = nil) throws -> [Int] {
    let condition = scope.condition("d")
    var sql = "SELECT d.id FROM decks AS d WHERE \(condition.sql)"
    var values = condition.values
    if let name {
      sql += " AND d.name = ?"
      values.append(.text(name))
    }
    return try connection.all(sql + " ORDER BY d.id", values) { $0.int(0) }
  }

  package func names(in scope: Scope) throws -> [String] {
    let condition = scope.condition("d")
    return try connection.all(
      "SELECT DISTINCT d.name FROM decks AS d WHERE \(condition.sql) ORDER BY d.name", condition.values
    ) { $0.text(0) }
  }

  /// Decks with what stands in them. A deck whose cards are all retired is told no more.
  package func summaries(in scope: Scope, today: Day, leechLapses: Int) throws -> [DeckSummary] {
    let condition = scope.condition("d")
    return try connection.all(
      """
      SELECT d.name, p.name, \(FigureStore.standingColumns),
        total(s.waiting = 2 AND (s.due <= ?1 OR s.repeat_day = ?1))
      FROM decks AS d LEFT JOIN projects AS p ON p.id = d.project
        JOIN cards AS c ON c.deck = d.id JOIN schedule AS s ON s.card = c.num
      WHERE \(condition.sql.replacingMark(with: "?3"))
      GROUP BY d.id HAVING total(NOT (s.retired OR c.gone)) > 0 ORDER BY d.name, p.name
      """,
      [.int(today.number), .int(leechLapses)] + condition.values
    ) { row in
      DeckSummary(
        name: row.text(0), project: row.optionalText(1), standing: FigureStore.standing(row, at: 2),
        due: row.int(8))
    }
  }
}

extension String {
  /// The same condition where other values are numbered.
  func replacingMark(with mark: String) -> String {
    split(separator: "?", omittingEmptySubsequences: false).joined(separator: mark)
  }
}
