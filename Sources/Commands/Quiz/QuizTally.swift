internal import Recall

/// What happened in a session, for its end. Nothing in it is a verdict on the person.
struct QuizTally {
  private(set) var answers: [(card: CardID, prompt: String, grade: Grade, confidence: Int?)] = []

  mutating func add(_ card: Card, _ grade: Grade, confidence: Int?) {
    answers.append((card.id, card.text.prompt, grade, confidence))
  }

  /// Something was looked at that has no answer.
  private(set) var others = 0
  mutating func pass() { others += 1 }

  /// All that was asked.
  var count: Int { answers.count + others }

  mutating func removeLast() {
    _ = answers.popLast()
  }

  var isEmpty: Bool { answers.isEmpty }
  var recalled: Int { answers.count { $0.grade.isRecalled } }

  /// `17 answered, 13 recalled (76 %)`
  var sentence: String {
    let share = answers.isEmpty ? 0 : (recalled * 100 + answers.count / 2) / answers.count
    return "\(answers.count) answered, \(recalled) recalled (\(share) %)"
  }

  /// How sure against how it went, from ten answers on; below that nothing can be said.
  var calibration: String? {
    let sure = answers.compactMap { answer in
      answer.confidence.map { (confidence: $0, answer.grade.isRecalled) }
    }
    guard sure.count >= Retention.least else { return nil }
    let meant = sure.reduce(0) { $0 + $1.confidence } / sure.count
    let right = sure.count { $0.1 } * 100 / sure.count
    let word =
      switch meant - right {
      case 16...: "too sure"
      case 6...15: "a little too sure"
      case -5...5: "about as sure as right"
      case -15 ... -6: "a little too modest"
      default: "too modest"
      }
    return "Sure \(meant) %, right \(right) % (n = \(sure.count)): \(word)."
  }

  /// The cards that failed, most failures first.
  var hardest: [String] {
    var failures: [String: Int] = [:]
    for answer in answers where !answer.grade.isRecalled { failures[answer.prompt, default: 0] += 1 }
    return failures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3).map(\.key)
  }
}
