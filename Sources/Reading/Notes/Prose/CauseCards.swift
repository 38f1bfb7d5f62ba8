internal import Recall

/// Makes a question of a claim and an answer of its reason, once a rule has told them apart.
extension CauseRules {
  /// "Why can we use a second store for it?" asks for what makes it possible, and of what is not told.
  static func isOpen(_ question: String, _ answer: String) -> Bool {
    let words = Words(question)
    let end = words.all.suffix(2).map(\.plain)
    if end.count == 2, ["it", "them", "this", "these"].contains(end[1]),
      ["for", "of", "about", "to"].contains(end[0])
    {
      return true
    }
    let isPurpose = ["so that ", "to ", "in order to "].contains { answer.lowercased().hasPrefix($0) }
    return isPurpose
      && (words.place(of: ["why", "can"]) != nil
        || words.begins(with: ["why", "is", "the"]) && words.prefix(5).holds("goal"))
  }

  /// "Tokens are a mechanism to avoid …": what the thing is for, and not why it is one.
  static func isThing(_ claim: String, for answer: String) -> Bool {
    guard ["so that ", "to ", "in order to "].contains(where: { answer.lowercased().hasPrefix($0) }) else {
      return false
    }
    let words = Words(claim)
    guard let verb = words.all.firstIndex(where: { ["is", "are"].contains($0.plain) }),
      verb + 2 < words.count,
      ["a", "an"].contains(words[verb + 1].plain)
    else { return false }
    let rest = words.dropFirst(verb + 2)
    return rest.count <= 6 && !rest.all.contains { Verbs.isParticiple($0.plain) }
  }

  /// "To avoid collisions and has no special meaning": what is told of the subject again is no part of the purpose.
  static func withoutMore(_ reason: String) -> String {
    guard ["to ", "in order to ", "due to "].contains(where: { reason.lowercased().hasPrefix($0) }) else {
      return reason
    }
    let words = Words(reason)
    guard
      let at = (3..<max(3, words.count - 1)).first(where: { index in
        let next = words[index + 1].plain
        let isClause =
          !reason.lowercased().hasPrefix("due") && words[index - 1].text.hasSuffix(",")
          && words.dropFirst(index + 2).all.prefix(5).contains { Verbs.isAuxiliary($0) }
        return ["and", "but"].contains(words[index].plain)
          && (isClause || ["is", "are", "has", "have", "was", "does", "can", "must", "will"].contains(next)
            || Verbs.base(ofThird: next) != nil && !words[index - 1].text.hasSuffix("s"))
      })
    else { return reason }
    return words.prefix(at).text
  }

  /// "One subtlety is that unused imports must go": the claim stands behind "that".
  func inner(_ claim: String) -> String {
    let words = Words(claim)
    guard let at = words.place(of: ["is", "that"], from: 1), at <= 7, at + 4 < words.count else {
      return claim
    }
    return words.dropFirst(at + 2).text
  }

  /// "X determines Y, and Z should follow": the reason is one of the first.
  func first(of claim: String) -> String {
    let words = Words(claim)
    guard let at = words.place(of: ["and"], from: 4), words[at - 1].ends(with: ","),
      words.dropFirst(at).all.prefix(8).contains(where: {
        Verbs.isAuxiliary($0) || $0.plain == "we"
      })
    else { return claim }
    return words.prefix(at).text
  }

  /// "We use short names so that we save bytes": of two reasons one is enough, and the claim is what stands before them.
  func withoutPurpose(_ claim: String) -> String {
    let words = Words(claim)
    guard let at = words.place(of: ["so", "that"], from: 4) else { return claim }
    return words.prefix(at).text
  }

  /// "Keep the tooling aligned": what to do is no reason.
  func isOrder(_ answer: String) -> Bool {
    let words = Words(answer)
    guard context.language.code == "en", words.count > 2, Verbs.isBase(words[0]) else { return false }
    let next = words[1].plain
    return ["the", "a", "an", "it", "them", "your", "our", "all", "any"].contains(next)
  }

  func made(claim: String, reason: String, _ statement: Statement, _ found: String) -> ProseCandidate? {
    // "The compiler complains, but since we know …": a reason against it.
    guard claim.lastWord != "but" else { return nil }
    // "It may change, and is therefore not fit, since …": the reason is one of what follows.
    let whole = inner(claim)
    let part = first(of: whole)
    if part.utf8.count < whole.utf8.count,
      ["thus", "therefore", "hence"].contains(where: Words(String(whole.dropFirst(part.count))).holds)
    {
      return nil
    }
    let claim = withoutPurpose(part)
    guard let (question, isQuoted) = context.why(claim) ?? context.why(named(claim, statement)) else {
      return nil
    }
    // "Because it is new, and because it is short": with the first word of them the second one goes as well.
    var reason = Self.withoutMore(reason)
    if let second = reason.place(of: ", and because ") {
      reason.replaceSubrange(second, with: ", and ")
    }
    let answer = context.told(reason)
    guard !Self.isOpen(question, answer), !Self.isThing(claim, for: answer) else { return nil }
    // "The plan was changed so that it shows the zone" tells what was changed.
    if answer.hasPrefix("So that"),
      Words(claim).all.contains(where: {
        ["changed", "fixed", "added", "updated", "modified"].contains($0.plain)
      })
    {
      return nil
    }
    if ["in order to", "so that"].contains(where: { answer.lowercased().hasPrefix($0) }), answer.wordCount < 6
    {
      return nil
    }
    if ["due to", "because of"].contains(where: { answer.lowercased().hasPrefix($0) }), answer.wordCount < 7 {
      return nil
    }
    // "We discussed it, since …" is history, and no rule.
    let start = Words(claim)
    guard start.count < 2 || !ChoiceRules.looking.contains(start[1].plain) || start[0].plain != "we" else {
      return nil
    }
    // "Because pods are ephemeral": three words are a sentence where one of them is a verb.
    let isSentence = found == "“because”" || found == "a reason in front"
    guard context.isAnswer(answer, atLeast: isSentence && context.says(reason) ? 3 : 4),
      KeyWords.share(of: answer, in: question) < 0.5, !isOrder(answer)
    else { return nil }
    return ProseCandidate(
      kind: .reason, question: question, answer: answer, statement: statement, score: isQuoted ? 0.7 : 0.8,
      reason: found)
  }

  /// "Since our last update in May, we …": no reason, but a time.
  func isTime(_ sentence: Words) -> Bool {
    let front = sentence.prefix((sentence.all.firstIndex { $0.ends(with: ",") } ?? 0) + 1)
    return !front.all.dropFirst().contains { word in
      Verbs.isAuxiliary(word) || Verbs.isBase(word) && word.plain != "update"
        || Verbs.isThird(word) || Verbs.isPast(word.plain)
    }
      && front.all.contains {
        $0.startsWithNumber || ["last", "beginning", "start", "then"].contains($0.plain)
      }
  }
}
