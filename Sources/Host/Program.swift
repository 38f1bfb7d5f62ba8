internal import Commands
internal import Glibc

/// The program with the real world around it.
package enum Program {
  package static func main() -> CInt {
    // Both would kill without a word: a reader that went away, and a limit on the size of files.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let environment = environment()
    let output = OutputStream(descriptor: 1, buffered: true)
    let world = World(
      clock: environment["WHET_NOW"].map { FixedClock($0) } ?? SystemClock(),
      random: SystemRandomNumberGenerator(),
      files: SystemFiles(), git: SystemGit(), editor: SystemEditor(environment: environment),
      input: InputStream(descriptor: 0), environment: environment, folder: currentFolder(), output: output,
      errors: OutputStream(descriptor: 2, buffered: false))
    let code = Runner(world: world).run(Array(CommandLine.arguments.dropFirst()))
    output.flush()
    guard let failure = output.failure else { return code.rawValue }
    OutputStream(descriptor: 2, buffered: false).write("whet: the answer could not be written: \(failure)\n")
    return code == .done ? ExitCode.failed.rawValue : code.rawValue
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
