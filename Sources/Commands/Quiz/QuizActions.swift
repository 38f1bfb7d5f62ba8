internal import Recall
internal import Storage
internal import Terminal

/// What can be done to the card that is shown.
struct QuizActions {
  let session: Session
  let database: Database

  static let keys: Set<Character> = ["?", "u", "e", "o", "s", "b", "t", "l", "h", "q"]

  /// The interval that each grade would lead to: the same call that later does it.
  func previews(_ card: Card) throws -> [Int] {
    let preferences = try session.preferences(database)
    return intervals(card, on: try session.today(preferences), preferences.scheduler)
  }

  private func intervals(_ card: Card, on day: Day, _ scheduler: some Scheduler) -> [Int] {
    Grade.all.map {
      card.schedule.preview($0, card: card.id, on: day, stretch: card.kind.stretch, scheduler: scheduler)
        .interval
    }
  }

  func record(
    _ card: Card, _ num: Int, _ grade: Grade, confidence: Int?, milliseconds: Int?, said: String
  ) throws -> Schedule {
    try Journal(session: session, database: database).grade(
      CardStore.Found(num: num, id: card.id), grade, confidence: confidence, milliseconds: milliseconds,
      answer: said.isEmpty ? nil : said)
  }

  /// Takes back what was done last: the card that it was done to, and whether it was a grade.
  func undoLast() throws -> (card: Int, wasGrade: Bool)? {
    let undone = try Undo(session: session, database: database).last(1, besidesImports: true)
    for step in undone {
      let what = SafeText.line(step.card?.text ?? step.prompt ?? "")
      session.console.line(
        Styled(DisplayWidth.cut("took back: \(step.deed) · \(what)", to: session.console.columns)))
    }
    guard let last = undone.last, let id = last.card,
      let card = try database.cards.beginning(with: id.text).first
    else {
      return nil
    }
    return (card.num, last.deed.contains("grade"))
  }

  /// True when the card says something else now.
  func edit(_ num: Int) throws -> Bool {
    guard let card = try database.cards.stored(num) else { return false }
    let draft = EditDraft(session: session, card: card)
    do {
      var changed = card
      (changed.text.prompt, changed.text.answer) = try draft.edited()
      try Journal(session: session, database: database).change(card, to: changed)
      draft.discard()
      return changed != card
    } catch let failure as Failure {
      session.console.note(Styled(failure.message, .careful))
      return false
    }
  }

  func setTier(_ num: Int) throws -> Bool {
    guard case .text(let key) = session.world.dialogue.key("tier: c core, r repeatable, t transient > "),
      let tier = Tier.allCases.first(where: { !key.isEmpty && $0.rawValue.hasPrefix(key.lowercased()) }),
      let card = try database.cards.stored(num)
    else { return false }
    var changed = card
    changed.tier = tier
    try Journal(session: session, database: database).change(card, to: changed)
    session.console.line(Styled("now \(tier.rawValue)"))
    return changed != card
  }

  func markForLater(_ num: Int) throws {
    guard let card = try database.cards.stored(num) else { return }
    var changed = card
    if !changed.text.tags.contains("later") { changed.text.tags.append("later") }
    try Journal(session: session, database: database).change(card, to: changed)
    session.console.line("marked; `cards tag:later` lists what you marked")
  }

  func suspend(_ card: Card, _ num: Int) throws {
    try Journal(session: session, database: database).record(
      CardStore.Found(num: num, id: card.id), .suspended)
    session.console.line(Styled("suspended; `resume \(card.id)` asks it again"))
  }

  func bury(_ card: Card, _ num: Int) throws {
    try Journal(session: session, database: database).record(CardStore.Found(num: num, id: card.id), .buried)
    session.console.line("not before tomorrow")
  }

  func dueTomorrow() throws -> Int {
    let preferences = try session.preferences(database)
    let decks = try database.decks.ids(in: try session.scope(database))
    return try database.queue.today(
      try session.today(preferences) + 1, decks: decks, limits: preferences.limits
    ).reviews
  }
}
