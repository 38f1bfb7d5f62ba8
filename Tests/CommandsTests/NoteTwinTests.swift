import Commands
import TestSupport
import Testing

/// What two notes say is asked once, and whichever of them goes, it is asked all the same.
@Suite struct NoteTwinTests {
  private static let text =
    "# Product cache\n\nWe keep prices for 90 seconds because a shorter time takes the database over 70 % at noon.\n"

  @Test(arguments: ["files", "folder"]) func aCopyTakesTheCardsOver(how: String) throws {
    let world = try TestWorld()
    let places = how == "files" ? ["notes/n1.md", "notes/n2.md"] : ["notes"]
    try world.disk.write(Self.text, to: "notes/n1.md")
    world.run("import", places[0], "--yes")
    let id = try #require(world.cards().keys.first)
    world.run("grade", id, "4")
    try world.disk.write(Self.text, to: "notes/n2.md")
    #expect(world.run("import", places[places.count - 1], "--yes").code == .done)
    #expect(Array(world.cards().keys) == [id])
    #expect(world.run("refresh", "--json").object["unchanged"] as? Int == 2)

    try world.disk.remove("notes/n1.md")
    world.run("refresh")
    #expect(Array(world.cards().keys) == [id])
    #expect(world.cards()[id]?["state"] as? String != "new")
    let source = world.cards()[id]?["source"] as? [String: Any]
    #expect((source?["path"] as? String)?.hasSuffix("n2.md") == true)
    #expect(world.run("refresh").code == .done)
    #expect(Array(world.cards().keys) == [id])
  }

  /// Where a folder was is a file now: what lay below it is gone.
  @Test func whatLayBelowAFolderThatBecameAFileIsGone() throws {
    let world = try TestWorld()
    try world.disk.makeFolder(".git")
    try world.disk.write("Q: one?\nA: 1\n", to: "n/m/a.md")
    world.run("import", "n")
    #expect(world.cards().count == 1)
    try world.disk.remove("n/m")
    try world.disk.write("hello\n", to: "n/m")
    #expect(world.run("refresh", "--json").object["missing"] as? [String] == ["n/m/a.md"])
    #expect(world.cards().isEmpty)
  }
}
