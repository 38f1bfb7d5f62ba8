/// What a file says of whether it is an incident report.
struct IncidentSigns: Sendable {
  let isTemplate: Bool
  let isIncident: Bool
  /// By its headings, and not only by its name.
  let isSure: Bool
  /// It leads to the reports of a folder, and is none.
  let isIndex: Bool

  init(
    _ outline: Outline, _ blocks: [Block], fields: [String: [String]], name: String, folders: [String]
  ) {
    let sections = outline.sections.flatMap(\.all)
    let roles = sections.compactMap { IncidentRole.of($0.title.flat) }.filter { $0 != .aside }
    let distinct = Set(roles.map { $0 == .prevention ? .actions : $0 })
    let telling = distinct.filter(\.isTelling)
    let title = outline.sections.first?.title.flat ?? fields["title"]?.first ?? ""
    let stem = RecordReader.withoutEnding(name)

    let words = " " + PlainWords.normalized(stem) + " "
    let holders = Self.placeholders(blocks, title)
    let isRecord = Self.isRecord(sections, fields, folders)
    // What a decision record's placeholders make of it is for others to say.
    isTemplate =
      !isRecord
      && (words.holds(" template ") && !distinct.isEmpty
        || PlainWords.normalized(title).holds("template") && holders > 0
        || holders >= 3 || Self.isPlaceholder(title) && (holders > 0 || !distinct.isEmpty)
        || distinct.count >= 3 && Self.isEmpty(sections))

    isIndex = ["readme", "index", "changelog", "contributing", "security"].contains(
      PlainWords.normalized(stem))
    let isGuide = IncidentTitle.isGuide(title) || IncidentTitle.isGuide(stem)
    let kind = fields["kind"]?.first?.lowercased() ?? fields["type"]?.first?.lowercased() ?? ""
    let isNamed =
      IncidentTitle.isNamed(title) || IncidentTitle.isNamed(stem) || IncidentTitle.isNamed(kind)
      || folders.prefix(2).contains { IncidentTitle.isNamed($0) }
    // "Reasons" and "Changes" stand in other documents too; a root cause does not.
    let isPlain = sections.contains { Self.plainNames.isIn(IncidentWords.plain($0.title.flat)) }
    isSure =
      !isRecord
      && (isPlain && distinct.count >= 2 || telling.contains(.timeline) && distinct.count >= 3
        || telling.count >= 2 && distinct.count >= 3 || isNamed && distinct.count >= 2 && !telling.isEmpty
        || distinct.contains(.cause) && distinct.count >= 3
          && !distinct.isDisjoint(with: [.fix, .impact, .symptom])
        || distinct.isSuperset(of: [.summary, .fix]) && sections.contains { Self.isSeverity($0.title.flat) })
    // A page that says when it began and ended tells of something that happened once.
    let isStamped = Self.stamps.contains { fields[$0] != nil } && fields["title"] != nil || kind == "outage"
    let isProse =
      (isNamed && Self.tellsOfTrouble(blocks, least: 2) || isStamped && Self.tellsOfTrouble(blocks, least: 1))
    isIncident =
      !isIndex
      && (isSure && (!isGuide || telling.count >= 2 && distinct.count >= 4)
        || isProse && !isGuide && !isRecord)
  }

  /// How bad it was stands in reports of holes in a program: what it was, how bad, and what closed it.
  private static func isSeverity(_ heading: String) -> Bool {
    ["severity", "schweregrad", "gravite", "gravedad", "gravidade"].contains(PlainWords.unaccented(heading))
  }

  private static let stamps = ["start_time", "incident_start", "incident_date", "started_at", "detected_at"]

  private static let plainNames = IncidentWords.list(
    """
    root cause|root causes|rca|contributing factors|contributing factor|five whys|5 whys|ursache|ursachen|cause racine|
    causes racines|causa raiz|causas raiz
    """)

  private static func isRecord(_ sections: [Section], _ fields: [String: [String]], _ folders: [String])
    -> Bool
  {
    let names = Set(sections.map { HeadingNames.plain($0.title.flat) })
    // Among decision records, what has a status and a context is one, with or without "Timeline" and "Mitigation".
    if folders.prefix(2).contains(where: RecordKind.isConventional), names.contains("context"),
      names.contains(where: { $0.hasPrefix("status") })
    {
      return true
    }
    let deciding = names.intersection([
      "decision", "decision outcome", "considered options", "consequences", "decision drivers",
      "alternatives considered",
      "alternatives", "options considered",
    ])
    return deciding.count >= 2 || fields["decision-makers"] != nil || fields["deciders"] != nil
  }

  /// Headings and nothing below them but signs for a gap.
  private static func isEmpty(_ sections: [Section]) -> Bool {
    !sections.contains { section in
      let role = IncidentRole.of(section.title.flat)
      return role != .aside && IncidentStatement.all(section.blocks).contains { $0.text.wordCount >= 3 }
    }
  }

  private static func placeholders(_ blocks: [Block], _ title: String) -> Int {
    func isHolder(_ text: String) -> Bool {
      isPlaceholder(text) || Templates.isTemplateText(text)
    }
    var count = 0
    for block in blocks {
      switch block {
      case .heading(_, let words, _), .paragraph(let words, _): if isHolder(words.flat) { count += 1 }
      case .list(let items, _, _): count += items.reduce(0) { $0 + placeholders($1.blocks, "") }
      case .quote(let inner, _): count += placeholders(inner, "")
      case .table(let rows, _): count += min(2, rows.joined().count { isHolder($0) })
      case .code, .rule: break
      }
    }
    return count
  }

  private static let marks = PhraseList([
    "{{", "yyyy", "hh:mm", "xxxx-xx", "dd/mm", "20xx", "lorem ipsum", "to be done pre-meeting", "<title>",
    "<date>",
    "[incident", "[date", "[title", "[name", "[brief", "[describe", "[detailed", "[one ",
    "short event description",
    "xxx", "yyy", "zzz", "[what", "[how", "[summary", "[root", "list the timezone", "itemized list of",
    "state the impact", "sit amet", "consectetur", "curabitur", "[list", "[link", "tktk",
  ])

  static func isPlaceholder(_ text: String) -> Bool {
    if text.holds("HH:mm"), text.utf8.count > 24 { return false }
    return marks.isIn(anyCase: withoutCode(text))
      || ["incident title", "issue name", "title", "postmortem title", "incident name"].contains(
        PlainWords.normalized(text))
  }

  /// "`src/[Name]`" is how somebody's folders are called.
  private static func withoutCode(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "`")), text.holds(UInt8(ascii: "[")) else { return text }
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 0 }.map { String(parts[$0]) }.joined(separator: " ")
  }

  /// So many sentences that tell of trouble, and one of what it came from.
  private static func tellsOfTrouble(_ blocks: [Block], least: Int) -> Bool {
    let said = IncidentStatement.all(blocks).prefix(60)
    return said.count { IncidentWords.isSymptom($0.text) } >= least
      && said.contains { IncidentWords.cause($0.text) >= 2 || IncidentWords.isFix($0.text) }
  }
}
