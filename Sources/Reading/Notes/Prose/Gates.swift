/// Which rules a sentence may have something for.
///
/// Each rule names the words without which it finds nothing, and is asked about no sentence that holds none of them.
/// Most sentences of a note are brought before no rule at all.
struct Gates: OptionSet, Sendable {
  let rawValue: UInt16

  static let price = Gates(rawValue: 1)
  static let choice = Gates(rawValue: 2)
  static let cause = Gates(rawValue: 4)
  /// Something is limited or forbidden.
  static let strict = Gates(rawValue: 8)
  static let condition = Gates(rawValue: 16)
  static let duty = Gates(rawValue: 32)
  static let meaning = Gates(rawValue: 64)
  static let requirement = Gates(rawValue: 128)
  /// A word that begins with a number.
  static let number = Gates(rawValue: 256)
  /// A colon or a semicolon behind a word, or an arrow.
  static let sign = Gates(rawValue: 512)

  /// What a word opens.
  init(_ word: Words.Sign) {
    self = Self.byWord[word.hash]
    if word.startsWithNumber { insert(.number) }
    if word.ending == UInt8(ascii: ":") || word.ending == UInt8(ascii: ";") { insert(.sign) }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  private static let byWord = WordTable<Gates>([
    (.price, PriceRules.gate), (.choice, ChoiceRules.gate), (.cause, CauseRules.gate),
    (.strict, Array(CauseRules.strict)), (.condition, ConditionRules.gate), (.duty, FactRules.dutyGate),
    (.meaning, FactRules.meaningGate), (.requirement, RequirementRules.gate), (.sign, ["→", "->"]),
  ])

  /// Of each phrase the first word that does not stand in every other sentence.
  static func words(of phrases: [String]) -> [String] {
    phrases.compactMap { phrase in phrase.pieces.first { !frequent.contains($0) } ?? phrase.pieces.first }
  }

  private static let frequent: Set<String> = [
    "of", "to", "in", "that", "is", "are", "this", "the", "which", "or", "as", "at",
  ]
}
