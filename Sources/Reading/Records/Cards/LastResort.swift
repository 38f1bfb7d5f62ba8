internal import Recall

/// What is asked of a record that has nothing good to be asked.
extension RecordDrafts {
  /// A record is there to be known: where nothing good can be asked, the best that there is.
  func lastResort(_ drafts: [Candidate]) -> Candidate? {
    // What the author says of it is worth more than the title again in other words.
    let best = drafts.max { $0.score < $1.score }
    let telling = drafts.filter {
      ($0.draft.kind != .what || $0.draft.reason.contains(Self.several))
        && !$0.draft.reason.contains(Self.labelled)
    }
    if let telling = telling.max(by: { $0.score < $1.score }), telling.score >= 0.3 {
      return raised(telling.draft)
    }
    if let decision = drafts.first(where: { $0.draft.kind == .what && isOnlyBroad($0.draft) }) {
      return raised(decision.draft)
    }
    if let best, best.score >= 0.4, !Self.doubts.contains(where: best.draft.reason.contains) {
      return raised(best.draft)
    }
    if let situation = Reasons(record).situation(), !isShared(situation),
      let draft = draft(
        .why, phrasing.situation(), situation.text, situation.line, 0.5, ["the situation that it answers to"])
    {
      return raised(draft)
    }
    if let best, best.score >= 0.4, !best.draft.reason.contains(Self.leaning) { return raised(best.draft) }
    if let decision = DecisionFinder(record).find(), !isShared(decision.answer),
      let draft = draft(
        .what, phrasing.inFull(), decision.answer.text, decision.answer.line, 0.5, ["the only thing said"]),
      !draft.reason.contains(Self.pointsAway), !draft.reason.contains(Self.leaning)
    {
      return raised(draft)
    }
    // What follows is at least an answer to its question.
    if let follows = telling.first(where: { $0.draft.kind != .why }), follows.score > 0 {
      return raised(follows.draft)
    }
    for said in [Reasons(record).opening(), Reasons(record).anything()].compactMap({ $0 })
    where !isShared(said) && said.text.hasWords(5) {
      if let draft = draft(.about, phrasing.about(), said.text, said.line, 0.5, ["its first words"]) {
        return raised(draft)
      }
    }
    return best.map { raised($0.draft) }
  }

  /// What makes a decision worse than even the situation that it answers to.
  private static let doubts = [
    leaning, describes, besideTopic, saysTitleAgain, labelled, shortTitle, pointsAway,
  ]

  /// A decision that has nothing against it but how short its title is, or how long its list.
  private func isOnlyBroad(_ draft: Draft) -> Bool {
    let fresh = KeyWords.of(draft.answer).count - titleWords.shared(with: KeyWords.of(draft.answer))
    return fresh >= 8 && draft.score >= 0.3
      && (draft.reason.contains(Self.shortTitle) || draft.reason.contains(Self.goesOn))
  }

  private func raised(_ draft: Draft) -> Candidate {
    var draft = draft
    if draft.score < Self.threshold {
      draft.score = Self.threshold
      draft.reason += ", the best that there is"
    }
    return Candidate(draft: draft, priority: 0.1)
  }
}
