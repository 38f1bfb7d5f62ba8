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
  /// In how many of the known cards a word stands, and in how many of the new ones.
  private var known: [Int] = []
  private var fresh: [Int] = []
  private var knownCards = 0
  private var freshCards = 0

  /// The word for a gap: where it stands is what tells the cards of one sentence apart.
  private var gap: Int?

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
    if isKnown { knownCards += 1 } else { freshCards += 1 }
    for id in Set(parts.flatMap(\.ids)) {
      if isKnown { known[id] += 1 } else { fresh[id] += 1 }
    }
  }

  private mutating func id(_ word: [UInt8]) -> Int {
    let text = String(decoding: word, as: UTF8.self)
    if let id = ids[text] { return id }
    let id = words.count
    if text == "…" { gap = id }
    ids[text] = id
    words.append(word)
    hasDigit.append(word.contains { (48...57).contains($0) })
    isCommon.append(Self.common.contains(text))
    known.append(0)
    fresh.append(0)
    return id
  }

  /// 1 for a word that stands in one card, falling with the number of cards that hold it. Before and now are counted
  /// apart: a card that is still there makes its words no commoner.
  func weight(_ id: Int) -> Double {
    if id == gap { return 1 }
    let cards = max(2, max(knownCards, freshCards))
    let rarity = 1 - logarithm(Double(max(1, frequency(id)))) / logarithm(Double(cards) + 1)
    return max(0.02, rarity) * (isCommon[id] ? 0.15 : 1)
  }

  func weight(_ words: Words) -> Double {
    Set(words.ids).reduce(0) { $0 + weight($1) }
  }

  func frequency(_ id: Int) -> Int { max(known[id], fresh[id]) }

  /// Holds two texts side by side, word for word and in order: "why A before B" is not "why B before A".
  func compare(old: Words, new: Words) -> Resemblance {
    if old.plain == new.plain { return .same }
    if old.ids.isEmpty || new.ids.isEmpty { return .none }
    var shared = 0.0
    var matched = 0
    var missing = old.ids
    var left = new.ids
    for pass in [{ $0 == $1 }, isSlip] as [(Int, Int) -> Bool] {
      let pairs = Self.commonSubsequence(missing, left, same: pass)
      shared += pairs.reduce(0) { $0 + weight(missing[$1.old]) }
      matched += pairs.count
      missing = Self.without(missing, Set(pairs.map(\.old)))
      left = Self.without(left, Set(pairs.map(\.new)))
      if missing.isEmpty || left.isEmpty { break }
    }
    // Two words run together, or one torn apart.
    if !missing.isEmpty, !left.isEmpty, missing.count + left.count == 3,
      !left.contains(where: { known[$0] > 0 }), !(missing + left).contains(where: { hasDigit[$0] }),
      isOneSlip(missing.flatMap { words[$0] }, left.flatMap { words[$0] })
    {
      shared += missing.reduce(0) { $0 + weight($1) }
      matched += missing.count
      missing = []
      left = []
    }
    let lost = missing.reduce(0) { $0 + weight($1) }
    let gained = left.reduce(0) { $0 + weight($1) }
    return Resemblance(
      likeness: shared * 2 / (shared * 2 + lost + gained),
      overlap: Double(matched) / Double(max(old.ids.count, new.ids.count)), sameWords: matched,
      shared: shared, lost: lost,
      gained: gained, lostWords: missing.count, gainedWords: left.count,
      numbersDiffer: (missing + left).contains { hasDigit[$0] })
  }

  /// The longest row of words that both have in this order. Very long texts are compared by their beginnings.
  private static func commonSubsequence(
    _ old: [Int], _ new: [Int], same: (Int, Int) -> Bool
  ) -> [(old: Int, new: Int)] {
    let (rows, columns) = (min(old.count, 300), min(new.count, 300))
    guard rows > 0, columns > 0 else { return [] }
    let width = columns + 1
    var lengths = [Int](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row * width + column] =
          same(old[row], new[column])
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var pairs: [(old: Int, new: Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      if same(old[row], new[column]) {
        pairs.append((row, column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  private static func without(_ ids: [Int], _ positions: Set<Int>) -> [Int] {
    ids.indices.filter { !positions.contains($0) }.map { ids[$0] }
  }

  private func isSlip(_ old: Int, _ new: Int) -> Bool {
    guard known[new] == 0, !hasDigit[old], !hasDigit[new] else { return false }
    return isOneSlip(words[old], words[new])
  }

  /// One letter more, less, other or swapped with its neighbour. Two would join words that only look alike.
  private func isOneSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let length = max(left.count, right.count)
    guard length >= 2, length < 200 else { return false }
    return editDistance(left, right, atMost: 1) != nil
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
