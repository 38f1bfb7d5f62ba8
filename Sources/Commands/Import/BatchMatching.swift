internal import Reading
internal import Storage

/// Finds the known cards of a whole batch again, over the borders of its files.
enum BatchMatching {
  /// The surest evidence first: the same words in the same file, the same words elsewhere, likeness in the same
  /// file, likeness elsewhere. `pool` holds cards that no file of the batch claims; what is found leaves it.
  static func match(_ readings: inout [FileReading], _ pool: inout [StoredCard]) {
    for onlySameContent in [true, false] {
      for index in readings.indices { matchInFile(&readings[index], onlySameContent: onlySameContent) }
      matchElsewhere(&readings, &pool, onlySameContent: onlySameContent)
    }
  }

  private static func matchInFile(_ reading: inout FileReading, onlySameContent: Bool) {
    let free = reading.unmatched
    let open = reading.open
    guard !free.isEmpty, !open.isEmpty else { return }
    let result = Matcher.match(
      known: free.map { Likeable($0) }, drafts: open.map { Likeable(reading.document.drafts[$0]) },
      sameFile: true,
      onlySameContent: onlySameContent, others: onlySameContent ? [] : reading.settled)
    for (position, match) in result.enumerated() {
      if let match { reading.matches[open[position]] = free[match] }
    }
  }

  private static func matchElsewhere(
    _ readings: inout [FileReading], _ pool: inout [StoredCard], onlySameContent: Bool
  ) {
    var open: [(reading: Int, draft: Int)] = []
    var free = pool
    for index in readings.indices {
      open += readings[index].open.map { (index, $0) }
      free += readings[index].unmatched
    }
    guard !open.isEmpty, !free.isEmpty else { return }
    let result = Matcher.match(
      known: free.map { Likeable($0) },
      drafts: open.map { Likeable(readings[$0.reading].document.drafts[$0.draft]) }, sameFile: false,
      onlySameContent: onlySameContent, others: onlySameContent ? [] : readings.flatMap(\.settled))
    var taken: Set<Int> = []
    for (position, match) in result.enumerated() {
      guard let match else { continue }
      readings[open[position].reading].matches[open[position].draft] = free[match]
      taken.insert(free[match].num)
    }
    // A card that went to another file belongs to that one now.
    pool.removeAll { taken.contains($0.num) }
    for index in readings.indices { readings[index].known.removeAll { taken.contains($0.num) } }
  }
}
