internal import Reading

/// What a person decided on the drafts that were shown to them, by file and by words. What was not shown is taken.
struct DraftChoices {
  enum Choice: Equatable {
    case take
    case leave
    case edited(prompt: String, answer: String)
  }

  private struct Key: Hashable {
    let path: String
    let prompt: String
    let answer: String
  }

  private var choices: [Key: Choice] = [:]

  mutating func set(_ choice: Choice, of draft: Draft, in path: String) {
    choices[Key(path: path, prompt: draft.prompt, answer: draft.answer)] = choice
  }

  /// Somebody asked for it, however weak it is.
  func wants(_ draft: Draft, in path: String) -> Bool {
    guard let choice = choices[Key(path: path, prompt: draft.prompt, answer: draft.answer)] else {
      return false
    }
    return choice != .leave
  }

  func choice(of draft: Draft, in path: String) -> Choice {
    choices[Key(path: path, prompt: draft.prompt, answer: draft.answer)] ?? .take
  }
}
