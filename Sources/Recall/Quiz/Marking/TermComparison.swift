/// Compares the terms of one key point with what was said.
struct TermComparison {
  struct Result {
    var weight = 0.0
    var covered = 0.0
    var isContradicted = false
  }

  private let said: [Term]
  private let answer: [Term]
  /// Terms of the prompt: to repeat them is no answer.
  private let given: Set<Term.Kind>
  private let answerWords: Set<String>
  private let answerNumbers: [(value: Double, unit: String)]
  private let saidWords: [String]
  private let saidNumbers: [(value: Double, unit: String)]

  init(said: [Term], given: Set<Term.Kind>, answer: [Term]) {
    self.said = said
    self.given = given
    self.answer = answer
    saidWords = Self.words(said)
    saidNumbers = Self.numbers(said)
    answerWords = Set(Self.words(answer))
    answerNumbers = Self.numbers(answer)
  }

  func compare(_ point: [Term]) -> Result {
    var result = Result()
    for term in point {
      let weight = weight(term)
      result.weight += weight
      if let match = match(term) {
        if disagrees(match, term), weight >= 0.5 {
          result.isContradicted = true
        } else {
          result.covered += weight
        }
      } else if isContradicted(term) {
        result.isContradicted = true
      }
    }
    return result
  }

  /// One side denies what the other says, and the answer does not say it both ways.
  private func disagrees(_ said: Term, _ term: Term) -> Bool {
    guard said.polarity != .open, term.polarity != .open, said.polarity != term.polarity else { return false }
    return Set(answer.filter { $0.isSame(as: term) }.map(\.polarity)).count == 1
  }

  private func weight(_ term: Term) -> Double {
    if case .number = term.kind { return 1.5 }
    if term.kinds.contains(where: given.contains) { return 0.2 }
    if case .word(let word) = term.kind, Language.light.contains(word) { return 0.5 }
    return 1
  }

  private func match(_ term: Term) -> Term? {
    let same = said.filter { $0.isSame(as: term) }
    // Said both ways, as in "not X but Y ... X": the way that agrees counts.
    if let found = same.first(where: { !disagrees($0, term) }) ?? same.first { return found }
    guard case .word(let word) = term.kind else { return nil }
    return said.first { other in
      guard case .word(let otherWord) = other.kind, !answerWords.contains(otherWord) else { return false }
      return isSlip(word, otherWord) || isSlip(term.name ?? word, other.name ?? otherWord)
    }
  }

  /// A slip of the finger, or forms that the stems did not join.
  private func isSlip(_ word: String, _ other: String) -> Bool {
    guard min(word.utf8.count, other.utf8.count) >= 4, Language.opposites[word]?.contains(other) != true
    else {
      return false
    }
    let limit = max(word.utf8.count, other.utf8.count) >= 8 ? 2 : 1
    if editDistance(Array(word.utf8), Array(other.utf8), atMost: limit) != nil {
      // A prefix that turns the meaning around is no slip.
      return !Self.turnsAround(word, other)
    }
    // Forms such as `mutable` and `mutate`: the same beginning, a short end of their own.
    let shared = zip(word.utf8, other.utf8).prefix { $0 == $1 }.count
    if shared >= 4, word.utf8.count - shared <= 2, other.utf8.count - shared <= 2 { return true }
    let (short, long) = word.utf8.count < other.utf8.count ? (word, other) : (other, word)
    return short.utf8.count >= 5 && long.hasPrefix(short)
  }

  private static func turnsAround(_ left: String, _ right: String) -> Bool {
    ["un", "in", "im", "non", "a", "de", "dis", "ir"].contains { left == $0 + right || right == $0 + left }
  }

  /// The opposite was said, or another number of the same kind.
  private func isContradicted(_ term: Term) -> Bool {
    switch term.kind {
    case .word(let word):
      let opposites = Language.opposites[word] ?? []
      return saidWords.contains { other in
        guard !answerWords.contains(other), !given.contains(.word(other)) else { return false }
        return opposites.contains(other) || Self.turnsAround(word, other)
      }
    case .number(_, let unit):
      return saidNumbers.contains { number in
        number.unit == unit && !answerNumbers.contains { $0 == number }
          && !given.contains(.number(number.value, unit: number.unit))
      }
    }
  }

  private static func words(_ terms: [Term]) -> [String] {
    terms.compactMap { if case .word(let word) = $0.kind { word } else { nil } }
  }

  private static func numbers(_ terms: [Term]) -> [(value: Double, unit: String)] {
    terms.compactMap { if case .number(let value, let unit) = $0.kind { (value, unit) } else { nil } }
  }
}
