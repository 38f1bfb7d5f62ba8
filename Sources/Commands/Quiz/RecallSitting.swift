internal import Reading

/// An explanation on its way from memory: what has been told of each section, from the lines that were kept.
struct RecallSitting {
  /// As it stands in the database: the section's name, and what was typed. A name alone ends its section.
  enum Line: Equatable {
    case said(ExplanationQuestion, String)
    case told(ExplanationQuestion)
    case helped

    var text: String {
      switch self {
      case .said(let question, let words): "\(question.rawValue)\t\(words)"
      case .told(let question): question.rawValue
      case .helped: "?"
      }
    }

    init?(_ text: String) {
      if text == "?" {
        self = .helped
        return
      }
      let parts = text.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard let question = parts.first.flatMap({ ExplanationQuestion(rawValue: String($0)) }) else {
        return nil
      }
      self = parts.count > 1 ? .said(question, String(parts[1])) : .told(question)
    }
  }

  private var lines: [Line]

  init(_ lines: [String]) {
    self.lines = lines.compactMap(Line.init)
  }

  var isEmpty: Bool { lines.isEmpty }
  var count: Int { lines.count }
  var isHelped: Bool { lines.contains(.helped) }

  mutating func add(_ line: Line) { lines.append(line) }

  func isTold(_ question: ExplanationQuestion) -> Bool { lines.contains(.told(question)) }

  func text(_ question: ExplanationQuestion) -> String {
    lines.compactMap { line in
      if case .said(question, let words) = line { words } else { nil }
    }.joined(separator: "\n")
  }
}
