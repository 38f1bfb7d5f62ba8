import Foundation
import Recall
import Testing

@testable import Reading

/// Whole notes in many voices, and all that is asked about them.
@Suite struct NoteGoldenTests {
  @Test(arguments: NoteFixture.names) func cardsAreTheOnesThatWereRead(name: String) throws {
    let shown = try NoteFixture.shown(name)
    let file = NoteFixture.folder.appendingPathComponent(name + ".cards")
    if Golden.isWriting {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try shown == String(contentsOf: file, encoding: .utf8))
    }
  }

  /// Claims that a colleague should be able to recall were listed before there was a rule.
  @Test func mostClaimsAreAsked() throws {
    var (asked, all) = (0, 0)
    var missing: [String] = []
    for (name, claims) in try NoteFixture.claims() {
      let cards = try NoteFixture.drafts(name).map { ($0.prompt + " " + $0.answer).lowercased() }
      for claim in claims {
        all += 1
        if cards.contains(where: { card in claim.words.allSatisfy { card.contains($0) } }) {
          asked += 1
        } else {
          missing.append("\(name): \(claim.text)")
        }
      }
    }
    if Golden.isWriting { print(missing.joined(separator: "\n")) }
    print("claims asked: \(asked) of \(all)")
    #expect(Double(asked) >= 0.7 * Double(all))
  }

  @Test(arguments: [
    "CHANGELOG.md", "links.md", "todo.md", "CONTRIBUTING.md", "template-stub.md", "why-it-does-that.md",
  ])
  func whatSaysNothingAsksNothing(name: String) throws {
    #expect(try NoteFixture.drafts(name).isEmpty)
  }
}

enum NoteFixture {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/notes")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0 != "claims.txt" && !$0.hasSuffix(".cards") }.sorted()
  }()

  static func reading(_ name: String) throws -> NoteReader.Reading {
    let text = try SourceText(Array(Data(contentsOf: folder.appendingPathComponent(name))))
    let document = DeckReader.read(text)
    return NoteReader.read(text, matter: document.matter, name: name, isChosen: true)
  }

  static func drafts(_ name: String) throws -> [Draft] {
    if case .note(_, let questions, _) = try reading(name) { questions.usual } else { [] }
  }

  static func shown(_ name: String) throws -> String {
    switch try reading(name) {
    case .nothing(let reason): return "nothing: \(reason)\n"
    case .note(let title, let questions, _):
      return "“\(title)”\n\n"
        + questions.usual.map { draft in
          "\(draft.kind.rawValue) \(draft.score), line \(draft.line) (\(draft.reason))\n  Q: \(draft.prompt)\n"
            + "  A: \(draft.answer.replacingOccurrences(of: "\n", with: "\n     "))\n"
        }.joined(separator: "\n")
    }
  }

  struct Claim {
    let words: [String]
    let text: String
  }

  static func claims() throws -> [(String, [Claim])] {
    let text = try String(contentsOf: folder.appendingPathComponent("claims.txt"), encoding: .utf8)
    return text.components(separatedBy: "\n\n").compactMap { block in
      let lines = block.split(separator: "\n").map(String.init)
      guard let name = lines.first, lines.count > 1 else { return nil }
      return (
        name,
        lines.dropFirst().map { line in
          let parts = line.dropFirst(2).split(separator: "|", maxSplits: 1).map(String.init)
          return Claim(
            words: parts[0].split(separator: " ").map { $0.lowercased() },
            text: parts.count > 1 ? parts[1] : line)
        }
      )
    }
  }
}
