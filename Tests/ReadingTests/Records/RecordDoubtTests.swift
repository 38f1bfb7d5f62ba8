import Recall
import Testing

@testable import Reading

/// What only tells a part, or the wrong part, is not asked unless somebody chooses it.
@Suite struct RecordDoubtTests {
  private func drafts(_ text: String) throws -> [Draft] {
    try RecordBatch.entry(text, name: "0007-x.md").drafts(most: nil)
  }

  private func draft(_ kind: CardKind, _ text: String) throws -> Draft {
    try #require(try drafts(text).first { $0.kind == kind })
  }

  private static let long = (0..<12).map {
    "Beam number \($0) of the shed is older than its roof and bends in the wind."
  }

  @Test func aPartOfTheReasonsIsDoubted() throws {
    func record(_ more: [String]) -> String {
      "# Roof of the shed\n\n## Decision\n\nWe will hang the roof on cables from the crane tower.\n\n## Rationale\n\n"
        + "Cables need no beams, so the old walls carry less and the roof is easier to lift off.\n\n"
        + more.joined(separator: "\n\n") + "\n"
    }
    let whole = try draft(.why, record([]))
    let part = try draft(.why, record(Self.long))
    #expect(whole.score > part.score)
    #expect(part.reason.contains(RecordDrafts.aPart) && !whole.reason.contains(RecordDrafts.aPart))
  }

  @Test func aPartOfTheConsequencesIsDoubtedUnlessTheRestIsShown() throws {
    func record(_ behind: String) -> String {
      "# Hang the roof on cables\n\n## Decision\n\nWe will hang it on cables.\n\n## Consequences\n\n\(behind)\n"
    }
    let part = try draft(
      .changed,
      record(
        "The crane tower has to be painted twice as often as before. " + Self.long.joined(separator: " ")))
    #expect(part.reason.contains(RecordDrafts.aPart), "\(part)")
    let list = try draft(.changed, record(Self.long.map { "- " + $0 }.joined(separator: "\n")))
    #expect(!list.reason.contains(RecordDrafts.aPart), "\(list)")
  }

  @Test func whatStandsFurtherDownHasToDecide() throws {
    func record(_ behind: String) -> String {
      "# Roof of the shed\n\n## Decision\n\n```\ncrane --lift\n```\n\nThe old beams:\n\n```\n1 2 3\n```\n\n"
        + Self.long.joined(separator: " ") + "\n\n" + behind + "\n"
    }
    let found = try drafts(record("We will hang the roof of the shed on cables from the crane tower."))
    #expect(found.first?.answer.contains("We will hang") == true, "\(found)")
  }

  @Test func listsAreNoLongerThanAnybodyReads() throws {
    let items = (0..<5).map { number in
      "- " + (0..<20).map { "word\(number)x\($0)" }.joined(separator: " ") + "."
    }
    let text =
      "# Hang the roof on cables\n\n## Decision\n\nWe will hang it on cables.\n\n## Consequences\n\n"
      + items.joined(separator: "\n") + "\n"
    let answer = try draft(.changed, text).answer
    #expect(answer.split(whereSeparator: \.isWhitespace).count <= 70, "\(answer)")
    #expect(answer.hasSuffix("…"))
  }

  @Test func theFirstOfSeveralSentencesTellsTheDecision() throws {
    func record(_ decision: String) -> String {
      "# Roof of the boat shed\n\n## Status\n\nAccepted\n\n## Context\n\nIt leaks.\n\n## Decision\n\n\(decision)\n\n## Consequences\n\n"
        + "- The crane has to be bought before the winter.\n- The walls are no longer painted each spring.\n"
    }
    let told = try draft(.changed, record("We will hang it on cables. They are tested once a year."))
    #expect(told.prompt.contains("“We will hang it on cables”"), "\(told.prompt)")
    let negated = try draft(.changed, record("We will not build it of wood. Cables are better in many ways."))
    #expect(!negated.prompt.contains("not build"), "\(negated.prompt)")
    let said = try draft(.changed, record("We decided to hang it on cables from the tower."))
    #expect(said.prompt.contains(" says: “We decided"), "\(said.prompt)")
  }

  @Test(arguments: [
    ("We go with option 2.", false), ("We take option 2, which is to hang it on cables.", true),
    ("We hang it on cables (Option 2).", true), ("We chose Option 4: hang it on cables.", true),
    ("One of these options: Option 1: this is it.", false), ("A option is open.", false),
    ("Between option 1, the old one, and option 2, the new one.", false),
  ])
  func aLabelCanExplainItself(text: String, explains: Bool) {
    #expect(NumberedOptions.explainsItself(text) == explains)
  }

  @Test(arguments: [
    ("Option 1: hang it", "option", "1"), ("Solution n°2 : la brique", "solution", "2"),
    ("Solución nº2: el ladrillo", "solucion", "2"),
    ("Alternative B - cables", "alternative", "b"), ("Possibilité 3 le bois", "possibilite", "3"),
  ])
  func optionsGoByNumbers(title: String, kind: String, number: String) {
    #expect(NumberedOptions.label(title) == .init(kind: kind, number: number))
  }

  @Test(arguments: [
    "Options", "Option", "Solution a problem", "Option 1", "Approach to hanging", "Solution 2024 later",
  ])
  func otherHeadingsAreNoOptions(title: String) {
    #expect(NumberedOptions.label(title) == nil)
  }

  @Test func aTitleThatNamesTheMeansAsksForIt() throws {
    func asked(_ title: String, _ decision: String) throws -> String {
      try draft(.what, "# \(title)\n\n## Status\n\nAccepted\n\n## Decision\n\n\(decision)\n").prompt
    }
    let decision = "We will use winch cables that hang from the tower, and test them once a year."
    #expect(
      try asked("Lifting the roof with winch cables", decision)
        == "What did we decide to use for “Lifting the roof”?")
    // What the answer does not begin with stays in the question.
    #expect(try asked("Lifting the roof with a balloon", decision).contains("with a balloon"))
    #expect(try asked("Cables with winch cables", decision).contains("about “Cables with winch cables”"))
  }

  @Test func whatIsStillOpenFollowsFromNothing() throws {
    let text =
      "# Use cables for the roof of the shed\n\n## Decision\n\nWe will hang it on cables.\n\n## Consequences\n\n"
      + "The crane has to be bought, painted and tested by the crew before the first storm of the winter.\n\nWe still need to figure out:\n\n"
      + "- Who paints the tower every other year\n- Where the old beams are kept until spring\n"
    let answer = try draft(.changed, text).answer
    #expect(answer.hasPrefix("The crane has to be bought") && !answer.contains("paints"), "\(answer)")
  }

  @Test(arguments: [
    ("A1: a scoped context", "a scoped context"), ("B - cables from the tower", "cables from the tower"),
    ("X-Ray for bones", "X-Ray for bones"), ("S3 buckets", "S3 buckets"),
    ("R2 - the store of the harbour", "R2 - the store of the harbour"),
    ("V8: an engine for scripts", "V8: an engine for scripts"),
  ])
  func codesOfOptionsAreNoNames(title: String, name: String) {
    #expect(OptionList.name(title) == name)
  }

  @Test func aSignInATitleStaysWhatItIs() throws {
    let text =
      "# Language of C# services\n\n## Context\n\nFiles are kept.\n\n## Options\n\n### Files on a local disk\n\n"
      + "### Tapes in the tower\n\n- Bad, because nobody winds them in winter\n\n## Decision\n\nChosen option: "
      + "\"Files on a local disk\", because the crew knows how to copy them.\n\n## Consequences\n\n"
      + "- Bad, because a disk has to be bought each year.\n"
    let prompts = try drafts(text).map(\.prompt)
    #expect(prompts.count > 2 && prompts.allSatisfy { $0.contains("C# services") }, "\(prompts)")
  }

  @Test func signsThatNobodySeesAreTakenOffAtOnce() {
    let hidden = String(repeating: "\u{FE0F}", count: 60_000)
    let arguments = Arguments(["good"], ["because"])
    #expect(arguments.without(hidden + "Good, because it holds") == "It holds")
    #expect(arguments.without(hidden) == nil)
  }

  @Test func quotationMarksWithinOthersAreOtherOnes() {
    #expect(Phrasing.quoted("a “b” c", "en") == "“a ‘b’ c”")
    #expect(Phrasing.quoted("« a » b", "fr") == "« “a” b »")
    #expect(Phrasing.quoted("plain", "de") == "„plain“")
  }

  @Test(arguments: ["Option 2.", "Option 2", "We take option 2."])
  func aLabelAloneIsTheDecision(decision: String) throws {
    let text =
      "# Roof of the boat shed\n\n## Context\n\nIt leaks.\n\n### Option 1: Beams of oak\n\nOak.\n\nCons:\n\n- Beams are older "
      + "than the crew\n\n### Option 2: Cables from the tower\n\nSteel.\n\n## Decision\n\n\(decision)\n"
    let drafts = try drafts(text)
    #expect(drafts.first { $0.kind == .what }?.answer == "Cables from the tower", "\(drafts)")
    #expect(drafts.contains { $0.kind == .rejected && $0.prompt.contains("Beams of oak") }, "\(drafts)")
  }

  @Test func whatWasRejectedProposedItsOption() throws {
    let text =
      "# Roof of the boat shed\n\n## Status\n\nRejected\n\n## Decision Outcome\n\nChosen option: \"Cables from the tower\"\n"
    #expect(try drafts(text).first?.answer == "No, it was rejected. It proposed: Cables from the tower")
    let said = text.replacing(
      "Chosen option: \"Cables from the tower\"", with: "Rejected in favour of beams of oak.")
    #expect(try drafts(said).first?.answer == "No. Rejected in favour of beams of oak.")
  }

  private func what(_ decision: String, status: String = "Accepted") throws -> String? {
    try drafts("# Roof of the boat shed\n\n## Status\n\n\(status)\n\n## Decision\n\n\(decision)\n")
      .first { $0.kind == .what }?.answer
  }

  @Test func theOnlyLabelledParagraphIsTheDecision() throws {
    let reasons =
      "It is not perfect. That is acceptable because:\n\n- Cables are cheap in winter\n- Nobody walks up there\n"
    #expect(
      try what("Option 4: Hang it on cables from the tower.\n\n\(reasons)")
        == "Hang it on cables from the tower")
    // Where several are gone through, none of them is.
    #expect(
      try what(
        "Option 1: Use beams of oak again.\n\nOption 2: Hang it on cables.\n\nWe will take the cables, and test them."
      )
        == "We will take the cables, and test them.")
  }

  @Test func aDecisionFurtherDownIsFound() throws {
    #expect(
      try what(
        "Unfortunately oak is not really suitable for this.\n\nTo please the crew, the decision has been made to:\n\n"
          + "- hang the roof on cables that are tested each spring\n- sell the beams to the island\n"
      )?.contains("hang the roof on cables") == true)
    #expect(
      try what(
        "The crew preferred oak, but nobody delivers it in winter.\n\nThe keeper preferred light, so we are choosing cables "
          + "from the tower.") == "The keeper preferred light, so we are choosing cables from the tower.")
  }

  @Test func whatIsTakenBackBelowIsNoConsequence() throws {
    let text =
      "# Use cables for the roof of the shed\n\n## Decision\n\nWe will hang it on cables.\n\n## Consequences\n\n"
      + "A second tower would let the crew lift the roof without the crane of the yard. However, that is against this rule:\n\n"
      + "> One tower for each yard.\n\nThe crane has to be painted twice as often, since the cables chafe at its arm.\n"
    let answer = try draft(.changed, text).answer
    #expect(!answer.contains("second tower") && answer.contains("painted twice"), "\(answer)")
  }

  @Test func aStatusThatSaysMoreIsTheAnswer() throws {
    let text =
      "# Roof of the boat shed\n\n## Status\n\nRejected in favour of the second shed\n\n## Decision\n\nWe will hang it on "
      + "cables.\n\n## Consequences\n\n### Negative\n\n- The crane has to be painted.\n"
    #expect(try drafts(text).first?.answer == "No. Rejected in favour of the second shed")
    let bare = text.replacing(" in favour of the second shed", with: "")
    #expect(try drafts(bare).first?.answer == "No, it was rejected. It proposed: We will hang it on cables.")
  }

  @Test func allOptionsAreNoDecision() throws {
    #expect(
      try what("All considered options\n\nThe crew uses cables in summer and beams in winter.")
        != "All considered options")
  }
}
