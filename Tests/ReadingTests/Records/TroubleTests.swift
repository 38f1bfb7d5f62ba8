import Recall
import Testing

@testable import Reading

/// Which sentences of a context are told as the reason.
@Suite struct TroubleTests {
  private func why(_ context: String) throws -> String? {
    let text = """
      # 7. Plan of the berths

      ## Context

      \(context)

      ## Decision

      Each berth gets a number, and the numbers hang on the rings.
      """
    return try RecordBatch.entry(text, name: "0007-plan.md").drafts(most: nil).first { $0.kind == .why }?
      .answer
  }

  @Test func whatPointsBackTakesTheSentenceBefore() throws {
    let answer = try why(
      """
      Crews met some trouble that came back each spring.

      It was hard to find the cause of these delays, since the plan of the berths is drawn on several sheets that \
      nobody sorts.
      """)
    #expect(answer?.hasPrefix("Crews met some trouble") == true)
    #expect(answer?.hasSuffix("that nobody sorts.") == true)
  }

  @Test func theTurnComesWithWhatItTurns() throws {
    let answer = try why(
      """
      The plan of the berths was slow to draw, and so the office drew it only once a year in winter. However, boats \
      change their places every week.
      """)
    #expect(answer?.hasSuffix("However, boats change their places every week.") == true)
  }

  @Test func aReasonThatIsTurnedOutOfReachIsNone() throws {
    let long = Array(repeating: "and boats that come late lie in the second row", count: 7).joined(
      separator: ", ")
    let answer = try why(
      """
      The old plan of the berths was a problem. But \(long).

      Captains cannot find their berth on the plan, because the sheets are sorted by the year in which they were drawn.
      """)
    #expect(answer?.contains("Captains cannot find") == true)
  }

  @Test func itemsStandForThemselves() throws {
    let answer = try why(
      """
      - Nobody can read the plan of the berths in the rain, and the paper is lost within a few weeks

      In those weeks the harbour master has to tell each captain by radio.
      """)
    #expect(
      answer == "Nobody can read the plan of the berths in the rain, and the paper is lost within a few weeks"
    )
  }

  @Test func oneOfSeveralTroublesIsNoneOfThemAlone() throws {
    let answer = try why(
      """
      The plan of the berths has these faults:

      - The plan cannot be read in the rain
      - Drawing the plan is slow
      - Guests cannot find their berth on the plan
      """)
    #expect(
      answer == """
        - The plan cannot be read in the rain
        - Drawing the plan is slow
        - Guests cannot find their berth on the plan
        """)
  }
}
