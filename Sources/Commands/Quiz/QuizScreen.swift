internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// What the quiz shows. Lines in the order in which they are read, no cursor tricks: a screen reader, a pipe and 60
/// columns get the same.
struct QuizScreen {
  let session: Session

  private var console: Console { session.console }

  /// Where it comes from and how far one is, then the prompt alone: nothing that gives the answer away.
  func question(_ card: Card, record: StoredRecord?, number: Int, total: Int) {
    console.line()
    console.line(
      Styled(
        "\(number) of \(total) · \(CardView.origin(card, record: record)) · \(card.tier.rawValue)", .quiet))
    text(card.text.prompt, indent: 1, role: .strong)
    console.line()
  }

  func answer(_ card: Card, record: StoredRecord?) {
    console.line()
    text(card.text.answer, indent: 3)
    CardView.body(CardView.source(card, record: record, session), session, role: .quiet, indent: 3)
  }

  /// One section of an explanation beside what was said of it.
  func section(_ name: String, _ words: String, _ marking: Marking, said: String) {
    console.line()
    text(name, indent: 1, role: .strong)
    text(words, indent: 3)
    if said.isEmpty {
      console.line(Styled("   not told", .quiet))
    } else {
      self.marking(marking)
    }
  }

  func marking(_ marking: Marking) {
    let said = marking.points.filter(\.wasSaid).map(\.text)
    let missed = marking.points.filter { !$0.wasSaid && !$0.isContradicted }.map(\.text)
    let against = marking.points.filter(\.isContradicted).map(\.text)
    list("said", said, .good)
    list("missed", missed, .careful)
    list("said otherwise", against, .careful)
  }

  private func list(_ name: String, _ points: [String], _ role: Styled.Role) {
    guard !points.isEmpty else { return }
    let margin = "   \(name)  "
    let lines = DisplayWidth.wrapped(
      SafeText.line(points.joined(separator: " · ")), to: console.columns - margin.count)
    for (index, line) in lines.enumerated() {
      let start = index == 0 ? Styled(margin, role) : Styled(String(repeating: " ", count: margin.count))
      console.line(start + Styled(line))
    }
  }

  /// `grade> 0-2 today again · [3] 4 days · 4 6 days · 5 8 days > `
  func gradePrompt(_ previews: [Int], suggestion: Grade?, cap: Int, isPractice: Bool) -> Styled {
    let isNarrow = console.columns < 80
    func days(_ count: Int) -> String { isNarrow ? "\(count) d" : count == 1 ? "1 day" : "\(count) days" }
    func key(_ grade: Int) -> String { suggestion?.value == grade ? "[\(grade)]" : "\(grade)" }
    var parts: [String] = []
    let low = suggestion.map { $0.value < 3 ? "[\($0.value)] " : "" } ?? ""
    let failed = isPractice ? days(previews[0]) : isNarrow ? "today" : "again today"
    parts.append("\(low)0-2 \(failed)")
    for grade in 3...min(5, max(3, cap)) {
      parts.append(
        "\(key(grade)) \(days(previews[grade]))"
          + (grade == 3 && !isNarrow && !isPractice ? ", again today" : ""))
    }
    return Styled("grade  " + parts.joined(separator: " · ") + " > ", .quiet)
  }

  func keys() {
    let keys = [
      ("0-5", "how it went; Enter takes the one in brackets"),
      ("?", "a hint, more with each; then 3 is the most"),
      ("u", "take back the last grade"), ("e", "edit this card, its schedule stays"),
      ("o", "show the source at its line"), ("s", "suspend it"), ("b", "bury it until tomorrow"),
      ("t", "set its tier"),
      ("l", "mark it to look at later (tag:later)"), ("h", "these keys"),
      ("q", "end; Ctrl-C pauses, and the next quiz goes on with this card"),
    ]
    for (key, meaning) in keys {
      for (index, line) in DisplayWidth.wrapped(meaning, to: console.columns - 6).enumerated() {
        console.line(Styled(" \(DisplayWidth.padded(index == 0 ? key : "", to: 4))", .strong) + Styled(line))
      }
    }
    CardView.body(
      "While you type an answer, a key counts when it stands alone in the first line.", session, role: .quiet)
  }

  /// The lines around the place that a card came from.
  func source(_ card: Card) {
    let path = card.source.absolutePath
    guard let bytes = try? session.world.files.read(path), let text = try? SourceText(bytes) else {
      return console.note(Styled("\(SafeText.line(session.shown(path))) cannot be read now", .careful))
    }
    let lines = text.lines.map(text.string)
    CardView.body(SafeText.line(session.shown(path)), session, role: .quiet, indent: 0)
    let first = max(1, card.source.line - 3)
    for number in first...max(first, min(lines.count, card.source.line + 12)) where number <= lines.count {
      let mark = number == card.source.line ? ">" : " "
      let margin = Styled("\(mark)\(DisplayWidth.padded("\(number)", to: 5, rightAligned: true))  ", .quiet)
      console.line(
        margin + Styled(DisplayWidth.cut(SafeText.line(lines[number - 1]), to: console.columns - 8)))
    }
  }

  /// Wrapped; code keeps its lines, and stands back a little. Long texts wait page by page on a terminal.
  private func text(_ text: String, indent: Int, role: Styled.Role = .plain) {
    var inCode = false
    var printed = 0
    for line in Prose.unwrapped(SafeText.visible(text)).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { inCode.toggle() }
      let isCode = inCode || isFence
      let pieces = isCode ? [String(line)] : DisplayWidth.wrapped(String(line), to: console.columns - indent)
      for piece in pieces {
        let margin = String(repeating: " ", count: piece.isEmpty ? 0 : indent)
        console.line(Styled(margin + piece, isCode ? .quiet : role))
        printed += 1
        if session.world.dialogue.isTerminal, let rows = console.rows, printed % max(5, rows - 3) == 0 {
          guard session.world.dialogue.key(Styled("   more: any key > ", .quiet)) != .interrupted else {
            return
          }
        }
      }
    }
  }
}
