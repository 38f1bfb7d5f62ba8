internal import Recall

/// When something happens, where the condition stands behind what it is for.
extension ConditionRules {
  /// "A window is closed when the watermark passes its end": when is it?
  func behind(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    // "In order to run it, it must …" tells what for.
    guard context.language.code == "en", !["in", "to"].contains(words.first?.plain ?? "") else { return nil }
    for marker in [["when"], ["once"], ["as", "soon", "as"]] {
      guard let at = words.place(of: marker, from: 3), words[at - 1].plain != "even",
        !words.prefix(at).text.holds(", and"),
        !["which", "that", "who"].contains(words[at - 1].plain), at + marker.count + 2 < words.count,
        at <= 14,
        words.prefix(at).all.contains(where: { ["is", "are", "may", "can", "must"].contains($0.plain) }),
        // "It is not rewritten when …": when is it, then? "One problem is that …" has a clause of its own.
        !Self.indirect.contains(words[at - 1].plain),
        words[at - 1].ends(with: ",")
          || !words.prefix(at).all.contains(where: { Verbs.negations.contains($0.plain) }),
        words.prefix(at).place(of: ["is", "that"]) == nil,
        let clause = Clause(
          Words(words.prefix(at).all.filter { $0.plain != "only" }.map(\.text).joined(separator: " ")).text,
          context.book),
        clause.stands, !isPast(words),
        !words[at + marker.count].plain.hasSuffix("ing"), happens(words.prefix(at)),
        !goesOn(words.dropFirst(at + marker.count)),
        !Verbs.isParticiple(words[at + marker.count].plain),
        !(marker == ["once"]
          && ["and", "to", "a", "per", "every", "in", "more", "for", "by"].contains(words[at + 1].plain)),
        let card = time(of: clause, words.dropFirst(at), statement, 0.6, marker.joined(separator: " "))
      else { continue }
      return card
    }
    return nil
  }

  /// "A lamp may be lit, when the tide is in, the bell is rung": the condition is as much one of what follows.
  private func goesOn(_ condition: Words) -> Bool {
    guard let comma = condition.all.firstIndex(where: { $0.ends(with: ",") }), comma + 2 < condition.count
    else {
      return false
    }
    let next = condition.dropFirst(comma + 1)
    return !Self.joining.contains(next[0].plain) && next.all.prefix(5).contains { Verbs.isAuxiliary($0) }
  }

  private static let joining: Set<String> = [
    "which", "who", "where", "and", "or", "so", "but", "because", "since", "as", "i.e", "e.g", "that", "even",
    "unless", "if", "when", "not",
  ]

  private func time(
    of clause: Clause, _ told: Words, _ statement: Statement, _ score: Double, _ marker: String
  ) -> ProseCandidate? {
    guard let question = Inversion(asking: "When").question(clause) else { return nil }
    let answer = context.told(told.text)
    guard context.isAnswer(answer), KeyWords.share(of: answer, in: question) < 0.5 else { return nil }
    return ProseCandidate(
      kind: .condition, question: question, answer: answer, statement: statement, score: score,
      reason: "“\(marker)”")
  }

  /// "It is determined by when the office closes" asks for no time, and "… and once it is full" goes on.
  private static let indirect: Set<String> = [
    "and", "or", "but", "by", "on", "of", "about", "check", "see", "know", "determine", "decide", "define",
    "tell",
    "find", "ask", "to", "remember", "specify", "indicate", "report", "show", "say", "explain", "describe",
    "announce", "track", "learn", "notify",
    "understand", "control", "configure",
  ]

  /// "A window is closed", "the watcher can lose events"; what a thing is, it is not at some time.
  private func happens(_ claim: Words) -> Bool {
    guard
      let verb = claim.all.firstIndex(where: { ["is", "are", "may", "can", "must"].contains($0.plain) }),
      !claim.holds("you"),
      !claim.all.contains(where: { ["when", "whenever", "if"].contains($0.plain) })
    else { return false }
    if !["is", "are"].contains(claim[verb].plain) { return true }
    let rest = claim.dropFirst(verb + 1)
    if let next = rest.first?.plain, rest.count == 1, !["what", "where", "how"].contains(next) {
      return true
    }
    return rest.all.prefix(3).contains { Verbs.isParticiple($0.plain) }
  }

  /// "X may be deleted only when Y": when may it?
  func only(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en" else { return nil }
    for word in ["when", "if", "after", "once", "while"] {
      guard let at = words.place(of: ["only", word], from: 3), at + 4 < words.count,
        !words[at].ends(with: ","), !words.prefix(at).text.holds(", while "),
        // "It has a switch to light the lamp only if …": when the lamp is lit, and not when it has one.
        words.prefix(at).place(of: ["to"]) == nil || !words.prefix(at).holds("has"),
        !words.prefix(at).text.holds(", whereas "),
        !words[at + 2].plain.hasSuffix("ing"), !Verbs.isBase(words[0]),
        let clause = Clause(words.prefix(at).text, context.book), clause.stands,
        let card = time(of: clause, words.dropFirst(at), statement, 0.72, "only \(word)")
      else { continue }
      return card
    }
    return nil
  }
}
