import Foundation
import TestSupport
import Testing

/// `debug drill` on a real terminal: to the end, with nothing to say, left and gone on with, and killed.
@Suite(.serialized) struct DrillSessionTests {
  /// What the terminal asks before each line of `DrillWorld.told`.
  private static let prompts = [
    "1> ", "sure 0-100> ", "2> ", "sure 0-100> ", "3> ", "reweigh> ", "reweigh> ", "reweigh> ",
    "sure 0-100> ", "reweigh> ", "reweigh> ", "[3] > ", "grade  ",
  ]

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.disk.write(DrillWorld.deck, to: "incidents.md")
    #expect(try program.run("import", "--yes", "incidents.md").code == 0)
    try DrillWorld.makeDrills(in: program.disk.file("whet.db"))
    return program
  }

  private func answer(_ terminal: PseudoTerminal, _ lines: Range<Int>, enter: String = "\r") throws {
    for index in lines {
      try terminal.expect(Self.prompts[index])
      terminal.type(DrillWorld.told[index] + enter)
    }
  }

  private func confidences(_ program: BuiltProgram) throws -> [[Int]] {
    try program.run("debug", "drill", "--history", "--json").array.compactMap { $0["confidence"] as? [Int] }
  }

  @Test(arguments: [([80, 24], "xterm"), ([60, 20], "xterm"), ([80, 24], "dumb")])
  func toldToTheEnd(size: [Int], term: String) throws {
    let program = try program()
    let terminal = try PseudoTerminal(
      program, ["debug", "drill"], columns: size[0], rows: size[1],
      environment: ["TERM": term, "NO_COLOR": "1"])
    try answer(terminal, 0..<DrillWorld.told.count, enter: term == "dumb" ? "\n" : "\r")
    try terminal.expect("in 1 day")
    #expect(try terminal.end() == 0)
    #expect(try confidences(program) == [[0, 0, 80, 80]])
    #expect(try program.run("doctor").code == 0)
  }

  @Test func nothingToSayIsFine() throws {
    let program = try program()
    let terminal = try PseudoTerminal(program, ["debug", "drill"])
    try terminal.expect("1> ")
    terminal.type("\r")
    try terminal.expect("one guess is enough")
    try terminal.expect("1> ")
    terminal.type("?\r")
    for _ in 0..<3 {
      try terminal.expect("reweigh> ")
      terminal.type("\r")
    }
    try terminal.expect("not among them this time")
    try terminal.expect("grade  ")
    terminal.type("\r")
    #expect(try terminal.end() == 0)
    #expect(try confidences(program) == [[0, 0, 0, 0]])
  }

  @Test(arguments: ["\u{3}", "\u{4}", "kill"], [1, 2, 5, 6, 8, 11, 12])
  func leftItGoesOnThere(how: String, at index: Int) throws {
    let program = try program()
    let terminal = try PseudoTerminal(program, ["debug", "drill"])
    try answer(terminal, 0..<index)
    try terminal.expect(Self.prompts[index])
    if how == "kill" {
      kill(terminal.child, SIGKILL)
      #expect(try terminal.end() == -SIGKILL)
    } else {
      terminal.type(how)
      try terminal.expect("goes on here")
      #expect(try terminal.end() == (how == "\u{3}" ? 130 : 0))
    }
    #expect(try confidences(program).isEmpty)
    let again = try PseudoTerminal(program, ["debug", "drill"])
    try again.expect("going on with what you began")
    try answer(again, index..<DrillWorld.told.count)
    try again.expect("in 1 day")
    #expect(try again.end() == 0)
    #expect(try confidences(program) == [[0, 0, 80, 80]])
    #expect(try program.run("doctor").code == 0)
  }

  /// In the quiz it begins when somebody says so, and the next quiz goes on with it where it was.
  @Test(arguments: ["\u{3}", "kill"]) func inTheQuizItGoesOnToo(how: String) throws {
    let program = try program()
    let other = try program.run("cards", "invoices", "--json").array.first?["id"] as? String ?? ""
    #expect(try program.run("suspend", other).code == 0)
    let terminal = try PseudoTerminal(program, ["quiz"])
    try terminal.expect("Enter begins")
    terminal.type("\r")
    try answer(terminal, 0..<6)
    try terminal.expect(Self.prompts[6])
    if how == "kill" {
      kill(terminal.child, SIGKILL)
      #expect(try terminal.end() == -SIGKILL)
    } else {
      terminal.type(how)
      try terminal.expect("Paused; what was graded is kept")
      #expect(try terminal.end() == 130)
    }
    let again = try PseudoTerminal(program, ["quiz"])
    try again.expect("Enter begins")
    again.type("\r")
    try again.expect("going on with what you began")
    try answer(again, 6..<DrillWorld.told.count)
    try again.expect("1 answered, 1 recalled")
    #expect(try again.end() == 0)
    #expect(try confidences(program) == [[0, 0, 80, 80]])
    #expect(try program.run("doctor").code == 0)
  }

  /// Killed while a line is on its way, and again until all of them are there: each is either kept or asked for again,
  /// none is there twice, and the grade comes with the end of the lines or not at all.
  @Test func killedRightAfterEachLine() throws {
    let program = try program()
    var told = DrillWorld.told
    told[11] = "3"
    let path = program.disk.file("whet.db")
    var done = 0
    var kills = 0
    while kills < 40 {
      let terminal = try PseudoTerminal(program, ["debug", "drill"])
      try terminal.expect(Self.prompts[done])
      // One key where the terminal allows it.
      terminal.type(told[done] + "\r")
      if kills % 2 == 1 { try terminal.expect(done < 12 ? Self.prompts[done + 1] : "in 1 day") }
      kill(terminal.child, SIGKILL)
      _ = try terminal.end()
      kills += 1
      let kept = try DrillWorld.lines(in: path)
      if done == 12, kept.isEmpty { break }
      #expect(kept == Array(told.prefix(done)) || kept == Array(told.prefix(done + 1)), "\(kept)")
      #expect(try confidences(program).isEmpty)
      done = kept.count
    }
    #expect(kills < 40)
    #expect(try confidences(program) == [[0, 0, 80, 80]])
    #expect(try program.run("doctor").code == 0)
  }
}
