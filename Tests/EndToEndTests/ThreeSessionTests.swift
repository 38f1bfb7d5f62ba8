import Foundation
import TestSupport
import Testing

/// `three` on a real terminal, and killed at the worst moments.
@Suite(.serialized) struct ThreeSessionTests {
  private static let prompts = ["> ", "sure? 0-9 > ", "why> ", "price> "]

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    // The program is run in the folder itself.
    for (path, text) in ShopWorld.records {
      try program.disk.write(text, to: String(path.dropFirst("shop/".count)))
    }
    #expect(try program.run("import", "--yes", "docs/adr").code == 0)
    #expect(try program.run("key", "1", "2", "3").code == 0)
    return program
  }

  private func answer(_ terminal: PseudoTerminal, _ index: Int, enter: String) throws {
    let part = index % 4
    try terminal.expect(part == 0 ? "\(index / 4 + 1)> " : Self.prompts[part])
    // One key, without Enter, where the terminal allows it.
    terminal.type(ShopWorld.told[index] + (part == 1 && enter == "\r" ? "" : enter))
  }

  @Test(arguments: [([80, 24], "xterm"), ([60, 20], "xterm"), ([80, 24], "dumb")])
  func toldToTheEnd(size: [Int], term: String) throws {
    let program = try program()
    let enter = term == "dumb" ? "\n" : "\r"
    let terminal = try PseudoTerminal(
      program, ["three"], columns: size[0], rows: size[1], environment: ["TERM": term, "NO_COLOR": "1"])
    for index in ShopWorld.told.indices { try answer(terminal, index, enter: enter) }
    for _ in 0..<3 {
      try terminal.expect("3 digits 0-2 > ")
      terminal.type(enter)
    }
    try terminal.expect("18 of 18 points")
    #expect(try terminal.end() == 0)
    #expect(try program.run("doctor").code == 0)
  }

  @Test(arguments: ["\u{3}", "kill"], [1, 2, 7, 11])
  func interruptedItGoesOnThere(how: String, at index: Int) throws {
    let program = try program()
    let terminal = try PseudoTerminal(program, ["three"])
    for index in 0..<index { try answer(terminal, index, enter: "\r") }
    let part = index % 4
    try terminal.expect(part == 0 ? "\(index / 4 + 1)> " : Self.prompts[part])
    if how == "kill" {
      kill(terminal.child, SIGKILL)
      #expect(try terminal.end() == -SIGKILL)
    } else {
      terminal.type(how)
      try terminal.expect("goes on here")
      #expect(try terminal.end() == 130)
    }
    let again = try PseudoTerminal(program, ["three"])
    try again.expect("going on with what you began")
    for index in index..<ShopWorld.told.count { try answer(again, index, enter: "\r") }
    for _ in 0..<3 {
      try again.expect("3 digits 0-2 > ")
      again.type("\r")
    }
    try again.expect("18 of 18 points")
    #expect(try again.end() == 0)
    #expect(try program.run("doctor").code == 0)
  }
}
