/// What a sentence of a report tells: what was seen, what it came from, what ended it.
enum IncidentWords {
  static func plain(_ text: String) -> String { " \(PlainWords.normalized(text)) " }

  // MARK: Symptoms

  static func isSymptom(_ text: String) -> Bool {
    let plain = plain(text)
    return seen.isIn(plain) || holdsStatusCode(plain)
  }

  private static let seen = PhraseList(
    """
    fail failed failing fails failure failures error errors unable unavailable unavailability down slow slower slowly
    latency timeout timeouts degraded degradation outage stopped crash crashed crashing crashes crashlooping missing
    unresponsive broken disrupted disruption delays delayed delay stuck unreachable inaccessible exceptions refused
    rejected lost expired unstable interrupted stalled disappeared blocked vanished hung hanging downtime offline
    crashloop intermittent spike spiked flood incorrect unhealthy notready
    """.spacedWords.map { " \($0) " } + [
      " timed out ", " could not ", " couldn t ", " cannot ", " can t ", " not able to ", " did not ",
      " didn t ",
      " not shipped ", " not being ", " not responding ", " wasn t ", " weren t ", " were not ", " was not ",
      " no longer ", " not working ", " wait times ", " high memory ", " high cpu ", " not start ",
      " not reach ",
      " not found ", " crash loop ", " crash looping ", " crash loops ", " out of memory ", " not receive ",
      " nicht ", " ausgefallen ", " fehler ", " langsam ", " ausfall ", " erreur ", " panne ", " lent ",
      " fallo ",
      " erro ", " indisponible ", " caida ",
    ])

  private static func holdsStatusCode(_ plain: String) -> Bool {
    plain.spacedWords.contains { word in
      word.utf8.count == 3 && word.utf8.allSatisfy(\.isDigit)
        && ["40", "41", "42", "50", "52"].contains { word.hasPrefix($0) }
    }
  }

  // MARK: Causes

  /// Words between an effect and its cause, the effect first.
  private static let backward = [
    " was caused by ", " were caused by ", " caused by ", " due to ", " because of ", " because ",
    " as a result of ", " resulted from ", " was triggered by ", " triggered by ", " stemmed from ",
    " came from ", " owing to ", " wegen ", " weil ", " verursacht durch ", " a cause de ", " en raison de ",
    " debido a ", " porque ", " devido a ",
  ]
  private static let backwardList = PhraseList(backward)

  private static let forward = PhraseList([
    " led to ", " caused ", " causes ", " causing ", " resulted in ", " resulting in ", " root cause ",
    " the cause ", " which meant that ", " this meant that ", " triggered ", " lead to ", " culprit ",
    " the reason ", " reason was ", " the problem was that ", " the issue was that ", " underlying issue ",
    " the bug ", " a bug in ", " turned out ", " preventing ", " prevented ", " made it ", " ran out of ",
    " exhausted ", " overwhelmed ", " misconfigured ", " misconfiguration ", " leading to ", " ursache ",
    " cause racine ", " causa ", " attributed to ", " the problem appears ",
  ])

  private static let direct = PhraseList([
    " root cause was ", " root cause is ", " root cause of ", " was caused by ", " were caused by ",
    " the cause was ",
    " resulted from ", " cause of the ", " caused by ", " was due to ", " the reason was ",
    " the problem was ",
    " the culprit ", " were due to ", " is caused by ", " the issue was ", " primary cause ",
    " underlying issue ",
    " turned out ", " was because ", " reason for ", " the reason ", " stemmed from ", " triggered by ",
  ])

  /// How plainly it names a cause, from 0.
  static func cause(_ text: String) -> Int {
    let plain = plain(text)
    if unknown.isIn(plain) { return 0 }
    if direct.isIn(plain) { return 3 }
    if backwardList.isIn(plain) { return 2 }
    return forward.isIn(plain) ? 1 : 0
  }

  static func isUnknown(_ text: String) -> Bool { unknown.isIn(plain(text)) }

  private static let unknown = PhraseList([
    " still unknown ", " is unknown ", " not known ", " not yet known ", " unclear what ",
    " could not be determined ",
    " not been identified ", " not identified ", " unknown reason ", " unknown reasons ",
  ])

  /// A sentence cut where its cause begins: "X due to Y". Both halves are the author's.
  static func parted(_ text: String) -> (effect: String, cause: String)? {
    for connector in backward {
      let bare = connector.trimmed
      guard let place = PlainWords.range(of: " " + bare + " ", in: text) else { continue }
      let effect = String(text[..<place.lowerBound]).trimmed
      let cause = String(text[place.upperBound...]).trimmed
      if effect.wordCount >= 3, cause.wordCount >= 2 { return (effect, cause) }
    }
    return nil
  }

  // MARK: Ends

  static func isFix(_ text: String) -> Bool { fixes.isIn(plain(text)) }

  private static let fixes = PhraseList([
    " fixed by ", " was fixed ", " fixed the ", " we fixed ", " resolved by ", " was resolved ",
    " resolved the ",
    " reverted ", " reverting ", " rolled back ", " rollback ", " restarted ", " restarting ", " restart of ",
    " mitigated by ", " we increased ", " increased the ", " hotfix ", " deleted ", " deleting ",
    " disabled ",
    " disabling ", " upgraded ", " patched ", " solved by ", " solved the ", " banning ", " removing ",
    " cleared ",
    " recreated ", " scaled up ", " redeployed ", " re deployed ", " added the setting ", " replaced the ",
    " was replaced ", " cleaned out ", " fixed with ", " implemented ", " quick fix ", " recycling ",
    " fix was ",
    " the fix ", " manually ", " reconfigured ", " applied ", " switched ", " behoben ", " corrige ",
    " solucionado ",
    " corrigido ", " fixes ", " paused ", " moved ",
  ])

  /// It says that it ended, and by what.
  static func isEnding(_ text: String) -> Bool { endings.isIn(plain(text)) && isFix(text) }

  private static let endings = PhraseList([
    " resolved ", " fixed ", " restored ", " recovered ", " back to normal ", " normal again ", " went back ",
    " solved ", " works again ", " working again ", " back up ", " resolves ", " fixes ", " problem is gone ",
    " goes away ", " went away ", " fix ",
  ])

  // MARK: The way there

  static func isMisleading(_ text: String) -> Bool { misleading.isIn(plain(text)) }

  private static let misleading = PhraseList([
    " red herring ", " red herrings ", " misled ", " misleading ", " mislead ", " masked ", " masking ",
    " obscured ",
    " first thought ", " initially thought ", " we thought ", " was thought to be ", " wrongly ",
    " mistakenly ",
    " incorrectly assumed ", " we assumed ", " at first it looked ", " looked like ", " confused by ",
    " confusing ",
    " were blind to ", " falsely ", " not immediately obvious ", " side effects of the actual ",
    " false lead ",
    " we suspected ", " initially suspected ", " was attributed to ", " again attributed to ", " believing ",
    " did not immediately point ", " gave the impression ", " assumption that ", " symptom focused ",
  ])

  static func isRuledOut(_ text: String) -> Bool { ruledOut.isIn(plain(text)) }

  private static let ruledOut = PhraseList([
    " ruled out ", " rule out ", " not the cause ", " was not the problem ", " unrelated to ",
    " excluded as ",
    " confirmed they were healthy ", " could be excluded ", " wasn t the cause ", " not the issue ",
    " turned out not to be ",
  ])

  /// Which signal gave the cause away.
  static func isGivingAway(_ text: String) -> Bool { givingAway.isIn(plain(text)) }

  private static let givingAway = PhraseList([
    " we discover ", " discovered that ", " we discovered ", " revealed that ", " revealed ",
    " reveals that ",
    " logs show ", " logs showed ", " log shows ", " looking at the logs ", " metrics show ",
    " metrics showed ",
    " root cause identified ", " cause identified ", " found that ", " found out that ", " noticed that ",
    " discovery ", " identified that ", " identified the ", " it is clear that ", " discovered ",
    " traced to ",
    " traced back to ", " cause found ", " inspecting ", " identifies ",
  ])

  /// Something that could be seen, and no deed.
  static func isObserved(_ text: String) -> Bool {
    let plain = plain(text)
    return (observed.isIn(plain) || isSymptom(text)) && !deeds.begins(plain)
  }

  private static let observed = PhraseList([
    " alert ", " alerts ", " alarm ", " alarms ", " reported ", " reports ", " log ", " logs ", " metric ",
    " metrics ",
    " high ", " memory ", " cpu ", " seen ", " saw ", " showed ", " shows ", " observed ", " appears ",
    " detected ",
    " pending ", " full ", " increased ", " drops ", " dropped ", " spikes ", " reaches ", " users ",
    " user ",
  ])

  private static let deeds = PhraseList([
    " deploy ", " deployed ", " rolled back ", " rollback ", " reverted ", " restarted ", " fix ", " fixed ",
    " incident declared ", " declared ", " meeting ", " investigation ", " started ", " begin ", " merged ",
    " pr ",
    " decision ", " decided ", " status page ", " communication ", " customer communications ", " contacted ",
    " applied ", " added ", " created ", " service restored ", " resolved ", " incident resolved ",
    " recovered ",
    " asked ", " team ", " called ", " joined ", " manual ", " scaled ", " scaling ", " updated ",
    " incident closed ",
    " deleted ", " removed ", " changed ", " upgraded ", " revert ", " issue resolved ", " published ",
    " opened ",
  ])

  /// Of how people worked together, and not of how the system works.
  static func isAboutPeople(_ text: String) -> Bool { people.isIn(plain(text)) }

  private static let people = PhraseList([
    " communication ", " communications ", " communicate ", " communicating ", " war room ",
    " incident manager ",
    " meeting ", " meetings ", " status page ", " postmortem ", " post mortem ", " incident report ",
    " collaboration ",
    " log book ", " gut feelings ", " team member ", " team members ", " customer comms ", " on call ",
    " calm ",
    " gitter ", " slack ", " email ", " emails ", " stakeholders ", " staff ", " escalation ", " escalate ",
    " training ",
    " hands on ", " lunch ", " holiday ", " vacation ", " offline ", " incident lead ", " incident response ",
    " incident handling ", " incident handing ", " blame ", " attendees ", " announce ", " announcement ",
    " credits ",
    " refunds ", " refund ", " strike team ", " code owners ", " responders ", " camp ", " drills ",
    " knowledge sharing ",
    " luck ", " lucky ", " timezone ", " timezones ", " awake ", " colleague ", " colleagues ", " people ",
    " everybody ",
    " everyone ", " in the future we will ", " write up ", " write down ", " twitter ", " pager ",
    " declare ", " comms ",
  ])
}

extension IncidentWords {
  /// It needs the sentence before it.
  static func leans(_ text: String) -> Bool { leaning.begins(plain(text)) && !standing.begins(plain(text)) }

  private static let leaning = PhraseList(
    """
    this it they these those that however also therefore thus so but and such then he she its their additionally
    furthermore moreover hence or instead similarly likewise both neither another finally secondly otherwise which here
    below see his her we've after once eventually afterwards later meanwhile unfortunately nevertheless as
    """.spacedWords.map { " \($0) " } + [
      " in turn ", " because of this ", " due to this ", " the above ", " the same ",
    ])

  private static let standing = PhraseList([
    " this incident ", " it is possible ", " after a ", " after an ", " after the ", " as a result of a ",
    " once the ",
    " that the ", " after some ",
  ])

  /// A plan to think about something.
  static func isVague(_ text: String) -> Bool { vague.begins(plain(text)) }

  private static let vague = PhraseList([
    " investigate ", " discuss ", " consider ", " look into ", " review ", " explore ", " think about ",
    " find out ",
    " figure out ", " evaluate ", " decide ", " determine ", " research ", " check why ", " check if ",
    " understand ",
    " diagnose ", " assess ", " see if ", " there was an old ", " plan to ", " action plan ", " clarify ",
    " improve ",
    " better ", " bring down ", " monitor situation ", " continue ", " we need to ", " work with ",
  ])

  /// It speaks of the report and not of what happened.
  static func isAboutText(_ text: String) -> Bool { aboutText.isIn(plain(text)) }

  private static let aboutText = PhraseList([
    " this post mortem ", " this postmortem ", " this document ", " this report ", " outlined above ",
    " this incident ",
    " these incidents ", " we recorded ", " we are committed ", " we re committed ",
    " improvements outlined ",
  ])
}
