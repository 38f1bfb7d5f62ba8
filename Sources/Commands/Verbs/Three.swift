internal import Recall
internal import Storage
internal import Terminal

extension Command {
  static let three = Command(
    "three", "name the project's three most important decisions from memory: what, why, at what price",
    options: [
      Option(
        "answer", short: "a", value: "DECISION", isRepeated: true,
        help: "a decision, for scripts; three at most"),
      Option("why", value: "TEXT", isRepeated: true, help: "why, of the decision before it"),
      Option("price", value: "TEXT", isRepeated: true, help: "what was given up for it"),
      Option("confidence", short: "c", value: "0..100", isRepeated: true, help: "how sure you are of it"),
      Option("history", help: "points of each decision over time, and which fade"),
      Option("discard", help: "throw away what was begun and not finished"),
    ],
    examples: [
      Example("three", "three times what, how sure, why and price; nothing is shown before"),
      Example("three --history", "which decisions fade"),
      Example("three --answer \"an outbox\" --why \"no lost events\"", "from a script"),
    ],
    details: """
      What you say is laid beside the records that `key` marks, or beside what you said before, and gives 0 to 2 points \
      each for name, why and price; Enter takes what is proposed. Each answer is on the disk at once: after Ctrl-C, or a \
      crash, the same command goes on where it was. The quiz asks again after a week, and later the better it went. On a \
      pipe each decision is four lines: decision, 0-9, why, price.
      """
  ) { invocation, session in
    let isAnswered = ["answer", "why", "price", "confidence"].contains(where: invocation.has)
    let modes = ["history", "discard"].filter(invocation.has)
    guard modes.count + (isAnswered ? 1 : 0) < 2 else {
      throw UsageError("--\(modes[0]) goes alone")
    }
    if invocation.has("history") {
      let decisions = try ProjectDecisions(session, try session.database(.read), isForWriting: false)
      return try ThreeHistory(session: session, decisions: decisions).list()
    }
    let given = try answers(invocation)
    let decisions = try ProjectDecisions(session, try session.database(.write), isForWriting: true)
    if invocation.has("discard") {
      let isThere = try !decisions.database.three.unfinished(project: decisions.project?.id).isEmpty
      try decisions.database.three.discard(project: decisions.project?.id)
      session.console.note(isThere ? "thrown away" : "nothing was begun")
      return isThere ? .done : .nothing
    }
    if !isAnswered, session.world.dialogue.isTerminal {
      let name = decisions.project.map { SafeText.line($0.name) } ?? "this system"
      CardView.body(
        "The three most important decisions in \(name), and why. Do not look. Enter passes over.", session,
        indent: 0)
    }
    let outcome = try ThreeSession(session, decisions).run(given: given)
    switch outcome {
    case .kept: return .done
    case .nothing:
      guard session.world.dialogue.isTerminal else {
        throw UsageError(
          "three needs an answer", hint: "lines on a pipe, or --answer DECISION --why TEXT --price TEXT")
      }
      session.console.note("nothing was said, so nothing is kept")
      return .nothing
    case .interrupted, .ended:
      session.console.line()
      session.console.line("Kept as it is; `three` goes on here.")
      if case .interrupted = outcome { return .interrupted }
      return .done
    }
  }

  /// Each answer begins a decision; what stands behind it belongs to it.
  private static func answers(_ invocation: Invocation) throws -> [ToldDecision] {
    var told: [ToldDecision] = []
    for (option, value) in invocation.inOrder {
      let text = ThreeAsking.clean(value)
      if option == "answer" {
        guard !text.isEmpty else { throw UsageError("--answer needs a decision") }
        told.append(ToldDecision(decision: text))
        continue
      }
      guard ["why", "price", "confidence"].contains(option) else { continue }
      guard let last = told.indices.last else {
        throw UsageError(
          "--\(option) needs its decision before it", hint: "--answer DECISION --\(option) \(value)")
      }
      switch option {
      case "why": told[last].why = text
      case "price": told[last].price = text
      default:
        guard let number = Int(text), (0...100).contains(number) else {
          throw UsageError("--confidence takes a whole number from 0 to 100, not \"\(value)\"")
        }
        told[last].confidence = number
      }
    }
    guard told.count <= ThreeAsking.places.count else {
      throw UsageError("three are asked for, and \(told.count) were given")
    }
    return told
  }
}
