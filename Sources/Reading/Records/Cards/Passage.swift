/// A piece of a record that can be an answer: the author's own words, and the line where they stand.
struct Passage: Equatable, Sendable {
  var text: String
  let line: Int

  var wordCount: Int { text.wordCount }
}

/// Cuts running text where sentences end, and nowhere else.
enum Sentences {
  static func split(_ text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var result: [String] = []
      var start = 0
      var inCode = false
      var depth = 0
      var index = 0
      while index < bytes.count {
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
    let before = String(decoding: bytes[word..<mark], as: UTF8.self).lowercased()
    return !abbreviations.contains(before)
      && !(before.utf8.count == 1 && before.utf8.first.map { (97...122).contains($0) } == true)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte.isBlank }

  private static let longestAbbreviation = 8

  private static let abbreviations: Set<String> = [
    "e.g", "i.e", "etc", "vs", "cf", "approx", "no", "nr", "dr", "mr", "ms", "fig", "z.b", "d.h", "u.a",
    "bzw", "ca", "p.ex",
    "ex", "inc", "al", "resp", "ie", "eg", "st", "art", "sec", "v", "vgl", "ggf", "p", "incl", "max", "min",
    "aka", "a.k.a",
  ]
}

/// The words that carry meaning, in a form in which they can be compared.
enum KeyWords {
  static func of(_ text: String) -> Set<String> {
    var plain = PlainWords.normalized(text)
    return plain.withUTF8 { bytes in
      var words: Set<String> = []
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 32 { end += 1 }
        let word = UnsafeBufferPointer(rebasing: bytes[start..<end])
        start = end + 1
        let length = word.count - ending(word)
        guard length > 1 else { continue }
        let stem = String(decoding: word.prefix(length), as: UTF8.self)
        if length > longestCommon || !common.contains(stem) { words.insert(stem) }
      }
      return words
    }
  }

  /// The share of the first text's words that stand in the second too.
  static func share(of text: String, in other: String) -> Double { share(of: of(text), in: of(other)) }

  static func share(of words: Set<String>, in others: Set<String>) -> Double {
    guard !words.isEmpty else { return 1 }
    return Double(words.count { others.contains($0) }) / Double(words.count)
  }

  private static let endings = [
    "ations", "ation", "ing", "ions", "ion", "ies", "ed", "es", "er", "s", "e", "y",
  ].map {
    Array($0.utf8)
  }

  /// The length of what grammar added to a word.
  private static func ending(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard word.count > 3 else { return 0 }
    switch word[word.count - 1] {
    // The last letters of all of them.
    case UInt8(ascii: "s"), UInt8(ascii: "n"), UInt8(ascii: "g"), UInt8(ascii: "d"), UInt8(ascii: "r"),
      UInt8(ascii: "e"), UInt8(ascii: "y"):
      break
    default: return 0
    }
    for ending in endings where word.count - ending.count >= 3 {
      let start = word.count - ending.count
      if ending.indices.allSatisfy({ word[start + $0] == ending[$0] }) { return ending.count }
    }
    return 0
  }

  static func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { String(decoding: $0.dropLast(ending($0)), as: UTF8.self) }
  }

  /// "No nets" has the key words of "Nets", and is its opposite.
  static func isNegated(_ text: String) -> Bool {
    PlainWords.normalized(text).spacedWords.prefix(8).contains { negations.contains(String($0)) }
  }

  private static let negations: Set<String> = [
    "no", "not", "never", "without", "don", "kein", "keine", "keinen", "nicht", "ohne", "pas", "sans",
    "aucun", "aucune",
    "sin", "ningun", "ninguna", "nao", "sem",
  ]

  private static let longestCommon = common.map(\.utf8.count).max() ?? 0
  private static let common: Set<String> = Set(
    """
    a an the of to in on for with and or as at by from is are be been was were will would should shall can could may we our
    us it its this that these those they their there which who what when where how why not no do does did done has have had
    having use using used uses into than then so if but also any all each more most other such only same own very just about
    le la les un une des de du et ou en dans pour par sur avec que qui est sont nous notre nos ce cette ces il elle au aux ne
    pas plus der die das ein eine und oder zu zum zur im in mit von fur auf ist sind wir unser den dem des nicht el los las
    una unos y o en con por para que es son nosotros nuestro del al no um uma os as e do da dos das em com por para que nos
    nosso decid decision decide option new via let must make one two
    """.spacedWords.map { stem(String($0)) })
}
