import TestSupport
import Testing
import Writing

@Suite struct CSVTests {
  /// What a spreadsheet takes for the beginning of a formula, or of a command to another program.
  private static let signs = "=+-@\t\r|%＝＋－＠".unicodeScalars

  /// A reader as RFC 4180 describes it. Nil where the text breaks its rules.
  private func read(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var scalars = Array(text.unicodeScalars)[...]
    while !scalars.isEmpty {
      guard let field = readField(&scalars) else { return nil }
      row.append(field)
      guard let next = scalars.popFirst() else { return nil }
      if next == "," { continue }
      guard next == "\r", scalars.popFirst() == "\n" else { return nil }
      rows.append(row)
      row = []
    }
    return row.isEmpty ? rows : nil
  }

  private func readField(_ scalars: inout ArraySlice<Unicode.Scalar>) -> String? {
    var field = String.UnicodeScalarView()
    guard scalars.first == "\"" else {
      while let scalar = scalars.first, scalar != ",", scalar != "\r", scalar != "\n" {
        if scalar == "\"" { return nil }
        field.append(scalar)
        scalars.removeFirst()
      }
      return String(field)
    }
    scalars.removeFirst()
    while let scalar = scalars.popFirst() {
      if scalar == "\"" {
        guard scalars.first == "\"" else { return String(field) }
        scalars.removeFirst()
      }
      field.append(scalar)
    }
    return nil
  }

  private static let pieces = [
    "=", "+", "-", "@", "'", "''", "\"", ",", "\r\n", "\n", "\r", "\t", " ", "\u{a0}", "a", "1", "é",
    "e\u{301}",
    "\u{301}", "🙂", "＝", "＋", "－", "＠", "|", "%", ";", "\u{0}", "=HYPERLINK(\"http://evil\",\"x\")",
    "=cmd|' /C calc'!A0", "漢字",
  ]

  private func fields() -> [String] {
    var random = SeededGenerator(seed: 1)
    var fields = [""]
    // All short combinations, and long ones by chance.
    for first in Self.pieces {
      fields.append(first)
      for second in Self.pieces { fields += [first + second, first + second + "=1"] }
    }
    for _ in 0..<2000 {
      let count = Int.random(in: 3..<10, using: &random)
      fields.append((0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined())
    }
    return fields
  }

  @Test func everyFieldComesBack() throws {
    for field in fields() {
      let rows = try #require(read(CSV.row([field, "next"])), "\(field.debugDescription)")
      #expect(rows.count == 1)
      #expect(rows[0].count == 2)
      #expect(
        CSV.unguarded(rows[0][0]).unicodeScalars.elementsEqual(field.unicodeScalars),
        "\(field.debugDescription)")
    }
  }

  @Test func noFieldBeginsAsAFormulaForASpreadsheet() throws {
    for field in fields() {
      let seen = try #require(read(CSV.row([field]))?.first?.first)
      // Spreadsheets pass over spaces at the beginning.
      let first = seen.unicodeScalars.first { $0 != " " && $0 != "\u{a0}" }
      #expect(first.map { !Self.signs.contains($0) } ?? true, "\(field.debugDescription)")
    }
  }

  @Test func whatIsNoFormulaStaysAsItIs() throws {
    for field in [
      "", "a", "a=b", "1+1", "'", "'quoted'", "it's", " a", "漢字", "(=1)", "1-2", "a@b.org", "\"=1\"",
    ] {
      let seen = try #require(read(CSV.row([field]))?.first?.first)
      #expect(seen == field)
      #expect(CSV.unguarded(field) == field)
    }
  }

  @Test func aTableComesBackRowByRow() throws {
    let fields = fields()
    let rows = stride(from: 0, to: fields.count - 7, by: 7).map { Array(fields[$0..<$0 + 7]) }
    let text = rows.map { CSV.row($0) }.joined()
    #expect(try #require(read(text)).map { $0.map(CSV.unguarded) } == rows)
  }

  @Test(arguments: [
    (["a", "b"], "a,b\r\n"), (["a,b", "c"], "\"a,b\",c\r\n"), (["say \"x\""], "\"say \"\"x\"\"\"\r\n"),
    (["two\nlines"], "\"two\nlines\"\r\n"), (["", ""], ",\r\n"), (["=1+1"], "'=1+1\r\n"),
    ([" =1"], "' =1\r\n"), ([" a", "b "], "\" a\",\"b \"\r\n"), (["'=1"], "''=1\r\n"), (["'a"], "'a\r\n"),
    (["-1"], "'-1\r\n"),
  ])
  func rowsLookAsTheStandardSays(fields: [String], row: String) {
    #expect(CSV.row(fields) == row)
  }

  /// Otherwise two different texts would come back as one.
  @Test func theGuardCanBeToldFromAnApostropheThatWasThere() throws {
    for field in ["=1", "'=1", "''=1", "'''=1", "' =1", "'", "''"] {
      let guarded = try #require(read(CSV.row([field]))?.first?.first)
      #expect(CSV.unguarded(guarded) == field)
    }
  }
}
