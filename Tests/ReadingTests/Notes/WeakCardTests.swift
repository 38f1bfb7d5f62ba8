import Recall
import Testing

@testable import Reading

/// Sentences that look like a claim, a term or a condition, and give no card that somebody would be glad of.
@Suite struct WeakCardTests {
  private func cards(_ text: String) throws -> [Draft] { try NoteCards.taken(text, name: "tide-relay.md") }

  private func prompts(_ text: String) throws -> [String] {
    try cards("# Tide relay\n\n\(text)\n").map(\.prompt)
  }

  // MARK: Broken

  @Test(arguments: [
    "Why does whenever a gauge reads a stolen row, we stop?",
    "Why are even though the old layers not dropped, the new ones of use?",
    "Why does a gauge test usually shouldn't name the harbour?",
    "Why does the pod get started but is blocked?",
    "When are the dates of the tide determined by?", "When can the horn be used to call the keepers for?",
    "When can a watch look at the dates to check?",
    "What happens if the reading is found there?",
    "When a gauge cannot be found, why does yet it exist in the table?",
    "Why does any change of the lamp tends to take two days?",
    "What happens when a keeper lights lamps under certain circumstances?",
    "Why has ensures the number of the gauge not been used?",
    "When are wherever keys are made and deleted?",
    "What must and `NotIn` operators match?",
    "Why does the timer need to be stopped, but it cannot be found?",
    "“See the section on gauges.” What is the disadvantage?",
  ])
  func whatLostItsVerbOrItsThingIsBroken(question: String) { #expect(QuestionDoubts.isBroken(question)) }

  // MARK: Pieces and pointers

  @Test(arguments: [
    "If the gauge sleeps for a day, the office must follow the steps on this harbour page.",
    "If a chart is drawn anew, the office keeps the colours that were outlined above for the gauges.",
    "When the watch presses that key combination, the lamp of the harbour goes out.",
    "If `E` has a child in the chain of readings, it gets the sequence number of the harbour.",
    "The upper rooms of the relay give two things: tables and charts of the tide, therefore the lower rooms are dark.",
  ])
  func whatPointsAsideIsNoCard(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test(arguments: [
    "The tide relay is one of the main reasons why the harbour has a crane of its own.",
    "The tide relay is a crucial piece of our way to bring ships into the harbour.",
    "An additional relay to consider is the lamp of the northern harbour, which has a mast.",
  ])
  func praiseIsNoMeaning(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test(arguments: [
    "If the second lamp is also lit, the relay tells the harbour office with two short blows of the horn.",
    "When the row of a gauge is read, the relay may also tell the harbour office with two short blows.",
    "If the gauge is old, the relay opens a valve that leverages this leverhood of the northern basin.",
    "When the wave falls below the mark of the quay, an old horn can be used to call the keepers.",
    "If the wave is high, immediately before calling the horn of the harbour.",
    "When inside of a harbour, lamps can be lit by keepers who have the key.",
    "If a keeper needs direct, local access to the lamp (restricted to the office), the price of it is high.",
    "When a keeper lights a lamp it uses the name of it, while the office of the harbour uses the number.",
    "When the office closes a harbour, the gauges are stopped in the same way: with a long blow of the horn.",
    "If a keeper reads the table of the tide, be aware that the clock of the harbour can run slow at night.",
    "If there are any faults in the tide table, it sends the keeper of the old lamp to the mast.",
    "Set the new lamp of `tide` to always burn at night in the harbour and on the quay.",
    "Effectively the tide relay requires a mast with three lamps.",
    "The tide relay is an experiment to find ships that lie in the bay at night.",
    "If the keeper fails to see the lamp, perhaps because he is asleep, the old table could become stale.",
    "When the keeper lights the lamp, he will want to read the table of the northern basin.",
    "If in doubt about the lamp of the tide, the keeper closes both valves of the northern basin.",
    "When the second harbour will be opened, the office is going to move the gauges to its quay.",
    "Whether the tide relay requires a mast with three lamps to be built.",
    "A keeper of the tide relay will never meet a ship that has no lamp of its own.",
    "The tide relay is an excellent tool that can find all kinds of ships in the bay at night.",
    "Each keeper must report when the lamp of the harbour was lit by the watch of the day.",
    "When the watch reads that row, the relay reads that table instead of the old one.",
  ])
  func whatAddsOrLeavesOpenIsNoCard(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test func aTimeIsNoReason() throws {
    let text =
      "The hash proves that the file of a gauge has not changed since it was used for the tide table."
    #expect(try prompts(text).isEmpty)
    #expect(
      try prompts("The gauge is never opened by day, since the sun would spoil the film in it.") == [
        "Tide relay: why is the gauge never opened by day?"
      ])
  }

  @Test func whoMustIsToldOnlyOfSome() throws {
    #expect(
      try prompts("Keepers who must see their lamp at once read the harbour table of the office.").isEmpty)
  }

  @Test func oneOfTwoCasesIsNoReason() throws {
    let text = "The keeper should light the lamp only if it was lost, or because the harbour asks for it."
    #expect(try prompts(text) == ["Tide relay: when should the keeper light the lamp?"])
  }

  @Test func aReasonBehindButIsOneOfTheSecondHalf() throws {
    let text =
      "A mast lamp finds every ship within a mile of the quay, but it cannot see the bay since the crane stands there by day."
    #expect(try prompts(text) == ["Tide relay: why can a mast lamp not see the bay?"])
  }

  @Test func whatAThingIsForIsNotWhyItIsOne() throws {
    let text = "Tide lamps are a mechanism to avoid the collisions of ships at night in the harbour."
    #expect(try prompts(text) == ["What are tide lamps?"])
  }

  // MARK: How it is asked

  @Test func whatShouldBeDoneDoesNotHappenByItself() throws {
    #expect(
      try prompts(
        """
        If the gauge does not answer, the row must be dropped and written into the report.

        When the mast leans, the keeper should tie it to the bollard of the quay.

        If the lamp goes out, the relay opens the valve that must be closed by day.
        """) == [
          "Tide relay: what must happen if the gauge does not answer?",
          "Tide relay: what should happen when the mast leans?",
          "Tide relay: what happens if the lamp goes out?",
        ])
  }

  @Test func anOrderWithAnUnknownVerbIsDone() throws {
    #expect(
      try prompts(
        """
        If nobody answers the lamp, telegraph it to the office of the next harbour.

        When all keepers are gone, manually open the valve of the northern basin.

        When a lamp does not burn, attempt to find the end of its wick.
        """) == [
          "Tide relay: what do you do if nobody answers the lamp?",
          "Tide relay: what do you do when all keepers are gone?",
          "Tide relay: what do you do when a lamp does not burn?",
        ])
  }

  @Test func aListIsNotCutAtItsLastItem() throws {
    let text = "The tide relay is responsible for driving the lamps, managing faults, delays, and retries."
    #expect(
      try cards("# Tide relay\n\n\(text)\n").map(\.answer) == [
        "Driving the lamps, managing faults, delays, and retries."
      ])
  }

  @Test func whatSomethingMeansIsAskedAsItsMeaning() throws {
    let text = "Backwater means that a slow gauge slows the pump down, and no water runs over the quay."
    #expect(try prompts(text) == ["Tide relay: what does backwater mean?"])
  }

  @Test func aLabelIsNoPartOfAName() throws {
    let text =
      "- **Tide lamp**: Tide lamp is a lantern on a mast that tells the ships the height of the water."
    #expect(try prompts(text) == ["What is Tide lamp?"])
  }

  @Test func whatATermRefersToIsWhatItIs() throws {
    let text =
      "- **Ebb run** - refers more generally to the time in which the water leaves the basin of a harbour."
    let found = try cards("# Tide relay\n\n## Terms of the harbour\n\n\(text)\n")
    #expect(found.map(\.prompt) == ["Tide relay, Terms of the harbour: what is ebb run?"])
    #expect(found.map(\.answer) == ["The time in which the water leaves the basin of a harbour."])
  }

  @Test func whatIsAvoidedIsNotTheReason() throws {
    let text =
      "The relay never walks over all lamps of the harbour. This avoids having to climb every mast at night."
    #expect(
      try cards("# Tide relay\n\n\(text)\n").map(\.answer) == [
        "It avoids having to climb every mast at night."
      ])
  }

  @Test func aHeadingOfOneWordFurtherUpDoesNotTellWhich() throws {
    let found = try cards(
      """
      # Tide relay

      ## Callbacks

      ### `lamp_went_out`

      If a callback returns `False`, the relay falls through to the next keeper on duty.
      """)
    #expect(found.map(\.prompt) == ["`lamp_went_out`: what happens if a callback returns `False`?"])
  }

  // MARK: Beside it

  /// The next sentence goes on with something else, and gives no reason.
  @Test(arguments: [
    "Every lamp changes when a keeper comes back. A harbour that keeps only the newest chart cannot say how it came about.",
    "Plans of the office, words about keepers and old ropes make no chart. A chart names the wave by its height where the "
      + "title would tell too much.",
    "A lamp has to answer within 10 ms. Oil offers light and warmth, and costs a keeper for the night.",
    "A boat is taken while there is room and no ship waits before it. What came in today blocks the quay.",
  ])
  func theNextSentenceIsNotAlwaysAReason(text: String) throws {
    #expect(try !cards("# Tide relay\n\n\(text)\n").contains { $0.reason.hasPrefix("the next sentence") })
  }

  @Test(arguments: [
    "The relay must be readable from a folder on the quay without a key.",
    "A chart is never taken for a map, and no map is written over by the harbour.",
    "The lamp of the quay cannot be put out simply because it is old, because the ships still steer by it.",
    "If writing into the book of the harbour fails, it means that another keeper was at it before.",
    "The funded lamp is the cheapest thing of the harbour that no thief can carry away.",
    "A gauge must mean what its keeper sees in the water.",
    "Whoever rows across the harbour at night never sees the lamp of the northern gauge.",
    "A step back adds nothing, and from there it goes on by the new clock, so that time never runs backwards.",
    "The old gauge is left when the harbour is mapped, because it tells how to row and not why, and read when it is named.",
  ])
  func whatIsTooOpenOrEndsElsewhereIsLeft(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test func whatIsToldInStepsIsNotCut() throws {
    let text =
      "When the gauges are read again, their rows are compared with the known ones, each step before the next begins: the "
      + "same height; the same hour; the same quay."
    #expect(try !cards("# Tide relay\n\n\(text)\n").contains { $0.answer.hasSuffix("the same height.") })
  }

  @Test func aListEndsWithItsLastThing() throws {
    let text =
      "An inquiry is a clock, guesses that are weighed and ruled out, notes, and the answers at its end."
    #expect(
      try cards("# Tide relay\n\n\(text)\n").map(\.answer)
        == ["A clock, guesses that are weighed and ruled out, notes, and the answers at its end."])
  }

  @Test func severalDutiesAreAskedAsWhatItMustDo() throws {
    let text =
      "A request for the `tide` must start a lamp, push the latest height and close the gate behind it."
    let rules = try cards("# Tide relay\n\n\(text)\n").filter { $0.kind == .rule }
    #expect(rules.map(\.prompt) == ["Tide relay: what must a request for the `tide` do?"], "\(rules)")
  }

  @Test func aUnitEndsASentence() {
    #expect(
      Sentences.split("A lamp has to answer within 10 ms. Oil takes longer. Ms. Tide knows why.")
        == ["A lamp has to answer within 10 ms.", "Oil takes longer.", "Ms. Tide knows why."])
  }

  /// "Rules at startup" could stand in any paper.
  @Test func theNoteIsNamedWhereNothingElseTellsWhich() throws {
    func asked(below heading: String, _ text: String) throws -> [String] {
      try cards("# Tide relay\n\n## \(heading)\n\n\(text)\n").map(\.prompt)
    }
    #expect(
      try asked(
        below: "Rules at dawn", "If the lamp is still lit, the watch rings the bell of the harbour twice.")
        == ["Tide relay, Rules at dawn: what happens if the lamp is still lit?"])
    #expect(
      try asked(
        below: "User stories", "If the lamp is still lit, the watch rings the bell of the harbour twice.")
        == ["Tide relay: what happens if the lamp is still lit?"])
    #expect(
      try asked(
        below: "The lamp", "If the lamp of the tide is lit, the watch rings the bell of the harbour twice.")
        == ["What happens if the lamp of the tide is lit?"])
  }

  // MARK: In few words

  /// A short note of somebody's own is read for all that it says.
  @Test(arguments: [
    ("We use Postgres because our team knows it well.", "why do we use Postgres?", "Our team knows it well."),
    ("Because pods are ephemeral, uploads go to S3.", "why do uploads go to S3?", "Pods are ephemeral."),
    ("Uploads go to S3 because pods are ephemeral.", "why do uploads go to S3?", "Pods are ephemeral."),
    (
      "The relay polls once a second since triggers cannot be tested.",
      "why does the relay poll once a second?",
      "Triggers cannot be tested."
    ),
    (
      "The reason for the outbox table is that a crash between two writes loses an event.",
      "what is the reason for the outbox table?", "A crash between two writes loses an event."
    ),
    (
      "The relay must never write to the orders table of the shop.", "what must the relay never do?",
      "Write to the orders table of the shop."
    ),
    (
      "Events must be written before the order is acknowledged.", "when must events be written?",
      "Before the order is acknowledged."
    ),
    (
      "Only the ledger service is allowed to write to the balance table.",
      "who or what may write to the balance table?", "Only the ledger service."
    ),
    (
      "When the broker breaks, orders pile up in the outbox.", "what happens when the broker breaks?",
      "Orders pile up in the outbox."
    ),
  ])
  func aShortSentenceIsAskedFor(text: String, question: String, answer: String) throws {
    let drafts = try NoteCards.taken("# Shop architecture\n\n\(text)\n", name: "shop.md")
    #expect(drafts.map(\.prompt) == ["Shop architecture: \(question)"])
    #expect(drafts.map(\.answer) == [answer])
  }

  /// A verb that is not known here, and behind it a thing that looks like one.
  @Test func aThingBehindAnUnknownVerbIsNoVerb() throws {
    let text = "Dredging renews the quay blocks, because the old ones have sunk into the mud of the harbour."
    #expect(try !prompts(text).contains { $0.contains("does dredging renews") })
  }

  @Test func onlyAWholeNameInCodeIsOne() throws {
    let text =
      "- **`TideFee` inputs**: a request that names a gauge which is gone has to fail at once, and clearly."
    #expect(try prompts(text).isEmpty)
  }

  @Test(arguments: [
    ("Sends the mail at noon.", true), ("Logs and calls to ask for.", false),
    ("Reads and writes the tide.", true),
    ("The bell.", false),
  ])
  func whatBeginsWithAVerbSaysWhatAThingDoes(text: String, does: Bool) {
    #expect(Verbs.startsThird(Words(text)) == does)
  }

  // MARK: Notes that seldom reason

  private static let walk = (1...12).map { day in
    "\n## Round \(day)\n\nThe watch walks along the quay in the morning of day \(day) and looks at all the gauges from the "
      + "north to the south end. The harbour keeps the list of the rounds in a drawer of the office.\n"
  }.joined()

  /// What limits in every sentence and says of nothing why is a specification.
  @Test func limitsAreNoReasons() throws {
    let rules = (1...40).map { "The lamp \($0) must be lit by the watch of the harbour only." }
      .joined(separator: "\n\n")
    let text = "Keepers must include the number of the harbour and the time of the reading."
    #expect(try !prompts(text).isEmpty)
    #expect(try !prompts(text + "\n\n" + rules).contains { $0.contains("must keepers") })
  }

  @Test(arguments: [
    "Keepers must include the number of the harbour and the time of the reading.",
    "If the gauge sleeps for a day, the office might move the lamp to another harbour.",
    "The lamp is switched on when the sun sets.",
    "The wave module handles charts, tables and reports of the harbour.",
    "If the lamp goes out, the keeper is told.",
    "When a lamp goes out at night, the report of the harbour now names the keeper and his relief.",
  ])
  func thereOnlyWhatIsSureIsAsked(text: String) throws {
    #expect(try prompts(text + "\n" + Self.walk).isEmpty)
  }
}
