internal import Disk
internal import Glibc

/// Copies of the whole database that can be trusted: written beside their goal, checked, brought to the disk
/// and only then given their name.
package enum Backup {
  package static func write(_ connection: Connection, to path: String, replacing: Bool) throws {
    if !replacing, access(path, F_OK) == 0 {
      throw DiskError(path: path, reason: "this file is already there; nothing was written")
    }
    let temporary = "\(path).part-\(getpid())"
    unlink(temporary)
    do throws(DiskError) {
      try PrivateFile.reserve(temporary)
    } catch {
      // The name that the person gave, not the one that stands in for it.
      throw DiskError(path: path, reason: error.reason)
    }
    defer { unlink(temporary) }
    try connection.run("VACUUM INTO ?", [.text(temporary)])
    try verify(temporary)
    try PrivateFile.synchronize(temporary)
    try PrivateFile.place(temporary, at: path, replacing: replacing)
  }

  /// Puts a backup in the place of the database that is open. It is checked first, the present state is kept
  /// under `keeping`, and the change is one transaction: whoever else has the database open sees either.
  package static func restore(_ path: String, into connection: Connection, keeping: String) throws {
    guard try DatabaseFile.inspect(path) != nil else {
      throw DiskError(path: path, reason: "no such file")
    }
    let version = try verify(path)
    do {
      try write(connection, to: keeping, replacing: false)
    } catch StorageError.unusable {
      // What is damaged cannot be copied as a database; it is kept byte for byte.
      try PrivateFile.copy(connection.path, to: keeping)
    }
    let source = try Connection(path: FilePath.resolved(path), mode: .readOnly, patience: 1000)
    try connection.overwrite(from: source)
    try Migration.upgrade(connection, from: version)
  }

  /// Puts a backup in the place of a file that cannot be opened. The old file keeps living under `keeping`, its
  /// journal beside it, before the new one takes the name: an old journal must never meet a new database.
  package static func replace(unreadable path: String, with source: Connection, keeping: String) throws {
    guard link(path, keeping) == 0 else { throw DiskError(path: keeping, reason: systemReason(errno)) }
    rename("\(path)-journal", "\(keeping)-journal")
    try write(source, to: path, replacing: true)
  }

  /// SQLite's own check and every event's checksum. Returns the schema version.
  @discardableResult
  private static func verify(_ path: String) throws -> Int {
    let copy = try Connection(path: FilePath.resolved(path), mode: .readOnly, patience: 1000)
    let verdict = try copy.first("PRAGMA integrity_check(1)") { $0.text(0) } ?? "no answer"
    guard verdict == "ok" else {
      throw StorageError.unusable(path: path, reason: "the backup is damaged (\(verdict))")
    }
    let counts = try copy.first("SELECT (SELECT count(*) FROM cards) - (SELECT count(*) FROM schedule)") {
      $0.int(0)
    }
    guard counts == 0 else {
      throw StorageError.unusable(
        path: path, reason: "cards and schedule do not fit together; `whet doctor` tells more")
    }
    let damaged = try EventLog(copy).damagedEvents(most: 1)
    if let event = damaged.first {
      throw StorageError.unusable(
        path: path, reason: "event \(event) of the backup does not match its checksum")
    }
    return try Migration.current(copy)
  }
}
