/// The words by which one decision is told from the others: somebody who says "sqlite for the local data" means the one
/// whose title has SQLite, whatever else was said.
struct TitleKeys {
  private struct Key {
    let terms: [Term]
    /// Spelled as only a name is; `API` and the like are in many a sentence.
    let isProper: Bool
  }

  private let titles: [(text: String, terms: [Term])]

  init(_ titles: [String]) {
    self.titles = Set(titles).sorted().map { ($0, Terms.clauses($0).flatMap { $0 }) }
  }

  /// 4 where what was said holds a proper name that only this title has, 3 for another key word of its own; 0 where it
  /// holds none, or one of another title too.
  func likeness(_ said: String, _ title: String) -> Int {
    let terms = Terms.clauses(said).flatMap { $0 }
    var best = 0
    for one in titles {
      let hits = Self.keys(of: one.text).filter { key in
        !key.terms.isEmpty
          && key.terms.allSatisfy { term in terms.contains { Self.means($0, term) } }
          && !titles.contains { other in
            other.text != one.text
              && key.terms.allSatisfy { term in other.terms.contains { $0.isSame(as: term) } }
          }
      }
      guard !hits.isEmpty else { continue }
      guard one.text == title else { return 0 }
      best = hits.contains(where: \.isProper) ? 4 : 3
    }
    return best
  }

  /// "no sqlite" does not mean it.
  private static func means(_ said: Term, _ term: Term) -> Bool {
    said.isSame(as: term) && (said.polarity == .negated) == (term.polarity == .negated)
  }

  /// Its names, and where it has none, all that tells something of it.
  private static func keys(of title: String) -> [Key] {
    let words = title.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let isSentence = words.dropFirst().contains { $0.count > 3 && $0.allSatisfy(\.isLowercase) }
    var names: [Key] = []
    var others: [Key] = []
    for (index, word) in words.enumerated() {
      let hasName = word.dropFirst().contains(where: \.isUppercase)
      // A capital at the beginning is a name's only where a sentence goes on in small letters.
      let isCapital = isSentence && index > 0 && word.first?.isUppercase == true
      // Taken from the whole title, where a `not` before it counts.
      let own = Set(Terms.clauses(word).flatMap { $0 }.map(\.kind))
      let terms = Terms.clauses(title).flatMap { $0 }.filter { own.contains($0.kind) }
      if hasName || isCapital {
        names.append(Key(terms: terms, isProper: word.contains(where: \.isLowercase)))
      } else if own.contains(where: isTelling) {
        others.append(Key(terms: terms, isProper: false))
      }
    }
    return names.isEmpty ? others : names
  }

  private static func isTelling(_ kind: Term.Kind) -> Bool {
    guard case .word(let word) = kind else { return false }
    return !Language.light.contains(word) && !deciding.contains(word)
  }

  /// With which titles of decisions begin; they tell none from another.
  private static let deciding = Set(
    [
      "adopt", "allow", "add", "append", "avoid", "build", "change", "choose", "create", "define", "deploy",
      "drop", "enable", "handle", "introduce", "keep", "limit", "manage", "migrate", "move", "pick", "prefer",
      "provide", "publish", "put", "remove", "replace", "require", "run", "save", "select", "separate",
      "send",
      "serve", "set", "share", "ship", "split", "start", "stop", "store", "support", "switch", "system",
      "service", "data", "project", "write",
    ].map(Stem.of))
}
