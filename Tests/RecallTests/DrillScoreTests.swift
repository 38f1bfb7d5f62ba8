import Recall
import Testing

/// Drills scored by hand. A reading is how sure somebody was of each hypothesis, one row before any evidence and one after
/// each step. Brier is ((1 - right)² + the squares of the wrong ones) / 2, of shares of 100, or of the sum where that is more.
@Suite struct DrillScoreTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let readings: [[Int]]
    let causes: Set<Int>
    let steps: Int
    let on: [Int]
    let places: [Int?]
    let brier: [Double]
    let found: Int?
    let grade: Int
    let because: String

    init(
      _ readings: [[Int]], cause causes: Set<Int>, steps: Int, on: [Int], places: [Int?], brier: [Double],
      found: Int?, grade: Int, _ because: String
    ) {
      self.readings = readings
      self.causes = causes
      self.steps = steps
      self.on = on
      self.places = places
      self.brier = brier
      self.found = found
      self.grade = grade
      self.because = because
    }

    var testDescription: String { because }
    var telling: DrillTelling {
      DrillTelling(
        hypotheses: (0..<(readings.map(\.count).max() ?? 0)).map { "h\($0)" }, readings: readings)
    }
  }

  static let examples: [Example] = [
    // (1 - 1)² = 0
    Example(
      [[100]], cause: [0], steps: 0, on: [100], places: [1], brier: [0, 0], found: 0, grade: 5,
      "certain and right"),
    // 0.4² / 2 = 0.08
    Example(
      [[60]], cause: [0], steps: 0, on: [60], places: [1], brier: [0.08, 0.08], found: 0, grade: 5,
      "sure enough to go and look"),
    // 0.6² / 2 = 0.18; below 50 it never led
    Example(
      [[40]], cause: [0], steps: 0, on: [40], places: [1], brier: [0.18, 0.18], found: nil, grade: 3,
      "right without being sure"),
    // (1² + 1²) / 2 = 1
    Example(
      [[100]], cause: [], steps: 0, on: [0], places: [nil], brier: [1, 1], found: nil, grade: 0,
      "certain and wrong"),
    // 1² / 2 = 0.5
    Example(
      [[]], cause: [], steps: 0, on: [0], places: [nil], brier: [0.5, 0.5], found: nil, grade: 0,
      "nothing came to mind"),
    // (0.7² + 0.6²) / 2 = (0.49 + 0.36) / 2 = 0.425
    Example(
      [[60, 30]], cause: [1], steps: 0, on: [30], places: [2], brier: [0.425, 0.425], found: nil, grade: 2,
      "the second of two"),
    // as above; then right 0.8, wrong 0.1: (0.2² + 0.1²) / 2 = (0.04 + 0.01) / 2 = 0.025
    Example(
      [[60, 30], [10, 80]], cause: [1], steps: 1, on: [30, 80], places: [2, 1], brier: [0.425, 0.025],
      found: 1, grade: 4, "reweighed after one step, and thought of from the start"),
    // 160 in all: 0.5 each; (0.5² + 0.5²) / 2 = 0.25; of two as likely the one said first
    Example(
      [[80, 80]], cause: [0], steps: 0, on: [80], places: [1], brier: [0.25, 0.25], found: 0, grade: 5,
      "more than 100 in all, and said first"),
    Example(
      [[80, 80]], cause: [1], steps: 0, on: [80], places: [2], brier: [0.25, 0.25], found: nil, grade: 2,
      "more than 100 in all, and said second"),
    // 30 + 30 = 60 > 40; right 0.6, wrong 0.4: (0.4² + 0.4²) / 2 = 0.16
    Example(
      [[30, 40, 30]], cause: [0, 2], steps: 0, on: [60], places: [1], brier: [0.16, 0.16], found: 0, grade: 5,
      "the same cause in two wordings is one hypothesis"),
    // 80 + 70 is 100 at most; 80 / 150 + 70 / 150 = 1
    Example(
      [[80, 70]], cause: [0, 1], steps: 0, on: [100], places: [1], brier: [0, 0], found: 0, grade: 5,
      "the sum ends at 100"),
    // (1² + 0.5²) / 2 = 0.625; then of 110: right 9/11, wrong 2/11: ((2/11)² + (2/11)²) / 2 = 4/121
    Example(
      [[50], [50], [20, 90]], cause: [1], steps: 4, on: [0, 0, 90], places: [nil, nil, 1],
      brier: [0.625, 4.0 / 121], found: 2, grade: 4, "new after two of four steps: half is soon enough"),
    Example(
      [[50], [50], [20, 90]], cause: [1], steps: 3, on: [0, 0, 90], places: [nil, nil, 1],
      brier: [0.625, 4.0 / 121], found: 2, grade: 3, "new after two of three steps"),
    // 0.3² / 2 = 0.045; then 1² / 2 = 0.5
    Example(
      [[70], [0]], cause: [0], steps: 1, on: [70, 0], places: [1, nil], brier: [0.045, 0.5], found: 0,
      grade: 1, "right at first, then ruled out"),
    // (0.4² + 0.2²) / 2 = 0.1; then (0.7² + 0.6²) / 2 = 0.425
    Example(
      [[60, 20], [30, 60]], cause: [0], steps: 1, on: [60, 30], places: [1, 2], brier: [0.1, 0.425], found: 0,
      grade: 2, "right at first, then talked out of it"),
    // 140 in all: ((120/140)² + (50² + 40² + 30²) / 140²) / 2 = (14400 + 5000) / 19600 / 2 = 97/196
    Example(
      [[50, 40, 30, 20]], cause: [3], steps: 0, on: [20], places: [4], brier: [97.0 / 196, 97.0 / 196],
      found: nil, grade: 1, "the fourth of four"),
    // (0.5² + 0.5²) / 2 = 0.25 all the way
    Example(
      [[50, 50], [50, 50], [50, 50]], cause: [0], steps: 2, on: [50, 50, 50], places: [1, 1, 1],
      brier: [0.25, 0.25], found: 0, grade: 5, "nothing changed, and 50 is enough"),
    // (0.7² + 0.2²) / 2 = 0.265; then (0.1² + 0.05²) / 2 = (0.01 + 0.0025) / 2 = 0.00625
    Example(
      [[30, 20], [40, 20], [55, 20], [90, 5]], cause: [0], steps: 3, on: [30, 40, 55, 90],
      places: [1, 1, 1, 1], brier: [0.265, 0.00625], found: 2, grade: 4, "first all the time, sure after two"),
    // (1² + 0.6²) / 2 = 0.68; then (0.7² + 0.6²) / 2 = 0.425
    Example(
      [[60], [60, 10], [60, 30]], cause: [1], steps: 2, on: [0, 10, 30], places: [nil, 2, 2],
      brier: [0.68, 0.425], found: nil, grade: 2, "came up and never led"),
    // (0.5² + 0.4²) / 2 = 0.205; then (0.2² + 0.1²) / 2 = 0.025
    Example(
      [[50, 40], [20, 70], [80, 10]], cause: [0], steps: 2, on: [50, 20, 80], places: [1, 2, 1],
      brier: [0.205, 0.025], found: 0, grade: 5, "doubted in between, and come back to"),
    // (1² + 0²) / 2 = 0.5
    Example(
      [[0]], cause: [0], steps: 0, on: [0], places: [nil], brier: [0.5, 0.5], found: nil, grade: 0,
      "named and ruled out at once"),
    // (1² + 0.3²) / 2 = 0.545; then (0.55² + 0.3²) / 2 = (0.3025 + 0.09) / 2 = 0.19625
    Example(
      [[0, 30], [45, 30]], cause: [0], steps: 1, on: [0, 45], places: [nil, 1], brier: [0.545, 0.19625],
      found: nil, grade: 3, "first at the end, and not sure of it"),
  ]

  @Test(arguments: examples) func scoresAreAsComputedByHand(example: Example) {
    let score = DrillScore(example.telling, causes: example.causes, steps: example.steps)
    #expect(score.confidences == example.on)
    #expect(score.places == example.places)
    #expect(abs(score.brierAtStart - example.brier[0]) < 1e-12, "\(score.brierAtStart)")
    #expect(abs(score.brierAtEnd - example.brier[1]) < 1e-12, "\(score.brierAtEnd)")
    #expect(score.found == example.found)
    #expect(score.grade.value == example.grade)
    #expect(score.wasFirst == (example.places[0] == 1))
    #expect(score.wasInThree == (example.places[0].map { $0 <= 3 } ?? false))
  }

  /// A brier is lowest, on average, where somebody says what they think: neither too sure nor too modest pays.
  @Test func sayingWhatOneThinksCostsLeast() {
    // It is the first in 7 of 10, the second in 2, and something else in 1.
    func expected(_ first: Int, _ second: Int) -> Double {
      let telling = DrillTelling(hypotheses: ["a", "b"], readings: [[first, second]])
      return 0.7 * DrillScore(telling, causes: [0], steps: 0).brierAtStart
        + 0.2 * DrillScore(telling, causes: [1], steps: 0).brierAtStart
        + 0.1 * DrillScore(telling, causes: [], steps: 0).brierAtStart
    }
    let honest = expected(70, 20)
    for first in stride(from: 0, through: 100, by: 5) {
      for second in stride(from: 0, through: 100, by: 5) where (first, second) != (70, 20) {
        #expect(expected(first, second) > honest, "\(first) \(second)")
      }
    }
  }

  @Test func aBrierStaysBetweenNoneAndOne() {
    var random = SeededNumbers(state: 7)
    for _ in 0..<2000 {
      let count = random.next(10)
      let reading = (0..<count).map { _ in random.next(101) }
      let causes = Set((0..<count).filter { _ in random.next(3) == 0 })
      let telling = DrillTelling(hypotheses: reading.map { "\($0)" }, readings: [reading])
      let score = DrillScore(telling, causes: causes, steps: 0)
      #expect((0...1).contains(score.brierAtStart), "\(reading) \(causes)")
      #expect((0...100).contains(score.start))
      #expect(score.places[0].map { (1...count).contains($0) } ?? true)
    }
  }

  @Test func manyDrillsAreFigures() {
    let scores = Self.examples.prefix(7).map { DrillScore($0.telling, causes: $0.causes, steps: $0.steps) }
    let figures = DrillFigures(Array(scores))
    #expect(figures.count == 7 && figures.first == 3 && figures.inThree == 5)
    // 0, 0 and 1
    #expect(figures.found == 3 && abs((figures.stepsUntilFound ?? 0) - 1.0 / 3) < 1e-12)
    // (100 + 60 + 40 + 0 + 0 + 30 + 30) / 7, and 80 for the last
    #expect(abs((figures.start ?? 0) - 260.0 / 7) < 1e-12 && abs((figures.end ?? 0) - 310.0 / 7) < 1e-12)
    // Sure 100, 60, 40, 100, 60, 60 of six that had a first hypothesis, and three of those right: (420 - 300) / 6
    #expect(figures.sureCount == 6 && figures.bias == 20)
    #expect(DrillFigures([]).bias == nil && DrillFigures([]).brierAtEnd == nil)
  }
}

private struct SeededNumbers {
  var state: UInt64

  mutating func next(_ below: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % below
  }
}
