/// Metadata of a record, wherever it stands: in the front matter, in a list, a table or a line of its own.
struct RecordLabels {
  enum Kind {
    case status, date, other
  }

  private let kinds: [String: Kind]

  init(_ language: RecordLanguage) {
    var kinds: [String: Kind] = [:]
    // What stands in several lists means the first of these.
    for language in language.code == "en" ? [language] : [language, .english] {
      for (kind, labels) in [
        (Kind.status, language.statusLabels), (.date, language.dateLabels), (.other, language.otherLabels),
      ] {
        for label in labels where kinds[label] == nil { kinds[label] = kind }
      }
    }
    self.kinds = kinds
  }

  private static let longest = 39

  func kind(_ label: String) -> Kind? {
    guard !PlainWords.isLonger(label, than: Self.longest) else { return nil }
    let name = PlainWords.normalized(label)
    return name.isEmpty || name.utf8.count > Self.longest ? nil : kinds[name]
  }

  struct Entry: Equatable {
    let label: String
    let value: Inline
    let line: Int
  }

  /// The `Label: value` lines of a block. Nil where it is something else.
  func entries(_ block: Block) -> [Entry]? {
    switch block {
    case .paragraph(let words, let line):
      let entries = lines(words, line)
      return entries.isEmpty ? nil : entries
    case .list(let items, _, _):
      var entries: [Entry] = []
      for item in items {
        guard case .paragraph(let words, let line)? = item.blocks.first else { continue }
        let found = lines(words, line)
        if found.isEmpty, entries.isEmpty { return nil }
        entries += found
      }
      return entries.isEmpty ? nil : entries
    case .table(let rows, let line):
      // Names across the top, and one row of values below them.
      if let head = rows.first, head.count >= 2, rows.count == 2, head.allSatisfy({ kind($0) != nil }),
        rows[1].allSatisfy({ kind($0) == nil })
      {
        return zip(head, rows[1]).map { Entry(label: $0, value: Inline(text: $1), line: line + 2) }
      }
      let entries = rows.enumerated().compactMap { index, row -> Entry? in
        guard row.count >= 2, kind(row[0]) != nil else { return nil }
        return Entry(label: row[0], value: Inline(text: row[1]), line: line + index)
      }
      return entries.isEmpty ? nil : entries
    case .quote(let blocks, _):
      let entries = blocks.compactMap { self.entries($0) }.flatMap { $0 }
      return entries.isEmpty ? nil : entries
    default: return nil
    }
  }

  /// A paragraph in which every line is `Label: value`, or goes on with the one before. None where the first is not.
  private func lines(_ words: Inline, _ start: Int) -> [Entry] {
    guard Self.mayHoldLabel(words.text) else { return [] }
    var entries: [Entry] = []
    for (offset, line) in words.text.utf8.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    {
      for part in parts(of: Substring(line)) {
        if let colon = part.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }),
          kind(String(part[..<colon])) != nil
        {
          let value = String(part[part.index(after: colon)...]).trimmed
          let links = words.links.filter { !$0.text.isEmpty && value.contains($0.text) }
          entries.append(
            Entry(
              label: String(part[..<colon]).trimmed, value: Inline(text: value, links: links),
              line: start + offset))
        } else if entries.isEmpty {
          return []
        }
      }
    }
    return entries
  }

  /// "Status: Accepted | Date: 2025-08-15": several in a line, each with a label.
  private func parts(of line: Substring) -> [Substring] {
    guard line.utf8.contains(UInt8(ascii: "|")) else { return [line] }
    let parts = line.split(separator: "|")
    return parts.count > 1 && parts.allSatisfy({ $0.contains(":") }) ? parts : [line]
  }

  /// Whether the first line has a sign behind which a value can stand: a colon, or the wide one of other scripts.
  private static func mayHoldLabel(_ text: String) -> Bool {
    text.withBytes { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: ":") || byte == 0xef { return true }
        if byte == 10 { return false }
      }
      return false
    }
  }
}
