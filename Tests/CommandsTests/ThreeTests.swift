import Commands
import TestSupport
import Testing

/// The three decisions from memory: asked, laid beside the records, scored, and asked again.
@Suite struct ThreeTests {
  private func world(keys: [String] = ["1", "2", "3"], records: Bool = true) throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    try world.disk.write("ref: x\n", to: "shop/.git/HEAD")
    world.folder = "shop"
    if records {
      for (path, text) in ShopWorld.records { try world.disk.write(text, to: path) }
      #expect(world.run("import", "--yes", "docs/adr").code == .done)
      if !keys.isEmpty { #expect(world.run(["key"] + keys).code == .done) }
    }
    return world
  }

  @Test func allIsSaidBeforeAnythingIsShown() throws {
    let world = try world()
    let answer = world.type(ShopWorld.told + ["", "", "2 1 0"], "three")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(answer.output.hasPrefix("The three most important decisions in shop, and why. Do not look."))
    #expect(
      answer.output.contains("Append to the ledger                  2    1      0\n"), "\(answer.output)")
    #expect(answer.output.contains("15 of 18 points · again in 7 days"))
    let card = try #require(world.cards("kind:three").values.first)
    #expect(card["due"] as? String == "2026-03-09")
    #expect(world.log.last?["kind"] as? String == "practice")
    // 89, 78 and 67 of 100, on average.
    #expect(world.log.last?["confidence"] as? Int == 78)

    #expect(world.run("undo").output.contains("practice, grade 4"))
    #expect(world.run("three", "--history").code == .nothing)
    #expect(world.run("doctor").code == .done)
    #expect(world.run("refresh").code == .done)
    #expect(world.cards("kind:three").count == 1)
  }

  @Test func nothingOfTheRecordsIsShownWhileItIsAsked() throws {
    let world = try world()
    let before = world.type(ShopWorld.told.dropLast() + ["^C"], "three")
    #expect(before.code == .interrupted)
    for words in ["Publish", "Keep all", "auditors", "broker"] { #expect(!before.output.contains(words)) }
  }

  @Test func whatWasPassedOverIsToldGently() throws {
    let world = try world()
    world.clock.advance(days: 40)
    let answer = world.type(["the outbox", "", "", "", "", "", ""], "three")
    #expect(answer.code == .done)
    #expect(answer.output.contains("not named; you marked it as key in March"))
    #expect(answer.output.contains("2 of 18 points"))
    // What is none of them is an answer, too.
    #expect(
      world.type(["a bigger oven", "", "", "", "", "", "", "", ""], "three").output.contains(
        "0 of 18 points"))
    #expect(world.run("three", "--history").output.contains("2 0"))
  }

  @Test func whereNothingWasSaidNothingIsKept() throws {
    let world = try world()
    let answer = world.type(["", "", ""], "three")
    #expect(answer.code == .nothing && answer.errors.contains("nothing was said, so nothing is kept"))
    #expect(world.log.isEmpty && world.cards("kind:three").isEmpty)
    #expect(world.run("three", "--discard").code == .nothing)
    // In the quiz it is not due any less, and the quiz goes on.
    world.run("three", "--answer", "the outbox")
    world.clock.advance(days: 7)
    let quiz = world.type(["", "", "", "", "^C"], "quiz", "kind:three")
    #expect(quiz.errors.contains("stays for later"), "\(quiz.output)\(quiz.errors)")
    #expect(world.log.count == 1)
  }

  @Test func aPlainRecordHasItsReasonAndItsPriceToo() throws {
    let world = try world(records: false)
    try world.disk.write(
      """
      # Use SQLite as the store

      ## Status

      Accepted

      ## Context

      Orders come from one process.

      ## Decision

      We write them to one file so that no event is lost.

      ## Consequences

      Only one writer at a time; we accept that concurrent writes wait.
      """, to: "shop/docs/adr/0001-sqlite.md")
    #expect(world.run("import", "--yes", "docs/adr").code == .done)
    #expect(world.run("key", "1").code == .done)
    func points(_ why: String, _ price: String) throws -> [Int?] {
      let told = world.run("three", "--json", "--answer", "sqlite", "--why", why, "--price", price).object
      let row = try #require((told["decisions"] as? [[String: Any]])?.first)
      return [row["named"] as? Int, row["why"] as? Int, row["price"] as? Int]
    }
    #expect(try points("no event is lost", "only one writer, concurrent writes wait") == [2, 2, 2])
    #expect(try points("it was fashionable", "unicorns") == [2, 0, 0])
  }

  @Test func whereARecordSaysNothingTheWorthIsForThePersonToSay() throws {
    let world = try world(records: false)
    let bare =
      "# Use SQLite as the store\n\n## Status\n\nAccepted\n\n## Decision\n\nWe use SQLite for orders.\n"
    try world.disk.write(bare, to: "shop/docs/adr/0001-sqlite.md")
    #expect(world.run("import", "--yes", "docs/adr").code == .done)
    #expect(world.run("key", "1").code == .done)
    let answer = world.type(["sqlite", "", "", "unicorns", "", "", ""], "three")
    #expect(answer.output.contains("price: the record does not say; what it is worth you say"))
    #expect(answer.output.contains("3 of 6 points"), "\(answer.output)")
  }

  @Test func itGoesOnWhereItWasLeft() throws {
    for count in 1..<ShopWorld.told.count {
      let world = try world()
      let first = world.type(ShopWorld.told.prefix(count) + ["^C"], "three")
      #expect(first.code == .interrupted)
      #expect(first.output.contains("Kept as it is"))
      #expect(world.log.isEmpty)
      let rest = world.type(Array(ShopWorld.told.dropFirst(count)), "three")
      #expect(rest.errors.contains("going on with what you began"))
      // Ctrl-D where the points are decided: the answers are kept.
      #expect(world.log.isEmpty)
      let again = world.type(["", "", ""], "three")
      #expect(again.output.contains("18 of 18 points"), "\(count): \(again.output)")
    }
  }

  @Test func aBegunOneCanBeThrownAway() throws {
    let world = try world()
    #expect(world.run("three", "--discard").code == .nothing)
    _ = world.type(["outbox", "^C"], "three")
    #expect(world.run("three", "--discard").code == .done)
    #expect(world.run("three", "--discard").code == .nothing)
  }

  @Test func withoutRecordsOnesOwnAnswersAreTheReference() throws {
    let world = try world(records: false)
    let first = world.type(
      ["feature flags", "5", "we can turn back quickly", "dead code piles up", "", "", ""], "three")
    #expect(first.output.contains("6 of 18 points"), "\(first.output)\(first.errors)")
    #expect(first.output.contains("“feature flags” is no record yet; `decide feature flags` writes one."))
    world.clock.advance(days: 7)
    let second = world.type(["the monolith", "", "one deploy", "", "", "", "", ""], "three")
    #expect(second.output.contains("not named; you did in March"))
    #expect(
      second.output.contains("We can turn back quickly") || second.output.contains("we can turn back quickly")
    )
    world.clock.advance(days: 7)
    let third = world.run("three", "--json", "--answer", "flags for features", "--why", "turn back quickly")
      .object
    let rows = third["decisions"] as? [[String: Any]] ?? []
    #expect(rows.first?["title"] as? String == "feature flags")
    #expect(rows.first?["why"] as? Int == 2)
    #expect(rows.count == 2)
    #expect(world.run("doctor").code == .done)
  }

  @Test func recordsThatNobodyMarkedAreOfferedAsKey() throws {
    let world = try world(keys: [])
    let answer = world.type(["the outbox", "", "", "", "", "", "", "k"], "three")
    #expect(answer.output.contains("is a record that is not marked as key"), "\(answer.output)")
    #expect(answer.output.contains("“Publish events through an outbox” is key now"))
    #expect((world.run("key", "--json").object["keys"] as? [Any])?.count == 1)
  }

  @Test func whatIsNoRecordCanBeWritten() throws {
    let world = try world()
    world.editor = TestEditor { $0 + "\nWe chose flags, because we can turn back.\n" }
    let answer = world.type(["use feature flags", "", "", "", "", "", "", "", "", "d", "A"], "three")
    #expect(
      answer.output.contains("wrote docs/adr/0004-use-feature-flags.md"), "\(answer.output)\(answer.errors)")
  }

  @Test func itComesInTheQuizOnItsDay() throws {
    let world = try world()
    world.run("three", "--answer", "the outbox")
    for id in world.cards().filter({ $0.value["kind"] as? String != "three" }).keys {
      world.run("suspend", id)
    }
    world.clock.advance(days: 6)
    #expect(world.run("due").code == .nothing)
    world.clock.advance(days: 1)
    #expect(world.run("next", "--json").object["kind"] as? String == "three")
    let paused = world.type(["", "the outbox", "^C"], "quiz")
    #expect(paused.code == .interrupted)
    let answer = world.type([""] + ShopWorld.told.dropFirst() + ["", "", ""], "quiz")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(answer.output.contains("18 of 18 points"), "\(answer.output)")
    #expect(answer.output.contains("1 answered, 1 recalled"))
    #expect(world.run("due").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test func onceAQuarterItAsksWhetherTheyStillStand() throws {
    let world = try world()
    let told = ShopWorld.told + ["", "", ""]
    #expect(!world.type(told, "three").output.contains("A quarter"))
    world.clock.advance(days: 91)
    let answer = world.type(told + ["n", "1 2"], "three")
    #expect(answer.output.contains("key decision "), "\(answer.output)")
    #expect((world.run("key", "--json").object["keys"] as? [Any])?.count == 2)
    // Not again before the next quarter.
    let next = world.type(told + ["n", "3"], "three")
    #expect((world.run("key", "--json").object["keys"] as? [Any])?.count == 2)
    #expect(next.output.contains("of 12 points"))
  }

  @Test func scriptsAnswerWithFlagsAndLines() throws {
    let world = try world()
    let flags = world.run(
      "three", "--json", "--answer", "outbox", "--confidence", "90", "--answer", "the ledger", "--why",
      "auditors see every correction")
    #expect(flags.object["points"] as? Int == 6)
    #expect(flags.object["of"] as? Int == 18)
    let rows = flags.object["decisions"] as? [[String: Any]] ?? []
    #expect(rows.map { $0["why"] as? Int } == [0, 0, 2])
    let lines = world.run(["three"], input: ShopWorld.told.joined(separator: "\n"))
    #expect(lines.output.contains("18 of 18 points"), "\(lines.output)")
    #expect(world.run("three").code == .usage)
    #expect(world.run("three", "--why", "so").code == .usage)
    #expect(world.run("three", "--answer", "a", "--confidence", "101").code == .usage)
    #expect(world.run("three", "--history", "--answer", "a").code == .usage)
    #expect(world.run("three", "--all", "--answer", "a").code == .usage)
    #expect(
      world.run("three", "--answer", "a", "--answer", "b", "--answer", "c", "--answer", "d").code == .usage)
    let history = world.run("three", "--history", "--json").array
    #expect(history.map { $0["trend"] as? String } == ["better", "better", "better"])
  }

  /// Told on each day that it is due: well at first, then one of three, then two, then all.
  @Test func theScheduleOfAQuarter() throws {
    let world = try world()
    var story: [String] = []
    let lengths = [12, 4, 8, 12]
    var day = 0
    while day < 91 {
      let input = ShopWorld.told.prefix(lengths[min(story.count, lengths.count - 1)]).joined(separator: "\n")
      #expect(world.run(["three"], input: input).code == .done)
      let card = try #require(world.cards("kind:three").values.first)
      let interval = try #require(card["interval"] as? Int)
      story.append("day \(day): again in \(interval)")
      day += interval
      world.clock.advance(days: interval)
    }
    #expect(story == Self.quarter, "\(story)")
  }

  private static let quarter = [
    "day 0: again in 7", "day 7: again in 7", "day 14: again in 7", "day 21: again in 63",
    "day 84: again in 182",
  ]

  // MARK: key

  @Test func keyProposesByWhatHangsOnADecision() throws {
    let world = try world(keys: [])
    let list = world.run("key")
    #expect(list.code == .done)
    #expect(list.output.contains("2 records refer to it, stands for 1 year"), "\(list.output)")
    let candidates = world.run("key", "--json").object["candidates"] as? [[String: Any]] ?? []
    #expect(candidates.map { $0["number"] as? String } == ["0001", "0002", "0003"])
    #expect(world.type(["1, 99", "1 3"], "key").output.contains("“Append to the ledger” is key now"))
    #expect(
      (world.run("key", "--json").object["keys"] as? [[String: Any]])?.first?["since"] as? String
        == "2026-03-02")
  }

  @Test func keysAreMarkedAndUnmarkedByNumberOrId() throws {
    let world = try world(keys: [])
    let id = try #require(world.cards("source:ledger").keys.first)
    #expect(world.run("key", id, "0001").code == .done)
    #expect(world.run("key", "1").errors.contains("marked already"))
    #expect(world.run("key", "--remove", "1", "3").output.contains("no longer marked"))
    #expect(world.run("key", "--remove", "1").errors.contains("was not marked"))
    // All or none.
    #expect(world.run("key", "1", "77").code == .nothing)
    #expect((world.run("key", "--json").object["keys"] as? [Any])?.isEmpty == true)
    #expect(world.run("key", "--remove").code == .usage)
    #expect(try TestWorld().run("key").code == .nothing)
  }

  private func keys(_ world: TestWorld) -> [String?] {
    (world.run("key", "--json").object["keys"] as? [[String: Any]] ?? []).map { $0["number"] as? String }
  }

  @Test func undoTakesMarksBackInTheirPlaceAmongTheRest() throws {
    let world = try world(keys: [])
    let card = try #require(world.cards("source:ledger").keys.first)
    world.run("grade", card, "4")
    world.run("key", "1", "2")
    world.clock.advance(days: 3)
    world.run("key", "--remove", "1", "3")
    world.run("grade", card, "5")
    world.run("key", "3")
    #expect(keys(world) == ["0002", "0003"])

    #expect(world.run("undo").output == "took back: key · Append to the ledger\n")
    #expect(keys(world) == ["0002"])
    #expect(world.run("undo").output.contains("grade 5"))
    #expect(world.run("undo").output == "took back: key --remove · Publish events through an outbox\n")
    let back = world.run("key", "--json").object["keys"] as? [[String: Any]] ?? []
    #expect(back.first?["since"] as? String == "2026-03-02")
    let both = world.run("undo", "2", "--json").object["undone"] as? [[String: Any]] ?? []
    #expect(both.map { $0["deed"] as? String } == ["key", "key", "grade 4"])
    #expect(both.map { $0["id"] as? String } == [nil, nil, card])
    #expect(keys(world).isEmpty)
    #expect(world.run("undo").output.hasPrefix("took back: import docs/adr"))
    #expect(world.run("undo").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test func whatChangedNoMarkIsNoStepBack() throws {
    let world = try world(keys: ["1"])
    world.run("key", "1")
    world.run("key", "--remove", "2")
    world.run("key", "1", "77")
    #expect(world.run("undo").output.contains("took back: key · Publish events"))
    #expect(world.run("undo").output.hasPrefix("took back: import docs/adr"))
  }

  @Test func aMarkStaysWithItsRecordWhereverItsFileGoes() throws {
    let world = try world(keys: ["1"])
    try world.disk.write(
      try world.disk.text("shop/docs/adr/0001-outbox.md"), to: "shop/docs/adr/0009-outbox.md")
    try world.disk.remove("shop/docs/adr/0001-outbox.md")
    #expect(world.run("refresh").code == .done)
    let keys = world.run("key", "--json").object["keys"] as? [[String: Any]] ?? []
    #expect((keys.first?["path"] as? String)?.hasSuffix("0009-outbox.md") == true)
  }
}
