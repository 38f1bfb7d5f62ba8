internal import Recall

/// What a thing is, and what it is responsible for.
struct FactRules {
  let context: ProseContext

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    guard context.language.code == "en" else { return [] }
    guard statement.manner.words >= 4 else { return [] }
    if let found = listed(statement) { return [found] }
    guard context.opens([.duty, .meaning], to: statement) else { return [] }
    let words = statement.words
    if context.opens(.duty, to: statement), let found = duty(words, statement) { return [found] }
    guard context.opens(.meaning, to: statement) else { return [] }
    return meaning(words, statement).map { [$0] } ?? []
  }

  static let dutyGate = Gates.words(of: duties.map { $0.words.joined(separator: " ") })
  static let meaningGate = ["is", "are", "means"]

  // MARK: Definitions

  /// "X is a Y that …", "X means Y".
  private func meaning(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard
      let verb = (1..<min(words.count, 6)).first(where: { Self.meaningGate.contains(words[$0].plain) }),
      verb + 3 < words.count
    else { return nil }
    // "**Plugin module**: a plugin is …": the name is what stands before the colon.
    let named = words.prefix(verb).all.firstIndex { $0.text.hasSuffix(":") }.map { words.prefix($0 + 1) }
    var subject = named ?? words.prefix(verb)
    guard let start = subject.first?.plain, !statement.goesOn, !start.hasSuffix("ing"),
      Verbs.base(ofThird: start) == nil || subject.count == 1,
      !words.holds("currently"),
      ![
        "unless", "under", "beneath", "below", "above", "behind", "within", "in", "on", "at",
        "while", "although", "though", "as", "since", "if", "when", "once", "because", "but", "and", "so",
        "or", "also", "more", "most", "each", "every", "any", "some", "both",
      ].contains(
        start),
      !Verbs.isBase(start) || subject.count == 1
    else { return nil }
    let hadArticle = ["a", "an", "the"].contains(start) && subject.count > 1
    if hadArticle { subject = subject.dropFirst(1) }
    // "A gauge therefore is a box", "A gauge in particular is": what ties it to the sentence before is no part of its name.
    if subject.count > 1, let last = subject.all.last?.plain,
      Self.tying.contains(last) || subject.holds("where") || last == "particular" || last == "general"
    {
      return nil
    }
    let name = subject.text.trimmingColon
    // "This does not mean that locally means on your machine": how a word is used there.
    if subject.count == 1, !hadArticle, name.hasSuffix("ly"), words[verb].plain == "means" { return nil }
    guard isTerm(name), !name.hasPrefix("`<"), subject.count <= 4, !Self.anyones.contains(name.lowercased()),
      !subject.all.contains(where: { $0.ends(with: ",") })
    else {
      return nil
    }
    let rest = Self.first(of: words.dropFirst(verb + 1))
    let isMeant = words[verb].plain == "means"
    let first = rest.first?.plain ?? ""
    if !isMeant {
      guard ["a", "an", "the", "one"].contains(first), rest.count >= 5,
        // "Is the written by the office": a word is missing.
        !(Verbs.isParticiple(rest[1].plain) && ["by", "in", "from", "at"].contains(rest[2].plain))
      else { return nil }
      // "The server is the best …": a judgement, and no meaning.
      guard
        ![
          "only", "best", "main", "same", "first", "last", "most", "wrong", "right", "problem", "reason",
          "truth", "critical", "important", "key", "major", "significant", "good", "great", "nice", "simple",
          "responsibility", "little", "bit", "more", "ones", "result", "term", "build", "following", "core",
          "common", "typical",
          "natural", "technical", "useful",
          "popular", "big", "bit", "lot", "real",
          "way", "means", "matter",
          "question",
        ].contains(rest[1].plain)
      else { return nil }
    }
    // It is worth asking where the author set it apart, or the note is about it.
    let isNamed =
      statement.term.map { $0.holds(name) || name.holds($0) } == true || name.hasPrefix("`")
      || KeyWords.share(of: name, in: statement.place.joined(separator: " ") + " " + context.title) > 0
      || isMeant
      || statement.before == nil && !statement.isItem
    guard let clause = Clause(name + " x", context.book), clause.stands else { return nil }
    let answer = context.told(isMeant && first == "that" ? rest.dropFirst(1).text : rest.text)
    guard context.isAnswer(answer, atLeast: 5) else { return nil }
    // "Finally, facets are …": the name alone.
    guard let whole = Clause((named ?? words.prefix(verb)).text.trimmingColon + " x", context.book)
    else { return nil }
    let asked =
      named == nil
      ? Clause.lowerStart(whole.words.prefix(whole.words.count - 1).text, clause) : name
    let areMany = named == nil ? words[verb].plain == "are" : name.hasSuffix("s")
    // "X means that …" tells what follows, and an order means nothing.
    let isConsequence = isMeant && first == "that"
    if isMeant, Verbs.isBase(words[0]) { return nil }
    // "A shared list means that nobody has to look twice": what comes of it. A single word has a meaning.
    if isConsequence, subject.count > 1, !["“", "`", "\""].contains(where: name.hasPrefix),
      statement.term == nil
    {
      return nil
    }
    // "X means the deployment is managed by Y": that too.
    if isMeant, !isConsequence, !name.hasPrefix("“"), !name.hasPrefix("`"),
      rest.prefix(5).all.contains(where: { Verbs.isAuxiliary($0) })
    {
      return nil
    }
    // "The number" is one that the sentences before tell of.
    if words[0].plain == "the", subject.count == 1, statement.before != nil, !name.hasPrefix("`"),
      KeyWords.share(of: name, in: statement.place.joined(separator: " ") + " " + context.title) == 0
    {
      return nil
    }
    let question =
      isMeant ? "What does \(asked) mean?" : "What \(areMany ? "are" : "is") \(asked)?"
    guard KeyWords.share(of: answer, in: question) < 0.5 else { return nil }
    return ProseCandidate(
      // "X means: derive the trait" is an order. Another one is asked no longer only because a sentence came before it,
      // and never anew.
      kind: .meaning, question: question, answer: answer, statement: statement,
      score: isNamed && !(isMeant && (first == "to" || Verbs.isBase(first))) ? 0.68 : 0.4,
      reason: "what it is")
  }

  private static let tying: Set<String> = [
    "therefore", "thus", "hence", "then", "here", "essentially", "basically", "instead", "itself", "often",
    "specifically",
  ]

  /// Parameters of anything.
  private static let anyones: Set<String> = [
    "`key`", "`id`", "`name`", "`type`", "`value`", "`env`", "`label`", "`weight`", "`text`", "`data`",
    "`url`", "value", "values", "key", "keys",
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
        ![
          "in", "at", "on", "for", "with", "by", "since", "because", "when", "if", "as", "while", "although",
          "whether", "how", "what", "where",
        ]
        .contains(words[0].plain),
        isTerm(words.prefix(at).text),
        words[0].plain != "more", at == 1 || !Self.orders.contains(words[0].plain)
      {
        // "In general, a coordinator": what is said before the comma belongs to no name.
        let start = words.prefix(at).all.lastIndex { $0.ends(with: ",") }.map { $0 + 1 } ?? 0
        guard start < at, let clause = Clause(words[start..<at].text + " x", context.book), clause.stands,
          !words[at - 1].ends(with: ":"), !["and", "or"].contains(words[at - 1].plain),
          isTerm(clause.words.prefix(clause.words.count - 1).text)
        else {
          return nil
        }
        name = Clause.lowerStart(clause.words.prefix(clause.words.count - 1).text, clause)
        // "A single one also requires less": beside what was told before.
        if name.lastWord == "also" { return nil }
        // "Effectively the relay requires" is told of nothing by that name.
        if let first = name.spacedWords.first, first.hasSuffix("ively") || first.hasSuffix("ally"),
          name.hasWords(2)
        {
          return nil
        }
        while let adverb = name.lastWord.map(String.init),
          Verbs.adverbs.contains(adverb) || adverb == "generally"
        {
          name = String(name.dropLast(adverb.count)).trimmed
        }
        rest = words.dropFirst(at + pieces.count)
      } else {
        continue
      }
      // Of most things much could be told: it is asked of those that the section or the note is about.
      let isTopic =
        name.hasPrefix("`")
        || KeyWords.share(of: name, in: (statement.place.last ?? "") + " " + context.title) > 0
      guard
        isTopic
          || ["owns", "responsible", "guarantees", "decides", "authoritative"].contains(
            pieces[pieces.count > 1 ? 1 : 0])
      else {
        return nil
      }
      guard !statement.goesOn, !words.holds("currently") else { return nil }
      // "Its guarantees are kept": things, and no verb.
      if let first = rest.first, Verbs.isAuxiliary(first) { return nil }
      if rest.first?.plain == "for" { rest = rest.dropFirst(1) }
      let answer = context.told(Self.first(of: rest).text)
      let isWhole = words.begins(with: pieces)
      // One of many such items tells one of many duties; what a store stores its name says.
      if isWhole, statement.isItem { return nil }
      let isThin = Self.thin.contains(pieces[0]) && answer.wordCount < 7
      let isVague =
        rest.first?.plain == "to" || rest.begins(with: ["a", "lot"])
        || rest.begins(with: ["a", "good", "deal"])
        || ["no", "some", "many", "various", "several", "certain", "different"].contains(
          rest.first?.plain ?? "")
      guard context.isAnswer(answer, atLeast: 2) || isTopic && answer.wordCount == 1, !name.isEmpty, !isThin,
        !isVague
      else {
        return nil
      }
      let question = isWhole ? "What does \(name) do?" : verb.question.filled(name)
      guard KeyWords.share(of: answer, in: question) < 0.5 else { return nil }
      // "The person decides with one key" tells how, and not what.
      guard
        isWhole
          || ![
            "around", "about", "of", "with", "by", "in", "on", "at", "across", "for", "from", "between",
            "under", "over", "as", "after", "before", "until",
          ]
          .contains(rest.first?.plain ?? "")
      else {
        return nil
      }
      // "What does Harbourware store?", "what does each page contain?": of a whole system or of any of many much could be
      // told.
      let article = name.leadingWord?.lowercased() ?? ""
      let isLoose =
        !isWhole && !name.hasPrefix("`")
        && (Self.loose.contains(pieces[0])
          && (!["the", "a", "an"].contains(article) || ["decides", "stores"].contains(pieces[0]))
          || ["each", "every"].contains(article) && Self.open.contains(pieces[0]))
      return ProseCandidate(
        kind: .meaning, question: question, answer: answer, statement: statement,
        score: isWhole ? 0.62 : isLoose ? 0.4 : 0.7,
        reason: "what it is responsible for")
    }
    return nil
  }

  /// "… one grade for one card, and reading a file is another matter": without what is said of something else.
  private static func first(of rest: Words) -> Words {
    let part = rest.all.firstIndex { $0.ends(with: ";") } ?? rest.count
    let and = rest.prefix(part).all.indices.dropFirst(3).first { at in
      // "Backoffs, failures, and retries" is a list.
      rest[at].plain == "and" && at + 2 < rest.count
        && rest.dropFirst(at).all.prefix(rest[at - 1].ends(with: ",") ? 7 : 2).contains {
          Verbs.isAuxiliary($0)
            || rest[at - 1].ends(with: ",") && Verbs.isThird($0)
        }
        // "…, notes, and the answers at its end": a thing, and no verb.
        && !(articles.contains(rest[at + 1].plain) && Verbs.isThird(rest[at + 2]))
    }
    return and.map { rest.prefix($0) } ?? withoutMore(rest)
  }

  private static let articles: Set<String> = ["the", "a", "an", "its", "their", "our", "all"]

  /// "… a long-term vision and it's frustrating": another sentence.
  private static func withoutMore(_ rest: Words) -> Words {
    let starts: Set<String> = ["it", "it's", "there", "they", "we", "you", "this"]
    guard
      let at = (2..<max(2, rest.count - 1)).first(where: { index in
        rest[index - 1].ends(with: ",") && rest[index].plain == "so"
          || starts.contains(rest[index + (rest[index].plain == "and" ? 1 : 0)].plain)
            && (rest[index].plain == "and" || rest[index - 1].ends(with: ","))
      })
    else { return rest }
    return rest.prefix(at)
  }

  /// "Verify the row contains …": what is to be done; other such words are names as well.
  private static let orders: Set<String> = ["verify", "ensure", "create", "make", "confirm", "add", "remove"]

  static let thin: Set<String> = ["stores", "contains", "holds", "knows"]

  private static let loose: Set<String> = [
    "contains", "stores", "decides", "holds", "knows", "handles",
  ]
  private static let open: Set<String> = ["requires", "depends"]

  private static let duties: [(words: [String], question: String)] = [
    (["owns"], "What does % own?"), (["is", "responsible"], "What is % responsible for?"),
    (["are", "responsible"], "What are % responsible for?"), (["knows"], "What does % know?"),
    (["holds"], "What does % hold?"), (["is", "authoritative", "about"], "What is % authoritative about?"),
    (["decides"], "What does % decide?"),
    (["handles"], "What does % handle?"),
    (["requires"], "What does % require?"), (["depends", "on"], "What does % depend on?"),
    (["guarantees"], "What does % guarantee?"), (["stores"], "What does % store?"),
    (["contains"], "What does % contain?"),
  ]
}

extension String {
  fileprivate var trimmingColon: String { hasSuffix(":") ? String(dropLast()) : self }
}
