/// Why a decision was taken: what its author gives as the reason, or else the situation that led to it.
struct Reasons {
  let record: DecisionRecord
  let points: Points

  init(_ record: DecisionRecord) {
    self.record = record
    points = Points(record.names)
  }

  /// What is said of it, for a record that has no sections.
  func opening() -> Passage? {
    mostTelling(
      points.all(
        record.opening
          + record.parts.filter { $0.role == nil && $0.around == nil }.flatMap(\.section.blocks)))
  }

  /// Anything that stands in a section about the decision itself.
  func anything() -> Passage? {
    let own = record.parts.filter { $0.role != .aside && $0.around != .aside }
    // What is said of an option is the record's only where there is nothing else.
    let settled = own.filter { part in
      ![.options, .rejected].contains(part.role) && ![.options, .rejected].contains(part.around)
    }
    return mostTelling(points.all(settled.flatMap(\.section.blocks)))
      ?? mostTelling(points.all(own.flatMap(\.section.blocks)))
  }

  /// Near the beginning, what tells most and can stand alone; anything, where there is nothing like it.
  private func mostTelling(_ said: [Passage]) -> Passage? {
    let able = said.prefix(4).enumerated().filter { _, passage in
      passage.wordCount >= 10 && passage.text.first?.isUppercase == true && !leans(passage.text)
        && !LanguageWords.pointsBack(passage.text)
        && !Self.note.begins(unaccented: passage.text)
    }
    let best = able.max {
      telling($0.element.text) - $0.offset < telling($1.element.text) - $1.offset
    }
    return best?.element ?? said.first { $0.wordCount >= 8 } ?? said.first { $0.wordCount >= 3 }
  }

  func drivers() -> Passage? {
    for section in record.sections(.drivers) {
      for case .list(let items, _, _) in section.blocks {
        let said = points.items(items)
        if (2...4).contains(said.count), said.count == items.count, let answer = points.joined(said, most: 4),
          answer.text.split(separator: "\n").count == said.count
        {
          return answer
        }
      }
    }
    return nil
  }

  /// A sentence that begins with "This" or "However" needs the one before it.
  func leans(_ sentence: String) -> Bool {
    record.names.words.leans(sentence)
  }

  /// That something had to be decided is no reason for what was.
  static let circular = PhraseList([
    "need to decide", "needs to decide", "have to decide", "should discuss", "need to choose",
    "have to choose", "want to decide",
    "must decide", "to be decided", "decide whether", "ideally", "to be considered", "resulting from",
    "decide which",
  ])
  static let note = PhraseList([
    "note that", "note:", "warning", "deprecated", "this page", "in this document",
  ])
}
