/// How things were when a decision was taken, where no trouble is named that led to it.
extension Reasons {
  /// The paragraph of the context that tells most of it: what was needed, and what the title speaks of. The first one
  /// often only introduces the matter.
  func situation() -> Passage? {
    for section in record.sections(.context) {
      var best: (score: Int, passage: Passage)?
      for (index, block) in section.blocks.prefix(Self.nearBeginning).enumerated() {
        guard case .paragraph(let words, let line) = block, !Points.isLinkOnly(words),
          let text = situation(words.flat, section.blocks.dropFirst(index + 1).first)
        else { continue }
        let score = telling(text) * 2 - index * 2
        if best.map({ score > $0.score }) ?? true { best = (score, Passage(text: text, line: line)) }
      }
      if let best { return best.passage }
    }
    return nil
  }

  /// Further down it turns to what could be done.
  private static let nearBeginning = 4

  private func situation(_ paragraph: String, _ next: Block?) -> String? {
    let sentences = Array(Sentences.split(paragraph).drop(while: introduces).prefix { !announces($0) })
    guard let first = sentences.first, !leans(first), !LanguageWords.pointsBack(first),
      var text = points.beginning(sentences, upTo: Points.mostWords), text.wordCount >= 10,
      points.isSaying(text), !Self.circular.isIn(unaccented: text), !text.hasSuffix("?")
    else { return nil }
    // How it was is seldom told in one short paragraph.
    if case .paragraph(let words, _)? = next, !text.hasWords(30), !Points.isLinkOnly(words),
      let more = points.beginning(words.flat), points.isSaying(more),
      text.wordCount + more.wordCount <= Points.mostWords
    {
      text += " " + more
    }
    return text
  }

  /// "Django is a framework" introduces what was chosen, and "This record describes" itself.
  func introduces(_ sentence: String) -> Bool {
    if Self.ofItself.begins(unaccented: sentence) { return true }
    let words = sentence.prefix(80).split(separator: " ", omittingEmptySubsequences: true).prefix(7)
    guard let verb = words.firstIndex(where: { $0 == "is" || $0 == "are" }), verb > 0,
      verb + 1 < words.endIndex,
      Self.articles.contains(String(words[verb + 1]))
    else { return false }
    let subject = KeyWords.of(words[..<verb].joined(separator: " "))
    return subject.isEmpty || subject.shared(with: record.titleWords) == subject.count
  }

  /// "We had two options to consider", and "This record will document …", behind how things were.
  private func announces(_ sentence: String) -> Bool {
    Self.ofItself.begins(unaccented: sentence) || Self.options.isIn(anyCase: sentence)
      || Self.settled.begins(anyCase: sentence)
  }

  private static let settled = PhraseList([
    "we have agreed", "we agreed", "we have decided", "we decided", "we will ", "it was decided",
    "it was agreed",
  ])

  private static let options = PhraseList([
    "options to consider", "following options", "options being discussed", "two options", "three options",
    "several options",
    "design options",
    "options were considered", "options are considered", "possible solutions",
  ])
  private static let articles: Set<String> = ["a", "an", "one"]
  private static let ofItself = PhraseList(
    ["this adr ", "this record ", "this rfc ", "this proposal ", "this document "].flatMap { itself in
      [
        "describes", "specifies", "outlines", "defines", "documents", "proposes", "covers", "explains",
        "details", "will ", "aims", "provides", "summarises", "summarizes", "records", "is intended",
        "is meant", "serves", "was written",
      ].map {
        itself + $0
      }
    })

  /// How much of a reason a text holds.
  func telling(_ text: String) -> Int {
    let spaced = LanguageWords.spaced(text)
    return min(2, record.names.words.problem.count(in: spaced)) + min(2, Self.needs.count(in: spaced))
      + min(1, record.titleWords.shared(with: KeyWords.of(text)))
  }

  private static let needs = PhraseList(
    words: [
      "need", "needs", "needed", "want", "wants", "wanted", "require", "requires", "required", "requirement",
      "requirements", "must", "should", "however", "but", "goal", "aim", "in order to",
      "because", "since", "therefore", "therefor", "thus", "so that", "allow", "allows", "enable", "enables",
    ])
}
