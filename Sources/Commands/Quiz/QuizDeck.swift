internal import Recall
internal import Storage

/// Which card comes next. Asked anew before each one: the answer depends on the log alone, so a quiz that was broken
/// off goes on with the card that was open.
struct QuizDeck {
  let session: Session
  let database: Database
  private let deck: String?
  private let chosen: Set<Int>?
  private let isCram: Bool
  /// Cards asked in a session that is not led by what is due.
  private var asked: Set<Int> = []

  init(session: Session, database: Database, words: [String], isCram: Bool) throws {
    self.session = session
    self.database = database
    self.isCram = isCram
    let isQuery = isCram || words.count > 1 || words.first?.contains(":") == true
    if let name = words.first, !isQuery {
      deck = name
      chosen = nil
    } else {
      deck = nil
      chosen = words.isEmpty && !isCram ? nil : Set(try Self.find(words, session, database))
    }
  }

  /// One card, whether it is due or not.
  init(session: Session, database: Database, card: Int) {
    self.session = session
    self.database = database
    isCram = true
    deck = nil
    chosen = [card]
  }

  private static func find(_ words: [String], _ session: Session, _ database: Database) throws -> [Int] {
    let preferences = try session.preferences(database)
    let scope = try session.scope(database)
    let context = SearchContext(
      scope: scope, today: try session.today(preferences), leechLapses: preferences.leechLapses)
    var words = words
    // A deck's name alone means the deck, here as everywhere.
    if words.count == 1, let name = words.first, try database.decks.names(in: scope).contains(name) {
      words = ["deck:\"\(name)\""]
    }
    let query = try CardSelection(session: session, database: database).query(words)
    return try database.cards.numbers(query, in: context)
  }

  struct Next {
    let card: Int
    let left: Int
  }

  func next() throws -> Next? {
    if isCram {
      let left = (chosen ?? []).subtracting(asked).sorted()
      return left.first.map { Next(card: $0, left: left.count) }
    }
    let queue = try DaySummary(session, database, deck: deck).queue
    let cards = queue.cards.map(\.card) + queue.repeats
    let wanted = chosen.map { chosen in cards.filter(chosen.contains) } ?? cards
    return wanted.first.map { Next(card: $0, left: wanted.count) }
  }

  mutating func settle(_ card: Int) { asked.insert(card) }
  mutating func reopen(_ card: Int) { asked.remove(card) }
}
