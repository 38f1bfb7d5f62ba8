internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// The note of an investigation on the disk. It follows the log: however far it is behind, it is brought up to it, and
/// what somebody wrote into it stays.
struct InvestigationFile {
  let session: Session
  let database: Database
  let row: InvestigationStore.Row

  private var files: any FileSystem { session.world.files }

  var path: String {
    get throws {
      guard let source = try database.sources.source(row.source) else {
        throw Failure("the note of this investigation is not known any more")
      }
      return CardSource(path: source.path, line: 0, root: try project(source)?.root).absolutePath
    }
  }

  private func project(_ source: Source) throws -> Project? {
    try database.projects.all().first { $0.id == source.project }
  }

  /// Without a state the opening was taken back, and the note goes where nobody has written in it.
  func follow(_ state: Investigation?) throws {
    let path = try moved(try self.path)
    guard files.exists(path) else {
      guard let state else { return }
      try files.makeFolder(FilePath.folder(of: path))
      return try write(InvestigationEdit.written(state), to: path, state)
    }
    guard try isOurs(path) else {
      return tell(path, 1, "it lies outside the notebook, where whet writes nothing")
    }
    let before: [UInt8]
    var edit: InvestigationEdit
    do {
      before = try files.read(path)
      edit = try InvestigationEdit(before, id: row.id)
    } catch let refusal as InvestigationEdit.Refusal {
      return tell(path, refusal.line, refusal.reason)
    } catch let error as Unreadable {
      return tell(path, 1, error.reason)
    }
    let history = try database.log.history(of: row.id)
    // A note that does not say how far it is holds all but the last step.
    let steps = edit.steps ?? max(1, (state?.steps ?? 2) - 1)
    let old = Investigation(row.id, history, steps: steps)
    guard let state else {
      if let old, Self.isUntouched(edit, old) { files.remove(path) }
      return
    }
    edit.bring(from: old, to: state)
    for finding in edit.left { note(path, finding.line, finding.message) }
    if edit.bytes != before { try write(edit.bytes, to: path, state) }
  }

  /// Whether nothing stands in there but what whet wrote.
  private static func isUntouched(_ edit: InvestigationEdit, _ old: Investigation) -> Bool {
    func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
      bytes.split(separator: 10).sorted { $0.lexicographicallyPrecedes($1) }
    }
    return lines(edit.bytes) == lines(InvestigationEdit.written(old))
  }

  /// An open one asks nothing, so its file is nothing to be read; once it is solved, it is.
  private func write(_ bytes: [UInt8], to path: String, _ state: Investigation) throws {
    try files.write(bytes, to: path, replacing: true)
    guard var source = try database.sources.source(row.source) else { return }
    source.digest = state.status == .solved ? 0 : Digest.of(bytes)
    source.isMissing = false
    try database.connection.transaction { try database.sources.update(source) }
  }

  /// A note that somebody gave another name is known by its id.
  private func moved(_ path: String) throws -> String {
    guard !files.exists(path) else { return path }
    let folder = FilePath.folder(of: path)
    for name in (try? files.list(folder)) ?? [] where name.hasSuffix(".md") && !name.hasPrefix(".") {
      let other = FilePath.join(folder, name)
      guard let bytes = try? files.read(other), let text = try? SourceText(bytes) else { continue }
      var findings: [Finding] = []
      let matter = FrontMatter.read(text, &findings)
      guard matter.fields["id"]?.first == row.id.text, InvestigationNote(text, matter) != nil else {
        continue
      }
      guard var source = try database.sources.source(row.source) else { continue }
      let stored = ImportBatch.storedPath(other, try project(source))
      guard try database.sources.find(stored, project: source.project) == nil else { continue }
      source.path = stored
      try database.connection.transaction {
        try database.sources.update(source)
        try database.words.follow(source: source.id)
      }
      return other
    }
    return path
  }

  private func isOurs(_ path: String) throws -> Bool {
    guard let real = files.real(path) else { return false }
    return FilePath.relative(real, to: try Notebook(session: session, database: database).root()) != nil
  }

  private func tell(_ path: String, _ line: Int, _ reason: String) {
    note(
      path, line,
      "\(reason); the file was left as it is. All that you say is kept in the log: move this file away, and the next "
        + "step writes the note anew")
  }

  private func note(_ path: String, _ line: Int, _ message: String) {
    session.console.complain("\(SafeText.line(session.shown(path))):\(line): \(message)")
  }
}
