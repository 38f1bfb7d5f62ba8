import Foundation
import Recall
import Testing

@testable import Reading

/// Explanation notes and all that is made of them, as a person would check it.
@Suite struct ExplanationGoldenTests {
  private static let folder = Golden.folder.deletingLastPathComponent().appendingPathComponent("explanations")

  static let names = ["1-as-whet-writes-it", "2-mended-by-hand"]

  @Test(arguments: names) func cardsAreTheOnesThatWereRead(name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".md"), encoding: .utf8)
    let note = try #require(try Explanation.note(text))
    var lines = ["topic: \(note.topic)", "date: \(note.date ?? "none")"]
    for open in note.open { lines.append("open, line \(open.line): \(open.text)") }
    for answered in note.answered {
      lines.append("answered \(answered.date ?? "once"), line \(answered.line)")
    }
    for draft in note.drafts {
      lines += ["", "\(draft.kind.rawValue), line \(draft.line), siblings \(draft.siblings)"]
      lines.append("  Q: " + draft.prompt.replacing("\n", with: "\n     "))
      lines.append("  A: " + draft.answer.replacing("\n", with: "\n     "))
    }
    let shown = lines.joined(separator: "\n") + "\n"
    let file = Self.folder.appendingPathComponent(name + ".cards")
    if Golden.isWriting {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try shown == String(contentsOf: file, encoding: .utf8))
    }
  }
}

/// Notes from texts.
enum Explanation {
  static func note(_ text: String) throws -> ExplanationNote? {
    let source = try SourceText(Array(text.utf8))
    var findings: [Finding] = []
    return ExplanationNote(source, FrontMatter.read(source, &findings))
  }

  static func sheet(_ text: String) throws -> ExplanationSheet {
    ExplanationSheet(reading: try SourceText(Array(text.utf8)), name: "a file", date: "2026-03-02")
  }
}
