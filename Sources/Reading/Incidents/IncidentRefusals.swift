/// What makes no card, though it stands where one would be made of it.
extension IncidentWords {
  /// It needs the sentence before it.
  static func leans(_ text: String) -> Bool {
    let plain = plain(text)
    if leaning.begins(plain) { return !standing.begins(plain) }
    // "Logs in this time span …"
    let first = plain.spacedWords.prefix(5)
    if plain.holds(" such "), !plain.holds(" such as "), !plain.holds(" such a ") { return true }
    return first.contains { ["this", "these", "those", "aforementioned"].contains($0) }
      && !standing.isIn(plain)
  }

  private static let leaning = list(
    """
    this|it|they|these|those|that|however|also|therefore|thus|so|but|and|such|then|he|she|its|their|additionally|
    furthermore|moreover|hence|or|instead|similarly|likewise|both|neither|another|finally|secondly|otherwise|which|
    here|below|see|his|her|after|once|eventually|afterwards|later|meanwhile|unfortunately|nevertheless|as|though|
    specifically|separately|even|suspecting|in turn|because of this|due to this|the above|the same|more specifically|
    in addition|because of that|by the time|due to the nature|when alerted|on top of|at this point|at the time|
    to further|the fixes|the fix|this caused|the second|potentially|possibly|resulting|causing|while we|with this|
    during this time|subsequent|subsequently
    """)

  private static let standing = list(
    """
    this incident|it is possible|during this period|after this|after a|after an|after the|after updating|after few|
    as a result of a|once the|that the|after some|this was caused by|after we
    """)

  /// Of how people worked together, and not of how the system works.
  static func isAboutPeople(_ text: String) -> Bool { people.isIn(plain(text)) }

  private static let people = list(
    """
    communication|communications|communicate|communicating|war room|incident manager|meeting|meetings|status page|
    postmortem|post mortem|incident report|collaboration|log book|gut feelings|team member|team members|
    customer comms|on call|calm|gitter|slack|stackoverflow|email|emails|stakeholders|staff|escalation|escalate|
    training|hands on|lunch|holiday|holidays|vacation|offline|incident lead|incident response|incident handling|
    incident handing|blame|attendees|announce|announcement|credits|refunds|refund|strike team|code owners|responders|
    camp|drills|knowledge sharing|luck|lucky|timezone|timezones|awake|colleague|colleagues|people|everybody|everyone|
    write up|write down|twitter|pager|declare|comms|mentions|thanks|he|she|his|her|procedures are|after work|tribal|
    sla s|agreements|out of hours|the business|incident owner|responsibilities|nominate|incidents earlier|
    incident channel|my|me|someone
    """)

  /// A plan to think about something, or to do what is always good.
  static func isVague(_ text: String) -> Bool { vague.begins(plain(text)) }

  private static let vague = list(
    """
    investigate|discuss|consider|look into|review|explore|think about|find out|figure out|evaluate|decide|determine|
    research|check why|check if|understand|diagnose|assess|see if|there was an old|plan to|action plan|clarify|
    improve|better|bring down|monitor situation|continue|work with|keep an eye|something about|include a|ask|write a|
    clean up|how|other|heavy|create a ticket|create a process|spike|make sure that everybody|follow up|find a path|
    agree|finish|merge|revisit|look deeper|we should discuss|look at|talk to|align|establish|investigating|exploring|
    evaluating|document|documenting|note|get|test out|try|reach out|open|create an issue|raise a|raise an|
    need to devise|find a way|maybe|think|more|perhaps|possibly|going forward|most importantly|look|share|schedule|
    there was|there were|ensure a better|customer|support
    """)

  /// It promises something, or says what everybody knows.
  static func isWeak(_ text: String) -> Bool { weak.isIn(plain(text)) }

  private static let weak = list(
    """
    backlog|roadmap|action item|action items|reflect|product owners|teach|wiki|documentation|guideline|guidelines|
    awareness|work in progress|not sure|if possible|more careful|be better|more aware|near future|option would be|
    human error|contributing factors|responsible for|knowledge|board|in the future we|if we are aware|review process|
    rushed|hands|war|automate more|raise an incident|precise information|not prioritising|we may want|good response|
    good idea|idea would be|team reacted|teams reacted|contribution|it depends|let to an issue|best practices|
    lack of time|budget|we have tested|clear path
    """)

  /// It speaks of the report and not of what happened.
  static func isAboutText(_ text: String) -> Bool { aboutText.isIn(plain(text)) }

  private static let aboutText = list(
    """
    this post mortem|this postmortem|this document|this report|outlined above|this incident|these incidents|
    we recorded|we are committed|we re committed|improvements outlined|also had|improvements underway|similar cascading|
    highlights gaps|this separation
    """)
}
