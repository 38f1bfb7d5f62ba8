internal import Recall

/// Rules that are put without a subject, or as what a thing does each time.
extension RequirementRules {
  /// "Never write to the product cache outside `CacheWriter`": the rule for what it is written to.
  func forbidden(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard words[0].plain == "never", Verbs.isBase(words[1]), words.count <= 20, !statement.goesOn,
      let at = (4..<max(4, words.count - 1)).first(where: { Self.bounding.contains(words[$0].plain) }),
      !words.prefix(words.count - 1).all.contains(where: { $0.ends(with: ",") || $0.ends(with: ";") }),
      let place = Clause("x " + words.dropFirst(at).text, context.book), place.stands
    else { return nil }
    let start = ["to", "from", "into", "in", "on"].contains(words[2].plain) ? 3 : 2
    guard start + 1 < at, ["the", "a", "an", "our"].contains(words[start].plain),
      let object = Clause(words[start..<at].text, context.book), object.stands,
      object.words.count <= 4, KeyWords.of(object.text).count >= 2 || object.text.holds("`")
    else { return nil }
    let answer = context.told(words.text)
    guard context.isAnswer(answer, atLeast: 6) else { return nil }
    return ProseCandidate(
      kind: .rule, question: "What is the rule for \(object.text)?", answer: answer, statement: statement,
      score: 0.6, reason: "a rule")
  }

  private static let bounding: Set<String> = [
    "outside", "inside", "within", "without", "before", "after", "during", "while",
  ]

  /// "The relay always reads the rows in the order of their ids": what does it always do?
  func habit(_ name: String, _ rest: Words) -> (question: String, answer: String)? {
    guard rest.count >= 5, KeyWords.of(rest.text).count >= 3, let verb = rest.first,
      let base = Verbs.base(ofThird: verb.plain), Verbs.isThird(verb),
      !rest.prefix(rest.count - 1).all.contains(where: { $0.ends(with: ",") || $0.ends(with: ";") })
    else { return nil }
    return ("What does \(name) always do?", context.told(base + " " + rest.dropFirst(1).text))
  }
}
