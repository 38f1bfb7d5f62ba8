import Recall
import Testing

@testable import Reading

/// Which record takes the place of which, however that is written and on whichever side.
@Suite struct RecordSupersessionTests {
  private func answer(_ files: [(name: String, text: String)], _ index: Int = 0) throws -> String? {
    let entry = try RecordBatch.entry(RecordBatch.read(files), index)
    let drafts = entry.drafts(most: nil)
    // What the new one says follows below.
    return drafts.first { $0.kind == .replaced }?.answer.split(separator: "\n").first.map(String.init)
  }

  private func pair(_ status: String, new: String = "Accepted") -> [(name: String, text: String)] {
    [
      ("0003-berths-by-hand.md", RecordBatch.plain("Berths by hand", status: status)),
      ("0012-berths-by-draught.md", RecordBatch.plain("Berths by draught", status: new)),
    ]
  }

  static let replaced = "No. It was replaced by “Berths by draught” (0012)."

  static let lines = [
    "Superseded by [ADR-0012](0012-berths-by-draught.md)",
    "superseded by [0012-berths-by-draught](./0012-berths-by-draught.md#decision)",
    "Superseded by [another record](../adr/0012-berths-by-draught.md)",
    "Superseded by [another record](/harbour/docs/adr/0012-berths-by-draught.md)",
    "Superseded by [another record](https://git.example/berths/0012-berths-by-draught.md)",
    "Superseded by [another record](0012-berths-by-draught)",
    "Accepted\n\nSuperseded by [12. Berths by draught](0012-berths-by-draught.md)",
    "Accepted\nSuperseded by [12. Berths by draught](0012-berths-by-draught.md)",
    "Superceded by [12. Berths by draught](0012-berths-by-draught.md)",
    "Superseded by ADR-0012", "Superseded by ADR 12", "Superseded by adr-012.", "superseded by #12",
    "Superseded by 12", "Superceeded by [ADR-0012](../0012-berths-by-draught)",
    "Superseded by 0012-berths-by-draught.md", "Superseded by \"Berths by draught\"",
    "Superseded by Berths by draught", "Superseded on 2024-03-01 by ADR-0012", "Replaced by ADR-0012",
    "This decision is superseded by ADR-0012", "Deprecated\n\nReplaced by ADR-0012",
    "Superseded\n\n- Superseded by [ADR-0012](0012-berths-by-draught.md)", "Reverted by ADR-0012",
    "❌ Superseded by ADR-0012", "**Superseded by** [12](0012-berths-by-draught.md)",
  ]

  @Test(arguments: lines) func statusLineNamesTheSuccessor(line: String) throws {
    #expect(
      try answer(pair(line))
        == (line.hasPrefix("Reverted")
          ? Self.replaced.replacing("replaced", with: "reverted") : Self.replaced))
  }

  /// Nothing takes its own place, and the person hears of it.
  @Test(arguments: ["Superseded by [ADR-0003](0003-berths-by-hand.md)", "Superseded by ADR 3"])
  func nothingReplacesItself(line: String) throws {
    let batch = try RecordBatch.read(pair(line))
    let entry = try RecordBatch.entry(batch, 0)
    #expect(entry.replacements.isEmpty)
    #expect(
      entry.drafts(most: nil).first?.prompt == "“Berths by hand” is no longer our rule. What did it say?")
    #expect(batch.findings[0].map(\.message) == ["it names itself as what replaced it"])
    #expect(batch.findings[0].map(\.line) == [5])
  }

  @Test(arguments: ["0099-berths-by-tide.md", "./0099-berths-by-tide.md#x", "../0099-berths-by-tide.md"])
  func aLinkToNoRecordIsTold(link: String) throws {
    let batch = try RecordBatch.read(pair("Superseded by [ADR-0099](\(link))"))
    #expect(
      batch.findings[0].map(\.message) == [
        "\(link), which replaced it, is not among the records that were read"
      ])
    #expect(try RecordBatch.read(pair("Superseded by [the law](https://law.example/9)")).findings[0].isEmpty)
  }

  @Test func theNewRuleIsToldInItsOwnWords() throws {
    let entry = try RecordBatch.entry(RecordBatch.read(pair("Superseded by ADR-0012")), 0)
    #expect(entry.drafts(most: nil).first?.answer.hasPrefix(Self.replaced + "\n\n") == true)
  }

  @Test(arguments: ["DR012", "DR-012", "DR 12", "[DR012](DR012-berths-by-length.md)"])
  func aNumberIsOfItsOwnSeries(name: String) throws {
    let files = [
      (
        "DR003-berths-by-hand.md", RecordBatch.plain("DR003: Berths by hand", status: "Superseded by \(name)")
      ),
      ("ADR012-berths-by-draught.md", RecordBatch.plain("ADR012: Berths by draught")),
      ("DR012-berths-by-length.md", RecordBatch.plain("DR012: Berths by length")),
    ]
    #expect(try answer(files) == "No. It was replaced by “Berths by length” (012).")
    // The record that is meant is not here; the other 12 is not it.
    let away = try answer(Array(files.prefix(2)))
    #expect(away?.contains("draught") == false)
  }

  @Test func aFileThatIsGoneIsNotTheOneWithItsNumber() throws {
    let files = pair("Superseded by [0012-lamps-of-the-gate.md](0012-lamps-of-the-gate.md)")
    #expect(try answer(files) == "No. It was replaced by 0012-lamps-of-the-gate.md.")
  }

  @Test(arguments: lines) func recordThatWasReplacedIsAskedForNothingElse(line: String) throws {
    let entry = try RecordBatch.entry(RecordBatch.read(pair(line)), 0)
    #expect(entry.drafts(most: nil).count == 1)
    #expect(entry.replacedBy == [RecordBatch.folder + "0012-berths-by-draught.md"])
  }

  @Test(arguments: [
    "superseded-by: 0012", "superseded-by: 0012-berths-by-draught.md", "superseded_by: ADR-0012",
    "superseded by: [\"0012\"]", "superseded-by:\n  - 0012-berths-by-draught",
    "superseded-by: berths-by-draught",
    "status: superseded by [ADR-0012](0012-berths-by-draught.md)", "status: superseded by ADR-0012",
    "status: superseded\nsuperseded-by: 12", "replaced-by: 12", "superseded-by: Berths by draught",
    "status: superseded by [the one by draught](../../docs/adr/0012-berths-by-draught.md)",
  ]) func frontMatterNamesTheSuccessor(line: String) throws {
    let old = "---\n\(line)\n---\n" + RecordBatch.plain("Berths by hand", status: "")
    #expect(try answer([("0003-berths-by-hand.md", old), pair("")[1]]) == Self.replaced)
  }

  @Test(arguments: [
    "superseded-by:", "superseded-by: none", "superseded-by: \"\"", "superseded-by: n/a", "superseded-by: []",
  ])
  func emptyFieldReplacesNothing(line: String) throws {
    let old = "---\n\(line)\n---\n" + RecordBatch.plain("Berths by hand")
    let entry = try RecordBatch.entry(old)
    #expect(entry.state.status == .accepted)
    #expect(entry.replacements.isEmpty)
  }

  @Test(arguments: [
    "Accepted\n\nSupersedes [3. Berths by hand](0003-berths-by-hand.md)", "Accepted\nSupersedes ADR-0003",
    "Accepted, supersedes [ADR-3](0003-berths-by-hand.md)",
    "Accepted\n\nSupercedes [3](0003-berths-by-hand.md)",
    "Accepted\n\nReplaces ADR 3", "Accepted\n\n- Supersedes 0003-berths-by-hand",
  ]) func newRecordAloneSaysWhatItReplaces(status: String) throws {
    #expect(try answer(pair("Accepted", new: status)) == Self.replaced)
  }

  @Test func linksAtTheEndSayWhatIsReplaced() throws {
    let more = "\n## Links\n\n- Supersedes [ADR-0003](0003-berths-by-hand.md)\n- Relates to ADR-0001\n"
    var files = pair("Accepted")
    files[1].text = RecordBatch.plain("Berths by draught", more: more)
    #expect(try answer(files) == Self.replaced)
    files[1].text = RecordBatch.plain(
      "Berths by draught", more: "\n## Supersedes\n\n- [3](0003-berths-by-hand.md)")
    #expect(try answer(files) == Self.replaced)
    files[1].text = "---\nsupersedes: 0003\n---\n" + RecordBatch.plain("Berths by draught")
    #expect(try answer(files) == Self.replaced)
  }

  @Test func digitsInAWordAreNoNumber() throws {
    let files = [
      ("0011-nets.md", RecordBatch.plain("Nets")),
      (
        "0015-lamps.md",
        RecordBatch.plain("Lamps", status: "Accepted\n\nThis replaces our lamps-p11y in 0005.")
      ),
    ]
    #expect(try answer(files) == nil)
  }

  @Test func proposalReplacesNothingYet() throws {
    let files = pair("Accepted", new: "Proposed\n\nSupersedes ADR-0003")
    let entry = try RecordBatch.entry(RecordBatch.read(files), 0)
    #expect(entry.state.status == .accepted)
    let kinds = entry.drafts(most: nil).map(\.kind)
    #expect(!kinds.isEmpty && !kinds.contains(.replaced))
    let rejected = try RecordBatch.entry(
      RecordBatch.read(pair("Accepted", new: "Rejected\n\nSupersedes ADR-0003")), 0)
    #expect(rejected.state.status == .accepted)
    #expect(rejected.replacements.isEmpty)
  }

  @Test func amendingIsNoReplacing() throws {
    for line in ["Amended by ADR-0012", "Amends ADR-0012", "Relates to ADR-0012", "Clarified by ADR-0012"] {
      let entry = try RecordBatch.entry(RecordBatch.read(pair("Accepted\n\n\(line)")), 0)
      #expect(entry.state.status == .accepted, "\(line)")
      #expect(entry.replacements.isEmpty, "\(line)")
    }
  }

  @Test func partOfARecordStillHolds() throws {
    let files = pair("Partly superseded by [ADR-0012](0012-berths-by-draught.md)")
    let drafts = try RecordBatch.entry(RecordBatch.read(files), 0).drafts(most: nil)
    #expect(drafts.count > 1)
    #expect(try answer(files) == "Only in part. The rest was replaced by “Berths by draught” (0012).")
  }

  @Test func chainNamesTheNextOfEach() throws {
    let files = [
      ("0001-a.md", RecordBatch.plain("Berths by name", status: "Superseded by ADR-0002")),
      ("0002-b.md", RecordBatch.plain("Berths by length", status: "Superseded by ADR-0003")),
      ("0003-c.md", RecordBatch.plain("Berths by draught")),
    ].map { (name: $0.0, text: $0.1) }
    #expect(try answer(files, 0) == "No. It was replaced by “Berths by length” (0002).")
    #expect(try answer(files, 1) == "No. It was replaced by “Berths by draught” (0003).")
    #expect(try answer(files, 2) == nil)
  }

  @Test func targetOutsideTheBatchKeepsItsName() throws {
    let old = RecordBatch.plain(
      "Berths by hand", status: "Superseded by [Berths by tide](0099-berths-by-tide.md)")
    #expect(try answer([("0003-berths-by-hand.md", old)]) == "No. It was replaced by Berths by tide.")
    let number = RecordBatch.plain("Berths by hand", status: "Superseded by ADR-0099")
    #expect(try answer([("0003-berths-by-hand.md", number)]) == "No. It was replaced by ADR-0099.")
    let bare = RecordBatch.plain("Berths by hand", status: "Superseded")
    #expect(try answer([("0003-berths-by-hand.md", bare)])?.contains("replaced") == false)
    let below = RecordBatch.plain(
      "Berths by hand", status: "Superseded by\n[Berths by tide](0099-berths-by-tide.md)")
    #expect(try answer([("0003-berths-by-hand.md", below)]) == "No. It was replaced by Berths by tide.")
  }

  @Test func linksCrossFolders() throws {
    let old = RecordBatch.plain(
      "Berths by hand", status: "Superseded by [12](../../crane/adr/0012-berths-by-draught.md)")
    let files = [
      (name: "/harbour/quay/adr/0003-berths-by-hand.md", text: old),
      (name: "/harbour/quay/adr/0012-lamps.md", text: RecordBatch.plain("Lamps on the quay")),
      (name: "/harbour/crane/adr/0012-berths-by-draught.md", text: RecordBatch.plain("Berths by draught")),
    ]
    #expect(try answer(files) == Self.replaced)
  }

  @Test func sameNumberInTwoFoldersMeansTheNearOne() throws {
    let files = [
      (
        name: "/harbour/quay/adr/0003-x.md",
        text: RecordBatch.plain("Berths by hand", status: "Superseded by ADR-0012")
      ),
      (name: "/harbour/crane/adr/0012-lamps.md", text: RecordBatch.plain("Lamps on the quay")),
      (name: "/harbour/quay/adr/0012-y.md", text: RecordBatch.plain("Berths by draught")),
    ]
    #expect(try answer(files) == Self.replaced)
  }

  @Test func datedSlugsAreFollowed() throws {
    let old = "- Status: superseded by [20240301-berths-by-draught-v2](20240301-berths-by-draught-v2.md)\n"
    let text = "# Berths by hand\n\n\(old)" + "\n## Decision\n\nBerths are given out by hand at noon.\n"
    let new = RecordBatch.plain("Berths by draught")
    for head in [text, "---\nstatus: superseded by 20240301-berths-by-draught-v2\n---\n" + text] {
      let files = [
        (name: "20210106-berths-by-hand.md", text: head),
        (name: "20240301-berths-by-draught-v2.md", text: new),
      ]
      #expect(try answer(files) == "No. It was replaced by “Berths by draught”.")
    }
  }

  @Test func twoSuccessorsAreBothNamed() throws {
    let status = "Superseded by [ADR-0012](0012-berths-by-draught.md) and [ADR-0013](0013-lamps.md)"
    let files = pair(status) + [("0013-lamps.md", RecordBatch.plain("Lamps on the quay"))]
    #expect(
      try answer(files)
        == "No. It was replaced by “Berths by draught” (0012) and “Lamps on the quay” (0013).")
  }

  @Test func recordNeverReplacesItself() throws {
    let entry = try RecordBatch.entry(
      RecordBatch.plain("Berths by hand", status: "Accepted\n\nSupersedes ADR-0003"), name: "0003-x.md")
    #expect(entry.state.status == .accepted)
  }

  @Test(arguments: [
    "The plan that crews drew on a board was\nreplaced by 12 lists in one summer.",
    "Replaces 12 lists with one.",
    "A list\nreplaces 12 boards.", "Replaces the board of the harbour office.",
  ]) func proseTellsOfNoOtherRecord(sentence: String) throws {
    let new = "# Berths by hand\n\n## Decision\n\n\(sentence)\n\n## Consequences\n\n\(sentence)\n"
    let batch = try RecordBatch.read([
      ("0003-berths-by-hand.md", new), ("0012-berths-by-draught.md", RecordBatch.plain("Berths by draught")),
    ])
    #expect(try RecordBatch.entry(batch, 0).state.status == nil)
    #expect(try RecordBatch.entry(batch, 1).state.status == .accepted)
  }

  @Test func listInTheFrontMatterNamesSeveral() throws {
    let new = "---\nsupersedes:\n  - 0003\n  - 0004\n---\n" + RecordBatch.plain("Berths by draught")
    let files = [
      (name: "0003-a.md", text: RecordBatch.plain("Berths by hand")),
      (name: "0004-b.md", text: RecordBatch.plain("Berths by name")), (name: "0012-c.md", text: new),
    ]
    #expect(try answer(files, 0) == Self.replaced)
    #expect(try answer(files, 1) == Self.replaced)
  }

  @Test(arguments: [
    "- Status: superseded\n- Superseded by: [the draught](0012-berths-by-draught.md)",
    "**Superseded by:** ADR-0012",
    "| Status | Superseded |\n|---|---|\n| Superseded by | [ADR-0012](0012-berths-by-draught.md) |",
    "| Status | Superseded by [ADR-0012](0012-berths-by-draught.md) |\n|---|---|\n| Date | 2024-01-01 |",
    "> Superseded by [ADR-0012](0012-berths-by-draught.md)",
    "**This record is superseded by [ADR-0012](0012-berths-by-draught.md).**",
    "Status: Superseded by [the draught](0012-berths-by-draught.md)",
  ]) func metadataNamesTheSuccessor(head: String) throws {
    let old = "# Berths by hand\n\n\(head)\n\n## Decision\n\nBerths are given out by hand at noon.\n"
    #expect(try answer([("0003-berths-by-hand.md", old), pair("")[1]]) == Self.replaced)
  }

  @Test func whatWasRejectedIsNotExplainedByWhatSpokeForIt() throws {
    let text = """
      # Ring the bell by wire

      ## Status

      Rejected

      ## Decision

      Chosen option: "ring the bell by wire", because nobody has to climb the tower in a storm.

      ## More information

      ### Reason for rejection

      The yard talked about it in May:

      * The wire freezes in the first cold night of the year
      * The keeper climbs the tower for the lamp anyway
      """
    let drafts = try RecordBatch.entry(text, name: "0004-ring-the-bell.md").drafts(most: nil)
    let answer = try #require(drafts.first?.answer)
    #expect(answer.contains("The wire freezes") && answer.contains("The keeper climbs"))
    #expect(!answer.contains("storm"))
  }

  @Test(arguments: [
    "Accepted, but superseded by ADR-0012", "Accepted once, superseded by ADR-0012",
    "Accepted, later superseded by ADR-0012",
    "Accepted → Superseded by [ADR-0012](0012-berths-by-draught.md)",
    "Accepted 2020-01-01, superseded 2022-01-01 by ADR-0012", "Was accepted, now superseded by ADR-0012",
    "Accepted / Superseded by ADR-0012", "Superseded in March 2012 by ADR-0012",
    "[x] Superseded by ADR-0012\n[ ] Accepted", "Annulé et remplacé par ADR-0012",
  ]) func aSuccessorWithinTheLineCounts(line: String) throws {
    let entry = try RecordBatch.entry(RecordBatch.read(pair(line)), 0)
    #expect(entry.replacedBy == [RecordBatch.folder + "0012-berths-by-draught.md"])
    #expect(entry.state.status == .superseded)
  }

  @Test(arguments: [
    "[x] Accepted\n[ ] Superseded", "Accepted, replaced by hand in spring",
    "Accepted, not superseded by ADR 12",
    "Accepted, isn't superseded by ADR 12",
    "Accepted; was never replaced by ADR 12", "Accepted; will be superseded by ADR 12 if that is accepted",
    "Accepted 2020-01-01, replaced in 2021 by something with 12 parts",
    "Accepted\n\nWe took it when the old spooler was replaced by 12 new ones.",
  ])
  func whatIsNotSaidIsNotTaken(line: String) throws {
    let entry = try RecordBatch.entry(RecordBatch.read(pair(line)), 0)
    #expect(entry.state.status == .accepted)
    #expect(entry.replacedBy.isEmpty)
  }

  /// "Remplace" without its accent is the verb, and not the status "remplacé".
  @Test(arguments: [
    ("Accepté\n\nRemplace [3. Berths by hand](0003-berths-by-hand.md)", "fr"),
    ("Accepté\n\nRemplace ADR-0003", "fr"), ("Angenommen\n\nErsetzt [3](0003-berths-by-hand.md)", "de"),
    ("Akzeptiert, ersetzt ADR-0003", "de"),
  ]) func theOneThatReplacesIsNotTheOneThatIsReplaced(status: String, language: String) throws {
    let headings = language == "fr" ? ("Statut", "Décision") : ("Status", "Entscheidung")
    func text(_ title: String, _ status: String) -> String {
      "# \(title)\n\n## \(headings.0)\n\n\(status)\n\n## \(headings.1)\n\nLiegeplätze werden nach dem Tiefgang "
        + "vergeben, den der Kapitän meldet.\n"
    }
    let accepted = language == "fr" ? "Accepté" : "Angenommen"
    let batch = try RecordBatch.read([
      ("0003-berths-by-hand.md", text("Berths by hand", accepted)),
      ("0012-berths-by-draught.md", text("Berths by draught", status)),
    ])
    #expect(try RecordBatch.entry(batch, 0).state.status == .superseded)
    #expect(try RecordBatch.entry(batch, 1).state.status == .accepted)
  }

  @Test(arguments: [
    "Supersedes [3](0003-berths-by-hand.md) in part", "Supersedes ADR-0003 partly",
    "Supersedes in part ADR-0003",
    "Partially supersedes [3](0003-berths-by-hand.md)", "Supersedes parts of [3](0003-berths-by-hand.md)",
    "Supersedes ADR-0003 for guests only",
  ]) func whatReplacesAPartLeavesTheRest(line: String) throws {
    let files = pair("Accepted", new: "Accepted\n\n\(line)")
    #expect(try answer(files) == "Only in part. The rest was replaced by “Berths by draught” (0012).")
    #expect(try RecordBatch.entry(RecordBatch.read(files), 0).drafts(most: nil).count > 1)
  }

  @Test(arguments: [
    "Superseded by ADR-0012 and ADR-0013", "Superseded by 0012, 0013", "Superseded by 0012 and 0013",
    "Superseded by ADR-0012 & ADR-0013", "Ersetzt durch ADR-0012 und ADR-0013",
    "Superseded by [12](0012-berths-by-draught.md) and [13](0013-berths-by-tide.md)",
  ]) func allThatAreNamedReplaceIt(line: String) throws {
    let files = pair(line) + [("0013-berths-by-tide.md", RecordBatch.plain("Berths by tide"))]
    let entry = try RecordBatch.entry(RecordBatch.read(files), 0)
    #expect(
      entry.replacedBy
        == ["0012-berths-by-draught.md", "0013-berths-by-tide.md"].map { RecordBatch.folder + $0 })
  }

  /// A number alone is not one of ours.
  @Test(arguments: [
    "Superseded by [Avatars](../../../b/adr/0012-avatars.md)",
    "Superseded by [ADR-0012](https://git.example/acme/platform/adr/0012-x.md)",
    "Superseded by [RFC 12](https://example.com/rfc/12)", "Superseded by RFC 12", "Superseded by PR #12",
    "Superseded by issue #12", "Superseded by JIRA-12", "Superseded by version 12 of the plan",
    "Superseded by Kubernetes 1.12", "Superseded by the ADR 12 of the platform team",
  ]) func aNumberOfSomethingElseIsNoneOfOurs(line: String) throws {
    let entry = try RecordBatch.entry(RecordBatch.read(pair(line)), 0)
    #expect(entry.replacedBy.isEmpty)
    #expect(entry.state.status == .superseded)
  }

  @Test(arguments: ["Accepted, partially superseded by ADR 12", "Accepted. Parts of it superseded by ADR 12"])
  func aPartWithinTheLineIsAPart(line: String) throws {
    #expect(try answer(pair(line)) == "Only in part. The rest was replaced by “Berths by draught” (0012).")
  }

  @Test func whatReplacesAllOfItOutweighsAPart() throws {
    let files =
      pair("Accepted", new: "Accepted\n\nPartially supersedes ADR-0003") + [
        (
          "0013-berths-by-tide.md",
          RecordBatch.plain("Berths by tide", status: "Accepted\n\nSupersedes ADR-0003")
        )
      ]
    #expect(try answer(files)?.hasPrefix("No. It was replaced by") == true)
  }

  /// The participle is written as the verb is.
  @Test func aReferenceInBracketsIsNotWhatItReplaces() throws {
    let batch = try RecordBatch.read([
      ("0003-berths-by-hand.md", RecordBatch.plain("Berths by hand")),
      (
        "0012-berths-by-draught.md",
        RecordBatch.plain("Berths by draught", status: "Ersetzt (siehe ADR-0003)")
      ),
    ])
    #expect(try RecordBatch.entry(batch, 0).state.status == .accepted)
    #expect(try RecordBatch.entry(batch, 1).state.status == .superseded)
  }
}
