package import Recall

/// The schedules of all cards: a cache that the log can always rebuild.
package struct ScheduleCache {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  /// The columns of a schedule, for whoever joins it to the card; `read` takes them apart.
  static func columns(_ table: String) -> String {
    [
      "memory", "due", "interval", "reps", "lapses", "first_day", "last_day", "last_at", "last_grade",
      "repeat_day", "buried_day", "suspended", "retired",
    ].map { "\(table).\($0)" }.joined(separator: ", ")
  }
  static let columnCount = 13

  static func read(_ row: borrowing Statement, at first: Int) -> Schedule {
    Schedule(
      memory: row.optionalText(first), due: row.optionalInt(first + 1).map { Day($0) },
      interval: row.int(first + 2), reps: row.int(first + 3), lapses: row.int(first + 4),
      firstDay: row.optionalInt(first + 5).map { Day($0) },
      lastDay: row.optionalInt(first + 6).map { Day($0) },
      lastMoment: row.optionalInt(first + 7), lastGrade: row.optionalInt(first + 8).flatMap { Grade($0) },
      repeatDay: row.optionalInt(first + 9).map { Day($0) },
      buriedDay: row.optionalInt(first + 10).map { Day($0) }, isSuspended: row.bool(first + 11),
      isRetired: row.bool(first + 12))
  }

  package func schedule(of card: Int) throws -> Schedule {
    try connection.first(
      "SELECT \(Self.columns("s")) FROM schedule AS s WHERE card = ?", [.int(card)]
    ) { Self.read($0, at: 0) } ?? Schedule()
  }

  /// Writes what was folded. What the index needs to know of the card is taken from the card itself.
  package func write(_ schedule: Schedule, for card: Int) throws {
    let statement = try prepareWrite()
    try write(schedule, for: card, with: statement)
  }

  /// Whether a card waits to be asked for the first time (1), again (2), or not at all (0).
  private static func waiting(
    suspended: String, retired: String, memory: String, gone: String = "c.gone", tier: String = "c.tier"
  ) -> String {
    "CASE WHEN \(suspended) OR \(retired) OR \(gone) OR \(tier) = \(Tier.transient.rank) THEN 0 "
      + "WHEN \(memory) IS NULL THEN 1 ELSE 2 END"
  }

  /// The row of a card without a history. A plain insertion of values: anything that SQLite might have to take
  /// back by itself makes it flush the word index before every single row.
  func prepareFirstWrite() throws -> Statement {
    let waiting = Self.waiting(suspended: "0", retired: "0", memory: "NULL", gone: "0", tier: "?3")
    return try connection.prepare(
      """
      INSERT INTO schedule (card, deck, tier, section, waiting, interval, reps, lapses, suspended, retired)
      VALUES (?1, ?2, ?3, ?4, \(waiting), 0, 0, 0, 0, 0)
      """)
  }

  /// For many cards in a row: prepared once.
  package func prepareWrite() throws -> Statement {
    try connection.prepare(
      """
      INSERT OR REPLACE INTO schedule (card, deck, tier, section, waiting, due, memory, interval, reps, lapses,
        first_day, last_day, last_at, last_grade, repeat_day, buried_day, suspended, retired)
      SELECT c.num, c.deck, c.tier, c.section,
        \(Self.waiting(suspended: "?13", retired: "?14", memory: "?3")),
        ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14
      FROM cards AS c WHERE c.num = ?1
      """)
  }

  package func write(_ schedule: Schedule, for card: Int, with statement: borrowing Statement) throws {
    try statement.run([
      .int(card), Value(schedule.due?.number), Value(schedule.memory), .int(schedule.interval),
      .int(schedule.reps), .int(schedule.lapses), Value(schedule.firstDay?.number),
      Value(schedule.lastDay?.number), Value(schedule.lastMoment), Value(schedule.lastGrade?.value),
      Value(schedule.repeatDay?.number), Value(schedule.buriedDay?.number), Value(schedule.isSuspended),
      Value(schedule.isRetired),
    ])
  }

  /// Folds the whole log again and writes the result. `progress` hears how many cards are done.
  package func rebuild(with scheduler: some Scheduler, progress: (Int) -> Void) throws {
    try connection.transaction {
      try connection.run("DELETE FROM schedule")
      let statement = try prepareWrite()
      var done = 0
      try eachFold(with: scheduler) { card, schedule in
        try write(schedule, for: card, with: statement)
        done += 1
        progress(done)
      }
    }
  }

  /// The cards whose cached schedule is not what the log gives, and how many cards there are.
  package func compare(
    with scheduler: some Scheduler, progress: (Int) -> Void
  ) throws -> (cards: Int, different: [CardID]) {
    var different: [CardID] = []
    var done = 0
    let cached = try connection.prepare(
      """
      SELECT \(Self.columns("s")), c.id,
        s.deck = c.deck AND s.tier = c.tier AND s.section = c.section
          AND s.waiting = \(Self.waiting(suspended: "s.suspended", retired: "s.retired", memory: "s.memory"))
      FROM cards AS c LEFT JOIN schedule AS s ON s.card = c.num WHERE c.num = ?
      """)
    try eachFold(with: scheduler) { card, schedule in
      try cached.scan([.int(card)]) { row in
        let isSame = Self.read(row, at: 0) == schedule && row.bool(Self.columnCount + 1)
        if !isSame { different.append(CardID(stored: row.text(Self.columnCount))) }
        return false
      }
      done += 1
      progress(done)
    }
    let rows = try connection.first("SELECT count(*) FROM schedule") { $0.int(0) } ?? 0
    if rows != done, different.isEmpty { different.append(CardID(stored: "?")) }
    return (done, different)
  }

  /// Every card with the fold of its events. The log is read once, in the order of the cards' ids.
  private func eachFold(
    with scheduler: some Scheduler, _ body: (_ card: Int, _ schedule: Schedule) throws -> Void
  ) throws {
    let numbers = try connection.prepare(
      """
      SELECT c.num, c.id, \(EventLog.columns.split(separator: ", ").map { "e.\($0)" }.joined(separator: ", "))
      FROM cards AS c LEFT JOIN events AS e ON e.card = c.id ORDER BY c.id, e.seq
      """)
    var current: Int?
    var events: [Event] = []
    func finish() throws {
      guard let current else { return }
      try body(current, Schedule.folding(events, scheduler: scheduler))
    }
    try numbers.each([]) { row in
      if row.int(0) != current {
        try finish()
        current = row.int(0)
        events.removeAll(keepingCapacity: true)
      }
      guard row.optionalText(2) != nil else { return }
      if let event = EventLog.row(row, from: 2).event { events.append(event) }
    }
    try finish()
  }
}
