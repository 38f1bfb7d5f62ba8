internal import Disk
internal import Reading
internal import Storage
internal import Terminal

/// Finds the folders in which a project keeps its decision records, by the conventions of the tools around them.
struct RecordFolders {
  private let session: Session
  private let files: any FileSystem

  init(_ session: Session) {
    self.session = session
    files = session.world.files
  }

  private static let deepest = 6
  private static let mostFolders = 20_000

  /// Absolute paths, those that a tool's own file names first.
  func found() -> [String] {
    let root = ProjectFinder.gitRoot(above: session.world.folder, files) ?? session.world.folder
    var result: [String] = []
    func add(_ path: String) {
      guard files.target(path) == .folder, let real = files.real(path), !result.contains(real),
        holdsDocuments(real)
      else {
        return
      }
      // What lies in a folder that was found comes in with it.
      if !result.contains(where: { FilePath.relative(real, to: $0) != nil }) { result.append(real) }
    }
    for path in named(root) { add(path) }
    // What programs are tested with lies in such folders, too.
    for path in conventional(root)
    where FilePath.relative(path, to: root).map(RecordCollection.isTestData(below:)) != true { add(path) }
    return result
  }

  /// Where a tool's own file says that records belong, be there any or none. Nil where it points out of the project.
  func toldByTool() -> String? {
    let root = ProjectFinder.gitRoot(above: session.world.folder, files) ?? session.world.folder
    let named = named(root)
    // One for each package: which one, where the person stands tells, or they do.
    guard let path = named.first, named.count == 1 else { return nil }
    let isWithin = path == root || FilePath.relative(path, to: root) != nil
    return isWithin && (files.target(path) ?? .folder) == .folder ? path : nil
  }

  /// What is to be imported where nobody named anything. Nil where there is nothing, or it is not wanted.
  func offered(isSure: Bool) throws -> [String]? {
    let found = found()
    guard !found.isEmpty else {
      session.console.note("no decision records found in the usual places; name a file or a folder")
      return nil
    }
    let names = found.map { SafeText.line(session.shown($0)) }.joined(separator: ", ")
    if isSure { return found }
    guard session.world.dialogue.isTerminal else {
      throw UsageError(
        "import what? There are decision records in \(names)", hint: "whet import --yes takes them")
    }
    session.console.line("Found decision records in \(names).")
    switch session.world.dialogue.key("Look at them? y/n > ") {
    case .interrupted: throw Failure("nothing was imported", code: .interrupted)
    case .text(let key) where ["y", "Y", ""].contains(key): return found
    case .text, .ended: return nil
    }
  }

  private func holdsDocuments(_ folder: String) -> Bool {
    ((try? files.list(folder)) ?? []).contains { name in
      RecordCollection.isDocument(name)
        || files.kind(FilePath.join(folder, name)) == .folder && !name.hasPrefix(".")
          && ((try? files.list(FilePath.join(folder, name))) ?? []).contains(
            where: RecordCollection.isDocument)
    }
  }

  // MARK: Named by a tool

  private func named(_ root: String) -> [String] {
    var result: [String] = []
    // adr-tools looks upwards for its file.
    var folder = session.world.folder
    while FilePath.relative(folder, to: root) != nil || folder == root {
      // A home is no place for a repository's records, and nothing here writes a folder called "~".
      if let line = lines(FilePath.join(folder, ".adr-dir")).first, !line.isEmpty, !line.hasPrefix("~"),
        !line.utf8.contains(where: { $0 < 32 })
      {
        result.append(FilePath.normalized(FilePath.join(folder, line)))
        break
      }
      guard folder != root, folder != "/" else { break }
      folder = FilePath.folder(of: folder)
    }
    for line in lines(FilePath.join(root, ".log4brains.yml")) {
      let pair = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
      guard pair.count == 2, pair[0] == "adrFolder" || pair[0] == "- adrFolder" else { continue }
      let path = pair[1].filter { $0 != "\"" && $0 != "'" }
      result.append(FilePath.normalized(FilePath.join(root, path)))
    }
    return result
  }

  private func lines(_ path: String) -> [String] {
    guard let bytes = try? files.read(path), bytes.count < 65_536, let text = try? SourceText(bytes) else {
      return []
    }
    return text.lines.map { text.string($0).trimmed }
  }

  // MARK: Called as usual

  /// Level by level, so that a large neighbour does not use up what may be looked at.
  private func conventional(_ root: String) -> [String] {
    var result: [String] = []
    var level = [root]
    var budget = Self.mostFolders
    for _ in 0...Self.deepest where !level.isEmpty {
      var below: [String] = []
      for folder in level {
        for name in (try? files.list(folder)) ?? [] where !name.hasPrefix(".") && !Self.foreign.contains(name)
        {
          let path = FilePath.join(folder, name)
          guard budget > 0, files.kind(path) == .folder else { continue }
          budget -= 1
          if RecordCollection.isConventional(name) { result.append(path) } else { below.append(path) }
        }
      }
      level = below
    }
    return result
  }

  private static let foreign: Set<String> = [
    "node_modules", "vendor", "target", "build", "dist", "third_party", "Pods",
  ]
}
