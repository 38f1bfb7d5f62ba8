internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// The whole of an explanation from memory, when somebody asks for it.
struct ExplanationRecall {
  private let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func run(_ words: [String]) throws -> ExitCode {
    let isScript = session.isJSON
    let database = try session.database(isScript ? .read : .write)
    guard let (num, card) = try choose(words, database) else { return .nothing }
    guard isScript else {
      let deck = QuizDeck(session: session, database: database, card: num)
      return try QuizRunner(session: session, database: database, deck: deck, limit: 1, minutes: nil).run()
    }
    let sections = ExplanationFile(session).note(card.source.absolutePath)?.sections ?? []
    let json = JSON.object([
      ("id", .string(card.id.text)), ("topic", JSON(card.place.first)),
      ("path", .string(card.source.absolutePath)),
      ("due", JSON(card.dueDate)), ("prompt", .string(card.text.prompt)),
      ("questions", JSON(strings: sections.map(\.question.question))),
    ])
    session.console.data(json.text + "\n")
    return .done
  }

  /// The one that these words name; without any the one that is due first.
  private func choose(_ words: [String], _ database: Database) throws -> (Int, Card)? {
    let cards = try database.cards.practices(.explanation, in: try session.scope(database)).compactMap {
      num in
      try database.cards.card(num).map { (num, $0) }
    }
    guard !cards.isEmpty else {
      session.console.note("nothing was explained yet; `whet explain TOPIC` does")
      if session.isJSON { session.console.data("null\n") }
      return nil
    }
    // What was never asked for is due at once.
    let sorted = cards.sorted {
      ($0.1.schedule.due?.number ?? 0, $0.0) < ($1.1.schedule.due?.number ?? 0, $1.0)
    }
    guard !words.isEmpty else { return sorted.first }
    let wanted = ExplanationSheet.slug(words.joined(separator: " "))
    func slug(_ card: Card) -> String { ExplanationSheet.slug(card.place.first ?? "") }
    let parts = words.map { $0.lowercased() }
    for fits in [
      { slug($0) == wanted }, { slug($0).hasPrefix(wanted) },
      { card in parts.allSatisfy { (card.place.first ?? "").lowercased().contains($0) } },
    ] as [(Card) -> Bool] {
      let found = sorted.filter { fits($0.1) }
      let topics = Set(found.map { slug($0.1) })
      if topics.count > 1 {
        let names = Set(found.compactMap(\.1.place.first)).sorted().prefix(4).joined(separator: ", ")
        throw Failure("these words are in several: \(names). Say a few more of them")
      }
      // Explained twice: what was thought last.
      if let last = found.max(by: { $0.0 < $1.0 }) { return last }
    }
    let known = Set(cards.compactMap(\.1.place.first)).sorted().prefix(4).joined(separator: ", ")
    throw Failure(
      "nothing was explained as \"\(words.joined(separator: " "))\"; there is \(known)", code: .nothing)
  }
}
