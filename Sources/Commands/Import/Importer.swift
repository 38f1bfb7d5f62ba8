internal import Disk
internal import Recall
package import Storage

/// The one door through which files come in: `import` for what a person names, `refresh` for what is known.
struct Importer {
  let session: Session
  let database: Database
  let isDry: Bool

  private struct Rollback: Error {
    let report: ImportReport
  }

  /// What is to be read, and how.
  struct Request {
    var paths: [String]
    var deck: String?
    /// At most so many cards a decision record.
    var most: Int?
    /// What a person says that the files are.
    var form: DocumentForm?
    /// What a person decided on drafts that they were shown.
    var choices = DraftChoices()
    /// Nothing but these files is written; the others are read, since they may speak of them.
    var only: Set<String>?
    /// A step for `undo`: what a person imports, and not what a command takes in that has a step of its own.
    var isStep = false
  }

  func importPaths(_ paths: [String], deck: String?) throws -> (report: ImportReport, foundAll: Bool) {
    try run(Request(paths: paths, deck: deck))
  }

  /// What an import would do, file by file, before anything is written.
  func plan(_ request: Request) throws -> (readings: [FileReading], report: ImportReport) {
    var readings: [FileReading] = []
    let dry = Importer(session: session, database: database, isDry: true)
    let report = try dry.run(request) { readings += $0 }.report
    return (readings, report)
  }

  func run(_ request: Request, plan: (([FileReading]) -> Void)? = nil) throws -> (
    report: ImportReport, foundAll: Bool
  ) {
    var discovery = Discovery(files: session.world.files)
    var foundAll = true
    for path in request.paths {
      let path = FilePath.normalized(session.absolute(path))
      if !discovery.add(path, deck: request.deck, most: request.most, form: request.form) { foundAll = false }
    }
    let name = (request.only?.sorted() ?? request.paths).map(session.shown).joined(separator: " ")
    let report = try inTransaction(step: request.isStep ? "import \(name)" : nil) { finder in
      var batch = try ImportBatch(
        session: session, database: database, total: discovery.found.count, choices: request.choices,
        only: request.only, plan: plan)
      batch.skip(discovery.skipped)
      for (project, files) in try grouped(discovery.found, finder) {
        try batch.process(files, project: project, missing: missing(of: project), retiring: false)
        if request.only == nil { try remember(request, files, project) }
      }
      return batch.finished()
    }
    return (report, foundAll)
  }

  func refresh(_ scope: Scope) throws -> ImportReport {
    try inTransaction(step: "refresh") { _ in
      let projects = try database.projects.all().filter { scope == .everything || scope == .project($0.id) }
      var discovery = Discovery(files: session.world.files)
      var work: [(project: Project?, files: [FoundFile])] = []
      var absent: [Skipped] = []
      for project in projects {
        guard session.world.files.exists(project.root) else {
          // A disk that is not mounted is no reason to retire what lies on it.
          absent.append(
            Skipped(
              path: project.root, reason: "the project's folder is not there; its cards stay as they are"))
          continue
        }
        work.append((project, try files(of: project, &discovery, &absent)))
      }
      work.append((nil, try files(of: nil, &discovery, &absent)))
      var batch = try ImportBatch(
        session: session, database: database, total: work.reduce(0) { $0 + $1.files.count })
      batch.skip(discovery.skipped + absent)
      for (project, files) in work {
        try batch.process(files, project: project, missing: missing(of: project), retiring: true)
      }
      return batch.finished()
    }
  }

  /// `step` is what it is called by `undo`, which takes back the cards that are new; nil where that has another way.
  private func inTransaction(
    step: String?, _ body: (ProjectFinder) throws -> ImportReport
  ) throws -> ImportReport {
    let finder = ProjectFinder(world: session.world, database: database, mayWrite: true)
    do {
      return try database.connection.transaction {
        let before = try database.log.lastPlace()
        let report = try body(finder)
        if isDry { throw Rollback(report: report) }
        // What only changed or lost cards is a step too: an answer given before it is not what was done last.
        if let step, !report.brought.isEmpty || report.counts.updated + report.counts.retired > 0 {
          try database.imports.write(step, cards: report.brought, (before, database.log.lastPlace()))
        }
        return report
      }
    } catch let rollback as Rollback {
      return rollback.report
    }
  }

  /// Files by the project that they belong to, projects in the order in which they turned up.
  private func grouped(_ found: [FoundFile], _ finder: ProjectFinder) throws -> [(Project?, [FoundFile])] {
    var groups: [(project: Project?, files: [FoundFile])] = []
    var projectOfFolder: [String: Project?] = [:]
    let notebook = Notebook(session: session, database: database)
    let known = try database.sources.outside()
    for file in found {
      let folder = "\(FilePath.folder(of: file.path))\u{0}\(file.importedFrom)"
      let project: Project?
      if let known = known[file.path] {
        project = try database.projects.all().first { $0.id == known.project }
      } else if let known = projectOfFolder[folder] {
        project = known
      } else if let owner = try notebook.project(ofFile: file.path) {
        project = owner
      } else {
        project = try finder.project(of: file.path, importedFrom: file.importedFrom)
        projectOfFolder[folder] = project
      }
      if let index = groups.firstIndex(where: { $0.project?.id == project?.id }) {
        groups[index].files.append(file)
      } else {
        groups.append((project, [file]))
      }
    }
    return groups
  }

  /// Known files that still exist, and new ones in folders that were imported as a whole.
  private func files(
    of project: Project?, _ discovery: inout Discovery, _ waiting: inout [Skipped]
  ) throws -> [FoundFile] {
    let before = discovery.found.count
    let sources = try database.sources.all(ofProject: project?.id)
    let known = Set(sources.map { absolute($0.path, project) })
    let notebook = try Notebook(session: session, database: database).folder(of: project)
    let explanations = FilePath.join(notebook, ExplanationShelf.name)
    for source in sources {
      let path = absolute(source.path, project)
      if session.world.files.target(path) == .file {
        _ = discovery.add(path, deck: nil, most: source.most, form: source.form.flatMap(DocumentForm.init))
      }
    }
    for folder in try database.sources.folders(ofProject: project?.id) {
      let path = absolute(folder.path, project)
      if session.world.files.target(path) == .folder {
        _ = discovery.add(path, deck: folder.chosenDeck, most: folder.most)
      } else if let moved = try renamed(path, project) {
        _ = discovery.add(moved, deck: folder.chosenDeck, most: folder.most)
        let stored = ImportBatch.storedPath(moved, project)
        try database.sources.remember(
          folder: stored, project: project?.id, chosenDeck: folder.chosenDeck, most: folder.most)
      }
    }
    // Whoever stopped before the cards of an explanation, or of an incident, has not said which of them they
    // want. Where a known one is gone, an unknown one can be that under another name.
    let isRenamed = known.contains {
      FilePath.folder(of: $0) == explanations && !session.world.files.exists($0)
    }
    let unwritten = try NotesBehind(database: database).sources()
    let unseen = try database.investigations.unseen()
    var held: [String: String] = [:]
    for source in sources where unseen.contains(source.id) || unwritten.contains(source.id) {
      held[absolute(source.path, project)] =
        unwritten.contains(source.id) ? "it does not say what the log says" : Self.unseen
    }
    return discovery.found[before...].filter { file in
      if let reason = held[file.path] {
        waiting.append(Skipped(path: file.path, reason: reason))
        return false
      }
      guard !isRenamed, !known.contains(file.path),
        file.importedFrom == session.world.files.real(explanations)
      else { return true }
      waiting.append(Skipped(path: file.path, reason: Self.unseen))
      return false
    }
  }

  private static let unseen = "its cards have not been looked at yet; `import` shows them"

  /// A folder that was renamed where it stands: a neighbour that holds one of its files, byte for byte.
  private func renamed(_ path: String, _ project: Project?) throws -> String? {
    let files = session.world.files
    let parent = FilePath.folder(of: path)
    let sources = try database.sources.all(ofProject: project?.id).filter { !$0.isMissing }
    let inside = sources.compactMap { source in
      FilePath.relative(absolute(source.path, project), to: path).map { (name: $0, digest: source.digest) }
    }
    for name in (try? files.list(parent)) ?? [] where !name.hasPrefix(".") {
      let candidate = FilePath.join(parent, name)
      guard files.kind(candidate) == .folder else { continue }
      let isIt = inside.prefix(8).contains { file in
        (try? files.read(FilePath.join(candidate, file.name))).map(Digest.of) == file.digest
      }
      if isIt { return candidate }
    }
    return nil
  }

  private func missing(of project: Project?) throws -> [Source] {
    let unwritten = try NotesBehind(database: database).sources()
    var told: [String: Bool] = [:]
    return try database.sources.all(ofProject: project?.id).filter {
      let path = absolute($0.path, project)
      return !$0.isMissing && !unwritten.contains($0.id) && !session.world.files.exists(path)
        && !isHidden(path, &told)
    }
  }

  /// Below a folder that nobody may look into: whether it is there nobody can say. `told` are folders that were asked for.
  private func isHidden(_ path: String, _ told: inout [String: Bool]) -> Bool {
    let files = session.world.files
    var folder = FilePath.folder(of: path)
    while !folder.isEmpty, folder != "/", !files.exists(folder) { folder = FilePath.folder(of: folder) }
    if let known = told[folder] { return known }
    let isHidden = files.target(folder) == .folder && (try? files.list(folder)) == nil
    told[folder] = isHidden
    return isHidden
  }

  private func remember(_ request: Request, _ files: [FoundFile], _ project: Project?) throws {
    for path in request.paths {
      guard let real = session.world.files.real(session.absolute(path)),
        session.world.files.target(real) == .folder,
        files.contains(where: { FilePath.relative($0.path, to: real) != nil })
      else { continue }
      let stored = project.flatMap { FilePath.relative(real, to: $0.root) } ?? real
      try database.sources.remember(
        folder: stored, project: project?.id, chosenDeck: request.deck, most: request.most)
    }
  }

  private func absolute(_ path: String, _ project: Project?) -> String {
    project.map { FilePath.normalized(FilePath.join($0.root, path)) } ?? path
  }
}

/// Importing without a command line around it, for whoever measures it.
package enum Importing {
  /// Returns how many cards are new.
  package static func run(_ session: Session, _ database: Database, _ paths: [String]) throws -> Int {
    try Importer(session: session, database: database, isDry: false).importPaths(paths, deck: nil).report
      .counts.added
  }
}
