internal import Terminal

/// Where a command may write a file that the person named.
enum OutputTarget {
  /// Refuses what would destroy more than was meant: the database itself, its journal, anything that is no file,
  /// and without `force` whatever is there.
  static func check(_ path: String, force: Bool, _ session: Session) throws {
    let files = session.world.files
    guard let kind = files.target(path) else { return }
    let shown = SafeText.line(session.shown(path))
    guard kind == .file else { throw Failure("\(shown) is no file; nothing was written") }
    for own in [session.databasePath, "\(session.databasePath)-journal"] {
      if let identity = files.identity(own), identity == files.identity(path) {
        throw Failure("\(shown) is the database in use; nothing was written")
      }
    }
    if !force { throw Failure("\(shown) is already there; nothing was written. --force writes over it") }
  }
}
