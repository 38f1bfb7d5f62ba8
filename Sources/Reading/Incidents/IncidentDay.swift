internal import Recall

/// The day of an incident, where neither the title nor the name of the file tells it.
extension IncidentMaterial {
  /// What a label says is the day, or else the heading or the name of the file, where they do not speak against each other.
  /// The day on which a page was published comes last: what it tells of was before that.
  func settledDate(heading: CivilDate?, name: CivilDate?, began: CivilDate?, published: CivilDate?) -> String?
  {
    if let day = labelledDay ?? began { return day.description }
    if let heading, let name, abs(heading.daysSinceEpoch - name.daysSinceEpoch) > Self.nearby {
      // One of them was copied from another report; the account itself says which.
      return [heading, name].first { day in
        toldDay.map { abs($0.daysSinceEpoch - day.daysSinceEpoch) <= Self.nearby } ?? false
      }?.description
    }
    return (heading ?? name ?? toldDay ?? published)?.description
  }

  private var labelledDay: CivilDate? {
    let labelled = parts.filter {
      let name = PlainWords.normalized($0.title)
      return $0.role == .aside && (name.hasPrefix("date") || Self.dayLabels.contains(name))
    }
    return labelled.lazy.flatMap { Self.texts($0.blocks) }.compactMap { IncidentTitle.day($0) }.first
  }

  static let dayLabels: Set<String> = [
    "incident from", "incident start", "incident date", "date of incident", "started", "start", "start time",
    "from",
    "beginn", "debut", "inicio", "datum", "fecha", "data",
  ]

  /// What the summary or the timeline begins with is one only where nothing else in the report tells of another time:
  /// preparations of years stand in timelines too, and no day is better than a wrong one.
  private var toldDay: CivilDate? {
    let told = parts.flatMap { part -> [String] in
      switch part.role {
      case .summary: Self.texts(part.blocks, most: 300)
      case .timeline: [part.title] + Self.firstCells(part.blocks)
      default: []
      }
    }
    guard let day = told.lazy.compactMap({ IncidentTitle.day($0) }).first else { return nil }
    let isSure = otherDays.allSatisfy { abs($0.daysSinceEpoch - day.daysSinceEpoch) <= Self.nearby }
    return isSure ? noticedDay(after: day) ?? day : nil
  }

  /// Where the timeline begins with a change, the incident is of the day on which trouble was seen first.
  private func noticedDay(after day: CivilDate) -> CivilDate? {
    let rows = parts.filter { $0.role == .timeline }.flatMap { Self.rowTexts($0.blocks) }.prefix(Self.most)
    guard let first = rows.first, IncidentTitle.day(first) == day, !IncidentWords.isSymptom(first),
      IncidentGates.namesDeed(first)
    else { return nil }
    return rows.first(where: IncidentWords.isSymptom).flatMap { IncidentTitle.day($0) }
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

  private static func rowTexts(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .table(let rows, _): rows.dropFirst().map { $0.joined(separator: " ") }
      case .list(let items, _, _):
        items.compactMap {
          if case .paragraph(let words, _)? = $0.blocks.first { String(words.flat.prefix(200)) } else { nil }
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
