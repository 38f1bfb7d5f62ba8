internal import Recall

/// Claims that are explained without a word for it: behind a colon, an arrow, or in the next sentence.
extension CauseRules {
  /// "why no write-through: bulk import would evict everything"
  func label(_ sentence: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", sentence.first?.plain == "why",
      let colon = sentence.all.firstIndex(where: { $0.ends(with: ":") || $0.text.hasSuffix("?") }),
      colon >= 2, colon <= 16
    else { return nil }
    let answer = context.told(sentence.dropFirst(colon + 1).text)
    guard context.isAnswer(answer) else { return nil }
    var question = sentence.prefix(colon + 1).text
    question.removeLast()
    return ProseCandidate(
      kind: .reason, question: question.capitalizedStart + "?", answer: answer, statement: statement,
      score: 0.8,
      reason: "asked and answered")
  }

  /// "Never use floating point for an amount: 0.1 + 0.2 is not 0.3"; "CSV, not XML → suppliers send CSV".
  func explained(_ sentence: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en",
      let at = sentence.all.firstIndex(where: {
        $0.ends(with: ":") || $0.ends(with: ";") || $0.text == "->" || $0.initial >= 128 && $0.text == "→"
      }),
      at >= 2, at + 4 < sentence.count
    else { return nil }
    let isArrow = sentence[at].plain.isEmpty || sentence[at].text == "->"
    let claim = sentence.prefix(isArrow ? at : at + 1)
    let reason = sentence.dropFirst(at + 1)
    let isStrict = isStrict(claim)
    guard isStrict, claim.count <= 18, !claim.holds("therefore"),
      isArrow
        || sentence[at].ends(with: ":")
          && claim.all.contains(where: { ["never", "not", "no", "don't"].contains($0.plain) })
        || LanguageWords.spaced(reason.text).split(separator: " ").contains(where: {
          Self.trouble.contains(String($0))
        }), !Self.goesOn.contains(reason.first?.plain ?? ""),
      !reason.text.holds(":"),
      isArrow || !reason.all.contains(where: { ["must", "may", "only"].contains($0.plain) })
    else { return nil }
    guard var found = made(claim: claim.text, reason: reason.text, statement, "explained behind a sign")
    else { return nil }
    found.score -= 0.05
    return found
  }

  /// A limit or a prohibition, and behind it a sentence of what would go wrong.
  func following(_ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", let next = statement.after.first else { return nil }
    let sentence = statement.words
    guard sentence.count <= 18, !statement.text.holds(";"),
      isStrict(sentence)
    else { return nil }
    let told = Words(next)
    let start = told.first?.plain ?? ""
    guard !Self.goesOn.contains(start), start != "otherwise" || !isAlternative(sentence),
      !Self.turns.contains(start),
      !Verbs.isBase(start),
      next.wordCount >= 6, !told.holds("also"), !told.holds("yet"),
      told.place(of: ["no", "longer"]) == nil,
      !told.holds("then") || sentence.first?.plain != "if",
      !statement.text.hasSuffix("?"),
      !Self.concluding.contains(sentence.first?.plain ?? ""),
      !told.all.contains(where: { Self.explaining.contains($0.plain) }),
      start == "it" || start == "they" || !told.holds("must") && !told.holds("may"),
      // "A card shows its title where the sign would tell too much" goes on with something else.
      case let troubles = told.all.prefix(while: { $0.plain != "where" }).map(\.plain).filter(
        Self.trouble.contains),
      troubles.contains(where: { !Self.loose.contains($0) })
        || !troubles.isEmpty
          && (start == "it" || start == "they" || KeyWords.share(of: statement.text, in: next) > 0)
    else { return nil }
    guard
      var found = made(
        claim: statement.text, reason: next, statement, "the next sentence tells what would go wrong")
    else { return nil }
    found.score -= 0.1
    return found
  }

  /// Whether something is limited or forbidden, and not only a part of what is spoken of.
  func isStrict(_ words: Words) -> Bool {
    let main = words.all.prefix { !Self.relative.contains($0.plain) }
    // "…, not in the gateway" counts wherever it stands.
    let denies = words.all.indices.dropFirst().contains {
      words[$0].plain == "not" && words[$0 - 1].ends(with: ",")
    }
    return denies || main.contains { Self.strict.contains($0.plain) || $0.plain.first?.isNumber == true }
  }

  static let strict: Set<String> = [
    "never", "must", "only", "not", "no", "cannot", "can't", "don't", "doesn't", "always", "most", "rejected",
    "limit", "limits", "maximum", "minimum", "least", "forbidden", "refused", "may", "exactly", "instead",
    "alone", "turned", "against", "isn't",
    "aren't",
  ]
  private static let turns: Set<String> = [
    "never", "by", "alternatively", "conversely", "we've", "similarly", "likewise", "do", "you'll",
  ]
  private static let concluding: Set<String> = ["therefore", "hence", "thus", "so"]
  private static let explaining: Set<String> = ["since", "because", "therefore", "responsibility"]
  private static let relative: Set<String> = ["which", "who", "that", "where", "while"]
  /// They tell of trouble only where it is the same thing that both sentences speak of.
  private static let loose: Set<String> = ["never", "without", "visible", "dropped", "costs"]
  static let goesOn: Set<String> = [
    "see", "for", "also", "but", "and", "please", "note", "however", "then", "here", "today", "there's",
    "instead",
    "if", "when", "to", "use", "ask", "usually", "we", "i", "you", "hence", "thus", "therefore", "so", "→",
    "this", "that", "these", "those", "such", "should", "as", "e.g", "or", "in",
  ]
  static let trouble: Set<String> = [
    "would", "could", "cannot", "can't", "costs", "fails", "failed", "breaks", "broke", "lost", "loses",
    "slow", "slower",
    "unsafe", "many", "wrong", "twice", "never", "nobody", "too", "hides", "otherwise", "worse",
    "dangerous",
    "locks",
    "blocks", "race", "races", "crash", "crashes", "grows", "stale", "expensive", "doesn't", "don't",
    "without", "leak", "leaks",
    "visible", "took", "longer", "couple", "drops", "dropped",
  ]
}
