/// Completions for the shells, made from the declarations.
enum ShellCompletions {
  static let shells = ["bash", "zsh", "fish"]

  static func script(for shell: String, _ commands: [Command]) -> String? {
    switch shell {
    case "bash": bash(commands)
    case "zsh": zsh(commands)
    case "fish": fish(commands)
    default: nil
    }
  }

  private static func flags(_ command: Command) -> [Option] { command.options + Globals.options }

  /// What an argument can be, where the declaration says it; files otherwise.
  private static func values(_ command: Command) -> [String] {
    command.arguments.flatMap { argument -> [String] in
      switch argument.name {
      case "TIER": ["core", "repeatable", "transient"]
      case "FORMAT": ["json", "csv"]
      case "TABLE": ["cards", "log", "progress"]
      case DebugStep.argument: DebugStep.allCases.map(\.rawValue)
      case "SHELL": shells
      case "COMMAND": Registry.commands.map(\.name)
      case "NAME": Preference.allCases.map(\.rawValue)
      default: []
      }
    }
  }

  private static func bash(_ commands: [Command]) -> String {
    var text = """
      # bash completion for whet
      _whet() {
        local word=${COMP_WORDS[COMP_CWORD]} words
        if [ "$COMP_CWORD" -eq 1 ]; then
          COMPREPLY=($(compgen -W "\(commands.map(\.name).joined(separator: " "))" -- "$word"))
          return
        fi
        case ${COMP_WORDS[1]} in

      """
    for command in commands {
      let words = flags(command).map { "--\($0.name)" } + values(command)
      text += "    \(command.name)) words=\"\(words.joined(separator: " "))\" ;;\n"
    }
    text += """
          *) words="" ;;
        esac
        COMPREPLY=($(compgen -W "$words" -- "$word"))
        [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$word"))
      }
      complete -o filenames -F _whet whet

      """
    return text
  }

  private static func zsh(_ commands: [Command]) -> String {
    func quoted(_ text: String) -> String {
      "'" + text.replacing("'", with: "'\\''").replacing(":", with: "\\:") + "'"
    }
    var text = "#compdef whet\n_whet() {\n  local -a commands words\n  commands=(\n"
    for command in commands {
      text += "    \(quoted(command.name).dropLast()):\(quoted(command.summary).dropFirst())\n"
    }
    text +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n"
    text = text.replacing("local -a commands words", with: "local -a commands options")
    for command in commands {
      let words = flags(command).map { "--\($0.name)" } + values(command)
      text += "    \(command.name)) options=(\(words.joined(separator: " "))) ;;\n"
    }
    text += "  esac\n  _alternative \"options:option:($options)\" 'files:file:_files'\n}\n_whet \"$@\"\n"
    return text
  }

  private static func fish(_ commands: [Command]) -> String {
    func quoted(_ text: String) -> String {
      "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
    var text = "# fish completion for whet\n"
    for option in Globals.options {
      text +=
        "complete -c whet -l \(option.name) \(option.value == nil ? "" : "-r ")-d \(quoted(option.help))\n"
    }
    for command in commands {
      text += "complete -c whet -n __fish_use_subcommand -a \(command.name) -d \(quoted(command.summary))\n"
      let condition = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options {
        let short = option.short.map { "-s \($0) " } ?? ""
        text +=
          "complete -c whet \(condition) -l \(option.name) \(short)\(option.value == nil ? "" : "-r ")"
          + "-d \(quoted(option.help))\n"
      }
      let words = values(command)
      if !words.isEmpty {
        text += "complete -c whet \(condition) -a \(quoted(words.joined(separator: " ")))\n"
      }
    }
    return text
  }
}
