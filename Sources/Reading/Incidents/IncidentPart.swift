/// A heading of an incident report, or what stands in for one, with what it says.
struct IncidentPart: Sendable {
  let role: IncidentRole?
  let title: String
  let line: Int
  let blocks: [Block]
  /// What it says, one by one.
  let statements: [IncidentStatement]

  init(role: IncidentRole?, title: String, line: Int, blocks: [Block]) {
    self.role = role
    self.title = title
    self.line = line
    self.blocks = blocks
    let said = role == .aside ? [] : IncidentStatement.all(blocks)
    statements = role == .prevention || role == .actions ? said + ActionTable.statements(blocks) : said
  }

  private init(
    role: IncidentRole?, title: String, line: Int, blocks: [Block], statements: [IncidentStatement]
  ) {
    self.role = role
    self.title = title
    self.line = line
    self.blocks = blocks
    self.statements = statements
  }

  /// The same part, saying only these.
  func holding(_ statements: [IncidentStatement]) -> IncidentPart {
    IncidentPart(role: role, title: title, line: line, blocks: blocks, statements: statements)
  }

  /// All parts below sections, in the order of the file. A part without a role of its own is part of the one around.
  static func all(_ sections: [Section], around: IncidentRole? = nil) -> [IncidentPart] {
    sections.flatMap { section -> [IncidentPart] in
      let role = role(of: section, around: around)
      return [
        IncidentPart(role: role, title: section.title.flat, line: section.line, blocks: section.blocks)
      ] + all(section.children, around: role)
    }
  }

  static func role(of section: Section, around: IncidentRole?) -> IncidentRole? {
    let own = IncidentRole.of(section.title.flat)
    switch around {
    // Whatever stands in a list of times is told by its time, and people are people whatever they do.
    case .timeline:
      return own == .cause || own == .factors || own == .fix || own == .lessons ? own : .timeline
    case .aside: return own?.isTelling == true ? own : .aside
    // Why an attempt failed is not why the rest did.
    case .ruledOut: return own == .fix || own == .prevention || own == .actions ? own : .ruledOut
    case .cause:
      // What nobody had expected is the cause only where it says so.
      if IncidentRole.isOfSurprise(section.title.flat) { return .story }
      switch own {
      case .factors, .fix, .prevention, .actions, .lessons, .well, .wrong, .aside, .timeline, .impact,
        .misled, .escape:
        return own
      default: return .cause
      }
    case .actions: return own == .aside || own == .fix || own == .prevention ? own : .actions
    case .prevention: return own == .aside || own == .fix ? own : .prevention
    default: return own ?? around
    }
  }
}

/// Opens paragraphs, lists and tables that name the parts of a report: `**Impact:** …`, `- **Identified**: …`,
/// `| Root cause | … |`.
enum IncidentLabels {
  private static let level = 7

  static func opened(_ blocks: [Block]) -> [Block] {
    blocks.flatMap { block -> [Block] in
      switch block {
      case .paragraph(let words, let line): paragraph(words, line) ?? [block]
      case .list(let items, _, _): list(items) ?? [block]
      case .table(let rows, let line): table(rows, line) ?? [block]
      default: [block]
      }
    }
  }

  private static func heading(_ name: String, _ line: Int) -> Block {
    .heading(level: level, Inline(text: name), line: line)
  }

  /// One label, or one on each of its lines.
  private static func paragraph(_ words: Inline, _ line: Int) -> [Block]? {
    if words.isAllBold { return nil }
    // "Why did no test catch this?" above a list.
    if words.text.hasSuffix("?"), !words.text.holds("\n"), words.flat.wordCount <= 10,
      let role = IncidentRole.of(words.flat), role != .aside
    {
      return [heading(words.flat, line)]
    }
    let lines = words.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = label(lines[0]), !words.boldStart.isEmpty || first.name.utf8.count < 24 else {
      return nil
    }
    var result: [Block] = []
    var said: [String] = []
    var start = line
    func close() {
      let text = said.joined(separator: "\n").trimmed
      if !text.isEmpty { result.append(.paragraph(Inline(text: text, links: words.links), line: start)) }
      said = []
    }
    for (offset, text) in lines.enumerated() {
      if let (name, rest) = label(text) {
        close()
        result.append(heading(name, line + offset))
        start = line + offset
        said = [rest]
      } else {
        said.append(text)
      }
    }
    close()
    return result
  }

  private static func list(_ items: [ListItem]) -> [Block]? {
    var result: [Block] = []
    var named = 0
    for item in items {
      guard case .paragraph(let words, let line)? = item.blocks.first else { return nil }
      if let (name, rest) = label(words.text) ?? wholeLabel(words) {
        named += 1
        result.append(heading(name, line))
        if !rest.isEmpty { result.append(.paragraph(Inline(text: rest, links: words.links), line: line)) }
        result += opened(Array(item.blocks.dropFirst()))
      } else {
        result.append(.list([item], isOrdered: false, line: item.line))
      }
    }
    return named >= 2 && named * 2 > items.count ? result : nil
  }

  /// "**Key events**" with a list of its own below it.
  private static func wholeLabel(_ words: Inline) -> (name: String, rest: String)? {
    guard words.isAllBold, IncidentRole.of(words.flat) != nil else { return nil }
    return (words.flat, "")
  }

  /// A table of stages, one a row.
  private static func table(_ rows: [[String]], _ line: Int) -> [Block]? {
    let body = rows.dropFirst().filter { $0.count >= 2 }
    let named = body.count { IncidentRole.of($0[0]) != nil }
    guard named >= 2, named * 2 >= body.count else { return nil }
    var result: [Block] = []
    for (index, row) in rows.enumerated() where index > 0 && row.count >= 2 && !row[1].isEmpty {
      result.append(heading(row[0], line + index + 1))
      result.append(.paragraph(Inline(text: row[1]), line: line + index + 1))
    }
    return result
  }

  /// "Impact: nobody could log in" as its name and the rest.
  private static func label(_ text: String) -> (name: String, rest: String)? {
    guard text.holds(UInt8(ascii: ":"), within: 200), let colon = text.prefix(50).firstIndex(of: ":") else {
      return nil
    }
    let name = String(text[..<colon])
    guard !name.holds("\n"), name.wordCount <= 5, IncidentRole.of(name) != nil else { return nil }
    return (name, String(text[text.index(after: colon)...]).trimmed)
  }
}
