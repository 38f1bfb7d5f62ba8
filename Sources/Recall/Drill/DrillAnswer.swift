/// The answer of a drill's card: the cause, and below it what could be seen on the way to it. It is plain text that its
/// owner can edit like any answer, and a drill needs no file for it.
package struct DrillAnswer: Equatable, Sendable {
  package let cause: String
  /// In the order in which it is shown.
  package let evidence: [String]

  private static let heading = "What could be seen:"

  package init(cause: String, evidence: [String]) {
    self.cause = cause
    self.evidence = evidence
  }

  package init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.lastIndex(where: { $0.elementsEqual(Self.heading) }) else {
      self.init(cause: text, evidence: [])
      return
    }
    var evidence: [String] = []
    for line in lines[(heading + 1)...] {
      if line.hasPrefix("- ") {
        evidence.append(String(line.dropFirst(2)))
      } else if !line.isEmpty, let last = evidence.indices.last {
        evidence[last] += "\n" + line.drop { $0 == " " }
      }
    }
    let cause = lines[..<heading].joined(separator: "\n")
    self.init(cause: String(cause.reversed().drop { $0.isNewline }.reversed()), evidence: evidence)
  }

  package var text: String {
    guard !evidence.isEmpty else { return cause }
    let list = evidence.map { "- " + $0.split(separator: "\n").joined(separator: "\n  ") }
    return cause + "\n\n" + Self.heading + "\n" + list.joined(separator: "\n")
  }
}
