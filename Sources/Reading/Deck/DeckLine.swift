/// What a line of a deck file is, by its own look. Reader and writer share this, so that what is written is
/// read back as it was.
enum DeckLine: Equatable {
  case question
  case answer
  case cloze
  case heading(level: Int)
  case rule
  /// A line of `=`: the line above it is a heading.
  case underline
  case fence(mark: UInt8, length: Int, hasInfo: Bool)
  case comment
  case blank
  case text

  /// `body` begins behind a marker or a heading's signs, or at the first letter.
  static func classify(_ line: ArraySlice<UInt8>) -> (kind: DeckLine, body: Int) {
    var start = line.startIndex
    var indent = 0
    while start < line.endIndex, line[start] == space || line[start] == tab {
      indent += line[start] == tab ? 4 : 1
      start += 1
    }
    guard start < line.endIndex else { return (.blank, start) }
    let first = line[start]
    if first == backtick || first == tilde, let fence = fence(line[start...]) { return (fence, start) }
    // Four spaces make a code block: nothing in there is a sign.
    guard indent < 4 else { return (.text, start) }

    switch first {
    case UInt8(ascii: "Q"), UInt8(ascii: "A"), UInt8(ascii: "C"):
      let colon = start + 1
      guard colon < line.endIndex, line[colon] == UInt8(ascii: ":") else { return (.text, start) }
      let isEnd = colon + 1 == line.endIndex
      let next = isEnd ? space : line[colon + 1]
      if first == UInt8(ascii: "C") {
        // `C:\Users` and `C://` are paths.
        return next == space || next == tab ? (.cloze, colon + 1) : (.text, start)
      }
      guard next != UInt8(ascii: "/"), next != backslash else { return (.text, start) }
      return (first == UInt8(ascii: "Q") ? .question : .answer, colon + 1)
    case UInt8(ascii: "#"):
      var end = start
      while end < line.endIndex, line[end] == first { end += 1 }
      let level = end - start
      guard level <= 6, end == line.endIndex || line[end] == space || line[end] == tab else {
        return (.text, start)
      }
      return (.heading(level: level), end)
    case UInt8(ascii: "-"): return (isRun(line[start...], of: first, atLeast: 3) ? .rule : .text, start)
    case UInt8(ascii: "="): return (isRun(line[start...], of: first, atLeast: 1) ? .underline : .text, start)
    case UInt8(ascii: "<"):
      return (line[start...].starts(with: Array("<!--".utf8)) ? .comment : .text, start)
    default: return (.text, start)
    }
  }

  /// A marker behind a list sign, in bold or in a small letter: meant as one, and none.
  static func resemblesMarker(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first != tab, line.count < 4 || line.prefix(4).contains(where: { $0 != space }) else {
      return false
    }
    let body = line.drop { byte in
      switch byte {
      case space, tab, UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard let letter = body.first?.small, letter == UInt8(ascii: "q") || letter == UInt8(ascii: "a") else {
      return false
    }
    let rest = body.dropFirst().drop { $0 == space || $0 == UInt8(ascii: "*") }
    return rest.first == UInt8(ascii: ":")
      && (rest.dropFirst().first.map { $0 == space || $0 == UInt8(ascii: "*") } ?? true)
  }

  private static func fence(_ line: ArraySlice<UInt8>) -> DeckLine? {
    let mark = line[line.startIndex]
    let rest = line.drop { $0 == mark }
    let length = line.count - rest.count
    guard length >= 3 else { return nil }
    // Backticks behind backticks are code within a line.
    if mark == backtick, rest.contains(backtick) { return nil }
    return .fence(mark: mark, length: length, hasInfo: rest.contains { $0 != space && $0 != tab })
  }

  private static func isRun(_ line: ArraySlice<UInt8>, of byte: UInt8, atLeast count: Int) -> Bool {
    let rest = line.drop { $0 == byte }
    return line.count - rest.count >= count && rest.allSatisfy { $0 == space || $0 == tab }
  }
}

let space = UInt8(ascii: " ")
let tab = UInt8(ascii: "\t")
let backtick = UInt8(ascii: "`")
let tilde = UInt8(ascii: "~")
let backslash = UInt8(ascii: "\\")

/// Whether a line is inside a code block between fences.
struct FenceTracker {
  private var open: (mark: UInt8, length: Int)?

  var isOpen: Bool { open != nil }

  /// Takes the next line. True when it belongs to a fenced block, the fences themselves included.
  mutating func take(_ kind: DeckLine) -> Bool {
    guard case .fence(let mark, let length, let hasInfo) = kind else { return isOpen }
    if let current = open {
      if mark == current.mark, length >= current.length, !hasInfo { open = nil }
    } else {
      open = (mark, length)
    }
    return true
  }
}
