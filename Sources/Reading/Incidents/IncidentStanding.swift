/// Whether words of a report can stand on a card without the page around them.
enum IncidentStanding {
  static let mostWords = 60

  /// Whole, short enough, and without a word that points out of it.
  static func stands(_ text: String) -> Bool {
    isWhole(text) && text.wordCount <= mostWords && !dangles(text)
  }

  /// Nothing was opened that is not closed, and nothing breaks off.
  static func isWhole(_ text: String) -> Bool {
    if text.hasSuffix("…") || text.hasSuffix(":") || text.hasSuffix("such as") { return false }
    var quotes = 0
    var ticks = 0
    var brackets = 0
    for sign in text {
      switch sign {
      case "\"": quotes += 1
      case "`": ticks += 1
      case "(", "[", "“", "„": brackets += 1
      case ")", "]", "”": brackets -= 1
      default: continue
      }
    }
    // „…“ is closed by the sign that opens elsewhere.
    if text.contains("„") { brackets = 0 }
    return quotes.isMultiple(of: 2) && ticks.isMultiple(of: 2) && brackets <= 0
  }

  /// It needs what stands before it.
  static func dangles(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    let words = plain.spacedWords
    // "Both servers ran out of …" needs nothing before it, "Both were …" does.
    let names = words.count > 1 && ["both", "neither"].contains(words[0]) && !verbs.contains(words[1])
    if IncidentWords.leans(text), !names { return true }
    if words.prefix(7).contains(where: { ["thus", "therefore", "hence", "consequently"].contains($0) }) {
      return true
    }
    if words.prefix(4).contains(where: { ["also", "similarly", "again"].contains($0) }) { return true }
    // "… without changing both places": which two?
    if let both = words.dropFirst().firstIndex(of: "both"), both + 1 < words.count,
      words[both + 1].hasSuffix("s"),
      !words[(both + 2)...].prefix(3).contains("and"), !words[..<both].contains("two"),
      !words[..<both].contains("and")
    {
      return true
    }
    // "Since it was not culled, …": it of what?
    if let first = words.first, opening.contains(first), let second = words.dropFirst().first,
      pronouns.contains(second)
    {
      return true
    }
    // "Those beside the pier are not.": not what?
    if words.last == "not", let verb = words.dropLast().last, unfinished.contains(verb),
      Sentences.split(text).count == 1, !text.contains(";")
    {
      return true
    }
    // "Due to a bug in the builder, this did not happen."
    let lower = text.lowercased()
    if [", this ", ", these ", ", that caused", ", it also"].contains(where: { lower.holds($0) }) {
      return true
    }
    // Behind the first sentence the words point into the answer itself.
    let first = Sentences.split(text).first.map(IncidentWords.plain) ?? plain
    return pointing.isIn(first) || promises(text)
  }

  private static let verbs: Set<Substring> = ["of", "were", "was", "are", "is", "have", "had", "did", "do"]

  private static let unfinished: Set<Substring> = ["is", "are", "was", "were"]

  private static let opening: Set<Substring> = [
    "since", "because", "as", "when", "if", "while", "although", "though", "whenever", "until", "before",
    "unless", "where", "given", "due", "despite",
  ]
  private static let pronouns: Set<Substring> = [
    "it", "they", "he", "she", "this", "that", "these", "those", "its", "their", "them", "such",
  ]

  static func promises(_ text: String) -> Bool { promising.isIn(IncidentWords.plain(text)) }

  /// What they promise stands behind the end.
  private static let promising = IncidentWords.list(
    "two reasons|three reasons|two issues|two problems|two things|three issues|three problems|three things|several reasons|following reasons|number of reasons|the following|as follows|listed below"
  )

  private static let pointing = IncidentWords.list(
    """
    that bug|that change|that issue|that problem|that error|that failure|that deployment|that release|that node|
    this bug|this change|this problem|this error|this behaviour|this behavior|this failure|this decision|this process|
    this did not|this does not|this would|this led|this meant|this happened|the above|the latter|the former|
    mentioned above|described above|described below|see below|as mentioned|previously mentioned|aforementioned|
    the same reason|same root cause as|the other one|the new one|the old one|said change
    """)

  /// Words that open with "The …" where the sentence before tells which one is meant.
  static func isNamedBefore(_ text: String, by before: String) -> Bool {
    let words = IncidentWords.plain(text).spacedWords
    guard words.first == "the", words.count > 3, !IncidentWords.isSymptom(before),
      IncidentWords.cause(before) < 2
    else { return false }
    let earlier = Set(IncidentWords.plain(before).spacedWords)
    guard let named = words.dropFirst().first(where: { $0.utf8.count > 2 }) else { return false }
    return !plainThings.contains(named) && earlier.contains(named)
      && !earlier.isEmpty && !before.lowercased().holds("the \(named)")
  }

  private static let plainThings: Set<Substring> = [
    "outage", "incident", "issue", "problem", "cause", "root", "reason", "team", "error", "errors", "failure",
    "service", "services", "cluster", "system", "application",
  ]

  /// A statement with as many before it as it needs, and those behind it that close what it opens. Nil where it does not
  /// stand even so.
  static func passage(
    _ statements: [IncidentStatement], _ index: Int, allows: (String) -> Bool = { _ in false }
  )
    -> Incident.Said?
  {
    let block = statements[index].block
    let isItem = statements[index].isItem
    var start = index
    var end = index
    var text = statements[index].text
    while !isItem, start > 0, statements[start - 1].block == block, !statements[start - 1].isItem,
      index - start < 2
    {
      let before = statements[start - 1].text
      guard dangles(text) && !allows(text) || isNamedBefore(text, by: before) else { break }
      guard before.wordCount + text.wordCount <= mostWords, !before.hasSuffix("?") else { break }
      text = before + " " + text
      start -= 1
    }
    while !isWhole(text), end + 1 < statements.count, statements[end + 1].block == block, end - index < 2 {
      text += " " + statements[end + 1].text
      end += 1
    }
    guard stands(text) || isWhole(text) && text.wordCount <= mostWords && allows(text) else { return nil }
    return Incident.Said(text, line: statements[start].line)
  }
}
