/// How much of a paragraph is a point: whole sentences from its beginning, as many as there is room for.
extension Points {
  /// The words of a paragraph up to so many, whole sentences, at least one.
  func beginning(_ text: String, upTo limit: Int = goodWords) -> String? {
    beginning(Sentences.split(text.onOneLine), upTo: limit)
  }

  func beginning(_ sentences: [String], upTo limit: Int = goodWords) -> String? {
    var taken: [String] = []
    var count = 0
    for sentence in sentences {
      if sentence.hasSuffix(":") {
        // "However, that does not fit this rule:" takes back what was said, and the rule stands below.
        if !taken.isEmpty, names.words.turns(sentence) { return nil }
        break
      }
      // "You can see more in the write-up below" is no part of what is said.
      if !taken.isEmpty, Self.looking.begins(anyCase: sentence), !sentence.hasWords(25) { continue }
      if Self.pointing.isIn(anyCase: sentence) {
        if taken.isEmpty { return nil }
        continue
      }
      let words = sentences.count > 1 ? sentence.wordCount : 0
      // "However …" turns what was said before it; without the turn that would be half the truth.
      if !taken.isEmpty, count + words > limit,
        count + words > max(limit, Self.mostWords + 10) || !names.words.turns(sentence)
      {
        break
      }
      taken.append(sentence)
      count += words
    }
    // "This will bring the following changes.", and the changes stand in what comes next.
    if taken.count > 1, let last = taken.last, LeadIn.endsAnnouncing(last) {
      taken.removeLast()
    }
    guard !taken.isEmpty else { return nil }
    let text = Self.shortened(Self.withoutPicture(taken.joined(separator: " ")))
    return text.utf8.last == UInt8(ascii: ",") ? String(text.dropLast()) : text
  }

  private static let pointing = PhraseList([
    "below example", "example below", "write-up below", "based on the above", "see below", "see above",
    "shown below",
    "listed below",
    "seen below", "more context in", "see: ", "see http", "can be seen in", "the image below",
    "diagram below",
    "the following diagram", "table below",
  ])

  /// "⚠️ The tests have to move": the sign tells nothing that the words do not.
  private static func withoutPicture(_ text: String) -> String {
    guard let first = text.utf8.first, first >= 0xe2, let sign = text.first,
      sign.unicodeScalars.first?.properties.generalCategory == .otherSymbol, !judging.contains(sign)
    else { return text }
    let rest = String(text.dropFirst()).trimmed
    return rest.isEmpty ? text : rest
  }

  private static let judging: Set<Character> = ["✅", "👍", "✔", "✔️", "❌", "👎", "✖", "✖️", "⛔", "⛔️", "🚫"]

  private static let looking = PhraseList([
    "see ", "voir ", "siehe ", "véase ", "ver ", "refer to ", "please refer to ", "for more details",
    "for more information",
    "for details, see", "pour plus de détails", "pour plus d'informations", "mehr dazu ", "para más ",
    "para mais ",
  ])

  /// A single sentence can be endless; it is cut where one of its parts ends.
  static func shortened(_ text: String) -> String {
    guard text.hasWords(mostWords + 16) else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count > mostWords + 15 else { return text }
    var end = mostWords
    while end > 20, !",;:–—".contains(words[end - 1].last ?? " ") { end -= 1 }
    if end <= 20 { end = mostWords }
    var kept = words[..<end].joined(separator: " ")
    while let last = kept.last, ",;:–—".contains(last) { kept.removeLast() }
    return kept + " …"
  }
}
