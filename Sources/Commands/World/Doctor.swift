internal import Disk
internal import Recall
internal import Storage
internal import Terminal

/// Proves the promises on the database at hand.
struct Doctor {
  struct Check {
    let name: String
    let isSound: Bool
    let detail: String
    /// Whether `--repair` can mend it; what cannot be mended needs a backup.
    let isRepairable: Bool
  }

  let session: Session
  let database: Database

  func examine() throws -> [Check] {
    try database.connection.snapshot {
      let file = try fileCheck()
      guard file.isSound else { return [file] }
      return [
        file, try references(), try checksums(), try strays(), try schedules(), try words(), permissions(),
      ]
    }
  }

  func repair() throws {
    try database.connection.run("REINDEX")
    try Refold(session: session, database: database).run()
    try database.words.rebuild()
    session.world.files.restrict(session.databasePath)
  }

  func advice(_ checks: [Check]) -> String {
    checks.contains { !$0.isSound && !$0.isRepairable }
      ? "what is damaged cannot be rebuilt: `whet restore FILE` brings back a backup"
      : "`whet doctor --repair` rebuilds this from the log"
  }

  private func fileCheck() throws -> Check {
    let verdicts = try database.connection.all("PRAGMA integrity_check(3)") { $0.text(0) }
    let isSound = verdicts == ["ok"]
    return Check(
      name: "file", isSound: isSound,
      detail: isSound ? "SQLite finds it whole" : verdicts.joined(separator: "; "),
      isRepairable: verdicts.allSatisfy { $0.contains("index") })
  }

  private func references() throws -> Check {
    let broken = try database.connection.all("PRAGMA foreign_key_check") { $0.text(0) }
    return Check(
      name: "references", isSound: broken.isEmpty,
      detail: broken.isEmpty ? "every row finds what it refers to" : "\(broken.count) rows refer to nothing",
      isRepairable: false)
  }

  private func checksums() throws -> Check {
    let count = try database.log.count
    let damaged = try database.log.damagedEvents()
    return Check(
      name: "log", isSound: damaged.isEmpty,
      detail: damaged.isEmpty
        ? "\(count) events, every checksum right"
        : "\(damaged.count) of \(count) events are not what was written: \(damaged.prefix(3).joined(separator: ", "))",
      isRepairable: false)
  }

  private func strays() throws -> Check {
    let count = try database.log.strays()
    return Check(
      name: "history", isSound: count == 0,
      detail: count == 0 ? "every event has its card" : "\(count) events belong to nothing",
      isRepairable: false)
  }

  private func schedules() throws -> Check {
    let preferences = try session.preferences(database)
    let bar = session.console.progressBar("folding the log", total: try database.cards.count) {
      session.world.clock.ticks()
    }
    let result = try compare(with: preferences.scheduler) { bar.advance(to: $0) }
    bar.finish()
    let names = result.different.prefix(3).map(\.text).joined(separator: ", ")
    return Check(
      name: "schedule", isSound: result.different.isEmpty,
      detail: result.different.isEmpty
        ? "\(result.cards) cards, each as the log says"
        : "\(result.different.count) cards are not as the log says: \(names)",
      isRepairable: true)
  }

  private func compare(
    with scheduler: some Scheduler, progress: (Int) -> Void
  ) throws -> (cards: Int, different: [CardID]) {
    try database.schedules.compare(with: scheduler, progress: progress)
  }

  private func words() throws -> Check {
    let count = try database.words.differences()
    return Check(
      name: "search", isSound: count == 0,
      detail: count == 0 ? "every card is in the index" : "\(count) cards are not in the index as they are",
      isRepairable: true)
  }

  private func permissions() -> Check {
    let isPrivate = session.world.files.isPrivate(session.databasePath)
    return Check(
      name: "permissions", isSound: isPrivate,
      detail: isPrivate ? "nobody else can read the database" : "others can read the database",
      isRepairable: true)
  }
}

/// Folds the whole log anew, with a bar where somebody watches.
struct Refold {
  let session: Session
  let database: Database

  func run() throws {
    let preferences = try session.preferences(database)
    let bar = session.console.progressBar("folding the log", total: try database.cards.count) {
      session.world.clock.ticks()
    }
    try rebuild(preferences.scheduler) { bar.advance(to: $0) }
    bar.finish()
  }

  private func rebuild(_ scheduler: some Scheduler, _ progress: (Int) -> Void) throws {
    try database.schedules.rebuild(with: scheduler, progress: progress)
  }
}
