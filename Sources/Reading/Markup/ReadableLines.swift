/// The part of a text that the Markdown library is given: all of it but for lines that no person wrote. The library is
/// fast on text, and slow or greedy on what only looks like it.
enum ReadableLines {
  /// A line longer than this is data.
  private static let longestLine = 200_000
  /// So many columns no table has that was written by hand.
  private static let mostColumns = 200
  /// Nothing that one person wrote down as one document is longer.
  private static let mostBytes = 4 << 20

  static func pieces(of text: SourceText, without left: Range<Int>, _ findings: inout [Finding]) -> [Range<
    Int
  >] {
    var pieces: [Range<Int>] = []
    var start = 0
    var end = text.bytes.count
    var told: [String: (line: Int, count: Int)] = [:]
    for (number, line) in text.lines.enumerated() {
      if line.upperBound > mostBytes, line.count <= longestLine {
        findings.append(
          Finding(line: number + 1, message: "more than \(mostBytes >> 20) MB; the rest was left out"))
        end = line.lowerBound
        break
      }
      let problem: String
      if left.contains(number) || isDirective(text.bytes[line]) {
        problem = ""
      } else if line.count > longestLine {
        problem = "a line of \(line.count / 1000) KB; it was left out"
      } else if opensTooMuch(text.bytes[line]) {
        problem = "nested more than \(MarkdownBlocks.deepest) deep; the line was left out"
      } else if line.count > mostColumns,
        text.bytes[line].count(where: { $0 == UInt8(ascii: "|") }) > mostColumns
      {
        problem = "a table of more than \(mostColumns) columns; the line was left out"
      } else {
        continue
      }
      if !problem.isEmpty { told[problem, default: (number + 1, 0)].count += 1 }
      if start < line.lowerBound { pieces.append(start..<line.lowerBound) }
      // Its end stays, so that the numbers of the lines do.
      start = line.upperBound
    }
    if start < end { pieces.append(start..<end) }
    // Once each, where it begins.
    findings += told.sorted { $0.value.line < $1.value.line }.prefix(20).map { problem, place in
      let more = place.count > 1 ? ", and \(place.count - 1) more like it" : ""
      return Finding(line: place.line, message: problem + more)
    }
    return pieces
  }

  /// `{% hint %}` and `:::note` tell a site's builder what to do with the lines between them.
  private static func isDirective(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = line.firstIndex(where: { !$0.isBlank }) else { return false }
    switch line[start] {
    case UInt8(ascii: "{"):
      guard line[start...].starts(with: "{%".utf8), let end = line.lastIndex(where: { !$0.isBlank }) else {
        return false
      }
      return end > start + 2 && line[end] == UInt8(ascii: "}") && line[end - 1] == UInt8(ascii: "%")
        && line[start...end].count(where: { $0 == UInt8(ascii: "%") }) == 2
    case UInt8(ascii: ":"): return line[start...].starts(with: ":::".utf8)
    default: return false
    }
  }

  /// Quotes and lists that one line opens in each other: each would cost the library a level.
  private static func opensTooMuch(_ line: ArraySlice<UInt8>) -> Bool {
    let deepest = MarkdownBlocks.deepest
    guard line.count > deepest else { return false }
    var depth = 0
    var indent = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): depth += 1
      case UInt8(ascii: " "), 9: indent += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"): continue
      default: return indent > 800 || depth > deepest && !isRule(line)
      }
    }
    return (depth > deepest || indent > 800) && !isRule(line)
  }

  /// A line of nothing but dashes or stars is a rule, or half a table, however long.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let sign = line.first(where: { $0 != 32 }) else { return true }
    return sign != UInt8(ascii: ">") && line.allSatisfy { $0 == sign }
  }
}
