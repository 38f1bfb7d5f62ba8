package import Recall

/// Writes cards with what follows from them, the schedule's row and the word index, so that none is ever
/// forgotten. Its statements are prepared once: an import writes a hundred thousand cards with it.
package final class CardWriter {
  private let connection: Connection
  private let schedules: ScheduleCache
  private let insertCard: Statement
  private let updateCard: Statement
  private let insertWords: Statement
  private let insertSchedule: Statement
  private let writeSchedule: Statement
  private let updateLine: Statement
  private let deleteWords: Statement
  private let findID: Statement
  private var named: Set<CardID> = []
  /// Whether there was any card before those that were written here.
  private let isFirst: Bool

  package init(_ database: Database) throws {
    connection = database.connection
    schedules = database.schedules
    let columns = StoredCard.columns + ", content"
    let count = columns.split(separator: ",").count
    let marks = (1...count).map { "?\($0)" }
    insertCard = try connection.prepare(
      "INSERT INTO cards (\(columns)) VALUES (\(marks.joined(separator: ", ")))")
    updateCard = try connection.prepare(
      "UPDATE cards SET (\(columns)) = (\(marks.joined(separator: ", "))) WHERE num = ?1")
    insertWords = try connection.prepare(WordIndex.insertion)
    insertSchedule = try schedules.prepareFirstWrite()
    writeSchedule = try schedules.prepareWrite()
    updateLine = try connection.prepare("UPDATE cards SET line = ? WHERE num = ?")
    deleteWords = try connection.prepare("DELETE FROM card_words WHERE rowid = ?")
    isFirst = try connection.first("SELECT 1 FROM cards LIMIT 1") { _ in true } == nil
    findID = try connection.prepare("SELECT 1 FROM cards WHERE id = ?")
  }

  /// A name that no card has yet, nor one that was named here and is still to be written: in a hundred thousand
  /// names two are the same once in two hundred times.
  package func freshID(using generator: inout any RandomNumberGenerator) throws -> CardID {
    while true {
      let id = CardID(using: &generator)
      guard named.insert(id).inserted else { continue }
      if isFirst { return id }
      var isTaken = false
      try findID.each([.text(id.text)]) { _ in isTaken = true }
      if !isTaken { return id }
    }
  }

  package func add(_ card: StoredCard, path: String) throws {
    try insertCard.run(card.values)
    try insertWords.run(WordIndex.values(card, path: path))
    try insertSchedule.run([.int(card.num), .int(card.deck), .int(card.tier.rank), .int(card.section)])
  }

  /// Writes what differs from `old`, the card as it is in the tables.
  package func update(_ card: StoredCard, from old: StoredCard, path: String) throws {
    guard card != old else { return }
    var elsewhere = old
    elsewhere.line = card.line
    // Most edits push other cards up or down and change nothing else of them.
    guard card != elsewhere else { return try updateLine.run([.int(card.line), .int(card.num)]) }
    try updateCard.run(card.values)
    if card.text != old.text || card.source != old.source {
      try deleteWords.run([.int(card.num)])
      try insertWords.run(WordIndex.values(card, path: path))
    }
    if card.deck != old.deck || card.tier != old.tier || card.section != old.section
      || card.isGone != old.isGone
    {
      try schedules.write(schedules.schedule(of: card.num), for: card.num, with: writeSchedule)
    }
  }
}
