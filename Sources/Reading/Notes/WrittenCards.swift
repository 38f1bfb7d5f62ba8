internal import Recall

/// Cards that somebody wrote into a note as cards are.
package enum WrittenCards {
  /// They are siblings of nobody, from this number on.
  package static let first = 1_000_000

  package static func of(_ document: Document) -> [Draft] {
    document.drafts.enumerated().map { number, draft in
      Draft(
        kind: draft.kind, prompt: draft.kind == .cloze ? ended(draft.prompt) : draft.prompt,
        answer: ended(draft.answer), place: draft.place,
        line: draft.line, siblings: first + number)
    }
  }

  /// In a deck an answer goes on to the next card. In a note a paragraph of prose behind an empty line is the note again; a
  /// list or code there still belongs to the answer.
  private static func ended(_ answer: String) -> String {
    let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
    var fence: Substring?
    for (index, line) in lines.enumerated() {
      let sign = line.fence
      if let open = fence {
        if let sign, sign.first == open.first, sign.count >= open.count { fence = nil }
        continue
      }
      fence = sign
      guard sign == nil, index > 0, lines[index - 1].isBlank, !line.isBlank, !line.isItem,
        !line.hasPrefix("  "), !line.hasPrefix("\t")
      else { continue }
      return lines[..<index].joined(separator: "\n").trimmed
    }
    return answer
  }
}

extension Substring {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
  /// The signs that open or close code.
  fileprivate var fence: Substring? {
    guard let first, first == "`" || first == "~" else { return nil }
    let signs = prefix { $0 == first }
    return signs.count >= 3 ? signs : nil
  }

  fileprivate var isItem: Bool {
    if ["- ", "* ", "+ ", "|", ">"].contains(where: { hasPrefix($0) }) { return true }
    let rest = drop(while: \.isNumber)
    return rest.startIndex > startIndex && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }
}
