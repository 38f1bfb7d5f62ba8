import Reading
import TestSupport
import Testing

@Suite struct RestructuredTableTests {
  private func read(_ text: String, from line: Int = 0) throws -> MarkupText {
    RestructuredBlocks.read(try SourceText(Array(text.utf8)), from: line)
  }

  private func blocks(_ text: String) throws -> [Block] {
    let found = try read(text)
    #expect(found.findings.isEmpty)
    return found.blocks
  }

  private func paragraph(_ text: String, _ line: Int, bold: String = "") -> Block {
    .paragraph(Inline(text: text, boldStart: bold), line: line)
  }

  private let rows = [["Way", "Cost"], ["one pass", "low"], ["two passes", "high & slow"]]

  @Test func gridTables() throws {
    let text = """
      +----------+--------+
      | Way      | Cost   |
      +==========+========+
      | one pass | low    |
      +----------+--------+
      | two      | high & |
      | passes   | *slow* |
      +----------+--------+

      a
      """
    #expect(try blocks(text) == [.table(rows, line: 1), paragraph("a", 10)])
  }

  @Test func gridCellsOverRowsAndColumns() throws {
    let text = """
      +---+---+---+
      | a     | b |
      +---+---+   |
      | c | d | e |
      +---+---+---+
      | 費 | ﬁ | C++ |
      +---+---+---+
      """
    #expect(
      try blocks(text) == [.table([["a", "", "b e"], ["c", "d", ""], ["費", "ﬁ", "C++"]], line: 1)])
  }

  @Test func gridCellsHoldBlocks() throws {
    let text = "+-------+-----+\n| - a   | x   |\n|       |     |\n| - b   |     |\n+-------+-----+\n"
    #expect(try blocks(text) == [.table([["a; b", "x"]], line: 1)])
  }

  @Test func aBrokenGridIsKeptAsItStands() throws {
    let found = try read("+---+---+\n| a | b |\n\nc\n")
    #expect(found.blocks == [.code("+---+---+\n| a | b |", line: 1), paragraph("c", 4)])
    #expect(found.findings.map(\.line) == [1])
  }

  @Test func simpleTables() throws {
    let text = """
      ==========  =====
      Way         Cost
      ==========  =====
      one pass    low
      two passes  high
                  & slow
      ==========  =====

      a
      """
    #expect(try blocks(text) == [.table(rows, line: 1), paragraph("a", 9)])
    let spanned = "===  ===\nBoth here\n--------\na    b\n===  ===\nc    d\n===  ===\n"
    #expect(try blocks(spanned) == [.table([["Both here", ""], ["a", "b"], ["c", "d"]], line: 1)])
    let open = try read("===  ===\na    b\n\nc\n")
    #expect(open.findings.map(\.line) == [1])
    #expect(open.blocks.map(\.line) == [2, 4])
  }

  @Test func listTables() throws {
    let text = """
      .. list-table:: Ways
         :header-rows: 1

         * - Way
           - Cost
         * - one pass
           - low
         * - two passes
           - high &
             slow

      a
      """
    #expect(try blocks(text) == [.table(rows, line: 1), paragraph("a", 12)])
    #expect(try read(".. list-table::\n\n   text\n").findings.map(\.line) == [1])
  }

  @Test func commaSeparatedTables() throws {
    let text = """
      .. csv-table:: Ways
         :header: "Way", "Cost"

         one pass, low
         "two
         passes", "high & *slow*"
      """
    #expect(try blocks(text) == [.table(rows, line: 1)])
    #expect(
      try blocks(".. csv-table::\n   :delim: ;\n\n   a;\"b \"\"c\"\"\"\n") == [
        .table([["a", "b \"c\""]], line: 1)
      ])
  }
}
