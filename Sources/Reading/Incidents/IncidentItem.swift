/// Words of a report without what is of no use on a card: ticket numbers, bare addresses, owners, ticks.
enum IncidentItem {
  /// Nil where nothing is left, or where what was taken away leaves a hole. What stands in the middle of a sentence
  /// stays: without it the words would be somebody else's.
  static func cleaned(_ text: String, links: [Link] = []) -> String? {
    var text = text.onOneLine
    for link in links where isTicket(link.text) {
      for name in ["([\(link.text)])", "[[\(link.text)]]", "[\(link.text)]", "(\(link.text))"] {
        if let place = text.place(of: name) { text.replaceSubrange(place, with: " ") }
      }
    }
    for link in links { text = withoutGlued(link.text, text) }
    // "… each night - board": only where it is tracked.
    for link in links where !link.text.isEmpty && link.text.wordCount <= 2 {
      for sign in [" - ", " – ", " — "] where text.hasSuffix(sign + link.text) {
        text = String(text.dropLast(sign.count + link.text.count))
      }
    }
    var isCut = false
    for link in links where isTicket(link.text) && !link.text.isEmpty {
      for end in [" \(link.text).", " \(link.text)"] where text.hasSuffix(end) {
        text = String(text.dropLast(end.count)) + (end.hasSuffix(".") && !text.hasSuffix("..") ? "." : "")
        isCut = true
      }
    }
    for label in ["Owner:", "Assignee:", "Due:", "(owner:", "(assignee:", "(due:"] {
      guard let place = text.place(of: label) else { continue }
      text = String(text[..<place.lowerBound]).trimmed
      if text.hasSuffix("(") || text.hasSuffix("[") { text = String(text.dropLast()).trimmed }
    }
    var words = withoutTicketsInBrackets(withoutState(text.spacedWords.map(String.init)))
    // "Pending: add …", "**TODO**: add …": how far it is.
    while words.count > 3, words[0].hasSuffix(":"), states.contains(words[0].filter(\.isLetter).lowercased())
    {
      words.removeFirst()
    }
    if let first = words.first, first.hasSuffix(":"), isTicketWord(first) { words.removeFirst() }
    // "(KM) The old name …": who said so.
    if let first = words.first, words.count > 3, first.hasPrefix("("), first.hasSuffix(")"),
      (4...5).contains(first.utf8.count), first.dropFirst().dropLast().allSatisfy(\.isUppercase)
    {
      words.removeFirst()
    }
    let names = Set(links.filter { isTicket($0.text) && $0.text.wordCount == 1 }.map { bare($0.text) })
    while let last = words.last, isTicketWord(last) || names.contains(bare(last)) && words.count > 4 {
      words.removeLast()
      isCut = true
    }
    while isCut, let last = words.last, leading.contains(last.lowercased().filter(\.isLetter)) {
      words.removeLast()
    }
    if words.allSatisfy({ names.contains(bare($0)) || leading.contains(bare($0)) || isTicketWord($0) }) {
      return nil
    }
    // "It is tracked in": what the number said is gone.
    if isCut, words.count < 4 { return nil }
    guard !words.contains(where: { $0.holds("://") }) else { return nil }
    var result = words.joined(separator: " ").replacing(" , ", with: ", ")
    if result.hasSuffix(" .") || result.hasSuffix(":.") { result = String(result.dropLast(2)) + "." }
    result = String(result.drop { "-–—*:•·,;. ".contains($0) && !result.hasPrefix(".NET") || isTick($0) })
    for box in ["[ ]", "[x]", "[X]"] where result.hasPrefix(box) {
      result = String(result.dropFirst(3)).trimmed
    }
    while let last = result.last, "-–—,; ".contains(last) || isTick(last) { result.removeLast() }
    result = withoutRemark(withoutState(result.spacedWords.map(String.init)).joined(separator: " "))
    return result.isEmpty ? nil : result
  }

  /// "… to 30 days - done", "… (resolved)", "DONE": how far it is. As a verb the word stands behind no sign.
  private static func withoutState(_ words: [String]) -> [String] {
    var words = words
    while words.count > 2, let last = words.last {
      let bare = last.filter(\.isLetter).lowercased()
      let isSet =
        last.hasPrefix("(") || last == last.uppercased() || ["-", "–", "—"].contains(words[words.count - 2])
      guard states.contains(bare), isSet, last.contains(where: \.isLetter) else { return words }
      words.removeLast()
      while let sign = words.last, ["-", "–", "—"].contains(sign) { words.removeLast() }
    }
    return words
  }

  /// "… - this has already been done", "… (issue created)".
  private static func withoutRemark(_ text: String) -> String {
    let words = text.spacedWords
    let start = words.lastIndex { ["-", "–", "—"].contains($0) || $0.hasPrefix("(") }
    guard let start, start >= 3, words.count - start <= 9 else { return text }
    let rest = words[start...].joined(separator: " ")
    if remarks.begins(IncidentWords.plain(rest)) { return words[..<start].joined(separator: " ") }
    return text
  }

  private static let remarks = IncidentWords.list(
    """
    this has already|this has been|already done|has been done|done|issue created|ticket created|ticket raised|
    issue raised|in progress|work in progress|pr open|pr raised|monitoring done|currently blocking|currently blocked
    """)

  private static let states: Set<String> = [
    "done", "resolved", "completed", "ongoing", "open", "closed", "todo", "merged", "pending", "doing", "wip",
    "erledigt", "fait",
    "hecho", "feito",
  ]

  /// "60Gi[PR #105](…)": the name of a ticket that was set behind a word without a space is no part of that.
  private static func withoutGlued(_ name: String, _ text: String) -> String {
    guard isTicket(name), let first = name.first, first.isUppercase || "#[(".contains(first),
      let place = text.place(of: name), place.lowerBound > text.startIndex
    else { return text }
    let before = text[text.index(before: place.lowerBound)]
    let isEnd = place.upperBound == text.endIndex || !text[place.upperBound].isLetter
    guard before.isLowercase || before.isNumber || ".)`".contains(before), isEnd else { return text }
    return String(text[..<place.lowerBound]) + text[place.upperBound...]
  }

  private static func bare(_ word: String) -> String { word.filter { !"()[].,;:".contains($0) }.lowercased() }

  /// "(#12)", "(PR #12, ABC-7)", "(https://…)": nothing in the brackets but where it is tracked.
  private static func withoutTicketsInBrackets(_ words: [String]) -> [String] {
    var result: [String] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      guard word.hasPrefix("(") || word.hasPrefix("["),
        let end = words[index...].firstIndex(where: { $0.contains(")") || $0.contains("]") }), end - index < 8
      else {
        result.append(word)
        index += 1
        continue
      }
      let inside = words[index...end]
      let isTracking =
        inside.contains(where: isTicketWord) || inside.contains { $0 == "()" || $0 == "[]" || $0 == "()." }
      let others = inside.count { !isTicketWord($0) && !leading.contains(bare($0)) && !bare($0).isEmpty }
      if isTracking, others <= 2 {
        if let sign = words[end].last, ".;,:".contains(sign), !result.isEmpty {
          result[result.count - 1].append(sign)
        }
      } else {
        result += inside
      }
      index = end + 1
    }
    return result
  }

  private static let leading: Set<String> = [
    "in", "via", "at", "see", "by", "issue", "pr", "prs", "ticket", "raised", "tracked", "here", "with",
    "refer",
    "from", "under", "issues", "request", "on", "as", "to", "related", "blocking", "currently", "the", "pull",
    "for",
    "and", "fixed", "github", "an", "through", "using", "visiting", "over",
  ]

  private static func isTick(_ sign: Character) -> Bool { sign.isPicture || "✅❌✔☑✓✗⚠🔴🟢🟡⏳🚧➡️️".contains(sign) }

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

  /// It names things by their names: code, numbers, capitals in the middle.
  static func isSpecific(_ text: String) -> Bool {
    if text.holds("`") { return true }
    return text.spacedWords.dropFirst().contains { (word: Substring) -> Bool in
      let inner = word.dropFirst().dropLast()
      return word.first?.isUppercase == true || word.contains(where: { $0.isNumber || $0 == "_" })
        || inner.contains(where: { $0.isUppercase || $0 == "." || $0 == "/" || $0 == "-" })
    }
  }

  /// It names who, and not what.
  static func isPersonal(_ text: String) -> Bool {
    if text.hasPrefix("@") || text.holds(" @") || text.holds("(@") || text.hasPrefix("`@") { return true }
    // "by `@kim` and `@sam`"
    if zip(text, text.dropFirst()).count(where: { $0 == "`" && $1 == "@" }) >= 2 { return true }
    // "Kim notices that …", "Kim and Sam noticed …"
    let words = text.spacedWords.prefix(4).map(String.init)
    guard words.count == 4, isName(words[0]) else { return false }
    return deeds.contains(words[1]) || words[1] == "and" && isName(words[2]) && deeds.contains(words[3])
  }

  private static func isName(_ word: String) -> Bool {
    guard let first = word.first, first.isUppercase, word.dropFirst().allSatisfy(\.isLowercase) else {
      return false
    }
    return !word.hasSuffix("s") && !subjects.contains(word.lowercased())
  }

  private static let subjects: Set<String> = [
    "we", "it", "user", "team", "engineering", "monitoring", "developer", "engineer", "support", "someone",
    "on-call",
    "they", "customer", "this", "which", "that", "traffic", "service", "client", "sentry", "grafana",
    "prometheus", "the", "an", "all", "our", "both", "each", "some", "two", "many", "most", "every", "no",
  ]

  private static let deeds: Set<String> = [
    "noticed", "notices", "restarts", "restarted", "mentions", "mentioned", "writes", "wrote", "starts",
    "started",
    "opens", "opened", "posts", "posted", "says", "said", "asks", "asked", "sees", "saw", "gets", "goes",
    "checks",
    "checked", "deletes", "deleted", "joins", "joined", "logs", "pushed", "pushes", "found", "finds",
  ]
}

extension Character {
  /// A small picture, as some set it before a word.
  var isPicture: Bool {
    unicodeScalars.first?.properties.isEmojiPresentation == true
      || unicodeScalars.first?.properties.isEmoji == true && !isNumber && !isASCII
  }
}
