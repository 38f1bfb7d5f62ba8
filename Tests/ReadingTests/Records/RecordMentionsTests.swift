import Reading
import Testing

@Suite struct RecordMentionsTests {
  private func counts(_ files: [(String, String?, String)]) -> [Int] {
    RecordMentions.counts(files.map { RecordMentions.Document(path: $0.0, number: $0.1, text: $0.2) })
  }

  @Test func filesAndNumbersAreMentions() {
    #expect(
      counts([
        ("adr/0001-outbox.md", "0001", "It refers to itself: ADR-0001."),
        ("adr/0002-tenants.md", "0002", "See [the outbox](0001-outbox.md), and again ADR 1."),
        ("adr/0003-ledger.md", "0003", "Builds on decision 0002 and on `0001-outbox`."),
      ]) == [2, 1, 0])
  }

  @Test func aNumberOfSeveralMeansNone() {
    #expect(
      counts([("a/one.md", "1", ""), ("b/two.md", "1", ""), ("c/three.md", "3", "ADR-1")]) == [0, 0, 0])
    #expect(
      counts([("a/one.md", nil, "ADR 99999999999999999999"), ("b/two.md", "2", "version 1 of 2")]) == [0, 0])
  }
}
