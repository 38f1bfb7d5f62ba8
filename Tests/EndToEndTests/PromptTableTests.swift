import Foundation
import TestSupport
import Testing

/// What people expect of a prompt, as far as the other suites do not show it already.
@Suite(.serialized) struct PromptTableTests {
  private static let deck = "Q: one?\nA: the first answer\n\nQ: two?\nA: the second answer\n"

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "deck.md")
    try program.run("import", "deck.md")
    return program
  }

  private func script(_ text: String, _ program: BuiltProgram) throws -> String {
    let path = try program.disk.write("#!/bin/sh\n" + text, to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test func oneEntryOfSeveralLinesIsOneItemOfTheHistory() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.expect(" 2> ")
    terminal.type("add --prompt 'over two\r")
    try terminal.expect("...> ")
    terminal.type("lines' --answer yes\r")
    try terminal.expect("added")
    try terminal.expect(" 3> ")
    terminal.type("due\r")
    try terminal.expect(" 3> ")
    terminal.type("\u{1b}[A")
    try terminal.expect("due")
    terminal.type("\u{1b}[A")
    try terminal.expect("over two")
    try terminal.expect("lines' --answer yes")
    terminal.type("\u{1b}[A")
    // There is nothing before it.
    terminal.type("\u{3}")
    try terminal.expect(" 3> ")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  @Test(arguments: ["bind -e\n", "bind -v\n"])
  func aPasteIsTakenInBothModes(editrc: String) throws {
    let program = try program()
    try program.disk.write(editrc, to: "home/.editrc")
    let terminal = try PseudoTerminal(program)
    try terminal.expect(" 2> ")
    terminal.type("\u{1b}[200~due\nstats\u{1b}[201~")
    try terminal.expect("stats")
    terminal.type("\r")
    try terminal.expect("2 new, about 1 min")
    try terminal.expect("retained")
  }

  @Test func theDraftOfACardSurvivesACrash() throws {
    let program = try program()
    let id = try #require(try program.run("next", "--json").object["id"] as? String)
    let editor = try script("sed -i 's/^Q:.*/Q: half typed?/' \"$1\"\nkill -9 $PPID\n", program)
    let broken = try PseudoTerminal(
      program, ["-c", "EDITOR='exec \(editor)' \(BuiltProgram.path) edit \(id)"], path: "/bin/sh")
    _ = try broken.end()
    _ = try script("true\n", program)
    let terminal = try PseudoTerminal(program, environment: ["EDITOR": editor])
    try terminal.expect(" 2> ")
    terminal.type("edit \(id)\r")
    try terminal.expect("going on with the draft that was left in")
    try terminal.expect("changed; `")
    #expect(try program.run("show", id, "--json").object["prompt"] as? String == "half typed?")
  }

  @Test func helpIsAtHandAndAWrongWordIsUnderstood() throws {
    let terminal = try PseudoTerminal(try program(), columns: 60, rows: 20)
    try terminal.expect(" 2> ")
    terminal.type("help keys\r")
    try terminal.expect("Ctrl-C")
    try terminal.expect(" 2> ")
    terminal.type("help grade\r")
    let help = try terminal.expect(" 2> ")
    let example = try #require(help.range(of: "whet grade"))
    let usage = try #require(help.range(of: "--answer"))
    #expect(example.lowerBound < usage.lowerBound)
    terminal.type("quizz\r")
    try terminal.expect("did you mean")
    try terminal.expect(" 2> ")
    terminal.type("cards --jsn\r")
    try terminal.expect("--json")
  }

  @Test func coloursFollowTheirOrder() throws {
    let colour = "\u{1b}["
    var program = try program()
    #expect(!(try program.run("cards")).output.contains(colour))
    #expect(try program.run("cards", "--color", "always").output.contains(colour))
    program.environment["NO_COLOR"] = "1"
    #expect(try program.run("cards", "--color", "always").output.contains(colour))
    for extra in [["NO_COLOR": "1"], ["CLICOLOR": "0"]] {
      program.environment["NO_COLOR"] = nil
      let terminal = try PseudoTerminal(program, ["cards"], environment: extra)
      #expect(try terminal.end() == 0)
      #expect(!terminal.shown.contains(colour))
    }
    let terminal = try PseudoTerminal(program, ["cards"])
    #expect(try terminal.end() == 0)
    #expect(terminal.shown.contains(colour))
  }

  @Test func dataAndRemarksGoTheirOwnWays() throws {
    let program = try program()
    let answer = try program.run("cards", "--json")
    #expect(answer.array.count == 2)
    #expect(answer.errors.isEmpty)
    let wrong = try program.run("cards", "deck:nowhere", "--json")
    #expect(wrong.output.isEmpty || wrong.array.isEmpty)
    let piped = try program.run("quiz", "--limit", "1", input: "\n\n4\n")
    #expect(piped.code == 0)
    #expect(piped.errors.isEmpty)
  }

  /// Many cards at once are worth a question; where nobody can be asked it fails at once. What one word takes back
  /// asks nothing.
  @Test func manyCardsAtOnceAsk() throws {
    let program = try program()
    #expect(try program.run("suspend", "deck:deck").code == 2)
    let terminal = try PseudoTerminal(program, ["suspend", "deck:deck"])
    try terminal.expect("y/n > ")
    terminal.type("n")
    #expect(try terminal.end() != 0)
    #expect(try program.run("cards", "is:suspended", "--json").array.isEmpty)
    #expect(try program.run("suspend", "deck:deck", "--yes").code == 0)
    #expect(try program.run("cards", "is:suspended", "--json").array.count == 2)
    let copy = program.disk.file("copy.db")
    #expect(try program.run("backup", copy).code == 0)
    #expect(try program.run("restore", copy).errors.contains("before-restore"))
  }
}
