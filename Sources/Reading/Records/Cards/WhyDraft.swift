internal import Recall

/// The question for the reason, from the best place that a record has for one.
extension RecordDrafts {
  func why(
    _ decision: DecisionText?, _ isTold: Bool, _ told: String?, _ reasons: Reasons, _ options: OptionList
  ) -> Draft? {
    func why(_ reason: Passage, of chosen: String?, _ score: Double, _ from: String) -> Draft? {
      var draft = asked(reason, of: chosen, told, score, from)
      // "Why did we decide as we did about berths?" Nobody knows what, and so any of the reasons.
      if let plain = draft, !isTold, plain.prompt == phrasing.why() {
        draft?.lose(max(0.1, plain.score - 0.45), Self.untold)
      }
      return draft
    }
    if let decision, let reason = decision.reason, !isShared(reason) {
      return why(reason, of: decision.chosen, 0.85, "the reason stands in the deciding sentence")
    }
    if let chosen = decision?.chosen, let pros = options.chosenPros, !isShared(pros) {
      return why(pros, of: chosen, 0.8, "what speaks for the chosen option")
    }
    let rationale = reasons.rationale().flatMap { isShared($0) ? nil : $0 }
    if let rationale, !phrasing.isEnglish || reasons.givesReason(rationale.text) {
      var draft = why(rationale, of: nil, 0.8, "from the rationale")
      // The reason that matters is in the other half as often as not.
      if part(rationale).share < 0.45 { draft?.lose(0.35, Self.aPart) }
      return draft
    }
    // Where something was left undone, the trouble speaks for doing it.
    let isLeft = phrasing.isNegated || decision.map { Self.leaves($0.answer.text) } ?? false
    if let problem = reasons.problem(), !isShared(problem) {
      var draft = draft(
        .why, phrasing.problem(), problem.text, problem.line, isLeft ? 0.4 : 0.55,
        ["from the context"])
      if part(problem).share < 0.45 { draft?.lose(0.1, Self.aPart) }
      return draft
    }
    return rationale.flatMap {
      why($0, of: nil, 0.45, "from the rationale, which says how it is and not why")
    }
  }

  private func asked(
    _ reason: Passage, of chosen: String?, _ told: String?, _ score: Double, _ from: String
  ) -> Draft? {
    let said = KeyWords.of(reason.text)
    func asked(_ question: String) -> Draft? {
      draft(.why, question, reason.text, reason.line, score, [from], said)
    }
    if let question = chosen.flatMap({ phrasing.why(chosen: $0) }) { return asked(question) }
    let plain = asked(two(reason) ?? phrasing.why())
    let full = told.flatMap { asked(phrasing.why(of: $0, isMany: Points.areMany(reason.text))) }
    return better(full, plain)
  }

  private static func leaves(_ decision: String) -> Bool {
    let first = Sentences.split(decision).first ?? decision
    return leaving.isIn(anyCase: first)
  }

  private static let leaving = PhraseList([
    " defer", "postpone", "for the time being", "leave it as", "leave this", "accept the risk", "accept this",
    "not yet",
    "do nothing", "out of scope",
  ])

  private func two(_ reasons: Passage) -> String? {
    Points.areMany(reasons.text) ? phrasing.twoReasons() : nil
  }
}
