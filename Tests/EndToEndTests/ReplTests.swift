import Foundation
import TestSupport
import Testing

/// The prompt on a real pseudo-terminal.
@Suite(.serialized) struct ReplTests {
  private static let deck = "Q: one?\nA: the first answer\n\nQ: two?\nA: the second answer\n"

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "deck.md")
    try program.run("import", "deck.md")
    return program
  }

  @Test(arguments: [[80, 24], [60, 20]])
  func aDayAtThePrompt(size: [Int]) throws {
    let program = try program()
    let terminal = try PseudoTerminal(program, columns: size[0], rows: size[1])
    try terminal.expect("2 new, about 1 min")
    try terminal.expect(" 2> ")
    terminal.type("quiz\r")
    try terminal.expect("one?")
    try terminal.expect("recall> ")
    terminal.type("the first answr\r")
    try terminal.expect("> ")
    terminal.type("\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("7")
    let between = try terminal.expect("the first answer")
    #expect(!between.contains("grade"))
    try terminal.expect("said")
    try terminal.expect("[5]")
    terminal.type("\r")
    try terminal.expect("u undo  e edit")
    try terminal.expect("two?")
    try terminal.expect("recall> ")
    terminal.type("\u{3}")
    try terminal.expect("Paused; what was graded is kept")
    try terminal.expect(" 1> ")
    terminal.type("undo\r")
    try terminal.expect("took back: grade 5")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func anErrorIsBrokenBetweenItsWordsOnATerminalAndOnlyThere() throws {
    let program = try program()
    let terminal = try PseudoTerminal(
      program, ["cards", "foo:bar"], columns: 40, environment: ["NO_COLOR": "1"])
    #expect(try terminal.end() == 2)
    let lines = terminal.shown.split(separator: "\r\n").map(String.init)
    #expect(lines.count > 2)
    for line in lines { #expect(line.count <= 40, "\(line)") }
    let piped = try program.run("cards", "foo:bar").errors
    #expect(piped.split(separator: "\n").count == 2)
    #expect(
      lines.joined(separator: " ").split(separator: " ") == piped.split { $0 == " " || $0 == "\n" })
  }

  @Test func manyStepsAreTakenBackWithAYesAndAWholePipeWithoutOne() throws {
    let program = try program()
    let id = try #require(program.run("cards", "--json").array.first?["id"] as? String)
    try program.run(input: Array(repeating: "grade \(id) 4\n", count: 12).joined())
    let terminal = try PseudoTerminal(program, ["undo", "64"])
    // The import is one of them.
    try terminal.expect("take back 13 steps? [y/N] > ")
    terminal.type("n")
    #expect(try terminal.end() == 1)
    #expect(try program.run("undo", "64").output.split(separator: "\n").count == 13)
  }

  @Test func controlCClearsTheLineAndControlDLeaves() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.expect(" 2> ")
    terminal.type("frobnicate\u{3}")
    try terminal.expect(" 2> ")
    terminal.type("due\r")
    try terminal.expect("2 new, about 1 min")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(!terminal.shown.contains("no command"))
  }

  @Test func wordsAreCompletedByTheirPlace() throws {
    let program = try program()
    let id = try #require(try program.run("next", "--json").object["id"] as? String)
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    terminal.type("sim\t")
    try terminal.expect("ulate ")
    terminal.type("4\r")
    try terminal.expect("again today")
    terminal.type("show \(id.prefix(6))\t\r")
    try terminal.expect("the first answer")
    terminal.type("cards deck:\t\r")
    try terminal.expect("2 cards")
    terminal.type("cards is:\t")
    try terminal.expect("is:suspended")
    terminal.type("\u{3}config sch\t\r")
    try terminal.expect("sm2")
    terminal.type("import de\t -\u{8}\r")
    try terminal.expect("1 unchanged")
  }

  @Test func historyIsKeptForTheProjectAndHoldsNoAnswers() throws {
    let program = try program()
    var terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    for line in ["due", "stats", "due", " decks"] {
      terminal.type("\(line)\r")
      try terminal.expect(" 2> ")
    }
    terminal.type("quiz --limit 1\r")
    try terminal.expect("recall> ")
    terminal.type("my secret answer\r\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("\r")
    try terminal.expect("grade")
    terminal.type("4")
    try terminal.expect(" 1> ")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)

    terminal = try PseudoTerminal(program)
    try terminal.expect(" 1> ")
    terminal.type("\u{1b}[A")
    try terminal.expect("quiz --limit 1")
    terminal.type("\u{1b}[A")
    try terminal.expect("due")
    terminal.type("\u{1b}[A")
    try terminal.expect("stats")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: program.disk.file("whet.db")))
    #expect(bytes.range(of: Data("defaultdecks".utf8)) == nil)
    #expect(bytes.range(of: Data("default decks".utf8)) == nil)
  }

  @Test func whatIsPastedWaitsForEnter() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.expect("\u{1b}[?2004h")
    try terminal.expect(" 2> ")
    terminal.type("\u{1b}[200~due\nstats\u{1b}[201~")
    try terminal.expect("stats")
    terminal.type("\u{3}")
    try terminal.expect(" 2> ")
    terminal.type("\u{1b}[200~due\nstats\u{1b}[201~\r")
    try terminal.expect("2 new, about 1 min")
    try terminal.expect("retained")
    try terminal.expect(" 2> ")
    // One hundred thousand letters arrive whole.
    let long = String(repeating: "x", count: 100_000)
    terminal.type("\u{1b}[200~add --prompt long --answer \(long)\u{1b}[201~")
    terminal.type("\r")
    try terminal.expect("added", seconds: 60)
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains("\u{1b}[?2004l"))
  }

  @Test func lettersBeyondASCIIAndBadBytes() throws {
    for locale in ["C", "C.UTF-8"] {
      let program = try program()
      let terminal = try PseudoTerminal(program, environment: ["LC_ALL": locale])
      try terminal.expect(" 2> ")
      terminal.type("add --prompt 'Wärum 猫 🙂?' --answer 'Tür'\r")
      try terminal.expect("added")
      try terminal.expect("> ")
      terminal.type(
        bytes: Array("add --prompt 'bad ".utf8) + [0xff, 0xfe, 0x00] + Array("' --answer b\r".utf8))
      try terminal.expect("added")
      terminal.type("\u{4}")
      #expect(try terminal.end() == 0)
      let prompts = try program.run("cards", "--json", "--all").array.compactMap { $0["prompt"] as? String }
      #expect(prompts.contains("Wärum 猫 🙂?"))
      #expect(prompts.contains { $0.hasPrefix("bad \u{fffd}") })
    }
  }

  @Test func theEditorRoundTripOfALine() throws {
    let program = try program()
    let editor = try program.disk.write("#!/bin/sh\nprintf 'stats\\n' > \"$1\"\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let terminal = try PseudoTerminal(program, environment: ["EDITOR": editor])
    try terminal.expect(" 2> ")
    terminal.type("du\u{18}\u{5}")
    try terminal.expect("stats")
    terminal.type("\r")
    try terminal.expect("retained")
  }

  @Test func aResizedWindowShowsTheLineAgain() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.expect(" 2> ")
    terminal.type("due")
    try terminal.expect("due")
    terminal.resize(columns: 60, rows: 20)
    try terminal.expect("due")
    terminal.type("\r")
    try terminal.expect("2 new, about 1 min")
  }

  @Test func stoppedAndContinuedTheLineIsStillThere() throws {
    let script = "set -m; \(BuiltProgram.path); echo STOPPED; fg; echo SHELL-LIVES"
    let terminal = try PseudoTerminal(try program(), ["-c", script], path: "/bin/bash")
    try terminal.expect(" 2> ")
    terminal.type("due")
    try terminal.expect("due")
    terminal.type("\u{1a}")
    try terminal.expect("STOPPED")
    try terminal.expect("due")
    terminal.type("\r")
    try terminal.expect("2 new, about 1 min")
    try terminal.expect(" 2> ")
    terminal.type("\u{4}")
    try terminal.expect("SHELL-LIVES")
  }

  /// The script is in the same process group: a signal passed on to the group would end it too.
  @Test func endingWhetLeavesTheScriptAlive() throws {
    let terminal = try PseudoTerminal(
      try program(), ["-c", "\(BuiltProgram.path); echo SCRIPT-LIVES"], path: "/bin/bash")
    try terminal.expect(" 2> ")
    let children = try String(
      contentsOfFile: "/proc/\(terminal.child)/task/\(terminal.child)/children", encoding: .utf8)
    kill(try #require(pid_t(children.trimmingCharacters(in: .whitespaces))), SIGTERM)
    try terminal.expect("SCRIPT-LIVES")
    #expect(try terminal.end() == 0)
  }

  @Test func aDumbTerminalGetsPlainLines() throws {
    let terminal = try PseudoTerminal(try program(), environment: ["TERM": "dumb"])
    try terminal.expect(" 2> ")
    terminal.type("due\n")
    try terminal.expect("2 new, about 1 min")
    try terminal.expect(" 2> ")
    terminal.type("quiz\n")
    try terminal.expect("recall> ")
    terminal.type("\u{3}")
    try terminal.expect("Paused; what was graded is kept")
    try terminal.expect(" 2> ")
    terminal.type("quit\n")
    #expect(try terminal.end() == 0)
    #expect(!terminal.shown.contains("\u{1b}"))
  }

  @Test func anOpenQuotationMarkGoesOnInTheNextLine() throws {
    let program = try program()
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    terminal.type("add --prompt 'over two\r")
    try terminal.expect("...> ")
    terminal.type("lines' --answer yes\r")
    try terminal.expect("added")
    try terminal.expect("> ")
    #expect(
      try program.run("cards", "--json").array.contains { $0["prompt"] as? String == "over two\nlines" })
  }

  @Test func thePersonsOwnKeysCount() throws {
    let program = try program()
    try program.disk.write("bind -v\n", to: "home/.editrc")
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    // As vi has it: Escape, to the beginning, delete a letter, and Enter.
    terminal.type("xdue\u{1b}0x\r")
    try terminal.expect("2 new, about 1 min")
  }

  /// A signal that ends the program ends it whatever is being asked.
  @Test func aTerminatedQuizEndsTheProgram() throws {
    let program = try program()
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    terminal.type("quiz\r")
    try terminal.expect("recall> ")
    kill(terminal.child, SIGTERM)
    #expect(try terminal.end() == 128 + SIGTERM)
    #expect(terminal.shown.hasSuffix("\u{1b}[?2004l"))
    #expect(try program.run("doctor").code == 0)
  }

  @Test func theFirstRunOffersWhatLiesHere() throws {
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "decks/deck.md")
    let terminal = try PseudoTerminal(program)
    try terminal.expect("Found 2 cards in decks here.")
    try terminal.expect("Import them? y/n > ")
    terminal.type("y")
    try terminal.expect("cards: 2 new")
    try terminal.expect(" 2> ")
  }

  /// Whatever a card, a file name or a tag holds: nothing of it acts on the terminal.
  @Test func nothingFromOutsideActsOnTheTerminal() throws {
    let program = try BuiltProgram()
    let evil = "\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}abc\u{2066}\u{8}\u{7f}"
    try program.disk.write("# \(evil)\nQ: what \(evil)?\nA: that \(evil)\n", to: "na\u{1b}[31mme.md")
    try program.run("import", ".", "--deck", "deck\(evil)")
    let terminal = try PseudoTerminal(program, environment: ["NO_COLOR": "1"])
    try terminal.expect(" 1> ")
    for line in ["cards", "show 0", "next --answer", "decks", "sources", "export csv", "cards --json"] {
      terminal.type("\(line)\r")
      try terminal.expect(" 1> ")
    }
    terminal.type("quiz\r")
    try terminal.expect("recall> ")
    terminal.type("\r")
    try terminal.expect("sure? 0-9 > ")
    terminal.type("5")
    try terminal.expect("grade")
    for scalar in terminal.shown.unicodeScalars {
      #expect(!(0x80..<0xa0).contains(scalar.value) && !(0x202a...0x202e).contains(scalar.value))
      #expect(!(0x2066...0x2069).contains(scalar.value))
    }
    #expect(!terminal.shown.contains("\u{1b}]"))
    #expect(!terminal.shown.contains("\u{1b}[2J"))
    #expect(!terminal.shown.contains("\u{1b}[31m"))
  }
}
