import Recall
import Testing

@testable import Reading

/// Cards that are true and yet not worth asking, which only a person could want: they are left to a review.
@Suite struct SurenessTests {
  private func cards(_ text: String) throws -> [Draft] { try NoteCards.taken(text, name: "07-tide.md") }

  private func prompts(_ text: String) throws -> [String] {
    try cards("# Tide relay\n\n\(text)\n").map(\.prompt)
  }

  // MARK: What it is about

  @Test func thePageOfASiteIsNamedByItsFrontMatter() throws {
    let text =
      "---\nlayout: page\ntitle: The harbour gauge\n---\n\nIf the float sticks, the lamp at the mole burns red.\n"
    #expect(try cards(text).map(\.prompt) == ["The harbour gauge: what happens if the float sticks?"])
  }

  @Test func aHeadingThatListsNamesNoneOfThem() throws {
    let text = "## Gauge, float, lamp, mole\n\nIf the float sticks, the red light burns until noon."
    #expect(try prompts(text) == ["Tide relay: what happens if the float sticks?"])
  }

  // MARK: Meanings

  @Test(arguments: [
    "Hawser is a fast, small, friendly build system for gauges and the lamps of a harbour.",
    "The Hawser library is a library for gauges that sends their readings to the office.",
  ])
  func whatAProductIsIsKnown(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test func aThingCanEndAsAnAdverbDoes() throws {
    let text = "An anomaly is a service of the harbour that sends each reading to three offices at once."
    #expect(try prompts(text) == ["Tide relay: what is an anomaly?"])
  }

  @Test func whatATeamCallsItsOwnIsAsked() throws {
    #expect(
      try prompts(
        "The tide relay is a service of the harbour that sends each reading to three offices at once.")
        == ["What is the tide relay?"])
  }

  @Test(arguments: [
    "The tide relay is an ordinary lamp of iron that stands at the end of the mole.",
    "The tide relay is a very common place to look for readings of the harbour.",
    "A tide relay therefore is a lamp that burns as long as the water rises at the mole.",
    "The `tide` is the written by the office and by all of its keepers in the harbour.",
    "- **With lamps enabled**: a keeper of iron that receives only the first `readings` of the night.",
    "- **Risk**: a lamp that burns through the night.\n- **Risk**: a float of iron that never sinks to the ground.",
    "- [**Lamp Commons**](./LAMPS.md) - The wide and architectural vision for a federated harbour infrastructure",
  ])
  func whatIsNoMeaningIsNotAsked(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test func aFieldWithOneWordIsLookedUp() throws {
    let text =
      "## Answer of the gauge\n\n- `height`: the height of the water over the stone at the mole, in millimetres of the year."
    #expect(try prompts(text).isEmpty)
  }

  // MARK: Duties

  @Test(arguments: [
    "Each tide relay contains a lamp of iron and a float.",
    "Verify tide relay contains a lamp of iron and a float.",
    "The tide relay decides when the lamp of the mole burns.",
    "Its first purpose is to be seen. Therefore, having well-defined guarantees around their lamps is a must.",
    "The tide relay requires a lot of lamps and of keepers.",
  ])
  func whatCouldBeToldOfAnythingIsNotAsked(text: String) throws { #expect(try prompts(text).isEmpty) }

  // MARK: Reasons

  @Test(arguments: [
    "The tide book is important to the keepers because it holds all readings of the year.",
    "The relay is a thing of iron so that the keepers can leave it in the salt water.",
    "Other keepers report delays due to storms and write them into the tide book.",
    "Lamps light to warn ships and to prevent keepers from falling into the harbour.",
    "*Impact of lost gauges on readings* Given that gauges are lit by lamps, and not oil, most of them are lost.",
    "The lamp rule is also why the local light has to be out in order to use the relay with the long mole.",
    "Suppose a keeper sleeps. The lamp must burn on because ships still come in at night.",
    "The relay lights both lamps so that no keeper has to row out to the mole at night.",
    "The relay has a lamp of its own at the mole. It is wise to light the lamp so that ships find the way at night.",
  ])
  func whatNobodyDecidedHasNoReason(text: String) throws {
    #expect(try prompts(text).filter { $0.lowercased().contains("why") }.isEmpty)
  }

  @Test func aDecisionHasOneWhateverItIs() throws {
    let text =
      "The tide log is one file instead of a database so that a keeper can read it with the lights out."
    #expect(try prompts(text) == ["Why is the tide log one file instead of a database?"])
  }

  // MARK: Conditions

  @Test(arguments: [
    "If a gauge would need a lamp, the office can send one with the boat of the morning.",
    "When the relay has a warm start all lamps are lit, saving the keepers an hour of rowing.",
    "When a new gauge is set into the ring, there are some keepers who see a change of readings.",
    "When the relay finds a second gauge, the reading of the tide becomes slightly more complicated.",
    "One option is to wait: when the float is free again, the office writes all the readings at once.",
    "If a keeper of the tide relay lists none, the office sees no readings of the night at all.",
  ])
  func whatIsOnlySupposedOrSaysNothingIsNoCondition(text: String) throws {
    #expect(try prompts(text).isEmpty)
  }

  @Test func whatStandsBehindAColonBelongsToWhatHappens() throws {
    let text =
      "When the relay starts in the morning, two lamps are lit: the red one at the mole and the green one."
    #expect(
      try cards("# Tide relay\n\n\(text)\n").map(\.answer)
        == ["Two lamps are lit: the red one at the mole and the green one."])
  }

  // MARK: Prices

  @Test(arguments: [
    "Two limits remain at the mole. It costs us an hour of rowing and more oil for each of the lamps.",
    "One thing worth a look: a gauge of the mole because its float is off should say so in the book.",
  ])
  func whatIsMisreadHasNone(text: String) throws { #expect(try prompts(text).isEmpty) }

  @Test func aHeadingForRisksIsNothingThatHasOne() throws {
    let text =
      "## Risks and mitigations\n\n**Risk**: keepers may not understand what the new lamp means to them."
    #expect(try prompts(text).isEmpty)
  }
}
