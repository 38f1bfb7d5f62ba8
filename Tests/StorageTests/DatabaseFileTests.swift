internal import CSQLite
import Disk
import Foundation
import Glibc
import Storage
import TestSupport
import Testing

@Suite struct DatabaseFileTests {
  private let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder()
  }

  /// What may stand where the database should be.
  enum Intruder: CaseIterable {
    case empty, beginning, junk, text, magicAndJunk, otherProgram, noSchema
  }

  @Test(arguments: Intruder.allCases)
  func whatIsNoneOfOursIsRefusedAndLeftAlone(intruder: Intruder) throws {
    let path = disk.file("whet.db")
    try make(intruder, at: path)
    try expectRefusal(.unusable(path: path, reason: reason(intruder)), of: path)
  }

  private func make(_ intruder: Intruder, at path: String) throws {
    var random = SeededGenerator(seed: 4)
    let junk = Data((0..<8192).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    switch intruder {
    case .empty: try disk.write(Data(), to: "whet.db")
    case .beginning:
      try DatabaseFile.create(disk.file("whole.db"))
      try disk.write(bytes(disk.file("whole.db")).prefix(60), to: "whet.db")
      try disk.remove("whole.db")
    case .junk: try disk.write(junk, to: "whet.db")
    case .text: try disk.write(String(repeating: "Q: is this a deck?\nA: yes\n", count: 50), to: "whet.db")
    case .magicAndJunk: try disk.write(Data("SQLite format 3\u{0}".utf8) + junk, to: "whet.db")
    case .otherProgram: try makeForeignDatabase(at: path)
    case .noSchema:
      try DatabaseFile.create(path)
      try Connection(path: path, mode: .readWrite, patience: 0).run("PRAGMA user_version = 0")
    }
  }

  private func reason(_ intruder: Intruder) -> String {
    switch intruder {
    case .empty: "the file is empty; if nothing is lost, remove it"
    case .beginning, .junk, .text: "this is not a database of whet's"
    case .magicAndJunk, .otherProgram: "this database belongs to another program"
    case .noSchema: "the database names no schema"
    }
  }

  private func makeForeignDatabase(at path: String) throws {
    var handle: OpaquePointer?
    #expect(sqlite3_open(path, &handle) == SQLITE_OK)
    let sql = "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')"
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    #expect(sqlite3_close(handle) == SQLITE_OK)
  }

  @Test func aNewerDatabaseIsRefusedNamingBothVersions() throws {
    let path = disk.file("whet.db")
    try DatabaseFile.create(path)
    try Connection(path: path, mode: .readWrite, patience: 0).run("PRAGMA user_version = 99")
    let error = StorageError.newer(path: path, schema: 99, known: Schema.version)
    try expectRefusal(error, of: path)
    #expect(error.description.contains("schema 99, this one knows \(Schema.version)"))
  }

  /// Wherever the file was cut, at a page's end or within a page.
  @Test func aTruncatedDatabaseIsRefused() throws {
    let path = disk.file("whet.db")
    try DatabaseFile.create(path)
    let whole = try bytes(path)
    for length in [100, 101, 4095, 4096, 4097, whole.count / 2, whole.count - 4096, whole.count - 1] {
      try disk.write(whole.prefix(length), to: "whet.db")
      try expectRefusal(
        .unusable(
          path: path,
          reason: "the file is cut short: \(length) of \(whole.count) bytes; "
            + "`whet restore` brings back a backup"), of: path)
    }
  }

  @Test func aFolderIsRefused() throws {
    try disk.write("a file in it", to: "whet.db/note.txt")
    let path = disk.file("whet.db")
    for access in accesses {
      #expect(throws: StorageError.unusable(path: path, reason: "this is not a regular file")) {
        try Database.open(path, for: access)
      }
    }
    #expect(try names("whet.db") == ["note.txt"])
  }

  /// Nobody writes into it, so that opening it the ordinary way would wait for ever.
  @Test(.timeLimit(.minutes(1)))
  func aNamedPipeIsRefusedAtOnce() throws {
    let path = disk.file("whet.db")
    #expect(mkfifo(path, 0o600) == 0)
    for access in accesses {
      #expect(throws: StorageError.unusable(path: path, reason: "this is not a regular file")) {
        try Database.open(path, for: access)
      }
    }
    #expect(try names() == ["whet.db"])
  }

  @Test func aLinkThatLeadsNowhereIsRefusedAndNothingIsMade() throws {
    let path = disk.file("whet.db")
    #expect(symlink(disk.file("elsewhere.db"), path) == 0)
    #expect(throws: (any Error).self) { try Database.open(path, for: .write) }
    #expect(try names() == ["whet.db"])
  }

  @Test func aLinkToADatabaseOpensThatDatabase() throws {
    let real = try Database.open(disk.file("real.db"), for: .write)
    try real.settings.set("a", to: "b")
    #expect(symlink("real.db", disk.file("whet.db")) == 0)
    #expect(try Database.open(disk.file("whet.db"), for: .write).settings.value("a") == "b")
  }

  /// The only test that changes the umask, which belongs to the whole process; what other tests make meanwhile
  /// asks for its own permissions.
  @Test func aFreshDatabaseIsPrivateWhateverTheMask() throws {
    for mask in [mode_t(0), 0o022, 0o077] {
      let folder = "mask-\(mask)/data"
      let path = disk.file("\(folder)/whet.db")
      let before = umask(mask)
      let result = Result { try Database.open(path, for: .write) }
      umask(before)
      let database = try result.get()
      // The journal holds what the database holds.
      try database.settings.set("a", to: "b")
      #expect(mode(path) == 0o600)
      #expect(mode(path + "-journal") == 0o600)
      #expect(mode(disk.file(folder)) == 0o700)
      #expect(mode(disk.file("mask-\(mask)")) == 0o700)
      #expect(try names(folder).sorted() == ["whet.db", "whet.db-journal"])
    }
  }

  @Test(arguments: [Database.Access.read, .glance])
  func readingMakesNoFile(access: Database.Access) throws {
    let database = try Database.open(disk.file("data/whet.db"), for: access)
    #expect(try database.cards.count == 0)
    #expect(try names().isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func aDatabaseInAReadOnlyFolderCanBeRead() throws {
    let path = disk.file("data/whet.db")
    try Database.open(path, for: .write).settings.set("a", to: "b")
    chmod(disk.file("data"), 0o500)
    defer { chmod(disk.file("data"), 0o700) }
    for access in [Database.Access.read, .glance] {
      #expect(try Database.open(path, for: access).settings.value("a") == "b")
    }
    #expect(throws: StorageError.readOnly(path: path)) {
      try Database.open(path, for: .write).settings.set("a", to: "c")
    }
    #expect(try Database.open(path, for: .read).settings.value("a") == "b")
  }

  @Test func twoOpensOfANewPathShareOneDatabase() throws {
    let path = disk.file("data/whet.db")
    let first = try Database.open(path, for: .write)
    let second = try Database.open(path, for: .write)
    try first.settings.set("from", to: "first")
    try second.settings.set("to", to: "second")
    #expect(try first.settings.all() == ["from": "first", "to": "second"])
    #expect(try second.settings.all() == ["from": "first", "to": "second"])
  }

  /// Who finds no file, and one when its own is ready to be put there, uses that one.
  @Test func whoLosesTheRaceToCreateLeavesTheWinnersFileAlone() throws {
    let path = disk.file("whet.db")
    try Database.open(path, for: .write).settings.set("from", to: "the winner")
    let before = try bytes(path)
    try DatabaseFile.create(path)
    #expect(try bytes(path) == before)
    #expect(try names().sorted() == ["whet.db", "whet.db-journal"])
  }

  private let accesses: [Database.Access] = [.write, .read, .glance]

  /// By every way in, with every byte and every name in the folder as before.
  private func expectRefusal(_ error: StorageError, of path: String) throws {
    let before = try bytes(path)
    let namesBefore = try names()
    for access in accesses {
      #expect(throws: error) { try Database.open(path, for: access) }
    }
    #expect(error.description.hasPrefix(path))
    #expect(try bytes(path) == before)
    #expect(try names() == namesBefore)
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

  private func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: disk.file(folder)).sorted()
  }

  private func mode(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }
}
