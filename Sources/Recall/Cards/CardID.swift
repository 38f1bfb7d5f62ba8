/// A card's name for life: eight letters and digits that are easy to type and hard to confuse.
///
/// It is drawn at random when the card is first seen and depends on nothing else, so that no edit of the
/// text, the file or the deck can change it. A unique beginning is enough to name a card, as with git.
package struct CardID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// Digits and letters without `i`, `l`, `o` and `u`: none looks like another, and no word comes out.
  package static let alphabet: [Character] = Array("0123456789abcdefghjkmnpqrstvwxyz")
  package static let length = 8

  /// Takes text that is already an id, as storage gives it back.
  package init(stored text: String) {
    self.text = text
  }

  package init(using generator: inout some RandomNumberGenerator) {
    var bits = generator.next()
    var text = ""
    for _ in 0..<Self.length {
      text.append(Self.alphabet[Int(bits & 31)])
      bits >>= 5
    }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: CardID, right: CardID) -> Bool { left.text < right.text }
}
