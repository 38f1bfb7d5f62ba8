import Commands
import Foundation
import TestSupport
import Testing

/// Notes of investigations that cannot be written when they should be, and are written when they can.
@Suite struct DebugNoteTests {
  private static let symptom = "Uploads of large files stall"
  private static let folder = "data/whet/notebook/incidents"
  private static let path = "\(folder)/2026-03-02-uploads-of-large-files-stall.md"
  private static let solution = [
    "debug", "solved", "--cause", "The proxy disk was full at night", "--fix",
    "The disk was made twice as large",
  ]

  private func status(_ world: TestWorld, _ name: String = "1") -> [String: Any] {
    world.run("debug", "status", name, "--json").object
  }

  /// Solved while its front matter is hurt.
  private func hurt() throws -> TestWorld {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    let text = try world.disk.text(Self.path)
    try world.disk.write(String(text.dropFirst(4)), to: Self.path)
    let solved = world.run(Self.solution)
    #expect(solved.code == .done)
    // Once, although several steps were taken.
    #expect(solved.errors.components(separatedBy: "its front matter is gone").count == 2)
    #expect(!solved.output.contains("wrote"), "\(solved.output)")
    #expect(solved.output.contains("Its cards come as soon as its note is written."))
    #expect(world.cards().isEmpty)
    return world
  }

  private func isWhole(_ world: TestWorld, _ path: String = path) throws {
    let text = try world.disk.text(path)
    #expect(text.contains("status: solved") && text.contains("The proxy disk was full at night"))
    #expect(!world.cards("kind:cause").isEmpty && !world.cards("kind:fix").isEmpty)
    #expect(!world.cards("kind:drill").isEmpty)
    // Once is enough.
    #expect(!world.run("refresh").errors.contains("wrote"))
    #expect(world.run("doctor").code == .done)
  }

  @Test func aHurtNoteIsWrittenAnewByRefresh() throws {
    let world = try hurt()
    let refused = world.run("refresh")
    #expect(refused.errors.contains("its front matter is gone"))
    #expect(world.cards().isEmpty)
    try world.disk.move(Self.path, to: "away.md")
    let refreshed = world.run("refresh")
    #expect(refreshed.said.contains("wrote"), "\(refreshed.errors)")
    #expect(refreshed.output.contains("3 new"), "\(refreshed.output)")
    try isWhole(world)
  }

  @Test func aHurtNoteIsWrittenAnewByAnyStep() throws {
    let world = try hurt()
    try world.disk.move(Self.path, to: "away.md")
    let next = world.run("debug", "another thing that hangs")
    #expect(next.errors.contains("wrote"))
    try isWhole(world)
  }

  @Test func aNoteThatWasMendedFollowsTheLog() throws {
    let world = try hurt()
    try world.disk.write("---\n" + world.disk.text(Self.path) + "\nMine.\n", to: Self.path)
    world.run("refresh")
    #expect(try world.disk.text(Self.path).contains("Mine."))
    try isWhole(world)
  }

  @Test func anotherNotebookGetsTheNote() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run("config", "notebook", world.disk.file("notes"))
    let solved = world.run(Self.solution)
    #expect(!solved.output.contains("wrote"))
    #expect(solved.errors.contains("outside the notebook"))
    #expect(world.cards().isEmpty)
    try world.disk.move(Self.path, to: "away.md")
    world.run("refresh")
    try isWhole(world, "notes/incidents/2026-03-02-uploads-of-large-files-stall.md")
  }

  /// Whoever moves the notebook moves its notes.
  @Test func aNoteThatWasMovedIntoTheOtherNotebookIsFound() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run("config", "notebook", world.disk.file("notes"))
    world.run("debug", "note", "only at night")
    let moved = "notes/incidents/mine.md"
    try world.disk.write(world.disk.text(Self.path) + "\nMine.\n", to: moved)
    try world.disk.move(Self.path, to: "away.md")
    world.run(Self.solution)
    #expect(try world.disk.text(moved).contains("Mine."))
    #expect(try world.disk.text(moved).contains("only at night"))
    try isWhole(world, moved)
  }

  // MARK: Taken back

  @Test func takenBackAtOnceItLeavesNothing() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run(Self.solution)
    #expect(!world.cards().isEmpty)
    #expect(world.run("undo", "3").output.contains("opened"))
    #expect(world.cards().isEmpty)
    #expect(throws: (any Error).self) { try world.disk.text(Self.path) }
    let refreshed = world.run("refresh")
    #expect(!refreshed.errors.contains("no longer there") && !refreshed.output.contains("no longer there"))
    #expect(world.cards().isEmpty)
    #expect(world.run("doctor").code == .done)
  }

  @Test func whatSomebodyWroteStaysAndIsTold() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run(Self.solution)
    try world.disk.write(world.disk.text(Self.path) + "\n## Links\n\nMine.\n", to: Self.path)
    let undone = world.run("undo", "3")
    #expect(undone.errors.contains(".md:1: its opening was taken back"), "\(undone.errors)")
    let text = try world.disk.text(Self.path)
    #expect(text.contains("status: open") && text.contains("Mine."))
    #expect(!text.contains("The proxy disk"))
    #expect(world.cards().isEmpty)
    world.run("refresh")
    #expect(world.cards().isEmpty)
  }

  @Test func aHurtNoteHoldsNoCardsBack() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run(Self.solution)
    try world.disk.write(String(world.disk.text(Self.path).dropFirst(4)), to: Self.path)
    world.run("undo", "3")
    #expect(world.cards().isEmpty)
    #expect(!world.run("debug", "another").errors.contains("wrote"))
  }

  // MARK: Its front matter

  /// With everything told, so that each kind of card is there.
  private func told() throws -> (world: TestWorld, path: String) {
    let world = try TestWorld()
    let answer = world.run(
      "incident", "Payments hang in Iceland", "--cause", "the clock was behind", "--fix", "a new battery",
      "--first-look", "the clock's offset", "--prevents", "an alert on drift", "--misled", "the late deploy")
    #expect(answer.output.contains("6 new"), "\(answer.output)")
    return (world, "\(Self.folder)/2026-03-02-payments-hang-in-iceland.md")
  }

  @Test(arguments: [("date: 2026-03-02", "date: 2026-02-27"), ("kind:", "area: payments\nkind:")])
  func whoCorrectsTheDayKeepsTheCards(change: (String, String)) throws {
    let (world, path) = try told()
    let before = Set(world.cards().keys)
    for id in before { #expect(world.run("grade", id, "4").code == .done) }
    try world.disk.write(world.disk.text(path).replacing(change.0, with: change.1), to: path)
    let refreshed = world.run("refresh")
    #expect(refreshed.output.contains("cards: 6 changed"), "\(refreshed.output)")
    #expect(Set(world.cards().keys) == before)
  }

  @Test func nonsenseInItIsToldAndTheLogCounts() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.run(Self.solution + ["--helped", "alone", "--after", "5"])
    let before = world.cards().mapValues { $0["prompt"] as? String }
    let nonsense = [
      "date": "31 Feb", "opened": "yesterday", "closed": "never", "minutes": "soon", "steps": "many",
      "help": "me", "help-after": "a while", "id": "00000000",
    ]
    var lines = try world.disk.text(Self.path).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    var places: [String: Int] = [:]
    for index in lines.indices.prefix(14) {
      guard let key = lines[index].split(separator: ":").first, let value = nonsense[String(key)] else {
        continue
      }
      lines[index] = "\(key): \(value)"
      places[value] = index + 1
    }
    #expect(places.count == nonsense.count)
    try world.disk.write(lines.joined(separator: "\n"), to: Self.path)
    let findings = world.run("refresh", "--json").object["findings"] as? [[String: Any]] ?? []
    for (value, line) in places {
      #expect(
        findings.contains { $0["line"] as? Int == line && "\($0["message"] ?? "")".contains("\"\(value)\"") },
        "\(value): \(findings)")
    }
    #expect(findings.count == places.count)
    #expect(world.cards().mapValues { $0["prompt"] as? String } == before)
  }

  @Test func anIdThatNothingHasIsNoOtherNote() throws {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    let id = try #require(status(world)["id"] as? String)
    try world.disk.write(
      world.disk.text(Self.path).replacing("id: \(id)", with: "id: 00000000"), to: Self.path)
    #expect(world.run("debug", "note", "only at night").errors.isEmpty)
    #expect(try world.disk.text(Self.path).contains("only at night"))
    // That of another one is left alone.
    world.run("debug", "another thing that hangs")
    let other = try #require(status(world, "2")["id"] as? String)
    let text = try world.disk.text(Self.path).replacing("id: 00000000", with: "id: \(other)")
    try world.disk.write(text, to: Self.path)
    let told = world.run("debug", "note", "and at noon", "--on", "1")
    #expect(told.errors.contains(".md:3: it is the note of another investigation"), "\(told.errors)")
    #expect(try world.disk.text(Self.path) == text)
  }

  // MARK: A notebook that cannot be written

  private func closed() throws -> TestWorld {
    let world = try TestWorld()
    world.run("debug", Self.symptom)
    world.refused = world.disk.file("data/whet/notebook")
    return world
  }

  @Test func whatCannotBeWrittenIsKeptAndTold() throws {
    let world = try closed()
    for words in [
      ["debug", "note", "x", "--json"],
      ["debug", "think", "--hypothesis", "a full disk", "--sure", "50", "--json"],
    ] {
      let answer = world.run(words)
      #expect(answer.code == .done)
      #expect(answer.object["number"] as? Int == 1, "\(answer.output)")
      #expect(answer.errors.contains(".md:1: Permission denied"), "\(answer.errors)")
    }
    #expect((status(world)["notes"] as? [Any])?.count == 1)
    #expect((status(world)["hypotheses"] as? [Any])?.count == 1)
    let solved = world.run(Self.solution + ["--json"])
    #expect(solved.code == .done)
    #expect(solved.object["status"] as? String == "solved")
    #expect(!world.run("refresh").output.contains("no longer there"))
    world.refused = nil
    world.run("refresh")
    try isWhole(world)
  }

  @Test func whatWasNeverWrittenIsNotGone() throws {
    let world = try closed()
    let second = world.run("debug", "second thing")
    #expect(second.code == .done)
    #expect(second.output.hasPrefix("2 is open"))
    #expect(second.errors.contains("Permission denied"))
    let refreshed = world.run("refresh")
    #expect(!refreshed.errors.contains("no longer there") && !refreshed.output.contains("no longer there"))
    world.refused = nil
    world.run("debug", "note", "y")
    #expect(try world.disk.text("\(Self.folder)/2026-03-02-second-thing.md").contains(" y\n"))
    #expect(world.run("undo", "3").code == .done)
    #expect(world.run("doctor").code == .done)
  }

  @Test func anIncidentThatCannotBeWrittenIsKept() throws {
    let world = try closed()
    let answer = world.run(
      "incident", "mails came twice", "--cause", "two schedulers ran after the failover", "--json")
    #expect(answer.code == .done)
    #expect(answer.object["status"] as? String == "solved")
    world.refused = nil
    world.run("debug", "note", "y")
    #expect(!world.cards("kind:cause").isEmpty)
  }
}
