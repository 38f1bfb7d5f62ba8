internal import Recall

/// What speaks against asking why: that nobody decided it, that it is only somebody's opinion, or that what stands behind
/// it is a purpose of something else.
enum ClaimDoubts {
  static func doubt(_ candidate: ProseCandidate) -> Doubts.Doubt? {
    let words = Words(candidate.question)
    if judges(words) { return Doubts.Doubt(points: 0.4, reason: "how good it is") }
    if isPurpose(candidate.answer), isState(words) {
      return Doubts.Doubt(points: 0.4, reason: "no purpose of what is so")
    }
    if tellsOfToday(candidate.statement.words) {
      return Doubts.Doubt(points: 0.3, reason: "only as it is now")
    }
    return nil
  }

  /// "Currently the relay forwards it, because …": what is told so is about to change.
  private static func tellsOfToday(_ words: Words) -> Bool { words.holds("currently") }

  /// "Why is the tide book important?": what somebody thinks of it is soon told, and in many words.
  private static func judges(_ words: Words) -> Bool {
    words.all.contains { judging.contains($0.plain) }
  }

  private static let judging: Set<String> = [
    "important", "useful", "helpful", "problematic", "inconvenient", "interesting", "complicated",
    "bit", "somewhat", "fairly", "crucial", "vital", "attractive", "unfortunate",
    "tempting", "handy", "nice", "valuable",
  ]

  static func isPurpose(_ answer: String) -> Bool {
    ["so that ", "to avoid ", "to prevent ", "in order to "].contains { answer.lowercased().hasPrefix($0) }
  }

  /// "A file instead of a database" was decided.
  private static let deciding: Set<String> = ["instead", "rather", "only", "not", "never", "no", "always"]

  /// "Why is the relay a thing of iron? To …", "why is lighting it basically a turn of the key?": what a thing is, it is
  /// for no purpose; what is done with it, is.
  private static func isState(_ words: Words) -> Bool {
    guard let why = words.all.firstIndex(where: { $0.plain == "why" }), why + 2 < words.count,
      ["is", "are", "was", "were"].contains(words[why + 1].plain)
    else { return false }
    return !words.dropFirst(why + 2).all.contains {
      Verbs.isParticiple($0.plain) || $0.text.hasPrefix("`") || deciding.contains($0.plain)
    }
  }
}
