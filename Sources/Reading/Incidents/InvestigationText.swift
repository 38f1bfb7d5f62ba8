internal import Recall

/// An investigation as lines of a note. What is written here is what `InvestigationNote` reads, and what
/// `InvestigationEdit` looks for before it changes anything.
enum InvestigationText {
  static let kind = "investigation"
  static let hypotheses = "Hypotheses"
  static let notes = "Notes"

  /// Marks of the items below a hypothesis.
  enum Label: String, CaseIterable {
    case sure = "Sure"
    case expected = "If so"
    case refutable = "Would be ruled out by"
    case ruledOut = "Ruled out"
    case wasIt = "It was this one"
  }

  // MARK: Front matter

  /// The fields, each with its lines; those without lines are left out.
  static func matter(_ investigation: Investigation) -> [(key: String, lines: [String])] {
    let it = investigation
    func line(_ key: String, _ value: String?) -> (key: String, lines: [String]) {
      (key, value.map { lines(NoteMatter.line(key, $0)) } ?? [])
    }
    let isTimed = !it.isAfterwards
    return [
      line("kind", kind), line("id", it.id.text), line("status", it.status.rawValue),
      line("date", InvestigationNote.day(of: it)),
      line("opened", isTimed ? it.opened.rfc3339 : nil), line("minutes", isTimed ? String(it.minutes) : nil),
      line("area", it.area), ("files", lines(NoteMatter.list("files", it.files))),
      line("closed", isTimed ? it.closed?.rfc3339 : nil),
      line("hypothesis", it.which.map { $0 == 0 ? "none" : String($0) }),
      line("help", it.help?.rawValue), line("help-after", it.helpMinutes.map(String.init)),
      line("steps", String(it.steps)),
    ]
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  // MARK: Hypotheses and notes

  static func heading(_ hypothesis: Investigation.Hypothesis) -> String {
    // A row of signs at the end of a heading would be taken for decoration.
    let text = hypothesis.text.onOneLine.withoutControls
    return "### \(hypothesis.number). \(text)\(text.hasSuffix("#") ? "." : "")"
  }

  /// What stands below a hypothesis, by its mark.
  static func items(
    _ hypothesis: Investigation.Hypothesis, of investigation: Investigation
  ) -> [(label: Label, lines: [String])] {
    var items: [(label: Label, lines: [String])] = []
    func add(_ label: Label, _ words: String?) {
      guard let words, !words.isEmpty else { return }
      items.append((label, item("\(label.rawValue):", words)))
    }
    add(.sure, hypothesis.sure.map { "\($0) %" }.joined(separator: ", "))
    add(.expected, hypothesis.expected)
    add(.refutable, hypothesis.refutable)
    if let out = hypothesis.ruledOut {
      items.append((.ruledOut, item("\(Label.ruledOut.rawValue) \(stamp(out.moment)):", out.text)))
    }
    if investigation.which == hypothesis.number { items.append((.wasIt, ["- \(Label.wasIt.rawValue)."])) }
    return items
  }

  static func note(_ note: Investigation.Note) -> [String] { item(stamp(note.moment), note.text) }

  /// An item of a list. Lines behind the first are indented, and a code block begins on a line of its own: where its
  /// sign stands decides whether it is one.
  private static func item(_ label: String, _ text: String) -> [String] {
    var rest = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      isFence(String(line).trimmed) ? String(line).trimmed : String(line)
    }
    var lines = ["- \(label)"]
    if let first = rest.first, !isFence(first) {
      lines = ["- \(label) \(first)"]
      rest.removeFirst()
    }
    guard !rest.isEmpty else { return lines }
    return lines + section(rest.joined(separator: "\n")).map { $0.isEmpty ? "" : "  \($0)" }
  }

  private static func isFence(_ line: String) -> Bool { line.hasPrefix("```") || line.hasPrefix("~~~") }

  static func section(_ text: String) -> [String] {
    NoteEscape.protected(text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// `2026-03-02 10:05`, by the clock of the person at that moment.
  static func stamp(_ moment: Moment) -> String {
    let local = Moment(milliseconds: moment.milliseconds + moment.offset * 1000, offset: 0).rfc3339
    return local.prefix(10) + " " + local.dropFirst(11).prefix(5)
  }

  // MARK: The whole

  /// A note before anything was said.
  static func beginning(_ investigation: Investigation) -> String {
    let matter = matter(investigation).flatMap(\.lines).joined(separator: "\n")
    let title = investigation.symptom.onOneLine.withoutControls
    return "---\n\(matter)\n---\n\n# \(title)\n"
  }
}
