import Terminal
import TestSupport
import Testing

@Suite struct SafeTextTests {
  /// What may stand on a terminal, told by Unicode's own properties: line ends and tabs, and nothing else that
  /// controls, ends lines or turns the direction around.
  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n" || scalar == "\t" { return true }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return false
    default: return !scalar.properties.isBidiControl
    }
  }

  /// Text that somebody with bad intentions would write, mixed with text that nobody minds.
  private func nastyText(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<40, using: &random) {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: text.append(contentsOf: (Self.attacks.randomElement(using: &random) ?? "").unicodeScalars)
      case 1: text.append(Unicode.Scalar(UInt8.random(in: 0..<0xa0, using: &random)))
      case 2: append(UInt32.random(in: 0x2000..<0x2100, using: &random), to: &text)
      case 3: append(UInt32.random(in: 0..<0x110000, using: &random), to: &text)
      default: text.append(contentsOf: ("plain é 漢 🙂\n".unicodeScalars))
      }
    }
    return String(text)
  }

  private func append(_ value: UInt32, to text: inout String.UnicodeScalarView) {
    if let scalar = Unicode.Scalar(value) { text.append(scalar) }
  }

  private static let attacks = [
    "\u{1b}[2J", "\u{1b}]52;c;cm0gLXJm\u{7}", "\u{1b}]8;;http://evil\u{1b}\\", "\u{1b}Pq\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}0;title\u{9c}", "\u{90}", "\r", "\u{8}\u{8}", "\u{7f}", "\u{202e}", "\u{2066}", "\u{61c}",
    "\u{feff}", "\u{85}", "\u{2028}", "\u{e0041}", "\u{fff9}", "\r\n",
  ]

  @Test func nothingThatActsOnATerminalComesOut() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let text = nastyText(&random)
      #expect(SafeText.visible(text).unicodeScalars.allSatisfy(isHarmless), "\(text.debugDescription)")
      let line = SafeText.line(text).unicodeScalars
      #expect(line.allSatisfy { isHarmless($0) && $0 != "\n" && $0 != "\t" }, "\(text.debugDescription)")
    }
  }

  /// Every scalar that there is, one by one.
  @Test func noScalarSlipsThrough() {
    var leaking: [UInt32] = []
    for value in 0..<UInt32(0x110000) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if SafeText.isAllowed(scalar), !isHarmless(scalar) { leaking.append(value) }
    }
    #expect(leaking.isEmpty)
  }

  @Test func whatIsShownOnceStaysAsItIs() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let text = nastyText(&random)
      let visible = SafeText.visible(text)
      #expect(SafeText.visible(visible).unicodeScalars.elementsEqual(visible.unicodeScalars))
      let line = SafeText.line(text)
      #expect(SafeText.line(line).unicodeScalars.elementsEqual(line.unicodeScalars))
    }
  }

  /// One mark for each scalar that is not let through: nothing vanishes, so that nothing can hide.
  @Test func nothingIsLeftOut() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<2000 {
      let text = nastyText(&random)
      let visible = SafeText.visible(text).unicodeScalars
      #expect(visible.count == text.unicodeScalars.count)
      for (before, after) in zip(text.unicodeScalars, visible) where SafeText.isAllowed(before) {
        #expect(before == after)
      }
    }
  }

  @Test(arguments: [
    ("\u{1b}[31mred", "␛[31mred"), ("\u{1b}]0;x\u{7}", "␛]0;x␇"), ("a\rb", "a␍b"), ("\u{0}", "␀"),
    ("\u{7f}", "␡"), ("\u{9b}2J", "\u{fffd}2J"), ("a\u{202e}b", "a\u{fffd}b"), ("\u{feff}Q", "\u{fffd}Q"),
    ("tab\tline\n", "tab\tline\n"), ("👩‍👩‍👧 é 漢字 ‌", "👩‍👩‍👧 é 漢字 ‌"), ("", ""),
  ])
  func aMarkStandsForWhatWasThere(text: String, visible: String) {
    #expect(SafeText.visible(text).unicodeScalars.elementsEqual(visible.unicodeScalars))
  }

  @Test func aLineHasOneSpaceWhereThereWasAnyWhiteSpace() {
    #expect(SafeText.line("one\n\n  two\t three") == "one two three")
    #expect(SafeText.line("one\r\ntwo") == "one␍ two")
  }

  // MARK: On the way out

  @Test(arguments: [false, true])
  func everyPieceOfAStyledTextPassesTheFunnel(colour: Bool) {
    let text = Styled("\u{1b}[2Ja", .careful) + Styled("\u{9b}b", .strong) + Styled("\u{1b}c")
    let rendered = text.rendered(colour: colour)
    let ours = ["\u{1b}[33m", "\u{1b}[1m", "\u{1b}[0m"]
    let rest = ours.reduce(rendered) { $0.replacing($1, with: "") }
    #expect(rest == "␛[2Ja\u{fffd}b␛c")
    #expect((rest == rendered) == !colour)
  }

  @Test func dataIsProtectedOnATerminalAndUntouchedInAPipe() {
    for columns in [80, nil] {
      let output = MemorySink(columns: columns)
      let errors = MemorySink(columns: columns)
      let console = Console(output: output, errors: errors, colour: .never, environment: [:])
      console.data("a\u{1b}[2J\n")
      console.line("b\u{1b}[2J")
      console.note("c\u{1b}[2J")
      #expect(errors.text == "c␛[2J\n")
      #expect(output.text == (columns == nil ? "a\u{1b}[2J\n" : "a␛[2J\n") + "b␛[2J\n")
    }
  }
}
