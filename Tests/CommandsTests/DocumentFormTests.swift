import Foundation
import TestSupport
import Testing

@testable import Commands

/// One door: what a file is taken for, and what a person says that it is.
@Suite struct DocumentFormTests {
  private static let prose = """
    # The relay

    The relay never sends a row twice because the office would count the tide double.

    ## Decision

    The office keeps the last number and asks for what follows it.

    """

  private func forms(_ answer: TestWorld.Answer) -> [String: Int] {
    (answer.object["as"] as? [String: Int] ?? [:]).filter { $0.value > 0 }
  }

  private func kinds(_ world: TestWorld) throws -> Set<String> {
    Set(world.run("cards", "--json").array.compactMap { $0["kind"] as? String })
  }

  @Test func whatAPersonSaysHoldsAndIsRemembered() throws {
    let world = try TestWorld()
    try world.disk.write(Self.prose, to: "notes/relay.md")
    #expect(forms(world.run("import", "notes/relay.md", "--as", "note", "--yes", "--json")) == ["note": 1])
    #expect(try kinds(world).contains("reason"))
    // The same bytes are read again, as what they are said to be now.
    #expect(
      forms(world.run("import", "notes/relay.md", "--as", "record", "--yes", "--json")) == ["record": 1])
    #expect(world.run("decisions").output.contains("The relay"))
    try world.disk.write(Self.prose + "\nMore.\n", to: "notes/relay.md")
    world.run("refresh")
    #expect(world.run("decisions").output.contains("The relay"))
    #expect(world.run("import", "notes/relay.md", "--as", "poem").code == .usage)
  }

  @Test func aReadmeIsReadWhenItIsNamed() throws {
    let world = try TestWorld()
    try world.disk.write(Self.prose, to: "tool/README.md")
    try world.disk.write(Self.prose.replacing("relay", with: "gauge"), to: "tool/design.md")
    #expect(forms(world.run("import", "tool", "--yes", "--json")) == ["note": 1])
    #expect(forms(world.run("import", "tool/README.md", "--yes", "--json")) == ["note": 1])
  }

  @Test(arguments: [false, true]) func whatItIsGoesWithItsNewName(isRefreshed: Bool) throws {
    let world = try TestWorld()
    let deck = "Q: one?\nA: 1\n\nQ: two?\nA: 2\n\nQ: three?\nA: 3\n\n" + Self.prose
    try world.disk.write(deck, to: "relay.md")
    #expect(forms(world.run("import", "relay.md", "--as", "note", "--yes", "--json")) == ["note": 1])
    let before = world.run("cards", "--json").array.count
    try world.disk.remove("relay.md")
    try world.disk.write(deck, to: "gauge.md")
    if isRefreshed { world.run("refresh") }
    #expect(forms(world.run("import", "gauge.md", "--yes", "--json")) == ["note": 1])
    #expect(world.run("cards", "--json").array.count == before)
  }

  @Test func whatAnotherFileAsksIsNotAskedAgain() throws {
    let world = try TestWorld()
    try world.disk.write(Self.prose, to: "notes/a.md")
    try world.disk.write(Self.prose, to: "notes/b.md")
    world.run("import", "notes", "--yes")
    let prompts = world.run("cards", "--json").array.compactMap { $0["prompt"] as? String }
    #expect(!prompts.isEmpty && Set(prompts).count == prompts.count)
  }

  @Test func anOpenFenceIsToldOnce() throws {
    let world = try TestWorld()
    try world.disk.write(Self.prose + "\n```\nnever closed\n", to: "notes/relay.md")
    let findings = world.run("import", "notes", "--yes", "--json").object["findings"] as? [Any] ?? []
    #expect(findings.count == 1)
  }
}
