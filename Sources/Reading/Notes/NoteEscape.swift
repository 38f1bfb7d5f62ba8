/// A person's words below a heading: none of their lines may begin a section, a comment or a code block without end.
enum NoteEscape {
  static func protected(_ text: String) -> String {
    var fences = FenceTracker()
    var result: [String] = []
    var opener = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      let wasOpen = fences.isOpen
      if fences.take(kind) {
        if !wasOpen { opener = line }
        result.append(line)
      } else {
        result.append(escaped(line))
      }
    }
    if fences.isOpen { result.append(String(opener.drop { $0 == " " }.prefix { $0 == "`" || $0 == "~" })) }
    return result.joined(separator: "\n")
  }

  /// Whether a code block goes on behind it.
  static func leavesCodeOpen(_ text: some StringProtocol) -> Bool {
    var fences = FenceTracker()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      _ = fences.take(DeckLine.classify(Array(line.utf8)[...]).kind)
    }
    return fences.isOpen
  }

  static func removed(_ line: String) -> String {
    let body = line.drop { $0 == " " }
    guard body.first == "\\", needs(line) else { return line }
    return line[..<body.startIndex] + String(body.dropFirst())
  }

  /// Four spaces make a code block: nothing in there is a sign.
  private static func needs(_ line: String) -> Bool {
    let body = line.drop { $0 == " " }
    return line.utf8.count - body.utf8.count < 4 && isMeaningful(body.drop { $0 == "\\" })
  }

  /// One line, so that it begins nothing.
  static func escaped(_ line: String) -> String {
    guard needs(line) else { return line }
    let body = line.drop { $0 == " " }
    return line[..<body.startIndex] + "\\" + body
  }

  /// What would be a heading, a line under one, or a comment. A list's `-` is none of these.
  private static func isMeaningful(_ body: Substring) -> Bool {
    if body.hasPrefix("#") || body.hasPrefix("<!--") { return true }
    guard let sign = body.first, sign == "-" || sign == "=" || sign == "*" || sign == "_" else {
      return false
    }
    let row = body.filter { !$0.isWhitespace }
    return row.allSatisfy { $0 == sign } && (sign == "=" || row.count >= 2)
  }
}
