package import Recall

/// Which decision records a person marked as key for their project.
package struct KeyStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The sources of the records that are marked, and the day of that. A record that is none any more is left out.
  package func marked() throws -> [Int: Day] {
    let all = try connection.all(
      "SELECT k.source, k.day FROM key_decisions AS k JOIN records AS r ON r.source = k.source"
    ) { ($0.int(0), Day($0.int(1))) }
    return Dictionary(all) { first, _ in first }
  }

  /// Those of the sources that were not marked already; of the others the day of the first time stays. One step for
  /// `undo`, whatever is marked and unmarked by it.
  package func change(mark: [Int] = [], on day: Day, remove: [Int] = []) throws -> [Int] {
    let action = try connection.first("SELECT ifnull(max(action), 0) + 1 FROM key_changes") { $0.int(0) } ?? 1
    var changed: [Int] = []
    for (sources, new) in [(remove, nil), (mark, day)] as [([Int], Day?)] {
      for source in sources {
        let known = try marked()[source]
        guard (known == nil) != (new == nil) else { continue }
        try connection.run(
          """
          INSERT INTO key_changes (action, after, source, before)
          VALUES (?, (SELECT ifnull(max(seq), 0) FROM events), ?, ?)
          """, [.int(action), .int(source), Value(known?.number)])
        try set(source, new)
        changed.append(source)
      }
    }
    return changed
  }

  private func set(_ source: Int, _ day: Day?) throws {
    guard let day else {
      return try connection.run("DELETE FROM key_decisions WHERE source = ?", [.int(source)])
    }
    try connection.run(
      """
      INSERT INTO key_decisions (source, day) VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET day = excluded.day
      """, [.int(source), .int(day.number)])
  }

  // MARK: What undo takes back

  /// What one command changed.
  package struct Change: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
      let source: Int
      package let title: String
      /// The day of the mark that was taken away; nil where one was made.
      package let before: Day?
    }

    package let action: Int
    /// The last event before it.
    package let after: Int
    package fileprivate(set) var steps: [Step]
  }

  /// The last that still stand, newest first, each with its steps in the order of writing.
  package func lastChanges(_ count: Int) throws -> [Change] {
    var changes: [Change] = []
    let statement = try connection.prepare(
      """
      SELECT k.action, k.after, k.source, k.before, ifnull(r.title, '')
      FROM key_changes AS k LEFT JOIN records AS r ON r.source = k.source ORDER BY k.number DESC
      """)
    try statement.scan([]) { row in
      if changes.last?.action != row.int(0) {
        guard changes.count < count else { return false }
        changes.append(Change(action: row.int(0), after: row.int(1), steps: []))
      }
      let step = Change.Step(
        source: row.int(2), title: row.text(4), before: row.optionalInt(3).map { Day($0) })
      changes[changes.count - 1].steps.insert(step, at: 0)
      return true
    }
    return changes
  }

  package func takeBack(_ change: Change) throws {
    for step in change.steps.reversed() { try set(step.source, step.before) }
    try connection.run("DELETE FROM key_changes WHERE action = ?", [.int(change.action)])
  }

  /// The texts of the cards that a record asks with, by kind, in the order of the file. What was left out or is gone
  /// says nothing.
  package func answers(ofRecord source: Int) throws -> [(kind: CardKind, answer: String)] {
    try connection.all(
      """
      SELECT c.kind, c.answer FROM cards AS c JOIN schedule AS s ON s.card = c.num
      WHERE c.source = ? AND NOT (c.gone OR s.retired) ORDER BY c.line, c.num
      """, [.int(source)]
    ) { (CardKind(rawValue: $0.text(0)) ?? .question, $0.text(1)) }
  }
}
