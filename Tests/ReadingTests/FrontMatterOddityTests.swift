import Testing

@testable import Reading

@Suite struct FrontMatterOddityTests {
  @Test(arguments: [
    ("status: [accepted,\ndate: 2026-01-01", 2), ("title: x\ndate: {{{", 3), ("title: \"Use a bell", 2),
    ("status: accepted\nstatus: rejected", 3), ("tier: golden", 2),
  ]) func whatIsOddIsToldWithItsLine(inside: String, line: Int) throws {
    var findings: [Finding] = []
    let text = try SourceText(Array("---\n\(inside)\n---\n\n# Bells\n".utf8))
    let matter = FrontMatter.read(text, &findings)
    #expect(findings.map(\.line) == [line], "\(findings)")
    #expect(matter.findings == findings)
  }

  @Test(arguments: [
    "status: accepted\nstatus: accepted", "tags: [a, b]", "title: \"Use a bell\"", "title: 'tis a bell's",
    "title: {x} and more", "title: \"A long title that\n  goes on here\"", "files: [a.swift,\n  b.swift]",
    "desc: \"'tis the season\"", "sep: \"[\"", "tags:\n  - a\n  - b", "status: \"accepted\" # by all",
  ]) func whatIsPlainIsNot(inside: String) throws {
    var findings: [Finding] = []
    _ = FrontMatter.read(try SourceText(Array("---\n\(inside)\n---\n\n# Bells\n".utf8)), &findings)
    #expect(findings.isEmpty, "\(findings)")
  }
}
