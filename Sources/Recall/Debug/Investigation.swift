/// Where an investigation stands: a fold of its events.
package struct Investigation: Equatable, Sendable {
  package enum Status: String, CaseIterable, Sendable {
    case open, solved, abandoned
  }

  package struct Hypothesis: Equatable, Sendable {
    package let number: Int
    package var text: String
    /// How sure, each time that it was said.
    package var sure: [Int] = []
    /// What would be seen if it were so; empty where it was passed over, nil where it was not asked yet.
    package var expected: String?
    package var refutable: String?
    /// What ruled it out, and when.
    package var ruledOut: Note?
    var isWeighed = false
  }

  /// Words with their time.
  package struct Note: Equatable, Sendable {
    package let text: String
    package let moment: Moment
    /// Milliseconds since the opening.
    package let elapsed: Int
  }

  package let id: CardID
  package private(set) var symptom = ""
  package private(set) var area: String?
  package private(set) var files: [String] = []
  package private(set) var opened: Moment
  package private(set) var minutes = 0
  package private(set) var status = Status.open
  /// When it was solved or abandoned.
  package private(set) var closed: Moment?
  package private(set) var hypotheses: [Hypothesis] = []
  package private(set) var notes: [Note] = []
  /// What was said; empty where it was passed over.
  package private(set) var answers: [InvestigationQuestion: String] = [:]
  /// 0 for none of them; nil where nobody said.
  package private(set) var which: Int?
  package private(set) var help: InvestigationHelp?
  package private(set) var helpMinutes: Int?
  /// What was asked for already, answered or not.
  package private(set) var asked: Set<InvestigationQuestion> = []
  package private(set) var clock: InvestigationClock
  /// Milliseconds to the first hypothesis, and until its cause was known.
  package private(set) var firstHypothesis: Int?
  package private(set) var known: Int?
  /// How many events it is the fold of.
  package private(set) var steps = 0

  /// It was over when it was written down.
  package var isAfterwards: Bool { minutes == 0 }
}

extension Investigation {
  /// The fold of a card's history, or of its first steps. Nil where nothing was opened, or the opening was taken back.
  package init?(_ id: CardID, _ history: some Sequence<Event>, steps most: Int = .max) {
    let own = Array(Self.own(history).prefix(most))
    let voided = Set(
      own.compactMap { event -> EventID? in
        if case .voided(let id) = event.deed { id } else { nil }
      })
    guard let first = own.first(where: { !voided.contains($0.id) }), case .investigated(.opened) = first.deed
    else { return nil }
    self.id = id
    opened = first.moment
    clock = InvestigationClock(start: first.moment)
    for event in own {
      clock.tick(event.moment)
      guard case .investigated(let step) = event.deed, !voided.contains(event.id) else { continue }
      var words = ""
      if case .answer(let text) = event.typed { words = text }
      take(step, words, event.moment)
    }
    steps = own.count
  }

  /// Its events, and those that take one of them back. The card is asked too, one day.
  private static func own(_ history: some Sequence<Event>) -> [Event] {
    var known: Set<EventID> = []
    return history.filter { event in
      switch event.deed {
      case .investigated: known.insert(event.id).inserted
      case .voided(let id): known.contains(id)
      default: false
      }
    }
  }

  private mutating func take(_ step: InvestigationStep, _ words: String, _ moment: Moment) {
    switch step {
    case .opened(let minutes):
      self.minutes = minutes
      symptom = words
    case .placed: area = words.isEmpty ? nil : words
    case .filed: files.append(words)
    case .supposed(let number):
      guard hypothesis(number) == nil else { return }
      hypotheses.append(Hypothesis(number: number, text: words))
      if firstHypothesis == nil { firstHypothesis = clock.elapsed }
    case .weighed(let number, let confidence):
      change(number) {
        $0.isWeighed = true
        if let confidence { $0.sure.append(confidence) }
      }
    case .expected(let number): change(number) { $0.expected = words }
    case .refutable(let number): change(number) { $0.refutable = words }
    case .ruledOut(let number):
      let note = Note(text: words, moment: moment, elapsed: clock.elapsed)
      change(number) { $0.ruledOut = note }
    case .noted: notes.append(Note(text: words, moment: moment, elapsed: clock.elapsed))
    case .answered(let question):
      answers[question] = words
      // Without a cause nothing is solved: whoever passed it over is asked again.
      guard question != .cause || !words.isEmpty else { return }
      asked.insert(question)
      if known == nil, question == .cause { known = clock.elapsed }
    case .matched(let number):
      asked.insert(.which)
      which = number
    case .helped(let help, let minutes):
      asked.insert(.help)
      self.help = help
      helpMinutes = minutes
    case .solved, .abandoned:
      status = step == .solved ? .solved : .abandoned
      closed = moment
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Hypothesis) -> Void) {
    guard let index = hypotheses.firstIndex(where: { $0.number == number }) else { return }
    body(&hypotheses[index])
  }

  package func hypothesis(_ number: Int) -> Hypothesis? { hypotheses.first { $0.number == number } }

  /// The number that the next hypothesis gets. One that was taken back is free again.
  package var nextNumber: Int { (hypotheses.map(\.number).max() ?? 0) + 1 }

  /// Whether it is told what it was, in words or by one of the hypotheses.
  package var isExplained: Bool { answer(.cause) != nil || which.map { $0 > 0 } == true }

  /// What was said to a question; nil where there are no words.
  package func answer(_ question: InvestigationQuestion) -> String? {
    answers[question].flatMap { $0.isEmpty ? nil : $0 }
  }
}

// MARK: What comes next

extension Investigation {
  /// A part of a hypothesis that is still to be asked for.
  package enum Part: String, Sendable {
    case sure, expected, refutable
  }

  /// Where `think` goes on: the last hypothesis that is not through.
  package var unfinished: (hypothesis: Hypothesis, part: Part)? {
    hypotheses.reversed().lazy.compactMap { one in part(openOf: one.number).map { (one, $0) } }.first
  }

  /// What is still to be asked of a hypothesis.
  package func part(openOf number: Int) -> Part? {
    guard status == .open, let one = hypothesis(number), one.ruledOut == nil else { return nil }
    if !one.isWeighed { return .sure }
    if one.expected == nil { return .expected }
    return one.refutable == nil ? .refutable : nil
  }

  /// What `solved` asks for, in its order. Where there was no hypothesis, nobody asks which it was.
  package var openQuestions: [InvestigationQuestion] {
    guard status == .open else { return [] }
    return InvestigationQuestion.allCases.filter {
      !asked.contains($0) && !($0 == .which && hypotheses.isEmpty)
    }
  }

  package var nextQuestion: InvestigationQuestion? { openQuestions.first }

  /// Time that has passed; it stands still once the cause is told.
  package func elapsed(at now: Moment) -> Int {
    status == .open ? clock.elapsed(at: now) : clock.elapsed
  }

  /// Milliseconds that are left of the time alone; negative where it is over.
  package func left(at now: Moment) -> Int { minutes * 60_000 - elapsed(at: now) }
}
