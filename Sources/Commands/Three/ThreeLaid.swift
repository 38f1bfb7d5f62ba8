internal import Recall
internal import Storage

/// What was said, laid beside what is written: the key decisions where any are marked, else the records that the words
/// name, and what was said before.
struct ThreeLaid {
  struct Row {
    enum Origin { case key, record, earlier, new }

    let origin: Origin
    let decision: ProjectDecisions.Decision?
    let reference: DecisionReference
    /// Nil where it was not named.
    let told: ToldDecision?
    var points: ThreePoints
    /// When it was named last, where nothing else tells of it.
    var last: Day?

    var title: String { reference.title }
  }

  /// Named, and not among the key decisions.
  struct Other {
    let told: ToldDecision
    let record: ProjectDecisions.Decision?
  }

  private(set) var others: [Other] = []
  var rows: [Row] = []
  let keys: Int
  private let isFirst: Bool

  var sum: Int { ThreeScore.sum(rows.map(\.points)) }
  var most: Int { ThreeScore.most(keys: keys) }
  var grade: Grade { ThreeScore.grade(sum, of: most, isFirst: isFirst) }

  init(_ told: [ToldDecision], _ decisions: ProjectDecisions) throws {
    let all = try decisions.all()
    let marked = all.filter { $0.since != nil }
    keys = marked.count
    isFirst = try decisions.past().isEmpty
    if marked.isEmpty {
      try layBesideRecords(told, all.filter(\.isStanding), decisions)
    } else {
      try layBesideKeys(told, marked, all, decisions)
    }
  }

  private mutating func layBesideKeys(
    _ told: [ToldDecision], _ marked: [ProjectDecisions.Decision], _ all: [ProjectDecisions.Decision],
    _ decisions: ProjectDecisions
  ) throws {
    let references = try marked.map(decisions.reference)
    let titles = all.map(\.row.record.title)
    let pairs = DecisionComparison.pairs(told, references, titles: titles)
    for (index, decision) in marked.enumerated() {
      rows.append(Self.row(.key, decision, references[index], pairs[index].map { told[$0] }, titles))
    }
    let rest = told.indices.filter { !pairs.contains($0) }.map { told[$0] }
    let unmarked = all.filter { $0.since == nil }
    let found = DecisionComparison.pairs(
      rest, try unmarked.map(decisions.reference), titles: titles)
    others = rest.enumerated().map { index, told in
      Other(told: told, record: found.firstIndex(of: index).map { unmarked[$0] })
    }
  }

  private mutating func layBesideRecords(
    _ told: [ToldDecision], _ records: [ProjectDecisions.Decision], _ decisions: ProjectDecisions
  ) throws {
    let references = try records.map(decisions.reference)
    let pairs = DecisionComparison.pairs(told, references)
    let earlier = try Self.earlier(decisions)
    let rest = told.indices.filter { !pairs.contains($0) }
    let again = DecisionComparison.pairs(rest.map { told[$0] }, earlier.map(\.reference))
    for (index, one) in told.enumerated() {
      if let found = pairs.firstIndex(of: index) {
        rows.append(Self.row(.record, records[found], references[found], one, references.map(\.title)))
      } else if let place = rest.firstIndex(of: index), let found = again.firstIndex(of: place) {
        rows.append(Self.row(.earlier, nil, earlier[found].reference, one))
      } else {
        rows.append(
          Row(
            origin: .new, decision: nil, reference: DecisionReference(title: one.decision), told: one,
            points: DecisionComparison.points(new: one)))
      }
    }
    for (index, known) in earlier.enumerated() where again[index] == nil {
      guard !rows.contains(where: { $0.title == known.reference.title }) else { continue }
      rows.append(
        Row(
          origin: .earlier, decision: nil, reference: known.reference, told: nil, points: .none,
          last: known.last))
    }
  }

  private static func row(
    _ origin: Row.Origin, _ decision: ProjectDecisions.Decision?, _ reference: DecisionReference,
    _ told: ToldDecision?, _ titles: [String] = []
  ) -> Row {
    Row(
      origin: origin, decision: decision, reference: reference, told: told,
      points: told.map { DecisionComparison.points($0, reference, titles: titles) } ?? .none)
  }

  /// The decisions of the last session, each with what was said of it last: an answer that was left out later does not
  /// take the earlier one away.
  private static func earlier(_ decisions: ProjectDecisions) throws -> [(
    reference: DecisionReference, last: Day?
  )] {
    let before = try decisions.database.three.standing(project: decisions.project?.id)?.before ?? 0
    let past = try decisions.past().filter { $0.seq > before }
    return (past.last?.rows ?? []).map { row in
      var (what, why, price) = (row.title, "", "")
      var last: Day?
      for session in past {
        for told in session.rows.filter({ $0.title == row.title }).map(\.told) where !told.decision.isEmpty {
          what = told.decision
          if !told.why.isEmpty { why = told.why }
          if !told.price.isEmpty { price = told.price }
          last = session.day
        }
      }
      return (
        DecisionReference(
          title: row.title, what: [what], why: why.isEmpty ? [] : [why], price: price.isEmpty ? [] : [price]),
        last
      )
    }
  }

  /// What is kept of it beside the event.
  var kept: [ThreeStore.Row] {
    rows.map {
      ThreeStore.Row(
        source: $0.decision?.source, title: $0.title, told: $0.told ?? ToldDecision(decision: ""),
        points: $0.points)
    }
  }
}
