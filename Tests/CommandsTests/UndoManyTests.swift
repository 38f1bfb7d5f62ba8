import Commands
import TestSupport
import Testing

/// Taking back more than anybody remembers is asked for once, where somebody can answer.
@Suite struct UndoManyTests {
  private func world(_ count: Int) throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "deck.md")
    world.run("import", "deck.md")
    let id = try #require(world.id(ofPrompt: "one?"))
    for _ in 0..<count { world.run("grade", id, "4") }
    return world
  }

  private func standing(_ world: TestWorld) -> Int {
    let voided = Set(world.log.compactMap { $0["voids"] as? String })
    return world.log.count { $0["kind"] as? String == "grade" && !voided.contains($0["id"] as? String ?? "") }
  }

  @Test(arguments: ["n", "", "x", "^C"]) func withoutAYesNothingIsTakenBack(key: String) throws {
    let world = try world(12)
    let answer = world.type([key], "undo", "64")
    #expect(answer.code != .done)
    #expect(answer.errors.contains("nothing was changed"))
    #expect(standing(world) == 12)
  }

  @Test func aYesOnATerminalAndAWordLessElsewhere() throws {
    let world = try world(12)
    #expect(world.type(["y"], "undo", "64").output.split(separator: "\n").count == 13)
    #expect(try self.world(12).run("undo", "64").output.split(separator: "\n").count == 13)
    #expect(try self.world(12).type([], "undo", "11", "--yes").output.split(separator: "\n").count == 11)
    #expect(try self.world(12).type([], "undo", "11", "-y", "--json").code == .done)
  }

  /// What there is counts, and not what was typed.
  @Test func aFewStepsAreNotAskedAbout() throws {
    // The import is a step as well.
    let world = try world(9)
    #expect(world.type([], "undo", "64").output.split(separator: "\n").count == 10)
    #expect(try self.world(12).type([], "undo", "10").output.split(separator: "\n").count == 10)
  }
}
