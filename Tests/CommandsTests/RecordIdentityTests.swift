import Commands
import TestSupport
import Testing

/// Records that are written on one template, changed in ways that once gave a history to another decision.
@Suite struct RecordIdentityTests {
  private let world: TestWorld

  init() throws {
    world = try TestWorld()
  }

  private func record(_ number: Int, _ name: String, status: String = "Accepted") -> String {
    """
    # \(number). Use \(name) for sessions

    ## Status

    \(status)

    ## Context

    We need sessions that survive a restart, but the old store is too slow and fails twice a week.

    ## Decision

    We will keep every session in \(name), behind the gateway.

    ## Consequences

    * Bad, because two copies of the session index have to be kept in step.
    """
  }

  private func save(_ text: String, _ name: String) throws {
    try world.disk.write(text, to: "docs/adr/\(name)")
  }

  /// The ids of what a record is asked for, by kind.
  private func ids(of name: String) -> [String: String] {
    var ids: [String: String] = [:]
    for (id, card) in world.cards() {
      let said = "\(card["prompt"] ?? "") \(card["answer"] ?? "")"
      if said.contains(name), let kind = card["kind"] as? String { ids[kind] = id }
    }
    return ids
  }

  @Test func whatReplacesARecordIsAnotherDecision() throws {
    try save(record(1, "Redis"), "0001-redis.md")
    world.run("import", "docs", "--yes")
    let before = Set(world.cards().keys)
    try save(record(1, "Redis", status: "Superseded by ADR-2"), "0001-redis.md")
    try save(record(2, "Valkey"), "0002-valkey.md")
    world.run("refresh")
    let after = ids(of: "We will keep every session in Valkey").values
    #expect(!after.isEmpty && before.isDisjoint(with: after))
    try save(record(1, "Redis"), "0001-redis.md")
    world.run("refresh")
    #expect(before.isSubset(of: world.cards().keys))
  }

  @Test func twoFilesThatSwapTheirNamesKeepTheirCards() throws {
    try save(record(1, "Redis"), "ADR-1.md")
    try save(record(2, "Valkey"), "ADR-2.md")
    world.run("import", "docs", "--yes")
    let (redis, valkey) = (ids(of: "Use Redis"), ids(of: "Use Valkey"))
    try save(record(2, "Redis"), "ADR-2.md")
    try save(record(1, "Valkey"), "ADR-1.md")
    world.run("refresh")
    #expect(ids(of: "Use Redis") == redis && ids(of: "Use Valkey") == valkey)
    #expect(world.run("doctor").code == .done)
  }

  @Test func aCopyInThePlaceOfADeletedRecordIsNew() throws {
    try save(record(1, "Redis"), "0001-redis.md")
    world.run("import", "docs", "--yes")
    let before = Set(world.cards().keys)
    try world.disk.remove("docs/adr/0001-redis.md")
    try save(record(2, "Valkey"), "0002-valkey.md")
    world.run("refresh")
    #expect(!before.isEmpty && before.isDisjoint(with: world.cards().keys))
    try save(record(1, "Redis"), "0001-redis.md")
    world.run("refresh")
    #expect(before.isSubset(of: world.cards().keys))
  }

  @Test func anotherTitleUnderAnotherNumberIsTheSameDecision() throws {
    try save(record(1, "Redis"), "0001-redis.md")
    world.run("import", "docs", "--yes")
    let before = Set(world.cards().keys)
    try world.disk.remove("docs/adr/0001-redis.md")
    try save(record(7, "Redis").replacing("for sessions\n", with: "for logins\n"), "archive/0007-logins.md")
    world.run("refresh")
    #expect(before == Set(world.cards().keys))
  }

  /// The bytes are the same: whatever the new name makes of the title, it is the same decision.
  @Test func aFileThatGotAnotherNumberKeepsItsHistory() throws {
    try save(record(2, "Redis"), "0002-use-sessions.md")
    try save(record(3, "Valkey"), "0003-rest.md")
    world.run("import", "docs", "--yes")
    let before = Set(world.cards().keys)
    try world.disk.move("docs/adr/0002-use-sessions.md", to: "docs/adr/0010-keep-them.md")
    world.run("refresh")
    #expect(Set(world.cards().keys) == before)
    // Two that swap their names are each still what they were.
    let redis = ids(of: "every session in Redis")
    try world.disk.move("docs/adr/0010-keep-them.md", to: "docs/adr/x.md")
    try world.disk.move("docs/adr/0003-rest.md", to: "docs/adr/0010-keep-them.md")
    try world.disk.move("docs/adr/x.md", to: "docs/adr/0003-rest.md")
    world.run("refresh")
    #expect(Set(world.cards().keys) == before)
    #expect(ids(of: "every session in Redis") == redis)
  }
}
