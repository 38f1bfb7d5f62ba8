package import Recall

/// An explanation that somebody is at: the file that the editor shows and that every answer is written to. What
/// stands in it beside the answers is kept too.
package struct ExplanationSheet: Equatable, Sendable {
  package var topic: String
  package var date: String
  package var tier: Tier?
  package var files: [String] = []
  package var commit: String?
  /// Time that went into it so far.
  package var seconds = 0
  /// What was asked for already, answered or not.
  package var asked: Set<ExplanationQuestion> = []
  /// What is being answered; some of it may be there.
  package var current: ExplanationQuestion?
  private var answers: [ExplanationQuestion: String] = [:]
  /// What its author wrote above the first question.
  private var above = ""
  /// What its author wrote under headings of their own.
  private var others = ""

  package init(topic: String, date: String) {
    // A tab keeps two words apart too.
    self.topic = String(topic.map { $0.isWhitespace ? " " : $0 }).withoutControls.trimmed
    self.date = date
  }

  /// Empty where nothing was said.
  package subscript(question: ExplanationQuestion) -> String {
    get { answers[question] ?? "" }
    set {
      let lines = newValue.asTyped.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.drop { $0.allSatisfy(\.isWhitespace) }
      let count = kept.reversed().drop { $0.allSatisfy(\.isWhitespace) }.count
      answers[question] = count == 0 ? nil : kept.prefix(count).joined(separator: "\n")
    }
  }

  package var isEmpty: Bool { answers.isEmpty && above.isEmpty && others.isEmpty }
  package var hasAnswers: Bool { !answers.isEmpty }

  /// Takes the answers that are missing here from an earlier state.
  package mutating func fill(from earlier: ExplanationSheet) {
    for question in ExplanationQuestion.allCases where self[question].isEmpty {
      self[question] = earlier[question]
    }
  }

  package var empty: [ExplanationQuestion] { ExplanationQuestion.allCases.filter { self[$0].isEmpty } }
  package var open: [String] {
    let lines = self[.unsure].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return OpenQuestions.distinct(OpenQuestions.items(lines).map(\.text))
  }

  /// The first question that was neither asked nor answered, or that was left in the middle.
  package var next: ExplanationQuestion? {
    ExplanationQuestion.allCases.first { !asked.contains($0) && (self[$0].isEmpty || $0 == current) }
  }

  /// Adds lines to what was said; a thing to be unsure of is an item of a list.
  package mutating func add(_ lines: [String], to question: ExplanationQuestion) {
    let items = lines.map { line in
      let isItem = line.hasPrefix("- ") || line.hasPrefix("* ")
      return question == .unsure && !isItem && !line.allSatisfy(\.isWhitespace) ? "- \(line)" : line
    }
    let text = items.joined(separator: "\n")
    self[question] = self[question].isEmpty ? text : self[question] + "\n" + text
  }
}

// MARK: As a file

extension ExplanationSheet {
  /// With every question as a heading, for an editor.
  package var text: String {
    var text = "---\nkind: \(Self.kind)\n" + matter
    if seconds > 0 { text += "seconds: \(seconds)\n" }
    let names = ExplanationQuestion.allCases.filter(asked.contains).map(\.rawValue)
    if !names.isEmpty { text += "asked: [\(names.joined(separator: ", "))]\n" }
    if let current {
      let isInCode = NoteEscape.leavesCodeOpen(self[current])
      text += isInCode ? "at: [\(current.rawValue), \(Self.code)]\n" : "at: \(current.rawValue)\n"
    }
    text += "---\n\n# \(title)\n\n"
    text += ExplanationHints.comment(ExplanationHints.greeting) + "\n"
    if !above.isEmpty { text += "\n" + above + "\n" }
    for question in ExplanationQuestion.allCases {
      let hint = ExplanationHints.comment(ExplanationHints.text(of: question))
      text += "\n## \(question.heading)\n\n\(hint)\n\n"
      if !self[question].isEmpty { text += NoteEscape.protected(self[question]) + "\n" }
    }
    return others.isEmpty ? text : text + "\n" + others + "\n"
  }

  private static let kind = "explanation draft"
  /// Says that the answer was left in the middle of a code block: its end in the file is none of its author's.
  private static let code = "code"

  private var title: String { NoteEscape.protected(topic.onOneLine) }

  private var matter: String {
    var text = NoteMatter.line("topic", topic) + NoteMatter.line("date", date)
    if let tier { text += NoteMatter.line("tier", tier.rawValue) }
    text += NoteMatter.list("files", files)
    if let commit { text += NoteMatter.line("commit", commit) }
    return text
  }

  /// Whatever became of the file in an editor, the words in it are read. `name` is the topic where none is left.
  package init(reading text: SourceText, name: String, date: String) {
    var findings: [Finding] = []
    let matter = FrontMatter.read(text, &findings)
    func field(_ key: String) -> String? { matter.fields[key]?.first.flatMap { $0.isEmpty ? nil : $0 } }
    let lines = ExplanationHints.removed(from: text.lines.map(text.string), without: matter.lineCount)
    let note = NoteLines(lines, without: matter.lineCount)
    let title = note.headings.first.flatMap { $0.level == 1 && !$0.title.isEmpty ? $0 : nil }
    self.init(topic: Self.topic(field("topic"), title?.title, name), date: field("date") ?? date)
    tier = matter.tier
    files = (matter.fields["files"] ?? []).filter { !$0.isEmpty }
    commit = field("commit")
    seconds = field("seconds").flatMap { Int($0) }.map { max(0, $0) } ?? 0
    asked = Set((matter.fields["asked"] ?? []).compactMap(ExplanationQuestion.init(rawValue:)))
    current = field("at").flatMap(ExplanationQuestion.init(rawValue:))

    var rest: [String] = []
    var index = title.map { $0.index + 1 } ?? matter.lineCount
    let first = note.headings.first { $0.index >= index && ExplanationQuestion.named($0.title) != nil }?.index
    func keep(_ range: Range<Int>) {
      let words = note.source(range)
      guard !words.isEmpty else { return }
      if let first, range.lowerBound < first {
        above += (above.isEmpty ? "" : "\n\n") + words
      } else {
        rest.append(words)
      }
    }
    for heading in note.headings where heading.index >= index {
      if heading.index > index { keep(index..<heading.index) }
      guard let question = ExplanationQuestion.named(heading.title) else {
        index = heading.index
        continue
      }
      let said = [question.said(in: heading.title), note.text(heading.index + 1..<heading.end)]
      for words in said where !words.isEmpty {
        self[question] = self[question].isEmpty ? words : self[question] + "\n\n" + words
      }
      index = heading.end
    }
    if index < note.lines.count { keep(index..<note.lines.count) }
    if let current, matter.fields["at"]?.last == Self.code,
      let end = self[current].lastIndex(of: "\n"), NoteEscape.leavesCodeOpen(self[current][..<end])
    {
      self[current] = String(self[current][..<end])
    }
    others = rest.joined(separator: "\n\n")
  }

  /// Both the head and the title of a draft can be changed in an editor: what was changed counts. `name` is what the
  /// file was called for.
  private static func topic(_ topic: String?, _ title: String?, _ name: String) -> String {
    guard let topic else { return title ?? name }
    guard let title, title != NoteLines.title("# " + NoteEscape.protected(topic.onOneLine)) else {
      return topic
    }
    return slug(title) == name ? topic : title
  }

  /// As the note that stays. A section that nothing was said in is left out.
  package func note(tier: Tier) -> String {
    var sheet = self
    sheet.tier = tier
    var text = "---\nkind: \(ExplanationNote.kind)\n" + sheet.matter
    if seconds > 0 { text += "seconds: \(seconds)\n" }
    text += "---\n\n# \(title)\n"
    if !above.isEmpty { text += "\n" + above + "\n" }
    for question in ExplanationQuestion.allCases where !self[question].isEmpty {
      let open = question == .unsure ? self.open : []
      let said = open.isEmpty ? self[question] : open.map { "- \($0)" }.joined(separator: "\n")
      text += "\n## \(question.heading)\n\n\(NoteEscape.protected(said))\n"
    }
    return others.isEmpty ? text : text + "\n" + others + "\n"
  }

  /// What a topic is called in a file's name: the same for the same words, however they are written.
  package static func slug(_ topic: String) -> String {
    var slug = ""
    for word in PlainWords.normalized(topic).spacedWords {
      guard slug.utf8.count + word.utf8.count < 60 else { break }
      slug += (slug.isEmpty ? "" : "-") + word
    }
    guard slug.isEmpty || topic.utf8.count > 60 else { return slug }
    var hash = StableHash()
    hash.combine(topic)
    return (slug.isEmpty ? "topic" : slug) + "-" + String(hash.mixed & 0xffff, radix: 16)
  }
}
