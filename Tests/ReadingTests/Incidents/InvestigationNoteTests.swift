import Foundation
import Reading
import Recall
import TestSupport
import Testing

/// An investigation as a file: written, read, edited by somebody, and brought up to date.
@Suite struct InvestigationNoteTests {
  private func read(_ bytes: [UInt8]) throws -> InvestigationNote {
    let text = try SourceText(bytes)
    var findings: [Finding] = []
    return try #require(InvestigationNote(text, FrontMatter.read(text, &findings), name: "name"))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func itIsReadAsItWasWritten() throws {
    let state = try #require(InvestigationStory.told.state())
    let note = try read(InvestigationEdit.written(state))
    #expect(note.findings.isEmpty)
    #expect(note.id == "7k2mabcd")
    #expect(note.symptom.text == state.symptom)
    #expect(note.status == .solved)
    #expect(note.area == "checkout")
    #expect(note.hypotheses.map(\.said.text) == state.hypotheses.map(\.text))
    #expect(note.hypotheses.map(\.sure) == [[60], [30, 70]])
    #expect(note.hypotheses[0].ruledOut?.text == "all pods answer 500")
    #expect(note.hypotheses.allSatisfy { !$0.wasIt })
    #expect(note.notes.count == 2)
    #expect(note.notes[1].text.hasSuffix("log says:\n```\n# wait 30 s\n```\nand then nothing"))
    #expect(note.answers[.fix]?.map(\.text) == ["the pool got its size back\n# and not less"])
    #expect(note.answers[.prevents] == nil)
  }

  @Test func itBecomesAnIncident() throws {
    let state = try #require(InvestigationStory.told.state())
    let incident = try #require(try read(InvestigationEdit.written(state)).incident)
    #expect(incident.date == "2026-03-02")
    #expect(incident.causes.map(\.text) == ["the connection pool of the new region is half the size"])
    #expect(incident.suspicions.map(\.ruledOut?.text) == ["all pods answer 500", nil])
    // In the order of their times.
    #expect(incident.evidence.map(\.text.count) == [29, 19, 46])
    #expect(incident.firstLooks.map(\.text) == ["wait time of the pool, by region"])
  }

  /// However far the file is behind, it becomes the same file.
  @Test func everyStateLeadsToTheSameNote() throws {
    var story = InvestigationStory.told
    story.void(5)
    story.void(11)
    let last = try #require(story.state())
    let whole = InvestigationEdit.written(last)
    for count in 1..<story.events.count {
      let state = try #require(story.state(count))
      var edit = try InvestigationEdit(InvestigationEdit.written(state), id: story.card)
      #expect(edit.steps == count)
      edit.bring(from: state, to: last)
      #expect(edit.left.isEmpty, "\(count): \(edit.left)")
      // An item that was said late stands behind those that were there.
      #expect(text(edit.bytes).split(separator: "\n").sorted() == text(whole).split(separator: "\n").sorted())
      #expect(try read(edit.bytes).incident == read(edit.bytes).incident)
    }
  }

  @Test func stepByStepAndBackAgain() throws {
    var story = InvestigationStory.told
    let count = story.events.count
    var bytes = InvestigationEdit.written(try #require(story.state(1)))
    var seen: [String] = [text(bytes)]
    func bring(_ from: Int, _ to: Int) throws {
      var edit = try InvestigationEdit(bytes, id: story.card)
      edit.bring(from: story.state(from), to: try #require(story.state(to)))
      #expect(edit.left.isEmpty)
      bytes = edit.bytes
    }
    for step in 2...count {
      try bring(step - 1, step)
      seen.append(text(bytes))
    }
    func withoutSteps(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("steps: ") }
        .joined(separator: "\n")
    }
    for index in (1..<count).reversed() {
      story.void(index)
      try bring(story.events.count - 1, story.events.count)
      #expect(withoutSteps(text(bytes)) == withoutSteps(seen[index - 1]))
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func whatSomebodyWroteStays(newline: String) throws {
    let story = InvestigationStory.told
    let state = try #require(story.state(12))
    var mine = text(InvestigationEdit.written(state))
    mine = mine.replacing("errors from one pod only", with: "errors from pod 3 only, I think")
    mine = mine.replacing("## Notes\n", with: "## My own section\n\nkeep me\n\n## Notes\n\nfree words\n")
    mine += "\n## What fixed it\n\nmy own words\n"
    let before = mine.replacing("\n", with: newline)
    var edit = try InvestigationEdit(Array(before.utf8), id: story.card)
    edit.bring(from: state, to: try #require(story.state()))
    let after = text(edit.bytes)
    for line in before.components(separatedBy: newline) where !line.hasPrefix("steps:") {
      if line.hasPrefix("status:") || line.hasPrefix("- Sure: 30") { continue }
      #expect(after.contains(line + newline), "\(line)")
    }
    #expect(after.contains("## What it was"))
    #expect(after.contains("the pool got its size back"))
    #expect(edit.left.map(\.message) == ["“What fixed it” was changed by hand; it was left as it is"])
    #expect(!after.replacing(newline, with: "").contains("\n"))
  }

  @Test(arguments: [
    "", "no note at all", "---\nkind: investigation\n", "---\nkind: explanation\n---\n\n# x\n",
    "---\nkind: investigation\nid: 00000000\n---\n\n# x\n", "\u{0}\u{1}\u{2}\u{0}",
  ])
  func whatIsNoNoteIsRefused(_ text: String) {
    #expect(throws: InvestigationEdit.Refusal.self) {
      try InvestigationEdit(Array(text.utf8), id: CardID(stored: "7k2mabcd"))
    }
  }

  @Test func nonsenseIsToldWithItsLine() throws {
    let note = try read(
      Array(
        """
        ---
        kind: investigation
        status: perhaps
        hypothesis: 9
        ---
        ## Hypotheses
        ### 1. the map
        - Sure: very
        - Sure: 40 %, 900 %
        ### the cache
        ## What it was
        a
        ## What it was
        - b
        - c
        """.utf8))
    #expect(
      note.findings.map { "\($0.line) \($0.message)" } == [
        "3 status is open, solved or abandoned, not \"perhaps\"; it was taken for solved",
        "6 no heading names the symptom; the file's name was taken",
        "8 how sure is a number from 0 to 100, not \"very\"",
        "9 how sure is a number from 0 to 100, not \"40 %, 900 %\"",
        "13 the section \"What it was\" stands twice; both were read",
        "4 there is no hypothesis 9; it is a number of one, or none",
      ])
    #expect(note.answers[.cause]?.map(\.text) == ["a", "b", "c"])
    #expect(note.hypotheses.map(\.said.text) == ["the map", "the cache"])
  }

  @Test func bytesOfAnyKindNeverTrap() throws {
    var random = SeededGenerator(seed: 42)
    let story = InvestigationStory.told
    let state = try #require(story.state())
    let whole = InvestigationEdit.written(state)
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        guard !bytes.isEmpty else { break }
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.insert(contentsOf: Array("\n# - ```\n".utf8), at: index)
        case 2: bytes.removeSubrange(index..<min(bytes.count, index + 40))
        default: bytes = Array(bytes.prefix(max(1, index)))
        }
      }
      if let text = try? SourceText(bytes) {
        var findings: [Finding] = []
        _ = InvestigationNote(text, FrontMatter.read(text, &findings))?.incident
      }
      guard var edit = try? InvestigationEdit(bytes, id: story.card) else { continue }
      let steps = Int.random(in: 0...story.events.count, using: &random)
      edit.bring(from: story.state(steps), to: state)
    }
  }

  /// Words of any kind are found again where they were written, and can be taken back to the byte.
  @Test func anyWordsCanBeWrittenAndTakenBack() throws {
    var random = SeededGenerator(seed: 99)
    let pieces = [
      "a", "#", "## What it was", "- item", "  indented", "    code", "```", "~~~ x", "---", "===", "<!-- c",
      "-->",
      "1. one", "Sure: 3", "- Sure: 3 %", "2026-03-02 10:05 x", "\\# x", "> q", "| t |", "é ü", "* * *",
      "nothing",
      "### 1. stale", "kind: note", "\t tab", "",
    ]
    func words(_ lines: Int) -> String {
      let text = (0..<Int.random(in: 1...lines, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
      return text.isEmpty ? "x" : text
    }
    for round in 0..<60 {
      var story = InvestigationStory(words(1))
      for number in 1...3 {
        story.add(.supposed(number), words(1))
        story.add(.weighed(number, Int.random(in: 0...100, using: &random)))
        story.add(.expected(number), words(4))
        story.add(.noted, words(5), after: 60)
        story.add(.ruledOut(number), words(3), after: 60)
      }
      for question in InvestigationQuestion.told.shuffled(using: &random) {
        story.add(.answered(question), words(5))
      }
      story.add(.matched(2))
      story.add(.solved)
      let count = story.events.count
      var bytes = InvestigationEdit.written(try #require(story.state(1)))
      var seen = [text(bytes)]
      func bring(_ from: Int, _ to: Int) throws {
        var edit = try InvestigationEdit(bytes, id: story.card)
        edit.bring(from: story.state(from), to: try #require(story.state(to)))
        #expect(edit.left.isEmpty, "\(round), \(to): \(edit.left)\n\(text(bytes))")
        bytes = edit.bytes
      }
      func bare(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("steps: ") }
          .joined(separator: "\n")
      }
      for step in 2...count {
        try bring(step - 1, step)
        seen.append(text(bytes))
      }
      let note = try read(bytes)
      #expect(note.hypotheses.count == 3, "\(round)")
      #expect(note.notes.count == 3, "\(round)")
      for index in (1..<count).reversed() {
        story.void(index)
        try bring(story.events.count - 1, story.events.count)
        #expect(bare(text(bytes)) == bare(seen[index - 1]), "\(round), \(index)")
      }
    }
  }
}
