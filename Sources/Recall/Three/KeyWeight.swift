/// How much seems to hang on a decision: a proposal of what may be key for a project. The person chooses.
package struct KeyWeight: Equatable, Sendable {
  /// Other records that refer to it.
  package let references: Int
  /// Days since it was made; nil where its record has no date.
  package let age: Int?
  /// Decisions that it replaced.
  package let replaced: Int

  package init(references: Int, age: Int?, replaced: Int) {
    self.references = references
    self.age = age
    self.replaced = replaced
  }

  /// Three for each record that builds on it, two for each decision that it replaced, and one for each year that it
  /// stands, up to five.
  package var value: Int {
    3 * references + 2 * replaced + min(5, max(0, age ?? 0) / 365)
  }

  /// `4 records refer to it, replaced 1, stands for 2 years`
  package var sentence: String {
    var parts: [String] = []
    if references > 0 {
      parts.append(references == 1 ? "1 record refers to it" : "\(references) records refer to it")
    }
    if replaced > 0 { parts.append("replaced \(replaced)") }
    if let age, age >= 365 {
      parts.append("stands for \(age / 365) year\(age < 730 ? "" : "s")")
    } else if let age, age >= 60 {
      parts.append("stands for \(age / 30) months")
    }
    return parts.joined(separator: ", ")
  }
}
