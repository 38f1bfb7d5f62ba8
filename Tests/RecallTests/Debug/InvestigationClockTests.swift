import Recall
import TestSupport
import Testing

/// Fifteen minutes, told by a wall clock that can sleep, travel and be set.
@Suite struct InvestigationClockTests {
  private static let minute = 60_000
  private static let hour = 60 * minute
  private static let day = 24 * hour

  private func moment(_ milliseconds: Int, _ offset: Int = 0) -> Moment {
    Moment(milliseconds: 1_772_445_600_000 + milliseconds, offset: offset)
  }

  private func elapsed(_ looks: [Int]) -> Int {
    var clock = InvestigationClock(start: moment(0))
    for look in looks { clock.tick(moment(look)) }
    return clock.elapsed
  }

  @Test func timePasses() {
    #expect(elapsed([]) == 0)
    #expect(elapsed([Self.minute, 3 * Self.minute]) == 3 * Self.minute)
    // Asleep with the machine, and back on the next day.
    #expect(elapsed([5 * Self.minute, Self.day]) == Self.day)
    #expect(elapsed([400 * Self.day]) == 400 * Self.day)
  }

  @Test func zonesDoNotMatter() {
    var clock = InvestigationClock(start: moment(0, 3600))
    clock.tick(moment(5 * Self.minute, -8 * 3600))
    clock.tick(moment(9 * Self.minute, 14 * 3600))
    #expect(clock.elapsed == 9 * Self.minute)
    #expect(clock.elapsed(at: moment(10 * Self.minute, 0)) == 10 * Self.minute)
  }

  @Test func setBackItStandsStillAndGoesOn() {
    // Ten minutes, then an hour back, then four minutes by the new time.
    #expect(elapsed([10 * Self.minute, -50 * Self.minute]) == 10 * Self.minute)
    #expect(elapsed([10 * Self.minute, -50 * Self.minute, -46 * Self.minute]) == 14 * Self.minute)
    // Before anything was kept.
    #expect(elapsed([-Self.hour]) == 0)
    #expect(elapsed([-400 * Self.day]) == 0)
    // It runs on by the new time even where that passes the old one.
    #expect(elapsed([10 * Self.minute, -50 * Self.minute, 20 * Self.minute]) == 80 * Self.minute)
  }

  @Test func aYearThatTheClockTakesBackWasNone() {
    let year = 365 * Self.day
    // Ahead, and set right.
    #expect(elapsed([5 * Self.minute, year, 7 * Self.minute]) == 7 * Self.minute)
    // Fallen back to its first day, and set right.
    #expect(elapsed([5 * Self.minute, -50 * year, 8 * Self.minute]) == 8 * Self.minute)
    #expect(
      elapsed([5 * Self.minute, -50 * year, -50 * year + Self.minute, 8 * Self.minute]) == 8 * Self.minute)
  }

  @Test func itNeverRunsBackwardsWithinADay() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var clock = InvestigationClock(start: moment(0))
      var now = 0
      for _ in 0..<20 {
        let before = clock.elapsed
        now += Int.random(in: -12 * Self.hour...12 * Self.hour, using: &random)
        #expect(clock.elapsed(at: moment(now)) >= before)
        clock.tick(moment(now))
        #expect(clock.elapsed >= before)
      }
    }
  }

  @Test func itIsNeverNegativeWhateverTheClockSays() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<2000 {
      var clock = InvestigationClock(start: moment(0))
      var highest = 0
      for _ in 0..<20 {
        let now = Int.random(in: -1000 * Self.day...1000 * Self.day, using: &random)
        highest += 1000 * Self.day * 2
        clock.tick(moment(now))
        #expect((0...highest).contains(clock.elapsed))
      }
    }
  }

  @Test func itStandsStillWhenItIsOver() throws {
    let state = try #require(InvestigationStory.told.state())
    #expect(state.elapsed(at: moment(900 * Self.day)) == state.clock.elapsed)
    let open = try #require(InvestigationStory.told.state(3))
    #expect(open.left(at: moment(140_000)) == 15 * Self.minute - 140_000)
    #expect(open.left(at: moment(Self.day)) < 0)
  }

  @Test(arguments: [
    (0, "0:00", "0 s"), (760_000, "12:40", "12 min"), (59_999, "0:59", "59 s"), (-5, "0:00", "0 s"),
    (3_725_000, "1:02:05", "1 h 2 min"), (7_200_000, "2:00:00", "2 h"),
    (200 * 3_600_000, "200:00:00", "8 days"),
  ])
  func spans(milliseconds: Int, clock: String, words: String) {
    #expect(Span.clock(milliseconds) == clock)
    #expect(Span.words(milliseconds) == words)
  }
}
