internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// The explanations that were begun: a list of them, and a way to throw one away.
struct ExplanationDraftList {
  private let session: Session
  private let shelf: ExplanationShelf

  init(_ session: Session) throws {
    self.session = session
    shelf = try ExplanationShelf(session, try session.database(.read), isForWriting: false)
  }

  func list() throws -> ExitCode {
    let drafts = try shelf.drafts()
    if session.isJSON {
      session.console.data(
        JSON.array(
          drafts.map { draft in
            .object([
              ("topic", .string(draft.sheet.topic)), ("date", .string(draft.sheet.date)),
              ("path", .string(draft.path)),
              ("answered", .int(ExplanationQuestion.allCases.count - draft.sheet.empty.count)),
              ("empty", JSON(strings: draft.sheet.empty.map(\.rawValue))),
            ])
          }
        ).text + "\n")
    } else if drafts.isEmpty {
      session.console.note("nothing was begun; `whet explain TOPIC` does")
    } else {
      var table = TextTable([("topic", .left), ("answered", .right), ("begun", .left)], flexible: 0)
      for draft in drafts {
        let count = ExplanationQuestion.allCases.count
        table.add([
          draft.sheet.topic, "\(count - draft.sheet.empty.count) of \(count)", draft.sheet.date,
        ])
      }
      table.print(to: session.console)
    }
    return drafts.isEmpty ? .nothing : .done
  }

  func discard(_ topic: String, isSure: Bool) throws -> ExitCode {
    let drafts = try shelf.drafts()
    guard !topic.isEmpty else {
      throw UsageError("--discard needs the TOPIC", hint: "whet explain --drafts lists them")
    }
    let slug = ExplanationSheet.slug(topic)
    let exact = drafts.filter { ExplanationSheet.slug($0.sheet.topic) == slug }
    let found =
      exact.isEmpty ? drafts.filter { ExplanationSheet.slug($0.sheet.topic).hasPrefix(slug) } : exact
    guard let draft = found.first else {
      throw Failure("no draft of \"\(topic)\"; `whet explain --drafts` lists them", code: .nothing)
    }
    guard found.count == 1 else {
      throw Failure(
        "\"\(topic)\" is the beginning of several: \(found.map(\.sheet.topic).joined(separator: ", "))")
    }
    let name = SafeText.line(draft.sheet.topic)
    if !isSure { try Confirmation.ask("The draft of \(name) will be gone for good.", session) }
    shelf.discard(draft)
    if session.isJSON {
      session.console.data(JSON.object([("discarded", .string(draft.sheet.topic))]).text + "\n")
    } else {
      session.console.line(Styled("the draft of \(name) is gone"))
    }
    return .done
  }
}
