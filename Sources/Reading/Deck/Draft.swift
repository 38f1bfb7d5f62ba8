package import Recall

/// A card that reading proposes.
package struct Draft: Equatable, Sendable {
  package let kind: CardKind
  package let prompt: String
  package let answer: String
  /// The headings above it, outermost first.
  package let place: [String]
  package let line: Int
  /// Drafts of one file with the same number are siblings.
  package let siblings: Int
  /// How good a question it is, from 0 to 1, and what speaks for that. Cards that a person wrote are good.
  package var score = 1.0
  package var reason = ""
  /// It comes in suspended: kept and found, but not asked.
  package var isSuspended = false

  package init(
    kind: CardKind, prompt: String, answer: String, place: [String], line: Int, siblings: Int
  ) {
    self.kind = kind
    self.prompt = prompt
    self.answer = answer
    self.place = place
    self.line = line
    self.siblings = siblings
  }

  /// False where bytes in it could not be read: nobody could recall what stood there.
  var isReadable: Bool { !SourceText.holdsUnreadable(prompt) && !SourceText.holdsUnreadable(answer) }
}

/// All that one file says.
package struct Document: Sendable {
  package var matter: FrontMatter
  package var drafts: [Draft]
  package var findings: [Finding]

  package init(matter: FrontMatter, drafts: [Draft], findings: [Finding]) {
    self.matter = matter
    self.drafts = drafts
    self.findings = findings
  }
}
