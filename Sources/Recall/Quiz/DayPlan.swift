/// A card that could be asked today, with just what its place in the day depends on.
package struct Candidate: Sendable, Equatable {
  /// Storage's number of the card.
  package let card: Int
  package let deck: Int
  package let tier: Tier
  /// Cards of one section are siblings: they share this and do not come on one day.
  package let section: Int
  /// Nil for a card that was never asked.
  package let due: Day?

  package init(card: Int, deck: Int, tier: Tier, section: Int, due: Day?) {
    self.card = card
    self.deck = deck
    self.tier = tier
    self.section = section
    self.due = due
  }

  package var isNew: Bool { due == nil }
}

/// How much a day may hold.
package struct DayLimits: Sendable, Equatable {
  package var new: Int
  package var reviews: Int
  package var keepsSiblingsApart: Bool

  package init(new: Int, reviews: Int, keepsSiblingsApart: Bool) {
    self.new = new
    self.reviews = reviews
    self.keepsSiblingsApart = keepsSiblingsApart
  }
}

/// Chooses the day's cards, one candidate at a time, in the order of their claim: core before repeatable,
/// then the longest due.
///
/// The choice can be made again at any moment of the day with the same result: what was answered today has
/// used up its part of the limits and blocks its siblings just as it did while it was waiting.
package struct DayChoice: Sendable {
  package private(set) var taken: [Candidate] = []
  private var room: Int
  private var sections: Set<Int>
  private let keepsSiblingsApart: Bool

  package init(room: Int, sections: Set<Int>, keepsSiblingsApart: Bool) {
    self.room = room
    self.sections = sections
    self.keepsSiblingsApart = keepsSiblingsApart
  }

  package var isFull: Bool { room <= 0 }

  /// The sections that today's cards stand in so far.
  package var blockedSections: Set<Int> { sections }

  package mutating func offer(_ candidate: Candidate) {
    guard !isFull, candidate.tier != .transient else { return }
    if keepsSiblingsApart {
      guard sections.insert(candidate.section).inserted else { return }
    }
    taken.append(candidate)
    room -= 1
  }
}

/// The order in which the chosen cards are asked.
package enum DayOrder {
  /// Core first. Within a tier the deck with the most cards left comes next, never twice in a row while another
  /// has any: decks alternate as evenly as their sizes allow. Within a deck what is due comes before what is
  /// new; due cards are shuffled by a number fixed for card and day, new ones keep their file's order.
  ///
  /// The next card depends only on what is left and on the deck that was asked last, so a day that is broken
  /// off and taken up again goes on as if nothing had happened.
  package static func arrange(_ candidates: [Candidate], day: Day, after lastDeck: Int?) -> [Candidate] {
    var order: [Candidate] = []
    order.reserveCapacity(candidates.count)
    var previous = lastDeck
    for tier in Tier.allCases {
      var decks = waiting(candidates.filter { $0.tier == tier }, day: day)
      while let index = nextDeck(decks, after: previous) {
        let card = decks[index].cards.removeLast()
        previous = card.deck
        order.append(card)
      }
    }
    return order
  }

  private struct Waiting {
    let deck: Int
    let key: UInt64
    /// The next one last.
    var cards: [Candidate]
  }

  private static func waiting(_ candidates: [Candidate], day: Day) -> [Waiting] {
    var byDeck: [Int: [(key: UInt64, candidate: Candidate)]] = [:]
    for candidate in candidates {
      byDeck[candidate.deck, default: []].append((key(candidate.card, day), candidate))
    }
    return byDeck.map { deck, cards in
      let sorted = cards.sorted { left, right in
        if left.candidate.isNew != right.candidate.isNew { return !left.candidate.isNew }
        if left.candidate.isNew { return left.candidate.card < right.candidate.card }
        return (left.key, left.candidate.card) < (right.key, right.candidate.card)
      }
      return Waiting(deck: deck, key: key(deck, day), cards: sorted.reversed().map(\.candidate))
    }
    .sorted { ($0.key, $0.deck) < ($1.key, $1.deck) }
  }

  private static func nextDeck(_ decks: [Waiting], after previous: Int?) -> Int? {
    var best: Int?
    var fallback: Int?
    for (index, waiting) in decks.enumerated() where !waiting.cards.isEmpty {
      if waiting.deck == previous {
        fallback = index
      } else if best.map({ waiting.cards.count > decks[$0].cards.count }) ?? true {
        best = index
      }
    }
    return best ?? fallback
  }

  private static func key(_ number: Int, _ day: Day) -> UInt64 {
    var hash = StableHash()
    hash.combine(number)
    hash.combine(day.number)
    return hash.mixed
  }
}
