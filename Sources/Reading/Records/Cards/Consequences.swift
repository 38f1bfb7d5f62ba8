/// What follows from a decision: its price where the author names one, and the rest.
struct ConsequenceList {
  let costs: [Passage]
  let changes: [Passage]

  init(_ record: DecisionRecord) {
    let points = Points(record.names)
    let words = record.names.words
    var costs: [Passage] = []
    var changes: [Passage] = []
    for part in record.parts where part.around != .options && part.around != .rejected {
      switch part.role {
      case .negative: costs += points.all(part.section.blocks + part.section.children.flatMap(\.blocks))
      case .consequences:
        let blocks =
          part.section.blocks
          + part.section.children
          .filter { ![.positive, .negative].contains(record.names.role($0.title.flat)) }.flatMap(\.blocks)
        for passage in points.all(blocks) {
          if let cost = words.bad.without(passage.text) {
            costs.append(Passage(text: cost, line: passage.line))
          } else if let gain = words.good.without(passage.text) {
            changes.append(Passage(text: gain, line: passage.line))
          } else {
            changes.append(passage)
          }
        }
      default: break
      }
    }
    self.costs = costs
    self.changes = Self.joined(changes, words)
  }

  /// A point that leans on the one before it is said with it; none is left out in the middle.
  private static func joined(_ points: [Passage], _ words: LanguageWords) -> [Passage] {
    var result: [Passage] = []
    for point in points {
      if words.leans(point.text), let last = result.last,
        last.wordCount + point.wordCount <= Points.mostWords
      {
        let sign = last.text.last.map { ".!?…:;".contains($0) } == true ? " " : ". "
        result[result.count - 1].text += sign + point.text
      } else {
        result.append(point)
      }
    }
    return result
  }
}
