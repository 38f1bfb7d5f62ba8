/// The words of a language, prepared for being looked for in many texts. A class, since all that makes cards holds on to
/// them.
final class LanguageWords: Sendable {
  let nothing: Set<String>
  /// Longer than this, nothing is nothing.
  let longestNothing: Int
  let against: PhraseList
  let problem: PhraseList
  /// "we will" at the beginning of a sentence, and behind a comma in it.
  let decidingStart: PhraseList
  let decidingInside: PhraseList
  let good: Arguments
  let bad: Arguments
  let neutral: Arguments
  private let leaning: PhraseList
  private let turning: PhraseList
  private let impersonal: PhraseList

  init(_ language: RecordLanguage) {
    nothing = Set(language.nothing).union(RecordLanguage.english.nothing)
    against = PhraseList(words: language.against)
    problem = PhraseList(words: language.problem)
    decidingStart = PhraseList(language.deciding.map { $0 + " " })
    decidingInside = PhraseList(language.deciding.map { ", \($0) " })
    // With a space behind, so that only whole words count.
    leaning = PhraseList(language.leaning.map { $0 + " " })
    impersonal = PhraseList(language.impersonal)
    turning = PhraseList(language.turning.flatMap { [$0 + " ", $0 + ","] })
    good = Arguments(language.good, language.because)
    bad = Arguments(language.bad, language.because)
    neutral = Arguments(["neutral", "neutre", "neutro"], language.because)
    longestNothing = nothing.map(\.utf8.count).max() ?? 0
  }

  /// Whether a text begins with a word that needs what stands before it.
  func leans(_ text: String) -> Bool {
    guard leaning.mayBegin(wordsOf: text), !impersonal.begins(anyCase: text) else { return false }
    return leaning.begins(PlainWords.normalized(String(text.prefix(60))) + " ")
  }

  /// "In this case", "such a module": what it speaks of stands before.
  static func pointsBack(_ sentence: String) -> Bool {
    guard !sentence.isPlain || anyPointers.isIn(anyCase: sentence) else { return false }
    let spaced = spaced(sentence)
    return pointers.isIn(spaced) && !pointsWithin(spaced)
  }

  /// "We have islands, and must share data between these islands": what it speaks of stands in it.
  private static func pointsWithin(_ spaced: String) -> Bool {
    let words = spaced.spacedWords
    return words.indices.allSatisfy { index in
      guard pointerWords.contains(String(words[index])) else { return true }
      guard index > 2, index + 1 < words.count else { return false }
      let name = KeyWords.of(String(words[index + 1]))
      return name.count == 1 && name.shared(with: KeyWords.of(words[..<index].joined(separator: " "))) == 1
    }
  }

  private static let pointerWords = [
    "this", "these", "such", "former", "latter", "above", "aforementioned",
  ]
  private static let pointers = PhraseList(words: pointerWords)
  /// Most sentences hold none of them, not even as a part of a word.
  private static let anyPointers = PhraseList(pointerWords)

  /// Whether a sentence takes back part of the one before it.
  func turns(_ sentence: String) -> Bool {
    turning.begins(unaccented: sentence)
  }

  /// The words of a text with a space before and behind each, as the lists above expect them.
  static func spaced(_ text: String) -> String {
    let plain = text.isPlain ? text : PlainWords.unaccented(text)
    return plain.withBytes { bytes in
      String(unsafeUninitializedCapacity: bytes.count + 2) { result in
        result[0] = 32
        var count = 1
        func end() {
          guard result[count - 1] != 32 else { return }
          result[count] = 32
          count += 1
        }
        for byte in bytes {
          let byte = byte.small
          if byte >= 128 || byte.isSmallLetter || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") {
            result[count] = byte
            count += 1
          } else {
            end()
          }
        }
        end()
        return count
      }
    }
  }
}
