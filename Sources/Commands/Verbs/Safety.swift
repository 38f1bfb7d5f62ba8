internal import Disk
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let backup = Command(
    "backup", "write a checked copy of the database",
    arguments: [Argument("FILE", help: "where to")],
    options: [Option("force", short: "f", help: "write over a file that is there")],
    examples: [Example("backup ~/whet-2026-03.db", "one file, complete")]
  ) { invocation, session in
    let path = session.absolute(invocation.arguments[0])
    guard session.world.files.exists(session.databasePath) else {
      throw Failure("there is no database yet at \(session.shown(session.databasePath))", code: .nothing)
    }
    try OutputTarget.check(path, force: invocation.has("force"), session)
    try Backup.write(
      try session.database(.read).connection, to: path, replacing: invocation.has("force"))
    if session.isJSON {
      session.console.data(JSON.object([("file", .string(path))]).text + "\n")
    } else {
      session.console.line(Styled("written to \(session.shown(path))"))
    }
    return .done
  }

  static let restore = Command(
    "restore", "put a backup in the place of the database",
    arguments: [Argument("FILE", help: "a backup")],
    examples: [Example("restore ~/whet-2026-03.db", "the present state is kept beside it")],
    details: """
      The backup is checked first. The present database is kept in a file beside it, whose name is told; restoring \
      that file takes everything back.
      """
  ) { invocation, session in
    let path = session.absolute(invocation.arguments[0])
    if let identity = session.world.files.identity(path),
      identity == session.world.files.identity(session.databasePath)
    {
      throw Failure("\(session.shown(path)) is the database in use; there is nothing to restore")
    }
    let keeping = try RestoreFile.name(session)
    if session.world.files.exists(session.databasePath), !isReadable(session) {
      // What cannot be opened cannot be copied either: it is put aside as it is.
      try RestoreFile.replaceUnreadable(path, keeping: keeping, session)
    } else {
      try Backup.restore(path, into: try session.database(.write).connection, keeping: keeping)
    }
    session.world.files.restrict(session.databasePath)
    if session.isJSON {
      session.console.data(
        JSON.object([("restored", .string(path)), ("kept", .string(keeping))]).text + "\n")
    } else {
      session.console.line(Styled("restored from \(session.shown(path))"))
      session.console.note(Styled("what was there before is in \(session.shown(keeping))", .quiet))
    }
    return .done
  }

  private static func isReadable(_ session: Session) -> Bool {
    do {
      _ = try session.database(.write)
      return true
    } catch StorageError.unusable {
      return false
    } catch {
      return true
    }
  }

  static let doctor = Command(
    "doctor", "prove that everything is as it should be",
    options: [Option("repair", help: "rebuild the schedule and the search index from the log and the cards")],
    examples: [
      Example("doctor", "checks the file, every event, and folds the whole log again"),
      Example("doctor --repair", "rebuilds what can be rebuilt"),
    ]
  ) { invocation, session in
    guard session.world.files.exists(session.databasePath) else {
      throw Failure("there is no database yet at \(session.shown(session.databasePath))", code: .nothing)
    }
    let repairs = invocation.has("repair")
    let doctor = Doctor(session: session, database: try session.database(repairs ? .write : .read))
    if repairs { try doctor.repair() }
    let checks = try doctor.examine()
    let isSound = checks.allSatisfy(\.isSound)
    if session.isJSON {
      let json = JSON.object([
        ("ok", .bool(isSound)),
        (
          "checks",
          .array(
            checks.map {
              .object([("name", .string($0.name)), ("ok", .bool($0.isSound)), ("detail", .string($0.detail))])
            })
        ),
      ])
      session.console.data(json.text + "\n")
    } else {
      for check in checks {
        let mark = Styled(check.isSound ? "ok   " : "BAD  ", check.isSound ? .good : .careful)
        session.console.line(mark + Styled("\(check.name): \(check.detail)"))
      }
      if !isSound { session.console.note(Styled(doctor.advice(checks), .careful)) }
    }
    return isSound ? .done : (checks.contains { !$0.isSound && !$0.isRepairable } ? .unusable : .failed)
  }
}

/// Where the present state goes before a backup takes its place.
enum RestoreFile {
  static func name(_ session: Session) throws -> String {
    let time = try session.now().rfc3339.prefix(19).replacing(":", with: "").replacing("T", with: "-")
    let base = "\(session.databasePath).before-restore-\(time)"
    var name = base
    var count = 2
    while session.world.files.exists(name) {
      name = "\(base)-\(count)"
      count += 1
    }
    return name
  }

  static func replaceUnreadable(_ path: String, keeping: String, _ session: Session) throws {
    guard session.world.files.exists(path) else { throw DiskError(path: path, reason: "no such file") }
    // Opening it proves that it is a database of whet's before anything is touched.
    let copy = try Database.open(path, for: .read)
    try Backup.replace(unreadable: session.databasePath, with: copy.connection, keeping: keeping)
  }
}
