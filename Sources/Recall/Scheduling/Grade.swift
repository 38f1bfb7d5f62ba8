/// How well an answer went, 0 to 5, as SM-2 defines it.
package struct Grade: Hashable, Comparable, Sendable {
  package let value: Int

  package init?(_ value: Int) {
    guard (0...5).contains(value) else { return nil }
    self.value = value
  }

  private init(known value: Int) {
    self.value = value
  }

  package static let all = (0...5).map(Grade.init(known:))

  /// 3 and up: the answer came, with whatever effort.
  package var isRecalled: Bool { value >= 3 }

  /// Below 4 a card comes again on the same day, until it scores 4.
  package var asksAgainToday: Bool { value < 4 }

  package static func < (left: Grade, right: Grade) -> Bool { left.value < right.value }
}
