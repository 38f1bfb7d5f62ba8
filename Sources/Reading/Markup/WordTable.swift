/// A few words with what is known of each, told by the bytes of a text: no word has to be made a string for that.
///
/// Words are known by nothing but their hashes. Of 64 bits no two words of a text share all.
struct WordTable<Known: OptionSet & Sendable>: Sendable where Known.RawValue == UInt16 {
  /// Each hash stands at its place or behind it, where another one has that; 0 where there is none.
  private var slots: [UInt64]
  private var known: [UInt16]

  /// Words are in lower case.
  init(_ groups: [(known: Known, words: [String])]) {
    var all: [String: Known] = [:]
    for group in groups {
      for word in group.words { all[word, default: []].formUnion(group.known) }
    }
    var size = 64
    while size < all.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    known = Array(repeating: 0, count: size)
    for (word, known) in all {
      let hash = word.withBytes { $0.smallHash }
      let slot = slot(of: hash)
      slots[slot] = hash
      self.known[slot] = known.rawValue
    }
  }

  private func slot(of hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (slots.count - 1) }
      return slot
    }
  }

  /// What is known of the word with a `smallHash`; nothing of most.
  subscript(hash: UInt64) -> Known { Known(rawValue: known[slot(of: hash)]) }
}

extension Collection<UInt8> {
  /// A number for a word, whatever the case of its ASCII letters. Never 0.
  ///
  /// Eight bytes are taken together, which is most words as a whole.
  var smallHash: UInt64 {
    var (hash, eight): (UInt64, UInt64) = (0, 0)
    var count = 0
    for byte in self {
      eight = eight << 8 | UInt64(byte.small)
      count += 1
      if count & 7 == 0 {
        hash = (hash ^ eight) &* UInt64.smallHashFactor
        hash ^= hash >> 29
        eight = 0
      }
    }
    hash = (hash ^ eight) &* UInt64.smallHashFactor
    return hash == 0 ? 1 : hash
  }
}

extension UInt64 {
  static var smallHashFactor: UInt64 { 0x9e37_79b9_7f4a_7c15 }
}
