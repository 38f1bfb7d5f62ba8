import Testing

@testable import Reading

/// What a record says of why and at what price, where no card asks for it.
@Suite struct RecordGroundsTests {
  private func grounds(_ body: String, name: String = "0001-sqlite.md") throws -> RecordGrounds {
    try #require(
      RecordGrounds(Array("# Use SQLite as the store\n\n\(body)\n".utf8), path: "/shop/docs/adr/\(name)"))
  }

  @Test(arguments: [
    "Only one writer at a time; we accept that concurrent writes wait.",
    "Builds get slower and we need a build cache.",
  ])
  func whatFollowsIsThePriceWhereNoneIsMarked(text: String) throws {
    let grounds = try grounds("## Decision\n\nWe use SQLite.\n\n## Consequences\n\n\(text)")
    #expect(grounds.price == [text])
  }

  @Test func aMarkedPriceGoesFirstAndAGainIsNone() throws {
    let marked = "## Consequences\n\n- Good, because it is small.\n- Backups are files.\n"
    #expect(try grounds(marked).price == ["Backups are files."])
    #expect(try grounds(marked + "- Bad, because only one may write.\n").price == ["Only one may write."])
    #expect(try grounds("## Consequences\n\n- Good, because it is small to install.\n").price.isEmpty)
  }

  @Test func thePurposeIsTheReasonWhereNoneIsGiven() throws {
    let context = "## Context\n\nOrders must survive a crash of the machine they are written on.\n\n"
    let decision = "## Decision\n\nWe write each event to an outbox so that no event is lost.\n"
    #expect(try grounds(context + decision).why == ["No event is lost."])
    #expect(
      try grounds("## Context\n\nWe need one file.\n\n## Decision\n\nWe use SQLite.\n").why == [
        "One file."
      ])
  }

  @Test func nothingIsNothing() throws {
    let bare = try grounds(
      "## Context\n\nWhich one?\n\n## Decision\n\nWe use SQLite.\n\n## Consequences\n\nTODO\n")
    #expect(bare.why.isEmpty && bare.price.isEmpty)
    #expect(RecordGrounds([0, 1, 2, 0, 0, 255, 0], path: "/a/0001-b.md") == nil)
  }
}
