import Recall
import Storage
import TestSupport
import Testing

@Suite struct ScheduleCacheTests {
  /// Some weeks of answers, undone ones among them, with every event in the cache as soon as it is written.
  private func weeks(seed: UInt64) throws -> CardBox {
    var random = SeededGenerator(seed: seed)
    let box = try CardBox(Database.inMemory(), seed: seed)
    let decks = [try box.deck("one"), try box.deck("two")]
    for number in 0..<8 {
      try box.add(
        to: decks[number % 2], tier: Tier.allCases[Int.random(in: 0..<3, using: &random)],
        isGone: Int.random(in: 0..<6, using: &random) == 0)
    }
    var day = Day(20_000)
    var standing: [Event] = []
    for _ in 0..<80 {
      let card = box.cards[Int.random(in: box.cards.indices, using: &random)]
      let event: Event
      switch Int.random(in: 0..<12, using: &random) {
      case 0: event = box.event(.suspended, card, on: day)
      case 1: event = box.event(.resumed, card, on: day)
      case 2: event = box.event(.retired, card, on: day)
      case 3: event = box.event(.tagged, card, on: day)
      case 4, 5:
        guard !standing.isEmpty else { continue }
        let undone = standing.remove(at: Int.random(in: standing.indices, using: &random))
        guard let its = box.cards.first(where: { $0.id == undone.card }) else { continue }
        try box.record(box.event(.voided(undone.id), its, on: day))
        continue
      default: event = box.grade(Int.random(in: 0...5, using: &random), card, on: day)
      }
      try box.record(event)
      standing.append(event)
      // Sometimes the clock is set back.
      day = day + (Int.random(in: 0..<9, using: &random) - 1)
    }
    return box
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func rebuildingGivesWhatWasWrittenStepByStep(seed: UInt64) throws {
    let box = try weeks(seed: seed)
    let connection = box.database.connection
    let stepByStep = try connection.rows(of: "schedule")
    #expect(stepByStep.count == 8)
    #expect(try box.differences().isEmpty)

    var progress: [Int] = []
    try box.database.schedules.rebuild(with: box.scheduler) { progress.append($0) }
    #expect(try connection.rows(of: "schedule") == stepByStep)
    #expect(progress == Array(1...8))

    try connection.run("DELETE FROM schedule")
    try box.database.schedules.rebuild(with: box.scheduler) { _ in }
    #expect(try connection.rows(of: "schedule") == stepByStep)
  }

  @Test func comparingCountsTheCardsAndTellsHowFarItIs() throws {
    let box = try weeks(seed: 3)
    var progress: [Int] = []
    let result = try box.database.schedules.compare(with: box.scheduler) { progress.append($0) }
    #expect(result.cards == 8)
    #expect(progress == Array(1...8))
  }

  @Test(arguments: [
    "deck = deck + 1", "tier = (tier + 1) % 3", "section = section + 1", "waiting = (waiting + 1) % 3",
    "due = ifnull(due, 0) + 1", "memory = ifnull(memory, '') || '1'", "interval = interval + 1",
    "reps = reps + 1", "lapses = lapses + 1", "first_day = ifnull(first_day, 0) + 1",
    "last_day = ifnull(last_day, 0) + 1", "last_at = ifnull(last_at, 0) + 1",
    "last_grade = 5 - ifnull(last_grade, 0)", "repeat_day = ifnull(repeat_day, 0) + 1",
    "suspended = 1 - suspended", "retired = 1 - retired",
  ])
  func aTamperedRowIsFound(change: String) throws {
    let box = try CardBox(cards: 3)
    try box.record(box.grade(2, box.cards[0]))
    // One that was answered, one that never was.
    for card in box.cards.prefix(2) {
      try box.database.connection.run("UPDATE schedule SET \(change) WHERE card = ?", [.int(card.num)])
      #expect(try box.differences() == [card.id])
      try box.database.schedules.rebuild(with: box.scheduler) { _ in }
      #expect(try box.differences().isEmpty)
    }
  }

  @Test func aMissingRowIsFound() throws {
    let box = try CardBox(cards: 3)
    try box.record(box.grade(4, box.cards[2]))
    for card in box.cards {
      try box.database.connection.run("DELETE FROM schedule WHERE card = ?", [.int(card.num)])
      #expect(try box.differences() == [card.id])
      try box.database.schedules.rebuild(with: box.scheduler) { _ in }
    }
  }

  @Test func aRowOfNoCardIsFound() throws {
    let box = try CardBox(cards: 2)
    // As a damaged file would have it; the program itself is kept from writing it.
    try box.database.connection.run("PRAGMA foreign_keys = OFF")
    try box.database.connection.run(
      """
      INSERT INTO schedule (card, deck, tier, section, waiting, interval, reps, lapses, suspended, retired)
      VALUES (77, 1, 1, 77, 1, 0, 0, 0, 0, 0)
      """)
    #expect(try !box.differences().isEmpty)
    try box.database.schedules.rebuild(with: box.scheduler) { _ in }
    #expect(try box.differences().isEmpty)
  }

  /// The row copies facts of the card; whoever changes the card has to let the row follow.
  @Test(arguments: ["tier = 2", "tier = 0", "section = 1", "gone = 1", "deck = 2"])
  func aRowThatDidNotFollowItsCardIsFound(change: String) throws {
    let box = try CardBox(cards: 3)
    _ = try box.deck("other")
    let card = box.cards[1]
    try box.record(box.grade(4, card))
    try box.database.connection.run("UPDATE cards SET \(change) WHERE num = ?", [.int(card.num)])
    #expect(try box.differences() == [card.id])
    let schedules = box.database.schedules
    try schedules.write(schedules.schedule(of: card.num), for: card.num)
    #expect(try box.differences().isEmpty)
    #expect(try box.database.schedules.schedule(of: card.num).reps == 1)
  }

  @Test func whatWaitsIsToldByTheCardAndItsSchedule() throws {
    let box = try CardBox(Database.inMemory())
    let deck = try box.deck("deck")
    let new = try box.add(to: deck)
    let known = try box.add(to: deck, tier: .core)
    let transient = try box.add(to: deck, tier: .transient)
    let gone = try box.add(to: deck, isGone: true)
    let suspended = try box.add(to: deck)
    let retired = try box.add(to: deck)
    for card in [known, gone, transient] { try box.record(box.grade(4, card)) }
    try box.record(box.event(.suspended, suspended))
    try box.record(box.event(.retired, retired))
    let waiting = try box.database.connection.all("SELECT card, waiting FROM schedule ORDER BY card") {
      [$0.int(0), $0.int(1)]
    }
    #expect(
      waiting == [
        [new.num, 1], [known.num, 2], [transient.num, 0], [gone.num, 0], [suspended.num, 0],
        [retired.num, 0],
      ])
    try box.record(box.event(.resumed, suspended))
    #expect(
      try box.database.connection.first("SELECT waiting FROM schedule WHERE card = 5") { $0.int(0) } == 1)
  }

  /// An event that this version does not understand must not stop the fold.
  @Test func anEventThatMakesNoSenseIsPassedOver() throws {
    let box = try CardBox(cards: 1)
    try box.record(box.grade(4, box.cards[0]))
    let before = try box.database.schedules.schedule(of: 1)
    try box.database.log.append(box.event(.tagged, box.cards[0]))
    try box.database.connection.run("UPDATE events SET kind = 'juggle' WHERE kind = 'tag'")
    try box.database.schedules.rebuild(with: box.scheduler) { _ in }
    #expect(try box.database.schedules.schedule(of: 1) == before)
  }
}
