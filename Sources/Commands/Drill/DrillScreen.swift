internal import Recall
internal import Storage
internal import Terminal

/// What a drill shows. Plain lines, one below the other, and of the answer only what was asked for.
struct DrillScreen {
  let session: Session
  let card: Card
  let answer: DrillAnswer

  private var console: Console { session.console }
  private var isTerminal: Bool { session.world.dialogue.isTerminal }

  func head() {
    let steps = answer.evidence.count
    let evidence = steps == 0 ? "" : " · \(steps) step\(steps == 1 ? "" : "s") of evidence"
    let line = "\(SafeText.line(card.deck)) · drill · \(card.tier.rawValue)\(evidence)"
    CardView.body(line, session, role: .quiet, indent: 0)
    CardView.body(DrillQuestion.symptom(in: card.text.prompt), session, role: .strong)
    console.line()
  }

  /// What led to where it stands.
  func begin(_ run: DrillRun) {
    guard !run.lines.isEmpty else {
      if isTerminal {
        CardView.body(
          "What could it be? Wrong is fine. Up to \(DrillRun.mostAtFirst), the likeliest first; an empty line ends, ? if nothing comes to mind.",
          session, role: .quiet, indent: 0)
      }
      return
    }
    if isTerminal { console.note(Styled("going on with what you began; it was all kept", .careful)) }
    for step in 0..<run.telling.revealed { evidence(step, isFirst: step == 0) }
    if run.asking == .hypothesis || run.asking == .sure {
      for (index, text) in run.telling.hypotheses.enumerated() {
        let sure = index < run.telling.now.count ? "  \(run.telling.now[index])" : ""
        CardView.body("\(index + 1)> \(text)\(sure)", session, role: .quiet, indent: 0)
      }
    } else {
      hypotheses(run)
    }
    if run.asking == .cause || run.asking == .over { cause(run) }
  }

  /// What a move brought.
  func change(from before: DrillRun, to run: DrillRun) {
    if run.telling.revealed > before.telling.revealed {
      evidence(run.telling.revealed - 1)
      hypotheses(run)
      if run.telling.revealed == 1, isTerminal { keys() }
    } else if run.telling.revealed > 0, run.telling != before.telling, run.asking == .reweigh {
      hypotheses(run)
    }
    let isTold = before.asking == .cause || before.asking == .over
    if !isTold, run.asking == .cause || run.asking == .over { cause(run) }
  }

  private func evidence(_ step: Int, isFirst: Bool = false) {
    guard answer.evidence.indices.contains(step) else { return }
    if !isFirst { console.line() }
    CardView.body("\(step + 1) of \(answer.evidence.count)  \(answer.evidence[step])", session)
  }

  private func hypotheses(_ run: DrillRun) {
    for (index, text) in run.telling.hypotheses.enumerated() {
      let sure = index < run.telling.now.count ? "\(run.telling.now[index])" : ""
      let margin = "   \(index + 1)  \(DisplayWidth.padded(sure, to: 3, rightAligned: true))  "
      let lines = DisplayWidth.wrapped(SafeText.line(text), to: console.columns - margin.count)
      for (number, line) in lines.enumerated() {
        let start = number == 0 ? margin : String(repeating: " ", count: margin.count)
        console.line(Styled(start, .quiet) + Styled(line))
      }
    }
  }

  private func keys() {
    CardView.body(
      "Enter keeps it · 1=20 changes one · words add one · \(DrillRun.solve) tells the cause",
      session, role: .quiet, indent: 0)
  }

  /// What it was, and what could have been seen besides where somebody went to the end early.
  private func cause(_ run: DrillRun) {
    console.line()
    CardView.body("It was:", session, role: .quiet)
    CardView.body(answer.cause, session, indent: 3)
    let rest = answer.evidence.dropFirst(run.telling.revealed)
    if !rest.isEmpty {
      CardView.body("What else could be seen:", session, role: .quiet)
      for text in rest { CardView.body("- " + text, session, indent: 3) }
    }
    CardView.body(CardView.source(card, session), session, role: .quiet, indent: 3)
    if run.asking == .cause {
      console.line()
      hypotheses(run)
    }
  }

  func score(_ score: DrillScore) {
    let sure = score.confidences.map(String.init).joined(separator: " · ")
    console.line()
    var place = "not among them this time; now you have seen one"
    if score.wasFirst {
      place = "first from the start"
    } else if score.wasInThree {
      place = "among the first three from the start"
    } else if score.places.contains(where: { $0 != nil }) {
      place = "found on the way"
    }
    CardView.body("The cause was \(place).", session, role: .strong)
    if score.confidences.contains(where: { $0 > 0 }) {
      CardView.body("confidence on it: \(sure)\(Self.led(score).map { ", led \($0)" } ?? "")", session)
    }
    let briers = [score.brierAtStart, score.brierAtEnd].map { Self.decimal($0) }
    CardView.body("Brier \(briers[0]) at the start, \(briers[1]) at the end (0 is sure and right)", session)
  }

  private static func led(_ score: DrillScore) -> String? {
    score.found.map { $0 == 0 ? "from the start" : "after step \($0)" }
  }

  /// Two places, without a locale.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
