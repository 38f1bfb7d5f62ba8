package import Terminal

/// What a person, or a script in their place, answered.
package enum Reply: Equatable, Sendable {
  case text(String)
  /// Ctrl-C.
  case interrupted
  /// Ctrl-D, or the end of the script.
  case ended
}

/// The other side: a person at a terminal, or lines from a pipe.
package protocol Dialogue: AnyObject {
  /// Whether a person can answer.
  var isTerminal: Bool { get }
  /// The next line of a script; nil at its end.
  func line() -> String?
  /// Whether the next line of a script is there already: nobody has to be waited for.
  var hasLine: Bool { get }
  /// A line in answer to a prompt, edited where the terminal allows it.
  func ask(_ prompt: Styled) -> Reply
  /// One key, without Enter where the terminal allows it; an empty text is Enter. From a script, a line.
  func key(_ prompt: Styled) -> Reply
  /// Gives the terminal to somebody else for a while, such as an editor.
  func handOver(_ body: () throws -> Void) rethrows
  /// What helps while a command line is typed; answers to cards get no such help.
  func assist(with assistant: (any LineAssistant)?)
}

/// Helps with typing commands.
package protocol LineAssistant: AnyObject {
  /// Lines typed before, oldest first.
  var history: [String] { get }
  func complete(_ line: String) -> Completion
}
