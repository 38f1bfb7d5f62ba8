/// What a part of an incident report is for.
enum IncidentRole: Sendable {
  /// All of it in a few sentences, and the story of it: symptom, cause and end can stand in both.
  case summary, story
  /// What it looked like from outside, and how it was found.
  case symptom, impact, detection
  case timeline
  case cause, factors, trigger, whys
  /// What ended it.
  case fix
  /// What is to keep it from coming back, where the heading says so; what is to be done, whatever it is for; and what
  /// was learned.
  case prevention, actions, lessons
  case well, wrong
  case misled, ruledOut, look
  /// Why nothing and nobody noticed it before.
  case escape
  /// People, numbers, links, times: nothing in it is worth a card.
  case aside

  /// Parts that hardly anything but an account of an incident has.
  var isTelling: Bool {
    switch self {
    case .timeline, .cause, .factors, .trigger, .whys, .lessons, .well, .wrong, .detection, .misled, .escape:
      true
    default: false
    }
  }

  /// A heading by itself, with words around it, or a question.
  static func of(_ heading: String) -> IncidentRole? {
    guard heading.utf8.count < 160 else { return nil }
    // "Phase 2: Analysis"
    if let rest = behindStage(heading) { return of(rest) }
    let name = HeadingNames.plain(String(heading.prefix { $0 != "(" }))
    guard !name.isEmpty else { return nil }
    if let exact = names[name] { return exact }
    var words = name.spacedWords.map(String.init)
    while let first = words.first, words.count > 1, fillers.contains(first) { words.removeFirst() }
    if let exact = names[words.joined(separator: " ")] { return exact }
    // What came later is another incident, or told there.
    if later.contains(words[0]) { return .aside }
    guard words.count <= 9 else { return nil }
    if let asked = asked(words) { return asked }
    // "Prevention and follow-up", "Preventing a recurrence".
    if words.count <= 5, preventing.contains(words[0]) || words.last == "prevention" { return .prevention }
    // "Root cause of the outage", "Detailed timeline".
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      for phrase in [words.prefix(count), words.suffix(count)].map({ $0.joined(separator: " ") }) {
        if telling.contains(phrase), let role = names[phrase] { return role }
      }
    }
    return nil
  }

  /// What stands behind "Stage 3:", where a heading counts the parts of one account.
  static func behindStage(_ heading: String) -> String? {
    guard let colon = heading.prefix(14).firstIndex(where: { ":—–-".contains($0) }) else { return nil }
    let words = heading[..<colon].split(separator: " ").map { $0.lowercased() }
    let rest = String(heading[heading.index(after: colon)...]).trimmed
    guard words.count == 2,
      ["phase", "stage", "step", "part", "schritt", "etape", "paso", "fase"].contains(words[0]),
      words[1].allSatisfy(\.isNumber), !rest.isEmpty
    else { return nil }
    return rest
  }

  /// "Immediate actions", "Remediation": what was done, and not what ended it.
  static func namesSteps(_ heading: String) -> Bool {
    HeadingNames.plain(String(heading.prefix { $0 != "(" })).spacedWords.contains(where: steps.contains)
  }

  private static let steps: Set<Substring> = [
    "action", "actions", "remediation", "remediations", "measures", "response", "did", "sofortmassnahmen",
    "acciones", "acoes",
  ]

  private static let preventing: Set<String> = ["prevention", "preventing", "preventive", "preventative"]

  private static let later: Set<String> = [
    "postscript", "epilogue", "recurrence", "addendum", "sequel", "aftermath", "nachtrag", "epilogo",
  ]

  private static let fillers: Set<String> = [
    "the", "our", "incident", "issue", "outage", "full", "detailed", "brief", "short", "initial", "main",
    "postmortem", "technical", "event", "executive", "final", "primary", "immediate", "a", "an", "key",
    "user", "customer", "problem",
  ]

  /// Only with words around them that leave their meaning as it is.
  private static let telling: Set<String> = [
    "timeline", "root cause", "root causes", "contributing factors", "lessons learned", "lessons learnt",
    "action items", "what went wrong", "what went well", "resolution", "remediation", "detection",
    "mitigation", "impact", "follow up", "follow ups", "preventive measures", "preventative measures",
    "five whys", "5 whys", "improvements", "actions", "summary", "prevention", "chronologie", "zeitleiste",
    "ursache", "cause racine", "causa raiz", "corrective actions", "next steps",
  ]

  // MARK: In other words

  /// A question, or a name around the word for a cause, whichever of many words stand there.
  private static func asked(_ words: [String]) -> IncidentRole? {
    let all = Set(words)
    func holds(_ others: Set<String>) -> Bool { !all.isDisjoint(with: others) }
    let first = words[0]
    // "Why didn't our tests catch this?", "How did it get past the review?"
    if why.contains(first) || first == "how", words.count > 2, holds(catching),
      holds(negations) || first == "how" && holds(["past", "through", "sooner", "earlier"])
    {
      return .escape
    }
    guard words.count > 1 else { return nil }
    if first == "what" || first == "how" || first == "wie" || first == "comment" || first == "como"
      || first == "was"
    {
      if holds(["prevent", "preventing", "prevents", "avoid", "verhindern", "vermeiden", "eviter", "evitar"])
      {
        return .prevention
      }
      if holds([
        "fix", "fixed", "resolve", "resolved", "repaired", "restored", "recovered", "mitigated", "behoben",
        "corrige", "resolu",
      ]) {
        return holds(negations) ? nil : .fix
      }
      if holds(["learn", "learned", "learnt", "gelernt", "appris", "aprendimos", "aprendemos"]) {
        return .lessons
      }
      if holds(["check", "look"]), holds(["first"]) { return .look }
      if first == "how", holds(["detect", "detected", "notice", "noticed", "discover", "discovered"]) {
        return .detection
      }
      if holds(surprise), holds(negations) { return .story }
      // "What we did not change, and why"
      if first == "what", holds(negations), holds(["change", "changed", "touch", "touched", "do", "done"]) {
        return .aside
      }
      if first == "what", holds(["worse", "wrong"]), !holds(["why"]) { return .wrong }
      // "What it actually was", behind "What we thought it was"
      if first == "what", holds(["thought", "suspected", "assumed"]) { return .misled }
      if first == "what", holds(["actually", "really"]), words.last == "was" || words.last == "wrong" {
        return .cause
      }
      if first == "what", holds(["caused", "contributed"]) {
        return holds(["contributed"]) ? .factors : .cause
      }
    }
    // "Why did the relay fail", and not "Why we moved to …".
    if first == "why", holds(hardness) { return .misled }
    if first == "why", ["did", "was", "were"].contains(words[1]) || holds(happening), words.count <= 7 {
      return holds(negations) ? .escape : .cause
    }
    return causeName(words)
  }

  /// "What happened that we didn't anticipate?"
  static func isOfSurprise(_ heading: String) -> Bool {
    let words = Set(PlainWords.normalized(heading).spacedWords.map(String.init))
    return words.count <= 9 && !words.isDisjoint(with: surprise) && !words.isDisjoint(with: negations)
  }

  private static let surprise: Set<String> = [
    "anticipate", "anticipated", "expect", "expected", "foresee", "foreseen",
  ]

  /// "Analysis of the causes", "Cause of failure", "Likely cause": the word stands where a name has it, and not as a verb in
  /// the middle of a title.
  private static func causeName(_ words: [String]) -> IncidentRole? {
    guard words.count <= 5, words.allSatisfy({ !verbs.contains($0) }) else { return nil }
    let isOpening =
      causes.contains(words[0])
      && (words.count == 1
        || ["of", "and", "analysis", "for", "du", "de", "des", "da", "do", "der"].contains(words[1]))
    let isEnding =
      causes.contains(words[words.count - 1]) && words.dropLast().allSatisfy(beforeCause.contains)
    guard isOpening || isEnding else { return nil }
    return words.contains("contributing") || words.contains("contributory") ? .factors : .cause
  }

  private static let why: Set<String> = ["why", "warum", "pourquoi"]
  private static let catching: Set<String> = [
    "catch", "caught", "detect", "detected", "notice", "noticed", "find", "found", "sooner", "earlier",
    "safeguards",
    "tests", "test", "testing", "alerts", "alerted", "monitoring", "review", "bemerkt", "detecte",
  ]
  private static let hardness: Set<String> = [
    "misdiagnose", "misread", "misled", "misleading", "hard", "harder", "confusing", "difficult",
  ]
  private static let happening: Set<String> = [
    "happen", "happened", "happens", "fail", "failed", "broke", "crashed", "occurred",
  ]
  private static let negations: Set<String> = ["not", "t", "no", "didn", "wasn", "nicht", "pas", "nobody"]
  private static let causes: Set<String> = ["cause", "causes", "ursache", "ursachen", "causa", "causas"]
  private static let beforeCause: Set<String> = [
    "analysis", "of", "the", "underlying", "actual", "real", "technical", "direct",
    "proximate",
    "immediate", "and", "trigger", "contributing", "contributory", "failure", "what",
    "was", "were",
    "ultimate", "confirmed", "primary", "secondary", "systemic", "latent", "root",
  ]
  private static let verbs: Set<String> = ["causing", "caused", "fails", "failed", "breaks", "broke"]
}
