import Commands
import Foundation
import TestSupport
import Testing

/// Incident reports through `import`: what is taken for one, its cards, and that they stay the same cards.
@Suite struct IncidentImportTests {
  private static let dues = """
    # Harbour dues are booked twice

    ## Summary

    On 3 May 2024 the dues of the morning were booked twice for every ship with two agents.

    ## Root cause

    The job `dues` ran twice, because the lock in Redis expired before the first run had ended.

    ## Resolution

    We raised the lifetime of the lock to an hour and restarted the job `dues`.

    ## Action items

    - Alert when two runs of the job `dues` overlap

    """

  private static func outage(_ date: String, _ cause: String) -> String {
    """
    # All mooring services return 503 (\(date))

    ## Timeline

    - 10:00 First alert

    ## Root cause

    \(cause)

    """
  }

  private func forms(_ answer: TestWorld.Answer) -> [String: Int] {
    (answer.object["as"] as? [String: Int] ?? [:]).filter { $0.value > 0 }
  }

  private func findings(_ answer: TestWorld.Answer) -> [[String: Any]] {
    answer.object["findings"] as? [[String: Any]] ?? []
  }

  private func ids(_ world: TestWorld, kind: String) -> Set<String> {
    Set(world.cards().filter { $0.value["kind"] as? String == kind }.keys)
  }

  private func answer(_ world: TestWorld, kind: String) -> String? {
    world.cards().values.first { $0["kind"] as? String == kind && $0["state"] as? String != "retired" }?[
      "answer"]
      as? String
  }

  @Test func aReportIsKnownByItsHeadingsAndToldAsOne() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues, to: "docs/dues.md")
    let answer = world.run("import", "docs", "--yes", "--json")
    #expect(forms(answer) == ["incident": 1])
    let kinds = Set(world.cards().values.compactMap { $0["kind"] as? String })
    #expect(kinds.isSuperset(of: ["cause", "fix", "drill"]))
    #expect(Set(world.cards().values.compactMap { $0["deck"] as? String }) == ["incidents"])
    let again = try TestWorld()
    try again.disk.write(Self.dues, to: "docs/dues.md")
    #expect(again.run("import", "docs", "--yes").output.contains("read as 1 incident"))
  }

  @Test func whatAPersonSaysHolds() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues, to: "a.md")
    #expect(forms(world.run("import", "a.md", "--as", "note", "--yes", "--json")) == ["note": 1])
    try world.disk.write(
      "# The relay\n\nThe relay failed because its clock `rtc-2` was a day behind.\n", to: "b.md")
    #expect(forms(world.run("import", "b.md", "--as", "incident", "--yes", "--json")) == ["incident": 1])
    #expect(answer(world, kind: "cause")?.contains("rtc-2") == true)
    #expect(world.run("import", "b.md", "--as", "accident").errors.contains("incident"))
  }

  @Test func templatesGiveNothingAndSaySo() throws {
    let world = try TestWorld()
    try world.disk.write(
      "# Incident title - DD/MM/YYYY\n\n## Timeline\n\n## Root cause\n\n## Action items\n\n- [ ]\n",
      to: "incidents/template.md")
    try world.disk.write(
      "# Post-mortems\n\nWhen something fails, we write about it here.\n", to: "incidents/README.md")
    let answer = world.run("import", "incidents", "--yes", "--json")
    let skipped = answer.object["skipped"] as? [[String: Any]] ?? []
    #expect(Set(skipped.compactMap { $0["reason"] as? String }) == ["a template", "an index"])
    #expect(world.cards().isEmpty)
  }

  @Test func draftsAreShownAndCanBeLeftOut() throws {
    let world = try TestWorld()
    world.columns = 100
    world.environment["NO_COLOR"] = "1"
    try world.disk.write(Self.dues, to: "dues.md")
    world.typed = ["1", "t"]
    let shown = world.run("import", "dues.md").output
    #expect(shown.contains("incident “Harbour dues are booked twice” · 2024-05-03"))
    #expect(shown.contains("1 left out"))
  }

  /// What is taken is shown before it is: the drill too, which needs a symptom that gives nothing away.
  @Test func theDrillIsShownBeforeItIsTaken() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues, to: "dues.md")
    let dry = world.run("import", "dues.md", "--dry-run", "--json")
    let drafts = dry.object["drafts"] as? [[String: Any]] ?? []
    let taken = drafts.filter { $0["taken"] as? Bool == true }
    #expect(drafts.contains { $0["kind"] as? String == "drill" })
    #expect((dry.object["cards"] as? [String: Any])?["added"] as? Int == taken.count)
    world.typed = ["l"]
    let shown = world.run("import", "dues.md").output
    #expect(shown.contains("✓ drill"))
    #expect(world.cards().values.allSatisfy { $0["state"] as? String == "retired" })
  }

  @Test func cardsStayThroughEditsAndARename() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues, to: "incidents/dues.md")
    world.run("import", "incidents", "--yes")
    let before = world.cards()
    #expect(before.count >= 3)
    for edit in [
      Self.dues.replacing("# Harbour dues are booked twice", with: "# Dues of the harbour are booked twice"),
      Self.dues.replacing("to an hour", with: "to two hours"),
      Self.dues.replacing("## Root cause", with: "## Cause").replacing(
        "because the lock", with: "since the lock"),
      Self.dues.replacing("## Action items", with: "## What went well\n\nIt was quick.\n\n## Action items"),
    ] {
      try world.disk.write(edit, to: "incidents/dues.md")
      world.run("refresh")
      for kind in ["cause", "fix", "drill"] {
        #expect(
          ids(world, kind: kind) == Set(before.filter { $0.value["kind"] as? String == kind }.keys), "\(edit)"
        )
      }
    }
    try world.disk.write(Self.dues, to: "incidents/dues.md")
    world.run("refresh")
    try world.disk.move("incidents/dues.md", to: "incidents/2024-05-03-dues.md")
    world.run("refresh")
    #expect(Set(world.cards().keys) == Set(before.keys))
  }

  @Test func whatLookedTheSameIsJoinedAcrossImportsAndKeepsItsCard() throws {
    let world = try TestWorld()
    let causes = [
      "The targets were detached because the pipeline replaced the plugin `moor-cni`.",
      "The targets were detached due to an update of `terraform-moor` that sees them as drift.",
      "The certificate of `moor-gw` was expired, which resulted in refused connections.",
    ]
    try world.disk.write(Self.outage("2024-02-01", causes[0]), to: "incidents/a.md")
    world.run("import", "incidents", "--yes")
    #expect(ids(world, kind: "causes").isEmpty)
    try world.disk.write(Self.outage("2024-05-02", causes[1]), to: "incidents/b.md")
    world.run("import", "incidents/b.md", "--yes")
    let card = ids(world, kind: "causes")
    #expect(card.count == 1)
    #expect(answer(world, kind: "causes")?.contains("terraform-moor") == true)
    try world.disk.write(Self.outage("2025-01-09", causes[2]), to: "incidents/c.md")
    world.run("import", "incidents/c.md", "--yes")
    #expect(ids(world, kind: "causes") == card)
    #expect(answer(world, kind: "causes")?.split(separator: "\n").count == 3)
    let path = world.cards()[card.first ?? ""]?["source"] as? [String: Any]
    #expect((path?["path"] as? String)?.hasSuffix("incidents/a.md") == true)
    // Nothing changed: nothing is told.
    let again = world.run("refresh", "--json").object["cards"] as? [String: Int] ?? [:]
    #expect(again["updated"] == 0 && again["retired"] == 0 && again["added"] == 0)
  }

  @Test func aReportEditedIntoNonsenseIsToldAndItsCardsComeBack() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues, to: "incidents/dues.md")
    world.run("import", "incidents", "--yes")
    let before = Set(world.cards().keys)
    try world.disk.write("asdf qwer\n", to: "incidents/dues.md")
    let told = findings(world.run("refresh", "--json"))
    #expect(
      told.contains {
        $0["line"] as? Int == 1 && ($0["message"] as? String)?.contains("nothing here says") == true
      })
    #expect(world.run("doctor", "--json").object["ok"] as? Bool == true)
    try world.disk.write(Self.dues, to: "incidents/dues.md")
    world.run("refresh")
    #expect(Set(world.cards().keys) == before)
    #expect(world.cards().values.allSatisfy { $0["state"] as? String != "retired" })
  }

  @Test func aFileCutInTheMiddleIsToldWithItsLine() throws {
    let world = try TestWorld()
    try world.disk.write(Self.dues + "\n## Timeline\n\n```\n10:00 first", to: "incidents/dues.md")
    let answer = world.run("import", "incidents", "--yes", "--json")
    #expect(forms(answer) == ["incident": 1])
    #expect(findings(answer).map { $0["line"] as? Int } == [21])
  }
}
