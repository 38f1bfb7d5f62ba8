/// A stretch of running text as words, with code and quotations in one piece each.
///
/// A part of it looks at the same words: rules take a sentence apart in many ways, and need no copies for that.
struct Words: Sendable {
  struct Word: Sendable {
    /// As it was written, with its signs.
    let text: String
    /// In lower case, without the signs around it.
    let plain: String
    /// The first byte of that, for a look before words are compared.
    let initial: UInt8
    /// The last byte as it was written.
    let ending: UInt8
    /// For looking it up in a `WordTable`.
    let hash: UInt64
  }

  /// The words as a collection of its own, counted from 0.
  struct All: RandomAccessCollection {
    fileprivate let sentence: [Word]
    fileprivate let start: Int
    let endIndex: Int

    var startIndex: Int { 0 }
    subscript(index: Int) -> Word { sentence[start + index] }
  }

  let all: All

  init(_ text: String) {
    let pieces = Words.pieces(text)
    all = All(sentence: pieces, start: 0, endIndex: pieces.count)
  }

  private init(_ words: Words, from start: Int, to end: Int) {
    all = All(sentence: words.all.sentence, start: words.all.start + start, endIndex: end - start)
  }

  var count: Int { all.endIndex }
  var first: Word? { all.first }

  var text: String {
    // Written in one go: a string that grows word by word asks at each of them whether it has room.
    String(unsafeUninitializedCapacity: all.reduce(0) { $0 + $1.text.utf8.count + 1 }) { room in
      var end = 0
      for index in all.indices {
        if index > 0 {
          room[end] = 32
          end += 1
        }
        all[index].text.withBytes { bytes in
          for byte in bytes {
            room[end] = byte
            end += 1
          }
        }
      }
      return end
    }
  }

  subscript(index: Int) -> Word { all[index] }

  func prefix(_ count: Int) -> Words { Words(self, from: 0, to: min(count, self.count)) }
  func dropFirst(_ count: Int) -> Words { Words(self, from: min(count, self.count), to: self.count) }
  subscript(range: Range<Int>) -> Words { Words(self, from: range.lowerBound, to: range.upperBound) }

  /// Its words but for some of those at its beginning.
  func without(_ words: Set<String>, before end: Int) -> Words {
    Words(
      all.enumerated().filter { $0.offset >= end || !words.contains($0.element.plain) }
        .map(\.element.text).joined(separator: " "))
  }

  /// Where words stand one behind the other.
  func place(of words: [String], from start: Int = 0) -> Int? {
    guard words.count <= count, start <= count - words.count else { return nil }
    return (start...(count - words.count)).first { at in
      words.indices.allSatisfy { all[at + $0].plain == words[$0] }
    }
  }

  func begins(with words: [String]) -> Bool {
    words.count <= count && words.indices.allSatisfy { all[$0].plain == words[$0] }
  }

  /// The same for the words of a phrase, which are not taken apart for that.
  func place(ofPhrase phrase: String, from start: Int = 0) -> Int? {
    guard start < count, let initial = phrase.utf8.first else { return nil }
    return (start..<count).first { all[$0].initial == initial && stands(phrase, at: $0) }
  }

  func begins(withPhrase phrase: String) -> Bool {
    first?.initial == phrase.utf8.first && stands(phrase, at: 0)
  }

  private func stands(_ phrase: String, at start: Int) -> Bool {
    var rest = phrase.utf8[...]
    var at = start
    while !rest.isEmpty {
      guard at < all.count else { return false }
      let plain = all[at].plain.utf8
      guard rest.starts(with: plain), !plain.isEmpty else { return false }
      rest = rest.dropFirst(plain.count)
      guard rest.isEmpty || rest.first == 32 else { return false }
      rest = rest.dropFirst()
      at += 1
    }
    return true
  }

  func holds(_ word: String) -> Bool { all.contains { $0.plain == word } }

  /// Whether a sign such as a comma stands behind a word.
  func ends(at index: Int, with sign: Character) -> Bool {
    all.indices.contains(index) && all[index].text.hasSuffix(String(sign))
  }

  private static func pieces(_ text: String) -> [Word] {
    text.withBytes { bytes in
      var result: [Word] = []
      result.reserveCapacity(bytes.count / 6 + 1)
      cut(bytes) { result.append(Word($0)) }
      return result
    }
  }

  /// At spaces that are not within code.
  private static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var (start, inCode) = (0, false)
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == UInt8(ascii: "`") { inCode.toggle() }
      guard byte == 32, !inCode else { continue }
      if start < index { body(UnsafeBufferPointer(rebasing: bytes[start..<index])) }
      start = index + 1
    }
    if start < bytes.count { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
  }

  /// What a word is known by in tables, without the word.
  struct Sign {
    let hash: UInt64
    let ending: UInt8
    let startsWithNumber: Bool
  }

  /// The words of a text as their signs: most sentences are looked at for nothing else.
  static func signs(_ text: String, _ body: (Sign) -> Void) {
    text.withBytes { bytes in
      cut(bytes) { piece in
        if piece.contains(where: { $0 >= 128 }) {
          let word = Word(piece)
          body(Sign(hash: word.hash, ending: word.ending, startsWithNumber: word.startsWithNumber))
        } else {
          let bare = Word.bare(piece)
          body(
            Sign(
              hash: bare.smallHash, ending: piece.last ?? 0, startsWithNumber: bare.first?.isDigit == true))
        }
      }
    }
  }
}

extension Words.Word {
  /// Without the signs around it.
  fileprivate static func bare(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, bytes.count)
    while start < end, !bytes[start].isWordly, let count = signCount(atStartOf: bytes[start..<end]) {
      start += count
    }
    while start < end, !bytes[end - 1].isWordly, let count = signCount(atEndOf: bytes[start..<end]) {
      end -= count
    }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  fileprivate init(_ bytes: UnsafeBufferPointer<UInt8>) {
    let bare = Self.bare(bytes)
    text = String(decoding: bytes, as: UTF8.self)
    var (all, changed): (UInt8, UInt8) = (0, 0)
    for byte in bare {
      all |= byte
      changed |= byte ^ byte.small
    }
    if all >= 128 {
      let small = String(decoding: bare, as: UTF8.self).lowercased()
      plain = small.holds("’") ? small.replacing("’", with: "'") : small
    } else if bare.count == bytes.count, changed == 0 {
      plain = text
    } else {
      plain = String(unsafeUninitializedCapacity: bare.count) { room in
        for (offset, byte) in bare.enumerated() { room[offset] = byte.small }
        return bare.count
      }
    }
    initial = all < 128 ? bare.first?.small ?? 0 : plain.utf8.first ?? 0
    ending = bytes.last ?? 0
    hash = all < 128 ? bare.smallHash : plain.utf8.smallHash
  }

  /// Whether a sign stands behind it, told by its last byte.
  func ends(with sign: Unicode.Scalar) -> Bool { ending == UInt8(ascii: sign) }

  var startsWithNumber: Bool { initial < 128 ? initial.isDigit : plain.first?.isNumber == true }

  private static let longSigns = "“”„»«…’".map { Array($0.utf8) }

  private static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: false
    }
  }

  private static func signCount(atStartOf bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = bytes.first else { return nil }
    if first < 128 { return isSign(first) ? 1 : nil }
    return longSigns.first { bytes.starts(with: $0) }?.count
  }

  private static func signCount(atEndOf bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let last = bytes.last else { return nil }
    if last < 128 { return isSign(last) ? 1 : nil }
    return longSigns.first { bytes.suffix($0.count).elementsEqual($0) }?.count
  }
}
