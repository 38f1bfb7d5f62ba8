internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// The decisions that are marked as key, and those that could be.
struct KeyList {
  private static let mostCandidates = 5

  private let session: Session
  private let decisions: ProjectDecisions

  init(_ session: Session, _ decisions: ProjectDecisions) {
    self.session = session
    self.decisions = decisions
  }

  // MARK: Choosing

  /// By the number of a record, or the beginning of a card's id.
  func resolve(_ word: String) throws -> ProjectDecisions.Decision {
    let all = try decisions.all()
    if let number = Int(word), number >= 0 {
      let found = all.filter { $0.row.record.number.flatMap { Int($0) } == number }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        let paths = found.map { session.shown(decisions.path($0)) }.joined(separator: ", ")
        throw Failure("\(word) is the number of several: \(paths). The id of one of its cards tells which")
      }
    }
    let cards = try decisions.database.cards.beginning(with: word.lowercased())
    let sources = try Set(cards.compactMap { try decisions.database.cards.stored($0.num)?.source })
    let found = word.isEmpty ? [] : all.filter { sources.contains($0.source) }
    guard found.count == 1 else {
      throw Failure(
        found.isEmpty
          ? "no decision record \"\(word)\"; `whet decisions` lists them"
          : "\"\(word)\" is the beginning of several ids; type a few more letters",
        code: found.isEmpty ? .nothing : .failed)
    }
    return found[0]
  }

  /// All of them or none. Returns those that were not marked before.
  func mark(_ words: [String]) throws -> [ProjectDecisions.Decision] {
    try decisions.database.connection.transaction { try change(mark: try words.map(resolve)) }
  }

  func remove(_ words: [String]) throws -> [ProjectDecisions.Decision] {
    try decisions.database.connection.transaction { try change(remove: try words.map(resolve)) }
  }

  private func change(
    mark: [ProjectDecisions.Decision] = [], remove: [ProjectDecisions.Decision] = []
  ) throws -> [ProjectDecisions.Decision] {
    let today = try session.today(try session.preferences(decisions.database))
    let changed = try decisions.database.keys.change(
      mark: mark.map(\.source), on: today, remove: remove.map(\.source))
    return changed.compactMap { source in
      (mark + remove).first { $0.source == source }
    }
  }

  // MARK: Showing

  struct Candidate {
    let decision: ProjectDecisions.Decision
    let weight: KeyWeight
  }

  /// Decisions that stand and are not marked, the weightiest first.
  func candidates() throws -> [Candidate] {
    let all = try decisions.all()
    let today = try session.today(try session.preferences(decisions.database))
    let documents = all.map { decision in
      let bytes = (try? session.world.files.read(decisions.path(decision))) ?? []
      return RecordMentions.Document(
        path: decision.row.path, number: decision.row.record.number,
        text: String(decoding: bytes, as: UTF8.self))
    }
    let references = RecordMentions.counts(documents)
    let found = all.enumerated().filter { $0.element.since == nil && $0.element.isStanding }.map {
      index, decision in
      let day = decision.row.record.date.flatMap(RecordDate.day)?.daysSinceEpoch
      let replaced = all.count { $0.row.record.replacedBy.contains(decision.row.path) }
      return Candidate(
        decision: decision,
        weight: KeyWeight(
          references: references[index], age: day.map { max(0, today.number - $0) }, replaced: replaced))
    }
    // Of the same weight the one that came first.
    return Array(
      found.enumerated().sorted {
        ($1.element.weight.value, $0.offset) < ($0.element.weight.value, $1.offset)
      }
      .map(\.element).prefix(Self.mostCandidates))
  }

  func list() throws -> ExitCode {
    let marked = try decisions.all().filter { $0.since != nil }
    let candidates = try candidates()
    if session.isJSON {
      session.console.data(try json(marked, candidates).text + "\n")
    } else {
      try show(marked, candidates)
      if !candidates.isEmpty, session.world.dialogue.isTerminal {
        _ = try ask("mark which? numbers or ids, Enter leaves it > ", mark)
      }
    }
    return marked.isEmpty && candidates.isEmpty ? .nothing : .done
  }

  /// A new set, after a quarter. False where the person left.
  func chooseAnew() throws -> Bool {
    try show(try decisions.all().filter { $0.since != nil }, try candidates())
    return try ask("which are key now? all of them, Enter leaves them > ") { words in
      let wanted = try words.map(resolve)
      return try decisions.database.connection.transaction {
        let old = try decisions.all().filter { old in
          old.since != nil && !wanted.contains { $0.source == old.source }
        }
        let changed = try change(mark: wanted, remove: old)
        return changed.filter { new in wanted.contains { $0.source == new.source } }
      }
    }
  }

  private func ask(_ prompt: String, _ take: ([String]) throws -> [ProjectDecisions.Decision]) throws -> Bool
  {
    while true {
      guard case .text(let line) = session.world.dialogue.ask(Styled(prompt, .quiet)) else { return false }
      let words = line.split { $0.isWhitespace || $0 == "," }.map(String.init)
      if words.isEmpty { return true }
      do {
        tell(try take(words), "is key now")
        return true
      } catch let failure as Failure {
        session.console.note(Styled(failure.message, .careful))
      }
    }
  }

  func tell(_ changed: [ProjectDecisions.Decision], _ what: String) {
    for decision in changed {
      CardView.body("“\(SafeText.line(decision.row.record.title))” \(what)", session, indent: 0)
    }
  }

  private func show(_ marked: [ProjectDecisions.Decision], _ candidates: [Candidate]) throws {
    let console = session.console
    if marked.isEmpty, candidates.isEmpty {
      return console.note(
        "no decision records here yet; `whet import` looks for them, `whet decide` writes one")
    }
    if marked.isEmpty {
      console.note("nothing is marked as key yet")
    } else {
      var table = TextTable(
        [("no.", .left), ("key decision", .left), ("status", .left), ("since", .left)], flexible: 1)
      for decision in marked {
        table.add(
          [
            try decisions.name(decision), decision.row.record.title,
            decision.row.record.status ?? "no status", decision.since.map { $0.date.description } ?? "",
          ], tail: decision.row.isMissing ? " (file gone)" : "")
      }
      table.print(to: console)
    }
    guard !candidates.isEmpty else { return }
    console.line()
    var table = TextTable([("no.", .left), ("could be key", .left), ("why", .left)], flexible: 1, wrapped: 2)
    for candidate in candidates {
      table.add([
        try decisions.name(candidate.decision), candidate.decision.row.record.title,
        candidate.weight.sentence,
      ])
    }
    table.print(to: console)
  }

  private func json(_ marked: [ProjectDecisions.Decision], _ candidates: [Candidate]) throws -> JSON {
    .object([
      (
        "keys",
        .array(
          try marked.map { decision in
            .object(try pairs(decision) + [("since", JSON(decision.since?.date.description))])
          })
      ),
      (
        "candidates",
        .array(
          try candidates.map { candidate in
            .object(
              try pairs(candidate.decision) + [
                ("references", .int(candidate.weight.references)), ("age", JSON(candidate.weight.age)),
                ("replaced", .int(candidate.weight.replaced)), ("weight", .int(candidate.weight.value)),
              ])
          })
      ),
    ])
  }

  func pairs(_ decision: ProjectDecisions.Decision) throws -> [(String, JSON)] {
    [
      ("number", JSON(decision.row.record.number)), ("name", .string(try decisions.name(decision))),
      ("title", .string(decision.row.record.title)), ("status", JSON(decision.row.record.status)),
      ("path", .string(decisions.path(decision))),
    ]
  }
}
