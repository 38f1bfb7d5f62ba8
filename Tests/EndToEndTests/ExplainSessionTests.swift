import Foundation
import TestSupport
import Testing

/// `explain` on a real terminal, through a real editor, and killed at the worst moments.
@Suite(.serialized) struct ExplainSessionTests {
  private static let questions = ["what", "why", "gave-up", "must-hold", "breaks", "unsure"]

  private func files(_ program: BuiltProgram) -> [String] {
    let all = FileManager.default.subpaths(atPath: program.disk.file("data/whet/notebook")) ?? []
    return all.filter { $0.hasSuffix(".md") }.sorted()
  }

  private func note(_ program: BuiltProgram) throws -> String {
    let name = try #require(files(program).first { !$0.contains(".draft") })
    return try program.disk.text("data/whet/notebook/\(name)")
  }

  @Test(arguments: [([80, 24], "xterm"), ([60, 20], "xterm"), ([80, 24], "dumb")])
  func fiveMinutesAtThePrompt(size: [Int], term: String) throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(
      program, columns: size[0], rows: size[1], environment: ["TERM": term, "NO_COLOR": "1"])
    let enter = term == "dumb" ? "\n" : "\r"
    try terminal.expect("whet> ")
    terminal.type("explain the tide relay\(enter)")
    for name in Self.questions {
      try terminal.expect("\(name)> ")
      // Half of them stay empty.
      if name == "why" || name == "must-hold" {
        terminal.type("the answer to \(name)\(enter)")
        try terminal.expect(String(repeating: " ", count: name.count) + "> ")
        terminal.type("and a second line\(enter)")
        try terminal.expect("> ")
      }
      if name == "unsure" {
        terminal.type("Is it watched?\(enter)")
        try terminal.expect("> ")
      }
      terminal.type(enter)
    }
    try terminal.expect("Here is the gap: what it is")
    try terminal.expect("Enter for r > ")
    terminal.type(term == "dumb" ? "c\n" : "c")
    try terminal.expect("explanation “the tide relay”")
    try terminal.expect(size[0] < 80 ? "stop q > " : "stop [q] > ")
    terminal.type(term == "dumb" ? "t\n" : "t")
    try terminal.expect("cards: 4 new")
    try terminal.expect("whet> ")
    terminal.type("explain --open\(enter)")
    try terminal.expect("Is it watched?")
    try terminal.expect("whet> ")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(try note(program).contains("## Why this way\n\nthe answer to why\nand a second line\n"))
    // Answers are nobody's history.
    #expect(try program.run("doctor").code == 0)
  }

  /// Ended at each question by Ctrl-C, by Ctrl-D and by the signal that nobody can catch.
  @Test(arguments: ["\u{3}", "\u{4}", "kill"], [0, 1, 3, 5])
  func interruptedAtAnyQuestionItGoesOnThere(how: String, at question: Int) throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(program, ["explain", "the tide relay"])
    for name in Self.questions.prefix(question) {
      try terminal.expect("\(name)> ")
      terminal.type("said to \(name)\r\r")
    }
    let name = Self.questions[question]
    try terminal.expect("\(name)> ")
    terminal.type("half of it\r")
    try terminal.expect(String(repeating: " ", count: name.count) + "> ")
    if how == "kill" {
      kill(terminal.child, SIGKILL)
      #expect(try terminal.end() == -SIGKILL)
    } else {
      terminal.type(how)
      try terminal.expect("goes on here")
      #expect(try terminal.end() == (how == "\u{3}" ? 130 : 0))
    }
    #expect(files(program).allSatisfy { $0.contains(".draft-") })

    let again = try PseudoTerminal(program, ["explain"])
    try again.expect("going on with the draft of the tide relay")
    try again.expect("half of it")
    try again.expect("\(name)> ")
    again.type("the other half\r\r")
    for name in Self.questions.dropFirst(question + 1) {
      try again.expect("\(name)> ")
      again.type("\r")
    }
    try again.expect("Enter for r > ")
    again.type("\r")
    try again.expect("> ")
    again.type("A")
    try again.expect("cards: ")
    #expect(try again.end() == 0)
    let note = try note(program)
    for name in Self.questions.prefix(question) { #expect(note.contains("said to \(name)")) }
    #expect(
      note.contains(question == 5 ? "- half of it\n- the other half\n" : "half of it\nthe other half\n"))
    #expect(files(program).count == 1)
    #expect(try program.run("doctor").code == 0)
  }

  /// The same topic in two windows: neither writes over what was said in the other.
  @Test func twoTerminalsShareADraft() throws {
    let program = try BuiltProgram()
    let one = try PseudoTerminal(program, ["explain", "the tide relay"])
    try one.expect("what> ")
    let other = try PseudoTerminal(program, ["explain", "the tide relay"])
    try other.expect("what> ")
    one.type("said in the first\r\r")
    try one.expect("why> ")
    one.type("because it sleeps\r")
    try one.expect("   > ")
    other.type("said in the second\r")
    try other.expect("    > ")
    one.type("\r")
    try one.expect("gave-up> ")
    one.type("an hour a day\r")
    try one.expect("       > ")
    other.type("\u{3}")
    try other.expect("goes on here")
    #expect(try other.end() == 130)
    one.type("\u{3}")
    #expect(try one.end() == 130)

    let draft = try #require(files(program).first)
    let text = try program.disk.text("data/whet/notebook/\(draft)")
    for said in ["said in the first", "said in the second", "because it sleeps", "an hour a day"] {
      #expect(text.contains(said))
    }
    #expect(files(program).count == 1)
  }

  /// Finished in one window: the other says nothing of it a second time.
  @Test func aDraftThatWasFinishedElsewhereDoesNotComeBack() throws {
    let program = try BuiltProgram()
    let one = try PseudoTerminal(program, ["explain", "the tide relay"])
    try one.expect("what> ")
    one.type("said in the first\r")
    try one.expect("    > ")
    #expect(
      try program.run("explain", "the tide relay", "--why", "because it sleeps", "--tier", "core").code == 0)
    one.type("said too late\r")
    try one.expect("elsewhere")
    one.type("\u{3}")
    #expect(try one.end() == 130)
    #expect(try note(program).contains("said in the first"))
    let draft = try #require(files(program).first { $0.contains(".draft") })
    let text = try program.disk.text("data/whet/notebook/\(draft)")
    #expect(text.contains("said too late") && !text.contains("said in the first"))
  }

  /// Finished in one window while the other is asked for the tier: it says where the note is.
  @Test func aDraftThatWasFinishedAtTheEndIsTold() throws {
    let program = try BuiltProgram()
    let one = try PseudoTerminal(program, ["explain", "the tide relay"])
    for name in Self.questions {
      try one.expect("\(name)> ")
      one.type(name == "what" ? "said in the first\r\r" : "\r")
    }
    try one.expect("Enter for r > ")
    #expect(
      try program.run("explain", "the tide relay", "--why", "because it sleeps", "--tier", "core").code == 0)
    one.type("c")
    try one.expect("finished elsewhere:")
    try one.expect("2026-03-02-the-tide-relay.md")
    #expect(try one.end() == 0)
    #expect(!one.shown.contains("from here on"))
    #expect(files(program).count == 1)
  }

  @Test(arguments: [SIGTERM, SIGHUP], ["xterm", "dumb"])
  func aSignalEndsItAsOneAndKeepsTheDraft(signal: Int32, term: String) throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(program, ["explain", "the gauge"], environment: ["TERM": term])
    try terminal.expect("what> ")
    terminal.type("It measures.\(term == "dumb" ? "\n" : "\r")")
    try terminal.expect("    > ")
    kill(terminal.child, signal)
    // Without a line editor the system itself ends it by the signal.
    #expect(try terminal.end() == (term == "dumb" ? -signal : 128 + signal))
    let draft = try #require(files(program).first)
    #expect(try program.disk.text("data/whet/notebook/\(draft)").contains("It measures."))
  }

  // MARK: Through $EDITOR

  /// An editor that writes, says so, and then does what the rest of the script says.
  private func editor(_ program: BuiltProgram, then rest: String) throws -> [String: String] {
    let script = try program.disk.write(
      """
      sed 's/^## Why this way$/## Why this way\\n\\nIt sleeps a lot./' "$1" > "$1.new" && mv "$1.new" "$1"
      echo editor is open
      \(rest)
      """, to: "editor.sh")
    return ["EDITOR": "sh \(script)"]
  }

  @Test func theEditorsFileBecomesTheNote() throws {
    let program = try BuiltProgram()
    let terminal = try PseudoTerminal(
      program, ["explain", "the gauge", "--editor", "--tier", "core"],
      environment: try editor(program, then: ""))
    try terminal.expect("editor is open")
    try terminal.expect("stop [q] > ")
    terminal.type("t")
    try terminal.expect("cards: 2 new")
    #expect(try terminal.end() == 0)
    #expect(try note(program).contains("## Why this way\n\nIt sleeps a lot.\n"))
    #expect(files(program).count == 1)
  }

  @Test(arguments: ["whet", "editor", "both"])
  func killedWhileTheEditorIsOpenNothingIsLost(who: String) throws {
    let program = try BuiltProgram()
    let rest = who == "whet" ? "read line" : "read line; kill -9 $$"
    let terminal = try PseudoTerminal(
      program, ["explain", "the gauge", "--editor"], environment: try editor(program, then: rest))
    try terminal.expect("editor is open")
    if who != "editor" { kill(terminal.child, SIGKILL) }
    terminal.type("\n")
    if who == "editor" { try terminal.expect("The draft is kept") }
    _ = try terminal.end()
    #expect(files(program) == ["explanations/.draft-the-gauge.md"])
    #expect(
      try program.disk.text("data/whet/notebook/explanations/.draft-the-gauge.md").contains(
        "It sleeps a lot."))

    // It goes on in the editor, or one at a time.
    let again = try PseudoTerminal(
      program, ["explain", "the gauge"] + (who == "both" ? [] : ["--editor"]), environment: ["EDITOR": "true"]
    )
    try again.expect("going on with the draft of the gauge: 1 of 6 answered")
    if who == "both" {
      for name in Self.questions where name != "why" {
        try again.expect("\(name)> ")
        again.type("\r")
      }
    }
    try again.expect("Enter for r > ")
    again.type("\r")
    try again.expect("stop [q] > ")
    again.type("t")
    try again.expect("cards: 2 new")
    #expect(try again.end() == 0)
    #expect(try note(program).contains("It sleeps a lot."))
    #expect(files(program).count == 1)
  }

  // MARK: From memory

  @Test(arguments: [[80, 24], [60, 20]])
  func theWholeFromMemory(size: [Int]) throws {
    var program = try BuiltProgram()
    try program.run(
      "explain", "the gauge", "--why", "It sleeps most of the time.", "--breaks",
      "The battery. Look at the lamp.")
    program.environment["WHET_NOW"] = "2026-03-09T10:00:00Z"
    let terminal = try PseudoTerminal(program, ["explain", "--recall"], columns: size[0], rows: size[1])
    try terminal.expect("Why this approach")
    try terminal.expect("recall> ")
    terminal.type("it sleeps most of the time\r\r")
    try terminal.expect("2 am?")
    try terminal.expect("recall> ")
    terminal.type("\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("5")
    try terminal.expect("It sleeps most of the time.")
    try terminal.expect("said  ")
    try terminal.expect("not told")
    try terminal.expect(size[0] < 80 ? "grade  0-2 7 d · [3] " : "grade  0-2 7 days · [3] ")
    terminal.type("4")
    try terminal.expect("1 answered, 1 recalled")
    #expect(try terminal.end() == 0)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func topicsAreCompletedWordByWord() throws {
    let program = try BuiltProgram()
    try program.run("explain", "the tide relay", "--why", "It sleeps most of the time.")
    try program.run("explain", "the lock gate", "--why", "It opens slowly.")
    let terminal = try PseudoTerminal(program, environment: ["NO_COLOR": "1"])
    try terminal.expect("whet> ")
    terminal.type("explain --recall the t\t\r")
    try terminal.expect("Explain the tide relay from memory")
    try terminal.expect("recall> ")
    terminal.type("\u{3}")
    try terminal.expect("whet> ")
    terminal.type("explain --rec\t lock\r")
    try terminal.expect("Explain the lock gate from memory")
  }

  // MARK: Git

  /// A repository that names programs of its own for everything that git can be made to run.
  @Test func aCommitIsNamedByGitAndNothingElseIsRun() throws {
    let program = try BuiltProgram()
    let script = try program.disk.write("touch '\(program.disk.file("ran"))'\n", to: "evil.sh")
    func git(_ words: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["git", "-c", "user.email=a@b", "-c", "user.name=n"] + words
      process.currentDirectoryURL = URL(fileURLWithPath: program.disk.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.environment = program.environment
      try process.run()
      process.waitUntilExit()
    }
    try git("init", "-q")
    try git("commit", "-q", "--allow-empty", "-m", "first")
    for key in ["core.fsmonitor", "core.sshCommand", "core.pager", "diff.external", "alias.rev-parse"] {
      try git("config", key, "sh \(script)")
    }
    try git("config", "extensions.partialClone", "origin")
    try git("config", "remote.origin.promisor", "true")
    try git("config", "remote.origin.url", "ext::sh \(script)")
    try git("config", "protocol.ext.allow", "always")
    let answer = try program.run("explain", "x", "--why", "a good reason", "--commit", "HEAD", "--json")
    #expect(answer.code == 0, "\(answer.errors)")
    let text = try String(contentsOfFile: answer.object["path"] as? String ?? "", encoding: .utf8)
    #expect(text.contains("\ncommit: "))
    for revision in ["nope", "--output=ran", "-h", "", "0123456789012345678901234567890123456789"] {
      let unknown = try program.run("explain", "x", "--why", "a good reason", "--commit=\(revision)")
      #expect(unknown.code == 1, "\(revision)")
      #expect(unknown.errors.contains("no commit \"\(revision)\""))
    }
    #expect(!FileManager.default.fileExists(atPath: program.disk.file("ran")))
  }
}
