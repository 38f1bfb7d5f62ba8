import Commands
import Foundation
import TestSupport
import Testing

/// The session as lines: what a person types, what they are shown, and what is in the log afterwards.
@Suite struct QuizTests {
  private static let deck = """
    Q: Why is the outbox row written in the same transaction?
    A: A crash between two writes would leave an order that nobody hears of.

    Q: Who owns the order number?
    A: The ledger, never the shop.
    """

  private func world(_ deck: String = deck) throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write(deck, to: "deck.md")
    world.run("import", "deck.md")
    return world
  }

  private func grades(_ world: TestWorld) -> [Int] {
    (world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? [])
      .filter { $0["kind"] as? String == "grade" }.compactMap { $0["grade"] as? Int }
  }

  @Test func aSessionFromBeginningToEnd() throws {
    let world = try world()
    let answer = world.run(
      "quiz",
      input:
        "a crash between the writes leaves an order nobody hears of\n\n8\n4\nthe shop\n\n9\n1\nledger\n\n\n4")
    #expect(answer.code == .done)
    #expect(grades(world) == [4, 1, 4])
    let output = answer.output
    // Nothing of the answer stands before the recall; the marking and the grade come after it.
    let first = try #require(output.range(of: "1 of 2 · deck · question · repeatable"))
    let reveal = try #require(output.range(of: "   A crash between two writes"))
    #expect(first.lowerBound < reveal.lowerBound)
    #expect(output.contains("   said  "))
    #expect(output.contains("You were sure of this one."))
    #expect(output.contains("3 answered, 2 recalled (67 %)"))
    #expect(output.contains("Tomorrow 2."))
    #expect(!output.contains("Sure "))
    let log = world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    #expect(log.first?["typed"] as? String == "a crash between the writes leaves an order nobody hears of")
    #expect(log.first?["confidence"] as? Int == 89)
  }

  @Test func theTypingCanBeSkippedAndTheSuggestionTaken() throws {
    let world = try world()
    world.run("quiz", input: "\n\n3\nthe ledger and never the shop\n\n\n\n")
    #expect(grades(world) == [3, 5])
  }

  @Test func aHintCapsTheGrade() throws {
    let world = try world()
    let answer = world.run("quiz", "--limit", "1", input: "?\n?\n?\n\n\n5\n")
    #expect(answer.output.contains("   A crash …"))
    #expect(answer.output.contains("no more hints"))
    #expect(grades(world) == [3])
  }

  @Test func undoTakesTheSameCardAgain() throws {
    let world = try world()
    let answer = world.run("quiz", input: "\n\n4\nu\n\n\n2\nq\n")
    #expect(answer.output.contains("took back: grade 4"))
    #expect(grades(world) == [4, 2])
    #expect(world.cards().values.map { $0["reps"] as? Int ?? 0 }.sorted() == [0, 1])
  }

  @Test func undoAfterAnotherKeyLeavesTheGradeThatStands() throws {
    let world = try world()
    let output = world.run("quiz", input: "\n\n4\nl\nu\nq\n").output
    #expect(output.contains("took back: tag"))
    #expect(output.contains("1 answered, 1 recalled"))
  }

  @Test func aPauseKeepsTheCardThatWasOpen() throws {
    let world = try world()
    world.typed = ["", "", "4", "half a thou", "^C"]
    let paused = world.run("quiz")
    #expect(paused.code == .interrupted)
    #expect(paused.output.contains("Paused; what was graded is kept"))
    world.typed = ["q"]
    #expect(world.run("quiz").output.contains("1 of 1 · deck"))
    #expect(grades(world) == [4])
  }

  @Test func keysChangeTheCardAndKeepItsSchedule() throws {
    let world = try world()
    world.editor = TestEditor { $0.replacing("A crash", with: "A power cut") }
    let answer = world.run("quiz", input: "e\nl\nt\nc\no\nh\nb\ns\n")
    #expect(answer.output.contains("now core"))
    #expect(answer.output.contains(">    1  Q: Why is the outbox row"))
    #expect(answer.output.contains("take back the last grade"))
    #expect(answer.output.contains("not before tomorrow"))
    #expect(answer.output.contains("suspended; `resume"))
    let card = try #require(world.cards("tag:later").values.first)
    #expect((card["answer"] as? String)?.hasPrefix("A power cut") == true)
    #expect(card["tier"] as? String == "core")
    #expect(world.run("due").code == .nothing)
    world.clock.advance(days: 1)
    #expect(world.run("due", "--json").object["new"] as? Int == 1)
    #expect(world.run("doctor").code == .done)
  }

  @Test func cardsCanBeAskedThatAreNotDue() throws {
    let world = try world()
    world.run("quiz", input: "\n\n5\n\n\n5\n")
    #expect(world.run("quiz").code == .nothing)
    world.run("quiz", "outbox", "--cram", input: "\n\n4\n")
    #expect(grades(world) == [5, 5, 4])
    world.run("quiz", "deck", "--cram", input: "\n\n4\n\n\n4\n")
    #expect(grades(world).count == 5)
  }

  @Test func itEndsOnTimeAtACardsEnd() throws {
    let world = try world((1...9).map { "Q: q\($0)?\nA: a\($0)\n" }.joined(separator: "\n"))
    world.clock.pace = 20_000
    let answer = world.run("quiz", "--minutes", "2", input: String(repeating: "\n\n4\n", count: 9))
    // Three looks at the clock a card: begun, typed, done.
    #expect(grades(world).count == 2)
    #expect(answer.output.contains("2 answered, 2 recalled (100 %), 2 min."))
  }

  @Test func tenAnswersAreEnoughForAWordOnConfidence() throws {
    let world = try world((1...12).map { "Q: q\($0)?\nA: a\($0)\n" }.joined(separator: "\n"))
    world.run("config", "new-per-day", "12")
    let steps = (1...10).map { $0 <= 5 ? "\n9\n4\n" : "\n9\n4\n" }.joined()
    #expect(!world.run("quiz", "--limit", "9", input: steps).output.contains("n = "))
    world.run("undo", "9")
    let failing = (1...10).map { $0 <= 5 ? "\n9\n4\n" : "\n9\n1\n" }.joined()
    #expect(
      world.run("quiz", "--limit", "10", input: failing).output.contains(
        "Sure 100 %, right 50 % (n = 10): too sure."))
  }

  @Test func aGapIsShownAndCodeKeepsItsLines() throws {
    let world = try world("C: The ledger is [append-only].\n\nQ: How?\nA: So:\n```sh\nwhet   next\n```\n")
    let output = world.run("quiz", input: "append-only\n\n\n5\n\n\n4\n").output
    #expect(output.contains(" The ledger is […]."))
    #expect(output.contains("   whet   next\n"))
  }

  /// The answer stands in the source: who opened it first has not recalled it by themselves.
  @Test func whoLooksIntoTheSourceFirstGetsThreeAtMost() throws {
    let world = try world()
    world.typed = ["o", "something", "", "5", "5", "q"]
    #expect(world.run("quiz", "--limit", "1").errors.contains("with a hint, or the source, 3 is the most"))
    #expect(grades(world) == [3])
    let other = try self.world()
    other.typed = ["something", "", "5", "o", "5", "q"]
    other.run("quiz", "--limit", "1")
    #expect(grades(other) == [5])
  }

  @Test func sixtyColumnsAreEnough() throws {
    let world = try world()
    world.columns = 60
    world.environment["NO_COLOR"] = "1"
    world.typed = ["h", "", "9", "o", "1", "", "", "4"]
    let lines = world.run("quiz").output.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 }, "\(lines.filter { $0.count > 60 })")
  }
}
