/// What a card asks for.
package enum CardKind: String, CaseIterable, Sendable {
  /// A plain question with its answer, `Q:` and `A:`.
  case question
  /// A sentence with one gap, `C:`.
  case cloze
}
