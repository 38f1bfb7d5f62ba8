/// A sentence with gaps: `The ledger is [append-only] and owned by [billing].`
struct Cloze {
  /// The text between the gaps; one more than there are gaps.
  private(set) var between: [String] = []
  private(set) var gaps: [String] = []

  enum Problem: Error, Equatable {
    case noGap
    case neverClosed
    case tooLong
  }

  /// Each gap is a card that holds the whole sentence: more than this is no sentence, and grows with the square.
  static let mostGaps = 30
  static let longest = 20_000

  static let mark = "[…]"

  /// `\[` and `\]` are plain brackets, and so are those of links, images and code.
  init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    let characters = Array(text)
    var plain = ""
    var index = 0
    var fence: Int?
    while index < characters.count {
      let character = characters[index]
      if character == "`" {
        let run = Self.run(of: "`", at: index, in: characters)
        if fence == run {
          fence = nil
        } else if fence == nil, Self.hasRun(of: run, after: index + run, in: characters) {
          fence = run
        }
        plain += String(repeating: "`", count: run)
        index += run
        continue
      }
      if fence == nil, character == "\\", index + 1 < characters.count, "[]".contains(characters[index + 1]) {
        plain.append(characters[index + 1])
        index += 2
        continue
      }
      guard fence == nil, character == "[" else {
        plain.append(character)
        index += 1
        continue
      }
      guard let end = Self.end(of: index, in: characters) else { throw .neverClosed }
      let inner = Self.unescaped(characters[(index + 1)..<end])
      let isLink = end + 1 < characters.count && characters[end + 1] == "("
      let isFootnote = inner.hasPrefix("^")
      if isLink || isFootnote || inner.allSatisfy(\.isWhitespace) {
        plain += "[\(inner)]"
      } else {
        between.append(plain)
        gaps.append(inner.trimmed)
        plain = ""
      }
      index = end + 1
    }
    between.append(plain)
    if gaps.isEmpty { throw .noGap }
    if gaps.count > Self.mostGaps { throw .tooLong }
  }

  /// The sentence with one gap open and the others filled.
  func prompt(_ gap: Int) -> String {
    var text = between[0]
    for index in gaps.indices {
      text += index == gap ? Self.mark : gaps[index]
      text += between[index + 1]
    }
    return text
  }

  private static func run(of mark: Character, at start: Int, in characters: [Character]) -> Int {
    var end = start
    while end < characters.count, characters[end] == mark { end += 1 }
    return end - start
  }

  private static func hasRun(of length: Int, after start: Int, in characters: [Character]) -> Bool {
    var index = start
    while index < characters.count {
      guard characters[index] == "`" else {
        index += 1
        continue
      }
      let run = run(of: "`", at: index, in: characters)
      if run == length { return true }
      index += run
    }
    return false
  }

  private static func end(of start: Int, in characters: [Character]) -> Int? {
    var depth = 0
    var index = start
    while index < characters.count {
      switch characters[index] {
      case "\\": index += 1
      case "[": depth += 1
      case "]":
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func unescaped(_ characters: ArraySlice<Character>) -> String {
    var text = ""
    var isEscaped = false
    for character in characters {
      if isEscaped {
        if !"[]".contains(character) { text.append("\\") }
        text.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        text.append(character)
      }
    }
    return isEscaped ? text + "\\" : text
  }
}
