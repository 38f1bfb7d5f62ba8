import Recall
import Testing

/// Points of the three decisions, computed by hand. A term counts 1, one of the title 0.2 in a reason; the quiz's grade is
/// halved: 4 and 5 are 2 points, 2 and 3 are 1.
@Suite struct ThreeScoreTests {
  /// Title: publish, event, through, outbox. Reason: broken, broker, lose, (no) order. Price: consumer, idempotent.
  private static let outbox = DecisionReference(
    title: "Publish events through an outbox", why: ["A broken broker loses no order"],
    price: ["Consumers must be idempotent"])
  /// Two reasons, each enough, and no price written down.
  private static let ledger = DecisionReference(
    title: "Append to the ledger", what: ["Corrections are booked as reversals"],
    why: ["Auditors see every correction", "Rows stay immutable"])

  struct Example: Sendable, CustomTestStringConvertible {
    let said: (String, String, String)
    let points: [Int]
    let because: String
    var reference = ThreeScoreTests.outbox

    var testDescription: String { because }
  }

  private static let why = "a broken broker loses no order"
  private static let price = "consumers must be idempotent"

  static let examples: [Example] = [
    Example(said: ("publish events through an outbox", why, price), points: [2, 2, 2], because: "all of it"),
    Example(said: ("outbox", why, price), points: [2, 2, 2], because: "the one word is wholly in the title"),
    Example(said: ("outbox", "", ""), points: [2, 0, 0], because: "only named"),
    Example(said: ("outbox", why, ""), points: [2, 2, 0], because: "the price was passed over"),
    Example(said: ("outbox", "", price), points: [2, 0, 2], because: "the reason was passed over"),
    Example(
      said: ("events through a queue", "", ""), points: [1, 0, 0], because: "2 of 4 terms of the title: 3"),
    Example(said: ("the event bus", "", ""), points: [1, 0, 0], because: "1 of 4 terms: 2"),
    Example(said: ("kafka", "", ""), points: [1, 0, 0], because: "laid beside it by its owner: 1 at least"),
    Example(said: ("outbox", "a broken broker", ""), points: [2, 1, 0], because: "2 of 4 terms, 0.5: 3"),
    Example(said: ("outbox", "the broker", ""), points: [2, 1, 0], because: "1 of 4 terms, 0.25: 2"),
    Example(
      said: ("outbox", "a broken broker loses", ""), points: [2, 2, 0], because: "3 of 4 terms, 0.75: 4"),
    Example(said: ("outbox", "it was cheap", ""), points: [2, 0, 0], because: "0 of 4 terms"),
    Example(
      said: ("outbox", "a broken broker loses every order", ""), points: [2, 0, 0], because: "the opposite: 1"
    ),
    Example(said: ("outbox", "", "the consumers"), points: [2, 0, 0], because: "1 of 2, cubed 0.125: 1"),
    Example(
      said: ("outbox", "", "idempotent consumers"), points: [2, 0, 2], because: "both, in another order"),
    Example(said: ("outbox", "events", ""), points: [2, 0, 0], because: "a word of the title is no reason"),
    Example(
      said: ("the ledger", "auditors see every correction", ""), points: [2, 2, 0],
      because: "one of two reasons is enough", reference: ledger),
    Example(
      said: ("the ledger", "rows stay immutable", "slow sums"), points: [2, 2, 1],
      because: "no price is written, so something said is 1", reference: ledger),
    Example(
      said: ("corrections as reversals", "", ""), points: [2, 0, 0], because: "named by what it says",
      reference: ledger),
    Example(
      said: ("the ledger", "auditors", ""), points: [2, 0, 0],
      because: "1 of 3 terms, squared 0.11: 1",
      reference: ledger),
  ]

  @Test(arguments: examples) func pointsAreAsComputedByHand(example: Example) {
    let told = ToldDecision(decision: example.said.0, why: example.said.1, price: example.said.2)
    let points = DecisionComparison.points(told, example.reference)
    #expect([points.named, points.why, points.price] == example.points, "\(example.because)")
  }

  @Test(arguments: [
    "SQLite", "sqlite", "SQLITE", "Sqlite", "use sqlite", "sqlite store", "sqlite as the store",
    "use sqlite as the store", "USE SQLITE AS THE STORE", "sqllite", "sqlite for the local data of the app",
  ])
  func aNameIsMeantHoweverItIsWritten(said: String) {
    let store = DecisionReference(title: "Use SQLite as the store")
    let told = ToldDecision(decision: said)
    let all = [Self.outbox, store, Self.ledger]
    #expect(DecisionComparison.pairs([told], all) == [nil, 0, nil])
    #expect(DecisionComparison.points(told, store, titles: all.map(\.title)).named == 2)
    // And the other way round.
    let small = DecisionReference(title: "use sqlite as the store")
    #expect(DecisionComparison.pairs([ToldDecision(decision: "SQLite")], [small]) == [0])
  }

  @Test(arguments: [
    "no sqlite", "postgres as the store", "store files in a bucket", "publish the handbook", "kafka",
  ])
  func aWordOfSeveralOrOfNoneFindsNothing(said: String) {
    let titles = ["Use SQLite as the store", "Publish to Kafka with keys", "Keep SQLite in WAL mode"]
    let keys = DecisionReference(title: titles[0])
    #expect(DecisionComparison.pairs([ToldDecision(decision: said)], [keys], titles: titles) == [nil])
  }

  @Test func whatIsNewIsItsOwnReference() {
    let told = ToldDecision(decision: "feature flags", why: "so that we can turn back", price: " ")
    #expect(DecisionComparison.points(new: told) == ThreePoints(named: 2, why: 2, price: 0))
  }

  @Test func eachIsToldOnceAndTheLikestPairComesFirst() {
    let told = ["the ledger", "use feature flags", "events through an outbox", "outbox"].map {
      ToldDecision(decision: $0)
    }
    #expect(DecisionComparison.pairs(told, [Self.outbox, Self.ledger]) == [2, 0])
    #expect(DecisionComparison.pairs([ToldDecision(decision: "use more")], [Self.outbox]) == [nil])
    #expect(DecisionComparison.pairs([], [Self.outbox]) == [nil])
    #expect(DecisionComparison.pairs(told, []).isEmpty)
  }

  @Test(arguments: [
    (18, 5), (16, 5), (15, 4), (12, 4), (11, 3), (9, 3), (8, 2), (6, 2), (5, 1), (1, 1), (0, 0),
  ])
  func eighteenPointsAreAGrade(points: Int, grade: Int) {
    #expect(ThreeScore.grade(points, of: 18).value == grade)
  }

  @Test func fewerDecisionsGiveFewerPointsInTheSameShares() {
    #expect([0, 1, 2, 3, 5].map(ThreeScore.most) == [18, 6, 12, 18, 18])
    #expect([6, 5, 4, 3, 2, 1].map { ThreeScore.grade($0, of: 6).value } == [5, 4, 4, 3, 2, 1])
    #expect(ThreeScore.grade(18, of: 18, isFirst: true).value == 4)
    // Five are marked, and three could be named.
    let full = ThreePoints(named: 2, why: 2, price: 2)
    #expect(ThreeScore.sum([full, .none, full, .none, full]) == 18)
    #expect(ThreePoints(named: 7, why: -1, price: 2) == ThreePoints(named: 2, why: 0, price: 2))
  }

  @Test func aTrendIsToldFromTheLastTwo() {
    #expect(ThreeTrend([]) == .new && ThreeTrend([4]) == .new)
    #expect(ThreeTrend([6, 4]) == .fading && ThreeTrend([4, 0, 0]) == .fading)
    #expect(ThreeTrend([4, 5]) == .better && ThreeTrend([5, 5]) == .steady)
  }

  @Test func whatMuchHangsOnWeighsMore() {
    let old = KeyWeight(references: 0, age: 800, replaced: 0)
    let used = KeyWeight(references: 2, age: 100, replaced: 1)
    #expect(old.value == 2 && used.value == 8 && KeyWeight(references: 0, age: 9000, replaced: 0).value == 5)
    #expect(used.sentence == "2 records refer to it, replaced 1, stands for 3 months")
    #expect(
      old.sentence == "stands for 2 years" && KeyWeight(references: 0, age: nil, replaced: 0).sentence.isEmpty
    )
  }
}
