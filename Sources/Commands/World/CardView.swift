internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// A card as text.
enum CardView {
  /// Where it comes from, before the question: nothing in it gives the answer away.
  static func head(_ card: Card) -> Styled {
    Styled("\(card.id) · \(card.deck) · \(card.kind.rawValue) · \(card.tier.rawValue)", .quiet)
  }

  /// `deck · question`, or of a decision its number: its title would say too much.
  static func origin(_ card: Card, record: StoredRecord?) -> String {
    guard record != nil, card.kind.isOfDecision else { return "\(card.deck) · \(card.kind.rawValue)" }
    let number = RecordCollection.number(ofPath: card.source.path).map { " \($0)" } ?? ""
    return "\(card.deck) · decision\(number) · \(card.kind.rawValue)"
  }

  static func body(_ text: String, _ session: Session, role: Styled.Role = .plain, indent: Int = 1) {
    let margin = String(repeating: " ", count: indent)
    for line in DisplayWidth.wrapped(
      Prose.unwrapped(SafeText.visible(text)), to: session.console.columns - indent)
    {
      session.console.line(Styled(line.isEmpty ? "" : margin + line, role))
    }
  }

  static func source(_ card: Card, record: StoredRecord? = nil, _ session: Session) -> String {
    // It hangs on no file.
    if card.kind == .three { return "the key decisions of the project; `key` lists them" }
    let place = card.place.isEmpty ? "" : " · " + card.place.joined(separator: " › ")
    let standing = record.map { RecordLine.standing($0.status, $0.date).map { " · \($0)" }.joined() } ?? ""
    return "\(session.shown(card.source.absolutePath)):\(card.source.line)\(place)\(standing)"
  }

  static func full(_ card: Card, history: [Event], record: StoredRecord?, _ session: Session) {
    let console = session.console
    console.line(head(card))
    body(card.text.prompt, session, role: .strong)
    console.line()
    body(card.text.answer, session, indent: 3)
    console.line()
    body(source(card, record: record, session), session, role: .quiet, indent: 0)
    if !card.text.tags.isEmpty { console.line(Styled("tags: \(card.text.tags.joined(separator: " "))")) }
    console.line(Styled(standing(card)))
    let voided = Set(
      history.compactMap { event -> EventID? in
        if case .voided(let id) = event.deed { return id }
        return nil
      })
    for event in history {
      if case .voided = event.deed { continue }
      let note = voided.contains(event.id) ? "  (taken back)" : ""
      console.line(Styled("  \(event.day.date)  \(Undo.name(event.deed))\(note)", .quiet))
    }
  }

  private static func standing(_ card: Card) -> String {
    var parts = [card.state.rawValue]
    if let due = card.dueDate {
      parts.append(
        "due \(due), interval \(card.schedule.interval) day\(card.schedule.interval == 1 ? "" : "s")")
    }
    if card.schedule.reps > 0 {
      parts.append("\(card.schedule.reps) answer\(card.schedule.reps == 1 ? "" : "s")")
      if card.schedule.lapses > 0 { parts.append("\(card.schedule.lapses) lapsed") }
    }
    if card.isStale { parts.append("its answer has changed since you were asked last") }
    if card.isGone { parts.append("its file says it no longer") }
    return parts.joined(separator: ", ")
  }
}
