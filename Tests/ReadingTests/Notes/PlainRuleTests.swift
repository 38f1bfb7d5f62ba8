import Testing

@testable import Reading

/// What is put as plainly as a rule, a price or a case can be.
@Suite struct PlainRuleTests {
  @Test(arguments: [
    (
      "The outbox costs us one more process to watch.", "What does the outbox cost us?",
      "One more process to watch."
    ),
    (
      "The second index costs us 40 ms for each write.", "What does the second index cost us?",
      "40 ms for each write."
    ),
    (
      "Never write to the product cache outside `CacheWriter`.", "What is the rule for the product cache?",
      "Never write to the product cache outside `CacheWriter`."
    ),
    (
      "The `CacheWriter` must never be called inside a transaction.",
      "What is the rule for the `CacheWriter`?",
      "The `CacheWriter` must never be called inside a transaction."
    ),
    (
      "The relay always reads the rows of the outbox in the order of their ids.",
      "What does the relay always do?", "Read the rows of the outbox in the order of their ids."
    ),
    (
      "If the lock is lost then the relay stops sending events.", "What happens if the lock is lost?",
      "The relay stops sending events."
    ),
  ])
  func aSentenceAloneIsAsked(said: String, question: String, answer: String) throws {
    let cards = try NoteCards.taken("# Notes of the shop\n\n## Work\n\n\(said)\n", name: "shop.md")
    #expect(cards.map(\.answer) == [answer])
    let asked = cards.first?.prompt.lowercased() ?? ""
    #expect(asked.hasSuffix(question.lowercased()), "\(asked)")
  }

  @Test(arguments: [3, 4], ["How to rotate the signing key", "How do we rotate the signing key?"])
  func shortStepsBelowHowAreAsked(count: Int, heading: String) throws {
    let steps = [
      "1. Create a new key.", "2. Deploy the service with both keys.", "3. Wait for a day.",
      "4. Remove the old key.",
    ]
    let text = "# Notes of the shop\n\n## \(heading)\n\n\(steps.prefix(count).joined(separator: "\n"))\n"
    let cards = try NoteCards.taken(text, name: "shop.md")
    #expect(cards.map(\.answer) == [steps.prefix(count).joined(separator: "\n")])
    #expect(
      cards.first?.prompt.hasSuffix(
        heading.hasSuffix("?") ? heading : heading + ": what are the steps, in order?") == true, "\(cards)")
  }

  @Test(arguments: [
    "The relay never reads the rows of the outbox in the order of their ids.",
    "It costs us one more process to watch.", "Never do it outside of them.",
    "If it is late and then a row comes the relay stops.",
    "The service, which costs a lot of money to run, is old.",
  ])
  func whatTellsTooLittleIsNotAsked(said: String) throws {
    #expect(try NoteCards.taken("# Notes of the shop\n\n## Work\n\n\(said)\n", name: "shop.md").isEmpty)
  }
}
