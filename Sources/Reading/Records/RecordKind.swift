/// Whether a file is a decision record, and if not, what else it is.
enum RecordKind: Equatable {
  case record
  /// Skipped, with the reason as a person would say it.
  case skipped(String)
  case other

  /// Where a file lies, as far as that tells what it is.
  struct Place {
    let name: String
    /// The folders above it, the nearest first.
    let folders: [String]
    /// It is the only document in its folder.
    let isAlone: Bool
    /// Most of its neighbours are records.
    let isAmongRecords: Bool
    let isTestData: Bool
  }

  static func of(_ record: DecisionRecord, at place: Place, templateTexts: Int) -> RecordKind {
    let name = RecordReader.withoutEnding(place.name)
    let words = PlainWords.normalized(name).spacedWords.map(String.init)
    let isNumbered = RecordTitle.isNumbered(name)
    if isTemplateName(words, isNumbered: isNumbered, templateTexts) { return .skipped("a template") }
    if place.isTestData { return .skipped("test data or a template") }
    // The record that introduces records may explain their parts.
    let explains = record.isAboutRecords && isNumbered
    if templateTexts >= 4 && !explains || record.hasPlaceholders { return .skipped("a template") }
    let bare = words.filter {
      !["adr", "adrs", "madr", "decision", "decisions", "record", "records"].contains($0)
    }.joined(separator: " ")
    let evidence = evidence(record)
    if ["readme", "index"].contains(bare) {
      let holder = place.folders.first ?? ""
      let isNamed =
        RecordTitle.isNumbered(holder) || !isConventional(holder)
      // Alone in a folder of its own it is the record; among records it lists them.
      let enough = RecordTitle.isNumbered(holder) ? 3 : 4
      guard place.isAlone, isNamed, evidence >= enough || place.isAmongRecords && evidence >= 2 else {
        return .skipped("an index")
      }
      return .record
    }
    if !isNumbered, indexNames.contains(bare) || bare.isEmpty && words.count <= 2 {
      return .skipped("an index")
    }
    let isAtHome = place.isAmongRecords || place.folders.prefix(2).contains { isConventional($0) }
    let total = evidence + (isNumbered ? 2 : 0) + (isAtHome ? 2 : 0)
    if incident(record) { return .other }
    if total >= 5 { return .record }
    return isAtHome && total >= 3 ? .record : .other
  }

  private static let noise: Set<String> = [
    "adr", "madr", "rfc", "decision", "record", "the", "a", "postmortem", "design", "doc", "minimal", "bare",
    "long", "short",
  ]

  private static func isTemplateName(_ words: [String], isNumbered: Bool, _ templateTexts: Int) -> Bool {
    let telling = words.filter { !noise.contains($0) && !$0.allSatisfy(\.isNumber) }
    if telling == ["template"] || telling == ["templates"] || telling == ["tmpl"] { return true }
    guard !isNumbered, words.contains("template") else { return false }
    return (words.first == "template" || words.last == "template" || words.starts(with: ["adr", "template"]))
      && templateTexts >= 1
  }

  private static let indexNames: Set<String> = [
    "changelog", "contributing", "license", "licence", "code of conduct", "toc", "table of contents",
    "summary",
    "glossary", "log", "list", "overview", "authors", "security", "codeowners", "contents", "adr log",
    "about",
  ]

  static func isConventional(_ folder: String) -> Bool {
    let name = PlainWords.normalized(folder)
    return conventional.contains(name) || name.hasSuffix(" adr") || name.hasSuffix(" adrs")
      || name.hasPrefix("adr ")
  }

  private static let conventional: Set<String> = [
    "adr", "adrs", "decisions", "architecture decision record", "architecture decision records",
    "decision records",
    "decision record", "architecture decisions", "architectural decisions", "architectural decision records",
    "rfcs", "rfc",
    "decision log", "pdr", "edr", "ddr", "design decisions", "tech decisions", "technical decisions",
  ]

  /// How much of the text looks like a record, whatever it is called.
  private static func evidence(_ record: DecisionRecord) -> Int {
    var score = 0
    if record.has(.decision) { score += 3 }
    for role in [SectionRole.proposal, .context, .options, .drivers, .rationale] where record.has(role) {
      score += 1
    }
    if record.has(.consequences) || record.has(.positive) || record.has(.negative) { score += 1 }
    if record.has(.rejected) { score += 1 }
    if record.state.status != nil { score += 2 }
    return score
  }

  /// An account of an incident has cards of its own kind.
  private static func incident(_ record: DecisionRecord) -> Bool {
    let names = Set(record.headings.filter(ofIncidents.contains))
    return names.count >= 3 || names.contains("root cause") && names.contains("timeline")
  }

  private static let ofIncidents: Set<String> = [
    "timeline", "root cause", "root causes", "root cause analysis", "resolution", "lessons learned",
    "action items",
    "detection", "trigger", "contributing factors", "incident summary", "what went well", "what went wrong",
    "five whys",
    "5 whys", "mitigation", "customer impact", "corrective actions", "impact",
  ]
}
