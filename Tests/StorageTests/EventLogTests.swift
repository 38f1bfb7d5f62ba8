import Recall
import Storage
import TestSupport
import Testing

@Suite struct EventLogTests {
  private let box: CardBox
  private var log: EventLog { box.database.log }
  private var connection: Connection { box.database.connection }

  init() throws {
    box = try CardBox(cards: 3)
  }

  /// One of every deed, with every column in use by some.
  private func deeds(_ card: StoredCard) -> [Event] {
    let before = CardText(prompt: "Why?", answer: "Two\nlines", tags: ["a", "b"])
    let after = CardText(prompt: "Whý? 🙂", answer: "", tags: [])
    let graded = box.event(
      .graded(Grade.all[3], confidence: 80, milliseconds: 1234), card, typed: .answer("because\u{0} of it"))
    return [
      graded,
      box.event(.practised(Grade.all[4], confidence: nil, milliseconds: 9, stretch: 7), card),
      box.event(.graded(Grade.all[0], confidence: nil, milliseconds: nil), card),
      box.event(.suspended, card), box.event(.resumed, card), box.event(.retired, card),
      box.event(.tierSet(from: .core, to: .transient), card),
      box.event(.tagged, card, typed: .change(before: before, after: before)),
      box.event(.edited, card, typed: .change(before: before, after: after)), box.event(.added, card),
      box.event(.voided(graded.id), card),
    ]
  }

  private func append(_ events: [Event]) throws {
    for event in events { try log.append(event) }
  }

  @Test func whatIsWrittenComesBack() throws {
    let first = deeds(box.cards[0])
    let second = deeds(box.cards[1])
    for (one, other) in zip(first, second) { try append([one, other]) }
    #expect(try log.count == 22)
    #expect(try log.history(of: box.cards[0].id) == first)
    #expect(try log.history(of: box.cards[1].id) == second)
    #expect(try log.history(of: box.cards[2].id).isEmpty)
    var rows: [EventRow] = []
    try log.each { rows.append($0) }
    #expect(rows == zip(first, second).flatMap { [EventRow($0), EventRow($1)] })
    #expect(try log.damagedEvents().isEmpty)
    #expect(try log.strays() == 0)
  }

  @Test func anEventIsWrittenOnce() throws {
    let event = box.grade(4, box.cards[0])
    try log.append(event)
    #expect(throws: StorageError.self) { try log.append(event) }
    #expect(try log.count == 1)
  }

  @Test func eventsOfNoCardAndVoidsOfNoEventAreStrays() throws {
    try log.append(box.event(.voided(EventID(stored: "nowhere")), box.cards[0]))
    try log.append(box.event(.suspended, box.cards[1]))
    try connection.run("UPDATE events SET card = 'nobody' WHERE kind = 'suspend'")
    #expect(try log.strays() == 2)
  }

  // MARK: Bit rot

  @Test(arguments: ["at", "offset", "day", "grade", "confidence", "duration", "typed_sum", "checksum"])
  func aFlippedBitInANumberIsFound(column: String) throws {
    var tried = 0
    for event in deeds(box.cards[0]) {
      try appendAlone(event)
      let value = try connection.first("SELECT \(column) FROM events") { $0.optionalInt(0) }
      guard let number = value ?? nil else { continue }
      for bit in 0..<64 {
        try set(column, .int(number ^ Int(truncatingIfNeeded: UInt64(1) << bit)))
        #expect(try log.damagedEvents().count == 1, "bit \(bit) of \(column): \(event)")
        tried += 1
      }
      try set(column, .int(number))
      #expect(try log.damagedEvents().isEmpty)
    }
    #expect(tried >= 64)
  }

  /// Every bit of every byte, also where what comes out is no longer text.
  @Test(arguments: ["id", "action", "device", "card", "kind", "voids", "detail", "typed"])
  func aFlippedBitInATextIsFound(column: String) throws {
    var tried = 0
    for event in deeds(box.cards[0]) {
      try appendAlone(event)
      let value = try connection.first("SELECT \(column) FROM events") { $0.optionalText(0) }
      guard let text = value ?? nil else { continue }
      let bytes = Array(text.utf8)
      for index in bytes.indices {
        for bit in 0..<8 {
          var flipped = bytes
          flipped[index] ^= 1 << bit
          try set(column, bytes: flipped)
          #expect(try log.damagedEvents().count == 1, "bit \(bit) of byte \(index) of \(column): \(event)")
          tried += 1
        }
      }
      try set(column, .text(text))
      #expect(try log.damagedEvents().isEmpty)
    }
    #expect(tried >= 32)
  }

  @Test(arguments: ["grade", "confidence", "duration", "voids", "detail", "typed", "typed_sum"])
  func aValueThatIsGoneOrThereAgainIsFound(column: String) throws {
    let isNumber = ["grade", "confidence", "duration", "typed_sum"].contains(column)
    for event in deeds(box.cards[0]) {
      try appendAlone(event)
      let isGone = try connection.first("SELECT \(column) IS NULL FROM events") { $0.bool(0) } ?? false
      try set(column, isGone ? (isNumber ? .int(0) : .text("")) : .null)
      #expect(try log.damagedEvents().count == 1, "\(column): \(event)")
    }
  }

  @Test func everyDamagedEventIsNamedUpToALimit() throws {
    let events = deeds(box.cards[0])
    try append(events)
    try connection.run("UPDATE events SET day = day + 1 WHERE seq % 2 = 0")
    #expect(try log.damagedEvents() == events.enumerated().filter { $0.0 % 2 == 1 }.map(\.1.id.text))
    #expect(try log.damagedEvents(most: 2).count == 2)
  }

  /// The only one in the log: each flip is looked for by reading one row.
  private func appendAlone(_ event: Event) throws {
    try connection.run("DELETE FROM events")
    try log.append(event)
  }

  private func set(_ column: String, _ value: Value) throws {
    try connection.run("UPDATE events SET \(column) = ?", [value])
  }

  private func set(_ column: String, bytes: [UInt8]) throws {
    let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    try connection.run("UPDATE events SET \(column) = CAST(x'\(digits)' AS TEXT)")
  }

  // MARK: What undo and the estimate ask for

  @Test func theLastActionsComeWithAllTheirEventsAndWithoutWhatWasVoided() throws {
    let action = box.freshEventID()
    let old = box.grade(4, box.cards[0])
    let together = box.cards.map { box.event(.suspended, $0, action: action) }
    let voided = box.grade(1, box.cards[1])
    let last = box.grade(5, box.cards[2])
    try append([old] + together + [voided, box.event(.voided(voided.id), box.cards[1]), last])
    #expect(try log.lastActions(10) == [[last], together, [old]])
    #expect(try log.lastActions(2) == [[last], together])
    #expect(try log.lastActions(1) == [[last]])
    #expect(try log.lastActions(0).isEmpty)
    try append(together.map { box.event(.voided($0.id), box.cards[0]) })
    #expect(try log.lastActions(2) == [[last], [old]])
  }

  @Test func onlyTheDurationsOfTheNewestEventsCount() throws {
    #expect(try log.recentDurations().isEmpty)
    for milliseconds in 1...250 {
      try log.append(
        box.event(.graded(Grade.all[4], confidence: nil, milliseconds: milliseconds), box.cards[0]))
    }
    for _ in 0..<50 { try log.append(box.event(.tagged, box.cards[0])) }
    #expect(try log.recentDurations().sorted() == Array(101...250))
  }
}
