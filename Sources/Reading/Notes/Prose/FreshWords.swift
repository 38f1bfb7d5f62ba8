internal import Recall

/// What an answer tells that nobody could have told from the question.
///
/// A name says its own meaning as often as not: `preview.` "serves the preview environment", `short_form_name` "the
/// shortformname". So names are taken apart, and words are the same that begin the same.
struct FreshWords {
  /// A part of a name or a word, in lower case, with its key word, which is compared a lot.
  private struct Piece {
    let text: String
    let key: UInt64

    init(_ text: String) {
      self.text = text
      key = KeyWords.key(of: text)
    }
  }

  private let known: [Piece]

  /// What stands in the question and around it.
  init(besides texts: [String]) {
    var known: [Piece] = []
    for text in texts {
      Self.pieces(text) { piece in
        if !known.contains(where: { $0.text == piece }) { known.append(Piece(piece)) }
        return true
      }
    }
    self.known = known
  }

  /// How many telling words of an answer are new, each counted once; no more than somebody wants to know of.
  func count(in answer: String, upTo most: Int = .max) -> Int {
    var counted: [Piece] = []
    Self.pieces(answer) { text in
      let piece = Piece(text)
      if Self.tells(piece), !isKnown(piece), !counted.contains(where: { Self.isTheSame($0, piece) }) {
        counted.append(piece)
      }
      return counted.count < most
    }
    return counted.count
  }

  private static func tells(_ piece: Piece) -> Bool {
    piece.text.utf8.first?.isDigit == true || decisive.contains(piece.text)
      || piece.key != 0 && !filling.contains(piece.text)
  }

  private func isKnown(_ piece: Piece) -> Bool {
    if known.contains(where: { Self.isTheSame($0, piece) }) { return true }
    // "shortformname" is three words that were not set apart.
    guard piece.text.utf8.count > 5 else { return false }
    var rest = piece.text
    for part in known where part.text.utf8.count > 2 && rest.utf8.count >= part.text.utf8.count {
      if let place = rest.place(of: part.text) { rest.removeSubrange(place) }
    }
    return rest.utf8.count <= 2
  }

  private static func isTheSame(_ one: Piece, _ other: Piece) -> Bool {
    guard one.text.utf8.first == other.text.utf8.first else { return false }
    if one.text == other.text { return true }
    let shorter = min(one.text.utf8.count, other.text.utf8.count)
    guard shorter > 2 else { return false }
    let shared = zip(one.text.utf8, other.text.utf8).prefix { $0 == $1 }.count
    if shared == shorter, shorter > 3 { return true }
    return shared >= 5 && shared >= shorter - 2 || one.key != 0 && one.key == other.key
  }

  /// "TooltipStep", "tooltip_step" and "tooltip-step" are two words each. Until nobody wants more of them.
  private static func pieces(_ text: String, _ body: (String) -> Bool) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      for index in 0...bytes.count {
        let isWord = index < bytes.count && (bytes[index].isWordly || bytes[index] >= 128)
        let isTurn =
          isWord && index > start && bytes[index - 1].isSmallLetter && (65...90).contains(bytes[index])
        guard !isWord || isTurn else { continue }
        if index > start {
          let piece = String(decoding: bytes[start..<index], as: UTF8.self)
          let isSmall = bytes[start..<index].allSatisfy { $0.isSmallLetter || $0.isDigit }
          if !body(isSmall ? piece : piece.lowercased()) { return }
        }
        start = isTurn ? index : index + 1
      }
    }
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
    "avoid", "prevent", "order", "area", "enhanced", "improved", "better", "capabilities",
    "capability", "functionality", "features", "additional",
  ]
}
