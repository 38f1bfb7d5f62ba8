import Recall
import Testing

@testable import Reading

/// What speaks against a card that a rule has made.
@Suite struct DoubtTests {
  private func cards(_ text: String, name: String = "tide-relay.md") throws -> [Draft] {
    try NoteCards.taken(text, name: name)
  }

  // MARK: What an answer tells

  @Test(arguments: [
    ("What does `preview.tides.example` do?", "Serves the preview of the tides.", 0),
    ("What is `short_form_name`?", "String, the `shortformname` of the form.", 0),
    ("What does `TideSorter` do?", "Sorts the tides.", 0),
    (
      "What is a fill script?", "A sequence of instructions that tell the page which fields get which data.",
      6
    ),
    ("What happens if the store is away?", "The answer is no.", 2),
    ("How long does it wait?", "15 seconds.", 2),
  ])
  func aNameTellsNothingThatItSaysItself(question: String, answer: String, fresh: Int) {
    #expect(FreshWords(besides: [question]).count(in: answer) == fresh)
  }

  @Test func commonWordsAreNotTheSameForTheirFirstLetter() {
    #expect(FreshWords(besides: ["does it"]).count(in: "The worker dozes off.") == 3)
  }

  // MARK: What it is about

  @Test(arguments: [
    "Overview", "Repository structure", "Key features", "Important notes", "Running", "How it works",
    "Frequently asked questions", "Settings",
  ])
  func headingsOfEveryDocumentNameNothing(heading: String) { #expect(!Topic.tells(heading)) }

  @Test(arguments: ["Tide relay", "Scope hoisting", "`locals.tf`", "Structure of the archive"])
  func othersDo(heading: String) { #expect(Topic.tells(heading)) }

  @Test func aPlainHeadingGivesWayToTheTitle() throws {
    let prompts = try cards(
      """
      # Tide archive

      ## Constraints

      If the gauge does not answer, the row is dropped and an issue goes into the report.
      """
    ).map(\.prompt)
    #expect(prompts == ["Tide archive: what happens if the gauge does not answer?"])
  }

  @Test func aHeadingOfOneWordIsToldWithTheTitle() throws {
    let prompts = try cards(
      """
      # Tide archive

      ## Deletes

      When the row is gone, the gauge writes a tombstone with its number.
      """
    ).map(\.prompt)
    #expect(prompts == ["Tide archive, Deletes: what happens when the row is gone?"])
    #expect(
      Topic.removed(from: prompts[0], of: .condition, below: ["Deletes"])
        == "What happens when the row is gone?")
  }

  // MARK: How it is put

  @Test(arguments: [
    "Why do critical: Always resolve the issue before the tide?",
    "Why have nonetheless, we decided against it?",
    "Why are gauges gauges granted enough room?",
    "When is the real test for a new feature ?",
    "When will the job run whenever there is a push?",
    "Why does the real version bump and changelog updates are applied?",
    "Why does caches results within the request?",
    "Why does always use atomic writes?",
    "“The goal of the scan is.” Why?",
    "“Keeps the files after each release.” Why?",
    "Why must we keep it, because the gauge sleeps?",
    "What happens when the disk is being filled it can take five minutes?",
    "If tests fail now and then, why is it likely?",
    "Why follow the guide of the office?",
  ])
  func whatWasTurnedRoundInTheWrongWayIsBroken(question: String) {
    #expect(QuestionDoubts.isBroken(question))
  }

  @Test(arguments: [
    "Why must a consumer be idempotent?",
    "Why is coverage measured but there is no threshold?",
    "Why may only one relay run per shard?",
    "When the app is running, why connect to the local database?",
    "Why is a wrong cache hit the worst failure we can have?",
    "What happens if the token carries the scope and the office is closed?",
    "“Workers never compete for rows.” Why?",
    "Why no sleeps?",
    "Why do we batch: everything that isn't urgent waits?",
  ])
  func whatIsWellPutIsNot(question: String) { #expect(!QuestionDoubts.isBroken(question)) }

  // MARK: Pieces

  @Test(arguments: [
    "If a token is invalid, expired, or revoked, the gate stays shut for all of them.",
    "Only use this value when you:\n\n- can guarantee that the feed is complete\n- know the gauge",
    "If the gauge sleeps, the office shows the readings as this page says.",
    "The compiler complains that the column is empty, but since we know that the gauge fills it we are fine.",
    "The office has just enough gauges in order to support the harbour.",
    "Current version: taken from the label if there is one, otherwise the tag itself if it starts with v.",
  ])
  func piecesAreNoCards(text: String) throws {
    #expect(try cards("# Tide archive\n\n\(text)\n").isEmpty)
  }

  // MARK: Manner

  private static let guide =
    """
    # Tide console

    ## Getting the console

    Open the console of the harbour and look at the list of gauges in the left half of the window. Each gauge has a
    colour and a name there. Select the gauge that belongs to the harbour and press the button with the wave. The
    window shows the readings of the last week and the next tide.

    ## Making a chart

    The chart is drawn anew for each harbour, so the console asks the office for a colour scheme.

    When the office closes a harbour, the console moves its gauges to the archive folder.
    """

  /// More than a page of what gives no reasons.
  private static let walk = (1...12).map { day in
    "\n## Round \(day)\n\nThe watch walks along the quay in the morning of day \(day) and looks at all the gauges from the "
      + "north to the south end. The harbour keeps the list of the rounds in a drawer of the office.\n"
  }.joined()

  @Test func aGuideIsAskedOnlyWhatIsSure() throws {
    let why = "Why does the console ask the office for a colour scheme?"
    #expect(
      try cards(Self.guide + Self.walk).map(\.prompt) == [
        "Tide console, Making a chart: what happens when the office closes a harbour?"
      ])
    // A short note is written for its claims, and a long one that reasons is too.
    #expect(try cards(Self.guide).map(\.prompt).contains(why))
    let reasons =
      "\nGauges never sleep at night. Only the office may wake one. A chart must not hold two harbours, because nobody "
      + "could read it, and it cannot be drawn otherwise.\n"
    #expect(try cards(Self.guide + reasons + Self.walk + reasons).map(\.prompt).contains(why))
  }

  @Test func aReferenceIsThereToBeLookedUp() throws {
    func list(_ count: Int) -> String {
      let words = ["amber", "birch", "cedar", "dogwood", "elm", "fir", "ginkgo", "hazel", "ivy", "juniper"]
      return "# Harbour table\n\n## Wood of the piers\n\n"
        + (0..<count).map {
          "- `\(words[$0 % 10])-\(words[$0 / 10])-pier`: a landing stage on posts that bears \($0 + 3) loaded carts, \(words[9 - $0 % 10]) barrels and a crane"
        }.joined(separator: "\n")
    }
    #expect(try cards(list(3)).count == 3)
    #expect(try cards(list(8)).count == 4)
    #expect(try cards(list(20)).isEmpty)
  }

  @Test func whatWasToldBeforeIsNotAskedFor() throws {
    let pointing =
      "# Tide relay\n\nThe relay must be started in that harbour because the mast of those lamps is too low for ships at sea.\n"
    #expect(try cards(pointing).isEmpty)
    let within =
      "# Tide relay\n\nThe relay must be started before the lamps, because the fuse would go from the current that those lamps draw at night.\n"
    #expect(try !cards(within).isEmpty)
  }
}
