/// "We go with option 2": what that one is called is what was decided.
extension DecisionFinder {
  func named(_ found: DecisionText) -> DecisionText {
    let text = found.answer.text
    guard found.chosen == nil, found.basis == .decision, !text.holds("\n") else { return found }
    for sentence in Sentences.split(text).prefix(2) {
      let labels = NumberedOptions.mentions(in: sentence)
      guard let label = labels.first?.label, labels.allSatisfy({ $0.label == label }), takes(sentence),
        let title = title(of: label)
      else { continue }
      return DecisionText(
        answer: title, chosen: title.text,
        reason: found.reason ?? because(in: sentence, found.answer.line), basis: found.basis)
    }
    return found
  }

  /// "Option 4: use the old crane" as the only one that stands under the decision.
  func labelledAlone(
    _ words: Inline, _ line: Int, _ blocks: [Block], _ children: [Section], _ basis: DecisionText.Basis
  ) -> DecisionText? {
    func isLabelled(_ block: Block) -> Bool {
      if case .paragraph(let words, _) = block { NumberedOptions.label(words.flat) != nil } else { false }
    }
    guard isLabelled(.paragraph(words, line: line)), blocks.count(where: isLabelled) == 1,
      !children.contains(where: { NumberedOptions.label($0.title.flat) != nil }),
      let first = Sentences.split(words.flat).first, !Self.leaving.isIn(anyCase: first),
      case let name = OptionList.name(first), name.hasWords(2), !name.hasWords(25)
    else { return nil }
    return DecisionText(
      answer: Passage(text: name, line: line), chosen: name, reason: because(in: first, line), basis: basis)
  }

  private func takes(_ sentence: String) -> Bool {
    // "Option 2." alone, under the decision, is taken.
    (isDeciding(sentence) || Self.taking.isIn(anyCase: sentence) || !sentence.hasWords(4))
      && !Self.leaving.isIn(anyCase: sentence)
  }

  private static let taking = PhraseList([
    "chosen", "chose ", "take ", "go with", "going with", "proceed with", "select", "choosing", "opted",
    "adopt",
    "decided",
    "choisi",
    "retenu", "gewählt", "entschieden", "elegid", "elegim", "escolh",
  ])

  private static let leaving = PhraseList([
    " not ", "n't ", "reject", "instead of", " over ", "against", " than ", "combin", "favour of", "favor of",
    "supersed",
    " pas ", "plutôt", " nicht ", " no ", " não ",
  ])

  /// The name that stands behind the same label where the options are told.
  private func title(of label: NumberedOptions.Label) -> Passage? {
    for part in record.parts where NumberedOptions.label(part.section.title.flat) == label {
      let name = OptionList.name(part.section.title.flat)
      if name.utf8.count > 1, !Templates.isTemplateText(name) {
        return Passage(text: name, line: part.section.line)
      }
    }
    for case .list(let items, let isOrdered, _) in record.sections(.options).flatMap(\.blocks) {
      for (index, item) in items.enumerated() {
        guard case .paragraph(let words, let line)? = item.blocks.first else { continue }
        let isMeant =
          NumberedOptions.label(words.flat) == label || isOrdered && label.number == String(index + 1)
        let name = OptionList.name(Sentences.split(words.flat).first ?? words.flat)
        if isMeant, name.utf8.count > 1, !name.hasWords(20) { return Passage(text: name, line: line) }
      }
    }
    return nil
  }
}
