import Commands
import TestSupport
import Testing

/// `incident` where nobody can answer: what it begins, it can also ask for.
@Suite struct IncidentPipeTests {
  @Test(arguments: [
    [], ["--json"], ["--area", "mail"], ["--suspicion", "a slow disk"], ["--suspicion", ""],
  ])
  func whereNothingCouldBeAskedNothingIsLeft(flags: [String]) throws {
    let world = try TestWorld()
    let answer = world.run(["incident", "mails came twice"] + flags, lines: [])
    #expect(answer.code == .usage)
    #expect(answer.errors.contains("whet help incident"), "\(answer.errors)")
    #expect(world.run("debug", "list", "--json").array.isEmpty)
    #expect(world.run("debug", "status").code == .nothing)
    #expect(world.run("undo").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  /// What was said is not thrown away: the same command goes on there.
  @Test func whatWasSaidStays() throws {
    let world = try TestWorld()
    let first = world.run(["incident", "mails came twice"], lines: ["two schedulers"])
    #expect(first.code == .usage)
    #expect(first.errors.contains("whet help incident"))
    #expect(world.run("debug", "list", "--json").array.count == 1)
    let flagged = world.run(
      ["incident", "the disk ran full", "--suspicion", "a log"], lines: ["logs were kept for a year"])
    #expect(flagged.code == .done, "\(flagged.errors)")
    let told = world.run("debug", "list", "--json").array.last
    #expect((told?["answers"] as? [String: Any])?["cause"] as? String == "logs were kept for a year")
    let hypotheses = told?["hypotheses"] as? [[String: Any]]
    #expect(hypotheses?.first?["text"] as? String == "a log")
  }

  @Test func theRightHelpIsNamed() throws {
    let world = try TestWorld()
    world.run("debug", "the build hangs")
    #expect(world.run(["debug", "solved"], lines: []).errors.contains("whet help debug"))
    #expect(world.run("incident", "x", "--fix", "a lease").errors.contains("whet help incident"))
  }
}
