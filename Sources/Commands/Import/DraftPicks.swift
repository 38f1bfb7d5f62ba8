internal import Reading

/// What one document's drafts are to become, while the person makes up their mind.
struct DraftPicks {
  let reading: FileReading
  let drafts: [Draft]
  private(set) var isTicked: [Bool]
  private var words: [(prompt: String, answer: String)?]

  /// Good drafts are ticked to begin with.
  init(_ reading: FileReading) {
    self.reading = reading
    drafts = reading.proposed.map { reading.document.drafts[$0] }
    isTicked = drafts.map(Self.isGood)
    words = drafts.map { _ in nil }
  }

  private static func isGood(_ draft: Draft) -> Bool { draft.score >= RecordCollection.threshold }

  /// Whether it is ticked where it would not be, or the other way round.
  func isTurned(_ index: Int) -> Bool { isTicked[index] != Self.isGood(drafts[index]) }

  mutating func toggle(_ index: Int) { isTicked[index].toggle() }
  mutating func leaveAll() { isTicked = isTicked.map { _ in false } }

  /// Whoever edits a draft wants it.
  mutating func edit(_ index: Int, _ text: (prompt: String, answer: String)) {
    words[index] = text
    isTicked[index] = true
  }

  /// The words that count: the person's own, or the draft's.
  func text(_ index: Int) -> (prompt: String, answer: String) {
    words[index] ?? (drafts[index].prompt, drafts[index].answer)
  }

  var edited: [Draft] { drafts.indices.filter { words[$0] != nil }.map { drafts[$0] } }

  var choices: DraftChoices {
    var choices = DraftChoices()
    for (index, draft) in drafts.enumerated() {
      // A weak draft that nobody wants leaves no trace.
      if !isTicked[index], draft.score < RecordCollection.threshold { continue }
      let own = words[index].map { DraftChoices.Choice.edited(prompt: $0.prompt, answer: $0.answer) }
      choices.set(isTicked[index] ? own ?? .take : .leave, of: draft, in: reading.path)
    }
    return choices
  }
}
