internal import Recall

/// Puts the questions of one record. The title is quoted, unless it is an English order ("Use Redis for sessions"),
/// which fits into a sentence as it is.
struct Phrasing {
  let questions: RecordLanguage.Questions
  let isOpen: Bool
  /// Taken back, with nothing in its place.
  let wasReverted: Bool
  /// The title in quotation marks.
  let quoted: String
  /// "use Redis for sessions", "not to use numbers".
  let order: String?
  let title: String
  let titleWords: KeyWords
  let language: String
  let words: LanguageWords
  var isEnglish: Bool { language == "en" }

  init(_ record: DecisionRecord, _ state: RecordState) {
    questions = record.names.language.questions
    // Who only heads it as a proposal, and says nothing of its state, has not said that it was decided.
    isOpen = state.status?.isOpen ?? (!record.has(.decision) && record.has(.proposal))
    wasReverted = record.language == "en" && PlainWords.normalized(state.words).hasPrefix("revert")
    title = record.title
    titleWords = record.titleWords
    language = record.language
    words = record.names.words
    let shown = Self.short(record.title)
    quoted = Self.quoted(shown, language)
    order = language == "en" ? Self.order(shown) : nil
  }

  private static func short(_ title: String) -> String {
    let words = title.spacedWords
    return words.count > 22 ? words.prefix(20).joined(separator: " ") + " …" : title
  }

  static func quoted(_ text: String, _ language: String) -> String {
    switch language {
    case "fr": "« \(inside(text, "«", "»", "“", "”")) »"
    case "es": "«\(inside(text, "«", "»", "“", "”"))»"
    case "de": "„\(inside(text, "„", "“", "‚", "‘"))“"
    default: "“\(inside(text, "“", "”", "‘", "’"))”"
    }
  }

  /// Quotation marks within quotation marks are other ones.
  private static func inside(
    _ text: String, _ open: Character, _ end: Character, _ inner: Character, _ last: Character
  ) -> String {
    guard text.utf8.contains(where: { $0 >= 128 }), text.contains(open) else { return text }
    var result = ""
    for sign in text {
      if sign == open {
        result.append(inner)
      } else if sign == end {
        if result.last?.isWhitespace == true { result.removeLast() }
        result.append(last)
      } else if result.last != inner || !sign.isWhitespace {
        result.append(sign)
      }
    }
    return result
  }

  private static func order(_ title: String) -> String? {
    guard !title.hasSuffix("?"), !title.holds(": "), !title.holds(" - ") else { return nil }
    let words = title.spacedWords.map(String.init)
    guard let first = words.first?.lowercased(), words.count >= 2, words[1].lowercased() != "of" else {
      return nil
    }
    for negation in ["do not", "don't", "don’t", "never"] where negation.hasPrefix(first) {
      let count = negation.spacedWords.count
      guard words.prefix(count).joined(separator: " ").lowercased() == negation, words.count > count + 1
      else { continue }
      let rest = [words[count].lowercased()] + words.dropFirst(count + 1)
      return (negation == "never" ? "never to " : "not to ") + rest.joined(separator: " ")
    }
    guard verbs.contains(first) else { return nil }
    // "Choose a queue" names the question; the choice is still to be told.
    if ["choose", "select", "pick", "define", "evaluate"].contains(first),
      ["a", "an", "the", "which", "our", "how"].contains(words[1].lowercased())
    {
      return nil
    }
    return "to " + ([first] + words.dropFirst()).joined(separator: " ")
  }

  /// Whether a sentence begins with a verb that tells what to do.
  static func isOrder(_ sentence: String) -> Bool {
    sentence.leadingWord.map { verbs.contains($0.lowercased()) } ?? false
  }

  /// Verbs that begin a title as an order; words that could as well be nouns ("Test strategy") are left out.
  private static let verbs: Set<String> = Set(
    """
    use hardcode disallow normalize enforce adopt add remove keep move merge combine switch replace introduce migrate
    store write create avoid allow split
    implement choose centralise centralize simplify drop record make extract provide separate rename require deploy serve
    expose enable disable define generate treat validate standardise standardize publish rely restrict put prefer
    let bound spread compute give tie declare do stick stop prevent build run convert integrate decouple encapsulate consolidate refactor maintain support pin send
    persist represent encode ensure delegate automate embed isolate redirect retain unify version write default organise
    organize render install distribute bundle configure collect apply combine delete discontinue decommission evaluate
    generate group ignore include inject invoke keep leverage load map mark mirror model normalise normalize optimise
    optimize pass perform postpone reduce reject report rewrite save select share start structure transfer transition
    suppress modernise modernize restructure reintroduce revert retire restore revisit align expand extend improve
    reorganise reorganize squash minimise minimize
    trigger upgrade abandon accept access allow build cache call centralise check commit compile concatenate
    """.spacedWords.map(String.init)
  ).subtracting([
    "report", "model", "map", "cache", "call", "access", "check", "commit", "version", "default", "group",
    "load",
    "mirror", "mark", "share", "start", "transfer", "upgrade", "trigger", "transition", "structure",
    "support", "build", "run",
    "stop", "pass", "save", "bundle", "split",
  ])

  var isOrder: Bool { order != nil }
  /// "Do not use numbers"
  var isNegated: Bool { order.map { $0.hasPrefix("not ") || $0.hasPrefix("never ") } ?? false }

  func filled(_ template: String) -> String { template.filled(["%": quoted]) }
  /// With what was chosen, weighed or decided, too.
  func filled(_ template: String, _ told: String) -> String {
    template.filled(["%": quoted, "#": Self.quoted(told, language)])
  }

  // MARK: Questions

  func why() -> String {
    if let order { return isOpen ? "Why is it proposed \(order)?" : "Why did we decide \(order)?" }
    return filled(isOpen ? questions.proposedWhy : questions.why)
  }

  func problem() -> String {
    if let order { return isOpen ? "What led to the proposal \(order)?" : "What led us to decide \(order)?" }
    return filled(isOpen ? questions.proposedWhy : questions.problem)
  }

  /// What was there before tells why, even where no trouble is named in it.
  func situation() -> String {
    guard isEnglish else { return problem() }
    if let order {
      return "What was the situation when \(isOpen ? "it was proposed" : "we decided") \(order)?"
    }
    return "What was the situation when \(quoted) was \(isOpen ? "proposed" : "decided")?"
  }

  func cost() -> String {
    if let order { return isOpen ? "What would it cost us \(order)?" : "What does it cost us \(order)?" }
    return filled(isOpen ? questions.proposedCost : questions.cost)
  }

  /// What could happen is no price as long as it does not.
  func risk() -> String {
    guard isEnglish else { return cost() }
    if isOpen { return "Which risks would come with \(quoted)?" }
    return "Which risks come with our decision \(order ?? "on " + quoted)?"
  }

  /// Where there are many, two of them are enough.
  func twoChanges() -> String? {
    guard isEnglish else { return nil }
    if let order {
      return isOpen
        ? "Name two things that would follow if we decided \(order)."
        : "Name two consequences of our decision \(order)."
    }
    return isOpen
      ? "Name two things that would follow from \(quoted)."
      : "Name two consequences of our decision on \(quoted)."
  }

  func gain() -> String? {
    guard isEnglish, !isOpen else { return nil }
    return order.map { "What do we gain by our decision \($0)?" }
      ?? "What do we gain by our decision on \(quoted)?"
  }

  func twoReasons() -> String? {
    guard isEnglish, !isOpen else { return nil }
    return order.map { "Name two reasons why we decided \($0)." }
      ?? "Name two reasons for our decision on \(quoted)."
  }

  func changed() -> String {
    if let order {
      return isOpen ? "What would follow if we decided \(order)?" : "What follows from our decision \(order)?"
    }
    return filled(isOpen ? questions.proposedChange : questions.changed)
  }

  func drivers() -> String {
    if let order { return "Which forces made us decide \(order)?" }
    return filled(questions.drivers)
  }

  func about() -> String { isOrder ? problem() : filled(questions.about) }
  func records() -> String { questions.records }

  /// The question for what was decided, and how much of the answer it may not hold. Nil where only a give-away is left.
  /// `said` are the answer's key words.
  func what(answer: String, _ said: KeyWords) -> String? {
    func leaks(most: Double) -> Bool { KeyWords.share(of: said, in: titleWords) >= most }
    if title.hasSuffix("?") { return leaks(most: 0.6) ? nil : title }
    if order != nil {
      // What it hides has to be in the answer; that the purpose is there too gives nothing away.
      if let masked = masked(in: said), KeyWords.share(of: said, in: KeyWords.of(masked)) <= 0.7 {
        return masked
      }
      // The order itself says what was decided; what it means in full can still be asked.
      return leaks(most: 0.5) ? nil : inFull()
    }
    if let masked = maskedTopic(answer), KeyWords.share(of: said, in: KeyWords.of(masked)) <= 0.7 {
      return masked
    }
    let question = filled(isOpen ? questions.proposedWhat : questions.what)
    // A title that says the whole decision leaves nothing to ask.
    let first = Sentences.split(answer).first ?? answer
    let saysAll =
      titleWords.count >= 3 && leaks(most: 0.35)
      && KeyWords.share(of: titleWords, in: KeyWords.of(first)) >= 0.99
    return leaks(most: 0.45) || saysAll ? nil : question
  }

  /// What the order in the title means in full.
  func inFull() -> String {
    guard let order else { return filled(isOpen ? questions.proposedWhat : questions.what) }
    return isOpen
      ? filled("What exactly is proposed in %?") : "What exactly did we decide when we chose \(order)?"
  }

  /// "Use PostgreSQL for storage" asks "What do we use for storage?": the object is what has to be remembered.
  private func masked(in answer: KeyWords) -> String? {
    guard let order, !isOpen else { return nil }
    let words = order.spacedWords.map(String.init)
    guard words.count >= 5, let verb = words.dropFirst().first,
      ["use", "adopt", "choose", "select"].contains(verb)
    else { return nil }
    // The first sign, so that nothing but the object is hidden: "use X as the store for orders".
    let signs = [["instead", "of"], ["for"], ["as"], ["to"]].compactMap { sign in
      words.indices.dropFirst(3).first { Array(words[$0...].prefix(sign.count)) == sign }.map {
        (sign, at: $0)
      }
    }.sorted { $0.at < $1.at }
    for (sign, at) in signs {
      let count = sign.count
      // "Use the same format for …" hides what the question is about.
      let object = words[2].lowercased() == "the" || words[2].lowercased() == "a" ? words[3] : words[2]
      if ["same", "separate", "own", "one", "single", "new", "different", "common"].contains(
        object.lowercased())
      {
        continue
      }
      if words[at...].contains("and") { continue }
      // "to model effects", but not "to the cloud" or "to `node`".
      if sign == ["to"], words.indices.contains(at + 1) {
        let next = words[at + 1]
        guard next.allSatisfy(\.isLowercase), !["the", "a", "an", "our", "all", "each", "its"].contains(next)
        else { continue }
      }
      // What is hidden has to come back in the answer.
      guard KeyWords.share(of: KeyWords.of(words[2..<at].joined(separator: " ")), in: answer) > 0 else {
        continue
      }
      let purpose = words[at...].joined(separator: " ")
      // "as its ID" speaks of something that is hidden now.
      if words[at...].contains(where: {
        ["its", "their", "this", "these", "it", "them"].contains($0.lowercased())
      }) {
        continue
      }
      // "as Heading" leaves open of what.
      guard words.count - at > count, KeyWords.of(purpose).count >= (sign == ["as"] ? 2 : 1) else { continue }
      return "What did we choose to use \(purpose)?"
    }
    return nil
  }
}
