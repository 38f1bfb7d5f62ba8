import Commands
import TestSupport
import Testing

/// Cards that look alike, edited in ways that once gave a history to the wrong one.
@Suite struct LookalikeTests {
  typealias Pairs = [[String]]

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let before: [String: Pairs]
    let after: [String: Pairs]
    /// New question to the old one whose history it must have; a question that is not named must be new.
    let same: [String: String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "an unchanged question beats an equal answer in the other file",
      before: ["a": [["How big is a page?", "4 KB"]], "b": [["How big is a block?", "8 KB"]]],
      after: ["a": [["x?", "y"]], "b": [["How big is a page?", "8 KB"]]],
      same: ["How big is a page?": "How big is a page?"]),
    Case(
      name: "a copy with a neighbour's answer is new",
      before: ["a": [["How big is a page?", "4 KB"]], "b": [["How big is a block?", "8 KB"]]],
      after: ["a": [["How big is a page?", "4 KB"]], "b": [["How big is a page?", "8 KB"]]],
      same: [:]),
    Case(
      name: "long answers do not outweigh the question either",
      before: [
        "a": [
          [
            "Why is the outbox row in the same transaction?",
            "A crash between two writes would leave an order that nobody hears of.",
          ]
        ], "b": [["Why do we lock the ledger first?", "Two writers would otherwise read the same balance."]],
      ],
      after: [
        "a": [
          ["Why do we lock the ledger frist?", "Two writers would otherwise read the same balance twice."]
        ],
        "b": [
          [
            "Why is the outbox row in the same transaction?",
            "Two writers would otherwise read the same balance.",
          ]
        ],
      ],
      same: [
        "Why do we lock the ledger frist?": "Why do we lock the ledger first?",
        "Why is the outbox row in the same transaction?": "Why is the outbox row in the same transaction?",
      ]),
    Case(
      name: "two that share an answer change files with a slip each",
      before: [
        "a": [["Does the service retry after a timeout?", "no"]],
        "b": [["Does the writer retry after a timeout?", "no"]],
      ],
      after: [
        "a": [["Dos the writer retry after a timeout?", "no"]],
        "b": [["Does the srvice retry after a timeout?", "no"]],
      ],
      same: [
        "Dos the writer retry after a timeout?": "Does the writer retry after a timeout?",
        "Does the srvice retry after a timeout?": "Does the service retry after a timeout?",
      ]),
    Case(
      name: "answers shift while the questions are reworded",
      before: ["a": (0..<5).map { ["Which port does service \($0) use?", "\(8000 + $0)"] }],
      after: ["a": (0..<5).map { ["What port does service \($0) use?", "\(8001 + $0)"] }],
      same: Dictionary(
        uniqueKeysWithValues: (0..<5).map {
          ("What port does service \($0) use?", "Which port does service \($0) use?")
        })),
    Case(
      name: "a new card with the old answer beside the old card with a new one",
      before: ["a": [["Which port does service 66 use?", "8080"]]],
      after: [
        "a": [["Which port does service 56 use?", "8080"], ["Which potr does service 66 use?", "9090"]]
      ],
      same: ["Which potr does service 66 use?": "Which port does service 66 use?"]),
    Case(
      name: "one number for another is another card",
      before: ["a": [["How big is a page of store 38?", "4 KB"]]],
      after: ["a": [["How big is a page of store 98?", "4 KB"]]],
      same: [:]),
    Case(
      name: "a renamed file whose answers all changed",
      before: ["a": [["How big is a page?", "4 KB"], ["How big is a block?", "8 KB"]]],
      after: ["z": [["How big is a block really?", "16 KB"], ["How big is a page?", "8 KB"]]],
      same: ["How big is a block really?": "How big is a block?", "How big is a page?": "How big is a page?"]),
    Case(
      name: "a word more and another short answer",
      before: ["a": [["Which port does service 56 use?", "6416"], ["Is the cache shared?", "yes"]]],
      after: ["a": [["Which port does service 56 now use?", "8884"], ["Is the cache now shared?", "no"]]],
      same: [
        "Which port does service 56 now use?": "Which port does service 56 use?",
        "Is the cache now shared?": "Is the cache shared?",
      ]),
  ]

  @Test(arguments: cases) func everyHistoryStaysWhereItBelongs(example: Case) throws {
    let world = try TestWorld()
    func save(_ files: [String: Pairs]) throws {
      for (name, cards) in files {
        try world.disk.write(
          cards.map { "Q: \($0[0])\nA: \($0[1])\n" }.joined(separator: "\n"), to: "d/\(name).md")
      }
    }
    try save(example.before)
    world.run("import", "d")
    var promptOf: [String: String] = [:]
    for (id, card) in world.cards() { promptOf[id] = card["prompt"] as? String }
    for name in example.before.keys where example.after[name] == nil { try world.disk.remove("d/\(name).md") }
    try save(example.after)
    world.run("refresh")
    for (id, card) in world.cards() {
      let prompt = card["prompt"] as? String ?? ""
      let isUntouched = example.before.values.joined().contains {
        $0 == [prompt, card["answer"] as? String ?? ""]
      }
      if !isUntouched { #expect(promptOf[id] == example.same[prompt], "\(prompt)") }
    }
  }

  @Test func gapsWithTheSameWordKeepTheirPlaces() throws {
    let world = try TestWorld()
    try world.disk.write("C: Port [no] is open when the lease [no] holds forever.\n", to: "d.md")
    world.run("import", "d.md")
    let first = try #require(world.id(ofPrompt: "Port […] is open when the lease no holds forever."))
    try world.disk.write("C: Port [no] is open when the laese [no] holds forever.\n", to: "d.md")
    world.run("refresh")
    #expect(world.id(ofPrompt: "Port […] is open when the laese no holds forever.") == first)
    #expect(world.cards().count == 2)
  }
}
