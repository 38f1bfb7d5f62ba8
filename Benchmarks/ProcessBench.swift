import Disk
import Glibc
import Host

/// Whole processes, from start to end, beside the `sqlite3` shell answering one indexed query.
struct ProcessBench {
  let folder: Workplace
  let binary: String
  private let rounds = 41

  func run() throws {
    let large = folder.file("large.db")
    let small = folder.file("small.db")
    try make(large, cards: 100_000)
    try make(small, cards: 1000)
    let shell = ["sqlite3", large, "SELECT id FROM cards WHERE num = 500"]
    guard run(shell) != nil else {
      print("the sqlite3 shell is not installed (apt-get install sqlite3): whole processes are not measured")
      return
    }
    let commands: [(String, [String])] = [
      ("version", [binary, "version"]),
      ("due --prompt, 100000 cards", [binary, "--db", large, "due", "--prompt"]),
      ("next, 100000 cards", [binary, "--db", large, "next", "--json"]),
    ]
    for (title, words) in commands {
      let (ours, raw) = compare(words, shell)
      Measure.row(title, ours, raw, limit: "5.0")
    }
    let (atLarge, atSmall) = compare(
      [binary, "--db", large, "next", "--json"], [binary, "--db", small, "next", "--json"])
    Measure.row("next, 100000 cards beside 1000", atLarge, atSmall, limit: "1.5")
    print(
      "\(Measure.padded("peak memory of due, 100000 cards", 36)) \(Measure.right("\(try memory(large)) MB", 10))"
        + "                       25 MB")
  }

  /// A child counts as its own the memory of whoever started it, up to that moment: so a small program, this one
  /// anew, has to start it.
  private func memory(_ database: String) throws -> Int {
    let answer = folder.file("memory")
    _ = run([CommandLine.arguments[0], "--memory", binary, database, answer])
    return Int(String(decoding: try SystemFiles().read(answer), as: UTF8.self)) ?? 0
  }

  static func tellMemory(binary: String, database: String, answer: String) throws {
    let bench = ProcessBench(folder: try Workplace(), binary: binary)
    let kilobytes = bench.run([binary, "--db", database, "due"])?.kilobytes ?? 0
    try PrivateFile.write(Array(String((kilobytes + 512) / 1024).utf8), to: answer, replacing: true)
  }

  private func make(_ database: String, cards: Int) throws {
    let deck = folder.file("process-\(cards).md")
    try PrivateFile.write(Array(BenchDeck.markdown(cards: cards).utf8), to: deck, replacing: true)
    _ = run([binary, "--db", database, "import", deck])
  }

  /// Medians of both, taken in turn.
  private func compare(_ ours: [String], _ theirs: [String]) -> (Double, Double) {
    var first: [Double] = []
    var second: [Double] = []
    for _ in 0..<rounds {
      first.append(run(ours)?.microseconds ?? .infinity)
      second.append(run(theirs)?.microseconds ?? .infinity)
    }
    return (Measure.median(first), Measure.median(second))
  }

  private struct Run {
    let microseconds: Double
    let kilobytes: Int
  }

  private func run(_ words: [String]) -> Run? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var usage = rusage()
    var started = true
    let time = Measure.microseconds {
      var child = pid_t()
      guard posix_spawnp(&child, words[0], &actions, nil, arguments, environ) == 0 else {
        started = false
        return
      }
      var status: CInt = 0
      wait4(child, &status, 0, &usage)
    }
    return started ? Run(microseconds: time, kilobytes: usage.ru_maxrss) : nil
  }
}
