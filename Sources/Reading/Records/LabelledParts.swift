/// Opens paragraphs and lists that begin with the name of a section, such as `**Decision:** we will …`.
struct LabelledParts {
  let names: HeadingNames

  private static let level = 7

  func opened(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      switch block {
      case .paragraph(let words, let line):
        guard let (label, rest) = label(words) else {
          result.append(block)
          continue
        }
        result.append(.heading(level: Self.level, Inline(text: label), line: line))
        if let rest { result.append(.paragraph(rest, line: line)) }
      case .list(let items, _, _):
        if let parts = opened(items) { result += parts } else { result.append(block) }
      default: result.append(block)
      }
    }
    return result
  }

  private func opened(_ items: [ListItem]) -> [Block]? {
    var result: [Block] = []
    for item in items {
      guard case .paragraph(let words, let line)? = item.blocks.first, let (label, rest) = label(words) else {
        return nil
      }
      result.append(.heading(level: Self.level, Inline(text: label), line: line))
      if let rest { result.append(.paragraph(rest, line: line)) }
      result += item.blocks.dropFirst()
    }
    return items.count >= 2 ? result : nil
  }

  private func label(_ words: Inline) -> (String, Inline?)? {
    let text = words.text
    // Sixty letters are at most four times as many bytes.
    guard text.holds(UInt8(ascii: ":"), within: 240), let colon = text.prefix(60).firstIndex(of: ":") else {
      return nil
    }
    let name = String(text[..<colon])
    guard !name.holds("\n"), names.labels.kind(name) == nil, !DecisionFinder.isChosenLabel(name),
      let role = names.exactRole(name), role != .status, role != .date
    else { return nil }
    let isBold = !words.boldStart.isEmpty && words.boldStart.hasPrefix(name)
    let strong: Set<SectionRole> = [
      .decision, .context, .consequences, .rationale, .positive, .negative, .drivers,
    ]
    guard isBold || strong.contains(role) else { return nil }
    let rest = String(text[text.index(after: colon)...]).trimmed
    return (name, rest.isEmpty ? nil : Inline(text: rest, links: words.links))
  }
}
