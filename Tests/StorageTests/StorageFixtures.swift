import Recall
import Storage
import TestSupport

/// A database with cards in it. Every number and name comes from the seed.
final class CardBox {
  let database: Database
  let scheduler = SM2(maximumInterval: 36_500)
  private(set) var cards: [StoredCard] = []
  private let writer: CardWriter
  private var sources: [Int: Source] = [:]
  private var random: any RandomNumberGenerator
  private var clock = 0

  init(_ database: Database, seed: UInt64 = 1) throws {
    self.database = database
    writer = try CardWriter(database)
    random = SeededGenerator(seed: seed)
  }

  /// In memory, with so many cards in one deck.
  convenience init(cards: Int, seed: UInt64 = 1) throws {
    try self.init(Database.inMemory(), seed: seed)
    let deck = try deck("deck")
    for _ in 0..<cards { try add(to: deck) }
  }

  /// A deck with the file that its cards stand in.
  func deck(_ name: String) throws -> Int {
    let deck = try database.decks.findOrAdd(name, project: nil)
    sources[deck] = try database.sources.add(
      project: nil, path: "/decks/\(name).md", deck: deck, chosenDeck: nil, digest: 0)
    return deck
  }

  /// `section` is the number of an earlier card of the same deck; without it the card has no siblings yet.
  @discardableResult
  func add(
    to deck: Int, tier: Tier = .repeatable, section: Int? = nil, isGone: Bool = false
  ) throws -> StoredCard {
    let number = cards.count + 1
    let text = CardText(prompt: "question \(number)?", answer: "answer \(number)", tags: ["t\(number % 3)"])
    let card = StoredCard(
      num: number, id: try writer.freshID(using: &random), deck: deck, source: sources[deck]?.id ?? 0,
      line: number, place: ["Deck \(deck)"], section: section ?? number, kind: .question, tier: tier,
      text: text, file: FileText(text: text, tier: tier), isGone: isGone, changed: nil)
    try writer.add(card, path: sources[deck]?.path ?? "")
    cards.append(card)
    return card
  }

  func freshEventID() -> EventID { EventID(using: &random) }

  /// An event of its own action, a second after the one before.
  func event(
    _ deed: Deed, _ card: StoredCard, on day: Day = Day(20_000), action: EventID? = nil, typed: Typed? = nil
  ) -> Event {
    clock += 1
    let id = freshEventID()
    return Event(
      id: id, action: action ?? id, device: "laptop", card: card.id,
      moment: Moment(milliseconds: (day.number * 86_400 + 43_200 + clock) * 1000, offset: 7200), day: day,
      deed: deed, typed: typed)
  }

  func grade(_ grade: Int, _ card: StoredCard, on day: Day = Day(20_000)) -> Event {
    event(.graded(Grade.all[grade], confidence: nil, milliseconds: 1000), card, on: day)
  }

  /// Into the log and, one step further, into the schedule; what is voided makes its card's history be folded
  /// again.
  func record(_ event: Event) throws {
    guard let card = cards.first(where: { $0.id == event.card }) else { return }
    try database.connection.transaction {
      try database.log.append(event)
      var schedule = try database.schedules.schedule(of: card.num)
      if case .voided = event.deed {
        schedule = Schedule.folding(try database.log.history(of: event.card), scheduler: scheduler)
      } else {
        schedule.apply(event, scheduler: scheduler)
      }
      try database.schedules.write(schedule, for: card.num)
    }
  }

  /// The ids of the cards whose schedule is not what the log gives.
  func differences() throws -> [CardID] {
    try database.schedules.compare(with: scheduler) { _ in }.different
  }
}

extension Connection {
  /// Every row of every table, each as SQL would write its values.
  func everything() throws -> [String: [String]] {
    let tables = try all(
      """
      SELECT name FROM sqlite_schema
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'card_words_%'
      """
    ) { $0.text(0) }
    var rows: [String: [String]] = [:]
    for table in tables { rows[table] = try self.rows(of: table) }
    return rows
  }

  func rows(of table: String) throws -> [String] {
    let columns = try all("SELECT name FROM pragma_table_info(?)", [.text(table)]) { $0.text(0) }
    let values = columns.map { "quote(\"\($0)\")" }.joined(separator: " || ',' || ")
    return try all("SELECT \(values) FROM \(table) ORDER BY 1") { $0.text(0) }
  }
}
