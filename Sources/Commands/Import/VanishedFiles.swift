internal import Reading
internal import Recall
internal import Storage

/// Known files that are gone, and what of theirs can turn up in another one.
struct VanishedFiles {
  let database: Database
  let project: Project?
  /// Those that were there the last time.
  let missing: [Source]

  /// A new file that asks much of what a vanished one asked is that file under a new name.
  func adopt(_ readings: inout [FileReading]) throws {
    // Cards of explanations and incidents never leave theirs. It may have been missed before, too.
    let isWholeNew = readings.contains { $0.source == nil && $0.isWhole }
    let earlier =
      isWholeNew ? try database.sources.all(ofProject: project?.id).filter(\.isMissing) : []
    guard !missing.isEmpty || !earlier.isEmpty else { return }
    var vanished: [(source: Source, cards: [StoredCard])] = []
    for source in missing + earlier {
      vanished.append((source, try database.cards.stored(inSource: source.id)))
    }
    for index in readings.indices where readings[index].source == nil && readings[index].record == nil {
      let said = Set(readings[index].document.drafts.map(\.prompt))
      let isWhole = readings[index].isWhole
      let shares = vanished.enumerated().map { position, file in
        (
          position,
          file.source.isMissing && !isWhole ? 0 : file.cards.count { said.contains($0.file.text.prompt) }
        )
      }
      guard let best = shares.max(by: { $0.1 < $1.1 }), best.1 > 0 else { continue }
      let (source, cards) = vanished[best.0]
      guard best.1 * 5 >= min(cards.count, said.count) else { continue }
      readings[index].source = source
      readings[index].known = cards
      vanished.remove(at: best.0)
    }
  }

  /// Cards that no file of the batch claims as its own: those of vanished files, and those that had gone before.
  func cards(besides readings: [FileReading]) throws -> [StoredCard] {
    let own = Set(readings.compactMap { $0.source?.id })
    var pool: [StoredCard] = []
    for source in missing where !own.contains(source.id) {
      pool += try database.cards.stored(inSource: source.id).filter { !$0.isGone }
    }
    return try pool + database.cards.gone(inProject: project?.id).filter { !own.contains($0.source) }
  }
}
