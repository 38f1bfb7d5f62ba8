/// What could stand at the end of a line.
package struct Completion: Equatable, Sendable {
  package struct Candidate: Equatable, Sendable {
    package let text: String
    /// Said beside it, such as a card's prompt.
    package let note: String

    package init(_ text: String, note: String = "") {
      self.text = text
      self.note = note
    }
  }

  /// The unfinished word that the candidates would replace.
  package let word: String
  package let candidates: [Candidate]

  package init(word: String, candidates: [Candidate]) {
    self.word = word
    self.candidates = candidates
  }

  /// What can be inserted without a doubt: the rest of the only candidate with a space behind it, or as much as all
  /// of them share.
  package var insertion: String {
    guard let first = candidates.first?.text else { return "" }
    if candidates.count == 1 {
      return String(first.dropFirst(word.count)) + (first.hasSuffix("/") || first.hasSuffix(":") ? "" : " ")
    }
    let shared = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1.text) }
    return String(shared.dropFirst(word.count))
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
