/// A command line after parsing: a command and what was given to it.
package struct Invocation: Sendable {
  package let command: Command
  package var arguments: [String] = []
  package var globals = Globals()
  private var values: [String: [String]] = [:]
  /// Everything that was given with a flag, as it stood on the line.
  package private(set) var inOrder: [(option: String, value: String)] = []

  init(command: Command) {
    self.command = command
  }

  mutating func add(_ value: String, to option: String) {
    values[option, default: []].append(value)
    inOrder.append((option, value))
  }

  package func has(_ option: String) -> Bool { values[option] != nil }
  package func value(_ option: String) -> String? { values[option]?.last }
  package func all(_ option: String) -> [String] { values[option] ?? [] }

  /// A whole number within limits, or an error that names them.
  package func number(_ option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(option) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      throw UsageError(
        "--\(option) takes a whole number from \(range.lowerBound) to \(range.upperBound), not \"\(text)\"")
    }
    return number
  }
}

/// Flags that every command takes, before it or behind it.
package struct Globals: Sendable, Equatable {
  package var database: String?
  package var colour: String?
  package var json = false
  package var everything = false
  package var help = false
  package var plain = false

  package init() {}

  static let options = [
    Option("db", value: "FILE", help: "the database to use (else WHET_DB, else the data folder)"),
    Option("color", value: "WHEN", help: "auto, always or never"),
    Option("json", help: "answer in JSON, one line"),
    Option("all", help: "all decks, not only this project's"),
    Option("plain", help: "plain lines: no colour, no line editor"),
    Option("help", short: "h", help: "about this command"),
  ]

  mutating func set(_ option: Option, _ value: String) {
    switch option.name {
    case "db": database = value
    case "color": colour = value
    case "json": json = true
    case "all": everything = true
    case "plain": plain = true
    default: help = true
    }
  }
}
