/// Which cards came with which import, so that it can be taken back.
package struct ImportStore {
  private let connection: Connection

  init(_ connection: Connection) {
    self.connection = connection
  }

  package struct Import: Equatable, Sendable {
    let number: Int
    /// What was imported, as the person named it.
    package let name: String
    /// The numbers of the cards that were new, or came back.
    package let cards: NumberRanges
    /// The last event that belongs to it.
    package let after: Int
    /// The last change of key decisions before it.
    package let marks: Int
  }

  /// `places` are those in the log behind which it began and with which it ended.
  package func write(_ name: String, cards: [Int], _ places: (before: Int, after: Int)) throws {
    try connection.run(
      """
      INSERT INTO imports (name, cards, before, after, marks)
      VALUES (?, ?, ?, ?, (SELECT ifnull(max(action), 0) FROM key_changes))
      """,
      [.text(name), .text(NumberRanges(cards).text), .int(places.before), .int(places.after)])
  }

  /// The last of which a card still stands, or that brought none, newest first.
  package func last(_ count: Int) throws -> [Import] {
    let all = try connection.all(
      "SELECT number, name, cards, after, marks FROM imports WHERE NOT undone ORDER BY number DESC"
    ) {
      Import(
        number: $0.int(0), name: $0.text(1), cards: NumberRanges(text: $0.text(2)), after: $0.int(3),
        marks: $0.int(4))
    }
    var standing: [Import] = []
    for one in all where standing.count < count {
      if try stands(one) { standing.append(one) }
    }
    return standing
  }

  private func stands(_ one: Import) throws -> Bool {
    // One that only followed its files has nothing that could go.
    try one.cards.ranges.isEmpty
      || one.cards.ranges.contains { range in
        try connection.first(
          "SELECT 1 FROM cards WHERE num BETWEEN ? AND ? AND NOT gone LIMIT 1",
          [.int(range.lowerBound), .int(range.upperBound)]
        ) { _ in true } == true
      }
  }

  package func takeBack(_ one: Import) throws {
    try connection.run("UPDATE imports SET undone = 1 WHERE number = ?", [.int(one.number)])
  }
}

/// Numbers of which many stand in a row, in few words: "3 7-12".
package struct NumberRanges: Equatable, Sendable {
  package let ranges: [ClosedRange<Int>]

  package init(_ numbers: [Int]) {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, number <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(number, last.upperBound)
      } else {
        ranges.append(number...number)
      }
    }
    self.ranges = ranges
  }

  /// What is none is left out.
  package init(text: String) {
    ranges = text.split(separator: " ").compactMap { part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      guard let first = ends.first, let last = ends.last, first <= last, ends.count <= 2 else { return nil }
      return first...last
    }
  }

  package var text: String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }.joined(
      separator: " ")
  }

  package var all: [Int] { ranges.flatMap { Array($0) } }
}
