internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let add = Command(
    "add", "make a card of your own",
    arguments: [Argument("DECK", .optional, help: "the deck; else the project's own, or general")],
    options: [
      Option("prompt", short: "p", value: "TEXT", help: "the question"),
      Option("answer", short: "a", value: "TEXT", help: "its answer"),
      Option("tier", value: "TIER", help: "core, repeatable or transient"),
      Option("tag", short: "t", value: "TAG", isRepeated: true, help: "a tag"),
    ],
    examples: [
      Example("add --prompt \"Why one writer?\" --answer \"Locks\"", "at once"),
      Example("add shop", "asks for both, into a deck"),
    ],
    details: "The card is appended to a plain Markdown file in the notebook folder (`whet config notebook`)."
  ) { invocation, session in
    let prompt = try words(invocation.value("prompt"), "prompt") ?? ask("prompt", session)
    let answer = try words(invocation.value("answer"), "answer") ?? ask("answer", session)
    var tier: Tier?
    if let name = invocation.value("tier") {
      tier = Tier(rawValue: name)
      guard tier != nil else {
        throw UsageError(
          "no tier \"\(name)\"", hint: "there are \(Tier.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    let tags = try invocation.all("tag").map { text throws -> String in
      guard let tag = Names.tag(text) else { throw UsageError("\"\(text)\" is no tag") }
      return tag
    }
    let notebook = Notebook(session: session, database: try session.database(.write))
    let id = try notebook.add(
      prompt: prompt, answer: answer, deck: invocation.arguments.first, tier: tier, tags: tags)
    if session.isJSON {
      session.console.data(JSON.object([("id", .string(id.text))]).text + "\n")
    } else {
      session.console.line(Styled("\(id) added; `whet undo` takes it back"))
    }
    return .done
  }

  /// Lines until an empty one.
  private static func ask(_ name: String, _ session: Session) throws -> String {
    guard session.world.dialogue.isTerminal else {
      throw UsageError("add needs --\(name) where nobody can be asked")
    }
    var lines: [String] = []
    var prompt = "\(name)> "
    while true {
      guard case .text(let line) = session.world.dialogue.ask(Styled(prompt, .quiet)) else {
        throw Failure("nothing was added", code: .interrupted)
      }
      guard !line.trimmed.isEmpty else { break }
      lines.append(line)
      prompt = String(repeating: " ", count: name.count) + "> "
    }
    guard let text = try words(lines.joined(separator: "\n"), name) else { throw UsageError("no \(name)") }
    return text
  }
}
