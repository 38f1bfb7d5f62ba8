import Commands
import Foundation
import TestSupport
import Testing

@Suite struct ReviewTests {
  private func world(_ deck: String) throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write(deck, to: "deck.md")
    #expect(world.run("import", "deck.md").code == .done)
    return world
  }

  private static let two = "Q: one?\nA: 1\n\nQ: two?\nA: 2\n"

  @Test func aDayFromBeginningToEnd() throws {
    let world = try world(Self.two)
    #expect(world.run("due", "--json").output == "{\"due\":0,\"new\":2,\"overdue\":0,\"minutes\":1}\n")
    let first = world.run("next", "--json").object
    #expect(first["prompt"] as? String == "one?")
    #expect(first["answer"] == nil)
    let id = try #require(first["id"] as? String)
    #expect(world.run("next", "--answer", "--json").object["answer"] as? String == "1")

    let failed = world.run("grade", id, "2", "--json").object
    #expect(failed["interval"] as? Int == 1)
    #expect(failed["due"] as? String == "2026-03-03")
    #expect(failed["scheduler"] as? String == "sm2")
    #expect(failed["repeatToday"] as? Bool == true)

    // The other comes first, then the failed one again.
    let second = try #require(world.run("next", "--json").object["id"] as? String)
    #expect(second != id)
    world.run("grade", second, "4")
    #expect(world.run("next", "--json").object["id"] as? String == id)
    world.run("grade", id, "4")
    #expect(world.run("next").code == .nothing)
    #expect(world.run("due").code == .nothing)
    #expect(world.run("due", "--prompt").output.isEmpty)

    world.clock.advance(days: 1)
    #expect(world.run("due", "--prompt").output == "2\n")
    #expect(world.run("due", "--json").object["overdue"] as? Int == 0)
    world.clock.advance(days: 3)
    #expect(world.run("due", "--json").object["overdue"] as? Int == 2)
  }

  @Test func theNewAndTheReviewsOfADayHaveLimits() throws {
    let world = try world((1...30).map { "Q: q\($0)?\nA: a\($0)\n" }.joined(separator: "\n"))
    world.run("config", "new-per-day", "4")
    #expect(world.run("due", "--json").object["new"] as? Int == 4)
    for left in (0..<4).reversed() {
      let id = try #require(world.run("next", "--json").object["id"] as? String)
      world.run("grade", id, "4")
      #expect(world.run("due", "--json").object["new"] as? Int == left)
    }
    #expect(world.run("next").code == .nothing)
    world.run("config", "reviews-per-day", "3")
    world.clock.advance(days: 1)
    let due = world.run("due", "--json").object
    #expect(due["due"] as? Int == 3)
    #expect(due["new"] as? Int == 4)
  }

  @Test func siblingsComeOnDifferentDays() throws {
    let deck = "# Deck\n\n## A\nQ: a1?\nA: x\n\nQ: a2?\nA: y\n\n## B\nC: one [b1] and [b2]\n"
    let world = try world(deck)
    #expect(world.run("due", "--json").object["new"] as? Int == 2)
    let first = try #require(world.run("next", "--json").object["id"] as? String)
    world.run("grade", first, "4")
    let second = try #require(world.run("next", "--json").object["id"] as? String)
    world.run("grade", second, "4")
    #expect(world.run("next").code == .nothing)
    world.run("config", "siblings", "together")
    #expect(world.run("due", "--json").object["new"] as? Int == 2)
  }

  @Test func coreComesFirstAndTransientNever() throws {
    let world = try world(Self.two + "\nQ: three?\nA: 3\n")
    let one = try #require(world.id(ofPrompt: "one?"))
    let two = try #require(world.id(ofPrompt: "two?"))
    let three = try #require(world.id(ofPrompt: "three?"))
    world.run("tier", three, "core")
    world.run("tier", one, "transient")
    #expect(world.run("next", "--json").object["id"] as? String == three)
    world.run("grade", three, "5")
    #expect(world.run("next", "--json").object["id"] as? String == two)
    world.run("grade", two, "5")
    #expect(world.run("next").code == .nothing)
  }

  @Test func theOrderIsTheSameHoweverOftenItIsAsked() throws {
    let world = try TestWorld()
    for deck in ["a", "b", "c"] {
      try world.disk.write(
        (1...9).map { "Q: \(deck)\($0)?\nA: x\n" }.joined(separator: "\n"), to: "\(deck).md")
    }
    world.run("import", ".")
    world.run("config", "new-per-day", "50")
    var decks: [String] = []
    while let next = world.run("next", "--json").json as? [String: Any] {
      #expect(world.run("next", "--json").object["id"] as? String == next["id"] as? String)
      decks.append(next["deck"] as? String ?? "")
      world.run("grade", next["id"] as? String ?? "", "4")
    }
    #expect(decks.count == 27)
    #expect(!zip(decks, decks.dropFirst()).contains { $0 == $1 })
  }

  @Test func whatFailedWaitsItsTurn() throws {
    let world = try world(Self.two)
    let one = try #require(world.id(ofPrompt: "one?"))
    let two = try #require(world.id(ofPrompt: "two?"))
    // The clock stands still all the while.
    world.run("grade", one, "1")
    world.run("grade", two, "1")
    for id in [one, two, one, two] {
      #expect(world.run("next", "--json").object["id"] as? String == id)
      world.run("grade", id, "1")
    }
  }

  @Test func undoGoesBackAsFarAsYouLike() throws {
    let world = try world(Self.two)
    let id = try #require(world.id(ofPrompt: "one?"))
    let before = world.cards()[id].map { NSDictionary(dictionary: $0) }
    for grade in ["4", "0", "5"] { world.run("grade", id, grade) }
    world.run("suspend", id)
    world.run("edit", id, "--answer", "another")
    world.run("tag", id, "x", "y")
    world.run("tier", id, "core")
    let undone = world.run("undo", "7", "--json").object["undone"] as? [[String: Any]]
    #expect(undone?.compactMap { $0["deed"] as? String }.count == 7)
    #expect(world.cards()[id].map { NSDictionary(dictionary: $0) } == before)
    #expect(world.run("undo", "100").output.hasPrefix("took back: import"))
    #expect(world.run("undo").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test func changingTheSchedulerFoldsTheLogAgain() throws {
    let world = try world(Self.two)
    let id = try #require(world.id(ofPrompt: "one?"))
    for _ in 0..<4 {
      world.run("grade", id, "5")
      world.clock.advance(days: 1)
    }
    let sm2 = world.cards()[id]?["interval"] as? Int
    world.run("config", "scheduler", "sm2-classic")
    #expect(world.cards()[id]?["interval"] as? Int == 50)
    #expect(world.run("doctor").code == .done)
    world.run("config", "scheduler", "--unset")
    #expect(world.cards()[id]?["interval"] as? Int == sm2)
  }

  @Test func whatIsNotSoIsFoundToo() throws {
    let world = try world(Self.two)
    let id = try #require(world.id(ofPrompt: "one?"))
    world.run("grade", id, "4")
    #expect(world.cards("-is:due").count == 2)
    #expect(world.cards("-is:stale").count == 2)
    #expect(world.cards("-is:new").keys.sorted() == [id])
  }

  @Test func leechesAreMarked() throws {
    let world = try world(Self.two)
    world.run("config", "leech-lapses", "2")
    let id = try #require(world.id(ofPrompt: "one?"))
    for grade in ["4", "1", "4", "1"] { world.run("grade", id, grade) }
    #expect(world.cards("is:leech").keys.sorted() == [id])
  }

  @Test(arguments: [
    (["grade"], "grade needs ID"), (["grade", "x"], "grade needs 0..5"),
    (["grade", "x", "6"], "from 0 to 5"),
    (["grade", "x", "4", "5"], "one word too many"), (["due", "--promt"], "did you mean \"--prompt\"?"),
    (["nxt"], "did you mean \"next\"?"), (["config", "schedular"], "did you mean \"scheduler\"?"),
    (["config", "new-per-day", "many"], "from 0 to 9999"), (["cards", "is:du"], "did you mean \"due\"?"),
    (["cards", "foo:bar"], "there are deck, kind, tier, tag, is, source"),
    (["cards", "dekc:shop"], "did you mean \"deck\"?"),
    (["tier", "x", "cor"], "did you mean \"core\"?"), (["undo", "0"], "a whole number from 1"),
    (["grade", "x", "4", "--confidence", "101"], "from 0 to 100"), (["add"], "add needs --prompt"),
    (["retire", "deck:deck"], "Say --yes"), (["--nonsense"], "no flag --nonsense"),
    (["export", "xml"], "no format \"xml\""), (["simulate", "7"], "from 0 to 5"),
  ])
  func whatIsNotUnderstoodIsSaid(words: [String], part: String) throws {
    let answer = try world(Self.two).run(words)
    #expect(answer.code == .usage)
    #expect(answer.errors.contains(part), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func anUnknownCardIsNotFound() throws {
    let answer = try world(Self.two).run("show", "zzzz")
    #expect(answer.code == .nothing)
    #expect(answer.errors.contains("no card \"zzzz\""))
  }

  @Test func aPipeIsReadOneCommandALine() throws {
    let world = try world(Self.two)
    let id = try #require(world.id(ofPrompt: "one?"))
    let answer = world.run(["--json"], input: "due\nnonsense\ngrade \(id) 4\n# a remark\n\nnext\n")
    #expect(answer.code == .usage)
    #expect(answer.output.split(separator: "\n").count == 3)
  }

  /// The steps stand in the text, which comes before the table that refers to them.
  @Test func theHelpOfDebugPointsToItsStepsWhereverTheyStand() throws {
    let help = try TestWorld().run("help", "debug").output
    #expect(help.contains("or one of the steps"))
    #expect(!help.contains("below"))
  }

  @Test func everyCommandHasHelp() throws {
    let world = try TestWorld()
    for command in Registry.commands {
      let answer = world.run("help", command.name)
      #expect(answer.code == .done)
      #expect(answer.output.contains("usage: whet \(command.name)"))
      #expect(world.run(command.name, "--help").output == answer.output)
      #expect(!command.examples.isEmpty)
    }
  }
}
