internal import Reading
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let importFiles = Command(
    "import", "read files and folders and make cards of them",
    arguments: [Argument("PATH", .many, help: "a file, or a folder to walk")],
    options: [
      Option("deck", short: "d", value: "NAME", help: "the deck for all of it, over what the files say"),
      Option("dry-run", short: "n", help: "say what would happen and write nothing"),
      Option("yes", short: "y", help: "take everything without being asked"),
    ],
    examples: [
      Example("import docs/deck.md", "one file"),
      Example("import docs", "every Markdown and text file below a folder"),
    ],
    details: """
      Cards are Q: and A: over as many lines as they need, or C: with [gaps]. Files are read and never written. \
      Reading one again finds every card again, however it was edited.
      """
  ) { invocation, session in
    let isDry = invocation.has("dry-run")
    let deck = invocation.value("deck").flatMap(Names.deck)
    if deck == nil, let name = invocation.value("deck") {
      throw UsageError("\"\(name)\" is no name for a deck")
    }
    let database = try session.database(isDry ? .read : .write)
    let importer = Importer(session: session, database: database, isDry: isDry)
    let (report, foundAll) = try importer.importPaths(invocation.arguments, deck: deck)
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
    show(try importer.refresh(try session.scope(database)), isDry: isDry, session)
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
