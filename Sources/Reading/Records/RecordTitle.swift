/// What a file's name and a heading say of a record's title and number.
enum RecordTitle {
  /// The number in a file's name: `0007-outbox`, `adr-007-x`, `2021-06-08_004-x`. A date is none.
  static func number(inName name: String) -> String? {
    start(ofName: name).number
  }

  static func isNumbered(_ name: String) -> Bool {
    let start = start(ofName: name)
    return start.number != nil || start.date != nil
  }

  /// The words of a file's name: "Outbox relay" of `0007-outbox-relay`.
  static func words(ofName name: String) -> String {
    parts(ofName: name).words
  }

  /// All that a file's name says. The words begin with a capital, as a title does.
  static func parts(ofName name: String) -> (number: String?, date: String?, words: String) {
    let start = start(ofName: name)
    return (start.number, start.date, start.rest.joined(separator: " ").capitalizedStart)
  }

  private static func start(ofName name: String) -> (
    number: String?, date: String?, rest: ArraySlice<Substring>
  ) {
    var rest = name.utf8.split {
      $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == 32 || $0 == UInt8(ascii: ".")
    }.map { Substring($0) }[...]
    var number: String?
    var date: String?
    if rest.count > 3, rest[0].utf8.count == 4, let year = Int(rest[0]), (1990...2100).contains(year),
      rest[1].utf8.count <= 2, Int(rest[1]) != nil, rest[2].utf8.count <= 2, Int(rest[2]) != nil
    {
      date = rest.prefix(3).joined(separator: "-")
      rest = rest.dropFirst(3)
    } else if let first = rest.first, first.utf8.count == 8, Int(first) != nil,
      first.hasPrefix("19") || first.hasPrefix("20")
    {
      let digits = Array(first)
      date = "\(String(digits[0..<4]))-\(String(digits[4..<6]))-\(String(digits[6..<8]))"
      rest = rest.dropFirst()
    }
    if rest.count > 1, let first = rest.first, kinds.contains(first.lowercased()) {
      rest = rest.dropFirst()
    }
    // "HARBOUR-ADR-Quay-0006-lamps": whose record it is stands before the number.
    if let kind = rest.prefix(3).firstIndex(where: { kinds.contains($0.lowercased()) }),
      let at = rest[(kind + 1)...].prefix(3).firstIndex(where: {
        (3...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit)
      }),
      at + 1 < rest.endIndex
    {
      rest = rest[at...]
    }
    if let first = rest.first {
      // "adr7" is numbered, and so is "dr007"; "md5" is a word.
      if (1...6).contains(first.utf8.count), first.utf8.allSatisfy(\.isDigit) {
        number = String(first)
      } else if let series = RecordSeries.split(first),
        kinds.contains(series.letters) || series.digits.count == 3
          || series.digits.hasPrefix("0")
      {
        number = series.digits
      }
      if number != nil { rest = rest.dropFirst() }
    }
    return (number, date, rest)
  }

  private static let kinds: Set<String> = [
    "adr", "rfc", "pdr", "ddr", "ad", "decision", "dec", "edr", "mdr", "tdr",
  ]

  static func date(inName name: String) -> String? { parts(ofName: name).date }

  /// A heading without "ADR-001:", "1.", "Architecture Decision Record:"; and the number that stood there. A number
  /// without a sign behind it counts where it is the file's own.
  static func bare(_ heading: String, own: Int? = nil) -> (title: String, number: String?) {
    var text = heading.onOneLine.trimmed
    var number: String?
    // "Architecture Decision Record" is one as a whole; its last word is no title.
    if isPlaceholder(text) { return (text, nil) }
    // The number can stand in brackets: "[ADR-7] …".
    let start = String(text.drop { $0 == "[" || $0 == "(" })
    for prefix in prefixList.begins(anyCase: start) ? prefixes : [] {
      guard start.lowercased().hasPrefix(prefix) else { continue }
      let rest = start.dropFirst(prefix.count)
      // "ADRs are kept" is a title, "ADR 12: x" and "ADR: x" have a prefix.
      guard let next = rest.first, !next.isLetter else { continue }
      // "ADR link resolver" is about ADRs; "RFC 12", "ADR: x" and "Decision - x" are numbered or set apart.
      let behind = rest.first { $0 != " " }
      if next == " ", behind?.isLetter == true, !["N", "X", "n", "x"].contains(behind) { continue }
      text = String(rest.drop { " -–—:#._/[(".contains($0) })
      break
    }
    text = withoutSeries(text, own: own, &number)
    // "NNN: [title]" has the place of a number.
    let marks = text.prefix { "NXnx".contains($0) }
    if marks.count >= 2 || text.hasPrefix("n. ") || text.hasPrefix("N. "),
      let sign = text.dropFirst(marks.count).first, ".:-–— ]".contains(sign)
    {
      text = String(text.dropFirst(marks.count).drop { ".:-–— ]".contains($0) })
    }
    text = withoutDate(text)
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 8, let sign = text.dropFirst(digits.count).first,
      ".:-–—_ )/]".contains(sign)
    {
      let rest = text.dropFirst(digits.count)
      let separator = rest.prefix { " .:-–—_)/]".contains($0) }
      // "3 ways to …" is a title; "3. Ways", "0003 Ways" and "ADR 3 Ways" are numbered.
      let isNumbered =
        separator.contains { $0 != " " } || digits.hasPrefix("0") || text.count < heading.trimmed.count
        || own != nil && Int(digits) == own
      if isNumbered, rest.count > separator.count {
        number = String(digits)
        text = String(rest.dropFirst(separator.count))
      }
    }
    return (clean(text), number)
  }

  /// "2024-03-12 Supplier import" is not the 2024th.
  private static func withoutDate(_ text: String) -> String {
    // Most begin with no such thing, which bytes tell sooner than letters.
    guard text.utf8.prefix(10).count(where: { $0.isDigit || $0 == UInt8(ascii: "-") }) == 10 else {
      return text
    }
    let date = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-") }
    guard date.utf8.count == 10, RecordDate.day(String(date)) != nil else { return text }
    let rest = String(text.dropFirst(10).drop { " :.–—-_".contains($0) })
    return rest.isEmpty ? text : rest
  }

  /// "DR002: Free for small teams": the letters are the team's own, and the number is the file's.
  private static func withoutSeries(_ text: String, own: Int?, _ number: inout String?) -> String {
    // The first word of most holds no digit, or begins with one.
    let start = text.utf8.prefix { $0.isWordly || $0 == UInt8(ascii: "-") }
    guard start.contains(where: \.isDigit), start.first(where: { $0 != UInt8(ascii: "-") })?.isDigit == false
    else {
      return text
    }
    let word = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    guard let own, let series = RecordSeries.split(word.replacing("-", with: "")), Int(series.digits) == own,
      let sign = text.dropFirst(word.count).first(where: { $0 != " " }), ":.–—-".contains(sign)
    else { return text }
    number = series.digits
    return String(text.dropFirst(word.count).drop { " :.–—-".contains($0) })
  }

  private static let prefixes = [
    "architecture decision record", "architectural decision record", "architecture decision",
    "architectural decision",
    "decision record", "adr", "rfc", "decision", "proposal", "pdr", "edr", "décision",
  ]

  private static let prefixList = PhraseList(prefixes)

  /// Without the period at its end, quotes around all of it, or a status behind it in brackets.
  private static func clean(_ title: String) -> String {
    var text = title.trimmed
    let hasBrackets = text.holds(UInt8(ascii: "(")) || text.holds(UInt8(ascii: "["))
    for status in hasBrackets ? statuses : [] {
      for (open, close) in [("(", ")"), ("[", "]")] {
        if text.lowercased().hasSuffix("\(open)\(status)\(close)") {
          text = String(text.dropLast(status.count + 2)).trimmed
        }
        if text.lowercased().hasPrefix("\(open)\(status)\(close)") {
          text = String(text.dropFirst(status.count + 2)).trimmed
        }
      }
    }
    if text.hasSuffix("."), !text.hasSuffix("..") { text.removeLast() }
    if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\""), !text.dropFirst().dropLast().contains("\"")
    {
      text = String(text.dropFirst().dropLast())
    }
    return spaced(text.trimmed)
  }

  /// "use-redis-for-a-read-cache": the file's name, taken for a title.
  private static func spaced(_ title: String) -> String {
    guard title.utf8.count(where: { $0 == UInt8(ascii: "-") }) >= 2,
      title.utf8.allSatisfy({ $0.isSmallLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
    else { return title }
    return title.replacing("-", with: " ").capitalizedStart
  }

  private static let statuses = [
    "superseded", "superceded", "deprecated", "rejected", "draft", "proposed", "accepted", "wip", "obsolete",
  ]

  /// What templates have where the title belongs.
  static func isPlaceholder(_ title: String) -> Bool {
    let name = PlainWords.normalized(title)
    if name.isEmpty || title.holds(UInt8(ascii: "{")) || title.hasPrefix("[") && title.hasSuffix("]")
      || title.hasPrefix("<")
    {
      return true
    }
    return placeholders.contains(name) || name.hasPrefix("short title") || name.hasPrefix("title of ")
      || name.hasPrefix("decision record title") || name.hasSuffix(" decision record template")
      || name.hasSuffix(" architecture decision record") || name.hasSuffix(" architectural decision record")
  }

  private static let placeholders: Set<String> = [
    "title", "titre", "titel", "titulo", "adr", "adr title", "decision record", "decision title",
    "decision record title",
    "architecture decision record", "architectural decision record", "untitled", "template", "adr template",
    "name",
    "decision", "the title", "your title here", "record title", "short title", "decision record template",
    "rfc", "number title",
    "adr number title", "architecture decision record template", "architectural decision record template",
    "decision template", "record template", "xxx", "nnnn title", "architecture decision records", "adr xxxx",
    "architecture decision",
  ]
}
