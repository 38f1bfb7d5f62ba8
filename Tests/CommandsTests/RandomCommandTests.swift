import Commands
import Foundation
import TestSupport
import Testing

/// Whatever is done in whatever order, the log stays the truth: folding it again gives what the cache says.
@Suite struct RandomCommandTests {
  private static let isLong = ProcessInfo.processInfo.environment["WHET_LONG"] != nil

  private func run(seed: UInt64, commands: Int) throws {
    var random = SeededGenerator(seed: seed)
    let world = try TestWorld(seed: seed)
    var deck = DeckWorld(seed: seed, cards: 40, sections: 4, style: .prose)
    try world.disk.write(deck.markdown, to: "deck.md")
    world.run("import", "deck.md")
    world.run("backup", world.disk.file("first.db"))
    var backups = ["first.db"]
    var ids = world.cards().keys.sorted()

    for step in 0..<commands {
      let id = ids.randomElement(using: &random) ?? ""
      let other = ids.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<40:
        world.run("grade", id, "\(Int.random(in: 0...5, using: &random))", "--answer", "so \(step)")
      case 40..<60: world.run("undo", "\(Int.random(in: 1...3, using: &random))")
      case 60..<66: world.run("edit", id, "--answer", "answer of step \(step)")
      case 66..<70: world.run("suspend", id, other)
      case 70..<74: world.run("resume", id)
      case 74..<76: world.run("retire", id)
      case 76..<79:
        world.run("tier", id, ["core", "repeatable", "transient"].randomElement(using: &random) ?? "core")
      case 79..<82: world.run("tag", id, "tag\(step % 7)", "-tag\(step % 5)")
      case 82..<87:
        deck.edit(share: 0.1)
        try world.disk.write(deck.markdown, to: "deck.md")
        world.run("refresh")
        ids = Array(Set(ids).union(world.cards().keys)).sorted()
      case 87..<90: world.run("add", "--prompt", "added in step \(step)?", "--answer", "yes")
      case 90..<92:
        let name = "backup-\(step).db"
        world.run("backup", world.disk.file(name))
        backups.append(name)
      case 92..<93: world.run("restore", world.disk.file(backups.randomElement(using: &random) ?? "first.db"))
      case 93..<94: world.run("config", "scheduler", Bool.random(using: &random) ? "sm2" : "sm2-classic")
      case 94..<96:
        world.run(
          "explain", "topic \(step % 4)", "--why", "reason of step \(step)", "--unsure",
          "question \(step) of mine?")
        ids = Array(Set(ids).union(world.cards().keys)).sorted()
      case 96..<97:
        world.run("explain", "--answer", "1", "answer of step \(step)")
        ids = Array(Set(ids).union(world.cards().keys)).sorted()
      case 97..<98:
        world.run("three", "--answer", "decision \(step % 3)", "--why", "reason \(step % 2)")
        ids = Array(Set(ids).union(world.cards().keys)).sorted()
      default: world.clock.advance(days: Int.random(in: -2...9, using: &random))
      }
    }
    let doctor = world.run("doctor")
    #expect(doctor.code == .done, "seed \(seed): \(doctor.output)")
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func theDoctorFindsNothing(seed: UInt64) throws {
    try run(seed: seed, commands: 120)
  }

  @Test(.enabled(if: isLong)) func longRun() throws {
    try run(seed: 4711, commands: 10_000)
  }
}
