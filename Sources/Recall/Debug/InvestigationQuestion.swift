/// What is asked when an investigation is over, in this order. Each can be passed over.
package enum InvestigationQuestion: String, CaseIterable, Sendable {
  case cause
  /// Which of the hypotheses it was, or none.
  case which
  case gaveAway = "gave-away"
  case misled
  /// Whether somebody helped, and when they were asked.
  case help, fix
  case firstLook = "first-look"
  case prevents

  /// As it is asked.
  package var question: String {
    switch self {
    case .cause: "What was it, really?"
    case .which: "Which of your hypotheses was it?"
    case .gaveAway: "What gave it away?"
    case .misled: "What misled you?"
    case .help: "Did you solve it alone, or did a colleague or an AI help? After how many minutes?"
    case .fix: "What fixed it?"
    case .firstLook: "What will you check first when you see this again?"
    case .prevents: "What keeps it from coming back?"
    }
  }

  /// As it heads its section in a note; nil where the answer is no text.
  package var heading: String? {
    switch self {
    case .cause: "What it was"
    case .gaveAway: "What gave it away"
    case .misled: "What misled"
    case .fix: "What fixed it"
    case .firstLook: "What to check first next time"
    case .prevents: "What keeps it from coming back"
    case .which, .help: nil
    }
  }

  package static var told: [InvestigationQuestion] { allCases.filter { $0.heading != nil } }
}

/// Who was there when the cause was found.
package enum InvestigationHelp: String, CaseIterable, Sendable {
  case alone, colleague, ai

  package var name: String {
    switch self {
    case .alone: "alone"
    case .colleague: "with a colleague"
    case .ai: "with AI"
    }
  }

  /// "colleague 20", "ai, 5 min", "al": who, by the beginning of the word, and after how many minutes. Nil for what is neither.
  package static func read(_ text: String) -> (who: InvestigationHelp, minutes: Int?)? {
    let words = text.lowercased().split { $0 == " " || $0 == "," }
    guard let first = words.first, let who = allCases.first(where: { $0.rawValue.hasPrefix(first) }) else {
      return nil
    }
    guard words.count > 1 else { return (who, nil) }
    let units = ["m", "min", "mins", "minute", "minutes"]
    guard let minutes = Int(words[1]), minutes >= 0,
      words.dropFirst(2).allSatisfy({ units.contains(String($0)) })
    else { return nil }
    return (who, minutes)
  }
}
