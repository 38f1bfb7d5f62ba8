import Hands
import Testing

@testable import Reading

/// The Markdown library shares variables between threads; what is read must not depend on who else reads.
@Suite struct MarkdownThreadsTests {
  @Test func manyTextsAtOnceAreReadAsOneByOne() throws {
    let texts = try (0..<400).map { number in
      let struck =
        number % 2 == 0 ? "~~berth \(number)~~ quay \(number), and ~~lamps~~ bells" : "quay \(number)"
      let table = "| boat | berth |\n|---|---|\n| \(struck) | \(number) |\n"
      return try SourceText(Array("# Plan \(number)\n\n\(struck)\n\n\(table)\n- \(struck)\n".utf8))
    }
    let alone = texts.map { MarkdownBlocks.read($0) }
    for _ in 0..<5 { #expect(Hands.map(texts) { MarkdownBlocks.read($0) } == alone) }
    #expect(
      alone[0].blocks.contains {
        if case .paragraph(let words, _) = $0 { words.flat == "quay 0, and bells" } else { false }
      })
  }
}
