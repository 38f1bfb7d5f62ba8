internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// Drafts as text and as JSON.
struct DraftView {
  let session: Session

  private var console: Console { session.console }

  /// All drafts, with what was thought of each, for whoever only wants to look.
  func list(_ readings: [FileReading]) {
    for reading in readings where !reading.proposed.isEmpty {
      show(DraftPicks(reading), nil)
    }
  }

  func json(_ readings: [FileReading]) -> JSON {
    .array(
      readings.flatMap { reading in
        let picks = DraftPicks(reading)
        return picks.drafts.enumerated().map { index, draft in
          JSON.object([
            ("path", .string(session.shown(reading.path))), ("line", .int(draft.line)),
            ("kind", .string(draft.kind.rawValue)), ("prompt", .string(draft.prompt)),
            ("answer", .string(draft.answer)), ("score", .double(draft.score)),
            ("reason", .string(draft.reason)),
            ("taken", .bool(picks.isTicked[index])),
          ])
        }
      })
  }

  /// Without a place in a review it is a list, with the reasons.
  func show(_ picks: DraftPicks, _ position: String?) {
    console.line()
    if let title = title(picks.reading, inList: position == nil) {
      CardView.body(
        (title + [position].compactMap { $0 }).joined(separator: " · "), session, role: .strong, indent: 0)
    }
    for (index, draft) in picks.drafts.enumerated() {
      show(draft, index, picks)
      if position == nil {
        reason("\(Int((draft.score * 100).rounded())) %: \(draft.reason)")
      } else if !picks.isTicked[index], draft.score < RecordCollection.threshold {
        reason("left out: \(draft.reason)")
      }
    }
  }

  /// A line of its own on a pipe; a terminal gets it broken between words.
  private func reason(_ text: String) {
    let margin = "     "
    let text = SafeText.visible(text)
    let lines =
      console.outputIsTerminal ? DisplayWidth.wrapped(text, to: console.columns - margin.count) : [text]
    for line in lines { console.line(Styled(margin + line, .quiet)) }
  }

  /// The parts of a heading. A list names every file, a review those that are known by nothing else.
  private func title(_ reading: FileReading, inList: Bool) -> [String]? {
    let path = SafeText.line(session.shown(reading.path))
    switch reading.form {
    case .deck: return nil
    case .record(let record): return [RecordLine.text(record)] + (inList ? [path] : [])
    case .note(let title, _):
      // Where nothing names it, its file does, and once is enough.
      return [title == FilePath.name(of: reading.path) ? "note" : "note “\(SafeText.line(title))”", path]
    case .incident(let report):
      let date = report.incidents.count == 1 ? report.incidents[0].date.map(SafeText.line) : nil
      return ["incident “\(SafeText.line(report.title))”"] + [date, path].compactMap { $0 }
    case .explanation(let note):
      return ["explanation “\(SafeText.line(note.topic))”"] + [note.date.map(SafeText.line)].compactMap { $0 }
        + (inList ? [path] : [])
    }
  }

  private func show(_ draft: Draft, _ index: Int, _ picks: DraftPicks) {
    let isTicked = picks.isTicked[index]
    let text = picks.text(index)
    let head = " \(index + 1) \(isTicked ? "✓" : "-") \(draft.kind.rawValue)  "
    let question = DisplayWidth.wrapped(SafeText.line(text.prompt), to: console.columns - head.count)
    for (row, line) in question.enumerated() {
      let start = row == 0 ? head : String(repeating: " ", count: head.count)
      console.line(Styled(start, isTicked ? .good : .quiet) + Styled(line))
    }
    let margin = "     "
    let lines = SafeText.visible(text.answer).split(separator: "\n").flatMap {
      DisplayWidth.wrapped(String($0), to: console.columns - margin.count)
    }
    for line in lines.prefix(4) { console.line(Styled(margin + line, .quiet)) }
    if lines.count > 4 { console.line(Styled(margin + "…", .quiet)) }
  }
}

/// A record in one line: `decision 0012 “Use advisory locks” · accepted · 2023-11-02`.
enum RecordLine {
  static func text(_ record: RecordCollection.Summary) -> String {
    let number = record.number.map { " \($0)" } ?? ""
    return
      (["decision\(number) “\(SafeText.line(record.title))”"]
      + standing(record.state.status?.rawValue, record.date))
      .joined(separator: " · ")
  }

  static func standing(_ status: String?, _ date: String?) -> [String] {
    [status ?? "no status", date.map(SafeText.line)].compactMap { $0 }
  }
}
