internal import Reading
internal import Storage
internal import Terminal
internal import Writing

extension Command {
  static let help = Command(
    "help", "how to use whet, or one command",
    arguments: [Argument("COMMAND", .optional, help: "a command")],
    options: [
      Option("markdown", help: "the table of commands, as the README shows it"),
      Option("man", help: "the manual page"),
    ],
    examples: [
      Example("help grade", "what it does, and every flag"),
      Example("help keys", "the keys of the quiz"),
    ]
  ) { invocation, session in
    if session.isJSON, invocation.arguments.first != "keys" {
      let named = try invocation.arguments.first.map {
        [try ArgumentParser(Registry.commands).command(named: $0)]
      }
      let json = JSON.array((named ?? Registry.commands).map(HelpText.json))
      session.console.data(json.text + "\n")
    } else if invocation.has("man") {
      session.console.data(ManualPage.text(Registry.commands))
    } else if invocation.has("markdown") {
      session.console.data(HelpText.markdownTable(Registry.commands))
    } else if invocation.arguments.first == "keys" {
      QuizScreen(session: session).keys()
    } else if let name = invocation.arguments.first {
      HelpText.command(try ArgumentParser(Registry.commands).command(named: name), to: session.console)
    } else {
      HelpText.overview(Registry.commands, to: session.console)
    }
    return .done
  }

  static let completions = Command(
    "completions", "completions for a shell, made from the commands",
    arguments: [Argument("SHELL", help: "bash, zsh or fish")],
    examples: [
      Example("completions fish > ~/.config/fish/completions/whet.fish", "`make install` does it too")
    ]
  ) { invocation, session in
    let shell = invocation.arguments[0]
    guard let script = ShellCompletions.script(for: shell, Registry.commands) else {
      throw UsageError(
        "no completions for \"\(shell)\"",
        hint: Suggestion.hint(for: shell, among: ShellCompletions.shells) ?? "there are bash, zsh and fish")
    }
    session.console.data(script)
    return .done
  }

  static let quit = Command(
    "quit", "leave", examples: [Example("quit", "at the prompt; Ctrl-D does the same")]
  ) { _, _ in .done }

  static let version = Command(
    "version", "which whet this is, and the libraries it runs with",
    examples: [Example("version", "for a bug report")]
  ) { _, session in
    let libraries = [
      ("sqlite", Connection.libraryVersion), ("libedit", EditLine.libraryVersion),
      ("cmark-gfm", MarkdownLibrary.version),
    ]
    if session.isJSON {
      let parts = [("whet", Version.number), ("schema", String(Schema.version))] + libraries
      session.console.data(JSON.object(parts.map { ($0.0, .string($0.1)) }).text + "\n")
    } else {
      let names = libraries.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
      session.console.line(
        Styled("whet \(Version.number)") + Styled(" · schema \(Schema.version) · \(names)", .quiet))
    }
    return .done
  }
}

package enum Version {
  package static let number = "0.1.0"
}
