internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// The reports of incidents in a batch: each is read by itself, and then all of them together.
extension BatchReading {
  /// What is a deck or a record stays one.
  func mayBeIncident(_ candidate: Candidate) -> Bool {
    let document = candidate.document
    guard document.matter.deck == nil, RecordCollection.isDocument(FilePath.name(of: candidate.file.path)),
      candidate.source.map({ !recordSources.contains($0.id) }) ?? true
    else { return false }
    if candidate.source.map({ incidentSources.contains($0.id) }) ?? false { return true }
    return (candidate.read.hasIncidentWords || IncidentReport.mayBe(path: candidate.file.path))
      && (document.drafts.isEmpty || NoteReader.isMostlyProse(candidate.text, document))
  }

  mutating func takeIncident(_ candidate: Candidate, isChosen: Bool) throws {
    let read = IncidentReport.read(
      candidate.text, candidate.document.matter, path: candidate.file.path, isChosen: isChosen)
    switch read {
    case .report(let report): incidents.append((candidate, report))
    case .template where candidate.source == nil:
      report.skipped.append(Skipped(path: candidate.file.path, reason: "a template"))
    case .template, .other: try takeRecordOrOther(candidate)
    }
  }

  /// A note of `debug` or `incident`. As long as it is open, nothing is asked of it.
  mutating func takeInvestigation(_ note: InvestigationNote, _ candidate: Candidate) throws {
    var incident = note.incident
    var findings = note.findings
    if let source = candidate.source, let id = try database.investigations.id(ofSource: source.id) {
      if let finding = note.finding(known: id), !findings.contains(where: { $0.line == finding.line }) {
        findings.append(finding)
      }
      if note.isDateUnread, let state = Investigation(id, try database.log.history(of: id)) {
        incident?.date = InvestigationNote.day(of: state)
      }
    }
    let read = IncidentReport(
      title: note.symptom.text, incidents: [incident].compactMap { $0 }, findings: findings)
    incidents.append((candidate, read))
  }

  /// Incidents that looked the same are asked for together: the known ones are read along.
  mutating func pullInIncidents() throws {
    guard !incidents.isEmpty else { return }
    let read = Set(incidents.compactMap { $0.candidate.source?.id })
    try pullIn(incidentSources.subtracting(read).subtracting(database.investigations.unseen()))
  }

  mutating func settleIncidents() throws {
    let settled = incidents
    incidents = []
    guard !settled.isEmpty else { return }
    let collection = IncidentCollection(
      settled.map { IncidentCollection.File(path: $0.candidate.storedPath, report: $0.report) })
    for (incident, drafts) in zip(settled, collection.drafts()) {
      let candidate = incident.candidate
      // What is odd in a file that has not changed was told before.
      let isKnown = candidate.source.map { $0.digest == candidate.digest && !$0.isMissing } ?? false
      if candidate.file.isAsked, !isKnown {
        note(candidate.document.matter.findings + incident.report.findings, candidate.file.path)
      }
      let all = drafts + WrittenCards.of(candidate.document)
      if candidate.source == nil, all.isEmpty {
        leave(candidate, "nothing in it says what it came from, what ended it, or what was learned")
        continue
      }
      let matter = candidate.document.matter
      try add(candidate, Document(matter: matter, drafts: all, findings: []), .incident(incident.report))
    }
  }
}
