internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let export = Command(
    "export", "write cards, the whole log and progress to a file",
    arguments: [
      Argument("FORMAT", help: "json or csv"),
      Argument(
        "TABLE", .optional, help: "cards, log or progress; json holds all three, csv the cards by default"),
    ],
    options: [
      Option("output", short: "o", value: "FILE", help: "where to; else to standard output"),
      Option("force", short: "f", help: "write over a file that is there"),
      Option("without-text", help: "leave out what anybody wrote: prompts, answers, tags, paths, names"),
    ],
    examples: [
      Example("export json -o whet.json", "everything"),
      Example("export csv progress", "answers by day and deck, for a spreadsheet"),
    ],
    details: """
      In csv a field that a spreadsheet would run as a formula has an apostrophe in front. A file appears whole or \
      not at all.
      """
  ) { invocation, session in
    let format = invocation.arguments[0]
    guard ["json", "csv"].contains(format) else {
      throw UsageError(
        "no format \"\(format)\"",
        hint: Suggestion.hint(for: format, among: ["json", "csv"]) ?? "there are json and csv")
    }
    var table: ExportTable?
    if invocation.arguments.count > 1 {
      let name = invocation.arguments[1]
      table = ExportTable(rawValue: name)
      if table == nil {
        let known = ExportTable.allCases.map(\.rawValue)
        throw UsageError(
          "no table \"\(name)\"",
          hint: Suggestion.hint(for: name, among: known) ?? "there are \(known.joined(separator: ", "))")
      }
    }
    let output = invocation.value("output").flatMap { $0 == "-" ? nil : session.absolute($0) }
    if let output { try OutputTarget.check(output, force: invocation.has("force"), session) }
    let exporter = try Exporter(
      session: session, database: try session.database(.read), withText: !invocation.has("without-text"))
    let tables = table.map { [$0] } ?? (format == "json" ? ExportTable.allCases : [.cards])
    if let output {
      var text = ""
      try exporter.write(tables, asJSON: format == "json") { text += $0 }
      try session.world.files.write(Array(text.utf8), to: output, replacing: invocation.has("force"))
      if session.isJSON {
        session.console.data(JSON.object([("file", .string(output))]).text + "\n")
      } else {
        session.console.note(Styled("written to \(session.shown(output))", .quiet))
      }
    } else {
      try exporter.write(tables, asJSON: format == "json") { session.console.data($0) }
    }
    return .done
  }
}

enum ExportTable: String, CaseIterable {
  case cards, log, progress
}

/// The three tables, row by row, in either form.
struct Exporter {
  private let database: Database
  private let withText: Bool
  private let today: Day
  private let leechLapses: Int
  private let scope: Scope
  private let names: DeckNames

  init(session: Session, database: Database, withText: Bool) throws {
    self.database = database
    self.withText = withText
    let preferences = try session.preferences(database)
    today = try session.today(preferences)
    leechLapses = preferences.leechLapses
    scope = try session.scope(database)
    names = DeckNames(try database.decks.names(in: .everything), hidden: !withText)
  }

  func write(_ tables: [ExportTable], asJSON: Bool, to output: (String) -> Void) throws {
    // One state of the database, however long it takes.
    try database.connection.snapshot {
      guard asJSON else {
        for table in tables { try csv(table, output) }
        return
      }
      output("{")
      for (index, table) in tables.enumerated() {
        output((index == 0 ? "" : ",") + JSON.string(table.rawValue).text + ":[")
        var isFirst = true
        try rows(table) { row in
          output((isFirst ? "" : ",") + JSON.object(row).text)
          isFirst = false
        }
        output("]")
      }
      output("}\n")
    }
  }

  private func csv(_ table: ExportTable, _ output: (String) -> Void) throws {
    output(CSV.row(columns(table)))
    try rows(table) { row in
      output(
        CSV.row(
          row.map { _, value in
            switch value {
            case .null: ""
            case .string(let text): text
            default: value.text
            }
          }))
    }
  }

  private func columns(_ table: ExportTable) -> [String] {
    switch table {
    case .cards:
      ["id", "deck", "kind", "tier", "state", "due", "interval", "reps", "lapses"]
        + (withText ? ["tags", "prompt", "answer", "path", "line"] : [])
    case .log:
      ["id", "device", "card", "at", "day", "kind", "grade", "confidence", "seconds", "voids", "detail"]
        + (withText ? ["typed"] : [])
    case .progress: ["day", "deck", "answers", "recalled", "new", "seconds"]
    }
  }

  private func rows(_ table: ExportTable, _ body: ([(String, JSON)]) -> Void) throws {
    let columns = columns(table)
    func row(_ values: [JSON]) { body(Array(zip(columns, values))) }
    switch table {
    case .cards:
      let everything = CardQuery(terms: [])
      let gone = CardQuery(terms: [.init(condition: .standing(.retired), isNegated: false)])
      let context = SearchContext(scope: scope, today: today, leechLapses: leechLapses)
      for query in [everything, gone] {
        try database.cards.search(query, in: context) { row(card($0)) }
      }
    case .log: try database.log.each { row(event($0)) }
    case .progress:
      try database.figures.progress(in: scope) { progress in
        row([
          .string(progress.day.date.description), .string(names.shown(progress.deck)), .int(progress.answers),
          .int(progress.recalled), .int(progress.firstAnswers), .double(Double(progress.milliseconds) / 1000),
        ])
      }
    }
  }

  private func card(_ card: Card) -> [JSON] {
    let shared: [JSON] = [
      .string(card.id.text), .string(names.shown(card.deck)), .string(card.kind.rawValue),
      .string(card.tier.rawValue),
      .string(card.state.rawValue), JSON(card.dueDate), .int(card.schedule.interval),
      .int(card.schedule.reps),
      .int(card.schedule.lapses),
    ]
    guard withText else { return shared }
    return shared + [
      .string(card.text.tags.joined(separator: " ")), .string(card.text.prompt), .string(card.text.answer),
      .string(card.source.absolutePath), .int(card.source.line),
    ]
  }

  private func event(_ row: EventRow) -> [JSON] {
    let moment = Moment(milliseconds: row.milliseconds, offset: row.offset)
    let shared: [JSON] = [
      .string(row.id), .string(row.device), .string(row.card), .string(moment.rfc3339),
      .string(Day(row.day).date.description), .string(row.kind), JSON(row.grade), JSON(row.confidence),
      JSON(row.duration.map { Double($0) / 1000 }), JSON(row.voids), JSON(row.detail),
    ]
    // A change holds six parts with NUL between them; nobody wants those in a spreadsheet.
    return withText ? shared + [JSON(row.typed?.replacing("\u{0}", with: "\u{1f}"))] : shared
  }
}

/// Decks by their names, or by numbers where nothing that anybody wrote may slip out.
private struct DeckNames {
  private let numbers: [String: Int]?

  init(_ names: [String], hidden: Bool) {
    numbers = hidden ? Dictionary(zip(names, 1...), uniquingKeysWith: { first, _ in first }) : nil
  }

  func shown(_ name: String) -> String {
    guard let numbers else { return name }
    return "deck \(numbers[name] ?? 0)"
  }
}
