internal import Recall

/// The cards about the way to the cause: where to look, what was ruled out, what misled, why nothing noticed it.
extension IncidentDrafts {
  func look() -> Draft? {
    if let look = incident.firstLooks.first {
      return draft(
        .look,
        ["You see this again. What do you check first?", "you see this again. What do you check first?"],
        look.text, look.line, 0.85, "what to check first is told")
    }
    guard let sign = incident.gaveAway.first,
      !incident.causes.prefix(1).contains(where: { KeyWords.share(of: sign.text, in: $0.text) > 0.8 })
    else { return nil }
    return draft(
      .look, ["Which sign gave the cause away?", "which sign gave the cause away?"], sign.text, sign.line,
      0.65,
      "a sign that gave the cause away")
  }

  func told() -> Draft? {
    if let suspicion = incident.suspicions.first(where: { !$0.wasRight && $0.ruledOut != nil }),
      let ruledOut = suspicion.ruledOut
    {
      let name = suspicion.said.text.trimmingPunctuation
      return draft(
        .told, ["What ruled out “\(name)”?", "what ruled out “\(name)”?"], ruledOut.text, ruledOut.line, 0.8,
        "what spoke against a suspicion")
    }
    guard let suspicion = incident.suspicions.first(where: { !$0.wasRight && $0.ruledOut == nil }),
      IncidentWords.isRuledOut(suspicion.said.text)
    else { return nil }
    return draft(
      .told, ["What was ruled out?", "what was ruled out on the way?"], suspicion.said.text,
      suspicion.said.line, 0.65,
      "something that was ruled out")
  }

  func misled() -> Draft? {
    guard let misled = incident.misled.first else { return nil }
    return draft(
      .misled, ["What made the cause harder to find?", "what made the cause harder to find?"], misled.text,
      misled.line, 0.6, "what pointed the wrong way")
  }

  func escaped() -> Draft? {
    guard let (answer, line, _) = list(incident.escaped, isCut: incident.cut.contains(.escaped)) else {
      return nil
    }
    return draft(
      .misled, ["Why did nothing catch it before?", "why did nothing catch it before?"], answer, line, 0.65,
      "why it was not noticed")
  }
}
