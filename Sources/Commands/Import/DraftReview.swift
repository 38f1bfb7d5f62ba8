internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// Shows the drafts of each record and takes what the person wants. What was decided on a record is written before
/// the next one is shown, so that a review can be left at any moment and goes on there.
struct DraftReview {
  let session: Session
  let importer: Importer

  /// How it ended, through all of them or before, and what was written on the way.
  struct Outcome {
    var isThrough = true
    var written = ImportReport()
  }

  private enum Step {
    case next, takeAll, stop
  }

  /// What one record's drafts are to become.
  private struct Picks {
    var choices: [DraftChoices.Choice]
  }

  private var console: Console { session.console }

  func run(_ request: Importer.Request, _ readings: [FileReading]) throws -> Outcome {
    var outcome = Outcome()
    let open = readings.filter { $0.record != nil && !$0.open.isEmpty && !$0.isSame }
    for (number, reading) in open.enumerated() {
      var choices = DraftChoices()
      let step = try ask(reading, "\(number + 1) of \(open.count)", &choices)
      switch step {
      case .stop:
        let left = open.count - number
        console.line("\(left) record\(left == 1 ? "" : "s") left; `import` of the same goes on there.")
        outcome.isThrough = false
        return outcome
      case .takeAll: return outcome
      case .next:
        var one = request
        one.only = [reading.path]
        one.choices = choices
        let report = try importer.run(one).report
        outcome.written.imported.append(reading.path)
        outcome.written.counts.added += report.counts.added
        outcome.written.leftOut += report.leftOut
      }
    }
    return outcome
  }

  private func ask(_ reading: FileReading, _ position: String, _ result: inout DraftChoices) throws -> Step {
    let indexes = reading.open
    var picks = Picks(
      choices: indexes.map {
        reading.document.drafts[$0].score >= RecordCollection.threshold ? .take : .leave
      })
    show(reading, indexes, picks, position)
    while true {
      let prompt = Styled(
        "take [t]  edit [e]  leave [l]  toggle [1-\(indexes.count)]  all of the rest [A]  stop [q] > ", .quiet
      )
      guard case .text(let key) = session.world.dialogue.key(prompt) else { return .stop }
      switch key {
      case "", "t", "y":
        keep(reading, indexes, picks, &result)
        return .next
      case "l":
        keep(reading, indexes, Picks(choices: indexes.map { _ in .leave }), &result)
        return .next
      case "A", "a": return .takeAll
      case "q": return .stop
      case "e":
        guard
          case .text(let digit) = session.world.dialogue.key(Styled("which? 1-\(indexes.count) > ", .quiet)),
          let number = Int(digit), indexes.indices.contains(number - 1)
        else { continue }
        try edit(reading.document.drafts[indexes[number - 1]], &picks.choices[number - 1])
        show(reading, indexes, picks, position)
      default:
        if let number = Int(key), indexes.indices.contains(number - 1) {
          picks.choices[number - 1] = picks.choices[number - 1] == .leave ? .take : .leave
          show(reading, indexes, picks, position)
        } else {
          console.note(
            "t takes what is ticked, a number ticks or unticks, e edits, l leaves this record, A takes all, q stops"
          )
        }
      }
    }
  }

  private func keep(_ reading: FileReading, _ indexes: [Int], _ picks: Picks, _ result: inout DraftChoices) {
    for (position, index) in indexes.enumerated() {
      let draft = reading.document.drafts[index]
      // A weak draft that nobody wants leaves no trace.
      if picks.choices[position] == .leave, draft.score < RecordCollection.threshold { continue }
      result.set(picks.choices[position], of: draft, in: reading.path)
    }
  }

  private func edit(_ draft: Draft, _ choice: inout DraftChoices.Choice) throws {
    var (prompt, answer) = (draft.prompt, draft.answer)
    if case .edited(let p, let a) = choice { (prompt, answer) = (p, a) }
    do {
      let key = StoredCard.contentKey(draft.kind, prompt: draft.prompt, answer: draft.answer)
      let name = "new-" + String(UInt(bitPattern: key), radix: 36)
      let editing = EditDraft(session: session, name: name, prompt: prompt, answer: answer)
      let edited = try editing.edited()
      choice = .edited(prompt: edited.prompt, answer: edited.answer)
      editing.discard()
    } catch let failure as Failure {
      console.note(Styled(failure.message, .careful))
    }
  }

  // MARK: What is shown

  func json(_ readings: [FileReading]) -> JSON {
    .array(
      readings.filter { $0.record != nil }.flatMap { reading in
        reading.open.map { index in
          let draft = reading.document.drafts[index]
          return .object([
            ("path", .string(session.shown(reading.path))), ("line", .int(draft.line)),
            ("kind", .string(draft.kind.rawValue)),
            ("prompt", .string(draft.prompt)), ("answer", .string(draft.answer)),
            ("score", .double(draft.score)),
            ("reason", .string(draft.reason)), ("taken", .bool(draft.score >= RecordCollection.threshold)),
          ])
        }
      })
  }

  /// All drafts, with what was thought of each, for whoever only wants to look.
  func list(_ readings: [FileReading]) {
    for reading in readings where reading.record != nil && !reading.open.isEmpty {
      let indexes = reading.open
      let picks = Picks(
        choices: indexes.map {
          reading.document.drafts[$0].score >= RecordCollection.threshold ? .take : .leave
        })
      show(reading, indexes, picks, session.shown(reading.path), withReasons: true)
    }
  }

  private func show(
    _ reading: FileReading, _ indexes: [Int], _ picks: Picks, _ position: String, withReasons: Bool = false
  ) {
    console.line()
    if let entry = reading.record {
      CardView.body(
        RecordLine.text(entry) + " · " + position, session, role: .strong, indent: 0)
    }
    for (index, choice) in zip(indexes, picks.choices) {
      let draft = reading.document.drafts[index]
      let isTaken = choice != .leave
      let mark = isTaken ? "✓" : "-"
      let number = (indexes.firstIndex(of: index) ?? 0) + 1
      var (prompt, answer) = (draft.prompt, draft.answer)
      if case .edited(let p, let a) = choice { (prompt, answer) = (p, a) }
      let head = " \(number) \(mark) \(draft.kind.rawValue)  "
      let margin = String(repeating: " ", count: 5)
      for (row, line) in DisplayWidth.wrapped(SafeText.line(prompt), to: console.columns - head.count)
        .enumerated()
      {
        console.line(
          Styled(row == 0 ? head : String(repeating: " ", count: head.count), isTaken ? .good : .quiet)
            + Styled(line))
      }
      let lines = SafeText.visible(answer).split(separator: "\n").flatMap {
        DisplayWidth.wrapped(String($0), to: console.columns - margin.count)
      }
      for line in lines.prefix(4) { console.line(Styled(margin + line, .quiet)) }
      if lines.count > 4 { console.line(Styled(margin + "…", .quiet)) }
      if withReasons {
        console.line(Styled("\(margin)\(Int((draft.score * 100).rounded())) %: \(draft.reason)", .quiet))
      } else if !isTaken, draft.score < RecordCollection.threshold {
        console.line(Styled(margin + "left out: " + draft.reason, .quiet))
      }
    }
  }
}

/// A record in one line: `decision 0012 “Use advisory locks” · accepted · 2023-11-02`.
enum RecordLine {
  static func text(_ entry: RecordCollection.Entry) -> String {
    let number = entry.record.number.map { " \($0)" } ?? ""
    return
      (["decision\(number) “\(SafeText.line(entry.record.title))”"]
      + standing(entry.state.status?.rawValue, entry.record.date))
      .joined(separator: " · ")
  }

  static func standing(_ status: String?, _ date: String?) -> [String] {
    [status ?? "no status", date.map(SafeText.line)].compactMap { $0 }
  }
}
