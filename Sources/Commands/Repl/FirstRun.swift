internal import Disk
internal import Storage
internal import Terminal

/// The first thing that anybody sees: what is due, or how to begin.
struct FirstRun {
  let session: Session

  /// Where decks usually lie, looked at when nothing was imported yet.
  private static let usual = ["decks", "deck", "docs", "doc", "cards", "notes"]

  func greet() throws {
    let database = try session.database(.read)
    let console = session.console
    if try database.cards.count > 0 {
      let summary = try DaySummary(session, database)
      console.line(Styled(summary.sentence) + Styled(" · next: quiz · help", .quiet))
      return
    }
    if let offer = try offer(), session.world.dialogue.isTerminal {
      console.line(Styled("Found \(offer.sentence) here."))
      if case .text(let key) = session.world.dialogue.key("Import them? y/n > "), key.lowercased() == "y" {
        let importer = Importer(session: session, database: try session.database(.write), isDry: false)
        let report = try importer.importPaths(offer.paths, deck: nil).report
        report.print(to: console, isDry: false, shown: session.shown)
        console.line("`quiz` asks the first; it takes a few minutes a day.")
        return
      }
      console.line(Styled("`import \(offer.paths.joined(separator: " "))` takes them whenever you like."))
      return
    }
    console.line("No cards yet. Three ways to begin:")
    console.line("  import PATH   make cards of a deck file, or of a folder of them")
    console.line("  add           write one yourself")
    console.line("  help          everything else")
  }

  private struct Offer {
    let paths: [String]
    let records: Int
    let cards: Int

    /// `20 decision records and a deck: 131 cards in decks`
    var sentence: String {
      let kinds = records == 0 ? "" : records == 1 ? "a decision record, " : "\(records) decision records, "
      return
        "\(kinds)\(cards) card\(cards == 1 ? "" : "s") in \(paths.map { SafeText.line($0) }.joined(separator: ", "))"
    }
  }

  private func offer() throws -> Offer? {
    let files = session.world.files
    let folders = RecordFolders(session).found().map { session.shown($0) }
    let usual = Self.usual.filter { files.target(FilePath.join(session.world.folder, $0)) == .folder }
    // What lies in one of the usual places comes in with it.
    let paths =
      usual + folders.filter { folder in !usual.contains { FilePath.relative(folder, to: $0) != nil } }
    guard !paths.isEmpty else { return nil }
    let importer = Importer(session: session, database: try session.database(.read), isDry: true)
    let request = Importer.Request(paths: paths)
    let readings = try importer.plan(request).readings
    let cards = try importer.run(request).report.counts.added
    return cards > 0 ? Offer(paths: paths, records: readings.count { $0.record != nil }, cards: cards) : nil
  }
}
