internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// One drill on one card. Each line is on the disk before the next question, so that whatever ends the program, the next
/// time goes on where it was.
struct Drilling {
  let session: Session
  let database: Database
  let card: Card
  let num: Int
  let screen: DrillScreen

  init(_ session: Session, _ database: Database, _ card: Card, _ num: Int) {
    self.session = session
    self.database = database
    self.card = card
    self.num = num
    screen = DrillScreen(session: session, card: card, answer: DrillAnswer(card.text.answer))
  }

  enum Outcome {
    case kept(Grade, confidence: Int?)
    /// Ctrl-C, and Ctrl-D.
    case interrupted, ended
  }

  private struct Left: Error {
    let outcome: Outcome
  }

  private var isTerminal: Bool { session.world.dialogue.isTerminal }
  private var answer: DrillAnswer { screen.answer }
  var symptom: String { DrillQuestion.symptom(in: card.text.prompt) }

  /// As far as it got.
  func begun() throws -> DrillRun {
    DrillRun(steps: answer.evidence.count, lines: try database.typedLines.of(card: num))
  }

  func run() throws -> Outcome {
    do {
      return try ask()
    } catch let left as Left {
      return left.outcome
    }
  }

  private func ask() throws -> Outcome {
    let began = session.world.clock.ticks()
    var run = try begun()
    let isWhole = run.lines.isEmpty
    var milliseconds: Int?
    screen.begin(run)
    while run.asking != .over {
      let line = try line(run)
      if line.lowercased() == DrillRun.undo {
        try takeBack(&run)
        continue
      }
      let before = run
      if let problem = run.take(line) {
        session.console.note(Styled(problem))
        continue
      }
      try database.typedLines.keep(line, at: run.lines.count, card: num)
      if isWhole, milliseconds == nil, run.asking == .cause || run.asking == .over {
        milliseconds = session.world.clock.ticks() - began
      }
      screen.change(from: before, to: run)
    }
    screen.score(run.score)
    let grade = try grade(run.score.grade)
    let schedule = try record(run, grade, milliseconds: milliseconds)
    let days = schedule.interval == 1 ? "in 1 day" : "in \(schedule.interval) days"
    session.console.line(Styled(days))
    return .kept(grade, confidence: run.telling.sureAtTheEnd)
  }

  private func takeBack(_ run: inout DrillRun) throws {
    guard let before = run.withoutLast, let line = run.lines.last else {
      return session.console.note("nothing to take back; what was shown stays")
    }
    try database.typedLines.cut(from: run.lines.count, card: num)
    run = before
    session.console.note("taken back: \(SafeText.line(line))")
  }

  // MARK: What is typed

  private func line(_ run: DrillRun) throws -> String {
    let proposed = proposed(run)
    let prompt =
      switch run.asking {
      case .hypothesis: "\(run.telling.hypotheses.count + 1)> "
      case .sure: "   sure 0-100> "
      case .reweigh: "reweigh> "
      case .cause, .over: "which was it? numbers, 0 for none  [\(proposed)] > "
      }
    switch session.world.dialogue.ask(Styled(prompt, .quiet)) {
    case .interrupted: throw Left(outcome: .interrupted)
    case .ended where isTerminal: throw Left(outcome: .ended)
    case .ended:
      // What a script no longer says stays as it is; but nobody can say for it what it thinks.
      guard run.asking != .sure, !run.telling.hypotheses.isEmpty || run.telling.revealed > 0 else {
        throw UsageError(
          "a drill needs a hypothesis and how sure you are, a line each",
          hint: "`whet debug drill --hypothesis TEXT --sure 60` says it with flags")
      }
      return run.asking == .cause ? proposed : ""
    case .text(let text):
      let line = text.asTyped.trimmed
      return line.isEmpty && run.asking == .cause ? proposed : line
    }
  }

  /// The hypotheses that seem to have been the cause, as somebody would type it.
  func proposed(_ run: DrillRun) -> String {
    guard run.asking == .cause else { return "" }
    let likely = DrillMatch.proposed(
      run.telling.hypotheses, cause: answer.cause, symptom: symptom)
    return likely.isEmpty ? "0" : likely.sorted().map { "\($0 + 1)" }.joined(separator: " ")
  }

  private func grade(_ proposed: Grade) throws -> Grade {
    let actions = QuizActions(session: session, database: database)
    let prompt = QuizScreen(session: session).gradePrompt(
      try actions.previews(card), suggestion: proposed, cap: 5, isPractice: true)
    while true {
      switch session.world.dialogue.key(prompt) {
      case .interrupted: throw Left(outcome: .interrupted)
      case .ended where isTerminal: throw Left(outcome: .ended)
      case .ended: return proposed
      case .text(let text):
        if text.trimmed.isEmpty { return proposed }
        if let grade = Int(text.trimmed).flatMap({ Grade($0) }) { return grade }
        session.console.note("0 to 5; Enter takes \(proposed.value)")
      }
    }
  }

  // MARK: The log

  /// The practice, what it was made of, and the end of what was begun, together or not at all.
  func record(_ run: DrillRun, _ grade: Grade, milliseconds: Int?) throws -> Schedule {
    let text = run.telling.text
    return try database.connection.transaction {
      let schedule = try Journal(session: session, database: database).grade(
        CardStore.Found(num: num, id: card.id), grade, confidence: run.telling.sureAtTheEnd,
        milliseconds: milliseconds, answer: text.isEmpty ? nil : text)
      try database.drills.keep(run, symptom: symptom)
      try database.typedLines.discard(card: num)
      return schedule
    }
  }
}
