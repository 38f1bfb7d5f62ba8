import Testing

@testable import Reading

/// Which files are records, and what is said of those that are not.
@Suite struct RecordKindTests {
  @Test func bracesWithOneWordAreNoPlaceholders() throws {
    let text = """
      # Name of the berth on the sign

      ## Decision

      Chosen option: "Berth {number}", because it comes out best.

      {number} - or nothing, where there is none.

      Every keyword argument and every other {number} is read aloud, and {number} is repeated.

      We write {number} large.
      """
    let batch = try RecordBatch.read([("0007-berth-names.md", text)])
    #expect(throws: Never.self) { try RecordBatch.entry(batch, 0) }
    let template = String(repeating: "* Good, because {argument a}\n* Bad, because {argument b}\n", count: 2)
    let other = try RecordBatch.read([("0008-x.md", "# X\n\n## Decision\n\n" + template)])
    #expect(throws: (any Error).self) { try RecordBatch.entry(other, 0) }
  }

  @Test func statusOnTheTitlesLevelHoldsNothingBack() throws {
    let text =
      "# 7. Lamps\n\n# Status\n\nAccepted\n\n## Decision\n\nWe will light the lamps at dusk, all year round.\n"
    let entry = try RecordBatch.entry(text)
    #expect(entry.state.status == .accepted)
    #expect(entry.drafts(most: nil).first?.answer == "We will light the lamps at dusk, all year round.")
  }

  @Test(arguments: [
    "ADRXXX-architecture-decision-record-template.md", "HARBOUR-ADR-0000-template.md", "adr-template.md",
  ]) func templatesAreNoRecords(name: String) throws {
    let batch = try RecordBatch.read([(name, RecordBatch.plain("Title of the record"))])
    #expect(throws: (any Error).self) { try RecordBatch.entry(batch, 0) }
  }

  @Test func namesInCodeAreNoPlaceholders() throws {
    let paths = (1...4).map { "Boats lie under `quay/[Name]` until the office gives them berth \($0).\n\n" }
      .joined()
    let record = RecordBatch.plain("Berths by name") + "\n\n## Details\n\n" + paths
    let batch = try RecordBatch.read([("0007-berths-by-name.md", record)])
    #expect(try RecordBatch.entry(batch, 0).record.title == "Berths by name")
    let markup = MarkdownBlocks.read(try SourceText(Array(record.utf8)))
    let signs = IncidentSigns(
      Outline(markup.blocks), markup.blocks, fields: [:], name: "0007-berths-by-name.md", folders: [])
    #expect(!signs.isTemplate)
  }

  private func fates(_ files: [(name: String, text: String)], known: Set<String> = []) throws -> [String] {
    try RecordBatch.read(files, known: known).fates.map(RecordBatch.name)
  }

  private func fate(_ name: String, _ text: String = RecordBatch.plain("Plan of the berths")) throws -> String
  {
    try fates([(name, text)])[0]
  }

  @Test(arguments: [
    "template.md", "adr-template.md", "0000-template.md", "adr_template.md", "TEMPLATE.md", "templates.md",
    "0000-adr-template.md", "template-madr.md", "madr-template-bare.md", "adr-template.rst",
    "DRXXX-record-template.md", "ADR-NNN-decision-template.md",
  ]) func fileNamedTemplateIsNone(name: String) throws {
    #expect(try fate(name) == "skipped: a template")
  }

  @Test(arguments: [
    "0023-handlebars-template-engine.md", "0024-template-for-mails.md", "adr-025-mail-template.md",
    "template-engine-for-mails.md", "0026-use-a-template.md",
  ]) func templateInALongerNameIsARecord(name: String) throws {
    #expect(try fate(name) == "record")
  }

  @Test(arguments: [
    "README.md", "readme.md", "index.md", "adr-index.md", "CHANGELOG.md", "adr-changelog.md",
    "CONTRIBUTING.md",
  ]) func listOfRecordsIsNone(name: String) throws {
    #expect(
      try fates([
        (name, "# Decisions\n\n- [One](0001-one.md)\n- [Two](0002-two.md)"),
        ("0001-one.md", RecordBatch.plain("Plan of the berths")), ("0002-two.md", RecordBatch.plain("Lamps")),
      ])[0] == "skipped: an index")
  }

  @Test func numberedFilesMayBeCalledSo() throws {
    for name in ["0004-changelog.md", "0005-security.md", "0006-index-of-photos.md"] {
      #expect(try fate(name) == "record", "\(name)")
    }
  }

  @Test func readmeAloneInAFolderOfItsOwnIsTheRecord() throws {
    for name in ["2024-03-01-berth-plan/README.md", "0007-berth-plan/index.md", "berth-plan/README.md"] {
      #expect(try fate(name) == "record", "\(name)")
    }
  }

  @Test func readmeBesideOthersIsAnIndex() throws {
    let files = [
      (name: "berth-plan/README.md", text: RecordBatch.plain("Plan of the berths")),
      (name: "berth-plan/0001-lamps.md", text: RecordBatch.plain("Lamps")),
    ]
    #expect(try fates(files) == ["skipped: an index", "record"])
  }

  @Test func readmeThatListsRecordsIsAnIndexEvenAlone() throws {
    #expect(try fate("README.md", "# Decisions\n\nWe keep them here.") == "skipped: an index")
    #expect(try fate("/harbour/README.md", "# Harbour\n\nHow to build it.\n") == "skipped: an index")
  }

  @Test func fourPlaceholdersMakeATemplate() throws {
    let text = """
      # Plan of the berths

      ## Context

      {Describe the context and problem statement}

      ## Decision

      What is the change that we're proposing and/or doing?

      ## Consequences

      What becomes easier or more difficult to do because of this change?

      ## Options

      - [option 1]
      """
    #expect(try fate("0007-berth-plan.md", text) == "skipped: a template")
    let three = text.replacing("- [option 1]", with: "- by hand")
    #expect(try fate("0007-berth-plan.md", three) == "record")
  }

  @Test func otherDocumentsAreLeftToOthers() throws {
    let notes = "# Notes on ropes\n\nHemp swells when wet, and nylon stretches.\n"
    #expect(try fate("/harbour/notes/ropes.md", notes) == "other")
    let incident = """
      # Crane stopped at noon

      ## Summary

      The crane stopped.

      ## Timeline

      - 12:00 it stopped

      ## Root cause

      A fuse.

      ## Action items

      - a spare fuse
      """
    #expect(try fate("/harbour/incidents/0001-crane.md", incident) == "other")
  }

  @Test func recordIsFoundFarFromTheUsualFolders() throws {
    #expect(try fate("/harbour/notes/berths.md") == "record")
  }

  @Test func neighboursSpeakForAThinRecord() throws {
    let thin = "# Ropes on the quay\n\nWe will use nylon.\n"
    let files = [
      (name: "/harbour/notes/0001-one.md", text: RecordBatch.plain("Plan of the berths")),
      (name: "/harbour/notes/0002-two.md", text: RecordBatch.plain("Lamps")),
      (name: "/harbour/notes/0003-ropes.md", text: thin),
    ]
    #expect(try fates(files) == ["record", "record", "record"])
    #expect(try fate("/harbour/notes/ropes.md", thin) == "other")
  }

  @Test func recordThatWasKnownStaysOne() throws {
    let name = "/harbour/notes/0003-ropes.md"
    let text = "# Ropes on the quay\n\n## Context\n\nHemp swells.\n"
    #expect(try fates([(name, text)], known: [name]) == ["record"])
  }

  @Test func onlyDocumentsAreLookedAt() {
    for name in ["0007-x.md", "0007-x.markdown", "0007-x.rst"] { #expect(RecordCollection.isDocument(name)) }
    for name in [".0007-x.md", "0007-x.png", "0007", "12-x", "md"] {
      #expect(!RecordCollection.isDocument(name))
    }
  }

  @Test func deckIsNamedAfterTheFolderThatHoldsTheRecords() {
    let root = "/harbour"
    for (path, deck) in [
      ("/harbour/docs/adr/0007-x.md", "adr"), ("/harbour/decisions/0007-x.md", "decisions"),
      ("/harbour/packages/crane/docs/adr/0007-x.md", "crane-adr"),
      ("/harbour/docs/adr/0007-x/README.md", "adr"),
    ] {
      #expect(RecordCollection.deckName(path, root: root) == deck, "\(path)")
    }
  }

  @Test func valuesToBeSetAreNoTemplate() throws {
    let names = ["QUAY", "RING", "ROPE", "LAMP", "TIDE", "FLAG"]
    let text = """
      # 7. Names on the quay

      ## Decision

      Every name on the quay is read from what is set when the program starts.

      ## How to start it

      Set these:

      \(names.map { "* \($0)_NAME={name of the \($0.lowercased())}" }.joined(separator: "\n"))
      """
    let batch = try RecordBatch.read([("0007-names-on-the-quay.md", text)])
    guard case .record = batch.fates[0] else {
      Issue.record("\(batch.fates[0])")
      return
    }
  }

  /// The context was written, and the rest still says what to write there.
  @Test func aRecordThatWasBegunIsNoTemplate() throws {
    let left = ["Decision", "Status", "Consequences", "References"].map {
      "## \($0)\n\n> This section describes what was done with \($0).\n"
    }.joined(separator: "\n")
    func text(_ sentences: Int) -> String {
      let context = (0..<sentences).map {
        "Berth \($0) is too short for the barges that bring the stone in winter."
      }
      return "# 12. Longer berths\n\n## Context\n\n\(context.joined(separator: " "))\n\n\(left)"
    }
    #expect(try fate("0012-longer-berths.md", text(1)) == "skipped: a template")
    #expect(try fate("0012-longer-berths.md", text(14)) == "record")
  }

  @Test func aRecordThatDecidesIsNoTemplateWhateverElseWasLeft() throws {
    let left =
      "## Considered Options\n\n- {option 1}\n- {option 2}\n\n## Links\n\n- {link type}\n- {e.g., a page}\n"
    func text(_ decision: String) -> String {
      "# 12. Longer berths\n\n## Context\n\nThe berths at the quay are too short for the barges that bring the stone in winter, "
        + "so that two of them lie side by side and the second is unloaded over the first.\n\n"
        + "## Decision Outcome\n\n\(decision)\n\n\(left)"
    }
    #expect(
      try fate("0012-longer-berths.md", text("Chosen option: \"{option 1}\", because {reason}"))
        == "skipped: a template")
    #expect(
      try fate("0012-longer-berths.md", text("Rejected in favour of a second quay on the island."))
        == "record")
  }
}
