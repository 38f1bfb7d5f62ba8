internal import Recall

/// What an answer tells that nobody could have told from the question.
///
/// A name says its own meaning as often as not: `preview.` "serves the preview environment", `short_form_name` "the
/// shortformname". So names are taken apart, and words are the same that begin the same.
struct FreshWords {
  private let known: [String]

  /// What stands in the question and around it.
  init(besides texts: [String]) {
    var known: [String] = []
    for piece in texts.lazy.flatMap(Self.pieces) where !known.contains(piece) { known.append(piece) }
    self.known = known
  }

  /// How many telling words of an answer are new, each counted once.
  func count(in answer: String) -> Int {
    var counted: [String] = []
    for piece in Self.pieces(answer) where Self.tells(piece) && !isKnown(piece) {
      if !counted.contains(where: { Self.isTheSame($0, piece) }) { counted.append(piece) }
    }
    return counted.count
  }

  private static func tells(_ piece: String) -> Bool {
    piece.utf8.first?.isDigit == true || decisive.contains(piece)
      || !filling.contains(piece) && !KeyWords.of(piece).isEmpty
  }

  private func isKnown(_ piece: String) -> Bool {
    if known.contains(where: { Self.isTheSame($0, piece) }) { return true }
    // "shortformname" is three words that were not set apart.
    var rest = piece
    for part in known where part.utf8.count > 2 && rest.utf8.count >= part.utf8.count {
      if let place = rest.place(of: part) { rest.removeSubrange(place) }
    }
    return rest.utf8.count <= 2 && rest != piece
  }

  private static func isTheSame(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let shorter = min(one.utf8.count, other.utf8.count)
    guard shorter > 2, one.utf8.first == other.utf8.first else { return false }
    let shared = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    if shared == shorter, shorter > 3 { return true }
    return shared >= 5 && shared >= shorter - 2 || KeyWords.of(one).shared(with: KeyWords.of(other)) > 0
  }

  /// "TooltipStep", "tooltip_step" and "tooltip-step" are two words each.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var wasSmall = false
    for character in text {
      if !character.isLetter && !character.isNumber || wasSmall && character.isUppercase {
        if !piece.isEmpty { pieces.append(piece.lowercased()) }
        piece = ""
      }
      if character.isLetter || character.isNumber { piece.append(character) }
      wasSmall = character.isLowercase
    }
    return piece.isEmpty ? pieces : pieces + [piece.lowercased()]
  }

  /// "The answer is no."
  private static let decisive: Set<String> = ["no", "nothing", "never", "none", "not", "only"]

  /// They stand in every description, and describe nothing.
  private static let filling: Set<String> = [
    "main", "core", "part", "parts", "kind", "type", "sort", "thing", "things", "version", "various",
    "several", "many", "some", "certain", "different", "important", "optional", "required", "needed",
    "string", "integer", "int", "boolean", "bool", "stuff", "general", "specific", "related",
    "based", "responsibility", "something", "own", "information", "next", "way", "ones",
    "serves", "routes", "manages", "handles", "handling", "contains", "includes", "provides", "stores",
    "holds", "defines", "represents", "describes", "specifies", "limits", "term", "get", "even", "distinct",
    "area", "enhanced", "improved", "better", "capabilities",
    "capability", "functionality", "features", "additional",
  ]
}
