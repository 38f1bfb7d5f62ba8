internal import Recall

/// The day of an incident, where neither the title nor the name of the file tells it.
extension IncidentMaterial {
  /// What a label says is the day. What the summary or the timeline begins with is one only where nothing else in the
  /// report tells of another time: preparations of years stand in timelines too, and no day is better than a wrong one.
  var toldDate: String? {
    let labelled = parts.filter { $0.role == .aside && PlainWords.normalized($0.title).hasPrefix("date") }
    for text in labelled.flatMap({ Self.texts($0.blocks) }) {
      if let day = IncidentTitle.date(text) { return day }
    }
    let told = parts.flatMap { part -> [String] in
      switch part.role {
      case .summary: Self.texts(part.blocks, most: 300)
      case .timeline: [part.title] + Self.firstCells(part.blocks)
      default: []
      }
    }
    guard let day = told.lazy.compactMap({ IncidentTitle.day($0) }).first else { return nil }
    let isSure = otherDays.allSatisfy { abs($0.daysSinceEpoch - day.daysSinceEpoch) <= Self.nearby }
    return isSure ? day.description : nil
  }

  private static let nearby = 7

  /// Of the parts that tell what happened: what is to be done has its own days.
  private var otherDays: [CivilDate] {
    parts.flatMap { part -> [CivilDate] in
      switch part.role {
      case .summary, .timeline, .detection, .impact, .symptom:
        Self.cells(part.blocks).prefix(Self.most).compactMap { IncidentTitle.day($0) }
      default: []
      }
    }
  }

  private static let most = 100

  private static func texts(_ blocks: [Block], most: Int = .max) -> [String] {
    blocks.compactMap {
      guard case .paragraph(let words, _) = $0 else { return nil }
      return most == .max ? words.flat : String(words.flat.prefix(most))
    }
  }

  /// Where the time stands in the rows of a timeline: in front.
  private static func cells(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .table(let rows, _): rows.dropFirst().compactMap(\.first)
      case .paragraph(let words, _):
        words.text.split(separator: "\n").map { String($0.prefix(60)) }
      case .list(let items, _, _):
        items.compactMap {
          if case .paragraph(let words, _)? = $0.blocks.first { String(words.flat.prefix(60)) } else { nil }
        }
      default: []
      }
    }
  }

  private static func firstCells(_ blocks: [Block]) -> [String] {
    blocks.prefix(3).flatMap { block -> [String] in
      if case .paragraph(let words, _) = block { return [String(words.flat.prefix(60))] }
      return Array(cells([block]).prefix(2))
    }
  }
}
