internal import Commands
internal import Glibc
internal import Terminal

/// The program with the real world around it.
package enum Program {
  package static func main() -> CInt {
    // Both would kill without a word: a reader that went away, and a limit on the size of files.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let environment = environment()
    let output = OutputStream(descriptor: 1, buffered: true)
    let dialogue = dialogue(environment, output)
    let world = World(
      clock: environment["WHET_NOW"].map { FixedClock($0) } ?? SystemClock(),
      random: SystemRandomNumberGenerator(),
      files: SystemFiles(), git: SystemGit(), editor: SystemEditor(environment: environment),
      dialogue: dialogue, environment: environment, folder: currentFolder(), output: output,
      errors: OutputStream(descriptor: 2, buffered: false))
    let code = Runner(world: world).run(Array(CommandLine.arguments.dropFirst()))
    (dialogue as? TerminalDialogue)?.close()
    output.flush()
    // As whoever sent it expects, and the shell tells it of a program that has no such handler.
    if let signal = LineEditor.endingSignal { return 128 + signal }
    guard let failure = output.failure else { return code.rawValue }
    OutputStream(descriptor: 2, buffered: false).write("whet: the answer could not be written: \(failure)\n")
    return code == .done ? ExitCode.failed.rawValue : code.rawValue
  }

  /// A line editor where the terminal can show one; plain lines for pipes, dumb terminals and whoever says `--plain`.
  private static func dialogue(_ environment: [String: String], _ output: OutputStream) -> any Dialogue {
    let term = environment["TERM"] ?? ""
    let isPlain = CommandLine.arguments.contains("--plain")
    guard isatty(0) == 1, output.isTerminal, !term.isEmpty, term != "dumb", !isPlain else {
      return PlainDialogue(input: 0, output: output)
    }
    let colour = ColourChoice.auto.isOn(environment: environment, isTerminal: true)
    return TerminalDialogue(output: output, colour: colour) { line in
      LineDraft.edited(line, with: SystemEditor(environment: environment))
    }
  }

  private static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let equals = pair.firstIndex(of: "=") {
        result[String(pair[..<equals])] = String(pair[pair.index(after: equals)...])
      }
      entry += 1
    }
    return result
  }

  private static func currentFolder() -> String {
    guard let pointer = getcwd(nil, 0) else { return "/" }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
