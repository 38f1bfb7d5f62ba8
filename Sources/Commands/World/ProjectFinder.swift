internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// Which project a folder belongs to. A project that was moved is recognised by what it is: its first commit, its
/// folder's number on the disk, or its files. See decision 0017.
struct ProjectFinder {
  let world: World
  let database: Database
  /// Whether a project that is found elsewhere is written down.
  let mayWrite: Bool

  /// The known project around the current folder.
  func current() throws -> Project? {
    let known = try database.projects.all()
    guard !known.isEmpty else { return nil }
    if let project = innermost(known, around: world.folder) { return project }
    return try moved(known, to: candidates(from: world.folder))
  }

  /// The project that a file belongs to, made known if it is not: the git root around it, else the folder that was
  /// imported.
  func project(of file: String, importedFrom folder: String) throws -> Project {
    let root = gitRoot(above: FilePath.folder(of: file)) ?? folder
    let known = try database.projects.all()
    if let project = known.first(where: { $0.root == root }) { return try completed(project) }
    if gitRoot(above: root) == nil, let project = innermost(known, around: root) { return project }
    if let project = try moved(known, to: [root]) { return project }
    let name = FilePath.name(of: root)
    return try database.projects.add(
      name: name.isEmpty ? "root" : name, root: root, lineage: lineage(of: root),
      inode: world.files.identity(root))
  }

  private func innermost(_ known: [Project], around folder: String) -> Project? {
    known.filter { FilePath.relative(folder, to: $0.root) != nil }.max {
      $0.root.utf8.count < $1.root.utf8.count
    }
  }

  /// A repository that had no commit when it was imported has one now, perhaps.
  private func completed(_ project: Project) throws -> Project {
    guard project.lineage == nil, let lineage = lineage(of: project.root) else { return project }
    try database.projects.update(
      project.id, root: project.root, lineage: lineage, inode: world.files.identity(project.root))
    return project
  }

  /// Only a project whose old place is gone can have moved: what is still there is another copy.
  private func moved(_ known: [Project], to roots: [String]) throws -> Project? {
    let homeless = known.filter { !world.files.exists($0.root) }
    guard !homeless.isEmpty else { return nil }
    for root in roots {
      let inode = world.files.identity(root)
      let lineage = homeless.contains { $0.lineage != nil } ? lineage(of: root) : nil
      let match = try homeless.first { project in
        if let lineage, let old = project.lineage { return lineage == old }
        if let inode, inode == project.inode { return true }
        return try holdsFiles(of: project, root)
      }
      guard let match else { continue }
      if mayWrite {
        try? database.connection.transaction {
          try database.projects.update(match.id, root: root, lineage: lineage ?? match.lineage, inode: inode)
        }
      }
      return Project(id: match.id, name: match.name, root: root, lineage: match.lineage, inode: inode)
    }
    return nil
  }

  /// Whether a known file stands at the same place below this root with the same bytes.
  private func holdsFiles(of project: Project, _ root: String) throws -> Bool {
    let sources = try database.sources.all(ofProject: project.id)
    return sources.lazy.filter { !$0.path.hasPrefix("/") && !$0.isMissing }.prefix(8).contains { source in
      guard let bytes = try? world.files.read(FilePath.join(root, source.path)) else { return false }
      return Digest.of(bytes) == source.digest
    }
  }

  /// Where the current folder's project could begin: here or in any folder above.
  private func candidates(from folder: String) -> [String] {
    if let root = gitRoot(above: folder) { return [root] }
    var roots: [String] = []
    var current = folder
    while current != "/", roots.count < 32 {
      roots.append(current)
      current = FilePath.folder(of: current)
    }
    return roots
  }

  private func gitRoot(above folder: String) -> String? { Self.gitRoot(above: folder, world.files) }

  static func gitRoot(above folder: String, _ files: any FileSystem) -> String? {
    var current = folder
    for _ in 0..<64 {
      if files.exists(FilePath.join(current, ".git")) { return current }
      guard current != "/", current.hasPrefix("/") else { return nil }
      current = FilePath.folder(of: current)
    }
    return nil
  }

  private func lineage(of root: String) -> String? {
    world.files.exists(FilePath.join(root, ".git")) ? world.git.rootCommit(of: root) : nil
  }
}

/// The fingerprint by which a file is known to be unchanged.
enum Digest {
  static func of(_ bytes: [UInt8]) -> Int {
    var sum = CRC64()
    sum.add(bytes: bytes)
    return sum.value
  }
}
