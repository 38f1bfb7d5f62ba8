internal import Recall

/// What speaks against a question that a rule has made: that it is broken, that nobody would know what it is about, or
/// that its answer tells nothing.
///
/// A doubt takes points and not the question itself, so that a card that is known already stays as long as its sentence
/// gives it.
struct Doubts {
  let context: ProseContext
  let topic: Topic
  let manner: Manner

  func weighed(_ candidate: ProseCandidate) -> ProseCandidate {
    var candidate = candidate
    // Code and names are what cards are about.
    if candidate.question.holds(UInt8(ascii: "`")) || candidate.answer.holds(UInt8(ascii: "`")) {
      candidate.score += 0.05
      candidate.reason += ", about something by name"
    }
    if candidate.statement.text.holds("http") { candidate.score -= 0.3 }
    // What is doubted enough need not be doubted more; what it tells is asked last, since that takes longest.
    for step in 0..<5 {
      guard candidate.score >= NoteQuestions.threshold else { break }
      let doubt =
        switch step {
        case 0: scope(candidate)
        case 1: manner.doubt(candidate)
        case 2: AnswerDoubts.doubt(candidate)
        case 3: wording(candidate)
        default: substance(candidate)
        }
      guard let doubt else { continue }
      candidate.score -= doubt.points
      candidate.reason += ", \(doubt.reason)"
    }
    return candidate
  }

  struct Doubt {
    var points = 0.5
    let reason: String
  }

  // MARK: What it tells

  private func substance(_ candidate: ProseCandidate) -> Doubt? {
    guard ![.cloze, .steps].contains(candidate.kind), context.language.code == "en" else { return nil }
    var around = [candidate.question]
    if let name = topic.nearest, !candidate.isHeading { around.append(name) }
    if candidate.kind == .meaning { around += candidate.statement.place.suffix(1) + [context.title] }
    let least =
      switch candidate.kind {
      case .meaning:
        candidate.isFound(by: "what it is resp")
          ? manner.isReasoned ? 2 : 3
          : candidate.statement.term?.hasPrefix("`") == true
            && candidate.isFound(by: FactRules.listedReason) ? 4 : manner.isReasoned ? 3 : 5
      case .reason where candidate.isFound(by: "“so”"): 3
      case .reason where candidate.answer.lowercased().hasPrefix("in order to"): 3
      case .condition: manner.isReasoned ? 2 : candidate.question.holds(UInt8(ascii: "`")) ? 3 : 5
      case .reason, .question: 2
      case .choice: 1
      case .rule: manner.isReasoned ? 2 : 3
      default: 2
      }
    // Where far more is new as it stands, names need not be taken apart.
    let said = KeyWords.of(candidate.answer)
    if said.count - said.shared(with: KeyWords.of(candidate.question)) >= least + 3,
      candidate.kind != .meaning
    {
      return nil
    }
    let fresh = FreshWords(besides: around).count(in: candidate.answer, upTo: least)
    return fresh < least ? Doubt(points: 0.4, reason: "little that the question does not tell") : nil
  }

  // MARK: How it is put

  private func wording(_ candidate: ProseCandidate) -> Doubt? {
    let question = candidate.question
    if Self.isTorn(question) || Self.isTorn(candidate.answer) {
      return Doubt(reason: "torn out of a quotation")
    }
    if question.wordCount > 25 { return Doubt(points: 0.4, reason: "a long question") }
    guard candidate.kind != .cloze, !candidate.isHeading, candidate.kind != .steps,
      context.language.code == "en"
    else { return nil }
    // "You should be able to …": what somebody does, and no reason is asked for it.
    if question.isQuoted, question.holds(" you ") { return Doubt(points: 0.3, reason: "an instruction") }
    // A purpose in a sentence that could not be turned round is as often one of a part of it.
    if question.isQuoted, Self.loose.contains(where: candidate.isFound) {
      return Doubt(points: 0.3, reason: "a purpose of a part of it")
    }
    if candidate.kind == .reason, Self.asksTwice(question) {
      return Doubt(points: 0.4, reason: "asks about two things")
    }
    if candidate.isFound(by: "what it is"), Self.isNoName(Words(question)) {
      return Doubt(points: 0.4, reason: "no name")
    }
    // "Why do we need its logic there?": whose?
    if let its = Words(question).all.firstIndex(where: { $0.plain == "its" }), its > 2,
      Words(question)[its - 2].plain == "we"
    {
      return Doubt(points: 0.4, reason: "a thing that was told of before")
    }
    // "Why does it keep both lamps?": which ones stood before.
    if question.holds(" both "), !question.holds(" and ") {
      return Doubt(points: 0.4, reason: "two things that were told of before")
    }
    if Self.distant.isIn(anyCase: question) {
      return Doubt(points: 0.4, reason: "a thing that was told of before")
    }
    let whole = question + " " + candidate.answer
    if Self.holdsPair(whole) || Self.holdsLetter(question) {
      return Doubt(points: 0.4, reason: "a letter that is named nearby")
    }
    if Self.pointsBack(whole) || Self.endsBack(question) {
      return Doubt(points: 0.4, reason: "speaks of something told before")
    }
    if candidate.kind == .reason, let doubt = ClaimDoubts.doubt(candidate) { return doubt }
    return QuestionDoubts.isBroken(question) ? Doubt(reason: "a broken question") : nil
  }

  /// "Why does it add nothing, and from there it goes on?": a second sentence that is none of the question.
  private static func asksTwice(_ question: String) -> Bool {
    guard !question.isQuoted, let and = question.place(of: ", and ") else { return false }
    return Words(String(question[and.upperBound...])).all.prefix(5).contains {
      ["it", "they", "he", "she", "we", "there"].contains($0.plain)
    }
  }

  private static let loose = [
    "“so that”", "“to avoid”", "“to prevent”", "“in order to”", "it follows", "a reason in front",
    "“because of”", "“due to”",
  ]

  /// "In that environment", "those secrets": which ones stood before.
  private static func pointsBack(_ text: String) -> Bool {
    guard text.holds("that ") || text.holds("hose ") else { return false }
    let words = Words(text).all
    return words.indices.dropLast().contains { index in
      let next = words[index + 1].plain
      // "Between applications and the chains of those applications": they are named before.
      if words[..<index].contains(where: { $0.plain == next }) { return false }
      switch words[index].plain {
      case "those": return next.hasSuffix("s")
      case "that":
        return index > 0
          && (prepositions.contains(words[index - 1].plain) || takesThing(words[index - 1].plain))
          && !Verbs.auxiliaries.contains(next)
          && !["it", "they", "we", "you", "he", "of", "the", "a", "moment", "time", "day", "night", "date"]
            .contains(next)
      default: return false
      }
    }
  }

  /// "Reads that row": another verb would go on with a clause.
  private static func takesThing(_ verb: String) -> Bool {
    [
      "uses", "reads", "writes", "opens", "closes", "takes", "sets", "sends", "gets", "creates", "calls",
      "runs", "puts",
    ]
    .contains(verb)
  }

  /// "What happens when somebody presses that button?"; "ensures that rows exist" ends in a verb.
  private static func endsBack(_ question: String) -> Bool {
    guard question.holds(" that ") else { return false }
    let words = Words(question).all
    guard let at = words.lastIndex(where: { $0.plain == "that" }), at > 0,
      (1...2).contains(words.count - 1 - at)
    else { return false }
    // "That references them": a verb that is not known here.
    guard !words[at + 1].plain.hasSuffix("s") else { return false }
    return !words.dropFirst(at + 1).contains {
      Verbs.isBase($0) || Verbs.isThird($0) || Verbs.isParticiple($0.plain)
        || Verbs.isAuxiliary($0)
    }
  }

  /// "An additional option to consider" or "inside each shard" is the name of nothing.
  private static func isNoName(_ words: Words) -> Bool {
    let start = words.count > 3 && ["a", "an", "the"].contains(words[2].plain) ? 3 : 2
    guard start < words.count, ["is", "are"].contains(words[1].plain) else { return false }
    return nameless.contains(words[start].plain) || words.dropFirst(start).holds("to")
  }

  private static let nameless: Set<String> = [
    "additional", "provided", "given", "resulting", "corresponding", "aforementioned", "inside", "another",
    "other", "current", "new", "old", "updated", "next", "remaining", "latter", "former",
  ]

  /// "Why is the additional hop needed?"
  private static let distant = PhraseList([
    " the additional ", " the referenced ", " the aforementioned ", " the resulting ", " the respective ",
    " the said ", " the given ", " the specified ", " the chosen ", " the equivalent ", " first option",
    " second option", " third option", " last option", " first approach", " second approach", " this option",
    " option 1", " option 2",
    " the former ", " the latter ",
  ])

  /// "If `E` has a child `F`": what the letters are is told by the sentences around.
  private static func holdsLetter(_ question: String) -> Bool {
    guard question.holds(UInt8(ascii: "`")) else { return false }
    return Words(question).all.contains { word in
      let bytes = Array(word.plain.utf8.prefix(4))
      return bytes.count == 3 && bytes[0] == 96 && bytes[2] == 96
        && (bytes[1].isSmallLetter || bytes[1] == UInt8(ascii: "-") || bytes[1] == UInt8(ascii: "+"))
    }
  }

  /// "If K1 sleeps, K2 lights the lamp": which ones they are is told by the sentences around.
  private static func holdsPair(_ text: String) -> Bool {
    guard text.utf8.contains(where: \.isDigit) else { return false }
    var seen: [UInt8: UInt8] = [:]
    for word in Words(text).all where word.plain.utf8.count == 2 {
      let bytes = Array(word.plain.utf8)
      guard letters.contains(bytes[0]), bytes[1].isDigit, word.text.utf8.first?.isCapital == true else {
        continue
      }
      if let digit = seen[bytes[0]], digit != bytes[1] { return true }
      seen[bytes[0]] = bytes[1]
    }
    return false
  }

  /// Levels, priorities, quarters and versions go by the others.
  private static let letters = Set("abcdknrtxyz".utf8)

  private static let prepositions: Set<String> = [
    "in", "of", "for", "with", "to", "by", "on", "from", "at", "into", "under", "behind", "during", "within",
  ]

  /// Whether a quotation begins in it and does not end, or the other way round.
  private static func isTorn(_ text: String) -> Bool {
    guard text.holds(UInt8(ascii: "\"")) || text.holds("“") || text.holds("”") else { return false }
    // In German it closes.
    if text.holds("„") { return false }
    return text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
      || text.count { $0 == "“" } != text.count { $0 == "”" }
  }
}
