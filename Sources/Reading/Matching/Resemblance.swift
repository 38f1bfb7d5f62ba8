/// What two texts have in common and what not, by the weight of the words.
struct Resemblance {
  /// From 0, no word in common, to 1, the same words in the same order.
  let likeness: Double
  /// The share of the words that are the same, however common they are.
  let overlap: Double
  let sameWords: Int
  /// Weights of what both have, of what is no longer there, and of what came.
  let shared: Double
  let lost: Double
  let gained: Double
  let lostWords: Int
  let gainedWords: Int
  /// A number is among what differs.
  let numbersDiffer: Bool

  static let same = Resemblance(
    likeness: 1, overlap: 1, sameWords: .max, shared: .infinity, lost: 0, gained: 0, lostWords: 0,
    gainedWords: 0,
    numbersDiffer: false)
  static let none = Resemblance(
    likeness: 0, overlap: 0, sameWords: 0, shared: 0, lost: .infinity, gained: .infinity, lostWords: .max,
    gainedWords: .max,
    numbersDiffer: false)

  var isSame: Bool { shared == .infinity }

  /// Slips of the finger, small words, or a word or two put in or taken out. Never another number.
  var isNear: Bool {
    guard !numbersDiffer, overlap >= 0.6 else { return false }
    return (lost < Self.little && gainedWords <= 2) || (gained < Self.little && lostWords <= 2)
  }

  /// The same sentence about something else: one telling word has taken the place of another.
  var isSubstitution: Bool {
    overlap >= 0.5 && ((lost >= Self.little && gained >= Self.little) || numbersDiffer)
  }

  private static let little = 0.3
}
