import Recall
import Testing

@testable import Reading

/// Answers that the title gives away, that say next to nothing, or that only the file explains.
@Suite struct GivenAwayTests {
  private func drafts(_ text: String) throws -> [Draft] {
    try RecordBatch.entry(text, name: "0007-x.md").drafts(most: nil)
  }

  private func draft(_ kind: CardKind, _ text: String) throws -> Draft {
    try #require(try drafts(text).first { $0.kind == kind })
  }

  private static let context =
    "## Context\n\nThe crews keep missing the tide because the bell cannot be heard behind the sheds.\n\n"

  @Test func aPlaceholderBehindEmphasisWasAName() throws {
    let what = try draft(
      .what,
      "# Help for sailors\n\n## Decision\n\nA script prints the text where it has to be counted first. "
        + "It is called _buoy_help_<command>_<flag>.\n")
    #expect(what.answer.hasSuffix("_buoy_help_<command>_<flag>."), "\(what.answer)")
  }

  @Test(arguments: [
    "Contradicts the second decision driver, which counts most for the crews.",
    "Helps the first and second points of Decision Drivers, as the crews said.",
  ]) func whatPointsAtTheDriversIsLeft(con: String) throws {
    let drafts = try drafts(
      "# Use a blue lamp for the tide\n\n\(Self.context)## Considered Options\n\n* Blue lamp\n* Louder bell\n\n"
        + "## Decision Outcome\n\nChosen option: \"Blue lamp\", because it is seen from every berth.\n\n"
        + "## Pros and Cons of the Options\n\n### Louder bell\n\n* Bad, because neighbours of the old sheds complain\n"
        + "* Bad, because \(con)\n")
    let rejected = try #require(drafts.first { $0.kind == .rejected })
    #expect(rejected.answer == "Neighbours of the old sheds complain", "\(rejected.answer)")
  }

  @Test func twoLongPointsAreBothTold() throws {
    let first =
      "Drop the printed tide tables in the crane cabins, in the ferry office and in the harbour master's own house"
    let second =
      "Require that every crane driver reads the water from the lamp on the mast, which shows the hour of the turn, "
      + "the height in feet that the lock keeper measured at noon, and whether the outer gate has been opened for the "
      + "ferry or is still shut for the boats of the fishing fleet"
    let what = try draft(
      .what, "# How crews learn of the tide\n\n\(Self.context)## Decision\n\n* \(first)\n* \(second)\n")
    #expect(what.answer == "- \(first)\n- \(second)")
  }

  @Test func onlyWhatSpeaksForAnOptionIsWhyItWasChosen() throws {
    let why = try draft(
      .why,
      "# Use a blue lamp for the tide\n\n\(Self.context)## Considered Options\n\n* Blue lamp\n* Louder bell\n\n"
        + "## Decision Outcome\n\nChosen option: \"Blue lamp\"\n\n## Pros and Cons of the Options\n\n### Blue lamp\n\n"
        + "#### Pros/cons\n\n* Good, because it is seen from every berth\n* Good, because it needs no bell rope\n"
        + "* Bad, because somebody has to clean the glass\n")
    #expect(why.answer == "- It is seen from every berth\n- It needs no bell rope")
  }

  /// The title says it, so that everybody knows what is meant.
  @Test func theReasonIsAskedWhereTheTitleTellsTheDecision() throws {
    let drafts = try drafts(
      "# Synchronous crane commands\n\n## Decision\n\nWe're making all the crane commands synchronous.\n\n"
        + "## Rationale\n\nA command that was queued got lost whenever the crane was switched off, because nobody "
        + "kept the queue.\n")
    let why = try #require(drafts.first)
    #expect(drafts.count == 1)
    #expect(why.prompt == "Why did we decide as we did about “Synchronous crane commands”?")
    #expect(why.score >= RecordDrafts.threshold)
  }

  @Test func whatGoesOnInAListBelowIsWrittenAsOneSentence() throws {
    let what = try draft(
      .what,
      "# How crews learn of the tide\n\n## Decision\n\n* Hang a blue lamp on the mast of the office, because\n"
        + "  * All bells are drowned by the wind\n  * Ropes rot\n"
        + "* Paint the hours of the tide on the wall of each shed behind the quay\n")
    #expect(what.answer.contains("because all bells are drowned by the wind"), "\(what.answer)")
  }
}
