internal import Disk
internal import Glibc

/// The open database and the stores that speak to it.
package struct Database {
  package enum Access: Sendable {
    /// Creates the file where there is none.
    case write
    /// Leaves the disk as it is: where there is no file, an empty database in memory stands in.
    case read
    /// As `read`, and waits for nobody's lock.
    case glance
  }

  package let connection: Connection

  package init(_ connection: Connection) {
    self.connection = connection
  }

  package static func open(_ path: String, for access: Access) throws -> Database {
    let path = FilePath.resolved(path)
    var version = try DatabaseFile.inspect(path)
    if version == nil {
      guard access == .write else { return try inMemory() }
      try PrivateFile.makeFolder(FilePath.folder(of: path))
      let resolved = FilePath.resolved(path)
      try DatabaseFile.create(resolved)
      version = try DatabaseFile.inspect(resolved)
      return try connect(resolved, version: version ?? 0, for: access)
    }
    return try connect(path, version: version ?? 0, for: access)
  }

  private static func connect(_ path: String, version: Int, for access: Access) throws -> Database {
    let patience = access == .glance ? 0 : 5000
    // A glance never writes. Any other reader may have to play back the journal of a program that was killed.
    let writable = Glibc.access(path, W_OK) == 0 && Glibc.access(FilePath.folder(of: path), W_OK) == 0
    let mode: Connection.Mode = access == .glance || !writable ? .readOnly : .readWrite
    let connection = try Connection(path: path, mode: mode, patience: patience)
    if mode == .readWrite {
      for setting in Connection.settings { try connection.run(setting) }
      try Migration.upgrade(connection, from: version)
    } else if version < Schema.version {
      throw StorageError.unusable(
        path: path,
        reason: "the database is of an older schema (\(version)) and cannot be brought up to date here")
    }
    return Database(connection)
  }

  package static func inMemory() throws -> Database {
    let connection = try Connection(path: ":memory:", mode: .memory, patience: 0)
    try connection.run("PRAGMA foreign_keys = ON")
    try Migration.build(on: connection)
    return Database(connection)
  }

  package var cards: CardStore { CardStore(connection) }
  package var decks: DeckStore { DeckStore(connection) }
  package var sources: SourceStore { SourceStore(connection) }
  package var records: RecordStore { RecordStore(connection) }
  package var projects: ProjectStore { ProjectStore(connection) }
  package var log: EventLog { EventLog(connection) }
  package var schedules: ScheduleCache { ScheduleCache(connection) }
  package var investigations: InvestigationStore { InvestigationStore(connection) }
  package var three: ThreeStore { ThreeStore(connection) }
  package var drills: DrillStore { DrillStore(connection) }
  package var typedLines: TypedLines { TypedLines(connection) }
  package var keys: KeyStore { KeyStore(connection) }
  package var imports: ImportStore { ImportStore(connection) }
  package var settings: SettingStore { SettingStore(connection) }
  package var words: WordIndex { WordIndex(connection) }
  package var queue: QueueStore { QueueStore(connection) }
  package var history: HistoryStore { HistoryStore(connection) }
  package var figures: FigureStore { FigureStore(connection) }
}
