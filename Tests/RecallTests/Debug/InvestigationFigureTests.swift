import Recall
import TestSupport
import Testing

/// Figures against examples that were computed by hand.
@Suite struct InvestigationFigureTests {
  /// Hypotheses by how sure, which it was, minutes to the first of them and to the cause, and who helped.
  private func solved(
    _ sure: [Int?], _ which: Int?, first: Int = 2, cause: Int = 10, help: InvestigationHelp? = nil,
    area: String? = nil, month: Int = 0, words: String = "a full disk", minutes: Int = 15
  ) throws -> Investigation {
    var fresh = InvestigationStory(minutes: minutes, at: 1_772_445_600_000 + month * 31 * 86_400_000)
    if let area { fresh.add(.placed, area) }
    for (index, sure) in sure.enumerated() {
      fresh.add(.supposed(index + 1), "guess \(index + 1)", after: index == 0 ? first * 60 : 0)
      fresh.add(.weighed(index + 1, sure))
    }
    fresh.add(.answered(.cause), words, after: (cause - (sure.isEmpty ? 0 : first)) * 60)
    if !sure.isEmpty { fresh.add(.matched(which)) }
    if let help { fresh.add(.helped(help, minutes: nil)) }
    fresh.add(.solved)
    return try #require(fresh.state())
  }

  @Test func nothingIsNothing() {
    let figures = InvestigationFigures([])
    #expect(figures.all.opened == 0)
    #expect(figures.all.calibration.brier == nil)
    #expect(figures.all.toCause == nil)
    #expect(figures.months.isEmpty)
  }

  @Test func hitsOfTheFirstAndOfTheFirstThree() throws {
    let figures = InvestigationFigures([
      try solved([60, 30], 1), try solved([60, 30], 2), try solved([10, 10, 10, 90], 4),
      try solved([50], 0),
      // Nobody said which it was, or there was no guess.
      try solved([50], nil), try solved([], nil),
    ])
    #expect(figures.all.first.hits == 1)
    #expect(figures.all.first.of == 4)
    #expect(figures.all.firstThree.hits == 2)
    #expect(figures.all.firstThree.of == 4)
    #expect(figures.all.solved == 6)
  }

  /// 0.8 and right, 0.3 and wrong, 0.6 and wrong: (0.04 + 0.09 + 0.36) / 3; 1.7 said, 1 true, 0.7 / 3 too much.
  @Test func calibration() throws {
    let figures = InvestigationFigures([try solved([80, 30], 1), try solved([60, nil], 0)])
    #expect(figures.all.calibration.count == 3)
    #expect(abs((figures.all.calibration.brier ?? 9) - 0.49 / 3) < 1e-12)
    #expect(abs((figures.all.calibration.bias ?? 9) - 0.7 / 3) < 1e-12)
  }

  /// As sure as before anything was seen: what was reweighed is not a guess any more.
  @Test func theFirstWeightCounts() throws {
    let figures = InvestigationFigures([try #require(InvestigationStory.told.state())])
    // 0.36 and 0.09.
    #expect(abs((figures.all.calibration.brier ?? 9) - 0.225) < 1e-12)
    #expect(figures.all.alone.hits == 0)
    #expect(figures.all.alone.of == 1)
  }

  @Test func mediansAndShares() throws {
    let figures = InvestigationFigures([
      try solved([50], 1, first: 1, cause: 10, help: .alone),
      try solved([50], 1, first: 3, cause: 20, help: .ai),
      try solved([50], 1, first: 8, cause: 90, help: .alone),
      try solved([50], 1, first: 4, cause: 30),
    ])
    #expect(figures.all.toFirst?.milliseconds == 210_000)
    #expect(figures.all.toCause?.milliseconds == 1_500_000)
    #expect(figures.all.toCause?.count == 4)
    #expect(figures.all.alone.hits == 2)
    #expect(figures.all.alone.of == 3)
  }

  @Test func whatWasWrittenDownAfterwardsTellsNothingOfGuesses() throws {
    let figures = InvestigationFigures([try solved([90], 1, help: .alone, minutes: 0)])
    #expect(figures.all.first.of == 0)
    #expect(figures.all.calibration.count == 0)
    #expect(figures.all.toCause == nil)
    #expect(figures.all.alone.hits == 1)
  }

  @Test func byMonthAndArea() throws {
    let figures = InvestigationFigures([
      try solved([50], 1, area: "checkout"), try solved([50], 0, month: 1),
      try solved([50], 1, area: "checkout", month: 1),
    ])
    #expect(figures.months.map(\.name) == ["2026-03", "2026-04"])
    #expect(figures.months.map(\.first.hits) == [1, 1])
    #expect(figures.months.map(\.first.of) == [1, 2])
    #expect(figures.areas.map(\.name) == ["checkout"])
    #expect(figures.areas[0].opened == 2)
  }

  @Test func causesThatComeBack() throws {
    let figures = InvestigationFigures([
      try solved([], nil, words: "the connection pool was too small"),
      try solved([], nil, month: 1, words: "a certificate had expired"),
      try solved([], nil, month: 2, words: "connection pools were too small again"),
    ])
    #expect(figures.returning.map(\.cause) == ["connection pools were too small again"])
    #expect(figures.returning.first?.dates.map(\.description) == ["2026-03-02", "2026-05-03"])
  }
}
