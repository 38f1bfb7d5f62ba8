/// How cards were answered over a span of days.
package struct Retention: Equatable, Sendable {
  package var asked = 0
  package var recalled = 0

  package init() {}

  /// Nil below ten answers: too few to say anything.
  package var share: Double? {
    asked >= Self.least ? Double(recalled) / Double(asked) : nil
  }

  package static let least = 10
}

/// How many cards stand where.
package struct Standing: Equatable, Sendable {
  package var new = 0
  package var learning = 0
  package var mature = 0
  package var suspended = 0
  package var retired = 0
  package var leeches = 0

  package init() {}
}

/// One row of the progress by day and deck.
package struct DayProgress: Equatable, Sendable {
  package let day: Day
  package let deck: String
  package let answers: Int
  package let recalled: Int
  package let firstAnswers: Int
  package let milliseconds: Int

  package init(day: Day, deck: String, answers: Int, recalled: Int, firstAnswers: Int, milliseconds: Int) {
    self.day = day
    self.deck = deck
    self.answers = answers
    self.recalled = recalled
    self.firstAnswers = firstAnswers
    self.milliseconds = milliseconds
  }
}
