import Commands
import Foundation
import TestSupport
import Testing

/// `explain` from the first question to the cards.
@Suite struct ExplainTests {
  private func world(columns: Int = 80) throws -> TestWorld {
    let world = try TestWorld()
    world.columns = columns
    world.environment["NO_COLOR"] = "1"
    return world
  }

  /// Everything in the notebook, hidden files included.
  private func files(_ world: TestWorld) -> [String] {
    let all = FileManager.default.subpaths(atPath: world.disk.file("data/whet/notebook")) ?? []
    return all.filter { $0.hasSuffix(".md") }.sorted()
  }

  private func note(_ world: TestWorld) throws -> String {
    let name = try #require(files(world).first { !$0.contains(".draft") })
    return try world.disk.text("data/whet/notebook/\(name)")
  }

  private static let whole = [
    "A process that sends rows.", "", "The gauge sleeps,", "and the office forgets.", "", "Rows are late.",
    "",
    "Row numbers only grow.", "", "The number file after a restore.", "", "Does the office drop a row?",
    "What a leap second does", "",
  ]

  @Test(arguments: [80, 60])
  func sixQuestionsMakeANoteAndCards(columns: Int) throws {
    let world = try world(columns: columns)
    world.clock.pace = 7000
    world.typed = Self.whole + ["c", "t"]
    let answer = world.run("explain", "The tide relay")
    #expect(answer.code == .done, "\(answer.errors)")
    for line in answer.output.split(separator: "\n") where !line.contains(world.disk.path) {
      #expect(line.count <= columns, "\(line)")
    }
    #expect(answer.output.contains("1 of 6 · What did you build or change?"))
    #expect(answer.output.contains("6 of 6 · What are you still unsure of?"))
    #expect(!answer.output.contains("gap"))
    #expect(answer.output.contains("explanation “The tide relay” · 2026-03-02 · 1 of 1"))
    #expect(answer.output.contains("cards: 8 new"))
    #expect(files(world) == ["explanations/2026-03-02-the-tide-relay.md"])
    let note = try note(world)
    #expect(note.contains("tier: core\n"))
    #expect(note.contains("## Why this way\n\nThe gauge sleeps,\nand the office forgets.\n"))
    #expect(note.hasSuffix("## Still unsure\n\n- Does the office drop a row?\n- What a leap second does\n"))
    #expect(
      world.cards().values.compactMap { $0["kind"] as? String }.sorted()
        == ["breaks", "cost", "explanation", "invariant", "open", "open", "what", "why"])
    #expect(
      world.cards().values.allSatisfy {
        $0["tier"] as? String == "core" && $0["deck"] as? String == "explanations"
      })
    #expect(world.run("doctor").code == .done)
  }

  @Test func whatStaysEmptyIsTheGap() throws {
    let world = try world()
    world.typed = ["", "It sleeps most of the time.", "", "", "", "", "", "", "t"]
    let answer = world.run("explain", "gauge")
    #expect(answer.code == .done)
    #expect(
      answer.output.contains(
        "Here is the gap: what it is; what was given up; what must stay true; what breaks\nfirst."))
    #expect(try note(world).contains("tier: repeatable\n"))
    #expect(try !note(world).contains("## What was built"))
    #expect(world.cards().count == 2)
  }

  /// A word makes a weak card: shown, and left out unless somebody wants it.
  @Test func aSingleWordIsShownAndNotTaken() throws {
    let world = try world()
    world.typed = ["", "It was there.", "", "Latency", "", "", "", "", "", "t"]
    let answer = world.run("explain", "gauge")
    #expect(answer.output.contains(" 2 - cost  What did we give up for gauge?"))
    #expect(answer.output.contains("left out: little to recall"))
    #expect(world.cards("kind:cost").isEmpty)
    world.typed = nil
    #expect(world.run("explain", "gate", "--gave-up", "Latency", "--json").object["cards"] as? Int == 1)
  }

  @Test func aReasonFitsTheTerminalAndIsWholeOnAPipe() throws {
    let world = try world(columns: 24)
    world.typed = ["", "It was there.", "", "Latency", "", "", "", "", "", "t"]
    let lines = world.run("explain", "gauge").output.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("left out:") })
    #expect(Array(lines[start...start + 1]) == ["     left out: little to", "     recall"])
    world.typed = nil
    world.columns = nil
    let path = "gauge.md"
    try world.disk.write(try note(world), to: path)
    let dry = world.run("import", path, "--dry-run").output
    #expect(dry.contains(" %: little to recall"), "\(dry)")
  }

  @Test func whoSaysNothingGetsNoNote() throws {
    let world = try world()
    world.typed = ["", "", "", "", "", ""]
    #expect(world.run("explain", "gauge").code == .nothing)
    #expect(files(world).isEmpty)
  }

  @Test func aScriptGivesFlagsOrLines() throws {
    let world = try TestWorld()
    try world.disk.write("code", to: "src/a.swift")
    try world.disk.makeFolder(".git")
    world.git.commits["HEAD~1"] = "0123456789012345678901234567890123456789"
    let flags = world.run(
      "explain", "the", "relay", "--why", "it sleeps a lot", "--unsure", "is it watched?", "--unsure",
      "by whom?", "--tier",
      "core", "--file", "src/a.swift", "--commit", "HEAD~1", "--json")
    #expect(flags.code == .done, "\(flags.errors)")
    let object = flags.object
    #expect(object["topic"] as? String == "the relay")
    #expect(object["tier"] as? String == "core")
    #expect(object["empty"] as? [String] == ["what", "gave-up", "must-hold", "breaks"])
    #expect(object["open"] as? [String] == ["is it watched?", "by whom?"])
    #expect(object["cards"] as? Int == 4)
    #expect(object["seconds"] as? Int == 0)
    let path = try #require(object["path"] as? String)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains("files:\n  - src/a.swift\ncommit: 0123456789012345678901234567890123456789\n"))

    let lines = world.run("explain", "the gauge", "--json", input: "It measures tides.\n\nIt was there.\n")
    #expect(lines.object["empty"] as? [String] == ["gave-up", "must-hold", "breaks", "unsure"])
    let topic = world.run("explain", "--json", input: "the gate\nIt opens slowly.\n")
    #expect(topic.object["topic"] as? String == "the gate")

    #expect(world.run("explain", "x", input: "").code == .usage)
    #expect(world.run("explain", input: "").code == .usage)
    #expect(world.run("explain", "--why", "x y").code == .usage)
    #expect(world.run("explain", "x", "--tier", "gold", "--why", "a b").code == .usage)
    #expect(world.run("explain", "--open", "--drafts").code == .usage)
    let commit = world.run("explain", "x", "--why", "a b", "--commit", "nope")
    #expect(commit.code == .failed)
    #expect(commit.errors.contains("no commit \"nope\""))
    #expect(world.run("explain", "x", "--why", "a b", "--file", "gone.swift").errors.contains("no such file"))
    #expect(files(world).count == 3)
  }

  @Test func aScriptGoesOnBehindIt() throws {
    let world = try TestWorld()
    let answer = world.run(
      ["--json"],
      input: "explain the gauge\nIt measures tides.\nOften.\n\n\n\n\n\n\nexplain --drafts\ncards kind:what\n")
    let lines = answer.output.split(separator: "\n")
    #expect(lines.count == 3, "\(answer.output)")
    #expect(
      lines.first?.contains("\"empty\":[\"why\",\"gave-up\",\"must-hold\",\"breaks\",\"unsure\"]") == true)
    #expect(lines.last?.contains("It measures tides. Often.") == true)
  }

  private static let code = [
    "It is called like this:", "```sh", "whet due", "# all", "```", "and that is all.",
  ]

  /// However it is said, and wherever it is left and gone on with: the lines are as they were typed.
  @Test(arguments: 0...code.count) func codeIsKeptAsItIsTyped(left: Int) throws {
    let world = try world()
    if left > 0 {
      world.typed = Array(Self.code.prefix(left)) + ["^C"]
      world.run("explain", "the gauge")
    }
    world.typed =
      Array(Self.code.dropFirst(left)) + ["", "~~~", "last", "", "Is it old?", "", "", "", "", "t"]
    #expect(world.run("explain", "the gauge").code == .done)
    #expect(
      try note(world).contains(
        "## What was built\n\n\(Self.code.joined(separator: "\n"))\n\n## Why this way\n\n~~~\nlast\n~~~\n\n"
          + "## What was given up\n\nIs it old?\n"))
  }

  @Test func aScriptGivesCodeToo() throws {
    let world = try TestWorld()
    let said = Self.code.joined(separator: "\n")
    world.run("explain", "the gauge", input: said + "\n\nIt was there.\n")
    #expect(try note(world).hasSuffix("## What was built\n\n\(said)\n\n## Why this way\n\nIt was there.\n"))
    world.run("explain", "the gate", "--what", "One.\n\n```\na\n\nb\n```")
    #expect(
      try world.disk.text("data/whet/notebook/explanations/2026-03-02-the-gate.md").hasSuffix(
        "\n\nOne.\n\n```\na\n\nb\n```\n"))
  }

  /// Each line once, and not the whole draft for each.
  @Test func aLongAnswerIsTakenTogether() throws {
    let world = try TestWorld()
    let lines = (0..<20_000).map { "Line number \($0) of what it does." }
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(world.run(["explain", "the gauge"], lines: lines + ["", "It was there."]).code == .done)
    }
    #expect(time < .seconds(20), "\(time)")
    let note = try note(world)
    #expect(note.contains(lines[19_999] + "\n\n## Why this way\n\nIt was there.\n"))
  }

  @Test func noNoteIsEverWrittenOver() throws {
    let world = try TestWorld()
    for word in ["first", "second", "third"] {
      #expect(world.run("explain", "gauge", "--why", "the \(word) reason").code == .done)
    }
    // The very same again is the same note.
    #expect(world.run("explain", "gauge", "--why", "the third reason", "--json").object["cards"] as? Int == 0)
    #expect(
      files(world) == [
        "explanations/2026-03-02-gauge-2.md", "explanations/2026-03-02-gauge-3.md",
        "explanations/2026-03-02-gauge.md",
      ])
  }

  @Test func flagsFinishWhatWasBegun() throws {
    let world = try world()
    world.typed = ["It measures.", "", "It was", "^C"]
    world.run("explain", "the gauge")
    world.typed = nil
    let answer = world.run("explain", "the gauge", "--why", "It was there.", "--json")
    #expect(answer.object["empty"] as? [String] == ["gave-up", "must-hold", "breaks", "unsure"])
    #expect(try note(world).contains("It measures.\n\n## Why this way\n\nIt was there.\n"))
    #expect(files(world).count == 1)
    // The same topic on another day is told of.
    world.typed = ["^C"]
    #expect(world.run("explain", "the gauge").output.contains("Explained before, in 2026-03-02-the-gauge.md"))
    world.typed = ["^C"]
    #expect(!world.run("explain", "the gauge of the harbour").output.contains("Explained before"))
  }

  // MARK: Drafts

  /// Left at every single line in turn, by Ctrl-C and by Ctrl-D: what was typed is there, and it goes on.
  @Test(arguments: 0...whole.count, ["^C", nil])
  func interruptedAtAnyLineNothingIsLost(line: Int, key: String?) throws {
    let world = try world()
    world.typed = Array(Self.whole.prefix(line)) + (key.map { [$0] } ?? [])
    let left = world.run("explain", "The tide relay")
    #expect(left.code == (key == nil ? .done : .interrupted))
    #expect(left.output.contains("Kept as it is; `explain The tide relay` goes on here."))
    #expect(files(world) == ["explanations/.draft-the-tide-relay.md"])
    let draft = try world.disk.text("data/whet/notebook/explanations/.draft-the-tide-relay.md")
    for said in Self.whole.prefix(line) where !said.isEmpty { #expect(draft.contains(said)) }
    // Neither an import of the folder nor a refresh takes it for a note.
    world.run("import", world.disk.file("data/whet/notebook"))
    #expect(world.cards().isEmpty)

    world.typed = Array(Self.whole.dropFirst(line)) + ["", "t"]
    let again = line % 2 == 0 ? world.run("explain", "the  Tide-relay") : world.run("explain")
    #expect(again.code == .done)
    #expect(again.errors.contains("going on with the draft of The tide relay"))
    let note = try note(world)
    for said in Self.whole where !said.isEmpty { #expect(note.contains(said)) }
    let sections = note.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(sections.count == 6)
    #expect(note.contains("The gauge sleeps,\nand the office forgets.\n\n## What was given up"))
    #expect(files(world) == ["explanations/2026-03-02-the-tide-relay.md"])
  }

  @Test func severalDraftsAreListedTakenUpAndThrownAway() throws {
    let world = try world()
    #expect(world.run("explain", "--drafts").code == .nothing)
    for topic in ["the relay", "the gate"] {
      world.typed = ["It is there.", "", "^C"]
      world.run("explain", topic)
    }
    let list = world.run("explain", "--drafts", "--json").array
    #expect(list.map { $0["topic"] as? String } == ["the gate", "the relay"])
    #expect(list.map { $0["answered"] as? Int } == [1, 1])
    #expect(world.run("explain", "--drafts").output.contains("1 of 6"))

    world.typed = ["2", "because it is", "^C"]
    #expect(world.run("explain").errors.contains("going on with the draft of the relay"))
    world.typed = ["n"]
    #expect(world.run("explain", "--discard", "the").code == .failed)
    #expect(world.run("explain", "--discard", "the gate").errors.contains("nothing was changed"))
    world.typed = ["y"]
    #expect(world.run("explain", "--discard", "the gate").code == .done)
    world.typed = nil
    #expect(world.run("explain", "--discard", "the relay").code == .usage)
    #expect(world.run("explain", "--discard", "boats", "--yes").code == .nothing)
    #expect(world.run("explain", "--discard", "the relay", "--yes").code == .done)
    #expect(files(world).isEmpty)
  }

  // MARK: In the editor

  @Test func theEditorShowsAllQuestionsAtOnce() throws {
    let world = try world()
    world.editor = TestEditor { text in
      #expect(
        text.contains("## What breaks first\n\n<!-- What breaks first, and where would you look at 2 am?"))
      return text.replacing("## Why this way\n", with: "## Why this way\n\nIt sleeps a lot.\n")
        .replacing("## Still unsure\n", with: "## Still unsure\n\nIs it watched?\nBy whom?\n")
    }
    world.typed = ["c", "t"]
    let answer = world.run("explain", "the gauge", "--editor")
    #expect(answer.code == .done, "\(answer.errors)")
    let note = try note(world)
    #expect(note.hasSuffix("It sleeps a lot.\n\n## Still unsure\n\n- Is it watched?\n- By whom?\n"))
    #expect(world.cards().count == 4)
    #expect(files(world).count == 1)
  }

  @Test func answersInsideTheHintsAreAnswers() throws {
    let world = try world()
    world.editor = TestEditor { text in
      text.replacing("not there. -->", with: "not there. A small pump.")
        .replacing("code does. -->", with: "code does.\nIt sleeps a lot. -->")
    }
    world.typed = ["c", "t"]
    #expect(world.run("explain", "the gauge", "--editor").code == .done)
    #expect(
      try note(world).hasSuffix("## What was built\n\nA small pump.\n\n## Why this way\n\nIt sleeps a lot.\n")
    )
  }

  @Test func anEditorThatFailsKeepsTheDraft() throws {
    let world = try world()
    world.editor = TestEditor { _ in nil }
    #expect(world.run("explain", "the gauge", "--editor").code == .failed)
    #expect(files(world).isEmpty)
    world.editor = TestEditor { $0 }
    #expect(world.run("explain", "the gauge", "--editor").code == .nothing)
    // Begun one at a time, gone on with in the editor, finished one at a time.
    world.typed = ["It measures.", "", "^C"]
    world.run("explain", "the gauge")
    world.editor = TestEditor { text in
      #expect(text.contains("It measures."))
      return nil
    }
    #expect(world.run("explain", "the gauge", "--editor").code == .failed)
    #expect(files(world) == ["explanations/.draft-the-gauge.md"])
    world.typed = ["It was there.", "", "", "", "", "", "", "t"]
    #expect(world.run("explain").code == .done)
    #expect(try note(world).contains("It measures.\n\n## Why this way\n\nIt was there.\n"))
  }

  /// Half written, emptied or taken away: what was said before is there again.
  @Test(arguments: ["", "---\nkind: expl", "# the gauge\n\n## What"], [true, false])
  func anEditorThatLosesTheFileLosesNothing(left: String, isKilled: Bool) throws {
    let world = try world()
    world.typed = ["It measures.", "", "^C"]
    world.run("explain", "the gauge")
    let path = world.disk.file("data/whet/notebook/explanations/.draft-the-gauge.md")
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let end = isKilled ? nil as String? : left
    world.editor = TestEditor { _ in
      try? left.write(toFile: path, atomically: false, encoding: .utf8)
      return end
    }
    #expect(world.run("explain", "the gauge", "--editor").code == (isKilled ? .failed : .nothing))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    #expect(files(world) == ["explanations/.draft-the-gauge.md"])

    // The program and the editor killed together: the next run finds it.
    try FileManager.default.moveItem(
      atPath: path, toPath: path.replacing(".draft-", with: ".spare-"))
    world.typed = ["", "", "", "", "", "", "t"]
    #expect(world.run("explain").errors.contains("going on with the draft of the gauge"))
    #expect(try note(world).contains("It measures."))
    #expect(files(world).count == 1)
  }

  @Test func anEditorThatIsKilledHalfwayLosesNothing() throws {
    let world = try world()
    world.typed = ["It measures.", "", "It was there.", "", "^C"]
    world.run("explain", "the gauge")
    let path = world.disk.file("data/whet/notebook/explanations/.draft-the-gauge.md")
    world.editor = TestEditor { text in
      let end = text.range(of: "## Why this way")?.lowerBound ?? text.endIndex
      let half = text[..<end].replacing("It measures.", with: "It measures tides.")
      try? String(half).write(toFile: path, atomically: false, encoding: .utf8)
      return nil
    }
    #expect(world.run("explain", "the gauge", "--editor").code == .failed)
    world.typed = ["", "", "", "", "", "", "t"]
    world.run("explain")
    #expect(try note(world).contains("It measures tides.\n\n## Why this way\n\nIt was there.\n"))
  }

  // MARK: The file

  @Test func theNoteBelongsToItsProjectAndFollowsHandEdits() throws {
    let world = try TestWorld()
    try world.disk.makeFolder("shop/.git")
    world.folder = "shop"
    #expect(
      world.run("explain", "the relay", "--why", "it sleeps a lot", "--gave-up", "half a minute of time").code
        == .done)
    #expect(files(world) == ["shop-1/explanations/2026-03-02-the-relay.md"])
    let id = try #require(world.cards("kind:why").keys.first)
    world.run("grade", id, "4")
    let path = "data/whet/notebook/shop-1/explanations/2026-03-02-the-relay.md"
    try world.disk.write(
      try world.disk.text(path).replacing("topic: the relay", with: "topic: the tide relay")
        .replacing("it sleeps a lot", with: "its battery is small"), to: path)
    #expect(world.run("refresh").code == .done)
    let card = try #require(world.cards("kind:why")[id])
    #expect(card["answer"] as? String == "its battery is small")
    #expect((card["prompt"] as? String ?? "").contains("the tide relay"))
    #expect(card["reps"] as? Int == 1)
    #expect(world.cards().count == 3)
    // One whose cards nobody has looked at yet is not taken by the way.
    let waiting = path.replacing("the-relay", with: "the-gate")
    try world.disk.write(
      try world.disk.text(path).replacing("the tide relay", with: "the gate")
        .replacing("its battery is small", with: "its hinges are old"), to: waiting)
    #expect(world.run("refresh").errors.contains("have not been looked at yet"))
    #expect(world.cards().count == 3)
    try world.disk.remove(waiting)
    // Under another name, and with another date in its head, it is the same note.
    let other = path.replacing("2026-03-02", with: "2026-02-27")
    try world.disk.move(path, to: other)
    #expect(world.run("refresh").code == .done)
    #expect(world.cards("kind:why")[id]?["reps"] as? Int == 1)
    #expect(world.cards("kind:explanation").values.allSatisfy { $0["reps"] as? Int == 1 })
    #expect(world.cards().count == 3)
    // The same through the other door, from anywhere.
    world.folder = ""
    let again = world.run("import", world.disk.file(other), "--json").object
    #expect(again["unchanged"] as? Int == 1)
    #expect(world.run("decks", "--all", "--json").array.compactMap { $0["project"] as? String } == ["shop"])
  }

  @Test func aNotebookInTheRepositoryIsAPartOfIt() throws {
    let world = try TestWorld()
    try world.disk.makeFolder("shop/.git")
    world.folder = "shop"
    world.run("config", "notebook", "notes")
    for words in [["the relay"], ["the gate", "--all"]] {
      #expect(
        world.run(["explain", "--why", "it sleeps a lot", "--unsure", "is it watched?"] + words).code == .done
      )
    }
    world.run("import", "notes")
    world.run("refresh")
    #expect(world.cards().count == 6)
    #expect(Set(world.run("decks", "--all", "--json").array.map { $0["project"] as? String }) == ["shop"])
    #expect(world.cards("kind:open").values.allSatisfy { $0["due"] as? String == "2026-03-03" })
    #expect(world.run("explain", "--answer", "1", "by two people").code == .done)
    #expect(world.run("explain", "--open", "--json").array.count == 1)
    #expect(world.run("doctor").code == .done)
  }

  @Test func aReviewThatWasLeftGoesOnWithImport() throws {
    let world = try world()
    try world.disk.makeFolder(".git")
    world.typed = Self.whole + ["c", "^C"]
    let left = world.run("explain", "the relay")
    #expect(left.code == .interrupted)
    #expect(left.output.contains("1 note left"))
    #expect(world.cards().isEmpty)
    world.typed = ["^C"]
    #expect(world.run("explain", "something else").errors.contains("takes the cards of an earlier note"))
    world.typed = ["l"]
    let name = try #require(files(world).last)
    #expect(world.run("import", world.disk.file("data/whet/notebook/\(name)")).code == .done)
    #expect(Set(world.cards().values.compactMap { $0["kind"] as? String }) == ["open", "explanation"])
    #expect(world.run("decks", "--all", "--json").array.count == 1)
  }

  /// What gives no card is nothing to take, however often one looks.
  @Test func anEarlierNoteWithoutACardIsNotOffered() throws {
    let world = try world()
    try world.disk.makeFolder(".git")
    world.run("explain", "the gauge", "--why", "It sleeps most of the time.")
    let note = try #require(files(world).first { $0.contains("gauge") })
    let folder = "data/whet/notebook/" + note.split(separator: "/").dropLast().joined(separator: "/")
    try world.disk.write(
      "---\nkind: explanation\n---\n\n# Nothing yet\n", to: "\(folder)/2026-03-01-empty.md")
    try world.disk.write("", to: "\(folder)/2026-03-01-void.md")
    for topic in ["the lock", "the gate"] {
      let answer = world.run("explain", topic, "--why", "Ships wait for the tide behind \(topic).")
      #expect(answer.code == .done)
      #expect(!answer.said.contains("earlier note"), "\(answer.errors)")
    }
    let open = "---\nkind: explanation\n---\n\n# Buoys\n\n## Why this way\n\nThey are seen at night.\n"
    try world.disk.write(open, to: "\(folder)/2026-03-01-buoys.md")
    let answer = world.run("explain", "the dock", "--why", "Hulls dry there in a week.")
    #expect(answer.said.contains("buoys.md` takes the cards"), "\(answer.errors)")
  }

  @Test func cardsInANoteAreCardsAndOtherExplanationsAreOtherFiles() throws {
    let world = try TestWorld()
    let head = "---\nkind: explanation\n---\n# Gate\n"
    try world.disk.write(
      head + "## Why this way\nIt opens slowly.\n## More\nQ: how wide?\nA: Ten feet.\n", to: "a/gate.md")
    try world.disk.write(head + "## Tutorial\nQ: how high?\nA: Three feet.\n", to: "a/page.md")
    #expect(world.run("import", "a").code == .done)
    #expect(
      world.cards().values.compactMap { $0["prompt"] as? String }.sorted() == [
        "Explain Gate from memory: why this way and not the obvious other.",
        "Why did we choose this way for Gate, and not the obvious other one?", "how high?", "how wide?",
      ])
    #expect(world.cards("deck:page").count == 1)
  }

  /// What stands on the screen of somebody who is asked, without the prompts.
  @Test func theScreenIsTheOneThatPeopleRead() throws {
    let world = try world(columns: 60)
    world.environment["WHET_DB"] = nil
    world.folder = "data/whet"
    try world.disk.makeFolder("data/whet")
    world.clock.pace = 20_000
    world.typed = [
      "A process that sends rows.", "", "The gauge sleeps.", "", "", "", "", "Does the office drop a row?",
      "", "", "l",
    ]
    #expect(
      world.run("explain", "the tide relay").output == """
        Five minutes are enough. An empty line ends an answer, an
        empty answer skips.

        1 of 6 · What did you build or change?
         In plain language, for a colleague who was not there.

        2 of 6 · Why this approach, and not the obvious other one?
         The reason, not what the code does.

        3 of 6 · What was given up?
         The price; the first thing that is forgotten.

        4 of 6 · What must stay true for it to work?
         What the rest relies on, written down nowhere else.

        5 of 6 · What breaks first, and where would you look at 2
        am?
         The first symptom, and the place to look.

        6 of 6 · What are you still unsure of?
         One a line. Each comes back until it is answered.

        3 min.
        Here is the gap: what was given up; what must stay true;
        what breaks first. Worth a look one day.
        wrote notebook/explanations/2026-03-02-the-tide-relay.md

        explanation “the tide relay” · 2026-03-02 · 1 of 1
         1 ✓ what  What did we build or change: the tide relay?
             A process that sends rows.
         2 ✓ why  Why did we choose this way for the tide relay, and
                  not the obvious other one?
             The gauge sleeps.
        1 file: 1 read
        cards: 2 new, 2 left out
        The whole comes back in a week, what you are unsure of until
        it is answered.

        """)
  }

  @Test func nothingHostileReachesTheTerminal() throws {
    let world = try world()
    world.typed = ["\u{1b}[2Jclear\u{202e}", "", "## Still unsure", "", "---", "", "", "", "c", "t"]
    let answer = world.run("explain", "evil \u{1b}]0;x\u{7} topic", "--json")
    #expect(!answer.output.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
    world.typed = nil
    for words in [["explain", "--open"], ["cards"], ["explain", "--drafts"], ["next"]] {
      let shown = world.run(words)
      #expect(!(shown.output + shown.errors).unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
    }
  }
}
