import Foundation
import TestSupport

/// The built program, run as its user would run it.
struct BuiltProgram {
  let disk: TemporaryFolder
  var environment: [String: String]

  init() throws {
    disk = try TemporaryFolder()
    environment = [
      "HOME": disk.file("home"), "XDG_DATA_HOME": disk.file("data"), "WHET_DB": disk.file("whet.db"),
      "WHET_NOW": "2026-03-02T10:00:00Z",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  /// Beside the test bundle, where the build puts both.
  static let path: String = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [bundle, bundle.deletingLastPathComponent()].map {
      $0.appendingPathComponent("whet").path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[0]
  }()

  struct Answer {
    let code: Int32
    let wasKilled: Bool
    let output: String
    let errors: String

    var json: Any? { try? JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed) }
    var object: [String: Any] { json as? [String: Any] ?? [:] }
    var array: [[String: Any]] { json as? [[String: Any]] ?? [] }
  }

  /// Streams go to files: nothing can fill up and wait for a reader.
  @discardableResult
  func run(_ words: String..., input: String = "", through wrapper: [String] = []) throws -> Answer {
    let process = Process()
    let command = wrapper + [Self.path] + words
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: disk.path)
    let name = UUID().uuidString
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: try disk.write(input, to: "\(name).in")))
    let output = try disk.write("", to: "\(name).out")
    let errors = try disk.write("", to: "\(name).err")
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
    try process.run()
    process.waitUntilExit()
    return Answer(
      code: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
