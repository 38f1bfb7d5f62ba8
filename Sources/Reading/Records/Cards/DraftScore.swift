internal import Recall

/// What a draft is worth, and why.
extension RecordDrafts {
  /// `said` are the answer's key words where somebody has them already.
  func draft(
    _ kind: CardKind, _ prompt: String, _ answer: String, _ line: Int, _ base: Double, _ reasons: [String],
    _ said: KeyWords? = nil
  ) -> Draft? {
    var score = base
    var reasons = reasons
    func weigh(_ amount: Double, _ reason: String) {
      score += amount
      reasons.append(reason)
    }
    let words = answer.wordCount
    if kind != .replaced {
      if words < 3 && kind != .what { return nil }
      if words < 5 && kind != .what { weigh(-0.15, "very short") }
      if Self.elsewhere.isIn(anyCase: answer) { weigh(-0.45, "only says where it is written") }
      // "Here" was a link, and is none any more.
      if words < 25, Self.here.isIn(anyCase: answer) || answer.suffix(5).lowercased() == " here" {
        weigh(-0.45, "points at something that is not here")
      }
      if Self.holdsBareLabel(answer), kind != .what || !NumberedOptions.explainsItself(answer) {
        weigh(words < 20 ? -0.5 : kind == .what ? -0.45 : -0.4, Self.labelled)
      }
      // What matters stands where the address leads.
      if words < 12, answer.holds("://") { weigh(-0.3, "points at something that is not here") }
      if Points.goesOn(answer) {
        if !String(answer.dropLast(Points.more.count)).holds("\n") { weigh(-0.3, "one of many") }
        weigh(kind == .what ? -0.35 : kind == .rejected ? -0.1 : kind == .changed ? -0.1 : -0.2, Self.goesOn)
      }
      if kind == .what, answer.split(separator: "\n").count(where: { $0.hasPrefix("- ") }) > 4 {
        weigh(-0.45, Self.several)
      }
      if kind == .why, words < 12 {
        weigh(words < 8 && record.names.words.leans(answer) ? -0.4 : -0.2, "a short reason")
      }
      if words > Points.mostWords + 20 { weigh(-0.1, "long") }
      if record.names.words.leans(answer) {
        weigh(
          kind == .changed ? -0.25 : kind == .what ? -0.45 : -0.1,
          Self.leaning)
      }
      if kind == .rejected, Self.ofACase.isIn(anyCase: answer) {
        weigh(-0.3, "speaks of a case that is not told")
      }
      // A name for a topic does not tell what is to follow from it.
      if kind == .changed || kind == .why, !phrasing.isOrder, standing.state.status?.isOpen == true,
        titleWords.count < 4, base < 0.8
      {
        weigh(-0.3, "the title names a topic and no choice")
      }
      if kind == .changed, !answer.holds(UInt8(ascii: "\n")), Self.ofRecord.isIn(anyCase: answer) {
        weigh(-0.3, "speaks of the record or of how it came")
      }
      if kind == .changed, !phrasing.isOrder, words < 20, !answer.holds(UInt8(ascii: "\n")) {
        weigh(-0.2, "one short consequence of a broad topic")
      }
      let said = said ?? KeyWords.of(answer)
      let asked = KeyWords.of(prompt)
      let known = said.shared(with: asked)
      let leak = said.isEmpty ? 1 : Double(known) / Double(said.count)
      if leak >= 0.75 { return nil }
      // "Scan attachments": "attachments are now scanned for viruses" tells one word.
      if kind != .what, known > 0, said.count - known < (kind == .rejected ? 2 : 3) { return nil }
      if leak >= 0.5 { weigh(-0.2, "much of it stands in the question") }
      // Whoever reads the title guesses most of it.
      if kind == .changed, !answer.holds(UInt8(ascii: "\n")),
        case let ofTitle = said.shared(with: titleWords),
        case let fresh = said.count - ofTitle, fresh < 9 || fresh < 12 && ofTitle * 5 >= said.count
      {
        weigh(-0.2, "a short consequence")
      }
      if Self.pointersAtEnd.isIn(anyCase: answer) {
        weigh(-0.4, Self.pointsAway)
      } else if kind == .what,
        Self.ofTheFile.isIn(anyCase: answer)
          || words < 30 && !answer.holds("\n") && Self.counting.begins(anyCase: answer)
      {
        weigh(-0.45, Self.pointsAway)
      } else if words < 30, Self.pointsElsewhere(answer) {
        weigh(-0.45, "points at something else")
      }
    }
    let topic = titleWords.count
    if topic == 0 {
      weigh(-0.3, "the title says nothing")
    } else if topic == 1, kind != .replaced {
      weigh(kind == .what ? -0.45 : -0.35, Self.shortTitle)
    }
    var draft = Draft(
      kind: kind, prompt: prompt, answer: answer, place: [record.title], line: line, siblings: 0)
    draft.score = max(0, min(1, (score * 100).rounded() / 100))
    draft.reason = reasons.joined(separator: ", ")
    draft.isSuspended = isAboutRecords
    return draft
  }

  private static let elsewhere = PhraseList([
    "described in this", "as described by", "described in the article", "outlined in this",
    "this decision record",
  ])

  private static let ofRecord = PhraseList([
    "this adr", "this rfc", "this record", "this document", " was chosen", " was selected", " proved to be ",
  ])

  private static let pointersAtEnd = PhraseList([
    "point 1 above", "point 2 above", "point 3 above", "points above", "documented here", "described here",
    "listed here", "detailed here", "explained here", "go with this option", "go with that option",
    "see section", "(see below)", "in the table below", "in the table above", "the following table",
  ])

  private static let ofACase = PhraseList(["in this case", "in that case", "in such a case", "in such cases"])

  /// "There are two ways": which ones?
  private static let counting = PhraseList([
    "there are two ", "there are three ", "there are four ", "there are several ",
  ])

  private static let ofTheFile = PhraseList([
    "the first option", "the second option", "the third option", "the final option", "the last option",
    "first alternative", "second alternative", "third alternative", "such as this", "given the detailed",
    "the plan above", "the above ", "questions above", "options above", "stated below", "stated above",
    "listed above", "described above",
    "ci-dessus", "ci-dessous", "siehe oben", "oben genannt", "unten genannt", "descrito acima",
    "descrito arriba",
    "both challenges", "both problems", "both issues", "these challenges", "this proposal",
    "the outlined", "outlined changes",
    "together these", "to address this", "to mitigate it", "to mitigate this", "to solve this",
    "implement the proposed",
  ])

  private static let here = PhraseList([" here."])

  private static func pointsElsewhere(_ text: String) -> Bool {
    pointers.isIn(anyCase: text)
      && text.lowercased().split { !$0.isLetter }.prefix(8).contains {
        $0 == "this" || $0 == "these" || $0 == "above" || $0 == "below"
      }
  }

  private static let pointers = PhraseList(["this", "these", "above", "below"])

  private static let bareLabels = [
    "option", "rule", "alternative", "approach", "variant", "strategy", "proposal", "solution", "scenario",
  ]
  private static let labels = PhraseList(bareLabels)

  /// "Rule 3", "option 2": they mean nothing without the list that they stand in.
  private static func holdsBareLabel(_ text: String) -> Bool {
    guard labels.isIn(anyCase: text) || !text.isPlain else { return false }
    let words = PlainWords.normalized(text).spacedWords.map(String.init)
    return zip(words, words.dropFirst()).contains { label, number in
      bareLabels.contains(label)
        && (number.allSatisfy(\.isNumber) || number.count == 1 || number == "number")
    }
  }
}

extension Draft {
  /// A doubt that is only known once there is a draft.
  mutating func lose(_ amount: Double, _ doubt: String) {
    score = max(0, ((score - amount) * 100).rounded() / 100)
    reason += ", " + doubt
  }
}
