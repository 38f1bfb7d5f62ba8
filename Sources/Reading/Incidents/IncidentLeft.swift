package import Recall

extension Incident {
  /// What somebody answered and no card asks for, each with the reason.
  package var left: [(question: InvestigationQuestion, reason: String)] {
    let made = IncidentDrafts(self)
    let asked = made.drafts.filter { $0.score >= RecordDrafts.threshold }
    let isFull = asked.count { $0.kind != .drill } >= IncidentDrafts.most
    func isAsked(_ said: [Said], _ kinds: Set<CardKind>) -> Bool {
      asked.contains { draft in
        kinds.contains(draft.kind) && (draft.kind == .drill || said.contains { $0.line == draft.line })
      }
    }
    return InvestigationQuestion.told.compactMap { question in
      let (said, kinds, draft) = parts(of: question, made)
      guard !said.isEmpty, !isAsked(said, kinds) else { return nil }
      let reason =
        switch (question, draft) {
        case (.gaveAway, nil) where !firstLooks.isEmpty: "what to check first is asked instead"
        case (.gaveAway, nil): "the cause says it"
        case (_, nil): "the question would give it away"
        case (_, _?) where isFull: "\(IncidentDrafts.most) cards are enough for one incident"
        case (.misled, _?): "the cause says it"
        case (_, _?): "nothing names what it is about"
        }
      return (question, reason)
    }
  }

  private func parts(of question: InvestigationQuestion, _ made: IncidentDrafts) -> (
    [Said], Set<CardKind>, Draft?
  ) {
    switch question {
    case .cause: (causes, [.cause, .drill], made.causes().first)
    case .gaveAway: (gaveAway, [.look], firstLooks.isEmpty ? made.look() : nil)
    case .misled: (misled, [.misled], made.misled())
    case .fix: (fixes, [.fix], made.fix())
    case .firstLook: (firstLooks, [.look], made.look())
    case .prevents: (preventions, [.prevention], made.prevention())
    case .which, .help: ([], [], nil)
    }
  }
}
