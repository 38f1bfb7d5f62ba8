import Recall
import TestSupport
import Testing

@testable import Reading

/// What whet wrote into a draft to help goes; what its author wrote stays, also in the midst of it.
@Suite struct ExplanationHintTests {
  private static let questions = ExplanationQuestion.allCases
  private let blank = ExplanationSheet(topic: "The tide relay", date: "2026-03-02")

  /// A draft in which each hint was changed.
  private func edited(_ change: (ExplanationQuestion, String) -> String) -> String {
    Self.questions.reduce(blank.text) { text, question in
      let hint = ExplanationHints.text(of: question)
      return text.replacing("<!-- \(hint) -->", with: change(question, hint))
    }
  }

  @Test(arguments: [
    "<!-- HINT WORDS -->", "<!-- HINT WORDS", "<!-- HINT\nWORDS\n-->", "<!-- HINT -->\nWORDS",
    "<!-- HINT --> WORDS",
    "WORDS <!-- HINT -->", "<!-- WORDS -->", "<!-- WORDS", "<!--\nHINT\n\nWORDS\n-->", "WORDS",
  ])
  func anAnswerInsideAHintIsAnAnswer(form: String) throws {
    let text = edited { question, hint in
      form.replacing("HINT", with: hint).replacing("WORDS", with: "said to \(question.rawValue) --> so.")
    }
    let sheet = try Explanation.sheet(text)
    for question in Self.questions { #expect(sheet[question] == "said to \(question.rawValue) --> so.") }
    #expect(try Explanation.sheet(sheet.text) == sheet)
  }

  @Test func anAnswerWithoutAnEndHidesNoOther() throws {
    let sheet = try Explanation.sheet(
      edited { question, hint in
        switch question {
        case .what: "<!-- \(hint) A process.\nIt sends rows."
        case .why: "<!-- \(hint) -->\n\nIt sleeps."
        default: "<!-- \(hint) -->"
        }
      })
    #expect(sheet[.what] == "A process.\nIt sends rows.")
    #expect(sheet[.why] == "It sleeps.")
    #expect(sheet.empty == [.gaveUp, .mustHold, .breaks, .unsure])
  }

  @Test func aCommentOfTheirOwnStays() throws {
    let text = edited { question, hint in
      question == .what
        ? "<!-- \(hint) -->\n\nA pump.\n<!-- todo: ask Ann\n# which one\n-->\nIt is old." : "<!-- \(hint) -->"
    }
    .replacing("-->\n\n## What was built", with: "-->\n\n<!-- above all -->\n\n## What was built")
    let sheet = try Explanation.sheet(text + "\n## Mine\n\n<!-- mine\n")
    #expect(sheet[.what] == "A pump.\n<!-- todo: ask Ann\n# which one\n-->\nIt is old.")
    #expect(sheet.empty.count == 5)
    #expect(sheet.text.contains("-->\n\n\\<!-- above all -->\n\n## What was built\n"))
    #expect(sheet.text.hasSuffix("\n\n## Mine\n\n\\<!-- mine\n"))
    #expect(try Explanation.sheet(sheet.text) == sheet)
    let note = try #require(try Explanation.note(sheet.note(tier: .core)))
    #expect(note.sections.map(\.text) == [sheet[.what]])
  }

  @Test func wordsInAHeadingStay() throws {
    let text = blank.text.replacing("## Why this way", with: "## Why this way: it sleeps")
      .replacing("## What breaks first", with: "## What breaks the seals")
    let sheet = try Explanation.sheet(text)
    #expect(sheet[.why] == "it sleeps")
    #expect(sheet[.breaks] == "What breaks the seals")
    #expect(sheet.empty.count == 4)
  }

  /// An editor that is killed leaves the beginning of the file: of that no hint is an answer.
  @Test func halfAHintIsNoAnswer() throws {
    var sheet = blank
    sheet[.why] = "It sleeps."
    let text = sheet.text
    for length in 0...text.count {
      let read = try Explanation.sheet(String(text.prefix(length)))
      for question in Self.questions where question != .why { #expect(read[question].isEmpty, "\(length)") }
      #expect("It sleeps.".hasPrefix(read[.why]), "\(length)")
    }
  }

  /// Wherever something is typed into a draft, it is in the answers, or in what stands beside them.
  @Test(arguments: 0..<300 as Range<UInt64>)
  func whateverIsTypedAnywhereIsKept(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sheet = blank
    sheet[.why] = "It sleeps.\n\n<!-- not now -->"
    let lines = sheet.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = 1 + (lines.dropFirst().firstIndex(of: "---") ?? 0)
    let row = Int.random(in: head + 1..<lines.count, using: &random)
    // Not within a sign that means something: it is none any more.
    let words = lines[row].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let place = Int.random(in: 0...words.count, using: &random)
    let isHeading = words[0].hasPrefix("#")
    let said = ["typedhere", "typedhere -->", "<!-- typedhere", "<!-- typedhere -->"].randomElement(
      using: &random)
    var edited = words
    edited.insert(said ?? "", at: isHeading ? words.count : place)
    var text = lines
    text[row] = edited.joined(separator: " ")
    let read = try Explanation.sheet(text.joined(separator: "\n"))
    #expect(read.text.contains("typedhere"), "seed \(seed): \(text[row])")
    #expect(try Explanation.sheet(read.text) == read, "seed \(seed): \(text[row])")
    #expect(read[.why].contains("It sleeps."), "seed \(seed): \(text[row])")
  }
}
