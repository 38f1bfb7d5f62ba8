import Testing

@testable import Reading

/// Sentences whose reason, condition or meaning belongs to a part of them only, and names that are none.
@Suite struct LooseEndTests {
  private func prompts(_ text: String, title: String = "Tide relay") throws -> [String] {
    try NoteCards.taken("# \(title)\n\n\(text)\n", name: "relay.md").map(\.prompt)
  }

  @Test(arguments: [
    "One lamp is lit for each quay, matching the harbour rules since a quay is ruled by one keeper.",
    "Nothing that a ship sends is written to the book, including the horn signals, since a broken horn is silent.",
    "A second pump may cause a keeper to attempt more readings than the office is configured for due to rain and fog.",
    "The bell may be rung by the keeper, when the lamp is out, all readings are written by hand.",
    "A shared list of lamps means that the keepers can find their way and ask for what is missing.",
    "All points in time since the `FirstTide` can be converted to the zone of the harbour.",
    "The `0031` is a combination of the lamp flag and the flag of the horn, which means that both are lit.",
    "Our pump extends the harbour pump in order to allow a few more things to be shared with the quay.",
    "* `SHOW GAUGES` -- Information about the current gauges of the harbour such as their names, keepers and lamps.",
  ])
  func whatBelongsToAPartIsNotAskedOfTheWhole(text: String) throws {
    #expect(try prompts(text).isEmpty)
  }

  @Test func aGerundThatIsTheSubjectHasItsReason() throws {
    let text = "In the fog, ringing the bell cannot wait because the ships cannot see the lamps on the quay."
    #expect(try prompts(text).count == 1)
  }

  @Test func theSecondBecauseGoesWithTheFirst() throws {
    let text =
      "The book wins a conflict because its readings are newer, and because the keeper's own notes are kept."
    let cards = try NoteCards.taken("# Tide relay\n\n\(text)\n", name: "relay.md")
    #expect(cards.map(\.answer) == ["Its readings are newer, and the keeper's own notes are kept."])
  }

  /// "TEP-0033: Feature gates"
  @Test func theNumberOfASeriesIsNoPartOfATitle() throws {
    let text = "If the flag is off, the office rejects the reading and names the keeper who sent it."
    #expect(
      try prompts(text, title: "HEP-0033: Lamp gates") == [
        "Lamp gates: what happens if the flag is off?"
      ])
  }

  @Test func anOptionOfAnOpenQuestionIsNoFact() throws {
    let text =
      "## Key questions\n\n### Option 1: two lamps\n\nIf the fog is thick, the keeper lights both lamps."
    #expect(try prompts(text).isEmpty)
  }

  @Test(arguments: [
    ("What does the harbour store?", "The harbour stores lamps and their keys in the old mill by the quay.")
  ])
  func ofAWholeSystemMuchCouldBeTold(question: String, text: String) throws {
    #expect(try !prompts(text, title: "The harbour").contains { $0.hasSuffix(question.dropFirst(1)) })
  }
}
