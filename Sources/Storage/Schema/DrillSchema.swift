extension Schema {
  /// What a drill is made of, before and after it is over.
  static let drills = SchemaStep(statements: [
    // They are few among many.
    "CREATE INDEX card_drill ON cards (num) WHERE kind = 'drill'",

    // A drill that is not over, or another practice of several lines: what was typed for each card.
    """
    CREATE TABLE drill_lines (
      card INTEGER NOT NULL REFERENCES cards(num),
      number INTEGER NOT NULL,
      line TEXT NOT NULL,
      PRIMARY KEY (card, number)
    ) STRICT, WITHOUT ROWID
    """,

    // One that is, beside its event in the log: once that is voided, this counts no more. `symptom` is as it was then,
    // `steps` how many steps of evidence there were, `revealed` how many of them were looked at.
    """
    CREATE TABLE drills (
      event TEXT PRIMARY KEY,
      symptom TEXT NOT NULL,
      steps INTEGER NOT NULL,
      revealed INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,

    // What was suspected. `sure` holds a number for the start and for each step, a minus sign where it was not named yet.
    """
    CREATE TABLE drill_hypotheses (
      event TEXT NOT NULL REFERENCES drills(event),
      place INTEGER NOT NULL,
      hypothesis TEXT NOT NULL,
      sure TEXT NOT NULL,
      is_cause INTEGER NOT NULL,
      PRIMARY KEY (event, place)
    ) STRICT, WITHOUT ROWID
    """,
  ])
}
