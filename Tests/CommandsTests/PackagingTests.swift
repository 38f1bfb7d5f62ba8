import Commands
import TestSupport
import Testing

@Suite struct PackagingTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsKnowEveryCommandAndFlag(shell: String) throws {
    let script = try TestWorld().run("completions", shell).output
    for command in Registry.commands {
      #expect(script.contains(command.name))
      for option in command.options {
        #expect(script.contains(shell == "fish" ? "-l \(option.name)" : "--\(option.name)"))
      }
    }
    #expect(try TestWorld().run("completions", "basch").errors.contains("did you mean \"bash\"?"))
  }

  @Test func theManualPageKnowsEveryCommand() throws {
    let page = try TestWorld().run("help", "--man").output
    for command in Registry.commands { #expect(page.contains(".B \(command.name)")) }
    // Nothing that a formatter would take for a request of its own.
    let requests: Set<String> = [".TH", ".SH", ".TP", ".B", ".RI", ".I", ".br"]
    for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
  }
}
