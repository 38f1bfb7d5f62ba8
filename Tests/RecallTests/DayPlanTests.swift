import Recall
import TestSupport
import Testing

@Suite struct DayPlanTests {
  private func candidates(seed: UInt64, count: Int = 60) -> [Candidate] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      Candidate(
        card: number, deck: Int.random(in: 0..<4, using: &random),
        tier: Bool.random(using: &random) ? .core : .repeatable,
        section: Int.random(in: 0..<40, using: &random),
        due: Bool.random(using: &random) ? Day(Int.random(in: 0..<9, using: &random)) : nil)
    }
  }

  @Test func siblingsDoNotComeOnOneDay() {
    var choice = DayChoice(room: 100, sections: [3], keepsSiblingsApart: true)
    candidates(seed: 1).forEach { choice.offer($0) }
    let sections = choice.taken.map(\.section)
    #expect(Set(sections).count == sections.count)
    #expect(!sections.contains(3))
  }

  @Test func siblingsMayComeTogetherWhenAskedFor() {
    var choice = DayChoice(room: 100, sections: [3], keepsSiblingsApart: false)
    candidates(seed: 1).forEach { choice.offer($0) }
    #expect(choice.taken.count == 60)
  }

  @Test func transientIsNeverChosen() {
    var choice = DayChoice(room: 1, sections: [], keepsSiblingsApart: true)
    choice.offer(Candidate(card: 1, deck: 1, tier: .transient, section: 1, due: nil))
    #expect(choice.taken.isEmpty)
  }

  /// A day that is broken off after any number of answers goes on with the card that would have come anyway.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func theOrderOfADayIsTheSameHoweverOftenItIsTakenUp(seed: UInt64) {
    let all = candidates(seed: seed)
    let order = DayOrder.arrange(all, day: Day(5), after: nil)
    #expect(order.count == all.count)
    var left = order
    var previous: Int?
    while let next = left.first {
      let again = DayOrder.arrange(left.shuffled(), day: Day(5), after: previous)
      #expect(again == left)
      previous = next.deck
      left.removeFirst()
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func coreComesFirstAndDecksAlternate(seed: UInt64) {
    let order = DayOrder.arrange(candidates(seed: seed), day: Day(5), after: nil)
    #expect(order.map(\.tier) == order.map(\.tier).sorted())
    for (first, second) in zip(order, order.dropFirst()) where first.deck == second.deck {
      // Twice in a row only when no other deck has anything left in this tier.
      let rest = order.drop { $0 != second }.filter { $0.tier == second.tier }
      #expect(Set(rest.map(\.deck)).count == 1)
    }
  }

  @Test func anotherDayHasAnotherOrder() {
    let due = candidates(seed: 4).filter { !$0.isNew }
    #expect(
      DayOrder.arrange(due, day: Day(5), after: nil) != DayOrder.arrange(due, day: Day(6), after: nil))
  }
}
