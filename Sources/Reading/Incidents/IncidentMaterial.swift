/// The parts of one incident, from which is picked what each card needs.
struct IncidentMaterial {
  let title: Incident.Said
  var date: String?
  var area: String?
  var parts: [IncidentPart] = []

  init(title: Incident.Said) { self.title = title }

  func said(_ roles: Set<IncidentRole>) -> [IncidentStatement] {
    statements { $0.map(roles.contains) ?? false }
  }

  /// Each with a block of its own number: the last sentence of a part and the first of the next have nothing between
  /// them that would hold them together.
  private func statements(_ isWanted: (IncidentRole?) -> Bool) -> [IncidentStatement] {
    parts.enumerated().filter { isWanted($0.element.role) }.flatMap { number, part in
      part.statements.map { $0.inPart(number) }
    }
  }

  /// Prose of parts without a role counts as the story.
  var story: [IncidentStatement] {
    statements { $0 == .summary || $0 == .story || $0 == nil }.map(IncidentFinder.withoutTime)
  }

  /// `isOfSeveral` says that these are the parts around several incidents.
  func incident(isOfSeveral: Bool = false) -> Incident {
    let finder = IncidentFinder(self)
    let causes = finder.causes()
    var incident = Incident(
      title: title, date: date, area: area,
      symptom: isOfSeveral ? title : finder.symptom(besides: causes.said) ?? title)
    incident.isOfSeveral = isOfSeveral
    if !isOfSeveral { incident.happening = finder.happening() }
    incident.causes = causes.said
    incident.areCausesFactors = causes.areFactors
    incident.isCauseAlone = causes.isAlone
    let (fixes, preventions, lessons) = (finder.fixes(), finder.preventions(), finder.lessons())
    incident.fixes = fixes.said
    incident.areFixesSteps = fixes.areSteps
    incident.preventions = preventions.said
    incident.areActions = preventions.areActions
    incident.lessons = lessons.said
    for (list, found) in [
      (Incident.List.causes, causes), (.fixes, fixes), (.preventions, preventions), (.lessons, lessons),
    ] where found.isCut { incident.cut.insert(list) }
    incident.misled = finder.misled()
    let escaped = finder.escaped()
    incident.escaped = escaped.said
    if escaped.isCut { incident.cut.insert(.escaped) }
    incident.gaveAway = finder.gaveAway(of: causes.said, besides: incident.symptom)
    incident.firstLooks = said([.look]).map(\.said)
    incident.suspicions = finder.suspicions()
    incident.evidence = finder.evidence(hiding: causes.said, besides: incident.symptom)
    incident.rest = isOfSeveral ? nil : finder.rest()
    return incident
  }

  /// What happened at what time, in the order of the file, without the times.
  var rows: [IncidentStatement] {
    parts.filter { $0.role == .timeline }.flatMap { part in Self.rows(part) + part.statements }
      .sorted { $0.line < $1.line }
  }

  static func rows(_ part: IncidentPart) -> [IncidentStatement] {
    part.blocks.enumerated().flatMap { number, block -> [IncidentStatement] in
      guard case .table(let rows, let line) = block else { return [] }
      return rows.enumerated().dropFirst().prefix(400).compactMap { index, row in
        guard let longest = row.dropFirst().max(by: { $0.utf8.count < $1.utf8.count }),
          let text = IncidentItem.cleaned(longest), text.wordCount >= 3, !IncidentItem.isPersonal(text)
        else { return nil }
        return IncidentStatement(text: text, line: line + index + 1, isItem: true, label: nil, block: number)
      }
    }
  }
}
