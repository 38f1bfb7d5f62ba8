internal import Recall

/// The signs by which an answer is known that is only a piece of one, or points at something that stands elsewhere.
enum AnswerDoubts {
  static func doubt(_ candidate: ProseCandidate) -> Doubts.Doubt? {
    guard candidate.kind != .cloze, candidate.kind != .steps else { return nil }
    if isFragment(candidate.answer, candidate) { return Doubts.Doubt(reason: "a piece of an answer") }
    if candidate.kind == .meaning, let doubt = MeaningDoubts.doubt(candidate) { return doubt }
    if candidate.isFound(by: "the heading claims"), !explains(candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "no word of a reason")
    }
    if candidate.kind == .condition, optional.isIn(anyCase: candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "what could be done")
    }
    // "If it fails, it means that another one was there": what was so, and not what happens.
    if candidate.kind == .condition, meant.begins(anyCase: candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "what it means")
    }
    // "If it can be moved, the change is made at once": which change?
    if candidate.kind == .condition, deeds.begins(anyCase: candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "something that was told of before")
    }
    // "If there are errors, it prints them": what does was told before.
    if candidate.kind == .condition, first(of: candidate.answer, isOneOf: ["it", "they"]),
      candidate.question.holds(" if there ") || candidate.question.holds(" when there ")
    {
      return Doubts.Doubt(points: 0.4, reason: "somebody who was named before")
    }
    // "If a gauge is new, there will be some lamps that are out": that there is something does not follow from it.
    if candidate.kind == .condition, first(of: candidate.answer, isOneOf: ["there"]) {
      return Doubts.Doubt(points: 0.3, reason: "only that there is something")
    }
    // "Because it tells how and not why, and read when it is named": the end belongs to what was asked about.
    if candidate.kind == .reason, endsElsewhere(candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "ends in something else")
    }
    if isAdded(candidate) { return Doubts.Doubt(points: 0.4, reason: "adds to what was told before") }
    if points(candidate.answer, candidate.question) {
      return Doubts.Doubt(points: 0.4, reason: "points at something else")
    }
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
    if candidate.kind == .reason || candidate.kind == .rule, turning.contains(first.plain) { return true }
    // "The bridge is unreachable, or the request fails, it waits": the condition goes on.
    if candidate.kind == .condition, let or = answer.place(of: ", or "),
      String(answer[or.upperBound...]).holds(", ")
    {
      return true
    }
    // "Issue: the leader crashes": a label, and what is below others stands elsewhere.
    // In a cell of a table nothing is torn out of a sentence.
    let isCell = candidate.isFound(by: TableRules.reason)
    if first.ends(with: ":"), !first.text.hasPrefix("`"), !isCell { return true }
    if words.all.contains(where: { $0.text == "I" || $0.text == "I'm" || $0.text == "I'd" || $0.text == "I," }
    ) {
      return true
    }
    // "… of the harbour. if the lamp": no sentence ended there, or a second one began in the wrong way.
    let isSplit = words.all.indices.dropLast().contains {
      words[$0].ending == UInt8(ascii: ".") && words[$0].plain.utf8.count > 3
        && words[$0 + 1].text.utf8.first?.isSmallLetter == true && !words[$0].plain.holds(".")
    }
    if isSplit { return true }
    if answer.holds(" 1. ") || answer.holds("step process") { return true }
    if answer.utf8.count(where: { $0 == UInt8(ascii: "(") })
      != answer.utf8.count(where: { $0 == UInt8(ascii: ")") })
    {
      return true
    }
    // "For example, it is built by hand": one of several, and which ones stands before.
    if words.begins(with: ["for", "example"]) || words.begins(with: ["for", "instance"]) { return true }
    if first.plain == "so", words.count > 1, words[1].plain != "that" { return true }
    // "We can return a value": what could be had, and not what is.
    if candidate.kind == .choice, first.plain == "we", words.count > 1,
      ["can", "could", "might", "may"].contains(words[1].plain)
    {
      return true
    }
    // "We considered whether to keep it": what came of that stands behind.
    if candidate.kind == .reason, first.plain == "we", words.count > 1,
      ChoiceRules.looking.contains(words[1].plain)
    {
      return true
    }
    guard first.ends(with: ","), words.count > 1, !isCell else { return false }
    return words.all.prefix(4).dropFirst().contains { ["or", "and"].contains($0.plain) }
  }

  private static let meant = PhraseList(["it means ", "this means ", "they require ", "it requires "])

  private static let deeds = PhraseList([
    "the change is ", "the change will ", "the result is ", "the operation is ",
  ])

  private static func endsElsewhere(_ answer: String) -> Bool {
    guard answer.holds(", and ") else { return false }
    let words = Words(answer).all
    guard
      let comma = words.indices.dropLast(2).last(where: {
        words[$0].ends(with: ",") && words[$0 + 1].plain == "and"
      })
    else { return false }
    return Verbs.isParticiple(words[comma + 2].plain)
      && !words[...comma].contains { Verbs.isParticiple($0.plain) }
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
    "which", "or", "and", "i.e", "e.g", "but", "while", "whereas", "nor", "that's", "that", "see", "things",
    "same", "whether",
  ]

  /// "The summary now includes the command": news of one day. "For now" is a limit.
  static func tellsOfChange(_ candidate: ProseCandidate) -> Bool {
    guard candidate.answer.holds("now") || candidate.question.holds("now") else { return false }
    return [candidate.question, candidate.answer].contains { text in
      let words = Words(text)
      return words.all.indices.dropFirst().contains { index in
        words[index].plain == "now" && index + 1 < words.count
          && !["for", "right", "until", "by", "just", "from", "till"].contains(words[index - 1].plain)
      }
    }
  }

  private static func first(of answer: String, isOneOf words: Set<String>) -> Bool {
    answer.spacedWords.first.map { words.contains($0.lowercased()) } ?? false
  }

  /// What somebody may do then is not what happens.
  private static let optional = PhraseList([
    " can be used ", "is possible to ", "easiest way", "simplest way", "best way", "might make sense",
    " likely ", " want to ", " slightly more ", " more complicated", " more complex", "fundamentally",
    "worth ", " provides a way", " provide a way", " can be specified",
  ])

  /// "It may also tell the office", "contains the valve too", "what happens if the lamp is also lit": something else
  /// stands before it.
  private static func isAdded(_ candidate: ProseCandidate) -> Bool {
    if !candidate.isHeading, candidate.question.holds(" also ") || candidate.question.holds(" too?") {
      return true
    }
    guard candidate.answer.holds("also") || candidate.answer.holds("too") else { return false }
    let start = Words(candidate.answer).prefix(14)
    return start.all.indices.dropFirst().contains { index in
      start[index].plain == "also"
        ? ["it", "they"].contains(start[index - 1].plain)
          || index + 1 < start.count && Verbs.isAuxiliary(start[index + 1])
          || Verbs.isAuxiliary(start[index - 1]) && start[index - 1].plain != "is"
        : start[index].plain == "too" && start[index].ends(with: ",")
    }
  }

  /// Whether a text below a heading that claims tells a reason, and not only more of what is claimed.
  private static func explains(_ answer: String) -> Bool {
    Words(answer).all.contains { CauseRules.trouble.contains($0.plain) || reasoning.contains($0.plain) }
  }

  private static let reasoning: Set<String> = [
    "because", "since", "so", "means", "until", "led", "leads", "makes", "causes", "avoid", "avoids",
    "prevents",
    "therefore", "needs", "breaks", "hide", "goes", "instead", "rather", "than",
  ]

  private static func points(_ answer: String, _ question: String) -> Bool {
    if elsewhere.isIn(anyCase: answer) || pointsAside(Words(answer)) { return true }
    guard answer.holds("his") || answer.holds("hese") else { return false }
    let words = Sentences.split(answer).first.map { Words($0) } ?? Words(answer)
    return words.all.indices.contains { index in
      if words[index].plain == "these" {
        return index + 1 < words.count && !["who", "that", "which"].contains(words[index + 1].plain)
      }
      guard words[index].plain == "this" else { return false }
      if index + 1 == words.count || loose.contains(words[index + 1].plain)
        || ",;.".contains(words[index].text.last ?? " ")
      {
        return true
      }
      // "This functionality": which one stands neither in the question nor before.
      let name = words[index + 1].plain
      return KeyWords.of(name).count > 0 && !words.prefix(index).holds(name)
        && !question.lowercased().holds(name)
    }
  }

  /// "The workflows outlined above", "the steps on this handbook page", "(#415)".
  private static func pointsAside(_ words: Words) -> Bool {
    words.all.indices.contains { index in
      let word = words[index]
      switch word.plain {
      case "above", "below":
        return index + 1 == words.count
          || !words[index + 1].startsWithNumber && !word.text.hasSuffix("`")
            && ["the", "and", "a"].contains(words[index + 1].plain) == false
      case "here": return index + 1 == words.count || word.text.last.map { ",.;".contains($0) } == true
      case "page", "section", "guide", "document", "article", "chapter", "handbook":
        return index > 1 && words[index - 2].plain == "this"
      default: return word.initial == UInt8(ascii: "#") && word.plain.dropFirst().first?.isNumber == true
      }
    }
  }

  /// Behind "this" they show that it stands for something that was told before.
  private static let loose: Set<String> = [
    "at", "in", "is", "to", "will", "can", "for", "on", "guide", "section", "page", "document", "file",
    "readme", "same", "table", "diagram", "list", "example", "repo", "repository", "means", "has", "was",
  ]

  private static let elsewhere = PhraseList([
    "next section", "what follows", "see more", "linked issues", "detailed above", "discussed here",
    "described here", "outlined in", "refer to the", "link below", "shown below", "as above", "listed in",
    "in the diagram", "the table", "this guide", "the previous section", "as usual", "the former", "as such,",
    "reference this",
    "in the same way", "likewise", "be aware", "keep in mind",
    "might be worth", "are likely to", "probably",
    "the above",
    "previous point",
    "important to note",
    " as well.",
    "that image", "that file",
    "we know ",
    "can assume",
    "the latter", "consult the", "see the docs", "check the",
    "a few more things", "some things", "various things", "certain things", "many things",
  ])
}
