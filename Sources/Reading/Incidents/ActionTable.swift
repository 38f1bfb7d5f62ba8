/// What is to be done, where a report keeps it in a table with owners and days.
enum ActionTable {
  static func statements(_ blocks: [Block]) -> [IncidentStatement] {
    blocks.enumerated().flatMap { number, block -> [IncidentStatement] in
      guard case .table(let rows, let line) = block, let column = column(rows) else { return [] }
      return rows.enumerated().dropFirst().prefix(200).compactMap { index, row in
        guard row.indices.contains(column), let text = IncidentItem.cleaned(row[column]),
          IncidentStatement.isSaying(text)
        else { return nil }
        return IncidentStatement(
          text: text, line: line + index + 1, isItem: true, label: nil, block: number)
      }
    }
  }

  /// The one whose head says that it holds the actions, or else the one that says most.
  private static func column(_ rows: [[String]]) -> Int? {
    guard let head = rows.first, rows.count > 1 else { return nil }
    let named = head.firstIndex { cell in
      let words = PlainWords.normalized(cell).spacedWords
      return words.count <= 3 && words.contains(where: heads.contains)
    }
    if let named { return named }
    func size(_ column: Int) -> Int {
      rows.dropFirst().reduce(0) { $0 + ($1.indices.contains(column) ? $1[column].wordCount : 0) }
    }
    guard let most = head.indices.max(by: { (size($0), -$0) < (size($1), -$1) }),
      size(most) >= 3 * (rows.count - 1)
    else { return nil }
    return most
  }

  private static let heads: Set<Substring> = [
    "action", "actions", "item", "items", "measure", "measures", "task", "tasks", "todo", "step", "massnahme",
    "massnahmen", "aufgabe", "mesure", "mesures", "accion", "acciones", "medida", "medidas", "acao", "acoes",
  ]
}
