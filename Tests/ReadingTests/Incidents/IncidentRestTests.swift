import Recall
import Testing

@testable import Reading

/// Every report gives something to be asked, also where only its headings say what it is.
@Suite struct IncidentRestTests {
  private func drafts(_ body: String) throws -> [Draft] {
    let text =
      "# Incident: pictures of the harbour do not open\n\nDate: 2021-01-08\n\n## Timeline\n\n10:43 no picture opens\n\n\(body)"
    guard
      case .report(let report) = IncidentReport.read(
        try SourceText(Array(text.utf8)), FrontMatter(), path: "/harbour/incidents/2021-01-08.md",
        isChosen: true)
    else { return [] }
    #expect(report.findings.isEmpty)
    return report.incidents.flatMap { $0.drafts() }.filter { $0.score >= RecordDrafts.threshold }
  }

  @Test(
    arguments: [
      (
        "## Analysis of causes\n\nThe list of lamps was read with the button for boats: it should have been the list of "
          + "pictures\n",
        CardKind.cause,
        "The list of lamps was read with the button for boats: it should have been the list of pictures"
      ),
      (
        "## Why did it happen?\n\nThe trouble seemed to be originated by an old copy of the berth plan in `pier.json`.\n",
        .cause,
        "The trouble seemed to be originated by an old copy of the berth plan in `pier.json`."
      ),
      (
        "## What went wrong\n\n- I believe various lamps on the far quay went dark when the meter looked at ~200 of them\n"
          + "- The lock keeper may have run out of ink with this number of boats at the quay\n", .cause,
        "- I believe various lamps on the far quay went dark when the meter looked at ~200 of them\n"
          + "- The lock keeper may have run out of ink with this number of boats at the quay"
      ),
      (
        "## Resolution\n\nExplicit limits of rope were set to prevent boats from taking all ropes of a shared bollard.\n",
        .fix,
        "Explicit limits of rope were set to prevent boats from taking all ropes of a shared bollard."
      ),
    ] as [(String, CardKind, String)])
  func whatStandsBelowItsHeadingIsAsked(body: String, kind: CardKind, answer: String) throws {
    let drafts = try drafts(body)
    #expect(drafts.map(\.kind) == [kind])
    #expect(drafts.first?.answer == answer)
    let isGuess =
      ["seemed", "believe"].contains { answer.contains($0) } && kind == .cause && !answer.hasPrefix("-")
    #expect(drafts.first?.prompt.contains("suspected") == isGuess)
  }

  @Test(arguments: [
    "## Root cause\n\nTo be found out.\n",
    "## Resolution\n\nThe limits will be raised for all boats next week.\n",
    "## Root cause\n\nSee https://example.org/issues/12 for all that was found there.\n",
  ]) func whatSaysNothingIsNotAsked(body: String) throws {
    let text =
      "# Incident: pictures of the harbour do not open\n\n## Timeline\n\n10:43 no picture opens\n\n\(body)"
    guard
      case .report(let report) = IncidentReport.read(
        try SourceText(Array(text.utf8)), FrontMatter(), path: "/harbour/incidents/x.md", isChosen: true)
    else { return }
    #expect(report.incidents.flatMap { $0.drafts() }.allSatisfy { $0.score < RecordDrafts.threshold })
  }

  @Test func aReportOfAHoleIsAReport() throws {
    let text = """
      # Keys of the lock in an old picture

      ## Description

      An old picture of the lock house shows its keys, so that anybody could cut a copy and open `gate-3`.

      ## Severity

      High.

      ## Solution

      We have replaced the cylinder of `gate-3`, so that no copy opens it, and told the crews.
      """
    guard
      case .report(let report) = IncidentReport.read(
        try SourceText(Array(text.utf8)), FrontMatter(), path: "/harbour/holes/2021-01-08.md")
    else {
      Issue.record("no report")
      return
    }
    let drafts = report.incidents.flatMap { $0.drafts() }
    #expect(drafts.contains { $0.kind == .fix && $0.score >= RecordDrafts.threshold }, "\(drafts)")
  }

  @Test(arguments: [
    "The root cause was identified as a worn hinge of `gate-3` that let the storm in behind it.",
    "The core issue was a worn hinge of `gate-3` that let the storm in behind it.",
  ]) func whatIsCalledTheCauseIsMoreThanWhatSetItOff(cause: String) throws {
    let drafts = try drafts(
      "## Root cause\n\nThe outage was triggered by a storm that threw water over the pictures in the office.\n\n\(cause)\n"
    )
    #expect(drafts.contains { $0.kind == .cause && $0.answer.hasPrefix(cause) }, "\(drafts)")
  }
}
