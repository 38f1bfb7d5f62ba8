/// Reads a note in free prose: what its author wrote for themselves or for the next one to read.
package struct NoteReader {
  /// What a file gives, or why it gives nothing.
  package enum Reading: Sendable {
    case note(title: String, drafts: [Draft])
    case nothing(reason: String)
  }

  package static func read(_ text: SourceText, matter: FrontMatter, name: String) -> Reading {
    if let reason = reason(against: name) { return .nothing(reason: reason) }
    let markup = MarkdownBlocks.read(text, without: 0..<matter.lineCount)
    var outline = Outline(markup.blocks)
    if isTemplate(markup.blocks) { return .nothing(reason: "a template") }
    let title = title(&outline, matter, name)
    let language = ProseLanguage.of(String(decoding: text.bytes.prefix(6000), as: UTF8.self))
    return .note(title: title, drafts: ProseDrafts(outline, title: title, language: language).drafts())
  }

  private static func title(_ outline: inout Outline, _ matter: FrontMatter, _ name: String) -> String {
    if let first = outline.sections.first, first.level == 1, !first.title.flat.hasSuffix("?") {
      // What stands below the title belongs to the whole note.
      outline.preamble += first.blocks
      outline.sections.replaceSubrange(0..<1, with: first.children)
      return first.title.flat
    }
    return matter.fields["topic"]?.first ?? RecordTitle.words(ofName: String(name.prefix { $0 != "." }))
  }

  /// Files that hold no reasons, whatever words they hold.
  private static func reason(against name: String) -> String? {
    let stem = PlainWords.normalized(String(name.prefix { $0 != "." }))
    switch stem {
    case "changelog", "changes", "history", "release notes", "news", "releases": return "a list of changes"
    case "todo", "to do", "backlog", "roadmap": return "a list of things to do"
    case "license", "licence", "copying", "code of conduct", "authors", "contributors", "notice":
      return "no note"
    default: return nil
    }
  }

  private static func isTemplate(_ blocks: [Block]) -> Bool { Templates.count(blocks) >= 4 }
}
