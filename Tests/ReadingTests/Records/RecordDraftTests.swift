import Recall
import Testing

@testable import Reading

/// How many cards a record gives, in which order, and what each of them holds.
@Suite struct RecordDraftTests {
  private func entry() throws -> RecordCollection.Entry {
    try RecordBatch.entry(Golden.text("0002-choose-a-queue-for-label-printing.md"), name: "0002-labels.md")
  }

  @Test func fiveCardsAreEnough() throws {
    #expect(try entry().drafts(most: nil).map(\.kind) == [.what, .why, .cost, .rejected, .rejected])
  }

  @Test func fewerCardsAreTheBest() throws {
    #expect(try entry().drafts(most: 1).map(\.kind) == [.what])
    #expect(try entry().drafts(most: 2).map(\.kind) == [.what, .why])
    #expect(try entry().drafts(most: 0).isEmpty)
  }

  @Test func moreCardsCanBeHad() throws {
    let kinds = try entry().drafts(most: 99).map(\.kind)
    #expect(kinds == [.what, .why, .cost, .rejected, .rejected, .changed])
  }

  @Test func fewerCardsAreAmongTheMore() throws {
    let all = try entry().drafts(most: 99)
    for count in 0..<all.count {
      let some = try entry().drafts(most: count)
      #expect(some.count == count)
      #expect(some.allSatisfy(all.contains))
    }
  }

  @Test(arguments: Golden.names) func questionsAndAnswersAreShort(name: String) throws {
    let batch = try RecordBatch.read([(name, Golden.text(name))])
    guard case .record(let entry) = batch.fates[0] else { return }
    for draft in entry.drafts(most: 99) {
      #expect(draft.prompt.split(separator: " ").count <= 45, "\(draft.prompt)")
      #expect(draft.answer.split(whereSeparator: \.isWhitespace).count <= 100, "\(draft.answer)")
      #expect((0...1).contains(draft.score) && !draft.reason.isEmpty)
      #expect(draft.place == [entry.record.title])
    }
  }

  @Test(arguments: Golden.names) func linesPointAtTheAnswer(name: String) throws {
    let text = try Golden.text(name)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      PlainWords.normalized(String($0))
    }
    let batch = try RecordBatch.read([(name, text)])
    guard case .record(let entry) = batch.fates[0] else { return }
    for draft in entry.drafts(most: 99) where ![.replaced, .rejected].contains(draft.kind) {
      let first = PlainWords.normalized(String(draft.answer.split(separator: "\n")[0]))
      let start = first.split(separator: " ").prefix(4).joined(separator: " ")
      let line = lines[draft.line - 1]
      // "Option 2" is answered with what that option is called.
      #expect(line.contains(start) || line.hasPrefix("chosen option option"), "\(draft)")
    }
  }

  @Test func titleThatGivesTheAnswerAwayIsMasked() throws {
    let text = """
      # Use brass screws for lamp brackets

      ## Status

      Accepted

      ## Decision

      Brackets are held by brass screws of four millimetres and bolts of the same metal.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(drafts.map(\.prompt) == ["What did we choose to use for lamp brackets?"])
  }

  @Test func titleThatLeavesNothingToAskHasNoWhatCard() throws {
    let text = """
      # Use brass screws

      ## Context

      Iron screws rust within a year, and nobody can open the brackets any more without breaking them.

      ## Decision

      Use brass screws.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: nil)
    #expect(!drafts.contains { $0.kind == .what })
    #expect(drafts.contains { $0.kind == .why })
  }

  @Test func whatIsStruckOutIsNotSaid() throws {
    let text = """
      # Lamps at the gate

      ## Status

      ~~Proposed~~ Accepted

      ## Decision

      The keeper lights ~~oil or~~ gas lamps at the gate as soon as the bell of the church has rung for the evening.

      ## Consequences

      Gas has to be paid for in winter, when the harbour earns nothing.

      ~~The keeper gets a boat of his own for the outer lamps.~~
      """
    let entry = try RecordBatch.entry(text)
    #expect(entry.record.state.status == .accepted)
    let answers = entry.drafts(most: 99).map(\.answer).joined(separator: "\n")
    #expect(answers.contains("The keeper lights gas lamps"))
    #expect(answers.contains("Gas has to be paid for"))
    #expect(!answers.contains("boat of his own"))
  }

  @Test func sentencesThatPointElsewhereAreLeftOut() throws {
    let text = """
      # Lamps at the gate

      ## Decision

      The keeper lights gas lamps at the gate as soon as the bell has rung. The order is shown below. The last one is that
      of the ferry.
      """
    let what = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .what }
    #expect(
      what?.answer
        == "The keeper lights gas lamps at the gate as soon as the bell has rung. The last one is that of the ferry."
    )
  }

  @Test func whatTheTitleSaysAlreadyIsNoConsequence() throws {
    let text = """
      # Use gas lamps to light the ferry landing

      ## Context

      Oil freezes in the lamps of the landing, and two boats have missed it in a week because of that.

      ## Decision

      Use gas lamps.

      ## Consequences

      The ferry landing is lighted by lamps now.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: 99)
    #expect(!drafts.contains { $0.kind == .changed })
    #expect(drafts.contains { $0.kind == .why })
  }

  @Test func oneOfSeveralThingsToDoIsToldAsThat() throws {
    let text = """
      # Lamps at the gate

      ## Decision

      The keeper lights gas lamps at the gate as soon as the bell of the church has rung.

      ## Consequences

      Whoever still owns an oil lamp must do one of the following:

      - Hand it in at the office before the winter comes
      - Have it changed to gas by the smith
      """
    let changed = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .changed }
    #expect(
      changed?.answer.hasPrefix("Whoever still owns an oil lamp must do one of the following: Hand it in")
        == true)
  }

  @Test func theSituationIsToldWhereItIsWorthTelling() throws {
    let text = """
      # Bells of the landing

      ## Context

      The landing has had a bell since it was built, and it hangs above the door of the office.

      Ferries from the islands arrive after dark, and skippers on board need to know from far away where the landing
      begins, but these ferries carry no lamps.

      ## Decision

      Ring.
      """
    let why = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .why }
    #expect(why?.answer.hasPrefix("Ferries from the islands") == true)
  }

  static let rationales = [
    // It begins with how things are.
    """
    The landing has a bell above the door of the office, and the keeper rings it by hand.

    Skippers cannot hear it in a westerly storm, which is when they need it, so that boats have run past the landing.
    """,
    // The list that is announced as the reasons, and not the one before it.
    """
    Today two things tell skippers where the landing is:

    - a bell above the door of the office
    - a lamp on the outer post

    This has several drawbacks:

    - skippers cannot hear the bell in a westerly storm
    - the lamp needs oil that nobody pays for
    """,
  ]

  @Test(arguments: rationales) func theReasonIsWhatTellsWhy(rationale: String) throws {
    let text = """
      # Horn of the landing

      ## Decision

      The landing gets a horn that is driven by the tide and sounds whenever the water rises.

      ## Rationale

      \(rationale)
      """
    let why = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .why }
    #expect(why?.answer.contains("westerly storm") == true)
  }

  @Test func whatGoesOnFromAnotherConsequenceIsLeftOut() throws {
    let text = """
      # Horn of the landing

      ## Decision

      The landing gets a horn that is driven by the tide and sounds whenever the water rises.

      ## Consequences

      The smith has to come from the mainland twice a year, and nobody else can mend the valve.

      Both of these questions get a record of their own.
      """
    let changed = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .changed }
    #expect(changed?.answer.hasPrefix("The smith has to come") == true)
  }

  @Test func whatNoLongerHoldsIsToldByWhatItWasAbout() throws {
    let text = """
      # Horn of the landing

      ## Status

      Deprecated

      ## Context

      Skippers cannot hear the bell of the landing in a westerly storm, and boats have run past it.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: 99)
    #expect(drafts.map(\.prompt) == ["“Horn of the landing” no longer holds. What was it about?"])
    #expect(drafts.first?.answer.hasPrefix("Skippers cannot hear") == true)
  }

  @Test func headingsBelowADecisionAreItWhereTheyTellWhatToDo() throws {
    func text(_ one: String, _ two: String) -> String {
      """
      # Horn of the landing

      ## Context

      Skippers cannot hear the bell of the landing in a westerly storm, and boats have run past it.

      ## Decision

      ### \(one)

      The smith sends it.

      ### \(two)

      The keeper does.
      """
    }
    func what(_ text: String) throws -> String? {
      try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .what }?.answer
    }
    #expect(try what(text("Changes of the outer wall", "Changes at the landing")) == nil)
  }

  @Test func theChosenOptionIsNotAskedForWithItsBrackets() throws {
    let text = """
      # Storage of the berth plan

      ## Considered Options

      ### Option 1 — Slate boards

      Boards of that size are too heavy for one keeper, and the risk that they break is high.

      ### Option 2 — Paper rolls (one a season)

      Paper is no board: it gets wet, and has to be copied when it does.

      ## Decision Outcome

      **Accepted: Option 2 — Paper rolls.** They are copied for each quay.

      ### Why not chalk?

      - **It would keep what we want to be rid of.** Rain washes it away, and nobody sees when.
      """
    let drafts = try RecordBatch.entry(text).drafts(most: 99)
    let rejected = drafts.filter { $0.kind == .rejected }.map(\.prompt)
    #expect(rejected == ["Why did we not choose “Slate boards” for “Storage of the berth plan”?"])
  }

  @Test func onlyTheObjectIsMasked() throws {
    let text = """
      # Use brass screws as the fittings of brackets for guest lamps

      ## Decision

      Decision 1: Brackets are held by brass screws of four millimetres and bolts of the same metal.
      """
    let what = try RecordBatch.entry(text).drafts(most: nil).first { $0.kind == .what }
    #expect(what?.prompt == "What did we choose to use as the fittings of brackets for guest lamps?")
    #expect(what?.answer.hasPrefix("Brackets are held") == true)
  }

  @Test func whatWouldComeOfDoingNothingIsNoConsequence() throws {
    let text = """
      # ADR 7: Horn of the landing

      **Status:** Proposed | **Date:** 2025-08-15 | **Review:** 2026-08-15

      ## Decision

      The landing gets a horn that is driven by the tide and sounds whenever the water rises.

      ## Consequences

      **Benefits:**

      - Boats find the landing in every storm of the year

      **Risks:**

      - Seals move into the pipe and have to be driven out
      - Mitigation: a grating of brass

      **Risks if not implemented:**

      - Boats run past the landing as they did last winter
      """
    let entry = try RecordBatch.entry(text)
    #expect(entry.record.state.status == .proposed)
    #expect(entry.record.date == "2025-08-15")
    let answers = entry.drafts(most: 99).map(\.answer).joined(separator: "\n")
    #expect(answers.contains("Seals move into the pipe"))
    #expect(!answers.contains("last winter"))
    #expect(!answers.contains("grating"))
  }

  @Test func neutralIsNoWordOfTheAnswer() throws {
    let text = """
      # Horn of the landing

      ## Decision

      The landing gets a horn that is driven by the tide and sounds whenever the water rises.

      ### Consequences

      * Good, because boats find the landing in every storm of the year
      * Neutral, because the keeper still rings the bell on Sundays
      """
    let changed = try RecordBatch.entry(text).drafts(most: 99).first { $0.kind == .changed }
    #expect(changed?.answer.contains("The keeper still rings") == true)
  }

  @Test func driversAreAskedWhereThereAreTwoToFour() throws {
    for count in 1...5 {
      let list = (1...count).map { "- force number \($0) of the tide at the outer wall" }.joined(
        separator: "\n")
      let text = """
        # Plan of the berths

        ## Decision Drivers

        \(list)

        ## Decision

        Each berth gets a number that is painted on its post.
        """
      let kinds = try RecordBatch.entry(text).drafts(most: 99).map(\.kind)
      #expect(kinds.contains(.drivers) == (2...4).contains(count), "\(count)")
    }
  }

  /// Where a reason is given, the reason is asked for.
  @Test func aReasonComesBeforeTheDrivers() throws {
    let drivers =
      "\n## Decision Drivers\n\n- one force of the tide at the outer wall\n- another at the inner one of them\n"
    let kinds = try RecordBatch.entry(RecordBatch.plain("Plan of the berths", more: drivers)).drafts(most: 99)
      .map(\.kind)
    #expect(kinds.contains(.why))
    #expect(!kinds.contains(.drivers))
  }

  @Test func sameTextGivesTheSameCards() throws {
    for name in Golden.names {
      let text = try Golden.text(name)
      let one = try RecordBatch.read([(name, text)])
      let two = try RecordBatch.read([(name, text)])
      #expect(Golden.shown(one, 0) == Golden.shown(two, 0))
    }
  }
}
