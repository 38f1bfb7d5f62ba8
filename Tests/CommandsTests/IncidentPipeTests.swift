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

  /// What was asked for and answered is an answer.
  @Test func aShortAnswerGivesItsCard() throws {
    let world = try TestWorld()
    let answer = world.run(
      "incident", "mails came twice", "--cause", "OOM", "--fix", "more RAM", "--first-look", "free -m",
      "--misled", "DNS", "--prevents", "an alert")
    #expect(answer.code == .done)
    #expect(!answer.errors.contains("no card asks"), "\(answer.errors)")
    let answers = world.cards().values.map { "\($0["kind"] ?? ""): \($0["answer"] ?? "")" }
    for card in ["cause: OOM", "fix: more RAM", "look: free -m", "misled: DNS", "prevention: an alert"] {
      #expect(answers.contains(card), "\(card) of \(answers)")
    }
    #expect(!world.cards("kind:drill").isEmpty)
  }

  @Test func theExampleOfTheHelpGivesItsCards() throws {
    let world = try TestWorld()
    world.run("incident", "mails came twice", "--cause", "two schedulers ran", "--fix", "a lease")
    #expect(world.cards("kind:fix").values.map { $0["answer"] as? String } == ["a lease"])
    #expect(!world.cards("kind:cause").isEmpty)
  }

  @Test func anAnswerWithoutACardIsNamed() throws {
    let world = try TestWorld()
    let answer = world.run(
      "incident", "mails came twice", "--cause", "two schedulers ran", "--fix", "mails came", "--gave-away",
      "the log", "--first-look", "the list of pods")
    #expect(
      answer.said.contains("no card asks “What fixed it”: the question would give it away"),
      "\(answer.errors)")
    #expect(
      answer.said.contains("no card asks “What gave it away”: what to check first is asked instead"))
    let full = world.run(
      "debug", "the build hangs", "--hypothesis", "a full disk", "--json")
    #expect(full.code == .done)
    world.run("debug", "rule-out", "1", "df says that half of it is free")
    let told = world.run(
      "debug", "solved", "--cause", "a lock of a dead process", "--fix", "the lock was removed",
      "--first-look", "the age of the lock", "--misled", "an alert of the disk", "--prevents",
      "the lock holds the number of its process")
    #expect(told.said.contains("5 cards are enough for one incident"), "\(told.errors)")
  }
}
