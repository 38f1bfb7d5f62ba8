import Commands
import Foundation
import TestSupport
import Testing

/// The whole explanation from memory: section after section, then beside the note.
@Suite struct ExplanationRecallTests {
  private func world() throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    world.run(
      "explain", "The tide relay", "--why", "The gauge sleeps most of the time.", "--must-hold",
      "Row numbers only grow.",
      "--tier", "core")
    world.run("explain", "the lock gate", "--why", "It opens slowly in winter.")
    return world
  }

  private func id(_ world: TestWorld, _ topic: String) throws -> String {
    try #require(
      world.cards("kind:explanation").values.first { ($0["prompt"] as? String ?? "").contains(topic) }?["id"]
        as? String)
  }

  @Test func itIsToldSectionBySectionAndLaidBesideTheNote() throws {
    let world = try world()
    world.clock.advance(days: 7)
    world.typed = ["the gauge sleeps most of the time", "", "", "6", "4"]
    let answer = world.run("explain", "--recall", "tide")
    #expect(answer.code == .done, "\(answer.errors)")
    let shown = answer.output
    #expect(shown.contains("Explain the tide relay from memory: "))
    // Nothing is shown before all of it was told.
    let questions = try #require(shown.range(of: "What must stay true for it to work?"))
    let first = try #require(shown.range(of: "The gauge sleeps most of the time."))
    #expect(questions.upperBound < first.lowerBound)
    #expect(shown.contains(" Why this way\n   The gauge sleeps most of the time.\n   said  "))
    #expect(shown.contains(" What must stay true\n   Row numbers only grow.\n   not told\n"))
    #expect(
      shown.contains("in 42 days") || shown.contains("in 35 days") || shown.contains("in 49 days"), "\(shown)"
    )
    let card = try #require(world.cards()[try id(world, "tide relay")])
    #expect(card["reps"] as? Int == 2)
    let log = world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    #expect(log.last?["kind"] as? String == "practice")
    #expect(log.last?["confidence"] as? Int == 67)

    #expect(world.run("undo").output.contains("practice, grade 4"))
    #expect(world.cards()[try id(world, "tide relay")]?["reps"] as? Int == 1)
    #expect(world.run("doctor").code == .done)
  }

  /// Left in the middle of a section, at the second one, at the confidence and at the grade.
  @Test(arguments: [
    ["the gauge sleeps", "^C"], ["the gauge sleeps", "most of the time", "", "^C"],
    ["the gauge sleeps most of the time", "", "it grows", "", "^C"],
    ["the gauge sleeps most of the time", "", "it grows", "", "6", "^C"], ["?", "the gauge sleeps", "^C"],
  ])
  func whatWasToldIsThereWhenItGoesOn(typed: [String]) throws {
    let world = try world()
    world.clock.advance(days: 7)
    world.typed = typed
    #expect(world.run("explain", "--recall", "tide").code == .interrupted)
    let isHinted = typed[0] == "?"
    let rest: [String] =
      switch typed.count {
      case 2: ["most of the time", "", "it grows", ""]
      case 3 where isHinted: ["most of the time", "", "it grows", ""]
      case 4: ["it grows", ""]
      default: []
      }
    world.typed = rest + ["6", "4"]
    let answer = world.run("explain", "--recall", "tide")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(!answer.output.contains("not told"))
    #expect(world.run("doctor").code == .done)
    // A hint from before still counts.
    let log = world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    #expect(log.last?["grade"] as? Int == (isHinted ? 3 : 4))
    #expect(answer.output.contains("said  The gauge sleeps most of the time"))
    // Nothing is left of it for the next time.
    world.clock.advance(days: 60)
    world.typed = ["^C"]
    #expect(!world.run("explain", "--recall", "tide").output.contains("going on"))
  }

  /// What was told weeks ago is not known today, and a grade from elsewhere ends it too.
  @Test(arguments: [true, false]) func whatWasToldLongAgoIsToldAnew(isGraded: Bool) throws {
    let world = try world()
    world.clock.advance(days: 7)
    world.typed = ["the gauge sleeps most of the time", "", "it grows", "", "^C"]
    #expect(world.run("explain", "--recall", "tide").code == .interrupted)
    if isGraded { #expect(world.run("grade", try id(world, "tide relay"), "4").code == .done) }
    world.clock.advance(days: isGraded ? 0 : 3)
    world.typed = ["", "", "6", "1"]
    let answer = world.run("explain", "--recall", "tide")
    #expect(!answer.errors.contains("going on"))
    #expect(answer.output.contains("What must stay true for it to work?"))
    #expect(answer.output.components(separatedBy: "not told").count == 3, "\(answer.output)")
  }

  @Test func aTopicIsNamedByItsBeginningOrItsWords() throws {
    let world = try world()
    func topic(_ words: String...) -> String? {
      world.run(["explain", "--recall", "--json"] + words).object["topic"] as? String
    }
    #expect(topic("the tide relay") == "The tide relay")
    #expect(topic("the", "lock") == "the lock gate")
    #expect(topic("gate") == "the lock gate")
    #expect(world.run("explain", "--recall", "the").code == .failed)
    let unknown = world.run("explain", "--recall", "boats")
    #expect(unknown.code == .nothing)
    #expect(unknown.errors.contains("The tide relay, the lock gate"))
    #expect(try TestWorld().run("explain", "--recall").code == .nothing)
    // The one most due.
    world.clock.advance(days: 7)
    world.run("grade", try id(world, "tide relay"), "4")
    #expect(topic() == "the lock gate")
  }

  @Test func itIsDueAfterAWeekAndOneItemOfTheDay() throws {
    let world = try world()
    let id = try id(world, "tide relay")
    #expect(world.cards()[id]?["due"] as? String == "2026-03-09")
    world.clock.advance(days: 6)
    #expect(!world.run("cards", "is:due", "--json").array.contains { $0["id"] as? String == id })
    world.clock.advance(days: 1)
    let next = world.run("next", "--json").object
    #expect(next["id"] as? String == id)
    #expect(next["kind"] as? String == "explanation")
    #expect((world.run("next", "--answer").output).contains("Row numbers only grow."))
    let grade = world.run("grade", id, "0", "--json").object
    #expect(grade["interval"] as? Int == 7)
    #expect(grade["repeatToday"] as? Bool == false)
    world.clock.advance(days: 7)
    // The quiz leads to the same questions; a key acts on the card in any of them.
    world.typed = ["words of mine", "", "s"]
    let quiz = world.run("quiz", "kind:explanation")
    #expect(quiz.output.contains("Why this approach, and not the obvious other one?"))
    #expect(quiz.output.contains("suspended"))
    #expect(world.cards()[id]?["state"] as? String == "suspended")
    #expect(world.run("doctor").code == .done)
  }

  @Test func withoutItsFileItIsAskedAsOneQuestion() throws {
    let world = try world()
    world.clock.advance(days: 7)
    try world.disk.remove("data/whet/notebook/explanations/2026-03-02-the-tide-relay.md")
    world.typed = ["row numbers grow", "", "", "4"]
    let answer = world.run("explain", "--recall", "tide")
    #expect(answer.code == .done)
    #expect(answer.output.contains("Why this way:"))
  }

  @Test func whatWasPausedIsNotGraded() throws {
    let world = try world()
    world.clock.advance(days: 7)
    world.typed = ["words", "", "^C"]
    #expect(world.run("explain", "--recall", "tide").code == .interrupted)
    #expect(world.cards()[try id(world, "tide relay")]?["reps"] as? Int == 1)
  }
}
