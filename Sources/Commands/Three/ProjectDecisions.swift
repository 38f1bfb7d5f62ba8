internal import Reading
internal import Recall
internal import Storage

/// The decisions of one project, as `three` and `key` see them.
struct ProjectDecisions {
  let session: Session
  let database: Database
  let project: Project?

  /// With `isForWriting` a repository that is not known yet becomes a project, as with `explain`.
  init(_ session: Session, _ database: Database, isForWriting: Bool) throws {
    guard !session.globals.everything else {
      throw UsageError(
        "this is about one project", hint: "leave out --all, and stand in the project's folder")
    }
    self.init(
      session, database, project: try ExplanationShelf(session, database, isForWriting: isForWriting).project)
  }

  init(_ session: Session, _ database: Database, project: Project?) {
    self.session = session
    self.database = database
    self.project = project
  }

  struct Decision {
    let row: RecordStore.Summary
    /// The day on which it was marked as key.
    let since: Day?

    var source: Int { row.record.source }
    var isStanding: Bool {
      let status = row.record.status.flatMap(RecordStatus.init)
      return !row.isMissing && row.record.replacedBy.isEmpty && (status == nil || status == .accepted)
    }
  }

  func all() throws -> [Decision] {
    let today = try session.today(try session.preferences(database))
    let marked = try database.keys.marked()
    return try database.records.summaries(
      in: project.map { .project($0.id) } ?? .everything, today: today
    ).map {
      Decision(row: $0, since: marked[$0.record.source])
    }
  }

  /// The words of a record, by what they answer. Its cards come first, since they may be in their owner's words; what
  /// no card asks for is looked for in the file.
  func reference(_ decision: Decision) throws -> DecisionReference {
    let answers = try database.keys.answers(ofRecord: decision.source)
    func of(_ kinds: [CardKind]) -> [String] {
      for kind in kinds {
        let found = answers.filter { $0.kind == kind }.map(\.answer)
        if !found.isEmpty { return found }
      }
      return []
    }
    var why = of([.why, .drivers])
    var price = of([.cost])
    if why.isEmpty || price.isEmpty {
      let path = path(decision)
      let grounds = (try? session.world.files.read(path)).flatMap { RecordGrounds($0, path: path) }
      if why.isEmpty { why = grounds?.why ?? [] }
      // Once the file is gone its cards still know what followed.
      if price.isEmpty { price = grounds?.price ?? of([.changed]) }
      if price.isEmpty { price = of([.rejected]) }
    }
    return DecisionReference(
      title: decision.row.record.title, what: of([.what, .about]), why: why, price: price)
  }

  func path(_ decision: Decision) -> String {
    CardSource(path: decision.row.path, line: 0, root: decision.row.root).absolutePath
  }

  /// What a person types to mean it: its number, else the name of one of its cards.
  func name(_ decision: Decision) throws -> String {
    if let number = decision.row.record.number { return number }
    return try database.cards.stored(inSource: decision.source).first { !$0.isGone }?.id.text ?? ""
  }

  // MARK: The card that stands for the three

  func card() throws -> (num: Int, card: Card)? {
    guard let num = try database.three.card(project: project?.id), let card = try database.cards.card(num)
    else {
      return nil
    }
    return (num, card)
  }

  /// It hangs on no file: there is nothing in it that anybody wrote.
  func makeCard() throws -> CardStore.Found {
    if let known = try card() { return CardStore.Found(num: known.num, id: known.card.id) }
    let deck = try database.decks.findOrAdd(project?.name ?? "general", project: project?.id)
    let source = try database.sources.add(
      project: project?.id, path: SourceStore.three.path, deck: deck, chosenDeck: nil, digest: 0,
      form: SourceStore.three.form)
    let writer = try CardWriter(database)
    let (num, id) = (try database.cards.nextNumber(), try writer.freshID(using: &session.world.random))
    let text = CardText(
      prompt:
        "Name the three most important decisions in \(project?.name ?? "this system"), and why each was made.",
      answer: "What is marked with `key`, or else what you said before; `three` lays it beside what you say.",
      tags: [])
    try writer.add(
      StoredCard(
        num: num, id: id, deck: deck, source: source.id, line: 1, place: [], section: num, kind: .three,
        tier: .core, text: text, file: FileText(text: text, tier: .core), isGone: false, changed: nil),
      path: source.path)
    return CardStore.Found(num: num, id: id)
  }

  func past() throws -> [ThreeStore.Past] {
    try card().map { try database.three.past(of: $0.card.id) } ?? []
  }
}
