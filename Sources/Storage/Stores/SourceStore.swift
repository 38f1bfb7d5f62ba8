/// A file that cards were read from.
package struct Source: Equatable, Sendable {
  package let id: Int
  package let project: Int?
  package var path: String
  package var deck: Int
  /// The deck that a person chose for it on import, over what the file says.
  package let chosenDeck: String?
  package var digest: Int
  /// Stands for bytes that have to be read again, whatever they are; 0 is that of a note that nobody has looked at.
  package static let toBeRead = -1
  package var isMissing: Bool
  /// How many cards a decision record may have, where a person said so.
  package let most: Int?
  /// What it is read as, where a person said so.
  package let form: String?

  package init(
    id: Int, project: Int?, path: String, deck: Int, chosenDeck: String?, digest: Int, isMissing: Bool,
    most: Int? = nil, form: String? = nil
  ) {
    self.most = most
    self.form = form
    self.id = id
    self.project = project
    self.path = path
    self.deck = deck
    self.chosenDeck = chosenDeck
    self.digest = digest
    self.isMissing = isMissing
  }
}

/// A folder that was imported as a whole.
package struct ImportedFolder: Equatable, Sendable {
  package let project: Int?
  package let path: String
  package let chosenDeck: String?
  package let most: Int?
}

package struct SourceStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  private static let columns =
    "s.id, s.project, s.path, s.deck, s.chosen_deck, s.digest, s.missing, s.most, s.form"

  private static func read(_ row: borrowing Statement) -> Source {
    Source(
      id: row.int(0), project: row.optionalInt(1), path: row.text(2), deck: row.int(3),
      chosenDeck: row.optionalText(4), digest: row.int(5), isMissing: row.bool(6),
      most: row.optionalInt(7), form: row.optionalText(8))
  }

  /// What the three decisions of a project hang on is no file, so nobody looks for one. Its path is none that a file can
  /// have.
  package static let three = (path: "three/", form: "three")
  private static let isFile = "ifnull(s.form, '') <> '\(three.form)'"

  package func find(_ path: String, project: Int?) throws -> Source? {
    try connection.first(
      "SELECT \(Self.columns) FROM sources AS s WHERE s.path = ? AND ifnull(s.project, 0) = ?",
      [.text(path), .int(project ?? 0)]
    ) { Self.read($0) }
  }

  /// Files outside their project's folder, as the notebook's are, by their whole paths.
  package func outside() throws -> [String: Source] {
    // The range of all texts that begin with a slash, which the index finds at once.
    let all = try connection.all(
      "SELECT \(Self.columns) FROM sources AS s WHERE s.path >= '/' AND s.path < '0' ORDER BY s.id"
    ) { Self.read($0) }
    return Dictionary(all.map { ($0.path, $0) }) { first, _ in first }
  }

  package func source(_ id: Int) throws -> Source? {
    try connection.first("SELECT \(Self.columns) FROM sources AS s WHERE s.id = ?", [.int(id)]) {
      Self.read($0)
    }
  }

  /// All known files, those that are gone included.
  package func all(ofProject project: Int?) throws -> [Source] {
    try connection.all(
      """
      SELECT \(Self.columns) FROM sources AS s
      WHERE ifnull(s.project, 0) = ? AND \(Self.isFile) ORDER BY s.path, s.id
      """, [.int(project ?? 0)]
    ) { Self.read($0) }
  }

  package func add(
    project: Int?, path: String, deck: Int, chosenDeck: String?, digest: Int, most: Int? = nil,
    form: String? = nil
  ) throws -> Source {
    try connection.run(
      "INSERT INTO sources (project, path, deck, chosen_deck, digest, most, form) VALUES (?, ?, ?, ?, ?, ?, ?)",
      [Value(project), .text(path), .int(deck), Value(chosenDeck), .int(digest), Value(most), Value(form)])
    return Source(
      id: connection.lastInsertedRow, project: project, path: path, deck: deck, chosenDeck: chosenDeck,
      digest: digest, isMissing: false, most: most, form: form)
  }

  package func update(_ source: Source) throws {
    try connection.run(
      "UPDATE sources SET path = ?, deck = ?, chosen_deck = ?, digest = ?, missing = ?, most = ?, form = ? WHERE id = ?",
      [
        .text(source.path), .int(source.deck), Value(source.chosenDeck), .int(source.digest),
        Value(source.isMissing), Value(source.most), Value(source.form), .int(source.id),
      ])
  }

  package func folders(ofProject project: Int?) throws -> [ImportedFolder] {
    try connection.all(
      "SELECT project, path, chosen_deck, most FROM folders WHERE ifnull(project, 0) = ? ORDER BY path",
      [.int(project ?? 0)]
    ) {
      ImportedFolder(
        project: $0.optionalInt(0), path: $0.text(1), chosenDeck: $0.optionalText(2), most: $0.optionalInt(3))
    }
  }

  package func remember(folder path: String, project: Int?, chosenDeck: String?, most: Int?) throws {
    try connection.run(
      "DELETE FROM folders WHERE path = ? AND ifnull(project, 0) = ?", [.text(path), .int(project ?? 0)])
    try connection.run(
      "INSERT INTO folders (project, path, chosen_deck, most) VALUES (?, ?, ?, ?)",
      [Value(project), .text(path), Value(chosenDeck), Value(most)])
  }

  /// What `sources` lists: path, root, deck, cards that count, whether the file is gone.
  package struct Summary: Equatable, Sendable {
    package let path: String
    package let root: String?
    package let deck: String
    package let cards: Int
    package let isMissing: Bool
  }

  package func summaries(in scope: Scope) throws -> [Summary] {
    let condition = scope.condition("s")
    return try connection.all(
      """
      SELECT s.path, p.root, d.name, (SELECT count(*) FROM cards AS c WHERE c.source = s.id AND NOT c.gone),
        s.missing
      FROM sources AS s JOIN decks AS d ON d.id = s.deck LEFT JOIN projects AS p ON p.id = s.project
      WHERE \(condition.sql) AND \(Self.isFile) ORDER BY p.root, s.path
      """, condition.values
    ) { row in
      Summary(
        path: row.text(0), root: row.optionalText(1), deck: row.text(2), cards: row.int(3),
        isMissing: row.bool(4))
    }
  }
}
