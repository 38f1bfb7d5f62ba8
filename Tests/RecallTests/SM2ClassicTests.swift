import Recall
import Testing

/// The rows of the published algorithm, worked out by hand.
@Suite struct SM2ClassicTests {
  struct Row: Equatable, CustomStringConvertible {
    let interval: Int
    let ease: Double
    let repetition: Int
    let again: Bool

    var description: String { "(\(interval), \(ease), \(repetition), \(again ? "yes" : "no"))" }
  }

  @Test(arguments: [
    (
      [5, 4, 2, 4, 3, 4, 2, 0, 0],
      [
        Row(interval: 1, ease: 2.6, repetition: 1, again: false),
        Row(interval: 6, ease: 2.6, repetition: 2, again: false),
        Row(interval: 1, ease: 2.6, repetition: 0, again: true),
        Row(interval: 1, ease: 2.6, repetition: 1, again: false),
        Row(interval: 6, ease: 2.46, repetition: 2, again: true),
        Row(interval: 15, ease: 2.46, repetition: 3, again: false),
        Row(interval: 1, ease: 2.46, repetition: 0, again: true),
        Row(interval: 1, ease: 2.46, repetition: 0, again: true),
        Row(interval: 1, ease: 2.46, repetition: 0, again: true),
      ]
    ),
    (
      [4, 0, 4, 5, 1, 3],
      [
        Row(interval: 1, ease: 2.5, repetition: 1, again: false),
        Row(interval: 1, ease: 2.5, repetition: 0, again: true),
        Row(interval: 1, ease: 2.5, repetition: 1, again: false),
        Row(interval: 6, ease: 2.6, repetition: 2, again: false),
        Row(interval: 1, ease: 2.6, repetition: 0, again: true),
        Row(interval: 1, ease: 2.46, repetition: 1, again: true),
      ]
    ),
    ([0, 0, 2], Array(repeating: Row(interval: 1, ease: 2.5, repetition: 0, again: true), count: 3)),
  ])
  func goldenRows(grades: [Int], rows: [Row]) {
    let answers = simulate(grades.compactMap { Grade($0) }, with: SM2Classic())
    #expect(
      answers.map {
        Row(interval: $0.interval, ease: $0.ease, repetition: $0.repetition, again: $0.repeatToday)
      } == rows)
  }

  @Test func easeNeverFallsBelowItsFloor() {
    let grades = Array(repeating: 3, count: 40).compactMap { Grade($0) }
    #expect(simulate(grades, with: SM2Classic()).map(\.ease).min() == 1.3)
  }

  @Test func aLifetimeOfFivesDoesNotOverflow() {
    let grades = Array(repeating: 5, count: 500).compactMap { Grade($0) }
    let intervals = simulate(grades, with: SM2Classic()).map(\.interval)
    #expect(intervals == intervals.sorted())
    #expect((intervals.last ?? 0) < Int(Int32.max))
  }
}
