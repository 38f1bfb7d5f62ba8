import Recall
@testable import Storage
import TestSupport
import Testing

@Suite struct QueueTests {
  private static let today = Day(20_000)

  @Test(arguments: 0..<120 as Range<UInt64>)
  func theDayIsWhatAPlainLoopOverAllCardsGives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let box = try randomBox(&random, answeredToday: true)
    let plan = try PlainPlan(box)
    for _ in 0..<6 {
      let decks = plan.decks.filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
      let limits = randomLimits(&random)
      #expect(
        try box.database.queue.today(Self.today, decks: decks, limits: limits)
          == plan.today(Self.today, decks: decks, limits: limits))
    }
  }

  /// What was answered uses up its part of the limits and blocks its siblings as it did while it was waiting.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func theCardsOfADayStayTheSameWhileTheyAreAnswered(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let box = try randomBox(&random, answeredToday: false)
    let limits = randomLimits(&random)
    let decks = try box.database.decks.ids(in: .everything)
    let chosen = Set(
      try box.database.queue.today(Self.today, decks: decks, limits: limits).cards.map(\.card))
    var answered: Set<Int> = []
    for step in 0..<500 {
      let queue = try box.database.queue.today(Self.today, decks: decks, limits: limits)
      #expect(queue == (try PlainPlan(box).today(Self.today, decks: decks, limits: limits)), "step \(step)")
      #expect(Set(queue.cards.map(\.card)) == chosen.subtracting(answered), "step \(step)")
      guard let next = queue.next else { break }
      // Nobody fails for ever.
      let grade = step < 300 ? Int.random(in: 0...5, using: &random) : 5
      try box.record(box.grade(grade, box.cards[next - 1], on: Self.today))
      answered.insert(next)
    }
    #expect(answered == chosen)
    #expect(try box.differencesIgnoringHistory() == 0)
  }

  @Test func whatFailedComesLastAndTheLongestWaitingFirst() throws {
    let box = try CardBox(cards: 4)
    let decks = try box.database.decks.ids(in: .everything)
    let limits = DayLimits(new: 3, reviews: 10, keepsSiblingsApart: true)
    func queue() throws -> DayQueue {
      try box.database.queue.today(Self.today, decks: decks, limits: limits)
    }
    try box.record(box.grade(1, box.cards[1]))
    try box.record(box.grade(1, box.cards[0]))
    #expect(try queue().repeats == [2, 1])
    #expect(try queue().cards.map(\.card) == [3])
    try box.record(box.grade(3, box.cards[1]))
    #expect(try queue().repeats == [1, 2])
    // A day later nothing has to be repeated: it is due like everything else.
    #expect(
      try box.database.queue.today(Self.today + 1, decks: decks, limits: limits).repeats.isEmpty)
    try box.record(box.event(.suspended, box.cards[0], on: Self.today))
    #expect(try queue().repeats == [2])
  }

  @Test func limitsAreOfThePersonAndNotOfTheDeck() throws {
    let box = try CardBox(Database.inMemory())
    let decks = [try box.deck("one"), try box.deck("two")]
    for number in 0..<20 { try box.add(to: decks[number % 2]) }
    try box.record(box.grade(5, box.cards[0]))
    try box.record(box.grade(5, box.cards[2]))
    let limits = DayLimits(new: 5, reviews: 5, keepsSiblingsApart: true)
    #expect(try box.database.queue.today(Self.today, decks: [decks[1]], limits: limits).new == 3)
    let used = DayLimits(new: 1, reviews: 5, keepsSiblingsApart: true)
    #expect(try box.database.queue.today(Self.today, decks: decks, limits: used).new == 0)
  }

  private func randomLimits(_ random: inout SeededGenerator) -> DayLimits {
    DayLimits(
      new: Int.random(in: 0...12, using: &random), reviews: Int.random(in: 0...15, using: &random),
      keepsSiblingsApart: Int.random(in: 0..<3, using: &random) > 0)
  }

  /// Cards in every state that there is. Siblings stand in one file, and share the lowest number among them.
  private func randomBox(_ random: inout SeededGenerator, answeredToday: Bool) throws -> CardBox {
    let box = try CardBox(Database.inMemory(), seed: random.next())
    let decks = try (0..<Int.random(in: 1...4, using: &random)).map { try box.deck("deck \($0)") }
    for _ in 0..<Int.random(in: 0...50, using: &random) {
      let deck = decks[Int.random(in: decks.indices, using: &random)]
      let siblings = box.cards.filter { $0.deck == deck }.map(\.section)
      let joins = Int.random(in: 0..<2, using: &random) == 0
      try box.add(
        to: deck, tier: Tier.allCases[min(2, Int.random(in: 0..<9, using: &random) / 4)],
        section: joins ? siblings.randomElement(using: &random) : nil,
        isGone: Int.random(in: 0..<12, using: &random) == 0)
    }
    var today: [StoredCard] = []
    for card in box.cards {
      let schedule = randomSchedule(&random, answeredToday: answeredToday)
      try box.database.schedules.write(schedule, for: card.num)
      if schedule.lastDay == Self.today { today.append(card) }
    }
    // The log alone says in which order today's were answered.
    for card in today.shuffled(using: &random) {
      try box.database.log.append(box.grade(4, card, on: Self.today))
    }
    return box
  }

  private func randomSchedule(_ random: inout SeededGenerator, answeredToday: Bool) -> Schedule {
    var schedule = Schedule()
    schedule.isSuspended = Int.random(in: 0..<12, using: &random) == 0
    schedule.isRetired = Int.random(in: 0..<12, using: &random) == 0
    guard Bool.random(using: &random) else { return schedule }
    schedule.interval = Int.random(in: 1...30, using: &random)
    schedule.memory = SM2(maximumInterval: 100).start.encoded
    schedule.reps = 1
    schedule.lastGrade = Grade.all[4]
    schedule.lastDay = Self.today + Int.random(in: -20 ... -1, using: &random)
    schedule.firstDay = schedule.lastDay
    schedule.due = Self.today + Int.random(in: -8...4, using: &random)
    guard answeredToday, Int.random(in: 0..<4, using: &random) == 0 else { return schedule }
    schedule.lastDay = Self.today
    if Bool.random(using: &random) { schedule.firstDay = Self.today }
    if Bool.random(using: &random) { schedule.repeatDay = Self.today }
    schedule.due = Self.today + Int.random(in: 1...9, using: &random)
    return schedule
  }
}

extension CardBox {
  /// How many rows of the cache do not say of their card what the card says.
  fileprivate func differencesIgnoringHistory() throws -> Int {
    try database.connection.first(
      """
      SELECT count(*) FROM schedule AS s JOIN cards AS c ON c.num = s.card
      WHERE s.deck <> c.deck OR s.tier <> c.tier OR s.section <> c.section
      """
    ) { $0.int(0) } ?? 0
  }
}

/// The day as its rules say it, by plain loops over everything, without an index or a shortcut.
private struct PlainPlan {
  let decks: [Int]
  private var rows: [(card: StoredCard, schedule: Schedule)] = []
  /// The cards of all answers, in the order in which they were written.
  private var answers: [(card: StoredCard, day: Day)] = []

  init(_ box: CardBox) throws {
    decks = try box.database.decks.ids(in: .everything)
    for card in box.cards { rows.append((card, try box.database.schedules.schedule(of: card.num))) }
    try box.database.log.each { row in
      guard let card = box.cards.first(where: { $0.id.text == row.card }) else { return }
      answers.append((card, Day(row.day)))
    }
  }

  func today(_ day: Day, decks: [Int], limits: DayLimits) -> DayQueue {
    let asked = rows.filter { $0.schedule.lastDay == day }
    let askedNew = asked.filter { $0.schedule.firstDay == day }
    let waiting = rows.filter { row in
      !row.card.isGone && !row.schedule.isSuspended && !row.schedule.isRetired && row.card.tier != .transient
        && decks.contains(row.card.deck)
    }
    var blocked = Set(asked.map(\.card.section))
    var taken: [Candidate] = []
    func take(_ card: StoredCard, due: Day?) -> Bool {
      if limits.keepsSiblingsApart, !blocked.insert(card.section).inserted { return false }
      taken.append(
        Candidate(card: card.num, deck: card.deck, tier: card.tier, section: card.section, due: due))
      return true
    }

    var room = limits.reviews - (asked.count - askedNew.count)
    let due = waiting.filter { $0.schedule.memory != nil && ($0.schedule.due ?? day + 1) <= day }
    for row in due.sorted(by: { Self.claim($0) < Self.claim($1) }) where room > 0 {
      if take(row.card, due: row.schedule.due) { room -= 1 }
    }

    room = limits.new - askedNew.count
    var begun = Dictionary(grouping: askedNew, by: \.card.deck).mapValues(\.count)
    for tier in [Tier.core, .repeatable] {
      var new = waiting.filter { $0.schedule.memory == nil && $0.card.tier == tier }.map(\.card)
      new.sort { ($0.section, $0.num) < ($1.section, $1.num) }
      while room > 0 {
        let decks = Set(new.map(\.deck))
        guard let deck = decks.min(by: { (begun[$0] ?? 0, $0) < (begun[$1] ?? 0, $1) }),
          let index = new.firstIndex(where: { $0.deck == deck })
        else { break }
        let card = new.remove(at: index)
        guard take(card, due: nil) else { continue }
        room -= 1
        begun[deck, default: 0] += 1
      }
    }

    let lastAnswers = answers.enumerated().reduce(into: [Int: Int]()) { $0[$1.1.card.num] = $1.0 }
    let repeats = waiting.filter { $0.schedule.memory != nil && $0.schedule.repeatDay == day }
      .map(\.card.num).sorted { (lastAnswers[$0] ?? 0) < (lastAnswers[$1] ?? 0) }
    return DayQueue(
      cards: DayOrder.arrange(taken, day: day, after: answers.last { $0.day == day }?.card.deck),
      repeats: repeats, overdue: taken.count { ($0.due ?? day) < day })
  }

  private static func claim(_ row: (card: StoredCard, schedule: Schedule)) -> (Int, Int, Int) {
    (row.card.tier.rank, row.schedule.due?.number ?? 0, row.card.num)
  }
}
