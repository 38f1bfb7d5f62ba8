/// Where markup begins and ends among the words of a paragraph.
struct RestructuredSigns {
  enum Mark: Int, CaseIterable {
    case strong, emphasis, literal, phrase, substitution
  }

  /// Longer names of roles and labels than anybody gives.
  static let longestName = 64

  let bytes: [UInt8]
  /// When the end of some markup was not found, there is none for any later beginning of the same kind
  /// either.
  /// Looking for it again each time would take forever on a long line of beginnings.
  private var isHopeless = [Bool](repeating: false, count: Mark.allCases.count)

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  func byte(_ index: Int) -> UInt8? { index >= 0 && index < bytes.count ? bytes[index] : nil }

  func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || Sign.isAlphanumeric(byte) }

  /// Dashes, quotes and full stops beyond ASCII.
  private func isWidePunctuation(_ first: UInt8?, _ second: UInt8?) -> Bool {
    switch (first, second) {
    case (0xe2, 0x80), (0xe3, 0x80), (0xef, 0xbc), (0xef, 0xbd), (0xc2, 0xa0), (0xc2, 0xab), (0xc2, 0xbb):
      true
    default: false
    }
  }

  /// Markup begins behind a space or an opening sign and right before what it marks, and not as in `(*)`.
  func begins(_ index: Int, length: Int) -> Bool {
    guard let next = byte(index + length), !Sign.isSpace(next) else { return false }
    guard let before = byte(index - 1), !Sign.isSpace(before) else { return true }
    if before >= 0x80 {
      return isWidePunctuation(byte(index - 3), byte(index - 2))
        || isWidePunctuation(byte(index - 2), before)
    }
    switch before {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return next != before
    case UInt8(ascii: "("): return next != UInt8(ascii: ")")
    case UInt8(ascii: "["): return next != UInt8(ascii: "]")
    case UInt8(ascii: "{"): return next != UInt8(ascii: "}")
    case UInt8(ascii: "<"): return next != UInt8(ascii: ">")
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"): return true
    default: return false
    }
  }

  func ends(_ index: Int) -> Bool {
    guard let next = byte(index), !Sign.isSpace(next) else { return true }
    return next >= 0x80
      ? isWidePunctuation(next, byte(index + 1)) : "'\")]}>-/:.,;!?\\".utf8.contains(next)
  }

  /// The next place where this kind of markup ends, with all the signs of its end.
  mutating func end(of mark: Mark, from start: Int) -> Range<Int>? {
    guard !isHopeless[mark.rawValue] else { return nil }
    let sign: UInt8
    switch mark {
    case .strong, .emphasis: sign = UInt8(ascii: "*")
    case .literal, .phrase: sign = UInt8(ascii: "`")
    case .substitution: sign = UInt8(ascii: "|")
    }
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), mark != .literal {
        index += 2
        continue
      }
      if bytes[index] == sign, index > start, !Sign.isSpace(bytes[index - 1]), let end = tail(of: mark, index)
      {
        return index..<end
      }
      index += 1
    }
    isHopeless[mark.rawValue] = true
    return nil
  }

  private func tail(of mark: Mark, _ index: Int) -> Int? {
    switch mark {
    case .strong, .literal: return byte(index + 1) == bytes[index] && ends(index + 2) ? index + 2 : nil
    case .emphasis: return ends(index + 1) ? index + 1 : nil
    case .phrase, .substitution:
      var end = index + 1
      if mark == .phrase, let role = roleEnd(end) { return ends(role) ? role : nil }
      while end < index + 3, byte(end) == UInt8(ascii: "_") { end += 1 }
      return ends(end) ? end : nil
    }
  }

  /// Behind a `:role:` that begins here.
  func roleEnd(_ index: Int) -> Int? {
    guard byte(index) == UInt8(ascii: ":"), let first = byte(index + 1), Sign.isAlphanumeric(first) else {
      return nil
    }
    var end = index + 2
    while let next = byte(end), end - index < Self.longestName,
      Sign.isAlphanumeric(next) || "-_.+:".utf8.contains(next)
    {
      end += 1
    }
    return bytes[end - 1] == UInt8(ascii: ":") ? end : nil
  }
}
