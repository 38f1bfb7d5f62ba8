internal import Recall

/// The cards of an explanation: one for each thing that it tells, in its author's words, one for each open question,
/// and one for the whole.
struct ExplanationDrafts {
  private let note: ExplanationNote
  private let points: Points
  private let blocks: [Block]
  private let topic: String
  private let isClause: Bool

  init(_ note: ExplanationNote) {
    self.note = note
    points = Points(
      RecordLanguage.of(plain: note.sections.map { PlainWords.normalized($0.question.heading) }))
    blocks = MarkdownBlocks.read(note.text, without: 0..<note.matter.lineCount).blocks
    (topic, isClause) = Self.phrase(note.topic)
  }

  /// What one section says gives away what the others ask: they are siblings. The rest stands alone.
  func drafts() -> [Draft] {
    var drafts = note.sections.compactMap(section)
    for (number, open) in note.open.enumerated() {
      drafts.append(
        draft(.open, prompt(open: open.text), Self.noAnswer, open.line, siblings: number + 1))
    }
    for (number, answered) in note.answered.enumerated() {
      if let draft = self.answered(answered, siblings: 1000 + number) { drafts.append(draft) }
    }
    if !note.sections.isEmpty { drafts.append(whole()) }
    var asked: Set<String> = []
    return drafts.filter { asked.insert($0.prompt).inserted }
  }

  private func section(_ section: ExplanationNote.Section) -> Draft? {
    let said = answer(in: section.range)
    // A word, or nothing but code: its author may want it all the same.
    guard let answer = said ?? Self.short(section.text, section.line) else { return nil }
    let (kind, prompt): (CardKind, String)
    switch section.question {
    case .what:
      (kind, prompt) = (.what, ask("What did we build or change: %?", "what did we build or change?"))
    case .why:
      (kind, prompt) = (
        .why,
        ask(
          "Why did we choose this way for %, and not the obvious other one?",
          "why this way, and not the obvious other one?")
      )
    case .gaveUp: (kind, prompt) = (.cost, ask("What did we give up for %?", "what did we give up?"))
    case .mustHold:
      (kind, prompt) = (
        .invariant, ask("What must stay true for % to work?", "what must stay true for it to work?")
      )
    case .breaks:
      (kind, prompt) = (
        .breaks,
        ask(
          "What breaks first in %, and where would you look at 2 am?",
          "what breaks first, and where would you look at 2 am?")
      )
    case .unsure: return nil
    }
    var draft = draft(kind, prompt, answer.text, answer.line)
    if said == nil {
      draft.score = 0.3
      draft.reason = "little to recall"
    }
    return draft
  }

  private static func short(_ text: String, _ line: Int) -> Passage? {
    guard text.wordCount <= Points.mostWords, text.contains(where: { $0.isLetter || $0.isNumber }) else {
      return nil
    }
    return Passage(text: text, line: line)
  }

  /// A topic that is a sentence of its own fits into no other.
  private func ask(_ question: String, _ short: String) -> String {
    isClause ? "\(topic): \(short)" : question.replacing("%", with: topic)
  }

  private func answered(_ answered: ExplanationNote.Answered, siblings: Int) -> Draft? {
    // Whoever answers with "yes" means it.
    guard let answer = answer(in: answered.range.dropFirst()) ?? Self.short(answered.answer, answered.line)
    else {
      return nil
    }
    let question = answered.question
    let prompt =
      question.hasSuffix("?")
      ? "\(note.topic.onOneLine): \(question)" : "\(note.topic.onOneLine), once unsure: \(question)"
    return draft(.question, prompt, answer.text, answered.line, siblings: siblings)
  }

  /// In as many words as can be recalled: whole sentences, the items of lists as points.
  private func answer(in range: some Collection<Int>) -> Passage? {
    guard let first = range.first else { return nil }
    let lines = first + 1...first + range.count
    var inside = blocks.filter { lines.contains($0.line) }
    // When it was answered is no part of the answer.
    if case .paragraph(let words, _)? = inside.first, words.flat.hasPrefix("Answered "),
      RecordDate.day(words.flat) != nil, words.flat.utf8.count < 24
    {
      inside.removeFirst()
    }
    return points.joined(points.all(inside), most: 5)
  }

  private func whole() -> Draft {
    let names = note.sections.map(\.question.gap)
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    let text = note.sections.map { "\($0.question.heading):\n\($0.text)" }.joined(separator: "\n\n")
    return draft(
      .explanation,
      isClause ? "Explain from memory: \(topic). Tell \(list)." : "Explain \(topic) from memory: \(list).",
      text, note.sections.first?.line ?? 1)
  }

  /// There is nothing else to show yet.
  private static let noAnswer = "Still open. When you know, `explain --answer` takes it."

  func prompt(open question: String) -> String {
    let end = question.last.map { "?!.…".contains($0) } == true ? "" : "."
    return "You were unsure (\(topic)): \(question)\(end) What do you know now?"
  }

  private func draft(
    _ kind: CardKind, _ prompt: String, _ answer: String, _ line: Int, siblings: Int = 0
  ) -> Draft {
    var draft = Draft(
      kind: kind, prompt: prompt, answer: answer, place: [note.topic.onOneLine], line: line,
      siblings: siblings)
    draft.reason = "a section of its own"
    return draft
  }

  /// A topic as it stands in the middle of a sentence, or as it is where it would break one.
  private static func phrase(_ topic: String) -> (String, isClause: Bool) {
    var text = topic.onOneLine.trimmed
    while let last = text.last, ".?!:;,".contains(last) { text.removeLast() }
    let first = text.prefix { !$0.isWhitespace }
    let word = first.lowercased()
    if ["how", "why", "what", "when", "where", "whether", "that", "who"].contains(word) {
      return (text, true)
    }
    let isArticle =
      ["the", "a", "an", "our", "my", "this"].contains(word)
      || word.count > 5 && word.hasSuffix("ing") && first.dropFirst().allSatisfy(\.isLowercase)
    return (isArticle ? word + text.dropFirst(first.count) : text, false)
  }
}

extension ExplanationNote {
  /// The cards that it makes.
  package var drafts: [Draft] { ExplanationDrafts(self).drafts() }

  /// The question that asks for an open one again.
  package func prompt(open question: String) -> String { ExplanationDrafts(self).prompt(open: question) }
}
