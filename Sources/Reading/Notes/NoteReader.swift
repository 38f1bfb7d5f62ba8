/// Reads a note in free prose: what its author wrote for themselves or for the next one to read.
package struct NoteReader {
  /// What a file gives, or why it gives nothing.
  package enum Reading: Sendable {
    case note(title: String, questions: NoteQuestions, findings: [Finding])
    case nothing(reason: String)
  }

  /// `isChosen` says that a person meant this very file.
  package static func read(_ text: SourceText, matter: FrontMatter, name: String, isChosen: Bool) -> Reading {
    if let reason = reason(against: name, isChosen: isChosen) { return .nothing(reason: reason) }
    var findings: [Finding] = []
    let markup = RecordReader.markup(text, name: name, matter: matter, &findings)
    let templateTexts = Templates.count(markup.blocks)
    if templateTexts >= 4 { return .nothing(reason: "a template") }
    let drafts = drafts(text, Outline(markup.blocks), matter, name, holdsTemplate: templateTexts > 0)
    return .note(title: drafts.title, questions: drafts.questions(), findings: findings + drafts.findings)
  }

  static func drafts(
    _ text: SourceText, _ outline: Outline, _ matter: FrontMatter, _ name: String, isGated: Bool = true,
    holdsTemplate: Bool = true
  ) -> ProseDrafts {
    var outline = outline
    let title = title(&outline, matter, name)
    let language = ProseLanguage.of(String(decoding: text.bytes.prefix(6000), as: UTF8.self))
    return ProseDrafts(
      outline, title: title, language: language, isGated: isGated, holdsTemplate: holdsTemplate)
  }

  /// A contributing guide or an overview is no decision record; its prose can be worth asking for all the same.
  package static func isGuide(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return ["contributing", "overview", "glossary", "about", "security"].contains(
      PlainWords.normalized(String(name.prefix { $0 != "." })))
  }

  /// Whether a file with cards in it is rather a note that holds a few.
  package static func isMostlyProse(_ text: SourceText, _ document: Document) -> Bool {
    let statements = statements(text, besides: document)
    return statements >= 3 && statements >= document.drafts.count * 3
  }

  /// Whether sentences stand beside its cards.
  package static func holdsProse(_ text: SourceText, _ document: Document) -> Bool {
    !document.drafts.isEmpty && statements(text, besides: document) > 0
  }

  private static func statements(_ text: SourceText, besides document: Document) -> Int {
    var findings: [Finding] = []
    let markup = RecordReader.markup(text, name: "", matter: document.matter, &findings)
    let sections = StatementReader.sections(of: Outline(markup.blocks))
    // What stands behind a card, up to the next heading, may be its answer.
    return sections.indices.reduce(0) { count, index in
      let section = sections[index]
      let end = index + 1 < sections.count ? sections[index + 1].line : .max
      let first = document.drafts.first { $0.line >= section.line && $0.line < end }?.line ?? .max
      return count + section.statements.count { $0.line < first }
    }
  }

  private static func title(_ outline: inout Outline, _ matter: FrontMatter, _ name: String) -> String {
    if let first = outline.sections.first, first.level == 1, !first.title.flat.hasSuffix("?") {
      // What stands below the title belongs to the whole note.
      outline.preamble += first.blocks
      outline.sections.replaceSubrange(0..<1, with: first.children)
      // "# CFP-37315": its number alone; the file's name tells more.
      return Topic.isSeries(first.title.flat)
        ? fileTitle(name) : RecordTitle.bare(first.title.flat).title
    }
    // Pages of a site are named in their front matter, and their files by a number or a slug.
    if let title = (matter.fields["topic"] ?? matter.fields["title"])?.first, !title.trimmed.isEmpty {
      return RecordTitle.bare(title).title
    }
    return fileTitle(name)
  }

  /// "CFP-37315-bgp-auto-discovery": its words without the number.
  private static func fileTitle(_ name: String) -> String {
    let stem = String(name.prefix { $0 != "." })
    let parts = stem.split(separator: "-")
    let isNumbered = parts.count > 3 && Topic.isSeries(parts[0] + "-" + parts[1])
    return RecordTitle.words(ofName: isNumbered ? parts.dropFirst(2).joined(separator: "-") : stem)
  }

  /// Files that hold no reasons, whatever words they hold.
  private static func reason(against name: String, isChosen: Bool) -> String? {
    let stem = PlainWords.normalized(String(name.prefix { $0 != "." }))
    switch stem {
    case "changelog", "changes", "history", "release notes", "news", "releases": return "a list of changes"
    case "todo", "to do", "backlog", "roadmap": return "a list of things to do"
    case "license", "licence", "copying", "code of conduct", "authors", "contributors", "notice":
      return "no note"
    // They say how to use a thing; whoever wants cards of that says so.
    case "readme", "index": return isChosen ? nil : "an index"
    default: return nil
    }
  }
}
