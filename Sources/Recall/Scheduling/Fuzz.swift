/// Spreads intervals a little, so that what was learned together does not come back together for ever.
///
/// The day is picked by a number that is fixed for a card and its repetition: what is shown beside a grade
/// before it is given is what happens, and replaying the log gives the same days again.
package enum Fuzz {
  /// The number for a card's next answer, when `answers` have been given so far.
  package static func number(card: CardID, answers: Int) -> UInt64 {
    var hash = StableHash()
    hash.combine(card.text)
    hash.combine(answers)
    return hash.mixed
  }

  /// The days that an interval may be moved to. None below 2.5 days; then half a width of
  /// 1 + 0.15 (min(i,7) - 2.5) + 0.10 (min(i,20) - 7) + 0.05 (i - 20), each term only where it is positive.
  package static func range(interval: Int, maximum: Int) -> ClosedRange<Int> {
    range(tenthsOfADay: interval * 10, maximum: maximum)
  }

  package static func range(tenthsOfADay tenths: Int, maximum: Int) -> ClosedRange<Int> {
    guard tenths >= 25 else { return tenths / 10...tenths / 10 }
    // In thousandths of a day: exact, and the same on every machine.
    var width = 1000 + 15 * (min(tenths, 70) - 25)
    width += 10 * max(0, min(tenths, 200) - 70)
    width += 5 * max(0, tenths - 200)
    let lower = max(1, (tenths * 100 - width + 500) / 1000)
    let upper = (tenths * 100 + width + 500) / 1000
    return min(lower, maximum)...min(upper, maximum)
  }

  static func pick(interval: Int, maximum: Int, number: UInt64) -> Int {
    let range = range(interval: interval, maximum: maximum)
    // The high half of the product: the same number picks the same place in a short range and in a long one,
    // so a better grade never comes out with a shorter interval.
    let (high, _) = number.multipliedFullWidth(by: UInt64(range.count))
    return range.lowerBound + Int(high)
  }
}

/// A hash that is the same in every run and on every machine, unlike `Hashable`'s. FNV-1a, then mixed.
package struct StableHash {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func combine(_ text: String) {
    var hash = self
    // A text that lies there in one piece, as all but a few do, is walked through faster by its bytes.
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { for byte in $0 { hash.add(byte) } }
    if isDone == nil { for byte in text.utf8 { hash.add(byte) } }
    self = hash
    // Ends the field, so that "ab" + "c" differs from "a" + "bc". No UTF-8 text holds this byte.
    add(0xff)
  }

  package mutating func combine(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// All bits of the input reach all bits of this.
  package var mixed: UInt64 {
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}
