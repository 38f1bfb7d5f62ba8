import Storage
import TestSupport
import Testing

@Suite struct ConnectionTests {
  private struct Interruption: Error {}

  private let disk: TemporaryFolder
  private let path: String
  private let connection: Connection

  init() throws {
    disk = try TemporaryFolder()
    path = disk.file("whet.db")
    connection = try Database.open(path, for: .write).connection
  }

  /// Another program's, which waits for nobody.
  private func another() throws -> Connection { try Connection(path: path, mode: .readWrite, patience: 0) }

  private func set(_ key: String, on connection: Connection? = nil) throws {
    try (connection ?? self.connection).run("INSERT INTO settings VALUES (?, 'x')", [.text(key)])
  }

  private func keys(_ connection: Connection? = nil) throws -> [String] {
    try (connection ?? self.connection).all("SELECT key FROM settings ORDER BY key") { $0.text(0) }
  }

  // MARK: All or nothing

  @Test func aTransactionThatThrowsLeavesNothing() throws {
    try set("before")
    #expect(throws: Interruption.self) {
      try connection.transaction {
        try set("a")
        try connection.run("DELETE FROM settings WHERE key = 'before'")
        throw Interruption()
      }
    }
    #expect(try keys() == ["before"])
    try connection.transaction { try set("after") }
    #expect(try keys(another()) == ["after", "before"])
  }

  /// SQLite may have rolled back by itself by then: whatever ran next would stand alone.
  @Test func afterTheFirstErrorNothingMoreIsRunEvenWhenTheErrorIsSwallowed() throws {
    let insert = try connection.prepare("INSERT INTO settings VALUES (?, 'x')")
    var swallowed: [StorageError] = []
    func attempt(_ body: () throws -> Void) throws {
      do {
        try body()
        Issue.record("a statement was run after an error")
      } catch let error as StorageError {
        swallowed.append(error)
      }
    }
    #expect(throws: StorageError.self) {
      try connection.transaction {
        try set("a")
        try attempt { try set("a") }
        try attempt { try set("b") }
        try attempt { try insert.run(["c"]) }
        try attempt { _ = try keys() }
        try attempt { try connection.transaction { try set("d") } }
      }
    }
    #expect(swallowed.count == 5)
    // Each tells of the first, which is the one to know about.
    #expect(swallowed.allSatisfy { $0 == swallowed[0] && "\($0)".contains("UNIQUE") })
    #expect(try keys().isEmpty)
    try insert.run(["e"])
    #expect(try keys(another()) == ["e"])
  }

  @Test func theErrorThatWasSwallowedIsTheOneThatIsTold() throws {
    try set("a")
    do {
      try connection.transaction { try? set("a") }
      Issue.record("the transaction was committed")
    } catch StorageError.sqlite(_, let message, let sql) {
      #expect(message.contains("UNIQUE"))
      #expect(sql.hasPrefix("INSERT"))
    }
  }

  @Test func transactionsInsideJoinTheOneThatIsOpen() throws {
    let watcher = try another()
    try connection.transaction {
      try set("a")
      try connection.transaction { try set("b") }
      // The inner one is over, and nobody else sees anything yet.
      #expect(try keys(watcher).isEmpty)
      try set("c")
    }
    #expect(try keys(watcher) == ["a", "b", "c"])
    #expect(throws: Interruption.self) {
      try connection.transaction {
        try connection.transaction { try set("d") }
        throw Interruption()
      }
    }
    #expect(try keys(watcher) == ["a", "b", "c"])
  }

  @Test func aSnapshotSeesOneState() throws {
    let writer = try another()
    try set("a")
    try connection.snapshot {
      let before = try keys()
      // With a rollback journal a writer cannot finish while somebody reads; it is told so and keeps nothing.
      #expect(throws: StorageError.locked(path: path)) { try writer.transaction { try set("b", on: writer) } }
      #expect(try keys() == before)
    }
    try writer.transaction { try set("b", on: writer) }
    #expect(try keys() == ["a", "b"])
  }

  @Test func aTransactionThatFailsInsideASnapshotLeavesNothing() throws {
    #expect(throws: Interruption.self) {
      try connection.snapshot {
        try connection.transaction {
          try set("a")
          throw Interruption()
        }
      }
    }
    #expect(try keys().isEmpty)
  }

  // MARK: Locks

  @Test func aLockOfAnotherProgramIsToldAtOnce() throws {
    let second = try another()
    try connection.transaction {
      try set("a")
      #expect(throws: StorageError.locked(path: path)) {
        try second.transaction { try set("b", on: second) }
      }
      // Reading goes on meanwhile.
      #expect(try keys(second).isEmpty)
    }
    try second.transaction { try set("b", on: second) }
    #expect(try keys() == ["a", "b"])
  }

  @Test func aPromptIsNotKeptWaiting() throws {
    try connection.run("BEGIN EXCLUSIVE")
    let glance = try Database.open(path, for: .glance)
    #expect(throws: StorageError.locked(path: path)) { try glance.cards.count }
    try connection.run("ROLLBACK")
    #expect(try glance.cards.count == 0)
  }

  // MARK: Values

  @Test(arguments: [
    "", "\u{0}", "a\u{0}b", "\u{0}\u{0}end", "🙂", "👩‍👩‍👧 family", "e\u{301} stays two scalars", "漢字",
    "\u{feff}bom",
    "line\r\nend\u{2028}", "\u{10ffff}", "'; DROP TABLE cards; --",
    String(repeating: "long ", count: 200_000),
  ])
  func textComesBackByteForByte(text: String) throws {
    try connection.run("INSERT INTO settings VALUES ('text', ?)", [.text(text)])
    let back = try #require(
      try connection.first("SELECT value, typeof(value), value IS ? FROM settings", [.text(text)]) { row in
        (text: row.text(0), type: row.text(1), isSame: row.bool(2))
      })
    // Swift takes texts for the same that Unicode takes for the same; the bytes must be.
    #expect(Array(back.text.utf8) == Array(text.utf8))
    #expect(back.type == "text")
    #expect(back.isSame)
  }

  @Test func numbersAndNothingComeBack() throws {
    for number in [0, 1, -1, .max, .min] {
      #expect(try connection.first("SELECT ?", [.int(number)]) { $0.int(0) } == number)
    }
    #expect(try connection.first("SELECT ?", [.real(0.1)]) { $0.double(0) } == 0.1)
    let nothing = try connection.first("SELECT ?, ?, ''", [.null, Value(Int?.none)]) { row in
      (row.optionalText(0), row.optionalInt(1), row.optionalText(2))
    }
    #expect(nothing?.0 == nil)
    #expect(nothing?.1 == nil)
    #expect(nothing?.2 == "")
  }

  /// What was bound for one run must not be left for the next.
  @Test func aStatementForgetsItsValues() throws {
    let statement = try connection.prepare("SELECT ?1, ?2")
    try statement.each(["a", "b"]) { #expect($0.text(1) == "b") }
    try statement.each(["c"]) { #expect($0.optionalText(1) == nil) }
  }

  // MARK: What the tables refuse

  @Test func referencesMustLeadSomewhere() throws {
    expectRefusal("FOREIGN KEY", "INSERT INTO decks (project, name) VALUES (77, 'x')")
    let box = try CardBox(try Database.open(path, for: .write))
    try box.add(to: try box.deck("deck"))
    for table in ["cards", "sources", "decks"] { expectRefusal("FOREIGN KEY", "DELETE FROM \(table)") }
    expectRefusal("FOREIGN KEY", "UPDATE cards SET deck = 77")
  }

  @Test func columnsTakeOnlyTheirType() throws {
    let box = try CardBox(try Database.open(path, for: .write))
    let card = try box.add(to: try box.deck("deck"))
    try box.record(box.grade(4, card))
    for change in [
      "events SET at = 'noon'", "events SET grade = 4.5", "events SET typed = x'00ff'",
      "cards SET line = 'first'",
      "cards SET prompt = x'00'", "cards SET prompt = NULL", "schedule SET interval = 'long'",
      "sources SET digest = 'abc'",
    ] {
      expectRefusal(change.hasSuffix("NULL") ? "NOT NULL" : "cannot store", "UPDATE \(change)")
    }
  }

  private func expectRefusal(_ words: String, _ sql: String) {
    do {
      try connection.run(sql)
      Issue.record("\(sql) was taken")
    } catch {
      #expect("\(error)".contains(words))
    }
  }
}
