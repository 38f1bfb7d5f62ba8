internal import Recall

/// How alike two texts are, by the words that tell texts of one file apart.
///
/// A word that nearly every card holds says nothing; one that a single card holds says nearly everything. So
/// each word weighs by its rarity, from 0 to 1. A word that differs from an old one by a slip of the finger counts as the
/// same, provided that it is no old word itself; numbers are never slips.
struct Vocabulary {
  private var ids: [String: Int] = [:]
  private var words: [[UInt8]] = []
  private var hasDigit: [Bool] = []
  private var isCommon: [Bool] = []
  /// In how many of the known and of the new cards a word stands.
  private var known: [Int] = []
  private var total: [Int] = []
  private var cards = 0

  struct Words {
    /// Each word once for each time that it stands there.
    let ids: [Int]
    let plain: String
  }

  mutating func words(of text: String) -> Words {
    var found: [Int] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 65...90: word.append(byte + 32)
      case 48...57, 97...122, 0x80...: word.append(byte)
      default:
        if !word.isEmpty { found.append(id(word)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { found.append(id(word)) }
    return Words(ids: found, plain: text)
  }

  mutating func count(_ parts: [Words], isKnown: Bool) {
    cards += 1
    for id in Set(parts.flatMap(\.ids)) {
      total[id] += 1
      if isKnown { known[id] += 1 }
    }
  }

  private mutating func id(_ word: [UInt8]) -> Int {
    let text = String(decoding: word, as: UTF8.self)
    if let id = ids[text] { return id }
    let id = words.count
    ids[text] = id
    words.append(word)
    hasDigit.append(word.contains { (48...57).contains($0) })
    isCommon.append(Self.common.contains(text))
    known.append(0)
    total.append(0)
    return id
  }

  var cardCount: Int { cards }

  /// 1 for a word that stands in one card, falling with the number of cards that hold it.
  func weight(_ id: Int) -> Double {
    let rarity = 1 - logarithm(Double(max(1, total[id]))) / logarithm(Double(max(2, cards)) + 1)
    return max(0.02, rarity) * (isCommon[id] ? 0.15 : 1)
  }

  func weight(_ words: Words) -> Double {
    Set(words.ids).reduce(0) { $0 + weight($1) }
  }

  func frequency(_ id: Int) -> Int { total[id] }

  /// From 0, no word in common, to 1, the same words.
  func likeness(old: Words, new: Words) -> Double {
    if old.plain == new.plain { return 1 }
    if old.ids.isEmpty || new.ids.isEmpty { return 0 }
    var left = new.ids
    var missing: [Int] = []
    var shared = 0.0
    for id in old.ids {
      if let index = left.firstIndex(of: id) {
        left.remove(at: index)
        shared += weight(id)
      } else {
        missing.append(id)
      }
    }
    var unmatched: [Int] = []
    for id in missing {
      if let index = left.firstIndex(where: { isSlip(old: id, new: $0) }) {
        left.remove(at: index)
        shared += weight(id)
      } else {
        unmatched.append(id)
      }
    }
    // Two words run together, or one torn apart.
    if !unmatched.isEmpty, !left.isEmpty, unmatched.count + left.count <= 3,
      isOneSlip(unmatched.flatMap { words[$0] }, left.flatMap { words[$0] }),
      !(unmatched + left).contains(where: { hasDigit[$0] })
    {
      shared += unmatched.reduce(0) { $0 + weight($1) }
      unmatched = []
      left = []
    }
    let apart = (unmatched + left).reduce(0) { $0 + weight($1) }
    return shared * 2 / (shared * 2 + apart)
  }

  private func isSlip(old: Int, new: Int) -> Bool {
    guard known[new] == 0, !hasDigit[old], !hasDigit[new] else { return false }
    return isOneSlip(words[old], words[new])
  }

  /// One letter more, less, other or swapped with its neighbour; two in a long word.
  private func isOneSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let length = max(left.count, right.count)
    guard length >= 2, length < 200 else { return false }
    return editDistance(left, right, atMost: length >= 8 ? 2 : 1) != nil
  }

  /// Words of which English sentences are made whatever they are about.
  private static let common: Set<String> = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "did", "do", "does", "for", "from", "had",
    "has", "have", "how", "if", "in", "is", "it", "its", "no", "not", "of", "on", "one", "or", "our", "so",
    "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "to", "us", "was", "we",
    "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "yes", "you",
  ]
}

/// The natural logarithm, by halving until the series converges quickly. Exact enough for a weight, the same on
/// every machine, and no library needed.
func logarithm(_ number: Double) -> Double {
  let exponent = number.exponent
  let significand = number.significand
  let ratio = (significand - 1) / (significand + 1)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  for step in 0..<12 {
    sum += term / Double(2 * step + 1)
    term *= square
  }
  return 2 * sum + Double(exponent) * 0.693_147_180_559_945_3
}
