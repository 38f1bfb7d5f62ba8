/// Makes a record of a text, whatever form it has. It reads; whether the file is a record at all is another question
/// (`RecordKind`).
enum RecordReader {
  struct Markup {
    let blocks: [Block]
    let fields: [String: [String]]
  }

  static func markup(_ text: SourceText, name: String, matter: FrontMatter, _ findings: inout [Finding])
    -> Markup
  {
    let below = matter.lineCount == 0 ? FrontMatter.below(text) : nil
    let left = below?.lines ?? 0..<matter.lineCount
    let isRestructured = name.lowercased().hasSuffix(".rst")
    let read =
      isRestructured
      ? RestructuredBlocks.read(text, from: left.upperBound) : MarkdownBlocks.read(text, without: left)
    findings += read.findings
    return Markup(blocks: read.blocks, fields: matter.fields.merging(below?.fields ?? [:]) { own, _ in own })
  }

  static func record(_ markup: Markup, name: String, folder: String, matter: FrontMatter) -> DecisionRecord {
    RecordBuilder(
      blocks: markup.blocks, fields: markup.fields,
      named: RecordTitle.parts(ofName: stem(name, folder: folder)), isPutAway: isPutAway(folder)
    ).record()
  }

  /// Records that no longer hold are often moved into a folder that says so.
  private static func isPutAway(_ folder: String) -> Bool {
    PlainWords.normalized(folder).spacedWords.contains { putAway.contains(String($0)) }
  }

  private static let putAway: Set<String> = [
    "deprecated", "superseded", "obsolete", "historic", "archived", "retired",
  ]

  /// A file's name up to its last period; all of it where there is none.
  static func withoutEnding(_ name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) } ?? name
  }

  /// What names the record: the file, or its folder where the file is only called README or index.
  static func stem(_ name: String, folder: String) -> String {
    let stem = withoutEnding(name)
    return stem.utf8.count <= 6 && ["readme", "index"].contains(stem.lowercased()) ? folder : stem
  }
}

/// Takes blocks apart into title, metadata and sections.
private struct RecordBuilder {
  let blocks: [Block]
  let fields: [String: [String]]
  /// What the file's name says.
  let named: (number: String?, date: String?, words: String)
  let isPutAway: Bool

  func record() -> DecisionRecord {
    let headings = blocks.compactMap { block -> String? in
      switch block {
      case .heading(_, let title, _): HeadingNames.plain(title.flat)
      case .paragraph(let words, _) where words.isAllBold: HeadingNames.plain(words.flat)
      default: nil
      }
    }
    let names = RecordLanguage.of(plain: headings)
    var outline = Outline(LabelledParts(names: names).opened(blocks))
    let found = title(&outline, names)

    var meta = RecordMetadata(names)
    meta.take(fields)
    var parts: [DecisionRecord.Part] = []
    var opening = meta.taken(from: outline.preamble)
    if let top = found.section {
      opening += meta.taken(from: top.blocks)
      for child in NumberedOptions.gathered(top.children, names) {
        collect(child, around: nil, inNamed: false, &meta, names, &parts)
      }
    }
    for section in NumberedOptions.gathered(outline.sections, names) {
      collect(section, around: nil, inNamed: false, &meta, names, &parts)
    }
    if isPutAway, meta.state.status?.isEnd != true { meta.state.status = .deprecated }
    return DecisionRecord(
      title: found.title, number: named.number ?? found.number,
      slug: named.words, date: meta.date ?? named.date,
      state: meta.state,
      titleLine: found.line, names: names, parts: parts, opening: opening, statusBlocks: meta.statusBlocks,
      headings: headings, isToBeFilled: meta.isToBeFilled)
  }

  /// The title, taken out of the outline: the first heading of the first level, the front matter, or the name.
  private func title(_ outline: inout Outline, _ names: HeadingNames)
    -> (title: String, number: String?, line: Int, section: Section?)
  {
    var line = 1
    var section: Section?
    var heading: String?
    if let first = outline.sections.first, isTitle(first, among: outline.sections, names) {
      section = first
      line = first.line
      heading = first.title.flat
      outline.sections.removeFirst()
    }
    let candidates = [heading, fields["title"]?.joined(separator: " ")].compactMap { $0 }
    for candidate in candidates {
      let own = named.number.flatMap { Int($0) }
      let bare = RecordTitle.bare(candidate, own: own)
      guard !RecordTitle.isPlaceholder(bare.title) else { continue }
      // The file's name, set as the title.
      let isName =
        bare.title.holds(UInt8(ascii: "_")) && !bare.title.contains(" ")
        && PlainWords.normalized(bare.title) == PlainWords.normalized(named.words)
      return (isName ? named.words : bare.title, bare.number, line, section)
    }
    return (named.words, nil, line, section)
  }

  private func isTitle(_ first: Section, among sections: [Section], _ names: HeadingNames) -> Bool {
    // "Decision: keep the outbox" is a title with a prefix; "Decision" alone is a section.
    let role = names.role(first.title.flat)
    if first.level == 1 {
      return role == nil || !first.children.isEmpty || RecordTitle.bare(first.title.flat).number != nil
    }
    guard role == nil, first.level < 7 else { return false }
    return sections.count == 1 || sections.dropFirst().contains { names.role($0.title.flat) != nil }
  }

  private func collect(
    _ section: Section, around: SectionRole?, inNamed: Bool, _ meta: inout RecordMetadata,
    _ names: HeadingNames,
    _ parts: inout [DecisionRecord.Part]
  ) {
    var around = around
    var role = names.role(section.title.flat)
    // "Drawbacks" below a heading of its own are those of that thing, and not of the decision.
    if inNamed, role == .negative || role == .positive || role == .consequences { around = .options }
    // Nor is the rationale of one part that of the whole.
    if inNamed, role == .rationale { role = nil }
    switch around {
    case .options, .rejected:
      // What stands there are options by name, whatever the name; only arguments are told apart.
      role = role.flatMap { Self.argumentRoles.contains($0) ? $0 : nil }
    case .aside:
      // "Reason for rejection" among the links, where somebody added it later.
      guard role == .negative, Self.ofRejection.isIn(anyCase: section.title.flat) else { return }
    case .decision, .consequences, .rationale, .proposal:
      role = role.flatMap {
        Self.argumentRoles.contains($0) || $0 == .options || $0 == .rejected || $0 == .aside ? $0 : nil
      }
    default: break
    }
    switch role {
    case .status:
      // "# Status" beside the title has all that comes after it below it.
      let others = section.children.filter { names.role($0.title.flat) != nil }
      meta.takeStatus(others.isEmpty ? section : section.without(others))
      // "**Proposal**" is a status and a heading.
      for child in others where child.level > 6 { meta.takeStatus(child.title) }
      for child in others { collect(child, around: around, inNamed: inNamed, &meta, names, &parts) }
      return
    case .date:
      meta.takeDate(section)
      // "# Date" beside the title has all that comes after it below it, too.
      for child in section.children where names.role(child.title.flat) != nil {
        collect(child, around: around, inNamed: inNamed, &meta, names, &parts)
      }
      return
    case .aside: meta.takeLinks(section)
    default: break
    }
    let said = blocks(of: section, role, names)
    let left = meta.taken(from: said, onlyLeading: true)
    let isWhole = left.count == section.blocks.count && said.count == left.count
    parts.append(
      DecisionRecord.Part(role: role, section: isWhole ? section : section.holding(left), around: around))
    let inOptions = role == .options || role == .rejected || around == .options || around == .rejected
    for child in inOptions ? section.children : NumberedOptions.gathered(section.children, names) {
      collect(child, around: role ?? around, inNamed: inNamed || role == nil, &meta, names, &parts)
    }
  }

  private static let ofRejection = PhraseList(["reject"])
  private static let argumentRoles: Set<SectionRole> = [.positive, .negative, .rationale, .consequences]

  /// `## Decision: use the outbox` decides in the heading itself.
  private func blocks(of section: Section, _ role: SectionRole?, _ names: HeadingNames) -> [Block] {
    let text = section.title.flat
    guard role == .decision || role == .context || role == .consequences, text.holds(UInt8(ascii: ":")),
      let colon = text.firstIndex(of: ":"), names.role(String(text[..<colon])) != nil
    else { return section.blocks }
    let rest = String(text[text.index(after: colon)...]).trimmed
    if rest.isEmpty { return section.blocks }
    return [.paragraph(Inline(text: rest, links: section.title.links), line: section.line)] + section.blocks
  }
}
