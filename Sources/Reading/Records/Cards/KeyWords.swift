/// The words that carry meaning, each once, in a form in which they can be compared.
///
/// They are kept as places in the plain text with a small table to find them by: as strings in a set, making and
/// hashing them took a good part of the time for a card.
struct KeyWords: Sendable {
  private let bytes: [UInt8]
  private let words: [Range<Int>]
  /// For each hash the number of a word, the next free place where another one has it; -1 where there is none.
  private let slots: [Int32]

  static func of(_ text: String) -> KeyWords { KeyWords(text) }

  private init(_ text: String) {
    let bytes = PlainWords.bytes(text)
    var words: [Range<Int>] = []
    var size = 8
    let most = bytes.count { $0 == 32 } + 1
    words.reserveCapacity(most)
    while size < most * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        var end = start
        while end < buffer.count, buffer[end] != 32 { end += 1 }
        let word = UnsafeBufferPointer(rebasing: buffer[start..<end])
        let stem = UnsafeBufferPointer(rebasing: word.dropLast(Self.ending(word)))
        let place = start..<start + stem.count
        start = end + 1
        guard stem.count > 1, !Self.common.isOne(stem) else { continue }
        let slot = Self.slot(of: stem, slots, words, buffer)
        guard slots[slot] < 0 else { continue }
        slots[slot] = Int32(words.count)
        words.append(place)
      }
    }
    self.bytes = bytes
    self.words = words
    self.slots = slots
  }

  /// Where a word stands in the table, or would.
  private static func slot(
    of word: UnsafeBufferPointer<UInt8>, _ slots: [Int32], _ words: [Range<Int>],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = words[Int(slots[slot])]
      if known.count == word.count, word.indices.allSatisfy({ bytes[known.lowerBound + $0] == word[$0] }) {
        break
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  var count: Int { words.count }
  var isEmpty: Bool { words.isEmpty }

  /// How many of them stand among others too.
  func shared(with others: KeyWords) -> Int {
    guard !others.isEmpty else { return 0 }
    return bytes.withUnsafeBufferPointer { own in
      others.bytes.withUnsafeBufferPointer { bytes in
        words.count { word in
          let slot = Self.slot(
            of: UnsafeBufferPointer(rebasing: own[word]), others.slots, others.words, bytes)
          return others.slots[slot] >= 0
        }
      }
    }
  }

  /// The share of the first text's words that stand in the second too.
  static func share(of text: String, in other: String) -> Double { share(of: of(text), in: of(other)) }

  static func share(of words: KeyWords, in others: KeyWords) -> Double {
    words.isEmpty ? 1 : Double(words.shared(with: others)) / Double(words.count)
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

  private static func stem(_ word: String) -> String {
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

  private static let common = PhraseList(
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
