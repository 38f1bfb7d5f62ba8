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

  private func readme() throws -> String {
    try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// What a file holds there, behind `$ cat`.
  private func shown(_ file: String) throws -> String {
    let readme = try readme()
    let start = try #require(readme.range(of: "$ cat \(file)\n")).upperBound
    let end = try #require(readme.range(of: "\n$ ", range: start..<readme.endIndex)).lowerBound
    return String(readme[start..<end]) + "\n"
  }

  private func shop() throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    return world
  }

  /// Everything that a transcript shows is what a person sees who does the same, but for the line that asks for a key.
  private func expect(_ output: String) throws {
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("take [t]") }
    }
    let block = lines(output).drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed()
    let isThere = try lines(readme()).joined(separator: "\n").contains(block.joined(separator: "\n"))
    #expect(isThere, "the README shows something else than:\n\(output)")
  }

  @Test func theNoteIsAskedAsShown() throws {
    let world = try shop()
    try world.disk.write(shown("docs/cache.md"), to: "docs/cache.md")
    try expect(world.type(["t"], "import", "docs/cache.md").output)
  }

  @Test func theQuestionsAreReadAsShown() throws {
    let world = try shop()
    try world.disk.write(shown("docs/reasons.md"), to: "docs/reasons.md")
    try expect(world.run("import", "docs").output)
    try expect(world.run("due").output)
  }

  @Test func theRecordIsAskedAsShown() throws {
    let world = try shop()
    try world.disk.write(
      """
      # 7. Delivery of order events

      Date: 2024-05-02

      ## Status

      Accepted

      ## Context

      Events were lost when the broker was down while an order was written.

      ## Alternatives

      ### Two-phase commit with the broker

      Cons:

      - Our broker does not support it.
      - An unavailable broker would stop orders.

      ## Decision

      We will write each event into an outbox table in the transaction of the order, and a relay will send it later.

      ## Consequences

      ### Negative

      - Consumers must be idempotent, since an event can arrive twice.
      - The relay is one more process to watch.
      """, to: "docs/adr/0007-delivery-of-order-events.md")
    try expect(world.type(["t"], "import", "docs/adr").output)
  }
}
