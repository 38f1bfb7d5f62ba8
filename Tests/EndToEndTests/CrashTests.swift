import Foundation
import TestSupport
import Testing

/// `kill -9` at any moment: what was acknowledged is in the log, once, and nothing is broken.
@Suite struct CrashTests {
  private static let isLong = ProcessInfo.processInfo.environment["WHET_LONG"] != nil

  private static let deck = (1...20).map { "Q: question \($0)?\nA: answer \($0)\n" }.joined(separator: "\n")

  /// Grades from a script, ended by the signal after a random number of answers were read. Returns how many.
  private func kill(_ program: BuiltProgram, _ ids: [String], round: Int, after count: Int) throws -> Int {
    let lines = (0..<300).map { "grade \(ids[$0 % ids.count]) \($0 % 6) --answer r\(round)n\($0)\n" }.joined()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
    process.arguments = ["--json"]
    process.environment = program.environment
    let input = try program.disk.write(lines, to: "script")
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var output = Data()
    while output.count(where: { $0 == 10 }) < count {
      let piece = pipe.fileHandleForReading.availableData
      if piece.isEmpty { break }
      output += piece
    }
    Foundation.kill(process.processIdentifier, SIGKILL)
    output += pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return output.count { $0 == 10 }
  }

  private func killed(rounds: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "deck.md")
    try program.run("import", "deck.md")
    let ids = try program.run("cards", "--json").array.compactMap { $0["id"] as? String }
    var acknowledged: [Int] = []
    for round in 0..<rounds {
      acknowledged.append(try kill(program, ids, round: round, after: Int.random(in: 0...40, using: &random)))
    }
    let log = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    var times: [String: Int] = [:]
    for event in log { times[event["typed"] as? String ?? "", default: 0] += 1 }
    for (round, count) in acknowledged.enumerated() {
      for number in 0..<count {
        #expect(times["r\(round)n\(number)"] == 1, "answer \(number) of round \(round)")
      }
    }
    #expect(times.values.allSatisfy { $0 == 1 })
    let doctor = try program.run("doctor")
    #expect(doctor.code == 0, "\(doctor.output)")
  }

  /// A quiz ended by the signal: what was graded before a question was shown is in the log, and the question that was
  /// open is asked again.
  private func killedInTheQuiz(rounds: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for round in 0..<rounds {
      let program = try BuiltProgram()
      try program.disk.write(Self.deck, to: "deck.md")
      try program.run("import", "deck.md")
      try program.run("config", "new-per-day", "100")
      let script = try program.disk.write(String(repeating: "words\n\n5\n4\n", count: 20), to: "script")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      process.arguments = ["quiz"]
      process.environment = program.environment
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: script))
      process.standardError = FileHandle.nullDevice
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      var output = Data()
      let enough = Int.random(in: 0...3000, using: &random)
      while output.count < enough {
        let piece = pipe.fileHandleForReading.availableData
        if piece.isEmpty { break }
        output += piece
      }
      Foundation.kill(process.processIdentifier, SIGKILL)
      output += pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()

      let shown = String(decoding: output, as: UTF8.self).split(separator: "\n").filter {
        $0.hasPrefix(" question ")
      }
      let log = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
      #expect(log.count >= shown.count - 1, "round \(round)")
      if log.count == shown.count - 1, let open = shown.last {
        let next = try program.run("next", "--json").object["prompt"] as? String ?? ""
        #expect(" \(next)" == open, "round \(round)")
      }
      #expect(try program.run("doctor").code == 0)
    }
  }

  @Test func aKilledQuizGoesOnWhereItWas() throws { try killedInTheQuiz(rounds: 12, seed: 5) }

  @Test(.enabled(if: isLong)) func twoHundredKilledQuizzesLong() throws {
    try killedInTheQuiz(rounds: 200, seed: 6)
  }

  @Test func everyAcknowledgedGradeIsInTheLogOnce() throws {
    try killed(rounds: 25, seed: 11)
  }

  @Test(.enabled(if: isLong)) func aThousandKillsLong() throws {
    for seed in 0..<10 { try killed(rounds: 100, seed: UInt64(seed)) }
  }

  /// An explanation ended at every single write, sync and rename: what was typed is in the draft or in the note, and the
  /// same command comes to an end with one note.
  @Test(.enabled(if: isLong && FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func explanationsKilledAtEverySystemCallLong() throws {
    let script = ["It measures.\n\n", "It was there.\n", "And cheap.\n\n"]
    for call in ["pwrite64", "write", "fsync", "rename", "link", "unlink", "openat", "fdatasync"] {
      var when = 1
      while when < 2000 {
        let program = try BuiltProgram()
        let first = try program.run(
          "explain", "the gauge", input: script.joined(),
          through: [
            "/usr/bin/strace", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e",
            "inject=\(call):signal=KILL:when=\(when)",
          ])
        let folder = program.disk.file("data/whet/notebook/explanations")
        func notes() -> [String] {
          ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".md")
          }
        }
        if first.wasKilled || first.code != 0 {
          // Whatever it was, it goes on to the end.
          let again = try program.run("explain", "the gauge", "--breaks", "The battery first.", "--json")
          #expect(again.code == 0, "\(call) \(when): \(again.errors)")
        }
        #expect(notes().allSatisfy { !$0.hasPrefix(".") }, "\(call) \(when): \(notes())")
        #expect((1...2).contains(notes().count), "\(call) \(when): \(notes())")
        for name in notes() { try program.run("import", "\(folder)/\(name)", "--yes") }
        let doctor = try program.run("doctor")
        #expect(doctor.code == 0, "\(call) \(when): \(doctor.output)")
        if !first.wasKilled && first.code == 0 { break }
        when += call == "openat" ? 7 : 1
      }
    }
  }

  /// Ended at every single write, sync and truncation of an import and a grade.
  @Test(.enabled(if: isLong && FileManager.default.isExecutableFile(atPath: "/usr/bin/strace")))
  func killedAtEverySystemCallLong() throws {
    for call in ["pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "link", "openat"] {
      var when = 1
      while when < 400 {
        let program = try BuiltProgram()
        try program.disk.write(Self.deck, to: "deck.md")
        let inject = ["/usr/bin/strace", "-qq", "-o", "/dev/null", "-e", "trace=\(call)"]
        let first = try program.run(
          "import", "deck.md", through: inject + ["-e", "inject=\(call):signal=KILL:when=\(when)"])
        try program.run("import", "deck.md")
        let ids = try program.run("cards", "--json").array.compactMap { $0["id"] as? String }
        #expect(ids.count == 20, "\(call) \(when)")
        let second = try program.run(
          "grade", ids[0], "4", "--json", through: inject + ["-e", "inject=\(call):signal=KILL:when=\(when)"])
        let doctor = try program.run("doctor")
        #expect(doctor.code == 0, "\(call) \(when): \(doctor.output)")
        let reps = try program.run("show", ids[0], "--json").object["reps"] as? Int ?? -1
        if second.output.contains("interval") { #expect(reps == 1) } else { #expect((0...1).contains(reps)) }
        if !first.wasKilled && first.code == 0 && second.code == 0 { break }
        when += 1
      }
    }
  }
}
