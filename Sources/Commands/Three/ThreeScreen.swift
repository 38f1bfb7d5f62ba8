internal import Recall
internal import Storage
internal import Terminal

/// What `three` shows once all is said. Plain lines, one below the other.
struct ThreeScreen {
  let session: Session
  let decisions: ProjectDecisions

  private var console: Console { session.console }

  /// One decision: what was said, and what is written.
  func show(_ row: ThreeLaid.Row) {
    console.line()
    let number = row.decision?.row.record.number.map { " · \($0)" } ?? ""
    CardView.body(row.title + number, session, role: .strong)
    if let told = row.told {
      CardView.body("you: \(told.decision)", session, role: .quiet, indent: 3)
    } else {
      CardView.body(missed(row), session, indent: 3)
    }
    for what in row.reference.what where what != row.title && what != row.told?.decision {
      CardView.body(what, session, indent: 3)
    }
    // What is new is its own reference from now on.
    guard row.origin != .new else {
      return CardView.body("new; next time this is what you are asked for", session, role: .quiet, indent: 3)
    }
    section("why", row.reference.why, row.told?.why, row)
    section("price", row.reference.price, row.told?.price, row)
  }

  private func section(_ name: String, _ written: [String], _ said: String?, _ row: ThreeLaid.Row) {
    let said = said ?? ""
    guard !written.isEmpty else {
      let source = row.decision == nil ? "you did not say it before" : "the record does not say"
      // Whether it was the price is then for the person to say.
      let remark = said.isEmpty || !session.world.dialogue.isTerminal ? "" : "; what it is worth you say"
      console.line(Styled("   \(name): \(source)\(remark)", .quiet))
      return
    }
    let text = written.joined(separator: "\n")
    QuizScreen(session: session).section(
      name, text, Marking(prompt: row.title, answer: text, said: said), said: said)
  }

  /// `not named; you marked it as key in March`
  private func missed(_ row: ThreeLaid.Row) -> String {
    if let since = row.decision?.since { return "not named; you marked it as key in \(month(since))" }
    if let last = row.last { return "not named; you did in \(month(last))" }
    return "not named"
  }

  private func month(_ day: Day) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    let date = day.date
    let today = (try? session.preferences(decisions.database)).flatMap { try? session.today($0) }?.date
    let name = names.indices.contains(date.month - 1) ? names[date.month - 1] : ""
    return today?.year == date.year ? name : "\(name) \(date.year)"
  }

  func points(_ laid: ThreeLaid, interval: Int) {
    console.line()
    var table = TextTable(
      [("decision", .left), ("named", .right), ("why", .right), ("price", .right)], flexible: 0)
    for row in laid.rows {
      table.add([row.title, "\(row.points.named)", "\(row.points.why)", "\(row.points.price)"])
    }
    table.print(to: console)
    console.line(
      Styled(
        "\(laid.sum) of \(laid.most) points · again in \(interval) day\(interval == 1 ? "" : "s")", .strong))
  }
}
