internal import Storage

/// Incidents of a shop as drills.
package enum DrillWorld {
  package static let symptom = "Checkout answers 500 for one shop in ten."
  package static let cause = "The connection pool of the new region was half the size."
  package static let evidence = [
    "Errors are spread over all pods.", "They began when the wait for a connection did.",
    "Only shops of the new region see them.",
  ]

  package static let deck = """
    # Incidents

    Q: \(symptom)
    A: \(cause)

    What could be seen:
    \(evidence.map { "- \($0)" }.joined(separator: "\n"))

    Q: The nightly invoices are sent twice.
    A: The job was started by two schedulers.
    """

  /// What is typed for all of it: two suspicions, a third after the second step, and the grade as proposed.
  package static let told = [
    "stale shard map in one pod", "60", "a cache key without its tenant", "30", "", "1=10", "",
    "the connection pool is too small", "80", "", "", "", "",
  ]

  /// Makes drills of plain questions: whoever imports the deck has cards of the kind that a test needs.
  package static func makeDrills(in path: String) throws {
    let database = try Database.open(path, for: .write)
    try database.connection.run("UPDATE cards SET kind = 'drill'")
    // Who takes back one drill more than there was would take back the cards.
    try database.connection.run("DELETE FROM imports")
  }

  /// What is kept of drills that are not over.
  package static func lines(in path: String) throws -> [String] {
    try Database.open(path, for: .read).connection.all(
      "SELECT line FROM drill_lines ORDER BY card, number", []
    ) { $0.text(0) }
  }
}
