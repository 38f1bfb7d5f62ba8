package import Recall
package import Storage
package import Terminal

/// One run of the program: the world, the flags in force, the database and what is known from it.
package final class Session {
  package let world: World
  package let globals: Globals
  package let console: Console
  private let connections: ConnectionHolder

  package init(world: World, globals: Globals, connections: ConnectionHolder) throws {
    self.world = world
    self.globals = globals
    self.connections = connections
    var colour = globals.plain ? ColourChoice.never : .auto
    if let text = globals.colour {
      guard let choice = ColourChoice(rawValue: text) else {
        throw UsageError("--color is auto, always or never, not \"\(text)\"")
      }
      colour = choice
    }
    console = world.console(colour: colour)
  }

  package var isJSON: Bool { globals.json }

  /// `--db`, else `WHET_DB`, else the data folder.
  package var databasePath: String {
    if let path = globals.database { return absolute(path) }
    if let path = world.environment["WHET_DB"], !path.isEmpty { return absolute(path) }
    return "\(dataFolder)/whet.db"
  }

  package var dataFolder: String {
    if let folder = world.environment["XDG_DATA_HOME"], folder.hasPrefix("/") { return "\(folder)/whet" }
    return "\(world.environment["HOME"] ?? world.folder)/.local/share/whet"
  }

  package func absolute(_ path: String) -> String {
    if path == "~" || path.hasPrefix("~/"), let home = world.environment["HOME"] {
      return home + path.dropFirst()
    }
    return path.hasPrefix("/") ? path : "\(world.folder)/\(path)"
  }

  package func database(_ access: Database.Access) throws -> Database {
    try connections.database(databasePath, access)
  }

  /// The settings, or what is set by default where there is no database yet.
  package func preferences(_ database: Database) throws -> Preferences {
    Preferences(try database.settings.all())
  }

  package func now() throws -> Moment { try world.clock.now() }

  package func today(_ preferences: Preferences) throws -> Day {
    preferences.dayEnd.day(of: try now())
  }

  /// Which decks are meant here: those of the project that this folder lies in, or all of them.
  package func scope(_ database: Database, mayWrite: Bool = true) throws -> Scope {
    if globals.everything { return .everything }
    let finder = ProjectFinder(world: world, database: database, mayWrite: mayWrite)
    return try finder.current().map { .project($0.id) } ?? .everything
  }

  /// The part of a path that somebody in this folder needs.
  package func shown(_ path: String) -> String {
    let prefix = world.folder == "/" ? "/" : world.folder + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }
}

/// Keeps the database open between the commands of a pipe or a REPL.
package final class ConnectionHolder {
  private var open: (path: String, access: Database.Access, database: Database)?

  package init() {}

  func database(_ path: String, _ access: Database.Access) throws -> Database {
    if let open, open.path == path, open.access == .write || open.access == access { return open.database }
    open = nil
    let database = try Database.open(path, for: access)
    // A stand-in for a file that is not there yet must not outlive the command.
    if access == .write { open = (path, access, database) }
    return database
  }
}
