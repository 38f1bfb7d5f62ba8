/// Words as they are compared: in lower case, without accents, signs as spaces.
enum PlainWords {
  static func normalized(_ text: String) -> String {
    // Dashes and quotation marks are gaps as all other signs are.
    guard text.isPlain else { return normalized(anyLetters: text) }
    return text.withBytes { normalized(plain: $0) }
  }

  /// Whether that has more bytes than so many for sure: most texts need not be made plain to tell.
  static func isLonger(_ text: String, than limit: Int) -> Bool {
    guard text.utf8.count > limit else { return false }
    return text.withBytes { bytes in
      var count = 0
      for byte in bytes where byte.isWordly {
        count += 1
        if count > limit { return true }
      }
      return false
    }
  }

  /// Whether there are at least two words in it for sure.
  static func isTwoWords(_ text: String) -> Bool {
    text.withBytes { bytes in
      var (isInWord, words) = (false, 0)
      for byte in bytes where byte < 128 {
        let isWord = byte.isWordly
        if isWord, !isInWord {
          words += 1
          if words == 2 { return true }
        }
        isInWord = isWord
      }
      return false
    }
  }

  private static func normalized(plain bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: room(for: bytes)) { put(plain: bytes, into: $0) }
  }

  /// "&" becomes a word, with a space before and behind.
  private static func room(for bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.count + 4 * bytes.count { $0 == UInt8(ascii: "&") }
  }

  private static func put(
    plain bytes: UnsafeBufferPointer<UInt8>, into result: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var isGap = true
    func put(_ byte: UInt8) {
      result[count] = byte
      count += 1
    }
    for byte in bytes {
      switch byte {
      case 97...122, 48...57:
        put(byte)
        isGap = false
      case 65...90:
        put(byte + 32)
        isGap = false
      case UInt8(ascii: "&"):
        if !isGap { put(32) }
        for letter in "and ".utf8 { put(letter) }
        isGap = true
      default:
        if !isGap { put(32) }
        isGap = true
      }
    }
    while count > 0, result[count - 1] == 32 { count -= 1 }
    return count
  }

  private static func normalized(anyLetters text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isGap = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9":
        result.append(UInt8(scalar.value))
        isGap = false
      case "A"..."Z":
        result.append(UInt8(scalar.value) + 32)
        isGap = false
      case "&":
        if !isGap { result.append(32) }
        result += Array("and ".utf8)
        isGap = true
      default:
        if scalar.value < 128 || !scalar.properties.isAlphabetic {
          // A mark on the letter before it is none of its own.
          if scalar.properties.generalCategory == .nonspacingMark { continue }
          if !isGap { result.append(32) }
          isGap = true
        } else {
          result += folded(scalar).utf8
          isGap = false
        }
      }
    }
    while result.last == 32 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// In lower case and without accents, but with its signs: for lists of words such as `can't` and `error-prone`.
  static func unaccented(_ text: String) -> String {
    if text.isASCII { return text.lowercased() }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 128 {
        result.unicodeScalars.append(
          ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar)
      } else if scalar.properties.generalCategory != .nonspacingMark {
        result += folded(scalar)
      }
    }
    return result
  }

  /// Where words stand in a text, whatever their case and accents. Nil also where a letter became two.
  static func range(of words: String, in text: String) -> Range<String.Index>? {
    if text.isPlain { return text.place(inAnyCaseOf: words) }
    let plain = unaccented(text)
    // The same bytes but for the case: what is found in one stands there in the other.
    if plain.utf8.count == text.utf8.count, let found = plain.place(of: words) {
      let start = text.utf8.index(
        text.startIndex, offsetBy: plain.utf8.distance(from: plain.startIndex, to: found.lowerBound))
      return start..<text.utf8.index(start, offsetBy: words.utf8.count)
    }
    guard plain.utf8.count != text.utf8.count, plain.count == text.count, let found = plain.place(of: words)
    else { return nil }
    let start = text.index(
      text.startIndex, offsetBy: plain.distance(from: plain.startIndex, to: found.lowerBound))
    return start..<text.index(start, offsetBy: plain.distance(from: found.lowerBound, to: found.upperBound))
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String {
    let small = scalar.properties.lowercaseMapping
    return letters[small] ?? small
  }

  private static let letters: [String: String] = {
    var table: [String: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "’": "'"]
    for (plain, accented) in [
      ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõö"), ("u", "ùúûü"),
      ("y", "ýÿ"),
    ] {
      for letter in accented { table[String(letter)] = plain }
    }
    return table
  }()
}
