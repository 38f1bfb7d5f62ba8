internal import Recall

/// What the fields in the front matter of an investigation's note can say. The log knows all of them, so
/// nonsense in them is passed over, and told.
enum InvestigationField: String, CaseIterable {
  case id, date, opened, minutes, closed, help
  case helpAfter = "help-after"
  case steps

  private var wanted: String {
    switch self {
    case .id: "\(CardID.length) letters and digits, as `debug status --json` tells them"
    case .date: "a day such as 2026-03-02"
    case .opened, .closed: "a time such as 2026-03-02T10:00:00Z"
    case .minutes: "a number of minutes from 1 to 1440"
    case .help: "alone, colleague or ai"
    case .helpAfter: "a number of minutes"
    case .steps: "a number"
    }
  }

  private func holds(_ said: String) -> Bool {
    switch self {
    case .id: said.count == CardID.length && said.allSatisfy(CardID.alphabet.contains)
    case .date: IncidentTitle.day(said) != nil
    case .opened, .closed:
      Moment(rfc3339: said, localOffset: { _ in 0 }) != nil || IncidentTitle.day(said) != nil
    case .minutes: Int(said).map { (1...1440).contains($0) } ?? false
    case .help: InvestigationHelp(rawValue: said.lowercased()) != nil
    case .helpAfter, .steps: Int(said).map { $0 >= 0 } ?? false
    }
  }

  /// Nil where it says what it can say.
  func finding(_ said: String, line: Int) -> Finding? {
    guard !holds(said) else { return nil }
    return Finding(
      line: line,
      message: "`\(rawValue)` is \(wanted), not \"\(said)\"; it was passed over")
  }
}
