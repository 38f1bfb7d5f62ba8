@testable import Commands
import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct DiscoveryTests: DiscoveryFixture {
  let disk: TemporaryFolder

  init() throws {
    disk = try TemporaryFolder()
    try disk.makeFolder("root")
  }

  @Test func filesOfTextAreFoundInTheOrderOfTheirBytes() throws {
    try write(
      "b.md", "B.md", "a/z.txt", "a/a.markdown", "a.md", "é.md", "c.MD", "d.mdown", "e.text", "f.mkd",
      "10.md", "9.md")
    let walk = try walk()
    #expect(
      walk.found == [
        "10.md", "9.md", "B.md", "a/a.markdown", "a/z.txt", "a.md", "b.md", "c.MD", "d.mdown", "e.text",
        "f.mkd",
        "é.md",
      ])
    #expect(walk.skipped.isEmpty)
  }

  @Test func whatIsNoTextIsTold() throws {
    try write("a.md", "program.swift", "README", "photo.png", "notes.md~", "md", ".hidden.md", "a.md.gz")
    let walk = try walk()
    #expect(walk.found == ["a.md"])
    #expect(walk.skipped[".hidden.md"] == "a hidden file")
    for name in ["program.swift", "README", "photo.png", "notes.md~", "md", "a.md.gz"] {
      #expect(walk.skipped[name] == "neither Markdown nor reStructuredText nor plain text", "\(name)")
    }
    #expect(walk.skipped.count == 7)
  }

  @Test func foldersThatNobodyMeansArePassedOver() throws {
    try write(
      ".hidden/a.md", ".git/a.md", "node_modules/a.md", "cache/CACHEDIR.TAG", "cache/a.md", "deck/a.md")
    let walk = try walk()
    #expect(walk.found == ["deck/a.md"])
    #expect(
      walk.skipped == [
        ".hidden": "a hidden folder", "node_modules": "packages of others", "cache": "a cache",
      ])
  }

  @Test func aFolderThatWasNamedIsWalkedWhateverItIs() throws {
    try write(".hidden/a.md", "cache/CACHEDIR.TAG", "cache/a.md")
    #expect(try walk("root/.hidden").found == ["a.md"])
    #expect(try walk("root/cache").found == ["a.md"])
  }

  @Test(.timeLimit(.minutes(1)))
  func pipesAndSocketsAreRefusedAtOnce() throws {
    try write("a.md")
    #expect(mkfifo(disk.file("root/pipe.md"), 0o600) == 0)
    #expect(mknod(disk.file("root/socket.md"), S_IFSOCK | 0o600, 0) == 0)
    link("link.md", to: "pipe.md")
    let walk = try walk()
    #expect(walk.found == ["a.md"])
    for name in ["pipe.md", "socket.md", "link.md"] {
      #expect(walk.skipped[name] == "neither a file nor a folder", "\(name)")
    }
    for path in [disk.file("root/pipe.md"), "/dev/null"] {
      #expect(refusal(path) == "neither a file nor a folder")
    }
  }

  // MARK: Links

  @Test func linksInACircleEnd() throws {
    try write("a.md", "deep/b.md")
    link("self", to: "self")
    link("one", to: "two")
    link("two", to: "one")
    link("here", to: ".")
    link("deep/up", to: "..")
    let walk = try walk()
    #expect(walk.found == ["a.md", "deep/b.md"])
    for name in ["self", "one", "two"] {
      #expect(walk.skipped[name] == "a link that leads nowhere, or in a circle", "\(name)")
    }
    for name in ["here", "deep/up"] {
      #expect(walk.skipped[name] == "a link to what was read already", "\(name)")
    }
  }

  @Test func linksDoNotLeadOutOfTheFolder() throws {
    try disk.write("Q: secret?\nA: x\n", to: "outside/secret.md")
    try disk.write("Q: neighbour?\nA: x\n", to: "root-beside/a.md")
    try write("a.md")
    link("file.md", to: "../outside/secret.md")
    link("folder", to: disk.file("outside"))
    link("beside", to: "../root-beside")
    link("parent", to: "..")
    let walk = try walk()
    #expect(walk.found == ["a.md"])
    for name in ["file.md", "folder", "beside", "parent"] {
      #expect(walk.skipped[name] == "a link that leads out of the folder", "\(name)")
    }
  }

  @Test func aLinkThatLeadsNowhereIsTold() throws {
    link("gone.md", to: "nothing.md")
    #expect(try walk().skipped == ["gone.md": "a link that leads nowhere, or in a circle"])
    #expect(refusal(disk.file("root/gone.md")) == "a link that leads nowhere")
    #expect(refusal(disk.file("root/nothing.md")) == "no such file or folder")
  }

  @Test func aFileComesInOnceUnderItsOwnName() throws {
    try write("z.md", "deep/y.md")
    link("a.md", to: "z.md")
    link("b.md", to: "a.md")
    link("c", to: "deep")
    let walk = try walk()
    #expect(walk.found == ["deep/y.md", "z.md"])
    #expect(walk.skipped.values.allSatisfy { $0 == "a link to what was read already" })
    #expect(Set(walk.skipped.keys) == ["a.md", "b.md", "c"])
  }

  @Test func aLinkIsToldUnderItsOwnName() throws {
    try write("data.bin", ".hidden.md")
    link("copy.bin", to: "data.bin")
    link(".other.md", to: ".hidden.md")
    let walk = try walk()
    #expect(walk.found.isEmpty)
    #expect(walk.skippedPaths.sorted() == [".hidden.md", ".other.md", "copy.bin", "data.bin"])
  }

  @Test func whatOnlyLinksLeadToComesInOnce() throws {
    try write(".store/x.md")
    link("a.md", to: ".store/x.md")
    link("b.md", to: ".store/x.md")
    let walk = try walk()
    #expect(walk.found == [".store/x.md"])
    #expect(walk.skipped.count == 2)
    #expect(walk.skipped[".store"] == "a hidden folder")
  }

  @Test func twoNamesOfOneFileAreReadOnceAndTheOtherIsTold() throws {
    try write("a.md")
    #expect(Glibc.link(disk.file("root/a.md"), disk.file("root/b.md")) == 0)
    let walk = try walk()
    #expect(walk.found == ["a.md"])
    #expect(walk.skippedPaths == ["b.md"])
  }

  // MARK: Depth, permissions, names

  @Test func nestingIsBounded() throws {
    let deep = Array(repeating: "d", count: 64).joined(separator: "/")
    try write("\(deep)/last.md", "\(deep)/d/beyond.md")
    let walk = try walk()
    #expect(walk.found == ["\(deep)/last.md"])
    #expect(walk.skipped == ["\(deep)/d": "more than 64 folders deep"])
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFolderThatCannotBeReadIsTold() throws {
    try write("a.md", "closed/b.md")
    chmod(disk.file("root/closed"), 0)
    defer { chmod(disk.file("root/closed"), 0o700) }
    let walk = try walk()
    #expect(walk.found == ["a.md"])
    #expect(walk.skipped == ["closed": "the folder cannot be read"])
  }

  @Test func strangeNamesHaveTheirFateToo() throws {
    try write("two\nlines.md", "-rf.md", " .md", "…/🙂.md")
    // No text in any encoding of ours.
    let path = Array(disk.file("root/").utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
    let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
    #expect(descriptor >= 0)
    close(descriptor)
    let walk = try walk()
    #expect(walk.found == [" .md", "-rf.md", "two\nlines.md", "…/🙂.md"])
    #expect(walk.skipped.count == 1)
  }
}
