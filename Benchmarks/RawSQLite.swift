import CSQLite
import Glibc

/// SQLite by itself, with nothing of whet's around it: what the ratios are taken against.
final class RawSQLite {
  private var handle: OpaquePointer?

  enum Cell {
    case null
    case int(Int64)
    case text(String)
  }

  init(_ path: String) {
    guard sqlite3_open(path, &handle) == SQLITE_OK else { fail("open") }
    for setting in [
      "journal_mode = TRUNCATE", "synchronous = FULL", "foreign_keys = ON", "cell_size_check = ON",
    ] {
      run("PRAGMA \(setting)")
    }
  }

  deinit {
    sqlite3_close(handle)
  }

  func run(_ sql: String) {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { fail(sql) }
  }

  func prepare(_ sql: String) -> OpaquePointer? {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { fail(sql) }
    return statement
  }

  func insert(_ statement: OpaquePointer?, _ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      let position = CInt(index + 1)
      switch cell {
      case .null: sqlite3_bind_null(statement, position)
      case .int(let number): sqlite3_bind_int64(statement, position, number)
      case .text(let text):
        text.withCString { _ = whet_bind_text(statement, position, $0, UInt64(strlen($0))) }
      }
    }
    guard sqlite3_step(statement) == SQLITE_DONE else { fail("step") }
    sqlite3_reset(statement)
  }

  /// All rows of a query, held in memory.
  func rows(_ sql: String) -> [[Cell]] {
    let statement = prepare(sql)
    defer { sqlite3_finalize(statement) }
    var rows: [[Cell]] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      rows.append(
        (0..<sqlite3_column_count(statement)).map { column in
          switch sqlite3_column_type(statement, column) {
          case SQLITE_NULL: .null
          case SQLITE_INTEGER: .int(sqlite3_column_int64(statement, column))
          default: .text(sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "")
          }
        })
    }
    return rows
  }

  private func fail(_ what: String) -> Never {
    print("raw SQLite: \(what): \(sqlite3_errmsg(handle).map { String(cString: $0) } ?? "")")
    exit(1)
  }
}
