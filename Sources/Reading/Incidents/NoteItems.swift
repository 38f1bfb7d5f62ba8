extension NoteLines {
  /// An item of a list, with what is indented below it.
  struct Item: Equatable {
    /// Without the list's sign and its indent.
    let text: String
    /// From 0.
    let lines: Range<Int>
  }

  /// The items of the lists between two lines. What stands before the first, and apart from them, belongs to none.
  func items(_ range: Range<Int>) -> [Item] {
    var items: [Item] = []
    var open: (words: [String], start: Int, end: Int)?
    var fences = FenceTracker()
    var isAfterBlank = false
    func finish() {
      guard let done = open else { return }
      let text = done.words.joined(separator: "\n").trimmed
      if !text.isEmpty { items.append(Item(text: text, lines: done.start..<done.end)) }
      open = nil
    }
    for index in range {
      let line = lines[index]
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      let isInFence = fences.take(kind)
      if !isInFence, line.trimmed.isEmpty {
        isAfterBlank = true
        continue
      }
      if !isInFence, line.hasPrefix("- ") || line.hasPrefix("* ") {
        finish()
        open = ([String(line.dropFirst(2)).trimmed], index, index + 1)
      } else if let item = open {
        let indent = line.prefix { $0 == " " }.count
        if isAfterBlank, indent < 2, !isInFence {
          finish()
        } else {
          let body = String(line.dropFirst(min(indent, 2)))
          let gap = isAfterBlank ? [""] : []
          open = (item.words + gap + [isInFence ? body : NoteEscape.removed(body)], item.start, index + 1)
        }
      }
      isAfterBlank = false
    }
    finish()
    return items
  }
}
