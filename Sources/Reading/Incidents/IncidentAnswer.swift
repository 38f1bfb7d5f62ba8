/// Whether words that a report says can be an answer: they tell something, more than the title does, and name whatever
/// they point at.
enum IncidentAnswer {
  // MARK: Too little

  /// "A missing setting on the cluster": it was found, and is not told.
  static func isThin(_ text: String) -> Bool {
    let sentences = Sentences.split(text)
    guard let index = sentences.firstIndex(where: { room(behindVague: $0) != nil }),
      let room = room(behindVague: sentences[index]), room < leastBehind
    else { return false }
    // Another sentence can say which one it was.
    return !sentences.indices.contains {
      $0 != index && sentences[$0].wordCount >= 8 && IncidentItem.isSpecific(sentences[$0])
        && !IncidentGates.isDeed(sentences[$0])
    }
  }

  private static let leastBehind = 8

  /// The number of words behind one that names a kind of fault, up to where the sentence goes on to what came of it.
  private static func room(behindVague text: String) -> Int? {
    let plain = IncidentWords.plain(text)
    for name in vague {
      guard let place = plain.place(of: name) else { continue }
      // "A malformed manifest of the pier hit a bug in …" has said it by then.
      let before = String(plain[..<place.lowerBound]).spacedWords.count
      let opensCause = String(plain[..<place.lowerBound]).spacedWords.suffix(4).contains {
        ["cause", "due", "caused", "because", "via", "through"].contains($0)
      }
      if before >= 6, !opensCause, stems(text.spacedWords.prefix(before).joined(separator: " ")).count >= 3 {
        return nil
      }
      return String(plain[place.upperBound...]).spacedWords.prefix { !ending.contains($0) }.count
    }
    return nil
  }

  private static let vague = [
    "a missing setting", "a wrong setting", "missing configuration", "a small bug", "a minor bug",
    "human error",
    "user error", "operator error", "a misconfiguration", "misconfiguration of", "misconfiguration in",
    "a configuration error", "a configuration issue", "a configuration mistake", "configuration problem",
    "a wrong configuration", "an incorrect configuration", "a bad configuration", "a faulty configuration",
    "a bug in", "an error in", "an issue with", "an issue in", "a problem with", "problems with",
    "a problem in",
    "a mistake in",
    "a faulty change", "a bad deploy", "a bad deployment", "a bad release", "a typo in", "a technical issue",
    "unforeseen circumstances", "unrelated change", "a glitch", "a syntax error in", "an internal error",
    "a network issue",
    // With which change it came is told, and not what that did.
    "was introduced with", "was introduced by", "was introduced in", "were introduced with",
    "were introduced by",
  ].map { " \($0) " }

  private static let ending: Set<Substring> = [
    "resulted", "resulting", "caused", "causing", "led", "leading", "and", "made", "making", "triggered",
  ]

  // MARK: The title again

  /// Its words by their first letters: what grammar adds to a word stands behind them.
  static func stems(_ text: String) -> Set<Substring> {
    Set(
      IncidentWords.plain(text).spacedWords.compactMap { word in
        guard word.utf8.count >= 4 || word.contains(where: \.isNumber) else { return nil }
        let stem = word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
        return plainWords.contains(stem) ? nil : stem.prefix(6)
      })
  }

  private static let plainWords: Set<Substring> = [
    "this", "that", "these", "those", "with", "from", "were", "wa", "been", "which", "when", "where", "what",
    "have", "had", "into", "only", "some", "more", "after", "before", "while", "then", "than", "their",
    "them",
    "because", "caused", "cause", "resulted", "result", "issue", "problem", "incident", "outage",
  ]

  /// Hardly a word of it is new behind the title.
  static func repeats(_ title: String, _ text: String) -> Bool {
    let known = stems(title)
    let said = stems(withoutPlacesAndDays(text))
    return known.count >= 2 && said.subtracting(known).subtracting(happenings).count < 3
      && said.intersection(known).count >= 2
  }

  /// What was seen is more than the name of it with a day and a word for trouble.
  static func tellsMore(_ text: String, than title: String) -> Bool {
    stems(withoutPlacesAndDays(text)).subtracting(stems(title)).subtracting(troubles).count >= 3
  }

  private static let troubles = stems(
    """
    experienced experience disruption disrupted outage outages significant significantly major service services several
    customers users affected affecting impacted impact incident suffered degraded degradation unavailable down lasted lasting
    approximately hours minutes hour minute coordinated universal time subset components facing portion ranging days delays
    pagerduty pingdom alert alerts high priority reported reports reporting healthcheck monitoring unusable website went site widespread complete total started began global multiple various issue issues problems interruption
    """)

  /// On which node of many it was, and on which day, says nothing of why.
  private static func withoutPlacesAndDays(_ text: String) -> String {
    text.spacedWords.filter { word in
      !IncidentTitle.isDateWord(String(word)) && !IncidentTitle.isTimeWord(String(word))
        && word.count(where: \.isNumber) < 4
    }.joined(separator: " ")
  }

  private static let happenings = stems(
    "node nodes server servers available ran running happened occurred detected noticed became started completely"
  )

  /// "Add a check for it": what went wrong, with a word in front that says that it is to be watched.
  static func isTitleAsMeasure(_ title: String, _ text: String) -> Bool {
    let words = IncidentWords.plain(text).spacedWords
    guard let first = words.first(where: { $0 != "already" && $0 != "we" }), watching.contains(first) else {
      return false
    }
    return stems(text).subtracting(stems(title)).subtracting(watchWords).isEmpty
      && stems(text).intersection(stems(title)).count >= 2
  }

  private static let watching: Set<Substring> = [
    "add", "monitor", "alert", "test", "check", "create", "setup", "set", "implement", "ensure", "make",
    "prevent",
    "adding", "avoid", "fix", "write", "added", "fixed",
  ]

  private static let watchWords = stems(
    """
    test tests check checks ensure working work works expected correctly properly monitor monitoring alert alerts alarm
    alarms setup create implement make sure prevent happening again future avoid verify happen happens write occur
    notify already added fixed being doesn doesnt isn cannot does notified working
    """)

  /// "Changes were rolled back and it worked again": which ones?
  static func isPlainEnd(_ text: String) -> Bool {
    if byRequest.begins(IncidentWords.plain(text)) { return true }
    // "Rolled back to 1.8" names where to.
    let namesVersion = text.spacedWords.contains { word in
      word.first?.isNumber == true && word.dropLast().contains(".") && !word.contains(":")
    }
    return !text.holds("`") && !namesVersion
      && stems(withoutPlacesAndDays(text)).subtracting(endings).count < 2
  }

  /// Which change it was is told there.
  private static let byRequest = IncidentWords.list(
    "fixed by pr|fixed by pull request|fixed in pr|resolved by pr|fixed by mr")

  private static let endings = stems(
    """
    created production change changes rolled rollback back restored restarted restart service services working worked again
    deployed deploy deployment normal started previous version release released reverted revert everything
    returned recovered fixed fixes applied manually system systems pods nodes cluster redeployed immediately
    issue identified implemented around same once problem issues current delivered team their merged merge
    pull requests several different mitigate mitigation critical detected live updated four three within
    minutes minute hours hour completing completed completion hotfix patch patched published solved resolved
    solution quickly soon possible applying prod order directly correctly properly successfully mitigated mitigates originally
    intended following after incident
    """)

  /// "Fixed the field names and …", where the question speaks of wrong field names.
  static func isRepairOfNamed(_ answer: String, _ question: String) -> Bool {
    let end = [" and ", " - ", " – ", ", ", ". ", "; "].compactMap { answer.place(of: $0)?.lowerBound }.min()
    let clause = String(answer[..<(end ?? answer.endIndex)])
    let words = clause.spacedWords
    guard let first = words.first, repairs.contains(first.lowercased()), words.count <= 8 else {
      return false
    }
    return stems(words.dropFirst().joined(separator: " ")).isSubset(of: stems(question))
  }

  private static let repairs: Set<String> = [
    "fixed", "fixing", "corrected", "correcting", "repaired", "resolved",
  ]

  // MARK: What it points at

  /// "The alert", "this workflow": a definite thing that nothing before it names.
  static func pointsAway(_ text: String, from question: String) -> Bool {
    let words = IncidentWords.plain(text).spacedWords
    var known = Set(IncidentWords.plain(question).spacedWords.map(stem))
    // All of a kind, behind the first sentence, are those of which that one spoke.
    let first = Sentences.split(text).first.map { IncidentWords.plain($0).spacedWords.count } ?? words.count
    for (index, word) in words.enumerated() {
      if articles.contains(word) {
        let near = words[(index + 1)...].prefix(3)
        // "And restarted the pods": all of them.
        let areAll =
          index > 0 && renewed.contains(words[index - 1]) && near.first.map { stem($0) != $0 } == true
        if let noun = near.first, pointed.contains(stem(noun)), !known.contains(stem(noun)), !areAll,
          index < first || stem(noun) == noun,
          !isTold(words, behind: index + 1)
        {
          return true
        }
        // "The binary data field": of what?
        if let place = near.firstIndex(where: { parts.contains(stem($0)) }), word == "the",
          !isTold(words, behind: place), near[...place].allSatisfy({ !known.contains(stem($0)) })
        {
          return true
        }
        // "It could not find this table": which one, the sentence before told.
        if word == "this" || word == "these", let noun = near.first.map(stem), shown.contains(noun),
          !known.contains(noun)
        {
          return true
        }
        if near.first == "particular" || near.first == "specific" { return word != "the" }
      } else if word != "particular" {
        known.insert(stem(word))
      }
    }
    return false
  }

  /// "The alert of the pier", "the setting that …", "the file system": what follows says which one.
  private static func isTold(_ words: [Substring], behind index: Int) -> Bool {
    index + 1 < words.count && !goingOn.contains(words[index + 1])
  }

  private static func stem(_ word: Substring) -> Substring {
    word.hasSuffix("s") && !word.hasSuffix("ss") ? word.dropLast() : word
  }

  private static let renewed: Set<Substring> = [
    "restarted", "restarting", "redeployed", "redeploying", "recreated", "recreating", "rescheduled",
  ]

  private static let articles: Set<Substring> = ["the", "this", "that", "these", "those"]

  /// Words with which a sentence goes on without having said it.
  private static let goingOn: Set<Substring> = [
    "is", "was", "were", "are", "has", "had", "have", "needs", "need", "did", "does", "could", "can", "would",
    "should", "will", "must", "failed", "fails", "and", "or", "then", "to", "caused", "so", "but", "where",
    "as",
    "because", "again", "only", "it", "the", "this", "kept", "worked", "ran",
  ]

  /// Things of which a system has so many that somebody has to say which one is meant.
  private static let pointed: Set<Substring> = [
    "alert", "setting", "script", "command", "field", "flag", "option", "parameter", "value", "file", "pod",
    "workflow", "commit", "bug", "rule", "job", "migration", "variable", "function", "patch", "step", "task",
    "annotation", "ticket", "query", "feature", "column", "list",
  ]

  /// Somebody has to say which one, where a finger points at it.
  private static let shown: Set<Substring> = [
    "table", "index", "key", "record", "row", "entry", "policy", "endpoint", "image", "role",
  ]

  private static let parts: Set<Substring> = ["field", "column", "flag", "parameter", "option"]
}
