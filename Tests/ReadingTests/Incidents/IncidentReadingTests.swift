import Foundation
import Recall
import TestSupport
import Testing

@testable import Reading

/// Titles, what is taken for a report, joining, and what nobody should feed to a program.
@Suite struct IncidentReadingTests {
  @Test(arguments: [
    ("Post-Mortem: Changes to the fetch wrapper", "Changes to the fetch wrapper"),
    ("Incident on 2021-09-30 - Certificate errors in browsers", "Certificate errors in browsers"),
    ("2017-09-27, Hub 403", "Hub 403"),
    ("PM2021-005 - All services return 503", "All services return 503"),
    ("Feature flags are slow - September 29, 2025", "Feature flags are slow"),
    ("Feature flags, many outages (October 2025)", "Feature flags, many outages"),
    ("October 21, 2025 - Redis is full", "Redis is full"),
    ("Post-mortem of the worm attack on November 24th, 2025", "Worm attack"),
    ("4:23PM PST, proxy out of memory", "Proxy out of memory"),
    ("Incident retro - search not available", "Search not available"),
    ("Retrospective: search not available", "Search not available"),
    ("Relay incident report for 2020-02-20", "Relay"), ("tide.example is down", "tide.example is down"),
    ("003 - Postmortem for v0.4 of the tide table", "v0.4 of the tide table"),
    ("24-10-2024 - Lamps halt", "Lamps halt"), ("[Postmortem] Pump down", "Pump down"),
    ("[North] Pump down", "[North] Pump down"), ("[Public] 4/26 Slow gates", "Slow gates"),
    ("3/15 gates stay shut", "3/15 gates stay shut"), ("4/26: slow gates", "Slow gates"),
    ("Lamps of the pier RCA", "Lamps of the pier"), ("March, 2024 - Lamps halt", "Lamps halt"),
    ("March, 05 - Lamps halt", "Lamps halt"), ("March 4th, 2024 Lamps halt at night", "Lamps halt at night"),
    ("March 4th, Lamps halt", "Lamps halt"),
    ("3. ✅ Lamps halt", "Lamps halt"), ("3 lamps halt", "3 lamps halt"),
    ("Stage 2: Lamps halt", "Lamps halt"), ("Stage: Lamps halt", "Stage: Lamps halt"),
  ])
  func titlesLoseWhatOnlySaysThatTheyAreOne(heading: String, title: String) {
    #expect(IncidentTitle.cleaned(heading) == title)
  }

  /// A report that was cut: what is whole is asked, and the line where it ends is told.
  @Test(
    arguments: [
      ("We raised the pool to 200 ropes and the", nil, 12),
      ("We raised the pool to 200 ropes. Then the keepers of", "We raised the pool to 200 ropes.", 12),
      ("We raised the pool to 200 ropes and restarted the pods.", "", 0),
      // It may be whole: it is asked, and the person is told.
      ("We raised the pool to 200 ropes for all of the boats", "", 12),
      (
        "- We raised the pool to 200 ropes.\n- We moved all boats to the old pier.\n- We sent some of the",
        "- We raised the pool to 200 ropes.\n- We moved all boats to the old pier.", 14
      ),
      ("- We raised the pool to 200 ropes\n- We moved all boats to the old pier", "", 0),
    ] as [(String, String?, Int)])
  func halfASentenceIsNoAnswer(end: String, fix: String?, line: Int) throws {
    let report = """
      # Incident: pump down at the north buoy

      Date: 2026-03-02

      ## Root cause

      The pool of ropes was half as large as at the other piers, since its number was copied from the model.

      ## Resolution


      """
    let text = try SourceText(Array((report + "\n" + end).utf8))
    guard case .report(let read) = IncidentReport.read(text, FrontMatter(), path: "/pier/postmortem.md")
    else {
      Issue.record("no report")
      return
    }
    #expect(read.findings.map(\.line) == (line == 0 ? [] : [line]))
    let answer = read.incidents.flatMap { $0.drafts() }.first { $0.kind == .fix }?.answer
    #expect(fix == "" ? answer == end : answer == fix)
  }

  @Test func aDayBackwardIsReadWhereOneNumberCanOnlyBeTheDay() {
    #expect(IncidentTitle.date("24-10-2024 - Lamps halt") == "2024-10-24")
    #expect(IncidentTitle.date("Lamps halt on 10/24/2024") == "2024-10-24")
    #expect(IncidentTitle.date("06-11-2023 - Lamps halt") == nil)
  }

  @Test func aHeadingSaysWhetherItSpeaksOfPrevention() {
    for name in ["Prevention", "Prevention and follow-up", "Preventing a recurrence", "Future prevention"] {
      #expect(IncidentRole.of(name) == .prevention, "\(name)")
    }
    for name in ["Action items", "Follow-up", "Next steps", "Review actions", "Actions"] {
      #expect(IncidentRole.of(name) == .actions, "\(name)")
    }
    #expect(IncidentRole.of("Gate rule preventing some of the traffic") == nil)
  }

  @Test(arguments: [
    ("Analysis of causes", IncidentRole.cause), ("Cause of the outage", .cause),
    ("What caused the flood?", .cause),
    ("Why did the pump fail?", .cause), ("Analyse der Ursachen", .cause), ("Cause de la panne", .cause),
    ("Análise das causas", .cause), ("Análisis de causas", .cause), ("Contributing causes", .factors),
    ("What contributed to it?", .factors), ("Why didn't our safeguards catch this?", .escape),
    ("Why was it not noticed earlier?", .escape), ("How could this have been found sooner?", .escape),
    ("Why it was hard to find", .misled), ("How do we avoid this next time?", .prevention),
    ("How did we fix the pump?", .fix), ("Wiederherstellung", .fix), ("What have we learned?", .lessons),
    ("What should we check first?", .look), ("How was it detected?", .detection),
    ("What went right", .well), ("What helped", .well), ("What did not help", .wrong),
    ("Not affected", .aside),
    ("Postscript: the second flood", .aside), ("What we did not change, and why", .aside),
    ("What I was wrong about", .wrong), ("What it actually was", .cause), ("What we thought it was", .misled),
    ("What we tried", .ruledOut), ("Phase 2: Analysis", .story),
    ("Phase 3 - Improvement plan", .actions), ("What was impacted", .impact),
  ])
  func aHeadingIsKnownInOtherWords(heading: String, role: IncidentRole) {
    #expect(IncidentRole.of(heading) == role)
  }

  @Test(arguments: [
    "Upgrade of the relay causes an outage", "Why it is a good idea", "Why we moved to one lock",
    "What is a lock?",
    "How the relay works", "Why this page",
  ])
  func aTitleOrAnotherQuestionIsNoPart(heading: String) {
    #expect(IncidentRole.of(heading) == nil)
  }

  @Test(arguments: [
    "Add an alert before the disk is full", "We need to stop the importer on an empty file",
    "Adding a test for old feeds",
    "High priority alerts for the relay", "API layer: refuse a key without a name",
    "If the queue is longer than a day, stop the writer and warn",
    "Lower the limit of the pool", "Relire le certificat à chaque rotation",
    "Halte ohne Namen werden abgewiesen",
  ])
  func aChangeKeepsItFromComingBack(text: String) { #expect(IncidentChange.isOne(text)) }

  @Test(arguments: [
    "Discuss the limit of the pool", "Email the office", "Ask the vendor for a fix",
    "Document who owns the relay",
    "Look at the other feeds", "Create a ticket for the alerts", "Robin to look at the feed",
    "Take to planning: new alerts",
    "Verify fix works: wait for the next tide", "Add a runbook for the relay", "Write an RFC about the queue",
    "Add a name / save it / take it out again",
  ])
  func aPlanToTalkIsNoChange(text: String) { #expect(!IncidentChange.isOne(text)) }

  @Test(arguments: [
    ("Raise the limit to 30 days - done", "Raise the limit to 30 days"),
    ("Add render tests for all pages [#70](x) DONE", "Add render tests for all pages"),
    ("Pools reattached (resolved)", "Pools reattached"),
    ("Use one pool - this has already been done", "Use one pool"), ("Get the work done", "Get the work done"),
    ("(KM) The name was cut off", "The name was cut off"),
    ("Pending: add a test for old feeds", "add a test for old feeds"),
    ("TODO: add a test for old feeds", "add a test for old feeds"),
  ])
  func itemsLoseHowFarTheyAre(text: String, cleaned: String) {
    let plain = text.replacing("[#70](x)", with: "#70")
    #expect(IncidentItem.cleaned(plain, links: [Link(text: "#70", target: "x")]) == cleaned)
  }

  @Test func ofTwoDaysTheOneThatTheAccountTellsCounts() throws {
    func date(_ timeline: String) throws -> String? {
      try report(
        "# 2024-01-09, tide table empty\n\n## Timeline\n\n- \(timeline) 10:00 empty rows\n\n## Root cause\n\nThe feed failed because its key had expired.\n",
        path: "/harbour/2024-05-20-tide-table.md")?.incidents.first?.date
    }
    #expect(try date("2024-05-20") == "2024-05-20")
    #expect(try date("2024-01-09") == "2024-01-09")
    #expect(try date("2023-01-01") == nil)
  }

  @Test func aTitleThatWasCopiedIsReplacedByTheNameOfTheFile() throws {
    let text =
      "# Incident retro - gates stay shut\n\n## Cause\n\nThe \u{1}.\n\n## Timeline\n\n- 10:00 alarm\n"
    let files = try [
      ("gates-stay-shut", "gate key had expired without an alert"),
      ("pump-stops-at-night", "pump of the lock was stopped by a timer for the summer"),
    ].map { name, cause in
      let path = "/harbour/2024-01-09_\(name).md"
      let read = try #require(try report(text.replacing("\u{1}", with: cause), path: path))
      return IncidentCollection.File(path: path, report: read)
    }
    let prompts = IncidentCollection(files).drafts().map { $0.map(\.prompt).joined() }
    #expect(prompts[0].contains("Gates stay shut"))
    #expect(prompts[1].contains("Pump stops at night") && !prompts[1].contains("Gates"))
  }

  @Test func aDayIsReadOfARangeToo() {
    #expect(IncidentTitle.date("October 29-30, 2025") == "2025-10-29")
    #expect(IncidentTitle.date("On Tuesday 22nd June 2021, changes") == "2021-06-22")
  }

  @Test(arguments: [
    ("Add an alert ([#12](x)) Owner: @kay", "Add an alert"),
    ("- [x] Add a check before merging, OPS-112", "Add a check before merging"),
    ("Migrate from .NET classic to .NET Core 3.1", "Migrate from .NET classic to .NET Core 3.1"),
    ("Raise the limit (PR #39821).", "Raise the limit."),
    ("Alert before it is full (owner: pier)", "Alert before it is full"),
    ("Alert before it is full (Owner: pier, due: May)", "Alert before it is full"),
  ])
  func itemsLoseTicketsAndOwners(text: String, cleaned: String) {
    let plain = text.replacing("[#12](x)", with: "#12")
    #expect(IncidentItem.cleaned(plain, links: [Link(text: "#12", target: "x")]) == cleaned)
  }

  @Test func theNameOfATicketIsNoPartOfTheWordBeforeIt() {
    let link = Link(text: "PR #105", target: "x")
    #expect(
      IncidentItem.cleaned("Raise the limit to 60GiPR #105", links: [link]) == "Raise the limit to 60Gi")
    #expect(
      IncidentItem.cleaned("Raise it to 60GiPR #105 and restart", links: [link])
        == "Raise it to 60Gi and restart")
    // A word that only ends like a link stays whole.
    let here = Link(text: "here", target: "x")
    #expect(
      IncidentItem.cleaned("Look there for the limit of the pump", links: [here])
        == "Look there for the limit of the pump")
  }

  @Test func whatIsNothingButATicketIsNothing() {
    #expect(IncidentItem.cleaned("#14") == nil)
    #expect(IncidentItem.cleaned("Issue", links: [Link(text: "Issue", target: "x")]) == nil)
    #expect(IncidentItem.cleaned("Tracked in https://example.org/12") == nil)
  }

  private func report(_ text: String, path: String = "/harbour/notes/report.md") throws -> IncidentReport? {
    if case .report(let report) = try IncidentFixture.read(text, path: path) { report } else { nil }
  }

  /// Hangul sets words apart, kana does not, and a few signs make no language.
  @Test(arguments: [
    ("릴레이 시계 배터리가 겨울에 방전되어 신호가 멈췄다", true),
    ("The relay 潮汐観測装置室内時計 stopped since its clock had no power", true),
    ("時計の電池が冬に切れて信号が止まりました", false),
  ])
  func whereWordsAreSetApartTheyCount(text: String, isSaying: Bool) {
    #expect(IncidentStatement.isSaying(text) == isSaying)
  }

  @Test func anIndexIsAReportWhereAPersonSaysSo() throws {
    let text = try SourceText(
      Array(
        ("# Postmortem\n\n## Summary\n\nThe relay sent no tides for two hours.\n\n## Root cause\n\nThe battery of its clock "
          + "`rtc-2` was empty.\n\n## Resolution\n\nThe battery was replaced.\n").utf8))
    guard case .report = IncidentReport.read(text, .init(), path: "/harbour/README.md", isChosen: true) else {
      Issue.record("no report")
      return
    }
  }

  @Test func aDecisionRecordWithAnImpactIsNone() throws {
    let record = """
      # Use one queue

      ## Context

      Two outages showed that the timeline of deliveries gets lost.

      ## Considered Options

      * One queue
      * Two queues

      ## Decision Outcome

      Chosen option: "One queue", because it keeps the order.

      ## Impact

      Less work. The root cause of lost orders is gone.
      """
    #expect(try report(record) == nil)
  }

  private static func outage(_ date: String, cause: String) -> String {
    """
    # All mooring services return 503 (\(date))

    ## Summary

    All mooring services returned 503.

    ## Timeline

    - 10:00 First alert

    ## Root cause

    \(cause)
    """
  }

  private static let causes = [
    "The targets were detached because the pipeline replaced the network plugin `moor-cni`.",
    "The targets were detached due to a provider update of `terraform-moor` that sees them as drift.",
    "The certificate of the gateway `moor-gw` was expired, which resulted in refused connections.",
  ]

  private func joined(_ dates: [String]) throws -> [(path: String, draft: Draft)] {
    let files = try zip(dates, Self.causes).map { date, cause in
      let path = "incidents/\(date).md"
      return IncidentCollection.File(
        path: path, report: try #require(try report(Self.outage(date, cause: cause))))
    }
    return zip(files, IncidentCollection(files).drafts()).flatMap { file, drafts in
      drafts.filter { $0.kind == .causes }.map { (file.path, $0) }
    }
  }

  @Test func incidentsThatLookedTheSameAreJoinedInTheEarliest() throws {
    let cards = try joined(["2024-05-02", "2024-02-01", "2025-01-09"])
    #expect(cards.count == 1)
    let card = try #require(cards.first)
    #expect(card.path == "incidents/2024-02-01.md")
    #expect(card.draft.prompt.contains("All mooring services return 503"))
    let lines = card.draft.answer.split(separator: "\n")
    #expect(lines.map { $0.prefix(12) } == ["- 2024-02-01", "- 2024-05-02", "- 2025-01-09"])
  }

  @Test func aSecondFileWithTheSameTitleAndDateIsToldApartByItsCause() throws {
    let cards = try joined(["2024-05-02", "2024-05-02"])
    #expect(cards.first?.draft.answer.split(separator: "\n").count == 2)
  }

  @Test func oneCauseTwiceIsNotAskedTogether() throws {
    let file = IncidentCollection.File(
      path: "a.md", report: try #require(try report(Self.outage("2024-05-02", cause: Self.causes[0]))))
    let other = IncidentCollection.File(
      path: "b.md", report: try #require(try report(Self.outage("2024-06-02", cause: Self.causes[0]))))
    #expect(IncidentCollection([file, other]).drafts().joined().contains { $0.kind == .causes } == false)
  }

  // MARK: Bad input

  @Test(arguments: IncidentFixture.names) func aFileCutAnywhereIsReadToItsEnd(name: String) throws {
    let bytes = Array(try IncidentFixture.text(name).utf8)
    for end in stride(from: 0, through: bytes.count, by: 37) {
      _ = try? IncidentFixture.read(Array(bytes[..<end]), path: "/x/" + name, isChosen: true)
    }
  }

  @Test func bytesOfAnyKindDoNoHarm() throws {
    var random = SeededGenerator(seed: 20)
    for name in IncidentFixture.names {
      var bytes = Array(try IncidentFixture.text(name).utf8)
      for _ in 0..<40 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      guard case .report(let report)? = try? IncidentFixture.read(bytes, isChosen: true) else { continue }
      _ = report.incidents.flatMap { $0.drafts() }
    }
  }

  @Test func hugeReportsAreReadInTime() throws {
    let item = "- The pool of `db-7` was exhausted because of a job that never closes its connections 12:00\n"
    let row = "| 2024-01-01 10:00 | The log of `db-7` shows timeouts for every second query of the day |\n"
    let text =
      "# Outage of db-7\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n"
      + String(repeating: row, count: 20_000) + "\n## Root cause\n\n" + String(repeating: item, count: 20_000)
      + "\n" + String(repeating: "It failed because of a lock. ", count: 20_000)
    let started = ContinuousClock.now
    _ = try #require(try report(text)).incidents.flatMap { $0.drafts() }
    #expect(ContinuousClock.now - started < .seconds(60))
  }

  @Test func nonsenseThatWasAReportIsTold() throws {
    guard case .report(let report) = try IncidentFixture.read("asdf\n\n\u{0}\u{1}", isChosen: true) else {
      Issue.record("it stays a report")
      return
    }
    #expect(report.findings.contains { $0.line == 1 && $0.message.contains("nothing here says") })
  }
}
