internal import Recall

/// "If X, Y": what happens, or what is to be done. "X, unless Y": the exception.
struct ConditionRules {
  let context: ProseContext

  static let gate =
    Gates.words(of: ProseLanguage.all.flatMap(\.whatIf.keys)) + ["unless", "only", "when", "once", "soon"]

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    // "To correct an invoice" stands in front, or behind a sign.
    guard context.opens([.condition, .sign], to: statement) || statement.beginsWithTo else {
      return []
    }
    // A condition can stand behind a colon or a semicolon too.
    for part in Self.parts(statement.text) {
      let words = Words(part)
      if let found = leading(words, statement) ?? exception(words, statement) ?? only(words, statement)
        ?? behind(words, statement) ?? purpose(words, statement)
      {
        return [found]
      }
    }
    return []
  }

  private static func parts(_ text: String) -> [String] {
    guard text.holds(": ") || text.holds("; ") else { return [text] }
    var result: [String] = []
    var start = 0
    let words = Words(text)
    var isList = false
    for index in 0..<words.count where words[index].ends(with: ":") || words[index].ends(with: ";") {
      // "When it is dark, they are lit step by step: the red one; the green one": what follows belongs to it.
      if isList { continue }
      // "When it is dark, two lamps are lit: the red one and the green one."
      if words[index].ends(with: ":"), index > start + 4, words.count - index > 4,
        ["when", "if"].contains(words[start].plain)
      {
        isList = true
        continue
      }
      result.append(words[start..<(index + 1)].text)
      start = index + 1
    }
    result.append(words.dropFirst(start).text)
    return result
  }

  private func leading(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    for condition in context.language.conditions {
      guard words.begins(withPhrase: condition), let template = context.language.whatIf[condition] else {
        continue
      }
      let then = (3..<max(3, words.count)).first {
        words[$0].plain == "then" && (words[$0 - 1].ends(with: ",") || isBare($0, words))
      }
      guard let comma = then.map({ $0 - 1 }) ?? comma(words), comma >= 3, comma + 3 < words.count,
        !statement.goesOn
      else { return nil }
      let premise = words[1..<(words[comma].plain == "then" ? comma : comma + 1)].text
      guard let clause = Clause(premise, context.book), clause.stands, clause.words.count <= 18,
        !isPast(clause.words), hasVerb(clause.words), context.language.code != "en" || !isTold(clause.words)
      else { return nil }
      if let first = clause.words.first?.plain,
        first.hasSuffix("ing") || Verbs.isParticiple(first)
          || first == "you'd" || first == "you've" || first == "you’ve"
          || clause.words.begins(with: ["you", "want"])
          || clause.words.begins(with: ["you", "would"]) || clause.words.begins(with: ["you're", "new"])
          || clause.words.begins(with: ["you're", "not"]) || clause.words.begins(with: ["you’re", "not"])
          || ["if", "how", "what", "not", "necessary", "possible", "needed", "in", "unsure", "desired"]
            .contains(first)
          // What somebody supposes, and what will be one day, is no rule yet.
          || clause.words.holds("would") && !clause.words.holds("there")
          || condition == "when" && clause.words.holds("will")
      {
        return nil
      }
      var rest = words.dropFirst(comma + 1)
      if ["if", "when", "how", "why"].contains(rest.first?.plain ?? "") { return nil }
      if rest.first?.plain == "then" { rest = rest.dropFirst(1) }
      // "When a shopper selects one, enters the details, and submits, …": the condition goes on.
      if let first = rest.first, rest.count > 1, Verbs.isThird(first),
        first.text.first?.isLowercase == true, !Verbs.isBase(rest[1]),
        !Verbs.isAuxiliary(rest[1])
      {
        return nil
      }
      // "Invalid, expired, or revoked", "successful, i.e. all is well,": too.
      let aside = [
        "i.e", "e.g", "eg", "ie", "or", "and", "such", "whether", "perhaps", "possibly", "because",
        "especially",
        "particularly", "also",
        "including",
      ]
      if aside.contains(rest.first?.plain ?? "") { return nil }
      // "Direct, local access to the socket, the price is high": a comma between two adjectives.
      let part = rest.all.firstIndex { $0.ends(with: ",") } ?? rest.count - 1
      guard hasVerb(Words(Clause.withoutBrackets(rest.prefix(part + 1).text))) || isOrderly(rest),
        // "…, saving an hour": it goes on with what was told.
        rest.first?.plain.hasSuffix("ing") != true
          || rest.all.dropFirst().contains(where: { Verbs.isAuxiliary($0) || Verbs.isThird($0) })
      else { return nil }
      guard !isPast(rest), !rest.all.contains(where: { Self.readers.contains($0.plain) }) else { return nil }
      let answer = context.told(rest.text)
      guard context.isAnswer(answer, atLeast: 3), rest.first?.plain != "please" else { return nil }
      if rest.begins(with: ["we", "will", "need", "to"])
        || rest.begins(with: ["do", "not"]) && rest.count < 6
      {
        return nil
      }
      if let first = rest.first?.plain, ["it", "they", "this", "that"].contains(first), rest.count < 7 {
        return nil
      }
      // An order tells what to do; anything else happens by itself.
      // "Restore operations fail" orders nothing.
      let isThing =
        rest.count > 2 && rest[1].plain.hasSuffix("s")
        && (Verbs.isBase(rest[2]) || Verbs.isAuxiliary(rest[2]))
      let isOrder =
        !isThing && !(rest.count > 1 && Verbs.isAuxiliary(rest[1]))
        && context.language.code == "en"
        && (rest.first.map { Verbs.isBase($0) && !Self.nouns.contains($0.plain) } == true
          || rest.begins(with: ["do", "not"]) || isUnknownOrder(rest))
      let happens = context.language.code == "en" ? happens(rest) : Self.happens
      let asked =
        happens == Self.happens ? template : template.replacing(Self.happens, with: happens)
      let question =
        if let doing = doing(rest) {
          "What \(doing) \(condition) \(clause.text)?"
        } else if isOrder {
          "What do you do \(condition) \(clause.text)?"
        } else {
          asked.filled(clause.text)
        }
      guard KeyWords.share(of: answer, in: question) < 0.6 else { return nil }
      return ProseCandidate(
        kind: .condition, question: question, answer: answer, statement: statement, score: 0.72,
        reason: "“\(condition)”")
    }
    return nil
  }

  /// "If the lock is lost then the relay stops": the word alone parts the two.
  private func isBare(_ then: Int, _ words: Words) -> Bool {
    context.language.code == "en" && !words[then].ends(with: ",")
      && !words.prefix(then).all.contains { $0.ends(with: ",") }
      && !["and", "or", "but", "even", "since", "until", "only", "just", "by"].contains(words[then - 1].plain)
  }

  /// "Inside of the harbour" and "a wooden lamp" say nothing yet.
  private func hasVerb(_ premise: Words) -> Bool {
    if context.says(premise.text) { return true }
    guard context.language.code == "en", let first = premise.first?.plain, !Self.links.contains(first) else {
      return false
    }
    return premise.all.dropFirst().contains { $0.plain.hasSuffix("s") && !$0.plain.hasSuffix("ss") }
  }

  /// An order by a verb that may not be known.
  private func isOrderly(_ rest: Words) -> Bool { isUnknownOrder(rest) || rest.begins(with: ["no"]) }

  /// "Escalate it to the office", "manually restart the relay": verbs that are not known here, too.
  private func isUnknownOrder(_ rest: Words) -> Bool {
    guard rest.count > 3, let first = rest.first?.plain, rest[0].text.utf8.last?.isWordly == true else {
      return false
    }
    if first.hasSuffix("ly") { return Verbs.isBase(rest[1]) }
    // "Attempt to find it"; "requests to find it" would be things.
    if rest[1].plain == "to", Verbs.isBase(rest[2]) {
      return !first.hasSuffix("s") && !first.hasSuffix("ing") && !Self.links.contains(first)
        && !Verbs.auxiliaries.contains(first)
    }
    return ["it", "them", "your", "the", "a", "an", "any", "every", "each"].contains(rest[1].plain)
      && !Self.links.contains(first)
      && !Verbs.auxiliaries.contains(first) && !first.hasSuffix("ing")
  }

  private static let links: Set<String> = [
    "in", "for", "on", "at", "if", "from", "to", "by", "as", "with", "after", "before", "once", "when",
    "unless",
    "until", "over", "under", "of", "than", "into", "through", "all", "both", "only", "not", "even",
    "because", "around", "across", "against",
    "among", "beyond", "despite", "during", "except", "given", "per", "toward", "towards", "up", "via",
    "instead",
    "besides", "inside", "outside", "what", "whatever", "whichever", "there", "off", "out", "down", "about",
    "along", "near",
    "between",
    "half", "many", "such", "quite", "rather", "also", "plus", "it", "they", "we", "you", "often",
    "since", "while", "where", "behind", "like", "without", "within", "then", "so", "and", "or", "that",
  ]

  /// What must be done does not happen by itself.
  private func happens(_ rest: Words) -> String {
    // "All requests should have one": what looks like the verb is what it is told of.
    let modal = rest.all.prefix(4).first { ["should", "must", "shall"].contains($0.plain) }
    let verb =
      modal
      ?? rest.all.prefix(14).first {
        Verbs.isAuxiliary($0) || Verbs.isThird($0) || ["that", "which", "who"].contains($0.plain)
      }
    if let at = rest.prefix(8).place(of: ["required", "to"]), at > 0,
      ["is", "are"].contains(rest[at - 1].plain)
    {
      return "must happen"
    }
    return switch verb?.plain {
    case "should": "should happen"
    case "must", "needs", "shall": "must happen"
    default: Self.happens
    }
  }

  private static let happens = "happens"

  /// "…, the keeper can light a lamp": what can they do? That nothing happens by itself.
  private func doing(_ rest: Words) -> String? {
    guard context.language.code == "en",
      let modal = (1..<max(1, min(5, rest.count))).first(where: {
        ["can", "should", "must", "may"].contains(rest[$0].plain)
      }), Self.persons.contains(rest[modal - 1].plain), modal + 1 < rest.count,
      Verbs.isBase(rest[modal + 1])
    else { return nil }
    return "\(rest[modal].plain) \(context.book.lowered(rest.prefix(modal).text)) do"
  }

  private static let persons: Set<String> = [
    "user", "users", "operator", "operators", "admin", "admins", "administrator", "administrators",
    "developer",
    "developers", "maintainer", "maintainers", "contributor", "contributors", "team", "teams", "customer",
    "customers", "author", "authors", "reviewer", "reviewers",
  ]

  private static let readers: Set<String> = ["you", "you'll", "you'd", "you've", "i", "i'll"]
  private static let nouns: Set<String> = ["requests", "answer", "queries"]

  /// The comma that ends the condition, and not one of a list or of what stands in brackets.
  private func comma(_ words: Words) -> Int? {
    var depth = 0
    let first = words.all.firstIndex { word in
      depth += word.text.count { $0 == "(" } - word.text.count { $0 == ")" }
      return depth == 0 && word.ends(with: ",")
    }
    guard let first else { return nil }
    guard first + 1 < words.count, ["and", "or"].contains(words[first + 1].plain) else { return first }
    return (first + 1..<words.count).first { words[$0].ends(with: ",") }
  }

  /// "The file opened in the editor": told of one time.
  private func isTold(_ words: Words) -> Bool {
    !words.all.contains { Verbs.isAuxiliary($0) || Verbs.isThird($0) }
      && words.all.contains { Verbs.base(ofPast: $0.plain) != nil && !Verbs.isBase($0) }
  }

  /// What happened once is no rule.
  func isPast(_ words: Words) -> Bool {
    words.all.contains { ["was", "were", "did", "had", "didn't", "wasn't", "weren't"].contains($0.plain) }
  }

  /// "X, unless Y"
  private func exception(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", let at = words.place(of: ["unless"], from: 3), at + 3 < words.count,
      // "…, unless every lamp burns, the gauge will complain": it stands in front of another sentence.
      words[0].plain != "even",
      !words[at - 1].ends(with: ",") || !words.dropFirst(at).all.contains(where: { $0.ends(with: ",") }),
      let clause = Clause(words.prefix(at).text, context.book), clause.stands, clause.words.count <= 20
    else { return nil }
    let answer = context.told(words.dropFirst(at).text)
    guard context.isAnswer(answer), !answer.holds("#"), KeyWords.share(of: answer, in: clause.text) < 0.5
    else { return nil }
    return ProseCandidate(
      kind: .condition, question: "“\(clause.sentence) unless …” Unless what?", answer: answer,
      statement: statement,
      score: 0.68, reason: "“unless”")
  }

  /// "To correct an invoice, you issue a credit note": how?
  private func purpose(_ words: Words, _ statement: Statement) -> ProseCandidate? {
    guard context.language.code == "en", words.first?.plain == "to", words.count > 6,
      Verbs.isBase(words[1]) || words[1].plain == "correct",
      let comma = comma(words), comma >= 3, comma <= 10, comma + 3 < words.count,
      ["you", "we", "one"].contains(words[comma + 1].plain), comma + 2 < words.count,
      Verbs.isBase(words[comma + 2]),
      let clause = Clause("x " + words[1..<(comma + 1)].text, context.book), clause.stands
    else { return nil }
    let answer = context.told(words.dropFirst(comma + 1).text)
    // "You need to set …" is half of a longer story.
    let isThin = ["need", "use", "follow", "can", "have"].contains(words[comma + 2].plain)
    guard context.isAnswer(answer) else { return nil }
    return ProseCandidate(
      kind: .steps,
      question: "How do \(words[comma + 1].plain == "we" ? "we" : "you") \(clause.words.dropFirst(1).text)?",
      answer: answer,
      statement: statement, score: isThin ? 0.4 : 0.64, reason: "how to")
  }
}
