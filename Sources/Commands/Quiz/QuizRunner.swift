internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// The session: recall first, then how sure, then the answer, then the grade. Every grade is in the log before the
/// next card is shown, so it can end at any moment.
final class QuizRunner {
  let session: Session
  let database: Database
  let screen: QuizScreen
  let actions: QuizActions
  var deck: QuizDeck
  var tally = QuizTally()
  private let limit: Int
  private let minutes: Int?
  private let started: Int

  init(session: Session, database: Database, deck: QuizDeck, limit: Int?, minutes: Int?) {
    self.session = session
    self.database = database
    self.deck = deck
    self.limit = limit ?? .max
    self.minutes = minutes
    screen = QuizScreen(session: session)
    actions = QuizActions(session: session, database: database)
    started = session.world.clock.ticks()
  }

  enum Step {
    case next, same, end, pause
  }

  func run() throws -> ExitCode {
    guard var next = try deck.next() else {
      session.console.note("nothing is due")
      return .nothing
    }
    if session.world.dialogue.isTerminal {
      CardView.body(
        "Type what you remember; Enter on an empty line ends it. ? gives a hint, h lists the keys.", session,
        role: .quiet, indent: 0)
    }
    var result = ExitCode.done
    var step = Step.next
    while step != .end {
      guard let card = try database.cards.card(next.card) else { break }
      let done = tally.count
      let total = min(limit, done + next.left)
      screen.question(
        card, record: try database.records.record(ofCard: card.id), number: min(done + 1, total), total: total
      )
      step = try ask(card, next.card)
      if step == .pause {
        result = .interrupted
        break
      }
      guard step != .end, tally.count < limit, !isLate, let following = try deck.next() else { break }
      next = following
    }
    try finish(paused: result == .interrupted)
    return result
  }

  private var isLate: Bool {
    minutes.map { session.world.clock.ticks() - started >= $0 * 60_000 } ?? false
  }

  // MARK: One card

  private func ask(_ card: Card, _ num: Int) throws -> Step {
    switch card.kind {
    case .open: return try askOpen(card, num)
    case .three: return try askThree(card, num)
    case .drill: return try askDrill(card, num)
    case .explanation:
      if let step = try askWhole(card, num) { return step }
    default: break
    }
    let began = session.world.clock.ticks()
    var hints = Hints(prompt: card.text.prompt, answer: card.text.answer)
    let said: String
    switch try recall(card, num, "recall", &hints) {
    case .step(let step): return step
    case .said(let text): said = text
    }
    let milliseconds = session.world.clock.ticks() - began
    guard let confidence = confidence() else { return .pause }
    screen.answer(card, record: try database.records.record(ofCard: card.id))
    let marking = Marking(prompt: card.text.prompt, answer: card.text.answer, said: said)
    if !said.isEmpty { screen.marking(marking) }
    return try grade(
      card, num, suggestion: marking.suggestion, cap: hints.haveHelped ? 3 : 5, confidence: confidence.value,
      milliseconds: milliseconds, said: said)
  }

  enum Recalled {
    case said(String)
    case step(Step)
  }

  /// What is typed up to an empty line, or what a key led to. `keep` is told of each line as soon as it is there.
  func recall(
    _ card: Card, _ num: Int, _ name: String, _ hints: inout Hints, keep: (String) throws -> Void = { _ in }
  ) throws -> Recalled {
    var typed: [String] = []
    while true {
      let prompt = typed.isEmpty ? "\(name)> " : String(repeating: " ", count: name.count) + "> "
      switch session.world.dialogue.ask(Styled(prompt, .quiet)) {
      case .interrupted: return .step(.pause)
      case .ended: return .step(.end)
      case .text(let line):
        let text = line.trimmed
        if text.isEmpty { return .said(typed.joined(separator: "\n")) }
        if typed.isEmpty, text.count == 1, text == line, let key = text.first, QuizActions.keys.contains(key)
        {
          if key == "?" {
            session.console.line(Styled("   \(hints.next())"))
          } else if let step = try act(key, card, num) {
            return .step(step)
          } else if key == "o" {
            hints.see()
          }
        } else {
          typed.append(line)
          try keep(line)
        }
      }
    }
  }

  /// One key, before anything is shown. Nil where the session is paused.
  func confidence() -> (value: Int?, Void)? {
    switch ConfidencePrompt.ask(session) {
    case .interrupted: nil
    case .given(let value): (value, ())
    }
  }

  func grade(
    _ card: Card, _ num: Int, suggestion: Grade?, cap: Int, confidence: Int?, milliseconds: Int?, said: String
  ) throws -> Step {
    let suggestion = suggestion.map { Grade.all[min($0.value, cap)] }
    let previews = try actions.previews(card)
    while true {
      let key: String
      switch session.world.dialogue.key(
        screen.gradePrompt(
          previews, suggestion: suggestion, cap: cap, isPractice: card.kind.stretch != nil))
      {
      case .interrupted: return .pause
      case .ended: return .end
      case .text(let text): key = text.trimmed
      }
      if let given = key.isEmpty ? suggestion : Int(key).flatMap({ Grade($0) }) {
        let grade = Grade.all[min(given.value, cap)]
        if grade < given { session.console.note("with a hint, or the source, 3 is the most") }
        try record(card, num, grade, confidence: confidence, milliseconds: milliseconds, said: said)
        return .next
      }
      guard key.count == 1, let letter = key.first, QuizActions.keys.contains(letter) else {
        session.console.note("0 to 5, or h for the keys")
        continue
      }
      if letter == "?" { continue }
      if let step = try act(letter, card, num) { return step }
    }
  }

  func record(
    _ card: Card, _ num: Int, _ grade: Grade, confidence: Int?, milliseconds: Int?, said: String
  ) throws {
    let schedule = try actions.record(
      card, num, grade, confidence: confidence, milliseconds: milliseconds, said: said)
    tally.add(card, grade, confidence: confidence)
    deck.settle(num)
    let days = schedule.interval == 1 ? "in 1 day" : "in \(schedule.interval) days"
    let when = schedule.repeatDay == nil ? days : "again today, then \(days)"
    let keys = ["   u undo  e edit  o source  h keys", "   u undo  h keys"].first {
      when.count + $0.count <= session.console.columns
    }
    session.console.line(Styled(when) + Styled(keys ?? "", .quiet))
    if !grade.isRecalled, (confidence ?? 0) >= 70 {
      CardView.body(
        "You were sure of this one. Those stick best once they are put right.", session, indent: 0)
    }
  }

  /// What a key does beside grading. Nil stays with the card.
  func act(_ key: Character, _ card: Card, _ num: Int) throws -> Step? {
    switch key {
    case "q": return .end
    case "h":
      screen.keys()
      return nil
    case "o":
      screen.source(card)
      return nil
    case "u":
      guard !tally.isEmpty else {
        session.console.note("no grade of this session to take back; `undo` at the prompt goes further")
        return nil
      }
      guard let back = try actions.undoLast() else { return nil }
      deck.reopen(back.card)
      if back.wasGrade { tally.removeLast() }
      return .same
    case "e": return try actions.edit(num) ? .same : nil
    case "t": return try actions.setTier(num) ? .same : nil
    case "l":
      try actions.markForLater(num)
      return nil
    case "s", "b":
      try key == "s" ? actions.suspend(card, num) : actions.bury(card, num)
      deck.settle(num)
      return .same
    default: return nil
    }
  }

  // MARK: The end

  private func finish(paused: Bool) throws {
    let console = session.console
    console.line()
    if paused { console.line("Paused; what was graded is kept. `quiz` goes on with this card.") }
    guard !tally.isEmpty else { return }
    let time = max(1, (session.world.clock.ticks() - started + 30_000) / 60_000)
    console.line(Styled("\(tally.sentence), \(time) min.", .strong))
    if let calibration = tally.calibration { console.line(Styled(calibration)) }
    if !tally.hardest.isEmpty {
      console.line("Hardest:")
      for prompt in tally.hardest {
        console.line(Styled("  " + DisplayWidth.cut(SafeText.line(prompt), to: console.columns - 2)))
      }
    }
    console.line(Styled("Tomorrow \(try actions.dueTomorrow()).", .quiet))
  }
}
