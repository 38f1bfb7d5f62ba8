/// Lays a hypothesis beside the cause. Offline, the same every time, and only a proposal: the person decides.
package enum DrillMatch {
  /// From these grades of the quiz's comparison on the two are taken for the same. A guess is shorter than a cause, so to
  /// be held by it half of its words are not enough.
  private static let covers = 3
  private static let holds = 4

  /// Either the words cover what the cause says, or the cause holds all of the words: `pool too small` means "The pool
  /// of the new region was too small, so requests waited". What the symptom says already proves nothing.
  package static func isLikely(_ hypothesis: String, cause: String, symptom: String) -> Bool {
    let covering = Marking(prompt: symptom, answer: cause, said: hypothesis)
    let held = Marking(prompt: symptom, answer: hypothesis, said: cause)
    guard !(covering.points + held.points).contains(where: \.isContradicted) else { return false }
    if let grade = covering.suggestion, grade.value >= covers { return true }
    guard let grade = held.suggestion, grade.value >= holds else { return false }
    return tellingWords(hypothesis, besides: symptom) > 1
  }

  /// A cause holds a single word such as `database` too easily.
  private static func tellingWords(_ text: String, besides symptom: String) -> Int {
    let given = Set(Terms.clauses(symptom).flatMap { $0 }.flatMap(\.kinds))
    let fresh = Terms.clauses(text).flatMap { $0 }.filter { !$0.kinds.contains(where: given.contains) }
    return Set(fresh.map(\.kind)).count { kind in
      guard case .word(let word) = kind else { return true }
      return !Language.light.contains(word)
    }
  }

  /// The places of those that are likely.
  package static func proposed(_ hypotheses: [String], cause: String, symptom: String) -> Set<Int> {
    Set(hypotheses.indices.filter { isLikely(hypotheses[$0], cause: cause, symptom: symptom) })
  }
}
