/// A drill as the lines that somebody typed: each line is a move, and where it stands is a fold of them. So a drill that was
/// broken off goes on exactly there, and a script that says the same gets the same.
package struct DrillRun: Equatable, Sendable {
  /// How many hypotheses are asked for before any evidence, and how many there can be in the end: one key for each.
  package static let mostAtFirst = 5
  package static let most = 9

  /// What is asked now.
  package enum Asking: Equatable, Sendable {
    case hypothesis
    /// How sure they are of the one that was named last.
    case sure
    /// Whether the evidence up to here changes anything.
    case reweigh
    /// Which of them it was. The cause is told by now.
    case cause
    case over
  }

  package let steps: Int
  package private(set) var asking = Asking.hypothesis
  package private(set) var telling = DrillTelling()
  /// The hypotheses that were the cause, once that is said.
  package private(set) var causes: Set<Int> = []
  /// What was typed so far and counted.
  package private(set) var lines: [String] = []

  package init(steps: Int) {
    self.steps = steps
  }

  /// Plays the moves again. What no longer fits, since the card was changed in between, ends it.
  package init(steps: Int, lines: [String]) {
    self.init(steps: steps)
    for line in lines where take(line) != nil { break }
  }

  /// What it gives, once it is over.
  package var score: DrillScore { DrillScore(telling, causes: causes, steps: steps) }

  /// Nil where the line was taken, else what is wrong with it.
  package mutating func take(_ line: String) -> String? {
    let problem =
      switch asking {
      case .hypothesis: takeFirst(line)
      case .sure: takeConfidence(line)
      case .reweigh: takeReweighing(line)
      case .cause: takeCause(line)
      case .over: "this drill is over"
      }
    if problem == nil { lines.append(line) }
    return problem
  }

  /// As it was before the last line; nil where that line showed something, which nobody can unsee.
  package var withoutLast: DrillRun? {
    guard !lines.isEmpty, asking != .cause, asking != .over else { return nil }
    let run = DrillRun(steps: steps, lines: lines.dropLast())
    return run.telling.revealed == telling.revealed ? run : nil
  }

  // MARK: Moves

  private mutating func takeFirst(_ line: String) -> String? {
    let isEmpty = line.isEmpty || Self.isUnknown(line)
    if isEmpty {
      guard !line.isEmpty || !telling.hypotheses.isEmpty else {
        return "one guess is enough, however unlikely; ? if nothing comes to mind"
      }
      goOn()
      return nil
    }
    if line.lowercased() == Self.solve {
      end()
      return nil
    }
    return name(line)
  }

  private mutating func takeConfidence(_ line: String) -> String? {
    guard let number = Self.percent(line) else { return "a number from 0 to 100; a rough one is fine" }
    telling.readings[telling.revealed].append(number)
    if telling.revealed > 0 {
      asking = .reweigh
    } else if telling.hypotheses.count == Self.mostAtFirst {
      goOn()
    } else {
      asking = .hypothesis
    }
    return nil
  }

  private mutating func takeReweighing(_ line: String) -> String? {
    if line.isEmpty {
      goOn()
      return nil
    }
    if line.lowercased() == Self.solve {
      end()
      return nil
    }
    if let changes = Self.changes(line) {
      for (number, sure) in changes {
        guard telling.now.indices.contains(number - 1) else { return "there is no \(number)" }
        guard (0...100).contains(sure) else { return "how sure is a number from 0 to 100" }
      }
      for (number, sure) in changes { telling.readings[telling.revealed][number - 1] = sure }
      return nil
    }
    return name(line)
  }

  private mutating func takeCause(_ line: String) -> String? {
    let words = line.split { $0 == " " || $0 == "," }
    let numbers = words.compactMap { Int($0) }
    let isNone = numbers == [0]
    guard numbers.count == words.count, !words.isEmpty,
      isNone || numbers.allSatisfy({ telling.hypotheses.indices.contains($0 - 1) })
    else { return "numbers of those that it was, or 0 for none of them" }
    causes = isNone ? [] : Set(numbers.map { $0 - 1 })
    asking = .over
    return nil
  }

  private mutating func name(_ line: String) -> String? {
    guard line.count > 1, line.contains(where: \.isLetter) else {
      return asking == .reweigh
        ? "Enter keeps it, 1=20 changes a number, words are a new suspicion, \(Self.undo) takes the last line back, "
          + "\(Self.solve) goes to the end"
        : "in a few words; how sure you are is asked next"
    }
    guard telling.hypotheses.count < Self.most else { return "\(Self.most) are the most" }
    telling.hypotheses.append(line)
    asking = .sure
    return nil
  }

  private mutating func goOn() {
    if telling.revealed < steps {
      telling.readings.append(telling.now)
      asking = .reweigh
    } else {
      end()
    }
  }

  /// The cause is told. Nobody is asked which of none it was.
  private mutating func end() {
    asking = telling.hypotheses.isEmpty ? .over : .cause
  }

  // MARK: Words

  package static let solve = "solve"
  package static let undo = "undo"

  private static func isUnknown(_ line: String) -> Bool {
    let plain = String(line.lowercased().replacing("’", with: "'").filter { $0 != "." })
    return ["?", "i don't know", "don't know", "i do not know", "dont know", "no idea"].contains(plain)
  }

  /// `1=20 2=70`, also `1 20`; nil where it is something else.
  private static func changes(_ line: String) -> [(number: Int, sure: Int)]? {
    let isPlain = line.allSatisfy { $0.isASCII && ($0.isNumber || " =,%\t".contains($0)) }
    guard isPlain else { return nil }
    let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
    guard !numbers.isEmpty, numbers.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
  }

  /// `60`, also `60 %`.
  package static func percent(_ text: String) -> Int? {
    var digits = Substring(text)
    if digits.last == "%" { digits = digits.dropLast() }
    while digits.last == " " { digits = digits.dropLast() }
    guard let number = Int(digits), (0...100).contains(number) else { return nil }
    return number
  }
}
