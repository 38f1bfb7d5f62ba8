internal import Recall

/// Makes the drafts of a note: all that the rules find, weighed, the best of each section, none asked twice.
struct ProseDrafts {
  /// What stands there holds for an option, another product or an example.
  private static let asides = PhraseList([
    "pros and cons", "prior art", "example", "use case", "out of scope", "challenges",
  ])

  static let threshold = 0.5
  static let mostInSection = 4

  private let context: ProseContext
  private let sections: [ProseSection]

  init(_ outline: Outline, title: String, language: ProseLanguage) {
    sections = StatementReader.sections(of: outline)
    let book = CaseBook(sections.lazy.flatMap(\.statements).map(\.text))
    context = ProseContext(book: book, title: title, language: language)
  }

  func drafts() -> [Draft] {
    var kept: [ProseCandidate] = []
    for section in sections {
      var found = SectionRules(context: context).candidates(section)
      let isWeighing = section.place.contains {
        ChoiceRules.weighed.isIn(anyCase: $0) || Self.asides.isIn(anyCase: $0)
      }
      for statement in section.statements {
        found += isWeighing ? ChoiceRules(context: context).candidates(statement) : candidates(statement)
      }
      kept += best(found.map(weighed), of: section)
    }
    return distinct(kept).map(draft)
  }

  private func candidates(_ statement: Statement) -> [ProseCandidate] {
    // What is announced stands below.
    guard !statement.text.hasSuffix(":") else { return [] }
    let choices = ChoiceRules(context: context).candidates(statement)
    let causes = CauseRules(context: context).candidates(statement)
    let conditions = ConditionRules(context: context).candidates(statement)
    let facts =
      FactRules(context: context).candidates(statement)
      + RequirementRules(context: context).candidates(statement)
    // What a sentence gives is asked for in the best way, and in a second one only where that asks for something else.
    let found = (choices + causes + conditions + facts).sorted { $0.score > $1.score }
    guard let first = found.first else { return [] }
    let second = found.dropFirst().first {
      $0.kind != first.kind && !($0.kind == .cloze && (first.question + first.answer).holds($0.answer))
        && KeyWords.share(of: $0.answer, in: first.answer) < 0.5 && $0.kind != .rule
        && KeyWords.share(of: first.answer, in: $0.answer) < 0.5
    }
    return [first] + [second].compactMap(\.self)
  }

  private func weighed(_ candidate: ProseCandidate) -> ProseCandidate {
    var candidate = candidate
    let words = candidate.question.wordCount
    if words > 25 {
      candidate.score -= 0.15
      candidate.reason += ", a long question"
    }
    // Code and names are what cards are about.
    if candidate.question.holds(UInt8(ascii: "`")) || candidate.answer.holds(UInt8(ascii: "`")) {
      candidate.score += 0.05
      candidate.reason += ", about something by name"
    }
    let telling = KeyWords.of(candidate.question).count
    if telling < (candidate.kind == .meaning || candidate.isHeading ? 1 : 2), candidate.kind != .cloze {
      candidate.score -= 0.3
      candidate.reason += ", a question that could be about anything"
    }
    if candidate.statement.text.holds("http") { candidate.score -= 0.3 }
    return candidate
  }

  private func best(_ found: [ProseCandidate], of section: ProseSection) -> [ProseCandidate] {
    let good = found.filter { $0.score >= Self.threshold }
    // A long section without headings in it is several.
    let room = max(Self.mostInSection, section.statements.count * 3 / 5)
    let chosen = Set(
      good.indices.sorted { (good[$1].score, $0) < (good[$0].score, $1) }.prefix(room))
    return good.indices.filter(chosen.contains).map { good[$0] }
  }

  /// Of two that ask the same thing the better one stays.
  private func distinct(_ candidates: [ProseCandidate]) -> [ProseCandidate] {
    var kept: [(candidate: ProseCandidate, words: KeyWords)] = []
    for candidate in candidates {
      let words = KeyWords.of(candidate.question)
      let twin = kept.firstIndex {
        let shared = Double($0.words.shared(with: words))
        return shared >= 0.8 * Double(max($0.words.count, words.count)) && words.count > 0
          || Self.holds($0.candidate.answer, candidate.answer)
          || Self.holds(candidate.answer, $0.candidate.answer)
      }
      if let twin {
        // Of an answer and a part of it the whole says more.
        let other = kept[twin].candidate
        let gain =
          candidate.answer.count > other.answer.count && Self.holds(candidate.answer, other.answer) ? 0.15 : 0
        if candidate.score + gain > other.score { kept[twin] = (candidate, words) }
      } else {
        kept.append((candidate, words))
      }
    }
    return kept.map(\.candidate)
  }

  /// Whether one answer is part of the other. A word or two may come back.
  private static func holds(_ answer: String, _ part: String) -> Bool {
    part.wordCount >= 5 && PlainWords.normalized(answer).holds(PlainWords.normalized(part)) || answer == part
  }

  private func draft(_ candidate: ProseCandidate) -> Draft {
    var draft = Draft(
      kind: candidate.kind, prompt: Topic(title: context.title).framed(candidate, context.book),
      answer: candidate.answer,
      place: candidate.statement.place,
      line: candidate.statement.line, siblings: candidate.statement.section)
    draft.score = max(0, min(1, (candidate.score * 100).rounded() / 100))
    draft.reason = candidate.reason
    return draft
  }
}
