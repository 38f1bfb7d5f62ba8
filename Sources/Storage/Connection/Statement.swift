internal import CSQLite

/// A value on its way into a statement.
package enum Value: Equatable, Sendable {
  case null
  case int(Int)
  case real(Double)
  case text(String)
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(stringLiteral value: String) { self = .text(value) }

  package init(_ value: Int?) { self = value.map(Value.int) ?? .null }
  package init(_ value: String?) { self = value.map(Value.text) ?? .null }
  package init(_ value: Bool) { self = .int(value ? 1 : 0) }
}

/// A prepared statement. It cannot be copied, and it goes back to its connection, reset, when it goes out of scope: no
/// statement is ever leaked, and none keeps a lock that nobody sees.
package struct Statement: ~Copyable {
  private let handle: OpaquePointer?
  private let connection: Connection
  private let sql: String

  init(_ sql: String, on connection: Connection) throws(StorageError) {
    self.sql = sql
    self.connection = connection
    handle = try connection.compile(sql)
  }

  deinit {
    reset()
    connection.release(handle, sql)
  }

  /// Runs it to the end with these values; for statements that give no rows.
  package borrowing func run(_ values: [Value]) throws(StorageError) {
    try bind(values)
    defer { reset() }
    while try step() {}
  }

  /// Calls `body` for each row.
  package borrowing func each(
    _ values: [Value], _ body: (borrowing Statement) throws -> Void
  ) throws {
    try bind(values)
    defer { reset() }
    while try step() { try body(self) }
  }

  /// Calls `body` for each row until it returns false.
  package borrowing func scan(_ values: [Value], while body: (borrowing Statement) throws -> Bool) throws {
    try bind(values)
    defer { reset() }
    while try step() { guard try body(self) else { break } }
  }

  package borrowing func bind(_ values: [Value]) throws(StorageError) {
    for (index, value) in values.enumerated() {
      let position = CInt(index + 1)
      let status: CInt
      switch value {
      case .null: status = sqlite3_bind_null(handle, position)
      case .int(let number): status = sqlite3_bind_int64(handle, position, Int64(number))
      case .real(let number): status = sqlite3_bind_double(handle, position, number)
      case .text(var text):
        status = text.withUTF8 { bytes in
          // An empty buffer may have no address, and no address would bind NULL.
          guard let start = bytes.baseAddress else { return whet_bind_text(handle, position, "", 0) }
          return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            whet_bind_text(handle, position, $0, UInt64(bytes.count))
          }
        }
      }
      try connection.check(status, sql)
    }
  }

  /// True while there is a row.
  package borrowing func step() throws(StorageError) -> Bool {
    try connection.checkUsable(sql)
    let status = sqlite3_step(handle)
    if status == SQLITE_ROW { return true }
    try connection.check(status, sql)
    return false
  }

  package borrowing func reset() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  package borrowing func int(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, CInt(column))) }
  package borrowing func double(_ column: Int) -> Double { sqlite3_column_double(handle, CInt(column)) }
  package borrowing func bool(_ column: Int) -> Bool { int(column) != 0 }

  package borrowing func optionalInt(_ column: Int) -> Int? {
    isNull(column) ? nil : int(column)
  }

  package borrowing func optionalText(_ column: Int) -> String? {
    isNull(column) ? nil : text(column)
  }

  package borrowing func text(_ column: Int) -> String {
    let index = CInt(column)
    guard let bytes = sqlite3_column_text(handle, index) else { return "" }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(handle, index)))
    return String(decoding: buffer, as: UTF8.self)
  }

  private borrowing func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL
  }
}
