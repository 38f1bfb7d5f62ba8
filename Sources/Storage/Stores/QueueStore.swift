package import Recall

/// What is left of a day.
package struct DayQueue: Equatable, Sendable {
  /// Cards in the order in which they are asked; those that failed today come after them.
  package let cards: [Candidate]
  package let repeats: [Int]
  package let overdue: Int

  package var reviews: Int { cards.count { !$0.isNew } + repeats.count }
  package var new: Int { cards.count { $0.isNew } }
  package var next: Int? { cards.first?.card ?? repeats.first }
}

/// Finds the day's cards by walking along indexes: the cost grows with what a day holds, not with what the
/// database holds.
package struct QueueStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func today(_ day: Day, decks: [Int], limits: DayLimits) throws -> DayQueue {
    let inScope = Set(decks)
    let asked = try askedOn(day)
    var sections = asked.sections

    var due = DayChoice(
      room: limits.reviews - asked.reviews, sections: sections, keepsSiblingsApart: limits.keepsSiblingsApart)
    try offerDue(on: day, inScope: inScope, to: &due)
    sections = due.blockedSections

    var new = DayChoice(
      room: limits.new - asked.new, sections: sections, keepsSiblingsApart: limits.keepsSiblingsApart)
    try offerNew(on: day, decks: decks, begun: asked.newByDeck, to: &new, apart: limits.keepsSiblingsApart)

    let repeats = try repeats(on: day)
    return DayQueue(
      cards: DayOrder.arrange(due.taken + new.taken, day: day, after: try lastDeck(on: day)),
      repeats: repeats.filter { inScope.contains($0.deck) }.map(\.card),
      overdue: due.taken.count { ($0.due ?? day) < day })
  }

  private struct Asked {
    var sections: Set<Int> = []
    var reviews = 0
    var new = 0
    var newByDeck: [Int: Int] = [:]
  }

  /// What was answered today already, in whatever project: a day's limits are the person's, not a folder's.
  private func askedOn(_ day: Day) throws -> Asked {
    var asked = Asked()
    try connection.each(
      "SELECT deck, section, first_day FROM schedule WHERE last_day = ?",
      [.int(day.number)]
    ) { row in
      let deck = row.int(0)
      asked.sections.insert(row.int(1))
      if row.optionalInt(2) == day.number {
        asked.new += 1
        asked.newByDeck[deck, default: 0] += 1
      } else {
        asked.reviews += 1
      }
    }
    return asked
  }

  /// The deck of today's last answer. The log's own order counts: a clock may stand still or be set back.
  private func lastDeck(on day: Day) throws -> Int? {
    try connection.first(
      """
      SELECT c.deck FROM events AS e JOIN cards AS c ON c.id = e.card
      WHERE e.kind IN ('grade', 'practice') AND e.day = ? AND NOT EXISTS (SELECT 1 FROM events AS v WHERE v.voids = e.id)
        AND e.seq > (SELECT max(seq) FROM events) - 1000
      ORDER BY e.seq DESC LIMIT 1
      """, [.int(day.number)]
    ) { $0.int(0) }
  }

  /// Cards that failed today and were not recalled since, the one that has waited longest first.
  private func repeats(on day: Day) throws -> [(card: Int, deck: Int)] {
    try connection.all(
      """
      SELECT s.card, s.deck FROM schedule AS s JOIN cards AS c ON c.num = s.card
      WHERE s.repeat_day = ?1 AND s.waiting = 2 AND s.buried_day IS NOT ?1
      ORDER BY (SELECT max(e.seq) FROM events AS e WHERE e.card = c.id)
      """, [.int(day.number)]
    ) { (card: $0.int(0), deck: $0.int(1)) }
  }

  /// A card answered today is due again today only as a repeat, whatever its interval says.
  private func offerDue(on day: Day, inScope decks: Set<Int>, to choice: inout DayChoice) throws {
    guard !choice.isFull else { return }
    let statement = try connection.prepare(
      "SELECT tier, due, card, deck, section FROM schedule WHERE waiting = 2 AND tier = ?1 AND due <= ?2 "
        + "AND buried_day IS NOT ?2 ORDER BY due, card")
    for tier in [Tier.core, .repeatable] {
      try statement.scan([.int(tier.rank), .int(day.number)]) { row in
        if decks.contains(row.int(3)) {
          choice.offer(
            Candidate(
              card: row.int(2), deck: row.int(3), tier: tier, section: row.int(4), due: Day(row.int(1))))
        }
        return !choice.isFull
      }
    }
  }

  /// New cards come in turn from the decks that had the fewest today, in the order of their files.
  private func offerNew(
    on day: Day, decks: [Int], begun: [Int: Int], to choice: inout DayChoice, apart: Bool
  ) throws {
    guard !choice.isFull else { return }
    var begun = begun
    // With siblings apart a section is left after its first card: one step along the index, however many cards
    // it holds.
    let statement = try connection.prepare(
      "SELECT section, card FROM schedule WHERE waiting = 1 AND deck = ?1 AND tier = ?2 "
        + "AND (section, card) > (?3, ?4) AND buried_day IS NOT ?5 ORDER BY section, card LIMIT 1")
    for tier in [Tier.core, .repeatable] {
      var cursors = Dictionary(uniqueKeysWithValues: decks.map { ($0, (section: -1, card: -1)) })
      while !choice.isFull {
        let next = cursors.keys.min { (begun[$0, default: 0], $0) < (begun[$1, default: 0], $1) }
        guard let deck = next, let cursor = cursors[deck] else { break }
        let found = try nextNew(statement, on: day, deck: deck, tier: tier, after: cursor)
        guard let found else {
          cursors[deck] = nil
          continue
        }
        cursors[deck] = apart ? (found.section, Int.max) : found
        let before = choice.taken.count
        choice.offer(
          Candidate(card: found.card, deck: deck, tier: tier, section: found.section, due: nil))
        if choice.taken.count > before { begun[deck, default: 0] += 1 }
      }
    }
  }

  private func nextNew(
    _ statement: borrowing Statement, on day: Day, deck: Int, tier: Tier,
    after cursor: (section: Int, card: Int)
  ) throws -> (section: Int, card: Int)? {
    var found: (section: Int, card: Int)?
    try statement.scan([
      .int(deck), .int(tier.rank), .int(cursor.section), .int(cursor.card), .int(day.number),
    ]) { row in
      found = (row.int(0), row.int(1))
      return false
    }
    return found
  }
}
