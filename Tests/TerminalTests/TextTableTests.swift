import Terminal
import TestSupport
import Testing

@Suite struct TextTableTests {
  private func lines(_ table: TextTable, columns: Int?) -> [String] {
    let output = MemorySink(columns: columns)
    let console = Console(
      output: output, errors: MemorySink(columns: nil), colour: .never, environment: [:])
    table.print(to: console)
    return output.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func columnsAreAsWideAsWhatStandsInThem() {
    var table = TextTable([("cards", .right), ("deck", .left), ("file", .left)], flexible: 2)
    table.add(["7", "networks", "a.md"])
    table.add(["12345678", "漢字", "b.md"])
    #expect(
      lines(table, columns: 80) == [
        "   cards  deck      file",
        "       7  networks  a.md",
        "12345678  漢字      b.md",
      ])
  }

  @Test func aTableWithoutRowsHasItsHeadings() {
    #expect(lines(TextTable([("a", .left), ("b", .right)], flexible: 0), columns: 80) == ["a  b"])
  }

  @Test func theFlexibleColumnGivesWay() {
    var table = TextTable([("id", .left), ("prompt", .left), ("due", .right)], flexible: 1)
    table.add(["7k2m", "Why is the sky blue and not violet?", "today"])
    let lines = lines(table, columns: 30)
    #expect(lines == ["id    prompt               due", "7k2m  Why is the sky b…  today"])
  }

  @Test func aTailStaysWhereItsCellIsCut() {
    var table = TextTable([("id", .left), ("decision", .left)], flexible: 1)
    table.add(["1", "Ship parcels with the evening boat"], tail: " (gone)")
    table.add(["2", "漢字漢字漢字漢字漢字"], tail: " (gone)")
    table.add(["3", "Label"], tail: " (gone)")
    #expect(
      lines(table, columns: 24) == [
        "id  decision", "1   Ship parcels… (gone)", "2   漢字漢字漢字… (gone)", "3   Label (gone)",
      ])
  }

  @Test func aWrappedColumnGivesWayFirstAndLosesNothing() {
    var table = TextTable([("no.", .left), ("name", .left), ("why", .left)], flexible: 1, wrapped: 2)
    table.add(["1", "Ship parcels by boat", "four records refer to it"])
    table.add(["2", "Label parcels", "one does"])
    #expect(
      lines(table, columns: 42) == [
        "no.  name                  why",
        "1    Ship parcels by boat  four records",
        "                           refer to it", "2    Label parcels         one does",
      ])
    // A row of a pipe is one line, with all of it.
    #expect(lines(table, columns: nil).last == "2    Label parcels         one does")
    var wide = TextTable([("name", .left), ("why", .left)], flexible: 0, wrapped: 1)
    wide.add([String(repeating: "n", count: 60), String(repeating: "w", count: 60)])
    #expect(DisplayWidth.of(lines(wide, columns: nil)[1]) == 122)
  }

  /// A narrow flexible column has nothing to give, and must not be made wider when there is no room.
  @Test func aNarrowColumnIsNotWidenedForWantOfRoom() {
    var table = TextTable([("path", .left), ("n", .left)], flexible: 1)
    table.add([String(repeating: "x", count: 25), "abc"])
    table.add(["short", "d"])
    #expect(lines(table, columns: 28).allSatisfy { DisplayWidth.of($0) <= 28 })
    #expect(lines(table, columns: 30)[1] == String(repeating: "x", count: 25) + "  abc")
  }

  /// Whatever stands in whichever column.
  @Test func noRowIsWiderThanTheTerminal() {
    var random = SeededGenerator(seed: 1)
    let words = ["a", "deck", "漢字かな", "🙂🙂", "e\u{301}te\u{301}", "a longer cell than most", "12", ""]
    for _ in 0..<500 {
      let count = Int.random(in: 1...5, using: &random)
      var table = TextTable(
        (0..<count).map { ("head \($0)", Bool.random(using: &random) ? .left : .right) },
        flexible: Int.random(in: 0..<count, using: &random),
        wrapped: Bool.random(using: &random) ? Int.random(in: 0..<count, using: &random) : nil)
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        table.add(
          (0..<count).map { _ in
            (0..<Int.random(in: 0...3, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
              .joined(separator: " ")
          }, tail: words.randomElement(using: &random) ?? "")
      }
      let columns = Int.random(in: 20...100, using: &random)
      for line in lines(table, columns: columns) {
        #expect(DisplayWidth.of(line) <= columns, "\(line)")
        #expect(!line.hasSuffix(" "))
      }
    }
  }

  @Test func aCellIsOneLineThatCannotActOnTheTerminal() {
    var table = TextTable([("a", .left), ("b", .left)], flexible: 0)
    table.add(["two\nlines\tand \u{1b}[2J", "\u{202e}x"])
    #expect(lines(table, columns: 80) == ["a                   b", "two lines and ␛[2J  \u{fffd}x"])
  }
}
