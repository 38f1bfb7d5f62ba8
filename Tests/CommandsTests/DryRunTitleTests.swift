import TestSupport
import Testing

/// How a file is headed where its drafts are shown.
@Suite struct DryRunTitleTests {
  private static let prose = "The gate sleeps at night because the guard needs quiet until dawn.\n"

  private func heads(_ world: TestWorld, _ path: String) -> [String] {
    world.run("import", "--as", "note", path, "--dry-run").output.split(separator: "\n")
      .filter { $0.hasPrefix("note") }.map(String.init)
  }

  @Test func aPathIsSaidOnce() throws {
    let world = try TestWorld()
    try world.disk.write("# The gate\n\n" + Self.prose, to: "docs/gate.md")
    try world.disk.write(Self.prose, to: "docs/GATE.md")
    #expect(heads(world, "docs/gate.md") == ["note “The gate” · docs/gate.md"])
    #expect(heads(world, "docs/GATE.md").allSatisfy { $0.hasSuffix(" · docs/GATE.md") })
    try world.disk.write("# GATE.md\n\n" + Self.prose, to: "GATE.md")
    #expect(heads(world, "GATE.md") == ["note · GATE.md"])
  }

  @Test func aReviewStillSaysWhichFileItIs() throws {
    let world = try TestWorld()
    try world.disk.write("# The gate\n\n" + Self.prose, to: "gate.md")
    let shown = world.type(["l"], "import", "gate.md").output
    #expect(shown.contains("note “The gate” · gate.md · 1 of 1"), "\(shown)")
  }
}
