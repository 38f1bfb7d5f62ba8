import Recall
import TestSupport
import Testing

@Suite struct EventRowTests {
  private static let text = CardText(prompt: "Why?", answer: "Two\nlines", tags: ["a", "b"])

  static let deeds: [(Deed, Typed?)] = [
    (.graded(Grade.all[3], confidence: 80, milliseconds: 1200), .answer("because\nof it")),
    (.graded(Grade.all[0], confidence: nil, milliseconds: nil), nil),
    (.practised(Grade.all[4], confidence: 55, milliseconds: 240_000, stretch: 7), .answer("all of it")),
    (.practised(Grade.all[3], confidence: nil, milliseconds: nil, stretch: 1), nil),
    (.suspended, nil), (.resumed, nil), (.retired, nil),
    (.tierSet(from: .core, to: .transient), nil),
    (.tagged, .change(before: text, after: CardText(prompt: "Why?", answer: "Two\nlines", tags: []))),
    (.edited, .change(before: text, after: CardText(prompt: "", answer: "", tags: ["z"]))),
    (.added, nil),
    (.voided(EventID(stored: "0123")), nil),
  ]

  private func event(_ deed: Deed, _ typed: Typed?) -> Event {
    var random = SeededGenerator(seed: 3)
    let id = EventID(using: &random)
    return Event(
      id: id, action: id, device: "laptop", card: CardID(using: &random),
      moment: Moment(milliseconds: 1_700_000_000_123, offset: 3600), day: Day(19_675), deed: deed,
      typed: typed)
  }

  @Test(arguments: deeds.indices)
  func rowsComeBackAsEvents(index: Int) {
    let event = event(Self.deeds[index].0, Self.deeds[index].1)
    #expect(EventRow(event).event == event)
  }

  @Test func aPracticeWithoutASensibleStretchIsDamage() {
    for detail in [nil, "", "0", "-7", "92", "seven"] {
      var row = EventRow(event(Self.deeds[2].0, nil))
      row.detail = detail
      #expect(row.event == nil, "\(detail ?? "nothing")")
    }
  }

  /// The check value that the catalogue of checksums gives for this polynomial.
  @Test func checkValue() {
    var sum = CRC64()
    sum.add(text: "123456789")
    #expect(UInt64(bitPattern: Int64(sum.value)) == 0x995d_c9bb_df19_39fa)
  }

  @Test func anyChangeOfAFieldIsFound() {
    let row = EventRow(event(Self.deeds[0].0, Self.deeds[0].1))
    let sum = row.checksum(typedChecksum: row.typedChecksum)
    var changed: [EventRow] = []
    func change(_ edit: (inout EventRow) -> Void) {
      var copy = row
      edit(&copy)
      changed.append(copy)
    }
    change { $0.id += "0" }
    change { $0.action = "" }
    change { $0.device = "laptoq" }
    change { $0.card = "zzzzzzzz" }
    change { $0.milliseconds ^= 1 }
    change { $0.offset = -3600 }
    change { $0.day += 1 }
    change { $0.kind = "suspend" }
    change { $0.grade = nil }
    change { $0.confidence = 81 }
    change { $0.duration = 0 }
    change { $0.voids = "" }
    change { $0.detail = "x" }
    change { $0.typed = "because of it" }
    change { $0.typed = nil }
    for copy in changed {
      #expect(copy.checksum(typedChecksum: copy.typedChecksum) != sum)
    }
  }
}
