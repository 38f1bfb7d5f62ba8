internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// Reads files into the database: finds known cards again, adds what is new, retires what is gone. All of it in
/// one transaction, and never a word into the files.
struct ImportBatch {
  private let session: Session
  private let database: Database
  private let writer: CardWriter
  private let now: Int
  private var report = ImportReport()
  private var nextNumber: Int
  private let bar: ProgressBar
  private var filesDone = 0
  /// The decks of the project at hand that were asked for already.
  private var deckIDs: [String: Int] = [:]
  /// Told of what was read and matched, instead of writing it.
  private let plan: (([FileReading]) -> Void)?
  /// What a person decided on drafts that were shown to them.
  private let choices: DraftChoices
  /// Where this is set, nothing but these files is written.
  private let only: Set<String>?

  init(
    session: Session, database: Database, total: Int, choices: DraftChoices = DraftChoices(),
    only: Set<String>? = nil, plan: (([FileReading]) -> Void)? = nil
  ) throws {
    self.only = only
    self.choices = choices
    self.plan = plan
    self.session = session
    self.database = database
    writer = try CardWriter(database)
    now = try session.now().milliseconds
    nextNumber = try database.cards.nextNumber()
    bar = session.console.progressBar("reading files", total: total) { [clock = session.world.clock] in
      clock.ticks()
    }
  }

  /// Files of one project, or of none. `missing` are known files that are gone; with `retiring` their cards are
  /// retired unless they turn up elsewhere.
  mutating func process(
    _ files: [FoundFile], project: Project?, missing: [Source], retiring: Bool
  ) throws {
    var reading = try BatchReading(session: session, database: database, project: project)
    var rest = files[...]
    while !rest.isEmpty {
      let piece = rest.prefix(BatchReading.pieceSize)
      rest = rest.dropFirst(piece.count)
      try reading.read(Array(piece))
      filesDone += piece.count
      bar.advance(to: filesDone)
    }
    deckIDs = [:]
    var readings = try reading.finished(hasKnownCards: nextNumber > 1)
    report.merge(reading.report)
    let vanished = VanishedFiles(database: database, project: project, missing: missing)
    try vanished.adopt(&readings)
    var records = RecordSources(database, project)
    try records.settle(&readings) { [files = session.world.files] source in
      files.exists(project.map { FilePath.join($0.root, source.path) } ?? source.path)
    }

    let pool = try vanished.cards(besides: readings)
    readings = BatchMatching.match(readings, pool: pool)
    bar.finish()
    for index in readings.indices { readings[index].leaveOutTheSpare() }
    if readings.contains(where: \.isNote) {
      var twins = NoteTwins(database, project)
      for index in readings.indices { try twins.leaveOut(of: &readings[index]) }
    }
    if let plan {
      plan(readings)
      return
    }
    for index in readings.indices { readings[index].leaveOutTheWeak(unlessIn: choices) }
    if let only { readings.removeAll { !only.contains($0.path) } }
    let cards = readings.reduce(0) { $0 + $1.document.drafts.count }
    let cardBar = session.console.progressBar("writing cards", total: cards) {
      [clock = session.world.clock] in
      clock.ticks()
    }
    var cardsDone = 0
    for reading in readings {
      try write(reading, project) {
        cardsDone += 1
        cardBar.advance(to: cardsDone)
      }
    }
    cardBar.finish()
    let gone = records.displaced.filter { !$0.isMissing }
    if only == nil { try retire((retiring ? missing : []) + gone, besides: readings, project) }
  }

  mutating func skip(_ skipped: [Skipped]) {
    report.skipped += skipped
  }

  func finished() -> ImportReport {
    bar.finish()
    var report = report
    report.findings.sort { ($0.path, $0.line) < ($1.path, $1.line) }
    return report
  }

  /// The path as it is kept: relative where it lies below its project's root.
  static func storedPath(_ path: String, _ project: Project?) -> String {
    project.flatMap { FilePath.relative(path, to: $0.root) } ?? path
  }

  // MARK: Writing

  private mutating func deckID(_ name: String, _ project: Project?) throws -> Int {
    if let known = deckIDs[name] { return known }
    let id = try database.decks.findOrAdd(name, project: project?.id)
    deckIDs[name] = id
    return id
  }

  private mutating func write(
    _ reading: FileReading, _ project: Project?, cardWritten: () -> Void
  ) throws {
    let document = reading.document
    let deck = try deckID(reading.deckName(in: project), project)
    let source = try writeSource(reading, project, deck: deck)
    let before = report.counts

    var cards: [(card: StoredCard, old: StoredCard?, fate: CardMerge.Fate)] = []
    for (index, draft) in document.drafts.enumerated() {
      let placed = PlacedDraft(
        draft: draft, deck: deck, source: source.id, tier: document.matter.tier ?? .repeatable,
        tags: document.matter.tags)
      if let old = reading.matches[index] {
        let (card, fate) = CardMerge.merge(old, with: placed, now: now)
        // Who left a card out need not look at it again, and who was never asked has learned nothing else.
        let schedule = try card.changed == old.changed ? nil : database.schedules.schedule(of: old.num)
        if let schedule, !schedule.isRetired, schedule.lastMoment != nil {
          report.changed.append(
            ImportReport.Change(path: reading.path, card: card.id.text, prompt: card.text.prompt))
        }
        cards.append((card, old, fate))
      } else {
        cards.append(
          (
            placed.newCard(num: nextNumber, id: try writer.freshID(using: &session.world.random)), nil,
            .unchanged
          ))
        nextNumber += 1
      }
    }
    setSections(&cards, document.drafts)
    let isRenamed = reading.source.map { $0.path != reading.storedPath } ?? false
    for (index, (card, old, fate)) in cards.enumerated() {
      cardWritten()
      if old?.isGone != false, !card.isGone { report.brought.append(card.num) }
      guard let old else {
        try writer.add(card, path: reading.storedPath)
        try settle(card, document.drafts[index], of: reading)
        continue
      }
      try writer.update(card, from: old, path: reading.storedPath)
      switch fate {
      case .unchanged where isRenamed: report.counts.moved += 1
      case .unchanged: report.counts.unchanged += 1
      case .moved: report.counts.moved += 1
      case .updated: report.counts.updated += 1
      }
    }
    try retire(reading.unmatched, path: reading.storedPath)
    try remember(reading, source: source.id, project)
    var after = report.counts
    after.unchanged = before.unchanged
    if reading.isSame || reading.dependsOnOthers && reading.source?.digest == Source.toBeRead, after == before
    {
      // Nobody asked about a file that turns out to be as it was.
      if reading.isAsked {
        report.unchanged.append(reading.path)
      } else {
        report.counts.unchanged = before.unchanged
      }
    } else {
      report.imported.append(reading.path)
      report.forms[reading.path] = reading.form.name
    }
  }

  /// What becomes of a new card: taken, taken with the person's own words, left out, or kept and not asked.
  private mutating func settle(_ card: StoredCard, _ draft: Draft, of reading: FileReading) throws {
    let choice = choices.choice(of: draft, in: reading.path)
    // As nearly all are: there is nothing for the log to tell.
    if case .take = choice, !draft.isSuspended {
      report.counts.added += 1
      return
    }
    let found = CardStore.Found(num: card.num, id: card.id)
    let journal = try Journal(session: session, database: database)
    switch choice {
    case .leave:
      // Kept as retired: an edit of the record does not bring it up again, and the person can.
      try journal.record(found, .retired)
      report.leftOut += 1
      return
    case .edited(let prompt, let answer):
      var changed = card
      changed.text.prompt = prompt
      changed.text.answer = answer
      try journal.change(card, to: changed)
    case .take: break
    }
    if draft.isSuspended { try journal.record(found, .suspended) }
    report.counts.added += 1
  }

  private func remember(_ reading: FileReading, source: Int, _ project: Project?) throws {
    guard let record = reading.record else { return try database.records.remove(source: source) }
    try database.records.write(
      StoredRecord(
        source: source, number: record.number, title: record.title,
        status: record.state.status?.rawValue, statusWords: record.state.words, date: record.date,
        replacedBy: record.replacedBy.map { Self.storedPath($0, project) }))
  }

  private func writeSource(_ reading: FileReading, _ project: Project?, deck: Int) throws -> Source {
    let digest = reading.dependsOnOthers ? Source.toBeRead : reading.digest
    guard let known = reading.source else {
      return try database.sources.add(
        project: project?.id, path: reading.storedPath, deck: deck, chosenDeck: reading.chosenDeck,
        digest: digest, most: reading.most, form: reading.chosenForm?.rawValue)
    }
    let source = Source(
      id: known.id, project: known.project, path: reading.storedPath, deck: deck,
      chosenDeck: reading.chosenDeck,
      digest: digest, isMissing: false, most: reading.most, form: reading.chosenForm?.rawValue)
    if source != known { try database.sources.update(source) }
    if known.path != source.path { try database.words.follow(source: source.id) }
    return source
  }

  /// Siblings share the lowest number among them, so that sections keep the order of the file.
  private func setSections(
    _ cards: inout [(card: StoredCard, old: StoredCard?, fate: CardMerge.Fate)], _ drafts: [Draft]
  ) {
    var lowest: [Int: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      lowest[draft.siblings] = min(lowest[draft.siblings] ?? .max, cards[index].card.num)
    }
    for (index, draft) in drafts.enumerated() {
      cards[index].card.section = lowest[draft.siblings] ?? cards[index].card.num
    }
  }

  /// Retired, never deleted: what comes back finds its history.
  private mutating func retire(_ cards: [StoredCard], path: String) throws {
    for card in cards where !card.isGone {
      try writer.update(card.withdrawn, from: card, path: path)
      report.counts.retired += 1
    }
  }

  private mutating func retire(_ missing: [Source], besides readings: [FileReading], _ project: Project?)
    throws
  {
    let own = Set(readings.compactMap { $0.source?.id })
    let moved = Set(readings.flatMap { $0.matches.compactMap { $0?.num } })
    for var source in missing where !own.contains(source.id) {
      report.missing.append(project.map { FilePath.join($0.root, source.path) } ?? source.path)
      let cards = try database.cards.stored(inSource: source.id).filter { !moved.contains($0.num) }
      try retire(cards, path: source.path)
      source.isMissing = true
      try database.sources.update(source)
    }
  }
}
