/// What an answer says of the things that it should say. Offline, the same every time, and only a proposal: the
/// person decides.
package struct Marking: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    /// The author's words for it.
    package let text: String
    package let wasSaid: Bool
    /// Something was said that is the opposite of this.
    package let isContradicted: Bool
  }

  package let points: [Point]
  package let suggestion: Grade?

  /// Nil suggestion where nothing was typed.
  package init(prompt: String, answer: String, said: String) {
    let given = Set(Terms.clauses(prompt).flatMap { $0 }.flatMap(\.kinds))
    let saidClauses = Terms.clauses(said)
    let answerClauses = Terms.clauses(answer)
    let comparison = TermComparison(
      said: saidClauses.flatMap { $0 }, given: given, answer: answerClauses.flatMap { $0 })
    var points: [Point] = []
    var total = 0.0
    var covered = 0.0
    for text in KeyPoints.split(answer) {
      let terms = Terms.clauses(text).flatMap { $0 }
      guard !terms.isEmpty else { continue }
      let result = comparison.compare(terms)
      total += result.weight
      covered += result.covered
      points.append(
        Point(
          text: text, wasSaid: !result.isContradicted && result.covered >= 0.5 * result.weight,
          isContradicted: result.isContradicted))
    }
    self.points = points
    guard !said.allSatisfy(\.isWhitespace) else {
      suggestion = nil
      return
    }
    var share = total > 0 ? covered / total : (said == answer ? 1 : 0)
    if points.count > 1 {
      // Half of it is how much was said, half how many of the points.
      share = (share + Double(points.count { $0.wasSaid }) / Double(points.count)) / 2
    }
    // Where an answer is a name or two, half of it is another answer.
    if total <= 2 { share = share * share * share } else if total <= 3 { share *= share }
    let isSwapped = Swap.isSwapped(answer: answerClauses, said: saidClauses)
    suggestion = Self.grade(
      share: share, isContradicted: isSwapped || points.contains(where: \.isContradicted))
  }

  private static func grade(share: Double, isContradicted: Bool) -> Grade {
    let value =
      switch share {
      case 0.78...: 5
      case 0.54...: 4
      case 0.36...: 3
      case 0.25...: 2
      case 0.08...: 1
      default: 0
      }
    return Grade.all[isContradicted ? min(value, 1) : value]
  }
}

/// The separate things that an answer says.
enum KeyPoints {
  /// Sentences and list items; long ones at their commas and conjunctions. What holds too little to stand alone
  /// stays with what came before.
  static func split(_ answer: String) -> [String] {
    var points: [String] = []
    for line in Prose.unwrapped(answer).split(separator: "\n") {
      for sentence in pieces(String(line), at: [". ", "! ", "? ", "; "]) {
        points += clauses(sentence)
      }
    }
    return points
  }

  private static func clauses(_ sentence: String) -> [String] {
    var result: [String] = []
    for piece in pieces(
      sentence,
      at: [
        ", so ", ", because ", ", and ", ", but ", ", which ", ", otherwise ", " because ", ", or ", ": ",
        ", ",
      ])
    {
      // Items of a list are points however short they are.
      let isThin = Terms.clauses(piece).reduce(0) { $0 + $1.count } < 2
      if isThin, !result.isEmpty {
        result[result.count - 1] += ", " + piece
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private static func pieces(_ text: String, at separators: [String]) -> [String] {
    var rest = Substring(text)
    var result: [String] = []
    var current = ""
    while !rest.isEmpty {
      if let separator = separators.first(where: { rest.hasPrefix($0) }) {
        result.append(current)
        current = ""
        rest = rest.dropFirst(separator.count)
      } else {
        current.append(rest.removeFirst())
      }
    }
    result.append(current)
    return result.map { bare($0) }.filter { piece in piece.contains { $0.isLetter || $0.isNumber } }
  }

  /// Without list signs and the full stop.
  private static func bare(_ text: String) -> String {
    var slice = text.drop { $0.isWhitespace || "-*•".contains($0) }
    while let last = slice.last, last.isWhitespace || ".,;:".contains(last) { slice = slice.dropLast() }
    return String(slice)
  }
}
