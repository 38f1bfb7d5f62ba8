import CPseudoTerminal
import Foundation
import TestSupport

/// A program on a real pseudo-terminal, typed at like by a person: wait for what you expect, then type.
final class PseudoTerminal {
  private let terminal: CInt
  /// Held, so that its folder lives as long as the terminal.
  private let program: BuiltProgram
  let child: pid_t
  /// Everything that was shown so far.
  private(set) var shown = ""
  private var raw: [UInt8] = []
  /// Up to here it was waited for already.
  private var seen: String.Index

  struct TimedOut: Error, CustomStringConvertible {
    let expected: String
    let shown: String
    var description: String { "waited for \"\(expected)\"; the terminal showed:\n\(shown.debugDescription)" }
  }

  init(
    _ program: BuiltProgram, _ words: [String] = [], path: String = BuiltProgram.path, columns: Int = 80,
    rows: Int = 24,
    environment extra: [String: String] = [:]
  ) throws {
    self.program = program
    var environment = program.environment
    environment["TERM"] = "xterm"
    environment.merge(extra) { _, new in new }
    var arguments = ([path] + words).map { strdup($0) }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") }
    arguments.append(nil)
    variables.append(nil)
    defer { for text in arguments + variables { free(text) } }
    var child: CInt = 0
    terminal = start_on_terminal(
      path, arguments, variables, program.disk.path, CInt(columns), CInt(rows), &child)
    self.child = child
    seen = shown.startIndex
    guard terminal >= 0 else { throw CocoaError(.fileNoSuchFile) }
  }

  deinit {
    if terminal >= 0 { close(terminal) }
    kill(child, SIGKILL)
    var status: CInt = 0
    waitpid(child, &status, 0)
  }

  func type(_ text: String) { type(bytes: Array(text.utf8)) }

  func type(bytes: [UInt8]) {
    var done = 0
    while done < bytes.count {
      // A terminal takes only so much at once; what comes back has to be read meanwhile.
      let count = bytes[done...].withUnsafeBytes { write(terminal, $0.baseAddress, min($0.count, 1024)) }
      if count <= 0 { return }
      done += count
      drain(milliseconds: 0)
    }
  }

  func resize(columns: Int, rows: Int) { resize_terminal(terminal, CInt(columns), CInt(rows)) }

  /// Reads until the text has been shown after what was waited for before. Gives what was shown up to it.
  @discardableResult
  func expect(_ text: String, seconds: Int = 8) throws -> String {
    let deadline = Date(timeIntervalSinceNow: TimeInterval(seconds))
    while true {
      if let range = shown.range(of: text, range: seen..<shown.endIndex) {
        let between = String(shown[seen..<range.upperBound])
        seen = range.upperBound
        return between
      }
      guard Date() < deadline, drain(milliseconds: 100) else {
        if let range = shown.range(of: text, range: seen..<shown.endIndex) {
          seen = range.upperBound
          return ""
        }
        throw TimedOut(expected: text, shown: String(shown.suffix(2000)))
      }
    }
  }

  /// Reads to the end. The exit code, or minus the signal that ended it.
  func end(seconds: Int = 20) throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: TimeInterval(seconds))
    while drain(milliseconds: 100) {
      guard Date() < deadline else { throw TimedOut(expected: "the end", shown: String(shown.suffix(2000))) }
    }
    var status: CInt = 0
    waitpid(child, &status, 0)
    return status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
  }

  /// False when the other side is gone.
  @discardableResult
  private func drain(milliseconds: CInt) -> Bool {
    var file = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(terminal, &buffer, buffer.count)
    guard count > 0 else { return false }
    raw += buffer[..<count]
    let offset = shown.utf8.distance(from: shown.startIndex, to: seen)
    shown = String(decoding: raw, as: UTF8.self)
    seen = shown.utf8.index(shown.startIndex, offsetBy: offset)
    return true
  }
}
