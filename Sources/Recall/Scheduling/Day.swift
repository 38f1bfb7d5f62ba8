/// A day of learning, counted from 1970-01-01. It ends when the person's night does, not at midnight.
package struct Day: Hashable, Comparable, Sendable {
  package let number: Int

  package init(_ number: Int) {
    self.number = number
  }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  package static func + (day: Day, days: Int) -> Day {
    // A schedule may ask for any interval; a date far away is right, an overflow is not.
    let (sum, overflow) = day.number.addingReportingOverflow(days)
    return Day(overflow ? Int.max : sum)
  }

  /// Days from `earlier` to here, never negative: a clock set back makes time stand still, not run
  /// backwards.
  package func since(_ earlier: Day) -> Int {
    max(0, number - earlier.number)
  }

  package var date: CivilDate { CivilDate(daysSinceEpoch: number) }
}

/// When a day ends, in minutes after local midnight.
package struct DayEnd: Hashable, Sendable {
  package let minutes: Int

  package init?(minutes: Int) {
    guard (0..<24 * 60).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  private init(known minutes: Int) {
    self.minutes = minutes
  }

  /// Four in the morning: who studies at one still means yesterday.
  package static let standard = DayEnd(known: 4 * 60)

  /// The learning day of a moment, by the local time that it carries with it.
  package func day(of moment: Moment) -> Day {
    let local = moment.seconds + moment.offset - minutes * 60
    return Day(local.floorDivided(by: 86_400))
  }
}

extension Int {
  /// Division that rounds down for negative numbers too.
  func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
