import Commands
import TestSupport
import Testing

/// Investigations from scripts, with clocks that are wrong, and with notes that somebody broke.
@Suite struct DebugScriptTests {
  private static let symptom = "the build hangs on one runner"
  private static let path = "data/whet/notebook/incidents/2026-03-02-the-build-hangs-on-one-runner.md"

  private func opened(_ words: String...) throws -> TestWorld {
    let world = try TestWorld()
    #expect(world.run(["debug", Self.symptom] + words).code == .done)
    return world
  }

  private func status(_ world: TestWorld) -> [String: Any] { world.run("debug", "status", "--json").object }

  // MARK: One command a step

  @Test func aWholeOneWithFlags() throws {
    let world = try opened("--minutes", "20", "--json")
    #expect(status(world)["asks"] as? String == "hypothesis")
    func run(_ words: String...) -> [String: Any] {
      let answer = world.run(["debug"] + words + ["--json"])
      #expect(answer.code == .done, "\(words): \(answer.errors)")
      #expect(answer.output.split(separator: "\n").count == 1)
      return answer.object
    }
    let thought = run(
      "think", "--hypothesis", "a full disk", "--sure", "60", "--hypothesis", "a lock", "--if-so", "b")
    #expect((thought["hypotheses"] as? [[String: Any]])?.map { $0["sure"] as? [Int] } == [[60], []])
    _ = run("think", "2", "--sure", "30", "--rules-out", "another runner hangs")
    _ = run("reweigh", "1", "20")
    _ = run("note", "three of five")
    let ruled = run("rule-out", "2", "another runner hangs too")
    #expect(
      (ruled["hypotheses"] as? [[String: Any]])?.last?["ruledOut"] as? String == "another runner hangs too")
    #expect(ruled["asks"] as? String == "cause")
    _ = run("use", "1")
    let solved = run(
      "solved", "--cause", "the cache of the runner had filled the disk", "--which", "1", "--helped", "ai",
      "--after", "12", "--gave-away", "df", "--misled", "the deploy", "--fix",
      "the cache is emptied at night",
      "--first-look", "the space on the disk of the runner", "--prevents", "an alarm at eighty percent")
    #expect(solved["status"] as? String == "solved")
    #expect(solved["which"] as? Int == 1)
    #expect(solved["helpAfter"] as? Int == 12)
    #expect(solved["minutes"] as? Int == 20)
    #expect((solved["answers"] as? [String: Any])?["prevents"] as? String == "an alarm at eighty percent")
    #expect(world.run("debug", "list", "--json").array.count == 1)
    #expect(world.run("debug", "status", "--json").code == .nothing)
    #expect(world.cards().count >= 5)
    #expect(world.run("doctor").code == .done)
  }

  /// What was said before is not gone in silence: the sentence names it, and the log has both.
  @Test func ruledOutTwiceTheNewEvidenceStandsAndTheOldIsNamed() throws {
    let world = try opened()
    world.run("debug", "think", "a full disk", "--sure", "60")
    #expect(world.run("debug", "rule-out", "1", "it is half empty").output.contains("is out; one less"))
    let again = world.run("debug", "rule-out", "1", "it was swapped for a new one")
    #expect(again.code == .done)
    #expect(
      again.output.split(separator: "\n").joined(separator: " ") == """
        hypothesis 1 was out already; this stands now instead of “it is half empty”
        """)
    let same = world.run("debug", "rule-out", "1", "it was swapped for a new one")
    #expect(same.output == "hypothesis 1 was out already, by the same evidence\n")
    let note = try world.disk.text(Self.path)
    #expect(note.contains("it was swapped for a new one"))
    #expect(!note.contains("it is half empty"))
    #expect(world.log.count { $0["deed"] as? String == "rule-out 1" || "\($0)".contains("rule-out 1") } == 2)
    // Taken back, the old one stands again.
    world.run("undo")
    #expect(try world.disk.text(Self.path).contains("it is half empty"))
    #expect(world.run("doctor").code == .done)
  }

  @Test func aHypothesisIsTheWordsBehindTheStep() throws {
    let world = try opened()
    #expect(world.run("debug", "think", "a full", "disk", "--sure", "60", "--if-so", "b").code == .done)
    #expect(world.run("debug", "think", "a lock").code == .done)
    #expect(world.run("debug", "think", "2", "--sure", "30").code == .done)
    let all = status(world)["hypotheses"] as? [[String: Any]]
    #expect(all?.map { $0["text"] as? String } == ["a full disk", "a lock"])
    #expect(all?.map { $0["sure"] as? [Int] } == [[60], [30]])
  }

  /// A line that is no answer to its question must not become the answer to the next one.
  @Test func aWrongLineEndsTheReading() throws {
    let world = try opened()
    let thought = world.run("debug", "think", input: "a full disk\n300\n30\nsee x\nrule y\n")
    #expect(thought.code == .usage)
    #expect(thought.errors.contains("\"300\" does not say how sure"))
    let all = status(world)["hypotheses"] as? [[String: Any]]
    #expect(all?.count == 1)
    #expect(all?.first?["ifSo"] as? String == nil)
    let solved = world.run("debug", "solved", input: "the disk was full\n9\n1\ngave")
    #expect(solved.code == .usage)
    #expect(status(world)["status"] as? String == "open")
    let help = world.run("debug", "solved", input: "1\n\n\nai 5x\nfixed")
    #expect(help.code == .usage)
    #expect((status(world)["answers"] as? [String: Any])?["fix"] as? String == nil)
    #expect(world.run("debug", "solved", input: "ai, 5 min\nfixed").code == .done)
    let list = world.run("debug", "list", "--json").array.first
    #expect(list?["helpAfter"] as? Int == 5)
    #expect((list?["answers"] as? [String: Any])?["fix"] as? String == "fixed")
  }

  @Test func withoutACauseItStaysOpen() throws {
    let world = try opened()
    #expect(world.run("debug", "solved", input: "\n\nit hung\n").code == .usage)
    #expect(status(world)["status"] as? String == "open")
    #expect(status(world)["asks"] as? String == "hypothesis" || status(world)["asks"] as? String == "cause")
    #expect(world.run("debug", "solved", "--fix", "a restart").code == .usage)
    #expect(world.run("debug", "solved", "--json").code == .usage)
    #expect(status(world)["status"] as? String == "open")
    #expect(world.run("debug", "solved", "--cause", "a full disk").code == .done)
  }

  @Test(arguments: ["thnk", "solve", "stat", "ruleout", "undo", "help"])
  func aMistypedStepOpensNothing(word: String) throws {
    let world = try opened()
    let answer = world.run("debug", word)
    #expect(answer.code == .usage, "\(answer.output)")
    #expect(world.run("debug", "list", "--json").array.count == 1)
  }

  @Test func aSymptomMayBeginLikeAStep() throws {
    for words in [["stale", "map"], ["notes", "vanish", "after", "a", "sync"], ["uses too much memory"]] {
      let world = try TestWorld()
      #expect(world.run(["debug"] + words).code == .done, "\(words)")
      #expect(status(world)["symptom"] as? String == words.joined(separator: " "))
    }
    let world = try opened()
    #expect(world.run("debug", "thnk", "a full disk").code == .usage)
    #expect(world.run("debug", "reweih", "1", "20").code == .usage)
    #expect(world.run("debug", "list", "--json").array.count == 1)
  }

  @Test func anIncidentWithoutACauseLeavesNothingBehind() throws {
    let world = try TestWorld()
    #expect(world.run("incident", "mails came twice", "--fix", "a lease").code == .usage)
    #expect(world.run("debug", "list", "--json").array.isEmpty)
  }

  @Test func aScriptTellsAnIncidentOfItsOwn() throws {
    let world = try TestWorld()
    _ = world.run("incident", "mails came twice", input: "two schedulers\n")
    #expect(world.run("incident", input: "the disk ran full\n\nlogs were kept for a year\n").code == .done)
    let causes = world.run("debug", "list", "--json").array.map { one in
      [one["symptom"] as? String, (one["answers"] as? [String: Any])?["cause"] as? String]
    }
    #expect(causes.contains(["the disk ran full", "logs were kept for a year"]))
    #expect(causes.contains { $0[0] == "mails came twice" && $0[1] != "logs were kept for a year" })
  }

  @Test func linesOnAPipe() throws {
    let world = try opened()
    #expect(world.run("debug", "think", input: "a full disk\n60\nb\nc\na lock").code == .done)
    #expect((status(world)["hypotheses"] as? [Any])?.count == 2)
    // A pipe without a word says nothing, and closes nothing.
    let empty = world.run("debug", "solved")
    #expect(empty.code == .usage)
    #expect(status(world)["status"] as? String == "open")
    #expect(world.run("debug", "solved", input: "the cache had filled the disk\n1\n\n\nalone").code == .done)
    #expect(world.run("debug", "list", "--json").array.first?["help"] as? String == "alone")
  }

  @Test(arguments: [
    ["debug", "reweigh", "1"], ["debug", "reweigh", "1", "120"], ["debug", "rule-out", "1"],
    ["debug", "note"], ["debug", "think", "words", "--hypothesis", "y"], ["debug", "think", "1"],
    ["debug", "think", "--sure", "x", "--hypothesis", "y"],
    ["debug", "think", "--hypothesis", " "], ["debug", "solved", "--which", "9"],
    ["debug", "solved", "--which", "x"], ["debug", "solved", "--helped", "me"], ["debug", "use"],
    ["debug", "?!"], ["debug", "x", "--minutes", "0"], ["debug", "think", "--sure", "50"],
    ["debug", "two\nlines"],
  ])
  func wrongWordsAreUsage(words: [String]) throws {
    let world = try opened()
    let before = world.run("export", "json", "log").output
    let answer = world.run(words)
    #expect(answer.code == .usage, "\(answer.output)\(answer.errors)")
    #expect(world.run("export", "json", "log").output == before)
  }

  @Test func whatIsNotThereIsNothing() throws {
    let world = try opened()
    #expect(world.run("debug", "reweigh", "3", "50").code == .nothing)
    #expect(world.run("debug", "rule-out", "3", "x").code == .nothing)
    #expect(world.run("debug", "note", "x", "--on", "7").code == .nothing)
  }

  // MARK: The clock

  @Test func overSleepAndZonesAndAClockThatIsSetBack() throws {
    let world = try opened()
    func seconds() -> Int? { status(world)["elapsedSeconds"] as? Int }
    world.clock.advance(seconds: 300)
    #expect(seconds() == 300)
    world.clock.offset = -8 * 3600
    #expect(seconds() == 300)
    world.run("debug", "note", "in another zone")
    #expect(try world.disk.text(Self.path).contains("- 2026-03-02 02:05 in another zone"))
    // Set back by an hour: it stands still, and goes on from there.
    world.clock.advance(seconds: -3600)
    #expect(seconds() == 300)
    world.run("debug", "note", "set back")
    world.clock.advance(seconds: 60)
    #expect(seconds() == 360)
    // Asleep until the next day.
    world.clock.advance(days: 1)
    #expect(seconds() == 86_760)
    #expect(status(world)["timeIsOver"] as? Bool == true)
    #expect(status(world)["leftSeconds"] as? Int == 0)
    // Long before it was opened.
    world.clock.milliseconds = 0
    #expect(seconds() == 300)
    #expect(world.run("debug").output.contains("10:00 left of 15 min"))
  }

  // MARK: Notes that somebody broke

  @Test(arguments: [
    "", "# nonsense\n", "---\nkind: explanation\n---\n\n# x\n\n## What was built\n\nx\n", "\u{0}\u{1}\u{0}",
  ])
  func aNoteThatIsNoneIsLeftAndNothingIsLost(text: String) throws {
    let world = try opened()
    try world.disk.write(text, to: Self.path)
    let answer = world.run("debug", "note", "still here")
    #expect(answer.code == .done)
    #expect(answer.errors.contains(":1: "))
    #expect(answer.errors.contains("the file was left as it is"))
    #expect(try world.disk.text(Self.path) == text)
    #expect((status(world)["notes"] as? [[String: Any]])?.first?["text"] as? String == "still here")
    #expect(world.run("doctor").code == .done)
    // Moved away, it is written anew, with all that was said.
    try world.disk.move(Self.path, to: "away.txt")
    #expect(world.run("debug", "note", "and there").errors == "wrote \(Self.path)\n")
    let note = try world.disk.text(Self.path)
    #expect(note.contains("still here") && note.contains("and there"))
    let solved = world.run("debug", "solved", "--cause", "the cache had filled the disk of the runner")
    #expect(solved.code == .done)
    #expect(!world.cards().isEmpty)
  }

  @Test func brokenAtTheEndItIsStillSolved() throws {
    let world = try opened()
    try world.disk.write("nonsense", to: Self.path)
    #expect(
      world.run("debug", "solved", "--cause", "the cache had filled the disk of the runner").code == .done)
    #expect(world.run("debug", "list", "--json").array.first?["status"] as? String == "solved")
    #expect(try world.disk.text(Self.path) == "nonsense")
    #expect(world.run("doctor").code == .done)
  }

  /// Killed between the log and the file: the next step brings the file up to the log, and says nothing twice.
  @Test func aNoteThatIsBehindIsBroughtUpToTheLog() throws {
    let world = try opened()
    world.run("debug", "think", "--hypothesis", "a full disk", "--sure", "60")
    let behind = try world.disk.text(Self.path)
    world.run("debug", "note", "first")
    world.run("debug", "reweigh", "1", "20")
    try world.disk.write(behind, to: Self.path)
    world.run("debug", "note", "second")
    let text = try world.disk.text(Self.path)
    for line in ["first", "second", "60 %, 20 %"] {
      #expect(text.split(separator: "\n").count { $0.hasSuffix(line) } == 1, "\(line)")
    }
    // A note that does not say how far it is holds all but the last step.
    try world.disk.write(text.replacing("steps: ", with: "stepz: "), to: Self.path)
    world.run("debug", "note", "third")
    let last = try world.disk.text(Self.path)
    for line in ["first", "second", "third"] {
      #expect(last.split(separator: "\n").count { $0.hasSuffix(line) } == 1, "\(line)")
    }
  }

  @Test func aNoteUnderAnotherNameIsFound() throws {
    let world = try opened()
    try world.disk.move(Self.path, to: "data/whet/notebook/incidents/mine.md")
    #expect(world.run("debug", "note", "moved").errors.isEmpty)
    #expect(try world.disk.text("data/whet/notebook/incidents/mine.md").contains("moved"))
    #expect((status(world)["path"] as? String)?.hasSuffix("mine.md") == true)
    #expect(throws: (any Error).self) { try world.disk.text(Self.path) }
  }

  @Test func whatSomebodyWroteInItStays() throws {
    let world = try opened()
    world.run("debug", "think", "--hypothesis", "a full disk", "--if-so", "df says so")
    let mine =
      try world.disk.text(Self.path).replacing("df says so", with: "df says so, or du")
      + "\n## Links\n\nhttps://example.org/1\n"
    try world.disk.write(mine, to: Self.path)
    world.run("debug", "note", "x")
    world.run("debug", "rule-out", "1", "half empty")
    world.run("debug", "solved", "--cause", "a lock file of a dead process")
    let text = try world.disk.text(Self.path)
    for line in ["- If so: df says so, or du", "## Links", "https://example.org/1", "half empty"] {
      #expect(text.contains(line))
    }
    // An undo takes nothing of it.
    world.run("undo", "9")
    #expect(try world.disk.text(Self.path).contains("https://example.org/1"))
  }

  @Test func anOpenOneAsksNothingAndTellsWhatIsWrong() throws {
    let world = try opened()
    #expect(world.run("refresh").code == .done)
    #expect(world.cards().isEmpty)
    try world.disk.write(
      try world.disk.text(Self.path).replacing("status: open", with: "status: maybe"), to: Self.path)
    let told = world.run("import", Self.path, "--json").object["findings"] as? [[String: Any]] ?? []
    #expect(told.first?["line"] as? Int == 4)
  }

  @Test func theSameSymptomOnTheSameDayIsAnotherFile() throws {
    let world = try opened()
    world.run("debug", "abandon")
    world.run("debug", Self.symptom)
    #expect(world.run("debug", "list", "--json").array.count == 2)
    let paths = Set(world.run("debug", "list", "--json").array.compactMap { $0["path"] as? String })
    #expect(paths.count == 2)
    for path in paths { #expect(path.hasSuffix("runner.md") || path.hasSuffix("runner-2.md")) }
  }

  @Test func theFirstWordsOfOthersAreNoStep() throws {
    let world = try TestWorld()
    world.run("debug", "note that the build hangs")
    #expect(status(world)["symptom"] as? String == "note that the build hangs")
  }
}
