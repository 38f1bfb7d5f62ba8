internal import CMarkdown
internal import Synchronization

/// Markdown as blocks, read by the library that reads it for everybody else.
package enum MarkdownBlocks {
  /// Deeper than this nobody writes; what lies below is left out, so that no text can exhaust the stack.
  static let deepest = 48

  /// Lines in `left` are left out, such as those of the front matter.
  package static func read(_ text: SourceText, without left: Range<Int> = 0..<0) -> MarkupText {
    guard isReady else { return MarkupText(blocks: [], findings: []) }
    guard text.bytes.contains(UInt8(ascii: "~")) else { return parsed(text, left, ["table"]) }
    return striking.withLock { _ in parsed(text, left, ["table", "strikethrough"]) }
  }

  /// The library keeps what its extensions are in variables that all threads share, and fills them at its first use: that
  /// has to be over before a second thread comes.
  private static let isReady: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// While a text is read in which words can be struck out, the library marks the sign for it in a table that all
  /// threads share, and takes the mark away at the end. So only one such text is read at a time; others never look there.
  private static let striking = Mutex(())

  private static func parsed(_ text: SourceText, _ left: Range<Int>, _ extensions: [String]) -> MarkupText {
    var findings: [Finding] = []
    let lines = ReadableLines.pieces(of: text, without: left, &findings)
    guard let parser = cmark_parser_new(CInt(CMARK_OPT_DEFAULT)) else {
      return MarkupText(blocks: [], findings: [])
    }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    text.bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { bytes in
        guard let base = bytes.baseAddress else { return }
        for piece in lines { cmark_parser_feed(parser, base + piece.lowerBound, piece.count) }
      }
    }
    guard let document = cmark_parser_finish(parser) else {
      return MarkupText(blocks: [], findings: findings)
    }
    defer { cmark_node_free(document) }
    var reader = TreeReader(text: text)
    let blocks = reader.blocks(of: document, depth: 0)
    return MarkupText(blocks: blocks, findings: findings + reader.findings)
  }
}

/// Walks the library's tree.
private struct TreeReader {
  let text: SourceText
  var findings: [Finding] = []

  private func line(_ node: OpaquePointer) -> Int {
    Int(cmark_node_get_start_line(node))
  }

  private func children(
    _ node: OpaquePointer, _ body: (OpaquePointer) -> Void
  ) {
    var child = cmark_node_first_child(node)
    while let current = child {
      body(current)
      child = cmark_node_next(current)
    }
  }

  mutating func blocks(of parent: OpaquePointer, depth: Int) -> [Block] {
    guard depth < MarkdownBlocks.deepest else { return [] }
    var result: [Block] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      if let block = block(node, depth: depth) { result.append(block) }
      child = cmark_node_next(node)
    }
    return result
  }

  private mutating func block(_ node: OpaquePointer, depth: Int) -> Block? {
    let line = line(node)
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING:
      return .heading(level: Int(cmark_node_get_heading_level(node)), inline(node), line: line)
    case CMARK_NODE_PARAGRAPH:
      let words = inline(node)
      return words.text.isEmpty && words.links.isEmpty ? nil : .paragraph(words, line: line)
    case CMARK_NODE_LIST:
      var items: [ListItem] = []
      var child = cmark_node_first_child(node)
      while let item = child {
        items.append(ListItem(blocks: blocks(of: item, depth: depth + 1), line: self.line(item)))
        child = cmark_node_next(item)
      }
      return .list(items, isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST, line: line)
    case CMARK_NODE_BLOCK_QUOTE: return .quote(blocks(of: node, depth: depth + 1), line: line)
    case CMARK_NODE_CODE_BLOCK:
      checkFence(node, line)
      return .code(literal(node), line: line)
    case CMARK_NODE_THEMATIC_BREAK: return .rule(line: line)
    case CMARK_NODE_HTML_BLOCK: return html(literal(node), line)
    default:
      let name = cmark_node_get_type_string(node).map { String(cString: $0) }
      return name == "table" ? table(node, line) : nil
    }
  }

  private func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// Code that goes on to the end of the file because nobody closed it.
  private mutating func checkFence(_ node: OpaquePointer, _ line: Int) {
    var (length, indent): (CInt, CInt) = (0, 0)
    var sign: CChar = 0
    guard cmark_node_get_fenced(node, &length, &indent, &sign) != 0 else { return }
    let end = Int(cmark_node_get_end_line(node))
    guard end >= text.lines.count || line == end, let last = text.lines.last else { return }
    let closing = text.string(last).trimmed
    let isClosed =
      end > line && closing.utf8.count >= Int(length)
      && closing.utf8.allSatisfy { $0 == UInt8(bitPattern: sign) }
    if !isClosed {
      findings.append(
        Finding(
          line: line, message: "the code opened here is never closed; it was read up to the end of the file"))
    }
  }

  private mutating func html(_ source: String, _ line: Int) -> Block? {
    if source.hasPrefix("<!--"), !source.holds("-->") {
      findings.append(
        Finding(
          line: line, message: "the comment opened here is never closed; the rest of the file was left out"))
      return nil
    }
    // The cells of a table in one line say nothing.
    if source.count > 6, source.lowercased().holds("<table") { return nil }
    let words = HTMLText.words(source)
    guard !words.isEmpty else { return nil }
    let start = source.drop { $0.isWhitespace }.prefix(3).lowercased()
    if start.hasPrefix("<h"), let level = start.last?.wholeNumberValue, (1...6).contains(level) {
      return .heading(level: level, Inline(text: words), line: line)
    }
    return .paragraph(Inline(text: words), line: line)
  }

  private func table(_ node: OpaquePointer, _ line: Int) -> Block {
    var rows: [[String]] = []
    children(node) { row in
      var cells: [String] = []
      children(row) { cells.append(inline($0).text) }
      rows.append(cells)
    }
    return .table(rows, line: line)
  }

  // MARK: Words

  /// As bytes while they are gathered: a string that grows asks at each piece whether it is text.
  private struct Words {
    var text: [UInt8] = []
    var links: [Link] = []
    var boldStart: String?

    func string(from start: Int) -> String { String(decoding: text[start...], as: UTF8.self) }
  }

  private func inline(_ node: OpaquePointer) -> Inline {
    var words = Words()
    append(node, &words, depth: 0)
    let text = Self.withoutMarks(words.string(from: 0).trimmed)
    return Inline(text: text, links: words.links, boldStart: words.boldStart?.trimmed ?? "")
  }

  /// "The meeting[^1] agreed": the mark of a footnote, which stands elsewhere. `[^a-z]+` in code, or with a sign behind it,
  /// is a pattern and stays.
  private static func withoutMarks(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "^")), text.holds("[^"), !text.hasPrefix("[^") else { return text }
    var (result, rest, isCode) = ("", text[...], false)
    while let start = rest.firstRange(of: "[^"), let end = rest[start.upperBound...].firstIndex(of: "]") {
      var before = rest[..<start.lowerBound]
      if !before.count(where: { $0 == "`" }).isMultiple(of: 2) { isCode.toggle() }
      let label = rest[start.upperBound..<end]
      let isMark =
        !isCode && !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
        && rest[end...].dropFirst().first.map { !"+*{?|`".contains($0) } ?? true
      if isMark {
        if before.last == " " { before.removeLast() }
        result += before
      } else {
        result += rest[...end]
      }
      rest = rest[end...].dropFirst()
    }
    return result + rest
  }

  private func isStruck(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type_string(node).map { String(cString: $0) } == "strikethrough"
  }

  private func follows(_ node: OpaquePointer, with start: String) -> Bool {
    guard let next = cmark_node_next(node), cmark_node_get_type(next) == CMARK_NODE_TEXT else { return false }
    return literal(next).hasPrefix(start)
  }

  private func isBeforePlaceholder(_ node: OpaquePointer) -> Bool {
    guard let next = cmark_node_next(node), cmark_node_get_type(next) == CMARK_NODE_HTML_INLINE else {
      return false
    }
    return !HTMLText.isTag(literal(next))
  }

  private func add(_ node: OpaquePointer, to bytes: inout [UInt8]) {
    guard let start = cmark_node_get_literal(node) else { return }
    var end = start
    while end.pointee != 0 { end += 1 }
    bytes += UnsafeRawBufferPointer(start: start, count: end - start)
  }

  private func append(_ node: OpaquePointer, _ words: inout Words, depth: Int) {
    guard depth < MarkdownBlocks.deepest else { return }
    children(node) { child in
      switch cmark_node_get_type(child) {
      case CMARK_NODE_TEXT:
        add(child, to: &words.text)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words.text.append(UInt8(ascii: "\n"))
      case CMARK_NODE_CODE:
        words.text.append(UInt8(ascii: "`"))
        add(child, to: &words.text)
        words.text.append(UInt8(ascii: "`"))
      case CMARK_NODE_HTML_INLINE:
        let tag = literal(child)
        if tag.lowercased().hasPrefix("<br") {
          words.text.append(UInt8(ascii: "\n"))
        } else if !HTMLText.isTag(tag) {
          // `help_<command>` without backticks: a placeholder, and no HTML.
          words.text += tag.utf8
        }
      case CMARK_NODE_IMAGE: break
      case CMARK_NODE_STRONG:
        let isStart = words.boldStart == nil && words.text.allSatisfy(\.isBlank)
        let before = words.text.count
        append(child, &words, depth: depth + 1)
        if isStart { words.boldStart = words.string(from: before) }
      case CMARK_NODE_LINK:
        let before = words.text.count
        append(child, &words, depth: depth + 1)
        let target = cmark_node_get_url(child).map { String(cString: $0) } ?? ""
        words.links.append(Link(text: words.string(from: before).trimmed, target: target))
      case CMARK_NODE_EMPH:
        // `_help_<command>`: the marks belong to a name.
        let isName = isBeforePlaceholder(child)
        if isName { words.text.append(UInt8(ascii: "_")) }
        append(child, &words, depth: depth + 1)
        if isName { words.text.append(UInt8(ascii: "_")) }
      // What is struck out its author took back.
      default:
        if !isStruck(child) {
          append(child, &words, depth: depth + 1)
        } else if words.text.last == UInt8(ascii: " "), follows(child, with: " ") {
          words.text.removeLast()
        }
      }
    }
  }
}
