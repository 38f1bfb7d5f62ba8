internal import Recall

/// The question for what was decided.
extension RecordDrafts {
  func what(_ decision: DecisionText) -> Draft? {
    let said = KeyWords.of(decision.answer.text)
    guard let question = phrasing.what(answer: decision.answer.text, said) else { return nil }
    let (score, reason) =
      switch decision.basis {
      case .decision: (0.9, "stands under the decision")
      case .proposal: (0.75, "stands under the proposal")
      case .sentence: (0.45, "a sentence that decides")
      case .childHeadings: (0.45, "the headings below the decision")
      }
    // What says the title again in other words is no answer.
    let fresh = said.count - said.shared(with: KeyWords.of(question))
    let share = Double(titleWords.shared(with: said)) / Double(max(1, titleWords.count))
    if phrasing.isOrder {
      if question == phrasing.inFull() {
        if fresh < 8 { return nil }
      } else if decision.chosen == nil, fresh < 4 {
        return nil
      }
      // What an order in the title means in full speaks of the same things; else it is about something else.
      if decision.chosen == nil, said.shared(with: titleWords) == 0 { return nil }
    } else if fresh < (decision.chosen == nil || share >= 0.6 || fresh * 5 <= said.count * 2 ? 3 : 1) {
      return nil
    }
    var (worth, reasons) = (score, [reason])
    if let doubt = doubt(decision, said) {
      worth -= 0.45
      reasons.append(doubt)
    }
    // Next to a title that decides, or that tells at length, little is left to say.
    let isTold = phrasing.isOrder ? question == phrasing.inFull() && fresh < 16 : titleWords.count >= 6
    if isTold {
      return draft(
        .what, question, decision.answer.text, decision.answer.line, min(worth, 0.45),
        reasons + ["the title says what was decided"], said)
    }
    return draft(.what, question, decision.answer.text, decision.answer.line, worth, reasons, said)
  }

  /// What stands first where it is decided can be how things are, or a matter on the side.
  private func doubt(_ decision: DecisionText, _ said: KeyWords) -> String? {
    let answer = decision.answer.text
    guard phrasing.isEnglish, decision.chosen == nil, !phrasing.isOrder, answer.hasWords(10),
      !answer.holds("\n- ")
    else { return nil }
    if DecidingForm.describes(Sentences.split(answer).first ?? answer) { return Self.describes }
    return said.count >= 12 && !namesTopic(answer) ? Self.besideTopic : nil
  }

  /// Whether a text has the beginning of any of the title's words: "config" for "configuration".
  private func namesTopic(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = record.title.lowercased().split { !$0.isLetter && !$0.isNumber }
      .filter { KeyWords.key(of: String($0)) != 0 }
    return words.count < 2 || words.contains { lower.holds(String($0.prefix(4))) }
  }
}
