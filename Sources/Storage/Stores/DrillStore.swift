package import Recall

/// Drills: which of them to ask, and what came of those that are over.
package struct DrillStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  // MARK: Which one

  /// The cards that can be drilled: first one that was begun, then what is due, the longest first, then what was never
  /// asked, then what comes next. Only among `cards` where they are given.
  package func candidates(in scope: Scope, today: Day, among cards: Set<Int>? = nil) throws -> [Candidate] {
    let condition = scope.condition("d")
    let all = try connection.all(
      """
      SELECT c.num, EXISTS (SELECT 1 FROM drill_lines AS l WHERE l.card = c.num), s.due
      FROM cards AS c JOIN decks AS d ON d.id = c.deck JOIN schedule AS s ON s.card = c.num
      WHERE c.kind = 'drill' AND NOT (s.suspended OR s.retired OR c.gone) AND \(condition.sql)
      ORDER BY 2 DESC, CASE WHEN s.due <= ? THEN 0 WHEN s.due IS NULL THEN 1 ELSE 2 END, s.due, c.num
      """, condition.values + [.int(today.number)]
    ) { Candidate(card: $0.int(0), isBegun: $0.bool(1), due: $0.optionalInt(2).map { Day($0) }) }
    return cards.map { cards in all.filter { cards.contains($0.card) } } ?? all
  }

  package struct Candidate: Equatable, Sendable {
    package let card: Int
    package let isBegun: Bool
    /// Nil where it was never asked.
    package let due: Day?
  }

  // MARK: Drills that are over

  package struct Past: Equatable, Sendable {
    package let card: CardID
    package let day: Day
    package let symptom: String
    package let telling: DrillTelling
    package let causes: Set<Int>
    package let steps: Int

    package var score: DrillScore { DrillScore(telling, causes: causes, steps: steps) }
  }

  /// Beside the event that was written last.
  package func keep(_ run: DrillRun, symptom: String) throws {
    guard
      let event = try connection.first(
        "SELECT id FROM events WHERE kind = 'practice' ORDER BY seq DESC LIMIT 1", [], { $0.text(0) })
    else { return }
    try connection.run(
      "INSERT INTO drills (event, symptom, steps, revealed) VALUES (?, ?, ?, ?)",
      [.text(event), .text(symptom), .int(run.steps), .int(run.telling.revealed)])
    for (place, hypothesis) in run.telling.hypotheses.enumerated() {
      let sure = run.telling.readings.map { place < $0.count ? "\($0[place])" : "-" }
      try connection.run(
        "INSERT INTO drill_hypotheses (event, place, hypothesis, sure, is_cause) VALUES (?, ?, ?, ?, ?)",
        [
          .text(event), .int(place), .text(hypothesis), .text(sure.joined(separator: " ")),
          Value(run.causes.contains(place)),
        ])
    }
  }

  /// All that still stand, oldest first.
  package func past(in scope: Scope) throws -> [Past] {
    let condition = scope.condition("d")
    return try connection.all(
      """
      SELECT g.event, e.card, e.day, g.symptom, g.steps, g.revealed
      FROM drills AS g JOIN events AS e ON e.id = g.event JOIN cards AS c ON c.id = e.card
        JOIN decks AS d ON d.id = c.deck
      WHERE NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id) AND \(condition.sql)
      ORDER BY e.seq
      """, condition.values
    ) { row in
      (row.text(0), CardID(stored: row.text(1)), Day(row.int(2)), row.text(3), row.int(4), row.int(5))
    }.map { event, card, day, symptom, steps, revealed in
      var telling = DrillTelling(readings: Array(repeating: [], count: revealed + 1))
      var causes: Set<Int> = []
      try connection.each(
        "SELECT hypothesis, sure, is_cause FROM drill_hypotheses WHERE event = ? ORDER BY place",
        [.text(event)]
      ) { row in
        if row.bool(2) { causes.insert(telling.hypotheses.count) }
        telling.hypotheses.append(row.text(0))
        for (step, word) in row.text(1).split(separator: " ").enumerated() where step <= revealed {
          if let sure = Int(word) { telling.readings[step].append(sure) }
        }
      }
      return Past(card: card, day: day, symptom: symptom, telling: telling, causes: causes, steps: steps)
    }
  }
}
