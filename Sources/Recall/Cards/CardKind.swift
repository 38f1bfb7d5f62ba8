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

  // Of a note, which can have many of each.
  /// Why something is as it is.
  case reason
  /// What something costs, or what speaks against it.
  case price
  /// What a thing is, or what it is responsible for.
  case meaning
  /// What happens if, and what then is to be done.
  case condition
  /// What was taken instead of something else, or why that was not.
  case choice
  /// The rule that holds for something.
  case rule
  /// The steps of a procedure.
  case steps

  package var isOfDecision: Bool {
    switch self {
    case .what, .why, .cost, .rejected, .drivers, .changed, .replaced, .about: true
    case .question, .cloze, .reason, .price, .meaning, .condition, .choice, .rule, .steps: false
    }
  }
}
