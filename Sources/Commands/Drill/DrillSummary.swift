internal import Recall
internal import Writing

/// The figures of many drills as text and as JSON.
struct DrillSummary {
  let figures: DrillFigures

  /// Names with what stands behind them; none where there was no drill.
  var lines: [(name: String, value: String)] {
    guard figures.count > 0 else { return [] }
    var led = "led in \(figures.found)"
    if let steps = figures.stepsUntilFound { led += ", after \(Self.tenths(steps)) steps" }
    var lines = [
      ("drills", "\(figures.count): first in \(figures.first), in three \(figures.inThree), \(led)")
    ]
    if let bias = figures.bias, let start = figures.brierAtStart, let end = figures.brierAtEnd {
      let points = Int(bias.rounded())
      let verdict =
        points == 0
        ? "neither too sure nor too shy" : "\(abs(points)) points too \(points > 0 ? "sure" : "shy")"
      let briers = "Brier \(DrillScreen.decimal(start)) → \(DrillScreen.decimal(end))"
      lines.append(("confidence in drills", "\(verdict), \(briers) (n = \(figures.sureCount))"))
    }
    return lines
  }

  var json: JSON {
    .object([
      ("n", .int(figures.count)), ("first", .int(figures.first)), ("firstThree", .int(figures.inThree)),
      ("led", .int(figures.found)), ("stepsUntilLed", Self.number(figures.stepsUntilFound)),
      ("start", Self.number(figures.start)), ("end", Self.number(figures.end)),
      ("brierStart", Self.number(figures.brierAtStart)), ("brierEnd", Self.number(figures.brierAtEnd)),
      ("bias", Self.number(figures.bias.map { $0 / 100 })),
      ("biasN", .int(figures.sureCount)),
    ])
  }

  /// What a sum of fractions leaves behind its fourth place means nothing.
  static func number(_ value: Double?) -> JSON { JSON(value.map { ($0 * 10_000).rounded() / 10_000 }) }

  private static func tenths(_ value: Double) -> String {
    let number = Int((value * 10).rounded())
    return "\(number / 10).\(number % 10)"
  }
}
