/// What a directive's text is to a reader of records.
private enum DirectiveKind {
  /// Its text begins on its first line.
  case body
  /// Its first line is a title, its text begins below.
  case titled
  case code, listTable, csvTable
  /// Pictures, what is drawn from a description, what is in another file, settings.
  case nothing

  static let known: [String: DirectiveKind] = {
    var kinds: [String: DirectiveKind] = ["list-table": .listTable, "csv-table": .csvTable]
    let names: [(DirectiveKind, String)] = [
      (
        .body,
        """
        note warning important attention caution danger error hint tip seealso todo epigraph \
        highlights pull-quote
        """
      ),
      (.titled, "admonition topic sidebar rubric"),
      (
        .code,
        """
        code code-block sourcecode parsed-literal math prompt doctest testcode productionlist
        """
      ),
      (
        .nothing,
        """
        image figure contents toctree raw include meta highlight literalinclude index role default-role \
        sectnum section-numbering header footer title date unicode replace class target-notes bibliography \
        tabularcolumns currentmodule uml plantuml mermaid graphviz digraph graph blockdiag seqdiag actdiag \
        nwdiag ditaa kroki d2 tikz needuml needflow needtable needlist
        """
      ),
    ]
    for (kind, list) in names {
      for name in list.split(separator: " ") { kinds[String(name)] = kind }
    }
    return kinds
  }()
}

extension RestructuredReader {
  /// What begins with `..`: a directive; or a target, a footnote, a comment, of which nothing is kept.
  mutating func explicit(_ line: RestructuredLine, depth: Int) -> [Block] {
    var start = line.start + 2
    while start < line.end, Sign.isSpace(bytes[start]) { start += 1 }
    if start < line.end, let (name, end) = directive(bytes[start..<line.end]) {
      return directive(name, argumentAt: end, of: line, depth: depth)
    }
    warnOfOneColon(bytes[start..<line.end], line: line.number)
    let isEmpty = start == line.end
    position += 1
    // An empty comment ends where it stands, so that an indented block can follow it.
    if isEmpty, position < lines.count, lines[position].isBlank { return [] }
    _ = take(under: line.indent)
    return []
  }

  private func directive(_ bytes: ArraySlice<UInt8>) -> (name: String, end: Int)? {
    guard let first = bytes.first, Sign.isAlphanumeric(first) else { return nil }
    var index = bytes.startIndex
    let end = min(bytes.endIndex - 1, index + 80)
    while index < end {
      if bytes[index] == UInt8(ascii: ":"), bytes[index + 1] == UInt8(ascii: ":") {
        guard index + 2 == bytes.endIndex || Sign.isSpace(bytes[index + 2]) else { return nil }
        let name = String(decoding: bytes[bytes.startIndex..<index], as: UTF8.self).trimmed
        return (name.lowercased(), index + 2)
      }
      guard Sign.isAlphanumeric(bytes[index]) || "-_.+: ".utf8.contains(bytes[index]) else { return nil }
      if bytes[index] == 32, bytes[index + 1] != UInt8(ascii: ":") { return nil }
      index += 1
    }
    return nil
  }

  /// `.. note:` is a comment to everybody who reads the text, which its author did not want.
  private mutating func warnOfOneColon(_ bytes: ArraySlice<UInt8>, line: Int) {
    guard let colon = bytes.prefix(80).firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: bytes[bytes.startIndex..<colon], as: UTF8.self)
    guard colon + 1 == bytes.endIndex || Sign.isSpace(bytes[colon + 1]), name.count > 4,
      let kind = DirectiveKind.known[name.lowercased()], kind != .nothing
    else { return }
    note("\".. \(name):\" has one colon and is a comment, left out with what belongs to it", line: line)
  }

  private mutating func directive(
    _ name: String, argumentAt start: Int, of line: RestructuredLine, depth: Int
  ) -> [Block] {
    var start = start
    while start < line.end, Sign.isSpace(bytes[start]) { start += 1 }
    let argument = start..<line.end
    let kind = DirectiveKind.known[name]
    if kind == .body, !argument.isEmpty {
      let first = position
      position += 1
      _ = options(under: line.indent)
      guard position == first + 1 else {
        let words = inline(Array(bytes[argument]))
        return [.paragraph(words, line: line.number)] + body(under: line.indent, depth: depth)
      }
      position = first
      beginBody(at: start, of: line)
      return body(under: line.indent, depth: depth)
    }
    position += 1
    let options = options(under: line.indent)
    switch kind {
    case .nothing:
      _ = take(under: line.indent)
      return []
    case .code:
      let code = take(under: line.indent)
      if code.isEmpty, !argument.isEmpty, name == "math" {
        return [.code(String(decoding: bytes[argument], as: UTF8.self), line: line.number)]
      }
      return code.isEmpty ? [] : [.code(verbatim(code), line: lines[code.lowerBound].number)]
    case .listTable:
      return table(body(under: line.indent, depth: depth), line: line.number)
    case .csvTable:
      return csvTable(options, take(under: line.indent), line: line.number)
    case .titled where !argument.isEmpty:
      let words = inline(Array(bytes[argument]))
      let title = Inline(text: words.text, links: words.links, boldStart: words.text)
      return [.paragraph(title, line: line.number)] + body(under: line.indent, depth: depth)
    case .titled, .body, nil:
      return body(under: line.indent, depth: depth)
    }
  }

  /// The `:name: value` lines right below a directive.
  private mutating func options(under indent: Int) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    while position < lines.count, !lines[position].isBlank, lines[position].indent > indent,
      let end = fieldNameEnd(lines[position])
    {
      let line = lines[position]
      let name = String(decoding: bytes[line.start + 1..<end], as: UTF8.self).lowercased()
      var value = Array(bytes[end + 1..<max(end + 1, line.end)])
      position += 1
      while position < lines.count, !lines[position].isBlank, lines[position].indent > line.indent {
        value += [32] + bytes[lines[position].start..<lines[position].end]
        position += 1
      }
      found[name] = value
    }
    return found
  }

  // MARK: Tables that are directives

  /// A list of lists is a table's rows.
  private mutating func table(_ body: [Block], line: Int) -> [Block] {
    var rows: [[String]] = []
    for case .list(let items, _, _) in body {
      for item in items {
        for case .list(let cells, _, _) in item.blocks {
          rows.append(cells.map { Self.words($0.blocks) })
        }
      }
    }
    if rows.isEmpty, !body.isEmpty {
      note("this list-table is not a list of lists; it is read as text", line: line)
      return body
    }
    return rows.isEmpty ? [] : [.table(rows, line: line)]
  }

  private mutating func csvTable(_ options: [String: [UInt8]], _ range: Range<Int>, line: Int) -> [Block] {
    var comma = UInt8(ascii: ",")
    let sign = (options["delim"] ?? []).filter { !Sign.isSpace($0) }
    if sign.elementsEqual("tab".utf8) {
      comma = 9
    } else if sign.elementsEqual("space".utf8) {
      comma = 32
    } else if let first = sign.first {
      comma = first
    }
    var text = options["header"] ?? []
    for line in lines[range] { text += [10] + bytes[line.start..<line.end] }
    let rows = CommaSeparated.rows(text, comma: comma).map { $0.map { inline($0).text } }
    return rows.isEmpty ? [] : [.table(rows, line: line)]
  }

  /// The words of blocks where only words have room, as in a table's cell.
  static func words(_ blocks: [Block]) -> String {
    let parts = blocks.map { block in
      switch block {
      case .heading(_, let words, _), .paragraph(let words, _): words.text
      case .list(let items, _, _): items.map { Self.words($0.blocks) }.joined(separator: "; ")
      case .quote(let blocks, _): Self.words(blocks)
      case .code(let code, _): code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      case .table(let rows, _): rows.map { $0.joined(separator: ", ") }.joined(separator: "; ")
      case .rule: ""
      }
    }
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
