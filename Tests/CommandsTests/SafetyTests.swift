import Commands
import Foundation
import TestSupport
import Testing

@Suite struct SafetyTests {
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: =1+1\n\nQ: two, \"2\"?\nA: b\n", to: "deck.md")
    world.run("import", "deck.md")
    return world
  }

  @Test func aBackupBringsEverythingBack() throws {
    let world = try world()
    let id = try #require(world.id(ofPrompt: "one?"))
    world.run("grade", id, "5")
    let saved = world.cards().mapValues { NSDictionary(dictionary: $0) }
    #expect(world.run("backup", "b.db").code == .done)
    #expect(world.run("backup", "b.db").code == .failed)
    world.run("grade", id, "0")
    let answer = world.run("restore", "b.db", "--json")
    #expect(world.cards().mapValues { NSDictionary(dictionary: $0) } == saved)
    let kept = try #require(answer.object["kept"] as? String)
    world.run("restore", kept)
    #expect(world.cards()[id]?["reps"] as? Int == 2)
  }

  @Test func aDamagedDatabaseIsPutAsideByRestore() throws {
    let world = try world()
    world.run("backup", "b.db")
    let junk = Data("no database at all".utf8)
    try world.disk.write(junk, to: "junk.db")
    world.environment["WHET_DB"] = world.disk.file("junk.db")
    #expect(world.run("cards").code == .unusable)
    #expect(FileManager.default.contents(atPath: world.disk.file("junk.db")) == junk)
    let answer = world.run("restore", "b.db", "--json")
    #expect(answer.code == .done)
    #expect(world.cards().count == 2)
    let kept = try #require(answer.object["kept"] as? String)
    #expect(FileManager.default.contents(atPath: kept) == junk)
    #expect(world.run("restore", "deck.md").code == .unusable)
    #expect(world.cards().count == 2)
  }

  @Test func aMissingBackupReplacesNothing() throws {
    let world = try world()
    try world.disk.write("no database at all", to: "whet.db")
    #expect(world.run("restore", "typo.db").code == .failed)
    #expect(try world.disk.text("whet.db") == "no database at all")
  }

  /// The database opens, and one event in it is not what was written: just what a backup is for.
  @Test func aDatabaseWithADamagedEventCanBeRestored() throws {
    let world = try world()
    let id = try #require(world.id(ofPrompt: "one?"))
    world.run("grade", id, "5", "--answer", "typed-by-hand")
    world.run("backup", "b.db")
    var bytes = try #require(FileManager.default.contents(atPath: world.disk.file("whet.db")))
    let place = try #require(bytes.range(of: Data("typed-by-hand".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "T")
    try world.disk.write(bytes, to: "damaged.db")
    world.environment["WHET_DB"] = world.disk.file("damaged.db")
    #expect(world.run("doctor").code == .unusable)
    let answer = world.run("restore", "b.db", "--json")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(world.run("doctor").code == .done)
    let kept = try #require(answer.object["kept"] as? String)
    #expect(FileManager.default.contents(atPath: kept) == bytes)
  }

  @Test func exportsHoldEverythingAndCanLeaveOutTheWords() throws {
    let world = try world()
    let id = try #require(world.id(ofPrompt: "one?"))
    world.run("grade", id, "4", "--answer", "my secret", "--confidence", "60", "--seconds", "2.5")
    let whole = world.run("export", "json").object
    #expect((whole["cards"] as? [Any])?.count == 2)
    let event = (whole["log"] as? [[String: Any]])?.first
    #expect(event?["typed"] as? String == "my secret")
    #expect(event?["seconds"] as? Double == 2.5)
    #expect((whole["progress"] as? [[String: Any]])?.first?["answers"] as? Int == 1)
    for format in ["json", "csv"] {
      for table in ["cards", "log", "progress"] {
        let answer = world.run("export", format, table, "--without-text")
        #expect(answer.code == .done)
        #expect(
          !["secret", "one?", "=1+1", "deck.md", "\"deck\":\"deck\"", ",deck,question"].contains {
            answer.output.contains($0)
          }
        )
      }
    }
    let csv = world.run("export", "csv", "cards").output
    #expect(csv.contains("'=1+1"))
    #expect(csv.contains("\"two, \"\"2\"\"?\""))
  }

  @Test func anExportNeverReplacesAFileUnasked() throws {
    let world = try world()
    try world.disk.write("precious", to: "out.json")
    #expect(world.run("export", "json", "--output", "out.json").code == .failed)
    #expect(try world.disk.text("out.json") == "precious")
    #expect(world.run("export", "json", "-o", "out.json", "--force").code == .done)
    #expect(try world.disk.text("out.json").hasPrefix("{\"cards\""))
  }

  @Test func nothingIsWrittenOverTheDatabaseItself() throws {
    let world = try world()
    let before = FileManager.default.contents(atPath: world.disk.file("whet.db"))
    for words in [
      ["export", "csv", "-o", "whet.db", "--force"], ["backup", "whet.db", "-f"], ["restore", "whet.db"],
    ] {
      #expect(world.run(words).code == .failed)
    }
    #expect(world.run("backup", "/dev/null", "-f").code == .failed)
    #expect(FileManager.default.contents(atPath: world.disk.file("whet.db")) == before)
    #expect(world.run("backup", "nowhere/b.db").errors.contains("nowhere/b.db: "))
    #expect(world.run("export", "csv", "-o", "-").output.hasPrefix("id,deck"))
  }

  @Test func readingLeavesNoDatabaseBehind() throws {
    let world = try TestWorld()
    for words in [
      ["due"], ["cards"], ["stats"], ["decks"], ["config"], ["next"], ["sources"], ["simulate", "4"],
    ] {
      _ = world.run(words)
    }
    #expect(world.run("doctor").code == .nothing)
    #expect(!FileManager.default.fileExists(atPath: world.disk.file("whet.db")))
  }

  @Test func aNewerDatabaseIsRefusedByItsVersions() throws {
    let world = try world()
    let path = world.disk.file("whet.db")
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes[63] = 9
    try bytes.write(to: URL(fileURLWithPath: world.disk.file("newer.db")))
    world.environment["WHET_DB"] = world.disk.file("newer.db")
    let answer = world.run("due")
    #expect(answer.code == .unusable)
    #expect(answer.errors.contains("schema 9, this one knows "))
    #expect(FileManager.default.contents(atPath: world.disk.file("newer.db")) == bytes)
    #expect(world.run("due", "--prompt").errors.isEmpty)
  }
}
