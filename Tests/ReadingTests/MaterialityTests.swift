import Testing

@testable import Reading

/// Whether a person has to look at an answer again.
@Suite struct MaterialityTests {
  static let answer =
    "We allow writes from two regions at a time, since the harbour of each keeps the numbers of its own boats and tells "
    + "the other one about them within a minute."

  @Test(arguments: [
    ("We allow", "We never allow"), ("We allow", "We do not allow"), ("We allow", "We don't allow"),
    ("allow writes", "allow no writes"), ("within a minute", "within a minute, but never at night"),
  ]) func oneWordCanSayTheOpposite(old: String, new: String) {
    let changed = Self.answer.replacing(old, with: new)
    #expect(Materiality.isMaterial(from: Self.answer, to: changed))
    #expect(Materiality.isMaterial(from: changed, to: Self.answer))
  }

  @Test(arguments: [
    ("two regions at", "two regions  at"), ("numbers of", "numbrs of"), ("minute.", "minute"),
  ])
  func aSlipIsNone(old: String, new: String) {
    #expect(!Materiality.isMaterial(from: Self.answer, to: Self.answer.replacing(old, with: new)))
  }
}
