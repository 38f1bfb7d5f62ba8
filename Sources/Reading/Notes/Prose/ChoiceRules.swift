internal import Recall

/// What was taken instead of what, and what was turned down.
struct ChoiceRules {
  let context: ProseContext

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    guard context.language.code == "en" else { return [] }
    guard statement.term != nil || context.opens([.choice, .price], to: statement) else { return [] }
    let words = statement.words
    return [
      PriceRules(context: context).candidate(words, statement) ?? rejected(words, statement) ?? decided(
        words, statement) ?? tried(
          words, statement) ?? alternative(
          statement)
        ?? instead(words, statement)
    ].compactMap(\.self)
  }

  /// What is bold in front may be an option by itself.
  static let gate = ["because", "since", "but", "instead", "rather"]

  // MARK: Turned down

  /// "We considered X. We rejected it because Y."
  private func rejected(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let before = statement.before,
      let because = words.place(of: ["because"], from: 2) ?? words.place(of: ["since"], from: 2),
      words.prefix(because).all.contains(where: { Self.against.contains($0.plain) }),
      words.prefix(because).all.contains(where: { ["it", "this", "that", "them"].contains($0.plain) }),
      because <= 8
    else { return nil }
    let considered = Words(before)
    guard considered.count >= 3 else { return nil }
    var option: Words
    if considered.first?.plain == "we", Self.looking.contains(considered[1].plain) {
      option = considered.dropFirst(2)
      if let first = option.first?.plain, ["at", "about", "of"].contains(first) {
        option = option.dropFirst(1)
      }
    } else if considered.count <= 8 {
      option = considered
    } else {
      return nil
    }
    guard let clause = Clause(option.text, context.book), clause.stands, clause.words.count <= 16 else {
      return nil
    }
    let answer = context.told(words.dropFirst(because + 1).text)
    guard context.isAnswer(answer) else { return nil }
    return ProseCandidate(
      kind: .choice, question: "Why did we decide against \(clause.text)?", answer: answer,
      statement: statement,
      score: 0.8, reason: "turned down with a reason")
  }

  /// "We decided against X because Y."
  private func decided(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let first = words.first?.plain, first == "we" || first == "i" else { return nil }
    for verb in [
      ["decided", "against"], ["rejected"], ["dropped"], ["turned", "down"], ["gave", "up"],
      ["ruled", "out"],
    ] {
      guard words.dropFirst(1).begins(with: verb) else { continue }
      let start = 1 + verb.count
      guard
        let because = words.place(of: ["because"], from: start + 1)
          ?? words.place(of: ["since"], from: start + 1), because - start <= 12,
        let clause = Clause("against " + words[start..<because].text, context.book), clause.stands
      else { return nil }
      let answer = context.told(words.dropFirst(because + 1).text)
      guard context.isAnswer(answer) else { return nil }
      return ProseCandidate(
        kind: .choice, question: "Why did we decide \(clause.text)?", answer: answer, statement: statement,
        score: 0.82,
        reason: "turned down with a reason")
    }
    return nil
  }

  /// "We tested 60 ticks, but the physics step takes 11 ms."
  private func tried(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard words.first?.plain == "we", words.count > 6, Self.looking.contains(words[1].plain),
      let but = words.place(of: ["but"], from: 3), but <= 14, words[but - 1].ends(with: ",")
    else { return nil }
    var option = words[2..<but]
    if let first = option.first?.plain, ["at", "about", "of"].contains(first) {
      option = option.dropFirst(1)
    }
    // "We had decided …" tells of no option.
    guard option.first.map({ !Verbs.isParticiple($0.plain) }) == true,
      let clause = Clause(option.text + " x", context.book), clause.stands
    else { return nil }
    let answer = context.told(words.dropFirst(but + 1).text)
    guard context.isAnswer(answer, atLeast: 5),
      let name = Clause("did we decide against " + option.text, context.book)
    else { return nil }
    return ProseCandidate(
      kind: .choice, question: "Why \(name.text)?", answer: answer, statement: statement, score: 0.72,
      reason: "tried and left")
  }

  /// "**Fixed windows.** Simple, but …" below a heading for what was weighed.
  private func alternative(_ statement: Statement) -> ProseCandidate? {
    guard let term = statement.term, !statement.after.isEmpty, let title = statement.place.last,
      Self.weighed.isIn(anyCase: title), term.wordCount <= 8, !term.hasPrefix("`"),
      // "**It is not kept.**" is a sentence, and no option.
      !["it", "they", "this", "there"].contains(term.leadingWord?.lowercased() ?? "")
    else { return nil }
    let said = statement.after.filter { $0.wordCount > 2 }
    let isDone = (statement.after + [statement.text]).contains { text in
      Words(text).all.contains {
        ["rejected", "but", "would", "against", "cannot", "too"].contains($0.plain)
      }
    }
    let answer = context.told(said.joined(separator: " "))
    guard isDone, context.isAnswer(answer, atLeast: 6) else { return nil }
    let name = context.book.lowered(term.trimmingPunctuation)
    let topic = context.title.wordCount <= 8 ? " (\(context.title))" : ""
    return ProseCandidate(
      kind: .choice, question: "Why did we not choose \(name)?\(topic)", answer: answer, statement: statement,
      score: 0.72,
      reason: "an alternative and what speaks against it")
  }

  static let weighed = PhraseList([
    "alternative", "considered", "rejected", "options", "not chosen", "turned down",
  ])

  static let looking: Set<String> = [
    "considered", "tried", "tested", "discussed", "evaluated", "looked", "thought", "compared", "used", "had",
  ]
  private static let against: Set<String> = [
    "rejected", "against", "dropped", "abandoned", "discarded", "not", "didn't", "removed", "stopped",
  ]

  // MARK: Instead

  /// "Exports use a cursor instead of pages."
  private func instead(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    for marker in [["instead", "of"], ["rather", "than"]] {
      // "Instead of a wizard there is …"
      if words.begins(with: marker),
        let at = words.all.firstIndex(where: { ["there's", "there", "we", "it"].contains($0.plain) }),
        at >= 3, at <= 9, at + 2 < words.count
      {
        guard let clause = Clause(words[marker.count..<at].text, context.book), clause.stands else {
          continue
        }
        let answer = context.told(words.dropFirst(at).text)
        guard context.isAnswer(answer, atLeast: 3) else { continue }
        return ProseCandidate(
          kind: .choice, question: "What do we have instead of \(clause.text)?", answer: answer,
          statement: statement,
          score: 0.62, reason: "a choice")
      }
      guard let at = words.place(of: marker, from: 3), at + marker.count < words.count,
        let found = taken(words.prefix(at), other(words.dropFirst(at)), statement)
      else { continue }
      return found
    }
    return nil
  }

  /// What stands behind "instead of", to the end of its part of the sentence.
  private func other(_ words: Words) -> String {
    let end = words.all.firstIndex {
      $0.ends(with: ",") || $0.ends(with: ";") || $0.ends(with: ":")
    }
    var text = words.prefix((end ?? words.count - 1) + 1).text
    while let last = text.last, ",;:.".contains(last) { text.removeLast() }
    return text
  }

  /// "SUBJECT uses OBJECT": asked for the object.
  private func taken(_ words: Words, _ other: String, _ statement: Statement) -> ProseCandidate? {
    guard let clause = Clause(words.text, context.book), clause.stands, clause.words.count <= 18 else {
      return nil
    }
    let all = clause.words
    guard let verb = (1..<min(all.count, 8)).first(where: { Self.taking.contains(all[$0].plain) }),
      verb + 1 < all.count
    else { return nil }
    let subject = all.prefix(verb)
    guard subject.count <= 5,
      !subject.all.contains(where: { $0.ends(with: ",") || $0.ends(with: ":") }),
      !Words(other).holds("your"), other.wordCount <= 8, other != "it", other != "them",
      !subject.all.contains(where: { ["who", "which", "that"].contains($0.plain) }),
      !subject.all.contains(where: { Verbs.isAuxiliary($0) })
    else {
      return nil
    }
    let isThird = Verbs.isThird(all[verb]) || all[verb].plain == "has"
    let base = Verbs.base(ofThird: all[verb].plain) ?? (all[verb].plain == "has" ? "have" : all[verb].plain)
    let answer = context.told(all.dropFirst(verb + 1).text)
    let question =
      "What \(isThird ? "does" : "do") \(Clause.lowerStart(subject.text, clause)) \(base) \(other)?"
    guard let start = Words(other).first?.plain,
      !["on", "in", "at", "by", "to", "for", "from", "with", "after", "before", "being"].contains(start),
      answer.wordCount >= 1, answer.wordCount <= 14,
      ![", so ", ", and ", ", but "].contains(where: answer.holds),
      KeyWords.share(of: answer, in: question) < 0.4
    else {
      return nil
    }
    return ProseCandidate(
      kind: .choice, question: question, answer: answer, statement: statement, score: 0.66, reason: "a choice"
    )
  }

  private static let taking: Set<String> = [
    "use", "uses", "keep", "keeps", "has", "have", "store", "stores", "send", "sends", "take", "takes", "run",
    "runs",
    "write", "writes", "read", "reads", "return", "returns",
  ]
}
