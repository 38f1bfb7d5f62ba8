/// Which role a heading has, in the language that the record is written in.
///
/// A class, since every record and all that make its cards hold on to the one of their language.
final class HeadingNames: Sendable {
  let language: RecordLanguage
  let words: LanguageWords
  let labels: RecordLabels
  let states: StateReader
  private let roles: [String: SectionRole]
  private let longest: Int
  /// The words with which a telling phrase begins and ends: most headings have none of them there.
  private let firstWords: Set<String>
  private let lastWords: Set<String>

  init(_ language: RecordLanguage) {
    self.language = language
    words = LanguageWords(language)
    labels = RecordLabels(language)
    states = StateReader(language)
    var roles: [String: SectionRole] = [:]
    // What stands in several lists means the first of these.
    for role in SectionRole.allCases {
      for name in language.headings[role] ?? [] where roles[name] == nil { roles[name] = role }
    }
    self.roles = roles
    longest = roles.keys.map { $0.utf8.count }.max() ?? 0
    let telling = roles.filter { Self.telling.contains($0.value) }.keys.map(\.spacedWords)
    firstWords = Set(telling.compactMap { $0.first.map(String.init) })
    lastWords = Set(telling.compactMap { $0.last.map(String.init) })
  }

  /// A name that stands there alone.
  func exactRole(_ name: String) -> SectionRole? {
    mayBeName(name) ? roles[Self.plain(name)] : nil
  }

  /// False for what is too long to be one, as nearly every paragraph is. A number in front may go.
  func mayBeName(_ text: String) -> Bool { !PlainWords.isLonger(text, than: longest + 12) }

  static func plain(_ heading: String) -> String { PlainWords.normalized(withoutNumber(heading)) }

  /// Every name of a section, as plain words.
  var known: some Sequence<String> { roles.keys }

  /// A heading as it stands, or with words around it: "Decision", "2. Decision:", "Our decision on caching".
  func role(_ heading: String) -> SectionRole? {
    let name = PlainWords.normalized(Self.withoutNumber(heading))
    guard !name.isEmpty, name.utf8.count < 120 else { return nil }
    if let exact = roles[name] { return exact }
    var words = name.spacedWords[...]
    while let first = words.first, words.count > 1, first.utf8.count <= 6,
      Self.articles.contains(String(first))
    {
      words.removeFirst()
    }
    guard let first = words.first, let last = words.last else { return nil }
    if first.startIndex > name.startIndex, let exact = roles[String(name[first.startIndex...])] {
      return exact
    }
    // "Risks / Considerations"
    if heading.holds(UInt8(ascii: "/")) {
      for part in heading.split(separator: "/") {
        if let role = roles[PlainWords.normalized(String(part))] { return role }
      }
    }
    // "Status: accepted"
    if heading.holds(UInt8(ascii: ":"), within: 24), let colon = heading.firstIndex(of: ":"),
      let role = roles[PlainWords.normalized(String(heading[..<colon]))], role == .status || role == .date
    {
      return role
    }
    // Plan B: the name begins or ends with a telling phrase. One short word tells nothing.
    guard firstWords.contains(String(first)) || lastWords.contains(String(last)) else { return nil }
    for count in stride(from: min(4, words.count - 1), through: 1, by: -1) {
      let end = words[words.startIndex + count - 1].endIndex
      let start = words[words.endIndex - count].startIndex
      for phrase in [name[first.startIndex..<end], name[start..<last.endIndex]]
      where (7...longest).contains(phrase.utf8.count) {
        if let role = roles[String(phrase)], Self.telling.contains(role) { return role }
      }
    }
    return nil
  }

  private static let telling: Set<SectionRole> = [
    .status, .context, .drivers, .options, .rejected, .decision, .rationale, .consequences, .positive,
    .negative,
  ]
  private static let articles: Set<String> = [
    "the", "our", "a", "le", "la", "les", "der", "die", "das", "el", "los", "las", "o", "os", "as", "notre",
    "unsere",
  ]

  /// Without "2.", "3.1 -", "IV." or "b)" at its beginning.
  static func withoutNumber(_ heading: String) -> String {
    // Most have none, which their first byte tells.
    if let first = heading.utf8.first, first.small.isSmallLetter { return heading }
    var rest = heading.unicodeScalars[...].drop(while: \.isSpace)
    let number = rest.prefix { $0.isNumber || $0 == "." || $0 == ")" }
    let behind = rest[number.endIndex...].drop { $0 == " " }.first
    // "365 days" is no second section; "2. Days", "2) Days" and "2 - Days" are.
    let isNumber =
      number.contains { $0 == "." || $0 == ")" } || behind == ":" || behind == "-" || behind == "–"
    if isNumber, number.contains(where: \.isNumber), number.endIndex < rest.endIndex {
      rest = rest[number.endIndex...].drop { $0.isSpace || $0 == "-" || $0 == ":" || $0 == "–" }
    }
    return String(rest)
  }
}

extension Unicode.Scalar {
  fileprivate var isNumber: Bool { isASCII ? "0"..."9" ~= self : properties.numericType != nil }
  fileprivate var isSpace: Bool { isASCII ? UInt8(value).isBlank : properties.isWhitespace }
}

extension RecordLanguage {
  static let tables = [english, french, german, spanish, portuguese]
  static let all: [HeadingNames] = tables.map(HeadingNames.init)

  /// The language in which most of the headings have a meaning, the first of them; English where nothing tells.
  static func of(plain: [String]) -> HeadingNames {
    var known = all.map { _ in 0 }
    for name in plain { for language in languages[name] ?? [] { known[language] += 1 } }
    let most = known.max() ?? 0
    return all[known.firstIndex(of: most) ?? 0]
  }

  /// For each name of a section the languages that know it, by their places in `all`.
  private static let languages: [String: [Int]] = {
    var languages: [String: [Int]] = [:]
    for (place, names) in all.enumerated() {
      for name in names.known { languages[name, default: []].append(place) }
    }
    return languages
  }()
}
