internal import Recall

/// Makes the drafts of a note: all that the rules find, weighed. `NoteQuestions` chooses among them.
struct ProseDrafts {
  /// What stands there holds for an option, another product or an example.
  private static let asides = PhraseList([
    "pros and cons", "prior art", "example", "use case", "out of scope", "challenges",
  ])

  static let mostInSection = 4

  private let context: ProseContext
  private let sections: [ProseSection]

  init(_ outline: Outline, title: String, language: ProseLanguage, isGated: Bool = true) {
    sections = StatementReader.sections(of: outline)
    let book = CaseBook(sections.lazy.flatMap(\.statements).map(\.text))
    context = ProseContext(book: book, title: title, language: language, isGated: isGated)
  }

  var title: String { context.title }

  func questions() -> NoteQuestions {
    var drafts: [Draft] = []
    var asked: [String] = []
    var rooms: [Int: Int] = [:]
    let title = Topic.Name(context.title, mostWords: 12)
    for section in sections {
      var found = SectionRules(context: context).candidates(section)
      let isWeighing = section.place.contains {
        ChoiceRules.weighed.isIn(anyCase: $0) || Self.asides.isIn(anyCase: $0)
      }
      for statement in section.statements {
        found += isWeighing ? ChoiceRules(context: context).candidates(statement) : candidates(statement)
      }
      if !found.isEmpty {
        let topic = Topic(title: title, place: section.place)
        drafts += found.map { draft(weighed($0), topic) }
      }
      asked += found.map(\.question)
      // A long section without headings in it is several.
      rooms[section.number] = max(Self.mostInSection, section.statements.count * 3 / 5)
    }
    return NoteQuestions(all: drafts, asked: asked, rooms: rooms)
  }

  var findings: [Finding] {
    sections.flatMap(\.longLines).prefix(20).map {
      Finding(
        line: $0,
        message: "a sentence of more than \(StatementReader.longestSentence) bytes; nothing is asked of it")
    }
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
    // The others are asked no more than they were before: what stands around a sentence can turn their order.
    var spare = found.dropFirst().filter { $0.question != second?.question }
    for index in spare.indices { spare[index].score = 0 }
    return [first] + [second].compactMap(\.self) + spare
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
      candidate.score -= 0.4
      candidate.reason += ", a question that could be about anything"
    }
    // "A library has an ID to identify the library" tells one word.
    let said = KeyWords.of(candidate.answer)
    let known = said.shared(with: KeyWords.of(candidate.question))
    if known > 0, said.count - known < 2, ![.cloze, .rule, .steps].contains(candidate.kind) {
      candidate.score -= 0.4
      candidate.reason += ", little that the question does not tell"
    }
    if candidate.statement.text.holds("http") { candidate.score -= 0.3 }
    if Self.isTorn(candidate.question) || Self.isTorn(candidate.answer) {
      candidate.score -= 0.5
      candidate.reason += ", torn out of a quotation"
    }
    return withItsTurn(candidate)
  }

  /// Whether a quotation begins in it and does not end, or the other way round.
  private static func isTorn(_ text: String) -> Bool {
    guard text.holds(UInt8(ascii: "\"")) || !text.isPlain else { return false }
    return text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
      || text.count { $0 == "“" } != text.count { $0 == "”" }
  }

  /// "However, in production …": what takes back part of an answer, or goes on with it, belongs to it.
  private func withItsTurn(_ candidate: ProseCandidate) -> ProseCandidate {
    guard !candidate.isHeading, candidate.kind != .cloze, candidate.kind != .steps,
      let next = candidate.statement.after.first, Self.turns.begins(anyCase: next)
    else { return candidate }
    var candidate = candidate
    let answer = candidate.answer
    let body = String(answer.utf8.last == UInt8(ascii: ".") ? answer.dropLast() : answer[...])
    let isLast = candidate.statement.text.trimmingPunctuation.hasSuffix(body.dropFirst())
    if isLast, answer.wordCount + next.wordCount <= 48, !next.hasSuffix(":"), !next.hasSuffix("?") {
      candidate.answer += " " + next
    } else {
      candidate.score -= 0.2
      candidate.reason += ", the next sentence turns it"
    }
    return candidate
  }

  private static let turns = PhraseList([
    "instead,", "instead ", "however", "but ",
    "it also ", "they also ", "in that case",
  ])

  private func draft(_ candidate: ProseCandidate, _ topic: Topic) -> Draft {
    var draft = Draft(
      kind: candidate.kind, prompt: topic.framed(candidate, context.book),
      answer: candidate.answer,
      place: candidate.statement.place,
      line: candidate.statement.line, siblings: candidate.statement.section)
    draft.score = max(0, min(1, (candidate.score * 100).rounded() / 100))
    draft.reason = candidate.reason
    return draft
  }
}
