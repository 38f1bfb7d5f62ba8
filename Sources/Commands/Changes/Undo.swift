internal import Recall
internal import Storage

/// Takes back what commands did, the last one first.
struct Undo {
  struct Undone {
    /// Nil where it was about no card.
    let card: CardID?
    let deed: String
    /// The card's question, or the title of a decision record.
    let prompt: String?
    /// Why the card's own words were left as they are.
    let remark: String?
    let isOfInvestigation: Bool
    /// It is told, and gone by: nothing of it can be taken back here.
    var isPassed = false
  }

  private static func isOfInvestigation(_ deed: Deed) -> Bool {
    if case .investigated = deed { true } else { false }
  }

  let session: Session
  let database: Database

  /// So many are taken back without a question: they can still be remembered.
  static let unasked = 10

  /// How many steps there are to take back, up to so many.
  func available(_ most: Int) throws -> Int {
    let actions = try database.log.lastActions(most).count
    return min(
      most, try actions + database.keys.lastChanges(most).count + database.imports.last(most).count)
  }

  /// Each step is one command, however many cards it touched. Who is at a card means no import.
  func last(_ count: Int, besidesImports: Bool = false) throws -> [Undone] {
    let undone = try void(count, imports: besidesImports ? [] : database.imports.last(.max))
    // The notes follow the log once it is settled.
    for card in Set(undone.filter(\.isOfInvestigation).compactMap(\.card)) {
      try InvestigationDesk.follow(card, session, database)
    }
    return undone
  }

  private func void(_ count: Int, imports: [ImportStore.Import]) throws -> [Undone] {
    try database.connection.transaction {
      var undone: [Undone] = []
      let journal = try Journal(session: session, database: database)
      var imports = imports[...]
      var actions = try database.log.lastActions(count)[...]
      var marks = try database.keys.lastChanges(count)[...]
      var steps = 0
      while steps < count, !(imports.isEmpty && actions.isEmpty && marks.isEmpty) {
        steps += 1
        let last = try place(of: actions.first)
        if let one = imports.first, one.after >= last, one.marks >= marks.first?.action ?? 0 {
          imports.removeFirst()
          let (back, cards) = try takeBack(one)
          // What was taken back just now can leave nothing of the one before.
          if cards == 0, !back.isPassed { steps -= 1 } else { undone.append(back) }
          // What was decided on its drafts holds when they come back, and is no step of its own any more.
          actions = try database.log.lastActions(count)[...]
        } else if let mark = marks.first, mark.after >= last {
          marks.removeFirst()
          undone += try takeBack(mark)
        } else if let action = actions.popFirst() {
          undone += try takeBack(action, journal)
        }
      }
      return undone
    }
  }

  private func place(of action: [Event]?) throws -> Int {
    try action?.last.flatMap { try database.log.place(of: $0.id) } ?? 0
  }

  /// The cards that an import brought. The files are not whet's: what stands in them comes back when they are read again,
  /// which none of them would be as long as its bytes are known.
  private func takeBack(_ one: ImportStore.Import) throws -> (Undone, count: Int) {
    try database.imports.takeBack(one)
    if one.cards.ranges.isEmpty {
      let passed = Undone(
        card: nil, deed: one.name, prompt: nil,
        remark:
          "it only followed the files; change those and read them again, and `undo` goes on with the step before",
        isOfInvestigation: false, isPassed: true)
      return (passed, 0)
    }
    let writer = try CardWriter(database)
    var count = 0
    var sources: Set<Int> = []
    for number in one.cards.all {
      guard let card = try database.cards.stored(number), !card.isGone else { continue }
      let path = try database.sources.source(card.source)?.path ?? ""
      try writer.update(card.withdrawn, from: card, path: path)
      sources.insert(card.source)
      count += 1
    }
    for id in sources.sorted() {
      guard var source = try database.sources.source(id) else { continue }
      source.digest = Source.toBeRead
      try database.sources.update(source)
    }
    let undone = Undone(
      card: nil, deed: one.name, prompt: count == 1 ? "1 card" : "\(count) cards",
      remark:
        "the files stay as they are, and so does what they changed of other cards; reading them again, by import "
        + "or refresh, brings the cards back",
      isOfInvestigation: false)
    return (undone, count)
  }

  private func takeBack(_ action: [Event], _ journal: Journal) throws -> [Undone] {
    try action.reversed().map { event in
      let remark = try revert(event)
      try journal.void(event)
      if Self.isOfInvestigation(event.deed) { try NotesBehind(database: database).add(event.card) }
      return Undone(
        card: event.card, deed: Self.name(event.deed), prompt: try prompt(event.card), remark: remark,
        isOfInvestigation: Self.isOfInvestigation(event.deed))
    }
  }

  /// Marks of key decisions stand beside the log, in the same order.
  private func takeBack(_ change: KeyStore.Change) throws -> [Undone] {
    try database.keys.takeBack(change)
    return change.steps.reversed().map { step in
      Undone(
        card: nil, deed: step.before == nil ? "key" : "key --remove", prompt: step.title, remark: nil,
        isOfInvestigation: false)
    }
  }

  /// What an event changed of the card itself is set back, unless it has been changed again since by its file.
  private func revert(_ event: Event) throws -> String? {
    guard let found = try database.cards.beginning(with: event.card.text).first,
      let card = try database.cards.stored(found.num)
    else { return nil }
    var changed = card
    var remark: String?
    switch (event.deed, event.typed) {
    case (.tierSet(let from, let to), _):
      guard card.tier == to else { return "its tier has been changed since; it was left" }
      changed.tier = from
    case (.edited, .change(let before, let after)):
      // Each for itself: the file may have changed one of them since.
      if card.text.prompt == after.prompt { changed.text.prompt = before.prompt }
      if card.text.answer == after.answer { changed.text.answer = before.answer }
      let isLeft = card.text.prompt != after.prompt || card.text.answer != after.answer
      if isLeft { remark = "its file has changed part of its text since; that was left" }
    case (.tagged, .change(let before, let after)):
      guard card.text.tags == after.tags else { return "its tags have been changed since; they were left" }
      changed.text.tags = before.tags
    case (.added, let typed):
      if let back = try OpenAnswer(session: session, database: database).takeBack(card, typed) {
        return back.remark
      }
      changed = card.withdrawn
      if try !Notebook(session: session, database: database).removeLast(card) {
        remark = "its text stays in its file; take it out there, or refresh brings it back"
      }
    default: return nil
    }
    let path = try database.sources.source(card.source)?.path ?? ""
    try CardWriter(database).update(changed, from: card, path: path)
    return remark
  }

  private func prompt(_ id: CardID) throws -> String? {
    guard let found = try database.cards.beginning(with: id.text).first else { return nil }
    return try database.cards.stored(found.num)?.text.prompt
  }

  static func name(_ deed: Deed) -> String {
    switch deed {
    case .graded(let grade, _, _): "grade \(grade.value)"
    case .practised(let grade, _, _, _): "practice, grade \(grade.value)"
    case .investigated(let step): step.name
    case .suspended: "suspend"
    case .buried: "bury"
    case .resumed: "resume"
    case .retired: "retire"
    case .tierSet(let from, let to): "tier \(from.rawValue) to \(to.rawValue)"
    case .tagged: "tag"
    case .edited: "edit"
    case .added: "add"
    case .voided: "undo"
    }
  }
}
