internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let decide = Command(
    "decide", "write a decision record in your editor and make cards of it",
    arguments: [Argument("TITLE", .many, help: "what was decided, in a few words")],
    options: [Option("in", value: "FOLDER", help: "where it belongs; otherwise where the others are")],
    examples: [
      Example("decide use advisory locks for the scheduler", "numbered and dated, beside the other records"),
      Example("decide --in docs/adr keep the outbox", "in a folder of your choice, made if it is not there"),
    ],
    details: """
      The record is a MADR file whose headings are the questions that make good cards: the problem, the forces, the \
      options, the choice and its reason, the price. Nothing is overwritten, and a record that you leave as it was, \
      or empty, is taken away again. Its cards are drafted when you close the editor.
      """
  ) { invocation, session in
    let title = invocation.arguments.joined(separator: " ").trimmed
    guard title.contains(where: \.isLetter), !title.contains("\n") else {
      throw UsageError("a decision needs a title of one line")
    }
    guard let folder = try Decide(session).folder(named: invocation.value("in")) else { return .nothing }
    return try Decide(session).write(title, in: folder)
  }
}

/// A record on its way from a title to its cards.
struct Decide {
  private let session: Session
  private let files: any FileSystem

  init(_ session: Session) {
    self.session = session
    files = session.world.files
  }

  /// The folder that was named, the one where records are, or a new one that the person agreed to.
  func folder(named name: String?) throws -> String? {
    if let name {
      let path = FilePath.normalized(session.absolute(name))
      if let kind = files.target(path), kind != .folder { throw Failure("\(name) is no folder") }
      return path
    }
    let folders = RecordFolders(session)
    if let told = folders.toldByTool() { return told }
    let found = folders.found()
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      // The nearest to where the person stands.
      let here = found.filter { FilePath.relative($0, to: session.world.folder) != nil }
      return here.count == 1 ? here[0] : try chosen(of: found)
    }
    let root = ProjectFinder.gitRoot(above: session.world.folder, files) ?? session.world.folder
    let path = FilePath.join(root, "docs/decisions")
    guard session.world.dialogue.isTerminal else {
      throw UsageError("no folder of decision records here", hint: "say where with --in docs/decisions")
    }
    session.console.line("There are no decision records here yet.")
    switch session.world.dialogue.key(Styled("Begin them in \(session.shown(path))? y/n > ")) {
    case .interrupted: throw Failure("nothing was begun", code: .interrupted)
    case .text(let key) where ["y", "Y", ""].contains(key): return path
    case .text, .ended: return nil
    }
  }

  private func chosen(of folders: [String]) throws -> String? {
    let names = folders.map { SafeText.line(session.shown($0)) }
    guard session.world.dialogue.isTerminal else {
      throw UsageError(
        "records are in several folders: \(names.joined(separator: ", "))", hint: "say which with --in FOLDER"
      )
    }
    session.console.line("Decision records are in several folders.")
    for (number, name) in names.enumerated() {
      CardView.body("\(number + 1)  \(name)", session, indent: 2)
    }
    while true {
      switch session.world.dialogue.ask(Styled("number, Enter for none > ", .quiet)) {
      case .interrupted: throw Failure("nothing was begun", code: .interrupted)
      case .ended: return nil
      case .text(let text):
        let text = text.trimmed
        if text.isEmpty { return nil }
        if let number = Int(text), folders.indices.contains(number - 1) { return folders[number - 1] }
        session.console.note("1 to \(folders.count)")
      }
    }
  }

  func write(_ title: String, in folder: String) throws -> ExitCode {
    let today = try session.today(Preferences(try session.database(.read).settings.all())).date
    let names = (try? files.list(folder)) ?? []
    let path = FilePath.join(folder, RecordTemplate.fileName(title: title, beside: names, date: today))
    let text = Array(RecordTemplate.text(title: title, date: today).utf8)
    let isNewFolder = !files.exists(folder)
    if isNewFolder {
      try files.makeFolder(folder)
      files.share(folder)
    }
    try files.write(text, to: path, replacing: false)
    files.share(path)
    var aborted: Failure?
    do {
      try session.world.dialogue.handOver { try session.world.editor.open(path) }
    } catch let failure as Failure {
      aborted = failure
    }
    // Only what is known to be nothing but the template, or nothing at all, is taken away again.
    let left = try? files.read(path)
    let isNothing = left.map { $0 == text || Self.isBlank($0) } ?? !files.exists(path)
    if isNothing {
      files.remove(path)
      if isNewFolder { files.removeEmpty(folder) }
      session.console.note("nothing was written, so there is no record")
      return aborted == nil ? .nothing : .failed
    }
    if let aborted { throw aborted }
    session.console.line(Styled("wrote \(SafeText.line(session.shown(path)))"))
    let outcome = try Intake(session: session, database: try session.database(.write)).run(path, isStep: true)
    if let end = outcome.end { return end }
    let report = outcome.report
    if session.isJSON {
      session.console.data(
        JSON.object([("path", .string(path)), ("cards", .int(report.counts.added))]).text + "\n")
    } else {
      report.print(to: session.console, isDry: false, shown: session.shown)
    }
    return .done
  }

  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
  }
}
