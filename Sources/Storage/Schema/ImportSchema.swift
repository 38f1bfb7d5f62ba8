extension Schema {
  /// What `undo` has to know of imports, which write no events: a log of a hundred thousand cards that nobody has answered
  /// yet would tell nothing.
  static let imports = SchemaStep(statements: [
    // `cards` holds the numbers of the cards that came with it, as "3 7-12": new ones have numbers in a row. `before` and
    // `after` are the last events before and behind the import: what lies between them belongs to it. `marks` is the last
    // change of key decisions before it.
    """
    CREATE TABLE imports (
      number INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      cards TEXT NOT NULL,
      before INTEGER NOT NULL,
      after INTEGER NOT NULL,
      marks INTEGER NOT NULL,
      undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """
  ])
}
