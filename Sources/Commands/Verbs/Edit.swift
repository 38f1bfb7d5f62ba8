internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let edit = Command(
    "edit", "change a card's words; its schedule stays",
    arguments: [Argument("ID", help: "the card")],
    options: [
      Option("prompt", short: "p", value: "TEXT", help: "the new prompt"),
      Option("answer", short: "a", value: "TEXT", help: "the new answer"),
    ],
    examples: [
      Example("edit 7k2m", "in $VISUAL or $EDITOR"),
      Example("edit 7k2m --answer \"Because …\"", "without one"),
    ],
    details: """
      The file that the card came from is not written. Where that file's own text changes later, the file is \
      followed; until then your words stand.
      """
  ) { invocation, session in
    let database = try session.database(.write)
    let found = try CardSelection(session: session, database: database).card(invocation.arguments[0])
    guard let card = try database.cards.stored(found.num) else {
      throw Failure("no card \(found.id)", code: .nothing)
    }
    var changed = card
    if invocation.has("prompt") || invocation.has("answer") {
      changed.text.prompt = try words(invocation.value("prompt"), "prompt") ?? card.text.prompt
      changed.text.answer = try words(invocation.value("answer"), "answer") ?? card.text.answer
    } else {
      (changed.text.prompt, changed.text.answer) = try EditDraft(session: session, card: card).edited()
    }
    try Journal(session: session, database: database).change(card, to: changed)
    if !invocation.has("prompt"), !invocation.has("answer") {
      EditDraft(session: session, card: card).discard()
    }
    let isSame = changed == card
    if session.isJSON {
      session.console.data(
        JSON.object([("id", .string(found.id.text)), ("changed", .bool(!isSame))]).text + "\n")
    } else {
      session.console.line(
        Styled(isSame ? "\(found.id) is as it was" : "\(found.id) changed; `whet undo` takes it back"))
    }
    return .done
  }

  static func words(_ text: String?, _ name: String) throws -> String? {
    guard let text else { return nil }
    let trimmed = text.asTyped.trimmed
    guard !trimmed.isEmpty else { throw UsageError("an empty \(name) makes no card") }
    return trimmed
  }
}

/// A card in the person's editor. The draft is a file of its own until it is taken, so that nothing typed is
/// lost, whatever ends the program.
struct EditDraft {
  let session: Session
  /// Names the draft: the card's id, or something else that is always the same for it.
  let name: String
  let prompt: String
  let answer: String

  init(session: Session, card: StoredCard) {
    self.init(session: session, name: card.id.text, prompt: card.text.prompt, answer: card.text.answer)
  }

  init(session: Session, name: String, prompt: String, answer: String) {
    self.session = session
    self.name = name
    self.prompt = prompt
    self.answer = answer
  }

  private var path: String { "\(session.dataFolder)/drafts/\(name).md" }

  func edited() throws -> (prompt: String, answer: String) {
    let files = session.world.files
    if files.exists(path) {
      session.console.note(
        Styled("going on with the draft that was left in \(session.shown(path))", .careful))
    } else {
      try files.makeFolder(FilePath.folder(of: path))
      let text = DeckWriter.card(prompt: prompt, answer: answer)
      try files.write(Array(text.utf8), to: path, replacing: false)
    }
    try session.world.dialogue.handOver { try session.world.editor.open(path) }
    let bytes = try files.read(path)
    // Who empties it wants no edit; kept, it would stand before each later one.
    if bytes.allSatisfy({ $0 <= 32 }) {
      discard()
      throw Failure("the draft is empty, so nothing is changed")
    }
    let document = DeckReader.read(try SourceText(bytes))
    guard document.drafts.count == 1, let draft = document.drafts.first, draft.kind == .question else {
      let finding = document.findings.first.map { " (line \($0.line): \($0.message))" } ?? ""
      throw Failure(
        "the draft has to hold one Q: and one A:\(finding); it is kept in \(session.shown(path)), edit it again"
      )
    }
    return (draft.prompt, draft.answer)
  }

  /// What was written before and not taken, where it can be read.
  func left() -> (prompt: String, answer: String)? {
    let files = session.world.files
    guard files.exists(path), let bytes = try? files.read(path), let text = try? SourceText(bytes),
      case let drafts = DeckReader.read(text).drafts, drafts.count == 1, let draft = drafts.first,
      draft.kind == .question
    else { return nil }
    return (draft.prompt, draft.answer)
  }

  func discard() {
    session.world.files.remove(path)
  }
}
