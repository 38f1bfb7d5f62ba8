/// What became of a decision, where its record says so: behind the word for its status, in a box above everything, or
/// under a heading of its own.
struct Epitaph {
  let record: DecisionRecord

  init(_ record: DecisionRecord) {
    self.record = record
  }

  var passage: Passage? {
    let later = record.parts.filter { Self.heading.begins(anyCase: $0.section.title.flat) }
    let places = [record.statusBlocks, later.flatMap(\.section.blocks)]
    for blocks in places {
      if let said = said(in: blocks) { return said }
    }
    let boxed = record.opening.filter { block in
      guard case .paragraph(let words, _) = block else { return false }
      return Self.ending.begins(anyCase: words.flat)
    }
    return said(in: boxed)
  }

  private func said(in blocks: [Block]) -> Passage? {
    let points = Points(record.names)
    for case .paragraph(let words, let line) in blocks {
      let sentences = Sentences.split(words.flat)
      let told = sentences.enumerated().compactMap { index, sentence in
        index == 0 ? behindStatus(sentence) : sentence
      }
      .filter { !Self.naming.begins(anyCase: $0) }
      guard let first = told.first, !record.names.words.leans(first), !LanguageWords.pointsBack(first),
        let text = points.beginning(told, upTo: Points.mostWords), text.hasWords(8), points.isSaying(text)
      else { continue }
      return Passage(text: text.capitalizedStart, line: line)
    }
    return nil
  }

  /// "Superseded — the move is complete." without the word, and nothing where there is only that, or where it tells of
  /// the time before: "Accepted by the board". A sentence that begins with another word is whole.
  private func behindStatus(_ sentence: String) -> String? {
    guard Self.ending.begins(anyCase: sentence) else {
      return record.names.states.status(sentence) == nil ? sentence : nil
    }
    for sign in [" — ", " – ", " - ", ": "] {
      guard let range = sentence.place(of: sign),
        sentence[..<range.lowerBound].split(separator: " ", omittingEmptySubsequences: true).count <= 5
      else { continue }
      return String(sentence[range.upperBound...])
    }
    return nil
  }

  private static let ending = PhraseList([
    "deprecated", "superseded", "superceded", "obsolete", "replaced", "retired", "withdrawn",
  ])
  /// Which record it is, and that it is kept, tells nothing of what became of it.
  private static let naming = PhraseList([
    "superseded by", "superceded by", "replaced by", "deprecated by", "see ", "this adr ", "this record ",
    "it has been retained", "it is retained", "for details", "for more",
  ])
  private static let heading = PhraseList([
    "deprecat", "superse", "superce", "reversal", "revert", "why it was deprecated", "why deprecated",
    "why superseded", "retire",
  ])
}
