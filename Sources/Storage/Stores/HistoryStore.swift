/// Command lines that were typed, each once, the newest last.
package struct HistoryStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The last lines of a project, oldest first.
  package func lines(project: Int?, most: Int) throws -> [String] {
    try connection.all(
      "SELECT line FROM history WHERE project = ? ORDER BY seq DESC LIMIT ?",
      [.int(project ?? 0), .int(most)]
    ) { $0.text(0) }.reversed()
  }

  /// A line that was typed before moves to the end.
  package func add(_ line: String, project: Int?) throws {
    try connection.run(
      """
      INSERT INTO history (project, line, seq)
      VALUES (?1, ?2, (SELECT ifnull(max(seq), 0) + 1 FROM history WHERE project = ?1))
      ON CONFLICT (project, line) DO UPDATE SET seq = excluded.seq
      """, [.int(project ?? 0), .text(line)])
  }
}
