import Testing

@testable import Reading

/// Where the status stands, in what words, and when there is none.
@Suite struct RecordStatusTests {
  struct Form: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let head: String
    let status: RecordStatus?

    init(_ name: String, _ head: String, _ status: RecordStatus?) {
      testDescription = name
      self.head = head
      self.status = status
    }
  }

  static let title = "# Plan of the berths"
  static let body = """

    ## Context

    Boats wait too long at the outer buoy.

    ## Decision

    The plan is made anew every hour and shown at the buoy.
    """

  private func state(_ head: String) throws -> RecordState {
    try RecordBatch.entry(head + "\n" + Self.body).record.state
  }

  static let places = [
    Form("below a heading", "\(title)\n\n## Status\n\nAccepted", .accepted),
    Form("in a heading", "\(title)\n\n## Status: Proposed", .proposed),
    Form(
      "behind a heading for the date", "\(title)\n\n# Date\n\n2024-01-01\n\n## Status\n\nAccepted", .accepted),
    Form("below a heading of the first level", "\(title)\n\n# Status\n\nAccepted", .accepted),
    Form("below a line that is bold", "\(title)\n\n**Status**\n\nAccepted", .accepted),
    Form("in a list", "\(title)\n\n- Status: accepted\n- Date: 2024-01-01", .accepted),
    Form("in a list with stars", "\(title)\n\n* Status: proposed\n* Deciders: the yard", .proposed),
    Form("in a bold list", "\(title)\n\n- **Status**: Accepted\n- **Date**: 2024-01-01", .accepted),
    Form("in a bold list, colon inside", "\(title)\n\n- **Status:** Accepted", .accepted),
    Form("in a bold line", "\(title)\n\n**Status**: Rejected", .rejected),
    Form("in a bold line, colon inside", "\(title)\n\n**Status:** Deprecated", .deprecated),
    Form("in bold lines below each other", "\(title)\n\n**Date:** 2024-01-01\n**Status:** Draft", .draft),
    Form("in a row of a table", "\(title)\n\n| Field | Value |\n|---|---|\n| Status | Approved |", .accepted),
    Form(
      "in the head of a table", "\(title)\n\n| Status | Proposed |\n|---|---|\n| Date | 2024 |", .proposed),
    Form(
      "behind dates, the newest first",
      "\(title)\n\n## Status\n\n- 2022-01-01 superseded\n- 2020-01-01 accepted", .superseded),
    Form(
      "behind dates, the newest last", "\(title)\n\n## Status\n\n2020-01-01 proposed\n\n2022-01-01 accepted",
      .accepted),
    Form("in front of a list that counts", "\(title)\n\n## Status\n\nAccepted\n\n2. Proposed", .accepted),
    Form("in a bold row", "\(title)\n\n| | |\n|---|---|\n| **Status** | Accepted |", .accepted),
    Form(
      "in a table across", "\(title)\n\n| Status | Date |\n|---|---|\n| Accepted | 2024-01-01 |", .accepted),
    Form("in the front matter", "---\nstatus: accepted\n---\n\(title)", .accepted),
    Form("in quotes there", "---\nstatus: \"Proposed\" # for now\n---\n\(title)", .proposed),
    Form("among the tags", "---\ntags: [berths, accepted]\n---\n\(title)", .accepted),
    Form("among the tags, one a line", "---\ntags:\n  - berths\n  - rejected\n---\n\(title)", .rejected),
    Form("in front matter below the title", "\(title)\n\n---\nstatus: accepted\n---", .accepted),
    Form("in a plain line", "\(title)\n\nStatus: accepted", .accepted),
    Form("in a quote", "\(title)\n\n> Status: accepted", .accepted),
    Form("in a badge with words behind it", "\(title)\n\nStatus: ![](ok.svg) accepted", .accepted),
    Form(
      "in two places", "---\nstatus: accepted\n---\n\(title)\n\n## Status\n\nSuperseded by ADR-0009",
      .superseded),
    Form("nowhere", title, nil),
    Form("in the words of the context only", "\(title)\n\nThe status of a berth is accepted by nobody.", nil),
  ]

  @Test(arguments: places) func statusIsFoundWhereverItStands(form: Form) throws {
    #expect(try state(form.head).status == form.status)
  }

  static let words: [(String, RecordStatus?)] = [
    ("Implemented", .accepted), ("Approved", .accepted), ("✅ Accepted", .accepted),
    (":white_check_mark: Accepted", nil), ("**Accepted**", .accepted), ("`accepted`", .accepted),
    ("Accepted (2024-01-01)", .accepted), ("2024-01-01 accepted", .accepted),
    ("2024-01-01 proposed\n2024-02-01 accepted", .accepted), ("2024 things accepted", nil), ("Draft", .draft),
    ("WIP", .draft),
    ("Pending", .proposed), ("Superceded by ADR-0009", .superseded), ("Superseded", .superseded),
    ("Partly superseded by ADR-0009", .superseded), ("Reverted by ADR-0009", .superseded),
    ("Reverted", .deprecated),
    ("❌ Rejected", .rejected), ("Obsolete", .deprecated), ("Not accepted", nil), ("Maybe", nil),
    ("Accepted | Proposed | Rejected", nil), ("{proposed | accepted}", nil), ("proposed / accepted", nil),
    ("[proposed, accepted]", nil), ("Proposed, Accepted, Deprecated or Superseded", nil),
  ]

  @Test(arguments: words) func wordsForAStatusAreUnderstood(text: String, status: RecordStatus?) throws {
    #expect(try state("\(Self.title)\n\n## Status\n\n\(text)").status == status)
  }

  static let languages: [(String, RecordStatus)] = [
    (
      "# Plan des quais\n\n- **Statut** : Accepté\n\n## Contexte\n\nx\n\n## Décision\n\nNous allons voir.",
      .accepted
    ),
    (
      "# Plan\n\n## Statut\n\nRemplacé par ADR-0009\n\n## Contexte\n\nx\n\n## Décision\n\nOn verra.",
      .superseded
    ),
    ("# Plan\n\n## Statut\n\nRejetée\n\n## Contexte\n\nx\n\n## Décision\n\nOn verra demain.", .rejected),
    (
      "# Plan\n\n## Status\n\nVorgeschlagen\n\n## Kontext\n\nx\n\n## Entscheidung\n\nWir warten ab.",
      .proposed
    ),
    (
      "# Plan\n\n## Status\n\nAbgelöst durch ADR-0009\n\n## Kontext\n\nx\n\n## Entscheidung\n\nEgal.",
      .superseded
    ),
    ("# Plan\n\n## Status\n\nZurückgezogen\n\n## Kontext\n\nx\n\n## Entscheidung\n\nNichts.", .rejected),
    ("# Plan\n\n## Estado\n\nRechazada\n\n## Contexto\n\nx\n\n## Decisión\n\nEsperar un año.", .rejected),
    ("# Plan\n\n## Estado\n\nReemplazada por 0009\n\n## Contexto\n\nx\n\n## Decisión\n\nNada.", .superseded),
    ("# Plano\n\n## Estado\n\nSubstituído por 0009\n\n## Contexto\n\nx\n\n## Decisão\n\nNada.", .superseded),
    ("# Plano\n\n**Status**: Proposto\n\n## Contexto\n\nx\n\n## Decisão\n\nVamos esperar.", .proposed),
  ]

  @Test(arguments: languages) func statusIsReadInItsLanguage(text: String, status: RecordStatus) throws {
    #expect(try RecordBatch.entry(text).record.state.status == status)
  }

  @Test func partlySupersededIsPartlyStillTheRule() throws {
    for words in [
      "Partly superseded by ADR-0009", "Superseded in part by ADR-0009", "Partially superseded by 9",
    ] {
      #expect(try state("\(Self.title)\n\n## Status\n\n\(words)").isPartial, "\(words)")
    }
    let others = [
      "# Plan\n\n## Status\n\nTeilweise ersetzt durch ADR-0009\n\n## Kontext\n\nx\n\n## Entscheidung\n\nEgal.",
      "# Plan\n\n## Statut\n\nPartiellement remplacé par 9\n\n## Contexte\n\nx\n\n## Décision\n\nOn verra.",
      "# Plan\n\n## Estado\n\nParcialmente reemplazada por 9\n\n## Contexto\n\nx\n\n## Decisión\n\nNada.",
    ]
    for text in others { #expect(try RecordBatch.entry(text).record.state.isPartial, "\(text)") }
    #expect(try !state("\(Self.title)\n\n## Status\n\nSuperseded by ADR-0009").isPartial)
  }

  @Test func proseThatWrapsOntoTheWordIsNoStatus() throws {
    let head = """
      \(Self.title)

      ## Status

      The harbour office has talked about this and about whether the old plan is
      superseded by it, without a result.
      """
    #expect(try state(head).status == nil)
  }

  @Test func listOfAllStatusesIsATemplate() throws {
    let list = "\(Self.title)\n\n## Status\n\n- Proposed\n- Accepted\n- Deprecated"
    #expect(try state(list).status == nil)
  }

  @Test func tickedBoxAmongAllStatusesIsNotGuessed() throws {
    let list = "\(Self.title)\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Rejected"
    #expect(try state(list).status != .proposed)
    #expect(try state(list).status != .rejected)
  }

  @Test func authorsOwnWordsAreKept() throws {
    #expect(
      try state("\(Self.title)\n\n## Status\n\nAccepted, after a year").words == "Accepted, after a year")
  }

  @Test func recordWithoutStatusIsAskedAsADecision() throws {
    let drafts = try RecordBatch.entry(Self.title + "\n" + Self.body).drafts(most: nil)
    #expect(drafts.contains { $0.prompt == "What did we decide about “Plan of the berths”?" })
  }

  @Test func proposalIsAskedAsOne() throws {
    let text = "\(Self.title)\n\nStatus: proposed\n\(Self.body)"
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(drafts.contains { $0.prompt == "What is proposed in “Plan of the berths”?" })
  }

  @Test func rejectedAndDeprecatedRecordsAreAskedForThatAlone() throws {
    for (status, prompt, answer) in [
      (
        "Rejected", "Did we go through with “Plan of the berths”?",
        "No, it was rejected. The plan is made anew every hour and shown at the buoy."
      ),
      (
        "Deprecated", "“Plan of the berths” is no longer our rule. What did it say?",
        "The plan is made anew every hour and shown at the buoy."
      ),
    ] {
      let drafts = try RecordBatch.entry("\(Self.title)\n\nStatus: \(status)\n\(Self.body)").drafts(most: nil)
      #expect(drafts.map { [$0.prompt, $0.answer] } == [[prompt, answer]])
    }
  }

  /// A folder that says so is the newest word on what lies in it.
  @Test func recordsThatWerePutAwayHoldNoLonger() throws {
    let text = RecordBatch.plain("Berths by hand")
    let files = [
      ("historic-adrs/0003-berths-by-hand.md", text),
      ("0004-berths-by-length.md", RecordBatch.plain("Berths")),
    ]
    let batch = try RecordBatch.read(files.map { (name: $0.0, text: $0.1) })
    #expect(try RecordBatch.entry(batch, 0).state.status == .deprecated)
    #expect(try RecordBatch.entry(batch, 1).state.status == .accepted)
  }
}
