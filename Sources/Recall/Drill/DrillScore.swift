/// How near a drill came to the cause, and when.
///
/// Several hypotheses can be the cause in different words. They count as one then, that has the sum of their confidence,
/// 100 at most, and the place that this sum gives it.
package struct DrillScore: Equatable, Sendable {
  /// How much confidence lay on the cause, before any evidence and after each step.
  package let confidences: [Int]
  /// The cause's place among the hypotheses, 1 for the first, at the same times; nil where it had none.
  package let places: [Int?]
  /// 0 is certain and right, 0.5 is silence, 1 is certain and wrong.
  package let briers: [Double]
  /// How many steps of evidence it took until the cause stood first with a confidence of 50 or more; nil for never.
  package let found: Int?
  /// How sure they were of their first hypothesis, before any evidence; nil without one.
  package let sure: Int?
  /// How many steps of evidence there were to look at.
  package let steps: Int

  /// From this confidence on, somebody would go and look there.
  package static let leading = 50

  /// `causes` are the places of the hypotheses that were the cause.
  package init(_ telling: DrillTelling, causes: Set<Int>, steps: Int) {
    confidences = telling.readings.map { Self.confidence($0, causes) }
    places = telling.readings.map { Self.place($0, causes) }
    briers = telling.readings.map { Self.brier($0, causes) }
    found =
      zip(places, confidences).enumerated().first {
        $0.element.0 == 1 && $0.element.1 >= Self.leading
      }?.offset
    sure = telling.ranking(0).first.map { telling.readings[0][$0] }
    self.steps = max(steps, telling.revealed)
  }

  // MARK: Figures of one drill

  package var wasFirst: Bool { (places.first ?? nil) == 1 }
  package var wasInThree: Bool { (places.first ?? nil).map { $0 <= 3 } ?? false }
  package var start: Int { confidences.first ?? 0 }
  package var end: Int { confidences.last ?? 0 }
  package var brierAtStart: Double { briers.first ?? Self.silence }
  package var brierAtEnd: Double { briers.last ?? Self.silence }

  private var lastPlace: Int? { places.last ?? nil }

  /// | grade | the cause |
  /// |---|---|
  /// | 5 | stood first with 50 or more before any evidence, and at the end |
  /// | 4 | stands first with 50 or more at the end, and was among the first three at the start or led by half of the evidence |
  /// | 3 | stands first at the end |
  /// | 2 | is among the first three at the end |
  /// | 1 | was thought of at some time |
  /// | 0 | was not thought of |
  ///
  /// Why, see decision 0036.
  package var grade: Grade {
    let value =
      if lastPlace == 1 {
        if end >= Self.leading {
          found == 0 ? 5 : wasInThree || found.map { 2 * $0 <= steps } == true ? 4 : 3
        } else {
          3
        }
      } else if let lastPlace, lastPlace <= 3 {
        2
      } else {
        places.contains { $0 != nil } ? 1 : 0
      }
    return Grade.all[value]
  }

  // MARK: Figures of one reading

  private static func confidence(_ reading: [Int], _ causes: Set<Int>) -> Int {
    min(100, reading.indices.reduce(0) { $0 + (causes.contains($1) ? reading[$1] : 0) })
  }

  private static func place(_ reading: [Int], _ causes: Set<Int>) -> Int? {
    let confidence = confidence(reading, causes)
    guard confidence > 0, let first = reading.indices.first(where: causes.contains) else { return nil }
    let before = reading.indices.count {
      !causes.contains($0) && (reading[$0] > confidence || (reading[$0] == confidence && $0 < first))
    }
    return before + 1
  }

  /// Nothing was said, so nothing was wrong: between right and sure of something else.
  private static let silence = 0.5

  /// Brier's sum over all causes that there could be, halved, so that it lies between 0 and 1.
  ///
  /// People do not make their numbers sum to 100, and are not asked to. Above 100 each is divided by the sum, since only
  /// one cause was the one. Below 100 the rest was kept back for what they did not think of: that is so much that no
  /// single cause of it gets a share worth counting. So it lowers what could be won and is no error by itself.
  private static func brier(_ reading: [Int], _ causes: Set<Int>) -> Double {
    let whole = Double(max(100, reading.reduce(0, +)))
    let right = reading.indices.reduce(0.0) { $0 + (causes.contains($1) ? Double(reading[$1]) / whole : 0) }
    let wrong = reading.indices.reduce(0.0) { sum, index in
      let share = Double(reading[index]) / whole
      return sum + (causes.contains(index) ? 0 : share * share)
    }
    return ((1 - right) * (1 - right) + wrong) / 2
  }
}
