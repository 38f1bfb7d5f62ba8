/// How well somebody debugs: figures over their investigations. What was only written down afterwards tells what it was
/// and who helped, and nothing of guesses and minutes: those are easy to make once the cause is known.
package struct InvestigationFigures: Equatable, Sendable {
  /// So many of so many.
  package struct Share: Equatable, Sendable {
    package var hits = 0
    package var of = 0

    mutating func add(_ isHit: Bool) {
      of += 1
      if isHit { hits += 1 }
    }
  }

  /// How far confidence and truth were apart, over hypotheses whose truth is known.
  package struct Calibration: Equatable, Sendable {
    package var count = 0
    private var squares = 0.0
    private var surplus = 0.0

    mutating func add(sure percent: Int, wasIt: Bool) {
      let (sure, truth) = (Double(percent) / 100, wasIt ? 1.0 : 0.0)
      count += 1
      squares += (sure - truth) * (sure - truth)
      surplus += sure - truth
    }

    /// The mean of the squared distance: 0 is perfect, 0.25 is what "fifty-fifty" always gets.
    package var brier: Double? { count == 0 ? nil : squares / Double(count) }
    /// Mean confidence minus the share that was right: above 0 is too sure.
    package var bias: Double? { count == 0 ? nil : surplus / Double(count) }
  }

  /// The figures of all, of a month, or of an area.
  package struct Group: Equatable, Sendable {
    package let name: String
    package private(set) var opened = 0
    package private(set) var solved = 0
    package private(set) var abandoned = 0
    /// The first hypothesis was it; one of the first three was.
    package private(set) var first = Share()
    package private(set) var firstThree = Share()
    package private(set) var calibration = Calibration()
    package private(set) var alone = Share()
    private var firstMinutes: [Int] = []
    private var causeMinutes: [Int] = []

    /// Medians in milliseconds, with how many they are of.
    package var toFirst: (milliseconds: Int, count: Int)? { Self.median(firstMinutes) }
    package var toCause: (milliseconds: Int, count: Int)? { Self.median(causeMinutes) }

    init(_ name: String, _ investigations: [Investigation]) {
      self.name = name
      for one in investigations { add(one) }
    }

    private mutating func add(_ one: Investigation) {
      opened += 1
      if one.status == .solved { solved += 1 }
      if one.status == .abandoned { abandoned += 1 }
      if one.status == .solved, let help = one.help { alone.add(help == .alone) }
      guard !one.isAfterwards else { return }
      if let elapsed = one.firstHypothesis { firstMinutes.append(elapsed) }
      guard one.status == .solved else { return }
      if let known = one.known { causeMinutes.append(known) }
      guard let which = one.which, !one.hypotheses.isEmpty else { return }
      let numbers = one.hypotheses.map(\.number)
      first.add(numbers.first == which)
      firstThree.add(numbers.prefix(3).contains(which))
      for hypothesis in one.hypotheses {
        // As sure as they were before they looked.
        if let sure = hypothesis.sure.first { calibration.add(sure: sure, wasIt: hypothesis.number == which) }
      }
    }

    private static func median(_ values: [Int]) -> (milliseconds: Int, count: Int)? {
      guard !values.isEmpty else { return nil }
      let sorted = values.sorted()
      let middle = sorted.count / 2
      let value = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
      return (value, sorted.count)
    }
  }

  /// A cause that was there more than once, in its latest words.
  package struct Returning: Equatable, Sendable {
    package let cause: String
    /// When it was seen, oldest first.
    package let dates: [CivilDate]
  }

  package let all: Group
  package let months: [Group]
  package let areas: [Group]
  package let returning: [Returning]

  package init(_ investigations: [Investigation]) {
    all = Group("all", investigations)
    func groups(_ key: (Investigation) -> String?) -> [Group] {
      Dictionary(grouping: investigations.filter { key($0) != nil }, by: { key($0) ?? "" })
        .sorted { $0.key < $1.key }.map { Group($0.key, $0.value) }
    }
    months = groups { String($0.date.description.prefix(7)) }
    areas = groups(\.place)
    returning = Self.returning(investigations)
  }

  /// From this likeness on two causes are one.
  private static let same = 0.5

  private static func returning(_ investigations: [Investigation]) -> [Returning] {
    var groups: [(words: Set<String>, cause: String, dates: [CivilDate])] = []
    for one in investigations.sorted(by: { $0.opened.milliseconds < $1.opened.milliseconds }) {
      guard let cause = one.answer(.cause) else { continue }
      let words = WordLikeness.words(cause)
      guard !words.isEmpty else { continue }
      if let index = groups.firstIndex(where: { WordLikeness.between($0.words, words) >= same }) {
        groups[index].cause = cause
        groups[index].dates.append(one.date)
      } else {
        groups.append((words, cause, [one.date]))
      }
    }
    return groups.filter { $0.dates.count > 1 }.sorted { $0.dates.count > $1.dates.count }
      .map { Returning(cause: $0.cause, dates: $0.dates) }
  }
}

extension InvestigationFigures.Group {
  package static func == (one: Self, other: Self) -> Bool {
    one.name == other.name && one.opened == other.opened && one.solved == other.solved
      && one.first == other.first && one.firstThree == other.firstThree && one.alone == other.alone
      && one.calibration == other.calibration && one.firstMinutes == other.firstMinutes
      && one.causeMinutes == other.causeMinutes && one.abandoned == other.abandoned
  }
}

extension Investigation {
  /// The day of the opening, where the person was.
  package var date: CivilDate { opened.date }

  /// The part of the code that it is about: as it was named, else where its first file lies.
  package var place: String? {
    if let area { return area }
    guard let file = files.first, let slash = file.lastIndex(of: "/") else { return nil }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }
}

extension Moment {
  /// The day on the calendar of whoever was there.
  package var date: CivilDate {
    CivilDate(daysSinceEpoch: (seconds + offset).floorDivided(by: 86_400))
  }
}
