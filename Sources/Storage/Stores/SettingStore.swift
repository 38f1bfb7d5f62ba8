/// What a person set, by name.
package struct SettingStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func value(_ key: String) throws -> String? {
    try connection.first("SELECT value FROM settings WHERE key = ?", [.text(key)]) { $0.text(0) }
  }

  package func all() throws -> [String: String] {
    var values: [String: String] = [:]
    try connection.each("SELECT key, value FROM settings") { values[$0.text(0)] = $0.text(1) }
    return values
  }

  package func keys(beginning prefix: String) throws -> [String] {
    try connection.all(
      "SELECT key FROM settings WHERE substr(key, 1, ?) = ? ORDER BY key",
      [.int(prefix.unicodeScalars.count), .text(prefix)]
    ) { $0.text(0) }
  }

  package func set(_ key: String, to value: String?) throws {
    guard let value else { return try connection.run("DELETE FROM settings WHERE key = ?", [.text(key)]) }
    try connection.run(
      "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [.text(key), .text(value)])
  }
}
