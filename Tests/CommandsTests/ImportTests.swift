import Commands
import Foundation
import TestSupport
import Testing

@Suite struct ImportTests {
  private static let deck = """
    ---
    deck: shop
    tier: core
    tags: [db]
    ---
    # Shop
    ## Orders
    Q: Why is the outbox row written in the same transaction?
    A: A crash between two writes would leave an order that nobody hears of.

    Q: Who owns the order number?
    A: The ledger, never the shop.

    ## Ledger
    C: The ledger is [append-only] and owned by [billing].
    """

  private func counts(_ answer: TestWorld.Answer) -> [String: Int] {
    answer.object["cards"] as? [String: Int] ?? [:]
  }

  private func imported(_ text: String = deck) throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write(text, to: "deck.md")
    let answer = world.run("import", "deck.md", "--json")
    #expect(answer.code == .done)
    return world
  }

  @Test func whatAFileSaysBecomesCards() throws {
    let world = try imported()
    let cards = world.cards()
    #expect(cards.count == 4)
    #expect(cards.values.allSatisfy { $0["deck"] as? String == "shop" && $0["tier"] as? String == "core" })
    #expect(cards.values.allSatisfy { $0["tags"] as? [String] == ["db"] })
    let gap = try #require(cards.values.first { $0["answer"] as? String == "billing" })
    #expect(gap["prompt"] as? String == "The ledger is append-only and owned by […].")
    #expect(gap["kind"] as? String == "cloze")
    let source = try #require(gap["source"] as? [String: Any])
    #expect(source["path"] as? String == world.disk.file("deck.md"))
    #expect(source["line"] as? Int == 15)
    #expect(try world.disk.text("deck.md") == Self.deck)
  }

  @Test func importingTwiceChangesNothing() throws {
    let world = try imported()
    let before = world.cards().mapValues { NSDictionary(dictionary: $0) }
    let answer = world.run("import", "deck.md", "--json")
    #expect(answer.object["unchanged"] as? Int == 1)
    #expect(counts(answer) == ["added": 0, "updated": 0, "moved": 0, "retired": 0, "unchanged": 4])
    #expect(world.cards().mapValues { NSDictionary(dictionary: $0) } == before)
  }

  @Test func aDryRunWritesNothing() throws {
    let world = try TestWorld()
    try world.disk.write(Self.deck, to: "deck.md")
    let answer = world.run("import", "deck.md", "--dry-run", "--json")
    #expect(counts(answer)["added"] == 4)
    #expect(!FileManager.default.fileExists(atPath: world.disk.file("whet.db")))
    world.run("import", "deck.md")
    try world.disk.write("", to: "deck.md")
    #expect(counts(world.run("refresh", "-n", "--json"))["retired"] == 4)
    #expect(world.cards().count == 4)
  }

  @Test func whatIsGoneIsRetiredAndComesBackWhole() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.run("grade", id, "4")
    let block = "Q: Who owns the order number?\nA: The ledger, never the shop.\n"
    try world.disk.write(Self.deck.replacingOccurrences(of: block, with: ""), to: "deck.md")
    #expect(counts(world.run("refresh", "--json"))["retired"] == 1)
    #expect(world.cards()[id] == nil)
    #expect(world.cards("is:retired")[id]?["state"] as? String == "retired")

    // In another file, even: it is the same card.
    try world.disk.write("---\ndeck: shop\n---\n\(block)", to: "other.md")
    world.run("import", "other.md")
    #expect(world.cards()[id]?["reps"] as? Int == 1)
    #expect(world.run("doctor").code == .done)
  }

  @Test func aRenamedFileKeepsItsCards() throws {
    let world = try imported("Q: a?\nA: b\n\nQ: c?\nA: d\n")
    let before = Set(world.cards().keys)
    try world.disk.move("deck.md", to: "renamed.md")
    let answer = world.run("import", "renamed.md", "--json")
    #expect(counts(answer)["moved"] == 2)
    #expect(Set(world.cards().keys) == before)
    // Its deck was called after the file, and follows it.
    #expect(world.cards().values.allSatisfy { $0["deck"] as? String == "renamed" })
    #expect(world.run("sources", "--json").array.count == 1)
  }

  @Test func aCardMovedToAnotherFileIsNotACopy() throws {
    let world = try TestWorld()
    try world.disk.write("Q: a?\nA: first\n\nQ: b?\nA: second\n", to: "one.md")
    try world.disk.write("Q: c?\nA: third\n", to: "two.md")
    world.run("import", ".")
    let id = try #require(world.id(ofPrompt: "a?"))
    try world.disk.write("Q: b?\nA: second\n", to: "one.md")
    try world.disk.write("Q: c?\nA: third\n\nQ: a?\nA: first\n", to: "two.md")
    // Only the goal is named; the origin is looked at because the card came from there.
    world.run("import", "two.md")
    #expect(world.cards().count == 3)
    #expect(world.cards()[id]?["deck"] as? String == "two")
  }

  @Test func whatTheOwnerChangedStaysUntilTheFileChangesIt() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.run("edit", id, "--answer", "Billing's ledger.")
    world.run("tag", id, "mine", "-db")
    world.run("tier", id, "repeatable")
    try world.disk.write(
      Self.deck.replacingOccurrences(of: "Who owns", with: "Who really owns"), to: "deck.md")
    world.run("refresh")
    var card = try #require(world.cards()[id])
    #expect(card["prompt"] as? String == "Who really owns the order number?")
    #expect(card["answer"] as? String == "Billing's ledger.")
    #expect(card["tags"] as? [String] == ["mine"])
    #expect(card["tier"] as? String == "repeatable")

    try world.disk.write(
      Self.deck.replacingOccurrences(of: "never the shop", with: "not the shop"), to: "deck.md")
    world.run("refresh")
    card = try #require(world.cards()[id])
    #expect(card["answer"] as? String == "The ledger, not the shop.")
  }

  @Test func aFileWithoutACardIsToldWithItsReason() throws {
    let world = try TestWorld()
    try world.disk.write(" \n\n", to: "notes/empty.md")
    try world.disk.write("# Lamps\n\nThe lamps are blue.\n", to: "notes/lamps.md")
    try world.disk.write(
      "# 1. Bells\n\n## Status\n\nAccepted\n\n## Context\n\n## Decision\n", to: "adr/0001-bells.md")
    let answer = world.run("import", "notes", "adr", "--json")
    let reasons = answer.object["reasons"] as? [[String: String]] ?? []
    let told = Dictionary(uniqueKeysWithValues: reasons.map { ($0["path"] ?? "", $0["reason"] ?? "") })
    #expect(
      told == [
        "notes/empty.md": "it is empty",
        "notes/lamps.md": "nothing in it says why, what for, what must be, or what a thing is",
        "adr/0001-bells.md": "its sections say nothing that could be asked",
      ], "\(answer.output)")
    #expect(
      world.run("import", "notes", "--yes").errors.contains(
        "no card in notes/lamps.md: nothing in it says why, what for"))
  }

  @Test func undoOfAnEditTakesBackWhatTheFileHasLeftAlone() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.run("edit", id, "--answer", "Mine")
    try world.disk.write(
      Self.deck.replacingOccurrences(of: "Who owns", with: "Who really owns"), to: "deck.md")
    world.run("refresh")
    world.run("undo", "2")
    #expect(world.cards()[id]?["answer"] as? String == "The ledger, never the shop.")
    #expect(world.cards()[id]?["prompt"] as? String == "Who really owns the order number?")
  }

  @Test func whatIsSoAlreadyIsNotWrittenAgain() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.run("suspend", id)
    world.run("suspend", id)
    world.run("undo")
    #expect(world.cards()[id]?["state"] as? String == "new")
  }

  @Test func aChangedAnswerIsMarkedUntilItIsAskedAgain() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.run("grade", id, "4")
    world.clock.advance(days: 1)
    try world.disk.write(
      Self.deck.replacingOccurrences(
        of: "The ledger, never the shop.", with: "Nobody: it is drawn at random."),
      to: "deck.md")
    world.run("refresh")
    #expect(world.cards("is:stale").keys.sorted() == [id])
    world.clock.advance(seconds: 5)
    world.run("grade", id, "4")
    #expect(world.cards("is:stale").isEmpty)
  }

  @Test func everyFileHasItsFate() throws {
    let world = try TestWorld()
    try world.disk.write(Self.deck, to: "docs/deck.md")
    try world.disk.write("only prose\n", to: "docs/prose.md")
    try world.disk.write("Q: no answer\n", to: "docs/broken.md")
    try world.disk.write(Data((0..<4000).map { UInt8($0 % 256) }), to: "docs/picture.md")
    try world.disk.write("x", to: "docs/code.swift")
    try world.disk.write("Q: a?\nA: b\n", to: "docs/.hidden/x.md")
    let answer = world.run("import", "docs", "missing.md", "--json")
    #expect(answer.code == .failed)
    #expect(answer.object["imported"] as? Int == 1)
    #expect(answer.object["nothing"] as? [String] == ["docs/broken.md", "docs/prose.md"])
    let skipped = answer.object["skipped"] as? [[String: String]] ?? []
    let reasons = Dictionary(uniqueKeysWithValues: skipped.map { ($0["path"] ?? "", $0["reason"] ?? "") })
    #expect(
      reasons == [
        "docs/picture.md": "no text",
        "docs/code.swift": "neither Markdown nor reStructuredText nor plain text",
        "docs/.hidden": "a hidden folder", "missing.md": "no such file or folder",
      ])
    let findings = answer.object["findings"] as? [[String: Any]] ?? []
    #expect(findings.map { $0["path"] as? String } == ["docs/broken.md"])
    #expect(findings.first?["line"] as? Int == 1)
    #expect(answer.object["files"] as? Int == 7)
  }

  @Test func refreshFindsNewFilesInImportedFolders() throws {
    let world = try TestWorld()
    try world.disk.write("Q: a?\nA: b\n", to: "docs/one.md")
    world.run("import", "docs")
    try world.disk.write("Q: c?\nA: d\n", to: "docs/sub/two.md")
    try world.disk.write("Q: e?\nA: f\n", to: "elsewhere.md")
    #expect(counts(world.run("refresh", "--json"))["added"] == 1)
  }

  @Test func aRenamedFolderKeepsItsCards() throws {
    let world = try TestWorld()
    try world.disk.makeFolder("repo/.git")
    try world.disk.write("Q: a?\nA: b\n", to: "repo/docs/one.md")
    world.folder = "repo"
    world.run("import", "docs")
    let id = try #require(world.id(ofPrompt: "a?"))
    try world.disk.move("repo/docs", to: "repo/papers")
    #expect(counts(world.run("refresh", "--json"))["moved"] == 1)
    #expect(world.id(ofPrompt: "a?") == id)
  }

  @Test func theChosenDeckIsKept() throws {
    let world = try TestWorld()
    try world.disk.write("---\ndeck: inner\n---\nQ: a?\nA: b\n", to: "one.md")
    world.run("import", "one.md", "--deck", "chosen")
    try world.disk.write("---\ndeck: inner\n---\nQ: a?\nA: c\n", to: "one.md")
    world.run("refresh")
    #expect(world.cards().values.first?["deck"] as? String == "chosen")
  }

  @Test func whatIsAddedStandsInTheNotebook() throws {
    let world = try imported()
    let prompt = "Q: a heading?\n# no heading"
    let answer = world.run(
      "add", "--prompt", prompt, "--answer", "A: yes\n---", "--tag", "t", "--tier", "core", "--json")
    let id = try #require(answer.object["id"] as? String)
    let card = try #require(world.cards()[id])
    #expect(card["prompt"] as? String == prompt)
    #expect(card["answer"] as? String == "A: yes\n---")
    #expect(card["tags"] as? [String] == ["t"])
    let path = try #require((card["source"] as? [String: Any])?["path"] as? String)
    #expect(path.hasPrefix(world.disk.file("data/whet/notebook/")))
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(counts(world.run("refresh", "--json"))["unchanged"] == 5)
    world.run("undo")
    #expect(world.cards()[id] == nil)
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("heading"))
    #expect(world.run("add", "--prompt", "x", "--answer", "y").code == .done)
    #expect(world.run("add", "--prompt", "x", "--answer", "y").code == .failed)
  }

  @Test func lineEndsOfAnotherSystemMakeNoMarkers() throws {
    let world = try TestWorld()
    #expect(world.run("add", "--prompt", "x\r\nA: y", "--answer", "z").code == .done)
    #expect(world.cards().values.first?["prompt"] as? String == "x\nA: y")
    #expect(world.cards().values.first?["answer"] as? String == "z")
  }

  @Test func addAsksWhereSomebodyCanAnswer() throws {
    let world = try TestWorld()
    world.typed = ["Why one", "writer?", "", "Locks", ""]
    #expect(world.run("add", "general").code == .done)
    world.typed = nil
    #expect(world.cards().values.first?["prompt"] as? String == "Why one\nwriter?")
  }

  @Test func anEditGoesThroughTheEditorAndALostOneIsFoundAgain() throws {
    let world = try imported()
    let id = try #require(world.id(ofPrompt: "Who owns the order number?"))
    world.editor = TestEditor { _ in nil }
    #expect(world.run("edit", id).code == .failed)
    let draft = world.disk.file("data/whet/drafts/\(id).md")
    try "Q: Who owns it?\nA: half a thou".write(toFile: draft, atomically: false, encoding: .utf8)
    world.editor = TestEditor { $0 + "ght" }
    #expect(world.run("edit", id).code == .done)
    #expect(world.cards()[id]?["answer"] as? String == "half a thought")
    #expect(!FileManager.default.fileExists(atPath: draft))
    world.editor = TestEditor { _ in "nonsense" }
    #expect(world.run("edit", id).code == .failed)
    #expect(FileManager.default.fileExists(atPath: draft))
    #expect(world.cards()[id]?["answer"] as? String == "half a thought")
  }
}
