internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// How well each decision was recalled, time after time.
struct ThreeHistory {
  private static let mostShown = 8

  let session: Session
  let decisions: ProjectDecisions

  private struct Line {
    let title: String
    var times: [(day: Day, points: ThreePoints)] = []

    var sums: [Int] { times.map(\.points.sum) }
    var trend: ThreeTrend { ThreeTrend(sums) }
  }

  func list() throws -> ExitCode {
    var lines: [Line] = []
    for session in try decisions.past() {
      for row in session.rows {
        let index = lines.firstIndex { $0.title == row.title } ?? lines.count
        if index == lines.count { lines.append(Line(title: row.title)) }
        lines[index].times.append((session.day, row.points))
      }
    }
    if session.isJSON {
      session.console.data(JSON.array(lines.map(json)).text + "\n")
    } else if lines.isEmpty {
      session.console.note("no time yet; `whet three` is the first")
    } else {
      var table = TextTable(
        [("decision", .left), ("of 6 points", .left), ("last", .left), ("", .left)], flexible: 0)
      for line in lines {
        let shown = line.sums.suffix(Self.mostShown).map(String.init).joined(separator: " ")
        let trend = line.trend == .new || line.trend == .steady ? "" : line.trend.rawValue
        table.add([line.title, shown, line.times.last?.day.date.description ?? "", trend])
      }
      table.print(to: session.console)
    }
    return lines.isEmpty ? .nothing : .done
  }

  private func json(_ line: Line) -> JSON {
    .object([
      ("title", .string(line.title)), ("trend", .string(line.trend.rawValue)),
      (
        "times",
        .array(
          line.times.map {
            .object([
              ("day", .string($0.day.date.description)), ("named", .int($0.points.named)),
              ("why", .int($0.points.why)), ("price", .int($0.points.price)),
            ])
          })
      ),
    ])
  }
}
