import Recall
import Testing

/// A drill as the fold of its lines.
@Suite struct DrillRunTests {
  private func run(_ steps: Int, _ lines: String...) -> DrillRun {
    var run = DrillRun(steps: steps)
    for line in lines { #expect(run.take(line) == nil, "\(line)") }
    return run
  }

  @Test func aDrillToItsEnd() {
    let run = run(
      2, "stale map", "60", "cache key", "30", "", "1=10", "", "pool too small", "80 %", "2 0, 1=5", "", "3")
    #expect(run.asking == .over && run.causes == [2])
    #expect(run.telling.hypotheses == ["stale map", "cache key", "pool too small"])
    #expect(run.telling.readings == [[60, 30], [10, 30], [5, 0, 80]])
    #expect(run.telling.text == "stale map: 60 10 5\ncache key: 30 30 0\npool too small: - - 80")
    #expect(run.telling.sureAtTheEnd == 80 && run.telling.ranking(0) == [0, 1])
    #expect(run.telling.ranking(2) == [2, 0])
  }

  @Test func solveGoesToTheEnd() {
    #expect(run(3, "stale map", "60", "", "solve").asking == .cause)
    #expect(run(3, "stale map", "60", "Solve").telling.revealed == 0)
    #expect(run(3, "stale map", "60", "", "", "solve").telling.revealed == 2)
  }

  @Test(arguments: ["?", "I don't know.", "i don’t know", "no idea"]) func nothingComesToMind(line: String) {
    #expect(run(0, line).asking == .over)
    let run = run(1, line, "pool too small", "70", "", "0")
    #expect(run.telling.readings == [[], [70]] && run.causes.isEmpty && run.asking == .over)
  }

  @Test func fiveAtFirstAndNineInAll() {
    var run = DrillRun(steps: 1)
    for number in 1...5 { #expect(run.take("guess \(number)") == nil && run.take("\(number)0") == nil) }
    #expect(run.asking == .reweigh)
    for number in 6...9 { #expect(run.take("guess \(number)") == nil && run.take("0") == nil) }
    #expect(run.take("guess 10") != nil && run.asking == .reweigh)
  }

  @Test func whatDoesNotFitIsSaidAndNotKept() {
    var run = DrillRun(steps: 1)
    for line in ["", "7", "x", "1=20", "503 ?"] { #expect(run.take(line) != nil, "\(line)") }
    #expect(run.take("stale map") == nil)
    for line in ["", "101", "-1", "sure", "6 0"] { #expect(run.take(line) != nil, "\(line)") }
    #expect(run.take("60") == nil && run.take("") == nil)
    for line in ["2=20", "1=101", "1=-5", "0=5", "1", "1 2 3", "x"] {
      #expect(run.take(line) != nil, "\(line)")
    }
    #expect(run.take("") == nil)
    for line in ["", "2", "0 1", "one", "1 0"] { #expect(run.take(line) != nil, "\(line)") }
    #expect(run.take("1") == nil && run.take("1") != nil)
    #expect(run.lines == ["stale map", "60", "", "", "1"])
  }

  /// Whatever is typed, playing the kept lines again leads to the same place, at every length.
  @Test func everyBeginningCanBePlayedAgain() {
    let words = ["", "?", "stale map", "60", "1=20", "2=90", "solve", "1", "0", "2 1", "x", "100", "a pool"]
    var state: UInt64 = 11
    for round in 0..<600 {
      var run = DrillRun(steps: round % 4)
      for _ in 0..<25 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let before = run
        if run.take(words[Int(state >> 33) % words.count]) != nil { #expect(run == before) }
        #expect(DrillRun(steps: run.steps, lines: run.lines) == run)
        let isWhole = run.asking == .sure || run.telling.now.count == run.telling.hypotheses.count
        #expect(isWhole && run.telling.revealed <= run.steps)
      }
    }
  }

  /// The card lost its evidence in between: what still fits is kept.
  @Test func linesThatNoLongerFitEndTheReplay() {
    let run = DrillRun(steps: 0, lines: ["stale map", "60", "", "1=20", "", "1"])
    #expect(run.asking == .cause && run.lines == ["stale map", "60", ""])
  }

  /// What was typed can be taken back; what was shown was seen.
  @Test(
    arguments: [
      ([], nil), (["stale map"], []), (["stale map", "60"], ["stale map"]),
      (["stale map", "60", ""], nil),
      (["stale map", "60", "", "1=20"], ["stale map", "60", ""]),
      (["stale map", "60", "", "the pol"], ["stale map", "60", ""]),
      (["stale map", "60", "", "the pool", "30"], ["stale map", "60", "", "the pool"]),
      (["stale map", "60", "solve"], nil), (["stale map", "60", "solve", "1"], nil), (["?"], nil),
    ] as [([String], [String]?)])
  func theLastLineCanBeTakenBack(lines: [String], left: [String]?) {
    #expect(DrillRun(steps: 2, lines: lines).withoutLast?.lines == left)
  }

  @Test(arguments: [
    ("connection pool of the new region is half the size", true),
    ("the pool was too small", true),
    ("pool", false),
    ("pool too small", true),
    ("stale shard map in one pod", false),
    ("checkout answers 500", false),
    ("the connection pool of the new region was too large", false),
  ])
  func matchingIsProposed(said: String, isLikely: Bool) {
    let cause = "The connection pool of the new region was too small, half the size of the others."
    let found = DrillMatch.isLikely(said, cause: cause, symptom: "Checkout answers 500 for one shop in ten.")
    #expect(found == isLikely)
    #expect(
      DrillMatch.proposed(["other", said], cause: cause, symptom: "Checkout answers 500.")
        == (isLikely ? [1] : []))
  }
}
