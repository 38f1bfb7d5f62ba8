internal import Reading
internal import Recall

/// An explanation on its way from memory: what has been told of each section, from the lines that were kept.
struct RecallSitting {
  /// As it stands in the database: the section's name, and what was typed. A name alone ends its section.
  enum Line: Equatable {
    case begun(Day)
    case said(ExplanationQuestion, String)
    case told(ExplanationQuestion)
    case helped

    var text: String {
      switch self {
      case .begun(let day): "day\t\(day.number)"
      case .said(let question, let words): "\(question.rawValue)\t\(words)"
      case .told(let question): question.rawValue
      case .helped: "?"
      }
    }

    init?(_ text: String) {
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      switch (parts.first, parts.count) {
      case ("?", 1): self = .helped
      case ("day", 2):
        guard let number = Int(parts[1]) else { return nil }
        self = .begun(Day(number))
      default:
        guard let question = parts.first.flatMap(ExplanationQuestion.init(rawValue:)) else { return nil }
        self = parts.count > 1 ? .said(question, parts[1]) : .told(question)
      }
    }
  }

  /// When it was begun.
  let day: Line
  private var lines: [Line]

  /// What was told before yesterday is told no more: it is another thing to know it today.
  init(_ lines: [String], on today: Day) {
    let lines = lines.compactMap(Line.init)
    guard case .begun(let day) = lines.first, today.number - day.number <= 1 else {
      self.day = .begun(today)
      self.lines = []
      return
    }
    self.day = .begun(day)
    self.lines = Array(lines.dropFirst())
  }

  var isEmpty: Bool { lines.isEmpty }
  /// With the day that stands before them.
  var count: Int { lines.count + 1 }
  var isHelped: Bool { lines.contains(.helped) }

  mutating func add(_ line: Line) { lines.append(line) }

  func isTold(_ question: ExplanationQuestion) -> Bool { lines.contains(.told(question)) }

  func text(_ question: ExplanationQuestion) -> String {
    lines.compactMap { line in
      if case .said(question, let words) = line { words } else { nil }
    }.joined(separator: "\n")
  }
}
