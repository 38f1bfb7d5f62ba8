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

  // Of an explanation.
  /// What must stay true for it to work.
  case invariant
  /// What breaks first, and where to look.
  case breaks
  /// All of it, from memory.
  case explanation
  /// What its author was unsure of. There is no answer yet: it comes back until there is one.
  case open

  // Of an incident.
  /// What a symptom came from.
  case cause
  /// Where to look first when the symptom is seen again.
  case look
  /// What told one suspicion from another, or ruled it out.
  case told
  /// What pointed the wrong way.
  case misled
  /// What ended it.
  case fix
  /// What keeps it from coming back, or what was learned.
  case prevention
  /// All causes that a symptom has had.
  case causes
  /// Hypotheses about a symptom before its cause is told: a practice.
  case drill

  // Of a project.
  /// Its three most important decisions, from memory.
  case three

  /// Made from a whole document by what its sections are for, and never at home in another one.
  package var isOfDecision: Bool {
    switch self {
    case .what, .why, .cost, .rejected, .drivers, .changed, .replaced, .about, .invariant, .breaks,
      .explanation, .open, .three, .cause, .look, .told, .misled, .fix, .prevention, .causes, .drill:
      true
    case .question, .cloze, .reason, .price, .meaning, .condition, .choice, .rule, .steps: false
    }
  }

  /// Cut from what went wrong once.
  package var isOfIncident: Bool {
    switch self {
    case .cause, .look, .told, .misled, .fix, .prevention, .causes, .drill: true
    default: false
    }
  }

  /// A document has one card of this kind at most, or only a few of one kind.
  package var isSeveral: Bool {
    switch self {
    case .rejected, .open, .cause, .told, .misled, .prevention: true
    default: false
    }
  }

  /// How many days its clock counts as one where answering it is a practice and no plain recall; nil elsewhere.
  /// See decision 0025.
  package var stretch: Int? {
    switch self {
    case .explanation, .three: 7
    case .open, .drill: 1
    default: nil
    }
  }
}
