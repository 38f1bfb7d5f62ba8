internal import Storage
internal import Terminal

extension Command {
  static let quiz = Command(
    "quiz", "the daily session: recall, say how sure, compare, grade",
    arguments: [
      Argument("DECK or QUERY", .any, help: "only this deck, or only what is found so", isQuery: true)
    ],
    options: [
      Option("limit", short: "n", value: "N", help: "at most so many cards"),
      Option("minutes", short: "m", value: "M", help: "end at the card that is open after so many minutes"),
      Option("cram", help: "ask what is found even if it is not due"),
    ],
    examples: [
      Example("quiz", "what is due today"),
      Example("quiz --minutes 10", "ends on time"),
      Example("quiz tag:oncall --cram", "before a night on call"),
    ],
    details: """
      Type what you remember, as many lines as you like; an empty line ends it, and leaving it empty is fine. `h` alone \
      in a line lists the keys. Ctrl-C pauses; the next quiz goes on with the same card.
      """
  ) { invocation, session in
    let limit = try invocation.number("limit", in: 1...100_000)
    let minutes = try invocation.number("minutes", in: 1...1440)
    guard session.world.files.exists(session.databasePath) else {
      session.console.note("no cards yet; `whet import PATH` makes some")
      return .nothing
    }
    let database = try session.database(.write)
    let deck = try QuizDeck(
      session: session, database: database, words: invocation.arguments, isCram: invocation.has("cram"))
    return try QuizRunner(session: session, database: database, deck: deck, limit: limit, minutes: minutes)
      .run()
  }
}
