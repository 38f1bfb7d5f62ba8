internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// Reads the files of a batch: each by itself as an explanation or a deck, and those that are neither together as
/// decision records.
struct BatchReading {
  let session: Session
  let database: Database
  let project: Project?
  var report = ImportReport()
  private(set) var readings: [FileReading] = []
  var candidates: [Candidate] = []
  let recordSources: Set<Int>
  /// Reports; what they look like in the eyes of others, all of them together tell.
  var incidents: [(candidate: Candidate, report: IncidentReport)] = []
  let incidentSources: Set<Int>
  /// The project's known files by their paths, asked for once.
  private let sources: [String: Source]
  /// Those of them of which a person said what they are.
  private let chosen: [Source]

  /// A file that may be a record; the others tell.
  struct Candidate {
    let file: FoundFile
    let source: Source?
    let storedPath: String
    let read: FileContents.Text
    /// What the person said of the file while it had another name.
    let formerForm: DocumentForm?

    var text: SourceText { read.text }
    var document: Document { read.document }
    var digest: Int { read.digest }

    /// What a person said that it is, now or before.
    var form: DocumentForm? { file.form ?? source?.form.flatMap(DocumentForm.init) ?? formerForm }
  }

  init(session: Session, database: Database, project: Project?) throws {
    self.session = session
    self.database = database
    self.project = project
    recordSources = Set(try database.records.sources(ofProject: project?.id))
    incidentSources = Set(
      try database.cards.sources(ofKinds: [.cause, .fix, .prevention, .look, .misled], project: project?.id))
    sources = Dictionary(try database.sources.all(ofProject: project?.id).map { ($0.path, $0) }) { first, _ in
      first
    }
    chosen = sources.values.filter { $0.form != nil }.sorted { $0.id > $1.id }
  }

  /// So many files are read together: enough to share out, and never all of a large folder in memory at a time.
  static let pieceSize = 128

  mutating func read(_ files: [FoundFile]) throws {
    let contents = FileContents.of(files.map(wanted), in: session.world.files)
    for (file, contents) in zip(files, contents) {
      switch contents {
      case .text(let read): try take(file, read)
      case .same:
        report.unchanged.append(file.path)
        guard let source = source(of: file) else { continue }
        report.counts.unchanged += try database.cards.stored(inSource: source.id).count { !$0.isGone }
      case .none(let reason): report.skipped.append(Skipped(path: file.path, reason: reason))
      }
    }
  }

  private func source(of file: FoundFile) -> Source? { sources[ImportBatch.storedPath(file.path, project)] }

  /// The same bytes under a name that is gone.
  private func formerForm(of digest: Int) -> DocumentForm? {
    let former = chosen.first { source in
      let path = project.map { FilePath.join($0.root, source.path) } ?? source.path
      return source.digest == digest && (source.isMissing || !session.world.files.exists(path))
    }
    return former?.form.flatMap(DocumentForm.init)
  }

  private func wanted(_ file: FoundFile) -> FileContents.Wanted {
    var known: Int?
    // A record is read again whatever its bytes: what it is asked for depends on the others.
    if let source = source(of: file), !source.isMissing, !recordSources.contains(source.id),
      !incidentSources.contains(source.id),
      file.deck == nil || file.deck == source.chosenDeck,
      file.form == nil || file.form?.rawValue == source.form
    {
      known = source.digest
    }
    return FileContents.Wanted(path: file.path, known: known)
  }

  private mutating func take(_ file: FoundFile, _ read: FileContents.Text) throws {
    let (text, document) = (read.text, read.document)
    let source = source(of: file)
    let candidate = Candidate(
      file: file, source: source, storedPath: ImportBatch.storedPath(file.path, project), read: read,
      formerForm: source == nil ? formerForm(of: read.digest) : nil)
    switch candidate.form {
    case .deck: return try takeDeck(candidate)
    case .record: return candidates.append(candidate)
    case .note: return try takeNote(candidate)
    case .incident:
      if let note = InvestigationNote(text, document.matter, name: FilePath.stem(of: file.path)) {
        return try takeInvestigation(note, candidate)
      }
      return try takeIncident(candidate, isChosen: true)
    case .explanation, nil: break
    }
    if let note = ExplanationNote(text, document.matter, name: FilePath.stem(of: file.path)) {
      try take(note, candidate)
    } else if let note = InvestigationNote(text, document.matter, name: FilePath.stem(of: file.path)) {
      try takeInvestigation(note, candidate)
    } else if mayBeIncident(candidate) {
      try takeIncident(candidate, isChosen: candidate.source.map { incidentSources.contains($0.id) } ?? false)
    } else {
      try takeRecordOrOther(candidate)
    }
  }

  mutating func takeRecordOrOther(_ candidate: Candidate) throws {
    let (file, document) = (candidate.file, candidate.document)
    if document.matter.deck == nil, RecordCollection.mayBeRecord(file.path, document) {
      candidates.append(candidate)
    } else {
      try takeOther(candidate)
    }
  }

  /// All readings, when every file of the batch was read.
  mutating func finished(hasKnownCards: Bool) throws -> [FileReading] {
    try pullInRecords()
    try pullInIncidents()
    try settleCandidates()
    try settleIncidents()
    if hasKnownCards {
      try pullInOrigins()
      try settleCandidates()
      try settleIncidents()
    }
    return readings
  }

  /// A deck, or else a note.
  mutating func takeOther(_ candidate: Candidate) throws {
    let document = candidate.document
    let isDeck =
      document.matter.deck != nil
      || !document.drafts.isEmpty && !NoteReader.isMostlyProse(candidate.text, document)
    // What came in as a deck stays one, although all its cards may have gone.
    let known = try candidate.source.map { try database.cards.stored(inSource: $0.id) } ?? []
    let wasDeck =
      !known.isEmpty && known.allSatisfy { $0.kind == .question || $0.kind == .cloze }
      && !document.drafts.isEmpty
    guard isDeck || wasDeck else { return try takeNote(candidate) }
    // Whoever names a deck in its head has said what the file is.
    if document.matter.deck == nil, NoteReader.holdsProse(candidate.text, document) {
      report.withProse.append(candidate.file.path)
    }
    try takeDeck(candidate)
  }

  mutating func takeNote(_ candidate: Candidate) throws {
    let path = candidate.file.path
    let document = candidate.document
    let isChosen = candidate.form == .note || candidate.file.isNamed || candidate.source != nil
    switch NoteReader.read(
      candidate.text, matter: document.matter, name: FilePath.name(of: path), isChosen: isChosen)
    {
    case .nothing(let reason):
      guard document.drafts.isEmpty, candidate.source == nil else { return try takeDeck(candidate) }
      report.skipped.append(Skipped(path: path, reason: reason))
    case .note(let title, let questions, let findings):
      // The scan for cards finds the same fence open as the markup does; it is told once.
      let told = Set(findings.map(\.line))
      let own = document.findings.filter { $0.message != Finding.looseMarker && !told.contains($0.line) }
      note(findings + own, path)
      let all = questions.all + WrittenCards.of(document)
      let usual = questions.chosen(known: []).count
      if usual >= NoteQuestions.most { note([NoteQuestions.isFull], path) }
      if usual == 0, all.count == questions.all.count, candidate.source == nil {
        leave(candidate, "nothing in it says why, what for, what must be, or what a thing is")
        return
      }
      try add(
        candidate, Document(matter: document.matter, drafts: all, findings: []), .note(title, questions))
    }
  }

  /// Told with its reason: nothing can be asked of it.
  mutating func leave(_ candidate: Candidate, _ reason: String) {
    let isEmpty = candidate.text.bytes.allSatisfy { $0 == 32 || (9...13).contains($0) }
    report.nothing.append(Skipped(path: candidate.file.path, reason: isEmpty ? "it is empty" : reason))
  }

  mutating func takeDeck(_ candidate: Candidate) throws {
    let document = candidate.document
    note(document.findings, candidate.file.path)
    if candidate.source == nil, document.drafts.isEmpty {
      leave(candidate, "no Q: or C: in it")
      return
    }
    try add(candidate, document, .deck)
  }

  private mutating func take(_ explanation: ExplanationNote, _ candidate: Candidate) throws {
    note(candidate.text.findings + candidate.document.matter.findings, candidate.file.path)
    let drafts = explanation.drafts + WrittenCards.of(candidate.document)
    if candidate.source == nil, drafts.isEmpty {
      leave(candidate, "it holds no answer")
      return
    }
    let matter = candidate.document.matter
    try add(candidate, Document(matter: matter, drafts: drafts, findings: []), .explanation(explanation))
  }

  mutating func add(_ candidate: Candidate, _ document: Document, _ form: FileReading.Form) throws {
    let source = candidate.source
    readings.append(
      FileReading(
        path: candidate.file.path, importedFrom: candidate.file.importedFrom, source: source,
        storedPath: candidate.storedPath, digest: candidate.digest,
        chosenDeck: candidate.file.deck ?? source?.chosenDeck, most: candidate.file.most ?? source?.most,
        chosenForm: candidate.form,
        isAsked: candidate.file.isAsked,
        isSame: source.map { $0.digest == candidate.digest && !$0.isMissing } ?? false, document: document,
        form: form, known: try source.map { try database.cards.stored(inSource: $0.id) } ?? [],
        matches: Array(repeating: nil, count: document.drafts.count)))
  }

  mutating func note(_ findings: [Finding], _ path: String) {
    report.findings += findings.map { ImportReport.Note(path: path, line: $0.line, message: $0.message) }
  }

  /// Known files that were not named are read along.
  mutating func pullIn(_ ids: Set<Int>) throws {
    var known: [FoundFile] = []
    for id in ids.sorted() {
      guard let source = try database.sources.source(id) else { continue }
      let path = project.map { FilePath.normalized(FilePath.join($0.root, source.path)) } ?? source.path
      guard session.world.files.target(path) == .file else { continue }
      known.append(FoundFile(path: path, importedFrom: FilePath.folder(of: path), deck: nil, isAsked: false))
    }
    try read(known)
  }
}
