/// What an explanation is asked for, in the order in which it is asked.
package enum ExplanationQuestion: String, CaseIterable, Sendable {
  case what, why
  case gaveUp = "gave-up"
  case mustHold = "must-hold"
  case breaks, unsure

  /// As it is asked.
  package var question: String {
    switch self {
    case .what: "What did you build or change?"
    case .why: "Why this approach, and not the obvious other one?"
    case .gaveUp: "What was given up?"
    case .mustHold: "What must stay true for it to work?"
    case .breaks: "What breaks first, and where would you look at 2 am?"
    case .unsure: "What are you still unsure of?"
    }
  }

  /// As it heads its section in a note.
  package var heading: String {
    switch self {
    case .what: "What was built"
    case .why: "Why this way"
    case .gaveUp: "What was given up"
    case .mustHold: "What must stay true"
    case .breaks: "What breaks first"
    case .unsure: "Still unsure"
    }
  }

  /// Asks for it once more, when everything was said.
  package var gap: String {
    switch self {
    case .what: "what it is"
    case .why: "why this way and not the obvious other"
    case .gaveUp: "what was given up"
    case .mustHold: "what must stay true"
    case .breaks: "what breaks first"
    case .unsure: "what you are unsure of"
    }
  }

  /// How the answer is best given.
  package var hint: String {
    switch self {
    case .what: "In plain language, for a colleague who was not there."
    case .why: "The reason, not what the code does."
    case .gaveUp: "The price; the first thing that is forgotten."
    case .mustHold: "What the rest relies on, written down nowhere else."
    case .breaks: "The first symptom, and the place to look."
    case .unsure: "One a line. Each comes back until it is answered."
    }
  }

  /// The sections that tell of the thing itself.
  package static var told: [ExplanationQuestion] { allCases.filter { $0 != .unsure } }

  /// What a heading asks for, however its author has changed it.
  static func named(_ heading: String) -> ExplanationQuestion? {
    let name = HeadingNames.plain(heading)
    guard !name.isEmpty, name.utf8.count < 90 else { return nil }
    return allCases.first { $0.isNamed(name) }
      ?? allCases.first { question in question.names.contains { name.hasPrefix($0 + " ") } }
  }

  /// What its author wrote into the heading itself: "Why this way: it sleeps". The whole where no sign tells the two apart,
  /// and nothing where it only names the question.
  func said(in heading: String) -> String {
    if isNamed(HeadingNames.plain(heading)) || self.heading.hasPrefix(heading) { return "" }
    guard let sign = heading.firstIndex(where: { ":–—".contains($0) }),
      isNamed(HeadingNames.plain(String(heading[..<sign])))
    else { return heading }
    return String(heading[heading.index(after: sign)...]).trimmed
  }

  private func isNamed(_ name: String) -> Bool {
    [heading, question].contains { PlainWords.normalized($0) == name } || names.contains(name)
  }

  /// Other names, in lower case. What only begins so counts too.
  private var names: [String] {
    switch self {
    case .what:
      ["what was built", "what was changed", "what did you build", "what did we build", "what it is"]
    case .why: ["why", "why this way", "why this approach", "why not"]
    case .gaveUp: ["given up", "what was given up", "gave up", "what it costs", "cost", "price"]
    case .mustHold: ["must stay true", "what must stay true", "must hold", "what must hold", "invariants"]
    case .breaks: ["breaks first", "what breaks first", "what breaks", "where to look", "at 2 am"]
    case .unsure: ["unsure", "still unsure", "what i am unsure of", "open questions", "what is still unsure"]
    }
  }
}
