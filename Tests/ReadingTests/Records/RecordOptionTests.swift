import Recall
import Testing

@testable import Reading

/// Which options were taken, which were not, and what was said against those.
@Suite struct RecordOptionTests {
  private func drafts(_ body: String, title: String = "Plan of the berths") throws -> [Draft] {
    try RecordBatch.entry("# \(title)\n\n## Status\n\nAccepted\n\n\(body)").drafts(most: nil)
  }

  private func rejected(_ body: String) throws -> [String] {
    try drafts(body).filter { $0.kind == .rejected }.map(\.prompt)
  }

  private static let options = """
    ## Options

    ### 1. Chalk board

    #### Cons

    - Rain washes the names of the boats away

    ### 2. Card index

    #### Cons

    - Cards are lost when the wind comes in at the door


    """

  @Test func whereAllAreTakenNoneIsRejected() throws {
    let all = "## Decision\n\n- We hang up **both** options side by side\n- Crews are told by radio\n"
    #expect(try rejected(Self.options + all).isEmpty)
    let one = "## Decision\n\nAfter we had considered both options we will use the card index.\n"
    #expect(try rejected(Self.options + one).count == 1)
  }

  @Test func secondDecisionOfARecordIsNoRejection() throws {
    let two = """
      ## Decision

      ### For the quay

      **Chalk board**, because everybody can read it from the water.

      ### For the office

      **Card index**, because it can be sorted by draught.
      """
    #expect(try rejected(Self.options + two).isEmpty)
  }

  @Test func whatAnOptionIsIsNoReasonAgainstIt() throws {
    let body = """
      ## Options

      - **Ask the crews** - Start asking crews by radio, but do not write down what they say.
      - **As it is** - Where we are today the pilot may write it down, but nobody has to, and it is not checked.
      - **Chalk board** - Rain washes it off, which is a problem, and it is too small for all boats.

      ## Decision

      Chosen option: Card index
      """
    #expect(try rejected(body) == ["Why did we not choose “Chalk board” for “Plan of the berths”?"])
  }

  @Test func signsInCodeAreSigns() throws {
    let body = """
      ## Alternatives

      ### Chalk board

      * `+` Everybody can read it from the water
      * `-` Rain washes the names of the boats away

      ### Card index

      * `+` It can be sorted by draught and by length
      * `-` Cards are lost when the wind comes in

      ## Decision Outcome

      * Chosen Alternative: *Card index*
      * Needs a box
      """
    let drafts = try drafts(body)
    #expect(drafts.first { $0.kind == .what }?.answer == "Card index")
    #expect(drafts.first { $0.kind == .why }?.answer == "It can be sorted by draught and by length")
    #expect(drafts.first { $0.kind == .rejected }?.answer == "Rain washes the names of the boats away")
  }

  @Test(arguments: [
    ("Option 2: Card index", "Card index"), ("Option 2 Card index", "Card index"),
    ("Option B Card index", "Card index"),
    ("Options for cards", "Options for cards"), ("Option 2 of the plan", "Option 2 of the plan"),
  ]) func labelIsNoPartOfTheName(heading: String, name: String) {
    #expect(OptionList.name(heading) == name)
  }

  @Test func evaluationGoesThroughTheOptions() throws {
    let body = """
      ## Decision

      We keep a card index of all boats that lie in the harbour for more than a night.

      ## Evaluation

      ### Chalk board

      A chalk board is a board on which one writes with chalk.

      **Cons**

      - Rain washes the names of the boats away
      """
    #expect(try drafts(body).contains { $0.kind == .rejected })
    #expect(try !drafts(body).contains { $0.kind == .why })
  }

  @Test func chosenByItsNumberIsNoRejection() throws {
    let chosen = "## Decision\n\nWe will sort the boats in a box on the desk of the office (Option 2).\n"
    #expect(
      try rejected(Self.options + chosen) == ["Why did we not choose “Chalk board” for “Plan of the berths”?"]
    )
    let against = "## Decision\n\nWe will call out the boats by name, and rejected option 2 for its weight.\n"
    #expect(try rejected(Self.options + against).count == 2)
  }

  @Test func chosenUnderAnotherFormOfItsNameIsNoRejection() throws {
    let body = """
      ## Considered Options

      * Build a card index for the boats
      * Hang up a chalk board

      ## Decision Outcome

      Chosen option: "Build a card index for the boats", because it can be sorted by draught and length.

      ## Pros and Cons of the Options

      ### Card index for boats

      * Bad, because cards are lost when the wind comes in

      ### Hang up a chalk board

      * Very bad, because rain washes the names of the boats away
      """
    let drafts = try drafts(body).filter { $0.kind == .rejected }
    #expect(drafts.map(\.answer) == ["Rain washes the names of the boats away"])
  }

  @Test func boldNameBeforeBecauseIsTheChoice() throws {
    let body =
      "## Decision\n\n**Card index**, because it can be sorted by draught and by length of the boats.\n"
    let drafts = try drafts(body)
    #expect(drafts.first { $0.kind == .what }?.answer == "Card index")
    #expect(
      drafts.first { $0.kind == .why }?.prompt == "Why did we choose “Card index” for “Plan of the berths”?")
  }

  @Test func stepsBehindTheChoiceAreNoReasons() throws {
    let body = """
      ## Decision

      Chosen option: "Card index", because cards can be sorted by draught, by length and by name. The work goes on in these steps:

      1. Write a card for each boat
      2. Move the cards to the office
      """
    #expect(
      try drafts(body).first { $0.kind == .why }?.answer
        == "Cards can be sorted by draught, by length and by name.")
  }

  @Test func whyTellsTheDecisionWhereTheTitleDoesNot() throws {
    let body = """
      ## Decision

      All boats of more than ten metres will be led in by the pilot on call.

      ## Rationale

      The bar has silted up since spring, and long boats run aground where short ones turn.
      """
    let why = try drafts(body).first { $0.kind == .why }
    #expect(
      why?.prompt
        == "On “Plan of the berths” we decided: “All boats of more than ten metres will be led in by the pilot on call”. Why?"
    )
  }

  @Test func crossBeforeAMeasureIsNotLost() throws {
    let body = """
      ## Options

      ### Chalk board

      - ❌ Read from the water - rain washes the names of the boats away

      ## Decision

      Chosen option: Card index
      """
    #expect(
      try drafts(body).first { $0.kind == .rejected }?.answer == "Rain washes the names of the boats away")
  }

  @Test func listsThatGoOnSaySo() throws {
    let steps = (1...9).map { "\($0). Row out to the buoy with number \($0)" }.joined(separator: "\n")
    let what = try drafts("## Decision\n\nWe will do the round as follows:\n\n\(steps)").first {
      $0.kind == .what
    }
    #expect(what == nil || what?.answer.hasSuffix("…") == true)
  }

  @Test func withoutADecisionNothingIsRejected() throws {
    #expect(try rejected(Self.options + "## Decision\n\n<!-- still to come -->\n").isEmpty)
    let told =
      "## Rejected alternatives\n\n### Chalk board\n\nRain washes it off, which is a problem in a harbour.\n"
    #expect(try rejected(told).count == 1)
  }

  @Test func optionInTheTitleIsTheChosenOne() throws {
    let body = """
      ## Options

      ### Do nothing, stay with Mooring

      #### Cons

      - Berths can be given out twice when two people write at once

      ### Use Quayside

      #### Cons

      - Every pilot has to learn it, and nobody on the quay knows it

      ## Decision

      It does what we want, and everybody on the quay has known it for years.
      """
    let drafts = try drafts(body, title: "Continue with Mooring as the list of berths")
    #expect(
      drafts.filter { $0.kind == .rejected }.map(\.answer) == [
        "Every pilot has to learn it, and nobody on the quay knows it"
      ])
  }

  @Test func chosenByItsPlaceIsNoRejection() throws {
    let first =
      "## Decision\n\nFor now we take the first option on the whole of the quay, as it is there already.\n"
    #expect(
      try rejected(Self.options + first) == ["Why did we not choose “Card index” for “Plan of the berths”?"])
  }

  @Test func groupsOfOptionsAreNone() throws {
    let body = """
      ## Options

      ### Lists

      #### Chalk board

      ##### Cons

      - Rain washes the names of the boats away

      #### Card index

      ##### Cons

      - Cards are lost when the wind comes in

      ## Decision

      We will call out the boats by name as they come in, and keep nothing in writing.
      """
    #expect(try !rejected(body).contains { $0.contains("“Lists”") })
  }

  @Test func aListOfReasonsIsAnnounced() throws {
    let drafts = try drafts(
      """
      ## Decision

      Number the berths from the lighthouse.

      ## Rejected Alternatives

      ### Names of birds

      One idea that came up was to name each berth after an additional bird.

      We decided against this for the following reasons:

      1. Nobody knows on which side of the heron the gull lies.
      2. Captains from abroad cannot spell them on the radio.
      """)
    let rejected = try #require(drafts.first { $0.kind == .rejected })
    #expect(rejected.answer.contains("Nobody knows on which side"))
    #expect(!rejected.answer.contains("One idea"))
  }

  @Test func whatSpeaksAgainstTheChosenOneTooIsNoReason() throws {
    let drafts = try drafts(
      """
      ## Options

      ### Chalk board

      - Bad, because rain washes the names of the boats away
      - Bad, because somebody has to row out to it

      ### Card index

      - Bad, because somebody has to row out to it

      ## Decision

      Chosen option: Card index
      """)
    let rejected = try #require(drafts.first { $0.kind == .rejected })
    #expect(rejected.answer == "Rain washes the names of the boats away")
  }

  @Test(arguments: [
    ("Use chains for the outer berths", "Chains of brass", "Why did we not choose “Chains of brass” for"),
    ("Do not use chains for the outer berths", "Ropes of hemp", "Why did we not choose “Ropes of hemp” for"),
    (
      "Use chains for the outer berths", "Ropes of hemp",
      "We decided to use chains for the outer berths. Why not"
    ),
  ]) func optionsLikeTheTitleAreAskedByTheirWholeNames(title: String, option: String, question: String) throws
  {
    let drafts = try drafts(
      """
      ## Decision

      Each of the outer berths gets two of them, which the smith looks at in spring.

      ## Options

      ### \(option)

      - Bad, because the salt eats it within two years
      """, title: title)
    let rejected = try #require(drafts.first { $0.kind == .rejected })
    #expect(rejected.prompt.hasPrefix(question))
  }

  @Test(arguments: [
    "A new card index has been chosen as the better of the two.",
    "Each boat is written into the new index of cards, which the office sorts in the evening.",
  ]) func whatIsTakenInOtherWordsIsNoRejection(decision: String) throws {
    let body = """
      ## Options

      ### A chalk board at the pier

      - Bad, because rain washes the names of the boats away

      ### A new index of cards for each boat

      - Bad, because cards are lost when the wind comes in at the door

      ## Decision

      \(decision)
      """
    #expect(try rejected(body).allSatisfy { $0.contains("chalk board") })
    #expect(try rejected(body).count == 1)
  }

  @Test func whatOptionsAreMeasuredByIsNone() throws {
    let body = """
      ## Options

      ### Criterion 1. Rain

      Chalk does not last in the rain, and a card index cannot get wet.

      ## Decision

      Chosen option: Card index
      """
    #expect(try rejected(body).isEmpty)
  }

  /// Nothing was turned down yet by what is only proposed.
  @Test func aProposalDoesNotProposeOtherOptions() throws {
    let text =
      "# Boats for the pilots\n\n## Status\n\nProposed\n\n## Considered Options\n\n* Steel boats\n* Boats of oak\n\n"
      + "## Decision Outcome\n\nChosen option: \"Steel boats\", because they need no paint.\n\n"
      + "## Pros and Cons of the Options\n\n### Boats of oak\n\n* Bad, because they need paint every spring.\n"
    let prompts = try RecordBatch.entry(text).drafts(most: nil).map(\.prompt)
    #expect(prompts.contains("Why does “Boats for the pilots” not propose “Boats of oak”?"), "\(prompts)")
  }

  /// It tells of several ways and takes none of them yet. What it calls alternatives are others than its own.
  @Test func aProposalThatTakesNoneOfItsOptionsHasTurnedNoneDown() throws {
    func rejected(below heading: String) throws -> [String] {
      try RecordBatch.entry(
        "# Mooring the ferries\n\n## Status\n\nProposed\n\n## Decision\n\nWe will moor the ferries with one rope fewer, in "
          + "one of the ways below.\n\n## \(heading)\n\n### A buoy in the bay\n\n#### Cons\n\n"
          + "- It has to be raised each winter before the ice comes.\n"
      ).drafts(most: nil).filter { $0.kind == .rejected }.map(\.prompt)
    }
    #expect(try rejected(below: "Options").isEmpty)
    #expect(try rejected(below: "Alternatives considered").count == 1)
  }

  @Test func nothingIsLostBehindAnElision() {
    let words = RecordLanguage.all[1].words
    #expect(words.good.without("Bon, parce qu'une règle suffit") == "Une règle suffit")
    #expect(words.bad.without("Mauvais, parce que la règle est longue") == "La règle est longue")
  }

  /// "Oak and steel" takes oak: why it was not chosen nobody can say.
  @Test func whatWasTakenAlongIsNotRejected() throws {
    let text =
      "# Doors of the lock\n\n## Considered Options\n\n* Oak\n* Oak and steel\n* Larch\n\n## Decision Outcome\n\n"
      + "Chosen option: \"Oak and steel\", because steel keeps the oak in form.\n\n## Pros and Cons of the Options\n\n"
      + "### Oak\n\n* Bad, because it swells in the first winter.\n\n### Larch\n\n* Bad, because it bends under load.\n"
    let rejected = try RecordBatch.entry(text).drafts(most: nil).filter { $0.kind == .rejected }.map(\.prompt)
    #expect(rejected.count == 1 && rejected.allSatisfy { $0.contains("Larch") }, "\(rejected)")
  }

  /// The trouble speaks for doing what was put off.
  @Test func whatWasPutOffIsNotExplainedByItsTrouble() throws {
    func why(_ decision: String) throws -> Draft? {
      try RecordBatch.entry(
        "# Spare keys of the gatehouse\n\n## Context\n\nIf the keys are lost, nobody can open the gate for a whole night.\n\n"
          + "## Decision\n\n\(decision)\n"
      ).drafts(most: nil).first { $0.kind == .why }
    }
    let done = try #require(try why("We will keep a second set of keys in the harbour office."))
    let left = try #require(try why("We will defer the second set until the gatehouse has been painted."))
    #expect(done.score >= RecordDrafts.threshold && left.score < RecordDrafts.threshold, "\(done) \(left)")
  }
}
