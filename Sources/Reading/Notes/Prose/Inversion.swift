/// Makes a question of an English sentence without changing its words: "Why must a consumer be idempotent?"
struct Inversion {
  /// "Why" or "When".
  let asking: String

  /// Nil where it could go wrong; then the sentence is quoted.
  func question(_ clause: Clause) -> String? {
    var words = clause.words
    // "We also name things": what it goes on from is not asked.
    if words.prefix(7).all.contains(where: { Self.joins.contains($0.plain) && !$0.ends(with: ",") }) {
      words = words.without(Self.joins, before: 7)
    }
    var before = ""
    // "For the admin area, the cache is bypassed": what stands in front stays there.
    if let first = words.first?.plain, Self.openers.contains(first) {
      guard let comma = words.all.firstIndex(where: { $0.ends(with: ",") }), comma < 9,
        comma + 3 < words.count
      else { return nil }
      // "If only the initial, …" is no condition.
      let isCondition = ["if", "when", "since", "because", "while", "although", "once", "until"].contains(
        first)
      guard !isCondition || Inversion(asking: "").subject(words[1..<(comma + 1)]) != nil else { return nil }
      before = Clause.lowerStart(words.prefix(comma + 1).text, clause)
      words = words.dropFirst(comma + 1)
    }
    guard let inverted = inverted(words, clause), inverted.spacedWords.count <= 28 else { return nil }
    return before.isEmpty
      ? "\(asking) \(inverted)?" : "\(before.capitalizedStart) \(asking.lowercased()) \(inverted)?"
  }

  private static let joins: Set<String> = ["also", "therefore", "hence", "finally"]

  /// The words before the verb, for a sentence that goes on to speak of the same thing.
  static func subject(of clause: Clause) -> String? {
    guard let count = Inversion(asking: "").subject(clause.words), count > 0, count <= 5 else { return nil }
    return Clause.lowerStart(clause.words.prefix(count).text, clause)
  }

  private static let openers: Set<String> = [
    "for", "in", "at", "on", "with", "without", "after", "before", "during", "above", "below", "when", "if",
    "under",
    "within", "while", "until", "once", "by", "from", "to", "as", "since", "because", "although", "instead",
    "despite",
  ]

  private func inverted(_ words: Words, _ clause: Clause) -> String? {
    guard let first = words.first, words.count >= (first.plain == "no" ? 2 : 3) else { return nil }
    if ["there", "here", "then"].contains(first.plain), !Verbs.isAuxiliary(words[1]) {
      return nil
    }
    if first.plain == "we" || first.plain == "they" { return ofWe(words) }
    // "Never restart it", "Use the pooler": an order asks as it stands.
    if first.plain == "always", words.count > 1, Verbs.isBase(words[1]) {
      return Clause.lowerStart(words.text, clause)
    }
    if first.plain == "never" || first.plain == "not" && words.holds("but")
      || first.plain == "no" && subject(words) == nil
      || Verbs.isBase(first) && !isSubject(words)
    {
      return Clause.lowerStart(words.text, clause)
    }
    if first.plain == "don't" || words.begins(with: ["do", "not"]) {
      return "not " + words.dropFirst(first.plain == "don't" ? 1 : 2).text
    }
    let subject = subject(words)
    guard let subject, subject > 0 else { return nil }
    let name = Clause.lowerStart(words.prefix(subject).text, clause)
    let verb = words[subject]
    let rest = words.dropFirst(subject + 1)
    if Verbs.isAuxiliary(verb) {
      // "A snapshot has 1200 bytes" owns; "has been moved" is one verb.
      let next =
        rest.all.first { !Verbs.adverbs.contains($0.plain) && !$0.plain.hasSuffix("ly") }?.plain ?? ""
      if ["has", "have", "had"].contains(verb.plain), !Verbs.isParticiple(next) {
        let helper = verb.plain == "has" ? "does" : verb.plain == "have" ? "do" : "did"
        return "\(helper) \(name) have \(rest.text)"
      }
      if verb.plain == "do" || verb.plain == "does" || verb.plain == "did", rest.first?.plain != "not" {
        return nil
      }
      if verb.plain == "cannot" { return "can \(name) not \(rest.text)" }
      return "\(verb.plain) \(name) \(rest.text)"
    }
    var adverb = ""
    var at = subject
    while at < words.count, Verbs.adverbs.contains(words[at].plain) {
      adverb += words[at].text + " "
      at += 1
    }
    guard at < words.count else { return nil }
    // "Other keepers notice delays": what stands at the end is a thing more often than a verb.
    if at == words.count - 1, let base = Verbs.base(ofThird: words[at].plain), !Self.resting.contains(base) {
      return nil
    }
    var tail = words.dropFirst(at + 1).text
    if Verbs.isThird(words[at]) || Self.unknownBase(words[at].plain) != nil {
      guard let joined = Self.joined(words.dropFirst(at + 1)) else { return nil }
      tail = joined
    }
    if let base = Verbs.base(ofThird: words[at].plain) {
      return "does \(name) \(adverb)\(base) \(tail)".trimmed
    }
    if Verbs.isBase(words[at]) { return "do \(name) \(adverb)\(words[at].text) \(tail)".trimmed }
    if let base = Self.unknownBase(words[at].plain) { return "does \(name) \(adverb)\(base) \(tail)".trimmed }
    return nil
  }

  /// They need nothing behind them.
  private static let resting: Set<String> = [
    "fail", "work", "happen", "wait", "grow", "exist", "stop", "crash", "break", "end", "escape", "die",
    "occur",
    "go", "come", "run", "live", "stay", "sleep", "speak", "change", "begin", "flow", "expire", "remain",
    "return",
    "restart", "continue", "win", "lose", "follow", "help", "rotate", "block", "hang", "cost",
  ]

  /// "does it ignore health and use all": a second verb behind "and" loses its ending too. Nil where it is not known.
  private static func joined(_ words: Words) -> String? {
    var pieces: [String] = []
    for (index, word) in words.all.enumerated() {
      let follows = index > 0 && ["and", "or", "but"].contains(words[index - 1].plain)
      if follows, let base = Verbs.base(ofThird: word.plain), index + 1 < words.count {
        pieces.append(base + word.text.dropFirst(word.plain.count))
      } else if follows, unknownBase(word.plain) != nil, index + 1 < words.count, !word.plain.hasSuffix("ers")
      {
        return nil
      } else {
        pieces.append(word.text)
      }
    }
    return pieces.joined(separator: " ")
  }

  private func ofWe(_ words: Words) -> String? {
    let we = words[0].plain
    var at = 1
    var adverb = ""
    if Verbs.isAuxiliary(words[1]) {
      let next = words.count > 2 ? words[2].plain : ""
      let main = words[1].plain
      if ["have", "had"].contains(main), !Verbs.isParticiple(next), !Verbs.adverbs.contains(next) {
        return "\(main == "have" ? "do" : "did") \(we) have \(words.dropFirst(2).text)"
      }
      if main == "cannot" { return "can \(we) not \(words.dropFirst(2).text)" }
      if ["do", "does", "did"].contains(main), next != "not" { return nil }
      return "\(main) \(we) \(words.dropFirst(2).text)"
    }
    while at < words.count, Verbs.adverbs.contains(words[at].plain) {
      adverb += words[at].text + " "
      at += 1
    }
    guard at < words.count else { return nil }
    let verb = words[at].plain
    let tail = words.dropFirst(at + 1).text
    if Verbs.isBase(verb), Verbs.base(ofPast: verb) == nil || verb == "read" {
      return "do \(we) \(adverb)\(words[at].text) \(tail)".trimmed
    }
    if let base = Verbs.base(ofPast: verb) { return "did \(we) \(adverb)\(base) \(tail)".trimmed }
    return nil
  }

  /// A word that could be an order could as well be what the sentence is about: "Shards hold …" is no order.
  private func isSubject(_ words: Words) -> Bool {
    guard words.count > 1 else { return false }
    if Verbs.isThird(words[1]) { return true }
    guard let verb = subject(words), verb < words.count else { return false }
    return Verbs.isAuxiliary(words[verb])
  }

  /// How many words stand before the verb.
  private func subject(_ words: Words) -> Int? {
    // "Since, it answers": behind the word in front there may be none.
    for index in 1..<max(1, min(words.count, 8)) {
      let word = words[index].plain
      if Self.breaks.contains(word) { return nil }
      if Verbs.auxiliaries.contains(word) { return adverbStart(words, index) }
      if isVerb(words, index) { return auxiliary(words, after: index) ?? adverbStart(words, index) }
      if words[index].ends(with: ",") || words[index].ends(with: ":") { break }
    }
    return unknownVerb(words)
  }

  /// "The client predicts …": behind a single thing, a word that ends in s and is known as nothing else is its verb.
  private func unknownVerb(_ words: Words) -> Int? {
    guard let first = words.first?.plain, ["the", "a", "an", "each", "every", "our"].contains(first) else {
      return nil
    }
    return (2..<max(2, min(words.count - 1, 5))).first { index in
      let word = words[index].plain
      let before = words[index - 1].plain
      return Self.unknownBase(word) != nil && !before.hasSuffix("s") && !Self.breaks.contains(before)
        && !Self.determiners.contains(before) && !words[index - 1].ends(with: ",")
    }
  }

  private static func unknownBase(_ word: String) -> String? {
    guard word.count > 3, word.allSatisfy(\.isLetter), word.hasSuffix("s"),
      !["ss", "us", "is", "'s"].contains(where: { word.hasSuffix($0) })
    else { return nil }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ches", "shes", "sses", "xes", "zes"].contains(where: { word.hasSuffix($0) }) {
      return String(word.dropLast(2))
    }
    return String(word.dropLast())
  }

  /// "unused imports in TypeScript code must …": what looked like the verb is a noun, where the real one comes soon.
  private func auxiliary(_ words: Words, after start: Int) -> Int? {
    guard Verbs.isThird(words[start]) else { return nil }
    for index in (start + 1)..<max(start + 1, min(words.count, 8)) {
      let word = words[index].plain
      if Self.breaks.contains(word) || ["and", "or", "to"].contains(word)
        || words[index - 1].ends(with: ",")
      {
        return nil
      }
      if ["must", "may", "can", "cannot", "should", "is", "are", "was", "were", "will"].contains(word) {
        return index
      }
    }
    return nil
  }

  /// An adverb before the verb belongs to it.
  private func adverbStart(_ words: Words, _ index: Int) -> Int {
    guard !Verbs.isAuxiliary(words[index]) else { return index }
    var start = index
    while start > 1, Verbs.adverbs.contains(words[start - 1].plain) { start -= 1 }
    return start
  }

  /// Whether the word is a verb there, and not a noun of the same form.
  private func isVerb(_ words: Words, _ index: Int) -> Bool {
    let word = words[index].plain
    let before = words[index - 1].plain
    let isThird = Verbs.base(ofThird: word) != nil
    guard isThird || Verbs.isBase(word) else { return false }
    if Self.determiners.contains(before) { return false }
    // "no cache for stock counts": a thing that is not there, and no verb.
    if words[0].plain == "no", index == words.count - 1 { return false }
    let isPlural = before.hasSuffix("s") && !before.hasSuffix("ss")
    // "Tides Gauge shows the level": the verb is the word that has something behind it.
    if !isThird, index + 2 < words.count, Verbs.isThird(words[index + 1]),
      ["the", "a", "an", "its", "their"].contains(words[index + 2].plain)
    {
      return false
    }
    // "Dredging renews the quay blocks": an unknown verb stands before, and a thing behind it.
    if isThird, index >= 3, ["the", "a", "an", "its", "their"].contains(words[index - 2].plain),
      Self.unknownBase(words[index - 3].plain) != nil
    {
      return false
    }
    // "orders talk", "the relay reads"; never "the order reads" for a plural or "event streams" for a verb.
    if Verbs.adverbs.contains(before) { return index > 1 }
    if isThird, index + 1 < words.count, Verbs.isAuxiliary(words[index + 1]) { return false }
    if isThird, index + 1 < words.count {
      let next = words[index + 1].plain
      // "contract tests sit", but "the limiter fails open".
      let isSingle = index == 2 && ["the", "a", "an", "each", "every"].contains(words[0].plain)
      if !isSingle, Verbs.base(ofThird: next) != nil || Verbs.isBase(next) { return false }
    }
    return isThird ? !isPlural : isPlural
  }

  private static let breaks: Set<String> = [
    "that", "which", "who", "when", "if", "while", "because", "where", "as", "since", "whose", "so", "but",
    "until", "how", "what",
  ]
  private static let determiners: Set<String> = [
    "the", "a", "an", "our", "each", "every", "all", "no", "any", "one", "two", "its", "their", "to", "of",
    "in",
    "for", "by", "with", "and", "or", "old", "new",
  ]
}

extension Clause {
  /// The beginning of a sentence as it stands within one.
  static func lowerStart(_ text: String, _ clause: Clause) -> String { clause.book.lowered(text) }
}
