/// Decisions that stand in what a paragraph leads to.
extension DecisionFinder {
  /// Lead-ins need what they lead to. A list of what was weighed is no decision.
  func led(
    _ sentences: [String], _ last: String, to next: Block?, _ line: Int, _ basis: DecisionText.Basis
  ) -> DecisionText? {
    let weighs = Self.weighing.isIn(anyCase: last)
    // "It was decided because:" decides, and leads to the reasons.
    if let because = decidedBecause(last), points.isSaying(because) {
      var reason: Passage?
      if case .list(let items, _, let line)? = next {
        reason = points.joined(points.items(items), most: 3).map { Passage(text: $0.text, line: line) }
      }
      return DecisionText(answer: Passage(text: because, line: line), reason: reason, basis: basis)
    }
    if !weighs, isDeciding(last), !Self.ofText.isIn(anyCase: last), case .list(let items, _, _)? = next,
      let names = Self.names(items)
    {
      return DecisionText(answer: Passage(text: last + "\n" + names, line: line), basis: basis)
    }
    if !weighs, case .list(let items, let isOrdered, _)? = next,
      case let said = points.items(items),
      var list = points.joined(said, most: isOrdered ? 7 : 3),
      !isOrdered || !list.text.hasSuffix(Points.more)
    {
      // What says too little to be told alone is left out, and that is shown.
      if said.count < items.count, !list.text.hasSuffix(Points.more) {
        list.text = (list.text.hasPrefix("- ") ? list.text : "- " + list.text) + Points.more
      }
      let lead =
        sentences.count == 1 || last.wordCount >= 5
        ? last : sentences.suffix(2).joined(separator: " ")
      if lead.wordCount <= 4, sentences.count == 1,
        PlainWords.normalized(lead).wordCount <= 2
      {
        return DecisionText(answer: Passage(text: list.text, line: line), basis: basis)
      }
      let items = list.text.hasPrefix("- ") ? list.text : "- " + list.text
      return DecisionText(
        answer: Passage(text: "\(Points.shortened(lead))\n\(items)", line: line), basis: basis)
    }
    // "Until somebody needs it:" with the rule in a paragraph of its own.
    if case .paragraph(let words, _)? = next, !weighs, !record.names.words.leans(last),
      let rule = points.beginning(words.flat), last.wordCount + rule.wordCount <= Points.mostWords,
      points.isSaying(rule), last.wordCount >= 4
    {
      return DecisionText(answer: Passage(text: last + " " + rule, line: line), basis: basis)
    }
    if sentences.count > 1, let text = points.beginning(sentences.dropLast().joined(separator: " ")),
      points.isSaying(text)
    {
      return DecisionText(answer: Passage(text: text, line: line), basis: basis)
    }
    return nil
  }

  /// "We will define it in four sections:"
  private static let ofText = PhraseList(["section", "chapter", "step", "phase"])

  /// "We will build with these: oak, steel." Names say nothing alone, and all behind such a sentence.
  private static func names(_ items: [ListItem]) -> String? {
    let names = items.compactMap { item -> String? in
      guard item.blocks.count == 1, case .paragraph(let words, _)? = item.blocks.first,
        !words.flat.hasWords(3)
      else { return nil }
      return "- " + words.flat
    }
    return (2...6).contains(names.count) && names.count == items.count ? names.joined(separator: "\n") : nil
  }

  private func decidedBecause(_ lead: String) -> String? {
    for word in record.names.language.plainBecause {
      guard lead.lowercased().hasSuffix(" \(word):") else { continue }
      let text = String(lead.dropLast(word.count + 2)).trimmed
      return text.wordCount >= 5 ? text.trimmingPunctuation : nil
    }
    return nil
  }
}
