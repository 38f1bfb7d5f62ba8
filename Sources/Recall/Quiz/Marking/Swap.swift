/// Two opposites in one answer, each with its own companion: `writes to the primary, reads to the replica`. All the
/// right words can be said with the companions swapped, and that is the opposite of right.
enum Swap {
  static func isSwapped(answer: [[Term]], said: [[Term]]) -> Bool {
    let answerClauses = answer.map(words)
    let saidClauses = said.map(words)
    for (index, clause) in answerClauses.enumerated() {
      for word in clause {
        guard let opposites = Language.opposites[word] else { continue }
        for other in answerClauses[(index + 1)...] {
          guard let opposite = other.first(where: { opposites.contains($0) }), !clause.contains(opposite)
          else { continue }
          let companions = clause.subtracting([word, opposite]).subtracting(other)
          guard
            let right = saidClauses.first(where: { $0.contains(word) && !$0.contains(opposite) }),
            let wrong = saidClauses.first(where: { $0.contains(opposite) && !$0.contains(word) })
          else { continue }
          if companions.intersection(wrong).count > companions.intersection(right).count { return true }
        }
      }
    }
    return false
  }

  private static func words(_ clause: [Term]) -> Set<String> {
    Set(clause.compactMap { if case .word(let word) = $0.kind { word } else { nil } })
  }
}
