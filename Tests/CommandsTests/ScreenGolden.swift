import Foundation

/// What a screen is expected to show. `WHET_GOLDEN=write swift test --filter DrillTests` writes it anew, to be read
/// before it is committed.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/screens")

  static func screen(_ shown: String, _ name: String) -> String? {
    let file = folder.appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["WHET_GOLDEN"] == "write" {
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try? shown.write(to: file, atomically: true, encoding: .utf8)
    }
    return try? String(contentsOf: file, encoding: .utf8)
  }
}
