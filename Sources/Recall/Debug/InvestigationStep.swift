/// One step of an investigation, as far as it may be shared: what was typed on the occasion is not in here.
package enum InvestigationStep: Equatable, Sendable {
  /// The symptom. Zero minutes: it was over already, and is only written down.
  case opened(minutes: Int)
  /// The part of the system, and a file, that it is about.
  case placed, filed
  /// A hypothesis, by its number from 1.
  case supposed(Int)
  /// How sure somebody is of it, 0 to 100. Nil where it was passed over.
  case weighed(Int, Int?)
  /// What would be seen if it were so.
  case expected(Int)
  /// What would rule it out.
  case refutable(Int)
  /// What did.
  case ruledOut(Int)
  case noted
  /// Without words it was passed over.
  case answered(InvestigationQuestion)
  /// Which hypothesis it was: 0 for none of them, nil where it was passed over.
  case matched(Int?)
  case helped(InvestigationHelp?, minutes: Int?)
  case solved, abandoned
}

// MARK: As text

extension InvestigationStep {
  /// How sure, which has a column of its own in the log.
  var confidence: Int? {
    if case .weighed(_, let confidence) = self { confidence } else { nil }
  }

  var text: String {
    switch self {
    case .opened(let minutes): "open \(minutes)"
    case .placed: "area"
    case .filed: "file"
    case .supposed(let number): "suppose \(number)"
    case .weighed(let number, _): "weigh \(number)"
    case .expected(let number): "expect \(number)"
    case .refutable(let number): "refute \(number)"
    case .ruledOut(let number): "rule-out \(number)"
    case .noted: "note"
    case .answered(let question): "answer \(question.rawValue)"
    case .matched(let number): "match \(number.map(String.init) ?? "-")"
    case .helped(let help, let minutes):
      "help \(help?.rawValue ?? "-")" + (minutes.map { " \($0)" } ?? "")
    case .solved: "solve"
    case .abandoned: "abandon"
    }
  }

  /// Nil where it is no step that this version knows.
  init?(_ text: String, confidence: Int?) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard let name = words.first, words.count <= (name == "help" ? 3 : 2) else { return nil }
    let second = words.count > 1 ? words[1] : nil
    let number = second.flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
    func numbered(_ step: (Int) -> InvestigationStep) -> InvestigationStep? {
      number.flatMap { $0 > 0 ? step($0) : nil }
    }
    let step: InvestigationStep?
    switch (name, second) {
    case ("open", _?): step = number.map { .opened(minutes: $0) }
    case ("area", nil): step = .placed
    case ("file", nil): step = .filed
    case ("suppose", _?): step = numbered { .supposed($0) }
    case ("weigh", _?):
      guard confidence.map({ (0...100).contains($0) }) ?? true else { return nil }
      step = numbered { .weighed($0, confidence) }
    case ("expect", _?): step = numbered { .expected($0) }
    case ("refute", _?): step = numbered { .refutable($0) }
    case ("rule-out", _?): step = numbered { .ruledOut($0) }
    case ("note", nil): step = .noted
    case ("answer", let name?): step = InvestigationQuestion(rawValue: name).map { .answered($0) }
    case ("match", "-"): step = .matched(nil)
    case ("match", _?): step = number.map { .matched($0) }
    case ("help", let who?):
      let help = InvestigationHelp(rawValue: who)
      let minutes = words.count > 2 ? Int(words[2]) : nil
      guard help != nil || who == "-", words.count < 3 || minutes.map({ $0 >= 0 }) == true else { return nil }
      step = .helped(help, minutes: minutes)
    case ("solve", nil): step = .solved
    case ("abandon", nil): step = .abandoned
    default: step = nil
    }
    guard let step else { return nil }
    self = step
  }

  /// As `undo` tells it.
  package var name: String {
    switch self {
    case .opened: "opened"
    case .placed: "area"
    case .filed: "file"
    case .supposed(let number): "hypothesis \(number)"
    case .weighed(let number, let confidence):
      "sure of hypothesis \(number)" + (confidence.map { ": \($0) %" } ?? "")
    case .expected(let number): "what hypothesis \(number) would show"
    case .refutable(let number): "what would rule out hypothesis \(number)"
    case .ruledOut(let number): "ruled out hypothesis \(number)"
    case .noted: "note"
    case .answered(let question): "answer: \(question.rawValue)"
    case .matched(let number):
      switch number {
      case nil: "which it was: passed over"
      case 0?: "it was none of the hypotheses"
      case let number?: "it was hypothesis \(number)"
      }
    case .helped(let help, _): "help: \(help?.name ?? "passed over")"
    case .solved: "solved"
    case .abandoned: "abandoned"
    }
  }
}
