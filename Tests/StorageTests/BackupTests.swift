import Disk
import Foundation
import Glibc
import Recall
@testable import Storage
import TestSupport
import Testing

@Suite struct BackupTests {
  private let disk: TemporaryFolder
  private let box: CardBox
  private var connection: Connection { box.database.connection }

  init() throws {
    disk = try TemporaryFolder()
    box = try CardBox(try Database.open(disk.file("whet.db"), for: .write))
    let deck = try box.deck("deck")
    for _ in 0..<20 { try box.add(to: deck) }
    for card in box.cards { try box.record(box.grade(card.num % 6, card)) }
    try box.database.settings.set("new-per-day", to: "7")
  }

  private func open(_ name: String) throws -> Connection {
    try Connection(path: disk.file(name), mode: .readWrite, patience: 0)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: disk.file(name)))
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: disk.path))
  }

  // MARK: There and back

  @Test func aBackupBringsEverythingBackAndKeepsWhatWasThere() throws {
    let before = try connection.everything()
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    #expect(try open("copy.db").everything() == before)

    try box.record(box.grade(5, box.cards[3], on: Day(20_001)))
    try connection.run("DELETE FROM settings")
    let later = try connection.everything()
    try Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept.db"))
    #expect(try connection.everything() == before)
    #expect(try open("kept.db").everything() == later)
    #expect(try box.differences().isEmpty)
    #expect(try box.database.words.differences() == 0)

    // What was kept takes everything back.
    try Backup.restore(disk.file("kept.db"), into: connection, keeping: disk.file("again.db"))
    #expect(try connection.everything() == later)
    #expect(try names() == ["whet.db", "whet.db-journal", "copy.db", "kept.db", "again.db"])
  }

  @Test func aBackupIsPrivateWhoeverMayReadTheFolder() throws {
    chmod(disk.path, 0o755)
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    try Backup.write(connection, to: disk.file("copy.db"), replacing: true)
    try Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept.db"))
    for name in ["copy.db", "kept.db", "whet.db"] {
      var status = stat()
      #expect(stat(disk.file(name), &status) == 0)
      #expect(status.st_mode & 0o7777 == 0o600, "\(name)")
    }
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenAskedTo() throws {
    try disk.write("a letter", to: "copy.db")
    #expect(throws: DiskError.self) {
      try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    }
    #expect(try disk.text("copy.db") == "a letter")
    #expect(try names() == ["whet.db", "whet.db-journal", "copy.db"])
    try Backup.write(connection, to: disk.file("copy.db"), replacing: true)
    #expect(try open("copy.db").everything() == connection.everything())
    #expect(try names() == ["whet.db", "whet.db-journal", "copy.db"])
  }

  @Test func aStateThatIsKeptAlreadyIsNotWrittenOver() throws {
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    try disk.write("kept earlier", to: "kept.db")
    try box.database.settings.set("new-per-day", to: "8")
    let before = try connection.everything()
    #expect(throws: DiskError.self) {
      try Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept.db"))
    }
    #expect(try disk.text("kept.db") == "kept earlier")
    #expect(try connection.everything() == before)
  }

  // MARK: Backups that cannot be trusted

  @Test(arguments: [
    "UPDATE events SET grade = grade + 1 WHERE seq = 7", "UPDATE events SET typed = 'x' WHERE seq = 20",
    "UPDATE events SET card = 'nobody00' WHERE seq = 1",
  ])
  func aBackupWithAnAlteredEventIsRefused(change: String) throws {
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    try open("copy.db").run(change)
    try expectRefusal()
  }

  enum Damage: CaseIterable {
    case empty, junk, cutShort, newer, overwrittenPage
  }

  @Test(arguments: Damage.allCases)
  func aDamagedBackupIsRefused(damage: Damage) throws {
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    var copy = try bytes("copy.db")
    switch damage {
    case .empty: copy = Data()
    case .junk: copy = Data(repeating: 0x41, count: 5000)
    case .cutShort: copy = copy.dropLast(4096)
    case .newer: try open("copy.db").run("PRAGMA user_version = 99")
    case .overwrittenPage:
      // The page behind the schema's first one: a table that counts.
      copy.replaceSubrange(4096..<8192, with: Data(repeating: 0xaa, count: 4096))
    }
    if damage != .newer { try disk.write(copy, to: "copy.db") }
    try expectRefusal()
  }

  @Test func aBackupThatIsNotThereIsNamed() throws {
    let before = try connection.everything()
    #expect(throws: DiskError(path: disk.file("copy.db"), reason: "no such file")) {
      try Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept.db"))
    }
    #expect(try connection.everything() == before)
  }

  private func expectRefusal() throws {
    let before = try connection.everything()
    let copy = try bytes("copy.db")
    #expect(throws: StorageError.self) {
      try Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept.db"))
    }
    #expect(try connection.everything() == before)
    #expect(try bytes("copy.db") == copy)
    #expect(try !names().contains("kept.db"))
  }

  /// Whatever single bit of a backup is flipped: what stands in the database afterwards has a sound log.
  @Test func noFlippedBitOfABackupReachesTheLog() throws {
    try Backup.write(connection, to: disk.file("copy.db"), replacing: false)
    let whole = try bytes("copy.db")
    var random = SeededGenerator(seed: 11)
    let log = box.database.log
    for step in 0..<60 {
      var copy = whole
      let at = Int.random(in: whole.indices, using: &random)
      copy[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      try disk.write(copy, to: "copy.db")
      try? Backup.restore(disk.file("copy.db"), into: connection, keeping: disk.file("kept-\(step).db"))
      #expect(try log.count == 20, "byte \(at)")
      #expect(try log.damagedEvents().isEmpty, "byte \(at)")
    }
  }

  // MARK: Schemas to come

  private static let step = SchemaStep(statements: [
    "CREATE TABLE notes (card INTEGER REFERENCES cards(num), text TEXT NOT NULL) STRICT",
    "INSERT INTO notes SELECT num, prompt FROM cards",
    "UPDATE settings SET value = '9' WHERE key = 'new-per-day'",
  ])
  private static let failing = SchemaStep(statements: [
    "CREATE TABLE extra (text TEXT) STRICT", "DELETE FROM settings", "INSERT INTO nowhere VALUES (1)",
  ])

  @Test func aMigrationKeepsAllRowsAndACopyOfWhatWasBefore() throws {
    let before = try connection.everything()
    let steps = Schema.steps + [Self.step]
    try Migration.upgrade(connection, from: Schema.version, steps: steps)
    #expect(try Migration.current(connection) == steps.count)
    var after = try connection.everything()
    #expect(after.removeValue(forKey: "notes")?.count == 20)
    #expect(try box.database.settings.all() == ["new-per-day": "9"])
    after["settings"] = before["settings"]
    #expect(after == before)

    let kept = "whet.db.before-schema-\(steps.count)"
    #expect(try open(kept).everything() == before)
    #expect(try Migration.current(open(kept)) == Schema.version)
    var status = stat()
    #expect(stat(disk.file(kept), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o600)
  }

  @Test func aStepThatFailsLeavesTheOldVersion() throws {
    let before = try connection.everything()
    let steps = Schema.steps + [Self.failing]
    #expect(throws: StorageError.self) {
      try Migration.upgrade(connection, from: Schema.version, steps: steps)
    }
    #expect(try Migration.current(connection) == Schema.version)
    #expect(try connection.everything() == before)
    #expect(try names().contains("whet.db.before-schema-\(steps.count)"))
    // It is still a database that this program opens.
    #expect(try DatabaseFile.inspect(disk.file("whet.db")) == Schema.version)
  }

  @Test func theStepsBeforeTheOneThatFailsStay() throws {
    #expect(throws: StorageError.self) {
      try Migration.upgrade(
        connection, from: Schema.version, steps: Schema.steps + [Self.step, Self.failing])
    }
    #expect(try Migration.current(connection) == Schema.version + 1)
    #expect(try connection.rows(of: "notes").count == 20)
    #expect(try box.database.settings.all() == ["new-per-day": "9"])
  }

  /// Two programs find the old version; the slower one must neither run the step again nor take its state for
  /// the one before.
  @Test func whoComesSecondToAMigrationChangesNothing() throws {
    let before = try connection.everything()
    let steps = Schema.steps + [Self.step]
    try Migration.upgrade(connection, from: Schema.version, steps: steps)
    let after = try connection.everything()
    try Migration.upgrade(connection, from: Schema.version, steps: steps)
    #expect(try connection.everything() == after)
    #expect(try open("whet.db.before-schema-\(steps.count)").everything() == before)
  }

  @Test func aDatabaseThatIsUpToDateIsNotCopied() throws {
    try Migration.upgrade(connection, from: Schema.version)
    #expect(try names() == ["whet.db", "whet.db-journal"])
  }
}
