internal import Recall

/// The steps that have a word of their own.
enum DebugStep: String, CaseIterable {
  case think, note, reweigh
  case ruleOut = "rule-out"
  case similar, status, solved, abandon, list, use, stats, drill

  static let argument = "SYMPTOM or STEP"

  var usage: String {
    switch self {
    case .note: "note TEXT"
    case .think: "think [TEXT]"
    case .reweigh: "reweigh N PERCENT"
    case .ruleOut: "rule-out N EVIDENCE"
    case .use: "use N"
    case .status, .solved, .abandon: "\(rawValue) [N]"
    case .drill: "drill [WORDS]"
    default: rawValue
    }
  }

  var help: String {
    switch self {
    case .think: "what could it be, how sure, what would show it or not"
    case .note: "a line with its time"
    case .reweigh: "how sure you are of hypothesis N now"
    case .ruleOut: "hypothesis N is not it, and why"
    case .similar: "your own cards and past incidents with such words"
    case .status: "one of them: its clock, and all that was said"
    case .solved: "what was it, really? Its cards are shown"
    case .abandon: "put it away; nothing is lost"
    case .list: "all of them, numbered"
    case .use: "take another one up, by its number or words"
    case .stats: "first guesses, confidence, minutes, help, old causes"
    case .drill: "an old symptom: hypotheses, evidence, cause"
    }
  }

  static var overview: String {
    allCases.map { step in
      "  \(step.usage)\(String(repeating: " ", count: max(1, 20 - step.usage.count)))\(step.help)"
    }.joined(separator: "\n")
  }

  /// What was probably meant by a first word that is nearly a step, or a command of its own. "stale map in
  /// the router" is none: behind a step stand its own words as one argument, or a number.
  static func meant(by arguments: [String]) -> String? {
    guard let first = arguments.first, !first.contains(" ") else { return nil }
    let steps = allCases.map(\.rawValue)
    guard arguments.count > 1 else {
      return Suggestion.hint(for: first, among: steps)
        ?? (["undo", "help"].contains(first) ? "whet \(first)" : nil)
    }
    // "rule out 1 "all pods answer"" as it is spoken.
    if arguments.count > 2, first == "rule", arguments[1] == "out", Int(arguments[2]) != nil {
      return "did you mean \"rule-out\"? A symptom stands in quotation marks"
    }
    guard arguments.count == 2 || Int(arguments[1]) != nil else { return nil }
    return steps.first { editDistance(Array(first.utf8), Array($0.utf8), atMost: 1) != nil }
      .map { "did you mean \"\($0)\"? A symptom stands in quotation marks" }
  }
}
