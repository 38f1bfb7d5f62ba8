internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let decisions = Command(
    "decisions", "list the decision records: status, age, cards, and how well they are recalled",
    arguments: [Argument("WORD", .any, help: "only those with these words in their title or status")],
    examples: [
      Example("decisions", "the map of this project's decisions"),
      Example("decisions superseded", "those that something else has replaced"),
    ]
  ) { invocation, session in
    let database = try session.database(.read)
    let preferences = try session.preferences(database)
    let today = try session.today(preferences)
    let words = invocation.arguments.map { $0.lowercased() }
    let all = try database.records.summaries(in: try session.scope(database), today: today)
    let records = all.filter { row in
      let text = "\(row.record.title) \(row.record.status ?? "no status") \(row.record.number ?? "")"
        .lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    // Of files that are gone the map keeps what was answered, and what the person has marked.
    let keys = try database.keys.marked()
    let shown = records.filter { !$0.isMissing || $0.answers > 0 || keys[$0.record.source] != nil }
    if session.isJSON {
      session.console.data(JSON.array(records.map { json($0) }).text + "\n")
    } else if !shown.isEmpty {
      let rows = Dictionary(all.map { ([$0.root, $0.path], $0) }, uniquingKeysWith: { first, _ in first })
      let told = table(shown, today) { row in
        let by = row.record.replacedBy.compactMap { path -> String? in
          guard let other = rows[[row.root, path]], let number = other.record.number else { return nil }
          return other.deck == row.deck ? number : "\(other.deck) \(number)"
        }
        let status = row.record.status ?? "no status"
        return status == RecordStatus.superseded.rawValue && !by.isEmpty
          ? "\(status) by \(by.joined(separator: ", "))" : status
      }
      let room = told.room(in: session.console)
      let isShown = room.isWhole || room.columns >= leastTitle
      (isShown ? told : table(shown, today) { $0.record.status ?? "no status" }).print(to: session.console)
    } else {
      session.console.note(
        words.isEmpty
          ? all.isEmpty
            ? "no decision records yet; `whet import` looks for them here"
            : "the files of all decision records are gone, and none was ever answered"
          : "no decision record with these words")
    }
    return (session.isJSON ? records : shown).isEmpty ? .nothing : .done
  }

  /// So much of a title has to be left before anything else is told of a status.
  private static let leastTitle = 32

  private static func table(
    _ records: [RecordStore.Summary], _ today: Day, status: (RecordStore.Summary) -> String
  ) -> TextTable {
    // What would be empty, or the same, in every row leaves its room to the titles.
    let isMixed = Set(records.map(\.deck)).count > 1
    let isDue = records.contains { $0.due > 0 }
    let isAnswered = records.contains { $0.answers > 0 }
    var table = TextTable(
      (isMixed ? [("deck", .left)] : [])
        + [("no.", .left), ("decision", .left), ("status", .left), ("age", .right), ("cards", .right)]
        + (isDue ? [("due", .right)] : []) + (isAnswered ? [("recalled", .right)] : []),
      flexible: isMixed ? 2 : 1)
    for row in records {
      var cells = isMixed ? [row.deck] : []
      cells += [
        row.record.number ?? "", row.record.title, status(row), age(row.record.date, today),
        String(row.cards),
      ]
      if isDue { cells.append(row.due == 0 ? "" : String(row.due)) }
      if isAnswered {
        cells.append(row.answers == 0 ? "" : "\(row.recalled * 100 / row.answers) % of \(row.answers)")
      }
      table.add(cells, tail: row.isMissing ? " (file gone)" : "")
    }
    return table
  }

  private static func json(_ row: RecordStore.Summary) -> JSON {
    func path(_ stored: String) -> String { CardSource(path: stored, line: 0, root: row.root).absolutePath }
    return .object([
      ("number", JSON(row.record.number)), ("title", .string(row.record.title)),
      ("status", JSON(row.record.status)),
      ("statusWords", .string(row.record.statusWords)), ("date", JSON(row.record.date)),
      ("day", JSON(row.record.date.flatMap(RecordDate.day).map { $0.description })),
      ("path", .string(path(row.path))),
      ("deck", .string(row.deck)), ("replacedBy", JSON(strings: row.record.replacedBy.map(path))),
      ("missing", .bool(row.isMissing)), ("cards", .int(row.cards)), ("mature", .int(row.mature)),
      ("due", .int(row.due)),
      ("answers", .int(row.answers)), ("recalled", .int(row.recalled)),
    ])
  }

  /// How long ago an ISO date was: `3 y`, `5 mo`, `12 d`. Any other form is left to whoever wrote it.
  private static func age(_ date: String?, _ today: Day) -> String {
    guard let date, let day = RecordDate.day(date) else { return "" }
    let days = today.number - day.daysSinceEpoch
    switch days {
    case ..<0: return ""
    case 0..<60: return "\(days) d"
    case 60..<730: return "\(days / 30) mo"
    default: return "\(days / 365) y"
    }
  }
}
