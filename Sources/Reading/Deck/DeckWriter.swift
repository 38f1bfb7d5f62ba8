/// Writes a card the way `DeckReader` reads it.
package enum DeckWriter {
  package static func card(prompt: String, answer: String) -> String {
    "Q: \(protected(prompt))\nA: \(protected(answer))\n"
  }

  /// Text whose lines cannot be taken for a marker, a heading, a rule or an open code block.
  private static func protected(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let unclosed = unclosedFences(lines)
    var fences = FenceTracker()
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      if unclosed.contains(index) {
        // Behind the marker nothing is unescaped, so an escape stands in a line of its own.
        if index == 0 { result.append("") }
        result.append(DeckEscape.added(line))
      } else if fences.take(kind) || index == 0 || kind == .blank {
        result.append(line)
      } else if kind == .text {
        result.append(DeckEscape.isEscaped(line) ? DeckEscape.added(line) : line)
      } else {
        result.append(DeckEscape.added(line))
      }
    }
    return result.joined(separator: "\n")
  }

  /// Without the one that is never closed, another may be: all that have to lose their meaning.
  private static func unclosedFences(_ lines: [String]) -> Set<Int> {
    let kinds = lines.map { DeckLine.classify(Array($0.utf8)[...]).kind }
    var unclosed: Set<Int> = []
    while true {
      var fences = FenceTracker()
      var opened: Int?
      for (index, kind) in kinds.enumerated() where !unclosed.contains(index) {
        let wasOpen = fences.isOpen
        _ = fences.take(kind)
        if fences.isOpen, !wasOpen { opened = index }
      }
      guard fences.isOpen, let opened else { return unclosed }
      unclosed.insert(opened)
    }
  }
}

/// A backslash that takes a line's first sign its meaning, as in Markdown; between letter and colon of a marker.
enum DeckEscape {
  static func added(_ line: String) -> String {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let indent = line[..<body.startIndex]
    if isMarker(body) {
      return indent + String(body.prefix(1)) + "\\" + String(body.dropFirst())
    }
    return indent + "\\" + body
  }

  static func removed(_ line: String) -> String {
    guard isEscaped(line), let slash = line.firstIndex(of: "\\") else { return line }
    var result = line
    result.remove(at: slash)
    return result
  }

  /// Whether reading takes a backslash away from this line. An indented code block is left as it is; a fence
  /// counts at any depth, as it does in a list.
  static func isEscaped(_ line: String) -> Bool {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let isIndented = line[..<body.startIndex].contains("\t") || line.utf8.count - body.utf8.count >= 4
    if body.first == "\\" {
      let next = body.drop { $0 == "\\" }
      if ["```", "~~~"].contains(where: { next.hasPrefix($0) }) { return true }
      return !isIndented && ["#", "---", "<!--", "="].contains { next.hasPrefix($0) }
    }
    guard !isIndented, let letter = body.first, "QAC".contains(letter) else { return false }
    let slashes = body.dropFirst().prefix { $0 == "\\" }
    return !slashes.isEmpty && body.dropFirst(1 + slashes.count).first == ":"
  }

  private static func isMarker(_ body: Substring) -> Bool {
    guard let letter = body.first, "QAC".contains(letter) else { return false }
    return body.dropFirst().drop { $0 == "\\" }.first == ":"
  }
}
