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
  /// Nobody is told why it cannot be written.
  var isQuiet = false

  /// That of an investigation, whether or not it is still known to have been opened.
  static func of(_ card: CardID, _ session: Session, _ database: Database, isQuiet: Bool = false) throws
    -> InvestigationFile?
  {
    guard let found = try database.cards.beginning(with: card.text).first,
      let stored = try database.cards.stored(found.num)
    else { return nil }
    let state = Investigation(card, try database.log.history(of: card))
    let row = InvestigationStore.Row(
      num: found.num, id: card, source: stored.source, isOpen: state?.status == .open)
    return InvestigationFile(session: session, database: database, row: row, isQuiet: isQuiet)
  }

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

  /// Tells what there is to tell of a file that cannot follow; it stays marked as behind. Returns what the
  /// log says: under its lock, or another terminal's step could go out of the note again.
  @discardableResult
  func follow() throws -> Investigation? {
    try database.connection.transaction {
      let state = Investigation(row.id, try database.log.history(of: row.id))
      let behind = NotesBehind(database: database)
      do {
        if try bring(state) { try behind.remove(row.id) }
      } catch let error as DiskError {
        tell(try path, 1, "\(error.reason)\(Self.kept) as soon as it can be written, \(Self.next)")
      }
      // Of what was never opened no note is owed.
      if state == nil { try behind.remove(row.id) }
      return state
    }
  }

  /// Whether the note says now what the log says. Without a state the opening was taken back, and the note
  /// goes where nobody has written in it.
  private func bring(_ state: Investigation?) throws -> Bool {
    let path = try placed(try self.path)
    guard files.exists(path) else {
      guard let state else {
        try know { $0.isMissing = true }
        return true
      }
      try files.makeFolder(FilePath.folder(of: path))
      try write(InvestigationEdit.written(state), to: path, state)
      return true
    }
    guard try isOurs(path) else {
      return leave(path, 1, "it lies outside the notebook, where whet writes nothing")
    }
    let before: [UInt8]
    var edit: InvestigationEdit
    do {
      before = try files.read(path)
      edit = try InvestigationEdit(before, id: try slip(note(in: before)) ?? row.id)
    } catch let refusal as InvestigationEdit.Refusal {
      return leave(path, refusal.line, refusal.reason)
    } catch let error as Unreadable {
      return leave(path, 1, error.reason)
    }
    let history = try database.log.history(of: row.id)
    // A note that does not say how far it is holds all but the last step.
    let steps = edit.steps ?? max(1, (state?.steps ?? 2) - 1)
    let old = Investigation(row.id, history, steps: steps)
    if state == nil, let old, Self.isUntouched(edit, old) {
      files.remove(path)
      try know { $0.isMissing = true }
      return true
    }
    // Where the opening was taken back too, nothing but what somebody wrote is to stay.
    guard let now = state ?? Investigation(row.id, history, steps: 1) else { return true }
    edit.bring(from: old, to: now)
    for finding in edit.left { note(path, finding.line, finding.message) }
    if edit.bytes != before { try write(edit.bytes, to: path, now) }
    if state == nil { note(path, 1, "its opening was taken back; the file stays for what you wrote in it") }
    return true
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
    try know { source in
      source.digest = state.status == .solved ? 0 : Digest.of(bytes)
      source.isMissing = false
    }
  }

  private func know(_ change: (inout Source) -> Void) throws {
    guard var source = try database.sources.source(row.source) else { return }
    change(&source)
    try database.sources.update(source)
  }

  /// What stands in the file is this note, and says that nothing is known yet.
  var isOpen: Bool {
    get throws {
      guard let bytes = try? files.read(try path), let note = note(in: bytes), note.incident == nil else {
        return false
      }
      return try note.id == row.id.text || slip(note) != nil
    }
  }

  private func note(in bytes: [UInt8]) -> InvestigationNote? {
    guard let text = try? SourceText(bytes) else { return nil }
    var findings: [Finding] = []
    return InvestigationNote(text, FrontMatter.read(text, &findings))
  }

  /// An id that nothing has is a slip of whoever edited the note, and not another one's.
  private func slip(_ note: InvestigationNote?) throws -> CardID? {
    guard let said = note?.id, try database.cards.beginning(with: said).isEmpty else { return nil }
    return CardID(stored: said)
  }

  /// Where it is, or where it is to be written: in the notebook, also where that is another folder by now.
  private func placed(_ path: String) throws -> String {
    guard !files.exists(path), let source = try database.sources.source(row.source) else { return path }
    let project = try project(source)
    let notebook = Notebook(session: session, database: database)
    let folder = FilePath.join(try notebook.folder(of: project), InvestigationDesk.name)
    var folders = [FilePath.folder(of: path)]
    if folder != folders[0] { folders.append(folder) }
    for folder in folders {
      if let other = try moved(in: folder) { return other }
    }
    guard FilePath.relative(path, to: try notebook.root()) == nil,
      let free = try notebook.freePath(FilePath.stem(of: path), in: folder, of: project)
    else { return path }
    try move(source, to: free, project)
    return free
  }

  /// A note that somebody gave another name is known by its id.
  private func moved(in folder: String) throws -> String? {
    for name in (try? files.list(folder)) ?? [] where name.hasSuffix(".md") && !name.hasPrefix(".") {
      let other = FilePath.join(folder, name)
      guard let bytes = try? files.read(other), let text = try? SourceText(bytes) else { continue }
      var findings: [Finding] = []
      let matter = FrontMatter.read(text, &findings)
      guard matter.fields["id"]?.first == row.id.text, InvestigationNote(text, matter) != nil else {
        continue
      }
      guard let source = try database.sources.source(row.source) else { continue }
      let project = try project(source)
      let stored = ImportBatch.storedPath(other, project)
      guard try database.sources.find(stored, project: source.project) == nil else { continue }
      try move(source, to: other, project)
      return other
    }
    return nil
  }

  private func move(_ source: Source, to path: String, _ project: Project?) throws {
    var source = source
    source.path = ImportBatch.storedPath(path, project)
    try database.connection.transaction {
      try database.sources.update(source)
      try database.words.follow(source: source.id)
    }
  }

  private func isOurs(_ path: String) throws -> Bool {
    guard let real = files.real(path) else { return false }
    return FilePath.relative(real, to: try Notebook(session: session, database: database).root()) != nil
  }

  private static let kept = "; all that you say is kept in the log:"
  private static let next = "the next step or `refresh` writes the note"

  private func leave(_ path: String, _ line: Int, _ reason: String) -> Bool {
    tell(
      path, line,
      "\(reason); the file was left as it is\(Self.kept) move this file away, and \(Self.next) anew")
    return false
  }

  private func tell(_ path: String, _ line: Int, _ reason: String) {
    if !isQuiet { note(path, line, reason) }
  }

  private func note(_ path: String, _ line: Int, _ message: String) {
    session.console.complain("\(SafeText.line(session.shown(path))):\(line): \(message)")
  }
}
