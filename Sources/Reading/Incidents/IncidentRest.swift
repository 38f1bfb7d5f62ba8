internal import Recall

/// What a report tells where no rule took anything for a cause, an end or a lesson: its headings alone say what it is.
/// Every report is there to be learned from, so one thing of each can be asked.
struct IncidentRest: Equatable, Sendable {
  enum Meaning: Sendable {
    case cause
    /// What somebody took for the cause, and nobody proved.
    case guess
    case wrong, end, event
  }

  let meaning: Meaning
  let said: [Incident.Said]
  /// There is more of it in the file.
  let isCut: Bool
}

extension IncidentFinder {
  func rest() -> IncidentRest? {
    if let cause = cause() {
      return one(Self.guessing.isIn(IncidentWords.plain(cause.text)) ? .guess : .cause, cause)
    }
    let wrong = items([.wrong, .factors])
    if !wrong.isEmpty {
      return IncidentRest(meaning: .wrong, said: Array(wrong.prefix(2)), isCut: wrong.count > 2)
    }
    if let end = first([.fix], words: 7, where: Self.tellsDeed) { return one(.end, end) }
    return first([.summary, .story], words: 12, where: Self.tellsMuch).map { one(.event, $0) }
  }

  private func one(_ meaning: IncidentRest.Meaning, _ said: Incident.Said) -> IncidentRest {
    IncidentRest(meaning: meaning, said: [said], isCut: false)
  }

  /// Below a heading for causes, what tells of a fault; or else what stands there alone.
  private func cause() -> Incident.Said? {
    first([.cause, .trigger], words: 8, where: Self.tellsWrong)
      ?? (material.said([.cause, .trigger]).count <= 2
        ? first([.cause, .trigger], words: 8) { _ in true } : nil)
  }

  private func first(_ roles: Set<IncidentRole>, words: Int, where isWanted: (String) -> Bool) -> Incident
    .Said?
  {
    let all = material.said(roles).map(Self.withoutTime)
    for index in all.indices.prefix(8) where isWanted(all[index].text) && Self.isFit(all[index].text) {
      if let said = IncidentStanding.passage(all, index), said.text.wordCount >= words { return said }
    }
    return nil
  }

  private func items(_ roles: Set<IncidentRole>) -> [Incident.Said] {
    material.said(roles).filter {
      $0.isItem && $0.text.wordCount >= 7 && $0.text.first?.isLowercase == false && Self.isFit($0.text)
        && IncidentStanding.stands($0.text)
    }.map(\.said)
  }

  private static func isFit(_ text: String) -> Bool {
    !text.hasSuffix("?") && !text.hasSuffix(":") && !IncidentWords.isAboutPeople(text)
      && !unknown.isIn(IncidentWords.plain(text)) && !IncidentWords.isAboutText(text)
      && !IncidentItem.isPersonal(text) && !IncidentGates.namesTicket(text) && !IncidentAnswer.isThin(text)
      && !text.holds("://")
  }

  private static let unknown = IncidentWords.list(
    """
    unknown|not known|unclear|not clear|tbd|to be determined|to be found|could not determine|not determined|no idea|
    unaffected|not affected|would have|could have
    """)

  private static let guessing = IncidentWords.list(
    """
    seem|seems|seemed|likely|probably|possibly|may have|might|suspect|suspected|presumably|believe|believed|assume|
    assumed|think|perhaps|appears|appeared
    """)

  private static func tellsWrong(_ text: String) -> Bool {
    IncidentWords.fault(text) > 0 || IncidentWords.cause(text) > 0 || IncidentWords.isProblem(text)
      || wrong.isIn(IncidentWords.plain(text))
  }

  private static let wrong = IncidentWords.list(
    "should have|instead of|originated|mismatch|misunderstanding|disagreed|only one|old copy|at the same time"
  )

  /// "Explicit limits were set": what was done and is over.
  private static func tellsDeed(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    guard !plans.isIn(plain) else { return false }
    if IncidentGates.isDeed(text) { return true }
    let words = plain.spacedWords
    return zip(words, words.dropFirst()).contains { verb, done in
      ["was", "were", "been"].contains(verb) && !told.contains(done)
        && (done.hasSuffix("ed") || ["set", "put", "cut", "shut", "built", "sent", "made"].contains(done))
    }
  }

  /// What was done with words ended nothing.
  private static let told: Set<Substring> = [
    "scheduled", "exploited", "opened", "reported", "identified", "notified", "informed", "asked",
    "discussed",
    "contacted", "closed", "noticed", "alerted", "escalated", "called", "observed", "detected", "needed",
    "required",
    "planned", "considered", "expected", "based", "caused", "affected", "impacted", "related", "unused",
  ]

  private static let plans = IncidentWords.list(
    "will|should|to be done|planned|plan to|is being|are being|in progress|still|not|in contact")

  private static func tellsMuch(_ text: String) -> Bool {
    (IncidentWords.isSymptom(text) || IncidentWords.isProblem(text) || IncidentWords.cause(text) >= 1)
      && IncidentItem.isSpecific(text)
  }
}

extension IncidentDrafts {
  /// The one question for a report of which nothing else can be asked.
  func rest() -> Draft? {
    guard let rest = incident.rest, let (answer, line, isWhole) = list(rest.said, isCut: rest.isCut) else {
      return nil
    }
    let (kind, question): (CardKind, [String]) =
      switch rest.meaning {
      case .cause: (.cause, [IncidentSubject.causeQuestion, "what was behind it?"])
      case .guess: (.cause, ["What was suspected to be behind it?", "what was suspected to be behind it?"])
      case .wrong:
        isWhole
          ? (.cause, ["What went wrong?", "what went wrong?"])
          : (.cause, ["Name one thing that went wrong.", "name one thing that went wrong."])
      case .end: (.fix, ["What was done about it?", "what was done about it?"])
      case .event: (.about, ["What happened?", "what happened?"])
      }
    // What was done about something can be asked whatever the title calls it; what fixed it only of a trouble.
    let asked = kind == .fix ? .about : kind
    guard let found = draft(asked, question, answer, line, 0.6, "what stands below its heading"),
      // That something happened is soon said; it has to tell more than its title.
      found.score >= (rest.meaning == .event ? 0.6 : rest.meaning == .end ? 0.5 : 0.3),
      rest.meaning != .event
        || KeyWords.of(answer).count - KeyWords.of(answer).shared(with: KeyWords.of(found.prompt)) >= 6
    else { return nil }
    var draft = Draft(
      kind: kind, prompt: found.prompt, answer: answer, place: found.place, line: line,
      siblings: found.siblings)
    draft.score = max(found.score, RecordDrafts.threshold)
    draft.reason = found.reason + ", nothing else can be asked"
    return draft
  }
}
