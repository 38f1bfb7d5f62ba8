/// A decision record, read: what it is called, where it stands, and its sections by what they are for.
///
/// A class: all that make its cards hold on to it.
package final class DecisionRecord: Sendable {
  package let title: String
  /// The title's, with which all that is said is compared.
  let titleWords: KeyWords
  /// As it is written: `0007`, `12`.
  package let number: String?
  /// The file's name without its number, as words.
  let slug: String
  package let date: String?
  package let state: RecordState
  let titleLine: Int
  let names: HeadingNames
  let parts: [Part]
  /// What stands before the first section, metadata left out.
  let opening: [Block]
  /// What stands under the heading for its status.
  let statusBlocks: [Block]
  /// The headings as plain words, for whoever has to judge what kind of file this is.
  let headings: [String]
  package var language: String { names.language.code }

  /// Its date is for a program to fill in.
  let isToBeFilled: Bool

  init(
    title: String, number: String?, slug: String, date: String?, state: RecordState, titleLine: Int,
    names: HeadingNames, parts: [Part], opening: [Block], statusBlocks: [Block], headings: [String],
    isToBeFilled: Bool
  ) {
    self.title = title
    titleWords = KeyWords.of(title)
    self.number = number
    self.slug = slug
    self.date = date
    self.state = state
    self.titleLine = titleLine
    self.names = names
    self.parts = parts
    self.opening = opening
    self.statusBlocks = statusBlocks
    self.headings = headings
    self.isToBeFilled = isToBeFilled
  }

  /// The same record under another title.
  func called(_ title: String) -> DecisionRecord {
    DecisionRecord(
      title: title, number: number, slug: slug, date: date, state: state, titleLine: titleLine, names: names,
      parts: parts, opening: opening, statusBlocks: statusBlocks, headings: headings,
      isToBeFilled: isToBeFilled)
  }

  /// A program's template, or the text that stands for any text.
  var hasPlaceholders: Bool {
    func isDummy(_ block: Block) -> Bool {
      if case .paragraph(let words, _) = block { return Self.dummy.begins(anyCase: words.text) }
      return false
    }
    return isToBeFilled || opening.contains(where: isDummy)
      || parts.contains { $0.section.blocks.contains(where: isDummy) }
  }

  private static let dummy = PhraseList(["lorem ipsum"])

  struct Part: Sendable {
    let role: SectionRole?
    let section: Section
    /// The role of the section around it.
    let around: SectionRole?
  }

  /// Sections of a role, in the order of the file; a section in another one of the same role is part of that.
  func sections(_ role: SectionRole) -> [Section] {
    parts.lazy.filter { $0.role == role && $0.around != role }.map(\.section)
  }

  /// The sections that tell what led to the decision. A summary tells the decision itself as often as not, so it only
  /// counts where there is no other.
  var contexts: [Section] {
    let all = sections(.context)
    guard all.count > 1 else { return all }
    let others = all.filter { !Self.summaries.contains(PlainWords.normalized($0.title.flat)) }
    return others.isEmpty ? all : others
  }

  private static let summaries: Set<String> = [
    "summary", "abstract", "overview", "tl dr", "resume", "zusammenfassung", "resumen", "resumo",
  ]

  func has(_ role: SectionRole) -> Bool { parts.contains { $0.role == role } }

  /// The record that says that records are kept: nearly every collection has one, and nobody needs to be asked.
  package var isAboutRecords: Bool {
    let name = PlainWords.normalized(title)
    guard Self.subjects.isIn(name), Self.verbs.isIn(name) else { return false }
    let words = name.spacedWords
    return words.count <= 9
      && !["reject", "number", "format", "tool", "id", "name", "link"].contains { bit in
        words.contains { $0.hasPrefix(bit) }
      }
  }

  private static let subjects = PhraseList([
    "architecture decision", "architectural decision", "decision record", "adrs", "use adr", "madr",
    "decision log", "project decisions", "our decisions", "record decisions", "recording decisions",
  ])
  private static let verbs = PhraseList([
    "record", "use", "document", "keep", "write", "adopt", "markdown", "adr", "manage", "log",
  ])
}
