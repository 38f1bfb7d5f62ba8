internal import Recall
internal import Storage
internal import Terminal

/// Investigations whose notes say less than the log: the file was not to be written, or the program ended in
/// between. Each is marked together with the step that its note is to tell, and stays marked until it tells
/// it.
struct NotesBehind {
  let database: Database

  private static let prefix = "note-behind-"

  func all() throws -> [CardID] {
    try database.settings.keys(beginning: Self.prefix).map {
      CardID(stored: String($0.dropFirst(Self.prefix.count)))
    }
  }

  func holds(_ id: CardID) throws -> Bool { try database.settings.value(Self.prefix + id.text) != nil }
  func add(_ id: CardID) throws { try database.settings.set(Self.prefix + id.text, to: "1") }
  func remove(_ id: CardID) throws { try database.settings.set(Self.prefix + id.text, to: nil) }

  /// Their files: nothing in them is to be read, and one that is not there was never written.
  func sources() throws -> Set<Int> {
    Set(
      try all().compactMap { id in
        try database.cards.beginning(with: id.text).first.flatMap {
          try database.cards.stored($0.num)?.source
        }
      })
  }

  /// Tries each of them again. Whose solution its note can tell now gets its cards too: they were asked for
  /// when it was solved. With `isQuiet` nobody is told of those that still cannot be written.
  func catchUp(_ session: Session, isQuiet: Bool) throws -> ImportReport {
    var report = ImportReport()
    for id in try all() {
      guard let file = try InvestigationFile.of(id, session, database, isQuiet: isQuiet) else {
        try remove(id)
        continue
      }
      let state = try file.follow()
      guard try !holds(id) else { continue }
      session.console.note("wrote \(SafeText.line(session.shown(try file.path)))")
      guard state?.status == .solved else { continue }
      let cards = InvestigationCards(session: session, database: database)
      report.add(reviewed: try cards.take(file.row, try file.path, isReviewed: false).report)
    }
    return report
  }
}
