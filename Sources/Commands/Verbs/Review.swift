internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let due = Command(
    "due", "what is due today",
    arguments: [Argument("DECK", .optional, help: "only this deck")],
    options: [
      Option("prompt", help: "a number for a shell prompt, or nothing; never waits, never complains")
    ],
    examples: [
      Example("due", "how much there is to do"),
      Example("due --prompt", "for a shell prompt"),
    ]
  ) { invocation, session in
    if invocation.has("prompt") {
      prompt(invocation, session)
      return .done
    }
    let database = try session.database(.read)
    let summary = try DaySummary(session, database, deck: invocation.arguments.first)
    let count = summary.queue.reviews + summary.queue.new
    if session.isJSON {
      let json = JSON.object([
        ("due", .int(summary.queue.reviews)), ("new", .int(summary.queue.new)),
        ("overdue", .int(summary.queue.overdue)), ("minutes", .int(summary.minutes)),
      ])
      session.console.data(json.text + "\n")
    } else {
      session.console.line(Styled(summary.sentence))
      if try database.cards.count == 0 { session.console.note("no cards yet; `whet import PATH` makes some") }
    }
    return count == 0 ? .nothing : .done
  }

  /// Whatever goes wrong here, somebody's shell is waiting: silence is the right answer.
  private static func prompt(_ invocation: Invocation, _ session: Session) {
    guard let database = try? session.database(.glance),
      let summary = try? DaySummary(session, database, deck: invocation.arguments.first, mayWrite: false)
    else { return }
    let count = summary.queue.reviews + summary.queue.new
    if count > 0 { session.console.data("\(count)\n") }
  }

  static let next = Command(
    "next", "the card to answer now",
    arguments: [Argument("DECK", .optional, help: "only this deck")],
    options: [Option("answer", short: "a", help: "show the answer too")],
    examples: [
      Example("next", "the question alone"),
      Example("next --answer", "with its answer, when you have tried"),
    ]
  ) { invocation, session in
    let database = try session.database(.read)
    let summary = try DaySummary(session, database, deck: invocation.arguments.first)
    guard let num = summary.queue.next, let card = try database.cards.card(num) else {
      if session.isJSON { session.console.data("null\n") } else { session.console.note("nothing is due") }
      return .nothing
    }
    let withAnswer = invocation.has("answer")
    if session.isJSON {
      var pairs: [(String, JSON)] = [
        ("id", .string(card.id.text)), ("deck", .string(card.deck)), ("kind", .string(card.kind.rawValue)),
        ("prompt", .string(card.text.prompt)),
      ]
      if withAnswer { pairs.append(("answer", .string(card.text.answer))) }
      session.console.data(JSON.object(pairs).text + "\n")
      return .done
    }
    session.console.line(CardView.head(card))
    CardView.body(card.text.prompt, session, role: .strong)
    if withAnswer {
      session.console.line()
      CardView.body(card.text.answer, session, indent: 3)
      session.console.line(
        Styled(CardView.source(card, record: try database.records.record(ofCard: card.id), session), .quiet))
    }
    let left = summary.queue.reviews + summary.queue.new
    let how =
      withAnswer ? "`whet grade \(card.id) 0..5`" : "`whet next --answer`, then `whet grade \(card.id) 0..5`"
    session.console.note(Styled("\(left) left · \(how)", .quiet))
    return .done
  }

  static let grade = Command(
    "grade", "say how an answer went, and schedule the card",
    arguments: [
      Argument("ID", help: "the card"),
      Argument("0..5", help: "0 to 2 not recalled, 3 with effort, 4 well, 5 at once"),
    ],
    options: [
      Option("confidence", short: "c", value: "0..100", help: "how sure you were before you saw the answer"),
      Option("answer", short: "a", value: "TEXT", help: "what you answered"),
      Option("seconds", short: "s", value: "N", help: "how long it took"),
    ],
    examples: [Example("grade 7k2m 4", "recalled; `undo` takes it back")],
    details: "Below 4 the card comes again on the same day, until it scores 4."
  ) { invocation, session in
    guard let value = Int(invocation.arguments[1]), let grade = Grade(value) else {
      throw UsageError("a grade is a whole number from 0 to 5, not \"\(invocation.arguments[1])\"")
    }
    let confidence = try invocation.number("confidence", in: 0...100)
    let milliseconds = try seconds(invocation.value("seconds"))
    let database = try session.database(.write)
    let found = try CardSelection(session: session, database: database).card(invocation.arguments[0])
    if let card = try database.cards.card(found.num), card.state == .suspended || card.state == .retired {
      session.console.note(
        Styled("\(found.id) is \(card.state.rawValue); the answer is kept all the same", .careful))
    }
    let schedule = try Journal(session: session, database: database).grade(
      found, grade, confidence: confidence, milliseconds: milliseconds, answer: invocation.value("answer"))
    let due = schedule.due?.date.description
    let again = schedule.repeatDay != nil
    if session.isJSON {
      let json = JSON.object([
        ("id", .string(found.id.text)), ("interval", .int(schedule.interval)), ("due", JSON(due)),
        ("scheduler", .string(try session.preferences(database).text(.scheduler))),
        ("repeatToday", .bool(again)),
      ])
      session.console.data(json.text + "\n")
    } else {
      let days = schedule.interval == 1 ? "in 1 day" : "in \(schedule.interval) days"
      session.console.line(Styled(again ? "again today, then \(days)" : "\(days), on \(due ?? "")"))
    }
    return .done
  }

  private static func seconds(_ text: String?) throws -> Int? {
    guard let text else { return nil }
    guard let number = Double(text), number >= 0, number <= 86_400 else {
      throw UsageError("--seconds takes a number from 0 to 86400, not \"\(text)\"")
    }
    return Int((number * 1000).rounded())
  }

  static let simulate = Command(
    "simulate", "what a row of grades would do to a new card",
    arguments: [Argument("GRADE", .many, help: "0 to 5, one after the other")],
    options: [Option("scheduler", value: "NAME", help: "sm2 or sm2-classic; else the one in force")],
    examples: [Example("simulate 4 4 3 4 0 4", "how the interval grows, and what a lapse costs")],
    details: "Each answer comes on its day, repeats on the same. Intervals are shown before they are spread."
  ) { invocation, session in
    let grades = try invocation.arguments.map { text throws -> Grade in
      guard let value = Int(text), let grade = Grade(value) else {
        throw UsageError("a grade is a whole number from 0 to 5, not \"\(text)\"")
      }
      return grade
    }
    var values = try session.database(.read).settings.all()
    if let name = invocation.value("scheduler") {
      values[Preference.scheduler.rawValue] = try Preference.scheduler.normalized(name)
    }
    let rows = rows(grades, Preferences(values).scheduler)
    if session.isJSON {
      let json = JSON.array(
        rows.map {
          .object([
            ("grade", .int($0.grade.value)), ("interval", .int($0.interval)), ("ease", .double($0.ease)),
            ("repetition", .int($0.repetition)), ("repeatToday", .bool($0.repeatToday)),
            ("day", .int($0.day)),
          ])
        })
      session.console.data(json.text + "\n")
      return .done
    }
    var table = TextTable(
      [("day", .right), ("grade", .right), ("interval", .right), ("ease", .right), ("again today", .left)],
      flexible: 4)
    for row in rows {
      table.add([
        "\(row.day)", "\(row.grade.value)", "\(row.interval)", "\(row.ease)", row.repeatToday ? "yes" : "",
      ])
    }
    table.print(to: session.console)
    return .done
  }

  private static func rows(_ grades: [Grade], _ scheduler: some Scheduler) -> [SimulatedAnswer] {
    Recall.simulate(grades, with: scheduler)
  }
}
