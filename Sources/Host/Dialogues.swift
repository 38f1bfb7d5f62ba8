package import Commands
internal import Glibc
package import Terminal

/// Lines from a pipe, or from a terminal that can show nothing but lines.
package final class PlainDialogue: Dialogue {
  package let isTerminal: Bool
  private let input: InputLines
  private let output: any TextSink

  package init(input: CInt, output: any TextSink) {
    self.input = InputLines(descriptor: input)
    self.output = output
    isTerminal = isatty(input) == 1
  }

  package func line() -> String? { input.line() }
  package var hasLine: Bool { !isTerminal && input.hasLine }

  package func ask(_ prompt: Styled) -> Reply {
    guard isTerminal else {
      output.flush()
      return input.line().map(Reply.text) ?? .ended
    }
    let interrupts = Interrupts()
    output.write(prompt.rendered(colour: false))
    output.flush()
    if let line = input.line(waiting: { interrupts.waited(for: $0) }) { return .text(line) }
    guard input.wasInterrupted else { return .ended }
    output.write("\n")
    return .interrupted
  }

  package func key(_ prompt: Styled) -> Reply { ask(prompt) }
  package func handOver(_ body: () throws -> Void) rethrows { try body() }
  package func assist(with assistant: (any LineAssistant)?) {}
}

/// A terminal with a line editor. The editor is opened when somebody is asked for the first time: most commands
/// ask nothing.
package final class TerminalDialogue: Dialogue {
  package let isTerminal = true
  private let plain: PlainDialogue
  private let output: any TextSink
  private let colour: Bool
  private let edit: (String) -> String?
  private var opened: LineEditor?
  private var assistant: (any LineAssistant)?

  package init(output: any TextSink, colour: Bool, edit: @escaping (String) -> String?) {
    self.output = output
    self.colour = colour
    self.edit = edit
    plain = PlainDialogue(input: 0, output: output)
  }

  package func line() -> String? { plain.line() }
  package let hasLine = false

  package func ask(_ prompt: Styled) -> Reply {
    output.flush()
    guard let editor else { return plain.ask(prompt) }
    while true {
      switch editor.line(prompt) {
      case .text(let text): return .text(text)
      case .interrupted:
        output.write("\n")
        return .interrupted
      case .ended: return .ended
      case .tooLong: output.write("\nthis line is longer than 256 KB and was left out\n")
      }
    }
  }

  package func key(_ prompt: Styled) -> Reply {
    output.flush()
    guard let editor else { return plain.key(prompt) }
    return switch editor.key(prompt) {
    case .text(let text): .text(text)
    case .interrupted: .interrupted
    case .ended, .tooLong: .ended
    }
  }

  package func handOver(_ body: () throws -> Void) rethrows {
    guard let opened else { return try body() }
    try opened.handOver(body)
  }

  package func assist(with assistant: (any LineAssistant)?) {
    self.assistant = assistant
    guard let editor else { return }
    editor.forget()
    for line in assistant?.history ?? [] { editor.remember(line) }
    editor.complete = assistant.map { assistant in { assistant.complete($0) } }
  }

  /// Gives the terminal back as it was.
  package func close() {
    opened = nil
  }

  private var editor: LineEditor? {
    if opened == nil {
      opened = LineEditor(input: 0, output: 1, colour: colour)
      opened?.edit = edit
    }
    return opened
  }
}
