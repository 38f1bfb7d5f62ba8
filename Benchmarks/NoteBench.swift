import CMarkdown
import Hands
import Reading

/// Drafting the cards of a thousand notes beside the Markdown library's bare parse of the same bytes.
struct NoteBench {
  private let count = 1000

  func run() {
    let texts = (0..<count).map { Array(BenchNote.markdown(number: $0).utf8) }
    var bare: [Double] = []
    var drafting: [Double] = []
    var cards = 0
    // Taken in turn, so that whatever else the machine does falls on both.
    for _ in 0..<15 {
      bare.append(Measure.microseconds { for text in texts { parse(text) } })
      drafting.append(
        Measure.microseconds { cards = Hands.map(texts, Self.drafts).reduce(0, +) })
    }
    Measure.row(
      "draft \(count) notes (\(cards) cards)", Measure.best(drafting), Measure.best(bare), limit: "10")
  }

  private func parse(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        guard let base = bytes.baseAddress else { return }
        cmark_node_free(cmark_parse_document(base, bytes.count, CMARK_OPT_DEFAULT))
      }
    }
  }

  private static func drafts(_ bytes: [UInt8]) -> Int {
    guard let text = try? SourceText(bytes) else { return 0 }
    let document = DeckReader.read(text)
    guard
      case .note(_, let questions, _) = NoteReader.read(
        text, matter: document.matter, name: "note.md", isChosen: true)
    else { return 0 }
    return questions.usual.count
  }
}

/// A note as people write them: headings, paragraphs, a list. One sentence in six says something that can be asked for.
enum BenchNote {
  private static let nouns = [
    "relay", "worker", "ledger", "invoice", "snapshot", "payment", "broker", "replica", "session", "tenant",
    "gateway",
    "voucher", "receipt", "sensor", "catalogue", "pipeline", "scanner", "terminal", "warehouse", "journal",
    "router",
    "account", "channel", "forecast", "index", "queue", "partition", "certificate", "dashboard", "schema",
  ]
  private static let verbs = [
    "accept", "append", "cancel", "collect", "compress", "convert", "deliver", "encrypt", "export", "fetch",
    "forward",
    "import", "inspect", "merge", "publish", "record", "reject", "replay", "restore", "retry", "rotate",
    "validate",
  ]
  private static let telling = [
    "The N must V every N because a slow N would block each N behind it.",
    "If the N cannot V a N, the N stops and tells the N.", "The N uses a N instead of a N.",
    "The N keeps at most # seconds of every N.",
  ]
  private static let idle = [
    "The first N was written in a hurry by two people from another team.",
    "There was a long discussion about the N and its N in March.",
    "It took a while to understand what the N did there.",
    "The team of the N meets on Tuesday and looks at the N together.",
    "Some of the N came from the old N, with `N_V` in it.",
    "Ask in the channel of the N before you V anything there.",
    "More about the N can be found in the notes of the N.",
    "A picture of the N hangs in the kitchen, next to the N.",
    "Then the N and the N were renamed, and (a little later) moved.",
    "For the N we had three ideas, and none of them was very good.",
  ]

  static func markdown(number: Int) -> String {
    var state = UInt64(number) &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func pick<Element>(_ of: [Element]) -> Element {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return of[Int((state >> 33) % UInt64(of.count))]
    }
    func sentence() -> String {
      pick(pick(Array(0..<6)) == 0 ? telling : idle).split(separator: " ").map { word in
        var text = ""
        for letter in word {
          switch letter {
          case "N": text += pick(nouns)
          case "V" where word.count < 3 || word.hasSuffix("V`"): text += pick(verbs)
          case "#": text += "\(pick(Array(2...90)))"
          default: text.append(letter)
          }
        }
        return text
      }.joined(separator: " ")
    }
    var result = "# Notes on the \(pick(nouns)) and the \(pick(nouns))\n\n\(sentence()) \(sentence())\n"
    for _ in 0..<4 {
      result += "\n## The \(pick(nouns)) and its \(pick(nouns))\n\n"
      result += (0..<2).map { _ in (0..<4).map { _ in sentence() }.joined(separator: "\n") }.joined(
        separator: "\n\n")
      result += "\n\n" + (0..<3).map { _ in "- \(sentence())\n" }.joined()
    }
    return result
  }
}
