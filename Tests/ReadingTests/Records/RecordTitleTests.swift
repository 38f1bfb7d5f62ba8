import Testing

@testable import Reading

/// What a record is called, and by which number.
@Suite struct RecordTitleTests {
  @Test func whatMostTitlesBeginWithNamesNone() throws {
    func titles(_ names: [String]) throws -> [String] {
      let files = names.enumerated().map { index, name in
        ("000\(index + 1)-record.md", RecordBatch.plain(name))
      }
      let batch = try RecordBatch.read(files)
      return try names.indices.map { try RecordBatch.entry(batch, $0).record.title }
    }
    #expect(
      try titles(["Harbour - Lamps", "Harbour - Architecture Decision Record: Nets", "Harbour - Bells"])
        == ["Lamps", "Nets", "Bells"])
    #expect(
      try titles(["Harbour - Lamps", "Harbour - Nets", "Bells"]) == [
        "Harbour - Lamps", "Harbour - Nets", "Bells",
      ])
  }

  @Test func copiedTitleGivesWayThoughItIsSpeltAnotherWay() throws {
    let copied = RecordBatch.plain("Front-quay lamps & bells")
    let batch = try RecordBatch.read([("front-quay-lamps.md", copied), ("backquay-lamps.md", copied)])
    let titles = try (0...1).map { try RecordBatch.entry(batch, $0).record.title }
    #expect(titles == ["Front-quay lamps & bells", "Backquay lamps"])
  }

  static let headings: [(String, String)] = [
    ("Plan of the berths", "Plan of the berths"), ("1. Plan of the berths", "Plan of the berths"),
    ("0007 - Plan of the berths", "Plan of the berths"), ("0007 Plan of the berths", "Plan of the berths"),
    ("ADR-007: Plan of the berths", "Plan of the berths"),
    ("ADR 7 - Plan of the berths", "Plan of the berths"),
    ("ADR7: Plan of the berths", "Plan of the berths"), ("[ADR-7] Plan of the berths", "Plan of the berths"),
    ("ADR: Plan of the berths", "Plan of the berths"), ("adr-0007. Plan of the berths", "Plan of the berths"),
    ("Architecture Decision Record: Plan of the berths", "Plan of the berths"),
    ("Architecture Decision Record 7 – Plan of the berths", "Plan of the berths"),
    ("Decision: Plan of the berths", "Plan of the berths"),
    ("RFC 7: Plan of the berths", "Plan of the berths"), ("DR007: Plan of the berths", "Plan of the berths"),
    ("PIER-007 - Plan of the berths", "Plan of the berths"), ("SHA-256: a plan", "SHA-256: a plan"),
    ("2024-03-12 Plan of the berths", "Plan of the berths"),
    ("n. Plan of the berths", "Plan of the berths"), ("Plan of the berths.", "Plan of the berths"),
    ("\"Plan of the berths\"", "Plan of the berths"),
    ("Plan of the berths (superseded)", "Plan of the berths"),
    ("[Draft] Plan of the berths", "Plan of the berths"),
    ("**Plan** of the `berth` table", "Plan of the `berth` table"),
    ("3 berths for every crane", "3 berths for every crane"),
    ("ADRs are kept beside the code", "ADRs are kept beside the code"),
    ("Why do cranes stop?", "Why do cranes stop?"), ("Berths: a plan", "Berths: a plan"),
  ]

  @Test(arguments: headings) func titleStandsWithoutItsNumber(heading: String, title: String) throws {
    #expect(try RecordBatch.entry(RecordBatch.plain(heading)).record.title == title)
  }

  static let placeholders = [
    "Title", "Title of the decision record", "[short title of solved problem and solution]",
    "ADR-0007: Title",
    "{short title}", "ADR Template", "Architecture Decision Record", "<title>", "ADR-NNN: [title]", "",
  ]

  @Test(arguments: placeholders) func placeholderGivesWayToTheName(heading: String) throws {
    #expect(try RecordBatch.entry(RecordBatch.plain(heading)).record.title == "Berth plan")
  }

  @Test func anotherNumberThanTheFilesIsNoReasonToDoubtATitle() throws {
    #expect(
      try RecordBatch.entry(RecordBatch.plain("ADR-0003: Lamps on the quay")).record.title
        == "Lamps on the quay")
    // Only the number is wrong.
    #expect(
      try RecordBatch.entry(RecordBatch.plain("ADR-0003: The berth plan")).record.title == "The berth plan")
    #expect(
      try RecordBatch.entry(RecordBatch.plain("ADR-0007: Lamps on the quay")).record.title
        == "Lamps on the quay")
  }

  @Test func titleCopiedFromTheNeighbourGivesWayToTheName() throws {
    let batch = try RecordBatch.read([
      ("0003-lamps-on-the-quay.md", RecordBatch.plain("Lamps on the quay")),
      ("0004-horns-in-fog.md", RecordBatch.plain("Lamps on the quay")),
    ])
    #expect(try RecordBatch.entry(batch, 0).record.title == "Lamps on the quay")
    #expect(try RecordBatch.entry(batch, 1).record.title == "Horns in fog")
  }

  @Test func twoRecordsOfTheSameNumberAreBothRecords() throws {
    let batch = try RecordBatch.read([
      ("0003-lamps-on-the-quay.md", RecordBatch.plain("Lamps on the quay")),
      ("0003-horns-in-fog.md", RecordBatch.plain("Horns in fog")),
    ])
    #expect(try [0, 1].map { try RecordBatch.entry(batch, $0).record.number } == ["0003", "0003"])
    #expect(
      try [0, 1].map { try RecordBatch.entry(batch, $0).record.title } == [
        "Lamps on the quay", "Horns in fog",
      ])
  }

  static let sources: [(name: String, text: String, title: String)] = [
    (
      "0007-x.md", "---\ntitle: Plan of the berths\n---\n\n## Decision\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-x.md",
      "---\ntitle: \"ADR-0007: Plan of the berths\"\n---\n\n## Decision\n\nBerths at noon, cranes later.",
      "Plan of the berths"
    ),
    ("0007-berth-plan.md", "## Decision\n\nBerths are given out at noon.", "Berth plan"),
    (
      "0007-berth-plan.md",
      "# Decision\n\nBerths are given out at noon.\n\n# Consequences\n\nA queue at noon.", "Berth plan"
    ),
    (
      "2024-03-01-berth-plan/README.md", "Status: accepted\n\n## Decision\n\nBerths are given out at noon.",
      "Berth plan"
    ),
    (
      "0007-x.md", "Plan of the berths\n===\n\nDecision\n---\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-x.md", "<h1>Plan of the berths</h1>\n\n## Decision\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-x.md", "## Plan of the berths\n\n### Decision\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-x.md",
      "# Plan of the berths\n\n# Context\n\nA queue.\n\n# Decision\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-berth-plan.md",
      "---\n# Lamps on the quay\nstatus: accepted\n---\n\n## Decision\n\nBerths at noon, cranes later.",
      "Berth plan"
    ),
    (
      "0007-x.md",
      "<!-- a template -->\n\n# Plan of the berths\n\n## Decision\n\nBerths are given out at noon.",
      "Plan of the berths"
    ),
    (
      "0007-x.md", "\u{feff}# Plan of the berths\r\n\r\n## Decision\r\n\r\nBerths are given out at noon.",
      "Plan of the berths"
    ),
  ]

  @Test(arguments: sources) func titleIsFoundWhereverItStands(name: String, text: String, title: String)
    throws
  {
    #expect(try RecordBatch.entry(text, name: name).record.title == title)
  }

  static let names: [(name: String, number: String?, date: String?)] = [
    ("0007-berth-plan.md", "0007", nil), ("007-berth-plan.md", "007", nil), ("7-berth-plan.md", "7", nil),
    ("adr-007-berth-plan.md", "007", nil), ("ADR007-berth-plan.md", "007", nil),
    ("adr_0007_berth_plan.md", "0007", nil),
    ("0007 Berth plan.md", "0007", nil), ("RFC-0007-berth-plan.md", "0007", nil),
    ("0007_berth_plan.markdown", "0007", nil),
    ("2021-06-08_004-berth-plan.md", "004", "2021-06-08"), ("20210608-berth-plan.md", nil, "2021-06-08"),
    ("2021-06-08-berth-plan.md", nil, "2021-06-08"), ("2021-06-08-berth-plan/README.md", nil, "2021-06-08"),
    ("0007-berth-plan/index.md", "0007", nil), ("0007-berth-plan/README.md", "0007", nil),
    ("berth-plan.md", nil, nil), ("HARBOUR-ADR-Quay-0007-berth-plan.md", "0007", nil),
  ]

  @Test(arguments: names) func fileNameGivesNumberDateAndWords(name: String, number: String?, date: String?)
    throws
  {
    let record = try RecordBatch.entry(RecordBatch.plain("Title"), name: name).record
    #expect(record.number == number)
    #expect(record.date == date)
    #expect(record.title.lowercased() == "berth plan")
  }

  @Test func dateIsTakenWhereTheAuthorWroteIt() throws {
    for (head, date) in [
      ("---\ndate: 2024-02-01\n---\n# Berths\n", "2024-02-01"),
      ("# Berths\n\nDate: 2024-02-01\n", "2024-02-01"),
      ("# Berths\n\n- **Date**: 1 Feb 2024\n", "1 Feb 2024"),
      ("# Berths\n\n## Date\n\n2024-02-01\n", "2024-02-01"),
      ("# Berths\n\n| Date | 2024-02-01 |\n|---|---|\n| Status | draft |\n", "2024-02-01"),
      ("---\ndate: {YYYY-MM-DD when the decision was last updated}\n---\n# Berths\n", nil),
      ("# Berths\n\n- Date: [YYYY-MM-DD]\n", nil),
    ] {
      let text = head + "\n## Decision\n\nBerths are given out at noon."
      #expect(try RecordBatch.entry(text).record.date == date, "\(head)")
    }
  }
}
