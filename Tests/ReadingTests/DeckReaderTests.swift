import Reading
import Recall
import TestSupport
import Testing

@Suite struct DeckReaderTests {
  private func read(_ text: String) throws -> Document {
    DeckReader.read(try SourceText(Array(text.utf8)))
  }

  private func cards(_ text: String) throws -> [[String]] {
    try read(text).drafts.map { [$0.prompt, $0.answer] }
  }

  @Test func questionsAndAnswersOverManyLines() throws {
    let text = """
      Prose that is no card.

      Q: Why do we
      batch writes?
      A: One commit
         for many rows.

      - cheaper
      - safer

      Q: Second?
      A: Yes.
      ---
      More prose.
      """
    #expect(
      try cards(text) == [
        ["Why do we\nbatch writes?", "One commit\n   for many rows.\n\n- cheaper\n- safer"],
        ["Second?", "Yes."],
      ])
    #expect(try read(text).findings.isEmpty)
  }

  @Test func headingsAreThePlace() throws {
    let text = """
      # Shop
      Q: a?
      A: b
      ## Storage ##
      Q: c?
      A: d
      ### Journal
      Q: e?
      A: f
      Orders
      ===
      # Tail
      Q: g?
      A: h
      """
    let drafts = try read(text).drafts
    #expect(
      drafts.map(\.place) == [["Shop"], ["Shop", "Storage"], ["Shop", "Storage", "Journal"], ["Tail"]])
    #expect(drafts[2].answer == "f\nOrders\n===")
    let ended = try read("Q: a?\nA: b\n\nOrders\n===\n\nprose").drafts
    #expect(ended.map(\.answer) == ["b"])
    #expect(drafts.map(\.line) == [2, 5, 8, 13])
  }

  @Test func underlinedHeadingsOutsideCards() throws {
    let text = "Storage\n=======\n\nJournal\n---\n\nQ: a?\nA: b\n"
    #expect(try read(text).drafts.first?.place == ["Storage", "Journal"])
  }

  @Test func codeBlocksStayWholeAndAreNeverCards() throws {
    let text = """
      ```
      Q: not a card
      A: no
      ```
      Q: How?
      A: Like this:
      ```sql
      # no heading
      Q: still code
      ---
      ```
      and done.

          C: also [code]
      """
    #expect(
      try cards(text) == [
        [
          "How?",
          "Like this:\n```sql\n# no heading\nQ: still code\n---\n```\nand done.\n\n    C: also [code]",
        ]
      ])
  }

  @Test func everyGapIsACard() throws {
    let text = #"C: The \[ledger\] is [append-only] and owned by [billing], see [docs](a.md) and `a[0]`."#
    let sentence = "The [ledger] is append-only and owned by billing, see [docs](a.md) and `a[0]`."
    #expect(
      try cards(text) == [
        [sentence.replacing("append-only", with: "[…]"), "append-only"],
        [sentence.replacing("billing", with: "[…]"), "billing"],
      ])
  }

  @Test(arguments: [
    ("A: nothing asked", 1, "this answer has no question above it"),
    ("Q: one?\n\nQ: two?\nA: b", 1, "this question has no answer"),
    ("Q: one?\nA: a\nA: b", 3, "this answer has no question above it"),
    ("Q:\nA: a", 1, "this question is empty"),
    ("Q: a?\nA:\n\n# next", 1, "this question's answer is empty"),
    ("C: nothing hidden", 1, "no [gap] in this sentence; nothing to ask"),
    ("C: an [open gap", 1, "a [ in this sentence is never closed; write \\[ for a plain one"),
    (
      "x\nQ: a?\nA: b\n```\ncode", 4,
      "the code fence opened here is never closed; read up to the end of the file"
    ),
    ("text\n- Q: a?", 2, "this looks like a marker; Q:, A: and C: stand at the beginning of a line"),
    ("**Q:** a?", 1, "this looks like a marker; Q:, A: and C: stand at the beginning of a line"),
    (
      "C: " + String(repeating: "[a] ", count: 31), 1,
      "a sentence with more than 30 gaps or 20000 letters is no card"
    ),
    ("<!-- Q: a?\nA: b", 1, "the comment opened here is never closed; it hides the rest of the file"),
    ("Q: a?\nA: b\n\nQ: a?\nA: b", 4, "the same card stands in line 1; this one was left out"),
    ("---\ntier: high\n---\n", 2, "no tier \"high\"; there are core, repeatable, transient"),
    (
      "---\nQ: a?\nA: b\n---\n", 1, "between these lines stand cards and no front matter; it was read as text"
    ),
    ("---\ndeck: x\nQ: a?\nA: b", 1, "the front matter opened here is never closed; it was read as text"),
  ])
  func whatIsOutOfPlaceIsAFinding(text: String, line: Int, message: String) throws {
    #expect(try read(text).findings.contains(Finding(line: line, message: message)))
  }

  @Test func theRestIsStillRead() throws {
    #expect(try cards("A: lost\n\nQ: no answer\n\nQ: good?\nA: yes\n\nC: none\n") == [["good?", "yes"]])
  }

  @Test func frontMatter() throws {
    let text = """
      ---
      # how this deck is kept
      deck: "Shop: storage"   # its name
      tier: Core
      tags: [db, "on call", db]
      owner: nobody
      nested:
        tags: wrong
      ---
      Q: a?
      A: b
      """
    let document = try read(text)
    #expect(document.matter.deck == "Shop: storage")
    #expect(document.matter.tier == .core)
    #expect(document.matter.tags == ["db", "on-call"])
    #expect(document.drafts.first?.line == 10)
    #expect(try read("---\ntags:\n  - a\n  - 'b c'\n---\n").matter.tags == ["a", "b-c"])
  }

  @Test func siblingsStandUnderOneHeadingBelowTheTitle() throws {
    let text = """
      # Title
      Q: 1?
      A: a
      Q: 2?
      A: a
      C: one [gap] and another [gap2]
      ## Part
      Q: 3?
      A: a
      C: a [gap3]
      ## Part
      Q: 4?
      A: a
      """
    let groups = try read(text).drafts.map(\.siblings)
    #expect(groups == [0, 1, 2, 2, 3, 3, 4])
  }

  @Test(arguments: ["C:\\Users\\x", "C://x", "Queue: a", "  Quite", "A:\\b", "    Q: code"])
  func whatOnlyLooksLikeAMarkerIsText(line: String) throws {
    let document = try read(line)
    #expect(document.drafts.isEmpty)
    #expect(document.findings.isEmpty)
  }

  @Test func otherLineEndsAndEncodings() throws {
    #expect(try cards("Q: a?\r\nA: b\r\nc\r\n") == [["a?", "b\nc"]])
    #expect(try cards("Q: a?\rA: b\r") == [["a?", "b"]])
    let marked = try SourceText([0xef, 0xbb, 0xbf] + Array("Q: a?\nA: b".utf8))
    #expect(DeckReader.read(marked).drafts.count == 1)
    let utf16 = try SourceText(
      [0xff, 0xfe] + "Q: ä?\nA: b".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    #expect(DeckReader.read(utf16).drafts.first?.prompt == "ä?")
  }

  @Test func badBytesAreToldWithTheirLine() throws {
    let bytes = Array("Q: a?\nA: b".utf8) + [0xff] + Array("\n\nQ: c".utf8) + [0] + Array("?\nA: d\n".utf8)
    let document = DeckReader.read(try SourceText(bytes))
    #expect(document.drafts.map(\.prompt) == ["a?", "c\u{fffd}?"])
    #expect(document.findings.map(\.line) == [2, 4])
  }

  @Test func aPictureIsRefused() {
    let bytes = (0..<4000).map { UInt8($0 * 7 % 256) }
    #expect(throws: SourceText.Refusal.binary) { try SourceText(bytes) }
  }

  /// Whatever a person types into a card is read back as it was.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func whatIsWrittenIsReadBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "Q: x", "A: y", "C: [z]", "# h", "---", "```", "~~~~", "<!-- c", "-->", "\\# h", "\\\\---", "Q\\: x",
      "Q\\\\: x",
      "    code", "\tcode", "plain", "", "===", "    ```", "    \\```", "a [b] c", "\\Q: x", "####### seven",
      "``` a`b", "C:\\x",
    ]
    func text() -> String {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let inner = lines.joined(separator: "\n").trimmed
      return inner.isEmpty ? "x" : inner
    }
    let pairs = (0..<3).map { _ in [text(), text()] }
    let file = pairs.map { DeckWriter.card(prompt: $0[0], answer: $0[1]) }.joined(separator: "\n")
    var unique: [[String]] = []
    for pair in pairs where !unique.contains(pair) { unique.append(pair) }
    #expect(try cards(file) == unique, "\(file)")
  }

  /// Nothing that a file can hold makes reading fail or say a line that is not there.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func anyBytesAreRead(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("QAC:[]\\`~#- \t\n\r<!->=x\u{0}\u{e9}".utf8)
    let bytes = (0..<Int.random(in: 0...400, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    guard let text = try? SourceText(bytes) else { return }
    let document = DeckReader.read(text)
    #expect(document.findings.allSatisfy { (1...max(1, text.lines.count)).contains($0.line) })
    #expect(
      document.drafts.allSatisfy {
        (1...text.lines.count).contains($0.line) && !$0.prompt.isEmpty && !$0.answer.isEmpty
      })
  }
}
