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

  /// False where it was marked already; the day of the first time stays.
  package func mark(_ source: Int, on day: Day) throws -> Bool {
    guard try marked()[source] == nil else { return false }
    try connection.run(
      "INSERT INTO key_decisions (source, day) VALUES (?, ?) ON CONFLICT (source) DO NOTHING",
      [.int(source), .int(day.number)])
    return true
  }

  /// False where it was not marked.
  package func remove(_ source: Int) throws -> Bool {
    guard try marked()[source] != nil else { return false }
    try connection.run("DELETE FROM key_decisions WHERE source = ?", [.int(source)])
    return true
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
