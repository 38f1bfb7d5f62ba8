@testable import Commands
import Foundation
import Glibc
import Host
import TestSupport
import Testing

@Suite struct DiscoveryFateTests: DiscoveryFixture {
  let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder()
    try disk.makeFolder("root")
  }

  /// Of everything that stands in a folder each is found, told, or lies below a folder that was told.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func everythingHasItsFate(seed: UInt64) throws {
    try disk.write("Q: out?\nA: x\n", to: "outside/out.md")
    let paths = try fillAtRandom(seed: seed)
    let walk = try walk()
    let again = try self.walk()
    #expect(walk.found == again.found)
    #expect(walk.skippedPaths == again.skippedPaths)
    #expect(Set(walk.found).count == walk.found.count)
    #expect(!walk.found.contains { $0.contains("outside") })
    for path in paths {
      let isTold = walk.skippedPaths.contains { path == $0 || path.hasPrefix("\($0)/") }
      #expect(walk.found.contains(path) || isTold || isLinkThatWasFollowed(path, walk), "\(path)")
    }
  }

  /// What a link leads to comes in under its own name.
  private func isLinkThatWasFollowed(_ path: String, _ walk: Walk) -> Bool {
    let files = SystemFiles()
    guard files.kind(disk.file("root/\(path)")) == .link, let real = files.real(disk.file("root/\(path)"))
    else { return false }
    return files.kind(real) == .folder
      || walk.found.contains(real.replacing(disk.file("root") + "/", with: ""))
  }

  /// Files, folders, pipes and links of every kind. Gives all but the folders.
  private func fillAtRandom(seed: UInt64) throws -> [String] {
    var random = SeededGenerator(seed: seed)
    var folders = [""]
    var paths: [String] = []
    let names = [
      "a.md", "b.md", "c.txt", "d.bin", "e.bin", ".f.md", "g", "cache", ".h", "node_modules", "CACHEDIR.TAG",
    ]
    for _ in 0..<Int.random(in: 5..<60, using: &random) {
      let folder = folders[Int.random(in: folders.indices, using: &random)]
      let path = folder + names[Int.random(in: names.indices, using: &random)]
      guard !paths.contains(path) else { continue }
      switch Int.random(in: 0..<8, using: &random) {
      case 0, 1:
        try disk.makeFolder("root/\(path)")
        folders.append("\(path)/")
      case 2, 3:
        let targets = paths + ["..", ".", "nowhere", "../outside/out.md", path]
        link(path, to: disk.file("root/\(targets[Int.random(in: targets.indices, using: &random)])"))
      case 4: #expect(mkfifo(disk.file("root/\(path)"), 0o600) == 0)
      case 5 where !paths.isEmpty:
        let other = paths[Int.random(in: paths.indices, using: &random)]
        // Folders have one name only.
        guard Glibc.link(disk.file("root/\(other)"), disk.file("root/\(path)")) == 0 else { continue }
      default: try write(path)
      }
      paths.append(path)
    }
    return paths.filter { !folders.contains("\($0)/") }
  }
}
