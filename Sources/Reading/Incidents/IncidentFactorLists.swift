/// Where a report lists what it came from.
extension IncidentFinder {
  /// "We found that these were the root causes:" and a list, in the middle of the story.
  var announced: [IncidentStatement] {
    guard
      let lead = story.firstIndex(where: {
        $0.text.hasSuffix(":") && Self.naming.isIn(IncidentWords.plain($0.text))
      })
    else { return [] }
    let said = story[(lead + 1)...].prefix { $0.isItem && $0.block / 10_000 == story[lead].block / 10_000 }
    return said.count < 2 ? [] : Array(said)
  }

  private static let naming = IncidentWords.list(
    "root cause|root causes|causes of|was caused by|were caused by|caused by|contributing factors|ursachen|causes racines|causas"
  )

  /// A list below the heading, or announced as one of causes. Others are steps of a story.
  func isFactorList(_ section: [IncidentStatement]) -> Bool {
    guard let first = section.firstIndex(where: \.isItem) else { return false }
    if first == 0 { return true }
    let before = " \(PlainWords.normalized(section[first - 1].text)) "
    // "Two factors made it hard to find:" are those of another question.
    if section[first - 1].text.hasSuffix(":"), Self.hiding.isIn(before) { return false }
    if section[first].label != nil { return true }
    // Reasons can be those of anything that was said there.
    return Self.announcing.isIn(before)
      || Self.reasons.isIn(before)
        && (IncidentWords.isSymptom(section[first - 1].text)
          || IncidentTitle.isNamed(section[first - 1].text) || before.holds(" happen"))
  }

  private static let hiding = IncidentWords.list(
    "hard to|harder to|difficult to|hard for|delayed|slowed|prolonged|longer|spot|detection|made it worse"
  )

  private static let reasons = IncidentWords.list("reason|reasons|because")

  private static let announcing = IncidentWords.list(
    "factor|factors|cause|causes|contributed|contributing|resulted from|faktoren|ursachen|causas"
  )

  /// It begins with nothing but what the cause says: the same again, and more of it.
  static func namesAgain(_ factor: String, _ cause: String) -> Bool {
    let name = String(factor.prefix { !":(".contains($0) })
    let lead = IncidentAnswer.stems(name.spacedWords.prefix(5).joined(separator: " "))
    return lead.count >= 2 && lead.isSubset(of: IncidentAnswer.stems(cause))
  }

  /// "because there was no limit", below the item of which it is the reason.
  static func withoutBecause(_ statement: IncidentStatement) -> IncidentStatement {
    guard statement.isItem, statement.text.lowercased().hasPrefix("because ") else { return statement }
    return IncidentStatement(
      text: String(statement.text.dropFirst(8)).capitalizedStart, line: statement.line, isItem: true,
      label: statement.label, block: statement.block)
  }
}
