package import Recall

/// A card as matching sees it: known from before, or just read.
package struct Likeable: Equatable, Sendable {
  package let kind: CardKind
  /// Without what only says where it stands.
  package let prompt: String
  package let answer: String
  package let place: [String]
  /// Known cards only: the file said it no longer when it was read last.
  package let isGone: Bool

  package init(kind: CardKind, prompt: String, answer: String, place: [String], isGone: Bool = false) {
    self.kind = kind
    // The cards of a decision stand nowhere but in it; what stands above them is only its title.
    self.place = kind.isOfDecision ? [] : place
    self.prompt = Topic.removed(from: prompt, of: kind, below: self.place)
    self.answer = answer
    self.isGone = isGone
  }

  package init(_ draft: Draft) {
    self.init(kind: draft.kind, prompt: draft.prompt, answer: draft.answer, place: draft.place)
  }
}

/// Finds known cards again among what files say now. See decision 0011.
///
/// Two mistakes are possible, and they are not alike: to lose a card's history hurts once, to give it to another
/// card is a lie for ever. So where the evidence is thin, a card counts as new.
package struct Matcher {
  /// The steps, the surest first. Whoever matches several files takes each step in all of them before the next, so
  /// that weak evidence in one file never takes a card for which there is strong evidence in another.
  package enum Step: CaseIterable, Sendable {
    case sameContent, samePrompt, nearPrompt, sameAnswer, likeness
  }

  package typealias Match = (draft: Int, known: Int)

  private let known: [Likeable]
  private let drafts: [Likeable]
  private let sameFile: Bool
  private let others: [Likeable]
  private var freeKnown: [Int]
  private var freeDrafts: [Int]
  private var evidence: Evidence?

  /// `sameFile` is true for the cards of the file itself, where standing in the same place is evidence; it is
  /// false for cards that come from elsewhere, where only their words are. `others` are the cards around them that
  /// are not in question: they tell which words are common here.
  package init(known: [Likeable], drafts: [Likeable], sameFile: Bool, others: [Likeable] = []) {
    self.known = known
    self.drafts = drafts
    self.sameFile = sameFile
    self.others = others
    freeKnown = Array(known.indices)
    freeDrafts = Array(drafts.indices)
  }

  /// Both sides of what this step finds are settled and out of question for the next.
  package mutating func take(_ step: Step) -> [Match] {
    guard !freeKnown.isEmpty, !freeDrafts.isEmpty else { return [] }
    let matches: [Match]
    switch step {
    case .sameContent:
      let placed = Self.sameContent(known, freeKnown, drafts, freeDrafts, samePlace: true)
      settle(placed)
      matches = placed + Self.sameContent(known, freeKnown, drafts, freeDrafts, samePlace: false)
    case .samePrompt: matches = weighed(.samePrompt)
    case .nearPrompt: matches = weighed(.nearPrompt)
    case .sameAnswer: matches = weighed(.sameAnswer)
    case .likeness: matches = weighed(.likeness)
    }
    settle(matches)
    return matches
  }

  /// Takes what somebody else settled out of question.
  package mutating func forget(known: Set<Int>, drafts: Set<Int>) {
    if !known.isEmpty { freeKnown.removeAll { known.contains($0) } }
    if !drafts.isEmpty { freeDrafts.removeAll { drafts.contains($0) } }
  }

  /// All steps for one file by itself: for each draft the index of the known card that it is, or nil.
  package static func match(known: [Likeable], drafts: [Likeable]) -> [Int?] {
    var matcher = Matcher(known: known, drafts: drafts, sameFile: true)
    var result = [Int?](repeating: nil, count: drafts.count)
    for step in Step.allCases {
      for match in matcher.take(step) { result[match.draft] = match.known }
    }
    return result
  }

  private mutating func settle(_ matches: [Match]) {
    forget(known: Set(matches.map(\.known)), drafts: Set(matches.map(\.draft)))
  }

  private mutating func weighed(_ round: Evidence.Round) -> [Match] {
    let evidence = self.evidence ?? Evidence(known: known, drafts: drafts, sameFile: sameFile, others: others)
    self.evidence = evidence
    return evidence.pairs(freeKnown, freeDrafts, round)
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
  ) -> [Match] {
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
