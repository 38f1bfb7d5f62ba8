/// The reason where a section says that it holds one.
extension Reasons {
  /// The list or the paragraph of the section that says most of why: it often begins with how things are.
  func rationale() -> Passage? {
    for section in record.sections(.rationale) {
      let options = Set(OptionList.names(in: record).map(PlainWords.normalized))
      // An evaluation that goes through the options says of each what it is.
      let blocks =
        section.blocks
        + section.children.filter {
          !options.contains(PlainWords.normalized(OptionList.name($0.title.flat)))
        }.flatMap(\.blocks)
      if case .list? = blocks.first(where: Self.speaks),
        let answer = points.joined(points.all(blocks), most: 3)
      {
        return answer
      }
      if let told = mostTelling(blocks) { return told }
      if let first = points.all(blocks).first(where: { $0.wordCount >= 5 }) { return first }
    }
    return nil
  }

  /// Whether there are words for why in a text: what was in need, and what is better now.
  func givesReason(_ text: String) -> Bool {
    reasons(in: text) >= 2
  }

  private func reasons(in text: String) -> Int {
    let spaced = LanguageWords.spaced(text)
    return telling(text) + min(2, Self.gains.count(in: spaced))
      + min(1, record.names.words.against.count(in: spaced))
  }

  private static let gains = PhraseList(words: [
    "would", "could", "makes", "make", "made", "easier", "easy", "easily", "better", "more", "less", "faster",
    "simpler", "avoid", "avoids", "avoiding", "prevent", "prevents", "ensures", "ensure", "permits", "permit",
    "so",
    "possible", "provides", "provide", "supports", "support", "reduce", "reduces", "no way", "only", "might",
    "heavy", "mature",
    "essential", "fixed",
  ])

  private static func speaks(_ block: Block) -> Bool {
    switch block {
    case .paragraph, .list: true
    default: false
    }
  }

  private func mostTelling(_ blocks: [Block]) -> Passage? {
    var best: (score: Int, passage: Passage)?
    for (index, block) in blocks.prefix(6).enumerated() {
      guard case .paragraph(let words, let line) = block, !Points.isLinkOnly(words) else { continue }
      let next = blocks.dropFirst(index + 1).first
      let told: Passage?
      if words.flat.hasSuffix(":") {
        // "This has several drawbacks:" is told by its list.
        guard case .list(let items, _, _)? = next, Self.announcesReasons.isIn(anyCase: words.flat) else {
          continue
        }
        told = points.joined(points.items(items), most: 3)
      } else {
        told = paragraph(words.flat, next).map { Passage(text: $0, line: line) }
      }
      guard let told, !DecisionFinder.weighing.isIn(anyCase: told.text), !Self.isCode(told.text) else {
        continue
      }
      // The first of them is most often meant.
      let score =
        reasons(in: words.flat.hasSuffix(":") ? words.flat + told.text : told.text) * 2 - index
        - (told.text.hasSuffix(Points.more) ? 3 : 0) - (Self.asItIs.begins(anyCase: told.text) ? 2 : 0)
      if best.map({ score > $0.score }) ?? true { best = (score, told) }
    }
    return best?.passage
  }

  /// How it is, and what nobody asks: the reason comes behind.
  private static let asItIs = PhraseList([
    "currently", "at the moment", "at present", "today,", "as of today", "right now", "so far",
  ])

  private static func isCode(_ text: String) -> Bool {
    text.hasPrefix("`") && text.hasSuffix("`") && text.utf8.count { $0 == UInt8(ascii: "`") } == 2
  }

  private static let announcesReasons = PhraseList([
    "drawback", "reason", "problem", "advantage", "benefit", "issue", "because", "downside", "therefore",
    "goal",
  ])

  /// With the paragraph behind it, where there is room for both.
  private func paragraph(_ text: String, _ next: Block?) -> String? {
    let sentences = Array(Sentences.split(text).drop(while: introduces))
    guard let first = sentences.first, !leans(first), !LanguageWords.pointsBack(first),
      var said = points.beginning(sentences, upTo: Points.mostWords), said.wordCount >= 5,
      points.isSaying(said)
    else { return nil }
    if said.wordCount < 45, said.hasSuffix("."), case .paragraph(let words, _)? = next,
      !Points.isLinkOnly(words),
      let more = points.beginning(words.flat, upTo: Points.mostWords - said.wordCount), points.isSaying(more),
      said.wordCount + more.wordCount <= Points.mostWords + 5
    {
      said += " " + more
    }
    return said
  }
}
