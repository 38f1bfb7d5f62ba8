/// Why a decision was taken: what its author gives as the reason, or else the situation that led to it.
struct Reasons {
  let record: DecisionRecord
  let points: Points

  init(_ record: DecisionRecord) {
    self.record = record
    points = Points(record.names)
  }

  /// The sentence of the context that names the trouble, with the one before where it leans on it. A situation
  /// without any trouble in it explains nothing, and gives no card.
  func problem() -> Passage? {
    var best: (score: Int, passage: Passage)?
    for section in record.sections(.context) {
      for trouble in troubles(section) where best.map({ trouble.score > $0.score }) ?? true { best = trouble }
      if let best { return best.passage }
    }
    return nil
  }

  /// What is said of it, for a record that has no sections.
  func opening() -> Passage? {
    mostTelling(
      points.all(
        record.opening
          + record.parts.filter { $0.role == nil && $0.around == nil }.flatMap(\.section.blocks)))
  }

  /// Anything that stands in a section about the decision itself.
  func anything() -> Passage? {
    let own = record.parts.filter { $0.role != .aside && $0.around != .aside }
    // What is said of an option is the record's only where there is nothing else.
    let settled = own.filter { part in
      ![.options, .rejected].contains(part.role) && ![.options, .rejected].contains(part.around)
    }
    return mostTelling(points.all(settled.flatMap(\.section.blocks)))
      ?? mostTelling(points.all(own.flatMap(\.section.blocks)))
  }

  /// Near the beginning, what tells most and can stand alone; anything, where there is nothing like it.
  private func mostTelling(_ said: [Passage]) -> Passage? {
    let able = said.prefix(4).enumerated().filter { _, passage in
      passage.wordCount >= 10 && passage.text.first?.isUppercase == true && !leans(passage.text)
        && !LanguageWords.pointsBack(passage.text)
        && !Self.note.begins(unaccented: passage.text)
    }
    let best = able.max {
      telling($0.element.text) - $0.offset < telling($1.element.text) - $1.offset
    }
    return best?.element ?? said.first { $0.wordCount >= 8 } ?? said.first { $0.wordCount >= 3 }
  }

  func drivers() -> Passage? {
    for section in record.sections(.drivers) {
      for case .list(let items, _, _) in section.blocks {
        let said = points.items(items)
        if (2...4).contains(said.count), said.count == items.count, let answer = points.joined(said, most: 4),
          answer.text.split(separator: "\n").count == said.count
        {
          return answer
        }
      }
    }
    return nil
  }

  /// Passages that tell of something that is wrong.
  private func troubles(_ section: Section) -> [(score: Int, passage: Passage)] {
    var result: [(score: Int, passage: Passage)] = []
    var paragraph = -1
    let blocks =
      section.blocks + section.children.filter({ record.names.role($0.title.flat) == nil }).flatMap(\.blocks)
    // Further down a situation turns into what could be done about it.
    for block in fromTurn(blocks) {
      guard paragraph < 2 else { break }
      switch block {
      case .paragraph(let words, let line) where !Points.isLinkOnly(words):
        paragraph += 1
        result += troubles(words.flat, line, paragraph)
      case .list(let items, _, _):
        paragraph += 1
        for item in items {
          guard case .paragraph(let words, let line)? = item.blocks.first else { continue }
          var text = words.flat
          // "We met two problems" goes on with the two.
          if case .list(let inner, _, _)? = item.blocks.dropFirst().first,
            text.last.map({ $0.isLetter || $0 == ":" }) == true
          {
            let parts = points.items(inner).prefix(2).map(\.text)
            if !parts.isEmpty { text = text.trimmingPunctuation + ": " + parts.joined(separator: "; ") }
          }
          result += troubles(text, line, paragraph)
        }
      default: continue
      }
    }
    return result
  }

  /// "We are now moving to a quiet time": what stands before that is how it was, and often speaks for the opposite.
  private func fromTurn(_ blocks: [Block]) -> [Block] {
    let turn = blocks.prefix(4).lastIndex { block in
      guard case .paragraph(let words, _) = block else { return false }
      return Self.turning.begins(anyCase: words.flat) && words.flat.hasWords(8)
    }
    return turn.map { Array(blocks[$0...]) } ?? blocks
  }

  private static let turning = PhraseList([
    "we are now ", "we're now ", "we now ", "now that ", "now, ", "recently, ", "recently we ",
    "lately ", "nowadays ",
  ])

  /// Those of a paragraph. What the problem is stands near the beginning.
  private func troubles(_ text: String, _ line: Int, _ paragraph: Int) -> [(score: Int, passage: Passage)] {
    // Most paragraphs hold no word for it, and need not be cut into sentences to tell.
    guard !text.isPlain || record.names.words.problem.isIn(LanguageWords.spaced(text)) else { return [] }
    let sentences = Sentences.split(text)
    let found = sentences.indices.compactMap { index -> (score: Int, text: String)? in
      // Most say of nothing that it is wrong, which is told sooner than whether they say anything.
      guard let text = standing(sentences, index), !text.hasWords(Points.mostWords + 1),
        let score = score(text, isFirst: paragraph == 0), points.isSaying(sentences[index]),
        !Self.namesByNumber(sentences[index])
      else { return nil }
      return (score + max(0, 2 - paragraph), text)
    }
    guard !found.isEmpty else { return [] }
    let all = whole(sentences)
    return found.map { ($0.score, Passage(text: all ?? $0.text, line: line)) }
  }

  /// A short paragraph is told as a whole: which of its sentences is the reason only its author knows.
  private func whole(_ sentences: [String]) -> String? {
    guard sentences.count > 1, let first = sentences.first, let last = sentences.last, !leans(first),
      !LanguageWords.pointsBack(first), !last.hasSuffix(":"), !last.hasSuffix("?")
    else { return nil }
    let text = sentences.joined(separator: " ")
    return text.hasWords(Points.mostWords + 1) ? nil : text
  }

  /// A sentence as it can stand alone: with the one before where it leans on that.
  private func standing(_ sentences: [String], _ index: Int) -> String? {
    let sentence = sentences[index]
    guard sentence.hasWords(5), !sentence.hasSuffix(":") else { return nil }
    guard leans(sentence) || LanguageWords.pointsBack(sentence) else { return sentence }
    guard index > 0, !leans(sentences[index - 1]), !LanguageWords.pointsBack(sentences[index - 1]) else {
      return nil
    }
    return sentences[index - 1] + " " + sentence
  }

  /// "The design in 018": the number of another record, which tells nothing.
  private static func namesByNumber(_ sentence: String) -> Bool {
    guard sentence.holds(UInt8(ascii: "0")) else { return false }
    return sentence.spacedWords.contains { word in
      let bare = word.utf8.filter(\.isWordly)
      return (3...4).contains(bare.count) && bare.first == UInt8(ascii: "0") && bare.allSatisfy(\.isDigit)
    }
  }

  /// A sentence that begins with "This" or "However" needs the one before it.
  func leans(_ sentence: String) -> Bool {
    record.names.words.leans(sentence)
  }

  /// Nil where nothing is wrong in what is told.
  private func score(_ text: String, isFirst: Bool) -> Int? {
    guard !text.hasSuffix("?") else { return nil }
    let spaced = LanguageWords.spaced(text)
    let troubles = record.names.words.problem.count(in: spaced)
    guard troubles > 0 else { return nil }
    guard !Self.circular.isIn(unaccented: text), !Self.note.begins(unaccented: text),
      !Self.without.isIn(spaced)
    else { return nil }
    let ofTopic = record.titleWords.shared(with: KeyWords.of(text))
    guard troubles + ofTopic > 1 || isFirst else { return nil }
    return min(3, troubles) * 2 + min(2, ofTopic) + (text.hasWords(10) ? 1 : 0)
  }

  /// That something had to be decided is no reason for what was.
  static let circular = PhraseList([
    "need to decide", "needs to decide", "have to decide", "should discuss", "need to choose",
    "have to choose", "want to decide",
    "must decide", "to be decided", "decide whether", "ideally", "to be considered", "resulting from",
    "decide which",
  ])
  private static let note = PhraseList([
    "note that", "note:", "warning", "deprecated", "this page", "in this document",
  ])
  private static let without = PhraseList(words: ["not have to"])
}
