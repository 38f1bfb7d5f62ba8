import Recall
import Testing

@testable import Reading

/// What became of a decision that is no longer one, where its record tells.
@Suite struct EpitaphTests {
  private func card(_ standing: String, opening: String = "", _ more: String = "") throws -> Draft {
    let drafts = try RecordBatch.entry(
      "# Berths by hand\n\n\(opening)\(standing)## Context\n\nThe crews ask for a berth by bell.\n\n"
        + "## Decision\n\nThe lock keeper writes each boat into the green book and tells its crew the berth.\n\(more)",
      name: "0007-x.md"
    ).drafts(most: nil)
    #expect(drafts.count == 1)
    return try #require(drafts.first)
  }

  private static let question = "“Berths by hand” is no longer our rule. What became of it?"

  @Test(arguments: [
    (
      "Superseded — the board on the quay is complete. The green book no longer exists. This ADR is kept.",
      "The board on the quay is complete. The green book no longer exists."
    ),
    (
      "⌛ Superseded\n\nBerths were [moved to the board](https://example.org/1) on the quay in spring.",
      "Berths were moved to the board on the quay in spring."
    ),
    (
      "Deprecated as of 2025-11-25: The board on the quay shows the berths by itself.",
      "The board on the quay shows the berths by itself."
    ),
  ]) func whatTheStatusGoesOnToSayIsAsked(status: String, answer: String) throws {
    let card = try card("## Status\n\n\(status)\n\n")
    #expect(card.prompt == Self.question)
    #expect(card.answer == answer)
  }

  @Test func aBoxAboveEverythingIsRead() throws {
    let box =
      ":::warning Deprecated\n\nDeprecated as of 2025-11-25: The board on the quay shows the berths by itself.\n\n:::\n\n"
    let card = try card("## Status\n\nDeprecated\n\n", opening: box)
    #expect(card.prompt == Self.question)
    #expect(card.answer == "The board on the quay shows the berths by itself.")
  }

  @Test func aSectionOfItsOwnIsRead() throws {
    let card = try card(
      "## Status\n\nDeprecated\n\n",
      "\n## Deprecation\n\nIn spring we chose to go back to the board on the quay.\n")
    #expect(card.answer == "In spring we chose to go back to the board on the quay.")
  }

  @Test(arguments: [
    "Deprecated", "Accepted by the board of the harbour in its meeting of March\n\nDeprecated",
    "Deprecated (no superseding ADR)",
    "Superseded. See the [board](https://example.org/board).",
    "Deprecated\n\nSuperseded by the board. This ADR is kept for those who want to know how it was.",
  ]) func whereItSaysNothingThatIsNotAsked(status: String) throws {
    #expect(try card("## Status\n\n\(status)\n\n").prompt != Self.question)
  }

  @Test func pointsOfARejectionAreItsReasons() throws {
    let drafts = try RecordBatch.entry(
      "# Bells under water\n\n## Status\n\nRejected\n\n## Decision\n\nWe have rejected bells under water, point by "
        + "point:\n\n1. The crews cannot hear them above the engines\n2. Nobody can mend them without a diver\n",
      name: "0008-x.md"
    ).drafts(most: nil)
    #expect(
      drafts.map(\.answer) == [
        "No, it was rejected.\n\n- The crews cannot hear them above the engines\n- Nobody can mend them without a diver"
      ])
  }
}
