internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let debug = Command(
    "debug", "fifteen minutes alone with an error: hypotheses first, then what it really was, then cards",
    arguments: [
      Argument(DebugStep.argument, .any, help: "what it looks like from outside, or one of the steps")
    ],
    options: [
      Option("minutes", short: "m", value: "N", help: "so long alone with it; 15 otherwise"),
      Option("area", value: "AREA", help: "the part of the system, a path or a word"),
      Option("file", value: "PATH", isRepeated: true, help: "a file that it is about"),
      Option("hypothesis", value: "TEXT", isRepeated: true, help: "with think: what it could be"),
      Option("sure", value: "0..100", isRepeated: true, help: "how sure you are of the hypothesis before it"),
      Option("if-so", value: "TEXT", isRepeated: true, help: "what you would see if it were so"),
      Option("rules-out", value: "TEXT", isRepeated: true, help: "what would rule it out"),
    ] + solvedOptions + [
      Option("on", value: "N", help: "another investigation than the one at hand: number, id or words")
    ] + DrillSession.options,
    examples: [
      Example("debug \"checkout 500s for one shop in ten\"", "the clock starts; what could it be?"),
      Example("debug think \"stale map\" --sure 60", "another hypothesis; alone, it asks"),
      Example("debug rule-out 1 \"errors spread over pods\"", "with the evidence"),
      Example("debug solved", "what was it, really? Its cards are shown"),
      Example("debug drill", "a symptom of the past: hypotheses, then its evidence, then its cause"),
      Example("debug think --hypothesis \"stale map\" --sure 60 --json", "from an editor or a chat bot"),
    ],
    details: """
      All of it is kept at once, in the log and in a note in the notebook folder that you may edit; after Ctrl-C, or a \
      crash, the same command goes on where it was. Several can be open. Every step takes flags and --json, and on a \
      pipe answers are read as lines. The steps:
      \(DebugStep.overview)
      \(DrillSession.details)
      """
  ) { invocation, session in
    try DebugCommand(invocation, session).run()
  }

  /// Answers to the questions of `solved`.
  static let solvedOptions: [Option] =
    InvestigationOptions.answers.map { Option($0.question.rawValue, value: "TEXT", help: $0.help) } + [
      Option("which", value: "N", help: "which hypothesis it was, or none"),
      Option("helped", value: "WHO", help: "alone, colleague or ai"),
      Option("after", value: "MINUTES", help: "when they were asked"),
    ]
}

/// One line of `debug`: a symptom, or a step.
struct DebugCommand {
  private let session: Session
  private let invocation: Invocation
  private let given: InvestigationOptions
  private let step: DebugStep?
  private let words: [String]

  init(_ invocation: Invocation, _ session: Session) throws {
    self.session = session
    self.invocation = invocation
    given = try InvestigationOptions(invocation, session)
    step = invocation.arguments.first.flatMap(DebugStep.init)
    if step != .drill { try DrillSession.leaveOut(invocation) }
    words = step == nil ? invocation.arguments : Array(invocation.arguments.dropFirst())
  }

  private var text: String { InvestigationDesk.clean(words.joined(separator: " ")) }
  private var isTerminal: Bool { session.world.dialogue.isTerminal && !session.isJSON }

  private func desk(_ isForWriting: Bool = true) throws -> InvestigationDesk {
    try InvestigationDesk(
      session, try session.database(isForWriting ? .write : .read), isForWriting: isForWriting)
  }

  func run() throws -> ExitCode {
    switch step {
    case nil: return text.isEmpty ? try status() : try begin()
    case .think: return try think()
    case .note: return try note()
    case .reweigh: return try reweigh()
    case .ruleOut: return try ruleOut()
    case .similar: return try InvestigationSimilar(desk: try desk(false)).show(text, on: given.which)
    case .status: return try status()
    case .solved: return try solved()
    case .abandon: return try abandon()
    case .list: return try list()
    case .use: return try use()
    case .stats: return try InvestigationStats(desk: try desk(false)).show()
    case .drill: return try DrillSession(session).run(invocation, words: words)
    }
  }

  // MARK: Opening

  private func begin() throws -> ExitCode {
    guard text.contains(where: { $0.isLetter || $0.isNumber }), !text.contains("\n") else {
      throw UsageError("a symptom is one line of words", hint: "whet debug \"checkout answers 500\"")
    }
    if let step = DebugStep.meant(by: invocation.arguments) {
      throw UsageError("there is no step \(invocation.arguments[0])", hint: step)
    }
    let desk = try desk()
    let known = try desk.open().first { $0.state.symptom == text && !$0.state.isAfterwards }
    var one: InvestigationDesk.Case
    if let known {
      one = known
      try desk.use(one)
      if isTerminal {
        session.console.note(Styled("going on with what you began; it was all kept", .careful))
      }
    } else {
      var steps: [InvestigationDesk.Step] = [(.opened(minutes: given.minutes ?? 15), text)]
      if let area = given.area { steps.append((.placed, area)) }
      for file in given.files { steps.append((.filed, file)) }
      one = try desk.begin(
        steps, symptom: text, with: try Journal(session: session, database: desk.database))
    }
    let thinking = InvestigationThinking(session: session, desk: desk)
    try thinking.take(given.hypotheses, number: nil, of: &one)
    guard isTerminal, given.hypotheses.isEmpty else {
      try InvestigationView(desk: desk).tell(
        one,
        "\(one.number) is open: \(one.state.minutes) minutes alone with it. `whet debug think` comes first.")
      return .done
    }
    if known == nil {
      CardView.body(
        "\(one.state.minutes) minutes alone with it. What do you think it is? Wrong is fine; write it down first.",
        session, indent: 0)
    }
    return try think(&one, desk)
  }

  // MARK: Steps

  private func think() throws -> ExitCode {
    let desk = try desk()
    var one = try desk.needed(given.which)
    let isNumbered = words.count == 1 && Int(words[0]) != nil
    let thoughts = try isNumbered ? given.hypotheses : given.hypotheses(named: text)
    if thoughts.isEmpty {
      guard text.isEmpty else {
        throw UsageError("what of hypothesis \(text)?", hint: "whet debug think \(text) --sure 60")
      }
      let count = one.state.hypotheses.count
      let code = try think(&one, desk)
      if !isTerminal, code == .done {
        if count == one.state.hypotheses.count, one.state.steps == 0 { return .nothing }
        try InvestigationView(desk: desk).tell(one, "kept, \(one.state.hypotheses.count) in all")
      }
      return code
    }
    let target = try isNumbered ? number(words[0], one.state) : nil
    try InvestigationThinking(session: session, desk: desk).take(thoughts, number: target, of: &one)
    // How sure, and what would show it, is asked as if the words had been typed there.
    if isTerminal, given.hypotheses.isEmpty { return try think(&one, desk) }
    try InvestigationView(desk: desk).tell(one, "kept, \(one.state.hypotheses.count) in all")
    return .done
  }

  private func think(_ one: inout InvestigationDesk.Case, _ desk: InvestigationDesk) throws -> ExitCode {
    let outcome = try InvestigationThinking(session: session, desk: desk).ask(&one)
    guard isTerminal else { return outcome == .interrupted ? .interrupted : .done }
    switch outcome {
    case .through:
      CardView.body("Kept. `debug note`, `debug think`; `debug solved` when you know.", session, role: .quiet)
      return .done
    case .interrupted, .ended:
      session.console.line()
      session.console.line("Kept as it is; `debug think` goes on here.")
      return outcome == .interrupted ? .interrupted : .done
    }
  }

  private func number(_ word: String, _ state: Investigation) throws -> Int {
    guard let number = Int(word) else {
      throw UsageError("\"\(word)\" is no number of a hypothesis", hint: "`whet debug status` numbers them")
    }
    guard state.hypothesis(number) != nil else {
      throw Failure("there is no hypothesis \(number); `whet debug status` numbers them", code: .nothing)
    }
    return number
  }

  private func note() throws -> ExitCode {
    guard !text.isEmpty else {
      throw UsageError("a note has words", hint: "whet debug note only pod 3 answers")
    }
    let desk = try desk()
    var one = try desk.needed(given.which)
    try desk.keep([(.noted, text)], of: &one)
    let elapsed = one.state.notes.last.map { Span.words($0.elapsed) } ?? ""
    try InvestigationView(desk: desk).tell(one, one.state.isAfterwards ? "noted" : "noted, after \(elapsed)")
    return .done
  }

  private func reweigh() throws -> ExitCode {
    guard words.count == 2 else { throw UsageError("which, and how sure?", hint: "whet debug reweigh 2 80") }
    let percent = try InvestigationOptions.percent(words[1])
    let desk = try desk()
    var one = try desk.needed(given.which)
    let number = try number(words[0], one.state)
    try desk.keep([(.weighed(number, percent), nil)], of: &one)
    let sure = one.state.hypothesis(number)?.sure ?? []
    try InvestigationView(desk: desk).tell(
      one, "hypothesis \(number): \(sure.map(String.init).joined(separator: " → ")) %")
    return .done
  }

  private func ruleOut() throws -> ExitCode {
    guard let first = words.first, words.count > 1 else {
      throw UsageError("which, and by what?", hint: "whet debug rule-out 1 \"errors spread over pods\"")
    }
    let desk = try desk()
    var one = try desk.needed(given.which)
    let number = try number(first, one.state)
    let before = one.state.hypothesis(number)?.ruledOut?.text
    let evidence = InvestigationDesk.clean(words.dropFirst().joined(separator: " "))
    // The log keeps both; what is said again is no step.
    if before != evidence { try desk.keep([(.ruledOut(number), evidence)], of: &one) }
    let sentence =
      switch before {
      case nil: "hypothesis \(number) is out; one less"
      case evidence?: "hypothesis \(number) was out already, by the same evidence"
      case let old?:
        "hypothesis \(number) was out already; this stands now instead of “\(SafeText.line(old))”"
      }
    try InvestigationView(desk: desk).tell(one, sentence)
    return .done
  }

  private func solved() throws -> ExitCode {
    let which = try which()
    let desk = try desk()
    let solving = InvestigationSolving(session: session, desk: desk)
    if which == nil, !given.isAnswered, try desk.current() == nil, let last = try desk.unread() {
      // Whatever ended the program came before its cards were taken.
      return try solving.finish(last)
    }
    return try solving.run(try desk.needed(which), given)
  }

  private func abandon() throws -> ExitCode {
    let which = try which()
    let desk = try desk()
    var one = try desk.needed(which)
    try desk.keep([(.abandoned, nil)], of: &one)
    try InvestigationView(desk: desk).tell(
      one, "Put away: \(one.number) · \(SafeText.line(one.state.symptom)). What you wrote stays in its note.")
    return .done
  }

  /// Which one a step is for that takes no words: what else stands behind it was meant for something else.
  private func which() throws -> String? {
    guard !words.isEmpty else { return given.which }
    guard given.which == nil, words.count == 1, Int(words[0]) != nil else {
      let step = step?.rawValue ?? ""
      throw UsageError(
        "\"\(SafeText.line(words.joined(separator: " ")))\" says nothing to \(step)",
        hint: "whet debug \(step) 2, or --on with a number, an id or words")
    }
    return words[0]
  }

  // MARK: Looking

  private func status() throws -> ExitCode {
    let desk = try desk(false)
    let name: String? = given.which ?? (step == .status && !text.isEmpty ? text : nil)
    guard let one = try name.map({ try desk.named($0) }) ?? desk.current() else {
      if session.isJSON {
        session.console.data("null\n")
      } else {
        session.console.note("nothing is open; `whet debug SYMPTOM` begins")
      }
      return .nothing
    }
    let view = InvestigationView(desk: desk)
    if session.isJSON { try view.tell(one, "") } else { try view.show(one) }
    return .done
  }

  private func list() throws -> ExitCode {
    let desk = try desk(false)
    let all = try desk.all()
    let view = InvestigationView(desk: desk)
    if session.isJSON {
      session.console.data(JSON.array(try all.map(view.json)).text + "\n")
    } else if all.isEmpty {
      session.console.note("none yet; `whet debug SYMPTOM` begins one")
    } else {
      try view.list(all)
    }
    return all.isEmpty ? .nothing : .done
  }

  private func use() throws -> ExitCode {
    let desk = try desk()
    guard !text.isEmpty || given.which != nil else {
      throw UsageError("use which one?", hint: "`whet debug list` numbers them")
    }
    let one = try desk.needed(given.which ?? text)
    try desk.use(one)
    let clock = InvestigationView.clock(one.state, try session.now())
    try InvestigationView(desk: desk).tell(one, "at hand: \(SafeText.line(one.state.symptom)) · \(clock)")
    return .done
  }
}
