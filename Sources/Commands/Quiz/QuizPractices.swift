internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// What is asked in the quiz and is more than a card, or less.
extension QuizRunner {
  // MARK: An explanation

  /// Section after section from memory; then each beside the note. Nil where the note cannot be read: then it is
  /// asked as one question.
  func askWhole(_ card: Card, _ num: Int) throws -> Step? {
    guard let note = ExplanationFile(session).note(card.source.absolutePath), !note.sections.isEmpty else {
      return nil
    }
    let began = session.world.clock.ticks()
    let today = try session.today(try session.preferences(database))
    var sitting = RecallSitting(try database.typedLines.of(card: num), on: today)
    let isWhole = sitting.isEmpty
    if !isWhole { session.console.note(Styled("going on with what you have told", .careful)) }
    for section in note.sections where !sitting.isTold(section.question) {
      CardView.body(section.question.question, session, role: .strong)
      let before = sitting.text(section.question)
      if !before.isEmpty { CardView.body(before, session, indent: 3) }
      var hints = Hints(prompt: section.question.question, answer: section.text)
      func keep(_ line: RecallSitting.Line) throws {
        if sitting.isEmpty { try database.typedLines.keep(sitting.day.text, at: 1, card: num) }
        sitting.add(line)
        try database.typedLines.keep(line.text, at: sitting.count, card: num)
      }
      let recalled = try recall(card, num, "recall", &hints) { try keep(.said(section.question, $0)) }
      if hints.haveHelped { try keep(.helped) }
      if case .step(let step) = recalled { return step }
      try keep(.told(section.question))
    }
    let told = note.sections.map { sitting.text($0.question) }
    let milliseconds = session.world.clock.ticks() - began
    guard let confidence = confidence() else { return .pause }
    let marking = WholeMarking(
      zip(note.sections, told).map { ($0.question.question + " " + note.topic, $0.text, $1) })
    for (index, section) in note.sections.enumerated() {
      screen.section(section.question.heading, section.text, marking.parts[index], said: told[index])
    }
    session.console.line()
    CardView.body(CardView.source(card, session), session, role: .quiet, indent: 3)
    let said = zip(note.sections, told).filter { !$1.isEmpty }.map { "\($0.question.heading): \($1)" }
    return try grade(
      card, num, suggestion: marking.suggestion, cap: sitting.isHelped ? 3 : 5, confidence: confidence.value,
      milliseconds: isWhole ? milliseconds : nil, said: said.joined(separator: "\n"))
  }

  // MARK: The three decisions

  /// The flow of `three`, for the project that the card belongs to.
  func askThree(_ card: Card, _ num: Int) throws -> Step {
    if let step = try begin(card, num) { return step }
    let source = try database.cards.stored(num).flatMap { try database.sources.source($0.source) }
    let project = try database.projects.all().first { $0.id == source?.project }
    let decisions = ProjectDecisions(session, database, project: project)
    switch try ThreeSession(session, decisions).run() {
    case .interrupted: return .pause
    case .ended: return .end
    case .nothing:
      session.console.note("nothing was said, so nothing is kept; it stays for later")
      guard session.world.dialogue.isTerminal else { return .end }
      deck.settle(num)
      return .next
    case .kept(let grade, let confidence):
      tally.add(card, grade, confidence: confidence)
      deck.settle(num)
      return .next
    }
  }

  // MARK: A drill

  /// The flow of `debug drill`. The symptom is on the screen by now.
  func askDrill(_ card: Card, _ num: Int) throws -> Step {
    if let step = try begin(card, num) { return step }
    switch try Drilling(session, database, card, num).run() {
    case .interrupted: return .pause
    case .ended: return .end
    case .kept(let grade, let confidence):
      tally.add(card, grade, confidence: confidence)
      deck.settle(num)
      return .next
    }
  }

  /// What takes some minutes begins when somebody says so. Nil where they did.
  private func begin(_ card: Card, _ num: Int) throws -> Step? {
    while true {
      switch session.world.dialogue.key(Styled("Enter begins · b not today · u undo · q ends > ", .quiet)) {
      case .interrupted: return .pause
      case .ended: return .end
      case .text(let text):
        let key = text.trimmed.lowercased()
        if key.isEmpty { return nil }
        guard let letter = key.first, key.count == 1, "bqusth".contains(letter) else {
          session.console.note("Enter begins; h lists the keys")
          continue
        }
        if let step = try act(letter, card, num) { return step }
      }
    }
  }

  // MARK: An open question

  /// Nobody knows the answer yet: what is said now may be it.
  func askOpen(_ card: Card, _ num: Int) throws -> Step {
    let began = session.world.clock.ticks()
    var hints = Hints(prompt: card.text.prompt, answer: card.text.answer)
    let said: String
    switch try recall(card, num, "now", &hints) {
    case .step(let step): return step
    case .said(let text): said = text
    }
    let milliseconds = session.world.clock.ticks() - began
    if !said.isEmpty {
      switch session.world.dialogue.key(Styled("Enter keeps it as the answer, n leaves it open > ", .quiet)) {
      case .interrupted: return .pause
      case .ended: return .end
      case .text(let key):
        if !key.lowercased().hasPrefix("n"), try keep(said, num) { return .next }
      }
    }
    let schedule = try actions.record(
      card, num, OpenQuestionList.stillOpen, confidence: nil, milliseconds: milliseconds, said: said)
    tally.pass()
    deck.settle(num)
    let days = schedule.interval == 1 ? "tomorrow" : "in \(schedule.interval) days"
    session.console.line(Styled("still open; it comes back \(days)"))
    return .next
  }

  /// False where the note cannot take it; what was said is in the log then.
  private func keep(_ answer: String, _ num: Int) throws -> Bool {
    do {
      let new = try OpenAnswer(session: session, database: database).write(answer, to: num)
      tally.pass()
      deck.settle(num)
      CardView.body("answered; \(new) asks for it from now on", session, indent: 0)
      return true
    } catch let failure as Failure {
      session.console.note(Styled(failure.message, .careful))
    } catch let error as UsageError {
      session.console.note(Styled(error.message, .careful))
    }
    return false
  }
}
