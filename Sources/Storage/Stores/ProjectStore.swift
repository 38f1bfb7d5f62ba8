/// A place that decks come from.
package struct Project: Equatable, Sendable {
  package let id: Int
  package let name: String
  package let root: String
  /// The root commit, where it is a git repository.
  package let lineage: String?
  /// Device and number of the folder on its file system.
  package let inode: String?

  package init(id: Int, name: String, root: String, lineage: String?, inode: String?) {
    self.id = id
    self.name = name
    self.root = root
    self.lineage = lineage
    self.inode = inode
  }
}

package struct ProjectStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package func all() throws -> [Project] {
    try connection.all("SELECT id, name, root, lineage, inode FROM projects ORDER BY id") {
      Project(
        id: $0.int(0), name: $0.text(1), root: $0.text(2), lineage: $0.optionalText(3),
        inode: $0.optionalText(4))
    }
  }

  package func add(name: String, root: String, lineage: String?, inode: String?) throws -> Project {
    try connection.run(
      "INSERT INTO projects (name, root, lineage, inode) VALUES (?, ?, ?, ?)",
      [.text(name), .text(root), Value(lineage), Value(inode)])
    return Project(id: connection.lastInsertedRow, name: name, root: root, lineage: lineage, inode: inode)
  }

  /// A project that was found again elsewhere, or of which more is known now.
  package func update(_ project: Int, root: String, lineage: String?, inode: String?) throws {
    try connection.run(
      "UPDATE projects SET root = ?, lineage = ?, inode = ? WHERE id = ?",
      [.text(root), Value(lineage), Value(inode), .int(project)])
  }
}
