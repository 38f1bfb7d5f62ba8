/// The default: SM-2 with its known defects mended. Each mend has a decision record in `decks/decisions`.
///
/// - A late success counts in part, an early one counts for less (0006).
/// - Ease falls with effort and lapses and climbs back with plain successes (0007).
/// - A lapse keeps half the square root of the interval that was lost (0008).
/// - There is a longest interval (0009).
/// - Intervals are spread by a number that is fixed for card and repetition (0010).
///
/// Ease is in thousandths and every step is whole-number arithmetic: the same log gives the same schedule on
/// every machine.
package struct SM2: Scheduler {
  package struct State: SchedulerState {
    var easeThousandths: Int
    package var repetition: Int
    var interval: Int

    package var ease: Double { Double(easeThousandths) / 1000 }
  }

  package let maximumInterval: Int

  package init(maximumInterval: Int) {
    // Longer than this is no interval in a person's life, and stays clear of every overflow.
    self.maximumInterval = min(max(1, maximumInterval), 36_500)
  }

  package let name = SchedulerName.sm2
  package var longestInterval: Int { maximumInterval }
  package var start: State { State(easeThousandths: 2500, repetition: 0, interval: 0) }

  package static let easeFloor = 1300
  package static let easeStart = 2500
  package static let easeCeiling = 3000

  package func advance(_ state: State, by review: Review) -> Outcome<State> {
    let next: State
    if !review.grade.isRecalled {
      next = lapsed(state)
    } else if state.repetition == 0 {
      next = learned(state, review)
    } else if review.elapsed == 0 {
      // Once more on the same day proves nothing new: it ends the day's repeats and changes nothing else.
      next = state
    } else {
      next = recalled(state, review)
    }
    return Outcome(
      state: next, interval: next.interval, repeatToday: review.grade.asksAgainToday)
  }

  /// Half the square root of what was lost is kept: of 100 days 5, of 10 days 1. Failing again before it was
  /// learned again takes nothing more.
  private func lapsed(_ state: State) -> State {
    guard state.repetition > 0 else {
      return State(
        easeThousandths: state.easeThousandths, repetition: 0, interval: max(1, state.interval))
    }
    return State(
      easeThousandths: max(Self.easeFloor, state.easeThousandths - 200), repetition: 0,
      interval: max(1, wholeSquareRoot(state.interval) / 2))
  }

  /// The first success, or the first after a lapse, where the interval that was kept is taken up again.
  private func learned(_ state: State, _ review: Review) -> State {
    var next = state
    next.repetition = 1
    let first = review.grade.value == 5 && state.interval == 0 ? 4 : 1
    next.interval = max(first, state.interval)
    if review.grade.value == 3, state.interval == 0 {
      next.easeThousandths = max(Self.easeFloor, state.easeThousandths - 150)
    }
    next.interval = spread(next.interval, review.fuzz)
    return next
  }

  private func recalled(_ state: State, _ review: Review) -> State {
    var next = state
    next.repetition += 1
    var interval = grown(state, review)
    if state.repetition == 1, review.elapsed >= review.planned {
      // I(2) = 6 of the published algorithm, with its neighbours for the grades beside 4.
      interval = max(interval, [3: 4, 4: 6, 5: 8][review.grade.value, default: 6])
    }
    next.interval = spread(interval, review.fuzz)
    switch review.grade.value {
    case 3: next.easeThousandths = max(Self.easeFloor, state.easeThousandths - 150)
    case 5: next.easeThousandths = min(Self.easeCeiling, state.easeThousandths + 150)
    default:
      if state.easeThousandths < Self.easeStart {
        next.easeThousandths = min(Self.easeStart, state.easeThousandths + 50)
      }
    }
    return next
  }

  /// The plain interval, before the longest one and the spread.
  ///
  /// On time or late, with s = the planned interval: 3 gives 1.2 s (at least a day more), 4 gives
  /// (s + late/2) * ease, 5 gives (s + late) * ease * 1.3, each at least a day more than the one before.
  /// Early: 3 gives 1.2 times what has passed, 4 gives what has passed * ease but never less than planned, 5 gives
  /// that * 1.15.
  private func grown(_ state: State, _ review: Review) -> Int {
    let planned = max(1, min(review.planned, 36_500))
    let elapsed = min(review.elapsed, 36_500)
    let ease = state.easeThousandths
    if elapsed < planned {
      let hard = max(rounded(elapsed * 12, over: 10), rounded(planned * 6, over: 10), 1)
      let good = max(elapsed * ease, planned * 1000)
      switch review.grade.value {
      case 3: return hard
      case 4: return max(hard, rounded(good, over: 1000))
      default: return max(hard, rounded(good * 115, over: 100_000))
      }
    }
    let late = elapsed - planned
    let hard = max(rounded(planned * 12, over: 10), planned + 1)
    let good = max(rounded((2 * planned + late) * ease, over: 2000), hard + 1)
    let easy = max(rounded((planned + late) * ease * 13, over: 10_000), good + 1)
    switch review.grade.value {
    case 3: return hard
    case 4: return good
    default: return easy
    }
  }

  private func spread(_ interval: Int, _ fuzz: UInt64?) -> Int {
    let bounded = min(interval, maximumInterval)
    guard let fuzz else { return bounded }
    return Fuzz.pick(interval: bounded, maximum: maximumInterval, number: fuzz)
  }

  private func rounded(_ numerator: Int, over denominator: Int) -> Int {
    (numerator + denominator / 2) / denominator
  }

  private func wholeSquareRoot(_ number: Int) -> Int {
    var root = 0
    while (root + 1) * (root + 1) <= number { root += 1 }
    return root
  }
}

extension SM2.State {
  package init?(encoded: String) {
    guard let numbers = StateNumbers.parse(encoded, count: 3) else { return nil }
    self.init(easeThousandths: numbers[0], repetition: numbers[1], interval: numbers[2])
  }

  package var encoded: String { "\(easeThousandths) \(repetition) \(interval)" }
}
