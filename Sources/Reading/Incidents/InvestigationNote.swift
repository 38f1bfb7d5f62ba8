package import Recall

/// The note of an investigation, or of an incident, as it stands in its file. It is told by its front matter; its
/// sections are known by their headings, and all other headings are left alone.
package struct InvestigationNote: Sendable {
  package typealias Said = Incident.Said

  package struct Hypothesis: Equatable, Sendable {
    /// As its heading says, or as it stands in the row.
    package let number: Int
    /// Its heading says so itself.
    package var isNumbered = false
    package let said: Said
    package var sure: [Int] = []
    package var expected: Said?
    package var refutable: Said?
    package var ruledOut: Said?
    /// When that was, as it is written.
    var stamp: String?
    package var wasIt = false
  }

  package let id: String?
  package let symptom: Said
  package let date: String?
  /// It names a day, and it cannot be told which.
  package let isDateUnread: Bool
  package let area: String?
  package let status: Investigation.Status
  package private(set) var hypotheses: [Hypothesis] = []
  package private(set) var notes: [Said] = []
  package private(set) var answers: [InvestigationQuestion: [Said]] = [:]
  package private(set) var findings: [Finding]
  let lines: NoteLines
  let matter: FrontMatter

  /// Nil where it is no such note.
  package init?(_ text: SourceText, _ matter: FrontMatter, name: String = "") {
    let kind = matter.fields["kind"]?.first?.trimmed.lowercased()
    guard kind == InvestigationText.kind || kind == "incident" else { return nil }
    self.matter = matter
    lines = NoteLines(text.lines.map(text.string), without: matter.lineCount)
    func field(_ key: String) -> String? {
      matter.fields[key]?.first.flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
    }
    id = field("id")
    date = field("date").flatMap { IncidentTitle.day($0)?.description }
    isDateUnread = date == nil && field("date") != nil
    area = field("area")
    var findings = text.findings
    let status = field("status").flatMap { Investigation.Status(rawValue: $0.lowercased()) }
    if let said = field("status"), status == nil {
      findings.append(
        Finding(
          line: Self.line(of: "status", lines, matter),
          message: "status is open, solved or abandoned, not \"\(said)\"; it was taken for solved"))
    }
    self.status = status ?? .solved
    for key in InvestigationField.allCases {
      guard let said = field(key.rawValue) else { continue }
      let line = Self.line(of: key.rawValue, lines, matter)
      if let finding = key.finding(said, line: line) { findings.append(finding) }
    }

    var headings = lines.headings[...]
    if let first = Section.title(of: lines) {
      symptom = Said(first.title, line: first.index + 1)
      headings.removeAll { $0 == first }
    } else {
      symptom = Said(field("symptom") ?? name, line: Self.line(of: "symptom", lines, matter))
      findings.append(
        Finding(
          line: matter.lineCount + 1, message: "no heading names the symptom; the file's name was taken"))
    }
    self.findings = findings
    read(headings)
    settleWhich(field("hypothesis"))
  }

  /// Where a field of the front matter stands, from 1.
  static func line(of key: String, _ lines: NoteLines, _ matter: FrontMatter) -> Int {
    let index = lines.lines.prefix(matter.lineCount).firstIndex { $0.lowercased().hasPrefix("\(key):") }
    return (index ?? 0) + 1
  }

  /// Where it says which one it is, if it says that it is another one.
  package func finding(known id: CardID) -> Finding? {
    guard let said = self.id, said != id.text else { return nil }
    return Finding(
      line: Self.line(of: "id", lines, matter),
      message: "the log knows this note as that of \(id), not of \"\(said)\"; what the log says counts")
  }

  /// The day that the log tells, as a note names it.
  package static func day(of investigation: Investigation) -> String {
    String(InvestigationText.stamp(investigation.opened).prefix(10))
  }

  // MARK: Sections

  enum Section: Hashable {
    case hypotheses, notes
    case answer(InvestigationQuestion)

    /// What a heading is for, however its author has changed it.
    init?(_ heading: String) {
      let name = HeadingNames.plain(heading)
      guard !name.isEmpty, name.utf8.count < 90 else { return nil }
      if Self.hypothesisNames.contains(name) {
        self = .hypotheses
      } else if Self.noteNames.contains(name) {
        self = .notes
      } else {
        let question = InvestigationQuestion.told.first { question in
          PlainWords.normalized(question.heading ?? "") == name
            || PlainWords.normalized(question.question) == name || Self.names(question).contains(name)
        }
        guard let question else { return nil }
        self = .answer(question)
      }
    }

    /// The first heading, where it stands above all others: somebody may call a symptom what a section is called.
    static func title(of lines: NoteLines) -> NoteLines.Heading? {
      let top = lines.headings.filter { $0.level == 1 }
      guard let first = top.first, first == lines.headings.first else {
        return top.first { Section($0.title) == nil }
      }
      return top.count == 1 ? first : top.first { Section($0.title) == nil } ?? first
    }

    private static let hypothesisNames: Set<String> = [
      "hypotheses", "hypothesis", "suspicions", "first suspicion", "what it could be",
    ]
    private static let noteNames: Set<String> = [
      "notes", "on the way", "what was seen", "what could be seen",
    ]

    private static func names(_ question: InvestigationQuestion) -> [String] {
      switch question {
      case .cause: ["what it was", "cause", "the cause", "root cause", "what was it", "what was it really"]
      case .gaveAway: ["gave it away", "what gave it away", "detection"]
      case .misled: ["misled", "what misled", "what misled me", "what misled us", "red herrings"]
      case .fix: ["fix", "the fix", "what fixed it", "resolution", "how it was fixed"]
      case .firstLook: ["check first", "first look", "check first next time", "where to look first"]
      case .prevents: ["prevention", "what prevents it", "what prevents a repeat"]
      case .which, .help: []
      }
    }
  }

  private mutating func read(_ headings: ArraySlice<NoteLines.Heading>) {
    var end = 0
    var seen: Set<Section> = []
    for heading in headings where heading.index >= end {
      guard let section = Section(heading.title) else { continue }
      end = heading.end
      if !seen.insert(section).inserted {
        findings.append(
          Finding(
            line: heading.index + 1,
            message: "the section \"\(heading.title)\" stands twice; both were read"))
      }
      let below = heading.index + 1..<heading.end
      switch section {
      case .hypotheses: readHypotheses(heading)
      case .notes: notes += lines.items(below).map { Said($0.text, line: $0.lines.lowerBound + 1) }
      case .answer(let question): answers[question, default: []] += said(below)
      }
    }
  }

  /// A section as its items where it is a list, as one text elsewhere.
  private func said(_ below: Range<Int>) -> [Said] {
    let text = lines.text(below)
    guard !text.isEmpty, !ExplanationNote.isNothing(text) else { return [] }
    let items = lines.items(below)
    let filled = below.filter { !lines.lines[$0].trimmed.isEmpty }
    guard !items.isEmpty, filled.allSatisfy({ line in items.contains { $0.lines.contains(line) } }) else {
      return [Said(text, line: (filled.first ?? below.lowerBound) + 1)]
    }
    return items.map { Said($0.text, line: $0.lines.lowerBound + 1) }
  }

  private mutating func readHypotheses(_ heading: NoteLines.Heading) {
    let inside = lines.headings.filter {
      $0.index > heading.index && $0.index < heading.end && $0.level == heading.level + 1
    }
    if inside.isEmpty {
      // Somebody's own list: each item is one.
      for said in said(heading.index + 1..<heading.end) {
        hypotheses.append(Hypothesis(number: hypotheses.count + 1, said: said))
      }
    }
    for title in inside {
      let digits = title.title.prefix { $0.isNumber }
      let isNumbered = !digits.isEmpty && title.title.dropFirst(digits.count).hasPrefix(".")
      let text = isNumbered ? String(title.title.dropFirst(digits.count + 1)).trimmed : title.title
      guard !text.isEmpty else { continue }
      var hypothesis = Hypothesis(
        number: isNumbered ? Int(digits) ?? 0 : hypotheses.count + 1, isNumbered: isNumbered,
        said: Said(text, line: title.index + 1))
      for item in lines.items(title.index + 1..<title.end) { take(item, &hypothesis) }
      hypotheses.append(hypothesis)
    }
  }

  private mutating func take(_ item: NoteLines.Item, _ hypothesis: inout Hypothesis) {
    let line = item.lines.lowerBound + 1
    guard let label = InvestigationText.Label(beginning: item.text) else { return }
    var rest = item.text.dropFirst(label.rawValue.count)
    if label == .ruledOut {
      let stamp = rest.trimmedStart.prefix(16)
      if stamp.count == 16, stamp.prefix(4).allSatisfy(\.isNumber), stamp.dropFirst(13).hasPrefix(":") {
        hypothesis.stamp = String(stamp)
        rest = rest.trimmedStart.dropFirst(16)
      }
    }
    let words = String(rest.trimmedStart.drop { $0 == ":" || $0 == "." }).trimmed
    switch label {
    case .sure:
      let numbers = words.split { !$0.isNumber }.map { Int($0) }
      hypothesis.sure = numbers.compactMap { $0.flatMap { (0...100).contains($0) ? $0 : nil } }
      if hypothesis.sure.count != numbers.count || numbers.isEmpty {
        findings.append(Finding(line: line, message: "how sure is a number from 0 to 100, not \"\(words)\""))
      }
    case .expected: hypothesis.expected = words.isEmpty ? nil : Said(words, line: line)
    case .refutable: hypothesis.refutable = words.isEmpty ? nil : Said(words, line: line)
    case .ruledOut: hypothesis.ruledOut = Said(words, line: line)
    case .wasIt: hypothesis.wasIt = true
    }
  }

  /// The front matter says which it was; a mark below a hypothesis says so too.
  private mutating func settleWhich(_ field: String?) {
    guard let field, field.lowercased() != "none" else { return }
    if let number = Int(field), let index = hypotheses.firstIndex(where: { $0.number == number }) {
      hypotheses[index].wasIt = true
    } else {
      findings.append(
        Finding(
          line: Self.line(of: "hypothesis", lines, matter),
          message: "there is no hypothesis \(field); it is a number of one, or none"))
    }
  }
}

extension InvestigationText.Label {
  init?(beginning text: String) {
    let found = Self.allCases.reversed().first { text.lowercased().hasPrefix($0.rawValue.lowercased()) }
    guard let found else { return nil }
    self = found
  }
}

extension Substring {
  fileprivate var trimmedStart: Substring { drop { $0 == " " } }
}
