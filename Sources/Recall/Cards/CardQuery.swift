/// What a person looks for among their cards: `deck:shop is:due outbox -kafka "exactly this"`.
package struct CardQuery: Equatable, Sendable {
  package enum Condition: Equatable, Sendable {
    case deck(String)
    case kind(CardKind)
    case tier(Tier)
    case tag(String)
    case source(String)
    case standing(Standing)
    /// A word, by its beginning.
    case word(String)
    case phrase(String)
  }

  package enum Standing: String, CaseIterable, Sendable {
    case due, new, leech, suspended, retired, stale, learning, mature
  }

  package struct Term: Equatable, Sendable {
    package let condition: Condition
    package let isNegated: Bool

    package init(condition: Condition, isNegated: Bool) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  package let terms: [Term]

  package init(terms: [Term]) {
    self.terms = terms
  }

  /// Retired cards are left out unless they are asked for.
  package var includesRetired: Bool {
    terms.contains { $0.condition == .standing(.retired) && !$0.isNegated }
  }

  package struct Problem: Error, Equatable {
    package let message: String
    /// Words that would have been understood in this place.
    package let allowed: [String]
    package let given: String
  }

  package init(parsing words: [String]) throws(Problem) {
    var terms: [Term] = []
    for piece in Self.pieces(words.joined(separator: " ")) {
      var text = piece.text
      let isNegated = !piece.isQuoted && text.count > 1 && text.hasPrefix("-")
      if isNegated { text.removeFirst() }
      let condition = try Self.condition(text, isQuoted: piece.isQuoted)
      terms.append(Term(condition: condition, isNegated: isNegated))
    }
    self.init(terms: terms)
  }

  private static let fields = ["deck", "kind", "tier", "tag", "is", "source"]

  private static func condition(_ text: String, isQuoted: Bool) throws(Problem) -> Condition {
    guard !isQuoted, let colon = text.firstIndex(of: ":") else {
      return isQuoted ? .phrase(text) : .word(text)
    }
    let field = String(text[..<colon])
    let value = String(text[text.index(after: colon)...])
    func unknown(_ what: String, _ allowed: [String]) -> Problem {
      Problem(message: "\(what) \"\(value)\" in \"\(text)\"", allowed: allowed, given: value)
    }
    guard fields.contains(field) else {
      guard looksLikeField(field, value) else { return .phrase(text) }
      throw Problem(
        message: "no field \"\(field):\"; as words to look for it needs quotation marks of its own",
        allowed: fields, given: field)
    }
    guard !value.isEmpty else {
      throw Problem(message: "nothing after \"\(field):\"", allowed: [], given: "")
    }
    switch field {
    case "deck": return .deck(value)
    case "tag": return .tag(value)
    case "source": return .source(value)
    case "kind":
      guard let kind = CardKind(rawValue: value) else {
        throw unknown("no kind", CardKind.allCases.map(\.rawValue))
      }
      return .kind(kind)
    case "tier":
      guard let tier = Tier(rawValue: value) else { throw unknown("no tier", Tier.allCases.map(\.rawValue)) }
      return .tier(tier)
    default:
      guard let standing = Standing(rawValue: value) else {
        throw unknown("no state", Standing.allCases.map(\.rawValue))
      }
      return .standing(standing)
    }
  }

  /// `foo:bar` is meant as a field. `10:30`, `std::vector`, `http://…` and `TODO:` are words of a text.
  private static func looksLikeField(_ field: String, _ value: String) -> Bool {
    guard !field.isEmpty, field.allSatisfy(\.isLetter), !value.hasPrefix(":"), !value.hasPrefix("/") else {
      return false
    }
    let isSlip = fields.contains { editDistance(Array(field.utf8), Array($0.utf8), atMost: 1) != nil }
    return !value.isEmpty || isSlip && field.utf8.count > 2
  }

  private struct Piece {
    var text = ""
    var isQuoted = false
  }

  /// Splits at spaces; quotes hold words together, also behind a field: `deck:"two words"`.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = Piece()
    var inQuotes = false
    func finish(_ piece: inout Piece) {
      if !piece.text.isEmpty { pieces.append(piece) }
      piece = Piece()
    }
    for character in text {
      if character == "\"" {
        if !inQuotes, current.text.isEmpty { current.isQuoted = true }
        inQuotes.toggle()
        if !inQuotes, current.isQuoted { finish(&current) }
      } else if character.isWhitespace, !inQuotes {
        finish(&current)
      } else {
        current.text.append(character)
      }
    }
    finish(&current)
    return pieces
  }
}
