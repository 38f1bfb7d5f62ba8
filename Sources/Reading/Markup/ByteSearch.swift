/// Searching and replacing by bytes. The standard library's own goes letter by letter, which an import of a thousand
/// records feels.
extension String {
  /// Where a phrase stands first.
  func place(of phrase: String) -> Range<String.Index>? {
    var (text, sought) = (self, phrase)
    let offset = text.withUTF8 { bytes in
      sought.withUTF8 { wanted -> Int? in
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        let last = bytes.count - wanted.count
        var position = 0
        while position <= last {
          if bytes[position] == first {
            var length = 1
            while length < wanted.count, bytes[position + length] == wanted[length] { length += 1 }
            if length == wanted.count { return position }
          }
          position += 1
        }
        return nil
      }
    }
    guard let offset else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: phrase.utf8.count)
  }

  func holds(_ phrase: String) -> Bool { place(of: phrase) != nil }

  /// Lines as running text.
  var onOneLine: String {
    guard utf8.contains(10) else { return self }
    return String(decoding: utf8.map { $0 == 10 ? 32 : $0 }, as: UTF8.self)
  }

  /// With a text in the place of a sign.
  func filled(_ sign: Unicode.Scalar, with text: String) -> String {
    var result = ""
    for scalar in unicodeScalars {
      if scalar == sign { result += text } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// Words between spaces, as bytes see them.
  var spacedWords: [Substring] {
    utf8.split(whereSeparator: { $0 == 32 || (9...13).contains($0) }).map { Substring($0) }
  }
}
