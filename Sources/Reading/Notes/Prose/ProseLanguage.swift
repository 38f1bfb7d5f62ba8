/// The words by which a language ties a claim to its reason, a condition to what follows. English has rules of its own
/// beside these; the others are quoted where English is turned into a question.
struct ProseLanguage: Sendable {
  let code: String
  /// Behind these stands the reason, and the answer begins with it.
  let because: [String]
  /// Behind these too, but they stay part of the answer: "so that", "otherwise".
  let soThat: [String]
  /// Behind these stands the claim; the reason is before them.
  let therefore: [String]
  let conditions: [String]
  let why: String
  /// All that a reason stands behind.
  let reasons: [String]
  /// `%` stands for the condition.
  let whatIf: [String: String]
  /// Words by which the language is known.
  let common: Set<String>

  private init(
    code: String, because: [String], soThat: [String], therefore: [String], conditions: [String], why: String,
    whatIf: [String: String], common: Set<String>
  ) {
    self.code = code
    self.because = because
    self.soThat = soThat
    self.therefore = therefore
    reasons = soThat + because
    self.conditions = conditions
    self.why = why
    self.whatIf = whatIf
    self.common = common
  }

  static let all = [english, german, french, spanish, portuguese]

  /// The one that most of the first words are common in; English where it is none.
  static func of(_ text: String) -> ProseLanguage {
    // A page of links says little in any language; of a page of sentences the first ones tell.
    let first = counts(in: words(text, most: 80))
    let sorted = first.sorted(by: >)
    let isClear = sorted[0] >= 12 && sorted[0] >= sorted[1] * 3
    let counts = isClear ? first : counts(in: words(text, most: 300))
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) }
    return best.map { all[$0] } ?? english
  }

  /// How many of the words are common in each language.
  private static func counts(in words: [UInt64]) -> [Int] {
    words.reduce(into: all.map { _ in 0 }) { counts, word in
      let known = commonWords[word]
      guard !known.isEmpty else { return }
      for index in counts.indices where known.contains(.language(index)) { counts[index] += 1 }
    }
  }

  /// The beginning of a text as the hashes of its words. Where that is ASCII, no sign has to be looked up.
  private static func words(_ text: String, most: Int) -> [UInt64] {
    guard text.isASCII else {
      let small = text.prefix(4000).lowercased()
      return small.split(maxSplits: most) { !$0.isLetter }.prefix(most).map { $0.utf8.smallHash }
    }
    return text.withBytes { bytes in
      let end = min(bytes.count, 4000)
      var hashes: [UInt64] = []
      hashes.reserveCapacity(most)
      var start = 0
      for index in 0...end where index == end || !(bytes[index] | 32).isSmallLetter {
        if index > start { hashes.append(bytes[start..<index].smallHash) }
        start = index + 1
        if hashes.count == most { break }
      }
      return hashes
    }
  }

  /// Which languages a word is common in.
  private struct Known: OptionSet {
    let rawValue: UInt16
    static func language(_ index: Int) -> Known { Known(rawValue: 1 << UInt16(index)) }
  }

  private static let commonWords = WordTable<Known>(
    all.enumerated().map { (.language($0.offset), Array($0.element.common)) })

  static let english = ProseLanguage(
    code: "en", because: ["because", "since", "given that"],
    soThat: [
      "so that", "in order that", "in order to", "otherwise", "because of", "due to", "to avoid",
      "to prevent", "or else",
    ],
    therefore: ["which is why", "that is why", "that's why", "therefore", "so", "hence", "thus"],
    conditions: ["if", "when", "whenever", "once", "while", "unless"],
    why: "Why?",
    whatIf: [
      "if": "What happens if %?", "when": "What happens when %?", "whenever": "What happens whenever %?",
    ],
    common: [
      "the", "is", "and", "of", "to", "in", "that", "it", "for", "with", "are", "we", "not", "because",
    ])

  static let german = ProseLanguage(
    code: "de", because: [], soThat: ["weil", "denn", "damit", "sonst", "da"],
    therefore: ["deshalb", "daher", "darum"],
    conditions: ["wenn", "falls"], why: "Warum?",
    whatIf: ["wenn": "Was passiert, wenn %?", "falls": "Was passiert, falls %?"],
    common: [
      "der", "die", "das", "und", "ist", "nicht", "ein", "eine", "wird", "auf", "mit", "wir", "den", "sich",
      "zu",
    ])

  static let french = ProseLanguage(
    code: "fr", because: [],
    soThat: ["parce que", "car", "afin que", "afin de", "pour que", "sinon", "puisque"],
    therefore: ["donc", "c'est pourquoi"], conditions: ["si", "quand", "lorsque"], why: "Pourquoi ?",
    whatIf: [
      "si": "Que se passe-t-il si % ?", "quand": "Que se passe-t-il quand % ?",
      "lorsque": "Que se passe-t-il lorsque % ?",
    ],
    common: [
      "le", "la", "les", "des", "est", "une", "et", "pas", "que", "dans", "pour", "sur", "nous", "un", "du",
    ])

  static let spanish = ProseLanguage(
    code: "es", because: [], soThat: ["porque", "ya que", "para que", "puesto que", "de lo contrario"],
    therefore: ["por eso", "por lo tanto"], conditions: ["si", "cuando"], why: "¿Por qué?",
    whatIf: ["si": "¿Qué pasa si %?", "cuando": "¿Qué pasa cuando %?"],
    common: ["el", "la", "los", "las", "es", "una", "y", "no", "que", "en", "para", "se", "del", "con", "un"])

  static let portuguese = ProseLanguage(
    code: "pt", because: [],
    soThat: ["porque", "pois", "para que", "uma vez que", "senão", "caso contrário"],
    therefore: ["por isso", "portanto"], conditions: ["se", "quando"], why: "Porquê?",
    whatIf: ["se": "O que acontece se %?", "quando": "O que acontece quando %?"],
    common: ["o", "os", "as", "é", "uma", "e", "não", "que", "em", "para", "do", "da", "com", "um", "são"])
}
