/// Whether a sentence tells of something that was done.
extension IncidentGates {
  /// What was done about it, and is done: no finding, no message, no way of working.
  static func isDeed(_ text: String) -> Bool {
    let plain = withoutHours(IncidentWords.plain(text))
    guard IncidentWords.isFix(plain) || doing.isIn(plain) || tellsDeed(plain) || opensWithDeed(text)
    else { return false }
    return !notDone.isIn(plain) && !findings.begins(plain)
  }

  /// "It was mitigated by 12:35", "… by October 26": says when, and not by what.
  private static func withoutHours(_ plain: String) -> String {
    let words = plain.spacedWords
    let kept = words.indices.filter { index in
      words[index] != "by" || index + 1 == words.count
        || words[index + 1].first?.isNumber != true && !IncidentTitle.isDateWord(String(words[index + 1]))
        || words[index + 1] == "the"
    }
    return kept.count == words.count
      ? plain : " " + kept.map { String(words[$0]) }.joined(separator: " ") + " "
  }

  /// "Increased the limit …", "Rolling back …".
  private static func opensWithDeed(_ text: String) -> Bool {
    guard let first = IncidentWords.plain(text).spacedWords.first.map(String.init) else { return false }
    return opening.contains(first)
  }

  /// "The owner closed the gate by hand": what somebody did is nothing that was seen.
  static func opensWithDeed(ofSomeone text: String) -> Bool {
    IncidentWords.plain(text).spacedWords.prefix(4).contains { opening.contains(String($0)) }
  }

  /// "Gate rule applied": a deed in the short form of timelines.
  static func namesDeed(_ text: String) -> Bool {
    IncidentWords.plain(text).spacedWords.contains { opening.contains(String($0)) }
  }

  /// "The team then removed …", "… were recreated".
  private static func tellsDeed(_ plain: String) -> Bool {
    var before = ""
    for word in plain.spacedWords.map(String.init) {
      if doers.contains(before), opening.contains(word) { return true }
      before = word
    }
    return false
  }

  private static let doers: Set<String> = [
    "we", "they", "team", "then", "was", "were", "been", "engineers", "manually", "have", "has", "is", "are",
    "immediately", "quickly", "first", "and", "engineer", "operator",
  ]

  private static let opening: Set<String> = [
    "increased", "increasing", "decreased", "reduced", "raised", "lowered", "scaled", "added", "adding",
    "removed",
    "removing", "restarted", "restarting", "rebooted", "rolled", "reverted", "reverting", "disabled",
    "enabled",
    "deleted", "deployed", "redeployed", "replaced", "replacing", "restored", "recreated", "renewed",
    "rotated",
    "updated", "updating", "upgraded", "downgraded", "patched", "pinned", "moved", "migrated", "switched",
    "blocked",
    "cleared", "cleaned", "drained", "terminated", "reset", "reinstated", "reinstating", "implemented",
    "configured", "corrected",
    "reconfigured", "applied", "limiting", "validating", "asserting", "banning", "changed", "changing",
    "fixed",
    "introducing", "introduced", "released", "deleting", "rebuilt", "manually",
  ]

  private static let doing = IncidentWords.list(
    """
    was increased|were increased|is increased|we added|was added|were added|we removed|was removed|were removed|
    manually removed|we replaced|was replaced|were replaced|we restored|was restored|were restored|was recreated|
    were rebuilt|was rebuilt|was modified|were modified|was pushed|were pushed|was moved|were moved|we moved|
    we changed|have now changed|was changed|were changed|we released|was released|we updated|was updated|were updated|
    we upgraded|we deployed|was deployed|were deployed|we scaled|was scaled|we blocked|was blocked|were blocked|
    was applied|we applied|were applied|restart of|a restart|rollback of|we rebooted|was introduced|were introduced|
    we deleted|was deleted|were deleted|was killed|were killed|we switched|we rolled|no longer allows|was addressed|
    were addressed|inline edit|by deploying|by adding|by changing|by moving|by setting|by increasing|by restarting|
    by deleting|by scaling|by reconfiguring|by rolling|by reverting|by disabling|by updating|by upgrading|
    by replacing|by manually|we cleared|we enabled|was enabled|we turned|was turned off|we set|was set to|we renewed|
    se publico|se reinicio|se reiniciaron|se corrigio|se restauro|se elimino|se anadio|se aumento|se revirtio|
    se actualizo|foi reiniciado|foi reiniciada|foi corrigido|foi corrigida|foi revertido|foi removido|foi aumentado|
    foram reiniciados|a ete redemarre|a ete corrige|a ete retabli|a ete remplace|ont ete effaces|ont ete redemarres|
    nous avons redemarre|wurde erhoht|wurde ersetzt|wurde entfernt|wurden neu|wir haben|was renewed|we issued|
    was issued|we drained|was drained|we reset|was reset|was patched|we merged|moved to
    """)

  private static let notDone = IncidentWords.list(
    """
    error was raised|exception was raised|to see if|to see whether|still|no effect|did not help|didn t help|if we had|
    could have|should have|will be|we will|should be|is planned|are planned|to be done|are being|is being|in progress|
    not exploited|we chose|ticket with|raised a ticket|support case|responded quickly|promptly|was scheduled for|
    is scheduled|pending|seems to|seem to|appears to|subsequently developed|was developed and|was then tested|
    to investigate|for investigation|made worse|worsened|reason for this|was not correct|an issue was filed|
    many of the issues|also being|being rotated|had been|destroyed|only difference|decided to|agreed to|temporary|
    temporarily|while waiting|was considered|rather than a|in error|continues to|hard coded|presumed|it was found|
    was corroborated
    """)

  private static let findings = IncidentWords.list(
    """
    confirm|verify|check|confirmed|verified|checked|ran|tested|observed|test whether|make sure|team identified|the team identified|we identified|identified that|identified the|we found|found that|it was found|
    team found|we noticed|it was noticed|we discovered|discovered that|we realized|we realised|it turned out|
    investigation|investigations|further investigation|it was determined|we determined|we confirmed|confirmed that|
    team confirmed|we saw|given the|when the|contacted|we contacted|we immediately contacted|notified|asked|
    the workforce|our chat|users|user|this decision|the decision|the root cause|because|due to|at that point
    """)

  /// Something was done, and the trouble went on.
  static func isNoHelp(_ text: String) -> Bool { helpless.isIn(IncidentWords.plain(text)) }

  /// The trouble was there again.
  static func tellsOfReturn(_ text: String) -> Bool { returning.isIn(IncidentWords.plain(text)) }

  private static let returning = IncidentWords.list(
    "recurred|reappeared|happened again|occurred again|failed again|persisted|trat wieder auf")

  private static let helpless = IncidentWords.list(
    """
    did not help|didn t help|does not help|doesn t help|did not resolve|didn t resolve|does not resolve|doesn t resolve|
    did not solve|didn t solve|does not solve|doesn t solve|did not fix|didn t fix|does not fix|doesn t fix|no effect|
    without success|to no avail|did not work|does not stop|did not stop|didn t work|does not work|doesn t work|half nicht|sans effet|sin exito|
    nao funcionou|no funciono
    """)
}
