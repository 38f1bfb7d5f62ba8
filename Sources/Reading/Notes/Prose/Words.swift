/// A stretch of running text as words, with code and quotations in one piece each.
struct Words: Sendable {
  private(set) var all: [Word]

  struct Word: Sendable {
    /// As it was written, with its signs.
    let text: String
    /// In lower case, without the signs around it.
    let plain: String
  }

  init(_ text: String) {
    all = Words.pieces(text).map { Word(text: $0, plain: Words.plain($0)) }
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

  func holds(_ word: String) -> Bool { all.contains { $0.plain == word } }

  /// Whether a sign such as a comma stands behind a word.
  func ends(at index: Int, with sign: Character) -> Bool {
    all.indices.contains(index) && all[index].text.hasSuffix(String(sign))
  }

  /// At spaces that are not within code.
  private static func pieces(_ text: String) -> [String] {
    var result: [String] = []
    var piece = ""
    var inCode = false
    for character in text {
      if character == "`" { inCode.toggle() }
      if character == " ", !inCode {
        if !piece.isEmpty { result.append(piece) }
        piece = ""
      } else {
        piece.append(character)
      }
    }
    if !piece.isEmpty { result.append(piece) }
    return result
  }

  private static let signs = Set<Character>(",.;:!?()[]\"“”„»«…'’")

  private static func plain(_ word: String) -> String {
    var bare = word[...]
    while let first = bare.first, signs.contains(first) { bare.removeFirst() }
    while let last = bare.last, signs.contains(last) { bare.removeLast() }
    return bare.lowercased().replacing("’", with: "'")
  }
}
