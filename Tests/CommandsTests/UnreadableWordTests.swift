import Commands
import Foundation
import TestSupport
import Testing

/// Bytes that are no text: what stood there is told of, and never asked.
@Suite struct UnreadableWordTests {
  private static let good = "The relay keeps a queue of its own because the broker drops messages."
  private static let note = """
    # The pool

    The caf\u{1} pool pings every 20 seconds because the bank closes idle connections.
    The bank waits for 90 seconds\u{1}, since its clerks are slow.

    \(good)

    """
  private static let record = """
    # 3. Ping the pool

    ## Status

    Accepted

    ## Context

    The bank closes caf\u{1} connections after a minute.

    ## Decision

    We will ping the caf\u{1} pool every 20 seconds, because the bank closes idle connections.

    """
  private static let incident = """
    # Harbour dues are booked twice

    ## Summary

    On 3 May 2024 the dues of the morning were booked twice for every ship with two agents.

    ## Root cause

    The job `dues` ran twice, because the lock in Redis expired before the caf\u{1} run had ended.

    ## Resolution

    We raised the lifetime of the lock to an hour and restarted the job `dues`.

    """

  @Test(arguments: [("note", note), ("record", record), ("incident", incident)], [0xe9, 0])
  func nothingUnreadableIsAsked(text: (form: String, words: String), byte: UInt8) throws {
    let world = try TestWorld()
    let bytes = text.words.utf8.map { $0 == 1 ? byte : $0 }
    try world.disk.write("", to: "0003-pool.md")
    try Data(bytes).write(to: URL(fileURLWithPath: world.disk.file("0003-pool.md")))
    let answer = world.run("import", "0003-pool.md", "--as", text.form, "--yes", "--json")
    #expect(answer.code == .done, "\(answer.errors)")
    #expect((answer.object["findings"] as? [Any] ?? []).isEmpty == false)
    let cards = world.cards().values.map { "\($0["prompt"] ?? "") \($0["answer"] ?? "")" }
    #expect(cards.allSatisfy { !$0.contains("\u{fffd}") }, "\(cards)")
    if text.form == "note" { #expect(cards.contains { $0.contains("roker drops messages") }) }
  }

  @Test func whatWasWrittenAsACardStays() throws {
    let world = try TestWorld()
    let deck = Array("Q: what is x?\nA: y".utf8) + [0xe9, 10]
    try Data(deck).write(to: URL(fileURLWithPath: world.disk.file("deck.md")))
    world.run("import", "deck.md")
    #expect(world.cards().values.map { $0["answer"] as? String } == ["y\u{fffd}"])
  }
}
