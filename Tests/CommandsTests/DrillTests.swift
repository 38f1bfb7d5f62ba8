import Commands
import TestSupport
import Testing

/// A symptom, suspicions before anything else, the evidence in steps, and the cause: asked, scored, and asked again.
@Suite struct DrillTests {
  private func world(drills: Bool = true) throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    if drills {
      try world.disk.write(DrillWorld.deck, to: "incidents.md")
      #expect(world.run("import", "--yes", "incidents.md").code == .done)
      try DrillWorld.makeDrills(in: world.disk.file("whet.db"))
    }
    return world
  }

  @Test func suspicionsComeFirstThenEvidenceThenTheCause() throws {
    let world = try world()
    let answer = world.type(DrillWorld.told, "debug", "drill")
    #expect(answer.code == .done, "\(answer.errors)\(answer.output)")
    #expect(answer.output == Golden.screen(answer.output, "drill"), "\(answer.output)")
    let event = try #require(world.log.last)
    #expect(event["kind"] as? String == "practice")
    // On the pool, that stood first at the end.
    #expect(event["confidence"] as? Int == 80)
    #expect(event["grade"] as? Int == 3)

    let history = world.run("debug", "drill", "--history", "--json").array
    #expect(history.first?["confidence"] as? [Int] == [0, 0, 80, 80])
    #expect(history.first?["first"] as? Bool == false)
    #expect(history.first?["led"] as? Int == 2)
    // (1 + 0.6² + 0.3²) / 2, (1 + 0.1² + 0.3²) / 2, and of 120: a third missing, 10 and 30 wrong, so 13/144.
    #expect(history.first?["brier"] as? [Double] == [0.725, 0.55, 0.0903, 0.0903])
    let shown = world.run("debug", "drill", "--history")
    #expect(shown.output.contains("0.73 → 0.09"), "\(shown.output)")
    #expect(shown.output.contains("first in 0 of 1, in three 0"))

    #expect(world.run("undo").output.contains("practice, grade 3"))
    #expect(world.run("debug", "drill", "--history").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test(arguments: [40, 60, 80]) func everyLineFits(columns: Int) throws {
    let world = try world()
    world.columns = columns
    let answer = world.type(DrillWorld.told, "debug", "drill")
    #expect(answer.code == .done)
    for line in answer.output.split(separator: "\n") where !line.contains("incidents.md") {
      #expect(line.count <= columns, "\(line)")
    }
  }

  @Test func nothingOfTheAnswerIsShownBeforeItIsAskedFor() throws {
    let world = try world()
    let before = world.type(Array(DrillWorld.told.prefix(4)) + ["^C"], "debug", "drill")
    #expect(before.code == .interrupted)
    for text in DrillWorld.evidence + [DrillWorld.cause] { #expect(!before.output.contains(text)) }
    let one = world.type(["", "^C"], "debug", "drill")
    #expect(one.output.contains(DrillWorld.evidence[0]))
    for text in DrillWorld.evidence.dropFirst() + [DrillWorld.cause] { #expect(!one.output.contains(text)) }
  }

  @Test func itGoesOnWhereItWasLeft() throws {
    for count in 1..<DrillWorld.told.count {
      let world = try world()
      let first = world.type(DrillWorld.told.prefix(count) + ["^C"], "debug", "drill")
      #expect(first.code == .interrupted)
      #expect(first.output.contains("Kept as it is; `debug drill` goes on here."))
      #expect(world.log.isEmpty)
      let rest = world.type(Array(DrillWorld.told.dropFirst(count)), "debug", "drill")
      #expect(rest.errors.contains("going on with what you began"))
      #expect(rest.code == .done, "\(count): \(rest.output)\(rest.errors)")
      let history = world.run("debug", "drill", "--history", "--json").array
      #expect(history.first?["confidence"] as? [Int] == [0, 0, 80, 80], "\(count)")
    }
  }

  @Test func leavingTwiceAndCtrlDLoseNothing() throws {
    let world = try world()
    #expect(world.type([], "debug", "drill").code == .done)
    #expect(world.type(["stale map"], "debug", "drill").code == .done)
    let sure = world.type(["60"], "debug", "drill")
    #expect(sure.output.contains("1> stale map"))
    let again = world.type(["^C"], "debug", "drill")
    #expect(again.output.contains("1> stale map  60"), "\(again.output)")
    #expect(world.run("debug", "drill", "--discard").code == .done)
    #expect(world.run("debug", "drill", "--discard").code == .nothing)
  }

  @Test func aSlipIsTakenBack() throws {
    let world = try world()
    let lines = ["undo", "stale map", "6", "undo", "60", "", "undo", "the pol", "undo", "^C"]
    let answer = world.type(lines, "debug", "drill")
    #expect(answer.errors.contains("taken back: 6\n"))
    #expect(answer.errors.contains("taken back: the pol\n"))
    // Before the first line, and behind what was shown.
    #expect(answer.errors.split(separator: "\n").count { $0.contains("nothing to take back") } == 2)
    let again = world.type(["^C"], "debug", "drill")
    #expect(again.output.contains("1   60  stale map"), "\(again.output)")
    #expect(!again.output.contains("the pol\n"))
  }

  @Test func nothingThatComesToMindIsFine() throws {
    let world = try world()
    let answer = world.type(["", "?", "solve", ""], "debug", "drill")
    #expect(answer.errors.contains("one guess is enough"))
    #expect(answer.output.contains("What else could be seen:"), "\(answer.output)")
    #expect(answer.output.contains("not among them this time"))
    #expect(world.log.last?["grade"] as? Int == 0)
    #expect(world.log.last?["confidence"] is Int == false)
  }

  @Test func thePersonDecidesWhichItWasAndHowItWent() throws {
    let world = try world()
    let lines = ["stale map", "60", "odd shops", "40", "", "solve", "7", "1 2", "9", "4"]
    let answer = world.type(lines, "debug", "drill")
    #expect(answer.output.contains("first from the start"), "\(answer.output)")
    #expect(answer.errors.contains("numbers of those that it was"))
    #expect(world.log.last?["grade"] as? Int == 4)
    let history = world.run("debug", "drill", "--history", "--json").array
    #expect(history.first?["confidence"] as? [Int] == [100, 100])
    #expect(history.first?["revealed"] as? Int == 1)
  }

  @Test func whatIsDueLongestComesFirstAndWordsChoose() throws {
    let world = try world()
    #expect(world.type(["two schedulers", "90", "", "", ""], "debug", "drill", "invoices").code == .done)
    #expect(world.run("debug", "drill", "nothing-like-this").code == .nothing)
    // The other one is new, so it comes before what was asked today.
    #expect(world.run("debug", "drill", "--json").object["symptom"] as? String == DrillWorld.symptom)
    let id = try #require(world.id(ofPrompt: "The nightly invoices are sent twice."))
    #expect(world.run("debug", "drill", id, "--json").object["id"] as? String == id)
    #expect(world.type(DrillWorld.told, "debug", "drill").code == .done)
    // None is due: it can be done all the same.
    let early = world.type(["^C"], "debug", "drill")
    #expect(early.errors.contains("none is due; this one comes early"), "\(early.errors)")
    #expect(world.run("suspend", id).code == .done)
    #expect(world.run("debug", "drill", id).code == .nothing)
  }

  @Test func withoutADrillItSaysWhereTheyComeFrom() throws {
    let world = try world(drills: false)
    for words in [["debug", "drill"], ["debug", "drill", "--json"], ["debug", "drill", "--discard"]] {
      let answer = world.run(words)
      #expect(answer.code == .nothing)
      #expect(answer.errors.contains("no drill yet: solved investigations and imported incident reports"))
      #expect(answer.errors.contains("what a card asks already in the same words does not"))
    }
    #expect(world.run("debug", "drill", "--history").code == .nothing)
    #expect(world.run("debug", "drill", "--history", "--json").output == "[]\n")
  }

  @Test func itComesInTheQuizOnItsDay() throws {
    let world = try world()
    for id in world.cards().filter({ $0.value["prompt"] as? String != DrillWorld.symptom }).keys {
      world.run("suspend", id)
    }
    let paused = world.type(["", "stale shard map in one pod", "^C"], "quiz")
    #expect(paused.code == .interrupted)
    #expect(paused.output.contains("Checkout answers 500"))
    let answer = world.type(["x", ""] + DrillWorld.told.dropFirst(), "quiz")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(answer.output.contains("1 answered, 1 recalled"), "\(answer.output)")
    #expect(world.run("due").code == .nothing)
    world.clock.advance(days: 1)
    #expect(world.run("next", "--json").object["kind"] as? String == "drill")
    #expect(world.run("doctor").code == .done)
  }

  @Test func linesOnAPipeAreTheSame() throws {
    let world = try world()
    world.columns = nil
    let answer = world.run(["debug", "drill"], input: DrillWorld.told.joined(separator: "\n"))
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(world.log.last?["grade"] as? Int == 3)
    // What is no longer said stays as it is.
    let short = world.run(["debug", "drill", "invoices"], input: "two schedulers start the job\n70")
    #expect(short.code == .done, "\(short.errors)")
    #expect(world.log.last?["grade"] as? Int == 5)
    let empty = try self.world()
    #expect(empty.run("debug", "drill").code == .usage)
    #expect(empty.run(["debug", "drill"], input: "stale map").code == .usage)
    // It was kept, and the number is what is still missing.
    #expect(empty.run("debug", "drill", "--json").object["asks"] as? String == "sure")
    #expect(empty.run("debug", "drill", "--json", "--sure", "60").object["asks"] as? String == "hypothesis")
  }

  @Test func whatIsTypedReachesNoTerminalAsItIs() throws {
    let world = try world()
    let told = ["a \u{1b}[31mred\u{7} pool\u{0}", "60", "", "", "", "", "0", ""]
    let answer = world.type(told, "debug", "drill")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(!answer.output.contains("\u{1b}") && !answer.output.contains("\u{7}"))
    let shown = world.run("debug", "drill", "--history")
    #expect(shown.code == .done && !shown.output.contains("\u{1b}"))
  }

  private static let report = """
    # Post-mortem: orders stuck in the queue

    Date: 2026-01-14

    ## Impact

    Orders of the evening stayed in the queue for two hours, and nobody was told.

    ## Timeline

    - 18:02 The queue's length began to grow.
    - 18:20 Every worker showed an idle processor.
    - 18:40 One message was found at the head of each partition.

    ## Root cause

    A message without a currency made each worker retry it forever, so that nothing behind it was taken.

    ## Resolution

    The message was moved to a dead letter queue after three attempts.
    """

  @Test func anImportedReportBecomesADrill() throws {
    let world = try world(drills: false)
    try world.disk.write(Self.report, to: "docs/postmortems/2026-01-14-orders-stuck.md")
    #expect(world.run("import", "--yes", "docs").code == .done)
    let state = world.run("debug", "drill", "--json").object
    let steps = try #require(state["steps"] as? Int)
    #expect(steps > 0)
    #expect((state["symptom"] as? String)?.contains("currency") == false)
    let answer = world.type(
      ["a message that is retried forever blocks the workers", "70"] + Array(repeating: "", count: steps + 3),
      "debug", "drill")
    #expect(answer.output.contains("The cause was first from the start."), "\(answer.output)")
    #expect(world.run("refresh").code == .done)
    #expect(world.run("debug", "drill", "--history", "--json").array.count == 1)
    #expect(world.run("doctor").code == .done)
  }
}
