internal import Recall

/// What a thing is, what it is responsible for, which rule holds for it, and how much or how long.
struct FactRules {
  let context: ProseContext

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    guard context.language.code == "en" else { return [] }
    let words = statement.words
    guard words.count >= 4 else { return [] }
    return [
      listed(statement) ?? duty(words, statement) ?? meaning(words, statement),
      invariant(words, statement) ?? allowed(words, statement) ?? rule(words, statement),
      limit(words, statement),
    ].compactMap(\.self)
  }

  // MARK: Definitions

  /// "**Term** — meaning", "`flag`: meaning".
  private func listed(_ statement: Statement) -> ProseCandidate? {
    guard let term = statement.term, statement.text.hasPrefix(term) else { return nil }
    let rest = statement.text.dropFirst(term.count)
    guard let sign = rest.first(where: { $0 != " " && $0 != "*" }), "—–:-".contains(sign) else { return nil }
    let body = rest.drop { "—–:- *".contains($0) }
    let answer = context.told(String(body))
    // "**Caching** We keep …" says something about the term and not what it is.
    let opening = Words(String(body)).all.prefix(5)
    guard
      !opening.contains(where: {
        Verbs.auxiliaries.contains($0.plain) || ["we", "you", "some", "most", "many"].contains($0.plain)
      })
    else { return nil }
    guard context.isAnswer(answer), isTerm(term), !body.lowercased().hasPrefix("you "), !body.contains(" / ")
    else { return nil }
    let isFlag = term.hasPrefix("`-") || term.hasPrefix("-")
    let question =
      isFlag ? "What does \(term) do?" : "What is \(term.hasPrefix("`") ? term : context.book.lowered(term))?"
    return ProseCandidate(
      kind: .meaning, question: question, answer: answer, statement: statement, score: 0.7,
      reason: "a term with its meaning")
  }

  /// "X is a Y that …", "X means Y".
  private func meaning(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard
      let verb = (1..<min(words.count, 6)).first(where: { ["is", "are", "means"].contains(words[$0].plain) }),
      verb + 3 < words.count
    else { return nil }
    var subject = words.prefix(verb)
    guard let start = subject.first?.plain,
      !["but", "and", "so", "or", "also", "more", "most"].contains(start),
      !Verbs.isBase(start) || subject.count == 1
    else { return nil }
    if ["a", "an", "the"].contains(start), subject.count > 1 { subject = subject.dropFirst(1) }
    let name = subject.text
    guard isTerm(name), subject.count <= 4, !subject.all.contains(where: { $0.text.hasSuffix(",") }) else {
      return nil
    }
    let rest = words.dropFirst(verb + 1)
    let isMeant = words[verb].plain == "means"
    let first = rest.first?.plain ?? ""
    if !isMeant {
      guard ["a", "an", "the", "one"].contains(first), rest.count >= 5 else { return nil }
      // "The server is the best …": a judgement, and no meaning.
      guard
        ![
          "only", "best", "main", "same", "first", "last", "most", "wrong", "right", "problem", "reason",
          "truth",
        ].contains(rest[1].plain)
      else { return nil }
    }
    // It is worth asking where the author set it apart, or the note is about it.
    let isNamed =
      statement.term.map { $0.holds(name) || name.holds($0) } == true || name.hasPrefix("`")
      || KeyWords.share(of: name, in: statement.place.joined(separator: " ") + " " + context.title) > 0
      || isMeant
      || statement.before == nil && !statement.isItem
    guard isNamed, let clause = Clause(name + " x", context.book), clause.stands else { return nil }
    let answer = context.told(isMeant && first == "that" ? rest.dropFirst(1).text : rest.text)
    guard context.isAnswer(answer, atLeast: 5) else { return nil }
    let asked = Clause.lowerStart(words.prefix(verb).text, clause)
    let question =
      isMeant ? "What does \(asked) mean?" : "What \(words[verb].plain == "are" ? "are" : "is") \(asked)?"
    guard KeyWords.share(of: answer, in: question) < 0.5 else { return nil }
    return ProseCandidate(
      kind: .meaning, question: question, answer: answer, statement: statement, score: 0.68,
      reason: "what it is")
  }

  private func isTerm(_ name: String) -> Bool {
    let words = PlainWords.normalized(name).pieces
    guard !words.isEmpty, words.count <= 5, KeyWords.of(name).count >= 1 else { return false }
    return !words.contains { Self.noTerms.contains($0) }
  }

  private static let noTerms: Set<String> = [
    "it", "this", "that", "these", "there", "what", "goal", "aim", "reason", "problem", "question", "idea",
    "result",
    "downside", "price", "alternative", "example", "here", "note", "todo", "point", "thing", "answer",
    "solution", "trick",
    "they", "one", "we", "which", "who", "status", "scope", "date", "author", "i", "you", "other", "rest",
    "lesson", "rule",
    "why", "how", "when", "first", "second", "third", "he", "she", "owner", "next", "naming", "all", "space",
    "labels", "page", "invariant", "topic", "tier", "warning", "important", "constraint",
    "caveat", "tags", "version", "summary", "context", "background", "ops", "cost", "threshold",
  ]

  /// "`log` owns durability", or "Owns durability" below a heading of that name.
  private func duty(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    for verb in Self.duties {
      let pieces = verb.words
      var name = ""
      var rest: Words
      if words.begins(with: pieces), let title = statement.place.last, isTerm(title), statement.before == nil
      {
        name = title.hasPrefix("`") ? title : Phrasing.quoted(title, "en")
        rest = words
      } else if let at = words.place(of: pieces, from: 1), at <= 5,
        !["since", "because", "when", "if", "as", "while", "although"].contains(words[0].plain),
        isTerm(words.prefix(at).text),
        words[0].plain != "more"
      {
        guard let clause = Clause(words.prefix(at).text + " x", context.book), clause.stands else {
          return nil
        }
        name = Clause.lowerStart(words.prefix(at).text, clause)
        rest = words.dropFirst(at + pieces.count)
      } else {
        continue
      }
      if rest.first?.plain == "for" { rest = rest.dropFirst(1) }
      let answer = context.told(rest.text)
      guard context.isAnswer(answer, atLeast: 1), !name.isEmpty else { return nil }
      let isWhole = words.begins(with: pieces)
      let question = isWhole ? "What does \(name) do?" : verb.question.filled("%", with: name)
      guard KeyWords.share(of: answer, in: question) < 0.5 else { return nil }
      return ProseCandidate(
        kind: .meaning, question: question, answer: answer, statement: statement, score: isWhole ? 0.62 : 0.7,
        reason: "what it is responsible for")
    }
    return nil
  }

  private static let duties: [(words: [String], question: String)] = [
    (["owns"], "What does % own?"), (["is", "responsible"], "What is % responsible for?"),
    (["are", "responsible"], "What are % responsible for?"), (["knows"], "What does % know?"),
    (["holds"], "What does % hold?"), (["is", "authoritative", "about"], "What is % authoritative about?"),
    (["merges"], "What does % merge?"), (["decides"], "What does % decide?"),
    (["handles"], "What does % handle?"),
    (["requires"], "What does % require?"), (["depends", "on"], "What does % depend on?"),
    (["guarantees"], "What does % guarantee?"), (["stores"], "What does % store?"),
    (["contains"], "What does % contain?"),
  ]

  // MARK: Rules

  /// "A client must …": the rule for it. Those that come with a reason are asked for that.
  private func rule(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard let modal = (1..<min(words.count, 9)).first(where: { Self.modals.contains(words[$0].plain) }),
      words.count <= 28
    else { return nil }
    // "Rows are never deleted": the verb stands before.
    let end = Verbs.auxiliaries.contains(words[modal - 1].plain) ? modal - 1 : modal
    guard end > 0 else { return nil }
    guard !words.prefix(end).all.contains(where: { $0.text.hasSuffix(":") && words[0].text != $0.text })
    else { return nil }
    guard let whole = Clause(words.text, context.book), whole.words.count >= words.count - end else {
      return nil
    }
    // Without the words that tie it to the sentence before.
    let subject = words[(words.count - whole.words.count < end ? words.count - whole.words.count : 0)..<end]
    guard let clause = Clause(words.text, context.book), clause.stands,
      !subject.all.contains(where: { $0.text.hasSuffix(",") }),
      !Self.openEnded.contains(subject.first?.plain ?? ""), KeyWords.of(subject.text).count >= 1
    else { return nil }
    let rest = words.dropFirst(modal + 1)
    let name = Clause.lowerStart(subject.text, clause)
    let question = "What is the rule for \(name)?"
    let answer = context.told(clause.sentence)
    guard rest.count >= 4, KeyWords.of(rest.text).count >= 3, context.isAnswer(answer, atLeast: 6) else {
      return nil
    }
    return ProseCandidate(
      kind: .rule, question: question, answer: answer, statement: statement, score: 0.55, reason: "a rule")
  }

  /// "**Invariant:** nothing outside `log` ever opens a log file."
  private func invariant(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard ["invariant", "rule", "constraint"].contains(words[0].plain), words[0].text.hasSuffix(":"),
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
    guard words.first?.plain == "only",
      let modal = (2..<min(words.count, 9)).first(where: { ["may", "can", "must"].contains(words[$0].plain) }
      ),
      modal + 2 < words.count
    else { return nil }
    let end =
      words.all.firstIndex { $0.text.hasSuffix(",") || $0.text.hasSuffix(";") || $0.text.hasSuffix(":") }
      ?? words.count - 1
    guard end > modal + 1, let clause = Clause("x " + words[(modal + 1)..<(end + 1)].text, context.book),
      clause.stands
    else { return nil }
    let answer = context.told(words.prefix(modal).text)
    return ProseCandidate(
      kind: .rule, question: "Who or what \(words[modal].plain) \(clause.words.dropFirst(1).text)?",
      answer: answer,
      statement: statement, score: 0.64, reason: "a rule")
  }

  private static let modals: Set<String> = ["must", "mustn't", "never", "always", "shall"]
  private static let openEnded: Set<String> = [
    "no", "nobody", "nothing", "only", "there", "if", "when", "it", "they", "all", "one", "in", "on", "at",
    "for",
  ]

  // MARK: Limits

  /// "A tombstone is kept at least 180 days": the number is what is asked for.
  private func limit(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    let numbers = words.all.indices.filter { words[$0].plain.first?.isNumber == true }
    guard
      words.all.contains(where: {
        Verbs.auxiliaries.contains($0.plain) || Verbs.base(ofThird: $0.plain) != nil || Verbs.isBase($0.plain)
      })
    else {
      return nil
    }
    guard numbers.count == 1, let at = numbers.first, at > 1, words.count >= 5, words.count <= 24,
      let clause = Clause(words.text, context.book), clause.stands
    else { return nil }
    let before = words[max(0, at - 4)..<at].all.map(\.plain)
    let next = at + 1 < words.count ? words[at + 1].text : ""
    guard
      before.contains(where: { Self.bounds.contains($0) })
        || !next.hasPrefix("%") && Self.units.contains(at + 1 < words.count ? words[at + 1].plain : "")
    else { return nil }
    guard !words.all.contains(where: { Self.telling.contains($0.plain) }),
      clause.words.all.indices.contains(where: { clause.words[$0].plain == words[at].plain })
    else { return nil }
    let number = Self.bare(words[at].text)
    guard number.count <= 10 else { return nil }
    let unit =
      at + 1 < words.count && Self.units.contains(words[at + 1].plain)
      ? " " + Self.bare(words[at + 1].text) : ""
    guard let place = clause.sentence.firstRange(of: number + unit) else { return nil }
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
