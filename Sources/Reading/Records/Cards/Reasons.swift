/// Why a decision was taken: what its author gives as the reason, or else the situation that led to it.
struct Reasons {
  let record: DecisionRecord
  private let points: Points

  init(_ record: DecisionRecord) {
    self.record = record
    points = Points(language: record.names.language)
  }

  /// From the section that says so, up to three points.
  func rationale() -> Passage? {
    for section in record.sections(.rationale) {
      let blocks = section.blocks + section.children.flatMap(\.blocks)
      let said = points.all(blocks)
      if case .list? = blocks.first(where: Self.speaks), let answer = points.joined(said, most: 3) {
        return answer
      }
      if let first = said.first(where: { $0.wordCount >= 5 }) { return first }
    }
    return nil
  }

  /// The sentences of the context that name the problem, with the one before where they lean on it.
  func problem() -> Passage? {
    var best: (score: Int, passage: Passage)?
    for section in record.sections(.context) {
      for (passage, paragraph) in candidates(section) {
        let score = score(passage.text) + max(0, 2 - paragraph)
        if best.map({ score > $0.score }) ?? true { best = (score, passage) }
      }
      if let best, best.score > 3 { return best.passage }
    }
    return best.flatMap { $0.score > 2 ? $0.passage : nil }
  }

  /// The first thing that is said at all, for a record that has no sections.
  func opening() -> Passage? {
    let blocks =
      record.opening + record.parts.filter { $0.role == nil && $0.around == nil }.flatMap(\.section.blocks)
    let said = points.all(blocks)
    return said.first { $0.wordCount >= 8 } ?? said.first { $0.wordCount >= 4 }
  }

  /// Anything that stands in a section about the decision itself.
  func anything() -> Passage? {
    let blocks = record.parts.filter { $0.role != .aside && $0.around != .aside }.flatMap(\.section.blocks)
    let said = points.all(blocks)
    return said.first { $0.wordCount >= 8 && !leans($0.text) } ?? said.first { $0.wordCount >= 3 }
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

  private static func speaks(_ block: Block) -> Bool {
    switch block {
    case .paragraph, .list: true
    default: false
    }
  }

  /// Passages with the number of their paragraph: what the problem is stands near the beginning.
  private func candidates(_ section: Section) -> [(Passage, Int)] {
    var result: [(Passage, Int)] = []
    var paragraph = -1
    for block in section.blocks
      + section.children.filter({ record.names.role($0.title.flat) == nil }).flatMap(\.blocks)
    {
      guard case .paragraph(let words, let line) = block, !Points.isLinkOnly(words) else { continue }
      let sentences = Sentences.split(words.flat)
      paragraph += 1
      for index in sentences.indices {
        let sentence = sentences[index]
        guard sentence.split(separator: " ").count >= 5, !sentence.hasSuffix(":"), points.isSaying(sentence)
        else { continue }
        var text = sentence
        if leans(sentence) {
          guard index > 0, !leans(sentences[index - 1]) else { continue }
          text = sentences[index - 1] + " " + sentence
        } else if sentence.split(separator: " ").count < 16, sentences.indices.contains(index + 1),
          !sentences[index + 1].hasSuffix(":"), sentences[index + 1].split(separator: " ").count <= 28
        {
          text += " " + sentences[index + 1]
        }
        guard text.split(separator: " ").count <= Points.mostWords + 10 else { continue }
        result.append((Passage(text: Points.shortened(text), line: line), paragraph))
      }
    }
    if result.isEmpty, let first = points.all(section.blocks).first(where: { $0.wordCount >= 5 }) {
      result.append((first, 0))
    }
    return result
  }

  /// A sentence that begins with "This" or "However" needs the one before it.
  func leans(_ sentence: String) -> Bool {
    let name = PlainWords.normalized(sentence)
    return record.names.language.leaning.contains { name == $0 || name.hasPrefix($0 + " ") }
  }

  private func score(_ text: String) -> Int {
    let words = Set(text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "-" }.map(String.init))
    let named = record.names.language.problem.count { words.contains($0) }
    let isQuestion = text.hasSuffix("?")
    let points =
      words.contains("this") || words.contains("these") || words.contains("above")
      || words.contains("following")
    return min(3, named) * 2 + (isQuestion ? -6 : 0) + (points ? -2 : 0)
      + (text.split(separator: " ").count >= 10 ? 1 : 0)
  }
}
