internal import Recall

/// Moves a question from what is unsure to what was answered, and back. All other bytes of the note stay.
package struct ExplanationEdit {
  private let note: ExplanationNote
  /// Each line with its end.
  private var lines: [ArraySlice<UInt8>]
  private let newline: [UInt8]

  /// Nil where the bytes cannot be taken apart without changing them: they are no UTF-8, or no such note.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.starts(with: [0xff, 0xfe]), !bytes.starts(with: [0xfe, 0xff]),
      let text = try? SourceText(bytes)
    else { return nil }
    var findings: [Finding] = []
    guard let note = ExplanationNote(text, FrontMatter.read(text, &findings)) else { return nil }
    self.note = note
    lines = Self.split(bytes)
    guard lines.count == text.lines.count else { return nil }
    newline = lines[0].suffix(2) == [13, 10] ? [13, 10] : lines[0].last == 13 ? [13] : [10]
  }

  private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices {
      let isEnd =
        bytes[index] == 10 || bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
      guard isEnd else { continue }
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  /// The note with the question answered. Nil where it is not among those that are open.
  package func answering(_ question: String, with answer: String, on date: String) -> [UInt8]? {
    guard let open = note.open.first(where: { OpenQuestions.isSame($0.text, question) }),
      let unsure = note.unsureHeading
    else { return nil }
    let level = String(repeating: "#", count: min(5, unsure.level))
    let block = [""] + Self.block(level + "#", open.text, answer, on: date)
    var gone = open.lines
    let section = unsure.index + 1..<unsure.end
    if section.allSatisfy({ gone.contains($0) || note.lines.lines[$0].trimmed.isEmpty }) {
      // An empty section would only ask why it is there.
      gone = Set(unsure.index..<unsure.end)
      if unsure.end == lines.count { gone.formUnion(blank(before: unsure.index)) }
    }
    if let known = note.answered.last(where: { OpenQuestions.isSame($0.question, open.text) }) {
      // Answered before, and open again: what is said now stands behind what was said then.
      let end = known.range.upperBound - blank(before: known.range.upperBound).count
      return inserted([""] + Self.lines(of: answer), at: end, without: gone)
    }
    if let since = note.answeredHeading {
      return inserted(block, at: end(of: since), without: gone)
    }
    return inserted(
      ["", "\(level) \(ExplanationNote.answeredTitle)"] + block, at: lines.count, without: gone)
  }

  private static func block(
    _ level: String, _ question: String, _ answer: String, on date: String
  ) -> [String] {
    ["\(level) \(title(question))", "", "Answered \(date).", ""] + lines(of: answer)
  }

  private static func lines(of answer: String) -> [String] {
    NoteEscape.protected(answer).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The note with a question open again. Its answer goes where it stands as it was given, line by line; what somebody has
  /// made of it since is theirs, and `isLeft` says that it stays.
  package func reopening(_ question: String, answeredWith answer: String) -> (note: [UInt8], isLeft: Bool)? {
    let answered = note.answered.last { isAsGiven($0, question, answer) }
    var gone: Set<Int> = []
    if let answered, let since = note.answeredHeading {
      gone = Set(answered.range)
      let above = since.index + 1..<max(since.index + 1, answered.range.lowerBound)
      if note.answered.count == 1, since.end == answered.range.upperBound,
        blank(before: answered.range.lowerBound).count == above.count
      {
        gone = Set(since.index..<since.end)
      }
    }
    // What kept it apart from what stands above goes with it.
    if gone.contains(lines.count - 1) { gone.formUnion(blank(before: gone.min() ?? 0)) }
    let isOpen = note.open.contains { OpenQuestions.isSame($0.text, question) }
    return (isOpen ? inserted([], at: 0, without: gone) : opened(question, without: gone), answered == nil)
  }

  private func opened(_ question: String, without gone: Set<Int>) -> [UInt8] {
    let item = "- \(question)"
    if let unsure = note.unsureHeading {
      return inserted([item], at: end(of: unsure), without: gone)
    }
    let since = note.answeredHeading
    let level = String(repeating: "#", count: since?.level ?? 2)
    let heading = "\(level) \(ExplanationQuestion.unsure.heading)"
    guard let since, !gone.contains(since.index) else {
      return inserted(["", heading, "", item], at: lines.count, without: gone)
    }
    return inserted([heading, "", item, ""], at: since.index, without: gone)
  }

  private func isAsGiven(_ answered: ExplanationNote.Answered, _ question: String, _ answer: String) -> Bool {
    guard OpenQuestions.isSame(answered.question, question), let date = answered.date else { return false }
    let end = answered.range.upperBound - blank(before: answered.range.upperBound).count
    let stands = note.lines.lines[answered.range.lowerBound..<max(answered.range.lowerBound, end)]
    let level = String(stands.first?.prefix { $0 == "#" } ?? "")
    return Array(stands) == Self.block(level, answered.question, answer, on: date)
  }

  /// A row of signs at the end of a heading would be taken for decoration.
  private static func title(_ question: String) -> String {
    question.hasSuffix("#") ? question + "." : question
  }

  /// Behind the last line of a section that is not blank.
  private func end(of heading: NoteLines.Heading) -> Int {
    heading.end - blank(before: heading.end).count
  }

  private func blank(before index: Int) -> Range<Int> {
    var start = index
    while start > 0, note.lines.lines[start - 1].trimmed.isEmpty { start -= 1 }
    return start..<index
  }

  private func inserted(_ added: [String], at place: Int, without gone: Set<Int>) -> [UInt8] {
    var result: [UInt8] = []
    for index in 0...lines.count {
      if index == place {
        if let last = result.last, last != 10, last != 13 { result += newline }
        for line in added { result += Array(line.utf8) + newline }
      }
      if index < lines.count, !gone.contains(index) { result += lines[index] }
    }
    return result
  }
}

extension ExplanationEdit {
  /// The open question behind a card's prompt.
  package func question(askedAs prompt: String) -> String? {
    note.open.first { note.prompt(open: $0.text) == prompt }?.text
  }

  /// The answered question behind a card. The answer is empty where it says something else by now.
  package func question(
    answeredIn prompt: String, saying answer: String
  ) -> (question: String, answer: String)? {
    let draft = note.drafts.first { $0.kind == .question && $0.prompt == prompt }
    guard let draft, let answered = note.answered.first(where: { $0.line == draft.line }) else { return nil }
    return (answered.question, draft.answer == answer ? answered.answer : "")
  }
}
