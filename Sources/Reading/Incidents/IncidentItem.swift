/// Words of a report without what is of no use on a card: ticket numbers, bare addresses, owners, ticks.
enum IncidentItem {
  /// Nil where nothing is left, or where what was taken away leaves a hole.
  static func cleaned(_ text: String, links: [Link] = []) -> String? {
    var text = text.onOneLine
    for link in links where isTicket(link.text) {
      if let place = text.place(of: "[\(link.text)]") ?? text.place(of: "(\(link.text))")
        ?? text.place(of: link.text)
      {
        text.replaceSubrange(place, with: " \u{1} ")
      }
    }
    if let owner = text.place(of: "Owner:") ?? text.place(of: "Assignee:") ?? text.place(of: "Due:") {
      text = String(text[..<owner.lowerBound])
    }
    var kept: [String] = []
    var isInBrackets = false
    for word in text.spacedWords.map(String.init) {
      if isTicketWord(word) {
        // "tracked in #12", "see https://…": without the number the sentence says nothing.
        if let last = kept.last, leading.contains(last.lowercased().filter(\.isLetter)) {
          if isInBrackets || kept.count > 5 { kept.removeLast() } else { return nil }
        }
        if word.hasPrefix("("), !word.hasSuffix(")") { kept.append("(") }
        if word.hasSuffix(")"), !word.hasPrefix("(") { kept.append(")") }
        if let end = word.last, ".;,".contains(end), !kept.isEmpty { kept[kept.count - 1] += String(end) }
        continue
      }
      if word.hasPrefix("(") { isInBrackets = true }
      if word.hasSuffix(")") || word.hasSuffix(").") { isInBrackets = false }
      kept.append(word)
    }
    var result = kept.joined(separator: " ")
    for hole in holes {
      while let place = result.place(of: hole) { result.replaceSubrange(place, with: " ") }
    }
    for (wrong, right) in [(" .", "."), (" ,", ","), ("( ", "("), (" )", ")"), ("  ", " ")] {
      while let place = result.place(of: wrong) { result.replaceSubrange(place, with: right) }
    }
    result = String(result.drop { "-–—*:•·,;. ".contains($0) || isTick($0) })
    for box in ["[ ]", "[x]", "[X]"] where result.hasPrefix(box) {
      result = String(result.dropFirst(3)).trimmed
    }
    while let last = result.last, "-–—:,; ".contains(last) || isTick(last) { result.removeLast() }
    for end in [" (DONE)", " (done)", " (Done)", " DONE"] where result.hasSuffix(end) {
      result = String(result.dropLast(end.count))
    }
    return result.isEmpty ? nil : result
  }

  private static let holes = [
    "(\u{1})", "[\u{1}]", "\u{1}", "()", "[]", "(PR)", "(PRs)", "(issue)", "(Issue)", "(see)", "(See)", "( )",
    "[ ]( )",
  ]

  private static let leading: Set<String> = [
    "in", "via", "at", "see", "by", "issue", "pr", "prs", "ticket", "raised", "tracked", "here", "with",
    "refer",
    "from", "under", "issues", "request", "on", "as",
  ]

  private static func isTick(_ sign: Character) -> Bool { "✅❌✔☑✓✗⚠🔴🟢🟡⏳🚧➡️️".contains(sign) }

  /// "Issue", "#12", "db#411": the name of a ticket, or words that only lead to one.
  static func isTicket(_ text: String) -> Bool {
    let plain = PlainWords.normalized(text)
    if text.holds("://") || text.isEmpty { return true }
    if tickets.contains(plain) { return true }
    let words = text.spacedWords
    return words.count <= 3 && words.contains { isTicketWord(String($0)) }
  }

  private static let tickets: Set<String> = [
    "issue", "pr", "pull request", "github issue", "link to github issue", "link", "ticket", "here",
    "this pr",
    "commit", "this issue", "thread", "slack thread", "timeline", "docs", "doc", "1", "2", "3", "mr",
    "merge request", "this commit", "this ticket", "card",
  ]

  private static func isTicketWord(_ word: String) -> Bool {
    if word == "\u{1}" { return false }
    if word.holds("://") { return true }
    let bare = word.filter { !"()[].,;:".contains($0) }
    guard let sign = bare.utf8.lastIndex(of: UInt8(ascii: "#")) else {
      // "ABC-1234"
      let parts = bare.utf8.split(separator: UInt8(ascii: "-"))
      return parts.count == 2 && (2...8).contains(parts[0].count) && (2...6).contains(parts[1].count)
        && parts[0].allSatisfy { (65...90).contains($0) } && parts[1].allSatisfy(\.isDigit)
        && !["UTF", "SHA", "ISO", "CVE", "RFC", "HTTP", "TLS"].contains(String(Substring(parts[0])))
    }
    let digits = bare.utf8[bare.utf8.index(after: sign)...]
    return !digits.isEmpty && digits.allSatisfy(\.isDigit)
  }

  /// It names who, and not what.
  static func isPersonal(_ text: String) -> Bool {
    text.hasPrefix("@") || text.holds(" @") || text.holds("(@")
  }
}
