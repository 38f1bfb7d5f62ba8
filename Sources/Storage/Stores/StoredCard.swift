package import Recall

/// A card as the tables hold it: what counts, beside what its file said last.
package struct StoredCard: Equatable, Sendable {
  package let num: Int
  package let id: CardID
  package var deck: Int
  package var source: Int
  package var line: Int
  package var place: [String]
  /// The lowest number among the cards that stand together: siblings share it.
  package var section: Int
  package var kind: CardKind
  package var tier: Tier
  package var text: CardText
  package var file: FileText
  package var isGone: Bool
  /// When its file last changed it materially, in milliseconds.
  package var changed: Int?

  package init(
    num: Int, id: CardID, deck: Int, source: Int, line: Int, place: [String], section: Int, kind: CardKind,
    tier: Tier, text: CardText, file: FileText, isGone: Bool, changed: Int?
  ) {
    self.num = num
    self.id = id
    self.deck = deck
    self.source = source
    self.line = line
    self.place = place
    self.section = section
    self.kind = kind
    self.tier = tier
    self.text = text
    self.file = file
    self.isGone = isGone
    self.changed = changed
  }

  /// What it is when nothing stands for it any more: it leaves its siblings, and is kept for its history.
  package var withdrawn: StoredCard {
    var card = self
    card.isGone = true
    card.section = num
    return card
  }
}

/// What a file says of a card.
package struct FileText: Equatable, Sendable {
  package var text: CardText
  package var tier: Tier

  package init(text: CardText, tier: Tier) {
    self.text = text
    self.tier = tier
  }
}

extension StoredCard {
  /// The key by which the same text of the same kind is found again in another file.
  package static func contentKey(_ kind: CardKind, prompt: String, answer: String) -> Int {
    var hash = StableHash()
    hash.combine(kind.rawValue)
    hash.combine(prompt)
    hash.combine(answer)
    return Int(truncatingIfNeeded: hash.mixed)
  }

  static let columns = """
    num, id, deck, source, line, place, section, kind, tier, tags, prompt, answer, file_prompt, file_answer,
    file_tier, file_tags, gone, changed
    """

  static func read(_ row: borrowing Statement) -> StoredCard {
    let text = CardText(prompt: row.text(10), answer: row.text(11), tags: Tags.split(row.text(9)))
    return StoredCard(
      num: row.int(0), id: CardID(stored: row.text(1)), deck: row.int(2), source: row.int(3),
      line: row.int(4),
      place: Place.split(row.text(5)), section: row.int(6),
      kind: CardKind(rawValue: row.text(7)) ?? .question,
      tier: Tier(rank: row.int(8)) ?? .repeatable, text: text,
      file: FileText(
        text: CardText(
          prompt: row.optionalText(12) ?? text.prompt, answer: row.optionalText(13) ?? text.answer,
          tags: Tags.split(row.text(15))),
        tier: Tier(rank: row.int(14)) ?? .repeatable),
      isGone: row.bool(16), changed: row.optionalInt(17))
  }

  var values: [Value] {
    [
      .int(num), .text(id.text), .int(deck), .int(source), .int(line), .text(Place.join(place)),
      .int(section),
      .text(kind.rawValue), .int(tier.rank), .text(Tags.join(text.tags)), .text(text.prompt),
      .text(text.answer),
      Value(file.text.prompt == text.prompt ? nil : file.text.prompt),
      Value(file.text.answer == text.answer ? nil : file.text.answer), .int(file.tier.rank),
      .text(Tags.join(file.text.tags)), Value(isGone), Value(changed),
      .int(Self.contentKey(kind, prompt: file.text.prompt, answer: file.text.answer)),
    ]
  }
}

/// Headings in one column, with a separator that no heading can hold.
enum Place {
  private static let separator: Character = "\u{1f}"

  static func join(_ headings: [String]) -> String { headings.joined(separator: String(separator)) }
  static func split(_ text: String) -> [String] { text.split(separator: separator).map(String.init) }
}

/// Tags hold no spaces, so that one column and the word index can both keep them.
enum Tags {
  static func join(_ tags: [String]) -> String { tags.joined(separator: " ") }
  static func split(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
