internal import Recall
internal import Storage
internal import Terminal

/// Asks for hypotheses, one after the other: what it could be, how sure, what would be seen, what would rule it out. Each
/// answer is on the disk before the next question.
struct InvestigationThinking {
  let session: Session
  let desk: InvestigationDesk

  enum Outcome {
    case through
    /// Ctrl-C, and Ctrl-D.
    case interrupted, ended
  }

  private struct Left: Error {
    let outcome: Outcome
  }

  private var dialogue: any Dialogue { session.world.dialogue }

  func ask(_ one: inout InvestigationDesk.Case) throws -> Outcome {
    do {
      if let last = one.state.unfinished?.hypothesis {
        if dialogue.isTerminal {
          CardView.body("\(last.number)> \(last.text)", session, role: .quiet, indent: 1)
        }
        try askParts(of: last.number, &one, Journal(session: session, database: desk.database))
      }
      while true {
        let expected = one.state.nextNumber
        let text = try line(" \(expected)> ")
        guard !text.isEmpty else { return .through }
        // Each is a step of its own for `undo`.
        let journal = try Journal(session: session, database: desk.database)
        var number = expected
        try desk.keep(of: &one, with: journal) { state in
          number = state.nextNumber
          return [(.supposed(number), text)]
        }
        if number != expected, let other = one.state.hypothesis(expected) {
          session.console.note(
            Styled(
              "number \(number): \(expected) was said elsewhere meanwhile, “\(SafeText.line(other.text))”",
              .careful))
        }
        try askParts(of: number, &one, journal)
      }
    } catch let left as Left {
      return left.outcome
    }
  }

  private func askParts(
    of number: Int, _ one: inout InvestigationDesk.Case, _ journal: Journal
  ) throws {
    while let part = one.state.part(openOf: number) {
      switch part {
      case .sure:
        try desk.keep([(.weighed(number, try sure()), nil)], of: &one, with: journal)
      case .expected:
        try desk.keep([(.expected(number), try line("    what would you see?> "))], of: &one, with: journal)
      case .refutable:
        try desk.keep(
          [(.refutable(number), try line("    what would rule it out?> "))], of: &one, with: journal)
      }
    }
  }

  private func sure() throws -> Int? {
    while true {
      let text = try line("    sure? 0-100> ")
      if text.isEmpty { return nil }
      if let percent = try? InvestigationOptions.percent(text) { return percent }
      let hint = "a whole number from 0 to 100; Enter leaves it out"
      guard dialogue.isTerminal else {
        throw UsageError(
          "\"\(SafeText.line(text))\" does not say how sure; what came before it is kept, and nothing behind it was read",
          hint: hint)
      }
      session.console.note(Styled(hint))
    }
  }

  private func line(_ prompt: String) throws -> String {
    switch dialogue.ask(Styled(prompt, .quiet)) {
    case .interrupted: throw Left(outcome: .interrupted)
    case .ended where dialogue.isTerminal: throw Left(outcome: .ended)
    case .ended: return ""
    case .text(let text): return InvestigationDesk.clean(text)
    }
  }

  // MARK: With flags

  /// Hypotheses that were given whole, or the rest of one that is there.
  func take(_ thoughts: [InvestigationOptions.Thought], number: Int?, of one: inout InvestigationDesk.Case)
    throws
  {
    for thought in thoughts {
      try desk.keep(of: &one) { state in try Self.steps(thought, number: number, state) }
    }
  }

  private static func steps(
    _ thought: InvestigationOptions.Thought, number: Int?, _ state: Investigation
  ) throws -> [InvestigationDesk.Step] {
    guard thought.text.isEmpty else {
      let target = state.nextNumber
      // What was not given is passed over: nobody is asked for it later.
      return [
        (.supposed(target), thought.text), (.weighed(target, thought.sure), nil),
        (.expected(target), thought.expected), (.refutable(target), thought.refutable),
      ]
    }
    guard let target = number ?? state.hypotheses.last?.number, state.hypothesis(target) != nil else {
      throw UsageError(
        number.map { "there is no hypothesis \($0)" }
          ?? "--sure and the like need their --hypothesis before them")
    }
    var steps: [InvestigationDesk.Step] = []
    if let sure = thought.sure { steps.append((.weighed(target, sure), nil)) }
    if let text = thought.expected { steps.append((.expected(target), text)) }
    if let text = thought.refutable { steps.append((.refutable(target), text)) }
    return steps
  }
}
