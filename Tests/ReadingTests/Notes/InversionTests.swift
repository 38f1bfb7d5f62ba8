import Testing

@testable import Reading

/// Sentences turned round into questions.
@Suite struct InversionTests {
  private func question(_ text: String) -> String? {
    Clause(text, CaseBook([text])).flatMap { Inversion(asking: "Why").question($0) }
  }

  @Test func theVerbComesBeforeItsSubject() {
    #expect(question("The relay must keep each tide.") == "Why must the relay keep each tide?")
  }

  /// A comma too many, which nobody forbids.
  @Test(arguments: ["Since", "If", "When", "Because", "While", "Although", "Once", "Until"])
  func noConditionStandsBeforeItsComma(word: String) {
    #expect(question("\(word), the relay keeps them, it must not lose any tide.") == nil)
  }

  @Test(arguments: [
    ("Harbours Store exposes the level.", "Why does harbours Store expose the level?"),
    ("The lamp has historically been a pain.", "Why has the lamp historically been a pain?"),
    ("The relay tolerates one lost gauge.", "Why does the relay tolerate one lost gauge?"),
    ("The lamp fails.", "Why does the lamp fail?"),
  ])
  func theVerbIsTheOneThatIsMeant(text: String, asked: String) { #expect(question(text) == asked) }

  /// "Delays" is no verb there.
  @Test func aThingAtTheEndIsNoVerb() { #expect(question("The old harbour office delays.") == nil) }
}
