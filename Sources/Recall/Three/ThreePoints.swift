/// What somebody said of one decision, without looking. What was passed over is empty.
package struct ToldDecision: Equatable, Sendable {
  package var decision: String
  package var why: String
  package var price: String
  /// How sure they were, from 0 to 100, before anything was shown.
  package var confidence: Int?

  package init(decision: String, why: String = "", price: String = "", confidence: Int? = nil) {
    self.decision = decision
    self.why = why
    self.price = price
    self.confidence = confidence
  }
}

/// How well one decision was recalled: its name, its reason and its price, 0 to 2 each.
package struct ThreePoints: Equatable, Sendable {
  package var named: Int
  package var why: Int
  package var price: Int

  package init(named: Int, why: Int, price: Int) {
    self.named = min(max(named, 0), 2)
    self.why = min(max(why, 0), 2)
    self.price = min(max(price, 0), 2)
  }

  package static let none = ThreePoints(named: 0, why: 0, price: 0)
  /// All that one decision can give.
  package static let most = 6

  package var sum: Int { named + why + price }
}

/// All points of a session, and the grade that they are.
package enum ThreeScore {
  /// How many points there were to have: six for each key decision, but for three at most, since no more were asked for.
  /// Where nothing is marked as key, three were asked for all the same.
  package static func most(keys: Int) -> Int {
    ThreePoints.most * (keys == 0 ? 3 : min(3, keys))
  }

  /// The three that were recalled best. Whoever marked five decisions as key could not name more than three of them.
  package static func sum(_ points: [ThreePoints]) -> Int {
    points.map(\.sum).sorted(by: >).prefix(3).reduce(0, +)
  }

  /// Of 18 points, and of 6 or 12 in the same shares:
  ///
  /// | points | grade | what it means |
  /// |---|---|---|
  /// | 16 to 18 | 5 | next to nothing was missing |
  /// | 12 to 15 | 4 | two thirds: the names, and most of the reasons |
  /// | 9 to 11 | 3 | half of it; the interval grows slowly |
  /// | 6 to 8 | 2 | a third: back to a week |
  /// | 1 to 5 | 1 | |
  /// | 0 | 0 | |
  ///
  /// The first time is 4 at most, so that the second comes after a week however well it went.
  package static func grade(_ points: Int, of most: Int, isFirst: Bool = false) -> Grade {
    guard points > 0, most > 0 else { return Grade.all[0] }
    let share = points * 18
    let value =
      share >= 16 * most ? 5 : share >= 12 * most ? 4 : share >= 9 * most ? 3 : share >= 6 * most ? 2 : 1
    return Grade.all[isFirst ? min(value, 4) : value]
  }
}

/// How the points of one decision went over time.
package enum ThreeTrend: String, Equatable, Sendable {
  case new, steady, better, fading

  /// Fading is what lost points against the time before, or was missed twice in a row.
  package init(_ sums: [Int]) {
    guard let last = sums.last, sums.count > 1 else {
      self = .new
      return
    }
    let before = sums[sums.count - 2]
    if last < before || last == 0 {
      self = .fading
    } else {
      self = last > before ? .better : .steady
    }
  }
}
