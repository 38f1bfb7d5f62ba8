package import Recall

/// The block between `---` lines at the top of a file: `key: value` and lists, the part of YAML that people
/// use there. Keys that mean nothing here are left alone.
package struct FrontMatter: Equatable, Sendable {
  package var deck: String?
  package var tier: Tier?
  package var tags: [String] = []
  /// Everything that it says, by key in lower case.
  package var fields: [String: [String]] = [:]
  /// The number of lines that it takes, both `---` included.
  package var lineCount = 0
  /// What is odd in it.
  package var findings: [Finding] = []

  package init() {}
}

extension FrontMatter {
  package static func read(_ text: SourceText, _ findings: inout [Finding]) -> FrontMatter {
    var found: [Finding] = []
    var matter = parsed(text, &found)
    matter.findings = found
    findings += found
    return matter
  }

  private static func parsed(_ text: SourceText, _ findings: inout [Finding]) -> FrontMatter {
    var matter = FrontMatter()
    guard let first = text.lines.first, isFence(text, first) else { return matter }
    let rest = text.lines.dropFirst().prefix(500)
    guard let end = rest.firstIndex(where: { ["---", "..."].contains(trimmed(text, $0)) }) else {
      if text.lines.count > 1, trimmed(text, text.lines[1]).contains(":") {
        findings.append(
          Finding(line: 1, message: "the front matter opened here is never closed; it was read as text"))
      }
      return matter
    }
    let holdsCards = text.lines[1..<max(1, end)].contains { line in
      [.question, .answer, .cloze].contains(DeckLine.classify(text.bytes[line]).kind)
    }
    if holdsCards {
      findings.append(
        Finding(line: 1, message: "between these lines stand cards and no front matter; it was read as text"))
      return matter
    }
    matter.lineCount = end + 1

    for entry in entries(text, 1..<max(1, end)) {
      if let finding = oddity(entry, among: matter.fields, text, end) { findings.append(finding) }
      matter.fields[entry.key, default: []] += entry.values
      matter.take(entry.key, entry.values, line: entry.line, &findings)
    }
    return matter
  }

  /// A list that nothing closes, and a status that is two.
  private static func oddity(
    _ entry: Entry, among fields: [String: [String]], _ text: SourceText, _ end: Int
  ) -> Finding? {
    let raw = withoutComment(text.string(text.lines[entry.line - 1]))
    let value = raw.firstIndex(of: ":").map { String(raw[raw.index(after: $0)...]).trimmed } ?? ""
    for (open, close) in [("[", "]"), ("{", "}"), ("\"", "\""), ("'", "'")] where value.hasPrefix(open) {
      // What goes on in the next lines is closed there.
      let goesOn = (entry.line..<max(entry.line, end)).prefix(50).contains {
        text.string(text.lines[$0]).holds(close)
      }
      if !String(value.dropFirst()).holds(close), !goesOn {
        return Finding(line: entry.line, message: "the \(open) behind \"\(entry.key)\" is never closed")
      }
    }
    let status = entry.values.first ?? ""
    if entry.key == "status", let before = fields["status"]?.first, before != status {
      return Finding(
        line: entry.line,
        message: "status stands here twice, as \"\(before)\" and as \"\(status)\"; the first counts")
    }
    return nil
  }

  private typealias Entry = (key: String, values: [String], line: Int)

  private static func entries(_ text: SourceText, _ lines: Range<Int>) -> [Entry] {
    var result: [Entry] = []
    var listKey: String?
    for index in lines {
      let line = withoutComment(text.string(text.lines[index]))
      let content = line.trimmed
      guard !content.isEmpty else { continue }
      let isIndented = line.first?.isWhitespace == true
      if let key = listKey, content.hasPrefix("- ") || content == "-" || isIndented {
        // The next item of a list, or a text of its own lines below `key: |`.
        let item = content.hasPrefix("-") ? String(content.dropFirst()).trimmed : content
        if let last = result.indices.last, result[last].key == key {
          result[last].values.append(unquoted(item))
        } else {
          result.append((key, [unquoted(item)], index + 1))
        }
        continue
      }
      listKey = nil
      guard !isIndented, let colon = content.firstIndex(of: ":") else { continue }
      let key = String(content[..<colon]).trimmed.lowercased()
      let value = String(content[content.index(after: colon)...]).trimmed
      if value.isEmpty || ["|", ">", "|-", ">-"].contains(value) {
        listKey = key
      } else {
        result.append((key, items(value, splitting: key == "tags"), index + 1))
      }
    }
    return result
  }

  /// `key: value` lines between `---` that stand below the title, where some tools put them. Their lines, and what
  /// they say.
  static func below(_ text: SourceText) -> (lines: Range<Int>, fields: [String: [String]])? {
    let top = text.lines.prefix(40)
    guard let start = top.dropFirst().firstIndex(where: { isFence(text, $0) }),
      let end = top[(start + 1)...].firstIndex(where: { isFence(text, $0) }), end > start + 1
    else { return nil }
    let inside = (start + 1)..<end
    let found = entries(text, inside)
    let isMatter = text.lines[inside].allSatisfy { line in
      let content = trimmed(text, line)
      return content.isEmpty || content.hasPrefix("-") || content.hasPrefix("#")
        || content.split(separator: ":").first.map { !$0.contains(" ") } == true && content.contains(":")
    }
    guard isMatter, !found.isEmpty else { return nil }
    return (start..<(end + 1), Dictionary(found.map { ($0.key, $0.values) }) { first, _ in first })
  }

  private mutating func take(_ key: String, _ values: [String], line: Int, _ findings: inout [Finding]) {
    guard let value = values.first, !value.isEmpty else { return }
    switch key {
    case "deck": deck = Names.deck(value)
    case "tags", "tag":
      for tag in values.compactMap(Names.tag) where !tags.contains(tag) { tags.append(tag) }
    case "tier":
      guard let tier = Tier(rawValue: value.lowercased()) else {
        let known = Tier.allCases.map(\.rawValue).joined(separator: ", ")
        findings.append(Finding(line: line, message: "no tier \"\(value)\"; there are \(known)"))
        return
      }
      self.tier = tier
    default: break
    }
  }

  private static func items(_ value: String, splitting: Bool) -> [String] {
    var inner = value
    if inner.hasPrefix("["), inner.hasSuffix("]") {
      inner = String(inner.dropFirst().dropLast())
    } else if !splitting || inner.hasPrefix("\"") || inner.hasPrefix("'") {
      return [unquoted(inner)]
    }
    return inner.split(separator: ",").map { unquoted(String($0).trimmed) }.filter { !$0.isEmpty }
  }

  private static func unquoted(_ value: String) -> String {
    for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
      return String(value.dropFirst().dropLast())
    }
    return value
  }

  /// A `#` begins a comment at the start of a line or behind a space, outside quotes.
  private static func withoutComment(_ line: String) -> String {
    guard line.holds(UInt8(ascii: "#")) else { return line }
    var quote: Character?
    var previous: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'", previous == " " || previous == "[" {
        quote = character
      } else if character == "#", previous.isWhitespace {
        return String(line[..<index])
      }
      previous = character
    }
    return line
  }

  private static func trimmed(_ text: SourceText, _ line: Range<Int>) -> String {
    line.count > 200 ? "" : text.string(line).trimmed
  }

  /// Whether a line is the one that opens or closes such a block. Nearly none begins like it.
  private static func isFence(_ text: SourceText, _ line: Range<Int>) -> Bool {
    guard let first = text.bytes[line].first, first == UInt8(ascii: "-") || first.isBlank || first >= 128
    else {
      return false
    }
    return trimmed(text, line) == "---"
  }
}

/// The forms that names have once they are inside.
package enum Names {
  /// A tag holds no spaces and no commas.
  package static func tag(_ text: String) -> String? {
    let words = text.split { $0.isWhitespace || $0 == "," }
    let tag = words.joined(separator: "-").withoutControls.drop { $0 == "#" }
    return tag.isEmpty ? nil : String(tag)
  }

  /// A deck's name is one line.
  package static func deck(_ text: String) -> String? {
    let name = text.withoutControls.trimmed
    return name.isEmpty ? nil : name
  }
}

extension String {
  package var trimmed: String {
    guard let start = utf8.first, let end = utf8.last else { return self }
    // Beyond ASCII one has to look closer.
    if start > 32, end > 32, start < 128, end < 128 { return self }
    if let plain = trimmedPlainly { return plain }
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    var slice = self[...]
    while slice.first?.isWhitespace == true { slice.removeFirst() }
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }

  /// Nil where a letter beyond ASCII stands at an end.
  private var trimmedPlainly: String? {
    withBytes { bytes -> String? in
      var (start, end) = (0, bytes.count)
      while start < end, bytes[start].isBlank { start += 1 }
      guard start < end else { return "" }
      while bytes[end - 1].isBlank { end -= 1 }
      guard bytes[start] < 128, bytes[end - 1] < 128 else { return nil }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  var withoutControls: String {
    guard utf8.contains(where: { $0 < 32 || $0 == 127 }) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
  }
}
