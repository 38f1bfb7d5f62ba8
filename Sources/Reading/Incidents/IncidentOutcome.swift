internal import Recall

/// What ended it, what was done against a repeat, and what was learned.
extension IncidentDrafts {
  func fix() -> Draft? {
    // Each of several had an end of its own.
    guard !incident.isOfSeveral,
      let (answer, line, isWhole) = list(incident.fixes, isCut: incident.cut.contains(.fixes))
    else { return nil }
    // What was done on the occasion need not be what ended it.
    let question =
      // Of several things nobody says which of them it was.
      switch (incident.areFixesSteps || !isOwn && answer.hasPrefix("- "), isWhole) {
      case (false, true): ["What fixed it?", "what fixed it?"]
      case (false, false):
        ["Name one thing that was done to end it.", "name one thing that was done to end it."]
      case (true, true): ["What was done about it?", "what was done about it?"]
      case (true, false):
        ["Name one thing that was done about it.", "name one thing that was done about it."]
      }
    return draft(.fix, question, answer, line, 0.75, "what ended it")
  }

  func prevention() -> Draft? {
    guard
      let (answer, line, isWhole) = list(
        incident.preventions, isCut: incident.cut.contains(.preventions), isFocused: true)
    else { return nil }
    let question =
      switch (!incident.areActions, isWhole) {
      case (true, true): ["What should prevent a repeat?", "what should prevent a repeat?"]
      case (true, false):
        [
          "Name one measure that should prevent a repeat.",
          "name one measure that should prevent a repeat.",
        ]
      case (false, true): ["Which actions came out of it?", "which actions came out of it?"]
      case (false, false): ["Name one action that came out of it.", "name one action that came out of it."]
      }
    return draft(
      .prevention, question, answer, line, 0.7, "measures that the report lists",
      isNamed: !incident.areActions)
  }

  func lesson() -> Draft? {
    guard let (answer, line, isWhole) = list(incident.lessons, isCut: incident.cut.contains(.lessons)) else {
      return nil
    }
    let question =
      isWhole
      ? ["What did we learn from it?", "what did we learn from it?"]
      : ["Name one lesson from it.", "name one lesson from it."]
    return draft(.prevention, question, answer, line, 0.55, "lessons that the report lists")
  }
}
