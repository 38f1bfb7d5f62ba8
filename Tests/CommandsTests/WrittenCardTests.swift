import Foundation
import TestSupport
import Testing

/// Cards that somebody wrote into a note, between its paragraphs.
@Suite struct WrittenCardTests {
  private func world(_ text: String) throws -> TestWorld {
    let world = try TestWorld()
    try world.disk.write(text, to: "relay.md")
    return world
  }

  private let note = """
    # The relay

    The relay keeps a queue of its own because the broker drops messages when it restarts.
    The worker must never retry a payment without its key.
    We chose Postgres instead of Kafka, since nobody here can run Kafka at night.

    Q: How long is a message kept?
    A: Two days.

    If the ledger is full, the relay stops and pages the owner.

    """

  /// One card makes no deck of three sentences.
  @Test func aNoteWithACardInItIsReadAsANote() throws {
    let world = try world(note)
    #expect(world.run("import", "relay.md", "--yes").output.contains("read as 1 note"))
    let prompts = world.run("cards", "--json").output
    #expect(prompts.contains("How long is a message kept?"))
    #expect(prompts.contains("Why does the relay keep a queue of its own?"))
    #expect(prompts.contains("what happens if the ledger is full?"))
  }

  /// Too little prose for a note: what is not read is told.
  @Test func aDeckWithProseBesideItsCardsSaysSo() throws {
    let world = try world(
      "# The relay\n\nThe relay keeps a queue because the broker drops messages.\n\nQ: what is x?\nA: y is x.\n"
    )
    let told = world.run("import", "relay.md", "--yes")
    #expect(told.output.contains("1 file: 1 read\nread as 1 deck\ncards: 1 new\n"))
    #expect(told.said == "prose beside the cards was not read in relay.md; `import --as note` reads it too")
    try world.disk.write("# The relay\n\nQ: what is x?\nA: y is x. It is more.\n", to: "relay.md")
    #expect(world.run("refresh").said.isEmpty)
    try world.disk.write("---\ndeck: b\n---\n\nIt is so.\n\nQ: what is z?\nA: y is z.\n", to: "b.md")
    #expect(world.run("import", "b.md", "--json").object["prose"] as? [String] == [])
  }

  /// Its answer ends where the note goes on.
  @Test func theNextParagraphIsNoPartOfTheAnswer() throws {
    let world = try world(note)
    world.run("import", "relay.md", "--yes")
    #expect(world.run("cards", "how long", "--json").output.contains(#""answer":"Two days.","#))
  }

  @Test(arguments: ["- amber\n- green", "```\namber\n```", "1. amber\n2. green"])
  func aListOrCodeBelongsToTheAnswer(rest: String) throws {
    let world = try world(note.replacingOccurrences(of: "Two days.", with: "The lamps:\n\n\(rest)"))
    world.run("import", "relay.md", "--yes")
    let answer = "The lamps:\n\n\(rest)".replacingOccurrences(of: "\n", with: "\\n")
    #expect(world.run("cards", "how long", "--json").output.contains("\"answer\":\"\(answer)\""))
  }

  /// What stands behind a card may be its answer, however long that is.
  @Test(arguments: ["", "## 1. The outbox\n\n"]) func aLongAnswerMakesNoNoteOfADeck(heading: String) throws {
    let answer =
      "It was lost twice in March.\n\nThe second write was retried by hand. Nobody noticed for a day.\n\n"
    let world = try world(
      heading + "Q: Why is it in one transaction?\nA: \(answer)The relay reads the table in order.\n")
    #expect(!world.run("import", "relay.md", "--yes").output.contains("note"))
    #expect(world.run("cards", "--json").output.contains("reads the table in order"))
  }

  @Test(arguments: [
    ("````\n```\n\nlamps = 1\n````", true), ("```\n~~~\n\nlamps = 1\n```", true), ("\tlamps = 1", true),
    ("**The relay** sleeps at night.", false),
  ])
  func onlyWhatIsCodeOrAListGoesOn(rest: String, isPart: Bool) throws {
    let world = try world(note.replacingOccurrences(of: "Two days.", with: "The lamps:\n\n\(rest)"))
    world.run("import", "relay.md", "--yes")
    let card = try #require(world.cards("how long").values.first)
    #expect(card["answer"] as? String == (isPart ? "The lamps:\n\n\(rest)" : "The lamps:"))
  }

  @Test func aGapEndsWithItsParagraphToo() throws {
    let world = try world(
      note.replacingOccurrences(of: "Q: How", with: "C: The book is [append-only].\n\nQ: How"))
    world.run("import", "relay.md", "--yes")
    #expect(world.run("cards", "book", "--json").output.contains(#""prompt":"The book is […].""#))
  }

  @Test func aDeckKeepsItsParagraphs() throws {
    let world = try world(
      "Q: How long?\nA: Two days.\n\nThen it is gone, and nobody can tell what stood in it.\n")
    world.run("import", "relay.md")
    #expect(world.run("cards", "--json").output.contains("nobody can tell"))
  }
}
