import Commands
import Foundation
import TestSupport
import Testing

/// A review that is left in the middle of a file keeps what was ticked there.
@Suite struct LeftTickTests {
  private static let note = """
    # The relay

    The relay keeps a queue of its own because the broker drops messages when it restarts.
    The worker must never retry a payment without its key.
    We chose Postgres instead of Kafka, since nobody here can run Kafka at night.

    """

  private func drafts(_ world: TestWorld) -> [String] {
    FileManager.default.subpaths(atPath: world.disk.file("data/whet/drafts")) ?? []
  }

  @Test(arguments: ["^C", "q"]) func ticksStayWhereAReviewIsLeft(key: String) throws {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    try world.disk.write(Self.note, to: "relay.md")
    let left = world.type(["1", "2", "2", key], "import", "relay.md")
    #expect(left.output.contains("the same `import` goes on there"))
    #expect(world.cards().isEmpty)
    let again = world.type(["t"], "import", "relay.md")
    #expect(again.output.contains("\n 1 - "), "\(again.output)")
    #expect(again.output.contains("\n 2 ✓ "))
    #expect(again.output.contains("1 left out"))
    #expect(drafts(world).isEmpty)
  }

  @Test func whatIsTurnedBackLeavesNothing() throws {
    let world = try TestWorld()
    try world.disk.write(Self.note, to: "relay.md")
    world.type(["1"], "import", "relay.md")
    #expect(drafts(world).count == 1)
    world.type(["1"], "import", "relay.md")
    #expect(drafts(world).isEmpty)
  }
}
