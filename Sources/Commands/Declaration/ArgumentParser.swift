/// Turns words into an invocation. It knows commands only through their declarations.
package struct ArgumentParser {
  private let commands: [Command]

  package init(_ commands: [Command]) {
    self.commands = commands
  }

  package enum Result {
    case invocation(Invocation)
    /// Flags only: no command was named.
    case bare(Globals)
  }

  package func parse(_ words: [String]) throws(UsageError) -> Result {
    var globals = Globals()
    var rest = words[...]
    while let word = rest.first, word.hasPrefix("-"), word.count > 1 {
      rest.removeFirst()
      if word == "--version" { return .invocation(Invocation(command: try command(named: "version"))) }
      guard let (option, inline) = find(word, in: Globals.options) else {
        throw UsageError(
          "no flag \(word)",
          hint: Suggestion.hint(for: word, among: Globals.options.map { "--\($0.name)" }))
      }
      globals.set(option, try value(of: option, word, inline, &rest))
    }
    guard let name = rest.popFirst() else { return .bare(globals) }
    var invocation = Invocation(command: try command(named: name))
    invocation.globals = globals
    try parse(rest, into: &invocation)
    if !invocation.globals.help { try checkCount(invocation) }
    return .invocation(invocation)
  }

  package func command(named name: String) throws(UsageError) -> Command {
    guard let command = commands.first(where: { $0.name == name }) else {
      throw UsageError(
        "no command \"\(name)\"",
        hint: Suggestion.hint(for: name, among: commands.map(\.name)) ?? "`whet help` lists them all")
    }
    return command
  }

  private func parse(_ words: ArraySlice<String>, into invocation: inout Invocation) throws(UsageError) {
    let command = invocation.command
    let takesQuery = command.arguments.contains { $0.isQuery }
    var rest = words
    var onlyArguments = false
    while let word = rest.popFirst() {
      // A minus sign alone, or before a number, is an argument.
      guard !onlyArguments, word.hasPrefix("-"), word.count > 1, Int(word) == nil else {
        invocation.arguments.append(word)
        continue
      }
      if word == "--" {
        onlyArguments = true
      } else if let (option, inline) = find(word, in: command.options) {
        invocation.add(try value(of: option, word, inline, &rest), to: option.name)
      } else if let (option, inline) = find(word, in: Globals.options) {
        invocation.globals.set(option, try value(of: option, word, inline, &rest))
      } else if takesQuery, !word.hasPrefix("--") {
        invocation.arguments.append(word)
      } else {
        let known = (command.options + Globals.options).map { "--\($0.name)" }
        throw UsageError(
          "\(command.name) has no flag \(word)",
          hint: Suggestion.hint(for: word, among: known) ?? "`whet help \(command.name)` lists them")
      }
    }
  }

  private func find(_ word: String, in options: [Option]) -> (Option, inline: String?)? {
    if word.hasPrefix("--") {
      let body = word.dropFirst(2)
      let name = body.prefix { $0 != "=" }
      guard let option = options.first(where: { $0.name == name }) else { return nil }
      return (option, body.count > name.count ? String(body.dropFirst(name.count + 1)) : nil)
    }
    guard word.count == 2, let short = word.last else { return nil }
    return options.first { $0.short == short }.map { ($0, nil) }
  }

  private func value(
    of option: Option, _ word: String, _ inline: String?, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let name = option.value else {
      guard inline == nil else { throw UsageError("--\(option.name) takes no value") }
      return ""
    }
    if let inline { return inline }
    guard let next = rest.popFirst() else { throw UsageError("\(word) needs a value: \(word) \(name)") }
    return next
  }

  private func checkCount(_ invocation: Invocation) throws(UsageError) {
    let arguments = invocation.command.arguments
    let least = arguments.count { $0.count == .one || $0.count == .many }
    let most = arguments.contains { $0.count == .many || $0.count == .any } ? Int.max : arguments.count
    let given = invocation.arguments.count
    let hint = "usage: whet \(invocation.command.usage)"
    if given < least {
      throw UsageError(
        "\(invocation.command.name) needs \(arguments[min(given, arguments.count - 1)].name)", hint: hint)
    }
    if given > most {
      throw UsageError("one word too many: \"\(invocation.arguments[most])\"", hint: hint)
    }
  }
}
