internal import Recall

/// What something costs: named as a price, or told in the sentence behind it.
struct PriceRules {
  let context: ProseContext

  static let gate = Array(prices) + ["expense"] + costing + following

  func candidate(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.opens(.price, to: statement) else { return nil }
    if let found = named(words, statement) { return found }
    for marker in [
      ["at", "the", "price", "of"], ["at", "the", "cost", "of"], ["at", "the", "expense", "of"],
    ] {
      guard let at = words.place(of: marker, from: 3),
        let clause = Clause(words.prefix(at).text, context.book), clause.stands,
        clause.words.count <= 20
      else { continue }
      let answer = context.told(words.dropFirst(at + 4).text)
      guard context.isAnswer(answer, atLeast: 2) else { continue }
      return ProseCandidate(
        kind: .price, question: "“\(clause.sentence).” At what price?", answer: answer, statement: statement,
        score: 0.75,
        reason: "names the price")
    }
    return costly(words, statement) ?? costs(words, statement)
  }

  /// "The second index costs us 40 ms for each write."
  private func costs(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", !statement.goesOn, words.count <= 24,
      let verb = (2..<max(2, min(words.count - 2, 8))).first(where: { words[$0].plain == "costs" }),
      let clause = Clause(words.prefix(verb + 1).text, context.book), clause.words.count > 2,
      Clause(Self.withoutNumber(clause.words), context.book)?.stands == true,
      ["the", "a", "an", "each", "every"].contains(clause.words[0].plain)
        || clause.words[0].text.hasPrefix("`"),
      !clause.words.all.contains(where: { $0.ends(with: ",") || $0.ends(with: ":") }),
      !clause.words.prefix(clause.words.count - 1).all.contains(where: { Verbs.isAuxiliary($0) })
    else { return nil }
    var rest = words.dropFirst(verb + 1)
    var whom = ""
    if let first = rest.first?.plain, ["us", "you"].contains(first) {
      whom = " " + first
      rest = rest.dropFirst(1)
    }
    guard let first = rest.first,
      first.startsWithNumber || ["a", "an", "one", "two", "three", "more", "about"].contains(first.plain)
    else { return nil }
    let answer = context.told(rest.text)
    let name = context.book.lowered(clause.words.prefix(clause.words.count - 1).text)
    guard context.isAnswer(answer, atLeast: 3), KeyWords.share(of: answer, in: name) < 0.5 else { return nil }
    return ProseCandidate(
      kind: .price, question: "What does \(name) cost\(whom)?", answer: answer, statement: statement,
      score: 0.7, reason: "names the price")
  }

  /// "The downside of allow-only is that …"
  private func named(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let noun = words.all.prefix(4).firstIndex(where: { Self.prices.contains($0.plain) }), noun <= 2
    else { return nil }
    guard noun == 0 || ["the", "a", "one", "its", "main", "only", "big"].contains(words[0].plain) else {
      return nil
    }
    var name = words[noun].plain
    let ends = words[noun].ends(with: ":")
    // "**Risk:** …" in one item after the other: what has all these risks stands above them.
    if ends, let term = statement.term, context.labels.contains(term) { return nil }
    guard
      let verb = ends
        ? noun
        : (noun + 1..<min(words.count, noun + 9)).first(where: {
          words[$0].plain == "is" || words[$0].plain == "are"
        })
    else { return nil }
    var topic = words[(noun + 1)..<max(noun + 1, verb)].text
    if topic.hasPrefix("of ") || topic.hasPrefix("for ") {
      topic = "of " + topic.spacedWords.dropFirst().joined(separator: " ")
    } else {
      guard topic.isEmpty else { return nil }
      var rest = words.dropFirst(verb + 1)
      if rest.first?.plain == "that" { rest = rest.dropFirst(1) }
      let answer = context.told(rest.text)
      if let asked = quoted(statement, name), context.isAnswer(answer) {
        return ProseCandidate(
          kind: .price, question: asked, answer: answer, statement: statement, score: 0.76,
          reason: "names the price")
      }
      guard statement.before == nil, let subject = subject(statement), rest.count > 4,
        !Verbs.adverbs.contains(rest[0].plain), !Verbs.isParticiple(rest[0].plain)
      else { return nil }
      topic = "of \(subject)"
    }
    guard let clause = Clause("the \(name) \(topic)", context.book), clause.stands else { return nil }
    var rest = words.dropFirst(verb + 1)
    if rest.first?.plain == "that" { rest = rest.dropFirst(1) }
    let answer = context.told(rest.text)
    guard context.isAnswer(answer), KeyWords.share(of: answer, in: topic) < 0.6 else { return nil }
    if name == "trade-off" { name = "price" }
    return ProseCandidate(
      kind: .price, question: "What is the \(name) \(topic)?", answer: answer, statement: statement,
      score: 0.78,
      reason: "names the price")
  }

  /// "“We count days in local time.” What is the downside?"
  private func quoted(_ statement: Statement, _ name: String) -> String? {
    guard let before = statement.before else { return nil }
    var words = Words(before)
    if let because = words.place(of: ["because"], from: 4) ?? words.place(of: ["so", "that"], from: 4) {
      words = words.prefix(because)
    }
    guard let clause = Clause(words.text, context.book), clause.stands, clause.words.count <= 20,
      clause.words.count >= 4
    else { return nil }
    return "“\(clause.sentence).” What is the \(name)?"
  }

  private static let prices: Set<String> = [
    "downside", "disadvantage", "drawback", "price", "cost", "catch", "trade-off", "tradeoff", "risk",
    "downsides", "weakness",
  ]

  /// What the price is of: the heading, where that is no more than a word for prices.
  private func subject(_ statement: Statement) -> String? {
    for title in statement.place.suffix(1) + (statement.place.isEmpty ? [context.title] : []) {
      let words = PlainWords.normalized(title).pieces
      // "Availability" is nothing that somebody took, and of a name one word is enough.
      guard !words.isEmpty, words.count <= 6, words.count > 1 || title != title.capitalizedStart,
        !words.contains(where: { Self.prices.contains($0) || Self.general.contains($0) }),
        Topic.tells(title)
      else { continue }
      return Phrasing.quoted(title.trimmingPunctuation, "en")
    }
    return nil
  }

  private static let general: Set<String> = [
    "tradeoffs", "trade", "offs", "consequences", "notes", "rules", "why", "what", "how", "overview",
    "introduction",
    "background", "context", "status", "problem", "motivation", "goals", "goal", "statement", "decision",
    "risks", "mitigations", "costs", "drawbacks", "disadvantages", "alternatives", "architecture", "design",
    "decisions", "proposal", "summary",
  ]

  /// "Synonyms are expanded at query time. This makes queries slower."
  private func costly(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let first = words.first?.plain, first == "this" || first == "that" || first == "it",
      words.count >= 5,
      let before = statement.before, let clause = Clause(before, context.book), clause.stands,
      clause.words.count <= 22
    else { return nil }
    // "Two limits remain. It costs …": what does is told of elsewhere.
    if first == "it", let subject = Inversion.subject(of: clause), subject.hasSuffix("s"),
      !subject.hasSuffix("ss")
    {
      return nil
    }
    let verb = words[1].plain
    let isPrice =
      Self.costing.contains(verb)
      && words.all.contains(where: { Self.dear.contains($0.plain) })
    let follows = first != "it" && Self.following.contains(verb)
    guard isPrice || follows else { return nil }
    var rest = follows ? words.dropFirst(2) : words
    if rest.first?.plain == "that" { rest = rest.dropFirst(1) }
    let answer = context.told(rest.text)
    guard context.isAnswer(answer), KeyWords.share(of: answer, in: clause.text) < 0.5 else { return nil }
    return ProseCandidate(
      kind: isPrice ? .price : .condition,
      question: "“\(clause.sentence).” \(isPrice ? "What does that cost?" : "What follows from that?")",
      answer: answer, statement: statement, score: 0.66, reason: isPrice ? "names the price" : "what follows")
  }

  /// "The second index": of what is named behind it the number may be told.
  private static func withoutNumber(_ words: Words) -> String {
    guard words.count > 3, ["first", "second", "third"].contains(words[1].plain) else { return words.text }
    return words[0].text + " " + words.dropFirst(2).text
  }

  private static let costing = ["costs", "makes", "adds", "slows", "increases", "doubles"]
  private static let following = ["means", "implies"]
  private static let dear: Set<String> = [
    "slower", "costs", "longer", "more", "extra", "harder", "bigger", "larger", "seconds", "ms", "twice",
    "memory", "percent", "%",
  ]
}
