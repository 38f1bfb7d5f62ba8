/// The tables, and the steps that lead from one version of them to the next.
///
/// A step that has been released is never edited: the next change is a new step.
package enum Schema {
  /// `whet` in ASCII: how the program knows its own files.
  package static let applicationID = 0x7768_6574

  package static let steps: [SchemaStep] = [
    first, records, practices, threeDecisions, investigations, drills, keyChanges, imports,
  ]

  package static var version: Int { steps.count }

  private static let first = SchemaStep(statements: [
    // What a person set, by name. Everything else is a default.
    """
    CREATE TABLE settings (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,

    // Where decks come from: a git root or a folder. `lineage` (the root commit) and `inode` recognise a
    // project that was moved.
    """
    CREATE TABLE projects (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      root TEXT NOT NULL UNIQUE,
      lineage TEXT,
      inode TEXT
    ) STRICT
    """,

    // General decks belong to no project.
    """
    CREATE TABLE decks (
      id INTEGER PRIMARY KEY,
      project INTEGER REFERENCES projects(id),
      name TEXT NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX deck_name ON decks (name, ifnull(project, 0))",

    // Files that cards were read from. `path` is relative to the project's root where it lies below it.
    // `digest` is of the bytes that were read last; `missing` says that the file is gone.
    """
    CREATE TABLE sources (
      id INTEGER PRIMARY KEY,
      project INTEGER REFERENCES projects(id),
      path TEXT NOT NULL,
      deck INTEGER NOT NULL REFERENCES decks(id),
      chosen_deck TEXT,
      digest INTEGER NOT NULL,
      missing INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE UNIQUE INDEX source_path ON sources (path, ifnull(project, 0))",

    // Folders that were imported as a whole: refresh looks there for new files.
    """
    CREATE TABLE folders (
      id INTEGER PRIMARY KEY,
      project INTEGER REFERENCES projects(id),
      path TEXT NOT NULL,
      chosen_deck TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX folder_path ON folders (path, ifnull(project, 0))",

    // `prompt`, `answer`, `tags` and `tier` are what counts. The `file_` columns hold what the file said last;
    // the two texts only where that differs. `gone` says that the file says it no longer.
    // `content` is the key by which the same text is found again elsewhere.
    """
    CREATE TABLE cards (
      num INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      deck INTEGER NOT NULL REFERENCES decks(id),
      source INTEGER NOT NULL REFERENCES sources(id),
      line INTEGER NOT NULL,
      place TEXT NOT NULL,
      section INTEGER NOT NULL,
      kind TEXT NOT NULL,
      tier INTEGER NOT NULL,
      tags TEXT NOT NULL,
      prompt TEXT NOT NULL,
      answer TEXT NOT NULL,
      file_prompt TEXT,
      file_answer TEXT,
      file_tier INTEGER NOT NULL,
      file_tags TEXT NOT NULL,
      content INTEGER NOT NULL,
      gone INTEGER NOT NULL DEFAULT 0,
      changed INTEGER
    ) STRICT
    """,
    "CREATE INDEX card_source ON cards (source)",
    "CREATE INDEX card_content ON cards (content)",

    // The log. Rows are only ever added. `action` joins the events of one command; `detail` may be shared,
    // `typed` is what a person wrote and has a sum of its own.
    """
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      action TEXT NOT NULL,
      device TEXT NOT NULL,
      card TEXT NOT NULL,
      at INTEGER NOT NULL,
      offset INTEGER NOT NULL,
      day INTEGER NOT NULL,
      kind TEXT NOT NULL,
      grade INTEGER,
      confidence INTEGER,
      duration INTEGER,
      voids TEXT,
      detail TEXT,
      typed TEXT,
      typed_sum INTEGER,
      checksum INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX event_card ON events (card, seq)",
    "CREATE INDEX event_action ON events (action)",
    "CREATE INDEX event_voids ON events (voids) WHERE voids IS NOT NULL",

    // The cache: a fold of the log, beside the few facts of the card that the day's order needs, so that
    // finding the next card is a walk along an index. `waiting` is 1 for new, 2 for scheduled, 0 for neither.
    """
    CREATE TABLE schedule (
      card INTEGER PRIMARY KEY REFERENCES cards(num),
      deck INTEGER NOT NULL,
      tier INTEGER NOT NULL,
      section INTEGER NOT NULL,
      waiting INTEGER NOT NULL,
      due INTEGER,
      memory TEXT,
      interval INTEGER NOT NULL,
      reps INTEGER NOT NULL,
      lapses INTEGER NOT NULL,
      first_day INTEGER,
      last_day INTEGER,
      last_at INTEGER,
      last_grade INTEGER,
      repeat_day INTEGER,
      buried_day INTEGER,
      suspended INTEGER NOT NULL,
      retired INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX schedule_new ON schedule (deck, tier, section, card) WHERE waiting = 1",
    "CREATE INDEX schedule_due ON schedule (tier, due, card, deck, section) WHERE waiting = 2",
    "CREATE INDEX schedule_asked ON schedule (last_day, first_day, deck, section) WHERE last_day IS NOT NULL",
    "CREATE INDEX schedule_repeat ON schedule (repeat_day) WHERE repeat_day IS NOT NULL",

    // Command lines as they were typed, for each project; answers to cards never come here.
    """
    CREATE TABLE history (
      project INTEGER NOT NULL,
      line TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (project, line)
    ) STRICT, WITHOUT ROWID
    """,

    // Full-text search. It holds a copy of the words and is rebuilt from the cards when in doubt.
    """
    CREATE VIRTUAL TABLE card_words USING fts5 (
      prompt, answer, tags, source, tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
  ])
}

extension Schema {
  fileprivate static let records = SchemaStep(statements: [
    // Files that are decision records, as they were read last. `replaced_by` holds paths as `sources` keeps them.
    """
    CREATE TABLE records (
      source INTEGER PRIMARY KEY REFERENCES sources(id),
      number TEXT,
      title TEXT NOT NULL,
      status TEXT,
      status_words TEXT NOT NULL,
      date TEXT,
      replaced_by TEXT NOT NULL
    ) STRICT
    """,

    // How many cards a record may have, where a person said so.
    "ALTER TABLE sources ADD COLUMN most INTEGER",
    "ALTER TABLE folders ADD COLUMN most INTEGER",
  ])
}

extension Schema {
  /// From here on the log holds practices, which an older program would take for damage: the step keeps it away.
  /// The cards that stand for a whole note, and for its open questions, are few among many.
  fileprivate static let practices = SchemaStep(statements: [
    "CREATE INDEX card_practice ON cards (kind, source) WHERE kind IN ('explanation', 'open')",

    // What a file is read as, where a person said so.
    "ALTER TABLE sources ADD COLUMN form TEXT",
  ])
}

extension Schema {
  /// The decisions that a project stands on, and how well they are recalled.
  fileprivate static let threeDecisions = SchemaStep(statements: [
    // Decision records that a person marked as key, and the day of that.
    """
    CREATE TABLE key_decisions (
      source INTEGER PRIMARY KEY REFERENCES sources(id),
      day INTEGER NOT NULL
    ) STRICT
    """,

    // What was said in a session that is not over; 0 stands for no project. What was not asked yet is NULL, what was
    // passed over is empty, and a confidence that was left out is -1.
    """
    CREATE TABLE three_answers (
      project INTEGER NOT NULL,
      place INTEGER NOT NULL,
      decision TEXT,
      confidence INTEGER,
      why TEXT,
      price TEXT,
      PRIMARY KEY (project, place)
    ) STRICT, WITHOUT ROWID
    """,

    // What a session gave, decision by decision, beside the event in the log: once it is voided, this counts no more.
    // `source` is the record where there is one; `decision`, `why` and `price` are what the person typed.
    """
    CREATE TABLE three_points (
      event TEXT NOT NULL,
      place INTEGER NOT NULL,
      source INTEGER,
      title TEXT NOT NULL,
      decision TEXT NOT NULL,
      why TEXT NOT NULL,
      price TEXT NOT NULL,
      confidence INTEGER,
      named INTEGER NOT NULL,
      why_points INTEGER NOT NULL,
      price_points INTEGER NOT NULL,
      PRIMARY KEY (event, place)
    ) STRICT, WITHOUT ROWID
    """,

    // When a person was last asked whether the three are still the three, and which events came before they said no.
    """
    CREATE TABLE three_projects (
      project INTEGER PRIMARY KEY,
      asked INTEGER NOT NULL,
      before INTEGER NOT NULL
    ) STRICT
    """,
  ])
}

extension Schema {
  /// From here on the log holds the steps of investigations, which an older program would take for damage: the step
  /// keeps it away. The open ones are looked for before each prompt.
  fileprivate static let investigations = SchemaStep(statements: [
    "CREATE INDEX event_debug ON events (detail, card) WHERE kind = 'debug'"
  ])
}

package struct SchemaStep: Sendable {
  package let statements: [String]

  package init(statements: [String]) {
    self.statements = statements
  }
}
