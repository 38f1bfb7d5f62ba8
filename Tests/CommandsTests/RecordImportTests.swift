import Commands
import Foundation
import TestSupport
import Testing

/// Decision records through the door: shown, taken, left out, followed.
@Suite struct RecordImportTests {
  private static func record(
    _ number: Int, _ title: String, status: String = "Accepted", decision: String, cost: String
  ) -> String {
    """
    # \(number). \(title)

    Date: 2026-01-0\(number)

    ## Status

    \(status)

    ## Decision

    \(decision)

    ## Consequences

    ### Negative

    - \(cost)
    """
  }

  @Test func aRecordWhoseEndingWasForgottenIsRead() throws {
    let world = try world()
    let text = Self.record(
      3, "Bell at night",
      decision: "The bell rings once an hour after dark, for as long as fog lies on the bay.",
      cost: "The crews sleep badly.")
    try world.disk.write(text, to: "docs/adr/0003-bell-at-night")
    for name in ["LICENSE", "0004", "12-times-two", "Makefile"] {
      try world.disk.write(text, to: "docs/adr/\(name)")
    }
    let answer = world.run("import", "docs/adr", "--json")
    #expect(answer.object["imported"] as? Int == 3, "\(answer.output)")
    let skipped = answer.object["skipped"] as? [[String: Any]] ?? []
    #expect(skipped.count == 5, "\(skipped)")
    let sources = world.cards("").values.compactMap { ($0["source"] as? [String: Any])?["path"] as? String }
    #expect(sources.contains { $0.hasSuffix("/docs/adr/0003-bell-at-night") }, "\(sources)")
  }

  /// Some tools lay a link to the record beside it, so that a website shows it.
  @Test(arguments: [("index.md", "README.md"), ("README.md", "index.md")])
  func aRecordWithALinkBesideItIsRead(name: String, link: String) throws {
    let world = try world()
    let text = Self.record(
      3, "Bell at night",
      decision: "The bell rings once an hour after dark, for as long as fog lies on the bay.",
      cost: "The crews sleep badly.")
    try world.disk.write(text, to: "docs/adr/2020-01-02-bell/\(name)")
    try FileManager.default.createSymbolicLink(
      atPath: world.disk.file("docs/adr/2020-01-02-bell/\(link)"), withDestinationPath: name)
    #expect(world.run("import", "docs/adr", "--json").object["imported"] as? Int == 3)
  }

  /// What nobody has taken yet has a title all the same: nothing changes to and fro while a review is half done.
  @Test func aRecordThatWasNotTakenYetIsCalledByItsTitle() throws {
    let world = try world()
    try world.disk.write("ref: x\n", to: ".git/HEAD")
    let old = Self.record(
      1, "Ship parcels by boat", status: "Superseded by [3. Bell](0003-bell-at-night.md)",
      decision: "Parcels for the islands leave with the evening boat.",
      cost: "A storm delays every parcel by a day.")
    try world.disk.write(old, to: "docs/adr/0001-ship-parcels-by-boat.md")
    let new = Self.record(
      3, "Bell at night",
      decision: "The bell rings once an hour after dark, for as long as fog lies on the bay.",
      cost: "The crews sleep badly.")
    try world.disk.write(new, to: "docs/adr/0003-bell-at-night.md")
    world.run("import", "docs/adr/0001-ship-parcels-by-boat.md", "--yes")
    let answer = try #require(world.cards().values.first?["answer"] as? String)
    #expect(answer.hasPrefix("No. It was replaced by “Bell at night”"), "\(answer)")
    #expect(world.cards().count == 1)
    world.run("refresh")
    #expect(world.cards().values.map { $0["answer"] as? String } == [answer])
  }

  @Test func whatATestIsFedWithIsNotOffered() throws {
    let world = try world()
    try world.disk.write("ref: x\n", to: ".git/HEAD")
    let text = Self.record(
      1, "Bell at night", decision: "The bell rings once an hour.", cost: "Nobody sleeps.")
    try world.disk.write(text, to: "core/integration-tests/shop/docs/adr/0001-bell.md")
    #expect(world.run("import", "--yes", "--json").object["imported"] as? Int == 2)
  }

  private func world() throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    try world.disk.write(
      Self.record(
        1, "Ship parcels by boat",
        decision: "Parcels for the islands leave with the evening boat, packed in oil cloth.",
        cost: "A storm delays every parcel by a day."), to: "docs/adr/0001-ship-parcels-by-boat.md")
    try world.disk.write(
      Self.record(
        2, "Label printing",
        decision: "Every harbour prints its labels on a machine of its own, fed from the night's list.",
        cost: "Seven machines have to be fed with paper."), to: "docs/adr/0002-label-printing.md")
    try world.disk.write("# {short title}\n\n## Decision\n\n{what}\n", to: "docs/adr/template.md")
    return world
  }

  private func kinds(_ world: TestWorld, _ query: String = "") -> [String] {
    world.cards(query).values.compactMap { $0["kind"] as? String }.sorted()
  }

  @Test func withoutATerminalTheGoodOnesAreTaken() throws {
    let world = try world()
    let answer = world.run("import", "docs/adr", "--json")
    #expect(answer.code == .done)
    #expect(answer.object["imported"] as? Int == 2)
    let skipped = answer.object["skipped"] as? [[String: Any]] ?? []
    #expect(skipped.map { $0["reason"] as? String } == ["a template"])
    #expect(kinds(world) == ["cost", "cost", "what", "what"])
    #expect(world.cards("deck:adr").count == 4)
    let again = world.run("import", "docs/adr", "--json").object
    #expect(again["imported"] as? Int == 0)
    #expect(again["unchanged"] as? Int == 2)
    #expect(((again["cards"] as? [String: Any])?["unchanged"]) as? Int == 4)
  }

  @Test func withoutAPathTheUsualPlacesAreLookedInto() throws {
    let world = try world()
    let asked = world.run("import")
    #expect(asked.code == .usage)
    #expect(asked.errors.contains("docs/adr"))
    #expect(world.run("import", "--yes").code == .done)
    #expect(world.cards().count == 4)
    #expect(try TestWorld().run("import", "--yes").code == .nothing)
  }

  @Test func aDryRunShowsTheDraftsAndWritesNothing() throws {
    let world = try world()
    let answer = world.run("import", "docs/adr", "--dry-run")
    #expect(answer.output.contains("decision 0001 “Ship parcels by boat” · accepted · 2026-01-01"))
    #expect(answer.output.contains("What did we decide about “Label printing”?"))
    #expect(answer.output.contains("90 %: stands under the decision"))
    #expect(answer.output.contains("nothing was written"))
    let drafts =
      world.run("import", "docs/adr", "--dry-run", "--json").object["drafts"] as? [[String: Any]] ?? []
    #expect(drafts.count == 4)
    #expect(drafts.allSatisfy { ($0["score"] as? Double ?? 0) >= 0.5 && $0["taken"] as? Bool == true })
    #expect(world.cards().isEmpty)
  }

  @Test func eachRecordIsShownAndWhatIsLeftOutStaysOut() throws {
    let world = try world()
    // Untick the first record's second card, take the rest; leave the second record.
    world.typed = ["2", "t", "l"]
    let answer = world.run("import", "docs/adr")
    #expect(answer.output.contains("1 of 2"))
    #expect(answer.output.contains("cards: 1 new, 3 left out"))
    world.typed = nil
    #expect(kinds(world) == ["what"])
    #expect(world.cards("is:retired").count == 3)
    // An edit of the record does not bring it up again.
    let path = "docs/adr/0002-label-printing.md"
    let text = try String(contentsOfFile: world.disk.file(path), encoding: .utf8)
    try world.disk.write(text.replacing("fed with paper", with: "fed with fresh paper"), to: path)
    let refreshed = world.run("refresh", "--json").object["cards"] as? [String: Any] ?? [:]
    #expect(refreshed["added"] as? Int == 0)
    #expect(kinds(world) == ["what"])
    #expect(world.run("doctor").code == .done)
  }

  @Test func aReviewThatWasLeftGoesOnThere() throws {
    let world = try world()
    world.typed = ["t", "q"]
    #expect(world.run("import", "docs/adr").output.contains("1 record left"))
    #expect(world.cards().count == 2)
    world.typed = ["t"]
    let answer = world.run("import", "docs/adr")
    #expect(answer.output.contains("Label printing"))
    #expect(!answer.output.contains("decision 0001"))
    #expect(world.cards().count == 4)
  }

  @Test func aDraftCanBeEditedAndItsFileIsFollowedAllTheSame() throws {
    let world = try world()
    world.editor = TestEditor { $0.replacing("Q: ", with: "Q: Tell me: ") }
    world.typed = ["e", "1", "t", "A"]
    world.run("import", "docs/adr")
    world.typed = nil
    let edited = world.cards().values.filter { ($0["prompt"] as? String)?.hasPrefix("Tell me: ") == true }
    #expect(edited.count == 1)
    #expect(world.cards().count == 4)
    #expect(world.run("import", "docs/adr", "--json").object["unchanged"] as? Int == 2)
  }

  /// The review was left with the edit in it: it goes on there, with the person's words.
  @Test func whatWasEditedIsThereInTheNextReview() throws {
    let world = try world()
    world.editor = TestEditor { $0.replacing("Q: ", with: "Q: Tell me: ") }
    world.typed = ["e", "1", "q"]
    world.run("import", "docs/adr")
    world.typed = ["t", "A"]
    #expect(world.run("import", "docs/adr").output.contains("Tell me: "))
    world.typed = nil
    #expect(world.cards().values.contains { ($0["prompt"] as? String)?.hasPrefix("Tell me: ") == true })
  }

  /// Kept, it would stand before each later edit of the same card.
  @Test func anEmptiedDraftIsNoEdit() throws {
    let world = try world()
    world.editor = TestEditor { _ in "\n" }
    world.typed = ["e", "1", "q"]
    #expect(world.run("import", "docs/adr").errors.contains("the draft is empty"))
    world.editor = TestEditor { $0.replacing("Q: ", with: "Q: Tell me: ") }
    world.typed = ["e", "1", "t", "A"]
    world.run("import", "docs/adr")
    world.typed = nil
    #expect(world.cards().values.contains { ($0["prompt"] as? String)?.hasPrefix("Tell me: ") == true })
  }

  /// A key that was pressed too often takes no record that nobody has read.
  @Test func enterTakesNothing() throws {
    let world = try world()
    world.typed = ["", "", "q"]
    #expect(world.run("import", "docs/adr").output.contains("2 records left"))
    #expect(world.cards().isEmpty)
  }

  /// What was unticked or edited on the record in front counts when all of the rest are taken too.
  @Test func allOfTheRestKeepsWhatWasDecidedHere() throws {
    let world = try world()
    world.editor = TestEditor { $0.replacing("Q: ", with: "Q: Tell me: ") }
    world.typed = ["e", "1", "1", "1", "2", "A"]
    let answer = world.run("import", "docs/adr")
    #expect(answer.output.contains("cards: 3 new, 1 left out"))
    world.typed = nil
    #expect(kinds(world) == ["cost", "what", "what"])
    #expect(world.cards().values.contains { ($0["prompt"] as? String)?.hasPrefix("Tell me: ") == true })
  }

  /// A deck file beside the records waits for no answer about them.
  @Test func whatNeedsNoAnswerIsTakenAtOnce() throws {
    let world = try world()
    try world.disk.write("Q: what is a deck?\nA: a file of questions\n", to: "docs/deck.md")
    world.typed = ["q"]
    let answer = world.run("import", "docs")
    #expect(answer.output.contains("2 records left"))
    #expect(answer.output.contains("cards: 1 new"))
    #expect(world.cards().count == 1)
  }

  @Test func anAbortedEditorLeavesNoRecord() throws {
    let world = try world()
    world.editor = TestEditor { _ in nil }
    #expect(world.run("decide", "--in", "docs/other", "fails").code == .failed)
    #expect(!FileManager.default.fileExists(atPath: world.disk.file("docs/other")))
  }

  @Test(arguments: ["", "\n", " \r\n\t\n"]) func anEmptiedRecordIsTakenAway(left: String) throws {
    let world = try world()
    world.editor = TestEditor { _ in left }
    for words in [["nothing", "came"], ["--in", "docs/other", "nothing"]] {
      let answer = world.run(["decide"] + words)
      #expect(answer.code == .nothing)
      #expect(answer.errors == "nothing was written, so there is no record\n")
      #expect(answer.output.isEmpty)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: world.disk.file("docs/adr"))
    #expect(names.count == 3, "\(names)")
    #expect(!FileManager.default.fileExists(atPath: world.disk.file("docs/other")))
    #expect(world.run("decisions", "--all").code == .nothing)
  }

  @Test func anIncompleteRecordStays() throws {
    let world = try world()
    world.editor = TestEditor { _ in "# Something\n" }
    #expect(world.run("decide", "something").code == .done)
    #expect(try world.disk.text("docs/adr/0003-something.md") == "# Something\n")
  }

  @Test func supersededRecordsAreAskedWhatReplacedThem() throws {
    let world = try world()
    world.run("import", "docs/adr", "--yes")
    let id = try #require(world.cards("kind:what parcels").keys.first)
    world.run("grade", id, "5")
    try world.disk.write(
      Self.record(
        3, "Ship parcels by airship",
        decision: "Parcels for the islands leave with the morning airship instead.",
        cost: "Nothing heavier than a goose can be sent.")
        + "\n\n## Links\n\nSupersedes [ADR 1](0001-ship-parcels-by-boat.md)\n",
      to: "docs/adr/0003-ship-parcels-by-airship.md")
    world.run("refresh")
    let replaced = try #require(world.cards("kind:replaced").values.first)
    #expect(replaced["prompt"] as? String == "Is “Ship parcels by boat” still our rule? What replaced it?")
    #expect(
      replaced["answer"] as? String == """
        No. It was replaced by “Ship parcels by airship” (0003).

        Parcels for the islands leave with the morning airship instead.
        """)
    #expect(world.run("show", id, "--json").object["state"] as? String == "retired")
    let rows = world.run("decisions", "--json").array
    #expect(rows.map { $0["status"] as? String } == ["superseded", "accepted", "accepted"])
    #expect((rows[0]["replacedBy"] as? [String])?.first?.hasSuffix("0003-ship-parcels-by-airship.md") == true)
    #expect(world.run("decisions", "superseded", "--json").array.count == 1)
  }

  private func moveLabels(_ world: TestWorld) throws {
    let path = "docs/adr/0002-label-printing.md"
    let text = try world.disk.text(path)
    try world.disk.write(
      text.replacing(
        "on a machine of its own, fed from the night's list",
        with: "at the post office in the capital, by noon"), to: path)
  }

  /// What comes back is what was taken: a draft that was left out stays out, and that it was is no step of its own.
  @Test func whatWasLeftOutStaysSoWhenTheImportIsTakenBack() throws {
    let world = try world()
    world.typed = ["1", "t", "A"]
    world.run("import", "docs/adr")
    world.typed = nil
    let left = world.cards("is:retired").keys.sorted()
    #expect(left.count == 1)
    #expect(world.run("undo", "9").output.split(separator: "\n").allSatisfy { $0.contains("import") })
    #expect(world.run("undo").code == .nothing)
    world.run("import", "docs/adr", "--yes")
    #expect(world.cards("is:retired").keys.sorted() == left)
  }

  @Test func whatMeansSomethingElseNowIsTold() throws {
    let world = try world()
    world.run("import", "docs/adr", "--yes")
    let id = try #require(world.cards("kind:what label").keys.first)
    world.run("grade", id, "5")
    world.clock.advance(days: 1)
    try moveLabels(world)
    let answer = world.run("refresh")
    #expect(answer.errors.contains("means something else now"))
    #expect(answer.errors.contains(id))
    #expect(world.cards("is:stale").keys.contains(id))
    world.run("grade", id, "4")
    #expect(world.cards("is:stale").isEmpty)
  }

  /// Who was never asked has learned nothing else, and the list that would be named is empty.
  @Test func aNewAnswerOfACardThatNobodyWasAskedIsNotTold() throws {
    let world = try world()
    world.run("import", "docs/adr", "--yes")
    world.clock.advance(days: 1)
    try moveLabels(world)
    #expect(!world.run("refresh").errors.contains("means something else now"))
  }

  @Test func aRecordIsWrittenBesideTheOthersAndAsked() throws {
    let world = try world()
    world.run("import", "docs/adr", "--yes")
    world.editor = TestEditor {
      $0.replacing(
        "<!-- Chosen option: \"…\", because … -->",
        with: "Chosen option: \"Carrier pigeons\", because they know the way home from every island.")
    }
    let answer = world.run("decide", "How", "letters", "travel")
    #expect(answer.code == .done, "\(answer.errors)")
    let text = try String(
      contentsOfFile: world.disk.file("docs/adr/0003-how-letters-travel.md"), encoding: .utf8)
    #expect(text.contains("date: 2026-03-02"))
    #expect(text.contains("# How letters travel"))
    #expect(kinds(world, "letters") == ["what", "why"])
    world.editor = TestEditor { $0 }
    let unchanged = world.run("decide", "nothing", "at", "all")
    #expect(unchanged.code == .nothing)
    #expect(!FileManager.default.fileExists(atPath: world.disk.file("docs/adr/0004-nothing-at-all.md")))
  }

  @Test func aQuizHidesTheTitleAndTellsTheStatusAfterwards() throws {
    let world = try world()
    world.run("import", "docs/adr", "--yes")
    let output = world.run("quiz", "kind:what label", input: "\n\n4\nq\n").output
    let head = try #require(output.range(of: "adr · decision 0002 · what · repeatable"))
    let standing = try #require(output.range(of: "accepted · 2026-01-02"))
    #expect(head.lowerBound < standing.lowerBound)
  }

  /// What three records say is no longer asked of the third, and goes on with the two that were asked for it.
  @Test func aThirdRecordWithTheSameWordsTakesNoCardFromTheOthers() throws {
    let world = try world()
    let cost = "Somebody has to stay at the harbour for one more hour of the night."
    func write(_ number: Int, _ title: String, _ decision: String) throws {
      try world.disk.write(
        Self.record(number, title, decision: decision, cost: cost), to: "docs/new/000\(number)-\(number).md")
    }
    try write(
      1, "Lamps for the quay", "Lamps on the quay burn oil that the boats bring back from the islands.")
    try write(
      2, "Watch of the nets", "Nets are hung in the tower, where the watch can see them from its bench.")
    #expect(world.run("import", "docs/new", "--yes").code == .done)
    let before = world.cards("").count
    try write(
      3, "Bells in the fog", "Bells ring twice a minute while the far buoy cannot be seen from the tower.")
    let refresh = world.run("refresh", "--json")
    #expect((refresh.object["cards"] as? [String: Any])?["retired"] as? Int == 0, "\(refresh.output)")
    #expect(world.cards("").count > before)
    let again = world.run("refresh", "--json")
    #expect((again.object["cards"] as? [String: Any])?["added"] as? Int == 0, "\(again.output)")
  }

  @Test func anEmptyPathIsNone() throws {
    let world = try world()
    let answer = world.run("import", "", "--yes")
    #expect(answer.code == .usage && answer.errors.contains("empty"), "\(answer.errors)")
    #expect(world.cards("").isEmpty)
  }
}
