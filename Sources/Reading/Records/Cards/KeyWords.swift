/// The words that carry meaning, each once, in a form in which they can be compared.
///
/// They are kept as nothing but their hashes in a small table: as strings in a set, making and comparing them took a
/// good part of the time for a card. Of 64 bits no two words of a text share all.
struct KeyWords: Sendable {
  /// Each hash stands at its place or behind it, where another one has that; 0 where there is none.
  private var slots: [UInt64]
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  static func of(_ text: String) -> KeyWords {
    // Without letters beyond ASCII there is no need for a copy: all that is beyond are dashes and the like.
    let isPlain = text.isPlain
    let plain = isPlain ? text : PlainWords.normalized(text)
    let common = common
    return plain.withBytes { bytes in
      // Each word that counts has two letters, and something behind it.
      var found = KeyWords(room: bytes.count / 3 + 1)
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end].isWordly || bytes[end] >= 128 && !isPlain { end += 1 }
        let stem = stem(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if stem.count > 1 {
          let hash = stem.smallHash
          if !common.holds(hash) { found.insert(hash) }
        }
        start = end + 1
      }
      return found
    }
  }

  private init(room: Int) {
    var size = 8
    while size * 2 < room * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// Where a hash stands in the table, or would.
  private func slot(of hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
      return slot
    }
  }

  private func holds(_ hash: UInt64) -> Bool { slots[slot(of: hash)] == hash }

  private mutating func insert(_ hash: UInt64) {
    let slot = slot(of: hash)
    guard slots[slot] == 0 else { return }
    slots[slot] = hash
    count += 1
  }

  /// How many of them stand among others too.
  func shared(with others: KeyWords) -> Int {
    others.isEmpty ? 0 : slots.count { $0 != 0 && others.holds($0) }
  }

  /// The share of the first text's words that stand in the second too.
  static func share(of text: String, in other: String) -> Double { share(of: of(text), in: of(other)) }

  static func share(of words: KeyWords, in others: KeyWords) -> Double {
    words.isEmpty ? 1 : Double(words.shared(with: others)) / Double(words.count)
  }

  /// Its bytes as one number, so that a look at it is one comparison with the end of a word.
  private struct Ending {
    let bytes: UInt64
    let mask: UInt64
    let count: Int

    init(_ text: String) {
      count = text.utf8.count
      bytes = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
      mask = 1 << UInt64(8 * count) - 1
    }
  }

  private static let endingsInS = ["ations", "ions", "ies", "es", "s"].map(Ending.init)
  private static let otherEndings = ["ation", "ing", "ion", "ed", "er", "e", "y"].map(Ending.init)

  /// The length of what grammar added to a word.
  private static func ending(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    guard word.count > 3 else { return 0 }
    let endings: [Ending]
    switch word[word.count - 1].small {
    case UInt8(ascii: "s"): endings = endingsInS
    // The last letters of all the others.
    case UInt8(ascii: "n"), UInt8(ascii: "g"), UInt8(ascii: "d"), UInt8(ascii: "r"), UInt8(ascii: "e"),
      UInt8(ascii: "y"):
      endings = otherEndings
    default: return 0
    }
    var end: UInt64 = 0
    for position in max(0, word.count - 6)..<word.count { end = end << 8 | UInt64(word[position].small) }
    for ending in endings where word.count - ending.count >= 3 && end & ending.mask == ending.bytes {
      return ending.count
    }
    return 0
  }

  private static func stem(_ word: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: word.dropLast(ending(word)))
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

  private static let common = table(
    """
    a an the of to in on for with and or as at by from is are be been was were will would should shall can could may we our
    us it its this that these those they their there which who what when where how why not no do does did done has have had
    having use using used uses into than then so if but also any all each more most other such only same own very just about
    le la les un une des de du et ou en dans pour par sur avec que qui est sont nous notre nos ce cette ces il elle au aux ne
    pas plus der die das ein eine und oder zu zum zur im in mit von fur auf ist sind wir unser den dem des nicht el los las
    una unos y o en con por para que es son nosotros nuestro del al no um uma os as e do da dos das em com por para que nos
    nosso decid decision decide option new via let must make one two
    """)

  private static func table(_ words: String) -> KeyWords {
    let words = words.spacedWords
    var table = KeyWords(room: words.count)
    for word in words { Array(word.utf8).withUnsafeBufferPointer { table.insert(stem($0).smallHash) } }
    return table
  }
}
