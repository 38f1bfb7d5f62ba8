internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// The figures over all investigations, as text and as JSON.
struct InvestigationStats {
  typealias Group = InvestigationFigures.Group
  typealias Share = InvestigationFigures.Share

  let desk: InvestigationDesk
  private var session: Session { desk.session }
  private var console: Console { desk.session.console }

  func show() throws -> ExitCode {
    let cases = try desk.all()
    let figures = InvestigationFigures(cases.map(\.state))
    let past = try desk.database.drills.past(in: try session.scope(desk.database))
    let drills = DrillSummary(figures: DrillFigures(past.map(\.score)))
    if session.isJSON {
      console.data(json(figures, drills).text + "\n")
    } else if cases.isEmpty, past.isEmpty {
      console.note("no investigation yet; `whet debug SYMPTOM` begins one")
    } else {
      show(figures, drills)
    }
    return cases.isEmpty && past.isEmpty ? .nothing : .done
  }

  private func show(_ figures: InvestigationFigures, _ drills: DrillSummary) {
    let all = figures.all
    func line(_ name: String, _ value: String?) {
      guard let value else { return }
      console.line(Styled(DisplayWidth.padded(name, to: 26)) + Styled(value))
    }
    line("investigations", "\(all.opened), \(all.solved) solved")
    line("first guess right", Self.text(all.first))
    line("in the first three", Self.text(all.firstThree))
    line("confidence", Self.text(all.calibration))
    line("solved alone", Self.text(all.alone))
    line("to the first guess", Self.text(all.toFirst))
    line("to the cause", Self.text(all.toCause))
    for (name, value) in drills.lines { line(name, value) }
    table("month", figures.months)
    table("area", figures.areas)
    guard !figures.returning.isEmpty else { return }
    console.line()
    console.line(Styled("causes that came back", .strong))
    for cause in figures.returning {
      let dates = cause.dates.map(\.description).joined(separator: ", ")
      CardView.body("\(cause.dates.count) times: \(cause.cause) (\(dates))", session)
    }
  }

  private func table(_ name: String, _ groups: [Group]) {
    guard !groups.isEmpty else { return }
    console.line()
    var table = TextTable(
      [
        (name, .left), ("opened", .right), ("first", .left), ("of 3", .left), ("alone", .left),
        ("to cause", .left),
      ], flexible: 0)
    for group in groups {
      table.add([
        group.name, String(group.opened), Self.short(group.first), Self.short(group.firstThree),
        Self.short(group.alone), group.toCause.map { Span.words($0.milliseconds) } ?? "",
      ])
    }
    table.print(to: console)
  }

  private static func short(_ share: Share) -> String { share.of == 0 ? "" : "\(share.hits)/\(share.of)" }

  private static func text(_ share: Share) -> String? {
    share.of == 0 ? nil : "\(share.hits) of \(share.of)"
  }

  private static func text(_ calibration: InvestigationFigures.Calibration) -> String? {
    guard let brier = calibration.brier, let bias = calibration.bias else { return nil }
    let points = Int((bias * 100).rounded())
    let verdict =
      points == 0
      ? "neither too sure nor too shy" : "\(abs(points)) points too \(points > 0 ? "sure" : "shy")"
    return "\(verdict), Brier \(hundredths(brier)) (n = \(calibration.count))"
  }

  private static func text(_ median: (milliseconds: Int, count: Int)?) -> String? {
    median.map { "\(Span.words($0.milliseconds)) (median, n = \($0.count))" }
  }

  private static func hundredths(_ value: Double) -> String {
    let number = Int((value * 100).rounded())
    return "\(number / 100).\(number % 100 < 10 ? "0" : "")\(number % 100)"
  }

  // MARK: JSON

  private func json(_ figures: InvestigationFigures, _ drills: DrillSummary) -> JSON {
    .object([
      ("all", json(figures.all)), ("months", .array(figures.months.map(json))),
      ("areas", .array(figures.areas.map(json))), ("drills", drills.json),
      (
        "returning",
        .array(
          figures.returning.map {
            .object([("cause", .string($0.cause)), ("dates", JSON(strings: $0.dates.map(\.description)))])
          })
      ),
    ])
  }

  private func json(_ group: Group) -> JSON {
    func share(_ share: Share) -> JSON { .object([("hits", .int(share.hits)), ("of", .int(share.of))]) }
    func median(_ median: (milliseconds: Int, count: Int)?) -> JSON {
      .object([
        ("minutes", JSON(median.map { (Double($0.milliseconds) / 6000).rounded() / 10 })),
        ("n", .int(median?.count ?? 0)),
      ])
    }
    return .object([
      ("name", .string(group.name)), ("opened", .int(group.opened)), ("solved", .int(group.solved)),
      ("abandoned", .int(group.abandoned)), ("first", share(group.first)),
      ("firstThree", share(group.firstThree)), ("alone", share(group.alone)),
      ("brier", JSON(group.calibration.brier)), ("bias", JSON(group.calibration.bias)),
      ("n", .int(group.calibration.count)), ("toFirst", median(group.toFirst)),
      ("toCause", median(group.toCause)),
    ])
  }
}
