/// Decisions of records that have no section for them.
extension DecisionFinder {
  /// "We will …" anywhere but among options and asides.
  func decidingSentence() -> DecisionText? {
    let blocks =
      record.opening
      + record.parts.filter { $0.role != .aside && $0.role != .options && $0.role != .rejected }
      .flatMap(\.section.blocks)
    for decides in [isDeciding, saysDecided] {
      for case .paragraph(let words, let line) in blocks {
        for sentence in Sentences.split(words.flat)
        where decides(sentence) && !sentence.hasSuffix(":") && points.isSaying(sentence) {
          return DecisionText(answer: Passage(text: Points.shortened(sentence), line: line), basis: .sentence)
        }
      }
    }
    return nil
  }

  /// "After a month of logging we decided to …": the words for it, anywhere. "We use" would say too little there.
  private func saysDecided(_ sentence: String) -> Bool {
    let plain = PlainWords.unaccented(sentence)
    return record.names.language.deciding.contains { words in
      ["decid", "entschieden", "beschlossen"].contains { words.contains($0) } && plain.contains(" \(words) ")
    }
  }
}
