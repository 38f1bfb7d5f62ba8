internal import Reading
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let importFiles = Command(
    "import", "read files and folders and make cards of them",
    arguments: [
      Argument(
        "PATH", .any, help: "a file, or a folder to walk; without one, the decision records found here")
    ],
    options: [
      Option("deck", short: "d", value: "NAME", help: "the deck for all of it, over what the files say"),
      Option(
        "as", value: "FORM",
        help: "read it as a deck, a record, a note or an incident, whatever it looks like"),
      Option("most", short: "m", value: "N", help: "at most so many cards a decision record; 5 otherwise"),
      Option("dry-run", short: "n", help: "say what would happen and write nothing"),
      Option("yes", short: "y", help: "take every good draft without being asked"),
    ],
    examples: [
      Example("import docs/deck.md", "one file"),
      Example("import docs/adr", "decision records: shows the drafts of each, and takes what you like"),
      Example("import ARCHITECTURE.md", "a note: shows the cards that its prose would give"),
      Example("import --yes", "every decision record found in this project"),
    ],
    details: """
      Cards are Q: and A: over as many lines as they need, or C: with [gaps]. Decision records (Markdown or \
      reStructuredText, Nygard, MADR and their kin, in five languages) are asked what, why, at what price and why \
      not. Incident reports and post-mortems are asked for causes, signs, ends and measures. Any other prose is a note: cards are drafted from its reasons, choices, prices, rules, conditions and meanings, in \
      its author's words. Files are read and never written. Reading one again finds every card again, however it was edited.
      """
  ) { invocation, session in
    let isDry = invocation.has("dry-run")
    let deck = invocation.value("deck").flatMap(Names.deck)
    if deck == nil, let name = invocation.value("deck") {
      throw UsageError("\"\(name)\" is no name for a deck")
    }
    let database = try session.database(isDry ? .read : .write)
    let importer = Importer(session: session, database: database, isDry: isDry)
    var most: Int?
    if let text = invocation.value("most") {
      guard let number = Int(text), (1...20).contains(number) else {
        throw UsageError("--most is a number from 1 to 20, not \"\(text)\"")
      }
      most = number
    }
    var request = Importer.Request(paths: invocation.arguments, deck: deck, most: most, isStep: true)
    // An unset variable of a shell is not the folder at hand.
    if request.paths.contains("") {
      throw UsageError("a path is empty; name a file or a folder, or nothing at all")
    }
    request.form = try invocation.value("as").map(DocumentForm.named)
    if request.paths.isEmpty {
      guard let found = try RecordFolders(session).offered(isSure: invocation.has("yes") || isDry) else {
        return .nothing
      }
      request.paths = found
    }
    var written = ImportReport()
    var drafts: JSON?
    let asks = session.world.dialogue.isTerminal && !invocation.has("yes") && !session.isJSON
    if isDry || asks {
      let (readings, _) = try importer.plan(request)
      if isDry {
        // Others are only read along, since they may speak of those that were named.
        let named = readings.filter { $0.isAsked || !$0.isSame }
        let view = DraftView(session: session)
        if session.isJSON { drafts = view.json(named) } else { view.list(named) }
      } else {
        let outcome = try DraftReview(session: session, importer: importer).run(request, readings)
        guard outcome.isThrough else {
          outcome.written.print(to: session.console, isDry: false, shown: session.shown)
          return outcome.end
        }
        written = outcome.written
      }
    }
    var (report, foundAll) = try importer.run(request)
    report.add(reviewed: written)
    report.drafts = drafts
    show(report, isDry: isDry, session)
    return foundAll ? .done : .failed
  }

  static let refresh = Command(
    "refresh", "read every known file again",
    options: [Option("dry-run", short: "n", help: "say what would happen and write nothing")],
    examples: [Example("refresh", "after you edited, moved or renamed files")],
    details: """
      Folders that were imported as a whole are looked through for new files. What is no longer said anywhere is \
      retired, not deleted: it comes back with its history when its text does.
      """
  ) { invocation, session in
    let isDry = invocation.has("dry-run")
    let database = try session.database(isDry ? .read : .write)
    let importer = Importer(session: session, database: database, isDry: isDry)
    let scope = try session.scope(database)
    // Their cards are there when the rest is read, and are told with it.
    let late = isDry ? nil : try NotesBehind(database: database).catchUp(session, isQuiet: false)
    var report = try importer.refresh(scope)
    if let late { report.add(reviewed: late) }
    show(report, isDry: isDry, session)
    return .done
  }

  private static func show(_ report: ImportReport, isDry: Bool, _ session: Session) {
    if session.isJSON {
      session.console.data(report.json(shown: session.shown).text + "\n")
    } else {
      report.print(to: session.console, isDry: isDry, shown: session.shown)
    }
  }
}
