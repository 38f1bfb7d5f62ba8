import Foundation
import TestSupport
import Testing

@testable import Reading

/// Questions move between their two sections, and everything else stays byte for byte.
@Suite struct ExplanationEditTests {
  private static let note = """
    ---
    kind: explanation
    topic: The tide relay
    ---

    # The tide relay

    ## Why this way

    Trailing space here \t
    ```
    ## no heading
    ```

    ## Still unsure

    - Does the office drop it?
    - What a leap second
      does to it

    ## A heading of mine

    The end\u{a0}
    """

  private func moved(_ text: String, _ question: String, _ answer: String) throws -> String {
    let edit = try #require(ExplanationEdit(Array(text.utf8)))
    let bytes = try #require(edit.answering(question, with: answer, on: "2026-03-09"))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func aQuestionMovesWithItsAnswer() throws {
    let text = try moved(Self.note, "What a leap second does to it", "Nothing.\n\n# The clock is TAI.")
    #expect(
      text == Self.note.replacing("- What a leap second\n  does to it\n", with: "") + """

        \n## Since answered

        ### What a leap second does to it

        Answered 2026-03-09.

        Nothing.

        \\# The clock is TAI.

        """)
    let note = try #require(try Explanation.note(text))
    #expect(note.open.map(\.text) == ["Does the office drop it?"])
    #expect(note.answered.map(\.question) == ["What a leap second does to it"])
    #expect(note.answered.map(\.answer) == ["Nothing.\n\n# The clock is TAI."])
    #expect(note.answered.map(\.date) == ["2026-03-09"])

    // The last one takes its section with it; the next answer stands behind the first.
    let both = try moved(text, "does the office drop it", "It does.")
    let after = try #require(try Explanation.note(both))
    #expect(after.open.isEmpty)
    #expect(!both.contains("Still unsure"))
    #expect(after.answered.map(\.answer) == ["Nothing.\n\n# The clock is TAI.", "It does."])
    #expect(both.contains("## A heading of mine\n\nThe end\u{a0}\n"))
  }

  private func opened(
    _ text: String, _ question: String, _ answer: String
  ) throws -> (text: String, note: ExplanationNote, isLeft: Bool) {
    let edit = try #require(ExplanationEdit(Array(text.utf8)))
    let back = try #require(edit.reopening(question, answeredWith: answer))
    let after = String(decoding: back.note, as: UTF8.self)
    return (after, try #require(try Explanation.note(after)), back.isLeft)
  }

  @Test func whatIsSaidTwiceIsOneQuestion() throws {
    var sheet = ExplanationSheet(topic: "pool", date: "2026-03-02")
    sheet.add(["Is it C++?", "is it  C++", "Is it C#?", "Is it C++?"], to: .unsure)
    #expect(sheet.open == ["Is it C++?", "Is it C#?"])
    let twice = Self.note.replacing("- What a leap", with: "- does the office drop it\n- What a leap")
    #expect(try Explanation.note(twice)?.open.count == 2)
    #expect(try moved(twice, "Does the office drop it?", "It does.").contains("- does the office") == false)
  }

  @Test func whatWasAnsweredCanBeOpenAgain() throws {
    let once = try moved(Self.note, "Does the office drop it?", "It does.")
    let back = try opened(once, "Does the office drop it?", "It does.")
    #expect(back.note.open.map(\.text) == ["What a leap second does to it", "Does the office drop it?"])
    #expect(back.note.answered.isEmpty && !back.isLeft)
    #expect(!back.text.contains("Since answered"))

    let twice = try moved(once, "What a leap second does to it", "Nothing.")
    let again = try opened(twice, "Does the office drop it?", "It does.")
    #expect(again.note.open.map(\.text) == ["Does the office drop it?"])
    #expect(again.note.answered.map(\.answer) == ["Nothing."])
  }

  /// Another answer, a paragraph, a comment or a heading: what somebody has added since is theirs.
  @Test(arguments: [
    ("It does.", "It drops the second."), ("It does.\n", "It does.\n\nSeen in March.\n"),
    ("It does.\n", "It does.\n\n<!-- ask Ann -->\n"), ("It does.\n", "It does.\n\n```\nlog\n```\n"),
    ("Answered 2026-03-09.", "Answered by Ann."), ("drop it?\n\nAns", "lose it?\n\nAns"),
  ])
  func whatWasChangedSinceStays(old: String, new: String) throws {
    let once = try moved(Self.note, "Does the office drop it?", "It does.").replacing(old, with: new)
    let back = try opened(once, "Does the office drop it?", "It does.")
    #expect(back.isLeft)
    #expect(back.note.open.map(\.text) == ["What a leap second does to it", "Does the office drop it?"])
    #expect(back.text.replacing("- Does the office drop it?\n", with: "") == once)
    // Answered once more, it stands behind what is there.
    if once.contains("### Does the office drop it?") {
      let answered = try moved(back.text, "Does the office drop it?", "It still does.")
      #expect(answered == once + "\nIt still does.\n")
    }
  }

  @Test func wordsAboveTheAnswersStay() throws {
    let once = try moved(Self.note, "Does the office drop it?", "It does.")
      .replacing("## Since answered\n", with: "## Since answered\n\nMostly by Ann.\n")
    let back = try opened(once, "Does the office drop it?", "It does.")
    #expect(back.text.contains("\n## Since answered\n\nMostly by Ann.\n"))
    #expect(!back.text.contains("It does.") && !back.isLeft)
  }

  @Test(arguments: ["\r\n", "\r"])
  func otherLineEndsStay(end: String) throws {
    let text = Self.note.replacing("\n", with: end)
    let after = try moved(text, "Does the office drop it?", "It does.\nAlways.")
    #expect(!after.replacing(end, with: "").unicodeScalars.contains { $0 == "\n" || $0 == "\r" })
    #expect(after.hasPrefix(text.replacing("- Does the office drop it?\(end)", with: "")))
  }

  @Test func bytesThatAreNoTextStay() throws {
    var bytes: [UInt8] = [0xef, 0xbb, 0xbf] + Array(Self.note.utf8) + [10, 0xff, 0xc3, 10]
    bytes += Array("- no list of ours\n".utf8)
    let edit = try #require(ExplanationEdit(bytes))
    let after = try #require(
      edit.answering("Does the office drop it?", with: "Yes, it does.", on: "2026-03-09"))
    let kept = try #require(
      Data(bytes).range(of: Data("## A heading".utf8)).map { bytes[$0.lowerBound...] })
    #expect(Data(after).range(of: Data(kept)) != nil)
    #expect(after.starts(with: bytes.prefix(80)))
  }

  @Test func whatIsNoNoteIsNotTouched() {
    #expect(ExplanationEdit(Array("# Nothing\n".utf8)) == nil)
    #expect(ExplanationEdit([]) == nil)
    #expect(ExplanationEdit([0xff, 0xfe, 65, 0]) == nil)
    #expect(ExplanationEdit(Array(Self.note.utf8))?.answering("Another?", with: "x", on: "d") == nil)
  }
}
