/// How much of a paragraph tells a decision, and where that begins.
extension DecisionFinder {
  /// A first sentence that is short or only says the title again is told with what comes after it.
  func told(_ found: DecisionText, before rest: [Block]) -> DecisionText {
    guard found.answer.text.last.map({ ".!?”)".contains($0) }) == true else { return found }
    let said = KeyWords.of(found.answer.text)
    let words = found.answer.wordCount
    guard words < 12 || said.count - said.shared(with: titleWords) < 5 || isTitle(said) && words < 30
    else { return found }
    var longer = found
    for case .paragraph(let words, _) in rest.prefix(1)
    where !Points.isLinkOnly(words) && !isOther(words.flat) {
      guard let more = points.beginning(words.text), points.isSaying(more),
        found.answer.wordCount + more.wordCount <= Points.mostWords
      else { continue }
      longer.answer.text += " " + more
    }
    return longer
  }

  /// Where the first sentence only says the title again, there is more room for what comes after it.
  func beginning(_ sentences: [String]) -> String? {
    let sentences = fromDeciding(sentences)
    guard sentences.count > 1, isTitle(KeyWords.of(sentences[0])) else {
      return points.beginning(sentences, upTo: Points.mostWords)
    }
    let text = points.beginning(sentences, upTo: Points.mostWords)
    guard text == sentences[0], !record.names.words.leans(sentences[1]) else { return text }
    return points.beginning(Array(sentences.dropFirst()), upTo: Points.mostWords)
  }

  /// Without what only tells how things are, where a sentence behind it decides and needs nothing of that.
  private func fromDeciding(_ sentences: [String]) -> [String] {
    guard record.language == "en", sentences.count > 1, DecidingForm.describes(sentences[0]),
      let at = sentences.indices.dropFirst().first(where: {
        (isDeciding(sentences[$0]) || DecidingForm.demands(sentences[$0]))
          && !record.names.words.leans(sentences[$0])
          && !LanguageWords.pointsBack(sentences[$0]) && !sentences[$0].hasSuffix(":")
      })
    else { return sentences }
    return Array(sentences[at...])
  }

  /// Whether a sentence of such words holds most of the title's.
  private func isTitle(_ said: KeyWords) -> Bool {
    titleWords.count > 1 && Double(titleWords.shared(with: said)) >= 0.66 * Double(max(1, titleWords.count))
  }
}
