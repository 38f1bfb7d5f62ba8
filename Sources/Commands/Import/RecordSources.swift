internal import Reading
internal import Recall
internal import Storage

/// Gives every decision record the known decision that it is, wherever its file went. See decision 0011.
///
/// A row of `sources` is a decision then, whatever its path: where two files swap names, the rows swap paths, and
/// all cards stay with their rows, those that are retired included.
struct RecordSources {
  let database: Database
  let project: Project?
  /// Decisions in whose file another one stands now.
  private(set) var displaced: [Source] = []

  init(_ database: Database, _ project: Project?) {
    self.database = database
    self.project = project
  }

  /// `missing` are known files that are gone.
  mutating func settle(_ readings: inout [FileReading], isThere: (Source) -> Bool) throws {
    let recorded = Set(try database.records.sources(ofProject: project?.id))
    // A deck that has become a record keeps its row, and its cards in it.
    let records = readings.indices.filter { index in
      readings[index].record != nil && readings[index].source.map { recorded.contains($0.id) } ?? true
    }
    guard !records.isEmpty else { return }
    let rows = try rows(recorded, besides: readings, isThere: isThere)
    guard !rows.isEmpty else { return }
    var cards: [[StoredCard]] = []
    for row in rows { cards.append(try database.cards.stored(inSource: row.id)) }
    var known: [DecisionMatcher.Decision] = []
    for (row, cards) in zip(rows, cards) {
      let record = try database.records.record(ofSource: row.id)
      known.append(
        DecisionMatcher.Decision(
          title: record?.title ?? "", number: record?.number.flatMap { Int($0) },
          cards: cards.map { Likeable($0) }, path: row.isMissing ? nil : row.path, digest: row.digest))
    }
    let read = records.map { index in
      let record = readings[index].record
      return DecisionMatcher.Decision(
        title: record?.title ?? "", number: record?.number.flatMap { Int($0) },
        // What nobody takes nobody has known either.
        cards: readings[index].document.drafts.filter { $0.score >= RecordCollection.threshold }.map {
          Likeable($0)
        },
        path: readings[index].storedPath, digest: readings[index].digest)
    }
    let matches = DecisionMatcher.match(known: known, read: read)
    for (index, match) in zip(records, matches) {
      readings[index].adopt(match.map { rows[$0] }, match.map { cards[$0] } ?? [])
    }
    try movePaths(rows, records.map { readings[$0] })
  }

  /// Every decision that one of these files could be: theirs, and those whose files are gone.
  private func rows(
    _ recorded: Set<Int>, besides readings: [FileReading], isThere: (Source) -> Bool
  ) throws -> [Source] {
    let ofDecks = Set(readings.filter { $0.record == nil }.compactMap { $0.source?.id })
    let own = Set(readings.compactMap { $0.source?.id })
    return try database.sources.all(ofProject: project?.id).filter {
      recorded.contains($0.id) && !ofDecks.contains($0.id) && (own.contains($0.id) || !isThere($0))
    }
  }

  /// No path may stand in two rows, not even for a moment.
  private mutating func movePaths(_ rows: [Source], _ readings: [FileReading]) throws {
    var target: [Int: String] = [:]
    for reading in readings { if let source = reading.source { target[source.id] = reading.storedPath } }
    let claimed = Set(readings.map(\.storedPath))
    var used = claimed.union(try database.sources.all(ofProject: project?.id).map(\.path))
    let free = rows.filter { target[$0.id] != nil && !claimed.contains($0.path) }.map(\.path)
    var vacated = free
    var moving: [(row: Source, path: String)] = []
    for row in rows {
      if let path = target[row.id] {
        if path != row.path { moving.append((row, path)) }
      } else if claimed.contains(row.path) {
        // Its file's name is another decision's. It keeps the one that this one left, or none that is in use.
        var path = vacated.popLast() ?? row.path + "~"
        while used.contains(path), !free.contains(path) { path += "~" }
        used.insert(path)
        moving.append((row, path))
        var gone = row
        gone.path = path
        displaced.append(gone)
      }
    }
    for (row, _) in moving {
      var between = row
      between.path = "\(row.path)\u{0}\(row.id)"
      try database.sources.update(between)
    }
    for (row, path) in moving {
      var there = row
      there.path = path
      try database.sources.update(there)
      try database.words.follow(source: row.id)
    }
  }
}
