internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let cards = Command(
    "cards", "find and list cards",
    arguments: [
      Argument("QUERY", .any, help: "words, and deck: kind: tier: tag: is: source:", isQuery: true)
    ],
    examples: [
      Example("cards outbox", "cards with a word that begins so"),
      Example("cards deck:shop is:due -kafka", "what is due in a deck, without a word"),
    ],
    details: """
      is: takes due, new, learning, mature, leech, suspended, retired or stale. "Two words" in quotes stand \
      together, and a word with a colon in quotes is no field: '"retry: yes"'. A minus sign in front \
      means: not this. Retired cards are shown only with is:retired.
      """
  ) { invocation, session in
    let database = try session.database(.read)
    let selection = CardSelection(session: session, database: database)
    let preferences = try session.preferences(database)
    let context = SearchContext(
      scope: try session.scope(database), today: try session.today(preferences),
      leechLapses: preferences.leechLapses)
    let query = try selection.query(invocation.arguments)
    var count = 0
    if session.isJSON {
      session.console.data("[")
      try database.cards.search(query, in: context) { card in
        session.console.data(
          (count == 0 ? "" : ",") + card.json(today: context.today, leechLapses: context.leechLapses).text)
        count += 1
      }
      session.console.data("]\n")
    } else {
      var table = TextTable(
        [("id", .left), ("deck", .left), ("state", .left), ("due", .left), ("prompt", .left)], flexible: 4)
      try database.cards.search(query, in: context) { card in
        table.add([card.id.text, card.deck, card.state.rawValue, card.dueDate ?? "", card.text.prompt])
        count += 1
      }
      if count > 0 { table.print(to: session.console) }
      session.console.note(Styled("\(count) card\(count == 1 ? "" : "s")", .quiet))
    }
    return count == 0 ? .nothing : .done
  }

  static let show = Command(
    "show", "everything about one card",
    arguments: [Argument("ID", help: "a card's id, or the beginning of it")],
    examples: [Example("show 7k2m", "prompt, answer, source, schedule and history")]
  ) { invocation, session in
    let database = try session.database(.read)
    let selection = CardSelection(session: session, database: database)
    let found = try selection.card(invocation.arguments[0])
    guard let card = try database.cards.card(found.num) else {
      throw Failure("no card \(found.id)", code: .nothing)
    }
    let preferences = try session.preferences(database)
    if session.isJSON {
      let json = card.json(today: try session.today(preferences), leechLapses: preferences.leechLapses)
      session.console.data(json.text + "\n")
      return .done
    }
    CardView.full(
      card, history: try database.log.history(of: found.id),
      record: try database.records.record(ofCard: card.id),
      session)
    return .done
  }
}
