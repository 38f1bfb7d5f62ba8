/// One answer, as a scheduler sees it.
package struct Review: Sendable {
  package let grade: Grade
  /// Days since the last answer; 0 for the first one, and for one more on the same day.
  package let elapsed: Int
  /// The interval that the last answer led to; 0 for the first one.
  package let planned: Int
  /// Fixed for this card and this repetition, so that what is shown beforehand is what happens. Nil asks
  /// for the plain interval.
  package let fuzz: UInt64?

  package init(grade: Grade, elapsed: Int, planned: Int, fuzz: UInt64?) {
    self.grade = grade
    self.elapsed = elapsed
    self.planned = planned
    self.fuzz = fuzz
  }
}

/// What an answer leads to.
package struct Outcome<State: Sendable & Equatable>: Sendable, Equatable {
  package let state: State
  /// Days until the card is due.
  package let interval: Int
  /// Whether it comes again before the day is over.
  package let repeatToday: Bool

  package init(state: State, interval: Int, repeatToday: Bool) {
    self.state = state
    self.interval = interval
    self.repeatToday = repeatToday
  }
}

/// What a scheduler remembers of a card. Only that scheduler understands it; storage keeps its text.
package protocol SchedulerState: Sendable, Equatable {
  init?(encoded: String)
  var encoded: String { get }
  /// For people and figures: how easily the card's interval grows, and how often in a row it was recalled.
  var ease: Double { get }
  var repetition: Int { get }
}

/// When to ask again. A pure function of its arguments: no clock, no chance, nothing kept between calls, so
/// that any scheduler can be replayed over the same log and always gives the same schedule.
package protocol Scheduler: Sendable {
  associatedtype State: SchedulerState
  var name: SchedulerName { get }
  /// What is known of a card that was never asked.
  var start: State { get }
  func advance(_ state: State, by review: Review) -> Outcome<State>
  /// In days.
  var longestInterval: Int { get }
}

package enum SchedulerName: String, CaseIterable, Sendable {
  case sm2
  case classic = "sm2-classic"

  /// The scheduler of this name with a person's settings.
  package func scheduler(maximumInterval: Int) -> any Scheduler {
    switch self {
    case .sm2: SM2(maximumInterval: maximumInterval)
    case .classic: SM2Classic()
    }
  }
}
