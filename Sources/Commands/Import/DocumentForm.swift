internal import Terminal

/// What a file is read as.
enum DocumentForm: String, CaseIterable {
  /// Cards that somebody wrote as cards: `Q:`, `A:`, `C:`.
  case deck
  /// A decision record.
  case record
  /// Free prose.
  case note
  /// A note that `explain` wrote, or that is written like one.
  case explanation
  /// A report of what went wrong once, or of several such things.
  case incident

  /// What a person may say that a file is.
  static func named(_ name: String) throws -> DocumentForm {
    guard let form = DocumentForm(rawValue: name), form != .explanation else {
      throw UsageError("--as is deck, record, note or incident, not \"\(name)\"")
    }
    return form
  }

  func counted(_ count: Int) -> String { "\(count) \(rawValue)\(count == 1 ? "" : "s")" }
}
