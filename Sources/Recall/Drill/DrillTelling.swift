/// What somebody suspected in a drill, in the order in which they said it, and how sure they were of it step by step.
package struct DrillTelling: Equatable, Sendable {
  package var hypotheses: [String]
  /// How sure they were of each hypothesis, from 0 to 100: first before any evidence, then after each step of it. A
  /// reading is as long as there were hypotheses at that time, and never empty of readings altogether.
  package var readings: [[Int]]

  package init(hypotheses: [String] = [], readings: [[Int]] = [[]]) {
    self.hypotheses = hypotheses
    self.readings = readings.isEmpty ? [[]] : readings
  }

  /// The steps of evidence that were looked at.
  package var revealed: Int { readings.count - 1 }

  package var now: [Int] { readings.last ?? [] }

  /// The places of the hypotheses at a step, the likeliest first; of two as likely the one that was said first. What has
  /// nothing is ruled out and has no place.
  package func ranking(_ step: Int) -> [Int] {
    guard readings.indices.contains(step) else { return [] }
    return readings[step].enumerated().filter { $0.element > 0 }
      .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }.map(\.offset)
  }

  /// How sure they were of what they took for likeliest at the end; nil where they suspected nothing.
  package var sureAtTheEnd: Int? {
    ranking(revealed).first.map { now[$0] }
  }

  /// `stale cache: 60 10 0`, a line for each: what goes into the log as the answer.
  package var text: String {
    hypotheses.enumerated().map { index, text in
      let sure = readings.map { index < $0.count ? "\($0[index])" : "-" }
      return "\(text): \(sure.joined(separator: " "))"
    }.joined(separator: "\n")
  }
}
