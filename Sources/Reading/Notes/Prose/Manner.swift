internal import Recall

/// How a note speaks: whether it reasons all the time, as those do who write for themselves or their team, or tells a
/// reader what to do.
///
/// "So" and "in order to" stand before a reason in the one, and as often as not for something else in the other. What is
/// least sure is therefore only asked where reasons are what the note is made of.
struct Manner {
  let isReasoned: Bool
  let isTutorial: Bool

  init(_ sections: [ProseSection], _ language: ProseLanguage) {
    guard language.code == "en" else {
      (isReasoned, isTutorial) = (true, false)
      return
    }
    let all = sections.lazy.flatMap(\.statements).reduce(into: Count()) { $0.add($1.manner) }
    let (words, reasons, limits) = (all.words, all.reasons, all.limits)
    isTutorial = all.readers * 1000 >= words * Self.mostReaders
    // Of a few sentences nothing can be told, and a short note was written for its claims.
    isReasoned =
      words < 80 || words < Self.shortNote && !isTutorial
      || (reasons + limits) * 1000 >= words * Self.leastSigns && reasons * 1000 >= words * Self.leastReasons
  }

  /// What of the words of a text tells how it speaks.
  struct Count: Sendable {
    private(set) var words = 0
    private(set) var reasons = 0
    private(set) var limits = 0
    private(set) var readers = 0

    mutating func add(_ word: Words.Sign) {
      words += 1
      let known = Manner.table[word.hash]
      guard !known.isEmpty else { return }
      if known.contains(.reason) { reasons += 1 }
      if known.contains(.limit) { limits += 1 }
      if known.contains(.reader) { readers += 1 }
    }

    mutating func add(_ other: Count) {
      words += other.words
      reasons += other.reasons
      limits += other.limits
      readers += other.readers
    }
  }

  /// About a page.
  private static let shortNote = 280

  /// Of a thousand words.
  private static let leastSigns = 13
  /// A specification limits in every sentence and says of nothing why.
  private static let leastReasons = 5
  private static let mostReaders = 15

  private struct Sign: OptionSet {
    let rawValue: UInt16
    static let reason = Sign(rawValue: 1)
    static let reader = Sign(rawValue: 2)
    static let limit = Sign(rawValue: 4)
  }

  private static let table = WordTable<Sign>([
    (.reason, ["because", "otherwise", "therefore", "since", "instead", "rather"]),
    (.limit, ["never", "must", "only"]),
    (.reader, ["you", "your", "you're", "you'll", "you'd"]),
  ])

  /// What speaks against a card in a note that does not reason.
  func doubt(_ candidate: ProseCandidate) -> Doubts.Doubt? {
    guard !isReasoned else { return nil }
    let words = candidate.answer.wordCount
    if Self.unsure.contains(where: candidate.isFound) || candidate.kind == .choice || candidate.kind == .steps
    {
      return Doubts.Doubt(points: 0.4, reason: "not sure in a note of this kind")
    }
    if candidate.kind == .reason, candidate.question.isQuoted {
      return Doubts.Doubt(points: 0.4, reason: "not sure in a note of this kind")
    }
    // A number of a manual is looked up there.
    guard candidate.kind != .cloze else {
      return Doubts.Doubt(points: 0.15, reason: "a number to be looked up")
    }
    if candidate.kind == .question, !Words(candidate.question).holds("why"),
      !candidate.isFound(by: SectionRules.definingReason)
    {
      return Doubts.Doubt(points: 0.4, reason: "not sure in a note of this kind")
    }
    let said = LanguageWords.spaced(candidate.question + " " + candidate.answer)
    if Self.readers.isIn(said) {
      return Doubts.Doubt(points: 0.4, reason: "told to a reader")
    }
    // "What must providers update?" asks what of many things is meant.
    if candidate.kind == .rule, !candidate.question.holds(UInt8(ascii: "`")) {
      return Doubts.Doubt(points: 0.4, reason: "a rule for nothing by name")
    }
    if candidate.kind == .condition,
      let verb = Words(candidate.answer).all.first(where: { Verbs.isAuxiliary($0) })?.plain,
      ["may", "might", "could", "would"].contains(verb)
    {
      return Doubts.Doubt(points: 0.4, reason: "only what may be")
    }
    if candidate.kind == .condition, words < 7, candidate.question.utf8.starts(with: "When ".utf8) {
      return Doubts.Doubt(points: 0.4, reason: "a short answer")
    }
    if candidate.isFound(by: "what it is resp"),
      [" handle?", " own?"].contains(where: candidate.question.hasSuffix)
    {
      return Doubts.Doubt(points: 0.4, reason: "much could be told of it")
    }
    if candidate.isFound(by: "what it is resp"), candidate.question.utf8.starts(with: "What does “".utf8) {
      return Doubts.Doubt(points: 0.4, reason: "much could be told of it")
    }
    if AnswerDoubts.tellsOfChange(candidate) { return Doubts.Doubt(points: 0.4, reason: "tells of a change") }
    if candidate.question.hasWords(18) { return Doubts.Doubt(points: 0.4, reason: "a long question") }
    if words > 27 { return Doubts.Doubt(points: 0.4, reason: "a long answer") }
    if candidate.isFound(by: FactRules.listedReason),
      case let start = Words(candidate.answer).first?.plain ?? "",
      words < 8 || !["a", "an", "the", "any"].contains(start)
    {
      return Doubts.Doubt(points: 0.4, reason: "to be looked up")
    }
    // "We can set it up": what its authors did or mean to do, and nothing that holds.
    if candidate.kind != .meaning, Self.authors.isIn(said) {
      return Doubts.Doubt(points: 0.35, reason: "told of those who wrote it")
    }
    // What for is told there of every step.
    if isTutorial, candidate.kind == .reason, ClaimDoubts.isPurpose(candidate.answer) {
      return Doubts.Doubt(points: 0.4, reason: "what a step is for")
    }
    return isTutorial && candidate.kind != .meaning ? Doubts.Doubt(points: 0.25, reason: "a guide") : nil
  }

  private static let readers = PhraseList(words: [
    "you", "your", "you're", "you'd", "you'll", "you’re", "you’d", "you’ll", "you've", "you’ve",
  ])
  private static let authors = PhraseList(words: ["we", "our", "we're", "us"])

  private static let unsure = [
    "“so”", "explained behind", "the heading claims", "the next sentence", "what follows", "“due to”",
    "“to avoid”",
    "“in order to”", "how to", "“unless”", "tried and left",
    SectionRules.longReason, "it follows", "a reason in front",
  ]
}
