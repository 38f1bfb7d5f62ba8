/// Questions for what is no longer, or never was, our rule.
extension Phrasing {
  /// With its number where what replaced it has the same title.
  func replaced(by names: String, number: String?) -> String {
    if wasReverted { return stillRule() }
    guard let number, names.holds(quoted) else { return filled(questions.replaced) }
    return questions.replaced.filled(["%": "\(quoted) (\(number))"])
  }
  func stillRule() -> String { filled(questions.stillRule) }
  func oldRule() -> String? { isEnglish ? "\(quoted) is no longer our rule. What did it say?" : nil }
  func whatBecame() -> String? { isEnglish ? "\(quoted) is no longer our rule. What became of it?" : nil }
  func oldTopic() -> String? { isEnglish ? "\(quoted) no longer holds. What was it about?" : nil }
  func wasAdopted() -> String { filled(questions.wasAdopted) }
  func replacedAnswer(_ by: String, isPartial: Bool) -> String {
    if wasReverted { return "No. It was reverted by \(by)." }
    return (isPartial ? questions.partlyReplacedBy : questions.replacedBy).filled(["%": by])
  }
  /// “Use CBOR” (29) and “Use JSON” (30)
  func all(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(questions.and) " + last
  }
  /// What was not taken is not why.
  func itProposed(_ text: String) -> String { isEnglish ? "It proposed: " + text : text }
  var noLonger: String { questions.noLonger }
  var notAdopted: String { questions.notAdopted }
}
