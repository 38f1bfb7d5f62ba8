internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  private static let target = Argument("ID", .many, help: "cards by id, or a query such as deck:shop")
  private static let yes = Option("yes", short: "y", help: "do not ask before changing many cards")

  static let suspend = flag(
    "suspend", "leave cards out until they are resumed", .suspended, done: "suspended",
    Example("suspend 7k2m", "it keeps its schedule"))
  static let resume = flag(
    "resume", "ask suspended or retired cards again", .resumed, done: "resumed",
    Example("resume 7k2m", "it goes on where it was"))
  static let retire = flag(
    "retire", "put cards away for good, history kept", .retired, done: "retired",
    Example("retire deck:old --yes", "a whole deck; `resume` brings cards back"))

  private static func flag(
    _ name: String, _ summary: String, _ deed: Deed, done: String, _ example: Example
  ) -> Command {
    Command(name, summary, arguments: [target], options: [yes], examples: [example]) { invocation, session in
      let database = try session.database(.write)
      let cards = try CardSelection(session: session, database: database)
        .cards(invocation.arguments, confirmed: invocation.has("yes"), toBe: done)
      try database.connection.transaction {
        let journal = try Journal(session: session, database: database)
        for card in cards where try !isAlready(deed, card.num, database) { try journal.record(card, deed) }
      }
      return tell(cards.map(\.id), done, session)
    }
  }

  /// What changes nothing is not written: an undo would be spent on it.
  private static func isAlready(_ deed: Deed, _ card: Int, _ database: Database) throws -> Bool {
    let schedule = try database.schedules.schedule(of: card)
    return switch deed {
    case .suspended: schedule.isSuspended
    case .retired: schedule.isRetired
    default: !schedule.isSuspended && !schedule.isRetired
    }
  }

  static let tier = Command(
    "tier", "say how much of it you mean to own: core, repeatable or transient",
    arguments: [target, Argument("TIER", help: "core comes first; transient is not asked")], options: [yes],
    examples: [Example("tier 7k2m core", "ask this before the rest")]
  ) { invocation, session in
    let name = invocation.arguments.last ?? ""
    guard let tier = Tier(rawValue: name) else {
      let known = Tier.allCases.map(\.rawValue)
      throw UsageError(
        "no tier \"\(name)\"",
        hint: Suggestion.hint(for: name, among: known) ?? "there are \(known.joined(separator: ", "))")
    }
    return try change(
      Array(invocation.arguments.dropLast()), invocation, session, done: "now \(tier.rawValue)"
    ) {
      $0.tier = tier
    }
  }

  static let tag = Command(
    "tag", "give cards tags, or take them away",
    arguments: [
      Argument("ID", help: "a card's id, or a query in quotes"),
      Argument("TAG", .many, help: "a tag to give; with a minus sign one to take away", isQuery: true),
    ],
    options: [yes],
    examples: [Example("tag 7k2m storage -draft", "gives one tag, takes another")]
  ) { invocation, session in
    var given: [String] = []
    var taken: [String] = []
    for word in invocation.arguments.dropFirst() {
      let isTaken = word.hasPrefix("-")
      guard let tag = Names.tag(isTaken || word.hasPrefix("+") ? String(word.dropFirst()) : word) else {
        throw UsageError("\"\(word)\" is no tag")
      }
      if isTaken { taken.append(tag) } else { given.append(tag) }
    }
    return try change([invocation.arguments[0]], invocation, session, done: "tagged") { card in
      card.text.tags.removeAll { taken.contains($0) }
      for tag in given where !card.text.tags.contains(tag) { card.text.tags.append(tag) }
    }
  }

  private static func change(
    _ words: [String], _ invocation: Invocation, _ session: Session, done: String,
    _ edit: (inout StoredCard) -> Void
  ) throws -> ExitCode {
    let database = try session.database(.write)
    let cards = try CardSelection(session: session, database: database)
      .cards(words, confirmed: invocation.has("yes"), toBe: "changed")
    try database.connection.transaction {
      let journal = try Journal(session: session, database: database)
      for found in cards {
        guard let card = try database.cards.stored(found.num) else { continue }
        var changed = card
        edit(&changed)
        try journal.change(card, to: changed)
      }
    }
    return tell(cards.map(\.id), done, session)
  }

  private static func tell(_ ids: [CardID], _ done: String, _ session: Session) -> ExitCode {
    if session.isJSON {
      session.console.data(JSON.object([("ids", JSON(strings: ids.map(\.text)))]).text + "\n")
    } else {
      let name = ids.count == 1 ? "\(ids[0])" : "\(ids.count) cards"
      session.console.line(Styled("\(name) \(done)"))
    }
    return .done
  }

  static let undo = Command(
    "undo", "take back what you did last, as often as you like",
    arguments: [Argument("N", .optional, help: "how many commands to take back; 1 by default")],
    options: [Option("yes", short: "y", help: "do not ask before taking back more than \(Undo.unasked)")],
    examples: [
      Example("undo", "says what it takes back"),
      Example("undo 3", "the last three commands"),
    ],
    details: """
      Works after a restart too: the log keeps both the deed and its taking back. An import is a step as well: the cards \
      that it brought go, the files stay as they are, and reading them again brings the cards back.
      """
  ) { invocation, session in
    var count = 1
    if let text = invocation.arguments.first {
      guard let number = Int(text), number >= 1 else {
        throw UsageError("undo takes a whole number from 1, not \"\(text)\"")
      }
      count = number
    }
    let database = try session.database(.write)
    let undo = Undo(session: session, database: database)
    if session.world.dialogue.isTerminal, !session.isJSON, !invocation.has("yes") {
      let steps = try undo.available(count)
      if steps > Undo.unasked { try Confirmation.ask("take back \(steps) steps? [y/N] > ", of: session) }
    }
    let undone = try undo.last(count)
    if session.isJSON {
      let rows = undone.map { step in
        JSON.object([
          ("id", JSON(step.card?.text)), ("deed", .string(step.deed)), ("prompt", JSON(step.prompt)),
          ("remark", JSON(step.remark)),
        ])
      }
      session.console.data(JSON.object([("undone", .array(rows))]).text + "\n")
    } else if undone.isEmpty {
      session.console.note("nothing to take back")
    } else {
      for step in undone {
        let done = step.isPassed ? "left as it is" : "took back"
        let parts = ["\(done): \(step.deed)", step.card?.text, step.prompt].compactMap { $0 }
        let line = SafeText.line(parts.joined(separator: " · "))
        session.console.line(Styled(DisplayWidth.cut(line, to: session.console.columns)))
        if let remark = step.remark {
          let card = step.card.map { "\($0): " } ?? ""
          session.console.note(Styled(card + remark, .careful))
        }
      }
    }
    return undone.isEmpty ? .nothing : .done
  }
}
