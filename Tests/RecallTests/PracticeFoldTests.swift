import Recall
import TestSupport
import Testing

/// A practice is scheduled like a card whose clock goes slower.
@Suite struct PracticeFoldTests {
  private static let card = CardID(stored: "bbbbbbbb")

  private func practice(_ grade: Int, day: Int, stretch: Int = 7) -> Event {
    event(.practised(Grade.all[grade], confidence: nil, milliseconds: nil, stretch: stretch), day: day)
  }

  private func event(_ deed: Deed, day: Int) -> Event {
    let name = EventID(stored: "\(deed) \(day)")
    return Event(
      id: name, action: name, device: "d", card: Self.card,
      moment: Moment(milliseconds: day * 86_400_000, offset: 0), day: Day(day), deed: deed)
  }

  @Test func firstAWeekThenLonger() {
    var schedule = Schedule()
    var intervals: [Int] = []
    var day = 100
    for _ in 0..<4 {
      schedule.apply(practice(4, day: day), scheduler: SM2Classic())
      intervals.append(schedule.interval)
      #expect(schedule.due == Day(day + schedule.interval))
      #expect(schedule.repeatDay == nil)
      day += schedule.interval
    }
    #expect(intervals == [7, 42, 105, 266])
  }

  @Test(arguments: 0...3)
  func whatFailedComesInAWeekAndNotToday(grade: Int) {
    let schedule = Schedule.folding(
      [practice(4, day: 100), practice(grade, day: 107)], scheduler: SM2(maximumInterval: 365))
    #expect(schedule.repeatDay == nil)
    #expect((7...42).contains(schedule.interval))
    #expect(schedule.interval % 7 == 0)
    #expect(schedule.lapses == (grade < 3 ? 1 : 0))
  }

  /// Counted in weeks it is the same schedule as that of a card counted in days.
  @Test(arguments: [true, false], [1, 2, 7, 30])
  func aStretchedClockGivesAStretchedSchedule(isClassic: Bool, stretch: Int) {
    let scheduler: any Scheduler = isClassic ? SM2Classic() : SM2(maximumInterval: 36_500)
    var random = SeededGenerator(seed: UInt64(stretch))
    var plain = Schedule()
    var slow = Schedule()
    var day = 10
    for _ in 0..<60 {
      let grade = Int.random(in: 0...5, using: &random)
      plain.apply(
        event(.graded(Grade.all[grade], confidence: nil, milliseconds: nil), day: day), scheduler: scheduler)
      slow.apply(practice(grade, day: day * stretch, stretch: stretch), scheduler: scheduler)
      guard plain.interval * stretch < 36_500 else { break }
      #expect(slow.memory == plain.memory)
      #expect(slow.interval == plain.interval * stretch)
      #expect(slow.lapses == plain.lapses)
      day += Int.random(in: 0...40, using: &random)
    }
  }

  @Test func noIntervalIsLongerThanTheLongest() {
    var schedule = Schedule()
    var day = 0
    for _ in 0..<20 {
      schedule.apply(practice(5, day: day), scheduler: SM2(maximumInterval: 365))
      #expect(schedule.interval <= 365)
      day += schedule.interval
    }
    #expect(schedule.interval == 365)
    // Nor does a number run over.
    var classic = Schedule()
    for step in 0..<200 {
      classic.apply(practice(5, day: step * 1_000_000, stretch: 91), scheduler: SM2Classic())
    }
    #expect(classic.interval <= 1_000_000_000)
  }

  @Test func whatIsShownBeforehandIsWhatHappens() {
    var random = SeededGenerator(seed: 8)
    let scheduler = SM2(maximumInterval: 365)
    var schedule = Schedule()
    var day = 200
    for _ in 0..<100 {
      let grade = Int.random(in: 0...5, using: &random)
      let preview = schedule.preview(
        Grade.all[grade], card: Self.card, on: Day(day), stretch: 7, scheduler: scheduler)
      schedule.apply(practice(grade, day: day), scheduler: scheduler)
      #expect(schedule.interval == preview.interval)
      #expect(schedule.memory == preview.memory)
      #expect(!preview.repeatToday)
      day += Int.random(in: 0...120, using: &random)
    }
  }

  @Test func aVoidedPracticeLeavesNoTrace() {
    let first = practice(4, day: 1)
    let second = practice(0, day: 8)
    let scheduler = SM2(maximumInterval: 365)
    #expect(
      Schedule.folding([first, second, event(.voided(second.id), day: 8)], scheduler: scheduler)
        == Schedule.folding([first], scheduler: scheduler))
  }
}
