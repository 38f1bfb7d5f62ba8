import Commands
import TestSupport
import Testing

/// Drills begun, left, finished, taken back and thrown away in any order: the log stays the truth, and what was finished is
/// told as long as it stands.
@Suite struct DrillRandomTests {
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func anyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let world = try TestWorld(seed: seed)
    world.columns = 80
    try world.disk.write(DrillWorld.deck, to: "incidents.md")
    #expect(world.run("import", "--yes", "incidents.md").code == .done)
    try DrillWorld.makeDrills(in: world.disk.file("whet.db"))
    let ids = world.cards().keys.sorted()
    let words = [
      "", "", "", "?", "stale map", "the pool", "60", "90", "1=20", "2=90", "solve", "1", "0", "3", "b", "q",
      "^C",
    ]
    func some(_ most: Int) -> [String] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
    }
    for _ in 0..<60 {
      let id = ids.randomElement(using: &random) ?? ""
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        world.typed = some(14)
        world.run("debug", "drill", id)
      case 4:
        world.typed = some(20)
        world.run("quiz")
      case 5: world.run("debug", "drill", id, "--hypothesis", "the pool", "--sure", "70", "--json")
      case 6: world.run("debug", "drill", id, "--solve", "--which", "none")
      case 7: world.run("undo")
      case 8:
        world.run(
          ["debug", "drill", id] + (Bool.random(using: &random) ? ["--discard"] : ["--reveal", "2"]))
      default: world.clock.advance(days: Int.random(in: 0...6, using: &random))
      }
      world.typed = nil
      #expect(world.run("debug", "drill", id, "--json").code == .done)
    }
    let log = world.run("export", "json", "log").object["log"] as? [[String: Any]] ?? []
    let voided = Set(log.compactMap { $0["voids"] as? String })
    let standing = log.filter {
      $0["kind"] as? String == "practice" && !voided.contains($0["id"] as? String ?? "")
    }
    #expect(world.run("debug", "drill", "--history", "--json").array.count == standing.count)
    let doctor = world.run("doctor")
    #expect(doctor.code == .done, "\(doctor.output)")
  }
}
