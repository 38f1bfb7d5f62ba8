import Commands
import Foundation
import TestSupport
import Testing

@Suite struct ReadmeTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func theTableOfCommandsIsTheOneThatIsDeclared() throws {
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let table = try TestWorld().run("help", "--markdown").output
    #expect(readme.contains(table), "the README's table is stale: run `make readme`")
  }

  /// The project's own deck and records are read without a finding, and each of them can be asked.
  @Test func theSampleDeckIsInOrder() throws {
    let world = try TestWorld()
    let answer = world.run("import", root.appendingPathComponent("decks").path, "--json")
    #expect((answer.object["findings"] as? [Any])?.isEmpty == true)
    #expect((answer.object["nothing"] as? [Any])?.isEmpty == true)
    #expect((answer.object["skipped"] as? [Any])?.isEmpty == true)
    #expect(world.cards("deck:decisions").count > 40)
    #expect(world.cards("deck:whet").count == 10)
  }
}
