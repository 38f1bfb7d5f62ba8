/// All that a note could be asked, and which of it is worth asking: the best of each section, none asked twice.
///
/// What is chosen depends on what stands around it, so that a sentence more can push another one out. A card that is
/// known already must not go for that: it stays as long as its own sentence gives it.
package struct NoteQuestions: Sendable {
  /// Whether good enough or not, in the order of the note.
  package let all: [Draft]
  /// What each asks without the topic in front, which many have in common.
  private let asked: [String]
  /// How many cards a section may have.
  private let rooms: [Int: Int]

  static let threshold = 0.5
  /// More than this nobody learns of one note.
  package static let most = 2000
  /// Told of a note that gives more.
  package static var isFull: Finding {
    Finding(line: 1, message: "gives more than \(most) cards; in smaller notes the others have room")
  }

  init(all: [Draft], asked: [String], rooms: [Int: Int]) {
    self.all = all
    self.asked = asked
    self.rooms = rooms
  }

  /// What a note is asked that nobody has read before.
  package var usual: [Draft] { chosen(known: []).map { all[$0] } }

  /// The indexes of those that are asked. What is `known` stays, and what asks the same as one of these is left out.
  package func chosen(known: Set<Int>) -> [Int] {
    var kept: [Asked] = []
    for index in candidates(known) {
      guard known.contains(index) || kept.count < Self.most else { continue }
      let one = Asked(index: index, draft: all[index], question: asked[index], isKnown: known.contains(index))
      guard let twin = kept.firstIndex(where: { $0.asksTheSame(as: one) && !($0.isKnown && one.isKnown) })
      else {
        kept.append(one)
        continue
      }
      if one.isKnown || !kept[twin].isKnown && one.isBetter(than: kept[twin]) { kept[twin] = one }
    }
    return kept.map(\.index)
  }

  private func candidates(_ known: Set<Int>) -> [Int] {
    var sections: [Int: [Int]] = [:]
    for index in all.indices where all[index].score >= Self.threshold {
      sections[all[index].siblings, default: []].append(index)
    }
    var chosen = known
    for (section, indexes) in sections {
      let sorted = indexes.sorted { (all[$1].score, $0) < (all[$0].score, $1) }
      chosen.formUnion(sorted.prefix(rooms[section] ?? 0))
    }
    return chosen.sorted()
  }
}

/// A question with what is needed to tell whether another one asks the same.
private struct Asked {
  let index: Int
  let draft: Draft
  let isKnown: Bool
  private let words: KeyWords
  private let answer: String
  private let isLong: Bool

  init(index: Int, draft: Draft, question: String, isKnown: Bool) {
    self.index = index
    self.draft = draft
    self.isKnown = isKnown
    words = KeyWords.of(question)
    answer = PlainWords.normalized(draft.answer)
    isLong = draft.answer.hasWords(5)
  }

  func asksTheSame(as other: Asked) -> Bool {
    let longer = max(words.count, other.words.count)
    // Most differ so much in their number of words already that these need not be held side by side.
    let isNear = Double(min(words.count, other.words.count)) >= 0.8 * Double(longer)
    return isNear && other.words.count > 0
      && Double(words.shared(with: other.words)) >= 0.8 * Double(longer)
      || holds(other) || other.holds(self)
  }

  /// Whether one answer is part of the other. A word or two may come back.
  private func holds(_ part: Asked) -> Bool {
    part.isLong && part.answer.utf8.count <= answer.utf8.count && answer.holds(part.answer)
      || draft.answer == part.draft.answer
  }

  /// Of an answer and a part of it the whole says more.
  func isBetter(than other: Asked) -> Bool {
    let gain = draft.answer.count > other.draft.answer.count && holds(other) ? 0.15 : 0
    return draft.score + gain > other.draft.score
  }
}
