/// Brings a database to the schema that this program knows.
package enum Migration {
  /// All steps at once, for a new file.
  static func build(on connection: Connection, steps: [SchemaStep] = Schema.steps) throws {
    try connection.transaction {
      for step in steps {
        for statement in step.statements { try connection.run(statement) }
      }
      try connection.run("PRAGMA application_id = \(Schema.applicationID)")
      try connection.run("PRAGMA user_version = \(steps.count)")
    }
  }

  /// The steps that are missing, each in a transaction of its own, after a backup of what was there.
  package static func upgrade(
    _ connection: Connection, from version: Int, steps: [SchemaStep] = Schema.steps
  ) throws {
    // Another program may have been quicker; the copy that it made of the old state must stay.
    guard version < steps.count, try current(connection) < steps.count else { return }
    try Backup.write(connection, to: "\(connection.path).before-schema-\(steps.count)", replacing: true)
    for (index, step) in steps.enumerated().dropFirst(version) {
      try connection.transaction {
        // Another program may have been quicker.
        guard try current(connection) == index else { return }
        for statement in step.statements { try connection.run(statement) }
        try connection.run("PRAGMA user_version = \(index + 1)")
      }
    }
  }

  package static func current(_ connection: Connection) throws -> Int {
    try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
  }
}
