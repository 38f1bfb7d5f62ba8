import CMarkdown
import Commands
import Disk
import Glibc
import Hands
import Reading
import Storage

/// Importing a thousand decision records beside the Markdown library's bare parse of the same bytes.
struct RecordBench {
  let folder: Workplace
  private let count = 1000

  func run() throws {
    let place = folder.file("adr")
    try PrivateFile.makeFolder(place)
    let texts = (0..<count).map { Array(BenchRecord.markdown(number: $0).utf8) }
    let paths = texts.indices.map { "\(place)/\(BenchRecord.name($0))" }
    defer {
      for path in paths { unlink(path) }
      rmdir(place)
    }
    for (path, text) in zip(paths, texts) { try PrivateFile.write(text, to: path, replacing: true) }

    var bare: [Double] = []
    var reading: [Double] = []
    var importing: [Double] = []
    // Taken in turn, so that whatever else the machine does falls on all.
    for round in 0..<15 {
      bare.append(Measure.microseconds { for text in texts { parse(text) } })
      reading.append(Measure.microseconds { _ = drafts(Array(zip(paths, texts))) })
      let session = try BenchWorld(database: folder.file("records\(round).db")).session
      let database = try session.database(.write)
      importing.append(try Measure.microseconds { _ = try Importing.run(session, database, [place]) })
    }
    let title = "\(count) records"
    Measure.row("read \(title), make cards", Measure.best(reading), Measure.best(bare), limit: "4")
    Measure.row("import \(title)", Measure.best(importing), Measure.best(bare), limit: "8")
  }

  private func parse(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        guard let base = bytes.baseAddress else { return }
        cmark_node_free(cmark_parse_document(base, bytes.count, CMARK_OPT_DEFAULT))
      }
    }
  }

  private func drafts(_ files: [(String, [UInt8])]) -> Int {
    let read = Hands.map(files) { path, bytes -> RecordCollection.File? in
      guard let text = try? SourceText(bytes) else { return nil }
      let document = DeckReader.read(text)
      return RecordCollection.File(path: path, text: text, matter: document.matter, isKnown: false)
    }
    return RecordCollection(read.compactMap { $0 }) { _ in count }.outcomes { _ in nil }.reduce(0) {
      if case .record(_, let drafts) = $1 { $0 + drafts.count } else { $0 }
    }
  }
}

/// A record of made-up words: every other one as Nygard has it, every other one as MADR has it.
enum BenchRecord {
  static func name(_ number: Int) -> String {
    let digits = String(number + 1)
    return String(repeating: "0", count: 4 - digits.count) + digits + "-\(topic(number)).md"
  }

  private static func topic(_ number: Int) -> String { "\(word(number * 7 + 1))-\(word(number * 3 + 2))" }

  private static func word(_ seed: Int) -> String {
    let syllables = ["ba", "ke", "lo", "mi", "tu", "sar", "pen", "gra", "vol", "quin", "dre", "fos"]
    var state = UInt64(bitPattern: Int64(seed)) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (0..<3).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return syllables[Int((state >> 33) % 12)]
    }.joined()
  }

  private static func sentence(_ number: Int, _ part: Int) -> String {
    let words = (0..<14).map { word(number * 1000 + part * 20 + $0) }.joined(separator: " ")
    return "We \(["will", "cannot", "should", "have to"][part % 4]) \(words)."
  }

  private static func paragraph(_ number: Int, _ part: Int) -> String {
    (0..<3).map { sentence(number, part * 3 + $0) }.joined(separator: "\n")
  }

  static func markdown(number: Int) -> String {
    let title = "# \(number + 1). Use \(word(number * 7 + 1)) for \(word(number * 3 + 2))\n\n"
    if number % 2 == 0 {
      return title + "Date: 2021-03-04\n\n## Status\n\nAccepted\n\n## Context\n\n\(paragraph(number, 1))\n\n"
        + "\(paragraph(number, 2))\n\n\(paragraph(number, 3))\n\n## Decision\n\n\(paragraph(number, 4))\n\n"
        + "\(paragraph(number, 5))\n\n## Consequences\n\n- \(sentence(number, 31))\n- \(sentence(number, 32))\n"
        + "- \(sentence(number, 33))\n"
    }
    let options = (0..<3).map { "\(word(number + $0)) \(word(number * 5 + $0))" }
    return "---\nstatus: accepted\ndate: 2022-01-02\n---\n" + title
      + "## Context and Problem Statement\n\n\(paragraph(number, 1))\n\n\(paragraph(number, 2))\n\n"
      + "## Considered Options\n\n" + options.map { "* \($0)\n" }.joined()
      + "\n## Decision Outcome\n\nChosen option: \"\(options[0])\", because \(sentence(number, 20))\n\n"
      + "### Consequences\n\n* Good, because \(sentence(number, 21))\n* Bad, because \(sentence(number, 22))\n\n"
      + "## Pros and Cons of the Options\n\n"
      + options.enumerated().map { index, option in
        "### \(option)\n\n* Good, because \(sentence(number, 23 + index))\n* Bad, because \(sentence(number, 27 + index))\n\n"
      }.joined()
  }
}
