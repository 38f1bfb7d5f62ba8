/// How much of a thing its owner means to hold in their own head.
package enum Tier: String, CaseIterable, Sendable, Comparable {
  /// Own the thinking: asked first.
  case core
  /// Can be reproduced from memory: asked after core.
  case repeatable
  /// Use and forget: kept, searchable, never scheduled.
  case transient

  /// Where it stands in a day's order; also how storage keeps it.
  package var rank: Int {
    switch self {
    case .core: 0
    case .repeatable: 1
    case .transient: 2
    }
  }

  package init?(rank: Int) {
    guard let tier = Tier.allCases.first(where: { $0.rank == rank }) else { return nil }
    self = tier
  }

  package static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
}
