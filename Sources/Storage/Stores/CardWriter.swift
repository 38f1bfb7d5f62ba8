internal import Recall

/// Writes cards with what follows from them, the schedule's row and the word index, so that none is ever
/// forgotten. Its statements are prepared once: an import writes a hundred thousand cards with it.
package final class CardWriter {
  private let connection: Connection
  private let schedules: ScheduleCache
  private let words: WordIndex
  private let insertCard: Statement
  private let updateCard: Statement
  private let insertWords: Statement
  private let insertSchedule: Statement

  package init(_ database: Database) throws {
    connection = database.connection
    schedules = database.schedules
    words = database.words
    let columns = StoredCard.columns + ", content"
    let count = columns.split(separator: ",").count
    let marks = (1...count).map { "?\($0)" }
    insertCard = try connection.prepare(
      "INSERT INTO cards (\(columns)) VALUES (\(marks.joined(separator: ", ")))")
    updateCard = try connection.prepare(
      "UPDATE cards SET (\(columns)) = (\(marks.joined(separator: ", "))) WHERE num = ?1")
    insertWords = try connection.prepare(WordIndex.insertion)
    insertSchedule = try schedules.prepareWrite()
  }

  /// The number that the next new card gets.
  package func nextNumber() throws -> Int {
    (try connection.first("SELECT ifnull(max(num), 0) FROM cards") { $0.int(0) } ?? 0) + 1
  }

  package func add(_ card: StoredCard, path: String) throws {
    try insertCard.run(card.values)
    try insertWords.run(WordIndex.values(card, path: path))
    try schedules.write(Schedule(), for: card.num, with: insertSchedule)
  }

  package func update(_ card: StoredCard, path: String) throws {
    try updateCard.run(card.values)
    try words.remove(card.num)
    try insertWords.run(WordIndex.values(card, path: path))
    try schedules.write(schedules.schedule(of: card.num), for: card.num, with: insertSchedule)
  }
}
