internal import Recall

/// What a heading asks or claims, and the text below answers; short procedures.
struct SectionRules {
  let context: ProseContext

  func candidates(_ section: ProseSection) -> [ProseCandidate] {
    guard context.language.code == "en" || section.title.hasSuffix("?") else { return [] }
    return [question(section) ?? claim(section), steps(section)].compactMap(\.self) + asked(section)
  }

  /// "Why is there no cache here?" as a heading, answered by the first paragraph.
  private func question(_ section: ProseSection) -> ProseCandidate? {
    let words = Words(section.title)
    let isWhy = words.first?.plain == "why" && words.count >= 3
    guard section.title.hasSuffix("?") && words.count >= 3 || isWhy,
      // "Looking for issues?" asks nothing.
      context.language.code != "en" || words.all.contains(where: { Self.asking.contains($0.plain) }),
      let answer = definition(section, words) ?? opening(section, most: 60),
      defines(answer.text, words)
    else { return nil }
    // "How is a text marked? A text can be marked." answers nothing yet.
    if context.language.code == "en", let first = Sentences.split(answer.text).first,
      KeyWords.share(of: section.title, in: first) > 0.6,
      FreshWords(besides: [section.title]).count(in: first) < 1
    {
      return nil
    }
    // "positions/: Where are my terms?" is put there to please.
    guard isWhy || !words.all.contains(where: { ["my", "your", "i", "you"].contains($0.plain) }),
      isWhy || !section.title.holds(": "), isInOrder(words),
      !words.begins(with: ["what", "about"]), !words.begins(with: ["what", "is", "this"])
    else { return nil }
    var title = section.title
    // "Why it exists"
    if isWhy, words.count < 6, let asked = context.inverted(words.dropFirst(1).text) { title = asked }
    for start in ["Q: ", "So ", "And ", "But "] where title.hasPrefix(start) {
      title = String(title.dropFirst(start.count))
    }
    let question = framed(title.hasSuffix("?") ? title : title + "?", section)?.capitalizedStart
    // Of a long section the first sentences are no answer yet, unless it says why.
    let isLong = section.statements.count > 4 && definition(section, words) == nil
    return question.map {
      ProseCandidate(
        kind: .question, question: $0, answer: answer.text, statement: answer.statement,
        score: isLong && !isWhy ? 0.4 : 0.8,
        reason: isLong
          ? Self.longReason
          : definition(section, words) == nil ? "the heading asks" : Self.definingReason,
        isHeading: true)
    }
  }

  /// "How support achieved?" is no question yet.
  private func isInOrder(_ words: Words) -> Bool {
    guard context.language.code == "en", ["how", "when", "where"].contains(words[0].plain) else {
      return true
    }
    return words.all.dropFirst().prefix(3).contains { Verbs.isAuxiliary($0) }
  }

  private static let asking: Set<String> = [
    "what", "why", "how", "when", "where", "who", "which", "whose", "can", "do", "does", "did", "is", "are",
    "should", "must", "will", "may", "has", "have", "isn't", "don't", "doesn't", "what's",
  ]

  static let definingReason = "the heading asks what it is"
  static let longReason = "a long section's heading asks"

  /// What is asked for is named by the first sentence of its answer, or stood for.
  private func defines(_ answer: String, _ asked: Words) -> Bool {
    guard
      asked.begins(with: ["what", "is"]) || asked.begins(with: ["what", "are"]) || asked[0].plain == "what's",
      let first = Sentences.split(answer).first, let start = Words(first).first?.plain
    else { return true }
    return ["a", "an", "the", "it", "they", "this", "these"].contains(start)
      || KeyWords.share(of: asked.dropFirst(2).text, in: Words(first).prefix(8).text) >= 0.5
      || first.wordCount < 8
  }

  /// "What is a credential?" is answered where it says "a credential is …", and by nothing that comes before.
  private func definition(_ section: ProseSection, _ words: Words) -> (text: String, statement: Statement)? {
    guard words.count >= 3, words[0].plain == "what", ["is", "are"].contains(words[1].plain) else {
      return nil
    }
    let name = Words(words.dropFirst(2).text)
    let bare = ["a", "an", "the"].contains(name[0].plain) ? name.dropFirst(1) : name
    let pieces = bare.all.map(\.plain)
    guard
      let statement = section.statements.first(where: { statement in
        guard let at = statement.words.place(of: pieces), at <= 8, !statement.isItem else { return false }
        let next = at + pieces.count
        guard next + 1 < statement.words.count, ["is", "are", "means"].contains(statement.words[next].plain)
        else { return false }
        // "Gauges are alike in that …" compares them.
        return !["similar", "like", "alike", "also"].contains(statement.words[next + 1].plain)
      }), context.isAnswer(statement.text, atLeast: 6)
    else { return nil }
    return (context.told(statement.text), statement)
  }

  /// A question that points at its document is asked with the document's name.
  private func framed(_ question: String, _ section: ProseSection) -> String? {
    let words = Words(question).all.map(\.plain)
    let points = words.contains { ["this", "that", "these", "it", "here", "they", "one"].contains($0) }
    guard points || KeyWords.of(question).count < 3 else { return question }
    let names = ([context.title] + section.place.dropLast()).filter {
      KeyWords.of($0).count >= 1 && !$0.hasSuffix("?")
    }
    guard let name = names.last, name.wordCount <= 9 else { return nil }
    if KeyWords.share(of: name, in: question) > 0.5, !points { return question }
    return "\(name): \(context.book.lowered(question))"
  }

  /// "Flaky tests are quarantined, never retried", with the reason below.
  private func claim(_ section: ProseSection) -> ProseCandidate? {
    let words = Words(section.title)
    guard words.count >= (words.first?.plain == "no" ? 2 : 3), !section.title.hasSuffix("?"),
      !section.title.hasPrefix("\""), !section.title.hasPrefix("“"),
      !section.title.holds(":"), !words[0].plain.hasSuffix("ing"),
      !section.title.holds(". "), isSentence(words),
      words.count >= 5
        || words.all.contains(where: {
          Verbs.isAuxiliary($0) || ["we", "no", "never"].contains($0.plain)
        }),
      !["how", "what", "when", "where", "who", "which", "using", "adding"].contains(words[0].plain),
      !Verbs.isBase(words[0]) || ["never", "not"].contains(words[0].plain),
      !isName(words), !section.place.contains(where: { Self.trouble.isIn(anyCase: $0) }),
      let question = context.inverted(section.title),
      let answer = opening(section, most: 45), answer.text.wordCount >= 8,
      KeyWords.share(of: answer.text, in: question) < 0.5
    else { return nil }
    return ProseCandidate(
      kind: .reason, question: question, answer: answer.text, statement: answer.statement, score: 0.72,
      reason: "the heading claims, the text explains", isHeading: true)
  }

  /// A heading that limits or forbids claims something. "Additional notes on reviews" is a name, and "manually confirm the
  /// network is working" is to be done.
  private func isSentence(_ words: Words) -> Bool {
    guard context.language.code == "en", let first = words.first else { return true }
    let hasVerb = words.all.contains {
      Verbs.isAuxiliary($0) || Verbs.isThird($0)
    }
    if ["no", "never"].contains(first.plain) { return words.count < 2 || words[1].plain != "longer" }
    if hasVerb, words.all.contains(where: { Self.claiming.contains($0.plain) }) { return true }
    let end = words.all.firstIndex { Verbs.isThird($0) } ?? words.count
    // "Contract tests sit with the consumer": the verb stands behind it.
    if end + 1 < words.count, Verbs.isBase(words[end + 1]) { return true }
    return false
  }

  private static let claiming: Set<String> = [
    "we", "no", "never", "not", "only", "always", "must", "every", "each", "all", "cannot", "can't", "don't",
    "doesn't", "aren't", "isn't", "first", "alone",
  ]

  private static let trouble = PhraseList(["troubleshoot", "known issue", "common error", "faq"])

  /// "Graph Builder Data Import Issues" is a name: most of it has capitals, or nothing stands behind what could be a verb.
  private func isName(_ words: Words) -> Bool {
    guard context.language.code == "en" else { return false }
    let rest = words.all.dropFirst().filter { $0.text.count > 3 && !$0.text.hasPrefix("`") }
    let capitals = rest.count { $0.text.first?.isUppercase == true }
    return capitals * 2 > rest.count && capitals > 1
  }

  private func opening(_ section: ProseSection, most: Int) -> (text: String, statement: Statement)? {
    guard let first = section.statements.first, !first.isItem else { return nil }
    var taken: [String] = []
    var count = 0
    for sentence in [first.text] + first.after {
      let words = sentence.wordCount
      if sentence.hasSuffix(":") { break }
      if !taken.isEmpty, count + words > most { break }
      taken.append(sentence)
      count += words
    }
    let text = taken.joined(separator: " ")
    guard !taken.isEmpty, !text.lowercased().holds("the following"), text.wordCount <= 60,
      text.wordCount >= 5, !text.holds("http")
    else { return nil }
    return (context.told(text), first)
  }

  /// "**Q: …**" with the answer behind it.
  private func asked(_ section: ProseSection) -> [ProseCandidate] {
    section.statements.compactMap { statement in
      guard statement.text.hasSuffix("?"), let term = statement.term,
        statement.text.hasPrefix(term) || term.hasSuffix("?"),
        !statement.after.isEmpty
      else { return nil }
      var question = statement.text
      if question.hasPrefix("Q:") { question = String(question.dropFirst(2)).trimmed }
      let answer = context.told(statement.after.prefix(2).joined(separator: " "))
      guard context.isAnswer(answer), question.wordCount >= 3, let framed = framed(question, section) else {
        return nil
      }
      return ProseCandidate(
        kind: .question, question: framed, answer: answer, statement: statement, score: 0.75,
        reason: "the note asks")
    }
  }

  /// "Replace the last line with", and then a block of code.
  private static func isCut(_ step: String) -> Bool {
    let last = step.lastWord?.lowercased() ?? ""
    return ["with", "to", "by", "as", "in", "from", "like", "below"].contains(last) || step.hasSuffix(":")
      || step.lowercased().holds("below")
  }

  /// What stands below them is a set, even where it is numbered.
  private static let advice = PhraseList([
    "practice", "principle", "guideline", "tips", "goal", "recommend", "rules", "advice", "requirement",
    "feature", "todo", "future", "philosophy", "strategy", "convention", "standard", "tenet",
  ])

  /// A heading for something that is done, and not for trouble or a thing.
  private func isTask(_ title: String) -> Bool {
    let words = Words(title)
    guard let first = words.first?.plain else { return false }
    return Verbs.isBase(first) && !["slow", "issue"].contains(first)
      || first.hasSuffix("ing") && !words.holds("not")
      || first == "when"
      || words.all.contains { Self.tasks.contains($0.plain) }
  }

  private static let clicks: Set<String> = [
    "click", "go", "select", "check", "uncheck", "open", "press", "choose", "navigate", "on", "in",
  ]

  private static let tasks: Set<String> = [
    "procedure", "process", "steps", "flow", "lifecycle", "workflow", "migration", "rollback", "rotation",
    "deployment", "upgrade", "failover", "recovery", "restore", "release", "algorithm", "sequence", "changes",
    "bootstrap", "bootstrapping", "startup", "shutdown", "acquisition", "handshake", "checks",
  ]

  /// "Some settings are in the file": what is done with it stood behind, and is left out.
  private func isStatement(_ step: String) -> Bool {
    let words = Words(step)
    guard let first = words.first?.plain, !Verbs.isBase(first),
      !["if", "when", "once", "after", "for", "in", "on", "optionally", "optional"].contains(first)
    else { return false }
    return words.all.prefix(7).contains { Verbs.isAuxiliary($0) }
  }

  private static let asksHow = PhraseList(["how do ", "how does ", "how can ", "how should "])

  /// Three to six short steps.
  private func steps(_ section: ProseSection) -> ProseCandidate? {
    for case .list(let items, true, let line) in section.blocks where (3...6).contains(items.count) {
      let steps = items.compactMap { item -> String? in
        guard case .paragraph(let words, _)? = item.blocks.first,
          let first = Sentences.split(words.flat).first
        else { return nil }
        return first.wordCount <= 16 ? first : nil
      }
      guard steps.count == items.count,
        !steps.contains(where: { StatementReader.isBoilerplate($0) || Self.isCut($0) }),
        steps.reduce(0, { $0 + $1.wordCount }) <= 70
      else { continue }
      let title = section.title
      let isAsked = title.hasSuffix("?") && Self.asksHow.begins(anyCase: title)
      let isHow = isAsked || title.lowercased().hasPrefix("how to ") || title.lowercased().hasPrefix("to ")
      let isOrders = steps.count { Words($0).first.map { Verbs.isBase($0) } == true } * 2 > steps.count
      guard isHow || isOrders, KeyWords.of(title).count >= 1, !Self.advice.isIn(anyCase: title) else {
        continue
      }
      // What is done is a name of its own, although no thing is called so.
      let isNamed = isHow || Topic.tells(title)
      let whole = Topic.tells(context.title) ? context.title : ""
      let isShort =
        KeyWords.of(title).count < 3 && !whole.isEmpty
        && KeyWords.share(of: title, in: whole) < 0.5 && whole.wordCount <= 8
      let name = isNamed ? title + (isShort ? " (\(whole))" : "") : whole
      guard KeyWords.of(name).count >= 1 else { continue }
      let isRich = isHow || steps.count > 3 || steps.count(where: { $0.holds(UInt8(ascii: "`")) }) > 1
      // Where to click is shown by the program itself.
      let clicks = steps.count { Self.clicks.contains(Words($0).first?.plain ?? "") }
      let isSure =
        isRich && clicks * 2 < steps.count && (isHow || isTask(title)) && !steps.contains(where: isStatement)
      let statement = Statement(
        text: steps.joined(separator: " "), line: line, before: nil, after: [], isSecond: false,
        place: section.place,
        section: section.number,
        isItem: true, term: nil, goesOn: false)
      return ProseCandidate(
        kind: .steps,
        question: isAsked ? framed(title, section) ?? title : "\(name): what are the steps, in order?",
        answer: steps.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n"),
        statement: statement,
        score: isSure && isNamed ? 0.62 : 0.4, reason: "a short procedure")
    }
    return nil
  }
}
