internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// A drill in steps that a script says with flags. Each becomes the line that somebody would have typed, so both ways
/// can be mixed. All flags of a call count, or none.
struct DrillSteps {
  let session: Session
  let database: Database
  let drilling: Drilling

  func run(_ invocation: Invocation) throws -> ExitCode {
    let before = try drilling.begun()
    var run = before
    for (option, value) in invocation.inOrder { try take(option, value, &run) }
    // What was asked on a terminal may still be open; what a flag began may not.
    if run.asking == .sure, run != before { throw UsageError(Self.unsure, hint: "--sure 60 behind it") }
    let causes = invocation.all("which").map { $0 == "none" ? "0" : $0 }
    if !causes.isEmpty {
      guard run.asking == .cause else {
        throw UsageError("--which comes after the cause is told", hint: "--solve tells it")
      }
      try take(causes.joined(separator: " "), &run)
    }
    let grade = try invocation.number("grade", in: 0...5).flatMap { Grade($0) }
    let isOver = run.asking == .over
    guard grade == nil || isOver else {
      throw UsageError("--grade goes with --which")
    }
    var schedule: Schedule?
    try database.connection.transaction {
      for (index, line) in run.lines.enumerated().dropFirst(before.lines.count) {
        try database.typedLines.keep(line, at: index + 1, card: drilling.num)
      }
      // A look at what is over but for its grade changes nothing.
      if isOver, run != before || grade != nil {
        schedule = try drilling.record(run, grade ?? run.score.grade, milliseconds: nil)
      }
    }
    if session.isJSON {
      session.console.data(json(run, schedule).text + "\n")
    } else {
      show(run, schedule)
    }
    return .done
  }

  // MARK: Moves

  private func take(_ option: String, _ value: String, _ run: inout DrillRun) throws {
    switch option {
    case "hypothesis":
      if run.asking == .sure { throw UsageError(Self.unsure, hint: "--sure 60 behind it") }
      guard run.asking == .hypothesis || run.asking == .reweigh else {
        throw UsageError("--hypothesis comes before the cause is told")
      }
      let text = value.asTyped.split(whereSeparator: \.isNewline)
        .joined(separator: " ").trimmed
      try take(text, &run)
      guard run.asking == .sure else { throw UsageError("\"\(text)\" is no hypothesis", hint: "a few words") }
    case "sure":
      guard run.asking == .sure else {
        throw UsageError("--sure goes behind its hypothesis", hint: "--reweigh 1=20 changes one")
      }
      try take(value, &run)
    case "reweigh":
      guard run.asking == .reweigh else {
        throw UsageError("--reweigh comes after evidence", hint: "--reveal 1 shows the first step")
      }
      let numbers = value.split(separator: "=", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let sure = numbers[1] else {
        throw UsageError("--reweigh takes a number, = and how sure: 1=60")
      }
      try take("\(number)=\(sure)", &run)
    case "reveal":
      guard let step = Int(value), step > 0, step <= run.steps else {
        throw UsageError(
          run.steps == 0 ? "there is no evidence to show" : "--reveal takes a step from 1 to \(run.steps)")
      }
      while run.telling.revealed < step {
        guard run.asking == .hypothesis || run.asking == .reweigh else {
          throw UsageError(
            run.asking == .sure
              ? "how sure are you of the last one? --sure says it" : "the cause is told already")
        }
        try take(run.telling.hypotheses.isEmpty && run.asking == .hypothesis ? "?" : "", &run)
      }
    case "solve":
      if run.asking == .cause || run.asking == .over { return }
      guard run.asking != .sure else { throw UsageError(Self.unsure) }
      try take(DrillRun.solve, &run)
    default: break
    }
  }

  private func take(_ line: String, _ run: inout DrillRun) throws {
    if let problem = run.take(line) { throw UsageError(problem) }
  }

  private static let unsure = "how sure are you of the last one? --sure says it"

  // MARK: Where it stands

  private func show(_ run: DrillRun, _ schedule: Schedule?) {
    drilling.screen.head()
    drilling.screen.begin(run)
    if run.asking == .over { drilling.screen.score(run.score) }
    if let schedule {
      session.console.line(Styled("again in \(schedule.interval) day\(schedule.interval == 1 ? "" : "s")"))
    }
  }

  private func json(_ run: DrillRun, _ schedule: Schedule?) -> JSON {
    let telling = run.telling
    let answer = drilling.screen.answer
    var pairs: [(String, JSON)] = [
      ("id", .string(drilling.card.id.text)), ("symptom", .string(drilling.symptom)),
      ("steps", .int(run.steps)), ("asks", schedule == nil ? .string(asks(run)) : .null),
      ("revealed", .int(telling.revealed)),
      ("evidence", JSON(strings: Array(answer.evidence.prefix(telling.revealed)))),
      (
        "hypotheses",
        .array(
          telling.hypotheses.enumerated().map { index, text in
            .object([
              ("text", .string(text)),
              ("sure", JSON(index < telling.now.count ? telling.now[index] : nil)),
              ("cause", run.asking == .over ? .bool(run.causes.contains(index)) : .null),
            ])
          })
      ),
    ]
    if run.asking == .cause || run.asking == .over {
      pairs.append(("cause", .string(answer.cause)))
      pairs.append(("allEvidence", JSON(strings: answer.evidence)))
    }
    if run.asking == .cause {
      let proposed = drilling.proposed(run).split(separator: " ").compactMap { Int($0) }.filter { $0 > 0 }
      pairs.append(("proposed", .array(proposed.map(JSON.int))))
    }
    if run.asking == .over { pairs += DrillHistory.json(run.score) }
    if let schedule {
      pairs += [
        ("grade", JSON(schedule.lastGrade?.value)), ("interval", .int(schedule.interval)),
        ("due", JSON(schedule.due?.date.description)),
      ]
    }
    return .object(pairs)
  }

  private func asks(_ run: DrillRun) -> String {
    switch run.asking {
    case .hypothesis: "hypothesis"
    case .sure: "sure"
    case .reweigh: "reweigh"
    case .cause: "cause"
    case .over: "grade"
    }
  }
}
