import Recall
import TestSupport
import Testing

@Suite struct FoldTests {
  private static let card = CardID(stored: "aaaaaaaa")

  private func grade(_ grade: Int, day: Int, _ name: String) -> Event {
    event(.graded(Grade.all[grade], confidence: nil, milliseconds: nil), day: day, name)
  }

  private func event(_ deed: Deed, day: Int, _ name: String) -> Event {
    Event(
      id: EventID(stored: name), action: EventID(stored: name), device: "d", card: Self.card,
      moment: Moment(milliseconds: day * 86_400_000 + 43_200_000, offset: 0), day: Day(day), deed: deed)
  }

  private let scheduler = SM2(maximumInterval: 365)

  @Test func aVoidedAnswerLeavesNoTrace() {
    let first = grade(4, day: 100, "a")
    let second = grade(1, day: 101, "b")
    let undo = event(.voided(second.id), day: 101, "c")
    #expect(
      Schedule.folding([first, second, undo], scheduler: scheduler)
        == Schedule.folding([first], scheduler: scheduler))
  }

  @Test func aFailedCardComesAgainThatDayAndNotTheNext() {
    var schedule = Schedule.folding([grade(2, day: 100, "a")], scheduler: scheduler)
    #expect(schedule.repeatDay == Day(100))
    #expect(schedule.lapses == 0)
    schedule.apply(grade(4, day: 100, "b"), scheduler: scheduler)
    #expect(schedule.repeatDay == nil)
    #expect(schedule.due == Day(101))
  }

  @Test func onlyWhatWasKnownCanLapse() {
    let events = [
      grade(0, day: 1, "a"), grade(4, day: 1, "b"), grade(2, day: 2, "c"), grade(1, day: 2, "d"),
      grade(4, day: 2, "e"), grade(0, day: 5, "f"),
    ]
    #expect(Schedule.folding(events, scheduler: scheduler).lapses == 2)
  }

  @Test func aClockSetBackMakesNoNegativeIntervalAndStrandsNoCard() {
    let schedule = Schedule.folding(
      [grade(4, day: 40_000, "a"), grade(4, day: 90, "b"), grade(5, day: 80, "c")], scheduler: scheduler)
    #expect(schedule.lastDay == Day(80))
    #expect(schedule.due == Day(81))
    #expect(schedule.interval == 1)
  }

  @Test func whatIsShownBeforehandIsWhatHappens() {
    var random = SeededGenerator(seed: 7)
    var schedule = Schedule()
    var day = 200
    for step in 0..<100 {
      let grade = Grade.all[Int.random(in: 0...5, using: &random)]
      let preview = schedule.preview(grade, card: Self.card, on: Day(day), scheduler: scheduler)
      schedule.apply(self.grade(grade.value, day: day, "\(step)"), scheduler: scheduler)
      #expect(schedule.interval == preview.interval)
      #expect(schedule.memory == preview.memory)
      day += Int.random(in: 0...20, using: &random)
    }
  }

  @Test func suspensionAndRetirementAreToldByTheLog() {
    let suspended = event(.suspended, day: 1, "a")
    let retired = event(.retired, day: 2, "b")
    #expect(Schedule.folding([suspended], scheduler: scheduler).state(isGone: false) == .suspended)
    #expect(Schedule.folding([suspended, retired], scheduler: scheduler).state(isGone: false) == .retired)
    #expect(
      Schedule.folding([suspended, retired, event(.resumed, day: 3, "c")], scheduler: scheduler)
        .state(isGone: false) == .new)
    #expect(Schedule().state(isGone: true) == .retired)
  }
}
