/// The funnel. Whatever goes to a terminal passes here: text from cards, files and commits can hold escape
/// sequences that write files, clear screens or turn letters around, and none of them arrives.
package enum SafeText {
  /// Keeps line ends and tabs; shows everything else that would act on a terminal as a mark.
  package static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isAllowed(scalar) {
        result.unicodeScalars.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        // The pictures that Unicode has for control characters.
        result.unicodeScalars.append(picture)
      } else {
        result.unicodeScalars.append(scalar.value == 0x7f ? "\u{2421}" : "\u{fffd}")
      }
    }
    return result
  }

  /// As `visible`, on one line.
  package static func line(_ text: String) -> String {
    var result = ""
    var lastWasSpace = false
    for scalar in visible(text).unicodeScalars {
      let isSpace = scalar == "\n" || scalar == "\t" || scalar == " "
      if isSpace {
        if !lastWasSpace { result.append(" ") }
      } else {
        result.unicodeScalars.append(scalar)
      }
      lastWasSpace = isSpace
    }
    return result
  }

  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0a, 0x09: true
    case 0..<0x20, 0x7f..<0xa0: false
    // Direction marks, embeddings, overrides and isolates; line separators; tags; variation of no letter.
    case 0x61c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff, 0xfff9...0xfffb: false
    case 0xe0000...0xe007f: false
    default: true
    }
  }
}
