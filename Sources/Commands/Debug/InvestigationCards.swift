internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// The card that an investigation hangs on.
struct InvestigationCards {
  let session: Session
  let database: Database

  /// The note goes through the door that everything comes in by, with a look at its cards where they are to
  /// be reviewed and somebody is there to look.
  func take(_ row: InvestigationStore.Row, _ path: String, isReviewed: Bool) throws -> Intake.Outcome {
    let wasAsleep = try name(row, path)
    var outcome = Intake.Outcome()
    if isReviewed {
      outcome = try Intake(session: session, database: database).run(path, isStep: false)
    } else {
      let importer = Importer(session: session, database: database, isDry: false)
      outcome.report = try importer.run(Importer.Request(paths: [path])).report
    }
    guard outcome.end == nil else { return outcome }
    if wasAsleep, outcome.report.counts.updated > 0 {
      // It was there to hang events on; for whoever looks, it is as new as the others.
      outcome.report.counts.updated -= 1
      outcome.report.counts.added += 1
    }
    try rememberFolder(of: row)
    return outcome
  }

  /// Notes that somebody puts there themselves come in with `refresh`.
  private func rememberFolder(of row: InvestigationStore.Row) throws {
    let source = try database.sources.source(row.source)
    let project = try database.projects.all().first { $0.id == source?.project }
    let notebook = try Notebook(session: session, database: database).folder(of: project)
    try database.sources.remember(
      folder: ImportBatch.storedPath(FilePath.join(notebook, InvestigationDesk.name), project),
      project: project?.id, chosenDeck: nil, most: nil)
  }

  /// The card becomes what the file asks, so that it is found to be the same. It sleeps until its file is
  /// taken in: who leaves the review has taken none of the cards.
  private func name(_ row: InvestigationStore.Row, _ path: String) throws -> Bool {
    guard let drill = incident(path)?.drafts().first(where: { $0.kind == .drill }) else { return false }
    return try database.connection.transaction {
      guard let card = try database.cards.stored(row.num), card.isGone else { return false }
      var named = card
      named.text.prompt = drill.prompt
      named.text.answer = drill.answer
      named.line = drill.line
      named.place = drill.place
      named.file = FileText(text: named.text, tier: named.file.tier)
      try CardWriter(database).update(
        named, from: card, path: try database.sources.source(card.source)?.path ?? "")
      return true
    }
  }

  /// What its note tells, as cards are cut of it.
  func incident(_ path: String) -> Incident? {
    guard let bytes = try? session.world.files.read(path), let text = try? SourceText(bytes) else {
      return nil
    }
    var findings: [Finding] = []
    return InvestigationNote(text, FrontMatter.read(text, &findings))?.incident
  }
}
