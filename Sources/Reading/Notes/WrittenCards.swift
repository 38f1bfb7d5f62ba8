internal import Recall

/// Cards that somebody wrote into a note as cards are.
package enum WrittenCards {
  /// They are siblings of nobody, from this number on.
  package static let first = 1_000_000

  package static func of(_ document: Document) -> [Draft] {
    document.drafts.enumerated().map { number, draft in
      Draft(
        kind: draft.kind, prompt: draft.prompt, answer: ended(draft.answer), place: draft.place,
        line: draft.line, siblings: first + number)
    }
  }

  /// In a deck an answer goes on to the next card. In a note a paragraph of prose behind an empty line is the note again; a
  /// list or code there still belongs to the answer.
  private static func ended(_ answer: String) -> String {
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    var isCode = false
    for (index, line) in lines.enumerated() {
      if line.isFence { isCode.toggle() }
      guard !isCode, index > 0, lines[index - 1].isBlank, !line.isBlank, !line.isFence,
        !line.isItem, !line.hasPrefix("  ")
      else { continue }
      return lines[..<index].joined(separator: "\n").trimmed
    }
    return answer
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
  fileprivate var isFence: Bool { hasPrefix("```") || hasPrefix("~~~") }

  fileprivate var isItem: Bool {
    if let first, "-*+|>".contains(first) { return true }
    let rest = drop(while: \.isNumber)
    return rest.startIndex > startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
