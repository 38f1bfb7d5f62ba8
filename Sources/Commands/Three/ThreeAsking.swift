internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// Asks for the three, one by one. Each answer is on the disk before the next question, so that whatever ends the
/// program, the next time goes on where it was.
struct ThreeAsking {
  static let places = 1...3

  let session: Session
  let decisions: ProjectDecisions

  enum Outcome {
    case told([ToldDecision])
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D.
    case ended
  }

  private struct Left: Error {
    let outcome: Outcome
  }

  private var isTerminal: Bool { session.world.dialogue.isTerminal }
  private var project: Int? { decisions.project?.id }

  func run() throws -> Outcome {
    do {
      return .told(try ask())
    } catch let left as Left {
      return left.outcome
    }
  }

  private func ask() throws -> [ToldDecision] {
    let store = decisions.database.three
    let known = try store.unfinished(project: project)
    if !known.isEmpty, isTerminal {
      session.console.note(Styled("going on with what you began; it was all kept", .careful))
    }
    var told: [ToldDecision] = []
    for number in Self.places {
      var place = known[number] ?? ThreeStore.Place()
      if let said = place.decision, !said.isEmpty, isTerminal {
        CardView.body("\(number)> \(said)", session, role: .quiet)
      }
      if place.decision == nil {
        place.decision = try line("\(number)> ")
        try store.keep(place, at: number, project: project)
      }
      guard let decision = place.decision, !decision.isEmpty else { continue }
      if place.confidence == nil {
        switch ConfidencePrompt.ask(session) {
        case .interrupted: throw Left(outcome: .interrupted)
        case .given(let value): place.confidence = .some(value)
        }
        try store.keep(place, at: number, project: project)
      }
      if place.why == nil {
        place.why = try line("   why> ")
        try store.keep(place, at: number, project: project)
      }
      if place.price == nil {
        place.price = try line("   price> ")
        try store.keep(place, at: number, project: project)
      }
      told.append(
        ToldDecision(
          decision: decision, why: place.why ?? "", price: place.price ?? "",
          confidence: place.confidence ?? nil))
    }
    return told
  }

  /// What a script no longer says is passed over.
  private func line(_ prompt: String) throws -> String {
    switch session.world.dialogue.ask(Styled(prompt, .quiet)) {
    case .interrupted: throw Left(outcome: .interrupted)
    case .ended where isTerminal: throw Left(outcome: .ended)
    case .ended: return ""
    case .text(let text): return Self.clean(text)
    }
  }

  static func clean(_ text: String) -> String { text.asTyped.trimmed }
}

/// How sure somebody is, before anything is shown.
enum ConfidencePrompt {
  enum Answer {
    /// Nil where it was left out.
    case given(Int?)
    case interrupted
  }

  static func ask(_ session: Session) -> Answer {
    while true {
      switch session.world.dialogue.key(Styled("sure? 0-9 > ", .quiet)) {
      case .interrupted: return .interrupted
      case .ended: return .given(nil)
      case .text(let key):
        if key.isEmpty { return .given(nil) }
        if let digit = Int(key), (0...9).contains(digit) { return .given((digit * 100 + 4) / 9) }
        session.console.note("0 for a guess to 9 for certain; Enter leaves it out")
      }
    }
  }
}
