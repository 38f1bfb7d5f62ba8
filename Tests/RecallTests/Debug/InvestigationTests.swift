import Recall
import TestSupport
import Testing

/// An investigation as a fold of its events.
@Suite struct InvestigationTests {
  @Test func allOfItIsInTheEvents() throws {
    let story = InvestigationStory.told
    let state = try #require(story.state())
    #expect(state.symptom == "checkout answers 500 for one shop in ten")
    #expect(state.area == "checkout")
    #expect(state.files == ["src/Pool.swift"])
    #expect(state.status == .solved)
    #expect(state.hypotheses.map(\.text) == ["stale shard map in one pod", "cache key without tenant"])
    #expect(state.hypotheses.map(\.sure) == [[60], [30, 70]])
    #expect(state.hypotheses[1].refutable == "")
    #expect(state.hypotheses[0].ruledOut?.text == "all pods answer 500")
    #expect(state.which == 0)
    #expect(state.help == .colleague)
    #expect(state.helpMinutes == 12)
    #expect(state.answer(.prevents) == nil)
    #expect(state.asked.count == 8)
    #expect(state.firstHypothesis == 120_000)
    #expect(state.known == 740_000)
    #expect(state.steps == story.events.count)
  }

  @Test func whatIsTakenBackIsNotThere() throws {
    var story = InvestigationStory.told
    let count = story.events.count
    story.void(count - 1)
    #expect(try #require(story.state()).status == .open)
    #expect(try #require(story.state()).nextQuestion == nil)
    story.void(count - 2)
    #expect(try #require(story.state()).nextQuestion == .prevents)
    // The second hypothesis goes, and what was said of it with it.
    story.void(7)
    let state = try #require(story.state())
    #expect(state.hypotheses.map(\.number) == [1])
    #expect(state.nextNumber == 2)
    story.void(0)
    #expect(story.state() == nil)
  }

  @Test func itIsTheSameAtEveryStepHoweverMuchCameLater() throws {
    var story = InvestigationStory.told
    story.void(9)
    for count in 1...story.events.count {
      let state = try #require(story.state(count))
      #expect(state == Investigation(story.card, story.events.prefix(count)))
      #expect(state.steps == count)
    }
  }

  @Test func whereThinkingGoesOn() throws {
    let story = InvestigationStory.told
    #expect(try #require(story.state(3)).unfinished == nil)
    #expect(try #require(story.state(4)).unfinished?.part == .sure)
    #expect(try #require(story.state(5)).unfinished?.part == .expected)
    #expect(try #require(story.state(6)).unfinished?.part == .refutable)
    #expect(try #require(story.state(7)).unfinished == nil)
  }

  @Test func nobodyAsksWhichWhereThereWasNone() throws {
    var story = InvestigationStory()
    story.add(.answered(.cause), "a full disk")
    #expect(try #require(story.state()).nextQuestion == .gaveAway)
  }

  /// What makes no sense changes nothing.
  @Test func stepsOfWhatIsNotThere() throws {
    var story = InvestigationStory()
    story.add(.weighed(4, 50))
    story.add(.ruledOut(9), "x")
    story.add(.supposed(1), "a")
    story.add(.supposed(1), "b")
    let state = try #require(story.state())
    #expect(state.hypotheses.map(\.text) == ["a"])
    #expect(state.hypotheses[0].sure.isEmpty)
  }

  // MARK: Rows

  static let steps: [InvestigationStep] =
    [
      .opened(minutes: 15), .opened(minutes: 0), .placed, .filed, .supposed(1), .supposed(12), .weighed(1, 0),
      .weighed(3, 100), .weighed(2, nil), .expected(1), .refutable(2), .ruledOut(3), .noted, .matched(0),
      .matched(2), .matched(nil), .helped(nil, minutes: nil), .helped(nil, minutes: 3), .solved, .abandoned,
    ] + InvestigationQuestion.allCases.map { .answered($0) }
    + InvestigationHelp.allCases.flatMap { [.helped($0, minutes: nil), .helped($0, minutes: 0)] }

  @Test(arguments: steps)
  func rowsComeBack(step: InvestigationStep) throws {
    let event = Event(
      id: EventID(stored: "e"), action: EventID(stored: "a"), device: "d", card: CardID(stored: "c"),
      moment: Moment(milliseconds: 5, offset: 3600), day: Day(3), deed: .investigated(step),
      typed: .answer("two\nlines"))
    let row = EventRow(event)
    #expect(row.event == event)
    #expect(row.kind == "debug")
    #expect(!(row.detail ?? "").contains("lines"))
    var other = row
    other.detail = (row.detail ?? "") + "1"
    #expect(other.checksum(typedChecksum: 1) != row.checksum(typedChecksum: 1))
  }

  @Test(arguments: [
    "", "open", "open x", "open -1", "suppose", "suppose 0", "suppose 1 2", "note 1", "match x", "match -2",
    "answer nothing", "help", "help me", "help alone x", "help alone -1", "solve now", "fly",
  ])
  func rowsThatMakeNoSenseAreNone(detail: String) {
    var row = EventRow(
      Event(
        id: EventID(stored: "e"), action: EventID(stored: "a"), device: "d", card: CardID(stored: "c"),
        moment: Moment(milliseconds: 5, offset: 0), day: Day(3), deed: .investigated(.noted)))
    row.detail = detail
    #expect(row.event == nil)
    row.detail = "weigh 1"
    row.confidence = 101
    #expect(row.event == nil)
  }

  // MARK: The card that it hangs on

  @Test func itsCardIsAskedOnceItIsSolved() throws {
    let story = InvestigationStory.told
    let scheduler = SchedulerName.sm2.scheduler(maximumInterval: 365)
    let open = Schedule.folding(story.events.dropLast(), scheduler: scheduler)
    #expect(open.isSuspended)
    #expect(open.memory == nil)
    let solved = Schedule.folding(story.events, scheduler: scheduler)
    #expect(!solved.isSuspended)
    #expect(solved.reps == 0)
    var undone = story
    undone.void(story.events.count - 1)
    #expect(Schedule.folding(undone.events, scheduler: scheduler).isSuspended)
  }
}
