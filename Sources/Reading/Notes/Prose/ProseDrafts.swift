internal import Recall

/// Makes the drafts of a note: all that the rules find, weighed. `NoteQuestions` chooses among them.
struct ProseDrafts {
  /// What stands there holds for an option, another product or an example.
  private static let asides = PhraseList([
    "pros and cons", "prior art", "example", "use case", "out of scope", "challenges", "future", "roadmap",
    "long term", "long-term", "proposed", "pain point", "idea", "unresolved", "open question", "key question",
    "non-goal", "non goal",
  ])
  /// So does what a sentence says that begins in this way.
  private static let options = PhraseList([
    "one option ", "another option ", "a second option ", "a third option ", "the other option ",
    "one alternative ", "another alternative ", "an alternative ", "one approach ", "another approach ",
    "one possibility ", "another possibility ",
  ])

  private static let additions = PhraseList(["similarly", "likewise", "conversely", "in the same way"])

  static let mostInSection = 4
  private static let mostInTable = 12
  /// Names that are told one by one; more of them make a reference.
  private static let mostRows = 15

  /// "Option 1: two lamps", "Option B".
  private static func isOption(_ heading: String) -> Bool {
    let words = PlainWords.normalized(heading).pieces
    return words.count > 1 && words[0] == "option" && words[1].count <= 2
  }

  private let context: ProseContext
  private let sections: [ProseSection]
  private let manner: Manner

  init(
    _ outline: Outline, title: String, language: ProseLanguage, isGated: Bool = true,
    holdsTemplate: Bool = true
  ) {
    sections = StatementReader.sections(of: outline, holdsTemplate: holdsTemplate)
    manner = Manner(sections, language)
    let book = CaseBook(sections.lazy.flatMap(\.statements).map(\.text))
    context = ProseContext(
      book: book, title: title, language: language, labels: Self.labels(sections), isGated: isGated)
  }

  /// "**Impact:** …" in one item after the other: what stands in front is no term.
  private static func labels(_ sections: [ProseSection]) -> Set<String> {
    var known: Set<String> = []
    var labels: Set<String> = []
    for statement in sections.lazy.flatMap(\.statements) where statement.isItem {
      if let term = statement.term, !term.hasPrefix("`"), !known.insert(term).inserted { labels.insert(term) }
    }
    return labels
  }

  var title: String { context.title }

  func questions() -> NoteQuestions {
    let listed = sections.reduce(0) {
      $0 + $1.statements.count { $0.isItem && $0.term?.hasPrefix("`") == true }
    }
    var drafts: [Draft] = []
    var asked: [String] = []
    var rooms: [Int: Int] = [:]
    let title = Topic.Name(context.title, mostWords: 12, isTitle: true)
    for section in sections {
      var found = SectionRules(context: context).candidates(section)
      let isWeighing = section.place.contains {
        ChoiceRules.weighed.isIn(anyCase: $0) || Self.asides.isIn(anyCase: $0) || Self.isOption($0)
      }
      for statement in section.statements {
        found +=
          isWeighing || Self.options.begins(anyCase: statement.text)
          ? ChoiceRules(context: context).candidates(statement) : candidates(statement)
      }
      // What could not be read of a sentence may be what matters in it.
      found.removeAll { SourceText.holdsUnreadable($0.statement.text) }
      let rows = isWeighing ? [] : TableRules(context: context).candidates(section)
      found += rows
      if !found.isEmpty {
        let topic = Topic(title: title, place: section.place)
        let doubts = Doubts(context: context, topic: topic, manner: manner)
        let weighed = withoutRows(found.map(doubts.weighed), isReference: listed > Self.mostRows)
        for (candidate, original) in zip(weighed, found) {
          let draft = draft(withItsTurn(candidate), topic)
          guard draft.isReadable else { continue }
          drafts.append(draft)
          asked.append(original.question)
        }
      }
      // A long section without headings in it is several.
      rooms[section.number] = max(
        Self.mostInSection, section.statements.count * 3 / 5 + min(rows.count, Self.mostInTable))
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
    // "Similarly, a second lamp may be lit only if …": half of it stands before.
    guard !Self.additions.begins(anyCase: statement.text) else { return [] }
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

  /// A long list of names and what they are is there to be looked up: the ones that tell most are asked.
  private func withoutRows(_ found: [ProseCandidate], isReference: Bool) -> [ProseCandidate] {
    let rows = found.indices.filter { index in
      // "`height` is the height of the tide" is a row as well as "`height`: …".
      found[index].isFound(by: FactRules.listedReason)
        || found[index].kind == .meaning && found[index].statement.isItem
          && found[index].statement.term?.hasPrefix("`") == true
          && !found[index].isFound(by: TableRules.reason)
    }
    guard rows.count > Self.mostInSection || isReference && !rows.isEmpty else { return found }
    let best = rows.sorted {
      (found[$1].score, KeyWords.of(found[$1].answer).count, $0)
        < (found[$0].score, KeyWords.of(found[$0].answer).count, $1)
    }
    var found = found
    for index in best.dropFirst(isReference ? 0 : Self.mostInSection) {
      found[index].score -= 0.3
      found[index].reason += ", one of many"
    }
    return found
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
      candidate.score -= 0.35
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
