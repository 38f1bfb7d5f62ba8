internal import Disk
internal import Reading
internal import Storage

/// Decision records, which say things of each other.
extension BatchReading {
  /// Records say things of each other: the known ones are read along.
  mutating func pullInRecords() throws {
    guard !candidates.isEmpty else { return }
    try pullIn(recordSources.subtracting(candidates.compactMap { $0.source?.id }))
  }

  mutating func settleCandidates() throws {
    let candidates = candidates
    self.candidates = []
    guard !candidates.isEmpty else { return }
    let all = candidates + neighbours(of: candidates)
    var counts: [String: Int] = [:]
    let files = session.world.files
    let collection = RecordCollection(
      all.map {
        RecordCollection.File(
          path: $0.file.path, text: $0.text, matter: $0.document.matter,
          isKnown: $0.source.map { recordSources.contains($0.id) } ?? false, isChosen: $0.form == .record,
          root: $0.file.importedFrom)
      }
    ) { folder in
      if let known = counts[folder] { return known }
      let names = (try? files.list(folder)) ?? []
      // `README.md` that leads to `index.md` beside it is one document.
      let documents = Set(
        names.filter(RecordCollection.isDocument).compactMap { name in
          let path = FilePath.join(folder, name)
          return switch files.kind(path) {
          case .link: files.real(path) ?? path
          case .folder: nil
          default: path
          }
        })
      counts[folder] = documents.count
      return counts[folder] ?? 0
    }
    let findings = collection.findings
    let most = all.map { $0.file.most ?? $0.source?.most }
    let outcomes = collection.outcomes { most[$0] }
    for (index, candidate) in candidates.enumerated() {
      try settle(candidate, outcomes[index], findings[index])
    }
  }

  /// Records beside them that nobody has taken yet say things of them, too: what replaced one is called by its title then,
  /// in each step of a review that is not finished.
  private func neighbours(of candidates: [Candidate]) -> [Candidate] {
    let files = session.world.files
    let named = Set(candidates.map(\.file.path))
    let places = Dictionary(grouping: candidates) { FilePath.folder(of: $0.file.path) }
    let beside = places.keys.sorted().flatMap { folder in
      ((try? files.list(folder)) ?? []).filter(RecordCollection.isDocument).compactMap { name -> FoundFile? in
        let path = FilePath.join(folder, name)
        guard !named.contains(path), files.kind(path) == .file else { return nil }
        return FoundFile(
          path: path, importedFrom: places[folder]?.first?.file.importedFrom ?? folder, deck: nil)
      }
    }
    .prefix(Self.mostNeighbours)
    let contents = FileContents.of(beside.map { FileContents.Wanted(path: $0.path, known: nil) }, in: files)
    return zip(beside, contents).compactMap { file, contents in
      guard case .text(let read) = contents, RecordCollection.mayBeRecord(file.path, read.document) else {
        return nil
      }
      return Candidate(
        file: file, source: nil, storedPath: ImportBatch.storedPath(file.path, project), read: read,
        formerForm: nil)
    }
  }

  /// They are held in memory together.
  private static var mostNeighbours: Int { 1000 }

  mutating func settle(
    _ candidate: Candidate, _ outcome: RecordCollection.Outcome, _ findings: [Finding]
  ) throws {
    let path = candidate.file.path
    switch outcome {
    case .skipped
    where candidate.document.drafts.isEmpty && (candidate.file.isNamed || NoteReader.isGuide(path)):
      try takeNote(candidate)
    case .skipped(let reason) where candidate.document.drafts.isEmpty && candidate.source == nil:
      report.skipped.append(Skipped(path: path, reason: reason))
    case .record(let record, let drafts):
      // What is odd in a file that has not changed was told before.
      let isKnown = candidate.source.map { $0.digest == candidate.digest && !$0.isMissing } ?? false
      if candidate.file.isAsked, !isKnown {
        note(candidate.text.findings + candidate.document.matter.findings + findings, path)
      }
      if drafts.isEmpty, candidate.source == nil {
        leave(candidate, "its sections say nothing that could be asked")
        return
      }
      var matter = candidate.document.matter
      matter.tags = matter.tags.filter { !RecordCollection.isStatus($0) }
      try add(candidate, Document(matter: matter, drafts: drafts, findings: []), .record(record))
    case .skipped: try takeDeck(candidate)
    case .other: try takeOther(candidate)
    }
  }
}
