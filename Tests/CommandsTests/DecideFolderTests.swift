import Commands
import Foundation
import TestSupport
import Testing

/// Where a new decision record belongs: where its tool says, where the others are, or where the person says.
@Suite struct DecideFolderTests {
  private func world(_ folders: [String]) throws -> TestWorld {
    let world = try TestWorld()
    world.environment["NO_COLOR"] = "1"
    try world.disk.write("ref: x\n", to: ".git/HEAD")
    for folder in folders { try world.disk.write("# 1. Old\n", to: "\(folder)/0001-old.md") }
    world.editor = TestEditor { _ in "# Something\n" }
    return world
  }

  private func written(_ world: TestWorld) -> [String] {
    let all = FileManager.default.subpaths(atPath: world.disk.path) ?? []
    return all.filter { $0.hasSuffix("something.md") }
  }

  @Test func theFileOfItsToolNamesTheFolderThatIsNotThereYet() throws {
    let world = try world(["docs/adr"])
    try world.disk.write("records/choices\n", to: ".adr-dir")
    #expect(world.run("decide", "something").code == .done)
    #expect(written(world) == ["records/choices/0001-something.md"])
  }

  /// A file of a repository says nothing about what lies outside it.
  @Test func aToolsFileThatPointsOutOfTheRepositoryIsNotFollowed() throws {
    let world = try world(["docs/adr"])
    try world.disk.write("../elsewhere\n", to: ".adr-dir")
    #expect(world.run("decide", "something").code == .done)
    #expect(written(world) == ["docs/adr/0002-something.md"])
  }

  @Test(arguments: ["~/adr", "docs\u{1}/x"]) func whatIsNoFolderHereIsNotMade(line: String) throws {
    let world = try world(["docs/adr"])
    try world.disk.write(line + "\n", to: ".adr-dir")
    #expect(world.run("decide", "something").code == .done)
    #expect(written(world) == ["docs/adr/0002-something.md"])
  }

  /// A record that has a folder of its own has a number too.
  @Test func foldersOfRecordsCount() throws {
    let world = try world(["docs/adr"])
    try world.disk.write("# 9. Old\n", to: "docs/adr/0009-folder/index.md")
    #expect(world.run("decide", "something").code == .done)
    #expect(written(world) == ["docs/adr/0010-something.md"])
  }

  /// A folder for each package: the nearest is meant.
  @Test func ofSeveralThatAToolNamesTheNearestIsMeant() throws {
    let world = try world(["a/docs/adr", "b/docs/adr"])
    try world.disk.write(
      "project:\n  adrFolder: ./docs/adr\n  packages:\n    - adrFolder: ./a/docs/adr\n    - adrFolder: ./b/docs/adr\n",
      to: ".log4brains.yml")
    world.folder = "b"
    #expect(world.run("decide", "something").code == .done)
    #expect(written(world) == ["b/docs/adr/0002-something.md"])
  }

  @Test func ofSeveralThePersonChooses() throws {
    let world = try world(["a/docs/adr", "b/docs/adr"])
    world.typed = ["7", "2"]
    let answer = world.run("decide", "something")
    #expect(answer.code == .done)
    #expect(
      answer.output.contains("1  a/docs/adr\n") && answer.output.contains("2  b/docs/adr\n"),
      "\(answer.output)")
    #expect(answer.errors.contains("1 to 2"))
    #expect(written(world) == ["b/docs/adr/0002-something.md"])
  }

  @Test(arguments: [("^C", ExitCode.interrupted), ("", .nothing)])
  func whoChoosesNoneWritesNone(key: String, code: ExitCode) throws {
    let world = try world(["a/docs/adr", "b/docs/adr"])
    world.typed = [key]
    #expect(world.run("decide", "something").code == code)
    #expect(written(world).isEmpty)
  }

  @Test func aScriptHasToSay() throws {
    let world = try world(["a/docs/adr", "b/docs/adr"])
    let answer = world.run("decide", "something")
    #expect(answer.code == .usage)
    #expect(answer.errors.contains("records are in several folders: a/docs/adr, b/docs/adr"))
  }

  @Test(arguments: [[["decide", "something"]], [["import"]]]) func ctrlCIsNoAnswer(words: [[String]]) throws {
    let world = try world(words[0] == ["import"] ? ["docs/adr"] : [])
    world.typed = ["^C"]
    #expect(world.run(words[0]).code == .interrupted)
    #expect(written(world).isEmpty)
  }
}
