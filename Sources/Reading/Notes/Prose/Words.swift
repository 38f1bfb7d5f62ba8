/// A stretch of running text as words, with code and quotations in one piece each.
struct Words: Sendable {
  private(set) var all: [Word]

  struct Word: Sendable {
    /// As it was written, with its signs.
    let text: String
    /// In lower case, without the signs around it.
    let plain: String
    /// The first byte of that, for a look before words are compared.
    let initial: UInt8

    init(text: String, plain: String) {
      self.text = text
      self.plain = plain
      initial = plain.utf8.first ?? 0
    }
  }

  init(_ text: String) {
    all = Words.pieces(text)
  }

  private init(_ all: ArraySlice<Word>) {
    self.all = Array(all)
  }

  var count: Int { all.count }
  var text: String { all.map(\.text).joined(separator: " ") }
  var first: Word? { all.first }

  subscript(index: Int) -> Word { all[index] }

  func prefix(_ count: Int) -> Words { Words(all.prefix(count)) }
  func dropFirst(_ count: Int) -> Words { Words(all.dropFirst(count)) }
  subscript(range: Range<Int>) -> Words { Words(all[range]) }

  /// Where words stand one behind the other.
  func place(of words: [String], from start: Int = 0) -> Int? {
    guard words.count <= count, start <= count - words.count else { return nil }
    return (start...(count - words.count)).first { at in
      words.indices.allSatisfy { all[at + $0].plain == words[$0] }
    }
  }

  func begins(with words: [String]) -> Bool { place(of: words) == 0 }

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

  /// At spaces that are not within code.
  private static func pieces(_ text: String) -> [Word] {
    text.withBytes { bytes in
      var result: [Word] = []
      result.reserveCapacity(bytes.count / 6 + 1)
      var (start, inCode) = (0, false)
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "`") { inCode.toggle() }
        guard byte == 32, !inCode else { continue }
        if start < index { result.append(word(bytes[start..<index])) }
        start = index + 1
      }
      if start < bytes.count { result.append(word(bytes[start...])) }
      return result
    }
  }

  private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Word {
    var bare = bytes
    while let count = signCount(atStartOf: bare) { bare = bare.dropFirst(count) }
    while let count = signCount(atEndOf: bare) { bare = bare.dropLast(count) }
    let isASCII = bare.allSatisfy { $0 < 128 }
    let text = String(decoding: bytes, as: UTF8.self)
    guard isASCII else {
      let small = String(decoding: bare, as: UTF8.self).lowercased()
      return Word(text: text, plain: small.holds("’") ? small.replacing("’", with: "'") : small)
    }
    if bare.count == bytes.count, !bare.contains(where: { $0 != $0.small }) {
      return Word(text: text, plain: text)
    }
    let plain = String(unsafeUninitializedCapacity: bare.count) { room in
      for (offset, byte) in bare.enumerated() { room[offset] = byte.small }
      return bare.count
    }
    return Word(text: text, plain: plain)
  }

  private static let signs = Set(",.;:!?()[]\"'".utf8)
  private static let longSigns = "“”„»«…’".map { Array($0.utf8) }

  private static func signCount(atStartOf bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = bytes.first, !first.isWordly else { return nil }
    if first < 128 { return signs.contains(first) ? 1 : nil }
    return longSigns.first { bytes.starts(with: $0) }?.count
  }

  private static func signCount(atEndOf bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let last = bytes.last, !last.isWordly else { return nil }
    if last < 128 { return signs.contains(last) ? 1 : nil }
    return longSigns.first { bytes.suffix($0.count).elementsEqual($0) }?.count
  }
}
