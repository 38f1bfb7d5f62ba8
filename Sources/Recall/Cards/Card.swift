/// Where a card was read from.
package struct CardSource: Equatable, Sendable {
  /// Relative to the project's root where it lies below it, absolute elsewhere.
  package let path: String
  package let line: Int
  /// The root that a relative path starts from.
  package let root: String?

  package init(path: String, line: Int, root: String?) {
    self.path = path
    self.line = line
    self.root = root
  }

  package var absolutePath: String {
    guard !path.hasPrefix("/"), let root else { return path }
    return root == "/" ? "/\(path)" : "\(root)/\(path)"
  }
}

/// A card as a person sees it, with its schedule.
package struct Card: Equatable, Sendable {
  package let id: CardID
  package let deck: String
  package let kind: CardKind
  package let tier: Tier
  package let text: CardText
  package let source: CardSource
  /// The headings that it stands under, outermost first.
  package let place: [String]
  package let schedule: Schedule
  /// Its file says it no longer.
  package let isGone: Bool
  /// Its text in the file changed materially since it was answered last.
  package let isStale: Bool

  package init(
    id: CardID, deck: String, kind: CardKind, tier: Tier, text: CardText, source: CardSource, place: [String],
    schedule: Schedule, isGone: Bool, isStale: Bool
  ) {
    self.id = id
    self.deck = deck
    self.kind = kind
    self.tier = tier
    self.text = text
    self.source = source
    self.place = place
    self.schedule = schedule
    self.isGone = isGone
    self.isStale = isStale
  }

  package var state: CardState {
    let state = schedule.state(isGone: isGone)
    // A question that nobody can answer yet is not known, however long it has been open.
    return kind == .open && state == .mature ? .learning : state
  }
}
