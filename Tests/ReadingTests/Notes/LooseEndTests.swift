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

  @Test(arguments: [
    "The pumps stand by the quay. If the flag is `True`, the relay sends one reading and waits for the office.",
    "Similarly, a lamp may be lit by hand only if the office has allowed it for the whole of the night.",
    "Readings of the first kind may change their form, and are thus not fit for the book, since no keeper can tell one kind "
      + "from the other.",
    "- **Mitigation**: the horn is a manually switched signal, which gives the keepers control over their nights.",
    "When a ship asks for the tide, the form of the reading can be specified by its captain in advance.",
    "As of June 2016 we do not have tables for any other harbour because our own pump is a secret.",
    "If K1 sleeps for a whole night, K2 lights the lamp on the quay and writes the reading.",
    "The tide master is required to mount because it moves the readings of the day to the mill.",
    "Two keepers meet at noon. The answer is yes, because no keeper brings a lamp of his own to the pier.",
    "The fog of March is a well known issue for the ships and the keepers of the harbour.",
    "The gauge asks its peer on the quay; because it is never alone there, the reading cannot be lost.",
    "A sleeping gauge won't have any lamps, while the horns are kept so that it can be woken at a later time.",
    "If the mill can be moved, the change is made at once by the keepers of the pier.",
    "We need its lamps to be set in the `tide-table`, since the ships have to find the same ones each night.",
    "In the mill the equivalent sign would be `00 12`, since seconds are not shown on any of its clocks.",
    "The pump will call the mill once again so that it can remember the number of the ship.",
    "The harbour requires no more lamps than the mill, but its nights are longer and darker.",
  ])
  func whatItSpeaksOfStandsElsewhere(text: String) throws {
    #expect(try prompts(text).isEmpty)
  }

  /// What somebody can do then does not happen by itself.
  @Test(arguments: [
    (
      "The user can set the lamp of the pier to red for one night.",
      "What can the user do if the tide is late?"
    ),
    (
      "Operators should restart the pump of the mill by hand twice.",
      "What should operators do if the tide is late?"
    ),
    ("All readings should have the number of the ship in front.", "What should happen if the tide is late?"),
    (
      "Keepers of the pier are required to ask the mill for a second lamp.",
      "What must happen if the tide is late?"
    ),
    ("Dowse every lamp of the pier before the ship comes in.", "What do you do if the tide is late?"),
    ("The lamp can burn for two nights without any new oil.", "What happens if the tide is late?"),
  ])
  func whoCanDoSomethingIsAskedWhat(answer: String, question: String) throws {
    let text = "If the tide is late, \(answer.prefix(1).lowercased())\(answer.dropFirst())"
    #expect(try prompts(text).map { $0.lowercased() } == ["tide relay: " + question.lowercased()])
  }

  /// What only looks like one of them.
  @Test(arguments: [
    ("## Adoption and rollout\n\n", "The mill keeps its own list because the relay forgets it at night."),
    ("", "We light all areas of the pier because the ships come from both sides at night."),
    ("", "We give each ship its own lamp because two ships at one lamp are hard to tell apart."),
    ("## Rate limits\n\n", "If the limit is reached, the office answers with the number of minutes to wait."),
    ("", "If the tide is odd, the changes are written to the book of the mill by two keepers."),
  ])
  func whatStandsForItselfIsAsked(heading: String, text: String) throws {
    #expect(try prompts(heading + text).count == 1)
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
    let text = "If the sluice is shut, the office rejects the reading and names the keeper who sent it."
    #expect(
      try prompts(text, title: "HEP-0033: Lamp gates") == [
        "Lamp gates: what happens if the sluice is shut?"
      ])
  }

  /// A note may be called by what it explains, or by a number that its file's name goes on from.
  @Test(arguments: [
    ("How the tide gets in", "relay.md", "How the tide gets in"),
    ("HEP-0033", "HEP-0033-lamp-gates.md", "Lamp gates"),
    ("HEP-2024-06-12: Lamp gates", "x.md", "Lamp gates"),
    ("EC2 and its lamps", "x.md", "EC2 and its lamps"), ("Part 3: Lamp gates", "x.md", "Lamp gates"),
  ])
  func itsTitleTellsWhichNoteItIs(title: String, name: String, scope: String) throws {
    let text = "If the sluice is shut, the office rejects the reading and names the keeper who sent it."
    let cards = try NoteCards.taken("# \(title)\n\n\(text)\n", name: name)
    #expect(cards.map(\.prompt) == ["\(scope): what happens if the sluice is shut?"])
  }

  /// A page of links says little in any language.
  @Test func whatComesBehindAPageOfLinksIsStillEnglish() throws {
    let links = (1...40).map { "- [Pier\($0)](https://pier\($0).example/lampa/horna)\n" }.joined()
    let text =
      "## Links\n\n\(links)\n## Lamps\n\nThe relay keeps its own list because the mill forgets it "
      + "at night, and it is the list that the keepers read."
    #expect(try prompts(text).contains { $0.hasSuffix("why does the relay keep its own list?") })
  }

  @Test func anOptionOfAnOpenQuestionIsNoFact() throws {
    let text =
      "## Key questions\n\n### Option 1: two lamps\n\nIf the fog is thick, the keeper lights both lamps."
    #expect(try prompts(text).isEmpty)
  }

  @Test func whatIsNoGoalAndWhatMayBeIsNoFact() throws {
    let text =
      "## Non-Goals\n\n- Moving lamps. If a keeper names a lamp, its place is used as it is on that night."
    #expect(try prompts(text).isEmpty)
    let list = "In some nights the usual lamps may be too few, particularly when:\n\n"
    #expect(
      try prompts(list + "- The horn requires a pump of its own to be heard.\n- The fog is thick.").isEmpty)
  }

  @Test(arguments: [
    ("What does the harbour store?", "The harbour stores lamps and their keys in the old mill by the quay.")
  ])
  func ofAWholeSystemMuchCouldBeTold(question: String, text: String) throws {
    #expect(try !prompts(text, title: "The harbour").contains { $0.hasSuffix(question.dropFirst(1)) })
  }
}
