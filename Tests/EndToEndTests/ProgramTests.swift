import Foundation
import TestSupport
import Testing

@Suite struct ProgramTests {
  private static let deck = "Q: one?\nA: 1\n\nQ: two?\nA: 2\n"

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "deck.md")
    try program.run("import", "deck.md")
    return program
  }

  @Test func theGoldenRowsComeOutOfTheProgram() throws {
    let rows = try BuiltProgram().run(
      "simulate", "5", "4", "2", "4", "3", "4", "2", "0", "0", "--scheduler", "sm2-classic", "--json"
    ).array
    let found = rows.map { row in
      "\(row["interval"] ?? "") \(row["ease"] ?? "") \(row["repetition"] ?? "") "
        + ((row["repeatToday"] as? Bool) == true ? "yes" : "no")
    }
    #expect(
      found == [
        "1 2.6 1 no", "6 2.6 2 no", "1 2.6 0 yes", "1 2.6 1 no", "6 2.46 2 yes", "15 2.46 3 no",
        "1 2.46 0 yes",
        "1 2.46 0 yes", "1 2.46 0 yes",
      ])
  }

  @Test func exitCodesTellWhatHappened() throws {
    var program = try program()
    #expect(try program.run("due").code == 0)
    #expect(try program.run("frobnicate").code == 2)
    #expect(try program.run("show", "zzzz").code == 3)
    #expect(try program.run("import", "nowhere").code == 1)
    program.environment["WHET_DB"] = try program.disk.write("junk", to: "junk.db")
    #expect(try program.run("due").code == 5)
    program.environment["WHET_DB"] = program.disk.file("whet.db")
    program.environment["WHET_NOW"] = "yesterday"
    #expect(try program.run("due").code == 2)
  }

  @Test func aPipeRunsOneCommandALine() throws {
    let program = try program()
    let answer = try program.run("--json", input: "due\nnonsense\nnext\nquit\n")
    #expect(answer.code == 2)
    #expect(answer.output.split(separator: "\n").count == 2)
  }

  @Test func nothingIsReadableForOthersUnderAnyUmask() throws {
    for mask in ["000", "022", "077"] {
      var program = try BuiltProgram()
      try program.disk.write(Self.deck, to: "deck.md")
      program.environment["WHET_DB"] = nil
      let wrapper = ["/bin/sh", "-c", "umask \(mask); exec \"$@\"", "sh"]
      try program.run("import", "deck.md", through: wrapper)
      try program.run("add", "--prompt", "a", "--answer", "b", through: wrapper)
      try program.run("backup", program.disk.file("b.db"), through: wrapper)
      let modes = try ["data/whet/whet.db", "b.db", "data/whet", "data/whet/notebook"].map { name in
        try FileManager.default.attributesOfItem(atPath: program.disk.file(name))[.posixPermissions] as? Int
      }
      #expect(modes == [0o600, 0o600, 0o700, 0o700])
    }
  }

  @Test func aFlippedBitInAnyEventIsFound() throws {
    let program = try program()
    let id = try #require(try program.run("next", "--json").object["id"] as? String)
    let marker = "typed-by-a-person"
    try program.run("grade", id, "4", "--answer", marker)
    let path = URL(fileURLWithPath: program.disk.file("whet.db"))
    let whole = try Data(contentsOf: path)
    let place = try #require(whole.range(of: Data(marker.utf8)))
    // Every byte of the row around the words: ids, times, grade, sums.
    for offset in stride(from: place.lowerBound - 90, to: place.upperBound + 16, by: 3) {
      var flipped = whole
      flipped[offset] ^= 1 << UInt8(offset % 8)
      try flipped.write(to: path)
      #expect(try program.run("doctor").code != 0, "byte \(offset - place.lowerBound)")
    }
    try whole.write(to: path)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func aFullDiskKeepsNothingAndSaysSo() throws {
    let program = try program()
    let id = try #require(try program.run("next", "--json").object["id"] as? String)
    // The limit on a file's size is the closest thing to a full disk that needs no privilege.
    let size = try #require(
      try FileManager.default.attributesOfItem(atPath: program.disk.file("whet.db"))[.size] as? Int)
    let wrapper = ["/bin/bash", "-c", "ulimit -f \(size / 1024); exec \"$@\"", "bash"]
    var failed = false
    for number in 0..<200 {
      let answer = try program.run(
        "grade", id, "4", "--answer", String(repeating: "\(number) ", count: 500), through: wrapper)
      #expect(!answer.wasKilled)
      guard answer.code != 0 else { continue }
      #expect(answer.code == 1)
      #expect(answer.output.isEmpty)
      #expect(!answer.errors.isEmpty)
      failed = true
      break
    }
    #expect(failed)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func twoWritersBothSucceed() throws {
    let program = try program()
    let ids = try program.run("cards", "--json").array.compactMap { $0["id"] as? String }
    let processes = try (0..<4).map { writer -> Process in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: BuiltProgram.path)
      process.environment = program.environment
      let lines = (0..<40).map { "grade \(ids[$0 % ids.count]) 4 --answer w\(writer)-\($0)\n" }.joined()
      let input = try program.disk.write(lines, to: "writer-\(writer)")
      process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      return process
    }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let log = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    #expect(Set(log.compactMap { $0["typed"] as? String }).count == 160)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func aPromptNeverWaitsForALock() throws {
    let program = try program()
    let holder = Process()
    holder.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Held until the pipe is closed: no clock is involved.
    holder.arguments = ["sqlite3", program.disk.file("whet.db")]
    let commands = Pipe()
    let answers = Pipe()
    holder.standardInput = commands
    holder.standardOutput = answers
    holder.standardError = FileHandle.nullDevice
    try holder.run()
    commands.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE; SELECT 'held';\n".utf8))
    let isHeld = !answers.fileHandleForReading.availableData.isEmpty
    // Without the sqlite3 shell there is nobody to hold the lock.
    if isHeld {
      let answer = try program.run("due", "--prompt")
      #expect(answer.code == 0)
      #expect(answer.output.isEmpty)
      #expect(answer.errors.isEmpty)
    }
    try commands.fileHandleForWriting.close()
    holder.waitUntilExit()
    #expect(try program.run("due", "--prompt").output == "2\n")
  }

  @Test func hostileFilesAreReadInPeace() throws {
    let program = try BuiltProgram()
    try program.disk.write(Self.deck, to: "docs/good.md")
    try program.disk.write(String(repeating: "#", count: 1_000_000), to: "docs/signs.md")
    try program.disk.write("C: " + String(repeating: "[", count: 500_000), to: "docs/deep.md")
    try program.disk.write("Q: " + String(repeating: "x", count: 10_000_000) + "\nA: y\n", to: "docs/long.md")
    try program.disk.write(Data([0xff, 0xfe, 0x00, 0xd8]), to: "docs/half.md")
    try program.disk.write("<!--" + String(repeating: "-", count: 100_000), to: "docs/comment.md")
    #expect(mkfifo(program.disk.file("docs/pipe.md"), 0o600) == 0)
    let sparse = FileManager.default.createFile(atPath: program.disk.file("docs/sparse.md"), contents: nil)
    #expect(sparse && truncate(program.disk.file("docs/sparse.md"), 1 << 30) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: program.disk.file("docs/loop.md"), withDestinationPath: program.disk.file("docs/loop.md"))
    let answer = try program.run("import", "docs", "--json")
    #expect(answer.code == 0, "\(answer.errors)")
    let reasons = (answer.object["skipped"] as? [[String: String]] ?? []).compactMap { $0["reason"] }
    #expect(reasons.contains("larger than 64 MB"))
    #expect(reasons.contains("neither a file nor a folder"))
    #expect(reasons.contains("a link that leads nowhere, or in a circle"))
    #expect((answer.object["cards"] as? [String: Int])?["added"] == 3)
  }

  @Test func summerTimeAndZonesMakeNoFlood() throws {
    var program = try program()
    let ids = try program.run("cards", "--json").array.compactMap { $0["id"] as? String }
    program.environment["TZ"] = "Europe/Berlin"
    // The night in which the clocks go forward: 04:00 is an hour early.
    for (now, day) in [
      ("2026-03-29T00:30:00Z", "2026-03-28"), ("2026-03-29T01:59:59Z", "2026-03-28"),
      ("2026-03-29T02:00:00Z", "2026-03-29"), ("2026-10-25T02:30:00Z", "2026-10-24"),
      ("2026-10-25T03:00:00Z", "2026-10-25"), ("2026-07-01T02:00:00+05:30", "2026-06-30"),
    ] {
      program.environment["WHET_NOW"] = now
      try program.run("grade", ids[0], "4")
      let log = try program.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
      #expect(log.last?["day"] as? String == day, "\(now)")
    }
    // Far back in time nothing is due, and no interval is negative.
    program.environment["WHET_NOW"] = "2001-01-01T12:00:00Z"
    #expect(try program.run("due", "--json").object["due"] as? Int == 0)
    try program.run("grade", ids[0], "4")
    #expect(try program.run("doctor").code == 0)
  }
}
