import Foundation
import TestSupport
import Testing

/// Decision records on a real terminal, and files that nobody would want to read.
@Suite(.serialized) struct RecordReviewTests {
  private static let record = """
    # 1. Ship parcels by boat

    ## Status

    Accepted

    ## Decision

    Parcels for the islands leave with the evening boat, packed in oil cloth.

    ## Consequences

    ### Negative

    - A storm delays every parcel by a day.

    """

  private func program() throws -> BuiltProgram {
    let program = try BuiltProgram()
    try program.disk.write(Self.record, to: "docs/adr/0001-ship-parcels-by-boat.md")
    try program.disk.write(
      Self.record.replacing("1. Ship parcels by boat", with: "2. Label printing")
        .replacing(
          "Parcels for the islands leave with the evening boat, packed in oil cloth.",
          with: "Every harbour prints its labels on a machine of its own."
        )
        .replacing(
          "A storm delays every parcel by a day.", with: "Seven machines have to be fed with paper."),
      to: "docs/adr/0002-label-printing.md")
    return program
  }

  @Test(arguments: [[80, 24], [60, 20]])
  func draftsAreTakenKeyByKey(size: [Int]) throws {
    let program = try program()
    let terminal = try PseudoTerminal(program, ["import"], columns: size[0], rows: size[1])
    try terminal.expect("Look at them? y/n > ")
    terminal.type("y")
    let stop = size[0] < 80 ? "stop q > " : "stop [q] > "
    try terminal.expect("1 of 2")
    try terminal.expect(stop)
    terminal.type("1")
    try terminal.expect(" 1 - what")
    try terminal.expect(stop)
    terminal.type("t")
    try terminal.expect("2 of 2")
    try terminal.expect(stop)
    // Left in the middle: what was decided is kept.
    terminal.type("\u{3}")
    try terminal.expect("1 record left")
    #expect(try terminal.end() == 130)
    #expect(try program.run("cards", "--json").array.count == 1)

    let again = try PseudoTerminal(program, ["import", "docs/adr"], columns: size[0], rows: size[1])
    try again.expect("1 of 1")
    try again.expect(stop)
    again.type("A")
    try again.expect("cards: ")
    #expect(try again.end() == 0)
    #expect(try program.run("cards", "--json").array.count == 3)
    #expect(try program.run("doctor").code == 0)
  }

  @Test func theFirstRunOffersDecisionRecords() throws {
    let terminal = try PseudoTerminal(try program())
    try terminal.expect("Found 2 decision records, 4 cards in docs here.")
    terminal.type("y")
    try terminal.expect("cards: 4 new")
    terminal.type("decisions\r")
    try terminal.expect("Ship parcels by boat")
    terminal.type("\u{4}")
    #expect(try terminal.end() == 0)
  }

  /// Each odd file has its fate, and the good ones among them are read all the same.
  @Test func oddFilesKeepNobodyWaiting() throws {
    let program = try program()
    // Different words in each: what many records share is nobody's.
    func good(_ name: String) -> String {
      Self.record.replacing("evening", with: "\(name) evening").replacing("a day", with: "a \(name) day")
    }
    func tail(_ name: String, _ text: String) -> Data { Data((good(name) + "\n\n" + text + "\n").utf8) }
    let latin = good("latin").replacing("oil", with: "öl").unicodeScalars.map { UInt8($0.value) }
    let odd: [String: Data] = [
      "nul": Data(good("nul").replacing("oil", with: "o\0l").utf8),
      "crlf": Data(good("crlf").replacing("\n", with: "\r\n").utf8),
      "bom": Data([0xef, 0xbb, 0xbf]) + Data(good("bom").utf8), "latin": Data(latin),
      "utf16": good("utf16").data(using: .utf16) ?? Data(),
      "line": tail("line", String(repeating: "word ", count: 2_000_000)),
      "deep": tail("deep", String(repeating: ">", count: 100_000) + " x"),
      "list": tail("list", String(repeating: "- ", count: 100_000) + "x"),
      "fence": tail("fence", "```\nnever closed"), "comment": tail("comment", "<!-- never closed"),
      "matter": Data(("---\nstatus: [accepted\n  a: {b: &c\n" + good("matter")).utf8),
      "table": tail(
        "table", "|" + String(repeating: "a|", count: 5000) + "\n|" + String(repeating: "-|", count: 5000)),
      "brackets": tail("brackets", String(repeating: "[", count: 100_000)),
    ]
    for (index, file) in odd.sorted(by: { $0.key < $1.key }).enumerated() {
      try file.value.write(
        to: URL(fileURLWithPath: program.disk.file("docs/adr/\(100 + index)-\(file.key).md")))
    }
    mkfifo(program.disk.file("docs/adr/200-fifo.md"), 0o600)
    try FileManager.default.createSymbolicLink(
      atPath: program.disk.file("docs/adr/loop"), withDestinationPath: ".")
    let handle = FileManager.default.createFile(
      atPath: program.disk.file("docs/adr/201-sparse.md"), contents: nil)
    #expect(handle)
    truncate(program.disk.file("docs/adr/201-sparse.md"), 1 << 30)

    let answer = try program.run("import", "docs/adr", "--yes", "--json")
    #expect(answer.code == 0)
    #expect(answer.object["imported"] as? Int == 2 + odd.count)
    let skipped = (answer.object["skipped"] as? [[String: Any]] ?? []).compactMap { $0["reason"] as? String }
    #expect(
      Set(skipped) == ["neither a file nor a folder", "larger than 64 MB", "a link to what was read already"])
    let told = Set((answer.object["findings"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String })
    for name in ["nul", "latin", "utf16", "line", "deep", "list", "fence", "comment", "table"] {
      #expect(told.contains { $0.contains("-\(name).md") }, "\(name)")
    }
  }
}
