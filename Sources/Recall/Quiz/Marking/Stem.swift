/// The part of an English word that its forms share: `retries`, `retrying` and `retried` are one. It need not be a
/// word, only the same for the same.
enum Stem {
  static func of(_ word: String) -> String {
    guard word.utf8.count > 3, word.utf8.allSatisfy({ (97...122).contains($0) }) else { return word }
    if let known = irregular[word] { return known }
    var stem = Array(word.utf8)
    withoutPlural(&stem)
    withoutEnding(&stem)
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    if stem.count > 3, stem.last == UInt8(ascii: "y") { stem[stem.count - 1] = UInt8(ascii: "i") }
    return String(decoding: stem, as: UTF8.self)
  }

  private static func withoutPlural(_ stem: inout [UInt8]) {
    if ends(stem, "sses") || ends(stem, "xes") || ends(stem, "ches") || ends(stem, "shes") {
      stem.removeLast(2)
    } else if ends(stem, "ies"), stem.count > 4 {
      stem.removeLast(2)
    } else if ends(stem, "s"), !ends(stem, "ss"), !ends(stem, "us"), !ends(stem, "is") {
      stem.removeLast()
    }
  }

  /// The longest ending that leaves enough of a word behind; what it is replaced by joins forms such as
  /// `idempotence` and `idempotent`.
  private static let endings: [(ending: String, put: String, least: Int)] = [
    ("izations", "iz", 3), ("ization", "iz", 3), ("ations", "at", 3), ("ation", "at", 3), ("ically", "ic", 3),
    ("ising", "iz", 3), ("izing", "iz", 3), ("ised", "iz", 3), ("ized", "iz", 3), ("ise", "iz", 4),
    ("ating", "at", 3), ("ated", "at", 3), ("ator", "at", 3), ("ency", "ent", 3), ("ence", "ent", 3),
    ("ancy", "ant", 3), ("ance", "ant", 3), ("ously", "ous", 3), ("fully", "ful", 3), ("ments", "", 4),
    ("ment", "", 4), ("ness", "", 3), ("ibility", "ibl", 2), ("ability", "abl", 2), ("ible", "ibl", 2),
    ("able", "abl", 3), ("ions", "", 4), ("ion", "", 4), ("ings", "", 3), ("ing", "", 3), ("edly", "", 3),
    ("ied", "i", 2), ("ed", "", 3), ("ers", "", 4), ("er", "", 4), ("ly", "", 3), ("ity", "", 4),
    ("ive", "", 4),
  ]

  private static func withoutEnding(_ stem: inout [UInt8]) {
    for (ending, put, least) in endings where ends(stem, ending) && stem.count - ending.utf8.count >= least {
      stem.removeLast(ending.utf8.count)
      stem += put.utf8
      // `stopped`: the letter that was doubled before the ending.
      if put.isEmpty, stem.count > 3, let last = stem.last, stem[stem.count - 2] == last,
        !"aeiouls".utf8.contains(last)
      {
        stem.removeLast()
      }
      return
    }
  }

  private static func ends(_ stem: [UInt8], _ ending: String) -> Bool {
    stem.count >= ending.utf8.count && stem.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  private static let irregular: [String: String] = [
    "lost": "lose", "losing": "lose", "loses": "lose", "written": "write", "wrote": "write",
    "writing": "write",
    "writes": "write", "read": "read", "sent": "send", "kept": "keep", "held": "hold", "built": "build",
    "broke": "break", "broken": "break", "chose": "choose", "chosen": "choose", "ran": "run",
    "running": "run",
    "went": "go", "goes": "go", "made": "make", "found": "find", "left": "leave", "fell": "fall",
    "grew": "grow",
    "grown": "grow", "took": "take", "taken": "take", "given": "give", "gave": "give", "seen": "see",
    "saw": "see",
    "known": "know", "knew": "know", "paid": "pay", "came": "come", "began": "begin", "stuck": "stick",
    "indices": "index", "indexes": "index", "children": "child", "does": "do", "this": "this",
  ]
}
