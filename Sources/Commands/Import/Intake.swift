internal import Storage
internal import Terminal

/// Takes a file in that was written a moment ago, with a look at its cards where somebody is there to look.
struct Intake {
  let session: Session
  let database: Database

  struct Outcome {
    var report = ImportReport()
    /// How it ended where the person left before all was settled.
    var end: ExitCode?
  }

  /// `isStep` where the command has no other step that `undo` would take back.
  func run(_ path: String, isStep: Bool) throws -> Outcome {
    let importer = Importer(session: session, database: database, isDry: false)
    let request = Importer.Request(paths: [path], isStep: isStep)
    var written = ImportReport()
    if session.world.dialogue.isTerminal, !session.isJSON {
      let review = DraftReview(session: session, importer: importer)
      let outcome = try review.run(request, importer.plan(request).readings)
      guard outcome.isThrough else {
        session.console.note(
          Styled("`import \(SafeText.line(session.shown(path)))` shows its cards again", .quiet))
        return Outcome(report: outcome.written, end: outcome.end)
      }
      written = outcome.written
    }
    var report = try importer.run(request).report
    report.add(reviewed: written)
    return Outcome(report: report)
  }
}
