import Foundation
import TestSupport
import Testing

/// An investigation on a real terminal: left and resumed on the next day, and killed at each question.
@Suite(.serialized) struct DebugSessionTests {
  private static let symptom = "checkout answers 500 for one shop in ten"
  /// What stands in front of each answer, and the answer.
  private static let thoughts = [
    ("1> ", "stale shard map in one pod"), ("sure? 0-100> ", "60"),
    ("what would you see?> ", "errors from one pod only"),
    ("what would rule it out?> ", "errors spread over pods"),
    ("2> ", "cache key without tenant"), ("sure? 0-100> ", "30"),
    ("what would you see?> ", "one shop sees the prices of another"), ("what would rule it out?> ", ""),
  ]
  private static let answers = [
    ("really?> ", "the connection pool of the new region is half the size of the others"),
    ("0 for none> ", "0"), ("gave it away?> ", "errors began when the wait time of the pool did"),
    ("misled you?> ", "the deploy of the same hour"), ("minutes> ", "colleague 20"),
    ("fixed it?> ", "the pool of the new region got the size of the others"),
    ("see this again?> ", "wait time of the pool, by region"),
    ("coming back?> ", "pool sizes are compared on each deploy"),
  ]

  private func note(_ program: BuiltProgram) throws -> String {
    try program.disk.text(
      "data/whet/notebook/incidents/2026-03-02-checkout-answers-500-for-one-shop-in-ten.md")
  }

  private func say(_ terminal: PseudoTerminal, _ pairs: some Sequence<(String, String)>, enter: String = "\r")
    throws
  {
    for (prompt, answer) in pairs {
      try terminal.expect(prompt)
      terminal.type(answer + enter)
    }
  }

  // MARK: The whole

  @Test(arguments: [([80, 24], "xterm"), ([60, 20], "xterm"), ([80, 24], "dumb")])
  func leftAndResumedOnTheNextDay(size: [Int], term: String) throws {
    var program = try BuiltProgram()
    let enter = term == "dumb" ? "\n" : "\r"
    let settings = ["TERM": term, "NO_COLOR": "1"]
    let first = try PseudoTerminal(program, columns: size[0], rows: size[1], environment: settings)
    try first.expect("whet> ")
    first.type("debug \"\(Self.symptom)\" --area checkout\(enter)")
    try first.expect("write it down first.".suffix(6).description)
    try say(first, Self.thoughts + [("3> ", "")], enter: enter)
    try first.expect("whet (debug 15:00)> ")
    first.type("debug note only pods 3 and 7 have the new map\(enter)")
    try first.expect("noted")
    try first.expect("(debug 15:00)> ")
    first.type("debug rule-out 1 \"all pods answer 500\"\(enter)")
    try first.expect("one less")
    try first.expect("(debug 15:00)> ")
    first.type("debug reweigh 2 70\(enter)")
    try first.expect("30 → 70 %")
    try first.expect("(debug 15:00)> ")
    first.type("\u{4}")
    #expect(try first.end() == 0)

    program.environment["WHET_NOW"] = "2026-03-03T09:00:00Z"
    let second = try PseudoTerminal(program, columns: size[0], rows: size[1], environment: settings)
    try second.expect("whet (debug, time over)> ")
    second.type("debug\(enter)")
    try second.expect("the 15 min are over, 23 h so far")
    try second.expect("time over)> ")
    second.type("debug solved\(enter)")
    try say(second, Self.answers, enter: enter)
    try second.expect("Known after 23 h.")
    try second.expect(size[0] < 80 ? "stop q > " : "stop [q] > ")
    second.type(term == "dumb" ? "t\n" : "t")
    try second.expect("cards: ")
    // Nothing is open any more, and what it was is to be asked.
    try second.expect("whet 1> ")
    second.type("\u{4}")
    #expect(try second.end() == 0)
    #expect(try program.run("doctor").code == 0)
    try compare(program)
  }

  // MARK: Golden files

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/debug")

  private func compare(_ program: BuiltProgram) throws {
    let note = try note(program)
    let id = try #require(note.split(separator: "\n").first { $0.hasPrefix("id: ") }).dropFirst(4)
    try compare(note.replacing(id, with: "--------"), "investigation.md")
    let log = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    let keys = ["at", "kind", "detail", "confidence", "typed"]
    let events = log.map { event in
      keys.map { key in event[key].map { "\($0)" } ?? "-" }.joined(separator: " | ")
    }
    try compare(events.joined(separator: "\n") + "\n", "investigation.events")
    let cards = try program.run("cards", "--json").array.sorted {
      ("\($0["kind"] ?? "")", "\($0["prompt"] ?? "")") < ("\($1["kind"] ?? "")", "\($1["prompt"] ?? "")")
    }
    let shown = cards.map { card in
      let source = card["source"] as? [String: Any]
      return """
        \(card["kind"] ?? ""), line \(source?["line"] ?? ""), deck \(card["deck"] ?? "")
          Q: \(("\(card["prompt"] ?? "")").replacing("\n", with: "\n     "))
          A: \(("\(card["answer"] ?? "")").replacing("\n", with: "\n     "))

        """
    }
    try compare(shown.joined(separator: "\n"), "investigation.cards")
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["WHET_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try text == String(contentsOf: file, encoding: .utf8), "\(name)")
    }
  }

  // MARK: Killed

  @Test(arguments: 0..<thoughts.count)
  func killedWhileThinkingNothingIsLost(at index: Int) throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(program, ["debug", Self.symptom])
    try say(terminal, Self.thoughts.prefix(index))
    try terminal.expect(Self.thoughts[index].0)
    kill(terminal.child, SIGKILL)
    #expect(try terminal.end() == -SIGKILL)

    let again = try PseudoTerminal(program, ["debug", "think"])
    try say(again, Self.thoughts.dropFirst(index) + [("3> ", "")])
    try again.expect("Kept.")
    #expect(try again.end() == 0)
    let state = try program.run("debug", "status", "--json").object
    let hypotheses = state["hypotheses"] as? [[String: Any]] ?? []
    #expect(hypotheses.map { $0["text"] as? String } == [Self.thoughts[0].1, Self.thoughts[4].1])
    #expect(hypotheses.map { $0["sure"] as? [Int] } == [[60], [30]])
    #expect(hypotheses.map { $0["ifSo"] as? String } == [Self.thoughts[2].1, Self.thoughts[6].1])
    #expect(hypotheses[0]["rulesOut"] as? String == Self.thoughts[3].1)
    #expect(try note(program).contains("- Would be ruled out by: errors spread over pods"))
    #expect(try program.run("doctor").code == 0)
  }

  @Test(arguments: 0...answers.count)
  func killedWhileSolvingNothingIsLost(at index: Int) throws {
    let program = try BuiltProgram()
    try program.run("debug", Self.symptom, "--area", "checkout", "--hypothesis", "stale shard map in one pod")
    let terminal = try PseudoTerminal(program, ["debug", "solved"])
    try say(terminal, Self.answers.prefix(index))
    // Behind the last question its cards are shown.
    try terminal.expect(index == Self.answers.count ? "stop [q] > " : Self.answers[index].0)
    kill(terminal.child, SIGKILL)
    #expect(try terminal.end() == -SIGKILL)

    let again = try PseudoTerminal(program, ["debug", "solved"])
    try say(again, Self.answers.dropFirst(index))
    try again.expect("stop [q] > ")
    again.type("t")
    try again.expect("cards: ")
    #expect(try again.end() == 0)
    let note = try note(program)
    for (number, (_, answer)) in Self.answers.enumerated() where ![1, 4].contains(number) {
      #expect(note.contains("\n\(answer)\n"), "\(answer)")
    }
    #expect(note.contains("hypothesis: none\nhelp: colleague\nhelp-after: 20\n"))
    #expect(try program.run("cards", "--json").array.count == 6)
    #expect(try program.run("doctor").code == 0)
  }

  @Test(arguments: 0..<4)
  func anIncidentIsKilledAndGoesOn(at index: Int) throws {
    let program = try BuiltProgram()
    let questions =
      [
        ("from outside?> ", Self.symptom), ("at first?> ", "the deploy"), Self.answers[0],
        ("0 for none> ", ""),
      ]
      + Self.answers.dropFirst(2)
    let terminal = try PseudoTerminal(program, ["incident"])
    try say(terminal, questions.prefix(index))
    try terminal.expect(questions[index].0)
    kill(terminal.child, SIGKILL)
    #expect(try terminal.end() == -SIGKILL)
    let again = try PseudoTerminal(program, ["incident"])
    try say(again, questions.dropFirst(index))
    try again.expect("stop [q] > ")
    again.type("t")
    try again.expect("cards: ")
    #expect(try again.end() == 0)
    #expect(try note(program).contains("### 1. the deploy"))
    #expect(try program.run("doctor").code == 0)
  }
}
