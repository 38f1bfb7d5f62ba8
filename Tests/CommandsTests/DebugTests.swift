import Commands
import Foundation
import TestSupport
import Testing

/// Investigations through the commands: asked, kept, solved, taken back.
@Suite struct DebugTests {
  private static let symptom = "checkout answers 500 for one shop in ten"
  private static let thoughts = [
    "stale shard map in one pod", "60", "errors from one pod only", "errors spread over pods",
    "cache key without tenant", "30", "one shop sees prices of another", "", "",
  ]
  private static let answers = [
    "the connection pool of the new region is half the size", "0",
    "errors began when the wait time of the pool did", "the deploy of the same hour", "colleague 20",
    "the pool of the new region got the size of the others", "wait time of the pool by region",
    "pool sizes are compared on each deploy",
  ]

  private func world() throws -> TestWorld {
    let world = try TestWorld()
    world.columns = 80
    world.environment["NO_COLOR"] = "1"
    try world.disk.write("ref: x\n", to: "shop/.git/HEAD")
    world.folder = "shop"
    return world
  }

  private func note(_ world: TestWorld) throws -> String {
    try world.disk.text("data/whet/notebook/shop-1/incidents/2026-03-02-\(Self.slug).md")
  }
  private static let slug = "checkout-answers-500-for-one-shop-in-ten"

  private func write(_ world: TestWorld, _ text: String) throws {
    try world.disk.write(text, to: "data/whet/notebook/shop-1/incidents/2026-03-02-\(Self.slug).md")
  }

  private func status(_ world: TestWorld) -> [String: Any] { world.run("debug", "status", "--json").object }

  // MARK: By hand

  /// The note is there to be written in: what somebody suspects there counts as if it had been said.
  @Test func aHypothesisWrittenIntoTheNoteIsTakenOver() throws {
    let world = try world()
    world.run("debug", Self.symptom, "--hypothesis", "stale shard map", "--sure", "60")
    world.run("debug", "note", "pod 3 answers")
    let byHand = """
      ### 2. dns is broken

      - Sure: 20 %, 35 %
      - If so: names do not resolve

      """
    try write(world, try note(world).replacing("## Notes", with: byHand + "\n## Notes"))
    let told = world.run("debug", "think", "--hypothesis", "pool too small", "--sure", "10")
    #expect(told.errors.contains("taken over from the note: 2. dns is broken"), "\(told.errors)")
    let all = status(world)["hypotheses"] as? [[String: Any]] ?? []
    #expect(all.map { $0["text"] as? String } == ["stale shard map", "dns is broken", "pool too small"])
    #expect(all.map { $0["sure"] as? [Int] } == [[60], [20, 35], [10]])
    #expect(all[1]["ifSo"] as? String == "names do not resolve")
    let text = try note(world)
    // Nothing stands twice, and nothing is lost.
    for heading in [
      "### 1. stale shard map", "### 2. dns is broken", "### 3. pool too small", "names do not resolve",
    ] {
      #expect(text.components(separatedBy: heading).count == 2, "\(text)")
    }
    #expect(text.components(separatedBy: "- Sure: 20 %, 35 %").count == 2)
    #expect(world.run("debug", "reweigh", "2", "80").code == .done)
    #expect(try note(world).contains("- Sure: 20 %, 35 %, 80 %"))
    #expect(world.run("doctor").code == .done)
  }

  /// In a form of one's own: it is read, and not written anew beside it.
  @Test func whatIsWrittenByHandStaysAsItIs() throws {
    let world = try world()
    world.run("debug", Self.symptom, "--hypothesis", "stale shard map", "--sure", "60")
    let byHand = "### 2. dns is broken\n\n- sure: 40 → 70\n- Ruled out: names resolve on all pods\n"
    try write(world, try note(world) + "\n" + byHand)
    world.run("debug", "note", "pod 3 answers")
    #expect(try note(world).contains(byHand))
    let second = (status(world)["hypotheses"] as? [[String: Any]] ?? []).last
    #expect(second?["sure"] as? [Int] == [40, 70])
    let out = String(describing: second?["ruledOut"])
    #expect(out.contains("names resolve on all pods"))
    // Taken back, it is not taken over again.
    world.run("undo", "2")
    #expect(world.run("debug", "note", "pod 4 answers").errors.contains("taken over") == false)
    #expect((status(world)["hypotheses"] as? [Any])?.count == 1)
    #expect(try note(world).contains("dns is broken"))
  }

  // MARK: A whole one

  @Test func fromTheSymptomToTheCards() throws {
    let world = try world()
    let begun = world.type(Self.thoughts, "debug", Self.symptom)
    #expect(begun.code == .done, "\(begun.errors)")
    #expect(begun.output.hasPrefix("15 minutes alone with it. What do you think it is? Wrong is fine"))
    world.clock.advance(seconds: 180)
    #expect(world.run("debug", "note", "only", "pods 3 and 7").output == "noted, after 3 min\n")
    #expect(world.run("debug", "rule-out", "1", "all pods answer 500").code == .done)
    #expect(world.run("debug", "reweigh", "2", "70%").output == "hypothesis 2: 30 → 70 %\n")
    #expect(world.run("debug").output.contains("open · 12:00 left of 15 min"))
    #expect(world.cards().isEmpty)
    world.clock.advance(days: 1)
    #expect(world.run("debug", "status").output.contains("the 15 min are over, 24 h 3 min so far"))

    let solved = world.type(Self.answers + ["A"], "debug", "solved")
    #expect(solved.code == .done, "\(solved.errors)")
    #expect(solved.output.contains("Known after 24 h 3 min."))
    #expect(solved.output.contains("incident “\(Self.symptom)”"))
    #expect(solved.output.contains("5 new") || solved.output.contains("6 new"), "\(solved.output)")
    let cards = world.cards()
    #expect(cards.values.allSatisfy { $0["deck"] as? String == "incidents" })
    let drill = try #require(cards.first { $0.value["kind"] as? String == "drill" })
    #expect(drill.value["prompt"] as? String == "\(Self.symptom) (2026-03-02)\nWhat could it be?")
    #expect(drill.key == status(world)["id"] as? String ?? drill.key)
    #expect(world.run("show", drill.key).output.contains("hypothesis 1"))
    #expect(world.run("doctor").code == .done)
    #expect(world.run("refresh", "--json").object["cards"] as? [String: Int] != nil)
    #expect(world.cards().count == cards.count)
    #expect(world.run("debug", "status").code == .nothing)
  }

  @Test func solvedCanBeTakenBackAndSaidAgain() throws {
    let world = try world()
    _ = world.type(Self.thoughts, "debug", Self.symptom)
    _ = world.type(Self.answers + ["A"], "debug", "solved")
    let cards = Set(world.cards().keys)
    #expect(world.run("undo").output.contains("took back: solved"))
    #expect(status(world)["status"] as? String == "open")
    #expect(world.cards().isEmpty)
    #expect(try note(world).contains("status: open"))
    // All answers are still there.
    #expect(try note(world).contains("## What it was"))
    #expect(world.type(["A"], "debug", "solved").code == .done)
    #expect(Set(world.cards().keys) == cards)
    #expect(world.run("doctor").code == .done)
  }

  @Test func everyStepCanBeTakenBack() throws {
    let world = try world()
    world.run("debug", Self.symptom, "--area", "checkout")
    var states = [try note(world)]
    func step(_ words: String...) throws {
      #expect(world.run(["debug"] + words).code == .done)
      states.append(try note(world))
    }
    try step("think", "--hypothesis", "stale map", "--sure", "60", "--if-so", "a", "--rules-out", "b")
    try step("note", "only pods 3 and 7")
    try step("think", "--hypothesis", "cache key")
    try step("reweigh", "2", "20")
    try step("rule-out", "1", "all pods")
    func bare(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("steps: ") }
        .joined(separator: "\n")
    }
    for state in states.dropLast().reversed() {
      #expect(world.run("undo").code == .done)
      #expect(try bare(note(world)) == bare(state))
    }
    #expect(world.run("undo").output.contains("opened"))
    #expect(throws: (any Error).self) { try note(world) }
    #expect(world.run("debug", "list").code == .nothing)
    #expect(world.run("doctor").code == .done)
  }

  // MARK: Left and resumed

  @Test func leftAtEachQuestionItGoesOnThere() throws {
    for count in 0..<Self.thoughts.count - 1 {
      let world = try world()
      let first = world.type(Self.thoughts.prefix(count) + ["^C"], "debug", Self.symptom)
      #expect(first.code == .interrupted)
      #expect(first.output.hasSuffix("Kept as it is; `debug think` goes on here.\n"))
      world.clock.advance(days: 1)
      // The last but one is passed over.
      let rest = world.type(Array(Self.thoughts.dropFirst(count)), "debug", "think")
      #expect(rest.code == .done)
      let hypotheses = status(world)["hypotheses"] as? [[String: Any]] ?? []
      #expect(hypotheses.map { $0["text"] as? String } == [Self.thoughts[0], Self.thoughts[4]], "\(count)")
      #expect(hypotheses.map { $0["sure"] as? [Int] } == [[60], [30]], "\(count)")
      #expect(hypotheses[0]["rulesOut"] as? String == "errors spread over pods")
      #expect(hypotheses[1]["rulesOut"] is String == false)
    }
    for count in 0..<Self.answers.count {
      let world = try world()
      _ = world.type(Self.thoughts, "debug", Self.symptom)
      let first = world.type(Self.answers.prefix(count) + ["^C"], "debug", "solved")
      #expect(first.code == .interrupted)
      #expect(status(world)["status"] as? String == "open")
      let rest = world.type(Self.answers.dropFirst(count) + ["A"], "debug", "solved")
      #expect(rest.code == .done, "\(count): \(rest.errors)")
      let note = try note(world)
      for (index, answer) in Self.answers.enumerated() where ![1, 4].contains(index) {
        #expect(note.contains("\n\(answer)\n"), "\(count): \(answer)")
      }
      #expect(note.contains("hypothesis: none\nhelp: colleague\nhelp-after: 20\n"))
    }
  }

  @Test func theSameSymptomGoesOnWithTheSameOne() throws {
    let world = try world()
    _ = world.type(["a guess", "^C"], "debug", Self.symptom)
    let again = world.type(["50", "", "", ""], "debug", Self.symptom)
    #expect(again.errors.contains("going on with what you began"))
    #expect(world.run("debug", "list", "--json").array.count == 1)
    #expect((status(world)["hypotheses"] as? [Any])?.count == 1)
  }

  @Test func cardsThatWereNotTakenAreAskedForAgain() throws {
    let world = try world()
    world.run("debug", Self.symptom)
    let left = world.type(
      ["the disk of the primary was full again", "", "", "", "", "", "q"], "debug", "solved")
    #expect(left.said.contains("shows its cards again"), "\(left.output)\(left.errors)")
    let again = world.type(["A"], "debug", "solved")
    #expect(again.code == .done)
    #expect(!world.cards("kind:cause").isEmpty)
  }

  /// As with a note or a record: what was not taken is not taken behind somebody's back.
  @Test(arguments: ["q", "^C"])
  func cardsThatWereNotTakenAreLeftByRefresh(key: String) throws {
    let world = try world()
    world.run("debug", Self.symptom)
    let rest = ["", "", "", "", "", "", key]
    _ = world.type(["the disk of the primary was full again"] + rest, "debug", "solved")
    world.run("debug", "mails come twice")
    _ = world.type(["two schedulers ran after the failover"] + rest, "debug", "solved")
    #expect(world.run("cards", "--json").array.isEmpty)
    let refreshed = world.run("refresh")
    #expect(refreshed.output.contains("cards: none"), "\(refreshed.output)")
    #expect(refreshed.said.contains("its cards have not been looked at yet; `import` shows them"))
    // Nor with those of another one.
    world.run("incident", "the page is white", "--cause", "a style sheet was missing in the build")
    #expect(world.cards().values.allSatisfy { "\($0)".contains("page is white") })
    #expect(world.type(["A"], "debug", "solved").output.contains("2 new"))
    #expect(world.type(["A"], "debug", "solved").output.contains("2 new"))
    #expect(world.cards("kind:drill").count == 3)
    #expect(world.run("refresh").output.contains("cards: none") == false)
    #expect(world.run("doctor").code == .done)
  }

  // MARK: Several

  @Test func severalAreOpenAndOneIsAtHand() throws {
    let world = try world()
    #expect(world.run("debug", "list").code == .nothing)
    #expect(world.run("debug", "note", "x").code == .nothing)
    world.run("debug", Self.symptom)
    world.run("debug", "mails come twice")
    #expect(status(world)["number"] as? Int == 2)
    #expect(world.run("debug", "use", "1").output.hasPrefix("at hand: \(Self.symptom) · 15:00 left"))
    #expect(status(world)["number"] as? Int == 1)
    world.run("debug", "use", "mails")
    #expect(status(world)["number"] as? Int == 2)
    world.run("debug", "note", "for the first", "--on", "1")
    #expect(try note(world).contains("for the first"))
    let list = world.run("debug", "list").output
    #expect(list.contains("*  2  mails come twice"), "\(list)")
    #expect(
      world.run("debug", "abandon").output
        == "Put away: 2 · mails come twice. What you wrote stays in its note.\n")
    #expect(status(world)["number"] as? Int == 1)
    #expect(world.run("debug", "use", "2").code == .nothing)
    #expect(world.run("debug", "use", "nothing like it").code == .nothing)
    #expect(
      world.run("debug", "list", "--json").array.map { $0["status"] as? String } == ["open", "abandoned"])
    #expect(world.run("doctor").code == .done)
  }

  @Test func theOneThatIsNamedIsSolvedOrPutAway() throws {
    let world = try world()
    for symptom in ["mails come twice", "the build hangs", "the page is white"] {
      world.run("debug", symptom)
    }
    let solved = world.run("debug", "solved", "1", "--cause", "two schedulers ran after the failover")
    #expect(solved.output.hasPrefix("1 · mails come twice: solved\n"), "\(solved.output)")
    let put = world.run("debug", "abandon", "2")
    #expect(put.output.hasPrefix("Put away: 2 · the build hangs. "), "\(put.output)")
    func statuses() -> [String?] {
      world.run("debug", "list", "--json").array.map { $0["status"] as? String }
    }
    #expect(statuses() == ["solved", "abandoned", "open"])
    for words in [
      ["abandon", "white"], ["abandon", "3", "4"], ["abandon", "3", "--on", "3"],
      ["solved", "it was the proxy", "--cause", "the proxy was full"],
    ] {
      #expect(world.run(["debug"] + words).code == .usage, "\(words)")
    }
    #expect(world.run("debug", "abandon", "9").code == .nothing)
    #expect(statuses() == ["solved", "abandoned", "open"])
    #expect(world.run("debug", "solved", "--on", "3", "--cause", "a style sheet was missing").code == .done)
    #expect(statuses() == ["solved", "abandoned", "solved"])
  }

  @Test func anotherProjectHasItsOwn() throws {
    let world = try world()
    world.run("debug", Self.symptom)
    try world.disk.write("ref: x\n", to: "bank/.git/HEAD")
    world.folder = "bank"
    #expect(world.run("debug", "list").code == .nothing)
    world.run("debug", "a ledger that does not balance")
    #expect(world.run("debug", "list", "--json").array.count == 1)
    #expect(world.run("debug", "list", "--json", "--all").array.count == 2)
  }

  // MARK: Similar, only when asked

  @Test func whatIsSimilarIsShownOnlyWhenAsked() throws {
    let world = try world()
    try world.disk.write(
      "Q: What does the checkout answer when a shop is unknown?\nA: 404 and a hint\n", to: "shop/deck.md")
    world.run("import", "deck.md")
    world.run(
      "incident", "checkout answers 500 for a few shops", "--cause", "two schedulers ran after the failover")
    let begun = world.type(Self.thoughts, "debug", Self.symptom)
    for words in ["schedulers", "404"] { #expect(!begun.output.contains(words)) }
    #expect(!world.run("debug", "status").output.contains("schedulers"))
    let similar = world.run("debug", "similar")
    #expect(similar.output.contains("two schedulers ran after the failover"))
    #expect(similar.output.contains("404 and a hint"))
    let json = world.run("debug", "similar", "--json").object
    #expect((json["incidents"] as? [Any])?.count == 1)
    #expect((json["cards"] as? [Any])?.count == 1)
    #expect(world.run("debug", "similar", "entirely other words").code == .nothing)
  }

  // MARK: Afterwards

  @Test func anIncidentInAMinute() throws {
    let world = try world()
    let lines = [
      Self.symptom, "the deploy", "the pool of the new region is half the size", "none", "", "", "alone", "",
      "wait time of the pool by region", "", "A",
    ]
    for count in 0..<9 {
      let world = try self.world()
      let first = world.type(lines.prefix(count) + ["^C"], "incident")
      #expect(first.code == .interrupted)
      let rest = world.type(Array(lines.dropFirst(count)), "incident")
      #expect(rest.code == .done, "\(count): \(rest.output)\(rest.errors)")
      let note = try note(world)
      #expect(note.contains("### 1. the deploy"))
      #expect(note.contains("help: alone"))
      #expect(!note.contains("minutes:"))
      #expect(!world.cards("kind:look").isEmpty)
      #expect(world.run("debug", "list", "--json").array.count == 1)
    }
    #expect(world.type(["", ""], "incident").code == .nothing)
    #expect(world.run("incident").code == .usage)
  }

  @Test func anIncidentInTheEditor() throws {
    let world = try world()
    world.editor = TestEditor { text in
      text.replacing("## What it was\n", with: "## What it was\n\nthe pool was half its size\n")
        .replacing(
          "## First suspicion\n", with: "## Timeline\n\n- 10:00 it began\n\n## First suspicion\n\nthe map\n"
        )
        .replacing("help:\n", with: "help: ai 5\n")
        .replacing("## What keeps it", with: "<!-- x -->\n\n## What keeps it")
        .replacing("<!-- The title", with: "It began on a Sunday.\n\n<!-- The title")
    }
    let answer = world.type(["A"], "incident", Self.symptom, "--editor")
    #expect(answer.code == .done, "\(answer.errors)")
    let text = try note(world)
    #expect(text.contains("## What it was\n\nthe pool was half its size\n"))
    #expect(text.contains("### 1. the map"))
    #expect(text.contains("## Timeline\n\n- 10:00 it began\n"))
    #expect(text.contains("help: ai"))
    #expect(status(world)["status"] == nil)
    #expect(world.run("debug", "list", "--json").array.last?["helpAfter"] as? Int == 5)
    // Words under the title belong to no answer.
    #expect(text.contains("## More\n\nIt began on a Sunday.\n"))
    world.editor = TestEditor { $0 }
    #expect(world.run("incident", "nothing", "--editor").code == .nothing)
    world.editor = TestEditor { _ in nil }
    #expect(world.run("incident", "kept", "--editor").code == .failed)
    world.editor = TestEditor {
      $0.replacing("## What it was\n", with: "## What it was\n\na full disk it was\n")
    }
    #expect(world.run("incident", "--editor").errors.contains("going on with the draft"))
    #expect(world.run("debug", "list", "--json").array.last?["symptom"] as? String == "kept")
  }

  /// Whatever became of the draft in the editor, no word of it is lost.
  @Test func aDraftThatLostItsFormKeepsItsWords() throws {
    let world = try world()
    world.editor = TestEditor { _ in
      "---\nhelp: somebody 5\n---\n\n## What it was\n\nimages were never pruned\n\n## What it was\n\nand the disk was small\n"
    }
    let answer = world.type(["A"], "incident", Self.symptom, "--editor")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect(answer.errors.contains("“somebody 5” was left out"))
    let text = try note(world)
    #expect(text.contains("# \(Self.symptom)\n"))
    #expect(text.contains("images were never pruned\n\nand the disk was small"))
  }

  @Test func aStepAsItIsSpokenOpensNothing() throws {
    let world = try world()
    world.run("debug", "mails come twice")
    let answer = world.run("debug", "rule", "out", "1", "all pods answer")
    #expect(answer.code == .usage)
    #expect(answer.errors.contains("rule-out"))
    #expect(world.run("debug", "list", "--json").array.count == 1)
  }

  @Test func aHypothesisThatIsNotThereLeavesNoIncident() throws {
    let world = try world()
    let answer = world.run("incident", "mails came twice", "--which", "4", "--cause", "two schedulers ran")
    #expect(answer.code == .usage)
    #expect(answer.errors.contains("there is no hypothesis 4"))
    #expect(world.run("debug", "list", "--json").array.isEmpty)
  }

  @Test func figuresAreTold() throws {
    let world = try world()
    #expect(world.run("debug", "stats").code == .nothing)
    _ = world.type(Self.thoughts, "debug", Self.symptom)
    world.clock.advance(seconds: 600)
    world.run(
      "debug", "solved", "--cause", "the cache key has no tenant in it", "--which", "2", "--helped", "alone")
    let output = world.run("debug", "stats").output
    #expect(output.contains("first guess right         0 of 1\n"))
    #expect(output.contains("in the first three        1 of 1\n"))
    #expect(output.contains("\nmonth    opened  first"), "\(output)")
    // 0.6 and wrong, 0.3 and right: (0.36 + 0.49) / 2, and 0.9 said of 1.
    #expect(output.contains("5 points too shy, Brier 0.42 (n = 2)"), "\(output)")
    let all = world.run("debug", "stats", "--json").object["all"] as? [String: Any]
    #expect((all?["toCause"] as? [String: Any])?["minutes"] as? Double == 10)
  }
}
