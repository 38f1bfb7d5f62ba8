internal import Recall

/// The signs by which an answer is known that is only a piece of one, or points at something that stands elsewhere.
enum AnswerDoubts {
  static func doubt(_ candidate: ProseCandidate) -> Doubts.Doubt? {
    guard candidate.kind != .cloze, candidate.kind != .steps else { return nil }
    if isFragment(candidate.answer, candidate) { return Doubts.Doubt(reason: "a piece of an answer") }
    if candidate.kind == .meaning, noMeaning.begins(anyCase: candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "says nothing of what it is")
    }
    if points(candidate.answer) { return Doubts.Doubt(points: 0.4, reason: "points at something else") }
    return nil
  }

  /// "Only use this value when you.": a list or code stood behind it. "Expired, or revoked.": the end of a list.
  private static func isFragment(_ answer: String, _ candidate: ProseCandidate) -> Bool {
    let words = Words(answer)
    guard let first = words.first, let last = words.all.last else { return true }
    if unfinished.contains(last.plain), !last.text.hasSuffix("`") { return true }
    if broken.contains(first.plain) || first.text.hasPrefix("(") { return true }
    // "Supplies some configuration": who does?
    if candidate.isFound(by: "“so”"), Verbs.isThird(first) { return true }
    if candidate.isFound(by: "what follows"), ["they", "it", "he"].contains(first.plain) { return true }
    // "Download a file, or call it, we use a handler": what seemed an order is a condition.
    if candidate.question.holds("What do you do") || candidate.kind == .condition,
      Verbs.isBase(first),
      words.all.indices.dropFirst(2).contains(where: { index in
        words[index - 1].ends(with: ",") && ["we", "we'll", "you'll"].contains(words[index].plain)
      })
    {
      return true
    }
    if first.plain == "otherwise", words.count > 1, Verbs.isBase(words[1]) { return true }
    if candidate.isFound(by: "“so”"), first.plain == "you" { return true }
    // "`staging` or `stable` we need": the end of the list that the condition was.
    if words.count > 2, words[1].plain == "or" { return true }
    if candidate.kind == .reason, turning.contains(first.plain) { return true }
    // "The bridge is unreachable, or the request fails, it waits": the condition goes on.
    if candidate.kind == .condition, let or = answer.place(of: ", or "),
      String(answer[or.upperBound...]).holds(", ")
    {
      return true
    }
    // "Issue: the leader crashes": a label, and what is below others stands elsewhere.
    if first.ends(with: ":"), !first.text.hasPrefix("`") { return true }
    if words.all.contains(where: { $0.text == "I" || $0.text == "I'm" || $0.text == "I'd" || $0.text == "I," }
    ) {
      return true
    }
    if answer.holds(" 1. ") || answer.holds("step process") { return true }
    guard first.ends(with: ","), words.count > 1 else { return false }
    return words.all.prefix(4).dropFirst().contains { ["or", "and"].contains($0.plain) }
  }

  private static let unfinished: Set<String> = [
    "you", "we", "with", "to", "by", "of", "for", "from", "as", "that", "the", "a", "an", "and", "or",
    "which", "when", "if", "is", "are", "like", "e.g", "i.e", "both", "either",
  ]
  private static let turning: Set<String> = [
    "however", "instead", "additionally", "also", "moreover", "furthermore", "conversely", "alternatively",
    "similarly", "finally", "then",
  ]
  private static let broken: Set<String> = [
    "either",
    "which", "or", "and", "i.e", "e.g", "but", "nor", "that's", "that", "see", "things", "same", "whether",
  ]

  private static func points(_ answer: String) -> Bool {
    if elsewhere.isIn(anyCase: answer) { return true }
    guard answer.holds("his") || answer.holds("hese") else { return false }
    let words = Sentences.split(answer).first.map { Words($0) } ?? Words(answer)
    return words.all.indices.contains { index in
      if words[index].plain == "these" {
        return index + 1 < words.count && !["who", "that", "which"].contains(words[index + 1].plain)
      }
      guard words[index].plain == "this" else { return false }
      return index + 1 == words.count || loose.contains(words[index + 1].plain)
        || ",;.".contains(words[index].text.last ?? " ")
    }
  }

  /// Behind "this" they show that it stands for something that was told before.
  private static let loose: Set<String> = [
    "at", "in", "is", "to", "will", "can", "for", "on", "guide", "section", "page", "document", "file",
    "readme", "same", "table", "diagram", "list", "example", "repo", "repository", "means", "has", "was",
  ]

  /// What a thing needs, or how old it is, is not what it does.
  private static let noMeaning = PhraseList(["depends on ", "depend on ", "deprecated", "requires "])

  private static let elsewhere = PhraseList([
    "next section", "what follows", "see more", "linked issues", "detailed above", "discussed here",
    "described here", "outlined in", "refer to the", "link below", "shown below", "as above", "listed in",
    "in the diagram", "the table", "this guide", "the previous section", "as usual", "the former", "as such,",
    "reference this",
    "might be worth", "are likely to", "probably",
    "the above",
    "previous point",
    "important to note",
    " as well.",
    "that image", "that file",
    "we know ",
    "can assume",
    "the latter", "consult the", "see the docs", "check the",
  ])
}
