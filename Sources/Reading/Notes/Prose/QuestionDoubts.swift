/// The signs by which a question is known that was made of a sentence in the wrong way.
enum QuestionDoubts {
  static func isBroken(_ question: String) -> Bool {
    let words = Words(question)
    guard words.count > 2 else { return false }
    if question.hasPrefix("As of ") || question.hasSuffix(" ?") || holdsSign(words)
      || pointing.isIn(anyCase: question)
    {
      return true
    }
    return question.isQuoted ? isBrokenQuote(words) : isBrokenOrder(words)
  }

  /// They do something to a thing.
  private static let needing: Set<String> = [
    "mount", "use", "set", "add", "create", "build", "store", "keep", "send", "handle", "manage", "provide",
    "make", "install", "configure", "need", "require", "enable",
  ]

  private static let pointers: Set<String> = [
    "follow", "see", "read", "refer", "visit", "click", "go", "note",
  ]

  private static let pointing = PhraseList([
    "with that ", " recently ", " historically ", " as of ", "“as of ", "the answer yes", "the answer no",
    " once again",
    ", and we", ", but we", ", but it", "the exception ", "the answer is", "for example", "we want to",
    "we need to",
    "that behavior", "that behaviour", "that case", "that way", "that point", "that value", "that moment",
    "certain circumstances", "some circumstances", "certain cases", "certain conditions",
    "in our example", "in this example", "in summary", "in other words", "in short,",
    "that file", "is whoever", "is whatever", "does each file", "does everything", "does anything",
  ])

  /// In one walk: what no question holds, and "Developers Developers", a heading that stood before its text.
  private static func holdsSign(_ words: Words) -> Bool {
    var before = ""
    for index in words.all.indices {
      let word = words[index].plain
      switch word {
      case "let's", "e.g", "i.e", "etc": return true
      default:
        if word == before, word.utf8.count > 3, word.first?.isLetter == true { return true }
        before = word
      }
    }
    return false
  }

  /// "“The goal in scanning is.” Why?", "“Keeps the files.” Why?"
  private static func isBrokenQuote(_ words: Words) -> Bool {
    guard let end = words.all.firstIndex(where: { $0.text.holds("”") }), end > 0 else { return false }
    if Verbs.isAuxiliary(words[end]) || Verbs.isAuxiliary(words[0]) {
      return true
    }
    // "“One thing worth a look: a gauge that sleeps.” Why?": nothing is said of it yet.
    let quote = words[0..<end]
    if let colon = quote.all.firstIndex(where: { $0.ends(with: ":") }), colon + 1 < quote.count,
      ["a", "an", "the"].contains(quote[colon + 1].plain),
      !quote.all.contains(where: { Verbs.isAuxiliary($0) || Verbs.isThird($0) })
    {
      return true
    }
    let first = words[0].plain
    // "“See the section on pages.” What is the downside?"
    if pointers.contains(first) { return true }
    let isThird =
      Verbs.base(ofThird: first) != nil
    let isFollowed = words.all.contains { $0.plain == "follows" } && words.count - end > 4
    if isFollowed, Verbs.isBase(first) { return true }
    if isThird, !words[0..<min(5, end)].all.contains(where: { Verbs.isAuxiliary($0) }) {
      return true
    }
    if first == "not" || first == "no" && !words.holds("is") || first.hasSuffix("ing") { return true }
    return first == "since" || clausal.contains(first) || words[0..<end].holds("otherwise")
  }

  private static func isBrokenOrder(_ words: Words) -> Bool {
    guard let asks = asking(words) else { return false }
    let rest = words.dropFirst(asks + 1)
    // "Why must workaround: clients use …": a label is no part of it.
    if rest.prefix(max(0, rest.count - 1)).all.prefix(2).contains(where: { $0.ends(with: ":") }) {
      return true
    }
    // "Why use a lamp: Always light it?"
    if rest.all.indices.dropLast().contains(where: {
      rest[$0].ends(with: ":") && rest[$0 + 1].text.first?.isUppercase == true
    }) {
      return true
    }
    if rest.first?.plain == "happens", holdsTwo(rest.dropFirst(2)) { return true }
    for index in words.all.indices {
      let word = words[index]
      if word.plain == "i" || word.plain == "my" { return true }
      if word.initial >= 128, word.text == "—" || word.text == "–" { return true }
      if word.ending == UInt8(ascii: ";"), index + 1 < words.count { return true }
    }
    let end = rest.all.last?.plain ?? ""
    // "When are the dates determined by?", "if the page is found there": what is missing stood around it.
    if words[asks].plain == "when",
      hanging.contains(end) || rest.count > 2 && rest[rest.count - 2].plain == "to"
    {
      return true
    }
    // "Why is the relay required to mount?"
    if needing.contains(end), rest.count > 3, rest[rest.count - 2].plain == "to",
      Verbs.isParticiple(rest[rest.count - 3].plain)
    {
      return true
    }
    if end == "there" { return true }
    // "What happens if a gauge has none?"
    if rest.first?.plain == "happens", ["none", "so", "them"].contains(end) { return true }
    if ["or", "and", "merely", "only", "just", "simply", "mainly", "though", "always", "often"].contains(end)
    {
      return true
    }
    // "Why follow the guide?"
    if words[asks].plain == "why", Self.pointers.contains(rest.first?.plain ?? "") { return true }
    // "Why consider a gauge that sleeps?": a story begins.
    if words[asks].plain == "why", rest.first?.plain == "consider", rest.count > 1,
      ["a", "an", "the"].contains(rest[1].plain)
    {
      return true
    }
    // "Why set to `null`?": what is set stood before.
    let needsThing = ["set", "add", "use", "change", "put", "replace"].contains(rest.first?.plain ?? "")
    if needsThing, rest.count > 1, ["to", "in", "as"].contains(rest[1].plain) { return true }
    guard let verb = rest.first, Verbs.isAuxiliary(verb) else {
      return rest.all.prefix(2).contains { $0.ends(with: ",") }
    }
    // "Why does whenever a query reads it, we stop?"
    if rest.count > 2,
      clausal.contains(rest[1].plain) || rest[1].plain == "even"
    {
      return true
    }
    // "Why has ensures the number not been used?"
    if rest.count > 3, Verbs.isThird(rest[1]),
      ["the", "a", "an", "that"].contains(rest[2].plain)
    {
      return true
    }
    // "Why have nonetheless, we decided …"
    if rest.all.prefix(3).contains(where: { $0.ends(with: ",") }), !isList(rest) { return true }
    // "Why is the limit why the lamp is out?"
    if rest.holds("why") { return true }
    // "Why does other keepers notice delay?", "why is suppose a lamp lit?": the verb is another word.
    if rest.count > 1, rest[1].plain == "suppose" || verb.plain == "does" && several.contains(rest[1].plain) {
      return true
    }
    // "What must (`Pepper`) and the rest come from?"
    if rest.count > 1, rest[1].text.hasPrefix("(") { return true }
    if rest.count > 1, loose.contains(rest[1].plain), ["do", "does", "did"].contains(verb.plain) {
      return true
    }
    if rest.count > 2, rest[1].plain == "no", rest[2].plain == "need" { return true }
    // "Why does caches results …": who does was left out.
    if verb.plain == "does", rest.count > 1, Verbs.isThird(rest[1]) { return true }
    // "If tests fail now and then, why is it likely?"
    let names = ["if", "when", "once", "while", "after", "before"].contains(words[0].plain)
    if ["it", "they"].contains(rest.count > 1 ? rest[1].plain : ""), rest.count < 5 || !names { return true }
    if ["may", "must", "should", "will"].contains(verb.plain), rest.dropFirst(1).holds(verb.plain) {
      return true
    }
    if holdsSecondVerb(rest, isHelped: ["do", "does", "did"].contains(verb.plain)) { return true }
    switch words[asks].plain {
    case "why": return holdsReason(rest)
    case "when": return rest.all.contains { ["when", "whenever", "if", "once"].contains($0.plain) }
    default: return false
    }
  }

  /// "Why are parsing, linking and printing …"
  private static func isList(_ words: Words) -> Bool {
    words.all.prefix(8).contains { ["and", "or"].contains($0.plain) }
      && words.count > 1 && !words[1].ends(with: ",")
  }

  private static let starts: Set<String> = ["why", "when", "what", "who", "how"]

  /// Where the word stands that asks, behind what may stand in front of it.
  private static func asking(_ words: Words) -> Int? {
    if let first = words.first?.plain, starts.contains(first), words.count > 1,
      first != "when" || Verbs.isAuxiliary(words[1])
    {
      return 0
    }
    return (1..<words.count).first { words[$0 - 1].ends(with: ",") && starts.contains(words[$0].plain) }
  }

  /// "Why does the change and the log are applied …": of two verbs one is too much, unless something joins them.
  private static func holdsSecondVerb(_ words: Words, isHelped: Bool) -> Bool {
    for index in 1..<max(1, words.count) {
      let word = words[index].plain
      if isHelped, word == "and" || word == "or" {
        if index + 1 < words.count, ["must", "can", "should", "will"].contains(words[index + 1].plain) {
          return false
        }
        // "Why does the pod get started and is blocked?"
        if index + 1 < words.count, ["is", "are", "was", "were"].contains(words[index + 1].plain) {
          return true
        }
        continue
      }
      if isHelped, word == "but", index + 1 < words.count,
        ["is", "are", "was", "were"].contains(words[index + 1].plain)
      {
        return true
      }
      if joining.contains(word) || words[index - 1].ends(with: ",") { return false }
      if finite.contains(word) || denied.contains(word) || unmistakable.contains(word)
        || isHelped && helped.contains(word)
      {
        return true
      }
    }
    return false
  }

  /// Behind them a clause of its own begins, and stands in front of what is asked.
  private static let clausal: Set<String> = [
    "whenever", "although", "though", "while", "if", "when", "unless", "whereas", "wherever", "yet", "and",
    "or", "because",
  ]
  private static let hanging: Set<String> = ["by", "on", "of", "about", "with", "and", "know", "for"]
  private static let denied: Set<String> = [
    "shouldn't", "can't", "cannot", "won't", "mustn't", "isn't", "aren't", "doesn't", "don't",
  ]

  /// They are the verb of a sentence wherever they stand in it.
  private static let unmistakable: Set<String> = [
    "goes", "becomes", "has", "seems", "remains", "depends", "contains", "allows", "requires",
  ]
  private static let helped: Set<String> = [
    "provides", "ensures", "encourages", "tends", "needs", "comes", "exists", "makes", "gives", "includes",
    "takes", "means", "keeps", "limits",
  ]
  /// More than one does it.
  private static let several: Set<String> = [
    "other", "many", "several", "most", "these", "those", "few", "various",
  ]
  /// Behind "do" they show that who does it was left out.
  private static let loose: Set<String> = [
    "always", "better", "only", "never", "just", "simply", "not", "we'd", "they'd", "you'd", "we've", "we're",
  ]

  /// "What happens when the disk is full it can take long?"
  private static func holdsTwo(_ words: Words) -> Bool {
    var hasOne = false
    if words.all.count(where: { $0.plain == "we" }) > 1, !words.holds("and"), !words.holds("that") {
      return true
    }
    for word in words.all {
      if ["and", "or", "but", "that", "which", "who", "where", "because", "as", "than"].contains(word.plain) {
        return false
      }
      guard finite.contains(word.plain) else { continue }
      if hasOne { return true }
      hasOne = true
    }
    return false
  }

  private static let finite: Set<String> = ["is", "are", "was", "were", "must", "can", "should", "will"]
  private static let joining: Set<String> = [
    "that", "which", "who", "whose", "when", "if", "because", "as", "while", "where", "whether", "but",
    "what", "how", "until", "once", "before", "after", "than", "unless", "whenever", "and", "or", "why",
    "we", "you", "they", "it", "everything", "all", "anything", "nothing", "since", "whatever", "so",
  ]

  private static func holdsReason(_ words: Words) -> Bool {
    let isSince = words.all.indices.dropLast().contains {
      words[$0].plain == "since" && !words[$0 + 1].startsWithNumber
    }
    if isSince || words.holds("because") { return true }
    if words.place(of: ["so", "that"]) != nil || words.place(of: ["in", "order"]) != nil { return true }
    return words.all.indices.dropFirst().contains { index in
      words[index - 1].ends(with: ",") && ["as", "which"].contains(words[index].plain)
    }
  }
}
