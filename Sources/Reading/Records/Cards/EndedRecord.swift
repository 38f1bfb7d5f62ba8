internal import Recall

/// Records that stand no more.
extension RecordDrafts {
  /// A record that is no longer, or never was, the rule is asked for that alone.
  func ended() -> Draft? {
    guard let status = standing.state.status, status.isEnd, !standing.state.isPartial else { return nil }
    let kind = CardKind.replaced
    switch status {
    case .superseded where !standing.replacements.isEmpty, .deprecated where !standing.replacements.isEmpty:
      let by = phrasing.all(standing.replacements)
      var answer = phrasing.replacedAnswer(by, isPartial: false)
      if let more = standing.newRule ?? whatBecame(besides: by) { answer += "\n\n" + more }
      return draft(
        kind, phrasing.replaced(by: by, number: record.number), answer, record.titleLine, 0.9,
        ["says what replaced it"])
    case .rejected:
      var answer = phrasing.notAdopted
      if standing.state.words.hasWords(4), phrasing.isEnglish {
        // "Rejected in favour of 111"
        answer = "No. " + standing.state.words.capitalizedStart
      } else if let why = whyRejected() {
        answer += (why.text.holds("\n") ? "\n\n" : " ") + why.text
      } else if let found = DecisionFinder(record).find(), case let proposed = found.answer,
        !proposed.text.holds("\n")
      {
        // What it says can be that it was rejected.
        let isProposal =
          (found.chosen != nil || DecisionFinder(record).isDeciding(proposed.text)
            || Self.proposing.isIn(anyCase: proposed.text))
          && !KeyWords.isNegated(proposed.text) && !Self.turnsDown.isIn(anyCase: proposed.text)
        if proposed.text.lowercased().hasPrefix("rejected"), phrasing.isEnglish {
          answer = "No. " + proposed.text
        } else {
          answer += " " + (isProposal ? phrasing.itProposed(proposed.text) : proposed.text)
        }
      } else if let cost = ConsequenceList(record).costs.first {
        answer += " " + cost.text
      }
      return draft(kind, phrasing.wasAdopted(), answer, record.titleLine, 0.7, ["rejected"])
    default:
      // Whoever knows what became of it knows what it said, too.
      if let end = Epitaph(record).passage, let question = phrasing.whatBecame() {
        return draft(kind, question, end.text, end.line, 0.7, [status.rawValue])
      }
      // "No" alone is soon learned by heart.
      let old = DecisionFinder(record).find().flatMap {
        isShared($0.answer) || $0.basis == .sentence ? nil : $0.answer.text
      }
      if let old, let question = phrasing.oldRule(), case let said = KeyWords.of(old),
        said.count - said.shared(with: titleWords) >= 2
      {
        return draft(kind, question, old, record.titleLine, 0.7, [status.rawValue])
      }
      // What it spoke of is more than that alone, too.
      if let about = Reasons(record).situation() ?? Reasons(record).opening(), about.wordCount >= 8,
        !isShared(about), let question = phrasing.oldTopic()
      {
        return draft(kind, question, about.text, record.titleLine, 0.7, [status.rawValue])
      }
      return draft(kind, phrasing.stillRule(), phrasing.noLonger, record.titleLine, 0.7, [status.rawValue])
    }
  }

  /// What stands under "Reason for rejection"; a reason within the decision only where that says no, since it can be
  /// the reason for the proposal.
  private func whyRejected() -> Passage? {
    let points = Points(record.names)
    for section in record.sections(.negative) where section.title.flat.lowercased().holds("reject") {
      if let why = points.joined(points.all(section.blocks), most: 3) { return why }
    }
    if let list = rejection(points) { return list }
    if let why = Reasons(record).rationale(), !why.text.holds("\n") { return why }
    guard let decision = DecisionFinder(record).find(), let why = decision.reason, !why.text.holds("\n"),
      KeyWords.isNegated(decision.answer.text) || decision.answer.text.lowercased().holds("reject")
    else { return nil }
    return why
  }

  private static let proposing = PhraseList(["propos", "we can "])
  private static let turnsDown = PhraseList([
    "reject", "not ", "declin", "abandon", "withdraw", "instead", "discard", "dismiss", "no longer",
    "stay with",
    "keep ", "continue", "ohne", "nicht", "kein", "pas ", "sin ", "sem ",
  ])

  /// The name of what replaced it is told already.
  private func whatBecame(besides names: String) -> String? {
    guard phrasing.isEnglish, let end = Epitaph(record).passage,
      KeyWords.share(of: KeyWords.of(end.text), in: KeyWords.of(names)) < 0.4
    else { return nil }
    return end.text
  }

  /// "We rejected the lamp, point by point:", and the points.
  private func rejection(_ points: Points) -> Passage? {
    for section in record.sections(.decision) {
      for (block, next) in zip(section.blocks, section.blocks.dropFirst()) {
        guard case .paragraph(let words, _) = block, case .list(let items, _, _) = next,
          words.flat.hasSuffix(":"), Self.rejecting.isIn(anyCase: words.flat)
        else { continue }
        if let why = points.joined(points.items(items), most: 3) { return why }
      }
    }
    return nil
  }

  private static let rejecting = PhraseList(["rejected", "decided against", "decided not to", "will not "])
}
