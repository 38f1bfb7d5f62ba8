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
      stems(of: bytes, isPlain: isPlain) { hash in
        if !common.holds(hash) { found.insert(hash) }
      }
      return found
    }
  }

  /// What a single word is compared by; 0 for one that carries no meaning.
  static func key(of word: String) -> UInt64 {
    let isPlain = word.isPlain
    let plain = isPlain ? word : PlainWords.normalized(word)
    let common = common
    return plain.withBytes { bytes in
      var key: UInt64 = 0
      stems(of: bytes, isPlain: isPlain) { hash in
        if key == 0, !common.holds(hash) { key = hash }
      }
      return key
    }
  }

  /// Calls with the hash of each word's stem. A word is walked through once: what is needed of it, its last eight bytes
  /// and its length, comes along.
  @inline(__always)
  private static func stems(
    of bytes: UnsafeBufferPointer<UInt8>, isPlain: Bool, _ body: (UInt64) -> Void
  ) {
    (isPlain ? plainLetters : letters).withUnsafeBufferPointer { stems(of: bytes, letters: $0, body) }
  }

  /// What each byte is within a word: its small letter, its digit, or 0 where it ends one. Words are taken apart more
  /// often than anything else is done, and a look into a table tells sooner than four comparisons.
  private static let plainLetters: [UInt8] = (0...255).map { UInt8($0).isWordly ? UInt8($0).small : 0 }
  /// The same where what is beyond ASCII is letters.
  private static let letters: [UInt8] = Array(plainLetters.prefix(128)) + (128...255)

  @inline(__always)
  private static func stems(
    of bytes: UnsafeBufferPointer<UInt8>, letters: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void
  ) {
    var start = 0
    while start < bytes.count {
      var tail: UInt64 = 0
      var end = start
      while end < bytes.count, case let letter = letters[Int(bytes[end])], letter != 0 {
        tail = tail << 8 | UInt64(letter)
        end += 1
      }
      let (length, ending) = (end - start, ending(of: tail, end - start))
      if length - ending > 1 {
        // As `smallHash` is for fewer than eight bytes.
        body(
          length < 8
            ? tail >> UInt64(8 * ending) &* UInt64.smallHashFactor
            : UnsafeBufferPointer(rebasing: bytes[start..<end - ending]).smallHash)
      }
      start = end + 1
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
    // It is the same whoever is asked for the other's, and most of a large table is empty.
    if slots.count > others.slots.count { return others.shared(with: self) }
    return others.isEmpty ? 0 : slots.count { $0 != 0 && others.holds($0) }
  }

  /// Whether two names have the same words, in whichever order.
  func isSame(as others: KeyWords) -> Bool {
    !isEmpty && count == others.count && shared(with: others) == count
  }

  /// How many stand among the others, and in none of those left out.
  func shared(with others: KeyWords, andNotWith left: [KeyWords]) -> Int {
    slots.count { hash in hash != 0 && others.holds(hash) && !left.contains { $0.holds(hash) } }
  }

  /// The share of the first text's words that stand in the second too.
  static func share(of text: String, in other: String) -> Double { share(of: of(text), in: of(other)) }

  static func share(of words: KeyWords, in others: KeyWords) -> Double {
    words.isEmpty ? 1 : Double(words.shared(with: others)) / Double(words.count)
  }

  /// The length of what grammar added to a word, told by its last eight bytes.
  private static func ending(of tail: UInt64, _ count: Int) -> Int {
    guard count > 3 else { return 0 }
    func ends(_ ending: StaticString) -> Bool {
      let length = ending.utf8CodeUnitCount
      guard count - length >= 3 else { return false }
      var rest = tail
      for position in (0..<length).reversed() {
        guard UInt8(truncatingIfNeeded: rest) == ending.utf8Start[position] else { return false }
        rest >>= 8
      }
      return true
    }
    switch UInt8(truncatingIfNeeded: tail) {
    case UInt8(ascii: "s"):
      return ends("ations") ? 6 : ends("ions") ? 4 : ends("ies") ? 3 : ends("es") ? 2 : 1
    case UInt8(ascii: "n"): return ends("ation") ? 5 : ends("ion") ? 3 : 0
    case UInt8(ascii: "g"): return ends("ing") ? 3 : 0
    case UInt8(ascii: "d"): return ends("ed") ? 2 : 0
    case UInt8(ascii: "r"): return ends("er") ? 2 : 0
    case UInt8(ascii: "e"), UInt8(ascii: "y"): return 1
    default: return 0
    }
  }

  /// "No nets" has the key words of "Nets", and is its opposite.
  static func isNegated(_ text: String) -> Bool {
    PlainWords.normalized(text).spacedWords.prefix(8).contains { negations.contains(String($0)) }
  }

  /// How often a text says no.
  static func negations(in text: String) -> Int {
    PlainWords.normalized(text).spacedWords.count { word in
      // "Don't" is two words by then.
      word == "t" || negations.contains(String(word)) && word != "don"
        || furtherNegations.contains(String(word))
    }
  }

  private static let furtherNegations: Set<String> = [
    "cannot", "none", "nothing", "nobody", "neither", "nor", "nie", "niemals", "keiner", "jamais", "nunca",
  ]

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
    nosso made now able possible become becomes decid decision decide option new via let must make one two
    """)

  private static func table(_ words: String) -> KeyWords {
    words.withBytes { bytes in
      var table = KeyWords(room: bytes.count / 3 + 1)
      stems(of: bytes, isPlain: true) { table.insert($0) }
      return table
    }
  }
}
