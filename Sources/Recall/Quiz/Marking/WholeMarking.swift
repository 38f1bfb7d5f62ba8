/// A whole that was told in parts. Every part counts the same: what nobody thought of is as large a gap as what was
/// wrong.
package struct WholeMarking: Equatable, Sendable {
  package let parts: [Marking]
  /// Nil where nothing was said at all.
  package let suggestion: Grade?

  package init(_ parts: [(question: String, answer: String, said: String)]) {
    self.parts = parts.map { Marking(prompt: $0.question, answer: $0.answer, said: $0.said) }
    let values = self.parts.map { $0.suggestion?.value }
    guard values.contains(where: { $0 != nil }) else {
      suggestion = nil
      return
    }
    let sum = values.reduce(0) { $0 + ($1 ?? 0) }
    suggestion = Grade.all[(2 * sum + values.count) / (2 * values.count)]
  }
}
