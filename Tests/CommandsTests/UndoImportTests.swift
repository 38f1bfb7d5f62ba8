import Commands
import TestSupport
import Testing

/// An import is a step like any other: nobody takes back an answer when they mean the files that came after it.
@Suite struct UndoImportTests {
  private func state(_ world: TestWorld, _ id: String) -> String? { world.cards()[id]?["state"] as? String }

  @Test func theCardsOfTheLastImportGoFirst() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    try world.disk.write("Q: two?\nA: 2\n\nQ: three?\nA: 3\n", to: "two.md")
    world.run("import", "one.md")
    let id = try #require(world.id(ofPrompt: "one?"))
    world.run("grade", id, "4")
    world.run("import", "two.md")

    let undone = world.run("undo")
    #expect(undone.output == "took back: import two.md · 2 cards\n")
    #expect(undone.errors.contains("the files stay as they are"))
    #expect(world.id(ofPrompt: "two?") == nil && world.id(ofPrompt: "three?") == nil)
    #expect(world.run("undo").output.hasPrefix("took back: grade 4"))
    #expect(world.run("undo").output == "took back: import one.md · 1 card\n")
    #expect(world.run("undo").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  @Test func readingItAgainBringsThemBackWithTheirNames() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    let id = try #require(world.id(ofPrompt: "one?"))
    for command in ["import one.md", "refresh"] {
      world.run("undo")
      #expect(world.id(ofPrompt: "one?") == nil)
      world.run(command.split(separator: " ").map(String.init))
      #expect(world.id(ofPrompt: "one?") == id)
      #expect(state(world, id) == "new")
    }
  }

  @Test func anExplanationIsOneToo() throws {
    let world = try TestWorld()
    #expect(world.run("explain", "the relay", "--why", "triggers cannot be tested at all").code == .done)
    let count = world.cards().count
    #expect(count > 0)
    // That it was written is a practice of its own.
    #expect(world.run("undo").output.hasPrefix("took back: practice"))
    #expect(world.run("undo").output.hasPrefix("took back: import "))
    #expect(world.cards().isEmpty)
    #expect(world.run("undo").code == .nothing)
    world.run("refresh")
    #expect(world.cards().count == count)
  }

  /// The answer that was given before is not what was done last.
  @Test func whatOnlyFollowedTheFilesIsPassedOver() throws {
    for text in ["Q: one?\nA: 1, or the first\n", ""] {
      let world = try TestWorld()
      try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
      world.run("import", "one.md")
      let id = try #require(world.id(ofPrompt: "one?"))
      world.run("grade", id, "4")
      try world.disk.write(text, to: "one.md")
      world.run("refresh")

      let passed = world.run("undo")
      #expect(passed.code == .done)
      #expect(passed.output == "left as it is: refresh\n")
      #expect(passed.errors.contains("it only followed the files"))
      #expect(state(world, id) != "new")
      #expect(world.run("undo").output.hasPrefix("took back: grade 4"))
      #expect(world.run("doctor").code == .done)
    }
  }

  @Test func aNumberWithoutEndEnds() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    #expect(world.run("undo", "\(Int.max)", "--yes").output == "took back: import one.md · 1 card\n")
  }

  @Test func anImportThatBroughtNothingIsNoStep() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    world.run("import", "one.md")
    #expect(world.run("undo").output == "took back: import one.md · 1 card\n")
    #expect(world.run("undo").code == .nothing)
  }

  /// There is nothing left of it to take back.
  @Test func anImportWhoseCardsAreGoneIsNoStep() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    try world.disk.write("Q: two?\nA: 2\n", to: "two.md")
    world.run("import", "two.md")
    try world.disk.write("nothing any more\n", to: "two.md")
    world.run("refresh")
    #expect(world.run("undo").output == "left as it is: refresh\n")
    #expect(world.run("undo").output == "took back: import one.md · 1 card\n")
    #expect(world.run("undo").code == .nothing)
  }

  /// It came back with a refresh: that is the step that is left.
  @Test func ofTwoThatBroughtTheSameOneCounts() throws {
    let world = try TestWorld()
    try world.disk.write("Q: zero?\nA: 0\n", to: "zero.md")
    world.run("import", "zero.md")
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    try world.disk.remove("one.md")
    world.run("refresh")
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("refresh")
    #expect(
      world.run("undo", "3").output
        == "took back: refresh · 1 card\nleft as it is: refresh\ntook back: import zero.md · 1 card\n")
  }

  @Test func whatIsTriedOutIsNoStep() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md", "--dry-run")
    #expect(world.run("undo").code == .nothing)
  }

  /// What a refresh finds is new to the person as well.
  @Test func aRefreshIsOneToo() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    try world.disk.write("Q: one?\nA: 1\n\nQ: two?\nA: 2\n", to: "one.md")
    world.run("refresh")
    #expect(world.run("undo").output == "took back: refresh · 1 card\n")
  }

  /// A card that was added has a step of its own, and its file is no other one.
  @Test func whatACommandTakesInIsTakenBackOnce() throws {
    let world = try TestWorld()
    world.run("add", "--prompt", "one?", "--answer", "1")
    #expect(world.run("undo").output.hasPrefix("took back: add"))
    #expect(world.run("undo").code == .nothing)
  }

  @Test func aScriptIsToldTheSame() throws {
    let world = try TestWorld()
    try world.disk.write("Q: one?\nA: 1\n", to: "one.md")
    world.run("import", "one.md")
    let told = world.run("undo", "--json").output
    #expect(told.contains(#""id":null,"deed":"import one.md","prompt":"1 card""#))
  }
}
