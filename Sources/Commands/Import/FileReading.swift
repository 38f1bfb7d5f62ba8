internal import Reading
internal import Recall
internal import Storage

/// One file of a batch, from its bytes to its cards.
struct FileReading {
  let path: String
  var source: Source?
  /// The path as it is kept.
  let storedPath: String
  let digest: Int
  let chosenDeck: String?
  let document: Document
  /// The cards that this file said before.
  var known: [StoredCard] = []
  /// For each draft the card that it is.
  var matches: [StoredCard?]

  /// Known cards that no draft has been found to be.
  var unmatched: [StoredCard] {
    let taken = Set(matches.compactMap { $0?.num })
    return known.filter { !taken.contains($0.num) }
  }

  /// What the cards that have been found say now.
  var settled: [Likeable] {
    matches.indices.compactMap { matches[$0] == nil ? nil : Likeable(document.drafts[$0]) }
  }

  /// Drafts that are no known card so far, by their index.
  var open: [Int] { matches.indices.filter { matches[$0] == nil } }
}

extension Likeable {
  init(_ card: StoredCard) {
    self.init(
      kind: card.kind, prompt: card.file.text.prompt, answer: card.file.text.answer, place: card.place,
      isGone: card.isGone)
  }
}
