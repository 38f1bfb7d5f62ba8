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
    let all = material.said(roles).filter { $0.text.wordCount >= 3 && !$0.text.hasSuffix(":") }
    let items = all.filter { statement in
      statement.text.wordCount >= (areNamed ? 3 : 4) && !statement.text.hasSuffix("?")
        && !IncidentWords.isAboutPeople(statement.text)
        && (!IncidentWords.isVague(statement.text) && !IncidentWords.isWeak(statement.text)
          || writesDown(statement.text))
        && !IncidentGates.isNoMeasure(statement.text)
        && IncidentStanding.isWhole(statement.text)
        && !IncidentAnswer.isTitleAsMeasure(material.title.text, statement.text)
        && (statement.isItem || !IncidentStanding.dangles(statement.text))
        && (statement.text.wordCount >= 8
          || statement.text.wordCount >= 5 && IncidentItem.isSpecific(statement.text)
          || areNamed && statement.isItem && KeyWords.of(statement.text).count >= 2)
    }
    // That a ticket was made says less than what is to be done.
    let done = items.filter { !Self.onlyTracked.begins(IncidentWords.plain($0.text)) }
    let areListed = areNamed && items.contains(where: \.isItem)
    return Self.list(done.isEmpty ? items : done, of: all) {
      areListed ? $0.text.wordCount >= 4 : $0.text.wordCount >= 8 && IncidentItem.isSpecific($0.text)
    }
  }

  private static let onlyTracked = IncidentWords.list(
    """
    created a ticket|created a new ticket|created ticket|created an issue|created issue|raised a ticket|raised an issue|
    raised ticket|opened a ticket|opened an issue|filed a ticket|filed an issue|ticket created|ticket raised|
    ticket to|a ticket|added a ticket|made a ticket|logged a ticket|issue created|issue raised
    """)

  /// To document is no measure, but how to do what went wrong is worth writing down.
  private func writesDown(_ text: String) -> Bool {
    guard Self.writing.begins(IncidentWords.plain(text)), text.wordCount >= 6 else { return false }
    return KeyWords.of(text).shared(with: KeyWords.of(material.title.text)) >= 1
  }

  private static let writing = IncidentWords.list("document|documenting|write down|add documentation|write a")
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
