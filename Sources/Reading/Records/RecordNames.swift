/// Which records a line names.
extension StateReader {
  /// "[12](…) and [13](…)", "ADR 12, 13 and 14": all that are named together.
  func references(in text: String, _ links: [Link]) -> [RecordReference] {
    guard
      var rest = links.first.flatMap({ link in text.firstRange(of: link.text).map { text[$0.upperBound...] } }
      )
    else { return named(in: text) }
    var found = links.prefix(1).map { RecordReference(text: $0.text, target: $0.target) }
    for link in links.dropFirst() {
      guard let range = rest.firstRange(of: link.text),
        ["", "and", "et", "und", "y", "e"].contains(PlainWords.normalized(String(rest[..<range.lowerBound])))
      else { break }
      found.append(RecordReference(text: link.text, target: link.target))
      rest = rest[range.upperBound...]
    }
    return found
  }

  /// Without links: the numbers behind "by", or else the words there, as a name.
  private func named(in text: String) -> [RecordReference] {
    let words = text.spacedWords
    // "… shows the berths by itself" goes on to tell of something else.
    guard let by = words.prefix(7).firstIndex(where: { Self.prepositions.contains($0.lowercased()) }) else {
      return words.prefix(6).lazy.map { Self.names(String(text[$0.startIndex...])) }.first { !$0.isEmpty }
        ?? []
    }
    let rest = String(text[words[by].endIndex...]).trimmed
    let found = Self.names(rest)
    if !found.isEmpty { return found }
    // A name in quotes, or simply the rest.
    let name = rest.filter { !"\"“”«»[]`,()".contains($0) }.trimmed
    return name.isEmpty ? [] : [RecordReference(text: name, target: "")]
  }

  /// Whether a text begins with the name of a record.
  func namesRecord(_ text: String) -> Bool { !Self.names(text).isEmpty }

  /// Those that stand at the beginning.
  private static func names(_ text: String) -> [RecordReference] {
    parts(of: text).lazy.map(name).prefix { $0 != nil }.compactMap {
      $0.map { RecordReference(text: $0, target: "") }
    }
  }

  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(whereSeparator: { ",;&+()".contains($0) }) {
      var words: [Substring] = []
      for word in piece.split(separator: " ") {
        if ["and", "und", "et", "y", "e"].contains(word.lowercased()) {
          parts.append(words.joined(separator: " "))
          words = []
        } else {
          words.append(word)
        }
      }
      parts.append(words.joined(separator: " "))
    }
    return parts.filter { !$0.isEmpty }
  }

  /// "ADR 12", "#12", "0012-berths.md", "DR-012": a number with what it belongs to, at the beginning. A date is none, nor
  /// is the version of something.
  private static func name(_ part: String) -> String? {
    let words = part.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    if isNumber(bare(first)) {
      // "2 new ones" counts something.
      let counts =
        first.utf8.count < 3 && first.utf8.allSatisfy(\.isDigit) && words.count > 1
        && words[1].first?.isLowercase == true && !days.contains(words[1])
      return counts ? nil : bare(first)
    }
    let label = first.lowercased().filter { !":".contains($0) }
    let isSeries = (2...5).contains(first.utf8.count) && first.allSatisfy { $0.isASCII && $0.isUppercase }
    guard words.count > 1, isSeries || labels.contains(label), isNumber(bare(words[1])) else { return nil }
    return "\(first) \(bare(words[1]))"
  }

  /// "12 on 2020-01-01".
  private static let days: Set<String> = [
    "on", "in", "since", "at", "from", "am", "seit", "vom", "le", "el", "em",
  ]

  private static func bare(_ word: String) -> String {
    let kept = word.filter { $0.isLetter || $0.isNumber || "-_#.".contains($0) }
    return kept.hasSuffix(".") ? String(kept.dropLast()) : kept
  }

  private static func isNumber(_ bare: String) -> Bool {
    let digits = bare.filter(\.isNumber)
    guard !digits.isEmpty, digits.count <= 8, !isDate(bare) else { return false }
    // "1.2" is a version.
    let parts = bare.split(separator: ".")
    return !(parts.count > 1 && parts.allSatisfy { $0.allSatisfy(\.isNumber) })
  }

  private static let labels: Set<String> = [
    "adr", "adr-", "rfc", "record", "decision", "no.", "nr.", "n°", "nº", "#", "décision", "entscheidung",
    "decisión", "decisão",
  ]

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { "-./".contains($0) })
    return parts.count == 3 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
