/// Where a card stands, told from its schedule. One word, the one that matters most.
package enum CardState: String, CaseIterable, Sendable {
  case new
  case learning
  case mature
  case suspended
  case retired

  /// From this interval on a card counts as known for good, until it lapses.
  package static let matureInterval = 21

  package init(retired: Bool, suspended: Bool, interval: Int?) {
    if retired {
      self = .retired
    } else if suspended {
      self = .suspended
    } else if let interval {
      self = interval >= Self.matureInterval ? .mature : .learning
    } else {
      self = .new
    }
  }
}
