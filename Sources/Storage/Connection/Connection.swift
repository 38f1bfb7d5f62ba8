internal import CSQLite

/// One connection to one database.
///
/// Everything that writes does so inside `transaction`. After the first error in there nothing more is run:
/// SQLite may have rolled back by itself, and the next statement would then stand alone.
package final class Connection {
  package enum Mode: Sendable {
    case readOnly
    case readWrite
    case memory
  }

  package let path: String
  private let handle: OpaquePointer?
  private var depth = 0
  private var failure: StorageError?
  /// Statements that nobody runs now. To compile one takes longer than to run it, and an import runs the same few for
  /// each of its files.
  private var idle: [String: OpaquePointer] = [:]
  private static let mostIdle = 32

  /// Milliseconds to wait for another program's lock. None at all for a shell prompt.
  package init(path: String, mode: Mode, patience: Int) throws(StorageError) {
    self.path = path
    var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW
    switch mode {
    case .readOnly: flags |= SQLITE_OPEN_READONLY
    case .readWrite: flags |= SQLITE_OPEN_READWRITE
    case .memory: flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
    }
    var opened: OpaquePointer?
    let status = sqlite3_open_v2(path, &opened, flags, nil)
    handle = opened
    do {
      try check(status, "open")
      sqlite3_extended_result_codes(opened, 1)
      sqlite3_busy_timeout(opened, CInt(patience))
      try check(whet_harden(opened), "harden")
    } catch {
      sqlite3_close_v2(opened)
      throw error
    }
  }

  deinit {
    for statement in idle.values { sqlite3_finalize(statement) }
    sqlite3_close_v2(handle)
  }

  /// The settings that every connection of the program uses. See decision 0003 for the journal.
  package static let settings = [
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
  ]

  package func prepare(_ sql: String) throws(StorageError) -> Statement {
    try Statement(sql, on: self)
  }

  package func run(_ sql: String, _ values: [Value] = []) throws(StorageError) {
    let statement = try prepare(sql)
    try statement.run(values)
  }

  package func each(
    _ sql: String, _ values: [Value] = [], _ body: (borrowing Statement) throws -> Void
  ) throws {
    let statement = try prepare(sql)
    try statement.each(values, body)
  }

  /// The first row, read by `body`.
  package func first<Result>(
    _ sql: String, _ values: [Value] = [], _ body: (borrowing Statement) throws -> Result
  ) throws -> Result? {
    let statement = try prepare(sql)
    var result: Result?
    try statement.scan(values) { row in
      result = try body(row)
      return false
    }
    return result
  }

  package func all<Element>(
    _ sql: String, _ values: [Value] = [], _ body: (borrowing Statement) throws -> Element
  ) throws -> [Element] {
    var rows: [Element] = []
    try each(sql, values) { row in rows.append(try body(row)) }
    return rows
  }

  package var lastInsertedRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  /// All of it or nothing. The lock is taken at once, so that what was read inside still holds when it is
  /// written. Transactions inside join the one that is open.
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    try enclosed("BEGIN IMMEDIATE", body)
  }

  /// Reads that belong together see one state of the database.
  package func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try enclosed("BEGIN", body)
  }

  private func enclosed<Result>(_ beginning: String, _ body: () throws -> Result) throws -> Result {
    if depth > 0 { return try body() }
    try run(beginning)
    depth = 1
    defer {
      depth = 0
      failure = nil
    }
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      failure = nil
      // SQLite may have rolled back already; there is nothing to roll back then, and nothing to say.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  /// Writes the whole of another database over this one, in one transaction of SQLite's own.
  package func overwrite(from source: Connection) throws(StorageError) {
    guard let backup = sqlite3_backup_init(handle, "main", source.handle, "main") else {
      throw error(code: sqlite3_extended_errcode(handle), "restore")
    }
    let status = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard status == SQLITE_DONE else { throw error(code: status, "restore") }
    try check(finished, "restore")
  }

  func compile(_ sql: String) throws(StorageError) -> OpaquePointer? {
    try checkUsable(sql)
    if let known = idle.removeValue(forKey: sql) { return known }
    var statement: OpaquePointer?
    try check(sqlite3_prepare_v2(handle, sql, -1, &statement, nil), sql)
    return statement
  }

  /// Takes back a statement that was reset. A setting is made when it is compiled, so those are compiled each time.
  func release(_ statement: OpaquePointer?, _ sql: String) {
    guard let statement, idle[sql] == nil, !sql.hasPrefix("PRAGMA") else {
      sqlite3_finalize(statement)
      return
    }
    // Those that made the tables are never asked for again, and must not keep out the ones that are.
    if idle.count >= Self.mostIdle, let old = idle.popFirst() { sqlite3_finalize(old.value) }
    idle[sql] = statement
  }

  func checkUsable(_ sql: String) throws(StorageError) {
    if let failure { throw failure }
  }

  func check(_ status: CInt, _ sql: String) throws(StorageError) {
    guard status != SQLITE_OK, status != SQLITE_ROW, status != SQLITE_DONE else { return }
    let error = error(code: status, sql)
    if depth > 0 { failure = error }
    throw error
  }

  private func error(code: CInt, _ sql: String) -> StorageError {
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: return .locked(path: path)
    case SQLITE_FULL: return .full(path: path)
    case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path: path)
    case SQLITE_NOTADB: return .unusable(path: path, reason: "this is not a database of whet's")
    case SQLITE_CORRUPT:
      return .unusable(path: path, reason: "the database is damaged; `whet restore` brings back a backup")
    default:
      let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "error"
      return .sqlite(code: Int(code), message: message, sql: sql)
    }
  }

  package static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
