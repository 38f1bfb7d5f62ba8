import Reading
import Recall
import TestSupport
import Testing

/// What must hold however a person edits: the history goes where the card went, and nowhere else.
@Suite struct IdentityTests {
  private func drafts(_ world: DeckWorld) throws -> [Draft] {
    DeckReader.read(try SourceText(Array(world.markdown.utf8))).drafts
  }

  /// Returns how many cards were edited, how many of these were found again, and how many carry another's history.
  private func run(_ world: inout DeckWorld, rounds: Int) throws -> (edited: Int, found: Int, wrong: Int) {
    var edited = 0
    var found = 0
    var wrong = 0
    for _ in 0..<rounds {
      let before = world.inOrder
      let known = try drafts(world).map { Likeable($0) }
      world.edit(share: 0.3)
      let after = world.inOrder
      let read = try drafts(world)
      guard known.count == before.count, read.count == after.count else {
        Issue.record("cards were lost in reading")
        continue
      }
      let identities = Set(before.map(\.identity))
      let result = Matcher.match(known: known, drafts: read.map { Likeable($0) })
      for (index, item) in after.enumerated() {
        let match = result[index].map { before[$0].identity }
        if let match, match != item.identity { wrong += 1 }
        guard identities.contains(item.identity), !item.edits.isEmpty else { continue }
        edited += 1
        if match == item.identity { found += 1 }
      }
    }
    return (edited, found, wrong)
  }

  @Test(arguments: DeckWorld.Style.allCases, [12, 60, 400])
  func editedCardsAreFoundAgain(style: DeckWorld.Style, cards: Int) throws {
    var edited = 0
    var found = 0
    var wrong = 0
    for seed in 0..<UInt64(cards > 100 ? 3 : 30) {
      var world = DeckWorld(seed: seed, cards: cards, sections: 5, style: style)
      let result = try run(&world, rounds: 2)
      edited += result.edited
      found += result.found
      wrong += result.wrong
    }
    #expect(edited > 100)
    #expect(wrong == 0, "\(wrong) of \(edited) cards carry another card's history")
    #expect(Double(found) >= 0.99 * Double(edited), "\(found) of \(edited) were found again")
  }

  @Test func replacingACardByASimilarOneMakesANewCard() throws {
    let known = [
      Likeable(
        kind: .question, prompt: "Why did we not choose Redis for queueing?",
        answer: "It lost jobs on failover.", place: ["Q"])
    ]
    let draft = Likeable(
      kind: .question, prompt: "Why did we not choose Kafka for queueing?",
      answer: "Too much to operate for four engineers.", place: ["Q"])
    #expect(Matcher.match(known: known, drafts: [draft]) == [nil])
  }

  @Test func swappedAnswersFollowTheirQuestions() {
    let known = [
      Likeable(kind: .question, prompt: "Where do sessions live?", answer: "In Redis", place: []),
      Likeable(kind: .question, prompt: "Where do orders live?", answer: "In Postgres", place: []),
    ]
    let drafts = [
      Likeable(kind: .question, prompt: "Where do sessions live?", answer: "In Postgres", place: []),
      Likeable(kind: .question, prompt: "Where do orders live?", answer: "In Redis", place: []),
    ]
    #expect(Matcher.match(known: known, drafts: drafts) == [0, 1])
  }

  @Test func theOtherGapOfASentenceKeepsItsOwnHistory() {
    let known = [
      Likeable(
        kind: .cloze, prompt: "The […] is append-only and owned by billing.", answer: "ledger", place: []),
      Likeable(
        kind: .cloze, prompt: "The ledger is […] and owned by billing.", answer: "append-only", place: []),
    ]
    let drafts = [
      Likeable(
        kind: .cloze, prompt: "The ledger is […] and ownd by billing.", answer: "append-only", place: [])
    ]
    #expect(Matcher.match(known: known, drafts: drafts) == [1])
  }

  @Test func aCardThatHadGoneComesBackForItsOwnWordsOnly() {
    let known = [
      Likeable(
        kind: .question, prompt: "Why is the ledger append-only?", answer: "Audits need every step.",
        place: ["L"], isGone: true)
    ]
    func match(_ prompt: String, _ answer: String) -> Int? {
      Matcher.match(
        known: known, drafts: [Likeable(kind: .question, prompt: prompt, answer: answer, place: ["L"])])[0]
    }
    #expect(match("Why is the ledger append-only?", "Audits need every step.") == 0)
    #expect(match("Why is the ledger append-only?", "Because of the auditors.") == 0)
    #expect(match("Why is the cache write-through?", "Audits need every step.") == nil)
    #expect(match("Why is the ledger sharded?", "One shop must not slow the others.") == nil)
  }

  @Test func sameQuestionUnderTwoHeadingsStaysApart() {
    let known = [
      Likeable(
        kind: .question, prompt: "What does it cost us?", answer: "A second write for each order.",
        place: ["Outbox"]),
      Likeable(
        kind: .question, prompt: "What does it cost us?", answer: "Joins over shards.", place: ["Tenancy"]),
    ]
    let drafts = [
      Likeable(
        kind: .question, prompt: "What does it cost us?", answer: "Nothing joins over shards any more.",
        place: ["Tenancy"]),
      Likeable(kind: .question, prompt: "What does it cost us?", answer: "Two writes.", place: ["Outbox"]),
    ]
    #expect(Matcher.match(known: known, drafts: drafts) == [1, 0])
  }
}
