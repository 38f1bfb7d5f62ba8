import Reading
import TestSupport
import Testing

@Suite struct RestructuredTests {
  private func read(_ text: String, from line: Int = 0) throws -> MarkupText {
    RestructuredBlocks.read(try SourceText(Array(text.utf8)), from: line)
  }

  private func blocks(_ text: String) throws -> [Block] {
    let found = try read(text)
    #expect(found.findings.isEmpty)
    return found.blocks
  }

  private func words(_ text: String) throws -> Inline {
    let found = try read(text)
    guard case .paragraph(let inline, _)? = found.blocks.first else {
      Issue.record("no paragraph in \(found.blocks)")
      return Inline(text: "")
    }
    return inline
  }

  private func paragraph(_ text: String, _ line: Int, bold: String = "") -> Block {
    .paragraph(Inline(text: text, boldStart: bold), line: line)
  }

  private func heading(_ level: Int, _ text: String, _ line: Int) -> Block {
    .heading(level: level, Inline(text: text), line: line)
  }

  private func item(_ line: Int, _ blocks: Block...) -> ListItem { ListItem(blocks: blocks, line: line) }

  // MARK: A record

  @Test func aRecord() throws {
    let text = """
      ===============================
      ADR 7: Ship parcels in one pass
      ===============================

      :Status: Accepted
      :Date: 2021-03-04
      :Deciders: the depot,
         the drivers

      Context
      -------

      Two passes over the belt cost us **an hour** a day. See `the log`_
      and :doc:`Sorting <0003-sorting>`.

      Decision
      --------

      We will sort once::

          belt --once

      Consequences
      ------------

      * Good, because the belt stops earlier.
      * Bad, because a late parcel
        waits a day.

      .. _the log: https://depot.example/log
      """
    #expect(
      try blocks(text) == [
        heading(1, "ADR 7: Ship parcels in one pass", 2),
        paragraph("Status: Accepted", 5),
        paragraph("Date: 2021-03-04", 6),
        paragraph("Deciders: the depot, the drivers", 7),
        heading(2, "Context", 10),
        .paragraph(
          Inline(
            text: "Two passes over the belt cost us an hour a day. See the log and Sorting.",
            links: [
              Link(text: "the log", target: "https://depot.example/log"),
              Link(text: "Sorting", target: "0003-sorting"),
            ]), line: 13),
        heading(2, "Decision", 16),
        paragraph("We will sort once:", 19),
        .code("belt --once", line: 21),
        heading(2, "Consequences", 23),
        .list(
          [
            item(26, paragraph("Good, because the belt stops earlier.", 26)),
            item(27, paragraph("Bad, because a late parcel waits a day.", 27)),
          ], isOrdered: false, line: 26),
      ])
  }

  @Test func linesAtTheTopArePassedOver() throws {
    #expect(try read("---\nx: y\n---\nText\n", from: 3).blocks == [paragraph("Text", 4)])
    #expect(try read("Text\n", from: 9).blocks.isEmpty)
    #expect(try read("").blocks.isEmpty)
  }

  // MARK: Titles

  @Test func titlesHaveTheLevelInWhichTheirSignsAppear() throws {
    let text = "=====\n Top\n=====\n\nA\n~\n\nB\n===\n\nC\n~~~\nText\n\nD\n===\n"
    #expect(
      try blocks(text) == [
        heading(1, "Top", 2), heading(2, "A", 5), heading(3, "B", 8), heading(2, "C", 11),
        paragraph("Text", 13), heading(3, "D", 15),
      ])
  }

  @Test func aTitleMayBeLongerThanItsLine() throws {
    #expect(try blocks("Why we did it\n----\n") == [heading(1, "Why we did it", 1)])
    #expect(try blocks("====\nWhy we did it\n====\n") == [heading(1, "Why we did it", 2)])
    #expect(try blocks("Why we did it\n...\n") == [paragraph("Why we did it ...", 1)])
    #expect(try blocks("Größe\n-----\n") == [heading(1, "Größe", 1)])
  }

  @Test func numberedTitlesAreNoLists() throws {
    #expect(
      try blocks("1. Context\n==========\n\n2. Decision\n===========\n") == [
        heading(1, "1. Context", 1), heading(1, "2. Decision", 4),
      ])
  }

  @Test func transitions() throws {
    #expect(try blocks("a\n\n----\n\nb\n") == [paragraph("a", 1), .rule(line: 3), paragraph("b", 5)])
  }

  // MARK: Paragraphs, fields, definitions

  @Test func linesOfAParagraphAreJoined() throws {
    #expect(
      try blocks("one  \ntwo\r\nthree\n\nfour") == [paragraph("one two three", 1), paragraph("four", 5)])
  }

  @Test func fields() throws {
    #expect(
      try blocks(":Status: *accepted*\n:Empty:\n:Deciders:\n   - a\n   - b\n:Note: x\n\n   y\n") == [
        paragraph("Status: accepted", 1), paragraph("Empty:", 2), paragraph("Deciders:", 3),
        .list([item(4, paragraph("a", 4)), item(5, paragraph("b", 5))], isOrdered: false, line: 4),
        paragraph("Note: x", 6), paragraph("y", 8),
      ])
    #expect(try blocks(":ref:`this` is no field") != [paragraph("ref: this", 1)])
    #expect(try words(":a\\:b: c").text == "a:b: c")
  }

  @Test func definitions() throws {
    #expect(
      try blocks("Belt\n   What carries\n   parcels.\nTray\n   What holds them.\n\nGood:\n  - fast\n") == [
        paragraph("Belt: What carries parcels.", 1, bold: "Belt"),
        paragraph("Tray: What holds them.", 4, bold: "Tray"),
        paragraph("Good:", 7, bold: "Good:"),
        .list([item(8, paragraph("fast", 8))], isOrdered: false, line: 8),
      ])
    #expect(try blocks("Belt:\n  Carries.\n") == [paragraph("Belt: Carries.", 1, bold: "Belt:")])
  }

  @Test func quotes() throws {
    #expect(
      try blocks("a\n\n  b\n\n    c\n\n  d\n\ne\n") == [
        paragraph("a", 1),
        .quote([paragraph("b", 3), .quote([paragraph("c", 5)], line: 5), paragraph("d", 7)], line: 3),
        paragraph("e", 9),
      ])
  }

  @Test func lineBlocks() throws {
    #expect(try blocks("| one\n| two\n  more\n|\n| three\n") == [paragraph("one two more three", 1)])
  }

  // MARK: Lists

  @Test(arguments: ["-", "*", "+", "•"])
  func bullets(sign: String) throws {
    #expect(
      try blocks("\(sign) a\n  b\n\n  c\n\n  - d\n\(sign) e\n\nf\n") == [
        .list(
          [
            item(
              1, paragraph("a b", 1), paragraph("c", 4),
              .list([item(6, paragraph("d", 6))], isOrdered: false, line: 6)),
            item(7, paragraph("e", 7)),
          ], isOrdered: false, line: 1),
        paragraph("f", 9),
      ])
  }

  @Test(arguments: [
    "1. a\n2. b\n", "a) a\nb) b\n", "#. a\n#. b\n", "(1) a\n(2) b\n", "1. a\n\n#. b\n", "i. a\nii. b\n",
    "A. a\n\nB. b\n",
  ])
  func enumerated(text: String) throws {
    guard case .list(let items, isOrdered: true, line: 1)? = try blocks(text).first else {
      Issue.record("no list in \(text)")
      return
    }
    #expect(items.map { $0.blocks.count } == [1, 1])
    #expect(items.first?.blocks == [paragraph("a", 1)])
  }

  @Test func otherSignsMakeAnotherList() throws {
    #expect(try blocks("- a\n\n* b\n\n1. c\n\n2) d\n").count == 4)
  }

  @Test func proseThatLooksLikeAListIsProse() throws {
    #expect(try blocks("1984. was\na year\n") == [paragraph("1984. was a year", 1)])
    #expect(try blocks("mix. it\n") == [paragraph("mix. it", 1)])
    #expect(try blocks("-5 degrees\n") == [paragraph("-5 degrees", 1)])
  }

  @Test func itemsThatAreIndentedByAnotherWidth() throws {
    #expect(
      try blocks("1. a\n  b\n2. c\n     d\n") == [
        .list([item(1, paragraph("a b", 1)), item(3, paragraph("c d", 3))], isOrdered: true, line: 1)
      ])
    let inner = Block.list([item(2, paragraph("b", 2))], isOrdered: false, line: 2)
    #expect(
      try blocks("- a\n    - b\n") == [.list([item(1, paragraph("a", 1), inner)], isOrdered: false, line: 1)])
    #expect(try blocks("-\n  a\n") == [.list([item(1, paragraph("a", 2))], isOrdered: false, line: 1)])
  }

  // MARK: Literal blocks and directives

  @Test func literalBlocks() throws {
    #expect(
      try blocks("Run::\n\n    a\n\n      *b*\n\nThen ::\n\n\tc\n\n::\n\n  d\n\nQuoted::\n\n> e\n> f\n\ng\n")
        == [
          paragraph("Run:", 1), .code("a\n\n  *b*", line: 3), paragraph("Then", 7), .code("c", line: 9),
          .code("d", line: 13), paragraph("Quoted:", 15), .code("> e\n> f", line: 17), paragraph("g", 20),
        ])
    #expect(try blocks(">>> 1 + 1\n2\n\na\n") == [.code(">>> 1 + 1\n2", line: 1), paragraph("a", 4)])
  }

  @Test(arguments: ["code-block", "code", "sourcecode"])
  func code(name: String) throws {
    #expect(
      try blocks(".. \(name):: python\n   :linenos:\n\n   if a:\n     b\n\nc\n") == [
        .code("if a:\n  b", line: 4), paragraph("c", 7),
      ])
  }

  @Test func admonitionsAreTheirText() throws {
    #expect(
      try blocks(".. note:: a\n   b\n\n   - c\n\n.. warning::\n   :class: x\n\n   d\n\n.. important:: e\n")
        == [
          paragraph("a b", 1), .list([item(4, paragraph("c", 4))], isOrdered: false, line: 4),
          paragraph("d", 9), paragraph("e", 11),
        ])
    #expect(
      try blocks(".. admonition:: Mind\n\n   a\n\n.. own-thing:: x\n   :y: z\n\n   b\n") == [
        paragraph("Mind", 1, bold: "Mind"), paragraph("a", 3), paragraph("b", 8),
      ])
  }

  @Test(arguments: [
    "image:: a.png", "figure:: a.png\n   :alt: x\n\n   words", "contents::\n   :local:",
    "toctree::\n\n   a\n   b",
    "uml::\n\n   a -> b", "raw:: html\n\n   <b>", "include:: a.rst", "meta::\n   :a: b", "highlight:: c",
    "a comment\n   over lines",
    "", "_name: https://a.example", "_name:", "__: https://a.example", "[1] a note\n   over lines",
    "|x| replace:: y",
  ])
  func leftOut(what: String) throws {
    #expect(
      try blocks("a\n\n.. \(what)\n\nb\n").map(\.line) == [
        1, what.split(separator: "\n", omittingEmptySubsequences: false).count + 4,
      ])
  }

  @Test func anEmptyCommentEndsWhereItStands() throws {
    #expect(try blocks("..\n\n  a\n") == [.quote([paragraph("a", 3)], line: 3)])
  }

  @Test func aDirectiveWithOneColonIsFound() throws {
    let found = try read("a\n\n.. code-block: c\n\n   b\n")
    #expect(found.blocks == [paragraph("a", 1)])
    #expect(found.findings.map(\.line) == [3])
  }
}
