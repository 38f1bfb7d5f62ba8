package import Recall

/// The log: rows are added and read, nothing else.
package struct EventLog {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func append(_ event: Event) throws {
    let row = EventRow(event)
    let typedSum = row.typedChecksum
    try connection.run(
      """
      INSERT INTO events (id, action, device, card, at, offset, day, kind, grade, confidence, duration, voids,
        detail, typed, typed_sum, checksum)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
      """,
      [
        .text(row.id), .text(row.action), .text(row.device), .text(row.card), .int(row.milliseconds),
        .int(row.offset), .int(row.day), .text(row.kind), Value(row.grade), Value(row.confidence),
        Value(row.duration), Value(row.voids), Value(row.detail), Value(row.typed), Value(typedSum),
        .int(row.checksum(typedChecksum: typedSum)),
      ])
  }

  package var count: Int {
    get throws { try connection.first("SELECT count(*) FROM events") { $0.int(0) } ?? 0 }
  }

  /// A card's history, oldest first, voided events and their voids included.
  package func history(of card: CardID) throws -> [Event] {
    try connection.all("SELECT \(Self.columns) FROM events WHERE card = ? ORDER BY seq", [.text(card.text)]) {
      Self.row($0)
    }
    .compactMap(\.event)
  }

  /// The whole log in the order in which it was written.
  package func each(_ body: (EventRow) throws -> Void) throws {
    try connection.each("SELECT \(Self.columns) FROM events ORDER BY seq") { try body(Self.row($0)) }
  }

  /// The last commands that still stand, newest first, each with its events in the order of writing. What was decided on
  /// the drafts of an import that was taken back belongs to that.
  package func lastActions(_ count: Int) throws -> [[Event]] {
    var actions: [[Event]] = []
    let statement = try connection.prepare(
      """
      SELECT \(Self.columns) FROM events AS e
      WHERE kind <> 'void' AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
        AND NOT EXISTS (SELECT 1 FROM imports AS i WHERE i.undone AND e.seq > i.before AND e.seq <= i.after)
      ORDER BY seq DESC
      """)
    try statement.scan([]) { row in
      guard let event = Self.row(row).event else { return true }
      if actions.last?.first?.action == event.action {
        actions[actions.count - 1].append(event)
      } else {
        guard actions.count < count else { return false }
        actions.append([event])
      }
      return true
    }
    return actions.map { $0.reversed() }
  }

  /// Its place in the order of writing.
  package func place(of event: EventID) throws -> Int? {
    try connection.first("SELECT seq FROM events WHERE id = ?", [.text(event.text)]) { $0.int(0) }
  }

  /// The place of the last event of all; 0 where there is none.
  package func lastPlace() throws -> Int {
    try connection.first("SELECT ifnull(max(seq), 0) FROM events") { $0.int(0) } ?? 0
  }

  /// The names of events whose content is not what was written.
  package func damagedEvents(most limit: Int = .max) throws -> [String] {
    var damaged: [String] = []
    let statement = try connection.prepare(
      "SELECT \(Self.columns), typed_sum, checksum FROM events ORDER BY seq")
    try statement.scan([]) { row in
      let event = Self.row(row)
      let typedSum = row.optionalInt(14)
      let isSound = event.typedChecksum == typedSum && event.checksum(typedChecksum: typedSum) == row.int(15)
      if !isSound || event.event == nil { damaged.append(event.id) }
      return damaged.count < limit
    }
    return damaged
  }

  /// Events without a card, voids without an event: what no command could have written.
  package func strays() throws -> Int {
    try connection.first(
      """
      SELECT (SELECT count(*) FROM events WHERE card NOT IN (SELECT id FROM cards))
        + (SELECT count(*) FROM events WHERE voids IS NOT NULL AND voids NOT IN (SELECT id FROM events))
      """
    ) { $0.int(0) } ?? 0
  }

  /// Milliseconds that the last answers took; at most the two hundred newest events are looked at.
  package func recentDurations() throws -> [Int] {
    try connection.all(
      """
      SELECT duration FROM (SELECT duration FROM events ORDER BY seq DESC LIMIT 200) WHERE duration IS NOT NULL
      """
    ) { $0.int(0) }
  }

  static let columns =
    "id, action, device, card, at, offset, day, kind, grade, confidence, duration, voids, detail, typed"

  static func row(_ statement: borrowing Statement, from first: Int = 0) -> EventRow {
    EventRow(
      id: statement.text(first), action: statement.text(first + 1), device: statement.text(first + 2),
      card: statement.text(first + 3), milliseconds: statement.int(first + 4),
      offset: statement.int(first + 5),
      day: statement.int(first + 6), kind: statement.text(first + 7), grade: statement.optionalInt(first + 8),
      confidence: statement.optionalInt(first + 9), duration: statement.optionalInt(first + 10),
      voids: statement.optionalText(first + 11), detail: statement.optionalText(first + 12),
      typed: statement.optionalText(first + 13))
  }
}
