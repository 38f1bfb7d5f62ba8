/// What a sentence of a report tells: what was seen, what it came from, what ended it. All lists are of whole words, in
/// lower case and without signs; those of other languages than English come last.
enum IncidentWords {
  /// As the lists are looked for in it: each word between spaces.
  static func plain(_ text: String) -> String { " \(PlainWords.normalized(text)) " }

  static func list(_ phrases: String) -> PhraseList {
    PhraseList(phrases.onOneLine.split(separator: "|").map { " \(String($0).trimmed) " })
  }

  // MARK: Symptoms

  static func isSymptom(_ text: String) -> Bool {
    let plain = plain(text)
    return seen.isIn(plain) || holdsStatusCode(plain)
  }

  private static let seen = list(
    """
    fail|failed|failing|fails|failure|failures|error|errors|unable|unavailable|unavailability|down|slow|slower|slowly|
    latency|timeout|timeouts|degraded|degradation|outage|stopped|crash|crashed|crashing|crashes|crashlooping|missing|
    unresponsive|broken|disrupted|disruption|delays|delayed|delay|stuck|unreachable|inaccessible|exceptions|refused|
    rejected|lost|expired|unstable|interrupted|stalled|disappeared|blocked|vanished|hung|hang|hangs|hanging|downtime|
    offline|crashloop|intermittent|intermittently|unusable|broke|breaks|empty|spike|spiked|flood|incorrect|incorrectly|unhealthy|notready|
    timed out|could not|couldn t|cannot|can t|not able to|did not|didn t|not shipped|not being|not responding|wasn t|
    weren t|were not|was not|no longer|not working|wait times|high memory|high cpu|not start|not reach|not found|
    crash loop|crash looping|crash loops|returned no|returns no|nothing|no results|no data|wrong|stale|silent|
    stayed in|stayed out|nobody|froze|frozen|halt|halts|halted|blank|dark|twice|not updating|not load|too many|stayed shut|
    out of memory|not receive|nicht|ausgefallen|fehler|fehlern|langsam|ausfall|erreur|erreurs|panne|lent|lente|fallo|
    fallaba|erro|erros|indisponible|caida|fora do ar
    """)

  /// The name of something that went wrong, other than by what was seen.
  static func isProblem(_ text: String) -> Bool { problems.isIn(plain(text)) }

  private static let problems = list(
    """
    stay shut|fehlen|fehlt|kaputt|manquent|manque|falta|faltan|attack|attacks|abuse|leak|leaks|leaked|compromise|
    compromised|unauthorized|unauthorised|fraudulent|unsafe|inefficient|unbound|unbounded|infinite|infinitely|
    rebooting|locked|locked up|negative|exhaustion|starvation|removed|deleted|destroyed|accidental|accidentally|
    reverted|full|swamps|swamped|saturate|saturates|saturated|breaking|bug|vulnerability|malware|denial of service|
    reached|unintended|stall|overload|overloaded|misconfiguration|restarted|crashlooping|restarts|lack of|dropped|
    not allocating|not updated|never|deletion|deadlock|deadlocks|race|conflict|loop|corruption|corrupted|exposed|
    regression|mimic|injection|exploit|clickable|allowed|fraud|poisoned|stop|stops|kill|kills|killed|erroring|loses|
    loss
    """)

  private static func holdsStatusCode(_ plain: String) -> Bool {
    plain.spacedWords.contains { word in
      word.utf8.count == 3 && word.utf8.allSatisfy(\.isDigit)
        && ["40", "41", "42", "50", "52"].contains { word.hasPrefix($0) }
    }
  }

  // MARK: Causes

  /// Words between an effect and its cause, the effect first.
  private static let connectors = [
    "was caused by", "were caused by", "caused by", "due to", "because of", "because", "as a result of",
    "resulted from", "was triggered by", "triggered by", "stemmed from", "owing to", "wegen", "weil",
    "verursacht durch", "a cause de", "en raison de", "debido a", "porque", "devido a",
  ]
  private static let backward = PhraseList(connectors.map { " \($0) " } + [" caused "])

  private static let forward = list(
    """
    led to|causing|resulted in|resulting in|which meant that|this meant that|lead to|
    culprit|issue originated from|problem originated from|incident originated from|outage originated from|
    errors originated from|reason was|the problem was that|the issue was that|underlying issue|a bug|turned out|preventing|prevented|
    ran out of|exhausted|overwhelmed|misconfigured|misconfiguration|leading to|made it impossible|ursache|lag an|
    cause racine|causa|attributed to
    """)

  /// "The root cause was identified" says nothing, but for what comes behind it.
  private static let identified = list(
    """
    cause was identified as|cause identified as|cause was identified to be|core issue was|core problem was|
    causes were identified as
    """)

  private static let direct = list(
    """
    incident was triggered by|outage was triggered by|incident stemmed from|outage stemmed from|problem stemmed from|
    failure was triggered by|disruption was triggered by|was traced to|were traced to|was traced back to|
    root cause was|root cause is|root cause of|root cause for|was caused by|were caused by|the cause was|
    cause was that|resulted from|been caused by|was due to|the reason was|reason was|the problem was that|
    the problem was a|the culprit was|were due to|is caused by|the issue was that|the issue was a|primary cause|
    primary root cause|the underlying issue was|it turns out that|was because|the reason for this|stemmed from|
    was triggered by|happened because|meant it was possible|made it possible|cause identified|
    was a misconfiguration|die ursache war|ursache war|la cause etait|la causa fue|a causa foi|war die ursache
    """)

  /// It speaks of a cause and names none, or names that of something else.
  private static let unknown = list(
    """
    still under|under forensic investigation|remains unknown|is unknown|still unknown|is unknown|not known|
    not yet known|unclear what|could not be determined|not been identified|not identified|unknown reason|
    unknown reasons|another root cause|determine the cause|to determine|root cause has been|find the cause|
    finding the cause|actual cause|by the time|nature of the bug|a fix was|figured out|it is important to note|
    contributing factors|compounding factors|look into|suspect|possible cause|likely cause|bug was identified|
    quickly found|identify the root cause|root cause was identified|root cause was not|root cause is still|
    no root cause|identified the root cause|duration was extended|was prolonged|recovery was|further exacerbate|
    exacerbated|decision to|same fundamental|root cause identified and|root cause discovery|not affected|we decided|
    noop|able to identify|ruled out|not the cause|perhaps|potentially|the fix|was noticed because|was unexpected|
    shared the same|cause is still|no loss of|was delayed|detection was|might be|may have|seemed to be|seems to be|
    were triggered
    """)

  /// How plainly it names a cause, from 0 to 3.
  static func cause(_ text: String) -> Int {
    let plain = plain(text)
    if identified.isIn(plain) { return 3 }
    if unknown.isIn(plain) { return 0 }
    if direct.isIn(plain) { return 3 }
    if backward.isIn(plain) { return 2 }
    return forward.isIn(plain) ? 1 : 0
  }

  /// "Two gates (shut because of the storm) were painted": a reason for a word of it, and not for the whole.
  static func isReasonInBrackets(_ text: String) -> Bool {
    text.holds(UInt8(ascii: "(")) && cause(text) == 2 && cause(withoutBrackets(text)) == 0
  }

  private static func withoutBrackets(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "(")) else { return text }
    var depth = 0
    var kept = ""
    for sign in text {
      if sign == "(" { depth += 1 }
      if depth == 0 { kept.append(sign) }
      if sign == ")", depth > 0 { depth -= 1 }
    }
    // One that is never closed opens nothing.
    return depth == 0 ? kept : text
  }

  /// How plainly it tells of something that was left out, taken away or went another way than was meant: 2, of a change
  /// that could have done it: 1.
  static func fault(_ text: String) -> Int {
    let plain = plain(text)
    return faults.isIn(plain) ? 2 : changes.isIn(plain) ? 1 : 0
  }

  /// The first sentences say how it works, and only what was cut off behind them says what went wrong.
  static func isOnlyBefore(_ kept: String, fault rest: String) -> Bool {
    let tells = fault(kept) == 2 || isProblem(kept) || cause(kept) > 0 && !IncidentGates.isNoCause(kept)
    return !tells && (fault(rest) == 2 || cause(rest) > 0)
  }

  private static let faults = list(
    """
    removed|deleted|failed to|did not|didn t|does not|doesn t|was not|wasn t|were not|weren t|not|never|no longer|
    missing|lacked|lacks|without|expired|out of date|out of sync|exceeded|incorrect|incorrectly|wrong|wrongly|omitted|
    omitting|forgot|forgotten|overwrote|overwritten|bug|race|too small|too large|too long|too many|too slow|too low|
    too high|misconfigured|conflict|assumed|assumption|accidentally|mistakenly|duplicate|duplication|overlooked|
    leaked|leaks|failing|was down|were down|unable to|could not|couldn t|exceeding|exceeds|not compatible|incompatible|
    nicht|kein|keine|fehlte|falsch|abgelaufen|pas|sans|mauvais|expire|sin|no habia|vencido|sem|nao|errado
    """)

  private static let changes = list(
    """
    changed|introduced|limit|higher|increase|increased|upgraded|upgrade|updated|replaced|moved|disabled|enabled|
    renamed|deployed|applied|added
    """)

  /// It says of itself that this is what most of it came from.
  static func isMain(_ text: String) -> Bool { main.isIn(plain(text)) }

  private static let main = list(
    """
    mainly|largely|primarily|mostly|the real|real cause|root cause|underlying|turned out|turns out|actually|main cause|
    main reason|primary cause|ultimately|ultimate cause|core issue|core problem
    """)

  static func isUnknown(_ text: String) -> Bool {
    let plain = plain(text)
    return unknown.isIn(plain) && !identified.isIn(plain)
  }

  /// A sentence cut where its cause begins: "X due to Y". Both halves are the author's.
  static func parted(_ text: String) -> (effect: String, cause: String)? {
    for connector in connectors {
      guard let place = PlainWords.range(of: " \(connector) ", in: text) else { continue }
      let effect = String(text[..<place.lowerBound]).trimmed
      let cause = String(text[place.upperBound...]).trimmed
      if effect.wordCount >= 3, cause.wordCount >= 2 { return (effect, cause) }
    }
    return nil
  }

  /// A sentence up to where it goes on to what came of it: "X, causing Y".
  static func beforeEffect(_ text: String) -> String {
    let places = [
      " caused ", " causing ", " led to ", " leading to ", " resulted in ", " resulting in ", " meant that ",
      " so ",
    ].compactMap { text.place(of: $0)?.lowerBound }
    return places.min().map { String(text[..<$0]) } ?? text
  }

  // MARK: Ends

  /// Something was done that can end it, and not only planned or tried.
  static func isFix(_ text: String) -> Bool {
    let plain = plain(text)
    return fixes.isIn(plain) && !undone.isIn(plain)
  }

  private static let fixes = list(
    """
    fixed by|fixed with|we fixed|resolved by|mitigated by|solved by|we reverted|was reverted|
    were reverted|reverted|reverting|rolled back|rolling back|restarted|restarting|restarts|we increased|
    deleted|deleting|we disabled|was disabled|disabling|limiting disabled|upgraded|patched|
    banning|banned|by removing|removing|we cleared|cleared|recreated|scaled up|redeployed|re deployed|added the|
    replaced|pinned|pinning|cleaned out|recycling|fix was|manually|reconfigured|applied a|
    applied changes|switched|updating|was updated|set the command|culling|reattached|re attached|rotated|renewed|
    revoked|rebooted|rescheduled|migrate to|migrating to|migrated to|migration to|increasing|decreased|
    reduced the|released version|moved to|increased to|behoben|zuruckgerollt|neu gestartet|corrige|redemarre|
    solucionado|reiniciado|corrigido|revertido
    """)

  private static let undone = list(
    """
    unable to|not being|wasn t|weren t|was not|were not|could not|will|should|plan to|unintentional|unintentionally|
    accidentally|accidental|not possible|fails|failed|did not|didn t|fix was ready|would|attempted|caused|
    completely from|usually|tomorrow|supposed to|attempt|triggered|needs to be|by default|manual changes|
    done manually|error persists|suspected|do not|does not|not seem|unclear|noop|included|try to|tried to|due to|
    because|get killed|reason was|nicht
    """)

  /// It says that it ended, and by what.
  static func isEnding(_ text: String) -> Bool { isFix(text) && isOver(text) }

  static func isOver(_ text: String) -> Bool { endings.isIn(plain(text)) }

  private static let endings = list(
    """
    resolved|fixed|restored|recovered|back to normal|normal again|went back|solved|works again|working again|back up|
    resolves|fixes|goes away|went away|solve the issue|online|returned to|healthy|resumes|mitigated|mitigate|
    permanent fix|ended|fix|fully operational|behoben|corrige|resolu|solucionado|corrigido|is fine|now fine|
    begins to climb|to an end|started shipping|running again|operational|it works|confirmed by|uncordoned|terminated|culprit
    """)

  // MARK: The way there

  static func isMisleading(_ text: String) -> Bool { misleading.isIn(plain(text)) }

  private static let misleading = list(
    """
    red herring|red herrings|misled|misleading|mislead|masked|masking|obscured|first thought|initially thought|
    confused by|were blind to|was blind to|not immediately obvious|side effects of the actual|false lead|
    initially suspected|first suspected|did not immediately point|gave the impression|symptoms were similar|
    looked healthy|seemed healthy|all returned healthy|appeared healthy|made tracking down|harder to find|which hid|
    fausse piste|falsche fahrte|irregefuhrt
    """)

  static func isRuledOut(_ text: String) -> Bool { ruledOut.isIn(plain(text)) }

  private static let ruledOut = list(
    """
    ruled out|not the cause|was not the problem|excluded as|confirmed they were healthy|could be excluded|
    wasn t the cause|turned out not to be|was not related to|ausgeschlossen|descartado|exclu
    """)

  /// Which signal gave the cause away.
  static func isGivingAway(_ text: String) -> Bool {
    let plain = plain(text)
    return givingAway.isIn(plain) && !plain.holds(" root cause ")
  }

  private static let givingAway = list(
    """
    discovered that|revealed that|reveals that|logs show|logs showed|log shows|log showed|metrics show|metrics showed|
    found that|found out that|noticed that|identified that|traced to|traced back to|we saw that|shows that|
    showed that|realized that|realised that|notices that|sees that|gave it away
    """)

  /// Something that could be seen, and no deed.
  static func isObserved(_ text: String) -> Bool {
    let plain = plain(text)
    return (observed.isIn(plain) || isSymptom(text)) && !deeds.begins(plain) && !done.isIn(plain)
      && !isOver(text)
  }

  private static let observed = list(
    """
    alert|alerts|alarm|alarms|reported|reports|reporting|log|logs|metric|metrics|high|memory|cpu|seen|saw|showed|
    shows|observed|appears|detected|detects|was found at|were found at|began to|grew|growing|idle|rose|climbed|
    pending|full|increased|drops|dropped|spikes|reaches|users|user|notices|exhaustion
    """)

  private static let done = list(
    """
    is deleted|is deployed|was deployed|were deployed|deployed again|kicks in|was restarted|were restarted|is restarted|
    was merged|is merged|was created|is opened|was opened|were deleted|was deleted|decide to|decided to|attempted to
    """)

  private static let deeds = list(
    """
    deploy|deployed|rolled back|rollback|reverted|restarted|fix|fixed|incident declared|declared|meeting|
    investigation|started|begin|merged|pr|decision|decided|status page|communication|customer communications|
    contacted|applied|added|created|service restored|resolved|incident resolved|recovered|asked|team|called|joined|
    manual|scaled|scaling|updated|incident closed|deleted|removed|changed|upgraded|revert|issue resolved|published|
    opened|it is decided|digging|inspecting|full service|we|user realizes|note that|checked|check|checking|notice|
    monitoring reports|total impact|based on|verification|also|unrelated|engineering|a lot of|testing|detected on|
    triggered|routine|detection|after|the final|recovery|potential|asking|forcefully|additional|two new|
    one node didn t|first user reports|metrics available|metrics are|a pr|the pr|the culler|the documentation|
    same issue|found spikes|identified|removed|marked|cordoned|an incident|alert discovered|issue confirmed|
    the customer informed|more customer reports|initial customer
    """)
}
