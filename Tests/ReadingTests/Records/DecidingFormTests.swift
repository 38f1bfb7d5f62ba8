import Recall
import Testing

@testable import Reading

/// What stands under the decision is not always what was decided.
@Suite struct DecidingFormTests {
  private func drafts(_ body: String, title: String = "Plan of the berths") throws -> [Draft] {
    let text = "# 7. \(title)\n\n## Status\n\nAccepted\n\n" + body
    return try RecordBatch.entry(text, name: "0007-plan.md").drafts(most: nil)
  }

  @Test(arguments: [
    "We had hoped to tie two boats to each ring.",
    "Using rings of iron allows boats to swing with the tide.",
    "Since the quay became longer, there's the need for rings.",
    "The ring at the end was replaced by a bollard.",
    "Currently boats look for a ring of their own.",
  ]) func howThingsCameToBeIsNoDecision(sentence: String) {
    #expect(DecidingForm.describes(sentence))
  }

  @Test(arguments: [
    "We will tie two boats to each ring.", "Use rings of iron.", "Each boat has a ring of its own.",
    "Since the quay became longer, boats will have two rings.", "The rings are painted red in spring.",
    "Boats are tied to rings, because ropes wear out.", "After a storm the rings should be looked at.",
  ]) func whatIsToBeIsOne(sentence: String) {
    #expect(!DecidingForm.describes(sentence))
  }

  @Test func theSentenceBehindTheStoryIsAsked() throws {
    let drafts = try drafts(
      """
      ## Decision

      Rings of iron had rusted through in two winters. We will buy rings of bronze from the foundry in the next town.
      """, title: "Metal of mooring gear")
    let what = try #require(drafts.first { $0.kind == .what })
    #expect(what.answer == "We will buy rings of bronze from the foundry in the next town.")
  }

  @Test func aStoryAloneIsWorthLittle() throws {
    let drafts = try drafts(
      """
      ## Context

      The plan of the berths is drawn anew each spring, and half of the boats do not find their place on it.

      ## Decision

      The harbour master had hoped that a plan of the berths would be needed by nobody once numbers hung on the rings.
      """)
    #expect(drafts.allSatisfy { $0.kind != .what })
  }

  @Test func shortParagraphsAreOneAnswer() throws {
    let drafts = try drafts(
      """
      ## Decision

      Count the berths from the lighthouse.

      Write each number on the quay.

      Keep a copy of the plan in the office.
      """)
    let what = try #require(drafts.first { $0.kind == .what })
    #expect(
      what.answer == """
        - Count the berths from the lighthouse.
        - Write each number on the quay.
        - Keep a copy of the plan in the office.
        """)
  }

  @Test func whatSpeaksOfSomethingElseIsNotTaken() throws {
    let drafts = try drafts(
      """
      ## Decision

      Every captain pays the fee for a whole season at the office, before the first of April, and gets a red flag that \
      has to be flown from the mast whenever nobody is aboard.

      ## Consequences

      Captains who come for one night need a cheaper flag of yellow cloth, which the plan of the berths and the lock \
      keeper's list have to show.
      """)
    #expect(!drafts.contains { $0.kind == .what && $0.score >= 0.5 })
    #expect(drafts.contains { $0.kind == .changed })
  }

  @Test func aLongListTellsMoreThanTheSituation() throws {
    let drafts = try drafts(
      """
      ## Context

      Each spring somebody walks along the quay, looks which boats have come, and draws them on a new sheet of paper.

      ## Decision

      - Numbers hang on the rings, so that nobody has to ask which berth is meant on the telephone.
      - Boats longer than twelve metres lie on the outer side, where the water is deep at all tides.
      - Boats of guests lie next to the office, so that their captains find somebody who takes the fee.
      - Fishing boats lie below the crane, because their boxes are lifted ashore by it in the morning.
      - Empty berths are marked with a white stone.
      """)
    #expect(drafts.first?.kind == .what)
  }

  @Test(arguments: [
    ("Tide monitor", "A `TideMonitor` component will be implemented."),
    (
      "Concept of berths",
      "The harbour office of the islands will introduce the concept of a \"berth\" to captains."
    ),
  ]) func theTitleInOtherWordsIsNoAnswer(title: String, decision: String) throws {
    let drafts = try drafts("## Decision\n\n\(decision)\n", title: title)
    #expect(!drafts.contains { $0.reason.contains("stands under the decision") && $0.score > 0.5 })
  }

  @Test func whatItWasBeforeTheTurnIsNoReason() throws {
    let drafts = try drafts(
      """
      ## Context

      In the years of the herring it was a problem when a boat came in without notice, and the crane was slow.

      We are now a harbour of sailing boats, and the crane stands idle while captains cannot find a berth.

      ## Decision

      Boats come in without notice, and pay when they leave.
      """)
    let why = try #require(drafts.first { $0.kind == .why })
    #expect(why.answer.contains("sailing boats") && !why.answer.contains("herring"))
  }

  @Test func longPointsAreToldByTheirFirstSentences() throws {
    let point = "has to be painted before the first of April, because nobody reads it under salt and soot. "
    let rest =
      "The harbour master buys the paint in the town behind the hill, where it is cheaper than at the quay."
    let drafts = try drafts(
      """
      ## Decision

      Every berth gets a number of its own.

      ## Consequences

      - Each number on the quay \(point)\(rest)
      - Each letter on a mast \(point)\(rest)
      """)
    let changed = try #require(drafts.first { $0.kind == .changed })
    #expect(!changed.answer.contains("cheaper") && changed.answer.contains("Each letter"))
  }

  @Test func fewWordsBelowACountStayWithIt() throws {
    let drafts = try drafts(
      """
      ## Decision

      Each berth gets a number of its own.

      ## Consequences

      The office has to keep three lists:

      - the berths by number
      - the boats by name
      - the fees that are owed
      """)
    let changed = try #require(drafts.first { $0.kind == .changed })
    #expect(changed.answer.hasPrefix("The office has to keep three lists: the berths by number;"))
  }

  @Test func aTitleOfOneWordIsNotSaidAgainByASentenceThatHoldsIt() throws {
    let drafts = try drafts(
      """
      ## Decision

      While both moorings hold in a storm, in the end rings were chosen. Rings can be had from the smith in the village, \
      who makes them within a week and mends them for nothing as long as he lives and as long as his apprentice does, who \
      has learned the trade from him and from nobody else in all those years at the harbour.
      """, title: "Mooring")
    #expect(drafts.first { $0.kind == .what }?.answer.contains("rings were chosen") == true)
  }

  @Test func marksOfFootnotesAreNoWords() throws {
    let drafts = try drafts(
      "## Decision\n\nEach berth[^fee] gets a number that hangs on its ring [^2], as x[^ 3] shows.\n")
    #expect(
      drafts.first { $0.kind == .what }?.answer
        == "Each berth gets a number that hangs on its ring, as x[^ 3] shows.")
  }

  @Test(arguments: [
    "Names of berths match `[^a-z]+` and `x[^0]`, so that nobody mistakes them.",
    "Names of berths match [^a-z]+ on the sign, so that nobody mistakes them.",
  ]) func patternsAreNoMarksOfFootnotes(decision: String) throws {
    #expect(try drafts("## Decision\n\n\(decision)\n").first { $0.kind == .what }?.answer == decision)
  }

  @Test func aNameThatIsNotTheFilesIsAName() throws {
    let body = "## Decision\n\nA boat may stay for three nights, and pays for each of them in the morning.\n"
    #expect(try drafts(body, title: "max_nights_stayed").contains { $0.prompt.contains("max_nights_stayed") })
  }

  @Test func boldQuestionsAreHeadings() throws {
    let drafts = try drafts(
      "## Decision\n\n**How captains find their berth**\n\nWe will hang a number on every ring of the quay.\n"
    )
    #expect(
      drafts.first { $0.kind == .what }?.answer == "We will hang a number on every ring of the quay.")
  }

  @Test func aFilesNameAsTheTitleIsRead() throws {
    let text = """
      # 7. use_iron_for_the_rings

      ## Decision

      Iron is dipped into tar in spring, so that no ring has to be bought before the tenth year.
      """
    let drafts = try RecordBatch.entry(text, name: "0007-use-iron-for-the-rings.md").drafts(most: nil)
    #expect(!drafts.isEmpty)
    #expect(drafts.allSatisfy { !$0.prompt.contains("_") })
  }

  @Test func whatIsOnlyAnnouncedIsLeft() throws {
    let drafts = try drafts(
      """
      ## Decision

      Each ring on the quay gets a number of brass. The office will make the following changes.

      | Ring | Number |
      | ---- | ------ |
      | first | 1 |
      """)
    #expect(drafts.first { $0.kind == .what }?.answer == "Each ring on the quay gets a number of brass.")
  }

  @Test func examplesAreNoConsequences() throws {
    let drafts = try drafts(
      """
      ## Decision

      Each berth gets a number of its own.

      ## Consequences

      The plan tells more than the rings do. For example:

      - who pays for the berth
      - how deep the water is at low tide

      Captains have to learn the number of their berth before they come in at night.
      """)
    let changed = try #require(drafts.first { $0.kind == .changed })
    #expect(!changed.answer.contains("how deep") && changed.answer.contains("Captains have to learn"))
  }

  @Test func whatComesAfterSomethingIsToldWithIt() throws {
    let text = "Each ring on the quay gets a number of brass. Numbers are polished following each storm."
    let drafts = try drafts("## Decision\n\n\(text)\n")
    #expect(drafts.first { $0.kind == .what }?.answer == text)
  }

  private func what(_ decision: String, title: String = "Doors of the lock") throws -> String? {
    try RecordBatch.entry("# \(title)\n\n## Status\n\nAccepted\n\n## Decision\n\n\(decision)\n").drafts(
      most: nil
    )
    .first { $0.kind == .what }?.answer
  }

  @Test func aShortOrderIsADecision() throws {
    let reasons =
      "Oak is heavier and swells in the first winter, which was measured on the old sluice for a year."
    #expect(try what("Use steel.\n\n\(reasons)")?.hasPrefix("Use steel.") == true)
    #expect(
      try what("Adopt **Option A (doors of steel)** for the lock.\n\n\(reasons)")?.contains("doors of steel")
        == true)
  }

  @Test func namesBehindASentenceThatDecidesAreTheDecision() throws {
    #expect(
      try what(
        "We will use the following woods for the doors:\n\n- Oak\n- Larch\n\nPine should also be dried.")
        == "We will use the following woods for the doors:\n- Oak\n- Larch")
  }

  @Test func headingsThatDecideAreTheDecision() throws {
    let text =
      "Weights are cut by the smith of the harbour and stamped on both sides.\n\n**We will check the weights at the gate**"
      + "\n\nTwo of the crew do it.\n\n**We will weigh the doors once a year**\n\nIn spring.\n"
    #expect(
      try what(text, title: "Weights of the doors")
        == "- We will check the weights at the gate\n- We will weigh the doors once a year")
  }

  /// A third of the title's words and hardly any other: whoever reads the question knows it.
  @Test(arguments: [
    ("Break up the lock office", "Break the lock office into rooms.", true),
    ("Break up the lock office", "Give each keeper of a lock a room of the old customs house.", false),
    ("Search light", "Seacandle", false),
  ])
  func whatEchoesTheTitleIsDoubted(title: String, decision: String, isDoubted: Bool) throws {
    let draft = try RecordBatch.entry("# \(title)\n\n## Status\n\nAccepted\n\n## Decision\n\n\(decision)\n")
      .drafts(most: nil).first { $0.kind == .what }
    #expect(
      (draft?.reason.contains(RecordDrafts.saysTitleAgain) ?? isDoubted) == isDoubted,
      "\(String(describing: draft))")
  }
}
