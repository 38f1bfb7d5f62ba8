/// What a byte is by itself. Those of 128 and above are parts of letters and signs beyond ASCII.
extension UInt8 {
  var isBlank: Bool { self == 32 || (self >= 9 && self <= 13) }
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isSmallLetter: Bool { self >= 97 && self <= 122 }
  var isCapital: Bool { self >= 65 && self <= 90 }
  /// A capital as the small letter that it stands for.
  var small: UInt8 { self >= 65 && self <= 90 ? self | 32 : self }
  /// A letter or a digit of ASCII.
  var isWordly: Bool { (self | 32).isSmallLetter || isDigit }
}

extension String {
  /// The bytes as they lie there. `withUTF8` would have to be given a copy that it may change.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }
}

/// Searching and replacing by bytes. The standard library's own goes letter by letter, which an import of a thousand
/// records feels.
extension String {
  /// Where a phrase stands first.
  func place(of phrase: String) -> Range<String.Index>? { place(of: phrase, inAnyCase: false) }

  /// Where a phrase in lower case stands first, whatever the case of the text; for texts that are `isPlain`.
  func place(inAnyCaseOf phrase: String) -> Range<String.Index>? { place(of: phrase, inAnyCase: true) }

  private func place(of phrase: String, inAnyCase: Bool) -> Range<String.Index>? {
    guard let offset = offset(of: phrase, inAnyCase: inAnyCase) else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: phrase.utf8.count)
  }

  private func offset(of phrase: String, inAnyCase: Bool) -> Int? {
    withBytes { bytes in
      phrase.withBytes { wanted -> Int? in
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        let last = bytes.count - wanted.count
        var position = 0
        while position <= last {
          if (inAnyCase ? bytes[position].small : bytes[position]) == first {
            var length = 1
            while length < wanted.count,
              (inAnyCase ? bytes[position + length].small : bytes[position + length]) == wanted[length]
            {
              length += 1
            }
            if length == wanted.count { return position }
          }
          position += 1
        }
        return nil
      }
    }
  }

  func holds(_ phrase: String) -> Bool {
    // Its last byte is told of many bytes at a time, and in most texts it stands nowhere.
    guard let last = phrase.utf8.last, holds(last) else { return false }
    return offset(of: phrase, inAnyCase: false) != nil
  }

  /// Whether a byte stands in it, up to so many.
  func holds(_ byte: UInt8, within limit: Int = .max) -> Bool {
    withBytes { bytes in
      // Without a way out in the middle many bytes are told at a time.
      var found: UInt8 = 0
      for position in 0..<Swift.min(bytes.count, limit) { found |= bytes[position] == byte ? 1 : 0 }
      return found != 0
    }
  }

  var isASCII: Bool {
    withBytes { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      return all < 128
    }
  }

  /// Nothing beyond ASCII but dashes, quotation marks and the like: then capitals and accents can be told by bytes,
  /// without a copy in lower case.
  var isPlain: Bool {
    withBytes { bytes in
      var all: UInt8 = 0
      for byte in bytes { all |= byte }
      if all < 128 { return true }
      var position = 0
      while position < bytes.count {
        if bytes[position] < 128 {
          position += 1
        } else if bytes[position] == 0xe2, position + 2 < bytes.count, bytes[position + 1] == 0x80 {
          position += 3
        } else {
          return false
        }
      }
      return true
    }
  }

  /// Whether it begins with a quotation mark as English has them; a sign beyond ASCII is told fastest by its bytes.
  var isQuoted: Bool { utf8.starts(with: "“".utf8) }

  /// Lines as running text.
  var onOneLine: String {
    guard holds(10) else { return self }
    return withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count) { result in
        for position in bytes.indices { result[position] = bytes[position] == 10 ? 32 : bytes[position] }
        return bytes.count
      }
    }
  }

  /// With a text in the place of the `%`.
  func filled(_ text: String) -> String {
    guard let place = utf8.firstIndex(of: UInt8(ascii: "%")) else { return self }
    return self[..<place] + text + self[utf8.index(after: place)...]
  }

  /// With texts in the places of signs. All at once: a text can have such a sign itself, as "C#" has.
  func filled(_ texts: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if let text = texts[scalar] { result += text } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The last of the words between spaces.
  var lastWord: Substring? {
    guard let last = utf8.lastIndex(where: { !$0.isBlank }) else { return nil }
    let before = utf8[..<last].lastIndex(where: \.isBlank)
    return self[(before.map(utf8.index(after:)) ?? startIndex)...last]
  }

  /// The first of them.
  var leadingWord: Substring? {
    guard let first = utf8.firstIndex(where: { !$0.isBlank }) else { return nil }
    return self[first..<(utf8[first...].firstIndex(where: \.isBlank) ?? endIndex)]
  }

  /// Words between spaces, as bytes see them.
  var spacedWords: [Substring] {
    withBytes { bytes in
      var words: [Substring] = []
      words.reserveCapacity(wordCount)
      var (end, index) = (0, startIndex)
      while true {
        var start = end
        while start < bytes.count, bytes[start].isBlank { start += 1 }
        guard start < bytes.count else { return words }
        let first = utf8.index(index, offsetBy: start - end)
        end = start
        while end < bytes.count, !bytes[end].isBlank { end += 1 }
        index = utf8.index(first, offsetBy: end - start)
        words.append(self[first..<index])
      }
    }
  }
}
