internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// An explanation on its way from a topic to a note and its cards. The sheet is on the disk after every line.
struct Explaining {
  let session: Session
  let database: Database
  let shelf: ExplanationShelf
  private let given: ExplanationOptions
  private let started: Int

  init(_ session: Session, _ given: ExplanationOptions) throws {
    self.session = session
    self.given = given
    database = try session.database(.write)
    shelf = try ExplanationShelf(session, database, isForWriting: true)
    try shelf.recover(wasKilled: true)
    started = session.world.clock.ticks()
  }

  var console: Console { session.console }
  private var isAsking: Bool { given.answers.isEmpty }

  enum Step {
    case through
    case end(ExitCode)
  }

  func run(_ topic: String) throws -> ExitCode {
    var draft = try begin(topic)
    let earlier = draft.sheet.seconds
    draft.sheet.tier = given.tier ?? draft.sheet.tier
    for file in given.files where !draft.sheet.files.contains(file) { draft.sheet.files.append(file) }
    draft.sheet.commit = given.commit ?? draft.sheet.commit
    for (index, answer) in given.answers.enumerated() {
      let isFirst = !given.answers[..<index].contains { $0.question == answer.question }
      // A question can be given twice only where it takes several answers.
      if isFirst, answer.question != .unsure { draft.sheet[answer.question] = "" }
      let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false)
      draft.sheet.add(lines.map(String.init), to: answer.question)
    }
    if draft.isOld { tellOf(draft) } else { try tellOfOthers(draft.sheet.topic) }
    if given.wantsEditor || isAsking { try shelf.save(&draft) }

    let step: Step
    if given.wantsEditor {
      step = try edit(&draft)
    } else if isAsking {
      step = try ask(&draft, earlier: earlier)
    } else {
      step = .through
    }
    if case .end(let code) = step { return code }
    keepTime(in: &draft, after: earlier)
    return try finish(draft)
  }

  func keepTime(in draft: inout ExplanationShelf.Unfinished, after earlier: Int) {
    draft.sheet.seconds = earlier + (session.world.clock.ticks() - started + 500) / 1000
  }

  // MARK: The topic

  private func begin(_ topic: String) throws -> ExplanationShelf.Unfinished {
    if !topic.isEmpty { return try shelf.sheet(of: try checked(topic)) }
    let drafts = try shelf.drafts()
    if drafts.count == 1, isAsking { return drafts[0] }
    guard isAsking else { throw UsageError("explain needs a TOPIC where the answers are given with flags") }
    if drafts.count > 1, session.world.dialogue.isTerminal {
      console.line("Begun and not finished; a number goes on with it:")
      for (number, draft) in drafts.enumerated() {
        CardView.body("\(number + 1)  \(SafeText.line(draft.sheet.topic))", session, role: .quiet, indent: 2)
      }
    }
    while true {
      switch session.world.dialogue.ask(Styled("topic> ", .quiet)) {
      case .ended where !session.world.dialogue.isTerminal:
        throw UsageError("explain what? Give a TOPIC", hint: "whet explain the outbox relay")
      case .interrupted, .ended: throw Failure("nothing was begun", code: .interrupted)
      case .text(let text):
        let text = text.trimmed
        if let number = Int(text), drafts.indices.contains(number - 1) { return drafts[number - 1] }
        if text.contains(where: { $0.isLetter || $0.isNumber }) { return try shelf.sheet(of: text) }
        guard session.world.dialogue.isTerminal else { throw UsageError("explain what? Give a TOPIC") }
        console.note("a few words: what is it about? Ctrl-C leaves")
      }
    }
  }

  private func checked(_ topic: String) throws -> String {
    guard topic.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw UsageError("a topic has a letter or a digit in it")
    }
    return topic
  }

  private func tellOf(_ draft: ExplanationShelf.Unfinished) {
    let total = ExplanationQuestion.allCases.count
    let count = total - draft.sheet.empty.count
    console.note(
      Styled(
        "going on with the draft of \(SafeText.line(draft.sheet.topic)): \(count) of \(total) answered",
        .careful))
  }

  private func tellOfOthers(_ topic: String) throws {
    for path in try shelf.unread(database, most: 3) {
      console.note(
        Styled("`import \(SafeText.line(session.shown(path)))` takes the cards of an earlier note", .careful))
    }
    guard isAsking, session.world.dialogue.isTerminal, let last = shelf.notes(on: topic).last else { return }
    CardView.body(
      "Explained before, in \(SafeText.line(last)); this makes another note. `explain --recall` asks for that one.",
      session, role: .quiet, indent: 0)
  }

  // MARK: In the editor

  private func edit(_ draft: inout ExplanationShelf.Unfinished) throws -> Step {
    var aborted: Failure?
    try shelf.putAside(draft)
    do {
      try session.world.dialogue.handOver { try session.world.editor.open(draft.path) }
    } catch let failure as Failure {
      aborted = failure
    }
    if try shelf.recover(wasKilled: aborted != nil) {
      if let aborted { throw aborted }
      console.note("the file came back empty, so the draft is as it was; `explain --discard` throws it away")
      return .end(.nothing)
    }
    guard session.world.files.exists(draft.path) else {
      throw aborted ?? Failure("the draft \(session.shown(draft.path)) is gone; `explain` begins anew")
    }
    draft.sheet = try shelf.read(draft.path).sheet
    if draft.sheet.isEmpty {
      // Nothing that anybody wrote goes with it.
      shelf.discard(draft)
      console.note("nothing was written, so there is no note")
      return .end(aborted == nil ? .nothing : .failed)
    }
    if let aborted { throw aborted }
    return .through
  }

  // MARK: The note

  private func finish(_ draft: ExplanationShelf.Unfinished) throws -> ExitCode {
    var draft = draft
    // Flags are on no disk yet.
    if isAsking, try !shelf.takeUp(&draft) { return end(elsewhere: draft) }
    guard !draft.sheet.isEmpty else {
      if draft.isOld || given.wantsEditor || isAsking { shelf.discard(draft) }
      if session.world.dialogue.isTerminal {
        console.note("nothing was said, so there is no note")
        return .nothing
      }
      throw UsageError(
        "explain needs an answer",
        hint: "as lines behind it on a pipe, or with --what, --why and the other flags")
    }
    if !session.isJSON { tell(draft.sheet) }
    var tier = draft.sheet.tier ?? .repeatable
    if draft.sheet.tier == nil, isAsking, session.world.dialogue.isTerminal, !session.isJSON {
      switch askTier() {
      case .success(let chosen): tier = chosen
      case .failure(let left): return try keep(draft, left.code)
      }
    }
    // It can be finished elsewhere while the tier is asked.
    if isAsking, try !shelf.takeUp(&draft) { return end(elsewhere: draft) }
    draft.sheet.tier = tier
    draft.sheet.date = try session.today(try session.preferences(database)).date.description
    let path = try shelf.write(draft, tier: tier)
    // From here on the note is what stands for it.
    shelf.discard(draft)
    if !session.isJSON { CardView.body("wrote \(SafeText.line(session.shown(path)))", session, indent: 0) }
    let outcome = try Intake(session: session, database: database).run(path, isStep: true)
    if let end = outcome.end { return end }
    try practise(path)
    if session.isJSON {
      console.data(json(draft.sheet, path, tier, outcome.report).text + "\n")
    } else {
      outcome.report.print(to: console, isDry: false, shown: session.shown)
      tellWhatComes(draft.sheet, tier)
    }
    return .done
  }

  private struct Left: Error {
    let code: ExitCode
  }

  private func askTier() -> Result<Tier, Left> {
    while true {
      let prompt = "tier  c core · r repeatable · t transient, Enter for r > "
      switch session.world.dialogue.key(Styled(prompt, .quiet)) {
      case .interrupted: return .failure(Left(code: .interrupted))
      case .ended: return .failure(Left(code: .done))
      case .text(let key):
        let key = key.trimmed.lowercased()
        if key.isEmpty { return .success(.repeatable) }
        if let tier = Tier.allCases.first(where: { $0.rawValue.hasPrefix(key) }) { return .success(tier) }
        console.note("core is asked first, transient is kept and not asked")
      }
    }
  }

  /// Who has just told it need not tell it again today: writing it down was the first time.
  private func practise(_ path: String) throws {
    guard let source = try shelf.source(of: path, database) else { return }
    // A note that gets another name is found there by `refresh`.
    let project = source.project == shelf.project?.id ? shelf.project : nil
    if project?.id == source.project {
      try database.sources.remember(
        folder: ImportBatch.storedPath(shelf.folder, project), project: project?.id, chosenDeck: nil,
        most: nil)
    }
    let journal = try Journal(session: session, database: database)
    for card in try database.cards.stored(inSource: source.id) where !card.isGone && card.kind.stretch != nil
    {
      guard try database.schedules.schedule(of: card.num).reps == 0 else { continue }
      let grade = card.kind == .open ? OpenQuestionList.stillOpen : Grade.all[4]
      _ = try journal.grade(
        CardStore.Found(num: card.num, id: card.id), grade, confidence: nil, milliseconds: nil, answer: nil)
    }
  }

  private func json(
    _ sheet: ExplanationSheet, _ path: String, _ tier: Tier, _ report: ImportReport
  ) -> JSON {
    .object([
      ("path", .string(path)), ("topic", .string(sheet.topic)), ("tier", .string(tier.rawValue)),
      ("empty", JSON(strings: sheet.empty.map(\.rawValue))), ("open", JSON(strings: sheet.open)),
      ("cards", .int(report.counts.added)), ("seconds", .int(sheet.seconds)),
    ])
  }
}
