package import Recall

/// Finds cards.
package struct CardStore {
  let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package struct Found: Equatable, Sendable {
    package let num: Int
    package let id: CardID

    package init(num: Int, id: CardID) {
      self.num = num
      self.id = id
    }
  }

  /// Cards whose id begins so, at most a few: one is an answer, more are a question back.
  package func beginning(with prefix: String, most: Int = 5) throws -> [Found] {
    // The range of all texts that begin so, which the index finds at once.
    try connection.all(
      "SELECT num, id FROM cards WHERE id >= ?1 AND id < ?1 || char(127) ORDER BY id LIMIT ?2",
      [.text(prefix), .int(most)]
    ) { Found(num: $0.int(0), id: CardID(stored: $0.text(1))) }
  }

  /// All tags in use.
  package func tags() throws -> [String] {
    var tags: Set<String> = []
    try connection.each("SELECT DISTINCT tags FROM cards WHERE tags <> ''") {
      tags.formUnion(Tags.split($0.text(0)))
    }
    return tags.sorted()
  }

  package var count: Int {
    get throws { try connection.first("SELECT count(*) FROM cards") { $0.int(0) } ?? 0 }
  }

  /// The number that the next new card gets.
  package func nextNumber() throws -> Int {
    (try connection.first("SELECT ifnull(max(num), 0) FROM cards") { $0.int(0) } ?? 0) + 1
  }

  package func stored(_ num: Int) throws -> StoredCard? {
    try connection.first("SELECT \(StoredCard.columns) FROM cards WHERE num = ?", [.int(num)]) {
      StoredCard.read($0)
    }
  }

  package func stored(inSource source: Int) throws -> [StoredCard] {
    try connection.all(
      "SELECT \(StoredCard.columns) FROM cards WHERE source = ? ORDER BY line, num", [.int(source)]
    ) { StoredCard.read($0) }
  }

  /// Cards of a project that no file says at the moment: they may turn up in another file.
  package func gone(inProject project: Int?) throws -> [StoredCard] {
    try connection.all(
      """
      SELECT \(StoredCard.columns) FROM cards
      WHERE gone AND deck IN (SELECT id FROM decks WHERE ifnull(project, 0) = ?) ORDER BY num
      """, [.int(project ?? 0)]
    ) { StoredCard.read($0) }
  }

  /// The files of a project that hold a card of one of these contents.
  package func sources(withContents keys: [Int], project: Int?) throws -> [Int] {
    let statement = try connection.prepare(
      """
      SELECT DISTINCT c.source FROM cards AS c JOIN sources AS s ON s.id = c.source
      WHERE c.content = ? AND NOT c.gone AND ifnull(s.project, 0) = ?
      """)
    var found: Set<Int> = []
    for key in keys {
      try statement.each([.int(key), .int(project ?? 0)]) { found.insert($0.int(0)) }
    }
    return found.sorted()
  }

  /// The files of a project that hold a card of one of these kinds.
  package func sources(ofKinds kinds: [CardKind], project: Int?) throws -> [Int] {
    let places = kinds.map { _ in "?" }.joined(separator: ", ")
    let statement = try connection.prepare(
      """
      SELECT DISTINCT c.source FROM cards AS c JOIN sources AS s ON s.id = c.source
      WHERE c.kind IN (\(places)) AND NOT c.gone AND ifnull(s.project, 0) = ?
      """)
    var found: Set<Int> = []
    try statement.each(kinds.map { .text($0.rawValue) } + [.int(project ?? 0)]) { found.insert($0.int(0)) }
    return found.sorted()
  }

  package func card(_ num: Int) throws -> Card? {
    try connection.first("\(Self.selection) WHERE c.num = ?", [.int(num)]) { Self.read($0) }
  }

  static let selection = """
    SELECT c.id, d.name, c.kind, c.tier, c.tags, c.prompt, c.answer, src.path, c.line, p.root, c.place, c.gone,
      c.changed IS NOT NULL AND s.last_at IS NOT NULL AND c.changed > s.last_at,
      \(ScheduleCache.columns("s"))
    FROM cards AS c JOIN decks AS d ON d.id = c.deck JOIN sources AS src ON src.id = c.source
      JOIN schedule AS s ON s.card = c.num LEFT JOIN projects AS p ON p.id = src.project
    """

  static func read(_ row: borrowing Statement) -> Card {
    Card(
      id: CardID(stored: row.text(0)), deck: row.text(1), kind: CardKind(rawValue: row.text(2)) ?? .question,
      tier: Tier(rank: row.int(3)) ?? .repeatable,
      text: CardText(prompt: row.text(5), answer: row.text(6), tags: Tags.split(row.text(4))),
      source: CardSource(path: row.text(7), line: row.int(8), root: row.optionalText(9)),
      place: Place.split(row.text(10)), schedule: ScheduleCache.read(row, at: 13), isGone: row.bool(11),
      isStale: row.bool(12))
  }
}
