internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// An investigation as text and as JSON.
struct InvestigationView {
  let desk: InvestigationDesk
  private var session: Session { desk.session }
  private var console: Console { desk.session.console }

  private func say(_ text: String, _ role: Styled.Role = .plain, indent: Int = 0) {
    CardView.body(text, session, role: role, indent: indent)
  }

  // MARK: The clock

  /// `12:40 left of 15 min`, or calmly that it is over.
  static func clock(_ state: Investigation, _ now: Moment) -> String {
    guard !state.isAfterwards else { return "written down afterwards" }
    let elapsed = Span.words(state.elapsed(at: now))
    if let known = state.known { return "cause known after \(Span.words(known))" }
    guard state.status == .open else { return "\(elapsed) in all" }
    let left = state.left(at: now)
    return left > 0
      ? "\(Span.clock(left)) left of \(state.minutes) min"
      : "the \(state.minutes) min are over, \(elapsed) so far"
  }

  /// What the prompt shows of the one at hand: `debug 12:40`.
  static func mark(_ state: Investigation, _ now: Moment) -> String? {
    guard !state.isAfterwards else { return nil }
    let left = state.left(at: now)
    return left > 0 ? "debug \(Span.clock(left))" : "debug, time over"
  }

  // MARK: One

  func show(_ one: InvestigationDesk.Case) throws {
    let state = one.state
    let now = try session.now()
    say("\(one.number) · \(state.symptom)", .strong)
    let place = [state.area].compactMap { $0 } + state.files
    let parts = [state.status.rawValue, Self.clock(state, now)] + place
    say(parts.joined(separator: " · "), .quiet)
    for hypothesis in state.hypotheses { show(hypothesis, state) }
    for note in state.notes {
      say("\(Span.words(note.elapsed)): \(note.text)", .quiet, indent: 1)
    }
    for question in InvestigationQuestion.told {
      guard let text = state.answer(question), let heading = question.heading else { continue }
      say("\(heading): \(text)", question == .cause ? .plain : .quiet)
    }
    console.line(Styled(SafeText.line(session.shown(try desk.path(of: one))), .quiet))
    if one.isOpen { say(Self.hint(state, now), .quiet) }
  }

  private func show(_ hypothesis: Investigation.Hypothesis, _ state: Investigation) {
    var line = "\(hypothesis.number)  \(hypothesis.text)"
    if let sure = hypothesis.sure.last {
      let before = hypothesis.sure.dropLast().map { "\($0) → " }.joined()
      line += " · \(before)\(sure) %"
    }
    if state.which == hypothesis.number { line += " · it was this one" }
    say(line, indent: 1)
    if let out = hypothesis.ruledOut {
      say("ruled out: \(out.text)", .quiet, indent: 4)
    } else {
      if let text = hypothesis.expected, !text.isEmpty { say("if so: \(text)", .quiet, indent: 4) }
      if let text = hypothesis.refutable, !text.isEmpty { say("not if: \(text)", .quiet, indent: 4) }
    }
  }

  private static func hint(_ state: Investigation, _ now: Moment) -> String {
    if state.hypotheses.isEmpty { return "`debug think`: what could it be? Wrong is fine." }
    if state.left(at: now) <= 0 {
      return "Time to ask whoever you like, or to go on. `debug solved` when you know."
    }
    return "`debug note`, `debug think`, `debug rule-out`; `debug solved` when you know."
  }

  // MARK: All

  func list(_ all: [InvestigationDesk.Case]) throws {
    let now = try session.now()
    let current = try desk.current()?.row.id
    var table = TextTable(
      [("", .left), ("", .right), ("symptom", .left), ("", .left), ("", .left)], flexible: 2)
    for one in all {
      table.add([
        one.row.id == current ? "*" : "", String(one.number), one.state.symptom, one.state.status.rawValue,
        one.isOpen ? Self.clock(one.state, now) : String(one.state.opened.rfc3339.prefix(10)),
      ])
    }
    table.print(to: console)
  }

  // MARK: JSON

  func json(_ one: InvestigationDesk.Case) throws -> JSON {
    let state = one.state
    let now = try session.now()
    let elapsed = state.elapsed(at: now)
    return .object([
      ("id", .string(one.row.id.text)), ("number", .int(one.number)), ("symptom", .string(state.symptom)),
      ("status", .string(state.status.rawValue)),
      ("current", .bool(try desk.current()?.row.id == one.row.id)),
      ("path", .string(try desk.path(of: one))), ("area", JSON(state.area)),
      ("files", JSON(strings: state.files)), ("opened", .string(state.opened.rfc3339)),
      ("closed", JSON(state.closed?.rfc3339)), ("minutes", .int(state.minutes)),
      ("elapsedSeconds", .int(elapsed / 1000)),
      ("leftSeconds", .int(max(0, state.minutes * 60 - elapsed / 1000))),
      ("timeIsOver", .bool(!state.isAfterwards && state.left(at: now) <= 0)),
      ("hypotheses", .array(state.hypotheses.map(Self.json))),
      (
        "notes",
        .array(
          state.notes.map {
            .object([
              ("at", .string($0.moment.rfc3339)), ("afterSeconds", .int($0.elapsed / 1000)),
              ("text", .string($0.text)),
            ])
          })
      ),
      (
        "answers",
        .object(InvestigationQuestion.told.map { ($0.rawValue, JSON(state.answer($0))) })
      ),
      ("which", JSON(state.which)), ("help", JSON(state.help?.rawValue)),
      ("helpAfter", JSON(state.helpMinutes)),
      ("asks", JSON(Self.next(state))),
    ])
  }

  /// What `think` or `solved` would ask next, so that a script can ask it in its own way.
  private static func next(_ state: Investigation) -> String? {
    guard state.status == .open else { return nil }
    if let part = state.unfinished?.part {
      return switch part {
      case .sure: "sure"
      case .expected: "if-so"
      case .refutable: "rules-out"
      }
    }
    let isNew = state.hypotheses.isEmpty && state.asked.isEmpty && !state.isAfterwards
    return isNew ? "hypothesis" : state.nextQuestion?.rawValue
  }

  private static func json(_ hypothesis: Investigation.Hypothesis) -> JSON {
    .object([
      ("number", .int(hypothesis.number)), ("text", .string(hypothesis.text)),
      ("sure", .array(hypothesis.sure.map { .int($0) })),
      ("ifSo", JSON(hypothesis.expected.flatMap { $0.isEmpty ? nil : $0 })),
      ("rulesOut", JSON(hypothesis.refutable.flatMap { $0.isEmpty ? nil : $0 })),
      ("ruledOut", hypothesis.ruledOut.map { .string($0.text) } ?? .null),
    ])
  }

  /// What became of it, after a step: all of it for a script, a word for a person.
  func tell(_ one: InvestigationDesk.Case, _ sentence: String) throws {
    if session.isJSON {
      console.data(try json(one).text + "\n")
    } else {
      say(sentence)
    }
  }
}
