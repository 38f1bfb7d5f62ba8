import Recall
import Testing

@testable import Reading

/// Where a record names neither reason nor trouble, it is asked how things were: by the sentences that tell most of it.
@Suite struct SituationTests {
  private func situation(_ context: String) throws -> String {
    let drafts = try RecordBatch.entry("# Tide bell\n\n## Context\n\n\(context)\n", name: "0007-x.md").drafts(
      most: nil)
    #expect(drafts.map(\.prompt) == ["What was the situation when “Tide bell” was decided?"])
    return try #require(drafts.first).answer
  }

  @Test func whatIsNeededTellsMoreThanTheIntroduction() throws {
    #expect(
      try situation(
        "At some point, every harbour hangs up a bell, to greet the ferry, to call the crews to their boats in the "
          + "morning and to tell the market women that the boats are back with what they caught outside of the bay "
          + "during a long night of wind and rain on the open water. Its ropes are made of hemp. Crews on the far quay need to know the hour of the tide before they "
          + "cast off."
      ) == "Crews on the far quay need to know the hour of the tide before they cast off.")
  }

  @Test func whatStandsUnderHeadingsOfTheContextIsRead() throws {
    #expect(
      try situation(
        "The harbour has two quays and a ferry that lands between them at noon.\n\n### The far quay\n\n"
          + "Crews on the far quay want to know the hour of the tide, which requires a bell that the wind does not drown."
      ).contains("Crews on the far quay want to know"))
  }

  @Test func whatLeansOnTheSentenceBeforeIsNotTakenAlone() throws {
    #expect(
      try situation(
        "Crews of the ferry sleep on the far quay in winter. When they cast off they need to know the tide and must see "
          + "the lock."
      ).hasPrefix("Crews of the ferry sleep"))
  }

  @Test func theProblemComesBeforeTheSummary() throws {
    let drafts = try RecordBatch.entry(
      """
      # Tide bell

      ## Summary

      We want a louder bell for the crews on the far quay, since the old one cannot be heard there.

      ## Problem

      The wind blows from the sea, so that crews on the far quay miss the tide and their boats lie on the mud.
      """, name: "0007-x.md"
    ).drafts(most: nil)
    #expect(drafts.first?.answer.hasPrefix("The wind blows from the sea") == true, "\(drafts)")
  }
}
