internal import Recall

/// Reasons in front of what they explain, and sentences that begin by saying that they are one.
extension CauseRules {
  /// "Because X, Y" and "So Y" behind the sentence that says why.
  func opening(_ sentence: Words, _ statement: Statement) -> ProseCandidate? {
    let language = context.language
    for marker in language.because + language.soThat where sentence.begins(withPhrase: marker) {
      // What is told of an example of code holds for that.
      guard !statement.goesOn || statement.isItem else { return nil }
      guard marker != "since" || sentence[1].plain.first?.isNumber != true,
        marker != "since" || !isTime(sentence)
      else { continue }
      guard let comma = comma(sentence, from: marker.pieces.count), comma + 3 < sentence.count else {
        return nil
      }
      let keeps = !language.because.contains(marker)
      let reason = sentence[(keeps ? 0 : marker.pieces.count)..<(comma + 1)].text
      return made(claim: sentence.dropFirst(comma + 1).text, reason: reason, statement, "a reason in front")
    }
    if let found = reasonFor(sentence, statement) { return found }
    guard let before = statement.before else { return nil }
    for marker in language.therefore where sentence.begins(withPhrase: marker) {
      let claim = sentence.dropFirst(marker.pieces.count)
      // "So far", "So many": no conclusion.
      if marker == "so", let next = claim.first?.plain, Self.notSo.contains(next) { return nil }
      // A long conclusion is most often drawn from more than one sentence.
      guard Clause(before, context.book)?.startsAlone == true, claim.count <= 22 else { return nil }
      return made(claim: claim.text, reason: before, statement, "it follows from the sentence before")
    }
    // "The reason for this was that …"
    if sentence.begins(with: ["the", "reason"]), !sentence.begins(with: ["the", "reason", "for", "the"]),
      let at = (2..<min(8, sentence.count)).first(where: { ["is", "was"].contains(sentence[$0].plain) })
    {
      let behind = at + 1 < sentence.count && sentence[at + 1].plain == "that" ? at + 2 : at + 1
      return made(
        claim: before, reason: sentence.dropFirst(behind).text, statement,
        "the next sentence gives the reason")
    }
    for start in Self.reasonStarts where sentence.begins(withPhrase: start) {
      // "This avoids a second walk": that it does is the reason, and not the walk.
      let reason = sentence.dropFirst(start.pieces.count).text
      return made(
        claim: before, reason: start == "this avoids" ? "it avoids " + reason : reason, statement,
        "the next sentence gives the reason")
    }
    return nil
  }

  /// "The reason for the outbox is that a crash loses events."
  private func reasonFor(_ sentence: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", sentence.begins(with: ["the", "reason", "for"]),
      let at = sentence.place(of: ["is", "that"], from: 4), at <= 10, sentence[3].plain != "this",
      case let thing = sentence[3..<at].text, KeyWords.of(thing).count > 0, !thing.holds(UInt8(ascii: ","))
    else { return nil }
    let answer = context.told(sentence.dropFirst(at + 2).text)
    guard context.isAnswer(answer), KeyWords.share(of: answer, in: thing) < 0.5 else { return nil }
    return ProseCandidate(
      kind: .reason, question: "What is the reason for \(thing)?", answer: answer, statement: statement,
      score: 0.75, reason: "names the reason")
  }

  static let reasonStarts = [
    "this is because", "that is because", "the reason is that", "the reason is", "the reason:", "reason:",
    "this avoids",
    "the reason for this is that", "the reason for this is",
  ].map { $0.replacing(":", with: "") }

  static let notSo: Set<String> = ["far", "many", "much", "long", "that", "called", "be", "is"]

  /// The comma that ends what stands in front, not one within a list.
  private func comma(_ sentence: Words, from start: Int) -> Int? {
    let commas = (start..<sentence.count).filter { index in
      sentence[index].ends(with: ",") && index + 1 < sentence.count
        && !Self.notClauses.contains(sentence[index + 1].plain)
    }
    // The one behind which a sentence begins; of a list there are several.
    return commas.first { at in
      guard let clause = Clause(sentence.dropFirst(at + 1).text, context.book) else { return false }
      return Inversion(asking: "Why").question(clause) != nil
    } ?? commas.first
  }

  private static let notClauses: Set<String> = [
    "not", "and", "or", "but", "such", "which", "including", "especially", "e.g", "i.e",
  ]
}
