package import Recall

/// What a person can set, each with its default.
package enum Preference: String, CaseIterable, Sendable {
  case scheduler
  case newPerDay = "new-per-day"
  case reviewsPerDay = "reviews-per-day"
  case siblings
  case dayEnd = "day-end"
  case maximumInterval = "max-interval"
  case leechLapses = "leech-lapses"
  case notebook

  package var standard: String {
    switch self {
    case .scheduler: SchedulerName.sm2.rawValue
    case .newPerDay: "10"
    case .reviewsPerDay: "100"
    case .siblings: "apart"
    case .dayEnd: "04:00"
    case .maximumInterval: "365"
    case .leechLapses: "8"
    case .notebook: ""
    }
  }

  package var help: String {
    switch self {
    case .scheduler: "sm2, or sm2-classic to the letter of 1990"
    case .newPerDay: "new cards a day, 0 to 9999"
    case .reviewsPerDay: "cards asked again a day, 0 to 9999"
    case .siblings: "apart: cards of one section do not come on one day; together: they may"
    case .dayEnd: "when a day ends, local time"
    case .maximumInterval: "the longest interval in days, 1 to 36500"
    case .leechLapses: "lapses that mark a card as a leech, 2 to 99"
    case .notebook: "the folder for what whet writes for you"
    }
  }

  /// Whether schedules have to be folded anew when it changes.
  package var changesSchedules: Bool {
    self == .scheduler || self == .maximumInterval
  }

  /// The value as it is kept, or what is wrong with it.
  package func normalized(_ text: String) throws(UsageError) -> String {
    switch self {
    case .scheduler:
      guard SchedulerName(rawValue: text) != nil else {
        let known = SchedulerName.allCases.map(\.rawValue)
        throw UsageError(
          "no scheduler \"\(text)\"",
          hint: Suggestion.hint(for: text, among: known) ?? "there are \(known.joined(separator: " and "))")
      }
      return text
    case .newPerDay, .reviewsPerDay: return try number(text, 0...9999)
    case .maximumInterval: return try number(text, 1...36_500)
    case .leechLapses: return try number(text, 2...99)
    case .siblings:
      guard ["apart", "together"].contains(text) else {
        throw UsageError("siblings are apart or together, not \"\(text)\"")
      }
      return text
    case .dayEnd:
      guard Self.minutes(text) != nil else {
        throw UsageError("day-end takes a time such as 04:00, not \"\(text)\"")
      }
      return text
    case .notebook:
      guard !text.isEmpty else { throw UsageError("notebook takes a folder") }
      return text
    }
  }

  private func number(_ text: String, _ range: ClosedRange<Int>) throws(UsageError) -> String {
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "\(rawValue) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
    }
    return String(number)
  }

  static func minutes(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) }), let hours = Int(parts[0]),
      let minutes = Int(parts[1]), (0..<24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }
}

/// The settings in force.
package struct Preferences: Equatable, Sendable {
  private let values: [String: String]

  package init(_ values: [String: String]) {
    self.values = values
  }

  package func text(_ preference: Preference) -> String {
    values[preference.rawValue] ?? preference.standard
  }

  package var scheduler: any Scheduler {
    let name = SchedulerName(rawValue: text(.scheduler)) ?? .sm2
    return name.scheduler(maximumInterval: number(.maximumInterval))
  }

  package var limits: DayLimits {
    DayLimits(
      new: number(.newPerDay), reviews: number(.reviewsPerDay), keepsSiblingsApart: text(.siblings) == "apart"
    )
  }

  package var dayEnd: DayEnd {
    Preference.minutes(text(.dayEnd)).flatMap { DayEnd(minutes: $0) } ?? .standard
  }

  package var leechLapses: Int { number(.leechLapses) }

  private func number(_ preference: Preference) -> Int {
    Int(text(preference)) ?? Int(preference.standard) ?? 0
  }
}
