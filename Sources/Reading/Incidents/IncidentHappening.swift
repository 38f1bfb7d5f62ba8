/// What happened, in a sentence that can stand beside a title that does not tell it.
extension IncidentFinder {
  /// The first that tells of trouble: from what sums it up, from what was noticed, and at last from the rows of the
  /// timeline. It may name the cause; a question that would give its answer away is not asked with it.
  func happening() -> Incident.Said? {
    let told = [[.summary], [.symptom, .impact], [.detection]].flatMap { material.said($0) }
    let seen = rows.prefix(10).filter { Self.isOneRow($0.text) }
    for statement in told + seen + material.said([.story]).prefix(6) {
      let text = Self.beforeEnd(Self.withoutTime(statement).text)
      if Self.tellsWhatHappened(text) { return Incident.Said(text, line: statement.line) }
    }
    return nil
  }

  private static func tellsWhatHappened(_ text: String) -> Bool {
    (5...35).contains(text.wordCount) && !text.hasSuffix("?") && text.first?.isLowercase != true
      && (IncidentWords.isSymptom(text) || IncidentWords.isProblem(text) || IncidentWords.cause(text) >= 2)
      && IncidentStanding.stands(text) && !IncidentGates.isNoSymptom(text) && !IncidentGates.isOfOne(text)
      && !IncidentGates.namesTicket(text) && !IncidentGates.isDeed(text) && !IncidentWords.isOver(text)
      && !IncidentWords.isAboutPeople(text) && !IncidentWords.isAboutText(text) && !isSpoken(text)
  }

  /// Something that was seen at one time.
  private static func isOneRow(_ text: String) -> Bool {
    IncidentWords.isSymptom(text) && IncidentWords.isObserved(text) && !IncidentGates.isNoEvidence(text)
      && !IncidentGates.isDoubtful(text)
      && !text.spacedWords.contains { word in
        let digits = word.drop { !$0.isNumber }
        return digits.count >= 4 && digits.allSatisfy { $0.isNumber || ".:".contains($0) }
          && digits.contains { ".:".contains($0) }
      }
  }

  /// "Builds took hours, fixed by …": up to where it goes on to the end.
  private static func beforeEnd(_ text: String) -> String {
    [", fixed by ", ", resolved by ", ", mitigated by "].compactMap { text.place(of: $0)?.lowerBound }.min()
      .map { String(text[..<$0]) } ?? text
  }

  /// "KM Page is down": somebody said so. Remarks in brackets were set in by somebody else.
  private static func isSpoken(_ text: String) -> Bool {
    let first = text.prefix { $0 != " " && $0 != ":" }
    return first.utf8.count == 2 && first.allSatisfy(\.isUppercase) || text.contains("[")
  }
}
