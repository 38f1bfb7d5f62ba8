/// What follows from a decision: its price where the author names one, and the rest.
struct ConsequenceList {
  let costs: [Passage]
  let changes: [Passage]

  init(_ record: DecisionRecord) {
    let language = record.names.language
    let points = Points(language: language)
    let arguments = Arguments(language)
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
        for passage in Self.spread(blocks, points) {
          if let cost = arguments.against(passage.text) {
            costs.append(Passage(text: cost, line: passage.line))
          } else if let gain = arguments.inFavour(passage.text) {
            changes.append(Passage(text: gain, line: passage.line))
          } else {
            changes.append(passage)
          }
        }
      default: break
      }
    }
    self.costs = costs
    self.changes = changes.filter { !Reasons(record).leans($0.text) || changes.count == 1 }
  }

  /// Points, with "Bad, because" still in front; lists below "Negative:" bear the word too.
  private static func spread(_ blocks: [Block], _ points: Points) -> [Passage] {
    points.all(blocks)
  }
}
