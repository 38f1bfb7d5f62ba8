package import Recall

/// A card as matching sees it: known from before, or just read.
package struct Likeable: Equatable, Sendable {
  package let kind: CardKind
  package let prompt: String
  package let answer: String
  package let place: [String]
  /// Known cards only: the file said it no longer when it was read last.
  package let isGone: Bool

  package init(kind: CardKind, prompt: String, answer: String, place: [String], isGone: Bool = false) {
    self.kind = kind
    self.prompt = prompt
    self.answer = answer
    self.place = place
    self.isGone = isGone
  }

  package init(_ draft: Draft) {
    self.init(kind: draft.kind, prompt: draft.prompt, answer: draft.answer, place: draft.place)
  }
}

/// Finds known cards again among what a file says now. See decision 0011.
///
/// Two mistakes are possible, and they are not alike: to lose a card's history hurts once, to give it to another
/// card is a lie for ever. So where the evidence is thin, a card counts as new.
package enum Matcher {
  /// For each of `drafts` the index of the known card that it is, or nil.
  ///
  /// `sameFile` is true for the cards of the file itself, where standing in the same place is evidence; it is
  /// false for cards that come from elsewhere, where only their words are. `others` are the cards around them that
  /// are not in question: they tell which words are common here.
  package static func match(
    known: [Likeable], drafts: [Likeable], sameFile: Bool, onlySameContent: Bool = false,
    others: [Likeable] = []
  ) -> [Int?] {
    var result = [Int?](repeating: nil, count: drafts.count)
    var freeKnown = Array(known.indices)
    var freeDrafts = Array(drafts.indices)
    func take(_ pairs: [(draft: Int, known: Int)]) {
      guard !pairs.isEmpty else { return }
      for pair in pairs { result[pair.draft] = pair.known }
      let taken = Set(pairs.map(\.known))
      freeKnown.removeAll { taken.contains($0) }
      freeDrafts.removeAll { result[$0] != nil }
    }

    take(sameContent(known, freeKnown, drafts, freeDrafts, samePlace: true))
    take(sameContent(known, freeKnown, drafts, freeDrafts, samePlace: false))
    guard !onlySameContent, !freeKnown.isEmpty, !freeDrafts.isEmpty else { return result }

    let evidence = Evidence(known: known, drafts: drafts, sameFile: sameFile, others: others)
    for round in Evidence.Round.allCases {
      guard !freeKnown.isEmpty, !freeDrafts.isEmpty else { break }
      take(evidence.pairs(freeKnown, freeDrafts, round))
    }
    return result
  }

  private struct Content: Hashable {
    let kind: CardKind
    let prompt: String
    let answer: String
    let place: [String]?
  }

  /// Cards that say the same. Living ones come before those that had gone.
  private static func sameContent(
    _ known: [Likeable], _ freeKnown: [Int], _ drafts: [Likeable], _ freeDrafts: [Int], samePlace: Bool
  ) -> [(draft: Int, known: Int)] {
    func content(_ card: Likeable) -> Content {
      Content(kind: card.kind, prompt: card.prompt, answer: card.answer, place: samePlace ? card.place : nil)
    }
    var waiting: [Content: [Int]] = [:]
    for index in freeKnown.reversed() where known[index].isGone {
      waiting[content(known[index]), default: []].append(index)
    }
    for index in freeKnown.reversed() where !known[index].isGone {
      waiting[content(known[index]), default: []].append(index)
    }
    return freeDrafts.compactMap { draft in
      waiting[content(drafts[draft])]?.popLast().map { (draft, $0) }
    }
  }
}
