/// Somebody's explanation of a thing, told by its front matter. Its sections are known by their headings, and every
/// other heading is left alone.
package struct ExplanationNote: Sendable {
  package struct Section: Equatable, Sendable {
    package let question: ExplanationQuestion
    /// Its author's words, as they stand there.
    package let text: String
    /// The heading's line, from 1.
    package let line: Int
    /// What stands below it, from 0.
    let range: Range<Int>
  }

  package struct Open: Equatable, Sendable {
    package let text: String
    /// From 1.
    package let line: Int
    /// From 0; all of them where it is said more than once.
    var lines: Set<Int>
  }

  package struct Answered: Equatable, Sendable {
    package let question: String
    package let answer: String
    package let date: String?
    package let line: Int
    /// Heading included, from 0.
    let range: Range<Int>
  }

  package let topic: String
  package let date: String?
  package let sections: [Section]
  package let open: [Open]
  package let answered: [Answered]
  let lines: NoteLines
  /// The heading of what was answered since.
  let answeredHeading: NoteLines.Heading?
  let unsureHeading: NoteLines.Heading?
  let text: SourceText
  let matter: FrontMatter

  static let kind = "explanation"

  /// Nil where it is no such note: other documents are called explanations too, and have none of these headings.
  package init?(_ text: SourceText, _ matter: FrontMatter, name: String = "") {
    guard matter.fields["kind"]?.first?.trimmed.lowercased() == Self.kind else { return nil }
    self.text = text
    self.matter = matter
    lines = NoteLines(text.lines.map(text.string), without: matter.lineCount)
    var headings = lines.headings[...]
    var title: String?
    if let first = headings.first, first.level == 1,
      headings.count > 1 || ExplanationQuestion.named(first.title) == nil
    {
      title = first.title
      headings.removeFirst()
    }
    func field(_ key: String) -> String? { matter.fields[key]?.first.flatMap { $0.isEmpty ? nil : $0 } }
    topic = field("topic") ?? title ?? name
    date = field("date")

    var sections: [Section] = []
    var open: [Open] = []
    var answered: [Answered] = []
    var unsure: NoteLines.Heading?
    var since: NoteLines.Heading?
    var end = 0
    var isKnown = false
    for heading in headings where heading.index >= end {
      let below = heading.index + 1..<heading.end
      if Self.answeredNames.contains(HeadingNames.plain(heading.title)) {
        isKnown = true
        since = since ?? heading
        answered += Self.answers(in: heading, lines)
        end = heading.end
      } else if let question = ExplanationQuestion.named(heading.title) {
        isKnown = true
        end = heading.end
        if question == .unsure {
          unsure = unsure ?? heading
          for item in OpenQuestions.items(Array(lines.lines[below])) {
            let range = below.lowerBound + item.lines.lowerBound..<below.lowerBound + item.lines.upperBound
            if let known = open.firstIndex(where: { OpenQuestions.isSame($0.text, item.text) }) {
              open[known].lines.formUnion(range)
            } else {
              open.append(Open(text: item.text, line: range.lowerBound + 1, lines: Set(range)))
            }
          }
        } else {
          let said = lines.text(below)
          if !said.isEmpty, !Self.isNothing(said) {
            sections.append(Section(question: question, text: said, line: heading.index + 1, range: below))
          }
        }
      }
    }
    guard isKnown else { return nil }
    self.sections = sections
    self.open = open.filter { HeadingNames.plain($0.text).utf8.count > 1 && !Self.isNothing($0.text) }
    self.answered = answered
    unsureHeading = unsure
    answeredHeading = since
  }

  static let answeredNames: Set<String> = [
    "since answered", "answered", "answered since", "answered questions", "questions answered",
  ]
  package static let answeredTitle = "Since answered"

  static func isNothing(_ text: String) -> Bool {
    ["nothing", "none", "n a", "no", "nil"].contains(PlainWords.normalized(text))
  }

  private static func answers(in heading: NoteLines.Heading, _ lines: NoteLines) -> [Answered] {
    let inside = lines.headings.filter {
      $0.index > heading.index && $0.index < heading.end && $0.level == heading.level + 1
    }
    return inside.compactMap { question in
      var answer = lines.text(question.index + 1..<question.end)
      var date: String?
      let first = answer.prefix { $0 != "\n" }
      if first.hasPrefix("Answered "), first.hasSuffix(".") {
        let said = String(first.dropFirst(9).dropLast())
        if RecordDate.day(said) != nil {
          date = said
          answer = String(answer.dropFirst(first.count)).trimmed
        }
      }
      guard !answer.isEmpty, !question.title.isEmpty else { return nil }
      return Answered(
        question: question.title, answer: answer, date: date, line: question.index + 1,
        range: question.index..<question.end)
    }
  }
}
