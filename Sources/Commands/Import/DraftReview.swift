internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// Shows the drafts of each record or note and takes what the person wants. What was decided on a record is written before
/// the next one is shown, so that a review can be left at any moment and goes on there.
struct DraftReview {
  let session: Session
  let importer: Importer

  /// How it ended, and what was written on the way.
  struct Outcome {
    var end = ExitCode.done
    var isThrough = true
    var written = ImportReport()
  }

  private enum Step {
    case next, takeAll, stop, interrupt
  }

  private var console: Console { session.console }
  private var view: DraftView { DraftView(session: session) }

  func run(_ request: Importer.Request, _ readings: [FileReading]) throws -> Outcome {
    var outcome = Outcome()
    // Whatever there is nothing to ask about is not kept waiting by the rest.
    let open = readings.filter { !$0.proposed.isEmpty && !$0.isSame }
    let plain = Set(readings.map(\.path)).subtracting(open.map(\.path))
    if !open.isEmpty, !plain.isEmpty {
      var rest = request
      rest.only = plain
      outcome.written.add(step: try importer.run(rest).report, of: plain)
    }
    for (number, reading) in open.enumerated() {
      var picks = DraftPicks(reading)
      let ticks = LeftTicks(session, of: reading.path)
      ticks.restore(&picks)
      // Words that were typed in a review that was left.
      for index in picks.drafts.indices {
        if let words = editing(picks.drafts[index]).left() { picks.edit(index, words) }
      }
      let step = try ask(&picks, "\(number + 1) of \(open.count)")
      guard step == .next || step == .takeAll else {
        let left = open.count - number
        let noun =
          open.allSatisfy { $0.form.name == .incident }
          ? "incident" : open.allSatisfy { $0.record == nil } ? "note" : "record"
        console.line("\(left) \(noun)\(left == 1 ? "" : "s") left; the same `import` goes on there.")
        outcome.isThrough = false
        outcome.end = step == .interrupt ? .interrupted : .done
        return outcome
      }
      var one = request
      one.only = [reading.path]
      one.choices = picks.choices
      outcome.written.add(step: try importer.run(one).report, of: [reading.path])
      for draft in picks.edited { editing(draft).discard() }
      ticks.discard()
      if step == .takeAll { return outcome }
    }
    return outcome
  }

  private func ask(_ picks: inout DraftPicks, _ position: String) throws -> Step {
    view.show(picks, position)
    let count = picks.drafts.count
    while true {
      switch session.world.dialogue.key(Styled(prompt(count), .quiet)) {
      case .interrupted: return .interrupt
      case .ended: return .stop
      case .text(let key):
        switch key {
        case "t", "y": return .next
        case "l":
          picks.leaveAll()
          return .next
        case "A", "a": return .takeAll
        case "q": return .stop
        case "e":
          let which = count == 1 ? "1" : try number(count)
          guard let index = which.flatMap({ Int($0) }), (1...count).contains(index) else {
            console.note(Styled(only(count), .quiet))
            continue
          }
          try edit(index - 1, &picks)
          view.show(picks, position)
        default:
          if let index = Int(key), (1...count).contains(index) {
            picks.toggle(index - 1)
            try LeftTicks(session, of: picks.reading.path).save(picks)
            view.show(picks, position)
          } else if Int(key) != nil {
            console.note(Styled(only(count), .quiet))
          } else {
            CardView.body(
              "t takes what is ticked, a number ticks or unticks, e edits, l leaves them out, A takes this and "
                + "all of the rest, q stops", session, role: .quiet, indent: 0)
          }
        }
      }
    }
  }

  private func prompt(_ count: Int) -> String {
    let toggle = count == 1 ? "1" : "1-\(count)"
    return console.columns < 80
      ? "take t, edit e, leave l, tick \(toggle), all A, stop q > "
      : "take [t]  edit [e]  leave [l]  tick [\(toggle)]  all of the rest [A]  stop [q] > "
  }

  private func only(_ count: Int) -> String { count == 1 ? "there is only 1" : "there are 1 to \(count)" }

  private func number(_ count: Int) throws -> String? {
    guard case .text(let digit) = session.world.dialogue.key(Styled("which? 1-\(count) > ", .quiet)) else {
      return nil
    }
    return digit
  }

  private func editing(_ draft: Draft) -> EditDraft {
    let key = StoredCard.contentKey(draft.kind, prompt: draft.prompt, answer: draft.answer)
    return EditDraft(
      session: session, name: "new-" + String(UInt(bitPattern: key), radix: 36), prompt: draft.prompt,
      answer: draft.answer)
  }

  /// The draft's file stays until the card is written: nothing that was typed is lost, whatever ends the program.
  private func edit(_ index: Int, _ picks: inout DraftPicks) throws {
    do {
      picks.edit(index, try editing(picks.drafts[index]).edited())
    } catch let failure as Failure {
      console.note(Styled(failure.message, .careful))
    }
  }
}
