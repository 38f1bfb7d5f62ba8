import Commands
import TestSupport
import Testing

/// Two terminals at one investigation.
@Suite struct DebugTogetherTests {
  private func two() throws -> (TestWorld, TestWorld) {
    let world = try TestWorld()
    world.run("debug", "the build hangs")
    return (world, TestWorld(beside: world))
  }

  private func status(_ world: TestWorld) -> [String: Any] {
    world.run("debug", "status", "1", "--json").object
  }

  private func hypotheses(_ world: TestWorld) -> [[String: Any]] {
    status(world)["hypotheses"] as? [[String: Any]] ?? []
  }

  private func note(_ world: TestWorld) throws -> String {
    try world.disk.text("data/whet/notebook/incidents/2026-03-02-the-build-hangs.md")
  }

  @Test func theSecondHypothesisGetsTheNextNumber() throws {
    let (first, second) = try two()
    second.meanwhile["a lock"] = {
      first.run("debug", "think", "--hypothesis", "a full disk", "--sure", "60")
    }
    let told = second.type(["a lock", "20", "", "", ""], "debug", "think")
    #expect(told.said.contains("number 2: 1 was said elsewhere meanwhile, “a full disk”"), "\(told.errors)")
    #expect(hypotheses(first).map { $0["text"] as? String } == ["a full disk", "a lock"])
    #expect(hypotheses(first).map { $0["sure"] as? [Int] } == [[60], [20]])
    let text = try note(first)
    #expect(text.contains("### 1. a full disk\n\n- Sure: 60 %"))
    #expect(text.contains("### 2. a lock\n\n- Sure: 20 %"))
  }

  /// How sure is asked of the hypothesis that was typed here, and not of the last one.
  @Test func eachAnswersForItsOwn() throws {
    let (first, second) = try two()
    second.meanwhile["a lock"] = { _ = first.type(["a full disk", "^C"], "debug", "think") }
    _ = second.type(["a lock", "20", "b", "c", "^C"], "debug", "think")
    _ = first.type(["60", "d", "e", "^C"], "debug", "think")
    #expect(hypotheses(first).map { $0["text"] as? String } == ["a full disk", "a lock"])
    #expect(hypotheses(first).map { $0["sure"] as? [Int] } == [[60], [20]])
    #expect(hypotheses(first).map { $0["ifSo"] as? String } == ["d", "b"])
    #expect(try note(first).contains("- If so: d\n"))
    #expect(first.run("doctor").code == .done)
  }

  @Test func whatIsSolvedIsNotSolvedAgain() throws {
    let (first, second) = try two()
    second.meanwhile["a lock of a dead process"] = {
      first.run("debug", "solved", "--cause", "the cache had filled the disk")
    }
    let late = second.type(["a lock of a dead process", "", "", "", "", "", "", "A"], "debug", "solved")
    #expect(late.code == .nothing)
    #expect(
      late.said.contains("“the build hangs” is solved already: the cache had filled the disk"),
      "\(late.errors)")
    #expect(
      (status(first)["answers"] as? [String: Any])?["cause"] as? String == "the cache had filled the disk")
    let again = first.run("debug", "solved", "1", "--cause", "a lock of a dead process")
    #expect(again.code == .nothing)
    #expect(again.errors.contains("solved already: the cache had filled the disk"))
  }

  @Test func anAnswerThatWasGivenElsewhereStays() throws {
    let (first, second) = try two()
    second.meanwhile["a lock of a dead process"] = {
      _ = first.type(["the cache had filled the disk", "^C"], "debug", "solved")
    }
    let late = second.type(["a lock of a dead process", "df", "^C"], "debug", "solved")
    #expect(late.said.contains("answered elsewhere meanwhile, “the cache had filled the disk”"))
    let answers = status(first)["answers"] as? [String: Any]
    #expect(answers?["cause"] as? String == "the cache had filled the disk")
    #expect(answers?["gave-away"] as? String == "df")
  }
}
