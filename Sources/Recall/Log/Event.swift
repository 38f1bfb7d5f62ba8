/// The name of an event: 128 random bits in hexadecimal, unique over all devices, so that logs can be merged
/// by union.
package struct EventID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  package init(stored text: String) {
    self.text = text
  }

  package init(using generator: inout some RandomNumberGenerator) {
    text = hexadecimal(generator.next()) + hexadecimal(generator.next())
  }

  package var description: String { text }
}

func hexadecimal(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// What happened. Everything here may be shown to a colleague; what a person typed is in `Typed`.
package enum Deed: Equatable, Sendable {
  case graded(Grade, confidence: Int?, milliseconds: Int?)
  /// A practice, which is more than a card: its days are counted in steps of `stretch`, and it never comes twice on
  /// one day.
  case practised(Grade, confidence: Int?, milliseconds: Int?, stretch: Int)
  /// A step of an investigation, which hangs on the card that will ask for it.
  case investigated(InvestigationStep)
  case suspended
  /// Left out for the rest of the day.
  case buried
  case resumed
  case retired
  case tierSet(from: Tier, to: Tier)
  case tagged
  case edited
  case added
  /// Takes back another event, which stays where it is.
  case voided(EventID)
}

/// What a person wrote on the occasion: kept apart from the deed, so that progress can be shared and the
/// words cannot slip along.
package enum Typed: Equatable, Sendable {
  case answer(String)
  case change(before: CardText, after: CardText)
}

/// The parts of a card that its owner can change.
package struct CardText: Equatable, Sendable {
  package var prompt: String
  package var answer: String
  package var tags: [String]

  package init(prompt: String, answer: String, tags: [String]) {
    self.prompt = prompt
    self.answer = answer
    self.tags = tags
  }
}

/// One row of the log. Never changed, never deleted.
package struct Event: Equatable, Sendable {
  package let id: EventID
  /// All events of one command share it; undo takes them back together.
  package let action: EventID
  package let device: String
  package let card: CardID
  package let moment: Moment
  /// The learning day, settled when the event was written.
  package let day: Day
  package let deed: Deed
  package let typed: Typed?

  package init(
    id: EventID, action: EventID, device: String, card: CardID, moment: Moment, day: Day, deed: Deed,
    typed: Typed? = nil
  ) {
    self.id = id
    self.action = action
    self.device = device
    self.card = card
    self.moment = moment
    self.day = day
    self.deed = deed
    self.typed = typed
  }
}
