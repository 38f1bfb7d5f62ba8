extension Schema {
  /// What `undo` has to know of the marks of key decisions, which are no events: they are of no card.
  static let keyChanges = SchemaStep(statements: [
    // `action` joins the changes of one command, `after` is the last event before it, `before` the day of the mark
    // that was there, NULL where there was none. A row goes when its change is taken back.
    """
    CREATE TABLE key_changes (
      number INTEGER PRIMARY KEY,
      action INTEGER NOT NULL,
      after INTEGER NOT NULL,
      source INTEGER NOT NULL,
      before INTEGER
    ) STRICT
    """
  ])
}
