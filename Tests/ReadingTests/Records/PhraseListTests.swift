import TestSupport
import Testing

@testable import Reading

/// The window that leaps finds what a look at every place finds.
@Suite struct PhraseListTests {
  private static func text(_ count: Int, using generator: inout SeededGenerator) -> String {
    String((0..<count).map { _ in "aAbBc -[{'".randomElement(using: &generator) ?? "a" })
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func everyPhraseIsFoundWhereverItStands(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let shortest = Int.random(in: 1...5, using: &generator)
    let phrases = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Self.text(Int.random(in: shortest...(shortest + 4), using: &generator), using: &generator).lowercased()
    }
    let list = PhraseList(phrases)
    for count in 0..<24 {
      let text = Self.text(count, using: &generator)
      let lower = text.lowercased()
      let held = Set(phrases).count { lower.contains($0) }
      #expect(list.isIn(anyCase: text) == (held > 0), "seed \(seed): \(phrases) in \(text)")
      #expect(list.isIn(lower) == (held > 0), "seed \(seed): \(phrases) in \(lower)")
      #expect(
        PhraseList(Array(Set(phrases))).count(in: lower) == held, "seed \(seed): \(phrases) in \(lower)")
    }
  }

  @Test func wordsCountOnlyAsAWhole() {
    let list = PhraseList(words: ["no", "not have to"])
    #expect(list.isIn(" we do not have to "))
    #expect(list.isIn("no "))
    #expect(!list.isIn(" we know nothing "))
    #expect(!list.isIn(""))
  }

  @Test func enoughWordsAreToldWithoutCountingAll() {
    for text in ["", " ", "a", "a b", " a  b ", "one two\nthree", "  spaces   before and behind  "] {
      for limit in 1..<8 { #expect(text.hasWords(limit) == (text.wordCount >= limit), "\(text) \(limit)") }
    }
  }
}
