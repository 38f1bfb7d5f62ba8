/// When a card is asked again and what has become of it: a fold of its events, kept as a cache.
package struct Schedule: Equatable, Sendable {
  /// The scheduler's own memory, in its own words. Nil for a card that was never asked.
  package var memory: String?
  package var due: Day?
  package var interval = 0
  /// Answers that count, lapses among them.
  package var reps = 0
  /// Failures of a card that was known.
  package var lapses = 0
  package var firstDay: Day?
  package var lastDay: Day?
  /// Milliseconds of the last answer.
  package var lastMoment: Int?
  package var lastGrade: Grade?
  /// The day on which it must come again before the day is over.
  package var repeatDay: Day?
  /// The day on which it was left out until the next.
  package var buriedDay: Day?
  package var isSuspended = false
  package var isRetired = false

  package init() {}

  package init(
    memory: String?, due: Day?, interval: Int, reps: Int, lapses: Int, firstDay: Day?, lastDay: Day?,
    lastMoment: Int?, lastGrade: Grade?, repeatDay: Day?, buriedDay: Day?, isSuspended: Bool, isRetired: Bool
  ) {
    self.memory = memory
    self.due = due
    self.interval = interval
    self.reps = reps
    self.lapses = lapses
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.lastMoment = lastMoment
    self.lastGrade = lastGrade
    self.repeatDay = repeatDay
    self.buriedDay = buriedDay
    self.isSuspended = isSuspended
    self.isRetired = isRetired
  }
}

extension Schedule {
  /// The schedule after one more event. Events arrive in the order in which they were written; what was voided
  /// is left out by the caller.
  package mutating func apply(_ event: Event, scheduler: some Scheduler) {
    switch event.deed {
    case .graded(let grade, _, _): answer(event, grade, stretch: nil, scheduler)
    case .practised(let grade, _, _, let stretch): answer(event, grade, stretch: stretch, scheduler)
    // What is not known yet is not asked.
    case .investigated(.opened): isSuspended = true
    case .investigated(.solved): isSuspended = false
    case .investigated: break
    case .suspended: isSuspended = true
    case .buried: buriedDay = event.day
    case .retired: isRetired = true
    case .resumed:
      isSuspended = false
      isRetired = false
      buriedDay = nil
    case .tierSet, .tagged, .edited, .added, .voided: break
    }
  }

  private mutating func answer(_ event: Event, _ grade: Grade, stretch: Int?, _ scheduler: some Scheduler) {
    let outcome = preview(grade, card: event.card, on: event.day, stretch: stretch, scheduler: scheduler)
    if !grade.isRecalled, lastGrade?.isRecalled == true { lapses += 1 }
    memory = outcome.memory
    interval = outcome.interval
    // From the day of this answer, whatever the clock said before: one wrong year must not strand a card.
    due = event.day + outcome.interval
    reps += 1
    firstDay = firstDay ?? event.day
    lastDay = event.day
    lastMoment = event.moment.milliseconds
    lastGrade = grade
    repeatDay = outcome.repeatToday ? event.day : nil
  }

  /// A season: no practice counts longer steps than this.
  package static let longestStretch = 91

  package struct Preview: Equatable, Sendable {
    package let memory: String
    package let interval: Int
    package let repeatToday: Bool
  }

  /// What a grade would do on a day: the same call that does it. With a stretch it is a practice: the scheduler
  /// is told so many days as one, and gives its answer in the same measure. See decision 0025.
  package func preview(
    _ grade: Grade, card: CardID, on day: Day, stretch: Int? = nil, scheduler: some Scheduler
  ) -> Preview {
    let step = stretch ?? 1
    let state = memory.flatMap(type(of: scheduler.start).init(encoded:)) ?? scheduler.start
    let outcome = scheduler.advance(
      state,
      by: Review(
        grade: grade, elapsed: (lastDay.map { day.since($0) } ?? 0) / step, planned: interval / step,
        fuzz: Fuzz.number(card: card, answers: reps)))
    let (days, isTooLong) = outcome.interval.multipliedReportingOverflow(by: step)
    return Preview(
      memory: outcome.state.encoded,
      interval: step == 1 ? outcome.interval : min(isTooLong ? .max : days, scheduler.longestInterval),
      repeatToday: stretch == nil && outcome.repeatToday)
  }

  /// The fold of a card's whole history, voided events left out.
  package static func folding(_ events: some Sequence<Event>, scheduler: some Scheduler) -> Schedule {
    let events = Array(events)
    var voided: Set<EventID> = []
    for event in events {
      if case .voided(let id) = event.deed { voided.insert(id) }
    }
    var schedule = Schedule()
    for event in events where !voided.contains(event.id) {
      schedule.apply(event, scheduler: scheduler)
    }
    return schedule
  }

  package func state(isGone: Bool) -> CardState {
    CardState(
      retired: isRetired || isGone, suspended: isSuspended, interval: memory == nil ? nil : interval)
  }
}
