import Recall
import TestSupport
import Testing

@Suite struct SM2Tests {
  /// Interval 10, ease 2.5, no fuzz; the three grades that count as recalled.
  @Test(arguments: [
    (elapsed: 10, intervals: [12, 25, 33]),
    (elapsed: 15, intervals: [12, 31, 49]),
    (elapsed: 40, intervals: [12, 63, 130]),
    (elapsed: 410, intervals: [12, 525, 1333]),
    (elapsed: 7, intervals: [8, 18, 20]),
  ])
  func intervalsOfACardWithTenDays(elapsed: Int, intervals: [Int]) throws {
    let scheduler = SM2(maximumInterval: 36_500)
    let state = try #require(SM2.State(encoded: "2500 4 10"))
    let found = (3...5).map { grade in
      scheduler.advance(
        state, by: Review(grade: Grade.all[grade], elapsed: elapsed, planned: 10, fuzz: nil)
      ).interval
    }
    #expect(found == intervals)
  }

  @Test func theFirstStepsAreThoseOfThePaper() {
    let rows = simulate([4, 4, 4].compactMap { Grade($0) }, with: SM2(maximumInterval: 365))
    #expect(rows.map(\.interval) == [1, 6, 15])
    #expect(rows.map(\.day) == [0, 1, 7])
  }

  @Test func aLapseKeepsPartOfWhatWasKnown() throws {
    let scheduler = SM2(maximumInterval: 365)
    let known = try #require(SM2.State(encoded: "2500 6 100"))
    let lapse = scheduler.advance(
      known, by: Review(grade: Grade.all[1], elapsed: 100, planned: 100, fuzz: nil))
    #expect(lapse.interval == 5)
    #expect(lapse.state.ease == 2.3)
    #expect(lapse.repeatToday)

    // Failing again before it was learned again takes nothing more.
    let again = scheduler.advance(
      lapse.state, by: Review(grade: Grade.all[0], elapsed: 0, planned: 5, fuzz: nil))
    #expect(again.interval == 5)
    #expect(again.state.ease == 2.3)

    let learned = scheduler.advance(
      again.state, by: Review(grade: Grade.all[4], elapsed: 0, planned: 5, fuzz: nil))
    #expect(learned.interval == 5)
    #expect(!learned.repeatToday)
  }

  @Test func easeClimbsBackWithPlainSuccesses() throws {
    let scheduler = SM2(maximumInterval: 36_500)
    var state = try #require(SM2.State(encoded: "1300 3 10"))
    var planned = 10
    for _ in 0..<24 {
      let outcome = scheduler.advance(
        state, by: Review(grade: Grade.all[4], elapsed: planned, planned: planned, fuzz: nil))
      state = outcome.state
      planned = outcome.interval
    }
    #expect(state.ease == 2.5)
  }

  @Test func moreOfTheSameDayChangesNothing() throws {
    let scheduler = SM2(maximumInterval: 365)
    let state = try #require(SM2.State(encoded: "2400 3 15"))
    for grade in 3...5 {
      let outcome = scheduler.advance(
        state, by: Review(grade: Grade.all[grade], elapsed: 0, planned: 15, fuzz: 7))
      #expect(outcome.state == state)
      #expect(outcome.repeatToday == (grade == 3))
    }
  }

  @Test(arguments: [(25, 2...4), (70, 5...9), (170, 14...20), (370, 33...41)])
  func fuzzRanges(tenths: Int, range: ClosedRange<Int>) {
    #expect(Fuzz.range(tenthsOfADay: tenths, maximum: 36_500) == range)
  }

  /// What always holds, whatever is answered whenever.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func invariants(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let maximum = Int.random(in: 1...500, using: &random)
    let scheduler = SM2(maximumInterval: maximum)
    var state = scheduler.start
    var planned = 0
    for _ in 0..<60 {
      let elapsed = Int.random(in: 0...max(3, planned * 2), using: &random)
      let number = random.next()
      func answer(_ grade: Int) -> Outcome<SM2.State> {
        scheduler.advance(
          state, by: Review(grade: Grade.all[grade], elapsed: elapsed, planned: planned, fuzz: number))
      }
      let outcomes = (0...5).map(answer)
      #expect(outcomes.allSatisfy { (1...maximum).contains($0.interval) })
      #expect(outcomes.allSatisfy { (1.3...3.0).contains($0.state.ease) })
      #expect(outcomes[3...5].map(\.interval) == outcomes[3...5].map(\.interval).sorted())
      #expect(outcomes.map(\.repeatToday) == [true, true, true, true, false, false])
      #expect(outcomes[2].interval <= max(1, planned))
      #expect(outcomes.allSatisfy { SM2.State(encoded: $0.state.encoded) == $0.state })
      let next = outcomes[Int.random(in: 0...5, using: &random)]
      state = next.state
      planned = next.interval
    }
  }
}
