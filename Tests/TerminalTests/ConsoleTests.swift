import Terminal
import TestSupport
import Testing

/// What is said beside an answer: broken between words on a terminal, whole on a pipe.
@Suite struct ConsoleTests {
  private static let words =
    "the folder cannot be made, because the disk on which it lies was taken out while nobody was looking"

  private func errors(columns: Int?, _ body: (Console) -> Void) -> String {
    let errors = MemorySink(columns: columns)
    body(Console(output: MemorySink(columns: nil), errors: errors, colour: .never, environment: [:]))
    return errors.text
  }

  @Test(arguments: [20, 33, 60, 80]) func onATerminalItIsBrokenBetweenWords(columns: Int) {
    for role in [Styled.Role.plain, .quiet, .careful] {
      let text = errors(columns: columns) { $0.note(Styled("      " + Self.words, role)) }
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.of(String(line)) <= columns)
        #expect(line.hasPrefix("      "))
      }
      #expect(text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") == Self.words)
    }
  }

  @Test func onAPipeItIsOneLine() {
    #expect(errors(columns: nil) { $0.note(Styled(Self.words)) } == Self.words + "\n")
    #expect(errors(columns: nil) { $0.complain(Self.words) } == "whet: \(Self.words)\n")
  }

  @Test func aComplaintStandsBelowItsName() {
    let text = errors(columns: 40) { $0.complain(Self.words) }
    let lines = text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("whet: the folder") == true)
    #expect(lines.count == 3)
    for line in lines.dropFirst() { #expect(line.hasPrefix("      ") && !line.hasPrefix("       ")) }
  }

  /// A path can be copied: the terminal breaks it where it must, and no line end stands in it.
  @Test func aPathIsLeftWhole() {
    let path = "/srv/" + String(repeating: "notes/", count: 12) + "gauge.md"
    let text = errors(columns: 40) { $0.complain("the note \(path) cannot be read") }
    #expect(text == "whet: the note\n      \(path)\n      cannot be read\n")
    #expect(errors(columns: 40) { $0.note(Styled("wrote \(path)")) } == "wrote\n\(path)\n")
  }

  /// A mark of an escape sequence takes a column that the sequence itself would not have.
  @Test func whatIsHostileIsMeasuredAsItIsShown() {
    let text = errors(columns: 30) { $0.complain(String(repeating: "\u{1b}[2J ", count: 30)) }
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 30) }
    #expect(!text.contains("\u{1b}"))
  }
}
