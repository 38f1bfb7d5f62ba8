/// A part of a sentence that says something by itself, as far as a question can be made of it.
struct Clause {
  let words: Words
  let book: CaseBook

  init?(_ text: String, _ book: CaseBook) {
    var text = Self.withoutBrackets(text).trimmed
    while let last = text.last, ",;:–—-.".contains(last) { text.removeLast() }
    for loose in [
      ", both", " both", ", mainly", ", partly", ", simply", " simply", ", either", " mainly", " partly",
      ", and", ", but", " and", " but", " or",
    ] where text.hasSuffix(loose) {
      text.removeLast(loose.count)
    }
    // A picture or a tick in front.
    text = String(text.drop { !$0.isLetter && !$0.isNumber && !"`\"“„«'-‘_*./<[".contains($0) }).trimmed
    for _ in 0..<2 {
      let words = Words(text)
      guard let first = words.first?.plain, words.count > 2 else { break }
      // "And", "So": they tie the sentence to the one before, and ask nothing.
      if words.first?.text.hasSuffix(",") == true, Self.leading.contains(first) {
        text = words.dropFirst(1).text
        continue
      }
      let isLabel = words.first?.text.hasSuffix(":") == true
      guard isLabel ? Self.labels.contains(first) : Self.ties.contains(first) else { break }
      text = words.dropFirst(1).text
    }
    self.book = book
    words = Words(text)
    guard words.count >= 2 else { return nil }
  }

  private static let leading: Set<String> = [
    "currently", "usually", "typically", "generally", "historically", "initially", "luckily", "unfortunately",
    "similarly",
    "additionally", "naturally", "ideally", "sometimes", "often", "today", "now", "lastly", "secondly",
    "conversely",
  ]
  private static let labels: Set<String> = [
    "note", "ops", "warning", "important", "caution", "remember", "nb", "tip", "cost",
  ]

  private static let ties: Set<String> = [
    "and", "but", "so", "however", "also", "therefore", "hence", "thus", "then", "moreover", "instead",
    "besides",
    "still", "yet", "anyway", "basically", "finally", "additionally", "furthermore", "note",
  ]

  /// As it stands within a sentence.
  var text: String { book.lowered(words.text) }

  /// As a sentence of its own.
  var sentence: String { words.text.capitalizedStart }

  /// Whether somebody who sees only this knows what it speaks of.
  var stands: Bool {
    guard let first = words.first?.plain else { return false }
    if Self.asking.contains(first) || words.all.contains(where: { Self.telling.contains($0.plain) }) {
      return false
    }
    if words.text.count(where: { $0 == "(" || $0 == ")" }) > 0 || words.text.holds(" - ") { return false }
    if words.begins(with: ["rather", "than"]) || words.begins(with: ["of"]) { return false }
    if let last = words.all.last?.plain,
      ["which", "that", "who", "of", "to", "the", "a", "even"].contains(last)
    {
      return false
    }
    // "There is one more complexity" announces, and says nothing yet.
    if first == "there", words.count > 2, ["a", "an", "one", "some", "another"].contains(words[2].plain) {
      return false
    }
    if words.all.contains(where: { $0.text.hasSuffix(".") && Int($0.plain) != nil }) { return false }
    if words.begins(with: ["for", "example"]) || words.begins(with: ["for", "instance"]) { return false }
    if Self.pronouns.contains(first) || words.text.hasSuffix("?") { return false }
    if first == "there", words.count > 1, !Verbs.auxiliaries.contains(words[1].plain) { return false }
    // "this", "such": the thing stands in a sentence before.
    if words.all.contains(where: { Self.pointing.contains($0.plain) }) { return false }
    if Self.dangling.contains(where: { words.place(of: $0) != nil }) { return false }
    if words.all.prefix(6).dropFirst().contains(where: { ["it", "they", "them"].contains($0.plain) }) {
      return false
    }
    if words.all.prefix(3).contains(where: { Self.persons.contains($0.plain) }) { return false }
    return !words.all.contains { $0.plain.hasPrefix("http") }
  }

  /// Whether its first word needs nothing before it.
  var startsAlone: Bool { words.first.map { !Self.pronouns.contains($0.plain) } ?? false }

  private static let pronouns: Set<String> = [
    "it", "it's", "they", "they're", "he", "she", "this", "that", "these", "those", "both", "neither",
    "either",
    "others", "its", "their", "which", "who", "what", "another", "same", "some",
    "here", "them", "most", "many", "otherwise", "that's", "i", "i'm", "i've", "my", "he's", "she's",
  ]
  private static let asking: Set<String> = [
    "where", "what", "how", "why", "which", "who", "to", "e.g", "i.e", "example", "exception",
  ]
  private static let telling: Set<String> = [
    "mentioned", "described", "discussed", "outlined", "explained", "noted", "following", "aforementioned",
    "proposed",
  ]

  private static let dangling = [
    ["the", "two"], ["the", "other"], ["the", "same"], ["the", "first"], ["the", "second"], ["the", "one"],
    ["the", "thing"], ["an", "alternative"], ["the", "alternative"], ["the", "process"], ["the", "issue"],
    ["the", "issues"], ["the", "problem"],
    ["the", "problems"], ["the", "approach"], ["the", "solution"], ["the", "proposal"], ["the", "latter"],
    ["the", "former"],
  ]
  private static let pointing: Set<String> = [
    "this", "these", "those", "such", "here", "above", "below", "former", "latter", "it's", "that's",
  ]
  private static let persons: Set<String> = ["i", "me", "my", "you", "your", "he", "she"]

  /// What a question adds in brackets makes it longer and nothing clearer.
  static func withoutBrackets(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "(")) else { return text }
    var result = ""
    var depth = 0
    var inCode = false
    for character in text {
      if character == "`" { inCode.toggle() }
      if !inCode, character == "(" { depth += 1 }
      if depth == 0 { result.append(character) }
      if !inCode, character == ")", depth > 0 { depth -= 1 }
    }
    return result.spacedWords.joined(separator: " ").replacing(" ,", with: ",").replacing(" .", with: ".")
      .replacing(" :", with: ":").replacing(" ;", with: ";")
  }
}

/// Which words of a note are names: only those keep their capital when they move into a sentence.
struct CaseBook: Sendable {
  private var names: Set<String> = []

  init(_ sentences: some Sequence<String>) {
    for sentence in sentences {
      var isFirst = true
      var before: UInt8 = 32
      for index in sentence.utf8.indices {
        let byte = sentence.utf8[index]
        defer { before = byte }
        guard before.isBlank, !byte.isBlank else { continue }
        if !isFirst, byte >= 65, byte <= 90 {
          names.insert(String(sentence[index...].prefix { $0.isLetter || $0.isNumber }))
        }
        isFirst = false
      }
    }
  }

  func lowered(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    let word = String(text.prefix { $0.isLetter || $0.isNumber })
    let isPlain = word.dropFirst().allSatisfy(\.isLowercase)
    guard isPlain || word.count == 1, !names.contains(word) || Self.common.contains(word) else { return text }
    if word == "I" { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// They begin sentences and titles, and are no names.
  private static let common: Set<String> = [
    "The", "A", "An", "We", "Our", "Each", "Every", "All", "No", "Only", "There", "If", "When", "In", "On",
    "At",
    "For", "With", "Without", "Never", "Always", "Not", "One", "Two", "Most", "Any", "After", "Before",
  ]
}
