package import Recall

/// What a query is asked against.
package struct SearchContext: Sendable {
  package let scope: Scope
  package let today: Day
  package let leechLapses: Int

  package init(scope: Scope, today: Day, leechLapses: Int) {
    self.scope = scope
    self.today = today
    self.leechLapses = leechLapses
  }
}

extension CardStore {
  /// Every card that the query means, deck by deck in the order of the files.
  package func search(_ query: CardQuery, in context: SearchContext, _ body: (Card) throws -> Void) throws {
    let condition = SearchCondition(query, context)
    try connection.each(
      "\(Self.selection) WHERE \(condition.sql) ORDER BY d.name, d.id, src.path, c.line, c.num",
      condition.values
    ) { try body(Self.read($0)) }
  }

  /// Only the numbers, for commands that change what they find.
  package func numbers(_ query: CardQuery, in context: SearchContext) throws -> [Int] {
    let condition = SearchCondition(query, context)
    return try connection.all(
      """
      SELECT c.num FROM cards AS c JOIN decks AS d ON d.id = c.deck JOIN sources AS src ON src.id = c.source
        JOIN schedule AS s ON s.card = c.num
      WHERE \(condition.sql) ORDER BY c.num
      """, condition.values
    ) { $0.int(0) }
  }
}

extension CardStore {
  /// The questions that hold these words one behind the other. The words are letters, digits and spaces.
  package func prompts(withWords words: String, project: Int?, besides source: Int?) throws -> [String] {
    guard !words.isEmpty else { return [] }
    return try connection.all(
      """
      SELECT c.prompt FROM card_words AS w JOIN cards AS c ON c.num = w.rowid JOIN decks AS d ON d.id = c.deck
      WHERE card_words MATCH ? AND ifnull(d.project, 0) = ? AND c.source <> ? AND NOT c.gone
      """, [.text("prompt : \"\(words)\""), .int(project ?? 0), .int(source ?? 0)]
    ) { $0.text(0) }
  }

  /// Cards that stand for a practice and are to be asked, found through an index of their own.
  package func practices(_ kind: CardKind, in scope: Scope) throws -> [Int] {
    let condition = scope.condition("d")
    return try connection.all(
      """
      SELECT c.num FROM cards AS c JOIN decks AS d ON d.id = c.deck JOIN schedule AS s ON s.card = c.num
      WHERE c.kind IN ('explanation', 'open') AND c.kind = ? AND NOT (s.retired OR c.gone) AND \(condition.sql)
      ORDER BY c.num
      """, [.text(kind.rawValue)] + condition.values
    ) { $0.int(0) }
  }
}

extension CardStore {
  /// Cards that hold some of these words, those first that hold more and rarer ones. What a word begins with counts.
  /// `besides` are sources that are left out.
  package func similar(_ words: [String], in scope: Scope, besides: Set<Int>, most: Int) throws -> [Card] {
    let terms = words.map { "\"\($0.filter { $0 != "\"" && $0 != "\u{0}" })\"*" }
    guard !terms.isEmpty else { return [] }
    let condition = scope.condition("d")
    let found = try connection.all(
      """
      SELECT c.num, c.source FROM card_words AS w JOIN cards AS c ON c.num = w.rowid
        JOIN decks AS d ON d.id = c.deck JOIN schedule AS s ON s.card = c.num
      WHERE card_words MATCH ? AND NOT (s.retired OR c.gone) AND \(condition.sql)
      ORDER BY bm25(card_words, 2.0, 1.0, 0.5, 0.0), c.num LIMIT 100
      """, [.text("{prompt answer tags} : (\(terms.joined(separator: " OR ")))")] + condition.values
    ) { (num: $0.int(0), source: $0.int(1)) }
    return try found.filter { !besides.contains($0.source) }.prefix(most).compactMap { try card($0.num) }
  }
}

/// A query as SQL. What the person typed is only ever bound.
private struct SearchCondition {
  private(set) var sql = ""
  private(set) var values: [Value] = []

  init(_ query: CardQuery, _ context: SearchContext) {
    let scope = context.scope.condition("d")
    add(scope.sql, scope.values)
    if !query.includesRetired { add("NOT (s.retired OR c.gone)", []) }
    for term in query.terms {
      let (condition, bound) = Self.condition(term.condition, context)
      add(term.isNegated ? "(\(condition)) IS NOT TRUE" : "(\(condition))", bound)
    }
  }

  private mutating func add(_ condition: String, _ bound: [Value]) {
    sql += sql.isEmpty ? condition : " AND \(condition)"
    values += bound
  }

  private static func condition(
    _ condition: CardQuery.Condition, _ context: SearchContext
  ) -> (String, [Value]) {
    switch condition {
    case .deck(let name): ("d.name = ?", [.text(name)])
    case .kind(let kind): ("c.kind = ?", [.text(kind.rawValue)])
    case .tier(let tier): ("c.tier = ?", [.int(tier.rank)])
    case .tag(let tag): ("instr(' ' || c.tags || ' ', ?) > 0", [.text(" \(tag) ")])
    case .source(let path): ("instr(src.path, ?) > 0", [.text(path)])
    case .standing(let standing): self.standing(standing, context)
    case .word(let word): matching(word, isPrefix: true)
    case .phrase(let phrase): matching(phrase, isPrefix: false)
    }
  }

  private static func standing(
    _ standing: CardQuery.Standing, _ context: SearchContext
  ) -> (String, [Value]) {
    let today = Value.int(context.today.number)
    return switch standing {
    case .due: ("s.waiting = 2 AND (s.due <= ? OR s.repeat_day = ?)", [today, today])
    case .new: ("s.waiting = 1", [])
    case .leech: ("s.lapses >= ?", [.int(context.leechLapses)])
    case .suspended: ("s.suspended", [])
    case .retired: ("(s.retired OR c.gone)", [])
    case .stale: ("c.changed > s.last_at", [])
    case .learning: ("s.memory IS NOT NULL AND NOT (\(FigureStore.mature))", [])
    case .mature: ("s.memory IS NOT NULL AND \(FigureStore.mature)", [])
    }
  }

  /// Quoted for FTS5's own language, in which only the quotation mark is special then. Text without a single
  /// letter or digit has no words to find, and is looked for as it stands.
  private static func matching(_ text: String, isPrefix: Bool) -> (String, [Value]) {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      return ("instr(c.prompt || ' ' || c.answer, ?) > 0", [.text(text)])
    }
    var quoted = "\""
    for character in text {
      if character == "\u{0}" { continue }
      if character == "\"" { quoted += "\"" }
      quoted.append(character)
    }
    quoted += isPrefix ? "\"*" : "\""
    return (
      "c.num IN (SELECT rowid FROM card_words WHERE card_words MATCH ?)", [.text(quoted)]
    )
  }
}
