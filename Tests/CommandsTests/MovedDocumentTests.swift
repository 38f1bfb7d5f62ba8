import Commands
import TestSupport
import Testing

/// An explanation or a report that was missed for a while is the same when it turns up elsewhere.
@Suite struct MovedDocumentTests {
  static let explanation = """
    ---
    kind: explanation
    topic: the outbox
    date: 2026-03-02
    tier: core
    ---

    # The outbox

    ## Why this way, and not the obvious other one

    A trigger cannot be tested, because it runs inside the database at night.

    ## What breaks first

    The relay stops when the disk is full; look at the lag of the relay first.
    """

  static let report = """
    # Incident: pictures of the harbour do not open

    Date: 2026-01-08

    ## Summary

    No picture of the harbour opened for two hours, and the page said that it could not be found.

    ## Root cause

    The list of lamps was read with the button for boats, because the button had been moved in `pier.json` on Monday.

    ## Resolution

    We moved the button in `pier.json` back to where it had been before.
    """

  @Test(arguments: [explanation, report]) func itKeepsItsHistory(text: String) throws {
    let world = try TestWorld()
    try world.disk.makeFolder(".git")
    try world.disk.write(text, to: "a/one.md")
    world.run("import", "a", "--yes")
    let before = Set(world.cards().keys)
    let id = try #require(before.sorted().first)
    world.run("grade", id, "4")
    try world.disk.write("", to: "b/.keep")
    try world.disk.move("a/one.md", to: "b/two.md")
    world.run("refresh")
    #expect(world.cards().isEmpty)
    world.run("import", "b", "--yes")
    #expect(Set(world.cards().keys) == before)
    #expect(world.cards()[id]?["state"] as? String != "new")
    #expect(world.run("doctor").code == .done)
  }
}
