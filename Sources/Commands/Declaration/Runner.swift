internal import Disk
internal import Storage
internal import Terminal

/// Runs command lines: one, or one after the other from standard input.
package struct Runner {
  private let world: World
  private let parser = ArgumentParser(Registry.commands)
  private let connections: ConnectionHolder

  package init(world: World, connections: ConnectionHolder = ConnectionHolder()) {
    self.world = world
    self.connections = connections
  }

  /// The whole program.
  package func run(_ words: [String]) -> ExitCode {
    do {
      switch try parser.parse(words) {
      case .invocation(let invocation): return run(invocation)
      case .bare(let globals) where globals.help:
        HelpText.overview(Registry.commands, to: world.console())
        return .done
      case .bare(let globals):
        return world.dialogue.isTerminal ? converse(globals) : runLines(globals)
      }
    } catch {
      return report(error)
    }
  }

  /// One command a line. The first failure decides the exit code; the lines after it are still run.
  private func runLines(_ globals: Globals) -> ExitCode {
    var result = ExitCode.done
    while let line = world.dialogue.line() {
      let code = runLine(line, globals)
      if result == .done { result = code }
      if isQuit(line) { break }
    }
    return result
  }

  private func isQuit(_ line: String) -> Bool {
    (try? LineSplitter.words(line))?.first == "quit"
  }

  private func runLine(_ line: String, _ globals: Globals) -> ExitCode {
    do {
      let words = try LineSplitter.words(line)
      guard !words.isEmpty else { return .done }
      switch try parser.parse(words) {
      case .bare: return .done
      case .invocation(var invocation):
        invocation.globals.inherit(globals)
        return run(invocation)
      }
    } catch {
      return report(error)
    }
  }

  private func run(_ invocation: Invocation) -> ExitCode {
    do {
      let session = try Session(world: world, globals: invocation.globals, connections: connections)
      defer { session.console.flush() }
      if invocation.globals.help {
        HelpText.command(invocation.command, to: session.console)
        return .done
      }
      return try invocation.command.run(invocation, session)
    } catch {
      return report(error)
    }
  }

  /// On a terminal without a command: the prompt.
  private func converse(_ globals: Globals) -> ExitCode {
    do {
      return try Repl(world: world, globals: globals, connections: connections) { runLine($0, globals) }
        .loop()
    } catch {
      return report(error)
    }
  }

  /// Every error in the words of whoever has to do something about it.
  private func report(_ error: any Error) -> ExitCode {
    let console = world.console()
    func say(_ message: String) { console.complain(message) }
    switch error {
    case let error as UsageError:
      say(error.message)
      if let hint = error.hint { console.note(Styled("      \(hint)", .quiet)) }
      return .usage
    case let error as Failure:
      say(error.message)
      return error.code
    case let error as StorageError:
      say(error.description)
      switch error {
      case .locked: return .locked
      case .unusable, .newer: return .unusable
      case .full, .readOnly, .sqlite: return .failed
      }
    case let error as DiskError:
      say(error.description)
      return .failed
    case let error as Unreadable:
      say(error.reason)
      return .failed
    default:
      say("\(error)")
      return .failed
    }
  }
}

extension Globals {
  /// What was said before a pipe of commands counts for each of them.
  mutating func inherit(_ outer: Globals) {
    database = database ?? outer.database
    colour = colour ?? outer.colour
    json = json || outer.json
    everything = everything || outer.everything
    plain = plain || outer.plain
  }
}
