internal import Commands

/// The person's own editor: `$VISUAL`, `$EDITOR`, or what the system calls one.
package struct SystemEditor: Editor {
  private let environment: [String: String]

  package init(environment: [String: String]) {
    self.environment = environment
  }

  package func open(_ path: String) throws {
    let chosen = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
    let command = chosen ?? "vi"
    // The setting is a piece of shell, such as `code --wait`; the path is handed over beside it, never inside.
    let code = Process.run(["/bin/sh", "-c", "\(command) \"$1\"", "whet", path])
    guard code == 0 else {
      let hint = chosen == nil ? "; set EDITOR to the one you like" : ""
      throw Failure("the editor \(command) ended with an error\(hint). The draft is kept in \(path)")
    }
  }
}
