internal import Disk
package import Recall
package import Storage

/// Writes events and keeps the cache in step, in one transaction. Whatever changes what is known of a card goes
/// through here.
package struct Journal {
  private let session: Session
  private let database: Database
  /// Joins the events of one command.
  private let action: EventID

  package init(session: Session, database: Database) throws {
    self.session = session
    self.database = database
    action = EventID(using: &session.world.random)
  }

  /// An answer, or a practice where the card stands for one. Returns the schedule that it led to.
  package func grade(
    _ card: CardStore.Found, _ grade: Grade, confidence: Int?, milliseconds: Int?, answer: String?
  ) throws -> Schedule {
    try database.connection.transaction {
      let deed: Deed =
        if let stretch = try database.cards.stored(card.num)?.kind.stretch {
          .practised(grade, confidence: confidence, milliseconds: milliseconds, stretch: stretch)
        } else {
          .graded(grade, confidence: confidence, milliseconds: milliseconds)
        }
      let event = try event(card.id, deed, answer.map(Typed.answer))
      try database.log.append(event)
      var schedule = try database.schedules.schedule(of: card.num)
      schedule.apply(event, scheduler: try preferences().scheduler)
      try database.schedules.write(schedule, for: card.num)
      // Whatever was begun of it is over.
      try database.typedLines.discard(card: card.num)
      return schedule
    }
  }

  /// Any other deed, whose effect on the schedule is a flag.
  package func record(_ card: CardStore.Found, _ deed: Deed, _ typed: Typed? = nil) throws {
    try database.connection.transaction {
      let event = try event(card.id, deed, typed)
      try database.log.append(event)
      var schedule = try database.schedules.schedule(of: card.num)
      schedule.apply(event, scheduler: try preferences().scheduler)
      try database.schedules.write(schedule, for: card.num)
    }
  }

  /// Changes a card's own words, tags or tier, and says so in the log.
  ///
  /// `known` is the card as it was when the person began, which may be minutes ago: only what they changed is
  /// taken over, onto what the card is now.
  package func change(_ known: StoredCard, to wanted: StoredCard) throws {
    guard wanted != known else { return }
    try database.connection.transaction {
      guard let card = try database.cards.stored(known.num) else { return }
      var changed = card
      if wanted.text.prompt != known.text.prompt { changed.text.prompt = wanted.text.prompt }
      if wanted.text.answer != known.text.answer { changed.text.answer = wanted.text.answer }
      if wanted.text.tags != known.text.tags { changed.text.tags = wanted.text.tags }
      if wanted.tier != known.tier { changed.tier = wanted.tier }
      let path = try database.sources.source(card.source)?.path ?? ""
      try CardWriter(database).update(changed, from: card, path: path)
      let found = CardStore.Found(num: card.num, id: card.id)
      if changed.tier != card.tier { try record(found, .tierSet(from: card.tier, to: changed.tier)) }
      let typed = Typed.change(before: card.text, after: changed.text)
      if changed.text.tags != card.text.tags { try record(found, .tagged, typed) }
      if changed.text.prompt != card.text.prompt || changed.text.answer != card.text.answer {
        try record(found, .edited, typed)
      }
    }
  }

  /// Takes an event back: the log keeps both, the cache is folded again without it.
  package func void(_ event: Event) throws {
    try database.connection.transaction {
      try database.log.append(try self.event(event.card, .voided(event.id), nil))
      guard let found = try database.cards.beginning(with: event.card.text).first else { return }
      let history = try database.log.history(of: event.card)
      try database.schedules.write(
        Schedule.folding(history, scheduler: try preferences().scheduler), for: found.num)
    }
  }

  /// Read under the lock: another program may be folding the log with a new scheduler at this moment.
  private func preferences() throws -> Preferences { try session.preferences(database) }

  private func event(_ card: CardID, _ deed: Deed, _ typed: Typed?) throws -> Event {
    let moment = try session.now()
    return Event(
      id: EventID(using: &session.world.random), action: action, device: try device(), card: card,
      moment: moment, day: try preferences().dayEnd.day(of: moment), deed: deed, typed: typed)
  }

  /// A name for this database's copy, drawn when it is first needed; it tells nothing of the machine.
  private func device() throws -> String {
    if let device = try database.settings.value("device") { return device }
    let device = CardID(using: &session.world.random).text
    try database.settings.set("device", to: device)
    return device
  }
}
