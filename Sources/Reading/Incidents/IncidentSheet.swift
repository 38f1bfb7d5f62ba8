package import Recall

/// What the editor shows of an incident that is written down afterwards, and what came back from it.
package struct IncidentSheet: Sendable {
  package let symptom: String
  package let area: String?
  package let suspicion: String?
  package let help: (who: InvestigationHelp, minutes: Int?)?
  /// What was written of the help, and says none that is known.
  package let unread: String?
  package let answers: [(question: InvestigationQuestion, text: String)]
  /// Sections of the author's own, as they stand there.
  package let others: String

  package var isEmpty: Bool { suspicion == nil && answers.isEmpty && others.isEmpty }

  private static let kind = "incident draft"
  private static let suspicionTitle = "First suspicion"

  package static func text(symptom: String, area: String?) -> String {
    var text = "---\nkind: \(kind)\n\(NoteMatter.line("area", area ?? ""))"
    text += "# alone, colleague or ai, and minutes\nhelp:\n---\n\n# \(symptom.onOneLine.withoutControls)\n\n"
    text +=
      "<!-- The title is the symptom. A minute is enough; leave out what you like. Save, close, and whet goes on. -->\n"
    text += "\n## \(suspicionTitle)\n\n<!-- What did you take it for at first? -->\n"
    for question in InvestigationQuestion.told {
      text += "\n## \(question.heading ?? "")\n\n<!-- \(question.question) -->\n"
    }
    return text
  }

  /// Whatever became of the file in an editor, the words in it are read.
  package init(reading source: SourceText) {
    var findings: [Finding] = []
    let matter = FrontMatter.read(source, &findings)
    let lines = NoteLines(source.lines.map(source.string), without: matter.lineCount)
    func field(_ key: String) -> String? {
      matter.fields[key]?.first.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }
    area = field("area")
    help = field("help").flatMap(InvestigationHelp.read)
    unread = help == nil ? field("help") : nil
    let title = InvestigationNote.Section.title(of: lines)
    symptom = title?.title ?? ""
    var suspicions: [String] = []
    var answers: [(question: InvestigationQuestion, text: String)] = []
    var rest: [String] = []
    var index = title.map { $0.index + 1 } ?? matter.lineCount
    func keep(_ range: Range<Int>) {
      let words = lines.source(range)
      if !words.isEmpty { rest.append(words) }
    }
    for heading in lines.headings where heading.index >= index {
      if heading.index > index { keep(index..<heading.index) }
      index = heading.index
      let said = lines.text(heading.index + 1..<heading.end)
      switch InvestigationNote.Section(heading.title) {
      case .hypotheses: if !said.isEmpty { suspicions.append(said) }
      case .answer(let question):
        // A heading that stands there twice has one answer, in two parts.
        if let known = answers.firstIndex(where: { $0.question == question }), !said.isEmpty {
          answers[known].text += "\n\n" + said
        } else if !said.isEmpty {
          answers.append((question, said))
        }
      case .notes, nil: continue
      }
      index = heading.end
    }
    if index < lines.lines.count { keep(index..<lines.lines.count) }
    suspicion = suspicions.isEmpty ? nil : suspicions.joined(separator: "\n").onOneLine.trimmed
    self.answers = answers
    others = rest.joined(separator: "\n\n")
  }

  /// The note with the author's own sections behind what whet wrote. Words without a heading get one, or they would be a
  /// part of the last answer.
  package func completed(_ note: [UInt8]) -> [UInt8] {
    guard !others.isEmpty else { return note }
    let heading = others.hasPrefix("#") ? "" : "## More\n\n"
    return note + Array("\n\(heading)\(others)\n".utf8)
  }
}
