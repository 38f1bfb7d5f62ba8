internal import Recall

/// What a report is called, without the words that only say that it is one, and without its date.
enum IncidentTitle {
  static func cleaned(_ heading: String) -> String {
    var words = (IncidentRole.behindStage(heading.onOneLine) ?? heading.onOneLine).spacedWords.map(
      String.init)
    while words.count > 1, words[0].allSatisfy(\.isPicture) || isTag(words[0]) || isPlace(words[0]) {
      words.removeFirst()
    }
    dropNames(&words)
    dropDateAtStart(&words)
    words = withoutDateInBrackets(words)
    dropDateAtEnd(&words)
    dropNames(&words)
    dropKindAtEnd(&words)
    let title = words.joined(separator: " ").trimmingPunctuation
    // "v0.3 release" and "pier.example down" are written as they are.
    let first = title.prefix { $0 != " " }
    let isName = first.contains { $0 == "." || $0 == "_" || $0.isNumber } && first.contains(where: \.isLetter)
    return isName ? title : title.capitalizedStart
  }

  /// "[Postmortem] X", "[Public] X": what the page is, and not what it tells of.
  private static func isTag(_ word: String) -> Bool {
    guard word.hasPrefix("["), word.hasSuffix("]") else { return false }
    let inner = word.dropFirst().dropLast().lowercased()
    return names.contains(inner) || ["public", "draft", "resolved", "closed", "final"].contains(inner)
  }

  /// "3. Gates stay shut": the place in a list.
  private static func isPlace(_ word: String) -> Bool {
    (2...3).contains(word.utf8.count) && (word.hasSuffix(".") || word.hasSuffix(")"))
      && word.dropLast().allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// "… incident postmortem", "… Post-Mortem".
  private static func dropKindAtEnd(_ words: inout [String]) {
    let kinds = [
      ["incident", "postmortem"], ["incident", "post-mortem"], ["incident", "report"], ["post", "mortem"],
      ["incident", "retro"], ["incident", "retrospective"], ["incident", "review"], ["postmortem", "report"],
      ["postmortem"], ["post-mortem"], ["portmortem"], ["rca"],
    ]
    let ends = words.suffix(2).map { $0.lowercased().filter { $0.isLetter || $0 == "-" } }
    guard let kind = kinds.first(where: { Array(ends.suffix($0.count)) == $0 }), words.count > kind.count
    else { return }
    words.removeLast(kind.count)
  }

  /// Of several days the first.
  static func date(_ text: String) -> String? { day(text)?.description }

  static func day(_ text: String) -> CivilDate? {
    if let day = RecordDate.day(text) ?? backward(text) { return day }
    // "October 29-30, 2025"
    let words = text.spacedWords.map { word -> Substring in
      guard let dash = word.firstIndex(where: { $0 == "-" || $0 == "–" }),
        word[..<dash].allSatisfy(\.isNumber),
        word[..<dash].count <= 2
      else { return word }
      return word[..<dash]
    }
    return RecordDate.day(words.joined(separator: " "))
  }

  /// "24-10-2024", where one number can only be the day.
  private static func backward(_ text: String) -> CivilDate? {
    for word in text.spacedWords {
      let parts = word.split { "-/.".contains($0) }
      guard parts.count == 3, parts[2].count == 4, let year = Int(parts[2]), (1990...2100).contains(year),
        let first = Int(parts[0]), let second = Int(parts[1]), max(first, second) > 12
      else { continue }
      return CivilDate(year: year, month: min(first, second), day: max(first, second))
    }
    return nil
  }

  /// Words by which nobody could tell it from another one.
  static func isGeneral(_ title: String) -> Bool {
    let words = PlainWords.normalized(title).spacedWords.map(String.init)
    return !words.contains { !general.contains($0) && $0.utf8.count > 1 && !isDateWord($0) && !isKey($0) }
  }

  /// "3f376b77": a name that a program gave.
  private static func isKey(_ word: String) -> Bool {
    word.utf8.count >= 4 && word.contains(where: \.isNumber)
      && word.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// It says of itself what it is.
  static func isNamed(_ text: String) -> Bool {
    let name = " \(PlainWords.normalized(text)) "
    return naming.isIn(name)
  }

  private static let naming = PhraseList([
    " postmortem ", " post mortem ", " portmortem ", " incident ", " outage ", " root cause analysis ",
    " rca ",
    " incidents ", " outages ", " is down ", " went down ", " investigations ", " postmortems ",
    " post mortems ", " downtime ", " incident report ",
  ])

  /// It tells how reports are written, or what is to be done, and not what happened once.
  static func isGuide(_ text: String) -> Bool {
    guide.isIn(" \(PlainWords.normalized(text)) ")
  }

  /// A name for something that went wrong, however little it says of it.
  static func tellsOfTrouble(_ text: String) -> Bool { trouble.isIn(" \(PlainWords.normalized(text)) ") }

  /// "Suspected compromise of …": of what it was suspected stands elsewhere.
  static func isSuspicion(_ text: String) -> Bool { suspecting.begins(" \(PlainWords.normalized(text)) ") }

  private static let suspecting = PhraseList([" suspected ", " possible ", " potential ", " alleged "])

  private static let trouble = PhraseList([
    " incident ", " incidents ", " outage ", " outages ", " storm ", " preventing ", " ausfall ", " storung ",
    " panne ", " breach ", " gives ", " shows ", " gets ", " does ", " do ", " is ", " are ",
    " was ",
    " were ", " no ", " not ", " without ", " old ", " exhausted ", " unreadable ", " parada ", " parado ",
    " eteint ",
    " eteints ", " eteinte ", " eteintes ", " leer ", " vide ", " vacio ", " vazio ",
  ])

  private static let guide = PhraseList([
    " template ", " templates ", " process ", " runbook ", " runbooks ", " playbook ", " guide ",
    " guidelines ",
    " policy ", " how to ", " checklist ", " exercise ", " exercises ", " handbook ", " index ", " handling ",
    " procedure ", " readme ", " response plan ", " plan ", " agents ", " workflow ",
  ])

  private static let general: Set<String> = [
    "incident", "incidents", "report", "reports", "postmortem", "postmortems", "post", "mortem", "mortems",
    "outage", "outages", "issue", "txt",
    "analysis",
    "root", "cause", "the", "of", "on", "a", "an", "review", "rca", "summary", "for", "readme", "index",
    "title",
    "update", "our", "and", "event", "log", "multiple", "incidente", "vorfall", "storung", "rapport", "in",
    "retro", "retrospective", "held", "disclosure", "disclosures", "vulnerability", "security", "advisory",
    "notice", "statement",
  ]

  private static let names: Set<String> = [
    "postmortem", "post-mortem", "portmortem", "incident", "rca", "outage", "post", "mortem", "report",
    "review",
    "of", "on", "for", "the", "internal", "public", "analysis", "-", "–", "—", ":", "a", "date", "title",
    "incidente", "vorfall", "störung", "panne", "incidencia", "retro", "retrospective", "retrospektive",
    "retrospectiva", "rétrospective", "pir",
  ]

  /// "Post-Mortem: X", "Incident on 2021-09-30 - X", "PM2021-005 - X", "2017-09-27, X".
  private static func dropNames(_ words: inout [String]) {
    while words.count > 1, let first = words.first {
      let plain = first.lowercased()
      let bare = String(plain.reversed().drop { ":,-–—".contains($0) }.reversed())
      let isLabel = bare != plain
      let isCount =
        (2...4).contains(bare.utf8.count) && bare.allSatisfy(\.isNumber)
        && ["-", "–", ":"].contains(words[1])
      // "3/15 gates stay shut" counts the gates.
      let isDay = isFraction(bare) && (isLabel || words[1].first?.isLowercase != true)
      if isNumber(bare) || isCalendarDate(bare) || isCount || isDay {
        words.removeFirst()
      } else if names.contains(bare), isLabel || isOpening(words) {
        words.removeFirst()
        while words.count > 1, let next = words.first,
          ["of", "on", "for", "the", "-", "–"].contains(next.lowercased())
        {
          words.removeFirst()
        }
      } else if bare.isEmpty {
        words.removeFirst()
      } else {
        return
      }
    }
  }

  /// Whether the words up to the first sign or date only say what it is: "Incident on 2021-…", "Postmortem of the …".
  private static func isOpening(_ words: [String]) -> Bool {
    var sawName = false
    for word in words.prefix(6) {
      let plain = word.lowercased()
      let bare = String(plain.reversed().drop { ":,-–—".contains($0) }.reversed())
      if kinds.contains(bare) {
        sawName = true
      } else if sawName, isCalendarDate(bare) || ["of", "on", "for", "-", "–", "—", ""].contains(bare) {
        return true
      } else if !names.contains(bare) {
        return false
      }
      if sawName, bare != plain { return true }
    }
    return false
  }

  private static let kinds: Set<String> = [
    "incident", "postmortem", "post-mortem", "portmortem", "rca", "mortem", "report", "retro",
    "retrospective",
    "retrospektive", "retrospectiva", "rétrospective", "pir", "review",
  ]

  /// "INC-123", "PM2021-005", "#12".
  private static func isNumber(_ word: String) -> Bool {
    let digits = word.utf8.count(where: \.isDigit)
    guard digits > 0 else { return false }
    if word.hasPrefix("#") { return true }
    let letters = word.prefix { $0.isLetter }
    let rest = word.dropFirst(letters.count)
    return ["inc", "pm", "incident", "pir", "sev", "rca", "in"].contains(String(letters))
      && rest.allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }
  }

  /// "4/26", where one number can only be the day.
  private static func isFraction(_ word: String) -> Bool {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard parts.count == 2, let least = parts.min(), let most = parts.max() else { return false }
    return (1...12).contains(least) && (13...31).contains(most)
  }

  static func isYear(_ word: String) -> Bool {
    let digits = word.filter(\.isNumber)
    return digits.count == 4 && digits.count >= word.count - 1
  }

  static func isMonth(_ word: String) -> Bool {
    let bare = word.lowercased().filter(\.isLetter)
    return bare.utf8.count >= 3 && bare.utf8.count == word.utf8.count(where: { $0 != UInt8(ascii: ",") })
      && !["from", "the", "and"].contains(bare) && !bare.hasSuffix("day") && dateWords.contains(bare)
  }

  private static func isCalendarDate(_ word: String) -> Bool {
    word.utf8.count >= 8
      && word.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
  }

  static func isDateWord(_ word: String) -> Bool {
    let bare = word.lowercased().filter { $0.isLetter || $0.isNumber }
    if bare.isEmpty { return true }
    if bare.first?.isNumber == true {
      let rest = bare.drop { $0.isNumber }
      return rest.isEmpty && bare.count <= 8 || ["st", "nd", "rd", "th", "h"].contains(String(rest))
    }
    return dateWords.contains(bare)
  }

  private static let dateWords: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "utc", "on", "from", "to", "and",
    "of",
    "the", "at", "q1", "q2", "q3", "q4", "pm", "am",
  ]
}
