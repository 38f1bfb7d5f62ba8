import Commands
import Foundation
import TestSupport
import Testing

/// The notebook folder: looked at when it is set, and what is typed outlives one that breaks later.
@Suite struct NotebookFolderTests {
  private static let answers = ["--what", "A bridge of rope.", "--why", "It is light."]

  private func names(_ world: TestWorld, _ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: world.disk.file(folder))) ?? ["no folder"]
  }

  @Test(arguments: ["/proc/x", "/proc/x/y", "/proc", "file", "file/below"])
  func aFolderThatCannotBeWrittenIsRefused(path: String) throws {
    let world = try TestWorld()
    try world.disk.write("x", to: "file")
    let before = world.run("config", "notebook").output
    let answer = world.run("config", "notebook", path)
    #expect(answer.code == .failed, "\(answer.output)")
    #expect(answer.errors.contains("notebook stays as it was"), "\(answer.errors)")
    #expect(answer.errors.contains(path))
    #expect(world.run("config", "notebook").output == before)
  }

  @Test func aFolderIsMadeAndNothingIsLeftInIt() throws {
    let world = try TestWorld()
    #expect(world.run("config", "notebook", "deep/notes").code == .done)
    #expect(names(world, "deep/notes").isEmpty)
    #expect(world.run("explain", "the bridge", "--why", "It is light and dries fast.").code == .done)
    #expect(names(world, "deep/notes") == ["explanations"])
  }

  /// Gone bad after it was set: a disk that was taken out leaves a place where nothing can be written.
  @Test func whatWasTypedIsKeptAsADraft() throws {
    let world = try TestWorld()
    world.run("config", "notebook", "notes")
    try world.disk.remove("notes")
    try world.disk.write("", to: "notes")
    let answer = world.run(["explain", "the bridge"] + Self.answers)
    #expect(answer.code == .failed)
    #expect(answer.errors.contains("explain the bridge"), "\(answer.errors)")
    let drafts = world.run("explain", "--drafts", "--json").array
    #expect(drafts.first?["topic"] as? String == "the bridge")
    #expect(drafts.first?["answered"] as? Int == 2)
    // Again, with more: nothing of the first time is lost.
    #expect(world.run("explain", "the bridge", "--unsure", "does it hold in a storm?").code == .failed)
    #expect(world.run("explain", "--drafts", "--json").array.first?["answered"] as? Int == 3)
    try world.disk.remove("notes")
    #expect(world.run("explain", "the bridge", "--breaks", "The knots.").code == .done)
    let note = try world.disk.text("notes/explanations/2026-03-02-the-bridge.md")
    for words in ["A bridge of rope.", "It is light.", "does it hold in a storm?", "The knots."] {
      #expect(note.contains(words))
    }
    #expect(world.run("explain", "--drafts", "--json").array.isEmpty)
  }

  /// The old one could not be written over, and comes to light again with its folder.
  @Test func theNewerOfTwoDraftsGoesOn() throws {
    let world = try TestWorld()
    world.run("config", "notebook", "notes")
    try world.disk.remove("notes")
    try world.disk.write("", to: "notes")
    world.run("explain", "the bridge", "--why", "It is light.")
    let path = try #require(world.run("explain", "--drafts", "--json").array.first?["path"] as? String)
    let old = try String(contentsOfFile: path, encoding: .utf8)
    world.run("explain", "the bridge", "--breaks", "The knots.")
    try world.disk.remove("notes")
    try world.disk.write(old, to: "notes/explanations/.draft-the-bridge.md")
    let drafts = world.run("explain", "--drafts", "--json").array
    #expect(drafts.count == 1 && drafts.first?["answered"] as? Int == 2, "\(drafts)")
    #expect(world.run("explain", "the bridge", "--what", "A bridge of rope.").code == .done)
    let note = try world.disk.text("notes/explanations/2026-03-02-the-bridge.md")
    #expect(note.contains("It is light.") && note.contains("The knots."))
    #expect(world.run("explain", "--drafts", "--json").array.isEmpty)
  }
}
