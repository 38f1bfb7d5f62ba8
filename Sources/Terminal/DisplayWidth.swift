/// How many columns a text takes on a terminal.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of($1) }
  }

  package static func of(_ character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isASCII { return first.value < 0x20 ? 0 : 1 }
    // An emoji made of several, or a sign that asks for its coloured form.
    if scalars.contains("\u{fe0f}") || first.properties.isEmojiPresentation { return 2 }
    // Most marks take no column of their own; some vowels of India and Thailand do.
    return scalars.reduce(0) { $0 + of($1) }
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    // The later parts of a Korean syllable stand within the first.
    if (0x1160...0x11ff).contains(scalar.value) { return 0 }
    if scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .enclosingMark
      || scalar.properties.generalCategory == .format
    {
      return 0
    }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// Where East Asian letters stand that take two columns.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xa000...0xa4cf,
    0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,
    0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd,
  ]

  /// Cut to a number of columns, with an ellipsis where something was left out.
  package static func cut(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    var result = ""
    var width = 1
    for character in text {
      width += of(character)
      if width > columns { break }
      result.append(character)
    }
    return result + "…"
  }

  package static func padded(_ text: String, to columns: Int, rightAligned: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, columns - of(text)))
    return rightAligned ? padding + text : text + padding
  }

  /// Lines of at most so many columns, broken at spaces, and within a word only where it is longer than a line;
  /// lines that are there stay, and keep their indentation. With `wholeWords` such a word is left to the terminal: a path
  /// can be copied from there only where no line end stands in it.
  package static func wrapped(_ text: String, to columns: Int, wholeWords: Bool = false) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      wrappedLine($0, to: max(10, columns), wholeWords)
    }
  }

  private static func wrappedLine(_ line: Substring, to columns: Int, _ wholeWords: Bool) -> [String] {
    guard of(line) > columns else { return [String(line)] }
    let spaces = line.prefix { $0 == " " }
    // However deep the indentation, half of the line is left for the words.
    let indent = String(spaces.prefix(columns / 2))
    var lines: [String] = []
    var current = indent
    var width = of(indent)
    let words = line.dropFirst(spaces.count).split(separator: " ")
    for word in words.flatMap({ wholeWords ? [$0] : pieces($0, to: columns - of(indent)) }) {
      let length = of(word)
      if width > of(indent), width + 1 + length > columns {
        lines.append(current)
        current = indent
        width = of(indent)
      }
      if width > of(indent) {
        current += " "
        width += 1
      }
      current += word
      width += length
    }
    lines.append(current)
    return lines
  }

  /// A word in parts that each fill a line but for the last: no two of them ever come to stand on one.
  private static func pieces(_ word: Substring, to columns: Int) -> [Substring] {
    var pieces: [Substring] = []
    var start = word.startIndex
    var width = 0
    for index in word.indices {
      let step = of(word[index])
      if width + step > columns {
        pieces.append(word[start..<index])
        start = index
        width = 0
      }
      width += step
    }
    pieces.append(word[start...])
    return pieces
  }
}
