internal import Recall

/// Lists in which a term stands in front, and what it is behind a sign.
extension FactRules {
  /// "**Term** — meaning", "`flag`: meaning".
  func listed(_ statement: Statement) -> ProseCandidate? {
    guard let term = statement.term, statement.text.hasPrefix(term), !context.labels.contains(term) else {
      return nil
    }
    let rest = statement.text.dropFirst(term.count)
    guard let sign = rest.first(where: { $0 != " " && $0 != "*" }), "—–:-".contains(sign) else { return nil }
    let body = Self.meant(String(rest.drop { "—–:- *".contains($0) }))
    let answer = context.told(String(body))
    // "**Caching** We keep …" says something about the term and not what it is.
    guard !term.hasPrefix("`<"), !term.hasPrefix("<") else { return nil }
    // "`EstimateFee` inputs" is no name: what stands behind it is told of the inputs.
    guard !term.hasPrefix("`") || term.hasSuffix("`") || term.hasSuffix(")") else { return nil }
    let opening = Words(String(body)).all.prefix(5)
    guard
      !opening.contains(where: {
        Verbs.isAuxiliary($0) || ["we", "you", "some", "most", "many"].contains($0.plain)
      })
    else { return nil }
    // "**Replication**: The leader sends all changes" speaks of it, and says not what it is.
    if !term.hasPrefix("`"), ["the", "each", "every", "all"].contains(opening.first?.plain ?? ""),
      opening.dropFirst(2).contains(where: { Verbs.isThird($0) })
    {
      return nil
    }
    // "**Gateways** Follow the standard": what is to be done with it.
    if !term.hasPrefix("`"), !term.hasPrefix("-"), let first = opening.first, Verbs.isBase(first) {
      return nil
    }
    // A list of names has to be looked up.
    if body.count(where: { $0 == "`" }) >= 6 { return nil }
    guard context.isAnswer(answer), isTerm(term), !body.lowercased().hasPrefix("you "), !body.contains(" / ")
    else { return nil }
    // The name says it all.
    guard KeyWords.share(of: Self.parts(of: term), in: answer) < 0.5 else { return nil }
    let last = term.split { "/._-:`".contains($0) }.last.map(String.init) ?? term
    guard !Words(answer).all.prefix(4).contains(where: { $0.plain == last.lowercased() }) else { return nil }
    let isFlag = term.hasPrefix("`-") || term.hasPrefix("-")
    let first = Words(String(body)).first?.plain ?? ""
    // "Commits where the author …" are things.
    let second = Words(String(body)).all.dropFirst().first?.plain ?? ""
    let acts =
      Verbs.startsThird(Words(String(body))) && !["where", "that", "which", "whose", "of"].contains(second)
    // "Contains the helpers": where they lie, its name says.
    if acts, Self.thin.contains(first), answer.wordCount < 7 { return nil }
    let named = term.hasPrefix("`") ? term : context.book.lowered(term)
    let isPlural =
      !term.hasPrefix("`") && term.hasSuffix("s") && !term.hasSuffix("ss") && !term.hasSuffix("is")
      && !term.hasSuffix("us")
      && !acts
    let question = isFlag || acts ? "What does \(named) do?" : "What \(isPlural ? "are" : "is") \(named)?"
    // A single word such as `create` could be anything's.
    let isBare = KeyWords.of(term).count < 2 && !isFlag && !term.dropFirst().contains { "-_./:".contains($0) }
    var place = ""
    if isBare, statement.isItem {
      guard
        let title = (statement.place.reversed() + [context.title]).first(where: {
          $0.wordCount <= 8 && Topic.tells($0)
        })
      else { return nil }
      // "Recovery: allows nodes to catch up", "Simplicity: easy to deploy" praise, and define nothing.
      guard
        acts && !Self.vague.contains(first) && answer.wordCount >= 6 || ["a", "an", "the"].contains(first)
          || term.hasPrefix("`") && answer.wordCount >= 5 || answer.wordCount >= 9
      else { return nil }
      if KeyWords.share(of: title, in: term) < 1 { place = " (\(title))" }
    }
    let isSure =
      defines(Words(String(body)), term, acts) && statement.place.last.map(Self.goesOn) != true
      && !Self.praised.isIn(anyCase: statement.place.last ?? "")
    return ProseCandidate(
      kind: .meaning, question: question.dropLast() + place + "?", answer: answer, statement: statement,
      // A single word that needs its heading behind it is a field of something, to be looked up there.
      score: isSure && place.isEmpty ? 0.7 : 0.4, reason: Self.listedReason)
  }

  /// Whether it could be the name of something.
  func isTerm(_ name: String) -> Bool {
    let words = PlainWords.normalized(name).pieces
    guard !words.isEmpty, words.count <= 5, KeyWords.of(name).count >= 1 else { return false }
    // "`1073743872`" is a value of something that has a name.
    guard name.contains(where: \.isLetter) else { return false }
    // "With workers enabled" is a case, and no thing.
    guard name.hasPrefix("`") || !Self.casual.contains(words[0]) else { return false }
    if words.count == 1, Self.parts.contains(words[0]) { return false }
    return !words.contains { Self.noTerms.contains($0) }
  }

  private static let casual: Set<String> = [
    "with", "without", "when", "if", "for", "in", "on", "at", "by", "from", "to", "after", "before", "during",
    "under", "as", "while", "until",
  ]

  /// What a part of a text is called; "risk engine" is a thing.
  private static let parts: Set<String> = [
    "mitigation", "impact", "risk", "workaround", "motivation", "rationale", "caveat", "assumption",
    "limitation", "recommendation", "improvement", "conclusion",
  ]
  private static let noTerms: Set<String> = [
    "it", "this", "that", "these", "there", "what", "goal", "aim", "reason", "problem", "question", "idea",
    "result",
    "downside", "price", "alternative", "example", "here", "note", "todo", "point", "thing", "answer",
    "solution", "trick",
    "they", "one", "we", "which", "who", "status", "scope", "date", "author", "i", "you", "other", "rest",
    "lesson", "rule",
    "why", "how", "when", "first", "second", "third", "he", "she", "owner", "next", "naming", "all", "space",
    "labels", "page", "invariant", "topic", "tier", "warning", "important", "constraint",
    "audience", "label", "class", "better", "best", "benefits", "advantages", "number", "prerequisites",
    "files", "words",
    "challenge", "rationale", "reference",
    "references", "title",
    "description",
    "purpose", "usage", "default", "words", "definition", "being", "type", "name", "format", "location",
    "docs", "impact", "severity",
    "priority", "trigger", "when", "workaround", "fix", "symptom", "cause", "output", "input", "effort",
    "caveat", "tags", "motivation", "returns", "details", "detail", "duration", "exception", "exceptions",
    "version", "summary", "context",
    "background", "ops", "cost",
    "threshold",
  ]

  /// "Refers more generally to the process of …": the process.
  private static func meant(_ body: String) -> String {
    let words = Words(body)
    guard ["refers", "means"].contains(words.first?.plain ?? ""), words.count > 4 else { return body }
    if words[0].plain == "means" { return words.dropFirst(1).text }
    guard let to = words.all.prefix(4).firstIndex(where: { $0.plain == "to" }) else { return body }
    return words.dropFirst(to + 1).text
  }

  static let listedReason = "a term with its meaning"

  /// Whether what stands behind a term says what it is. A name of code is hardly followed by anything else.
  private func defines(_ body: Words, _ term: String, _ acts: Bool) -> Bool {
    let first = body.first?.plain ?? ""
    if term.hasPrefix("`") || term.hasPrefix("-") {
      // "Replace it with your own": what is to be done with it; a command or a function does what it says.
      let isCommand = term.contains { " (/".contains($0) } || term.hasPrefix("-") || term.hasPrefix("`-")
      if ["to", "only", "when", "for", "if", "after", "before", "where", "either", "via"].contains(first)
        || Verbs.isBase(first) && !isCommand
      {
        return false
      }
      return ![
        "string", "integer", "boolean", "bool", "int", "optional", "list", "array", "required", "needed",
        "check", "see", "check", "ensure", "make",
      ].contains(first)
    }
    // "Conditional writes: uses …" is told of something else.
    if acts { return !Self.vague.contains(first) && (!term.hasSuffix("s") || term.hasSuffix("ss")) }
    // "Retire old libraries: the library is used by nobody": a thing to do, and a sentence behind it.
    let start = Words(term).first?.plain ?? ""
    if Verbs.isBase(start) || ["please", "do", "don't"].contains(start) || Verbs.isParticiple(first) {
      return false
    }
    let main = body.all.prefix {
      !["that", "which", "who", "where", "whose", "whether", "what"].contains($0.plain)
    }
    if main.contains(where: { Verbs.isAuxiliary($0) }) { return false }
    if body.prefix(14).all.contains(where: { ["should", "must"].contains($0.plain) }) { return false }
    if ["a", "an", "the", "any", "one"].contains(first) { return true }
    return body.prefix(14).all.contains {
      ["that", "which", "who", "where", "whose", "used"].contains($0.plain)
    }
  }

  /// Below these headings a thing is praised, or something is done with it.
  private static let praised = PhraseList([
    "feature", "benefit", "advantage", "improvement", "goal", "what's new", "change",
    "limitation", "tradeoff", "trade-off", "best practice", "steps", "challenge", "returns", "raises",
    "considerations", "checklist",
  ])

  /// "A great buddy will be:": what stands below are no terms.
  private static func goesOn(_ heading: String) -> Bool {
    heading.hasSuffix(":")
      || ["be", "is", "are", "to", "should"].contains(heading.lastWord?.lowercased() ?? "")
  }

  /// "TooltipStep", "tooltip_step" and "tooltip-step" are two words each.
  private static func parts(of name: String) -> String {
    var parts = ""
    var wasSmall = false
    for character in name {
      if "_-/.:".contains(character) || wasSmall && character.isUppercase { parts += " " }
      if !"_-/.:`".contains(character) { parts.append(character) }
      wasSmall = character.isLowercase
    }
    return parts
  }

  private static let vague: Set<String> = [
    "allows", "provides", "enables", "supports", "helps", "ensures", "increases", "grows", "depends",
    "varies",
    "decreases",
  ]
}
