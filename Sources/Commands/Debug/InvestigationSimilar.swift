internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// What the person's own cards and past incidents say of a symptom. Nobody sees it who did not ask: the opinion comes
/// first.
struct InvestigationSimilar {
  private static let most = 5
  /// So much of the symptom's words is also in that of a past incident.
  private static let least = 0.3

  let desk: InvestigationDesk
  private var session: Session { desk.session }

  func show(_ words: String, on name: String?) throws -> ExitCode {
    let one = words.isEmpty || name != nil ? try desk.needed(name) : try desk.current()
    let text = words.isEmpty ? one?.state.symptom ?? "" : words
    let past = try past(text, besides: one)
    let known = Set(past.map(\.row.source))
    let cards = try desk.database.cards.similar(
      WordLikeness.searchable(text), in: desk.scope, besides: known, most: Self.most)
    if session.isJSON {
      let view = InvestigationView(desk: desk)
      let preferences = try session.preferences(desk.database)
      let today = try session.today(preferences)
      session.console.data(
        JSON.object([
          ("incidents", .array(try past.map(view.json))),
          ("cards", .array(cards.map { $0.json(today: today, leechLapses: preferences.leechLapses) })),
        ]).text + "\n")
      return past.isEmpty && cards.isEmpty ? .nothing : .done
    }
    guard !past.isEmpty || !cards.isEmpty else {
      session.console.note("nothing of yours sounds like it")
      return .nothing
    }
    if let one, one.state.hypotheses.isEmpty, words.isEmpty {
      session.console.note("a guess of your own first is worth more: `debug think`")
    }
    for one in past {
      say("\(one.state.opened.rfc3339.prefix(10)) · \(one.state.symptom)", .strong, 0)
      say(one.state.answer(.cause) ?? "the cause was not written down", .plain, 3)
      say(SafeText.line(session.shown(try desk.path(of: one))), .quiet, 3)
    }
    for card in cards {
      session.console.line(CardView.head(card))
      say(card.text.prompt, .strong, 1)
      say(card.text.answer, .plain, 3)
    }
    return .done
  }

  private func say(_ text: String, _ role: Styled.Role, _ indent: Int) {
    CardView.body(text, session, role: role, indent: indent)
  }

  private func past(_ text: String, besides one: InvestigationDesk.Case?) throws -> [InvestigationDesk.Case] {
    let words = WordLikeness.words(text)
    let scored = try desk.all().filter { $0.row.id != one?.row.id && !$0.isOpen }.map { past in
      (past, WordLikeness.between(words, WordLikeness.words(past.state.symptom)))
    }
    return scored.filter { $0.1 >= Self.least }.sorted { ($1.1, $1.0.number) < ($0.1, $0.0.number) }
      .prefix(Self.most).map(\.0)
  }
}
