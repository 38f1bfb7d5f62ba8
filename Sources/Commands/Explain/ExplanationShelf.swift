internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// The explanations of a project on the disk: notes beside each other in the notebook, and those that somebody is
/// still at, in hidden files that no import takes for a note.
struct ExplanationShelf {
  static let name = "explanations"

  private let session: Session
  let project: Project?
  let folder: String
  /// Beside the database: for drafts that could be written nowhere else.
  private let refuge: String
  private var files: any FileSystem { session.world.files }

  /// With `isForWriting` a repository that is not known yet becomes a project: an explanation is about its code.
  init(_ session: Session, _ database: Database, isForWriting: Bool) throws {
    self.session = session
    let finder = ProjectFinder(world: session.world, database: database, mayWrite: isForWriting)
    var project = session.globals.everything ? nil : try finder.current()
    if project == nil, isForWriting, !session.globals.everything,
      let root = ProjectFinder.gitRoot(above: session.world.folder, session.world.files)
    {
      project = try finder.project(of: FilePath.join(root, "x"), importedFrom: root)
    }
    self.project = project
    let notebook = Notebook(session: session, database: database)
    folder = FilePath.join(try notebook.folder(of: project), Self.name)
    refuge = FilePath.join(notebook.usualFolder(of: project), Self.name)
  }

  // MARK: Unfinished ones

  struct Unfinished {
    let path: String
    var sheet: ExplanationSheet
    /// It was there before.
    var isOld: Bool
    /// The file as it was read or written here the last time.
    var bytes: [UInt8]?
  }

  private static let mark = ".draft-"
  /// The refuge first: what lies there is newer than what could not be written over.
  private var folders: [String] { folder == refuge ? [folder] : [refuge, folder] }

  func drafts() throws -> [Unfinished] {
    var seen: Set<String> = []
    return try folders.flatMap { folder in
      let names = (try? files.list(folder)) ?? []
      return try names.filter {
        $0.hasPrefix(Self.mark) && $0.hasSuffix(".md") && seen.insert($0).inserted
      }.map { try read(FilePath.join(folder, $0)) }
    }
  }

  /// The sheet of a topic: the one that was begun, or a new one.
  func sheet(of topic: String) throws -> Unfinished {
    let slug = ExplanationSheet.slug(topic)
    let name = "\(Self.mark)\(slug).md"
    for begun in folders.map({ FilePath.join($0, name) }) where files.exists(begun) { return try read(begun) }
    // A topic can be mended in its file.
    if let other = try drafts().first(where: { ExplanationSheet.slug($0.sheet.topic) == slug }) {
      return other
    }
    return Unfinished(
      path: FilePath.join(folder, name), sheet: ExplanationSheet(topic: topic, date: try today()),
      isOld: false)
  }

  // MARK: While the editor has it

  private static let spare = ".spare-"

  private func spare(of draft: String) -> String {
    let name = Self.spare + FilePath.name(of: draft).dropFirst(Self.mark.count)
    return FilePath.join(FilePath.folder(of: draft), name)
  }

  /// Editors write in place: one that is killed in the middle of it leaves half a file, or none. What was said before
  /// is kept beside it meanwhile.
  func putAside(_ draft: Unfinished) throws {
    guard draft.sheet.hasAnswers else { return }
    try files.write(Array(draft.sheet.text.utf8), to: spare(of: draft.path), replacing: true)
  }

  /// Brings back what an editor has lost: everything where no answer is left, and where it was killed what is missing.
  /// Returns whether nothing was left.
  @discardableResult
  func recover(wasKilled: Bool) throws -> Bool {
    try folders.map { try recover(in: $0, wasKilled: wasKilled) }.contains(true)
  }

  private func recover(in folder: String, wasKilled: Bool) throws -> Bool {
    var isLost = false
    for name in (try? files.list(folder)) ?? [] where name.hasPrefix(Self.spare) && name.hasSuffix(".md") {
      let spare = try read(FilePath.join(folder, name)).sheet
      let path = FilePath.join(folder, Self.mark + name.dropFirst(Self.spare.count))
      var draft = files.exists(path) ? try? read(path) : nil
      if draft?.sheet.hasAnswers != true {
        isLost = true
        draft = Unfinished(path: path, sheet: spare, isOld: true)
      } else if wasKilled {
        draft?.sheet.fill(from: spare)
      }
      if var draft, isLost || wasKilled { try save(&draft) }
      files.remove(FilePath.join(folder, name))
    }
    return isLost
  }

  func read(_ path: String) throws -> Unfinished { try read(path, try bytes(path)) }

  private func bytes(_ path: String) throws -> [UInt8] {
    do {
      return try files.read(path)
    } catch {
      throw Failure("the draft \(session.shown(path)) cannot be read: \(error.reason)")
    }
  }

  private func read(_ path: String, _ bytes: [UInt8]) throws -> Unfinished {
    guard let text = try? SourceText(bytes) else {
      throw Failure("the draft \(session.shown(path)) is no text any more; it was left as it is")
    }
    let name = FilePath.stem(of: path).dropFirst(Self.mark.count)
    let sheet = ExplanationSheet(reading: text, name: String(name), date: try today())
    return Unfinished(path: path, sheet: sheet, isOld: true, bytes: bytes)
  }

  /// On the disk when this returns.
  func save(_ draft: inout Unfinished) throws {
    let bytes = Array(draft.sheet.text.utf8)
    try files.makeFolder(FilePath.folder(of: draft.path))
    try files.write(bytes, to: draft.path, replacing: true)
    draft.bytes = bytes
  }

  /// What another terminal has said to the same draft in the meantime. False where it is gone: what it held was finished, or
  /// thrown away, there, and is said no second time.
  func takeUp(_ draft: inout Unfinished) throws -> Bool {
    let own = draft.sheet
    guard files.exists(draft.path) else {
      draft.sheet = ExplanationSheet(topic: own.topic, date: own.date)
      draft.sheet.tier = own.tier
      draft.sheet.files = own.files
      draft.sheet.commit = own.commit
      draft.sheet.current = own.current
      draft.sheet.asked = own.asked
      return false
    }
    let bytes = try bytes(draft.path)
    // Nobody else touched it: it need not be taken apart again.
    guard bytes != draft.bytes else { return true }
    draft.sheet = try read(draft.path, bytes).sheet
    draft.sheet.tier = own.tier ?? draft.sheet.tier
    draft.sheet.current = own.current
    draft.sheet.asked.formUnion(own.asked)
    draft.sheet.seconds = max(own.seconds, draft.sheet.seconds)
    return true
  }

  func discard(_ draft: Unfinished) {
    // An older one of the same name would come to light again.
    for folder in folders {
      let path = FilePath.join(folder, FilePath.name(of: draft.path))
      files.remove(path)
      files.remove(spare(of: path))
      files.removeEmpty(folder)
    }
  }

  /// The note could not be written: what was said for it is kept all the same, where it can be, and `explain` finds it
  /// there.
  private func keep(_ draft: Unfinished, after error: any Error) -> Failure {
    let reason = (error as? DiskError).map(\.description) ?? (error as? Failure)?.message ?? "\(error)"
    let name = FilePath.name(of: draft.path)
    for folder in folder == refuge ? [folder] : [folder, refuge] {
      let kept = Unfinished(path: FilePath.join(folder, name), sheet: draft.sheet, isOld: true)
      guard (try? files.makeFolder(folder)) != nil,
        (try? files.write(Array(kept.sheet.text.utf8), to: kept.path, replacing: true)) != nil
      else { continue }
      return Failure(
        "\(reason). What you said is kept as a draft, in \(SafeText.line(session.shown(kept.path))); "
          + "`explain \(SafeText.line(draft.sheet.topic))` goes on there")
    }
    return Failure("\(reason). What you said could not be kept anywhere. It was:\n\(draft.sheet.text)")
  }

  // MARK: Notes

  /// Names of the notes that were written about a topic, oldest first.
  func notes(on topic: String) -> [String] {
    let slug = ExplanationSheet.slug(topic)
    return ((try? files.list(folder)) ?? []).filter { name in
      guard !name.hasPrefix("."), name.hasSuffix(".md"), name.count > 14 else { return false }
      let stem = FilePath.stem(of: name).dropFirst(11)
      return stem == slug || stem.hasPrefix(slug + "-") && Int(stem.dropFirst(slug.count + 1)) != nil
    }
  }

  func path(ofNote name: String) -> String { FilePath.join(folder, name) }

  /// Notes that no command has read, and that have a card to take: whatever ended the program, or a review, came first.
  /// One that asks nothing is read anew each time, since nothing of it is known.
  func unread(_ database: Database, most: Int) throws -> [String] {
    let names = ((try? files.list(folder)) ?? []).filter { !$0.hasPrefix(".") && $0.hasSuffix(".md") }
    let importer = Importer(session: session, database: database, isDry: true)
    var found: [String] = []
    for path in names.map({ FilePath.join(folder, $0) }) where found.count < most {
      guard try source(of: path, database) == nil else { continue }
      let plan = try importer.plan(Importer.Request(paths: [path]))
      if plan.readings.contains(where: { !$0.open.isEmpty }) { found.append(path) }
    }
    return found
  }

  /// What is known of a note, whatever project it was taken for.
  func source(of path: String, _ database: Database) throws -> Source? {
    for project in [project, nil] + (try database.projects.all()) {
      let stored = ImportBatch.storedPath(path, project)
      if let source = try database.sources.find(stored, project: project?.id) { return source }
    }
    return nil
  }

  /// Writes the note under a name that is free. Where the very same was written before the program was killed, that
  /// one is it.
  func write(_ draft: Unfinished, tier: Tier) throws -> String {
    do {
      return try write(draft.sheet, tier: tier)
    } catch {
      throw keep(draft, after: error)
    }
  }

  private func write(_ sheet: ExplanationSheet, tier: Tier) throws -> String {
    let bytes = Array(sheet.note(tier: tier).utf8)
    try files.makeFolder(folder)
    let name = "\(sheet.date)-\(ExplanationSheet.slug(sheet.topic))"
    for number in 1...9999 {
      let path = FilePath.join(folder, number == 1 ? "\(name).md" : "\(name)-\(number).md")
      if files.kind(path) != nil {
        if (try? files.read(path)) == bytes { return path }
        continue
      }
      try files.write(bytes, to: path, replacing: false)
      return path
    }
    throw Failure("too many explanations are called \(name); give this one another topic")
  }

  private func today() throws -> String {
    try session.today(try session.preferences(try session.database(.read))).date.description
  }
}
