import Foundation
import TestSupport
import Testing

@testable import Reading

/// A gate saves work and nothing else: without any, each text gives the same.
@Suite struct GateTests {
  @Test func nothingIsHiddenInNotes() throws {
    for file in try Self.files() { try expectTheSame(file) }
  }

  /// Sentences torn apart and put together anew, in which each marker meets words that it never stood beside.
  @Test func nothingIsHiddenInShuffledWords() throws {
    var generator = SeededGenerator(seed: 37)
    let words = try Self.files().flatMap { file in
      String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: " ").map(String.init)
    }
    let markers =
      (PriceRules.gate + ChoiceRules.gate + CauseRules.gate + ConditionRules.gate + FactRules.dutyGate
      + FactRules.meaningGate + RequirementRules.gate).sorted()
    for _ in 0..<60 {
      let sentences = (0..<40).map { _ in
        (0..<Int.random(in: 4...20, using: &generator)).map { _ in
          (Bool.random(using: &generator) && Bool.random(using: &generator) ? markers : words)
            .randomElement(using: &generator) ?? ""
        }.joined(separator: " ") + "."
      }
      expectTheSame("# Shuffled\n\n" + sentences.joined(separator: "\n"), "shuffled.md")
    }
  }

  private func expectTheSame(_ file: URL) throws {
    expectTheSame(String(decoding: try Data(contentsOf: file), as: UTF8.self), file.lastPathComponent)
  }

  private func expectTheSame(_ source: String, _ name: String) {
    guard let text = try? SourceText(Array(source.utf8)) else { return }
    let matter = DeckReader.read(text).matter
    var findings: [Finding] = []
    let outline = Outline(RecordReader.markup(text, name: name, matter: matter, &findings).blocks)
    let gated = NoteReader.drafts(text, outline, matter, name).questions()
    let open = NoteReader.drafts(text, outline, matter, name, isGated: false).questions()
    #expect(gated.all == open.all, "\(name)")
    #expect(gated.usual == open.usual, "\(name)")
  }

  /// All the notes, records and explanations that are here.
  private static func files() throws -> [URL] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folders = ["Tests/ReadingTests/Fixtures", "decks"]
    let inside = folders.flatMap { folder in
      FileManager.default.enumerator(
        at: root.appendingPathComponent(folder), includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL } ?? []
    }
    let own = ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"].map { root.appendingPathComponent($0) }
    let found = (inside + own).filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }
    #expect(found.count > 60)
    return found
  }
}
