internal import Recall
internal import Storage
internal import Terminal

/// From what a person typed to the cards that they mean.
struct CardSelection {
  let session: Session
  let database: Database

  /// The one card whose id begins so.
  func card(_ text: String) throws -> CardStore.Found {
    let prefix = text.lowercased()
    guard !prefix.isEmpty else { throw UsageError("an empty id names no card") }
    let found = try database.cards.beginning(with: prefix)
    if let exact = found.first(where: { $0.id.text == prefix }) { return exact }
    guard let first = found.first else {
      throw Failure("no card \"\(text)\"; `whet cards` lists them", code: .nothing)
    }
    guard found.count == 1 else {
      let names = found.prefix(4).map(\.id.text).joined(separator: ", ")
      throw Failure("\"\(text)\" is the beginning of several ids: \(names)\(found.count > 4 ? ", …" : "")")
    }
    return first
  }

  /// Ids, or one query such as `deck:shop tag:old`. Many cards at once want a yes.
  func cards(_ words: [String], confirmed: Bool, toBe deed: String) throws -> [CardStore.Found] {
    guard words.contains(where: { $0.contains(":") }) else { return try words.map(card) }
    let preferences = try session.preferences(database)
    let context = SearchContext(
      scope: try session.scope(database), today: try session.today(preferences),
      leechLapses: preferences.leechLapses)
    let numbers = try database.cards.numbers(try query(words), in: context)
    guard !numbers.isEmpty else {
      throw Failure("no card found for: \(words.joined(separator: " "))", code: .nothing)
    }
    if numbers.count > 1, !confirmed {
      try Confirmation.ask("\(numbers.count) cards will be \(deed).", session)
    }
    return try numbers.compactMap { num in
      try database.cards.stored(num).map { CardStore.Found(num: num, id: $0.id) }
    }
  }

  func query(_ words: [String]) throws -> CardQuery {
    do throws(CardQuery.Problem) {
      return try CardQuery(parsing: words)
    } catch {
      throw UsageError(
        error.message,
        hint: Suggestion.hint(for: error.given, among: error.allowed)
          ?? (error.allowed.isEmpty ? nil : "there are \(error.allowed.joined(separator: ", "))"))
    }
  }
}

/// Questions before what touches many cards. Without a terminal nobody could answer, so the flag is asked for.
enum Confirmation {
  static func ask(_ question: String, _ session: Session) throws {
    guard session.world.dialogue.isTerminal else { throw UsageError("\(question) Say --yes to do it") }
    try ask("\(question) Go on? y/n > ", of: session)
  }

  /// The same where no flag is needed without a terminal: anything but a yes changes nothing.
  static func ask(_ prompt: String, of session: Session) throws {
    guard case .text(let answer) = session.world.dialogue.key(Styled(prompt)),
      answer.lowercased().hasPrefix("y")
    else {
      throw Failure("nothing was changed")
    }
  }
}
