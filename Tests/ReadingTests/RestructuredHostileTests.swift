import Reading
import TestSupport
import Testing

/// Texts that nobody writes by hand. Each has to be read to its end; one that took a time that grows with the
/// square of its length would not end here.
@Suite struct RestructuredHostileTests {
  private func read(_ text: String) throws -> MarkupText {
    RestructuredBlocks.read(try SourceText(Array(text.utf8)))
  }

  private func depth(_ blocks: [Block]) -> Int {
    let inner = blocks.map { block in
      switch block {
      case .list(let items, _, _): items.map { depth($0.blocks) }.max() ?? 0
      case .quote(let blocks, _): depth(blocks)
      default: 0
      }
    }
    return blocks.isEmpty ? 0 : 1 + (inner.max() ?? 0)
  }

  @Test func aLineOfTenMegabytes() throws {
    let blocks = try read(String(repeating: "words ", count: 1_700_000)).blocks
    guard case .paragraph(let words, line: 1)? = blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(words.text.utf8.count == 1_700_000 * 6 - 1)
  }

  @Test(arguments: [
    "*a ", "**a ", "``a ", "`a ", "`a <b ", "|a ", ":a:`b ", "[a ", "`a`b ", "*a*b ", "_`a ", "a_ ", "\\",
    ":a:", ":a: ", "`a`:b",
    "http://a ", "(*) ", "- ", "1. ", ".. ", "* - ", "+-", "== ", ">", "| ", "\"*\" ", "a__ ", "\t", "::",
    "é*", ".. note:: ",
  ])
  func oneSignOverAndOver(sign: String) throws {
    let count = 20_000
    let line = try read(String(repeating: sign, count: count))
    #expect(depth(line.blocks) <= 66)
    let manyLines = try read(String(repeating: sign + "\n", count: count / 2))
    #expect(depth(manyLines.blocks) <= 66)
    let paragraphs = try read(String(repeating: sign + "\n\n", count: count / 2))
    #expect(depth(paragraphs.blocks) <= 66)
  }

  @Test(arguments: [
    "- a", "a", "- a\n", ".. note::", "1. a", ":a: b", ".. _a: b", "== ==", "a::\n", "+--+\n",
  ])
  func deeperWithEachLine(line: String) throws {
    var text = ""
    for level in 0..<500 {
      let margin = String(repeating: " ", count: 2 * level)
      text += margin + line + "\n"
    }
    #expect(depth(try read(text).blocks) <= 66)
  }

  @Test func whatIsTooDeepIsKept() throws {
    let found = try read(String(repeating: "- ", count: 100_000) + "end\n")
    #expect(depth(found.blocks) == 65)
    #expect(found.findings.map(\.line) == [1])
    var blocks = found.blocks
    while case .list(let items, _, _)? = blocks.first { blocks = items.first?.blocks ?? [] }
    guard case .paragraph(let words, _)? = blocks.first else {
      Issue.record("nothing at the bottom")
      return
    }
    #expect(words.text.hasSuffix("- end"))
  }

  @Test func fieldsInFieldsBeforeManyBlankLines() throws {
    let fields = String(repeating: ":a: ", count: 64)
    let blank = String(repeating: "\n", count: 100_000)
    #expect(try read(fields + "x" + blank + "y").blocks.last?.line == 100_001)
  }

  @Test func tablesOfManyCells() throws {
    let wide = String(repeating: "+-", count: 20_000) + "+\n"
    _ = try read(wide + String(repeating: "|\n", count: 20_000) + wide)
    _ = try read(wide + String(repeating: "+-+\n", count: 20_000) + wide)
    let columns = String(repeating: "= ", count: 20_000) + "=\n"
    let found = try read(columns + String(repeating: "a\n", count: 20_000) + columns)
    #expect(found.findings.map(\.line) == [1])
  }

  @Test func quotesOfATableThatNeverEnd() throws {
    let spaces = String(repeating: " ", count: 100_000)
    let quotes = String(repeating: "x\" \"\"", count: 100_000)
    #expect(try read(".. csv-table::\n\n   \"a" + spaces + quotes + "\n").blocks.count == 1)
  }

  /// Any mixture of what means something is read, and every line of it at a line of the file.
  @Test func anyMixture() throws {
    let pieces = [
      "\n", "\n", "\n\n", " ", "  ", "   ", "\t", "a", "word ", "- ", "* ", "1. ", "(a) ", "#. ", "•", ":a: ",
      "::", "..",
      ".. ", "note:: ", "code:: ", "list-table::", "csv-table::\n   :delim: ", "_a: ", "__ ", "[1]_ ", "*",
      "**", "`", "``",
      "`_", "`__", "_", "|", "| ", ":a:`", "\\", "<b>", "====", "----", "== ==", "+--+", "+==+--+", "|  |",
      ">>> ", "> ", "é",
      "費", "\"", ",", "http://", "https://a",
    ]
    for seed in 0..<UInt64(1500) {
      var generator = SeededGenerator(seed: seed)
      var text = ""
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        text += pieces.randomElement(using: &generator) ?? ""
      }
      let source = try SourceText(Array(text.utf8))
      let found = RestructuredBlocks.read(source)
      let lines = found.blocks.map(\.line) + found.findings.map(\.line)
      #expect(lines.allSatisfy { (1...max(1, source.lines.count)).contains($0) }, "seed \(seed)")
      #expect(found.blocks.map(\.line) == found.blocks.map(\.line).sorted(), "seed \(seed)")
    }
  }
}
