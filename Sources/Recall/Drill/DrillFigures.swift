/// What many drills say together. Nil where there is nothing to say it from.
package struct DrillFigures: Equatable, Sendable {
  package let count: Int
  /// How often the cause stood first before any evidence, and how often among the first three.
  package let first: Int
  package let inThree: Int
  /// How often it led at some time, and after how many steps of evidence on average.
  package let found: Int
  package let stepsUntilFound: Double?
  /// Confidence on the cause, from 0 to 100, on average.
  package let start: Double?
  package let end: Double?
  package let brierAtStart: Double?
  package let brierAtEnd: Double?
  /// How sure people were of their first hypothesis, less how often it was right, in points of 100: above 0 is too sure.
  /// Drills without a hypothesis say nothing of it, so it has a number of its own.
  package let bias: Double?
  package let sureCount: Int

  package init(_ scores: [DrillScore]) {
    count = scores.count
    first = scores.count(where: \.wasFirst)
    inThree = scores.count(where: \.wasInThree)
    let steps = scores.compactMap(\.found)
    found = steps.count
    stepsUntilFound = Self.mean(steps.map(Double.init))
    start = Self.mean(scores.map { Double($0.start) })
    end = Self.mean(scores.map { Double($0.end) })
    brierAtStart = Self.mean(scores.map(\.brierAtStart))
    brierAtEnd = Self.mean(scores.map(\.brierAtEnd))
    let sure = scores.filter { $0.sure != nil }
    sureCount = sure.count
    bias = Self.mean(sure.map { Double($0.sure ?? 0) - ($0.wasFirst ? 100 : 0) })
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
