package import Terminal
package import Writing

/// Help, made from the declarations.
package enum HelpText {
  /// An example first, then what there is.
  package static func command(_ command: Command, to console: Console) {
    for example in command.examples {
      console.line(Styled("whet \(example.line)", .strong) + Styled("   \(example.meaning)", .quiet))
    }
    console.line()
    paragraph("usage: whet \(command.usage)", to: console)
    let sentence = command.summary.prefix(1).uppercased() + command.summary.dropFirst() + "."
    paragraph(sentence + (command.details.isEmpty ? "" : "\n" + command.details), to: console)
    if !command.arguments.isEmpty { console.line() }
    table(command.arguments.map { ($0.name, $0.help) }, to: console)
    console.line()
    table((command.options + Globals.options).map { (name($0), $0.help) }, to: console)
  }

  package static func overview(_ commands: [Command], to console: Console) {
    console.line(Styled("whet import docs/deck.md", .strong) + Styled("   make cards from a file", .quiet))
    console.line(Styled("whet next", .strong) + Styled("                  the card that is due", .quiet))
    console.line(Styled("whet grade 7k 4", .strong) + Styled("            how it went, 0 to 5", .quiet))
    console.line()
    table(commands.map { ($0.name, $0.summary) }, to: console)
    console.line()
    paragraph(
      "`whet help COMMAND` tells more. Every command takes --json, --db, --color and --all.", to: console)
  }

  package static func json(_ command: Command) -> JSON {
    .object([
      ("name", .string(command.name)), ("usage", .string("whet \(command.usage)")),
      ("summary", .string(command.summary)),
      (
        "options",
        .array(
          command.options.map {
            .object([
              ("name", .string("--\($0.name)")), ("value", JSON($0.value)), ("help", .string($0.help)),
            ])
          })
      ),
    ])
  }

  /// The README's table of commands.
  package static func markdownTable(_ commands: [Command]) -> String {
    var text = "| command | does |\n|---|---|\n"
    for command in commands {
      let usage = ([command.name] + command.arguments.map(\.usage)).joined(separator: " ")
      text += "| `\(usage.replacing("|", with: "\\|"))` | \(command.summary) |\n"
    }
    return text
  }

  private static func name(_ option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? ""
    return "\(short)--\(option.name)" + (option.value.map { " \($0)" } ?? "")
  }

  private static func table(_ rows: [(String, String)], to console: Console) {
    let width = min(24, rows.map { DisplayWidth.of($0.0) }.max() ?? 0)
    for (name, help) in rows {
      let lines = DisplayWidth.wrapped(help, to: console.columns - width - 4)
      console.line(
        Styled("  " + DisplayWidth.padded(name, to: width), .strong) + Styled("  " + (lines.first ?? "")))
      for line in lines.dropFirst() { console.line(Styled(String(repeating: " ", count: width + 4) + line)) }
    }
  }

  private static func paragraph(_ text: String, to console: Console) {
    for line in DisplayWidth.wrapped(text, to: console.columns) { console.line(Styled(line)) }
  }
}
