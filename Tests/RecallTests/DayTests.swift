import Recall
import Testing

@Suite struct DayTests {
  private func moment(_ text: String) throws -> Moment {
    try #require(Moment(rfc3339: text, localOffset: { _ in 0 }))
  }

  @Test(arguments: [
    ("2026-03-02T03:59:59+01:00", "2026-03-01"),
    ("2026-03-02T04:00:00+01:00", "2026-03-02"),
    ("2026-03-02T23:59:59-08:00", "2026-03-02"),
    ("1969-12-31T23:00:00Z", "1969-12-31"),
    ("1969-12-31T03:00:00Z", "1969-12-30"),
    ("2024-03-01T03:00:00Z", "2024-02-29"),
  ])
  func aDayEndsAtFour(moment text: String, date: String) throws {
    #expect(DayEnd.standard.day(of: try moment(text)).date.description == date)
  }

  @Test(arguments: [
    "2026-02-29T10:00:00Z", "2026-13-01T10:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01 ", "", "now",
    "2026-01-01T10:00:00", "2026-01-01T10:00:00+1:00", "2026-01-01T10:00:00.Z", "2026-01-01T10:00:00Zx",
  ])
  func whatIsNoTimeIsRefused(text: String) {
    #expect(Moment(rfc3339: text, localOffset: { _ in 0 }) == nil)
  }

  @Test(arguments: ["2026-03-02T03:59:59+01:00", "2026-03-02T03:59:59Z", "2026-12-31T23:59:59.040-09:30"])
  func timesAreWrittenAsTheyWereRead(text: String) throws {
    #expect(try moment(text).rfc3339 == text)
  }

  @Test func everyDateOfAnEraComesBack() {
    for number in stride(from: -720_000, to: 800_000, by: 37) {
      #expect(CivilDate(daysSinceEpoch: number).daysSinceEpoch == number)
    }
  }

  @Test func aClockSetBackMakesNoNegativeInterval() {
    #expect(Day(10).since(Day(12)) == 0)
    #expect((Day(10) + Int.max).number == Int.max)
  }
}
