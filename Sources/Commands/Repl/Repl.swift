internal import Recall
internal import Storage
internal import Terminal

/// The prompt: the same commands, one a line, with history, completion and what is due.
struct Repl {
  let world: World
  let globals: Globals
  let connections: ConnectionHolder
  let run: (String) -> ExitCode

  func loop() throws -> ExitCode {
    let session = try Session(world: world, globals: globals, connections: connections)
    try FirstRun(session: session).greet()
    let assistant = CommandAssistant(session: session)
    while true {
      world.dialogue.assist(with: assistant)
      switch world.dialogue.ask(try prompt(session)) {
      case .ended:
        session.console.line()
        return .done
      case .interrupted: continue
      case .text(let first):
        guard let line = wholeEntry(first) else { continue }
        guard !line.allSatisfy(\.isWhitespace) else { continue }
        assistant.remember(line)
        // Answers to cards are not commands: no history, no completion.
        world.dialogue.assist(with: nil)
        for line in LineSplitter.lines(line) {
          _ = run(line)
          if (try? LineSplitter.words(line))?.first == "quit" { return .done }
        }
      }
    }
  }

  /// A line whose quotation mark is still open goes on in the next. Nil where the person gave it up.
  private func wholeEntry(_ first: String) -> String? {
    var entry = first
    while LineSplitter.isOpen(entry) {
      guard case .text(let more) = world.dialogue.ask("   ...> ") else { return nil }
      entry += "\n" + more
    }
    return entry
  }

  /// `shop 14 (debug 12:40)> `: where one is, how much is due, and what is left of the time alone with an error.
  private func prompt(_ session: Session) throws -> Styled {
    var name = "whet"
    var count = 0
    // A prompt that cannot be told in full is still a prompt.
    if let database = try? session.database(.read),
      let summary = try? DaySummary(session, database, mayWrite: false)
    {
      count = summary.queue.reviews + summary.queue.new
      if !session.globals.everything,
        let project = try? ProjectFinder(world: world, database: database, mayWrite: false).current()
      {
        name = project.name
      }
    }
    let mark = (try? debugging(session)).flatMap { $0 }.map { " (\($0))" } ?? ""
    return Styled(SafeText.line(name), .strong) + Styled("\(count > 0 ? " \(count)" : "")\(mark)> ")
  }

  private func debugging(_ session: Session) throws -> String? {
    let database = try session.database(.read)
    guard try database.investigations.isAny() else { return nil }
    let desk = try InvestigationDesk(session, database, isForWriting: false)
    let now = try session.now()
    return try desk.current().flatMap { InvestigationView.mark($0.state, now) }
  }
}
