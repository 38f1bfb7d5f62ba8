/// Decisions that stand in short paragraphs of their own.
extension DecisionFinder {
  /// "Manage versions with pyenv.", and in the next paragraph "Define tests with nox.": the first of them alone would be
  /// a part that is told as the whole.
  func several(_ blocks: [Block], _ basis: DecisionText.Basis) -> DecisionText? {
    guard record.language == "en", (2...Self.mostOfThem).contains(blocks.count) else { return nil }
    var said: [Passage] = []
    for block in blocks {
      guard case .paragraph(let words, let line) = block, case let text = words.flat, !text.hasWords(30),
        Verbs.begins(text) || isDeciding(text) || DecidingForm.demands(text),
        !record.names.words.leans(text), !LanguageWords.pointsBack(text), points.isSaying(text),
        text.hasSuffix(".") || Phrasing.isOrder(text)
      else { return nil }
      said.append(Passage(text: text, line: line))
    }
    guard said.reduce(0, { $0 + $1.wordCount }) <= Points.mostWords else { return nil }
    let list = said.map { "- " + $0.text }.joined(separator: "\n")
    return DecisionText(answer: Passage(text: list, line: said[0].line), basis: basis)
  }

  /// "**We will check the weights at the gate**", with what that means below it: a heading that decides is told before
  /// what stands above it.
  func boldDecisions(_ section: Section, _ basis: DecisionText.Basis) -> DecisionText? {
    let said = section.children.filter { child in
      let text = child.title.flat
      return isDeciding(text) && !text.hasWords(30) && !LanguageWords.pointsBack(text)
        && !record.names.words.leans(text)
    }
    // What decides above them is the whole of it.
    guard !said.isEmpty, said.count <= Self.mostOfThem, !section.blocks.contains(where: decidesAbove),
      let first = said.first
    else { return nil }
    let text = said.map(\.title.flat)
    return DecisionText(
      answer: Passage(
        text: text.count == 1 ? text[0] : text.map { "- " + $0 }.joined(separator: "\n"), line: first.line),
      basis: basis)
  }

  private func decidesAbove(_ block: Block) -> Bool {
    switch block {
    case .paragraph(let words, _): decides(words.flat)
    case .list: true
    default: false
    }
  }

  private static let mostOfThem = 5
}
