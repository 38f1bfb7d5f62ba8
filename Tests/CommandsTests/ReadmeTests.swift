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

  /// The project's own deck is read without a finding, whole.
  @Test func theSampleDeckIsInOrder() throws {
    let world = try TestWorld()
    let answer = world.run("import", root.appendingPathComponent("decks").path, "--json")
    #expect((answer.object["findings"] as? [Any])?.isEmpty == true)
    #expect((answer.object["imported"] as? Int) == 1)
    #expect(world.cards("deck:whet").count > 25)
  }
}
