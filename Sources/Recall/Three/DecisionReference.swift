/// What a decision is laid beside: the words of its record, or what its owner said of it before.
package struct DecisionReference: Equatable, Sendable {
  package let title: String
  /// Answers to what was decided, why, and at what price. Each may stand for itself.
  package let what: [String]
  package let why: [String]
  package let price: [String]

  package init(title: String, what: [String] = [], why: [String] = [], price: [String] = []) {
    self.title = title
    self.what = what
    self.why = why
    self.price = price
  }
}

/// Compares what was told with what is written. Offline, the same every time, and only a proposal.
package enum DecisionComparison {
  /// How far these few words name this decision, 0 to 5. Either the words cover its title or what it says, or the
  /// title and what it says hold all of the words: `outbox` is a name for "Publish events through an outbox".
  package static func likeness(_ said: String, _ reference: DecisionReference) -> Int {
    let terms = Terms.clauses(said).flatMap { $0 }
    let isTelling = terms.contains { term in
      guard case .word(let word) = term.kind else { return true }
      return !Language.light.contains(word)
    }
    guard isTelling else { return 0 }
    let covering = ([reference.title] + reference.what).map { Marking(prompt: "", answer: $0, said: said) }
    let all = ([reference.title] + reference.what).joined(separator: "\n")
    let held = Marking(prompt: "", answer: said, said: all)
    return (covering + [held]).compactMap { $0.suggestion?.value }.max() ?? 0
  }

  /// From this likeness on the two are taken for the same.
  package static let same = 3

  /// For each reference the place of what was told of it, or nil. Each is told once: the likest pair first, and of
  /// pairs as like the one whose reason agrees better, then the one that stands first. A key word counts where no other
  /// of the `titles` has it; those of the references, where none are given.
  package static func pairs(
    _ told: [ToldDecision], _ references: [DecisionReference], titles: [String]? = nil
  ) -> [Int?] {
    let keys = TitleKeys(titles ?? references.map(\.title))
    var pairs: [(told: Int, reference: Int, likeness: Int)] = []
    for (index, one) in told.enumerated() {
      for (number, reference) in references.enumerated() {
        let likeness = max(likeness(one.decision, reference), keys.likeness(one.decision, reference.title))
        guard likeness >= same else { continue }
        let reason = grade(one.why, reference.why, about: reference.title)
        pairs.append((index, number, likeness * 10 + reason))
      }
    }
    pairs.sort { ($1.likeness, $0.told, $0.reference) < ($0.likeness, $1.told, $1.reference) }
    var result = [Int?](repeating: nil, count: references.count)
    for pair in pairs where result[pair.reference] == nil && !result.contains(pair.told) {
      result[pair.reference] = pair.told
    }
    return result
  }

  /// What is proposed: 2 for what agrees well (the quiz's 4 and 5), 1 for some of it (2 and 3), 0 for the rest. A name
  /// that led to the decision is worth 1 at least. Where nothing is written to lay it beside, nobody but the person can
  /// tell what it is worth: something said is proposed as 1.
  package static func points(
    _ told: ToldDecision, _ reference: DecisionReference, titles: [String] = []
  ) -> ThreePoints {
    let byKey = TitleKeys(titles).likeness(told.decision, reference.title)
    return ThreePoints(
      named: max(max(likeness(told.decision, reference), byKey) / 2, 1),
      why: points(told.why, reference.why, about: reference.title),
      price: points(told.price, reference.price, about: reference.title))
  }

  /// What is new has nothing that it could be laid beside.
  package static func points(new told: ToldDecision) -> ThreePoints {
    ThreePoints(named: 2, why: told.why.isBlank ? 0 : 2, price: told.price.isBlank ? 0 : 2)
  }

  private static func points(_ said: String, _ written: [String], about title: String) -> Int {
    if said.isBlank { return 0 }
    return written.isEmpty ? 1 : grade(said, written, about: title) / 2
  }

  /// The best that was said to one of the answers, or to all of them together.
  private static func grade(_ said: String, _ written: [String], about title: String) -> Int {
    let all = written.count > 1 ? written + [written.joined(separator: "\n")] : written
    return all.compactMap { Marking(prompt: title, answer: $0, said: said).suggestion?.value }.max() ?? 0
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
