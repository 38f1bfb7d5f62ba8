internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// Cards that moved between files.
extension BatchReading {
  /// A card that was moved here from another known file is still in the database as a card of that file: that one
  /// has to be read as well, or the card would be taken for a copy.
  mutating func pullInOrigins() throws {
    var keys: [Int] = []
    for reading in readings {
      let own = Set(reading.known.map { [$0.file.text.prompt, $0.file.text.answer] })
      for draft in reading.document.drafts where !own.contains([draft.prompt, draft.answer]) {
        keys.append(StoredCard.contentKey(draft.kind, prompt: draft.prompt, answer: draft.answer))
      }
    }
    let inBatch = Set(readings.compactMap { $0.source?.id })
    let origins = try database.cards.sources(withContents: keys, project: project?.id)
      .filter { !inBatch.contains($0) }
    for id in origins {
      guard let source = try database.sources.source(id) else { continue }
      let path = project.map { FilePath.join($0.root, source.path) } ?? source.path
      guard session.world.files.exists(path) else { continue }
      let before = report.unchanged.count
      let counted = report.counts.unchanged
      try read([FoundFile(path: path, importedFrom: FilePath.folder(of: path), deck: nil, isAsked: false)])
      // Nobody asked about a file that turns out to be as it was.
      if report.unchanged.count > before {
        report.unchanged.removeLast()
        report.counts.unchanged = counted
      }
    }
  }
}
