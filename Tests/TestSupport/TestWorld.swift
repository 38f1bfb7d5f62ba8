package import Commands
import Foundation
import Host
package import Recall
internal import Terminal

/// The program in this process, with a folder, a clock and a seed of its own.
package final class TestWorld {
  package let disk: TemporaryFolder
  /// Where the commands are run, relative to the folder.
  package var folder = ""
  package var clock = TestClock()
  package let git = TestGit()
  package var editor = TestEditor { $0 }
  package var environment: [String: String]
  /// A folder in which the disk lets nothing be written.
  package var refused: String?
  package var typed: [String]?
  /// What happens elsewhere before a line is typed.
  package var meanwhile: [String: () -> Void] = [:]
  package var columns: Int?
  private var random: SeededGenerator
  private let runner = RunnerHolder()

  package init(seed: UInt64 = 1) throws {
    disk = try TemporaryFolder()
    random = SeededGenerator(seed: seed)
    environment = [
      "HOME": disk.file("home"), "XDG_DATA_HOME": disk.file("data"), "WHET_DB": disk.file("whet.db"),
    ]
  }

  /// A second terminal at the same disk.
  package init(beside other: TestWorld) {
    disk = other.disk
    folder = other.folder
    environment = other.environment
    columns = other.columns
    random = SeededGenerator(seed: 4711)
  }

  package struct Answer {
    package let code: ExitCode
    package let output: String
    package let errors: String

    /// What was said beside it, wherever a terminal breaks its lines.
    package var said: String { errors.split { $0.isWhitespace }.joined(separator: " ") }

    /// The answer as JSON.
    package var json: Any? {
      try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
    }
    package var object: [String: Any] { json as? [String: Any] ?? [:] }
    package var array: [[String: Any]] { json as? [[String: Any]] ?? [] }
  }

  @discardableResult
  package func run(_ words: String..., input: String = "") -> Answer { run(words, input: input) }

  /// A command whose questions are answered as on a terminal.
  @discardableResult
  package func type(_ lines: [String], _ words: String...) -> Answer {
    typed = lines
    defer { typed = nil }
    return run(words)
  }

  package var log: [[String: Any]] { run("export", "json", "log").object["log"] as? [[String: Any]] ?? [] }

  @discardableResult
  package func run(_ words: [String], input: String = "") -> Answer {
    run(
      words, lines: typed ?? input.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  /// With so many lines on its pipe, and not one more: without any it is `</dev/null`.
  @discardableResult
  package func run(_ words: [String], lines: [String]) -> Answer {
    let output = MemorySink(columns: columns)
    let errors = MemorySink(columns: columns)
    let world = World(
      clock: clock, random: random, files: refused.map { RefusingFiles(below: $0) } ?? SystemFiles(),
      git: git, editor: editor,
      dialogue: MemoryDialogue(lines: lines, isTerminal: typed != nil, meanwhile: meanwhile),
      environment: environment,
      folder: folder.isEmpty ? disk.path : disk.file(folder), output: output, errors: errors)
    let code = Runner(world: world, connections: runner.connections).run(words)
    random = world.random as? SeededGenerator ?? random
    return Answer(code: code, output: output.text, errors: errors.text)
  }

  /// What `cards --json` gives, by id.
  package func cards(_ query: String = "") -> [String: [String: Any]] {
    let words = query.isEmpty ? ["cards", "--json", "--all"] : ["cards", query, "--json", "--all"]
    return Dictionary(
      run(words).array.compactMap { card in (card["id"] as? String).map { ($0, card) } },
      uniquingKeysWith: { first, _ in first })
  }

  package func id(ofPrompt prompt: String) -> String? {
    cards().first { $0.value["prompt"] as? String == prompt }?.key
  }
}

private final class RunnerHolder {
  let connections = ConnectionHolder()
}

package final class TestClock: WallClock {
  package var milliseconds = 1_772_445_600_000  // 2026-03-02T10:00:00Z
  package var offset = 0

  package func now() -> Moment { Moment(milliseconds: milliseconds, offset: offset) }
  /// Each look at the clock finds it so much later.
  package var pace = 0
  private var elapsed = 0

  package func ticks() -> Int {
    elapsed += pace
    return elapsed
  }

  package func advance(days: Int) { milliseconds += days * 86_400_000 }
  package func advance(seconds: Int) { milliseconds += seconds * 1000 }
}

package final class TestGit: Git {
  package var roots: [String: String] = [:]
  package var commits: [String: String] = [:]
  package func commit(_ revision: String, in folder: String) -> String? { commits[revision] }
  package func rootCommit(of folder: String) -> String? { roots[folder] }
}

package struct TestEditor: Editor {
  private let change: (String) -> String?

  /// Nil makes the editor end with an error.
  package init(_ change: @escaping (String) -> String?) {
    self.change = change
  }

  package func open(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let changed = change(text) else { throw Failure("the editor ended with an error") }
    try changed.write(toFile: path, atomically: false, encoding: .utf8)
  }
}

package final class MemorySink: TextSink {
  package private(set) var text = ""
  package let columns: Int?

  package init(columns: Int?) {
    self.columns = columns
  }

  package var isTerminal: Bool { columns != nil }
  package let rows: Int? = nil
  package func write(_ text: String) { self.text += text }
  package func flush() {}
}

private final class MemoryDialogue: Dialogue {
  private var lines: [String]
  let isTerminal: Bool
  private let meanwhile: [String: () -> Void]

  init(lines: [String], isTerminal: Bool, meanwhile: [String: () -> Void]) {
    self.lines = lines
    self.isTerminal = isTerminal
    self.meanwhile = meanwhile
  }

  var hasLine: Bool { !isTerminal && !lines.isEmpty }
  func line() -> String? {
    guard let line = lines.first else { return nil }
    lines.removeFirst()
    meanwhile[line]?()
    return line
  }
  /// `^C` in a line of its own is the key.
  func ask(_ prompt: Styled) -> Reply {
    switch line() {
    case "^C": .interrupted
    case let text?: .text(text)
    case nil: .ended
    }
  }
  func key(_ prompt: Styled) -> Reply { ask(prompt) }
  func handOver(_ body: () throws -> Void) rethrows { try body() }
  func assist(with assistant: (any LineAssistant)?) {}
}
