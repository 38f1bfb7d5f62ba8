/// Lays a hypothesis beside the cause. Offline, the same every time, and only a proposal: the person decides.
package enum DrillMatch {
  /// From this grade of the quiz's comparison on the two are taken for the same.
  private static let same = 3

  /// Either the words cover what the cause says, or the cause holds all of the words: `pool too small` means "The pool
  /// of the new region was too small, so requests waited". What the symptom says already proves nothing.
  package static func isLikely(_ hypothesis: String, cause: String, symptom: String) -> Bool {
    let covering = Marking(prompt: symptom, answer: cause, said: hypothesis)
    let held = Marking(prompt: symptom, answer: hypothesis, said: cause)
    guard !(covering.points + held.points).contains(where: \.isContradicted) else { return false }
    return [covering, held].contains { ($0.suggestion?.value ?? 0) >= same }
  }

  /// The places of those that are likely.
  package static func proposed(_ hypotheses: [String], cause: String, symptom: String) -> Set<Int> {
    Set(hypotheses.indices.filter { isLikely(hypotheses[$0], cause: cause, symptom: symptom) })
  }
}
