/// A decision record, read: what it is called, where it stands, and its sections by what they are for.
package struct DecisionRecord: Sendable {
  package internal(set) var title: String
  /// As it is written: `0007`, `12`.
  package internal(set) var number: String?
  /// The file's name without its number, as words.
  let slug: String
  package let date: String?
  package internal(set) var state: RecordState
  let titleLine: Int
  let names: HeadingNames
  let parts: [Part]
  /// What stands before the first section, metadata left out.
  let opening: [Block]
  /// The headings as plain words, for whoever has to judge what kind of file this is.
  let headings: [String]
  /// What else the record points at in its status and its links.
  package var language: String { names.language.code }

  /// Its date is for a program to fill in.
  let isToBeFilled: Bool

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

  func has(_ role: SectionRole) -> Bool { parts.contains { $0.role == role } }

  /// The record that says that records are kept: nearly every collection has one, and nobody needs to be asked.
  package var isAboutRecords: Bool {
    let name = PlainWords.normalized(title)
    let subjects = [
      "architecture decision", "architectural decision", "decision record", "adrs", "use adr", "madr",
      "decision log",
    ]
    let verbs = ["record", "use", "document", "keep", "write", "adopt", "markdown", "adr", "manage", "log"]
    let words = name.spacedWords
    return words.count <= 9 && subjects.contains { name.holds($0) } && verbs.contains { name.holds($0) }
      && !["reject", "number", "format", "tool", "id", "name", "link"].contains { bit in
        words.contains { $0.hasPrefix(bit) }
      }
  }
}
