internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// How past drills went, and what they say together.
struct DrillHistory {
  let session: Session

  func list() throws -> ExitCode {
    let database = try session.database(.read)
    let past = try database.drills.past(in: try session.scope(database))
    if session.isJSON {
      session.console.data(JSON.array(past.map(json)).text + "\n")
    } else if past.isEmpty {
      session.console.note("no drill yet; `whet debug drill` is the first")
    } else {
      var table = TextTable(
        [
          ("day", .left), ("symptom", .left), ("first", .left), ("in 3", .left), ("on cause", .left),
          ("Brier", .left), ("led", .left),
        ], flexible: 1)
      for drill in past {
        let score = drill.score
        table.add([
          drill.day.date.description, drill.symptom, score.wasFirst ? "yes" : "no",
          score.wasInThree ? "yes" : "no", "\(score.start) → \(score.end)",
          "\(DrillScreen.decimal(score.brierAtStart)) → \(DrillScreen.decimal(score.brierAtEnd))",
          score.found.map { $0 == 0 ? "at once" : "step \($0)" } ?? "",
        ])
      }
      table.print(to: session.console)
      sum(DrillFigures(past.map(\.score)))
    }
    return past.isEmpty ? .nothing : .done
  }

  private func sum(_ figures: DrillFigures) {
    session.console.line()
    var parts = ["first in \(figures.first) of \(figures.count), in three \(figures.inThree)"]
    if let start = figures.start, let end = figures.end {
      parts.append("on the cause \(Int(start.rounded())) → \(Int(end.rounded()))")
    }
    if let start = figures.brierAtStart, let end = figures.brierAtEnd {
      parts.append("Brier \(DrillScreen.decimal(start)) → \(DrillScreen.decimal(end))")
    }
    CardView.body(parts.joined(separator: " · "), session, role: .strong, indent: 0)
  }

  private func json(_ drill: DrillStore.Past) -> JSON {
    .object(
      [
        ("day", .string(drill.day.date.description)), ("id", .string(drill.card.text)),
        ("symptom", .string(drill.symptom)), ("steps", .int(drill.steps)),
        ("revealed", .int(drill.telling.revealed)),
      ] + Self.json(drill.score))
  }

  static func json(_ score: DrillScore) -> [(String, JSON)] {
    [
      ("first", .bool(score.wasFirst)), ("inThree", .bool(score.wasInThree)), ("led", JSON(score.found)),
      ("confidence", .array(score.confidences.map(JSON.int))),
      ("places", .array(score.places.map { JSON($0) })),
      ("brier", .array(score.briers.map { DrillSummary.number($0) })),
      ("proposedGrade", .int(score.grade.value)),
    ]
  }
}
