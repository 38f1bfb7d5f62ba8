/// The manual page, made from the declarations.
enum ManualPage {
  static func text(_ commands: [Command]) -> String {
    var page = """
      .TH WHET 1 "" "whet \(Version.number)" "User Commands"
      .SH NAME
      whet \\- keep your understanding of your own codebase sharp
      .SH SYNOPSIS
      .B whet
      .RI [ flags ]
      .RI [ command
      .RI [ argument " ...]]"
      .SH DESCRIPTION
      Flashcards in the terminal, made of your own words and asked again when they are about to fade. Without a command
      .B whet
      opens its prompt on a terminal; on a pipe it reads one command a line.
      .SH COMMANDS

      """
    for command in commands {
      page += ".TP\n.B \(escaped(command.usage))\n\(sentence(command.summary))\n"
      if !command.details.isEmpty { page += "\(escaped(command.details))\n" }
      for option in command.options {
        let name = "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
        page += ".br\n\\fB\(escaped(name))\\fR: \(escaped(option.help))\n"
      }
    }
    page += ".SH FLAGS\n"
    for option in Globals.options {
      let name = "--\(option.name)" + (option.value.map { " \($0)" } ?? "")
      page += ".TP\n.B \(escaped(name))\n\(sentence(option.help))\n"
    }
    page += """
      .SH EXIT STATUS
      0 done, 1 failed, 2 not understood, 3 nothing due or found, 4 database in use, 5 database damaged or newer,
      130 interrupted.
      .SH ENVIRONMENT
      .TP
      .B WHET_DB
      The database.
      .TP
      .B WHET_NOW
      A time that the clock stands still at, in RFC 3339; for tests and scripts.
      .TP
      .B VISUAL, EDITOR, NO_COLOR, CLICOLOR, CLICOLOR_FORCE, XDG_DATA_HOME
      As usual.
      .SH FILES
      .I $XDG_DATA_HOME/whet/whet.db
      holds cards and log;
      .I $XDG_DATA_HOME/whet/notebook/
      what whet writes for you.

      """
    return page
  }

  private static func sentence(_ text: String) -> String {
    escaped(text.prefix(1).uppercased() + text.dropFirst() + ".")
  }

  /// A dot or a quote at the beginning of a line would be a request to the formatter.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
