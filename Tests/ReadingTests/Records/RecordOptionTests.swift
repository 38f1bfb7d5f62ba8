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
}
