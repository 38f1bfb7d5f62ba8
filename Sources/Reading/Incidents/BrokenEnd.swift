/// A file that ends in the middle of a sentence: a copy that was cut, or somebody who was called away. Half a sentence is
/// nothing to ask for.
enum BrokenEnd {
  /// The blocks without what was broken off, and what to tell of it.
  static func mended(_ blocks: [Block], of text: SourceText) -> (blocks: [Block], finding: Finding?) {
    // Whoever finishes a text ends its last line; many editors do that by themselves.
    guard let last = blocks.last, text.bytes.last != UInt8(ascii: "\n"), let left = whole(last) else {
      return (blocks, nil)
    }
    let line = text.lines.count
    // Some end no sentence with a stop: only what cannot be an end is left out.
    guard let word = text.string(text.lines[line - 1]).lastWord, isOpen(String(word)) else {
      return (blocks, Finding(line: line, message: "the file ends without a full stop; was it cut here?"))
    }
    return (
      blocks.dropLast() + left,
      Finding(line: line, message: "the file ends in the middle of a sentence, which was left out")
    )
  }

  private static func isOpen(_ word: String) -> Bool {
    word.hasSuffix(",") || word.hasSuffix("-") || open.contains(word.lowercased())
  }

  /// Behind them something has to follow.
  private static let open: Set<String> = [
    "the", "a", "an", "of", "to", "and", "or", "but", "with", "for", "in", "on", "at", "by", "from", "as",
    "that", "which", "because", "since", "was", "were", "is", "are", "has", "had", "have", "will", "we",
    "its", "our", "their", "this", "than", "into", "der", "die", "das", "und", "le", "la", "les", "et", "el",
    "y",
    "de", "que",
  ]

  /// What is whole of a block; nil where all of it is.
  private static func whole(_ block: Block) -> [Block]? {
    switch block {
    case .paragraph(let words, let line):
      guard breaksOff(words.text) else { return nil }
      let sentences = Sentences.split(words.text).dropLast()
      guard !sentences.isEmpty else { return [] }
      let rest = Inline(
        text: sentences.joined(separator: " "), links: words.links, boldStart: words.boldStart)
      return [.paragraph(rest, line: line)]
    case .list(let items, let isOrdered, let line):
      // Items without a stop are as usual as those with one; the others tell which kind they are.
      guard let item = items.last, let block = item.blocks.last, items.count > 1,
        items.dropLast().allSatisfy({ ends($0.blocks.last) }), let left = whole(block)
      else { return nil }
      let blocks = item.blocks.dropLast() + left
      let rest = items.dropLast() + (blocks.isEmpty ? [] : [ListItem(blocks: Array(blocks), line: item.line)])
      return [.list(Array(rest), isOrdered: isOrdered, line: line)]
    default: return nil
    }
  }

  private static func ends(_ block: Block?) -> Bool {
    guard case .paragraph(let words, _) = block else { return false }
    return !breaksOff(words.text, atLeast: 1)
  }

  private static func breaksOff(_ text: String, atLeast words: Int = 4) -> Bool {
    guard let last = text.utf8.last, text.wordCount >= words else { return false }
    return last.isWordly || last == UInt8(ascii: ",") || last == UInt8(ascii: "-")
  }
}
