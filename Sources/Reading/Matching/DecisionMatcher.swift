internal import Recall

/// Finds out which known decision each record is, before any of its cards is looked for.
///
/// Records are written on one template, and one that replaces another often asks the very same questions. So a card
/// never leaves its decision: first the decisions are told apart, by title, number, place and what they say, and
/// only then are the cards of each compared with its own. Where that leaves a doubt, the record is a new one.
package struct DecisionMatcher {
  package struct Decision: Sendable {
    package let title: String
    package let number: Int?
    package let cards: [Likeable]
    /// The file; nil for a known decision whose file is gone.
    package let path: String?
    /// Of its file's bytes; 0 where that is not known.
    let digest: Int

    package init(title: String, number: Int?, cards: [Likeable], path: String?, digest: Int = 0) {
      self.digest = digest
      self.title = title
      self.number = number
      // Whether it is still the rule is asked in the same words of all.
      self.cards = cards.filter { $0.kind != .replaced }
      self.path = path
    }
  }

  private let known: [Decision]
  private let read: [Decision]
  private var vocabulary = Vocabulary()
  private var knownWords: [Int: Said] = [:]
  private var readWords: [Int: Said] = [:]

  private struct Said {
    let title: Vocabulary.Words
    let answers: [Vocabulary.Words]
  }

  /// For each record that was read the known decision that it is, or nil.
  package static func match(known: [Decision], read: [Decision]) -> [Int?] {
    var result = [Int?](repeating: nil, count: read.count)
    var own: [String: Int] = [:]
    for (index, decision) in known.enumerated() { if let path = decision.path { own[path] = index } }
    // A file that only has another name is the same, whatever its name made of its title.
    let before = only(known.map(\.digest))
    for (digest, index) in only(read.map(\.digest)) { result[index] = before[digest] }
    let settled = Set(result.compactMap { $0 })
    // Nearly all of them: the same title in the same file.
    for (index, decision) in read.enumerated() where result[index] == nil {
      if let before = decision.path.flatMap({ own[$0] }), !settled.contains(before),
        known[before].title == decision.title
      {
        result[index] = before
      }
    }
    let taken = Set(result.compactMap { $0 })
    let openRead = read.indices.filter { result[$0] == nil }
    let openKnown = known.indices.filter { !taken.contains($0) }
    guard !openRead.isEmpty, !openKnown.isEmpty else { return result }
    for pair in DecisionMatcher(known, read, openKnown, openRead).pairs() { result[pair.read] = pair.known }
    return result
  }

  /// Where each digest stands that there is once only.
  private static func only(_ digests: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    var twice: Set<Int> = [0]
    for (index, digest) in digests.enumerated() where places.updateValue(index, forKey: digest) != nil {
      twice.insert(digest)
    }
    return places.filter { !twice.contains($0.key) }
  }

  private init(_ known: [Decision], _ read: [Decision], _ openKnown: [Int], _ openRead: [Int]) {
    self.known = known
    self.read = read
    for index in openKnown { knownWords[index] = said(known[index]) }
    for index in openRead { readWords[index] = said(read[index]) }
    // How rare a word is shows in all titles, those that are settled included.
    for (decisions, isKnown) in [(known, true), (read, false)] {
      for decision in decisions { vocabulary.count([vocabulary.words(of: decision.title)], isKnown: isKnown) }
    }
  }

  private mutating func said(_ decision: Decision) -> Said {
    Said(
      title: vocabulary.words(of: decision.title),
      answers: decision.cards.map { vocabulary.words(of: $0.answer) })
  }

  /// The best pairs first, each decision once.
  private func pairs() -> [Pair] {
    var pairs: [Pair] = []
    for (index, new) in readWords {
      let found = knownWords.map { pair(index, new, $0.key, $0.value) }
      pairs += found.filter { isSame($0, among: found) }
    }
    pairs.sort { ($1.score, $0.read, $0.known) < ($0.score, $1.read, $1.known) }
    var takenRead: Set<Int> = []
    var takenKnown: Set<Int> = []
    return pairs.filter { pair in
      guard !takenRead.contains(pair.read), !takenKnown.contains(pair.known) else { return false }
      takenRead.insert(pair.read)
      takenKnown.insert(pair.known)
      return true
    }
  }

  private struct Pair {
    let read: Int
    let known: Int
    let title: Resemblance
    /// How much of what it is asked for now was said before, from 0 to 1.
    let answers: Double
    /// What was decided is the same in the same words.
    let decidesTheSame: Bool
    let hasSameNumber: Bool
    let isHere: Bool

    var score: Double {
      (title.isSame ? 6 : title.isNear ? 4 : title.likeness) + answers * 3 + (hasSameNumber ? 0.5 : 0)
        + (isHere ? 1.5 : 0)
    }
  }

  private func pair(_ index: Int, _ new: Said, _ before: Int, _ old: Said) -> Pair {
    let (decision, record) = (known[before], read[index])
    return Pair(
      read: index, known: before, title: vocabulary.compare(old: old.title, new: new.title),
      answers: answers(decision, old, record, new),
      decidesTheSame: record.cards.contains { card in
        card.kind == .what && decision.cards.contains { $0.kind == .what && $0.answer == card.answer }
      },
      hasSameNumber: decision.number != nil && decision.number == record.number,
      isHere: decision.path != nil && decision.path == record.path)
  }

  private func answers(_ decision: Decision, _ old: Said, _ record: Decision, _ new: Said) -> Double {
    guard !record.cards.isEmpty else { return 0 }
    let likenesses = zip(record.cards, new.answers).map { card, answer in
      zip(decision.cards, old.answers).filter { $0.0.kind == card.kind }.map {
        vocabulary.compare(old: $0.1, new: answer).likeness
      }.max() ?? 0
    }
    return likenesses.reduce(0) { $0 + ($1 >= 0.6 ? $1 : 0) } / Double(record.cards.count)
  }

  private func isSame(_ pair: Pair, among all: [Pair]) -> Bool {
    if pair.title.isSame { return true }
    let isEnded = read[pair.read].cards.isEmpty
    if pair.title.isNear, isEnded || pair.answers >= (pair.hasSameNumber || pair.isHere ? 0.25 : 0.5) {
      return true
    }
    if pair.decidesTheSame, pair.answers >= 0.75 { return true }
    if pair.isHere {
      // The file stayed and the title did not: another decision could have come under its name.
      return !all.contains {
        $0.known != pair.known && $0.answers > 0 && $0.answers > pair.answers - 0.1
      }
    }
    return pair.hasSameNumber && pair.answers >= 0.75
  }
}
