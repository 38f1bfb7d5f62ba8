internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let decks = Command(
    "decks", "list the decks and how they stand",
    examples: [Example("decks", "this project's decks; --all for every one")]
  ) { _, session in
    let database = try session.database(.read)
    let preferences = try session.preferences(database)
    let decks = try database.decks.summaries(
      in: try session.scope(database), today: try session.today(preferences),
      leechLapses: preferences.leechLapses)
    if session.isJSON {
      let rows = decks.map { deck in
        JSON.object(
          [("name", .string(deck.name)), ("project", JSON(deck.project)), ("due", .int(deck.due))]
            + StandingJSON.pairs(deck.standing))
      }
      session.console.data(JSON.array(rows).text + "\n")
    } else if !decks.isEmpty {
      var table = TextTable(
        [
          ("deck", .left), ("project", .left), ("due", .right), ("new", .right), ("learning", .right),
          ("mature", .right), ("suspended", .right),
        ], flexible: 0)
      for deck in decks {
        let standing = deck.standing
        table.add(
          [deck.name, deck.project ?? ""]
            + [deck.due, standing.new, standing.learning, standing.mature, standing.suspended].map(
              String.init))
      }
      table.print(to: session.console)
    } else {
      session.console.note("no decks yet; `whet import FILE` makes one")
    }
    return decks.isEmpty ? .nothing : .done
  }

  static let sources = Command(
    "sources", "list the files that cards were read from",
    examples: [Example("sources", "with the number of cards from each")]
  ) { _, session in
    let database = try session.database(.read)
    let sources = try database.sources.summaries(in: try session.scope(database))
    func path(_ source: SourceStore.Summary) -> String {
      CardSource(path: source.path, line: 0, root: source.root).absolutePath
    }
    if session.isJSON {
      let rows = sources.map { source in
        JSON.object([
          ("path", .string(path(source))), ("deck", .string(source.deck)), ("cards", .int(source.cards)),
          ("missing", .bool(source.isMissing)),
        ])
      }
      session.console.data(JSON.array(rows).text + "\n")
    } else if !sources.isEmpty {
      var table = TextTable([("cards", .right), ("deck", .left), ("file", .left)], flexible: 2)
      for source in sources {
        let note = source.isMissing ? " (gone)" : ""
        table.add(["\(source.cards)", source.deck, session.shown(path(source)) + note])
      }
      table.print(to: session.console)
    } else {
      session.console.note("no files yet; `whet import FILE` reads one")
    }
    return sources.isEmpty ? .nothing : .done
  }
}

/// How cards stand, in the words that every answer uses.
enum StandingJSON {
  static func pairs(_ standing: Standing) -> [(String, JSON)] {
    [
      ("new", .int(standing.new)), ("learning", .int(standing.learning)), ("mature", .int(standing.mature)),
      ("suspended", .int(standing.suspended)), ("retired", .int(standing.retired)),
      ("leeches", .int(standing.leeches)),
    ]
  }
}
