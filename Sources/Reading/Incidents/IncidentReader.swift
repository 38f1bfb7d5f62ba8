/// Makes incidents of an outline. A report can tell of several; each is read by itself then.
struct IncidentReader {
  private let outline: Outline
  private let fields: [String: [String]]
  private let named: (number: String?, date: String?, words: String)
  /// The heading of the whole.
  private let head: Section?
  /// The title as it is shown.
  let title: String

  init(_ outline: Outline, fields: [String: [String]], name: String) {
    self.outline = outline
    self.fields = fields
    named = RecordTitle.parts(ofName: RecordReader.withoutEnding(name.replacing(".html.md", with: ".md")))
    let given = fields["title"]?.first ?? ""
    head = Self.heading(outline, isTitled: !IncidentTitle.isGeneral(given))
    let heading = Self.below(head)?.title.flat ?? head?.title.flat ?? given
    let cleaned = IncidentTitle.cleaned(heading)
    let others = [fields["subtitle"]?.first ?? "", named.words].map(IncidentTitle.cleaned)
    title = ([cleaned] + others).first { !IncidentTitle.isGeneral($0) } ?? cleaned
  }

  /// The first heading, where it is not a part of the report.
  private static func heading(_ outline: Outline, isTitled: Bool) -> Section? {
    guard let first = outline.sections.first else { return nil }
    let isPart =
      IncidentRole.of(first.title.flat) != nil
      && (first.children.isEmpty || outline.sections.count > 2 || isTitled)
    // "Owner: @…" fills in a form.
    let field = first.title.flat.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
    let isField = field.count == 2 && field[1].contains("@") && IncidentRole.of(field[0]) == .aside
    return isPart && first.level < 7 || first.level >= 7 || isField ? nil : first
  }

  /// "Pier. Technical incident report", with the title proper right below it.
  private static func below(_ head: Section?) -> Section? {
    guard let head, head.blocks.isEmpty,
      ["report", "postmortem", "mortem"].contains(
        head.title.flat.lastWord?.lowercased().trimmingPunctuation ?? ""),
      head.title.flat.wordCount <= 6,
      let first = head.children.first, first.line - head.line <= 2, first.title.flat.wordCount >= 4,
      IncidentRole.of(first.title.flat) == nil, !first.blocks.isEmpty || !first.children.isEmpty
    else { return nil }
    return first
  }

  func incidents() -> [Incident] {
    let several = Self.several(outline.sections, depth: 0)
    if several.count >= 2 {
      let lines = Set(several.map(\.line))
      let inner = several.map { one($0.title.flat, [$0], preamble: $0.blocks, line: $0.line, isWhole: false) }
      // What is said of all of them together counts where it says something of its own.
      let rest = Self.without(lines, outline.sections)
      var whole = one(
        head?.title.flat ?? "", rest, preamble: outline.preamble,
        line: head?.line ?? 1, isWhole: true, isOfSeveral: true)
      let parts = IncidentPart.all(rest).filter {
        $0.role == .cause || $0.role == .lessons || $0.role == .factors
      }
      // A cause of most of them is asked with each that it holds for.
      let told = inner.flatMap(\.causes).map(\.text).joined(separator: " ")
      if let cause = whole.causes.first, KeyWords.share(of: cause.text, in: told) >= 0.5 { whole.causes = [] }
      return (parts.isEmpty ? [] : [whole]) + inner
    }
    return [
      one(
        head?.title.flat ?? "", outline.sections, preamble: outline.preamble,
        line: head?.line ?? outline.sections.first?.line ?? 1, isWhole: true)
    ]
  }

  /// Neighbours that are reports each by itself, wherever they stand.
  private static func several(_ sections: [Section], depth: Int) -> [Section] {
    guard depth < 5 else { return [] }
    let own = sections.filter { section in
      let role = IncidentRole.of(section.title.flat)
      guard role == nil || role == .timeline && section.title.flat.wordCount > 4 else { return false }
      let roles = Set(section.children.compactMap { IncidentRole.of($0.title.flat) }.filter { $0 != .aside })
      return roles.count >= 2 && (roles.contains(where: \.isTelling) || roles.contains(.fix))
    }
    if own.count >= 2 { return own }
    return sections.flatMap { several($0.children, depth: depth + 1) }
  }

  private static func without(_ lines: Set<Int>, _ sections: [Section]) -> [Section] {
    sections.filter { !lines.contains($0.line) }.map {
      Section(
        title: $0.title, level: $0.level, line: $0.line, blocks: $0.blocks,
        children: without(lines, $0.children))
    }
  }

  private func one(
    _ heading: String, _ sections: [Section], preamble: [Block], line: Int, isWhole: Bool,
    isOfSeveral: Bool = false
  ) -> Incident {
    let name = isWhole ? title : IncidentTitle.cleaned(heading)
    var material = IncidentMaterial(title: Incident.Said(name, line: line))
    // The title is no part, and what stands right below it opens the report.
    var parts: [IncidentPart] = [IncidentPart(role: .summary, title: "", line: line, blocks: preamble)]
    for section in sections {
      // Where the title stands in the front matter, the first heading is a part like the others.
      let isTitle = section.line == line && (!isWhole || head != nil)
      if isTitle {
        if isWhole {
          parts.append(IncidentPart(role: .summary, title: "", line: line, blocks: section.blocks))
        }
        parts += IncidentPart.all(section.children)
      } else {
        parts += IncidentPart.all([section])
      }
    }
    // Of several, each had an end of its own: what was done on their occasion came out of all of them.
    if isOfSeveral {
      parts = parts.map { part in
        guard part.role == .fix, IncidentRole.namesSteps(part.title) else { return part }
        return IncidentPart(role: .actions, title: part.title, line: part.line, blocks: part.blocks)
      }
    }
    let people = IncidentPeople(parts, title: name + " " + heading)
    material.parts = parts.map(people.leftOut)
    material.date = material.settledDate(
      heading: IncidentTitle.day(heading)
        ?? (isWhole ? fields["title"]?.first.flatMap(IncidentTitle.day) : nil),
      name: isWhole ? named.date.flatMap(IncidentTitle.day) : nil,
      began: isWhole
        ? ["start_time", "incident_start", "incident_date", "started_at"].lazy.compactMap {
          fields[$0]?.first
        }.first.flatMap { IncidentTitle.day(String($0.prefix(10))) } : nil,
      published: isWhole ? fields["date"]?.first.flatMap(IncidentTitle.day) : nil)
    let heads = IncidentTitle.cleaned(head?.title.flat ?? "")
    let around =
      isWhole || IncidentTitle.isGeneral(heads) || title.wordCount > 8 || name == title ? nil : title
    material.area =
      (["area", "component", "service", "system"] + (IncidentTitle.isGeneral(name) ? ["product"] : [])).lazy
      .compactMap { fields[$0]?.first }.first ?? around
    return material.incident(isOfSeveral: isOfSeveral)
  }
}
