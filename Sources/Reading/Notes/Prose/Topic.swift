internal import Recall

/// What a question is about, where it does not say so itself: the headings above it, or the note's title. Made once for
/// all questions of a section.
struct Topic {
  /// A heading that names something.
  struct Name {
    let text: String
    let words: KeyWords

    /// A note's title may be longer than a heading in it: there is only one.
    init?(_ heading: String, mostWords: Int = 7, isTitle: Bool = false) {
      text = Topic.short(heading)
      words = KeyWords.of(text)
      // A heading that lists what stands below it names none of it.
      guard !text.hasWords(mostWords + 1), Topic.tells(text, words, isTitle: isTitle),
        text.utf8.count(where: { $0 == UInt8(ascii: ",") }) < 3
      else { return nil }
    }
  }

  private let names: [Name]
  private let title: Name?

  init(title: Name?, place: [String]) {
    names = place.reversed().compactMap { Name($0) } + [title].compactMap(\.self)
    self.title = title
  }

  /// "Global", "Threads" or "Rules at startup" alone could stand in any document: its title says in which.
  private func full(_ name: Name, besides asked: KeyWords) -> String {
    guard !name.text.holds(UInt8(ascii: "`")), let title = scope(besides: asked),
      title.words.shared(with: name.words) == 0
    else {
      return name.text
    }
    return "\(title.text), \(name.text)"
  }

  /// The title, where it is short enough to stand in front and says something that the question does not.
  private func scope(besides asked: KeyWords) -> Name? {
    guard let title, title.text.wordCount <= Self.longestTitle, !title.text.holds(UInt8(ascii: ":")),
      title.words.shared(with: asked) * 2 < title.words.count
    else { return nil }
    return title
  }

  /// A longer title does not stand before a heading.
  private static let longestTitle = 8

  var isEmpty: Bool { names.isEmpty }
  var nearest: String? { names.first?.text }

  /// "Scope hoisting: why is merging possible?"
  func framed(_ candidate: ProseCandidate, _ book: CaseBook) -> String {
    let question = candidate.question
    // A gap stands in a whole sentence; headings that ask have been framed already.
    guard candidate.kind != .cloze, !candidate.isHeading, candidate.kind != .steps, let topic = names.first
    else { return question }
    let asked = KeyWords.of(question)
    // "What is a group?" below "Groups": the next thing that is named tells which.
    if candidate.kind == .meaning, asked.count == 1, !question.holds(UInt8(ascii: "`")),
      let wider = names.first(where: { $0.words.shared(with: asked) == 0 })
    {
      return "\(wider.text): \(book.lowered(question))"
    }
    let name: String
    if let term = candidate.lostTerm, KeyWords.of(term).shared(with: asked) == 0 {
      name = term
    } else {
      // A short question speaks of things that only their surroundings tell; a long one tells what it is about.
      let isShort = asked.count <= 3 && !question.isQuoted && candidate.kind != .meaning
      let isTold = names.indices.contains { index in
        let words = names[index].words
        // "Callbacks" further up stands above many of them.
        guard index == 0 || words.count > 1 else { return false }
        return words.shared(with: asked) * (isShort ? 1 : 2) >= words.count
      }
      if isTold {
        // "What is the controller responsible for?" below "The controller": of what, the title says.
        let isWithin = candidate.kind != .meaning || asked.count <= 3 && !question.holds(UInt8(ascii: "`"))
        guard isWithin, let scope = scope(besides: asked) else { return question }
        name = scope.text
      } else {
        name = full(topic, besides: asked)
      }
    }
    return "\(name): \(question.isQuoted ? question : book.lowered(question))"
  }

  /// What a question of a note asks, without the heading in front of it. A sentence that went below another heading asks
  /// the same as before.
  static func removed(from question: String, of kind: CardKind, below place: [String]) -> String {
    guard !place.isEmpty, kind != .question, kind != .cloze else { return question }
    for heading in place.reversed() {
      let topic = short(heading) + ": "
      if question.hasPrefix(topic) { return String(question.dropFirst(topic.count)).capitalizedStart }
      if let found = question.firstRange(of: ", " + topic),
        !question[..<found.lowerBound].contains(":"),
        String(question[..<found.lowerBound]).wordCount <= Self.longestTitle
      {
        return String(question[found.upperBound...]).capitalizedStart
      }
    }
    return question
  }

  /// "🔭 Server tick — numbers to remember": the name, without what goes on to be said about it.
  private static func short(_ heading: String) -> String {
    var name = heading
    if name.utf8.first?.isWordly != true {
      name = String(heading.drop { !$0.isLetter && !$0.isNumber && !"`\"“".contains($0) })
    }
    // "TEP-0033: Feature gates": its number in a series.
    if let colon = name.place(of: ": "), isSeries(String(name[..<colon.lowerBound])) {
      name = String(name[colon.upperBound...])
    }
    // "Utilities {#6-utilities}" has a name for links behind it.
    if let open = name.place(of: "{#"), name.hasSuffix("}") {
      name = String(name[..<open.lowerBound]).trimmed
    }
    for sign in [" — ", " – ", " - "] {
      if let place = name.place(of: sign) { name = String(name[..<place.lowerBound]) }
    }
    return name.trimmed.trimmingPunctuation
  }

  /// "TEP-0033", "RFC 12", "CFP-2024-06-12", "Section 3"; "UTF-8" and "EC2" are names.
  static func isSeries(_ label: String) -> Bool {
    let letters = label.prefix(while: \.isLetter)
    let number = label.dropFirst(letters.count).drop { "- #".contains($0) }
    guard !number.isEmpty, number.allSatisfy({ $0.isNumber || $0 == "-" }) else { return false }
    if ["section", "part", "phase", "chapter"].contains(letters.lowercased()) { return true }
    let isProposal =
      (3...4).contains(letters.count) && letters.hasSuffix("P") && !protocols.contains(String(letters))
    return letters.allSatisfy(\.isUppercase) && (isProposal || ["RFC", "RFD", "ADR"].contains(letters))
  }

  private static let protocols: Set<String> = [
    "HTTP", "UDP", "TCP", "FTP", "SFTP", "LDAP", "SMTP", "IMAP", "SOAP", "PHP", "RTP", "ICMP", "NTP", "BGP",
  ]

  private static let asking: Set<String> = [
    "how", "what", "why", "when", "where", "who", "which", "things", "some", "notes", "one", "two", "three",
    "more", "if",
  ]

  static func isPlain(_ word: String) -> Bool { word.isEmpty || plain.contains(word) }

  static func tells(_ heading: String) -> Bool { tells(heading, KeyWords.of(heading)) }

  /// Whether a heading names something, and is short enough to stand before a question.
  private static func tells(_ heading: String, _ telling: KeyWords, isTitle: Bool = false) -> Bool {
    guard !telling.isEmpty, !heading.hasSuffix("?") else { return false }
    let name = PlainWords.normalized(heading)
    let words = name.pieces
    // "How the relay works" names what a whole note is about; a heading of that kind is a question.
    return !general.contains(name) && !words.allSatisfy(plain.contains)
      && (isTitle && words[0] == "how" && words.count <= 6
        || !asking.contains(heading.leadingWord?.lowercased() ?? ""))
      && !(words.count < 4 && words.contains { $0.allSatisfy(\.isNumber) }) && RecordDate.day(heading) == nil
  }

  /// Of these words a heading can be made that stands in every document, and names nothing.
  private static let plain: Set<String> = [
    "about", "additional", "advanced", "advantages", "and", "argument", "arguments", "attributes", "basic",
    "basics", "behavior", "behaviour", "benefits", "code", "collect", "collected", "command", "commands",
    "common", "component", "components", "concepts", "config", "configuration", "configurations",
    "constraints", "default", "defaults", "definitions", "dependencies", "description", "details",
    "directories", "directory", "documentation", "environment", "example", "examples", "execution", "extra",
    "feature", "features", "field", "fields", "file", "files", "flags", "folder", "folders", "for",
    "functions", "general", "getting", "glossary", "guide", "how", "important", "in", "index",
    "information", "input", "inputs", "installation", "installing", "introduction", "it", "key", "layout",
    "limitations", "list", "main", "manual", "methods", "modules", "need", "note", "notes", "of", "option",
    "optional", "options", "output", "outputs", "overview", "package", "packages", "parameter",
    "parameters", "parts", "pre", "prerequisite", "prerequisites", "project", "properties", "quick",
    "quickstart", "readme", "reference", "repo", "repository", "required", "requirement", "requirements",
    "requisites", "resources", "response", "results", "return", "returns", "run", "running", "scripts",
    "service", "services", "set", "setting", "settings", "setup", "start", "started", "steps",
    "structure", "summary", "technical", "terminology", "terms", "the", "this", "tips", "to", "tradeoffs",
    "troubleshooting", "types", "up", "usage", "use", "useful", "using", "value", "values", "variables",
    "asked", "best", "by", "cases", "constants", "contributing", "contribution", "contributions",
    "development",
    "edge", "expected", "faq", "frequently", "guidelines", "known", "questions", "roadmap", "rule", "vision",
    "request", "requests", "table", "contents", "conclusion", "conclusions", "proposed", "design",
    "background", "motivation", "motivations", "unresolved", "question", "detail", "intro", "metadata",
    "practice", "practices", "problems", "process", "current", "state", "things",
    "user", "users", "story", "stories", "experience", "implementation", "implementations", "standard",
    "upgrade", "downgrade", "strategy", "graduation", "criteria", "risks", "mitigations", "drawbacks",
    "considerations", "result", "solving", "take", "type", "what", "workflow", "working", "works", "you",
  ]

  private static let general: Set<String> = [
    "context", "decision", "consequences", "status", "overview", "introduction", "background", "notes",
    "architecture", "design",
    "rules", "details", "summary", "motivation", "goals", "goal", "problem", "what it is", "the price",
    "decision outcome",
    "context and problem statement", "positive consequences", "negative consequences", "decision drivers",
    "rationale", "readme",
    "trade offs", "tradeoffs", "why", "general", "misc", "other", "things to know", "gotchas", "faq",
    "history", "some history",
    "proposal", "solution", "implementation", "more information", "architecture documentation",
    "design principles", "principles",
  ]
}
