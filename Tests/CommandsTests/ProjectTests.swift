import Commands
import TestSupport
import Testing

@Suite struct ProjectTests {
  /// Two repositories with a deck each, and a general card.
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    for name in ["shop", "bank"] {
      try world.disk.makeFolder("\(name)/.git")
      try world.disk.write("Q: \(name)?\nA: yes, \(name)\n", to: "\(name)/docs/deck.md")
      world.git.roots[world.disk.file(name)] = "commit-of-\(name)"
      world.folder = name
      #expect(world.run("import", "docs").code == .done)
    }
    world.folder = ""
    world.run("add", "--prompt", "general?", "--answer", "yes")
    return world
  }

  private func prompts(_ world: TestWorld, in folder: String, _ flags: String...) -> [String] {
    world.folder = folder
    defer { world.folder = "" }
    return world.run(["cards", "--json"] + flags).array.compactMap { $0["prompt"] as? String }.sorted()
  }

  @Test func insideAProjectItsDecksAndTheGeneralOnesAreMeant() throws {
    let world = try world()
    #expect(prompts(world, in: "shop/docs") == ["general?", "shop?"])
    #expect(prompts(world, in: "bank") == ["bank?", "general?"])
    #expect(prompts(world, in: "") == ["bank?", "general?", "shop?"])
    #expect(prompts(world, in: "bank", "--all") == ["bank?", "general?", "shop?"])
    try world.disk.makeFolder("stranger/.git")
    #expect(prompts(world, in: "stranger") == ["bank?", "general?", "shop?"])
  }

  @Test func aMovedRepositoryIsKnownByItsFirstCommit() throws {
    let world = try world()
    let id = try #require(world.id(ofPrompt: "shop?"))
    world.run("grade", id, "4")
    try world.disk.makeFolder("work")
    try world.disk.move("shop", to: "work/shop2")
    world.git.roots = [world.disk.file("work/shop2"): "commit-of-shop"]
    #expect(prompts(world, in: "work/shop2") == ["general?", "shop?"])
    world.folder = "work/shop2"
    #expect(world.run("refresh", "--json").object["missing"] as? [String] == [])
    let source = world.cards()[id]?["source"] as? [String: Any]
    #expect(source?["path"] as? String == world.disk.file("work/shop2/docs/deck.md"))
    #expect(world.cards()[id]?["reps"] as? Int == 1)
  }

  @Test func aMovedFolderIsKnownByItself() throws {
    let world = try TestWorld()
    try world.disk.write("Q: a?\nA: b\n", to: "notes/deck.md")
    world.run("import", "notes")
    try world.disk.move("notes", to: "papers")
    world.folder = "papers"
    #expect(world.run("refresh", "--json").object["unchanged"] as? Int == 1)
    #expect(world.cards().count == 1)
  }

  @Test func aCopiedFolderIsKnownByItsFiles() throws {
    let world = try TestWorld()
    try world.disk.write("Q: a?\nA: b\n", to: "notes/deck.md")
    world.run("import", "notes")
    // As when it is copied to another disk: nothing but the files is the same.
    try world.disk.write("Q: a?\nA: b\n", to: "other/deck.md")
    try world.disk.remove("notes")
    world.folder = "other"
    #expect(world.run("import", "deck.md", "--json").object["unchanged"] as? Int == 1)
    #expect(world.cards().count == 1)
  }

  @Test func anotherCopyIsAnotherProject() throws {
    let world = try world()
    try world.disk.makeFolder("clone/.git")
    try world.disk.write("Q: shop?\nA: yes, shop\n", to: "clone/docs/deck.md")
    world.git.roots[world.disk.file("clone")] = "commit-of-shop"
    world.folder = "clone"
    world.run("import", "docs")
    #expect(world.cards().count == 4)
  }

  @Test func aMissingDiskRetiresNothing() throws {
    let world = try world()
    try world.disk.move("shop", to: "unplugged")
    let answer = world.run("refresh", "--all", "--json")
    #expect((answer.object["cards"] as? [String: Int])?["retired"] == 0)
    #expect(world.cards().count == 3)
    #expect(answer.errors.isEmpty)
  }
}
