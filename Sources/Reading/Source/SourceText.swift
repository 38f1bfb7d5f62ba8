/// A file's bytes as lines of valid UTF-8, whatever they were before: with a byte order mark, UTF-16, line ends
/// of any system, bytes that are no text.
package struct SourceText: Sendable {
  /// Valid UTF-8 with `\n` between lines and no NUL.
  package let bytes: [UInt8]
  /// The bytes of each line, without its end.
  package let lines: [Range<Int>]
  package let findings: [Finding]

  package enum Refusal: Error, Equatable {
    case binary
  }

  package init(_ raw: [UInt8]) throws(Refusal) {
    if Self.isClean(raw) {
      bytes = raw
      lines = Self.split(raw)
      findings = []
      return
    }
    var findings: [Finding] = []
    var body = raw[...]
    if raw.starts(with: [0xef, 0xbb, 0xbf]) {
      body = raw.dropFirst(3)
    } else if let utf8 = Self.fromUTF16(raw) {
      body = utf8[...]
      findings.append(Finding(line: 1, message: "the file is UTF-16; it was read as such"))
    } else if Self.looksBinary(raw) {
      throw .binary
    }
    bytes = Self.cleaned(body, &findings)
    lines = Self.split(bytes)
    self.findings = findings
  }

  /// The first line that holds some words, from 1; the first of all where none does.
  func line(of words: String) -> Int {
    (lines.firstIndex { string($0).holds(words) } ?? 0) + 1
  }

  package func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether a text holds the sign for bytes that could not be read.
  static func holdsUnreadable(_ text: String) -> Bool { text.holds("\u{fffd}") }

  /// Nothing but ASCII letters, signs and line ends, as most files are: what it costs to tell is little.
  private static func isClean(_ raw: [UInt8]) -> Bool {
    raw.withUnsafeBufferPointer { bytes in
      var odd: UInt8 = 0
      // Without branches many bytes are told at a time.
      for byte in bytes {
        let isLetterOrSign: UInt8 = byte &- 32 < 95 ? 1 : 0
        let isEnd: UInt8 = byte == 10 ? 1 : 0
        let isTab: UInt8 = byte == 9 ? 1 : 0
        odd |= (isLetterOrSign | isEnd | isTab) ^ 1
      }
      return odd == 0
    }
  }

  private static func fromUTF16(_ raw: [UInt8]) -> [UInt8]? {
    guard raw.count >= 2, raw.count % 2 == 0 else { return nil }
    let isLittle: Bool
    switch (raw[0], raw[1]) {
    case (0xff, 0xfe): isLittle = true
    case (0xfe, 0xff): isLittle = false
    default: return nil
    }
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    for index in stride(from: 2, to: raw.count, by: 2) {
      let (low, high) = isLittle ? (raw[index], raw[index + 1]) : (raw[index + 1], raw[index])
      units.append(UInt16(high) << 8 | UInt16(low))
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// Many control bytes near the beginning: a picture, a program, an archive. One stray NUL in a text is not.
  private static func looksBinary(_ raw: [UInt8]) -> Bool {
    let beginning = raw.prefix(8192)
    let odd = beginning.count { $0 < 9 || (14...31).contains($0) && $0 != 27 || $0 == 127 }
    guard odd > 4, odd * 50 > beginning.count else { return false }
    // Text can be full of strange signs; then it is still UTF-8, and has no NULs. The last letter may be cut.
    let isText =
      !beginning.contains(0)
      && (0..<4).contains { cut in
        String(validating: beginning.dropLast(cut), as: UTF8.self) != nil
      }
    return !isText
  }

  private static func cleaned(_ body: ArraySlice<UInt8>, _ findings: inout [Finding]) -> [UInt8] {
    var text = withoutCarriageReturns(body)
    if text.contains(0) {
      var line = 1
      var cleaned: [UInt8] = []
      cleaned.reserveCapacity(text.count + 16)
      for byte in text {
        if byte == 0 {
          note("a NUL byte", line, &findings)
          cleaned += [0xef, 0xbf, 0xbd]
        } else {
          if byte == 10 { line += 1 }
          cleaned.append(byte)
        }
      }
      text = cleaned
    }
    guard String(validating: text, as: UTF8.self) == nil else { return text }
    // Line by line, so that each finding has its place.
    var repaired: [UInt8] = []
    repaired.reserveCapacity(text.count + 64)
    for (index, line) in split(text).enumerated() {
      if index > 0 { repaired.append(10) }
      if String(validating: text[line], as: UTF8.self) == nil {
        note("bytes that are no UTF-8", index + 1, &findings)
        repaired += String(decoding: text[line], as: UTF8.self).utf8
      } else {
        repaired += text[line]
      }
    }
    return repaired
  }

  /// One finding a line, and not thousands of them a file.
  private static func note(_ what: String, _ line: Int, _ findings: inout [Finding]) {
    let message = "\(what) here; shown as \u{fffd}"
    guard findings.last != Finding(line: line, message: message), findings.count < 20 else { return }
    findings.append(Finding(line: line, message: message))
  }

  private static func withoutCarriageReturns(_ body: ArraySlice<UInt8>) -> [UInt8] {
    guard body.contains(13) else { return Array(body) }
    var text: [UInt8] = []
    text.reserveCapacity(body.count)
    var previous: UInt8 = 0
    for byte in body {
      if byte == 13 {
        text.append(10)
      } else if byte != 10 || previous != 13 {
        text.append(byte)
      }
      previous = byte
    }
    return text
  }

  private static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == 10 {
        lines.append(start..<index)
        start = index + 1
      }
    }
    if start < bytes.count { lines.append(start..<bytes.count) }
    return lines
  }
}
