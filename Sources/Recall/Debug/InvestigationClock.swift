/// How long somebody has been at it, told by nothing but a wall clock, which can be asleep with the machine, stand in
/// another zone tomorrow, or be set while nobody looks.
///
/// - Zones do not matter: moments are compared, not local times.
/// - Time asleep is time: who comes back the next day is told that it is the next day.
/// - Time never runs backwards, and is never negative: where the clock was set back, nothing is added, and it goes on
///   from there.
/// - A jump of more than a day that the clock takes back again was its mistake, and none of it was time.
package struct InvestigationClock: Equatable, Sendable {
  /// Milliseconds that have passed.
  package private(set) var elapsed = 0
  private let start: Int
  private var last: Int
  /// The latest moment that was ever told, and what had passed then.
  private var high: (moment: Int, elapsed: Int)

  package static let day = 86_400_000

  package init(start: Moment) {
    self.start = start.milliseconds
    last = start.milliseconds
    high = (start.milliseconds, 0)
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.elapsed == other.elapsed && one.start == other.start && one.last == other.last
      && one.high.moment == other.high.moment && one.high.elapsed == other.high.elapsed
  }

  /// The clock was looked at.
  package mutating func tick(_ moment: Moment) {
    let now = moment.milliseconds
    let step = now - last
    if step < -Self.day, now >= start {
      // It had run ahead, and was set right.
      elapsed = min(elapsed, now - start)
      high = (now, elapsed)
    } else if step > Self.day, high.moment - last > Self.day {
      // It had fallen behind, and was set right.
      elapsed = max(elapsed, high.elapsed + max(0, now - high.moment))
    } else {
      elapsed += max(0, step)
    }
    last = now
    if now >= high.moment { high = (now, elapsed) }
  }

  package func elapsed(at moment: Moment) -> Int {
    var clock = self
    clock.tick(moment)
    return clock.elapsed
  }
}

/// A span of time in words, and as a clock shows it.
package enum Span {
  /// `12:40`, or `1:02:05` from an hour on.
  package static func clock(_ milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    let rest =
      "\(seconds / 60 % 60 < 10 && seconds >= 3600 ? "0" : "")\(seconds / 60 % 60):\(twoDigits(seconds % 60))"
    return seconds >= 3600 ? "\(seconds / 3600):\(rest)" : rest
  }

  /// `40 s`, `12 min`, `3 h 5 min`, `2 days`.
  package static func words(_ milliseconds: Int) -> String {
    let seconds = max(0, milliseconds) / 1000
    if seconds < 60 { return "\(seconds) s" }
    let minutes = seconds / 60
    if minutes < 60 { return "\(minutes) min" }
    let hours = minutes / 60
    if hours < 48 { return minutes % 60 == 0 ? "\(hours) h" : "\(hours) h \(minutes % 60) min" }
    return "\(hours / 24) days"
  }
}
