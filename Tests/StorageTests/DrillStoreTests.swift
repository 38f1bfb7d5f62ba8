import Recall
import Storage
import TestSupport
import Testing

/// Drills on the disk: lines as long as they are open, hypotheses and numbers once they are over.
@Suite struct DrillStoreTests {
  private let box: CardBox
  private var store: DrillStore { box.database.drills }
  private var lines: TypedLines { box.database.typedLines }

  init() throws {
    box = try CardBox(cards: 4)
    try box.database.connection.run("UPDATE cards SET kind = 'drill' WHERE num < 4")
  }

  @Test func linesAreKeptInTheirOrderAndReplacedFromANumberOn() throws {
    for (index, line) in ["stale map", "60", "", "1=20"].enumerated() {
      try lines.keep(line, at: index + 1, card: 1)
    }
    try lines.keep("another", at: 1, card: 2)
    #expect(try lines.of(card: 1) == ["stale map", "60", "", "1=20"])
    try lines.keep("solve", at: 3, card: 1)
    #expect(try lines.of(card: 1) == ["stale map", "60", "solve"])
    try lines.discard(card: 1)
    #expect(try lines.of(card: 1).isEmpty && lines.of(card: 2) == ["another"])
  }

  @Test func whatWasBegunComesFirstThenWhatIsDueThenWhatIsNew() throws {
    let today = Day(20_000)
    func order() throws -> [Int] { try store.candidates(in: .everything, today: today).map(\.card) }
    #expect(try order() == [1, 2, 3])
    func practise(_ card: Int, _ grade: Int, on day: Day) throws {
      try box.record(
        box.event(
          .practised(Grade.all[grade], confidence: nil, milliseconds: nil, stretch: 1), box.cards[card - 1],
          on: day))
    }
    try practise(1, 4, on: today)
    #expect(try order() == [2, 3, 1])
    try practise(3, 2, on: today + -9)
    #expect(try order() == [3, 2, 1])
    try lines.keep("stale map", at: 1, card: 1)
    #expect(try order() == [1, 3, 2])
    try box.record(box.event(.suspended, box.cards[2]))
    #expect(try order() == [1, 2])
    #expect(try store.candidates(in: .everything, today: today, among: [2, 4]).map(\.card) == [2])
  }

  /// Whatever was typed, a drill that is over is read back as it was, until its event is taken back.
  @Test func whatIsOverIsReadBackAsItWas() throws {
    var random = SeededGenerator(seed: 3)
    let words = [
      "", "", "?", "stale map", "60", "1=20", "2=90", "100", "a pool\u{0} of \u{1b}[31m", "1", "0",
    ]
    var expected: [DrillTelling] = []
    var last: Event?
    for round in 0..<60 {
      var run = DrillRun(steps: round % 5)
      while run.asking != .over { _ = run.take(words.randomElement(using: &random) ?? "") }
      let event = box.event(
        .practised(run.score.grade, confidence: nil, milliseconds: nil, stretch: 1),
        box.cards[round % 3], on: Day(20_000 + round))
      try box.record(event)
      try store.keep(run, symptom: "symptom \(round)?")
      expected.append(run.telling)
      last = event
      let past = try store.past(in: .everything)
      #expect(past.last?.telling == run.telling && past.last?.causes == run.causes)
      #expect(past.last?.score == run.score && past.last?.symptom == "symptom \(round)?")
    }
    #expect(try store.past(in: .everything).map(\.telling) == expected)
    let event = try #require(last)
    try box.record(box.event(.voided(event.id), box.cards[59 % 3]))
    #expect(try store.past(in: .everything).map(\.telling) == Array(expected.dropLast()))
  }
}
