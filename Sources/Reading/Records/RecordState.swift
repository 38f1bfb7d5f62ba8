/// Another record that a record names.
package struct RecordReference: Equatable, Sendable {
  /// What was written: "ADR 12", "Use CBOR".
  package let text: String
  /// The link's target; empty where there was none.
  package let target: String
  /// Only a part of it is meant.
  package var isPartial = false

  package init(text: String, target: String) {
    self.text = text
    self.target = target
  }
}

/// What a record says of its own standing. Nothing here is guessed: no word, no status.
package struct RecordState: Equatable, Sendable {
  package var status: RecordStatus?
  /// The author's own words.
  package var words = ""
  package var isPartial = false
  package var replacedBy: [RecordReference] = []
  package var replaces: [RecordReference] = []
  /// Year, month and day of the status, where they stand before it.
  fileprivate var since: [Int] = []

  package init() {}
}

/// Reads statuses and what replaces what.
struct StateReader {
  private let nothing: Set<String>
  /// The beginnings of the words for a status.
  private let statuses: [String: RecordStatus]
  private let mostWords: Int

  init(_ language: RecordLanguage) {
    // A status is often written in another language than the headings around it.
    let languages = [language] + RecordLanguage.tables.filter { $0.code != language.code }
    nothing = Set(languages.flatMap(\.nothing))
    var statuses: [String: RecordStatus] = [:]
    for language in languages {
      for status in RecordStatus.allCases {
        for name in language.statuses[status] ?? [] where statuses[name] == nil { statuses[name] = status }
      }
    }
    self.statuses = statuses
    mostWords = statuses.keys.map(\.wordCount).max() ?? 0
  }

  /// The status that a text begins with. Several to choose from are a template's, and none.
  func status(_ text: String) -> RecordStatus? {
    guard !text.holds(UInt8(ascii: "{")), !text.holds(UInt8(ascii: "|")), !text.holds(" / "), !isChoice(text)
    else { return nil }
    let name = Self.dated(PlainWords.normalized(text)).rest
    // The longest one counts.
    return name.spacedWords.prefix(mostWords).reversed().lazy
      .compactMap { statuses[String(name[..<$0.endIndex])] }.first
  }

  /// "2020-04-22 accepted", in plain words.
  private static func dated(_ name: String) -> (date: [Int], rest: String) {
    guard name.utf8.first?.isDigit == true else { return ([], name) }
    let words = name.spacedWords
    let digits = words.prefix { $0.utf8.allSatisfy(\.isDigit) }
    guard digits.count == 3, words.count > 3 else { return ([], name) }
    let numbers = digits.compactMap { Int($0) }
    return (digits[2].utf8.count == 4 ? numbers.reversed() : numbers, String(name[words[3].startIndex...]))
  }

  /// "Proposed, accepted or superseded": everything that could stand there.
  private func isChoice(_ text: String) -> Bool {
    guard text.holds(UInt8(ascii: ",")) || text.holds(" or ") else { return false }
    let parts = text.replacing(" or ", with: ",").split(separator: ",").map {
      PlainWords.normalized(String($0))
    }
    guard parts.count >= 2 else { return false }
    let known = parts.count { statuses[$0] != nil }
    return known == parts.count && (known >= 3 || text.hasPrefix("[") && text.hasSuffix("]"))
  }

  /// Takes a piece of text into account: a value, or a line of the status section.
  func take(_ words: Inline, into state: inout RecordState) {
    var goesOn = false
    for text in Self.ticked(Self.lines(of: words.text)) {
      defer { goesOn = !text.hasSuffix(".") && !text.hasSuffix(")") && text.spacedWords.count > 6 }
      // Prose that wraps onto the word is no status, and tells of no other record.
      if goesOn, text.first?.isUppercase != true { continue }
      // "Remplace ADR 3" replaces it, although the word without its accent is that for a status.
      if !goesOn, takesActively(text, words.links, &state) { continue }
      guard !goesOn, let status = status(text) else {
        let isStatusFirst = Self.leading.contains(where: PlainWords.normalized(text).hasPrefix)
        takeReplacing((isStatusFirst ? replacedWithin(text, words.links) : nil) ?? text, words.links, &state)
        continue
      }
      // "Accepted, but superseded by 12": the last word counts here too.
      if status != .superseded, let later = replacedWithin(text, words.links) {
        takeReplacing(later, words.links, &state)
        state.words = text
        if Self.tellsPart(text) { state.isPartial = true }
        continue
      }
      let links = words.links.filter { !$0.text.isEmpty && text.contains($0.text) }
      // The last word counts: "Accepted", and a line later "Superseded by 12". Where they have dates, the latest.
      let since = Self.dated(PlainWords.normalized(text)).date
      let isLater = !since.isEmpty && !since.lexicographicallyPrecedes(state.since)
      if state.status == nil || isLater || status.isEnd && (since.isEmpty || state.since.isEmpty) {
        state.status = status
        state.words = text
        state.since = since
      }
      let name = PlainWords.normalized(text)
      if status.isEnd, Self.partial.contains(where: { name.hasPrefix($0) || name.contains(" \($0)") }) {
        state.isPartial = true
      }
      if status.isEnd {
        state.replacedBy += references(in: text, links)
      } else if let sign = text.unicodeScalars.firstIndex(where: { Self.signs.contains($0) }) {
        // "Accepted, supersedes ADR 3" says two things.
        let rest = String(text[text.index(after: sign)...]).trimmed
        if !Self.passive.begins(wordsOf: rest) { takeReplacing(rest, words.links, &state) }
      }
    }
  }

  /// "Superseded by" with the name on the next line is one of them.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if let last = lines.last, last.lowercased().hasSuffix(" by") {
        lines[lines.count - 1] += " " + String(line).trimmed
      } else {
        lines.append(String(line).trimmed)
      }
    }
    return lines
  }

  /// Of boxes to tick, the ones that are, without their boxes.
  private static func ticked(_ lines: [String]) -> [String] {
    guard lines.contains(where: { $0.hasPrefix("[ ]") }) else { return lines }
    return lines.filter { $0.lowercased().hasPrefix("[x]") }.map { String($0.dropFirst(3)).trimmed }
  }

  private static let signs: [Unicode.Scalar] = [",", ";", ".", "(", "–", "—"]

  private static let partial = [
    "partly", "partially", "in part", "partiellement", "en partie", "teilweise", "teils", "zum teil",
    "in teilen",
    "parcialmente", "en parte", "em parte",
  ]

  /// "Supersedes ADR 3", "Replaced by [Use CBOR](0029.md)" in a list of links or in a line of its own.
  private func takeReplacing(_ text: String, _ links: [Link], _ state: inout RecordState) {
    let isPassive = Self.passive.begins(wordsOf: text)
    guard isPassive || begins(active: text) else { return }
    let found = references(in: text, links.filter { !$0.text.isEmpty && text.contains($0.text) })
    guard !found.isEmpty else { return }
    if isPassive {
      state.status = .superseded
      if state.words.isEmpty { state.words = text }
      state.replacedBy += found
    } else {
      let isPartial = Self.tellsPart(text)
      state.replaces += found.map { reference in
        var reference = reference
        reference.isPartial = isPartial
        return reference
      }
    }
  }

  /// Also behind "partially".
  private func begins(active text: String) -> Bool {
    if Self.active.begins(wordsOf: text) { return true }
    let name = PlainWords.normalized(text)
    guard let part = Self.partial.first(where: { name.hasPrefix($0 + " ") }) else { return false }
    return Self.active.begins(String(name.dropFirst(part.count + 1)))
  }

  private static func tellsPart(_ text: String) -> Bool {
    let words = " " + PlainWords.normalized(text) + " "
    return (partial + ["parts of", "part of", "only", "nur", "seulement", "uniquement", "solo", "apenas"])
      .contains { words.holds(" \($0) ") }
  }

  /// Verbs that are a status too, once their accents are gone: what they name is replaced, unless there is a "by".
  private func takesActively(_ text: String, _ links: [Link], _ state: inout RecordState) -> Bool {
    guard let first = text.spacedWords.first?.lowercased(), ["remplace", "ersetzt"].contains(first),
      !text.spacedWords.contains(where: { ["par", "durch"].contains($0.lowercased()) })
    else { return false }
    // "Ersetzt (siehe ADR 3)": the name has to stand right behind it.
    let rest = String(text.drop { $0 != " " }).trimmed
    guard links.contains(where: { !$0.text.isEmpty && rest.hasPrefix($0.text) }) || namesRecord(rest) else {
      return false
    }
    let before = state.replaces.count
    takeReplacing(text, links, &state)
    return state.replaces.count > before
  }

  /// "… superseded 2022-01-01 by ADR 9" within a line that begins with something else, from there on.
  private func replacedWithin(_ text: String, _ links: [Link]) -> String? {
    let words = text.spacedWords
    // "{proposed | accepted | superseded by ADR 12}" is a template's.
    guard words.count <= 20, !text.holds(UInt8(ascii: "{")), !text.holds(UInt8(ascii: "|")) else {
      return nil
    }
    let plain = words.map { PlainWords.normalized(String($0)) }
    for index in words.indices.dropFirst() where Self.participles.contains(plain[index]) {
      // "Not superseded by 9", "will be replaced by 3 if that is accepted": it still holds.
      guard
        !plain[..<index].contains(where: { $0.split(separator: " ").contains(where: Self.holding.contains) })
      else { return nil }
      guard let by = plain[index...].prefix(5).firstIndex(where: { Self.prepositions.contains($0) }) else {
        continue
      }
      let line = String(plain[index]) + " " + String(text[words[by].startIndex...])
      // In prose much is replaced by something: here it has to be a record.
      let isLinked = links.contains { !$0.text.isEmpty && line.contains($0.text) }
      if isLinked || namesRecord(String(text[words[by].endIndex...]).trimmed) { return line }
    }
    return nil
  }

  /// What a line can begin with that is no status here: several to choose from, or "was" before one.
  private static let leading = ["was accepted", "accepted", "proposed", "approved", "adopte", "akzeptiert"]

  private static let holding: Set<Substring> = [
    "not", "never", "will", "if", "unless", "until", "may", "might", "would", "could", "should", "t",
    "nicht", "wird", "wenn", "pas", "sera", "si", "no", "nao", "se",
  ]

  private static let participles: Set<String> = [
    "superseded", "superceded", "replaced", "obsoleted", "remplace", "remplacee", "ersetzt", "abgelost",
    "reemplazado", "reemplazada", "sustituido", "substituido", "substituida",
  ]
  static let prepositions: Set<String> = ["by", "par", "durch", "por"]

  /// In prose, "Replaces 3 spoolers", and "replaced by hand" at the beginning of a line in the middle of a sentence,
  /// tell of no record: it has to be a link, or called one.
  func takeLinks(_ words: Inline, isProse: Bool, into state: inout RecordState) {
    guard Self.mayReplace(words.text) else { return }
    for (index, line) in words.text.split(separator: "\n").enumerated() {
      let text = String(line).trimmed
      guard !isProse || index == 0 || text.first?.isUppercase == true else { continue }
      let isLinked = words.links.contains { !$0.text.isEmpty && text.contains($0.text) }
      let names: Set<String> = ["adr", "rfc", "record"]
      guard
        !isProse || isLinked
          || PlainWords.normalized(text).spacedWords.prefix(5).contains(where: {
            names.contains(String($0))
          })
      else { continue }
      takeReplacing(text, words.links, &state)
    }
  }

  /// Whether any line begins like one that tells of another record. Nearly none does.
  private static func mayReplace(_ text: String) -> Bool {
    replacing.mayBegin(wordsOfLinesOf: text)
  }

  /// A label such as `Superseded by: 12`.
  func takeLabel(_ label: String, _ value: Inline, into state: inout RecordState) {
    let name = PlainWords.normalized(label)
    guard !value.text.isEmpty, !value.text.holds(UInt8(ascii: "{")), !isNothing(value.text) else { return }
    // The label says that it is a record, so a name needs no number: `superseded-by: use-cbor`.
    let isName = value.links.isEmpty && !value.text.contains(where: \.isNumber)
    let found =
      isName ? [RecordReference(text: value.flat, target: "")] : references(in: value.text, value.links)
    if Self.passive.begins(name) {
      state.status = .superseded
      state.replacedBy += found
    } else if Self.active.begins(name) {
      state.replaces += found
    }
  }

  private func isNothing(_ text: String) -> Bool {
    let name = PlainWords.normalized(text)
    return name.isEmpty || ["null", "no", "false", "nil"].contains(name)
      || nothing.contains(name) || nothing.contains(text.lowercased())
  }

  private static let passive = PhraseList(passives)
  private static let active = PhraseList(actives)
  private static let replacing = PhraseList(passives + actives)

  private static let passives = [
    "superseded by", "superceded by", "replaced by", "reverted by", "obsoleted by", "succeeded by",
    "remplace par",
    "remplacee par", "ersetzt durch", "abgelost durch", "reemplazado por", "reemplazada por",
    "sustituido por",
    "substituido por", "substituida por", "reverted in", "this adr is superseded by",
    "this adr has been superseded by",
    "this record is superseded by", "this decision is superseded by", "this decision was superseded by",
    "this has been superseded by", "this adr was superseded by", "this is superseded by",
    "partly superseded by",
    "partially superseded by",
  ]
  private static let actives = [
    "supersedes", "supercedes", "replaces", "this supersedes", "this adr supersedes",
    "this decision supersedes",
    "this replaces", "obsoletes", "remplace", "ersetzt", "lost ab", "reemplaza", "sustituye", "substitui",
    "this adr replaces", "this record supersedes", "this decision replaces", "this record replaces",
  ]
}

extension RecordStatus {
  /// It is no longer, or never was, our rule.
  package var isEnd: Bool { self == .superseded || self == .deprecated || self == .rejected }
  package var isOpen: Bool { self == .draft || self == .proposed }
}
