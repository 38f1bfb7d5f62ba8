/// What a card asks for.
package enum CardKind: String, CaseIterable, Sendable {
  /// A plain question with its answer, `Q:` and `A:`.
  case question
  /// A sentence with one gap, `C:`.
  case cloze

  // Of a decision record.
  case what, why, cost, rejected, drivers
  /// What follows from the decision, for better or worse.
  case changed
  /// Whether it is still the rule, and what replaced it.
  case replaced
  /// What it is about, where nothing else can be asked.
  case about

  package var isOfDecision: Bool { self != .question && self != .cloze }
}
