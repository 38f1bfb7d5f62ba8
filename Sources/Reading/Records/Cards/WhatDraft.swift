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
    if decision.isPart {
      worth -= 0.45
      reasons.append(Self.onePart)
    }
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

  /// What stands first where it is decided can be how things are, a matter on the side, or the title again.
  private func doubt(_ decision: DecisionText, _ said: KeyWords) -> String? {
    let answer = decision.answer.text
    guard !phrasing.isOrder else { return nil }
    if said.count < 12, answer.hasWords(4), echoesTitle(answer), phrasing.maskedTopic(answer) == nil {
      return Self.saysTitleAgain
    }
    guard decision.chosen == nil else { return nil }
    if said.count < 12, saysTitle(answer) { return Self.saysTitleAgain }
    guard phrasing.isEnglish else { return nil }
    if decision.basis == .decision, case let part = part(decision.answer), !part.isFirst, part.share < 0.45,
      !DecisionFinder(record).decides(answer)
    {
      return Self.furtherDown
    }
    guard answer.hasWords(10), !answer.holds("\n- ") else { return nil }
    if DecidingForm.describes(Sentences.split(answer).first ?? answer) { return Self.describes }
    return said.count >= 12 && !namesTopic(answer) ? Self.besideTopic : nil
  }

  /// Whether a text has the beginning of any of the title's words: "config" for "configuration".
  private func namesTopic(_ text: String) -> Bool {
    let lower = text.lowercased()
    let words = Self.starts(of: record.title)
    return words.count < 2 || words.contains { lower.holds($0) }
  }

  /// "A `PolicyMonitor` component will be implemented" for the title "Policy monitor". Words for making and for parts tell
  /// nothing.
  private func saysTitle(_ text: String) -> Bool {
    let title = Self.starts(of: record.title)
    guard title.count > 1 else { return false }
    // "The harbour office will introduce berths": who does it tells nothing, either.
    let parts = [text.place(of: " will ").map { String(text[$0.upperBound...]) }, text].compactMap { $0 }
    return parts.contains { part in
      let said = Self.starts(of: part)
      return title.isSubset(of: said) && said.subtracting(title).subtracting(Self.making).count < 3
    }
  }

  /// "Break `Core` into libraries" for the title "Break up the Core project": a third of its words, and hardly another.
  private func echoesTitle(_ text: String) -> Bool {
    let title = Self.starts(of: record.title)
    let said = Self.starts(of: text)
    return title.count > 1 && title.intersection(said).count * 3 > title.count
      && said.subtracting(title).subtracting(Self.making).count < 3
  }

  /// The beginnings of the words that mean something; names are taken to pieces.
  private static func starts(of text: String) -> Set<String> {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for sign in text.unicodeScalars {
      let isLetter = sign.properties.isAlphabetic
      if !isLetter || wasSmall && sign.properties.isUppercase {
        words.append(word)
        word = ""
      }
      if isLetter { word.unicodeScalars.append(sign) }
      wasSmall = sign.properties.isLowercase
    }
    words.append(word)
    return Set(words.filter { KeyWords.key(of: $0) != 0 }.map { String($0.lowercased().prefix(4)) })
  }

  private static let making = Set(
    """
    impl intr prov crea add adde supp make made use usin used new exis exte comp syst appl proj feat mech adop stan libr acro
    tool choi chos sele
    """.spacedWords.map(String.init))
}
