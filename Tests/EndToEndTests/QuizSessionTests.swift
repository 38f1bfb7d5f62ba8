import Foundation
import TestSupport
import Testing

/// One long session with every key of the quiz, typed on a terminal of both sizes and piped in as lines. All of
/// them have to leave the same log.
@Suite(.serialized) struct QuizSessionTests {
  /// What is waited for, what a person then presses, and the same as a line.
  private struct Step {
    let expected: String
    let keys: String
    let line: String

    /// A line, ended by Enter.
    static func enter(_ line: String, after expected: String) -> Step {
      Step(expected: expected, keys: line + "\r", line: line)
    }

    /// One key, without Enter.
    static func press(_ key: String, after expected: String) -> Step {
      Step(expected: expected, keys: key, line: key)
    }
  }

  private static let steps: [Step] = [
    .enter("quiz", after: "> "),
    .enter("h", after: "recall> "),
    .enter("o", after: "take back the last grade"),
    .enter("?", after: "A: the answer"),
    .enter("the answer", after: " …"),
    .enter("in two lines", after: "> "),
    .enter("", after: "> "),
    .press("8", after: "sure? 0-9 > "),
    .press("5", after: "grade"),
    // A grade of 3 at the most after a hint; taken back on the next card, and the same card is asked again.
    .enter("u", after: "with a hint, or the source, 3 is the most"),
    .enter("", after: "took back: grade 3"),
    .press("9", after: "sure? 0-9 > "),
    .press("x", after: "grade"),
    .press("h", after: "0 to 5, or h for the keys"),
    .press("0", after: "take back the last grade"),
    .enter("", after: "You were sure of this one"),
    .press("x", after: "sure? 0-9 > "),
    .press("\r", after: "0 for a guess to 9 for certain"),
    .press("1", after: "grade"),
    .enter("", after: "again today"),
    .press("0", after: "sure? 0-9 > "),
    .press("2", after: "grade"),
    .enter("", after: "again today"),
    .press("5", after: "sure? 0-9 > "),
    .press("u", after: "grade"),
    .enter("", after: "took back: grade 2"),
    .press("5", after: "sure? 0-9 > "),
    .press("3", after: "grade"),
    // What changes the card.
    .enter("t", after: "again today, then"),
    .press("c", after: "tier:"),
    .enter("l", after: "now core"),
    .enter("e", after: "cards tag:later"),
    .enter("", after: ", edited?"),
    .press("6", after: "sure? 0-9 > "),
    .press("o", after: "grade"),
    .press("e", after: "deck.md"),
    .enter("", after: ", edited, edited?"),
    .press("6", after: "sure? 0-9 > "),
    .press("4", after: "grade"),
    .enter("s", after: "u undo"),
    .enter("b", after: "suspended; `resume"),
    .enter("", after: "not before tomorrow"),
    .press("7", after: "sure? 0-9 > "),
    .press("5", after: "grade"),
    // What was graded below 4 comes again at the end.
    .enter("the answer", after: "of 8"),
    .enter("", after: "> "),
    .press("9", after: "sure? 0-9 > "),
    .press("\r", after: "grade"),
    .enter("q", after: "recall> "),
    .enter("quit", after: "answered, "),
  ]

  private func program() throws -> BuiltProgram {
    var program = try BuiltProgram()
    let cards = (1...7).map { "## Part \($0)\n\nQ: What is number \($0)?\nA: the answer of \($0)\n" }
    try program.disk.write("# Sample\n\n" + cards.joined(separator: "\n"), to: "deck.md")
    let editor = try program.disk.write(
      "#!/bin/sh\nsed -i '/^Q:/s/?/, edited?/' \"$1\"\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    program.environment["EDITOR"] = editor
    try program.run("import", "deck.md")
    return program
  }

  /// The log without what has to differ: the ids of the events, the time that was taken, and the device: a database
  /// that was copied counts as another one.
  private func log(_ program: BuiltProgram) throws -> [String] {
    let events = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    var names: [String: String] = [:]
    for (index, event) in events.enumerated() { names[event["id"] as? String ?? ""] = "event \(index)" }
    return try events.map { event in
      var event = event
      for key in ["device", "milliseconds", "seconds"] { event[key] = nil }
      for (key, value) in event { event[key] = (value as? String).flatMap { names[$0] } ?? value }
      return String(
        decoding: try JSONSerialization.data(withJSONObject: event, options: .sortedKeys), as: UTF8.self)
    }
  }

  @Test func everyKeyOnATerminalAndThroughAPipe() throws {
    let program = try program()
    let database = program.disk.file("whet.db")
    let kept = try Data(contentsOf: URL(fileURLWithPath: database))
    var logs: [[String]] = []
    for (columns, rows) in [(80, 24), (60, 20)] {
      try kept.write(to: URL(fileURLWithPath: database))
      let terminal = try PseudoTerminal(program, columns: columns, rows: rows)
      for step in Self.steps {
        try terminal.expect(step.expected)
        terminal.type(step.keys)
      }
      #expect(try terminal.end() == 0)
      logs.append(try log(program))
    }
    try kept.write(to: URL(fileURLWithPath: database))
    let lines = Self.steps.map { $0.line == "\r" ? "" : $0.line }.joined(separator: "\n") + "\n"
    let piped = try program.run(input: lines)
    #expect(piped.code == 0, "\(piped.errors)")
    logs.append(try log(program))

    #expect(logs[0].count >= 16)
    for other in logs.dropFirst() {
      let difference = other.difference(from: logs[0])
      #expect(difference.isEmpty, "\(difference)")
    }
    #expect(try program.run("doctor").code == 0)
  }

  @Test func theCardThatWasOpenIsOfferedAgain() throws {
    let program = try program()
    var terminal = try PseudoTerminal(program)
    try terminal.expect("> ")
    terminal.type("quiz --limit 3\r")
    try terminal.expect("recall> ")
    terminal.type("\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("4")
    try terminal.expect("grade")
    terminal.type("4")
    let shown = try terminal.expect("recall> ")
    let question = try #require(shown.split(separator: "\r\n").first { $0.contains("What is number") })
    terminal.type("half of it")
    try terminal.expect("half of it")
    kill(terminal.child, SIGKILL)
    _ = try terminal.end()

    terminal = try PseudoTerminal(program)
    try terminal.expect("> ")
    terminal.type("quiz\r")
    #expect(try terminal.expect("recall> ").contains(question))
    // Taken back without limit, after a restart too.
    terminal.type("\u{3}")
    try terminal.expect("Paused; what was graded is kept")
    terminal.type("undo\r")
    try terminal.expect("took back: grade 4")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test func aLongAnswerComesByThePage() throws {
    let program = try BuiltProgram()
    let lines = (1...60).map { "- line \($0) of it" }.joined(separator: "\n")
    try program.disk.write("Q: what is long?\nA:\n\(lines)\n", to: "deck.md")
    try program.run("import", "deck.md")
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 1> ")
    terminal.type("quiz\r")
    try terminal.expect("recall> ")
    terminal.type("\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("5")
    #expect(!(try terminal.expect("more: any key > ")).contains("line 22 "))
    terminal.type(" ")
    try terminal.expect("line 22 ")
    try terminal.expect("more: any key > ")
    // Ctrl-C leaves the pages, not the card.
    terminal.type("\u{3}")
    #expect(!(try terminal.expect("grade")).contains("line 60 "))
    terminal.type("4")
    try terminal.expect("1 answered, 1 recalled")
  }
}
