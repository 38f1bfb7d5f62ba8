package import Commands
internal import Disk
import Host

/// A disk on which nothing below a folder can be written.
package struct RefusingFiles: FileSystem {
  private let disk = SystemFiles()
  private let folder: String

  package init(below folder: String) {
    self.folder = folder
  }

  private func check(_ path: String) throws {
    guard FilePath.relative(path, to: folder) == nil else {
      throw DiskError(path: path, reason: "Permission denied")
    }
  }

  package func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws {
    try check(path)
    try disk.write(bytes, to: path, replacing: replacing)
  }
  package func makeFolder(_ path: String) throws {
    if disk.target(path) == nil { try check(path) }
    try disk.makeFolder(path)
  }
  package func remove(_ path: String) {
    if FilePath.relative(path, to: folder) == nil { disk.remove(path) }
  }

  package func kind(_ path: String) -> FileKind? { disk.kind(path) }
  package func target(_ path: String) -> FileKind? { disk.target(path) }
  package func list(_ folder: String) throws -> [String] { try disk.list(folder) }
  package func read(_ path: String) throws(Unreadable) -> [UInt8] { try disk.read(path) }
  package func share(_ path: String) { disk.share(path) }
  package func removeEmpty(_ folder: String) { disk.removeEmpty(folder) }
  package func isPrivate(_ path: String) -> Bool { disk.isPrivate(path) }
  package func restrict(_ path: String) { disk.restrict(path) }
  package func real(_ path: String) -> String? { disk.real(path) }
  package func identity(_ path: String) -> String? { disk.identity(path) }
}
