internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// The three decisions from memory: all of them first, then beside what is written, then the points.
struct ThreeSession {
  private let session: Session
  private let decisions: ProjectDecisions
  private let database: Database
  private let screen: ThreeScreen

  init(_ session: Session, _ decisions: ProjectDecisions) {
    self.session = session
    self.decisions = decisions
    database = decisions.database
    screen = ThreeScreen(session: session, decisions: decisions)
  }

  enum Outcome {
    case kept(Grade, confidence: Int?)
    case nothing
    case interrupted, ended
  }

  /// With `given` nobody is asked what they remember.
  func run(given: [ToldDecision] = []) throws -> Outcome {
    let began = session.world.clock.ticks()
    var told = given
    if given.isEmpty {
      switch try ThreeAsking(session: session, decisions: decisions).run() {
      case .told(let said): told = said
      case .interrupted: return .interrupted
      case .ended: return .ended
      }
    }
    let milliseconds = session.world.clock.ticks() - began
    var laid = try ThreeLaid(told, decisions)
    // Three times Enter may be somebody who changed their mind, and is no reason to ask again in a day.
    guard !told.isEmpty else {
      try database.three.discard(project: decisions.project?.id)
      return .nothing
    }
    if !session.isJSON, let left = try decide(&laid) { return left }

    let sure = told.compactMap(\.confidence)
    let confidence = sure.isEmpty ? nil : sure.reduce(0, +) / sure.count
    let schedule = try record(
      laid, told, confidence: confidence, milliseconds: milliseconds, isAsked: given.isEmpty)
    if session.isJSON {
      session.console.data(try json(laid, schedule).text + "\n")
    } else {
      screen.points(laid, interval: schedule.interval)
      try ThreeAfterwards(session: session, decisions: decisions).run(laid)
    }
    return .kept(laid.grade, confidence: confidence)
  }

  // MARK: The points

  /// Nil where all were decided.
  private func decide(_ laid: inout ThreeLaid) throws -> Outcome? {
    let canBeMistaken = !laid.others.isEmpty
    for index in laid.rows.indices {
      let row = laid.rows[index]
      screen.show(row)
      // What nobody named has no points, unless the comparison did not see that it was meant.
      guard row.told != nil || canBeMistaken else { continue }
      switch askPoints(row.points) {
      case .success(let points): laid.rows[index].points = points
      case .failure(let left): return left.outcome
      }
    }
    return nil
  }

  private struct Left: Error {
    let outcome: Outcome
  }

  private func askPoints(_ proposed: ThreePoints) -> Result<ThreePoints, Left> {
    let text = "\(proposed.named) \(proposed.why) \(proposed.price)"
    while true {
      let prompt = Styled("named, why, price  [\(text)] or 3 digits 0-2 > ", .quiet)
      switch session.world.dialogue.ask(prompt) {
      case .interrupted: return .failure(Left(outcome: .interrupted))
      case .ended where session.world.dialogue.isTerminal: return .failure(Left(outcome: .ended))
      case .ended: return .success(proposed)
      case .text(let line):
        let digits = line.filter { !$0.isWhitespace && $0 != "," }
        if digits.isEmpty { return .success(proposed) }
        let values = digits.compactMap { Int(String($0)) }
        if values.count == 3, digits.count == 3, values.allSatisfy({ (0...2).contains($0) }) {
          return .success(ThreePoints(named: values[0], why: values[1], price: values[2]))
        }
        session.console.note("three digits such as 2 1 0: 2 all of it, 1 some, 0 none; Enter takes \(text)")
      }
    }
  }

  // MARK: The log

  private func record(
    _ laid: ThreeLaid, _ told: [ToldDecision], confidence: Int?, milliseconds: Int, isAsked: Bool
  ) throws -> Schedule {
    let words = told.map { one in
      ([one.decision]
        + [("why", one.why), ("price", one.price)].filter { !$0.1.isEmpty }.map { "\($0): \($1)" })
        .joined(separator: "\n")
    }.joined(separator: "\n\n")
    let project = decisions.project?.id
    return try database.connection.transaction {
      let schedule = try Journal(session: session, database: database).grade(
        try decisions.makeCard(), laid.grade, confidence: confidence,
        milliseconds: isAsked ? milliseconds : nil, answer: words.isEmpty ? nil : words)
      try database.three.keep(laid.kept)
      if isAsked { try database.three.discard(project: project) }
      if try database.three.standing(project: project) == nil {
        let today = try session.today(try session.preferences(database))
        try database.three.stand(asked: today, before: 0, project: project)
      }
      return schedule
    }
  }

  private func json(_ laid: ThreeLaid, _ schedule: Schedule) throws -> JSON {
    .object([
      ("project", JSON(decisions.project?.name)), ("id", JSON(try decisions.card()?.card.id.text)),
      ("points", .int(laid.sum)), ("of", .int(laid.most)), ("grade", .int(laid.grade.value)),
      ("interval", .int(schedule.interval)), ("due", JSON(schedule.due?.date.description)),
      (
        "decisions",
        .array(
          laid.rows.map { row in
            .object([
              ("title", .string(row.title)), ("number", JSON(row.decision?.row.record.number)),
              ("path", JSON(row.decision.map(decisions.path))), ("key", .bool(row.origin == .key)),
              ("told", JSON(row.told?.decision)), ("confidence", JSON(row.told?.confidence)),
              ("named", .int(row.points.named)), ("why", .int(row.points.why)),
              ("price", .int(row.points.price)),
            ])
          })
      ),
      (
        "others",
        .array(
          laid.others.map {
            .object([
              ("told", .string($0.told.decision)), ("record", JSON($0.record.map(decisions.path))),
            ])
          })
      ),
    ])
  }
}
