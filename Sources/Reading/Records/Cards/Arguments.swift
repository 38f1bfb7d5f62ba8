/// "Good, because X" and "Bad, because Y" without the judgement in front. A class, as the lists in it are.
final class Arguments: Sendable {
  private let markers: [String]
  private let anyMarker: PhraseList
  /// With the space behind each.
  private let because: [String]
  private let longestMarker: Int
  /// With room for accents.
  private let longestBecause: Int

  private static let signs: [Unicode.Scalar] = [",", ":", " ", ";", "-", "–"]

  /// The words that judge, and those that stand between them and the reason.
  init(_ markers: [String], _ because: [String]) {
    self.markers = markers
    // "parce qu'une": nothing stands between.
    self.because = because.map { $0.hasSuffix("'") ? $0 : $0 + " " }
    longestMarker = markers.map(\.utf8.count).max() ?? 0
    longestBecause = (because.map(\.count).max() ?? 0) + 8
    anyMarker = PhraseList(markers)
  }

  func without(_ written: String) -> String? {
    // A sign that nobody sees can stand before one that everybody does.
    let text =
      written.utf8.first == 0xef
      ? String(written.unicodeScalars.drop { $0 == "\u{FE0F}" }) : written
    guard text.utf8.first.map({ $0 >= 128 }) == true || anyMarker.begins(anyCase: text) else { return nil }
    let isASCII = text.isASCII
    let plain =
      isASCII
      ? String(Substring(text.utf8.prefix(longestMarker))).lowercased() : PlainWords.unaccented(text)
    let isSame = isASCII || text.isPlain || plain.count == text.count
    for marker in markers where isSame && plain.hasPrefix(marker) {
      var rest = text.dropFirst(marker.count)
      guard let next = rest.unicodeScalars.first, Self.signs.contains(next) else { continue }
      // "-" and "+" are signs; a word needs a sign or "because" behind it, or it is simply a word.
      let isWord = marker.first?.isLetter == true
      let hadSign = next != " "
      rest = Substring(rest.unicodeScalars.drop(while: Self.signs.contains))
      var hadBecause = false
      let behind =
        isASCII
        ? String(Substring(rest.utf8.prefix(longestBecause))).lowercased()
        : PlainWords.unaccented(String(rest.prefix(longestBecause)))
      for word in because where behind.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        hadBecause = true
        break
      }
      guard !isWord || hadSign || hadBecause else { continue }
      let said = String(rest).trimmed
      // "- + easy to read": of two signs nobody knows which is meant.
      if said.hasPrefix("`+`") || said.hasPrefix("`-`") { return nil }
      return said.isEmpty ? nil : said.capitalizedStart
    }
    return nil
  }
}

extension String {
  var trimmingLeadingSigns: String { String(drop { ":-–—*, ".contains($0) }) }
}
