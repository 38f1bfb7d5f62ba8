import Recall
import Testing

@testable import Reading

/// Tables in notes that tell what the parts of a system are.
@Suite struct TableRuleTests {
  private func cards(_ table: String, heading: String = "Rooms of the lighthouse") throws -> [Draft] {
    try NoteCards.taken("# Lighthouse\n\n## \(heading)\n\n\(table)\n", name: "lighthouse.md")
  }

  private func prompts(_ table: String, heading: String = "Rooms of the lighthouse") throws -> [String] {
    try cards(table, heading: heading).map(\.prompt)
  }

  @Test func theHeadingOfTheColumnAsks() throws {
    let drafts = try cards(
      """
      | Room | Holds | Since |
      |---|---|---|
      | `Lantern` | the lamp, its spare bulbs and the clockwork | 1902 |
      | `Store` | oil for three winters, wicks, a barrel of soap | 1898 |
      """)
    #expect(
      drafts.map(\.prompt) == ["What does the room `Lantern` hold?", "What does the room `Store` hold?"])
    #expect(drafts.first?.answer == "The lamp, its spare bulbs and the clockwork.")
    #expect(drafts.map(\.line) == [7, 8])
    #expect(drafts.allSatisfy { $0.kind == .meaning && $0.reason.hasPrefix("a row of a table") })
  }

  @Test(arguments: [
    (
      "Module", "Description", "Sends each signal to the harbour and waits for its echo",
      "What does the module `x` do?"
    ),
    ("Module", "Purpose", "one place for the rules of the tide tables", "What is the module `x` for?"),
    (
      "Service", "Responsibility", "delivery of signals to ships without a radio",
      "What is the service `x` responsible for?"
    ),
    ("State", "Meaning", "the lamp burns and nobody has looked after it", "What does the state `x` mean?"),
    ("Term", "Definition", "the time between two flashes of the same lamp", "What is `x`?"),
    ("Mode", "When to use", "in fog, as long as the bell cannot be heard", "When is the mode `x` used?"),
    (
      "Service", "Depends on", "the tide tables, the clockwork and the harbour's gauge",
      "What does the service `x` depend on?"
    ),
  ])
  func eachInItsOwnWay(first: String, second: String, cell: String, question: String) throws {
    let table = "| \(first) | \(second) |\n|---|---|\n| `x-beam` | \(cell) |"
    #expect(
      try prompts(table) == [
        "Rooms of the lighthouse: w"
          + question.dropFirst().split(separator: "`x`").joined(separator: "`x-beam`")
      ])
  }

  @Test func aCellIsNoPieceOfASentence() throws {
    let drafts = try cards(
      """
      | Room | Holds |
      |---|---|
      | `Lantern` | glass: panes, putty, a diamond and its wooden case |
      | `Cellar` | ropes, and the boats that are tied up with them in winter |
      """)
    #expect(drafts.count == 2)
  }

  @Test func theRowsOfOneTableStayAlsoBesideManyOtherNames() throws {
    let others = (1...20).map {
      "- `lamp\($0)`: the lamp of tower \($0), which burns through the whole night"
    }
    let drafts = try cards(
      "| Room | Holds |\n|---|---|\n| `Lantern` | the lamp, its spare bulbs and the clockwork |\n\n"
        + others.joined(separator: "\n"))
    #expect(drafts.contains { $0.prompt == "What does the room `Lantern` hold?" })
  }

  @Test func namesBelowAHeadingThatSaysWhatTheyAre() throws {
    let table =
      "| Name | Purpose |\n|---|---|\n| `relay` | hands signals on to the next tower along the coast |"
    #expect(try prompts(table, heading: "Services") == ["Lighthouse: what is the service `relay` for?"])
    #expect(try prompts(table, heading: "Parameters") == [])
  }

  @Test func aColumnOfReasonsAsksWhy() throws {
    let table = """
      | Concern | Choice | Why |
      |---|---|---|
      | Storage of the log | a bound book | pages cannot be taken out of it without a trace |
      """
    #expect(try prompts(table) == ["Rooms of the lighthouse: why “a bound book” for “storage of the log”?"])
  }

  @Test(arguments: [
    (
      "| Alternative | Why not |\n|---|---|\n| Gas | it has to be shipped in barrels that nobody here can lift |",
      "why not “Gas”?"
    ),
    (
      "| Rule | Reason |\n|---|---|\n| The lamp is never left alone | a spark on the stairs would burn the tower |",
      "why is the lamp never left alone?"
    ),
    (
      "| Limit | Value | Reason |\n|---|---|---|\n| Oil on the stairs | 20 litres | more cannot be carried out in time |",
      "why “20 litres” for “oil on the stairs”?"
    ),
  ])
  func otherColumnsOfReasons(table: String, question: String) throws {
    #expect(try prompts(table) == ["Rooms of the lighthouse: \(question)"])
  }

  @Test(arguments: [
    // What is looked up: parameters, numbers, options beside each other.
    "| Parameter | Description |\n|---|---|\n| `beam` | how wide the beam of the lamp may become at night |",
    "| Feature | Oil | Gas |\n|---|---|---|\n| Lamp | burns well but smells of fish all night | burns clean |",
    "| Module | Owner |\n|---|---|\n| `relay` | the people of the eastern tower of the coast |",
    // Too little, a placeholder, the name again.
    "| Module | Description |\n|---|---|\n| `relay` | TBD |\n| `bell` | the bell |\n| `lamp` | |",
    "| Feature | Description |\n|---|---|\n| 10 | lamps that turn by themselves in the wind of the bay |",
    "| Room | Holds |\n|---|---|\n| `Store` | oil, wicks, soap, rope, paint, brushes, a ladder, sails and a boat |",
    "| Module | Description |\n|---|---|\n| `signal-relay-tower` | the relay tower for a signal |",
  ])
  func othersAskNothing(table: String) throws { #expect(try prompts(table) == []) }

  @Test func aLongTableIsAReference() throws {
    let rows = (1...25).map {
      "| `part\($0)` | holds the wheel, the chain and the spare lamp of tower \($0) |"
    }
    #expect(try prompts("| Part | Description |\n|---|---|\n" + rows.joined(separator: "\n")) == [])
  }

  @Test func optionsThatAreWeighedAreNoParts() throws {
    let table =
      "| Component | Description |\n|---|---|\n| `relay` | hands signals on to the next tower along the coast |"
    #expect(try prompts(table, heading: "Alternatives considered") == [])
  }
}
