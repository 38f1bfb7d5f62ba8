internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let key = Command(
    "key", "mark the decisions that the project stands on; alone, list them and what could be one",
    arguments: [Argument("ID or NUMBER", .any, help: "a record's number, or the id of one of its cards")],
    options: [Option("remove", help: "take the mark away")],
    examples: [
      Example("key", "those that are marked, and candidates by what hangs on them"),
      Example("key 7 12 31", "the three that you would name"),
      Example("key --remove 12", "no longer"),
    ],
    details: """
      Candidates are decisions that stand: three points for each record that refers to one, two for each that it \
      replaced, one for each year. You choose. `three` asks for what is marked. Nothing is written into a record, and \
      `key --remove` takes a mark away; `undo` takes back either.
      """
  ) { invocation, session in
    let words = invocation.arguments
    let isChange = !words.isEmpty
    if invocation.has("remove"), !isChange {
      throw UsageError("--remove needs a number", hint: "`whet key` lists what is marked")
    }
    let canWrite = isChange || session.world.dialogue.isTerminal && !session.isJSON
    let database = try session.database(canWrite ? .write : .read)
    let decisions = try ProjectDecisions(session, database, isForWriting: false)
    let keys = KeyList(session, decisions)
    guard isChange else { return try keys.list() }
    let isRemoval = invocation.has("remove")
    let changed = isRemoval ? try keys.remove(words) : try keys.mark(words)
    if session.isJSON {
      let name = isRemoval ? "removed" : "marked"
      let rows = try changed.map { JSON.object(try keys.pairs($0)) }
      session.console.data(JSON.object([(name, .array(rows))]).text + "\n")
    } else if changed.isEmpty {
      session.console.note(isRemoval ? "it was not marked" : "it is marked already")
    } else {
      keys.tell(changed, isRemoval ? "is no longer marked as key" : "is key now")
    }
    return .done
  }
}
