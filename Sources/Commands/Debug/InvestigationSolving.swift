internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// Asks what it was, one question after the other, and makes cards of the answers. Each answer is on the disk before the
/// next question, so that whatever ends the program, the same command goes on there.
struct InvestigationSolving {
  let session: Session
  let desk: InvestigationDesk
  /// A line of a script that was read before it was clear what it answers: the first question.
  var heard: String?

  private struct Left: Error {
    let code: ExitCode
  }

  private var dialogue: any Dialogue { session.world.dialogue }
  private var console: Console { session.console }

  func run(_ one: InvestigationDesk.Case, _ given: InvestigationOptions) throws -> ExitCode {
    var one = one
    try checkMatch(given.match, one.state)
    if given.isAnswered {
      guard given.isExplained || one.state.isExplained else {
        throw Self.unexplained(isAfterwards: one.state.isAfterwards)
      }
      try take(given, of: &one)
    } else {
      do {
        var asking = self
        try asking.ask(&one)
      } catch let left as Left {
        console.line()
        CardView.body("Kept as it is; `\(Self.command(one))` goes on here.", session, indent: 0)
        return left.code
      }
    }
    guard one.state.isExplained else {
      guard dialogue.isTerminal else { throw Self.unexplained(isAfterwards: one.state.isAfterwards) }
      CardView.body(
        "Without a cause it stays open, and what you said is kept. `\(Self.command(one))` when you know.",
        session,
        indent: 0)
      return .done
    }
    // A step of its own: to take it back is to go on searching, with all answers kept.
    try desk.keep([(.solved, nil)], of: &one)
    return try finish(one)
  }

  private static func command(_ one: InvestigationDesk.Case) -> String {
    one.state.isAfterwards ? "incident" : "debug solved"
  }

  static func unexplained(isAfterwards: Bool) -> UsageError {
    let name = isAfterwards ? "incident" : "debug"
    return UsageError(
      "what was it?", hint: "lines on a pipe, or --cause TEXT and the other flags of `whet help \(name)`")
  }

  private func checkMatch(_ number: Int?, _ state: Investigation) throws {
    guard let number, number > 0, state.hypothesis(number) == nil else { return }
    throw UsageError(
      "there is no hypothesis \(number)", hint: "`whet debug status` numbers them; none is --which none")
  }

  // MARK: Answers

  private func take(_ given: InvestigationOptions, of one: inout InvestigationDesk.Case)
    throws
  {
    var steps: [InvestigationDesk.Step] = []
    for question in InvestigationQuestion.allCases {
      switch question {
      case .which: if let number = given.match { steps.append((.matched(number), nil)) }
      case .help:
        if given.help != nil || given.helpMinutes != nil {
          steps.append((.helped(given.help, minutes: given.helpMinutes), nil))
        }
      default: if let text = given.answers[question] { steps.append((.answered(question), text)) }
      }
    }
    try desk.keep(steps, of: &one)
  }

  private mutating func ask(_ one: inout InvestigationDesk.Case) throws {
    if dialogue.isTerminal {
      let isBegun = !one.state.asked.isEmpty
      CardView.body(
        isBegun ? "Going on where you were. Enter skips." : "While it is fresh. Enter skips.", session,
        role: .quiet, indent: 0)
    }
    // What a script no longer says is passed over; one that says nothing at all closes nothing.
    var hasRead = false
    for question in one.state.openQuestions where one.state.openQuestions.contains(question) {
      guard let step = try self.step(question, one.state) else { break }
      hasRead = true
      var isOpen = true
      try desk.keep(of: &one) { state in
        isOpen = state.openQuestions.contains(question)
        return isOpen ? [step] : []
      }
      guard !isOpen else { continue }
      let other = one.state.answer(question).map { ", “\(SafeText.line($0))”" } ?? ""
      console.note(Styled("it was answered elsewhere meanwhile\(other); this was left out", .careful))
    }
    guard hasRead || dialogue.isTerminal || one.state.openQuestions.isEmpty else {
      throw Self.unexplained(isAfterwards: one.state.isAfterwards)
    }
  }

  private mutating func step(
    _ question: InvestigationQuestion, _ state: Investigation
  ) throws -> InvestigationDesk.Step? {
    switch question {
    case .which: return try which(state)
    case .help: return try help()
    default: return try line("\(question.question)> ").map { (.answered(question), $0) }
    }
  }

  /// Nil where a script has ended. A line of it that is no answer ends the reading: what stands behind it would become
  /// the answer to another question.
  private mutating func which(_ state: Investigation) throws -> InvestigationDesk.Step? {
    if dialogue.isTerminal {
      for hypothesis in state.hypotheses {
        CardView.body("\(hypothesis.number)  \(hypothesis.text)", session, role: .quiet, indent: 1)
      }
    }
    while let text = try line("\(InvestigationQuestion.which.question) 0 for none> ")?.lowercased() {
      if text.isEmpty { return (.matched(nil), nil) }
      if text == "none" || text == "0" { return (.matched(0), nil) }
      if let number = Int(text), state.hypothesis(number) != nil { return (.matched(number), nil) }
      try refuse(text, "the number of a hypothesis, 0 for none of them; Enter skips")
    }
    return nil
  }

  private mutating func help() throws -> InvestigationDesk.Step? {
    if dialogue.isTerminal { CardView.body(InvestigationQuestion.help.question, session, indent: 0) }
    while let text = try line("alone, colleague or ai, and minutes> ")?.lowercased() {
      if text.isEmpty { return (.helped(nil, minutes: nil), nil) }
      if let said = InvestigationHelp.read(text) { return (.helped(said.who, minutes: said.minutes), nil) }
      try refuse(text, "such as: alone, or colleague 20; the beginning is enough, Enter skips")
    }
    return nil
  }

  /// Somebody who types is asked again.
  private func refuse(_ text: String, _ hint: String) throws {
    guard !dialogue.isTerminal else { return console.note(Styled(hint)) }
    throw UsageError(
      "\"\(SafeText.line(text))\" is no answer here; what came before it is kept, and nothing behind it was read",
      hint: hint)
  }

  /// Nil where a script has ended.
  private mutating func line(_ prompt: String) throws -> String? {
    if let first = heard {
      heard = nil
      return InvestigationDesk.clean(first)
    }
    switch dialogue.ask(Styled(prompt, .quiet)) {
    case .interrupted: throw Left(code: .interrupted)
    case .ended where dialogue.isTerminal: throw Left(code: .done)
    case .ended: return nil
    case .text(let text): return InvestigationDesk.clean(text)
    }
  }

  // MARK: Its cards

  /// The note goes through the door that everything comes in by. Its first card is the one that all of this hangs on.
  func finish(_ one: InvestigationDesk.Case) throws -> ExitCode {
    let path = try desk.path(of: one)
    let view = InvestigationView(desk: desk)
    if !session.isJSON {
      CardView.body("\(one.number) · \(one.state.symptom): solved", session, role: .quiet, indent: 0)
      CardView.body(try sentence(one.state), session, indent: 0)
    }
    guard try !NotesBehind(database: desk.database).holds(one.row.id) else {
      // Why its note is not written was told.
      if session.isJSON {
        try view.tell(one, "")
      } else {
        CardView.body("Its cards come as soon as its note is written.", session, indent: 0)
      }
      return .done
    }
    if !session.isJSON { console.line(Styled("wrote \(SafeText.line(session.shown(path)))")) }
    let cards = InvestigationCards(session: session, database: desk.database)
    let outcome = try cards.take(one.row, path, isReviewed: true)
    if let end = outcome.end { return end }
    for (question, reason) in cards.incident(path)?.left ?? [] {
      console.note("no card asks “\(question.heading ?? question.rawValue)”: \(reason)")
    }
    if session.isJSON {
      try view.tell(one, "")
    } else {
      outcome.report.print(to: console, isDry: false, shown: session.shown)
    }
    return .done
  }

  private func sentence(_ state: Investigation) throws -> String {
    if state.isAfterwards { return "Kept." }
    let time = Span.words(try state.known ?? state.elapsed(at: session.now()))
    return switch state.which {
    case 1?: "Known after \(time), and it was your first thought."
    case let number? where number > 1: "Known after \(time), and it was on your list."
    default: "Known after \(time)."
    }
  }
}
