@testable import Commands
import Foundation
import Glibc
import Host
import TestSupport
import Testing

/// A suite with a folder to walk, `root`, within a folder of its own.
protocol DiscoveryFixture {
  var disk: TemporaryFolder { get }
}

/// Paths below the folder that is walked.
struct Walk {
  var found: [String] = []
  var skipped: [String: String] = [:]
  var skippedPaths: [String] = []
}

extension DiscoveryFixture {
  func walk(_ path: String = "root") throws -> Walk {
    var discovery = Discovery(files: SystemFiles())
    let isThere = discovery.add(disk.file(path), deck: nil)
    #expect(isThere)
    let prefix = disk.file(path) + "/"
    var walk = Walk()
    walk.found = discovery.found.map { $0.path.replacing(prefix, with: "") }
    walk.skippedPaths = discovery.skipped.map { $0.path.replacing(prefix, with: "") }
    walk.skipped = Dictionary(
      zip(walk.skippedPaths, discovery.skipped.map(\.reason)), uniquingKeysWith: { first, _ in first })
    return walk
  }

  /// Why a path that somebody names is not read at all.
  func refusal(_ path: String) -> String? {
    var discovery = Discovery(files: SystemFiles())
    guard !discovery.add(path, deck: nil), discovery.skipped.map(\.path) == [path] else { return nil }
    return discovery.skipped.first?.reason
  }

  func write(_ names: String...) throws {
    for name in names { try disk.write("Q: \(name)?\nA: x\n", to: "root/\(name)") }
  }

  func link(_ name: String, to target: String) {
    #expect(symlink(target, disk.file("root/\(name)")) == 0)
  }
}
