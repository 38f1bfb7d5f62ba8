internal import Recall
internal import Storage

/// What is left of today, for whoever asks.
struct DaySummary {
  let queue: DayQueue
  let minutes: Int

  init(_ session: Session, _ database: Database, deck: String? = nil, mayWrite: Bool = true) throws {
    let preferences = try session.preferences(database)
    let scope = try session.scope(database, mayWrite: mayWrite)
    let decks = try database.decks.ids(in: scope, named: deck)
    if let deck, decks.isEmpty { throw try Self.unknown(deck, scope, database) }
    queue = try database.queue.today(
      try session.today(preferences), decks: decks, limits: preferences.limits)
    let durations = try database.log.recentDurations().map { min($0, Self.longest) }
    let usual = durations.isEmpty ? Self.guess : durations.reduce(0, +) / durations.count
    let count = queue.reviews + queue.new
    minutes = count == 0 ? 0 : max(1, (count * usual + 30_000) / 60_000)
  }

  /// Milliseconds for an answer where nobody measured one; and the most that counts, because people are called
  /// away.
  private static let guess = 25_000
  private static let longest = 180_000

  static func unknown(_ deck: String, _ scope: Scope, _ database: Database) throws -> Failure {
    let known = try database.decks.names(in: scope)
    let hint = Suggestion.hint(for: deck, among: known).map { "; \($0)" } ?? ""
    return Failure("no deck \"\(deck)\"\(hint)", code: .nothing)
  }

  /// `14 due (3 overdue), 2 new, about 8 min`
  var sentence: String {
    guard queue.reviews + queue.new > 0 else { return "nothing is due" }
    var parts: [String] = []
    if queue.reviews > 0 {
      parts.append("\(queue.reviews) due" + (queue.overdue > 0 ? " (\(queue.overdue) overdue)" : ""))
    }
    if queue.new > 0 { parts.append("\(queue.new) new") }
    return parts.joined(separator: ", ") + ", about \(minutes) min"
  }
}
