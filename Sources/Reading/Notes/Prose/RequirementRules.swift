internal import Recall

/// Which rule holds for a thing, who may do something, and how much or how long it may be.
struct RequirementRules {
  let context: ProseContext

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    guard context.language.code == "en" else { return [] }
    guard context.opens([.requirement, .number], to: statement) else { return [] }
    let words = statement.words
    guard words.count >= 4 else { return [] }
    return [
      invariant(words, statement) ?? allowed(words, statement) ?? forbidden(words, statement)
        ?? rule(words, statement),
      limit(words, statement),
    ].compactMap(\.self)
  }

  /// "A client must …": the rule for it. Those that come with a reason are asked for that.
  private func rule(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let modal = (1..<min(words.count, 9)).first(where: { Self.modals.contains(words[$0].plain) }),
      words.count <= 28
    else { return nil }
    // "They do not always follow it" is no rule.
    guard words[modal - 1].plain != "not" else { return nil }
    // "Rows are never deleted": the verb stands before.
    let end = Verbs.isAuxiliary(words[modal - 1]) ? modal - 1 : modal
    guard end > 0 else { return nil }
    guard !words.prefix(end).all.contains(where: { $0.ends(with: ":") && words[0].text != $0.text })
    else { return nil }
    guard let clause = Clause(words.text, context.book), clause.words.count >= words.count - end else {
      return nil
    }
    // Without the words that tie it to the sentence before.
    let subject = words[(words.count - clause.words.count < end ? words.count - clause.words.count : 0)..<end]
    // "Editors who must see it": of those only is it told.
    guard clause.stands, !Self.open.contains(subject.all.last?.plain ?? ""),
      // "Set the option to always compile" orders it.
      subject.count == 1 || !Verbs.isBase(subject.first?.plain ?? ""),
      !subject.all.contains(where: { $0.ends(with: ",") }),
      !Self.openEnded.contains(subject.first?.plain ?? ""), KeyWords.of(subject.text).count >= 1
    else { return nil }
    let rest = words.dropFirst(modal + 1)
    let name = Clause.lowerStart(subject.text, clause)
    guard !statement.goesOn, !words.holds("currently") else { return nil }
    if let asked = demand(name, words[modal].plain, rest) {
      guard context.isAnswer(asked.answer, atLeast: 4), !["any", "all"].contains(subject.first?.plain ?? ""),
        KeyWords.share(of: asked.answer, in: asked.question) < 0.5
      else { return nil }
      return ProseCandidate(
        kind: .rule, question: asked.question, answer: asked.answer, statement: statement, score: 0.62,
        reason: "a rule")
    }
    let question = "What is the rule for \(name)?"
    let answer = context.told(clause.sentence)
    // What a thing must do is asked for by its verb; a rule by that name is something that never or always holds.
    let isForbidden = words[modal].plain == "must" && rest.begins(with: ["never", "be"])
    guard ["never", "always"].contains(words[modal].plain) || isForbidden, words[modal - 1].plain != "will"
    else {
      return nil
    }
    if end == modal, subject.first?.plain == "the", subject.count <= 3,
      words[modal].plain == "always", let asked = habit(name, rest),
      context.isAnswer(asked.answer, atLeast: 6)
    {
      return ProseCandidate(
        kind: .rule, question: asked.question, answer: asked.answer, statement: statement, score: 0.6,
        reason: "a rule")
    }
    // A plain plural or "the map" could have many rules.
    guard
      KeyWords.of(subject.text).count >= 2 || subject.first?.plain == "a" || subject.first?.plain == "an"
        || name.hasPrefix("`") || name.hasPrefix("the `")
    else { return nil }
    guard rest.count >= 4, KeyWords.of(rest.text).count >= 3, context.isAnswer(answer, atLeast: 6) else {
      return nil
    }
    // "A draft is never taken for a note, and no note is written over": two rules, and the second for something else.
    let second = rest.all.indices.dropLast().contains {
      rest[$0].ends(with: ",") && rest[$0 + 1].plain == "and"
        && $0 + 2 < rest.count && ["no", "the", "a", "an", "every", "each"].contains(rest[$0 + 2].plain)
    }
    if second, KeyWords.of(subject.text).count < 2 { return nil }
    return ProseCandidate(
      kind: .rule, question: question, answer: answer, statement: statement, score: 0.5, reason: "a rule")
  }

  /// "Each query must have at least one positive atom": what must it have?
  private func demand(_ name: String, _ modal: String, _ rest: Words) -> (question: String, answer: String)? {
    var rest = rest
    if ["also", "always", "additionally", "only", "then"].contains(rest.first?.plain ?? "") {
      rest = rest.dropFirst(1)
    }
    // "The relay must never write to the orders": what must it never do?
    if modal == "must", rest.first?.plain == "never" || rest.first?.plain == "not", rest.count >= 4,
      case let deed = rest.dropFirst(1), let verb = deed.first, Verbs.isBase(verb) || verb.plain == "be"
    {
      // "…, its collation differs": another sentence.
      let end = deed.all.indices.dropFirst(2).first { deed[$0].ends(with: ",") || deed[$0].ends(with: ";") }
      return verb.plain == "be"
        ? nil : ("What must \(name) never do?", context.told(deed.prefix((end ?? deed.count - 1) + 1).text))
    }
    if modal == "must", let asked = moment(name, rest) { return asked }
    guard modal == "must" || modal == "shall", !Self.resting.contains(rest.first?.plain ?? ""),
      let verb = rest.first?.plain, rest.count >= 3
    else {
      return nil
    }
    guard verb == "be" || verb == "have" || Verbs.isBase(verb), rest.first?.ends(with: ",") == false
    else { return nil }
    var object = rest.dropFirst(1)
    // "respond with the latest state" asks what it responds with.
    var preposition = ""
    if let first = object.first?.plain,
      ["with", "to", "on", "by", "for", "from", "in", "through", "into"].contains(first),
      object.count >= 2
    {
      preposition = " " + first
      object = object.dropFirst(1)
    }
    guard let start = object.first?.plain,
      ![
        "before", "after", "when", "if", "once", "again", "and", "or", "until", "that", "able", "done",
        "place",
      ]
      .contains(start)
    else {
      return nil
    }
    // "must be written before …" tells when, not what.
    if verb == "be", object.first.map({ Verbs.isParticiple($0.plain) }) == true { return nil }
    // "The database must be readable from anywhere": much could be told of what it must be.
    if verb == "be", !name.hasPrefix("`"), KeyWords.of(name).count < 2 { return nil }
    if verb == "mean" { return nil }
    // "must open a door, light the lamp and wait": it does several things.
    if object.all.indices.dropFirst().contains(where: { index in
      object[index - 1].ends(with: ",") && Verbs.isBase(object[index])
    }) {
      return ("What must \(name) do?", context.told(rest.text))
    }
    // "… a caption and must be verified": a second duty is another question.
    if let and = (1..<object.count).first(where: { index in
      object[index].plain == "and"
        && object.dropFirst(index + 1).all.prefix(3).contains { Self.modals.contains($0.plain) }
    }) {
      object = object.prefix(and)
    }
    return ("What must \(name) \(verb)\(preposition)?", context.told(object.text))
  }

  /// "Events must be written before the order is acknowledged": when must they be?
  private func moment(_ name: String, _ rest: Words) -> (question: String, answer: String)? {
    guard rest.count >= 6, rest.first?.plain == "be", Verbs.isParticiple(rest[1].plain),
      let at = (2..<min(rest.count - 3, 8)).first(where: { ["before", "after"].contains(rest[$0].plain) }),
      rest.dropFirst(at + 1).all.contains(where: { Verbs.isAuxiliary($0) || Verbs.isThird($0) }),
      !rest.prefix(at).all.contains(where: { $0.ends(with: ",") || $0.plain == "and" })
    else { return nil }
    return ("When must \(name) \(rest.prefix(at).text)?", context.told(rest.dropFirst(at).text))
  }

  /// "**Invariant:** nothing outside `log` ever opens a log file."
  private func invariant(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard Self.named.contains(words[0].plain), words[0].ends(with: ":"),
      let clause = Clause(words.dropFirst(1).text, context.book), clause.stands,
      let title = statement.place.last ?? Optional(context.title),
      KeyWords.of(title).count >= 1, title.wordCount <= 8
    else { return nil }
    let answer = context.told(clause.sentence)
    guard context.isAnswer(answer) else { return nil }
    let name = title.hasPrefix("`") ? title : Phrasing.quoted(title, "en")
    return ProseCandidate(
      kind: .rule, question: "Which \(words[0].plain) holds for \(name)?", answer: answer,
      statement: statement, score: 0.7,
      reason: "named as one")
  }

  /// "Only the CI machines may write to the cache": who may?
  private func allowed(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard words.first?.plain == "only", words.count > 3, !Verbs.isBase(words[1]),
      let modal = (2..<min(words.count, 9)).first(where: { ["may", "can", "must"].contains(words[$0].plain) })
        ?? permission(words),
      modal + 2 < words.count, !words.holds("currently"),
      // "Only one is allowed and it must …": two sentences.
      !words[1..<(words[modal].plain == "to" ? modal - 2 : modal)].all.contains(where: {
        Verbs.isAuxiliary($0)
      })
    else { return nil }
    let end =
      words.all.firstIndex { $0.ends(with: ",") || $0.ends(with: ";") || $0.ends(with: ":") }
      ?? words.count - 1
    guard end > modal + 1, let clause = Clause("x " + words[(modal + 1)..<(end + 1)].text, context.book),
      clause.stands
    else { return nil }
    // "Only the ledger is allowed to write": it may.
    let isPermission = words[modal].plain == "to"
    let answer = context.told(words.prefix(isPermission ? modal - 2 : modal).text)
    return ProseCandidate(
      kind: .rule,
      question: "Who or what \(isPermission ? "may" : words[modal].plain) \(clause.words.dropFirst(1).text)?",
      answer: answer,
      statement: statement, score: 0.64, reason: "a rule")
  }

  /// "Only the ledger is allowed to write": the "to" of it.
  private func permission(_ words: Words) -> Int? {
    (4..<max(4, min(words.count, 11))).first {
      words[$0].plain == "to" && words[$0 - 1].plain == "allowed"
        && ["is", "are"].contains(words[$0 - 2].plain)
    }
  }

  /// A limit needs no word, but a number.
  static let gate = Array(modals) + named + ["only"]

  private static let named = ["invariant", "rule", "constraint"]
  private static let modals: Set<String> = ["must", "mustn't", "never", "always", "shall"]
  /// Behind them the name of a thing goes on.
  private static let open: Set<String> = [
    "who", "which", "that", "to", "of", "but", "and", "or", "for", "with", "in", "on", "as", "than",
  ]
  /// They have no object that could be asked for.
  private static let resting: Set<String> = ["wait", "work", "go", "come", "live", "stay", "happen", "occur"]
  private static let openEnded: Set<String> = [
    "please", "because", "since", "although", "as", "after", "before", "with", "while", "no", "nobody",
    "nothing",
    "only", "there", "if", "when", "it",
    "they", "all", "one", "until", "then", "in", "on", "at",
    "for", "whoever", "anybody", "anyone",
  ]

  // MARK: Limits

  /// "A tombstone is kept at least 180 days": the number is what is asked for.
  private func limit(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    let numbers = words.all.indices.filter { words[$0].startsWithNumber }
    guard numbers.count == 1, let at = numbers.first, at > 1, words.count >= 5, words.count <= 24 else {
      return nil
    }
    let before = words[max(0, at - 4)..<at].all.map(\.plain)
    let next = at + 1 < words.count ? words[at + 1].text : ""
    guard
      before.contains(where: { Self.bounds.contains($0) })
        || !next.hasPrefix("%") && Self.units.contains(at + 1 < words.count ? words[at + 1].plain : "")
    else { return nil }
    guard
      words.prefix(at).all.contains(where: {
        Verbs.isAuxiliary($0) || Verbs.isThird($0) || Verbs.isBase($0)
      }),
      !words.all.contains(where: { Self.telling.contains($0.plain) }),
      let clause = Clause(words.text, context.book), clause.stands,
      clause.words.all.indices.contains(where: { clause.words[$0].plain == words[at].plain })
    else { return nil }
    let number = Self.bare(words[at].text)
    guard number.count <= 10 else { return nil }
    let unit =
      at + 1 < words.count && Self.units.contains(words[at + 1].plain)
      ? " " + Self.bare(words[at + 1].text) : ""
    guard let place = clause.sentence.place(of: number + unit) else { return nil }
    var prompt = clause.sentence
    prompt.replaceSubrange(place, with: Cloze.mark)
    return ProseCandidate(
      kind: .cloze, question: context.told(prompt), answer: number + unit, statement: statement, score: 0.57,
      reason: "a limit")
  }

  private static func bare(_ word: String) -> String {
    var text = word[...]
    while let last = text.last, ",.;:)".contains(last) { text.removeLast() }
    return String(text.drop { $0 == "(" })
  }

  private static let bounds: Set<String> = [
    "most", "least", "than", "within", "every", "maximum", "minimum", "limit", "up", "after", "timeout",
    "size", "only", "about",
  ]
  private static let units: Set<String> = [
    "ms", "s", "seconds", "second", "minutes", "minute", "hours", "hour", "days", "day", "weeks", "months",
    "years", "kb", "mb",
    "gb", "kib", "mib", "gib", "bytes", "%", "percent", "connections", "threads", "ticks", "partitions",
    "retries", "attempts",
  ]
  /// What happened, and what it was measured at some time, is no limit.
  private static let telling: Set<String> = [
    "was", "were", "took", "led", "nobody", "had", "did", "ago", "today", "yesterday", "currently", "twice",
    "once",
    "measured", "happened",
  ]
}
