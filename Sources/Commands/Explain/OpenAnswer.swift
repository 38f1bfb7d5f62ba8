internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// Moves a question in its note from what is unsure to what was answered, and back. The note and what is known of
/// it change together or not at all.
struct OpenAnswer {
  let session: Session
  let database: Database

  private var notebook: Notebook { Notebook(session: session, database: database) }

  /// Returns the card that asks for the answer from now on; the open one is retired.
  func write(_ answer: String, to num: Int) throws -> CardID {
    let text = answer.asTyped.trimmed
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw UsageError("an empty answer leaves it open")
    }
    let date = try session.today(try session.preferences(database)).date.description
    var asked = ""
    return try changing(num) { bytes, card in
      guard let edit = ExplanationEdit(bytes), let question = edit.question(askedAs: card.file.text.prompt)
      else {
        return nil
      }
      asked = question
      return edit.answering(question, with: text, on: date)
    } then: { card, known in
      let new = try database.cards.stored(inSource: card.source).last {
        $0.kind == .question && !$0.isGone && !known.contains($0.num)
      }
      guard let new else {
        throw Failure("this answer makes no card of its own; say a few words of it in a sentence")
      }
      // As it was given: only so can it be told from what is made of it by hand.
      let given = CardText(prompt: asked, answer: text, tags: [])
      try Journal(session: session, database: database).record(
        CardStore.Found(num: new.num, id: new.id), .added, .change(before: given, after: new.text))
      return new.id
    }
  }

  /// Opens a question again. What was made of its answer by hand since stays in the note, and that is said. Nil where it is
  /// no such card.
  func takeBack(_ card: StoredCard, _ typed: Typed?) throws -> TakenBack? {
    guard card.kind == .question, let path = try path(of: card),
      let bytes = try? session.world.files.read(path), let edit = ExplanationEdit(bytes), try isOurs(path),
      let given = Self.given(typed, edit)
    else { return nil }
    var isLeft = false
    return try changing(card.num, mayBeGone: true) { bytes, _ in
      let change = ExplanationEdit(bytes)?.reopening(given.question, answeredWith: given.answer)
      isLeft = change?.isLeft ?? false
      return change?.note
    } then: { before, _ in
      guard isLeft, !before.isGone, let card = try database.cards.stored(before.num) else {
        return TakenBack(remark: nil)
      }
      try CardWriter(database).update(card.withdrawn, from: card, path: path)
      return TakenBack(remark: "its answer was changed in the note since; that was left there")
    }
  }

  struct TakenBack {
    /// What was left as it is.
    let remark: String?
  }

  /// The question and the answer of an event. Older ones tell only the card's words.
  private static func given(_ typed: Typed?, _ edit: ExplanationEdit) -> (question: String, answer: String)? {
    guard case .change(let before, let after) = typed else { return nil }
    if before.prompt != after.prompt { return (before.prompt, before.answer) }
    return edit.question(answeredIn: after.prompt, saying: after.answer)
  }

  // MARK: The file

  /// What another editor wrote meanwhile comes in first; the lock is held from there on.
  private func changing<Result>(
    _ num: Int, mayBeGone: Bool = false, _ change: ([UInt8], StoredCard) throws -> [UInt8]?,
    then body: (StoredCard, Set<Int>) throws -> Result
  ) throws -> Result {
    let files = session.world.files
    var written: (path: String, original: [UInt8])?
    do {
      return try database.connection.transaction {
        guard let before = try database.cards.stored(num), let path = try path(of: before) else {
          throw Failure("its note is not known any more")
        }
        let shown = session.shown(path)
        guard files.target(path) == .file else { throw Failure("the note \(shown) is gone") }
        guard try isOurs(path) else {
          throw Failure(
            "\(shown) is a file of your own, and whet does not write it. Put the answer below a heading "
              + "“\(ExplanationNote.answeredTitle)” there, then `whet refresh`")
        }
        let project = try project(of: before)
        try notebook.takeIn(path, project)
        guard let card = try database.cards.stored(num), mayBeGone || !card.isGone else {
          throw Failure("the note \(shown) says this no longer")
        }
        let original = try files.read(path)
        guard let changed = try change(original, card) else {
          throw Failure(
            "this question does not stand in \(shown) as it was asked; `whet refresh` reads it again")
        }
        let known = Set(try database.cards.stored(inSource: card.source).filter { !$0.isGone }.map(\.num))
        try files.write(changed, to: path, replacing: true)
        written = (path, original)
        try notebook.takeIn(path, project)
        return try body(card, known)
      }
    } catch {
      if let written { try? files.write(written.original, to: written.path, replacing: true) }
      throw error
    }
  }

  /// Only what lies in the notebook is whet's to write.
  private func isOurs(_ path: String) throws -> Bool {
    guard let real = session.world.files.real(path) else { return false }
    return FilePath.relative(real, to: try notebook.root()) != nil
  }

  private func project(of card: StoredCard) throws -> Project? {
    let id = try database.sources.source(card.source)?.project
    return try database.projects.all().first { $0.id == id }
  }

  private func path(of card: StoredCard) throws -> String? {
    guard let source = try database.sources.source(card.source) else { return nil }
    return try project(of: card).map { FilePath.join($0.root, source.path) } ?? source.path
  }
}
