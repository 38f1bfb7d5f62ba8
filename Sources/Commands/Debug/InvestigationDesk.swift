internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// The investigations of a project: which there are, which is at hand, and how a step of one is kept.
struct InvestigationDesk {
  /// The folder of their notes in the notebook, and the deck of their cards.
  static let name = "incidents"

  let session: Session
  let database: Database
  let project: Project?
  let scope: Scope
  private let isForWriting: Bool

  /// One of them, as it stands.
  struct Case {
    /// Its place among all, from 1: what a person types to mean it.
    let number: Int
    let row: InvestigationStore.Row
    var state: Investigation
    /// Why its note could not be written was told by this command.
    var isTold = false

    var found: CardStore.Found { CardStore.Found(num: row.num, id: row.id) }
    var isOpen: Bool { state.status == .open }
  }

  /// With `isForWriting` a repository that is not known yet becomes a project, as with `explain`.
  init(_ session: Session, _ database: Database, isForWriting: Bool) throws {
    self.session = session
    self.database = database
    self.isForWriting = isForWriting
    project = try ExplanationShelf(session, database, isForWriting: isForWriting).project
    // A step of any of them is the occasion for all whose notes are not written yet.
    if isForWriting {
      let added = try NotesBehind(database: database).catchUp(session, isQuiet: true).counts.added
      if added > 0 { session.console.note("cards: \(added) new") }
    }
    // In a repository that is not known yet, nothing of the others is at hand.
    let isElsewhere = ProjectFinder.gitRoot(above: session.world.folder, session.world.files) != nil
    scope =
      session.globals.everything
      ? .everything : project.map { .project($0.id) } ?? (isElsewhere ? .project(0) : .everything)
  }

  // MARK: Which there are

  func all() throws -> [Case] { try cases { _ in true } }
  func open() throws -> [Case] { try cases(\.isOpen) }

  private func cases(_ isWanted: (InvestigationStore.Row) -> Bool) throws -> [Case] {
    guard try database.investigations.isAny() else { return [] }
    return try database.investigations.all(in: scope).enumerated().compactMap { index, row in
      guard isWanted(row) else { return nil }
      return Investigation(row.id, try database.log.history(of: row.id)).map {
        Case(number: index + 1, row: row, state: $0)
      }
    }
  }

  private var currentKey: String { "investigation-\(project?.id ?? 0)" }

  /// The one at hand: what was chosen with `use`, as long as it is open, else the one that was opened last.
  func current() throws -> Case? {
    let open = try open()
    let chosen = try database.settings.value(currentKey)
    return open.first { $0.row.id.text == chosen } ?? open.last { !$0.state.isAfterwards } ?? open.last
  }

  /// One that was solved, and whose note no command has read yet.
  func unread() throws -> Case? {
    try all().last { one in
      try one.state.status == .solved && database.sources.source(one.row.source)?.digest == 0
        && !NotesBehind(database: database).holds(one.row.id)
    }
  }

  func use(_ one: Case) throws {
    try database.settings.set(currentKey, to: one.row.id.text)
  }

  /// The one at hand, or the one that was named.
  func needed(_ name: String?) throws -> Case {
    if let name {
      let one = try named(name)
      guard one.isOpen else { throw Self.closed(one.state) }
      return try withItsNote(one)
    }
    guard let one = try current() else {
      throw Failure("no investigation is open; `whet debug SYMPTOM` begins one", code: .nothing)
    }
    return try withItsNote(one)
  }

  private static func closed(_ state: Investigation) -> Failure {
    let cause = state.answer(.cause).map { ": \(SafeText.line($0))" } ?? ""
    return Failure(
      "“\(SafeText.line(state.symptom))” is \(state.status.rawValue) already\(cause)", code: .nothing)
  }

  private func withItsNote(_ one: Case) throws -> Case {
    var one = one
    if isForWriting { try InvestigationTakeOver(desk: self).run(&one) }
    return one
  }

  /// By its number, the beginning of its id, or words of its symptom. Open ones come first.
  func named(_ name: String) throws -> Case {
    let all = try all()
    if let number = Int(name), let one = all.first(where: { $0.number == number }) { return one }
    let text = name.trimmed.lowercased()
    guard !text.isEmpty else { throw UsageError("which one? `whet debug list` numbers them") }
    if let one = all.first(where: { text.count > 3 && $0.row.id.text.hasPrefix(text) }) { return one }
    let words = text.split(separator: " ")
    let fitting = all.filter { one in
      let symptom = one.state.symptom.lowercased()
      return words.allSatisfy { symptom.contains($0) }
    }
    let open = fitting.filter(\.isOpen)
    let found = open.isEmpty ? fitting : open
    guard let one = found.first else {
      throw Failure("no investigation \"\(name)\"; `whet debug list` numbers them", code: .nothing)
    }
    guard found.count == 1 else {
      let numbers = found.map { String($0.number) }.joined(separator: ", ")
      throw Failure("\"\(name)\" fits several: \(numbers). Give the number")
    }
    return one
  }

  // MARK: Keeping steps

  typealias Step = (step: InvestigationStep, words: String?)

  /// After steps were taken back: the note says no more than the log.
  static func follow(_ card: CardID, _ session: Session, _ database: Database) throws {
    guard let file = try InvestigationFile.of(card, session, database) else { return }
    let state = try file.follow()
    guard state?.status != .solved,
      try database.cards.stored(inSource: file.row.source).contains(where: { !$0.isGone })
    else { return }
    // What is not known yet is not asked: its cards go until it is solved again.
    let source = try database.sources.source(file.row.source)
    let project = try database.projects.all().first { $0.id == source?.project }
    try database.connection.transaction {
      // Cards that somebody wrote into the note stay, where it can be read.
      if try file.isOpen {
        return try Notebook(session: session, database: database).takeIn(file.path, project)
      }
      let writer = try CardWriter(database)
      for known in try database.cards.stored(inSource: file.row.source) where !known.isGone {
        try writer.update(known.withdrawn, from: known, path: source?.path ?? "")
      }
    }
  }

  /// Words as they are kept.
  static func clean(_ text: String) -> String { text.asTyped.trimmed }

  /// The steps are on the disk when this returns: in the log first, which is the truth, then in the note.
  func keep(_ steps: [Step], of one: inout Case, with journal: Journal? = nil) throws {
    try keep(of: &one, with: journal) { _ in steps }
  }

  /// The same for steps that depend on where it stands. Another terminal may have gone on while a question
  /// waited for its answer, so that is looked up under the lock.
  func keep(
    of one: inout Case, with journal: Journal? = nil, _ steps: (Investigation) throws -> [Step]
  ) throws {
    let journal = try journal ?? Journal(session: session, database: database)
    try database.connection.transaction {
      guard let state = Investigation(one.row.id, try database.log.history(of: one.row.id)) else {
        throw Failure("“\(SafeText.line(one.state.symptom))” was taken back meanwhile", code: .nothing)
      }
      one.state = state
      guard one.isOpen else { throw Self.closed(state) }
      for (step, words) in try steps(state) {
        let words = words.map(Self.clean).flatMap { $0.isEmpty ? nil : $0 }
        try journal.record(one.found, .investigated(step), words.map(Typed.answer))
      }
      try NotesBehind(database: database).add(one.row.id)
    }
    let file = InvestigationFile(session: session, database: database, row: one.row, isQuiet: one.isTold)
    if let state = try file.follow() { one.state = state }
    one.isTold = try NotesBehind(database: database).holds(one.row.id)
  }

  /// Opens one: its card, which nobody is asked for yet, its first steps, and its note.
  func begin(_ steps: [Step], symptom: String, with journal: Journal) throws -> Case {
    let path = try freePath(symptom)
    let row = try database.connection.transaction {
      let deck = try database.decks.findOrAdd(Self.name, project: project?.id)
      let source = try database.sources.add(
        project: project?.id, path: ImportBatch.storedPath(path, project), deck: deck, chosenDeck: nil,
        digest: 0)
      let writer = try CardWriter(database)
      let (num, id) = (try database.cards.nextNumber(), try writer.freshID(using: &session.world.random))
      let text = CardText(prompt: symptom, answer: "Not known yet.", tags: [])
      // No file says it yet: it is there to hang events on.
      try writer.add(
        StoredCard(
          num: num, id: id, deck: deck, source: source.id, line: 1, place: [], section: num, kind: .drill,
          tier: .repeatable, text: text, file: FileText(text: text, tier: .repeatable), isGone: true,
          changed: nil), path: source.path)
      let found = CardStore.Found(num: num, id: id)
      for (step, words) in steps {
        try journal.record(found, .investigated(step), words.map { .answer(Self.clean($0)) })
      }
      try NotesBehind(database: database).add(id)
      return InvestigationStore.Row(num: num, id: id, source: source.id, isOpen: true)
    }
    let file = InvestigationFile(session: session, database: database, row: row)
    guard let state = try file.follow() else { throw Failure("the investigation could not be opened") }
    let number = try database.investigations.all(in: scope).firstIndex { $0.id == row.id } ?? 0
    let isTold = try NotesBehind(database: database).holds(row.id)
    let one = Case(number: number + 1, row: row, state: state, isTold: isTold)
    if !state.isAfterwards { try use(one) }
    return one
  }

  // MARK: Files

  func folder() throws -> String {
    FilePath.join(try Notebook(session: session, database: database).folder(of: project), Self.name)
  }

  func path(of one: Case) throws -> String {
    try InvestigationFile(session: session, database: database, row: one.row).path
  }

  private func freePath(_ symptom: String) throws -> String {
    let name = "\(try session.now().date)-\(ExplanationSheet.slug(symptom))"
    let notebook = Notebook(session: session, database: database)
    guard let path = try notebook.freePath(name, in: try folder(), of: project) else {
      throw Failure("too many notes are called \(name); say the symptom in other words")
    }
    return path
  }
}
