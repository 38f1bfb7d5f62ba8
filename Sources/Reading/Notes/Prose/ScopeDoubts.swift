internal import Recall

/// What a question is about: that nobody would know it without what stands around its sentence.
extension Doubts {
  /// A question names its thing, or its heading does, or the title.
  func scope(_ candidate: ProseCandidate) -> Doubt? {
    guard candidate.kind != .cloze else { return gap(candidate) }
    let telling = KeyWords.of(candidate.question).count
    let isOne = candidate.kind == .meaning || candidate.kind == .rule || candidate.isHeading
    if telling < (isOne ? 1 : 2), telling == 0 || candidate.kind != .reason || !Self.names(candidate.question)
    {
      return Doubt(points: 0.4, reason: "a question that could be about anything")
    }
    // "Why is a light lit?" in a list: where and when stands above the list.
    if candidate.kind == .reason, candidate.statement.isItem, telling < 3, !candidate.isHeading,
      ["Why is ", "Why are "].contains(where: candidate.question.hasPrefix),
      !candidate.question.holds(UInt8(ascii: "`"))
    {
      return Doubt(points: 0.4, reason: "a question that could be about anything")
    }
    if candidate.isFound(by: "“so”"), telling < 3, candidate.question.holds(" need ") {
      return Doubt(points: 0.4, reason: "a question that could be about anything")
    }
    if topic.isEmpty, !candidate.isHeading, candidate.kind != .steps, telling < (isOne ? 2 : 3),
      ![.choice, .price, .reason].contains(candidate.kind)
    {
      return Doubt(points: 0.4, reason: "nothing around it says what it is about")
    }
    // "What happens if the file does not exist?"
    if candidate.kind == .condition, isBare(candidate.question) {
      return Doubt(points: 0.3, reason: "a thing that has no name")
    }
    if candidate.isFound(by: "what follows"),
      !Words(candidate.question).all.contains(where: \.startsWithNumber)
    {
      return Doubt(points: 0.4, reason: "what follows from no measure")
    }
    return nil
  }

  /// "If the flag is true": of many flags one that was named before.
  private func isBare(_ question: String) -> Bool {
    guard question.holds("if the ") || question.holds("when the ") else { return false }
    let words = Words(question).all
    guard
      let at = words.indices.dropLast(2).first(where: {
        ["if", "when"].contains(words[$0].plain) && words[$0 + 1].plain == "the"
      })
    else { return false }
    // "If the limit is reached" below "Rate limits": the heading says which.
    let around = (topic.nearest ?? "") + " " + context.title
    if KeyWords.of(words[at + 2].plain).shared(with: KeyWords.of(around)) > 0 { return false }
    return Self.things.contains(words[at + 2].plain)
      && (["file", "value"].contains(words[at + 2].plain)
        || at + 3 < words.count && Verbs.isAuxiliary(words[at + 3]))
  }

  private static let things: Set<String> = [
    "file", "value", "flag", "option", "field", "parameter", "setting", "number", "script", "check", "result",
    "condition", "command", "variable", "attribute", "property", "threshold", "limit", "feature",
  ]

  /// "Why do we use Postgres?" names its thing.
  private static func names(_ question: String) -> Bool {
    Words(question).all.dropFirst().contains {
      $0.text.utf8.first?.isCapital == true && $0.text.utf8.count > 2 || $0.text.hasPrefix("“")
    }
  }

  /// A gap stands without its heading, so that the sentence has to name what it speaks of.
  private func gap(_ candidate: ProseCandidate) -> Doubt? {
    let first = candidate.statement.words.first
    // "Max receive count: 3 attempts": a table, and no sentence.
    if let label = candidate.question.place(of: ": […]"),
      candidate.question[..<label.lowerBound].count < 30
    {
      return Doubt(points: 0.3, reason: "no sentence that stands alone")
    }
    // "Choose `5s` to ask every 5s."
    let rest = Words(candidate.question).all.filter { !$0.plain.isEmpty || $0.text != "[…]" }
    let answer = candidate.answer.lowercased()
    if rest.contains(where: { $0.plain == answer }) {
      return Doubt(points: 0.3, reason: "the answer stands in it")
    }
    // "The default value is […]": of what?
    if rest.allSatisfy({ Verbs.isAuxiliary($0) || Topic.isPlain($0.plain) }) {
      return Doubt(points: 0.3, reason: "nothing around it says what it is about")
    }
    let isTutorial =
      [" you should ", " you can ", " you will "].contains(where: candidate.question.holds)
      || Self.examples.isIn(anyCase: candidate.question)
    if first.map({ Verbs.isParticiple($0.plain) }) == true {
      return Doubt(points: 0.3, reason: "no sentence that stands alone")
    }
    if isTutorial || first?.plain == "if" || candidate.question.holds("→")
      || ["0", "1", "2"].contains(candidate.answer)
    {
      return Doubt(points: 0.3, reason: "no sentence that stands alone")
    }
    return nil
  }

  private static let examples = PhraseList(["for example"])
}
