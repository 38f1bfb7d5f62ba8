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
      console.line(Styled("Found \(offer.cards) cards in \(offer.paths.joined(separator: ", ")) here."))
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

  private func offer() throws -> (paths: [String], cards: Int)? {
    let files = session.world.files
    let paths = Self.usual.filter { files.target(FilePath.join(session.world.folder, $0)) == .folder }
    guard !paths.isEmpty else { return nil }
    let importer = Importer(session: session, database: try session.database(.read), isDry: true)
    let found = try importer.importPaths(paths, deck: nil).report.counts.added
    return found > 0 ? (paths, found) : nil
  }
}
