import Recall
import TestSupport
import Testing

@testable import Reading

/// What somebody typed is in the file, and comes back from it, whatever it was.
@Suite struct ExplanationSheetTests {
  private func sheet() -> ExplanationSheet {
    var sheet = ExplanationSheet(topic: "The tide relay", date: "2026-03-02")
    sheet[.what] = "A process that sends rows.\n\nIt is small."
    sheet[.why] = "- the gauge sleeps\n- the office forgets"
    sheet[.unsure] = "- Does the office drop what it has seen?\n- What a leap second does"
    sheet.tier = .core
    sheet.files = ["a b/c.swift", "odd: #1.swift"]
    sheet.commit = "0123abc"
    sheet.seconds = 75
    sheet.asked = [.what, .gaveUp]
    sheet.current = .mustHold
    return sheet
  }

  @Test func aSheetComesBackFromItsFile() throws {
    let sheet = sheet()
    #expect(try Explanation.sheet(sheet.text) == sheet)
    #expect(sheet.next == .mustHold)
    #expect(sheet.empty == [.gaveUp, .mustHold, .breaks])
    #expect(sheet.open == ["Does the office drop what it has seen?", "What a leap second does"])
  }

  @Test func theNoteIsTheOneThatPeopleRead() throws {
    #expect(
      sheet().note(tier: .core) == """
        ---
        kind: explanation
        topic: The tide relay
        date: 2026-03-02
        tier: core
        files:
          - a b/c.swift
          - 'odd: #1.swift'
        commit: 0123abc
        seconds: 75
        ---

        # The tide relay

        ## What was built

        A process that sends rows.

        It is small.

        ## Why this way

        - the gauge sleeps
        - the office forgets

        ## Still unsure

        - Does the office drop what it has seen?
        - What a leap second does

        """)
  }

  @Test func aSheetIsNoNoteAndANoteIsNoDeck() throws {
    let sheet = sheet()
    #expect(try Explanation.note(sheet.text) == nil)
    let note = try #require(try Explanation.note(sheet.note(tier: .core)))
    #expect(note.topic == "The tide relay")
    #expect(note.sections.map(\.question) == [.what, .why])
    #expect(note.open.map(\.text) == sheet.open)
    #expect(DeckReader.read(try SourceText(Array(sheet.text.utf8))).drafts.isEmpty)
  }

  @Test(arguments: [
    "tide: relay", "#1 of many", "a 'quoted' \"thing\"", "[x]", "- list", "\\back'slash", "ünïcode ✓", "|",
    "Why the relay?", "kind: explanation", "---", "x # y",
  ])
  func anyTopicComesBack(topic: String) throws {
    var sheet = ExplanationSheet(topic: topic, date: "2026-03-02")
    sheet[.why] = "because"
    let read = try Explanation.sheet(sheet.text)
    #expect(read[.why] == "because")
    #expect(read.topic.replacing("’", with: "'") == topic)
    #expect(try Explanation.sheet(read.text) == read)
    let note = try #require(try Explanation.note(sheet.note(tier: .core)))
    #expect(note.sections.map(\.text) == ["because"])
  }

  /// Lines that would be a heading, a comment, front matter or half a code block anywhere else.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func whateverIsTypedComesBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "# heading", "## Why this way", "#", "---", "===", "- item", "--", "***", "<!-- what", "--> that",
      "\\# escaped", "\\\\---", "Q: a card?", "A: no", "C: a [gap]", "words", "", "    indented # code",
      "```",
      "~~~", "````swift", "plain `code`", "> quoted", "1. first", "\tTab", "\\", "é ü ✓", "kind: explanation",
      "  ## two spaces", "    ```", "| a | b |", "…", "__",
    ]
    var sheet = ExplanationSheet(topic: "a topic", date: "2026-03-02")
    for question in ExplanationQuestion.allCases where Bool.random(using: &random) {
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      sheet[question] = lines.joined(separator: "\n")
    }
    let read = try Explanation.sheet(sheet.text)
    for question in ExplanationQuestion.allCases {
      // A code block that was left open is closed, so that it cannot swallow the next answer.
      let said = sheet[question]
      #expect(read[question] == said || read[question].hasPrefix(said + "\n"), "seed \(seed)")
    }
    #expect(try Explanation.sheet(read.text) == read, "seed \(seed)")
    if !sheet.isEmpty {
      let note = try #require(try Explanation.note(read.note(tier: .core)), "seed \(seed)")
      #expect(
        note.sections.map(\.question) == ExplanationQuestion.told.filter { !read[$0].isEmpty }, "seed \(seed)"
      )
      #expect(note.sections.map(\.text) == note.sections.map { read[$0.question] }, "seed \(seed)")
    }
  }

  @Test func whatTheEditorLeftIsReadWhateverItIs() throws {
    let sheet = try Explanation.sheet(
      """
      # Why the gate is slow

      A sentence before everything.

      ## What was built
      <!-- What did you build or change? In plain language,
      for a colleague who was not there. -->
      A pump.

      ## My own heading

      kept

      ### WHY THIS WAY?

      It was there.
      """)
    #expect(sheet.topic == "Why the gate is slow")
    #expect(sheet[.what] == "A pump.")
    #expect(sheet[.why] == "It was there.")
    let note = sheet.note(tier: .repeatable)
    #expect(note.contains("# Why the gate is slow\n\nA sentence before everything.\n\n## What was built\n"))
    #expect(note.contains("## My own heading\n\nkept"))
    #expect(try Explanation.sheet("").isEmpty)
    #expect(try Explanation.sheet("").topic == "a file")
    #expect(try Explanation.sheet("just words").isEmpty == false)
  }

  @Test func aTopicIsMendedInItsHeadOrItsTitle() throws {
    let text = ExplanationSheet(topic: "The tide relay", date: "2026-03-02").text
    for old in ["topic: The tide relay", "# The tide relay"] {
      let changed = text.replacing(old, with: old.replacing("tide", with: "lock"))
      let source = try SourceText(Array(changed.utf8))
      let sheet = ExplanationSheet(reading: source, name: "the-tide-relay", date: "2026-03-02")
      #expect(sheet.topic == "The lock relay")
    }
  }

  @Test func aTabInATopicIsASpace() {
    #expect(ExplanationSheet(topic: "tabs\there\n", date: "2026-03-02").topic == "tabs here")
  }

  @Test func aRowOfSignsIsNoQuestion() throws {
    var sheet = ExplanationSheet(topic: "pool", date: "2026-03-02")
    sheet.add(["Is it old?", "---", "Is it red?", "***"], to: .unsure)
    #expect(sheet.open == ["Is it old?", "Is it red?"])
    #expect(try Explanation.sheet(sheet.text).open == sheet.open)
    #expect(try Explanation.note(sheet.note(tier: .core))?.open.map(\.text) == sheet.open)
    let note =
      "---\nkind: explanation\n---\n\n## Still unsure\n\n- Is it old?\n\\---\n- \\---\nIs it red?\n- Is it wet?\n"
    #expect(try Explanation.note(note)?.open.map(\.text) == ["Is it old?", "Is it wet?"])
    #expect(try Explanation.note(note.replacing("- ", with: ""))?.open.count == 3)
  }

  @Test func aTopicHasOneNameForItsFile() {
    #expect(ExplanationSheet.slug("The tide  relay!") == "the-tide-relay")
    #expect(ExplanationSheet.slug("The Tide-Relay") == "the-tide-relay")
    #expect(ExplanationSheet.slug("../../etc/passwd") == "etc-passwd")
    #expect(ExplanationSheet.slug("???").hasPrefix("topic-"))
    #expect(ExplanationSheet.slug("???") != ExplanationSheet.slug("!!!"))
    let long = String(repeating: "word ", count: 40)
    #expect(ExplanationSheet.slug(long).utf8.count < 70)
    #expect(ExplanationSheet.slug(long) != ExplanationSheet.slug(long + "more"))
  }
}
