/// Questions that tell the decision before they ask what follows from it: where the title only names a topic, nobody
/// knows otherwise which decision is meant.
extension Phrasing {
  /// "On “Berths” we decided: “…”."
  func told(_ decision: DecisionText?) -> String? {
    guard isEnglish || !isOpen, order == nil, !title.hasSuffix("?"), let decision, !decision.isPart else {
      return nil
    }
    if let chosen = decision.chosen {
      guard !chosen.hasWords(15), KeyWords.share(of: KeyWords.of(chosen), in: titleWords) < 0.6 else {
        return nil
      }
      return isOpen
        ? "\(quoted) proposes \(Self.quoted(chosen, language))." : filled(questions.chose, chosen)
    }
    guard decision.basis == .decision, var said = deciding(decision.answer.text), said.hasWords(4),
      !said.hasWords(Self.mostWords - quoted.wordCount), !LanguageWords.pointsBack(said), !words.leans(said),
      !Self.unfit.isIn(LanguageWords.spaced(said)),
      KeyWords.share(of: titleWords, in: KeyWords.of(said)) < 0.7
    else { return nil }
    if said.hasSuffix(".") { said.removeLast() }
    if isOpen { return "\(quoted) proposes: \(Self.quoted(said, language))." }
    // "We decided: “We have decided …”" stammers.
    return Self.saying.isIn(LanguageWords.spaced(said))
      ? "\(quoted) says: \(Self.quoted(said, language))." : filled(questions.told, said)
  }

  /// Of the title and the decision together: nobody reads on to the question behind more than that.
  private static let mostWords = 38

  /// The sentence that decides: of several the first one, where it says by itself what is to be.
  private func deciding(_ text: String) -> String? {
    guard !text.holds("\n") else { return nil }
    let sentences = Sentences.split(text)
    guard sentences.count > 1, let first = sentences.first else { return sentences.first }
    guard isEnglish else { return nil }
    // What is not done is seldom the whole of it.
    guard !KeyWords.isNegated(first) else { return nil }
    return DecidingForm.demands(first) || Self.intending.begins(LanguageWords.spaced(first)) ? first : nil
  }

  private static let intending = PhraseList([
    " we will ", " we'll ", " we’ll ", " we use ", " we have decided ", " we've decided ", " we decided ",
    " we chose ",
    " we agreed ", " we are going ", " we should ", " we shall ", " the team decided ", " we want to ",
  ])

  private static let saying = PhraseList(words: ["decided", "decision", "chosen", "chose", "agreed"])

  private static let unfit = PhraseList(words: [
    "option", "options", "currently", "reasons", "following", "has been", "have been", "was", "were", "also",
    "above",
    "below", "this adr", "this record", "this proposal", "this document", "is an attempt", "described",
    "section",
  ])

  func cost(of told: String, isRisk: Bool = false) -> String {
    if isRisk, isEnglish { return "\(told) Which risks \(isOpen ? "would come" : "come") with it?" }
    return "\(told) \(isOpen ? "What would that cost us?" : questions.thenCost)"
  }

  func why(of told: String, isMany: Bool) -> String {
    "\(told) \(isMany && !isOpen && isEnglish ? "Name two reasons." : questions.thenWhy)"
  }

  func changed(by told: String, isMany: Bool) -> String {
    guard isEnglish else { return "\(told) \(questions.thenChanged)" }
    return switch (isMany, isOpen) {
    case (true, true): "\(told) Name two things that would follow."
    case (true, false): "\(told) Name two things that follow from it."
    case (false, true): "\(told) What would follow?"
    case (false, false): "\(told) \(questions.thenChanged)"
    }
  }
}
