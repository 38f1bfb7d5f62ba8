internal import Recall
internal import Storage
internal import Terminal

/// `debug drill`: takes a symptom and leads through it, or does a step of it for a script.
struct DrillSession {
  /// Its own flags. It takes --hypothesis, --sure and --which too, as the other steps of `debug` do.
  static let options = [
    Option("reweigh", value: "N=60", isRepeated: true, help: "drill: how sure you are of hypothesis N now"),
    Option("reveal", value: "N", help: "drill: show the evidence up to step N"),
    Option("solve", help: "drill: tell the cause"),
    Option("grade", value: "0..5", help: "drill: with --which, another grade than the proposed one"),
    Option("history", help: "drill: how past ones went"),
    Option("discard", help: "drill: throw away what was begun and not finished"),
  ]

  static let details = """
    `debug drill` asks for the cause of a symptom of your own past, with how sure you are, before anything is shown; then \
    the evidence comes step by step. `undo` takes the last line back, as long as it showed nothing. Each line is on the \
    disk at once: after Ctrl-C, or a crash, the same command goes on where it was. It takes what was begun, else what is due longest; words or an id choose. On a pipe the same lines are \
    read. For an editor, `debug drill --json` tells where it stands and changes nothing, and each flag is a step, in \
    the order given, in one call or many: --hypothesis TEXT --sure 60, --reveal 1, --reweigh 1=20, --solve, --which 2. \
    Evidence and cause are in the answer once they are told.
    """

  /// Its flags would do nothing in the other steps of `debug`, and those of the others nothing here.
  static func leaveOut(_ invocation: Invocation) throws {
    if let option = options.first(where: { invocation.has($0.name) }) {
      throw UsageError("--\(option.name) goes with `whet debug drill`")
    }
  }

  private static let steps = ["hypothesis", "sure", "reweigh", "reveal", "solve", "which", "grade"]
  private static let modes = ["history", "discard"]

  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func run(_ invocation: Invocation, words: [String]) throws -> ExitCode {
    let given = Self.steps.filter(invocation.has)
    let modes = Self.modes.filter(invocation.has)
    if let other = invocation.inOrder.first(where: { !(Self.steps + Self.modes).contains($0.option) }) {
      throw UsageError("debug drill has no flag --\(other.option)", hint: "`whet help debug` lists them")
    }
    guard modes.isEmpty || modes.count + given.count == 1 else {
      throw UsageError("--\(modes[0]) goes alone")
    }
    if invocation.has("history") { return try DrillHistory(session: session).list() }

    let isLook = session.isJSON && given.isEmpty && modes.isEmpty
    let database = try session.database(isLook ? .read : .write)
    guard let chosen = try choose(words, database), let card = try database.cards.card(chosen.card) else {
      throw Failure(
        words.isEmpty
          ? "no drill yet: solved investigations and imported incident reports become drills; "
            + "what a card asks already in the same words does not"
          : "no drill for: \(words.joined(separator: " "))",
        code: .nothing)
    }
    if invocation.has("discard") {
      try database.typedLines.discard(card: chosen.card)
      session.console.note(chosen.isBegun ? "thrown away" : "nothing was begun")
      return chosen.isBegun ? .done : .nothing
    }
    let drilling = Drilling(session, database, card, chosen.card)
    if session.isJSON || !given.isEmpty {
      return try DrillSteps(session: session, database: database, drilling: drilling).run(invocation)
    }
    if let due = chosen.due, due > (try session.today(try session.preferences(database))), !chosen.isBegun {
      session.console.note(Styled("none is due; this one comes early", .quiet))
    }
    drilling.screen.head()
    switch try drilling.run() {
    case .kept: return .done
    case .interrupted:
      tellKept()
      return .interrupted
    case .ended:
      tellKept()
      return .done
    }
  }

  private func tellKept() {
    session.console.line()
    session.console.line("Kept as it is; `debug drill` goes on here.")
  }

  /// What was begun, else the one that is due longest, else one that is new, else the next. Words narrow it down.
  private func choose(_ words: [String], _ database: Database) throws -> DrillStore.Candidate? {
    let preferences = try session.preferences(database)
    let today = try session.today(preferences)
    let scope = try session.scope(database)
    guard !words.isEmpty else { return try database.drills.candidates(in: scope, today: today).first }
    if words.count == 1, let word = words.first, !word.isEmpty {
      let named = Set(try database.cards.beginning(with: word.lowercased()).map(\.num))
      let found = try database.drills.candidates(in: .everything, today: today, among: named)
      if found.count == 1 { return found[0] }
    }
    let context = SearchContext(scope: scope, today: today, leechLapses: preferences.leechLapses)
    let query = try CardSelection(session: session, database: database).query(words)
    let found = Set(try database.cards.numbers(query, in: context))
    return try database.drills.candidates(in: scope, today: today, among: found).first
  }
}
