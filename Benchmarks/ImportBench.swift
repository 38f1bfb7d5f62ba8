import CSQLite
import Commands
import Disk
import Storage

/// A deck file from its bytes to the disk, beside the same rows inserted by hand.
struct ImportBench {
  let folder: Workplace
  let count: Int

  func run() throws {
    let deck = folder.file("import-\(count).md")
    try PrivateFile.write(Array(BenchDeck.markdown(cards: count).utf8), to: deck, replacing: true)
    var ours: [Double] = []
    var theirs: [Double] = []
    for round in 0..<3 {
      let path = folder.file("import-\(count)-\(round).db")
      let session = try BenchWorld(database: path).session
      let database = try session.database(.write)
      ours.append(try Measure.microseconds { _ = try Importing.run(session, database, [deck]) })
      theirs.append(try raw(path, round))
    }
    Measure.row("importing \(count) cards", Measure.median(ours), Measure.median(theirs), limit: "3.0")
  }

  private func raw(_ imported: String, _ round: Int) throws -> Double {
    let tables = ["projects", "decks", "sources", "cards", "schedule"]
    let source = RawSQLite(imported)
    let rows = tables.map { source.rows("SELECT * FROM \($0)") }
    let words = source.rows("SELECT rowid, prompt, answer, tags, source FROM card_words")
    let path = folder.file("raw-\(count)-\(round).db")
    try DatabaseFile.create(path)
    let target = RawSQLite(path)
    return Measure.microseconds {
      target.run("BEGIN IMMEDIATE")
      for (table, rows) in zip(tables, rows) {
        guard let width = rows.first?.count else { continue }
        let marks = Array(repeating: "?", count: width).joined(separator: ",")
        let statement = target.prepare("INSERT INTO \(table) VALUES (\(marks))")
        for row in rows { target.insert(statement, row) }
        sqlite3_finalize(statement)
      }
      let statement = target.prepare(
        "INSERT INTO card_words (rowid, prompt, answer, tags, source) VALUES (?,?,?,?,?)")
      for row in words { target.insert(statement, row) }
      sqlite3_finalize(statement)
      target.run("COMMIT")
    }
  }
}
