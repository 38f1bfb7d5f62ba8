/// The words of a language, prepared for being looked for in many texts.
struct LanguageWords: Sendable {
  let nothing: Set<String>
  let against: PhraseList
  let problem: PhraseList
  /// "we will" at the beginning of a sentence, and behind a comma in it.
  let decidingStart: PhraseList
  let decidingInside: PhraseList
  private let leaning: Set<String>
  private let longestLeaning: Int

  init(_ language: RecordLanguage) {
    nothing = Set(language.nothing).union(RecordLanguage.english.nothing)
    // Between spaces, so that only whole words count.
    against = PhraseList(language.against.map { " \($0) " })
    problem = PhraseList(language.problem.map { " \($0) " })
    decidingStart = PhraseList(language.deciding.map { $0 + " " })
    decidingInside = PhraseList(language.deciding.map { ", \($0) " })
    leaning = Set(language.leaning)
    longestLeaning = language.leaning.map(\.wordCount).max() ?? 1
  }

  /// Whether a text begins with a word that needs what stands before it.
  func leans(_ text: String) -> Bool {
    let beginning = PlainWords.normalized(String(text.prefix(60))).spacedWords.prefix(
      longestLeaning)
    return beginning.indices.contains { leaning.contains(beginning[...$0].joined(separator: " ")) }
  }

  /// The words of a text with a space before and behind each, as the lists above expect them.
  static func spaced(_ text: String) -> String {
    var result: [UInt8] = [32]
    for byte in PlainWords.unaccented(text).utf8 {
      let isWord =
        byte >= 128 || (97...122).contains(byte) || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-")
      if isWord { result.append(byte) } else if result.last != 32 { result.append(32) }
    }
    if result.last != 32 { result.append(32) }
    return String(decoding: result, as: UTF8.self)
  }
}
