import Reading
import TestSupport
import Testing

@Suite struct RestructuredWordTests {
  private func read(_ text: String, from line: Int = 0) throws -> MarkupText {
    RestructuredBlocks.read(try SourceText(Array(text.utf8)), from: line)
  }

  private func words(_ text: String) throws -> Inline {
    let found = try read(text)
    guard case .paragraph(let inline, _)? = found.blocks.first else {
      Issue.record("no paragraph in \(found.blocks)")
      return Inline(text: "")
    }
    return inline
  }

  @Test(arguments: [
    ("a *b c* d", "a b c d"),
    ("a ``b *c*`` d", "a `b *c*` d"),
    ("a :sup:`2` `b`:code: c", "a 2 `b` c"),
    ("a :py:class:`Belt` and :term:`belts <belt>`", "a Belt and belts"),
    (":rfc:`2119`", "RFC 2119"),
    ("`cut`", "`cut`"),
    ("a \\*b\\* c\\ d \\\\", "a *b* cd \\"),
    ("|x| y", "x y"),
    ("a [1]_, b [#n]_. c [*]_ d", "a, b. c d"),
    ("a _`here` b", "a here b"),
    ("a * b * c, 2*3*4, a_b, __init__, \"*\" and (*)", "a * b * c, 2*3*4, a_b, __init__, \"*\" and (*)"),
    ("“*a*” — *b*", "“a” — b"),
    ("a *b", "a *b"), ("a **b* c", "a **b* c"), ("a ``b` c", "a ``b` c"), ("a `b", "a `b"), ("|a", "|a"),
    (":role:`a", ":role:`a"), ("a [1] b", "a [1] b"), ("`a` b`", "`a` b`"),
    ("name_ and `name`_", "name_ and name"),
  ])
  func plainWords(text: String, expected: String) throws {
    #expect(try words(text) == Inline(text: expected))
  }

  @Test func boldWordsAtTheBeginning() throws {
    #expect(try words("**Status:** open") == Inline(text: "Status: open", boldStart: "Status:"))
    #expect(try words("**Context**").isAllBold)
    #expect(try words("a **b**") == Inline(text: "a b"))
  }

  @Test func links() throws {
    let text = """
      `One <https://a.example/1>`_, `two words`_, three_, `four`__, five__ and `Six <three_>`_.
      See :doc:`seven`, :ref:`Eight <label>` and https://a.example/(9).

      .. _Two
         Words: no
      .. _two words: https://a.example/
         2
      .. _Three:
      .. _3: https://a.example/3
      .. __: https://a.example/4

      __ https://a.example/5
      """
    let found = try words(text)
    #expect(
      found.text
        == "One, two words, three, four, five and Six. See seven, Eight and https://a.example/(9).")
    #expect(
      found.links.map { [$0.text, $0.target] } == [
        ["One", "https://a.example/1"], ["two words", "https://a.example/2"],
        ["three", "https://a.example/3"], ["four", "https://a.example/4"],
        ["five", "https://a.example/5"], ["Six", "https://a.example/3"], ["seven", "seven"],
        ["Eight", "label"], ["https://a.example/(9)", "https://a.example/(9)"],
      ])
  }

  @Test func namesThatStandForNames() throws {
    #expect(
      try words("a_\n\n.. _a: b_\n.. _b: https://x.example\n").links.map(\.target) == ["https://x.example"])
    #expect(try words("a_\n\n.. _a: b_\n.. _b: a_\n").links.isEmpty)
    #expect(try words("a_\n\n.. _a:\n\nb\n").links.map(\.target) == ["#a"])
  }
}
