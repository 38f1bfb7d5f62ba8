import Commands
import Foundation
import TestSupport
import Testing

/// What somebody is unsure of comes back until it is answered.
@Suite struct OpenQuestionTests {
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    world.run(
      "explain", "the tide relay", "--why", "the gauge sleeps a lot", "--unsure",
      "Does the office drop a row?", "--unsure",
      "what a leap second does")
    return world
  }

  private static let path = "data/whet/notebook/explanations/2026-03-02-the-tide-relay.md"

  private func note(_ world: TestWorld) throws -> String { try world.disk.text(Self.path) }
  private func open(_ world: TestWorld) -> [String] {
    world.run("explain", "--open", "--json").array.compactMap { $0["question"] as? String }
  }

  @Test func theyAreListedWithNoteDateAndAge() throws {
    let world = try world()
    world.clock.advance(days: 12)
    let list = world.run("explain", "--open", "--json").array
    #expect(
      list.map { $0["question"] as? String } == ["Does the office drop a row?", "what a leap second does"])
    #expect(list.map { $0["number"] as? Int } == [1, 2])
    #expect(list[0]["topic"] as? String == "the tide relay")
    #expect(list[0]["path"] as? String == world.disk.file(Self.path))
    #expect(list[0]["date"] as? String == "2026-03-02")
    #expect(list[0]["age"] as? Int == 12)
    let shown = world.run("explain", "--open")
    #expect(
      shown.output.hasPrefix(" 1  Does the office drop a row?\n    the tide relay · 2026-03-02 · 12 days · "))
    #expect(world.run("explain", "--open", "leap", "--json").array.map { $0["number"] as? Int } == [2])
    #expect(world.run("explain", "--open", "boats").code == .nothing)
    #expect(try TestWorld().run("explain", "--open").code == .nothing)
  }

  @Test func anAnswerMovesInTheNoteAndMakesACard() throws {
    let world = try world()
    let before = try note(world)
    world.clock.advance(days: 7)
    let answer = world.run("explain", "--answer", "1", "It", "drops", "the", "second", "one.", "--json")
    #expect(answer.code == .done, "\(answer.errors)")
    let id = try #require(answer.object["id"] as? String)
    let card = try #require(world.cards()[id])
    #expect(card["kind"] as? String == "question")
    #expect(card["prompt"] as? String == "the tide relay: Does the office drop a row?")
    #expect(card["answer"] as? String == "It drops the second one.")
    #expect(open(world) == ["what a leap second does"])
    #expect(
      try note(world) == before.replacing("- Does the office drop a row?\n", with: "")
        + "\n## Since answered\n\n### Does the office drop a row?\n\nAnswered 2026-03-09.\n\nIt drops the second one.\n"
    )
    // What whet wrote is what it knows.
    #expect(world.run("refresh", "--json").object["imported"] as? Int == 0)

    let undone = world.run("undo")
    #expect(undone.code == .done)
    #expect(open(world) == ["what a leap second does", "Does the office drop a row?"])
    #expect(world.cards()[id] == nil)
    #expect(try !note(world).contains("Since answered"))
    #expect(world.run("doctor").code == .done)

    // By its id, asked for; the schedule of the open card went on.
    let other = try #require(world.run("explain", "--open", "--json").array.last?["id"] as? String)
    world.typed = ["It does not.", "Not any more.", ""]
    #expect(world.run("explain", "--answer", other).code == .done)
    #expect(try note(world).contains("\nIt does not.\nNot any more.\n"))
    world.typed = ["^C"]
    #expect(world.run("explain", "--answer", "1").code == .interrupted)
    #expect(open(world).count == 1)
    #expect(world.run("doctor").code == .done)
  }

  /// What somebody has made of an answer by hand is theirs, whether it was read since or not.
  @Test(arguments: [true, false]) func undoLeavesWhatWasWrittenByHand(isRead: Bool) throws {
    let world = try world()
    let id = try #require(
      world.run("explain", "--answer", "1", "Yes by id.", "--json").object["id"] as? String)
    let edited = try note(world).replacing(
      "Yes by id.\n", with: "Yes, by the id of the row.\n\nSeen in the log.\n")
    try world.disk.write(edited, to: Self.path)
    if isRead { #expect(world.run("refresh").code == .done) }
    // A refresh is a step of its own, of which nothing can be taken back.
    let undone = world.run("undo", isRead ? "2" : "1")
    #expect(undone.code == .done)
    #expect((undone.output + undone.errors).contains("that was left there"), "\(undone.output)")
    #expect(try note(world).replacing("- Does the office drop a row?\n", with: "") == edited)
    #expect(open(world) == ["what a leap second does", "Does the office drop a row?"])
    #expect(world.cards()[id] == nil)
    #expect(world.run("refresh", "--json").object["imported"] as? Int == 0)
    // Answered again, both are there.
    #expect(world.run("explain", "--answer", "2", "By its number too.").code == .done)
    #expect(try note(world) == edited + "\nBy its number too.\n")
    #expect(open(world) == ["what a leap second does"])
    #expect(world.run("doctor").code == .done)
  }

  @Test func whatIsSaidTwiceIsAskedOnce() throws {
    let world = try TestWorld()
    let said = world.run(
      "explain", "m", "--unsure", "Is the pool shared?", "--unsure", "Is the pool shared?")
    #expect(said.output.contains("What you are unsure of comes back"), "\(said.output)")
    #expect(said.output.contains("cards: 1 new"))
    #expect(open(world).count == 1)
    #expect(world.run("explain", "--answer", "1", "It is shared.").code == .done)
    #expect(open(world).isEmpty)
  }

  @Test func wrongNumbersAndNotesChangeNothing() throws {
    let world = try world()
    #expect(world.run("explain", "--answer", "3", "x y").code == .nothing)
    #expect(world.run("explain", "--answer", "zz", "x y").code == .nothing)
    #expect(world.run("explain", "--answer", "1", "  ").code == .usage)
    let before = try note(world)
    // An answer that makes no card is not written.
    #expect(world.run("explain", "--answer", "1", "?").code == .usage)
    #expect(try note(world) == before)
    // Edited by hand meanwhile: what stands there is followed first.
    try world.disk.write(before.replacing("- what a leap second does\n", with: ""), to: Self.path)
    let gone = world.run("explain", "--answer", "2", "Nothing at all.")
    #expect(gone.code == .failed)
    #expect(gone.errors.contains("no longer"))
    try world.disk.remove(Self.path)
    #expect(world.run("explain", "--answer", "1", "It does.").said.contains("is gone"))
    #expect(world.run("doctor").code == .done)
  }

  @Test func aShortAnswerIsAnAnswer() throws {
    let world = try world()
    #expect(world.run("explain", "--answer", "1", "Yes").code == .done)
    #expect(world.cards("kind:question").values.map { $0["answer"] as? String } == ["Yes"])
    #expect(world.run("explain", "--answer", "1", "```\n12 ms\n```").code == .done)
    #expect(open(world).isEmpty)
    #expect(world.run("explain", "--open").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test func aFileOfTheirOwnIsNotWritten() throws {
    let world = try TestWorld()
    let text = "---\nkind: explanation\ntopic: gate\n---\n## Still unsure\n- Is it watched?\n"
    try world.disk.write(text, to: "docs/gate.md")
    #expect(world.run("import", "docs").code == .done)
    let answer = world.run("explain", "--answer", "1", "It is watched.")
    #expect(answer.code == .failed)
    #expect(answer.errors.contains("a file of your own"))
    #expect(try world.disk.text("docs/gate.md") == text)
    // Answered there by hand, it is an ordinary card.
    try world.disk.write(
      text.replacing(
        "## Still unsure\n- Is it watched?\n", with: "## Since answered\n### Is it watched?\nBy two people.\n"
      ),
      to: "docs/gate.md")
    world.run("refresh")
    #expect(world.cards().values.map { $0["answer"] as? String } == ["By two people."])
  }

  // MARK: In the quiz

  @Test func theQuizAsksWhatIsKnownNow() throws {
    let world = try world()
    #expect(world.run("due", "--json").object["due"] as? Int == 0)
    world.clock.advance(days: 1)
    #expect(world.run("due", "--json").object["due"] as? Int == 2)
    // What says nothing leaves it open; that is no reason to end.
    world.typed = ["!!!", "", "", "^C"]
    #expect(world.run("quiz", "kind:open").errors.contains("leaves it open"))
    world.run("undo")
    // Nothing known of the one; the other is answered.
    world.typed = ["", "It drops it.", "", ""]
    let quiz = world.run("quiz", "kind:open")
    #expect(quiz.output.contains("You were unsure (the tide relay): "))
    #expect(quiz.output.contains("still open; it comes back in "))
    #expect(quiz.output.contains("asks for it from now on"))
    #expect(open(world).count == 1)
    #expect(try note(world).contains("\nIt drops it.\n"))
    #expect(world.run("doctor").code == .done)
    // It comes back until it is answered, never twice on a day.
    var asked = 0
    for _ in 0..<40 {
      world.clock.advance(days: 1)
      world.typed = [""]
      if world.run("quiz", "kind:open").code == .done { asked += 1 }
      world.typed = []
      #expect(world.run("quiz", "kind:open").code == .nothing)
    }
    #expect((4...12).contains(asked), "\(asked)")
    // However long it has been open, it is not known.
    let id = try #require(world.cards("kind:open").keys.first)
    for _ in 0..<3 {
      world.clock.advance(days: 60)
      world.run("grade", id, "5")
    }
    let card = try #require(world.cards()[id])
    #expect(card["interval"] as? Int ?? 0 > 21)
    #expect(card["state"] as? String == "learning")
    #expect(world.cards("is:mature")[id] == nil)
    #expect(world.cards("is:learning")[id] != nil)
  }

  @Test func aScriptMeetsItAsAnyOtherCard() throws {
    let world = try world()
    world.clock.advance(days: 1)
    let next = world.run("next", "--json").object
    #expect(next["kind"] as? String == "open")
    let id = try #require(next["id"] as? String)
    let grade = world.run("grade", id, "2", "--json").object
    #expect(grade["repeatToday"] as? Bool == false)
    #expect(world.run("doctor").code == .done)
    let log = world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    #expect(log.last?["kind"] as? String == "practice")
  }
}
