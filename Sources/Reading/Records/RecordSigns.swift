/// What a file says by itself of whether it is a decision record. What its neighbours say comes later: only
/// all files together know that.
struct RecordSigns: Sendable {
  /// The folder that holds it.
  let folder: String
  let isNumbered: Bool
  let isTestData: Bool
  /// It is called a template.
  let isNamedTemplate: Bool
  /// It holds what templates hold.
  let isTemplate: Bool
  /// It is only called README or index, so that its folder has to say what it is.
  let isNamedByFolder: Bool
  /// It is called as lists and other papers of a project are.
  let isNamedIndex: Bool
  let isIncident: Bool
  /// Its folder, or the one around that, is called as folders of records are.
  let isAtHome: Bool
  /// How much of the text looks like a record, whatever it is called.
  let evidence: Int

  /// `folders` are those above the file, the nearest first.
  init(
    _ record: DecisionRecord, name: String, folders: [String], templateTexts: Int, isTestData: Bool
  ) {
    let name = RecordReader.withoutEnding(name)
    let words = PlainWords.normalized(name).spacedWords.map(String.init)
    let bare = words.filter { !Self.ofRecords.contains($0) }.joined(separator: " ")
    folder = folders.first ?? ""
    isNumbered = RecordTitle.isNumbered(name)
    self.isTestData = isTestData
    isNamedTemplate = Self.isTemplateName(words, isNumbered: isNumbered, templateTexts)
    // The record that introduces records may explain their parts, and one that was begun has words of its own.
    isTemplate =
      templateTexts >= 4 && !(isNumbered && (record.isAboutRecords || Self.isBegun(record)))
      || record.hasPlaceholders
    isNamedByFolder = bare == "readme" || bare == "index"
    isNamedIndex = !isNumbered && (Self.indexNames.contains(bare) || bare.isEmpty && words.count <= 2)
    isIncident = Self.isIncident(record)
    isAtHome = folders.prefix(2).contains(where: RecordKind.isConventional)
    evidence = Self.evidence(record)
  }

  private static let ofRecords: Set<String> = [
    "adr", "adrs", "madr", "decision", "decisions", "record", "records",
  ]

  private static let noise: Set<String> = [
    "adr", "madr", "rfc", "decision", "record", "the", "a", "postmortem", "design", "doc", "minimal", "bare",
    "long", "short", "architecture", "architectural",
  ]

  private static func isTemplateName(_ words: [String], isNumbered: Bool, _ templateTexts: Int) -> Bool {
    let telling = words.filter {
      !noise.contains($0) && !$0.allSatisfy(\.isNumber) && !RecordSeries.isPlaceholder($0)
    }
    if telling == ["template"] || telling == ["templates"] || telling == ["tmpl"] { return true }
    // "0000-template" is no record's number.
    if words.last == "template", templateTexts >= 1 || words.contains(where: isNoNumber) { return true }
    guard !isNumbered, words.contains("template") else { return false }
    return (words.first == "template" || words.last == "template" || words.starts(with: ["adr", "template"]))
      && templateTexts >= 1
  }

  /// Somebody said what was decided, or a good deal of anything, and left the other sections as they were.
  private static func isBegun(_ record: DecisionRecord) -> Bool {
    let own = record.parts.reduce(0) { $0 + ownWords($1.section.blocks) }
    let decided = record.sections(.decision).reduce(0) { $0 + ownWords($1.blocks) }
    return own >= 150 || decided >= 6 && own - decided >= 10
  }

  /// In paragraphs and lists that are none of a template's.
  private static func ownWords(_ blocks: [Block]) -> Int {
    blocks.reduce(0) { count, block in
      switch block {
      case .paragraph(let text, _) where !Templates.isTemplateText(text.flat): count + text.flat.wordCount
      case .list(let items, _, _) where Templates.count([block]) == 0:
        count + items.reduce(0) { $0 + ownWords($1.blocks) }
      default: count
      }
    }
  }

  private static func isNoNumber(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.allSatisfy { $0 == UInt8(ascii: "0") }
      || RecordSeries.isPlaceholder(word)
  }

  private static let indexNames: Set<String> = [
    "changelog", "contributing", "license", "licence", "code of conduct", "toc", "table of contents",
    "summary",
    "glossary", "log", "list", "overview", "authors", "security", "codeowners", "contents", "adr log",
    "about",
  ]

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
  private static func isIncident(_ record: DecisionRecord) -> Bool {
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
