/// The disk, as far as commands need it.
package protocol FileSystem: Sendable {
  /// What stands at a path, links not followed.
  func kind(_ path: String) -> FileKind?
  /// What stands at a path in the end, links followed.
  func target(_ path: String) -> FileKind?
  /// Names in a folder, sorted by their bytes.
  func list(_ folder: String) throws -> [String]
  /// Never waits: a pipe or a device is refused.
  func read(_ path: String) throws(Unreadable) -> [UInt8]
  /// Whole or not at all, readable by nobody else.
  func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws
  func makeFolder(_ path: String) throws
  /// Makes something readable for others as any file of the person's is: for what belongs into their repository.
  func share(_ path: String)
  func remove(_ path: String)
  /// Takes a folder away if nothing is in it.
  func removeEmpty(_ folder: String)
  /// Whether only its owner can read it; and making it so.
  func isPrivate(_ path: String) -> Bool
  func restrict(_ path: String)
  func real(_ path: String) -> String?
  /// Device and number: the same for the same thing under two names, and after it was renamed.
  func identity(_ path: String) -> String?
}

package enum FileKind: Equatable, Sendable {
  case file
  case folder
  case link
  case special
}

extension FileSystem {
  func exists(_ path: String) -> Bool { target(path) != nil }
}

/// A file that cannot be read as a source, with the reason as a person would say it.
package struct Unreadable: Error, Equatable {
  package let reason: String

  package init(_ reason: String) {
    self.reason = reason
  }

  /// Larger than any text that a person wrote.
  package static let sizeLimit = 64 << 20
  package static let tooLarge = Unreadable("larger than 64 MB")
}
