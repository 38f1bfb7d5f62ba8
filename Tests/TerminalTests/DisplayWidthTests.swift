import Terminal
import TestSupport
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("e\u{301}", 1), ("\u{301}", 0), ("é", 1), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("한", 2),
    ("한", 2), ("🙂", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("❤", 1), ("❤️", 2), ("👍🏽", 2), ("a\u{200b}b", 2), ("…", 1),
    ("─", 1), ("␛", 1), ("a\nb", 2), ("\u{3000}", 2), ("กำ", 2),
  ])
  func columnsAreThoseOfATerminal(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  private static let words = [
    "a", "word", "longer-word", "e\u{301}te\u{301}", "漢字かな", "🙂", "👩‍👩‍👧", "한국어", "…", "(x)", "🇩🇪🇫🇷",
    "https://example.org/a/very/long/path/without/any/space/in/it", "漢字漢字漢字漢字漢字漢字漢字漢字",
  ]

  /// Words and the white space that texts really have.
  private func text(_ random: inout SeededGenerator, lines: Bool) -> String {
    var text = String(repeating: " ", count: Int.random(in: 0..<8, using: &random))
    if Int.random(in: 0..<10, using: &random) == 0 { text += String(repeating: " ", count: 60) }
    for _ in 0..<Int.random(in: 0..<20, using: &random) {
      text += Self.words.randomElement(using: &random) ?? ""
      text += lines && Int.random(in: 0..<6, using: &random) == 0 ? "\n" : " "
    }
    return text
  }

  @Test func whatIsCutNeverTakesMoreColumns() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let text = text(&random, lines: false)
      let columns = Int.random(in: 1...40, using: &random)
      let cut = DisplayWidth.cut(text, to: columns)
      #expect(DisplayWidth.of(cut) <= columns, "\(text) to \(columns)")
      if DisplayWidth.of(text) <= columns {
        #expect(cut == text)
      } else {
        #expect(cut.hasSuffix("…"))
        #expect(text.hasPrefix(cut.dropLast()))
        // A letter of two columns may leave one over.
        #expect(DisplayWidth.of(cut) >= columns - 1)
      }
    }
  }

  @Test func whatIsPaddedFillsItsColumns() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let text = text(&random, lines: false)
      let columns = Int.random(in: 0...60, using: &random)
      for isRight in [false, true] {
        let padded = DisplayWidth.padded(text, to: columns, rightAligned: isRight)
        #expect(DisplayWidth.of(padded) == max(columns, DisplayWidth.of(text)))
        #expect(isRight ? padded.hasSuffix(text) : padded.hasPrefix(text))
      }
      let cell = DisplayWidth.padded(DisplayWidth.cut(text, to: columns + 1), to: columns + 1)
      #expect(DisplayWidth.of(cell) == columns + 1)
    }
  }

  /// Also words that are longer than a line, and writing that has no spaces.
  @Test func whatIsWrappedNeverTakesMoreColumns() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<1500 {
      let text = text(&random, lines: true)
      let columns = Int.random(in: 10...50, using: &random)
      for line in DisplayWidth.wrapped(text, to: columns) {
        #expect(DisplayWidth.of(line) <= columns, "\(line.debugDescription) in \(columns)")
      }
    }
  }

  @Test func wrappingLosesNoLetter() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<1500 {
      let text = text(&random, lines: true)
      let lines = DisplayWidth.wrapped(text, to: Int.random(in: 10...50, using: &random))
      let visible = { (text: String) in text.filter { $0 != " " && $0 != "\n" } }
      #expect(visible(lines.joined(separator: "\n")) == visible(text))
      #expect(!lines.contains { $0.contains("\n") })
    }
  }

  @Test func linesBreakAtSpacesAndKeepTheirIndentation() {
    #expect(DisplayWidth.wrapped("one two three four", to: 10) == ["one two", "three four"])
    #expect(DisplayWidth.wrapped("  one two three", to: 10) == ["  one two", "  three"])
    #expect(DisplayWidth.wrapped("a\n\n  b", to: 10) == ["a", "", "  b"])
    #expect(DisplayWidth.wrapped("", to: 10) == [""])
    #expect(DisplayWidth.wrapped("漢字 漢字 漢字", to: 10) == ["漢字 漢字", "漢字"])
  }

  /// Indentation and doubled spaces are what makes code and tables of text readable.
  @Test func aLineThatFitsStaysAsItIs() {
    #expect(DisplayWidth.wrapped("  x =   1\n", to: 20) == ["  x =   1", ""])
  }

  @Test func noTerminalIsTooNarrow() {
    for columns in [-5, 0, 1, 9] {
      #expect(DisplayWidth.wrapped("one two three four", to: columns) == ["one two", "three four"])
    }
  }
}
