/// A piece of a record that can be an answer: the author's own words, and the line where they stand.
struct Passage: Equatable, Sendable {
  var text: String
  let line: Int

  var wordCount: Int { text.wordCount }
}

/// Cuts running text where sentences end, and nowhere else.
enum Sentences {
  static func split(_ text: String) -> [String] {
    text.withBytes { bytes in
      var result: [String] = []
      var start = 0
      var inCode = false
      var depth = 0
      var index = 0
      while index < bytes.count {
        // Nearly every byte is one of these.
        if bytes[index].isSmallLetter || bytes[index] == 32 {
          index += 1
          continue
        }
        let length = mark(bytes, index)
        if length > 0, !inCode, depth == 0 {
          var end = index + length
          while let closer = closing(bytes, end) { end += closer }
          if isEnd(bytes, mark: index, after: end, from: start) {
            append(bytes, start..<end, &result)
            start = end
            index = end
            continue
          }
        }
        switch bytes[index] {
        case UInt8(ascii: "`"): inCode.toggle()
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth = max(0, depth - 1)
        default: break
        }
        index += max(1, length)
      }
      append(bytes, start..<bytes.count, &result)
      return result
    }
  }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static func append(_ bytes: Bytes, _ range: Range<Int>, _ result: inout [String]) {
    let sentence = String(decoding: bytes[range], as: UTF8.self).trimmed
    if !sentence.isEmpty { result.append(sentence) }
  }

  /// The length of the sign that can end a sentence: `.`, `!`, `?` or `…`.
  private static func mark(_ bytes: Bytes, _ index: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): 1
    case 0xe2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xa6 ? 3 : 0
    default: 0
    }
  }

  /// The length of a quotation mark or bracket that still belongs to the sentence.
  private static func closing(_ bytes: Bytes, _ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): return 1
    case 0xe2:
      return index + 2 < bytes.count && bytes[index + 1] == 0x80 && [0x9d, 0x99].contains(bytes[index + 2])
        ? 3 : nil
    case 0xc2: return index + 1 < bytes.count && bytes[index + 1] == 0xbb ? 2 : nil
    default: return nil
    }
  }

  private static func isEnd(_ bytes: Bytes, mark: Int, after end: Int, from start: Int) -> Bool {
    guard end < bytes.count else { return true }
    guard isSpace(bytes[end]) else { return false }
    var next = end
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    guard next < bytes.count else { return true }
    // Beyond ASCII a small letter is rare at a beginning; it is taken for a capital.
    guard !(97...122).contains(bytes[next]) else { return false }
    guard bytes[mark] == UInt8(ascii: ".") else { return true }
    var word = mark
    while word > start, !isSpace(bytes[word - 1]), bytes[word - 1] != UInt8(ascii: "(") { word -= 1 }
    guard mark - word <= longestAbbreviation else { return true }
    let before = UnsafeBufferPointer(rebasing: bytes[word..<mark])
    let known = abbreviations[before.smallHash]
    // "The answer is no." ends; "No. 7" does not.
    if known.contains(.no) { return !bytes[next].isDigit }
    // "90 s." and "10 ms." are units behind a number; "J. Doe" has an initial, and "Ms." a name.
    if before.count == 1 || known.contains(.unit), word > start + 1, word >= 2, bytes[word - 2].isDigit,
      isSpace(bytes[word - 1])
    {
      return true
    }
    return known.isEmpty && !(before.count == 1 && before[0].small.isSmallLetter)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank }

  private static let longestAbbreviation = 8

  private struct Known: OptionSet {
    let rawValue: UInt16
    static let abbreviation = Known(rawValue: 1)
    static let no = Known(rawValue: 2)
    static let unit = Known(rawValue: 4)
  }

  private static let abbreviations = WordTable<Known>([
    (
      .abbreviation,
      [
        "e.g", "i.e", "etc", "vs", "cf", "approx", "nr", "dr", "mr", "ms", "fig", "z.b", "d.h", "u.a", "bzw",
        "ca", "p.ex", "ex", "inc", "al", "resp", "ie", "eg", "st", "art", "sec", "v", "vgl", "ggf", "p",
        "incl", "max", "min", "aka", "a.k.a",
      ]
    ),
    (.no, ["no"]), (.unit, ["ms", "min", "sec"]),
  ])
}
