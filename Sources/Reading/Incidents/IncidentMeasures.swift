/// What is to keep it from coming back, and what is to be done, whatever it is for.
extension IncidentFinder {
  /// Those of a section that speaks of prevention; or else what came out of it, whatever it is for.
  func preventions() -> Found {
    let told = measures([.prevention], areNamed: true)
    if !told.said.isEmpty { return told }
    var found = measures([.actions], areNamed: false)
    found.areActions = true
    return found
  }

  /// Short ones say enough below a heading that says what they are for.
  private func measures(_ roles: Set<IncidentRole>, areNamed: Bool) -> Found {
    let all = Self.withoutOtherLists(material.said(roles)).map(Self.withoutUrgency).filter {
      $0.text.wordCount >= 2 && !$0.text.hasSuffix(":")
    }
    let items = all.filter { statement in
      statement.text.wordCount >= (areNamed ? 3 : 4) && !statement.text.hasSuffix("?")
        && !IncidentWords.isAboutPeople(statement.text)
        && !IncidentWords.isVague(statement.text) && !IncidentWords.isWeak(statement.text)
        && (areNamed ? !IncidentChange.isProcess(statement.text) : IncidentChange.isOne(statement.text))
        && (statement.rest.isEmpty || IncidentChange.isOne(statement.text))
        && !IncidentGates.isNoMeasure(statement.text) && IncidentWords.cause(statement.text) < 3
        && !Self.pointsBack(statement.text)
        && IncidentStanding.isWhole(statement.text)
        && !IncidentAnswer.isTitleAsMeasure(material.title.text, statement.text)
        && (statement.isItem || !IncidentStanding.dangles(statement.text))
        && (statement.text.wordCount >= 6
          || statement.text.wordCount >= 5 && IncidentItem.isSpecific(statement.text)
          || areNamed && statement.isItem && KeyWords.of(statement.text).count >= 2)
    }
    // That a ticket was made says less than what is to be done.
    let done = items.filter { !Self.onlyTracked.begins(IncidentWords.plain($0.text)) }
    let kept = areNamed ? items : close(done)
    let areListed = areNamed && items.contains(where: \.isItem)
    return Self.list(kept, of: all) { one in
      if areListed { return one.text.wordCount >= 4 }
      return areNamed && one.text.wordCount >= 8 && IncidentItem.isSpecific(one.text)
        || hasSubstance(one.text)
    }
  }

  /// Without the lists below "Investigate:", where what is to be done with those things is to think about them, and
  /// without what a sentence announces as something else: "All errors came from gaps:".
  private static func withoutOtherLists(_ all: [IncidentStatement]) -> [IncidentStatement] {
    var isOther = false
    var result: [IncidentStatement] = []
    for statement in all {
      if !statement.isItem {
        let plain = IncidentWords.plain(statement.text)
        isOther =
          statement.text.lastWord.map { IncidentWords.isVague(String($0)) } ?? false
          || statement.text.hasSuffix(":") && statement.text.wordCount >= 6
            && (!announcing.isIn(plain) || IncidentWords.cause(statement.text) >= 2)
      }
      if !statement.isItem || !isOther { result.append(statement) }
    }
    return result
  }

  private static let announcing = IncidentWords.list(
    """
    measure|measures|action|actions|step|steps|item|items|rule|rules|task|tasks|change|changes|improvement|improvements|
    plan|planned|prevent|prevents|preventing|prevention|avoid|avoiding|ensure|will|should|need|must|can|could|following|
    follow|next|future|work|working|done|doing|implemented|made|taken|todo|recommend|recommendations|propose|
    massnahmen|werden|mesures|actions|medidas|acciones|acoes|para
    """)

  /// One alone has to say how it keeps this from happening again.
  private func hasSubstance(_ text: String) -> Bool {
    let shared = IncidentAnswer.stems(text).intersection(about).count
    let isSpecific = IncidentItem.isSpecific(text)
    if IncidentChange.isFinding(text) || IncidentWords.isPreventing(text) {
      return text.wordCount >= 7 && (isSpecific || shared >= 1)
    }
    return text.wordCount >= 8 && shared >= 2
  }

  /// "Have that run before each release": what stands before it says what.
  private static func pointsBack(_ text: String) -> Bool {
    let words = IncidentWords.plain(text).spacedWords
    if let first = words.first, ["this", "these", "those", "it", "they"].contains(first) { return true }
    return words.count > 2 && words[2] != "possible"
      && ["that", "it", "them", "those", "these"].contains(words[1])
  }

  private static func withoutUrgency(_ statement: IncidentStatement) -> IncidentStatement {
    IncidentStatement(
      text: IncidentChange.withoutUrgency(statement.text), line: statement.line, isItem: statement.isItem,
      label: statement.label, block: statement.block, rest: statement.rest)
  }

  /// What the report says of what happened.
  private var about: Set<Substring> {
    let told = material.said([
      .summary, .symptom, .impact, .cause, .factors, .trigger, .whys, .fix, .detection,
    ])
    return IncidentAnswer.stems(
      material.title.text + " " + told.prefix(40).map(\.text).joined(separator: " "))
  }

  /// Of what was to be done afterwards, that which has to do with what happened: much else is noted down on the occasion.
  private func close(_ items: [IncidentStatement]) -> [IncidentStatement] {
    let about = about
    return items.filter {
      !IncidentAnswer.stems($0.text).isDisjoint(with: about) || IncidentChange.isFinding($0.text)
    }
  }

  private static let onlyTracked = IncidentWords.list(
    """
    create story|create a story|create stories|created a story|create an issue|create ticket|created a ticket|created a new ticket|created ticket|created an issue|created issue|raised a ticket|raised an issue|
    raised ticket|opened a ticket|opened an issue|filed a ticket|filed an issue|ticket created|ticket raised|
    ticket to|a ticket|added a ticket|made a ticket|logged a ticket|issue created|issue raised
    """)
}

extension IncidentWords {
  /// It says of itself that it keeps something from happening, or tells before it does.
  static func isPreventing(_ text: String) -> Bool { preventing.isIn(plain(text)) }

  private static let preventing = list(
    """
    never|prevent|prevents|preventing|prevention|avoid|avoids|avoiding|ensure|ensures|ensuring|make sure|makes sure|
    alert before|alerts before|alarm before|warn before|warns before|protect|protects|protecting|forbid|
    disallow|verhindern|verhindert|vermeiden|vermeidet|sicherstellen|niemals|eviter|evite|empecher|empeche|jamais|evitar|
    evita|impedir|impide|prevenir|nunca|garantir|asegurar|vorbeugen
    """)
}
