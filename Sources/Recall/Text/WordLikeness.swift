/// How much two texts share, by the stems of the words that tell something.
package enum WordLikeness {
  package static func words(_ text: String) -> Set<String> {
    Set(
      Terms.clauses(text).flatMap { $0 }.map { term in
        switch term.kind {
        case .word(let word): word
        case .number(let value, let unit): "\(value) \(unit)"
        }
      })
  }

  /// Words to look for in an index of words as they were written, the longest first.
  package static func searchable(_ text: String, most: Int = 16) -> [String] {
    let written = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let telling = Set(written).filter {
      $0.count > 2 && !Language.isFiller($0) && !Language.light.contains($0)
    }
    return Array(telling.sorted { ($1.count, $0) < ($0.count, $1) }.prefix(most))
  }

  /// The part of a text's words that another holds too, 0 to 1.
  package static func held(_ text: String, in other: String) -> Double {
    let own = words(text)
    guard !own.isEmpty else { return 0 }
    return Double(own.intersection(words(other)).count) / Double(own.count)
  }

  /// 1 for the same words, 0 for none in common.
  package static func between(_ one: Set<String>, _ other: Set<String>) -> Double {
    let all = one.union(other).count
    return all == 0 ? 0 : Double(one.intersection(other).count) / Double(all)
  }
}
