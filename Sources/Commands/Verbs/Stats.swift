internal import Recall
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let stats = Command(
    "stats", "where you stand: due, new, learning, mature, and how much is retained",
    examples: [Example("stats", "the last thirty days")],
    details: """
      Retention counts the first answer of a day to a card that was asked before. Below ten answers nothing is said \
      of it.
      """
  ) { _, session in
    let database = try session.database(.read)
    let preferences = try session.preferences(database)
    let scope = try session.scope(database)
    let today = try session.today(preferences)
    let standing = try database.figures.standing(in: scope, leechLapses: preferences.leechLapses)
    let retention = try database.figures.retention(in: scope, from: today + -29, through: today)
    let answers = try database.figures.answers(on: today, in: scope)
    let summary = try DaySummary(session, database)
    if session.isJSON {
      let json = JSON.object(
        [("due", .int(summary.queue.reviews))] + StandingJSON.pairs(standing) + [
          ("newToday", .int(summary.queue.new)), ("answersToday", .int(answers)),
          (
            "retention",
            .object([
              ("days", .int(30)), ("asked", .int(retention.asked)), ("recalled", .int(retention.recalled)),
              ("share", JSON(retention.share)),
            ])
          ),
        ])
      session.console.data(json.text + "\n")
      return .done
    }
    let console = session.console
    console.line(Styled("today     \(summary.sentence); \(answers) answered"))
    let leeches =
      standing.leeches == 0 ? "" : ", \(standing.leeches) leech\(standing.leeches == 1 ? "" : "es")"
    console.line(
      Styled(
        "cards     \(standing.new) new, \(standing.learning) learning, \(standing.mature) mature\(leeches)"))
    if standing.suspended + standing.retired > 0 {
      console.line(Styled("          \(standing.suspended) suspended, \(standing.retired) retired"))
    }
    if let share = retention.share {
      console.line(
        Styled("retained  \(Int((share * 100).rounded())) % of \(retention.asked) answers in 30 days"))
    } else {
      console.line(Styled("retained  too few answers in 30 days to say (\(retention.asked))"))
    }
    return .done
  }
}
