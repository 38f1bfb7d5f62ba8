/// A file that tells of one incident, or of several.
package struct IncidentReport: Sendable {
  package let title: String
  package let incidents: [Incident]
  package let findings: [Finding]

  package init(title: String, incidents: [Incident], findings: [Finding] = []) {
    self.title = title
    self.incidents = incidents
    self.findings = findings
  }

  /// The same report by another name.
  func called(_ name: String) -> IncidentReport {
    IncidentReport(
      title: name,
      incidents: incidents.map { incident in
        var incident = incident
        let isNamedOnly = incident.symptom == incident.title
        incident.title = Incident.Said(name, line: incident.title.line)
        if isNamedOnly { incident.symptom = incident.title }
        return incident
      }, findings: findings)
  }

  /// What a file is taken for.
  package enum Reading: Sendable {
    case report(IncidentReport)
    case template
    case other
  }

  /// A glance: most files hold none of the words that every report holds.
  package static func mayBe(_ text: SourceText) -> Bool {
    words.isIn(anyCase: String(decoding: text.bytes.prefix(200_000), as: UTF8.self))
  }

  /// The same for what a file is called and where it lies.
  package static func mayBe(path: String) -> Bool { words.isIn(anyCase: path) }

  private static let words = PhraseList([
    "timeline", "root cause", "postmortem", "post-mortem", "post mortem", "outage", "incident",
    "lessons learn",
    "contributing factor", "whys", "zeitleiste", "ursache", "chronologie", "causa raiz", "cause racine",
    "went wrong",
    "pm-", "cronolog",
  ])

  /// `isChosen` says that it is a report, whatever it looks like: a person said so, or it was one before.
  package static func read(_ text: SourceText, _ matter: FrontMatter, path: String, isChosen: Bool = false)
    -> Reading
  {
    var findings = text.findings
    let matter = matter.lineCount > 0 ? matter : matterBetweenPluses(text) ?? matter
    let place = RecordCollection.split(path)
    let markup = RecordReader.markup(text, name: place.name, matter: matter, &findings)
    let end = BrokenEnd.mended(markup.blocks, of: text)
    if let finding = end.finding { findings.append(finding) }
    let outline = Outline(IncidentLabels.opened(end.blocks))
    let signs = IncidentSigns(
      outline, markup.blocks, fields: markup.fields, name: place.name, folders: place.folders)
    if signs.isTemplate { return .template }
    // What leads to the reports of a folder is none, unless it looks like one.
    guard isChosen && !(signs.isIndex && !signs.isSure) || signs.isIncident else { return .other }
    let reader = IncidentReader(outline, fields: markup.fields, name: place.name)
    let incidents = reader.incidents()
    if !isChosen, !signs.isSure, incidents.allSatisfy({ !$0.tellsSomething }) { return .other }
    if incidents.allSatisfy({ !$0.tellsSomething && $0.rest == nil }) {
      findings.append(
        Finding(
          line: 1, message: "nothing here says what the incident came from, what ended it or what was learned"
        ))
    }
    return .report(
      IncidentReport(title: reader.title, incidents: incidents, findings: findings))
  }

  /// Some sites keep `title = "…"` between lines of three plus signs.
  private static func matterBetweenPluses(_ text: SourceText) -> FrontMatter? {
    func line(_ index: Int) -> String { text.string(text.lines[index]).trimmed }
    guard text.lines.count > 2, line(0) == "+++",
      let end = (1..<min(text.lines.count, 200)).first(where: { line($0) == "+++" })
    else { return nil }
    var matter = FrontMatter()
    matter.lineCount = end + 1
    for index in 1..<end {
      let parts = line(index).split(separator: "=", maxSplits: 1).map { String($0).trimmed }
      guard parts.count == 2, !parts[1].hasPrefix("["), !parts[1].hasPrefix("{") else { continue }
      let value = parts[1].filter { $0 != "\"" }.trimmed
      if !value.isEmpty { matter.fields[parts[0].lowercased(), default: []].append(value) }
    }
    return matter
  }
}

extension Incident {
  /// Something could be asked of it.
  var tellsSomething: Bool {
    !causes.isEmpty || !fixes.isEmpty || !preventions.isEmpty || !lessons.isEmpty || !misled.isEmpty
      || !gaveAway.isEmpty || !firstLooks.isEmpty || !escaped.isEmpty
  }
}
