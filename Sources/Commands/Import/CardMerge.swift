internal import Reading
internal import Recall
internal import Storage

/// A draft with all that its file and its place in the database add to it.
struct PlacedDraft {
  let draft: Draft
  let deck: Int
  let source: Int
  let tier: Tier
  let tags: [String]

  var fileText: FileText {
    FileText(text: CardText(prompt: draft.prompt, answer: draft.answer, tags: tags), tier: tier)
  }

  func newCard(num: Int, id: CardID) -> StoredCard {
    let file = fileText
    return StoredCard(
      num: num, id: id, deck: deck, source: source, line: draft.line, place: draft.place, section: num,
      kind: draft.kind, tier: tier, text: file.text, file: file, isGone: false, changed: nil)
  }
}

/// Brings together what a card was, what its owner made of it and what its file says now. See decision 0012.
enum CardMerge {
  enum Fate: Equatable {
    case unchanged, moved, updated
  }

  /// Field by field: where the file changed, the file is followed; where it did not, the owner's own change stays.
  static func merge(_ card: StoredCard, with placed: PlacedDraft, now: Int) -> (card: StoredCard, fate: Fate)
  {
    let said = card.file
    let says = placed.fileText
    var merged = card
    merged.file = says
    merged.kind = placed.draft.kind
    if says.text.prompt != said.text.prompt { merged.text.prompt = says.text.prompt }
    if says.text.answer != said.text.answer { merged.text.answer = says.text.answer }
    if says.tier != said.tier { merged.tier = says.tier }
    merged.text.tags.removeAll { said.text.tags.contains($0) && !says.text.tags.contains($0) }
    for tag in says.text.tags where !said.text.tags.contains(tag) && !merged.text.tags.contains(tag) {
      merged.text.tags.append(tag)
    }
    if Materiality.isMaterial(from: said.text.answer, to: says.text.answer) { merged.changed = now }
    merged.isGone = false
    merged.deck = placed.deck
    merged.source = placed.source
    merged.place = placed.draft.place
    merged.line = placed.draft.line

    let fate: Fate
    if says != said || card.isGone {
      fate = .updated
    } else if merged.place != card.place || merged.source != card.source || merged.deck != card.deck {
      fate = .moved
    } else {
      fate = .unchanged
    }
    return (merged, fate)
  }
}
