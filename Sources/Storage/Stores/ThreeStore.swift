package import Recall

/// The sessions of `three`: what was said so far in one that is not over, and what those that are gave.
package struct ThreeStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  // MARK: A session that is not over

  /// One of the three places, as far as it was asked. What is nil was not asked yet, what is empty was passed over.
  package struct Place: Equatable, Sendable {
    package var decision: String?
    /// The outer nil: not asked yet. The inner: left out.
    package var confidence: Int??
    package var why: String?
    package var price: String?

    package init() {}
  }

  package func unfinished(project: Int?) throws -> [Int: Place] {
    let all = try connection.all(
      "SELECT place, decision, confidence, why, price FROM three_answers WHERE project = ?",
      [.int(project ?? 0)]
    ) { row in
      var place = Place()
      place.decision = row.optionalText(1)
      if let confidence = row.optionalInt(2) { place.confidence = .some(confidence < 0 ? nil : confidence) }
      place.why = row.optionalText(3)
      place.price = row.optionalText(4)
      return (row.int(0), place)
    }
    return Dictionary(all) { first, _ in first }
  }

  /// On the disk when this returns.
  package func keep(_ place: Place, at number: Int, project: Int?) throws {
    try connection.run(
      """
      INSERT INTO three_answers (project, place, decision, confidence, why, price) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (project, place) DO UPDATE SET decision = excluded.decision, confidence = excluded.confidence,
        why = excluded.why, price = excluded.price
      """,
      [
        .int(project ?? 0), .int(number), Value(place.decision), Value(place.confidence.map { $0 ?? -1 }),
        Value(place.why), Value(place.price),
      ])
  }

  package func discard(project: Int?) throws {
    try connection.run("DELETE FROM three_answers WHERE project = ?", [.int(project ?? 0)])
  }

  // MARK: Sessions that are

  /// What one session gave for one decision.
  package struct Row: Equatable, Sendable {
    package let source: Int?
    package let title: String
    package let told: ToldDecision
    package let points: ThreePoints

    package init(source: Int?, title: String, told: ToldDecision, points: ThreePoints) {
      self.source = source
      self.title = title
      self.told = told
      self.points = points
    }
  }

  package struct Past: Equatable, Sendable {
    package let seq: Int
    package let day: Day
    package let rows: [Row]
  }

  /// Beside the event that was written last.
  package func keep(_ rows: [Row]) throws {
    guard
      let event = try connection.first(
        "SELECT id FROM events WHERE kind = 'practice' ORDER BY seq DESC LIMIT 1", [], { $0.text(0) })
    else { return }
    for (number, row) in rows.enumerated() {
      try connection.run(
        """
        INSERT INTO three_points (event, place, source, title, decision, why, price, confidence, named, why_points,
          price_points)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(event), .int(number), Value(row.source), .text(row.title), .text(row.told.decision),
          .text(row.told.why), .text(row.told.price), Value(row.told.confidence), .int(row.points.named),
          .int(row.points.why), .int(row.points.price),
        ])
    }
  }

  /// The sessions of a card that still stand, oldest first.
  package func past(of card: CardID) throws -> [Past] {
    var sessions: [Past] = []
    var rows: [Row] = []
    var current: (seq: Int, day: Day)?
    func finish() {
      if let current { sessions.append(Past(seq: current.seq, day: current.day, rows: rows)) }
      rows = []
    }
    try connection.each(
      """
      SELECT e.seq, e.day, t.source, t.title, t.decision, t.why, t.price, t.confidence, t.named, t.why_points,
        t.price_points
      FROM events AS e JOIN three_points AS t ON t.event = e.id
      WHERE e.card = ? AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
      ORDER BY e.seq, t.place
      """, [.text(card.text)]
    ) { row in
      if current?.seq != row.int(0) {
        finish()
        current = (row.int(0), Day(row.int(1)))
      }
      let told = ToldDecision(
        decision: row.text(4), why: row.text(5), price: row.text(6), confidence: row.optionalInt(7))
      rows.append(
        Row(
          source: row.optionalInt(2), title: row.text(3), told: told,
          points: ThreePoints(named: row.int(8), why: row.int(9), price: row.int(10))))
    }
    finish()
    return sessions
  }

  // MARK: Whether the three are still the three

  /// The day of the last time that was asked, and the event up to which earlier answers count no more.
  package func standing(project: Int?) throws -> (asked: Day, before: Int)? {
    try connection.first(
      "SELECT asked, before FROM three_projects WHERE project = ?", [.int(project ?? 0)]
    ) { (Day($0.int(0)), $0.int(1)) }
  }

  package func stand(asked: Day, before: Int, project: Int?) throws {
    try connection.run(
      """
      INSERT INTO three_projects (project, asked, before) VALUES (?, ?, ?)
      ON CONFLICT (project) DO UPDATE SET asked = excluded.asked, before = excluded.before
      """, [.int(project ?? 0), .int(asked.number), .int(before)])
  }

  /// The card that stands for the three decisions of a project.
  package func card(project: Int?) throws -> Int? {
    try connection.first(
      """
      SELECT c.num FROM cards AS c JOIN sources AS s ON s.id = c.source
      WHERE s.path = ? AND ifnull(s.project, 0) = ? AND s.form = ?
      """, [.text(SourceStore.three.path), .int(project ?? 0), .text(SourceStore.three.form)]
    ) { $0.int(0) }
  }
}
