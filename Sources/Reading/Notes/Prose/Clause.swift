/// A part of a sentence that says something by itself, as far as a question can be made of it.
struct Clause {
  let words: Words
  let book: CaseBook

  init?(_ text: String, _ book: CaseBook) {
    var text = Self.withoutBrackets(text).trimmed
    // Most end in a letter, and to look into a text of signs takes longer than that.
    while text.utf8.last?.isWordly == false, let last = text.last, ",;:–—-.".contains(last) {
      text.removeLast()
    }
    for loose in Self.loose where text.utf8.last == loose.utf8.last && text.hasSuffix(loose) {
      text.removeLast(loose.count)
    }
    while let last = text.last, "–—-,".contains(last) { text = String(text.dropLast()).trimmed }
    // A picture or a tick in front.
    if text.utf8.first?.isWordly == false {
      text = String(text.drop { !$0.isLetter && !$0.isNumber && !"`\"“„«'-‘_*./<[".contains($0) })
    }
    var words = Words(text.trimmed)
    for _ in 0..<2 {
      guard let first = words.first, words.count > 2 else { break }
      // "warning Cached secrets …": what a picture stood for.
      if ["warning", "note", "tip", "important", "caution", "info"].contains(first.text),
        words[1].text.first?.isUppercase == true
      {
        words = words.dropFirst(1)
        continue
      }
      // "And", "So": they tie the sentence to the one before, and ask nothing.
      let tie: Sign =
        first.ends(with: ",") ? [.leading, .tie] : first.ends(with: ":") ? .label : .tie
      // "Specifically, updates should …" too.
      let isAdverb =
        first.ends(with: ",") && first.plain.hasSuffix("ly")
        || words.count > 3 && Self.now.contains(first.plain)
      guard isAdverb || !Self.signs[first.hash].isDisjoint(with: tie) else { break }
      words = words.dropFirst(1)
    }
    self.book = book
    self.words = words
    guard words.count >= 2 else { return nil }
  }

  private static let loose = [
    ", both", " both", ", mainly", ", partly", ", simply", " simply", ", either", " mainly", " partly",
    ", usually", " usually", ", typically", ", mostly", " mostly", ", primarily", " primarily", ", largely",
    " largely",
    ", and", ", but", " and", " but", " or", " so",
  ]

  /// What a word is for a clause.
  private struct Sign: OptionSet {
    let rawValue: UInt16
    static let leading = Sign(rawValue: 1)
    static let label = Sign(rawValue: 2)
    static let tie = Sign(rawValue: 4)
    static let pronoun = Sign(rawValue: 8)
    static let asking = Sign(rawValue: 16)
    static let telling = Sign(rawValue: 32)
    static let pointing = Sign(rawValue: 64)
    static let person = Sign(rawValue: 128)
    static let unfinished = Sign(rawValue: 256)
    static let object = Sign(rawValue: 512)
    static let dangling = Sign(rawValue: 1024)
  }

  private static let signs = WordTable<Sign>([
    (.leading, leading), (.label, labels), (.tie, ties), (.pronoun, pronouns), (.asking, asking),
    (.telling, telling), (.pointing, pointing), (.person, persons), (.unfinished, unfinished),
    (.object, ["it", "they", "them"]), (.dangling, dangling.compactMap(\.last)),
  ])

  private static let leading = [
    "currently", "usually", "typically", "generally", "historically", "initially", "luckily", "unfortunately",
    "similarly",
    "additionally", "naturally", "ideally", "sometimes", "often", "today", "now", "lastly", "secondly",
    "conversely",
  ]
  /// They need no comma.
  private static let now: Set<String> = ["currently", "sometimes", "usually", "typically", "generally"]

  private static let labels = [
    "note", "ops", "warning", "important", "caution", "remember", "nb", "tip", "cost", "critical",
    "workaround", "specifically",
  ]

  private static let ties = [
    "and", "but", "so", "however", "also", "therefore", "hence", "thus", "then", "moreover", "instead",
    "besides", "nonetheless", "nevertheless", "consequently", "accordingly",
    "still", "yet", "anyway", "basically", "finally", "additionally", "furthermore", "note",
  ]

  /// As it stands within a sentence.
  var text: String { book.lowered(words.text) }

  /// As a sentence of its own.
  var sentence: String { words.text.capitalizedStart }

  /// Whether somebody who sees only this knows what it speaks of.
  var stands: Bool {
    let signs = words.all.map { Self.signs[$0.hash] }
    guard let first = words.first?.plain, let firstSign = signs.first, let lastSign = signs.last else {
      return false
    }
    // "this", "such": the thing stands in a sentence before.
    if signs.contains(where: { !$0.isDisjoint(with: [.telling, .pointing]) }) { return false }
    if !firstSign.isDisjoint(with: [.asking, .pronoun]) || lastSign.contains(.unfinished) { return false }
    if signs.prefix(6).dropFirst().contains(where: { $0.contains(.object) }) { return false }
    if signs.prefix(3).contains(where: { $0.contains(.person) }) { return false }
    let text = words.text
    if text.holds(UInt8(ascii: "(")) || text.holds(UInt8(ascii: ")")) || text.holds(" - ") { return false }
    // "Does not know the document": who does not stands before; "especially if …" goes on with it.
    if words.count > 1, Self.subjectless.contains(first) { return false }
    if words.begins(with: ["rather", "than"]) || ["of", "due", "thanks"].contains(first) { return false }
    // "There is one more complexity" announces, and says nothing yet.
    if first == "there", words.count > 2, ["a", "an", "one", "some", "another"].contains(words[2].plain) {
      return false
    }
    if words.all.contains(where: { $0.text.utf8.last == UInt8(ascii: ".") && Int($0.plain) != nil }) {
      return false
    }
    if words.begins(with: ["for", "example"]) || words.begins(with: ["for", "instance"]) { return false }
    if text.hasSuffix("?") { return false }
    if first == "there", words.count > 1, !Verbs.isAuxiliary(words[1]) { return false }
    if signs.contains(where: { $0.contains(.dangling) }),
      Self.dangling.contains(where: { words.place(of: $0) != nil })
    {
      return false
    }
    return !words.all.contains { $0.initial == UInt8(ascii: "h") && $0.plain.hasPrefix("http") }
  }

  /// Whether its first word needs nothing before it.
  var startsAlone: Bool { words.first.map { !Self.signs[$0.hash].contains(.pronoun) } ?? false }

  /// Behind which something is missing.
  private static let unfinished = [
    "which", "that", "who", "of", "to", "the", "a", "even", "is", "are", "was", "were", "be",
  ]

  private static let subjectless: Set<String> = [
    "does", "is", "are", "has", "have", "cannot", "can't", "isn't", "aren't",
    "may", "can", "will", "must", "was", "did",
    "especially", "particularly", "too", "possibly", "plus", "including",
  ]

  private static let pronouns = [
    "it", "it's", "they", "they're", "he", "she", "this", "that", "these", "those", "both", "neither",
    "either",
    "others", "ours", "theirs", "its", "their", "which", "who", "what", "another", "same", "some",
    "here", "them", "most", "many", "otherwise", "that's", "i", "i'm", "i've", "my", "he's", "she's",
  ]
  private static let asking = [
    "where", "what", "how", "why", "which", "who", "to", "e.g", "i.e", "example", "exception",
  ]
  private static let telling = [
    "mentioned", "described", "discussed", "outlined", "explained", "noted", "following", "aforementioned",
    "proposed", "thereafter", "finally", "probably", "maybe", "perhaps", "hopefully",
  ]

  private static let dangling = [
    ["the", "two"], ["the", "other"], ["the", "same"], ["the", "first"], ["the", "second"], ["the", "one"],
    ["the", "thing"], ["an", "alternative"], ["the", "alternative"], ["the", "process"], ["the", "issue"],
    ["the", "issues"], ["the", "problem"],
    ["the", "problems"], ["the", "approach"], ["the", "solution"], ["the", "proposal"], ["the", "latter"],
    ["the", "former"],
  ]
  private static let pointing = [
    "this", "these", "those", "such", "here", "above", "below", "former", "latter", "it's", "that's",
  ]
  private static let persons = ["i", "me", "my", "you", "your", "he", "she"]

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
    // What stood behind a bracket now stands behind a space.
    var told = ""
    for word in result.spacedWords {
      let isSign = word.utf8.count == 1 && ",.:;".utf8.contains(word.utf8[word.startIndex])
      told += told.isEmpty || isSign ? word : " " + word
    }
    return told
  }
}

/// Which words of a note are names: only those keep their capital when they move into a sentence.
struct CaseBook: Sendable {
  private var names: Set<String> = []

  init(_ sentences: some Sequence<String>) {
    for sentence in sentences {
      for place in Self.capitals(sentence) {
        let word = sentence[sentence.utf8.index(sentence.startIndex, offsetBy: place)...]
        names.insert(word.firstWord)
      }
    }
  }

  /// Where words other than the first begin with a capital.
  private static func capitals(_ sentence: String) -> [Int] {
    sentence.withBytes { bytes in
      var places: [Int] = []
      guard let first = bytes.firstIndex(where: { !$0.isBlank }) else { return [] }
      for place in (first + 1)..<max(first + 1, bytes.count) where bytes[place] >= 65 && bytes[place] <= 90 {
        // What stands behind a colon begins a sentence as often as not.
        if bytes[place - 1].isBlank, place < 2 || bytes[place - 2] != UInt8(ascii: ":") {
          places.append(place)
        }
      }
      return places
    }
  }

  func lowered(_ text: String) -> String {
    guard let byte = text.utf8.first, byte.isCapital || byte >= 128, let first = text.first, first.isUppercase
    else { return text }
    let word = text.firstWord
    let isPlain =
      word.isASCII
      ? word.utf8.dropFirst().allSatisfy(\.isSmallLetter) : word.dropFirst().allSatisfy(\.isLowercase)
    guard isPlain || word.count == 1, !names.contains(word) || Self.common.contains(word) else { return text }
    if word == "I" { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// They begin sentences and titles, and are no names.
  private static let common: Set<String> = [
    "The", "A", "An", "We", "Our", "Each", "Every", "All", "No", "Only", "There", "If", "When", "In", "On",
    "At", "How", "Why", "What", "Where", "Which", "Who",
    "For", "With", "Without", "Never", "Always", "Not", "One", "Two", "Most", "Any", "After", "Before",
  ]
}

extension StringProtocol where SubSequence == Substring {
  /// The letters and digits at its beginning.
  fileprivate var firstWord: String {
    let end = utf8.firstIndex { !$0.isWordly } ?? endIndex
    // A sign beyond ASCII could be a letter, or a mark on the last one.
    guard end == endIndex || utf8[end] < 128 else { return String(prefix { $0.isLetter || $0.isNumber }) }
    return String(self[..<end])
  }
}
