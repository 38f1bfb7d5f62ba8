import Commands
import Foundation
import TestSupport
import Testing

/// A drill that an editor leads, flag by flag.
@Suite struct DrillScriptTests {
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write(DrillWorld.deck, to: "incidents.md")
    #expect(world.run("import", "--yes", "incidents.md").code == .done)
    try DrillWorld.makeDrills(in: world.disk.file("whet.db"))
    return world
  }

  @Test func eachStepIsACall() throws {
    let world = try world()
    func step(_ flags: String...) -> [String: Any] {
      let answer = world.run(["debug", "drill", "--json"] + flags)
      #expect(answer.code == .done, "\(flags): \(answer.errors)")
      return answer.object
    }
    let look = step()
    #expect(look["symptom"] as? String == DrillWorld.symptom && look["steps"] as? Int == 3)
    #expect(look["id"] is String && look["asks"] as? String == "hypothesis" && look["cause"] == nil)
    let named = step(
      "--hypothesis", "a stale map", "--sure", "60", "--hypothesis", "a cache, key=tenant", "--sure", "30 %")
    let hypotheses = named["hypotheses"] as? [[String: Any]] ?? []
    #expect(hypotheses.map { $0["text"] as? String } == ["a stale map", "a cache, key=tenant"])
    #expect(hypotheses.map { $0["sure"] as? Int } == [60, 30])
    let second = step(
      "--reveal", "2", "--reweigh", "1=10", "--hypothesis", "the connection pool is too small", "--sure", "80"
    )
    #expect(second["evidence"] as? [String] == Array(DrillWorld.evidence.prefix(2)))
    #expect(second["asks"] as? String == "reweigh" && second["cause"] == nil)
    // A look changes nothing.
    #expect(NSDictionary(dictionary: step()) == NSDictionary(dictionary: second))
    let solved = step("--solve")
    #expect(solved["cause"] as? String == DrillWorld.cause && solved["proposed"] as? [Int] == [3])
    #expect(solved["allEvidence"] as? [String] == DrillWorld.evidence)
    let over = step("--which", "3")
    #expect(over["asks"] is NSNull && over["grade"] as? Int == 3 && over["interval"] as? Int == 1)
    #expect(over["confidence"] as? [Int] == [0, 0, 80] && over["led"] as? Int == 2)
    let places = over["places"] as? [Any] ?? []
    #expect(places.count == 3 && places[1] is NSNull && places[2] as? Int == 1)
    // The other drill is next.
    #expect(step()["symptom"] as? String == "The nightly invoices are sent twice.")
    #expect(world.run("doctor").code == .done)
  }

  @Test func allOfItIsOneCall() throws {
    let world = try world()
    let answer = world.run(
      "debug", "drill", "invoices", "--hypothesis", "two schedulers", "--sure", "70", "--solve", "--which",
      "1",
      "--grade",
      "4")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(answer.output.contains("The job was started by two schedulers."))
    #expect(answer.output.contains("again in"), "\(answer.output)")
    #expect(world.run("debug", "drill", "--history", "--json").array.count == 1)
    let silent = world.run("debug", "drill", "--solve", "--json").object
    #expect(silent["grade"] as? Int == 0 && silent["brier"] as? [Double] == [0.5])
  }

  private static let map = ["--hypothesis", "map", "--sure", "50"]

  @Test(arguments: [
    ["--hypothesis", "stale map"], ["--hypothesis", "stale map", "--sure", "101"],
    ["--hypothesis", "", "--sure", "50"], ["--hypothesis", "solve", "--sure", "50"],
    ["--hypothesis", "?", "--sure", "50"], ["--hypothesis", "map", "--hypothesis", "pool", "--sure", "5"],
    ["--sure", "50"], Self.map + ["--sure", "20"], Self.map + ["--reweigh", "1=20"],
    Self.map + ["--reveal", "1", "--reweigh", "2=20"], Self.map + ["--reveal", "1", "--reweigh", "1"],
    Self.map + ["--reveal", "1", "--reweigh", "1=2=3"], ["--reveal", "4"], ["--reveal", "0"],
    ["--reveal", "x"],
    ["--which", "1"], ["--grade", "3"], Self.map + ["--solve", "--which", "2"],
    Self.map + ["--solve", "--which", "x"],
    Self.map + ["--solve", "--which", "none", "--which", "1"], Self.map + ["--solve"] + Self.map,
    Self.map + ["--solve", "--which", "1", "--grade", "6"], ["--history", "--solve"],
    ["--discard", "--history"],
    ["--area", "api"],
  ])
  func whatCannotBeIsSaidAndNothingIsKept(flags: [String]) throws {
    let world = try world()
    let before = world.run("debug", "drill", "--json").output
    let answer = world.run(["debug", "drill"] + flags)
    #expect(answer.code == .usage, "\(answer.output)")
    #expect(world.run("debug", "drill", "--json").output == before)
    #expect(world.run("debug", "drill", "--history").code == .nothing)
  }

  /// A terminal and flags can take turns.
  @Test func aScriptGoesOnWithWhatAPersonBegan() throws {
    let world = try world()
    world.environment["NO_COLOR"] = "1"
    world.typed = ["the connection pool", "50", "", "^C"]
    world.columns = 80
    #expect(world.run("debug", "drill").code == .interrupted)
    world.typed = nil
    #expect(world.run("debug", "drill", "--json").object["revealed"] as? Int == 1)
    let shown = world.run("debug", "drill", "--reweigh", "1=90")
    #expect(shown.output.contains("   1   90  the connection pool"), "\(shown.output)")
    world.typed = ["solve", "", ""]
    let end = world.run("debug", "drill")
    #expect(end.code == .done, "\(end.errors)")
    #expect(end.output.contains("confidence on it: 50 · 90, led from the start"), "\(end.output)")
  }

  @Test func itsFlagsAreItsOwn() throws {
    let world = try world()
    #expect(world.run("debug", "list", "--history").errors.contains("--history goes with `whet debug drill`"))
    #expect(world.run("debug", "a new symptom", "--solve").code == .usage)
    #expect(world.run("debug", "list").code == .nothing)
  }

  @Test func aSolvedInvestigationBecomesADrill() throws {
    let world = try TestWorld()
    world.environment["NO_COLOR"] = "1"
    #expect(world.run("debug", DrillWorld.symptom, "--hypothesis", "stale map", "--sure", "60").code == .done)
    #expect(world.run("debug", "note", DrillWorld.evidence[0]).code == .done)
    let solved = world.run(
      "debug", "solved", "--cause", DrillWorld.cause, "--which", "none", "--gave-away",
      "the wait of the pool",
      "--misled", "a deploy", "--fix", "a larger pool", "--first-look", "the pool", "--prevents", "an alarm",
      "--helped", "alone")
    #expect(solved.code == .done, "\(solved.errors)")
    let state = world.run("debug", "drill", "--json").object
    #expect((state["symptom"] as? String)?.contains("Checkout answers 500") == true, "\(world.cards())")
    let over = world.run(
      "debug", "drill", "--json", "--hypothesis", "half a connection pool in the new region", "--sure", "80",
      "--solve", "--which", "1"
    ).object
    #expect(over["cause"] as? String == DrillWorld.cause && over["grade"] as? Int == 5)
    let stats = world.run("debug", "stats")
    #expect(stats.output.contains("1: first in 1, in three 1, led in 1, after 0.0 steps"), "\(stats.output)")
    // Sure 80 of what was right; 0.2² / 2.
    #expect(stats.output.contains("20 points too shy, Brier 0.02 → 0.02 (n = 1)"), "\(stats.output)")
    let drills = world.run("debug", "stats", "--json").object["drills"] as? [String: Any] ?? [:]
    #expect(drills["bias"] as? Double == -0.2 && drills["brierEnd"] as? Double == 0.02)
    #expect(world.run("refresh").code == .done)
    #expect(world.run("doctor").code == .done)
  }
}
