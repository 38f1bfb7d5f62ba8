/// What keeps a sentence from an answer although its words look like one: it tells of a doubt, of a stopgap, of something
/// found, or of the effect.
enum IncidentGates {
  /// It names a cause that nobody was sure of, or no cause at all.
  static func isNoCause(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return unsure.isIn(plain) || reporting.begins(plain) || concedes(text) || IncidentWords.isUnknown(text)
      || isOnlyState(text) || isOnlySuffered(text) || isOfOne(text) || namesTicket(text)
  }

  /// It says what somebody thinks, did about it or would like to have, and not what added to it.
  static func isNoFactor(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return isOfOne(text) || namesTicket(text) || wishes.isIn(plain) || remarks.begins(plain)
      || plain.hasPrefix(" there are ") && !plain.hasPrefix(" there are no ")
      || IncidentWords.cause(text) == 0 && undoing.isIn(plain)
  }

  /// "The likely cause is …", "Most probably it was …".
  static func isGuess(_ text: String) -> Bool { guesses.isIn(IncidentWords.plain(text)) }

  private static let guesses = IncidentWords.list(
    """
    likely|probably|possibly|presumably|suspected|suspect|we think|we believe|may have been|might have been|
    wahrscheinlich|vermutlich|probablement|probablemente|provavelmente
    """)

  /// "Although the log was empty because …": that is what speaks against the rest of the sentence.
  static func concedes(_ text: String) -> Bool {
    guard conceding.begins(IncidentWords.plain(text)) else { return false }
    let half = text.place(of: ", ").map { String(text[..<$0.lowerBound]) } ?? text
    return IncidentWords.cause(half) > 0 || half == text
  }

  private static let conceding = IncidentWords.list(
    "although|though|even though|obwohl|bien que|aunque|embora")

  private static let wishes = IncidentWords.list(
    """
    would have|would like|might want|need to codify|should consider|we should|we could|next time|quicker fix|better fix|
    eliminated|disproved|disproven|ruled out|does not explain|doesn t explain|we need to remember|to be looked at|related to|wouldn t have thought|saw that|noticed that|reported that
    """)

  private static let remarks = IncidentWords.list(
    "also|use|nb|note|thought|thoughts|maybe|perhaps|how to|not clear|not sure|see|solution|resolution|fixed by|fix applied|fix"
  )

  private static let undoing = IncidentWords.list(
    "rolled back|reverted|redeployed|restarted|resolved|fixed|identified the issue|rolled forward|brought back|back up"
  )

  /// "I believe …": a card has no one who speaks.
  static func isOfOne(_ text: String) -> Bool {
    text.spacedWords.contains { ["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d"].contains($0) }
  }

  /// "#7987 made …": what it did is told in the ticket.
  static func namesTicket(_ text: String) -> Bool {
    text.spacedWords.contains { word in
      guard let sign = word.firstIndex(of: "#") else { return false }
      return word[word.index(after: sign)...].prefix(while: \.isNumber).count >= 2
    }
  }

  /// "The server became unreachable, causing …": that is what was seen, and what came of it.
  private static func isOnlyState(_ text: String) -> Bool {
    let before = IncidentWords.beforeEffect(text)
    return before != text && IncidentWords.parted(text) == nil && states.isIn(IncidentWords.plain(before))
  }

  /// "We experienced an outage in which …": what happened, and not from what.
  private static func isOnlySuffered(_ text: String) -> Bool {
    guard IncidentWords.parted(text) == nil else { return false }
    return IncidentWords.plain(text).spacedWords.prefix(14).contains {
      ["experienced", "suffered", "encountered"].contains($0)
    }
  }

  private static let states = IncidentWords.list(
    """
    became unreachable|became unavailable|became unresponsive|became inaccessible|became unstable|stopped responding|
    went offline|was unreachable|was unavailable
    """)

  /// A factor that nobody was sure of.
  static func isDoubtful(_ text: String) -> Bool { doubts.isIn(IncidentWords.plain(text)) }

  private static let doubts = IncidentWords.list(
    """
    seems|seem|seemed|appears to|appeared to|probably|presumably|we think|we believe|may have|might have|maybe|unsure|
    not yet clear|not clear|unclear
    """)

  private static let unsure = IncidentWords.list(
    """
    we ll|we will|can lead to|could lead to|can result in|could result in|proof of concept|several bugs|it would be|would be too|not impacted|not affected|unaffected|it is possible|is possible for|
    series of cascading|series of issues|combination of factors|convergence of factors|varied across|has to be|
    have to be|was resolved within|were resolved within|crisis was resolved|agree to|agrees to|agreed to|
    because of this|is often|are often|not because|just because|primarily affected|primarily impacted|mainly affected|
    particularly impacted|particularly affected|did not solve|solve the root cause|fix the underlying|plans to|
    notified affected|was considered|there is some|there are some|exact same root cause|had not seen before|
    the same root cause|would have prevented|would have caught|would have avoided|causing some|caused some|
    led to some|leading to some|resulted in some|resulting in some|experienced intermittent|is assumed|are assumed|
    related issue|related issues|likely|believed to be|thought to be|expected response|sometimes|
    went down resulting in|went down causing|outage occurred|we should|we need to|should be|should have|could have|
    future incidents|in the future|lasted|for some users|minutes longer|seems|seemed|appears to|appeared to|probably|
    presumably|we think|we believe|we believed|may be|may have|maybe|might|might have|unclear|not clear|not yet clear|
    considered to be|was assumed to|temporary measure|workaround|whilst|follow up investigation|pending|is scheduled|
    caused concern|still investigating|under investigation|correctly identified|fortunately|luckily|not exploited|
    no impact|we decided|team decided|it was decided|was decided|strange|various reasons|varying|several reasons|
    first idea|small bug|minor bug|started failing|began failing|started returning|began returning|variety of errors|
    but incomplete|was incomplete|apparent root cause|apparent cause|aimed at|aims to|designed to prevent|not caused by|not due to|does not stop|did not stop|did not address|does not address|alone did not|did not provide|more details|details about|
    due to this incident|because of this incident|due to this outage|
    continue investigation|exact source|looking into|further complications|contributed to the problem|
    contributed to this|one part of|initially thought|one issue was|one problem was
    """)

  private static let reporting = IncidentWords.list(
    """
    often|usually|normally|generally|typically|in general|we felt|we feel|the incident began with|
    the outage began with|the incident started with|user reported|users reported|a user reported|user reports|
    users report|customer reported|customers reported|a customer reported|users experienced|customers experienced|
    users were unable|customers were unable|users could not|users saw|customers saw|users noticed|we received|
    we were notified|an alert|alerts|the alert|the notification|user s experienced|users couldn t|customers could not|
    support reported|the support team|the day after|the next day|the following day|next day
    """)

  /// A sign that was no step towards the cause.
  static func isNoSign(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return noSign.isIn(plain) || opensWithSomeonesDeed(plain) || isOfOne(text) || namesTicket(text)
      || IncidentWords.isMisleading(text)
  }

  private static let noSign = IncidentWords.list(
    """
    note that|at first|at first sight|unsurprising|surprisingly|first idea|no problem|no problems|nothing unusual|
    looked fine|looks fine|the problem is|the problem was|the issue is|the issue was|normal|unrelated|not related|red herring|recovered|resolved|fixed|joined|notified the
    """)

  /// A measure is something that is done or will be; this is a remark, a question or a name of a ticket.
  static func isNoMeasure(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return notes.isIn(plain) || questions.begins(plain)
      || issueEnds.contains(text.lastWord?.lowercased() ?? "")
  }

  private static let notes = IncidentWords.list(
    """
    maybe|at this moment|has been documented|we have yet to|longstanding issue|pattern would be|dealt with|filled out|
    to see if this|to see if it|to see whether this|to see whether it|some kind of|some sort of|we have plans|
    team discussed|if we had|support case|seemed to|seems to|got guidance|it seems|should there be|work in progress|we could have|was never|were never|
    was not clear|is not clear|would have been|could have been|we were lucky|caused by|the outage|not sure|unclear
    """)

  private static let questions = IncidentWords.list(
    "is|are|why|what|which|who|when|where|can|could we|should we|do we|does|did|any other|any")

  private static let issueEnds: Set<String> = [
    "issue", "issues", "problem", "problems", "errors", "bug", "bugs",
  ]

  /// Something that was seen, told with a doubt or as a figure, is no symptom that could be met again.
  static func isNoSymptom(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return doubtful.isIn(plain) || figures.begins(plain) || tellsHowFound(plain)
  }

  /// "The incident was detected by an alert": how it was found, and not what was seen.
  private static func tellsHowFound(_ plain: String) -> Bool {
    let words = plain.spacedWords.prefix(8).map(String.init)
    guard
      let noun = words.prefix(3).firstIndex(where: {
        ["incident", "issue", "problem", "outage"].contains($0)
      }),
      let found = words.firstIndex(where: {
        ["detected", "identified", "noticed", "discovered", "found"].contains($0)
      }),
      noun < found, found + 1 < words.count
    else { return false }
    return ["by", "via", "through", "when", "only", "after", "as", "and"].contains(words[found + 1])
  }

  private static let doubtful = IncidentWords.list(
    """
    no alert|no alerts|    may be|might be|might have|may have|could have|at risk|increased risk|potential|potentially|possible|possibly|
    accidentally|mistakenly|inadvertently|by mistake|by this outage|by this incident|support ticket|ticket was|unknown reasons|unknown reason|symptoms were similar|
    fortunately|unfortunately|luckily|pull request introduced|no unauthorized|no unauthorised|no further|no evidence|
    coincidentally|wanted to|important detail|partially successful|completed successfully|no impact|not affected|would have|disabled if|known to
    """)

  private static let figures = IncidentWords.list(
    """
    error rate|error rates|duration|total|number of|time to|severity|impact duration|downtime|start|end|requests affected|
    because|since|if|when|where|whenever|one issue|some|several issues|we experienced|the outage lasted|
    the incident lasted|it lasted|plus
    """)

  /// It tells of what people did or of its end, or it says nothing that could be looked for.
  static func isNoEvidence(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return noEvidence.isIn(plain) || noSign.isIn(plain) || IncidentWords.isMisleading(text) || isOfOne(text)
      || opensWithSomeonesDeed(plain)
  }

  /// "Emptied the logs": a row without anybody in it tells of those who worked on it.
  private static func opensWithSomeonesDeed(_ plain: String) -> Bool {
    guard let first = plain.spacedWords.first, first.hasSuffix("ed") else { return false }
    return !seenDeeds.contains(first)
  }

  private static let seenDeeds: Set<Substring> = [
    "failed", "delayed", "degraded", "increased", "decreased", "reduced", "elevated", "reported", "detected",
    "observed", "repeated", "corrupted", "expired", "red", "limited", "blocked", "dropped", "hundred", "need",
    "timed", "alerted", "scheduled", "automated",
  ]

  /// From here on a drill would show how it ended: "The new certificate is installed, errors end".
  static func isEnd(_ text: String) -> Bool { ends.isIn(IncidentWords.plain(text)) }

  private static let ends = IncidentWords.list(
    """
    errors end|errors ended|errors stop|errors stopped|errors cease|errors ceased|errors disappear|errors disappeared|
    errors are gone|errors gone|errors clear|errors cleared|alerts clear|alerts cleared|alert clears|alert cleared|
    no more errors|no further errors|back to normal|returns to normal|return to normal|returned to normal|
    is installed|are installed|was installed|were installed|service restored|is restored|are restored|all clear|
    is resolved|was resolved|is fixed|was fixed|fix deployed|fix is deployed|fix was deployed|fix rolled out|
    subside|subsides|subsided|incident closed|incident over|traffic recovers|recovers fully|fully recovered
    """)

  private static let noEvidence = IncidentWords.list(
    """
    assumption|ruled out|investigate|suspected|did not improve|rollback fails|checked|dives into|a message was sent|
    notices the|notices two|found the reason|added|going wrong|problems begin|further issues|recover|recovers|
    recovery|begins to|no longer seeing|has not resulted|is identified|drops below|is created|is drafted|pings|
    we decide|respond|responds|responded|is rolled|rollout of|waiting for|investigating|is investigated|incident|
    mitigation|workaround|support team|opened an|opens an|starts investigating|takes over|allowing|is merged
    """)
}
