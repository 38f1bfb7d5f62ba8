import Recall
import Testing

/// Hypotheses beside causes, judged by hand before the comparison saw them. It only proposes, so it may miss some; what is
/// held to is how often it agrees.
@Suite struct DrillMatchTests {
  struct Pair: Sendable {
    let symptom: String
    let cause: String
    let said: String
    let isSame: Bool
  }

  private static func pairs(
    _ symptom: String, _ cause: String, same: [String], other: [String]
  ) -> [Pair] {
    same.map { Pair(symptom: symptom, cause: cause, said: $0, isSame: true) }
      + other.map { Pair(symptom: symptom, cause: cause, said: $0, isSame: false) }
  }

  static let all =
    pairs(
      "Checkout answers 500 for one shop in ten.",
      "The connection pool of the new region was half the size, so requests waited until they timed out.",
      same: [
        "connection pool of the new region too small", "requests wait for a connection and time out",
        "pool size in the new region is wrong",
      ],
      other: [
        "stale shard map in one pod", "a cache key without its tenant", "the new deploy is broken",
        "checkout has a bug",
      ])
    + pairs(
      "Invoices were sent twice on the first of the month.",
      "Two replicas both held the scheduler lock after a clock jump, and each ran the invoice job.",
      same: [
        "two schedulers ran the invoice job", "the lock was held by both replicas",
        "a clock jump broke the scheduler lock",
      ],
      other: [
        "the mail provider retried", "customers have two accounts", "the queue delivered a message twice",
        "invoices were sent twice by hand",
      ])
    + pairs(
      "Search returns nothing for new documents.",
      "The indexer stopped because its disk was full. Old documents were still served from memory.",
      same: [
        "indexer has no disk space left", "the disk is full so indexing stopped", "disk of the indexer full",
      ],
      other: [
        "the search query is wrong", "permissions of new documents", "the cache serves old results",
        "the queue to the indexer is stuck",
      ])
    + pairs(
      "Logins fail after midnight UTC.",
      "The certificate of the identity provider had expired and was not renewed.",
      same: ["expired certificate", "identity provider certificate was not renewed", "a cert expired"],
      other: [
        "the session store was restarted", "the clock is wrong", "rate limit of the identity provider",
        "the certificate was renewed with a wrong name",
      ])

  @Test func mostProposalsAreWhatAPersonWouldSay() {
    var (missed, wrong): ([String], [String]) = ([], [])
    for pair in Self.all {
      let isLikely = DrillMatch.isLikely(pair.said, cause: pair.cause, symptom: pair.symptom)
      if isLikely && !pair.isSame { wrong.append(pair.said) }
      if !isLikely && pair.isSame { missed.append(pair.said) }
    }
    #expect(Self.all.count == 28)
    #expect(missed.count <= 1, "\(missed)")
    #expect(wrong.count <= 1, "\(wrong)")
  }
}
