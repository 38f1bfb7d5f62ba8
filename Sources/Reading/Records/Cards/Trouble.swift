/// The trouble that led to a decision: the sentence of the context that names it, with those that it needs and those that
/// finish what it says. A situation without any trouble in it explains nothing, and gives no card.
extension Reasons {
  func problem() -> Passage? {
    for section in record.contexts {
      let blocks =
        section.blocks
        + section.children.filter({ record.names.role($0.title.flat) == nil }).flatMap(\.blocks)
      // Most have a word for it somewhere; the others need not be cut into sentences to tell.
      guard blocks.contains(where: mayTellTrouble) else { continue }
      let told = sentences(of: blocks)
      var best: (score: Int, passage: Passage)?
      for index in told.indices {
        guard let trouble = trouble(told, index), best.map({ trouble.score > $0.score }) ?? true else {
          continue
        }
        best = trouble
      }
      if let best { return best.passage }
    }
    return nil
  }

  /// A sentence, and which paragraph or item it stands in.
  private struct Told {
    let text: String
    let line: Int
    let paragraph: Int
    let isItem: Bool
    /// The list that it is an item of, as one answer.
    var list: Passage?
  }

  /// Further down a situation turns into what could be done about it.
  private static let mostParagraphs = 4

  private func mayTellTrouble(_ block: Block) -> Bool {
    guard case .paragraph(let words, _) = block else { return block.isList }
    return !words.flat.isPlain || record.names.words.problem.isIn(LanguageWords.spaced(words.flat))
  }

  private func sentences(of blocks: [Block]) -> [Told] {
    var result: [Told] = []
    var paragraph = -1
    for block in fromTurn(blocks) {
      guard paragraph < Self.mostParagraphs - 1 else { break }
      switch block {
      case .paragraph(let words, let line) where !Points.isLinkOnly(words):
        paragraph += 1
        result += Sentences.split(words.flat).map {
          Told(text: $0, line: line, paragraph: paragraph, isItem: false)
        }
      case .list(let items, _, _):
        paragraph += 1
        let list = points.joined(points.items(items), most: 3)
        for item in items {
          guard case .paragraph(let words, let line)? = item.blocks.first else { continue }
          result += Sentences.split(whole(item, words.flat)).map {
            Told(text: $0, line: line, paragraph: paragraph, isItem: true, list: list)
          }
        }
      default: continue
      }
    }
    return result
  }

  /// "We met two problems" goes on with the two.
  private func whole(_ item: ListItem, _ text: String) -> String {
    guard case .list(let inner, _, _)? = item.blocks.dropFirst().first,
      text.last.map({ $0.isLetter || $0 == ":" }) == true
    else { return text }
    let parts = points.items(inner).prefix(2).map(\.text)
    return parts.isEmpty ? text : text.trimmingPunctuation + ": " + parts.joined(separator: "; ")
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

  /// What a sentence says of a trouble, with those around it that it cannot be told without.
  private func trouble(_ told: [Told], _ index: Int) -> (score: Int, passage: Passage)? {
    let sentence = told[index].text
    // Most hold no word for it, which is told sooner than whether they say anything.
    guard !sentence.isPlain || record.names.words.problem.isIn(LanguageWords.spaced(sentence)),
      sentence.hasWords(5), !sentence.hasSuffix(":"), let range = range(told, index)
    else { return nil }
    let text = told[range].map(\.text).joined(separator: " ")
    let paragraph = told[index].paragraph
    guard let score = score(text, isFirst: paragraph == 0), points.isSaying(sentence),
      !Self.namesByNumber(sentence)
    else { return nil }
    let isTurned =
      range.upperBound < told.count && needs(told[range.upperBound]) && turns(told[range.upperBound])
    // One of several troubles is none of them alone.
    let list = told[index].list.flatMap { $0.text.hasPrefix("- ") && !text.hasWords(20) ? $0 : nil }
    return (
      score + max(0, 2 - paragraph) - (isTurned ? 4 : 0),
      list ?? Passage(text: text, line: told[range.lowerBound].line)
    )
  }

  private func needs(_ next: Told) -> Bool { leans(next.text) || LanguageWords.pointsBack(next.text) }
  private func turns(_ next: Told) -> Bool { record.names.words.turns(next.text) }

  /// From where it can be understood to where it is finished, in at most sixty words.
  private func range(_ told: [Told], _ index: Int) -> Range<Int>? {
    var (from, to) = (index, index + 1)
    while from > 0, needs(told[from]), index - from < 2, !told[from - 1].text.hasSuffix(":"),
      !told[from].isItem && !told[from - 1].isItem || told[from - 1].line == told[from].line
    {
      from -= 1
    }
    guard !needs(told[from]), !told[from].text.hasSuffix(":") else { return nil }
    var count = told[from..<to].reduce(0) { $0 + $1.text.wordCount }
    guard count <= Points.mostWords else { return nil }
    func fits(_ next: Told) -> Bool {
      !next.text.hasSuffix(":") && !next.text.hasSuffix("?")
        && count + next.text.wordCount <= Points.mostWords
    }
    func takeNext(_ belongs: (Told) -> Bool) {
      while to < told.count, !told[to].isItem, !told[index].isItem, belongs(told[to]), fits(told[to]) {
        count += told[to].text.wordCount
        to += 1
      }
    }
    // Without its turn, or without what leans on it, it would be half the truth.
    takeNext { turns($0) || needs($0) }
    guard !told[index].isItem else { return from..<to }
    // A short paragraph is told as a whole: which of its sentences is the reason only its author knows.
    let paragraph = told[index].paragraph
    var first = from
    while first > 0, told[first - 1].paragraph == paragraph, fits(told[first - 1]) {
      first -= 1
      count += told[first].text.wordCount
    }
    while first < from, needs(told[first]) {
      count -= told[first].text.wordCount
      first += 1
    }
    from = first
    takeNext { $0.paragraph == paragraph }
    // "There are two main reasons for this." And which?
    if to > index + 1, Self.counting.begins(anyCase: told[to - 1].text) { to -= 1 }
    return from..<to
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

  /// "The design in 018": the number of another record, which tells nothing.
  private static func namesByNumber(_ sentence: String) -> Bool {
    guard sentence.holds(UInt8(ascii: "0")) else { return false }
    return sentence.spacedWords.contains { word in
      let bare = word.utf8.filter(\.isWordly)
      return (3...4).contains(bare.count) && bare.first == UInt8(ascii: "0") && bare.allSatisfy(\.isDigit)
    }
  }

  private static let counting = PhraseList(
    ["there are ", "there were ", "we have ", "we had ", "we see "].flatMap { start in
      ["two", "three", "four", "several", "multiple", "many", "a few", "a number of"].map { start + $0 }
    })
  private static let without = PhraseList(words: [
    "not have to", "not expect", "not be a problem", "no problem", "not a problem", "without problems",
  ])
}
