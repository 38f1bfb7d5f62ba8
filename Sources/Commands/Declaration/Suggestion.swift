internal import Recall

/// What a person probably meant: the nearest of the known words, within two edits.
package enum Suggestion {
  package static func nearest(to word: String, among known: [String]) -> String? {
    let given = Array(word.lowercased().utf8)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let limit = min(2, max(1, candidate.utf8.count / 2))
      guard let distance = editDistance(given, Array(candidate.lowercased().utf8), atMost: limit) else {
        continue
      }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.word
  }

  /// `did you mean "adr"?`, or nothing.
  package static func hint(for word: String, among known: [String]) -> String? {
    nearest(to: word, among: known).map { "did you mean \"\($0)\"?" }
  }
}
