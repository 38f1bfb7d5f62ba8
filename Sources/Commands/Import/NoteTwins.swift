internal import Reading
internal import Storage

/// Finds drafts of notes that ask what is asked already, by another file of the batch or by a known card.
struct NoteTwins {
  private let database: Database
  private let project: Project?
  private var asked: Set<String> = []

  init(_ database: Database, _ project: Project?) {
    self.database = database
    self.project = project
  }

  /// Takes them out of a note, and remembers what the others ask.
  mutating func leaveOut(of reading: inout FileReading) throws {
    let isNote = reading.isNote
    var kept: [Int] = []
    for (index, draft) in reading.document.drafts.enumerated() {
      let question = QuestionWords.of(draft.prompt)
      let isNew = reading.matches[index] == nil
      let isTwin =
        isNote && isNew
        ? try asked.contains(question) || isKnown(question, besides: reading.source?.id) : false
      if !isTwin { kept.append(index) }
      asked.insert(question)
    }
    guard kept.count < reading.document.drafts.count else { return }
    reading.keep(kept)
    reading.dependsOnOthers = true
  }

  private func isKnown(_ question: String, besides source: Int?) throws -> Bool {
    try database.cards.prompts(withWords: question, project: project?.id, besides: source)
      .contains { QuestionWords.of($0) == question }
  }
}
