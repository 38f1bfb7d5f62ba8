/// How things were when a decision was taken, where no trouble is named that led to it.
extension Reasons {
  /// The part of the context that tells most of it: what was needed, and what the title speaks of. What stands first often
  /// only introduces the matter.
  func situation() -> Passage? {
    for section in record.contexts {
      let blocks =
        section.blocks
        + section.children.filter({ record.names.role($0.title.flat) == nil }).flatMap(\.blocks)
      var best: (score: Int, passage: Passage)?
      for (index, block) in blocks.prefix(Self.nearBeginning).enumerated() {
        guard case .paragraph(let words, let line) = block, !Points.isLinkOnly(words) else { continue }
        let sentences = Array(
          Sentences.split(words.flat).drop(while: introduces).prefix { !announces($0) })
        for start in sentences.indices.prefix(Self.nearBeginning)
        where start == 0 || !refersBack(sentences[start]) {
          guard let text = situation(sentences[start...], blocks.dropFirst(index + 1).first) else { continue }
          let score = telling(text) * 3 - index * 3 - start * 2 - (Self.platitude.isIn(anyCase: text) ? 3 : 0)
          if best.map({ score > $0.score }) ?? true { best = (score, Passage(text: text, line: line)) }
        }
      }
      if let best { return best.passage }
    }
    return nil
  }

  /// Further down it turns to what could be done.
  private static let nearBeginning = 4

  private func situation(_ sentences: ArraySlice<String>, _ next: Block?) -> String? {
    guard let first = sentences.first, !leans(first), !LanguageWords.pointsBack(first),
      var text = points.beginning(Array(sentences), upTo: Points.mostWords), text.wordCount >= 10,
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

  /// "When they submit a plan" leans on who they are.
  private func refersBack(_ sentence: String) -> Bool {
    sentence.lowercased().spacedWords.prefix(6).contains { Self.pronouns.contains(String($0)) }
  }

  private static let pronouns: Set<String> = [
    "it", "its", "they", "their", "them", "these", "those", "such", "this",
  ]

  /// True of everything.
  private static let platitude = PhraseList([
    "is important", "is vital", "a vital", "is crucial", "is essential", "at some point", "every application",
    "it is necessary", "play a key role", "plays a key role",
  ])

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
