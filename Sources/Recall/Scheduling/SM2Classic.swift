/// SM-2 as it was published in 1990, to the letter, defects included: the yardstick beside `SM2`.
///
/// - EF' = EF + (0.1 - (5 - q)(0.08 + (5 - q) 0.02)), never below 1.3, no upper bound.
/// - I(1) = 1, I(2) = 6, I(n) = I(n-1) * EF with fractions rounded up. Where the paper leaves open which EF is
///   meant, it is the new one.
/// - q < 3 starts again from I(1) and leaves EF as it is.
/// - Below 4 the card is asked again on the same day.
///
/// EF is kept in hundredths: every change of it is a whole number of them, so rounding up is exact.
package struct SM2Classic: Scheduler {
  package struct State: SchedulerState {
    var easeHundredths: Int
    package var repetition: Int
    var interval: Int

    package var ease: Double { Double(easeHundredths) / 100 }
  }

  package init() {}

  package let name = SchedulerName.classic
  package var start: State { State(easeHundredths: 250, repetition: 0, interval: 0) }

  /// The paper knows no longest interval. This one is beyond every calendar and far from overflowing one.
  private static let farAway = 1_000_000_000
  package var longestInterval: Int { Self.farAway }

  package func advance(_ state: State, by review: Review) -> Outcome<State> {
    var next = state
    if review.grade.isRecalled {
      let short = 5 - review.grade.value
      next.easeHundredths = max(130, state.easeHundredths + 10 - short * (8 + short * 2))
      next.repetition += 1
      switch next.repetition {
      case 1: next.interval = 1
      case 2: next.interval = 6
      default: next.interval = min(Self.farAway, (state.interval * next.easeHundredths + 99) / 100)
      }
    } else {
      next.repetition = 0
      next.interval = 1
    }
    return Outcome(state: next, interval: next.interval, repeatToday: review.grade.asksAgainToday)
  }
}

extension SM2Classic.State {
  package init?(encoded: String) {
    guard let numbers = StateNumbers.parse(encoded, count: 3) else { return nil }
    self.init(easeHundredths: numbers[0], repetition: numbers[1], interval: numbers[2])
  }

  package var encoded: String { "\(easeHundredths) \(repetition) \(interval)" }
}

/// The form in which both schedulers keep their state: whole numbers with a space between them.
enum StateNumbers {
  static func parse(_ text: String, count: Int) -> [Int]? {
    let numbers = text.split(separator: " ").compactMap { Int($0) }
    return numbers.count == count ? numbers : nil
  }
}
