import Recall
import Testing

@Suite struct CardQueryTests {
  private func conditions(_ words: String...) -> [CardQuery.Condition]? {
    (try? CardQuery(parsing: words))?.terms.map(\.condition)
  }

  /// A name before a colon is meant as a field. "0 cards" would be an answer to something that nobody asked.
  @Test(arguments: ["foo:bar", "-foo:bar", "Deck:shop", "dek:shop", "author:\"two words\"", "größe:3"])
  func whatLooksLikeAFieldAndIsNoneIsRefused(text: String) throws {
    let problem = #expect(throws: CardQuery.Problem.self) { try CardQuery(parsing: [text]) }
    #expect(problem?.message.hasPrefix("no field \"") == true)
    #expect(problem?.allowed == ["deck", "kind", "tier", "tag", "is", "source"])
  }

  @Test(arguments: [
    "10:30", "std::vector", "http://example.org", "a1:b", "x-y:z", "foo_bar:1", ":foo", "foo:",
    "src/a.swift:12",
  ])
  func whatCannotBeAFieldIsText(text: String) {
    #expect(conditions(text) == [.phrase(text)])
  }

  @Test func betweenQuotationMarksAllIsText() {
    #expect(conditions("\"foo:bar\"") == [.phrase("foo:bar")])
    #expect(conditions("\"at foo: bar\"", "deck:shop") == [.phrase("at foo: bar"), .deck("shop")])
  }

  @Test func aSlipIsToldWithoutAValueToo() {
    #expect(throws: CardQuery.Problem.self) { try CardQuery(parsing: ["dek:"]) }
    #expect(throws: CardQuery.Problem.self) { try CardQuery(parsing: ["deck:"]) }
  }
}
