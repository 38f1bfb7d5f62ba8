import Commands
import Disk
import Glibc
import Host
import Recall
import Storage
import Terminal

/// A deck of made-up words, the same in every run.
struct BenchDeck {
  static func markdown(cards: Int) -> String {
    var state: UInt64 = 42
    func number(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    func word() -> String {
      let syllables = ["ba", "ke", "lo", "mi", "tu", "sar", "pen", "gra", "vol", "quin", "dre", "fos"]
      return (0...number(3)).map { _ in syllables[Int(number(12))] }.joined()
    }
    var text = "# Deck\n"
    for card in 0..<cards {
      if card % 20 == 0 { text += "\n## Section \(card / 20)\n" }
      text += "\nQ: Why does \(word()) \(word()) use \(word()) number \(card)?\n"
      text += "A: Because \((0..<12).map { _ in word() }.joined(separator: " ")).\n"
    }
    return text
  }
}

/// The program in this process, without a terminal.
struct BenchWorld {
  let session: Session

  init(database: String) throws {
    var globals = Globals()
    globals.database = database
    globals.everything = true
    let world = World(
      clock: SystemClock(), random: SystemRandomNumberGenerator(), files: SystemFiles(), git: NoGit(),
      editor: SystemEditor(environment: [:]), dialogue: PlainDialogue(input: 0, output: Silence()),
      environment: [:],
      folder: "/",
      output: Silence(), errors: Silence())
    session = try Session(world: world, globals: globals, connections: ConnectionHolder())
  }
}

private struct NoGit: Git {
  func commit(_ revision: String, in folder: String) -> String? { nil }
  func rootCommit(of folder: String) -> String? { nil }
}

private final class Silence: TextSink {
  let isTerminal = false
  let columns: Int? = nil
  let rows: Int? = nil
  func write(_ text: String) {}
  func flush() {}
}
