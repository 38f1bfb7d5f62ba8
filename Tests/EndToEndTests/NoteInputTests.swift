import Foundation
import TestSupport
import Testing

/// Files that nobody would want to read, taken for notes.
@Suite(.serialized) struct NoteInputTests {
  private static let said = "The relay must retry every payment because the broker loses one in forty.\n"

  /// Each has its fate, what is odd in it is told, and what can be read of it is asked.
  @Test func oddNotesKeepNobodyWaiting() throws {
    let program = try BuiltProgram()
    func tail(_ text: String) -> Data { Data(("# A note\n\n" + Self.said + "\n" + text + "\n").utf8) }
    let sentence = String(repeating: "because, (a) `b` ", count: 11_000) + "."
    let odd: [String: Data] = [
      "bytes": Data(("# A note\n\n" + Self.said).utf8) + Data([0xff, 0xfe, 10]),
      "line": tail(String(repeating: "word ", count: 2_000_000)),
      "deep": tail(String(repeating: ">", count: 100_000) + " x"),
      "sentence": tail(sentence),
      "large": tail(String(repeating: "Nothing is said in this line of the file.\n\n", count: 120_000)),
    ]
    for (name, bytes) in odd {
      try bytes.write(to: URL(fileURLWithPath: program.disk.file("notes-\(name).md")))
      let answer = try program.run("import", "notes-\(name).md", "--as", "note", "--yes", "--json")
      #expect(answer.code == 0, "\(name): \(answer.errors)")
      #expect(answer.object["imported"] as? Int == 1, "\(name)")
      let told = (answer.object["findings"] as? [[String: Any]] ?? []).compactMap { $0["message"] as? String }
      #expect(!told.isEmpty, "\(name)")
    }
    let cards = try program.run("cards", "--json").array
    #expect(cards.contains { ($0["prompt"] as? String)?.contains("retry") == true })

    let binary = Data((0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 3) })
    try binary.write(to: URL(fileURLWithPath: program.disk.file("binary.md")))
    let answer = try program.run("import", "binary.md", "--as", "note", "--yes", "--json")
    let skipped = answer.object["skipped"] as? [[String: Any]] ?? []
    #expect(skipped.compactMap { $0["reason"] as? String } == ["no text"])
    #expect(try program.run("doctor").code == 0)
  }
}
