import Foundation
import Recall
import Testing

@testable import Reading

/// Whole reports in the shapes in which people write them, and all that is made of them.
@Suite struct IncidentGoldenTests {
  @Test(arguments: IncidentFixture.names) func cardsAreTheOnesThatWereRead(name: String) throws {
    let shown = try IncidentFixture.shown(name)
    let file = IncidentFixture.folder.appendingPathComponent(Golden.expected(name))
    if Golden.isWriting {
      try shown.write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(try shown == String(contentsOf: file, encoding: .utf8))
    }
  }

  @Test(arguments: IncidentFixture.names) func noIncidentHasMoreThanFiveCardsAndADrill(name: String) throws {
    guard case .report(let report) = try IncidentFixture.read(name) else { return }
    for incident in report.incidents {
      let drafts = incident.drafts()
      #expect(drafts.count { $0.kind != .drill } <= IncidentDrafts.most)
      #expect(drafts.count { $0.kind == .drill } <= 1)
    }
  }

  /// The words of an answer stand in the file, and where its line says.
  @Test(arguments: IncidentFixture.names) func answersAreTheAuthorsWordsAndLinesAreRight(name: String) throws
  {
    guard case .report(let report) = try IncidentFixture.read(name) else { return }
    let text = try IncidentFixture.text(name)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func words(_ text: some StringProtocol) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    let all = Set(words(text))
    for draft in report.incidents.flatMap({ $0.drafts() }) where draft.kind != .drill {
      #expect(words(draft.answer).allSatisfy(all.contains), "\(name): \(draft.answer)")
      let near = lines[(draft.line - 1)..<min(lines.count, draft.line + 3)].joined(separator: " ")
      let first = words(draft.answer).prefix(3)
      #expect(Set(words(near)).isSuperset(of: first), "\(name):\(draft.line): \(draft.answer)")
    }
  }

  @Test(arguments: IncidentFixture.names) func noCardIsAboutPeopleOrTickets(name: String) throws {
    guard case .report(let report) = try IncidentFixture.read(name) else { return }
    for draft in report.incidents.flatMap({ $0.drafts() }) {
      for sign in ["@", "://", "(#", "Owner", "OPS-112", "AB, CD"] {
        #expect(!draft.prompt.contains(sign) && !draft.answer.contains(sign), "\(name): \(draft.answer)")
      }
    }
  }
}

/// Reports from the fixtures, as importing reads them.
enum IncidentFixture {
  static let folder = Golden.folder.deletingLastPathComponent().appendingPathComponent("incidents")

  static let names: [String] = {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".md") || $0.hasSuffix(".rst") }.sorted()
  }()

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  static func read(_ name: String) throws -> IncidentReport.Reading {
    // The number of a fixture is no part of its name.
    try read(text(name), path: "/harbour/notes/" + name.drop { $0.isNumber || $0 == "-" })
  }

  static func read(_ text: String, path: String = "/harbour/notes/report.md", isChosen: Bool = false) throws
    -> IncidentReport.Reading
  {
    try read(Array(text.utf8), path: path, isChosen: isChosen)
  }

  static func read(_ bytes: [UInt8], path: String = "/harbour/notes/report.md", isChosen: Bool = false) throws
    -> IncidentReport.Reading
  {
    let source = try SourceText(bytes)
    var findings: [Finding] = []
    return IncidentReport.read(source, FrontMatter.read(source, &findings), path: path, isChosen: isChosen)
  }

  static func shown(_ name: String) throws -> String {
    let report: IncidentReport
    switch try read(name) {
    case .template: return "a template\n"
    case .other: return "no report\n"
    case .report(let found): report = found
    }
    var lines = ["title: \(report.title)"]
    for finding in report.findings { lines.append("line \(finding.line): \(finding.message)") }
    for (number, incident) in report.incidents.enumerated() {
      lines += ["", "incident \(number + 1), line \(incident.title.line): \(incident.title.text)"]
      lines.append("date: \(incident.date ?? "none"), area: \(incident.area ?? "none")")
    }
    for draft in IncidentCollection([.init(path: name, report: report)]).drafts()[0] {
      lines += ["", "\(draft.kind.rawValue) \(draft.score), line \(draft.line), siblings \(draft.siblings)"]
      lines.append("  Q: " + draft.prompt.replacing("\n", with: "\n     "))
      lines.append("  A: " + draft.answer.replacing("\n", with: "\n     "))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
