/// Whether an answer says something else than before: a slip that was mended, another comma or another line
/// break does not.
package enum Materiality {
  package static func isMaterial(from old: String, to new: String) -> Bool {
    guard old != new else { return false }
    // One small word says the opposite.
    if KeyWords.negations(in: old) != KeyWords.negations(in: new) { return true }
    var vocabulary = Vocabulary()
    let before = vocabulary.words(of: old)
    let after = vocabulary.words(of: new)
    vocabulary.count([before], isKnown: true)
    vocabulary.count([after], isKnown: false)
    if before.ids == after.ids { return before.ids.isEmpty }
    return vocabulary.compare(old: before, new: after).likeness < 0.9
  }
}
