/// How a command ends, for whoever called it.
package enum ExitCode: Int32, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  /// Nothing due, nothing found.
  case nothing = 3
  case locked = 4
  /// Damaged, or written by a newer whet.
  case unusable = 5
  case interrupted = 130
}

/// One command, declared once: the parser, the help, the suggestions and the README's table come from this.
package struct Command: Sendable {
  package let name: String
  package let summary: String
  package let arguments: [Argument]
  package let options: [Option]
  package let examples: [Example]
  package let details: String
  package let run: @Sendable (Invocation, Session) throws -> ExitCode

  package init(
    _ name: String, _ summary: String, arguments: [Argument] = [], options: [Option] = [],
    examples: [Example], details: String = "",
    run: @escaping @Sendable (Invocation, Session) throws -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.details = details
    self.run = run
  }

  /// `grade ID 0..5 [--confidence 0..100]`
  package var usage: String {
    ([name] + arguments.map(\.usage) + options.map(\.usage)).joined(separator: " ")
  }
}

package struct Argument: Sendable {
  package enum Count: Sendable {
    case one, optional, many, any
  }

  package let name: String
  package let count: Count
  package let help: String
  /// A query may begin with a minus sign: `-kafka` is no flag there.
  package let isQuery: Bool

  package init(_ name: String, _ count: Count = .one, help: String, isQuery: Bool = false) {
    self.name = name
    self.count = count
    self.help = help
    self.isQuery = isQuery
  }

  var usage: String {
    switch count {
    case .one: name
    case .optional: "[\(name)]"
    case .many: "\(name)…"
    case .any: "[\(name)…]"
    }
  }
}

package struct Option: Sendable {
  package let name: String
  package let short: Character?
  /// What stands behind it; nil for a switch.
  package let value: String?
  package let isRepeated: Bool
  package let help: String

  package init(
    _ name: String, short: Character? = nil, value: String? = nil, isRepeated: Bool = false, help: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.isRepeated = isRepeated
    self.help = help
  }

  var usage: String {
    let name = value.map { "--\(self.name) \($0)" } ?? "--\(name)"
    return "[\(name)]" + (isRepeated ? "…" : "")
  }
}

package struct Example: Sendable {
  package let line: String
  package let meaning: String

  package init(_ line: String, _ meaning: String) {
    self.line = line
    self.meaning = meaning
  }
}
