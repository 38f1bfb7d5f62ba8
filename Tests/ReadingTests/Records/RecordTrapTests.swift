import Recall
import Testing

@testable import Reading

/// What made nonsense cards of real records, each in a form of its own. Whole records are in the golden files.
@Suite struct RecordTrapTests {
  private func drafts(_ body: String, title: String = "Plan of the berths") throws -> [Draft] {
    try RecordBatch.entry("# \(title)\n\n## Status\n\nAccepted\n\n\(body)").drafts(most: nil)
  }

  private func answer(_ kind: CardKind, _ body: String) throws -> String? {
    try drafts(body).first { $0.kind == kind }?.answer
  }

  @Test func leadInTakesTheListBehindIt() throws {
    let body =
      "## Decision\n\nWe give out berths as follows:\n\n- by draught first\n- then by the time of arrival\n"
    #expect(
      try answer(.what, body)
        == "We give out berths as follows:\n- by draught first\n- then by the time of arrival")
  }

  @Test func leadInAboveCodeIsNoAnswer() throws {
    let body =
      "## Decision\n\nBerths are stored in this form:\n\n```json\n{\"berth\": 1}\n```\n\n## Context\n\n"
    let drafts = try drafts(
      body + "Lists of berths are too long to be read aloud, and crews need them on the radio.")
    #expect(!drafts.contains { $0.answer.hasSuffix(":") || $0.answer.contains("{") })
  }

  @Test(arguments: [
    (
      "Chosen option: Option B, because it needs no harbour pilot on board.", "### Option A: Pilot on board",
      "### Option B: Pilot ashore"
    ),
    (
      "Chosen option: \"Option 2\", because it needs no harbour pilot on board.",
      "### Option 1 - Pilot on board", "### Option 2 - Pilot ashore"
    ),
    (
      "Chosen option: Strategy B, because it needs no harbour pilot on board.",
      "- Strategy A: Pilot on board", "- Strategy B: Pilot ashore"
    ),
  ]) func bareLabelIsResolved(chosen: String, one: String, two: String) throws {
    let body = "## Options\n\n\(one)\n\n\(two)\n\n## Decision\n\n\(chosen)\n"
    #expect(try answer(.what, body) == "Pilot ashore")
  }

  @Test func bareLabelInASentenceIsNoAnswer() throws {
    let body =
      "## Options\n\n### Option 1: Pilot on board\n\n### Option 2: Pilot ashore\n\n## Decision\n\nOption 2\n"
    let found = try answer(.what, body)
    #expect(found == nil || found == "Pilot ashore")
  }

  @Test func becauseCountsOnlyInTheDecidingSentence() throws {
    let body = """
      ## Context

      Berths are hard to find in fog, and boats cannot be told, which is a problem for every pilot on call.

      ## Decision

      Boats are brought in by the pilot who is nearest. Some called this unfair because nobody asked them.
      """
    let why = try #require(try drafts(body).first { $0.kind == .why })
    #expect(why.answer.hasPrefix("Berths are hard to find in fog"))
  }

  @Test func becauseInTheDecidingSentenceIsTheReason() throws {
    let body =
      "## Decision\n\nWe will bring boats in at high water only, because the bar has silted up since spring.\n"
    #expect(try answer(.why, body) == "The bar has silted up since spring.")
  }

  @Test func rationaleGoesBeforeTheContext() throws {
    let body = """
      ## Context

      Pilots are late in fog, and boats need to wait at the outer buoy for hours.

      ## Decision

      Boats are brought in at high water only.

      ## Rationale

      The bar has silted up, and dredging it would take two summers.
      """
    #expect(try answer(.why, body) == "The bar has silted up, and dredging it would take two summers.")
  }

  @Test func rejectedOptionsNeedAStatedReason() throws {
    let body = """
      ## Decision

      Boats are brought in at high water only.

      ## Considered options

      ### Dredge the bar

      - Good, because boats could come at any time
      - Bad, because it takes two summers and closes the fairway

      ### Move the buoy

      Nobody has looked at this.

      ### Comparison

      Dredging is too slow, but moving the buoy is not cheap.

      ## Pros and cons

      - Pro: quick
      - Con: boats wait longer at neap tide
      """
    let rejected = try drafts(body).filter { $0.kind == .rejected }
    #expect(rejected.map(\.answer) == ["It takes two summers and closes the fairway"])
    #expect(rejected.allSatisfy { $0.prompt.contains("“Dredge the bar”") })
  }

  @Test func chosenOptionIsNeverAskedAsRejected() throws {
    let body = """
      ## Decision Outcome

      Chosen option: "Dredge the bar", because boats can then come at any time of the day.

      ## Pros and Cons of the Options

      ### Dredge the bar

      - Bad, because it takes two summers and closes the fairway

      ### Move the buoy

      - Bad, because the new place is open to the west wind
      """
    let rejected = try drafts(body).filter { $0.kind == .rejected }
    #expect(rejected.map(\.answer) == ["The new place is open to the west wind"])
  }

  @Test func oppositeOfTheChosenOptionIsAnotherOne() throws {
    let body = """
      ## Decision Outcome

      Chosen option: "Pilots on call", because boats can then come at any time of the day.

      ## Pros and Cons of the Options

      ### No pilots

      - Bad, because the bar moves every winter
      """
    #expect(try answer(.rejected, body) == "The bar moves every winter")
  }

  @Test func tablesAreNeverFlattened() throws {
    let body = """
      ## Decision

      | Berth | Draught |
      |---|---|
      | One | 4 m |

      ## Consequences

      | Stakeholder | Effect |
      |---|---|
      | Pilots | fewer calls at night |
      """
    let drafts = try drafts(body)
    #expect(
      !drafts.contains {
        $0.answer.contains("Pilots") || $0.answer.contains("|") || $0.answer.contains("One")
      })
  }

  @Test(arguments: ["", "N/A", "None", "TBD", "None.", "n/a", "-", "…", "To be determined", "TODO"])
  func emptySectionsGiveNoCard(text: String) throws {
    let body = "## Context\n\n\(text)\n\n## Decision\n\n\(text)\n\n## Consequences\n\n\(text)\n"
    #expect(try drafts(body).isEmpty)
  }

  @Test func recordAboutRecordsComesInSuspended() throws {
    for title in [
      "Record architecture decisions", "Use Architecture Decision Records",
      "Use Markdown Any Decision Records",
      "Use ADRs", "Use MADR for decisions",
    ] {
      let drafts = try drafts(
        "## Decision\n\nWe will keep a short text for each choice that lasts.", title: title)
      #expect(!drafts.isEmpty && drafts.allSatisfy(\.isSuspended), "\(title)")
    }
    for title in [
      "Record the depth of berths", "Use decision tables for the lock", "Log every opening of the gate",
    ] {
      let drafts = try drafts("## Decision\n\nWe will keep one row for each gate and day.", title: title)
      #expect(drafts.allSatisfy { !$0.isSuspended }, "\(title)")
    }
  }

  @Test func theRecordAboutRecordsIsAskedForTheBestOfIt() throws {
    let text =
      "# Record architecture decisions\n\n## Decision\n\n### Where they lie\n\nWe will keep them in the shed beside the "
      + "tools of the crew.\n\n### How they are called\n\nWe will call them after the season and the berth.\n\n"
      + "## Consequences\n\n- The keeper of the shed reads them to whoever joins the crew in spring.\n"
      + "- A page that nobody can find is written again by the one who looked for it.\n"
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(drafts.map { $0.score >= RecordDrafts.threshold } == [true], "\(drafts)")
  }

  @Test func theRecordThatOthersBeganAsACopyOfKeepsItsCard() throws {
    let body =
      "## Status\n\nAccepted\n\n## Decision\n\nWe will keep one page in the shed for each thing that we settle.\n"
    let titles = ["Record architecture decisions", "Berths for barges", "Lamps on the quay"]
    let batch = try RecordBatch.read(titles.enumerated().map { ("000\($0).md", "# \($1)\n\n\(body)") })
    #expect(try RecordBatch.entry(batch, 0).drafts(most: nil).map(\.isSuspended) == [true])
    #expect(try RecordBatch.entry(batch, 1).drafts(most: nil).isEmpty)
  }

  @Test func paragraphsThatThreeFilesShareAreBoilerplate() throws {
    let shared = "Every crew has to be told a week before the change by the office of the harbour."
    func text(_ title: String, _ own: String) -> String {
      "# \(title)\n\n## Status\n\nAccepted\n\n## Decision\n\n\(own)\n\n## Consequences\n\n\(shared)\n"
    }
    let files = [
      (name: "0001-lamps.md", text: text("Lamps on the quay", "White lamps hang on every second bollard.")),
      (name: "0002-horns.md", text: text("Horns in fog", "A horn sounds twice a minute while fog is thick.")),
      (name: "0003-ropes.md", text: text("Ropes for guests", "Guests borrow nylon ropes against a deposit.")),
    ]
    for count in 2...3 {
      let batch = try RecordBatch.read(Array(files.prefix(count)))
      for index in 0..<count {
        let answers = try RecordBatch.entry(batch, index).drafts(most: nil).map(\.answer)
        #expect(answers.contains(shared) == (count == 2))
        #expect(answers.count == (count == 2 ? 2 : 1))
      }
    }
  }

  @Test(arguments: [
    "## Deciders\n\n- Harbour Master\n- Night Watch", "- Deciders: Harbour Master\n- Reviewers: Night Watch",
    "**Author**: Harbour Master", "## Attendees\n\nHarbour Master and Night Watch were there the whole time.",
    "| Approver | Vote |\n|---|---|\n| Harbour Master | yes |",
    "## Consulted\n\n@harbour-master, @night-watch",
  ]) func noCardIsAboutAPerson(text: String) throws {
    let drafts = try drafts("\(text)\n\n## Decision\n\nThe gate opens by itself at high water.\n")
    #expect(drafts.count == 1)
    #expect(drafts.allSatisfy { !$0.answer.lowercased().contains("master") && !$0.prompt.contains("Master") })
  }

  @Test func boxesToTickAreNoConsequences() throws {
    let body = """
      ## Decision

      We will keep the berths of fishing boats free until noon on every day of the week.

      ## Consequences

      - [x] Paint the new signs for the quay
      - [ ] Tell the harbour office at the other end
      - Yachts have to wait outside until the fleet is out
      """
    #expect(try answer(.changed, body) == "Yachts have to wait outside until the fleet is out")
  }

  @Test func siteBuildersDirectivesAreNoText() throws {
    let hint = "{% hint style=\"success\" %}\n**Bottom line**\n\n* Good for small boats\n{% endhint %}\n\n"
    let body =
      String(repeating: hint, count: 4) + """
        :::note
        ## Decision

        :::

        We will keep the berths of fishing boats free until noon on every day of the week.
        """
    #expect(try answer(.what, body)?.hasPrefix("We will keep the berths") == true)
  }

  @Test func whatIntroducesTheTitleIsNoSituation() throws {
    let body = """
      ## Context

      Berth plans are a kind of list that harbours have kept since the time of sail.
      The office has none, and pilots ask for it by radio whenever a new boat comes in from the sea.
      """
    let found = try drafts(body, title: "Berth plans").first { $0.kind == .why }
    #expect(found?.answer.hasPrefix("The office has none") == true)
  }

  @Test func priceThatIsNoneIsNoCost() throws {
    let body = """
      ## Decision

      We will keep the berths of fishing boats free until noon on every day of the week.

      ## Negative consequences

      Cost was not a factor in what we thought about here.
      """
    #expect(try answer(.cost, body) == nil)
  }

  @Test func sentenceThatLeadsToAQuotationIsNoDecision() throws {
    let body = """
      ## Decision

      The charter knows of a lesser berth. As it says, a lesser berth is

      > a berth without a ring

      We will give lesser berths to boats of less than five metres, all year round.
      """
    #expect(try answer(.what, body)?.hasPrefix("We will give lesser berths") == true)
  }

  @Test func listBehindAnOpenSentenceBelongsToIt() throws {
    let body =
      "## Decision\n\nFor the summer we will do the following\n\n- light the lamps at ten\n- ring no bells\n"
    #expect(
      try answer(.what, body)
        == "For the summer we will do the following\n- light the lamps at ten\n- ring no bells")
  }

  @Test func drawbacksOfHowItWasAreNoPrice() throws {
    let body = """
      ## Context

      We kept berths on paper.

      Disadvantages:

      - Paper gets wet, and what was written on it is gone

      ## Decision

      We will keep the berths in a list on the wall of the office, behind glass.
      """
    #expect(try answer(.cost, body) == nil)
  }

  @Test func nothingIsLeftOutOfAShortList() throws {
    let body = """
      ## Decision

      We will keep the berths in a list on the wall of the office, behind glass.

      ## Negative consequences

      - adds some work for the clerk
      - it will have to be copied when it is full
      - is hard to read from the water
      """
    #expect(try answer(.cost, body)?.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ("We will mark the calls with @Async, and pass numbers instead of boats.", true),
    ("We will build on @quay/lamps, which all other offices use too.", true),
    ("We will ask @somebody on the quay, who knows all of the boats.", false),
  ]) func annotationsAreNoPersons(decision: String, isCard: Bool) throws {
    #expect(try (answer(.what, "## Decision\n\n" + decision) == decision) == isCard)
  }

  @Test func risksAreAskedForAsRisks() throws {
    let body = """
      ## Decision

      We will keep the berths in a list on the wall of the office, behind glass.

      ## Risks

      - Somebody could read it who should not
      """
    let cost = try #require(try drafts(body).first { $0.kind == .cost })
    #expect(cost.prompt.hasPrefix("On “Plan of the berths” we decided:"))
    #expect(cost.prompt.hasSuffix("Which risks come with it?"))
    #expect(
      try answer(.cost, body.replacing("Somebody could read it who should not", with: "None that we know of"))
        == nil)
  }

  @Test func listOfWhichPartIsLeftOutSaysSo() throws {
    let body =
      "## Decision\n\nWe will use berths of their own for boats of each kind:\n\n- for yachts in summer\n- tugs\n"
    #expect(try answer(.what, body)?.hasSuffix("…") != false)
  }
}
