/// What is said against an option, in whichever way it is written.
extension OptionList {
  func cons(_ option: Section, isRejected: Bool) -> [Passage] {
    var result: [Passage] = []
    for section in option.children where record.names.role(section.title.flat) == .negative {
      result += points.all(section.blocks)
    }
    result += labelled(option.blocks)
    if result.isEmpty { result = marked(option.blocks) }
    if result.isEmpty { result = announced(option.blocks) }
    if result.isEmpty { result = prose(option.blocks, isRejected: isRejected) }
    return result
  }

  func take(_ item: ListItem, isRejected: Bool, _ result: inout [WeighedOption]) {
    guard case .paragraph(let words, let line)? = item.blocks.first else { return }
    let flat = words.flat
    let below = Array(item.blocks.dropFirst())
    var cons = labelled(below)
    if cons.isEmpty { cons = marked(below) }
    // "Kafka: too much to run for one queue", "**Kafka** - …": a name, then why not.
    let name =
      !words.boldStart.isEmpty && !words.isAllBold
      ? words.boldStart.onOneLine : Self.leadingName(flat)
    if cons.isEmpty, let name, name.count < flat.count {
      let behind = String(flat.dropFirst(name.count)).trimmingLeadingSigns
      let sentences = Sentences.split(behind).filter { speaksAgainst($0, isRejected: isRejected) }
      if let first = sentences.first, let text = points.beginning(first), points.isSaying(text),
        text.wordCount >= 4
      {
        cons = [Passage(text: text, line: line)]
      }
    }
    take(name ?? flat, line: line, cons, &result)
  }

  private static func leadingName(_ text: String) -> String? {
    for sign in [": ", " - ", " – ", " — "] {
      if let range = text.place(of: sign),
        text.distance(from: text.startIndex, to: range.lowerBound) < 70
      {
        return String(text[..<range.lowerBound])
      }
    }
    return nil
  }

  /// A list below "Cons:" or in a block of its own below that word.
  func labelled(_ blocks: [Block]) -> [Passage] {
    var isAgainst = false
    var result: [Passage] = []
    for block in blocks {
      switch block {
      case .paragraph(let words, let line):
        let text = words.flat
        guard text.holds(UInt8(ascii: ":"), within: 160), let colon = text.prefix(40).firstIndex(of: ":")
        else {
          isAgainst = record.names.exactRole(text) == .negative
          continue
        }
        isAgainst = record.names.exactRole(String(text[..<colon])) == .negative
        let rest = String(text[text.index(after: colon)...]).trimmed
        if isAgainst, !rest.isEmpty, let said = points.beginning(rest), points.isSaying(said) {
          result.append(Passage(text: said, line: line))
        }
      case .list(let items, _, _):
        if isAgainst {
          result += points.items(items)
        } else {
          // The label can be an item itself, with the arguments below it.
          for item in items {
            guard case .paragraph(let words, _)? = item.blocks.first else { continue }
            if record.names.mayBeName(words.flat),
              record.names.exactRole(words.flat.trimmingPunctuation) == .negative
            {
              for case .list(let inner, _, _) in item.blocks { result += points.items(inner) }
            } else if words.flat.holds(UInt8(ascii: ":"), within: 80),
              let colon = words.flat.prefix(20).firstIndex(of: ":"),
              record.names.exactRole(String(words.flat[..<colon])) == .negative
            {
              let rest = String(words.flat[words.flat.index(after: colon)...]).trimmed
              if points.isSaying(rest), let said = points.beginning(rest) {
                result.append(Passage(text: said, line: item.line))
              }
            }
          }
        }
        isAgainst = false
      default: continue
      }
    }
    return result
  }

  /// "Bad, because …", "❌ …" among the items.
  func marked(_ blocks: [Block]) -> [Passage] {
    blocks.flatMap { block -> [Passage] in
      guard case .list(let items, _, _) = block else { return [] }
      return items.compactMap { item in
        guard case .paragraph(let words, let line)? = item.blocks.first,
          let text = record.names.words.bad.without(words.flat),
          let said = points.beginning(
            words.flat.utf8.first.map { $0 >= 128 } == true ? withoutMeasure(text) : text),
          points.isSaying(said)
        else { return nil }
        return Passage(text: said.capitalizedStart, line: line)
      }
    }
  }

  /// "❌ Open source - its parts are not public": with its sign gone, what it was measured by would say the opposite.
  private func withoutMeasure(_ text: String) -> String {
    for sign in [" - ", " – ", " — "] {
      if let range = text.place(of: sign), case let measure = String(text[..<range.lowerBound]),
        !measure.hasWords(9),
        case let rest = String(text[range.upperBound...]), rest.hasWords(4)
      {
        return rest
      }
    }
    return text
  }

  /// "We decided against this for the following reasons:", and the list of them.
  func announced(_ blocks: [Block]) -> [Passage] {
    for (block, next) in zip(blocks, blocks.dropFirst()) {
      guard case .paragraph(let words, _) = block, case .list(let items, _, _) = next,
        words.flat.hasSuffix(":"),
        let lead = Sentences.split(words.flat).last, Self.announcing.isIn(anyCase: lead)
      else { continue }
      return points.items(items)
    }
    return []
  }

  private static let announcing = PhraseList([
    "against this", "against it", "against that", "not doing this", "not do this", "rejected", "discarded",
    "ruled out", "not chosen", "not choose", "drawback", "disadvantage", "downside", "problems with this",
    "issues with this", "several problems", "several issues",
  ])

  /// Sentences that weigh against it. Only what they themselves say counts.
  func prose(_ blocks: [Block], isRejected: Bool) -> [Passage] {
    var best: (weight: Int, passage: Passage)?
    for case .paragraph(let words, let line) in blocks {
      let sentences = Sentences.split(words.flat)
      for (index, sentence) in sentences.enumerated() {
        guard case let weight = weight(sentence, isRejected: isRejected), weight > best?.weight ?? 0 else {
          continue
        }
        var text = sentence
        if record.names.words.leans(sentence) {
          guard index > 0 else { continue }
          text = sentences[index - 1] + " " + sentence
        }
        if let said = points.beginning(text, upTo: Points.mostWords), points.isSaying(said) {
          best = (weight, Passage(text: record.names.words.bad.without(said) ?? said, line: line))
        }
      }
    }
    return best.map { [$0.passage] } ?? []
  }

  private static let mild = PhraseList(words: [
    "but", "however", "not", "no", "don't", "doesn't", "only", "never", "without", "although", "additional",
    "extra",
  ])

  private static let describing = PhraseList([
    "start ", "continue ", "stay ", "wait ", "only ", "not only ", "where we are", "what we have", "today ",
    "currently ", "in this scenario", "in theory", "in principle", "the idea", "this option would",
    "we could", "we would", "in this option", "in this approach", "under this option", "as we do",
    "as today", "the current ", "status quo",
  ])

  /// Who says that it was rejected need not say anything else against it.
  private static let saysRejected = PhraseList([
    " rejected because ", " rejected since ", " rejected as ", " rejected due ", " rejected for ",
    " discarded because ",
    " discarded as ", " ruled out because ", " dismissed because ", " not chosen because ", " we rejected ",
    " rejete car ",
    " rejetee car ", " verworfen weil ", " abgelehnt weil ", " descartado porque ", " descartada porque ",
    " rejeitado porque ", " rejeitada porque ",
  ])

  static func isRejection(_ text: String) -> Bool { rejection.isIn(anyCase: text) }

  private static let rejection = PhraseList(["rejected", "discarded", "ruled out", "dismissed", "not chosen"])

  func speaksAgainst(_ sentence: String, isRejected: Bool) -> Bool {
    weight(sentence, isRejected: isRejected) > 0
  }

  /// How many words against it a sentence has; 0 where those are too few to tell.
  private func weight(_ sentence: String, isRejected: Bool) -> Int {
    let spaced = LanguageWords.spaced(sentence)
    if Self.saysRejected.begins(spaced) { return 9 }
    guard spaced.wordCount >= 4, !sentence.hasSuffix("?") else { return 0 }
    let named = record.names.words.against.count(in: spaced)
    // "Encourage it, but do not check" says what would be done.
    if !isRejected, Phrasing.isOrder(sentence) || Self.describing.begins(anyCase: sentence) { return 0 }
    // "Slow" says more against it than "but".
    return named >= (isRejected ? 1 : 2) ? named * 2 - Self.mild.count(in: spaced) : 0
  }
}
