import CSQLite
import Commands
import Disk
import Recall
import Storage

/// One graded answer: the log and the cache in one durable transaction, beside the same two writes by hand.
struct GradeBench {
  let folder: Workplace
  private let rounds = 1500

  func run() throws {
    let deck = folder.file("grade.md")
    try PrivateFile.write(Array(BenchDeck.markdown(cards: 2000).utf8), to: deck, replacing: true)
    let path = folder.file("grade.db")
    let session = try BenchWorld(database: path).session
    let database = try session.database(.write)
    _ = try Importing.run(session, database, [deck])
    try Backup.write(database.connection, to: folder.file("grade-raw.db"), replacing: true)

    let raw = RawSQLite(folder.file("grade-raw.db"))
    let insert = raw.prepare("INSERT INTO events VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    let update = raw.prepare(
      "INSERT OR REPLACE INTO schedule VALUES (?,1,1,?,2,?,?,?,1,0,?,?,?,4,NULL,NULL,0,0)")
    defer {
      sqlite3_finalize(insert)
      sqlite3_finalize(update)
    }

    var ours: [Double] = []
    var theirs: [Double] = []
    let cards = try database.connection.all("SELECT num, id FROM cards ORDER BY num") {
      CardStore.Found(num: $0.int(0), id: CardID(stored: $0.text(1)))
    }
    // Taken in turn, so that whatever else the machine does falls on both.
    for round in 0..<rounds {
      let card = cards[round % cards.count]
      ours.append(
        try Measure.microseconds {
          _ = try Journal(session: session, database: database).grade(
            card, Grade.all[4], confidence: 70, milliseconds: 4000, answer: nil)
        })
      let id = "\(round)-0123456789abcdef0123456789ab"
      theirs.append(
        Measure.microseconds {
          raw.run("BEGIN IMMEDIATE")
          raw.insert(
            insert,
            [
              .text(id), .text(id), .text("device00"), .text(card.id.text), .int(1_770_000_000_000), .int(0),
              .int(20_000), .text("grade"), .int(4), .int(70), .int(4000), .null, .null, .null, .null,
              .int(Int64(round) &* 7_777_777_777),
            ])
          raw.insert(
            update,
            [
              .int(Int64(card.num)), .int(Int64(card.num)), .int(20_001), .text("2500 1 1"), .int(1),
              .int(20_000),
              .int(20_000), .int(1_770_000_000_000),
            ])
          raw.run("COMMIT")
        })
    }
    Measure.row("one graded answer", Measure.median(ours), Measure.median(theirs), limit: "1.5")
  }
}
