/// Reads reStructuredText as blocks. Where the specification calls something an error and its meaning is
/// still
/// plain (a short underline, a list item indented by a space too few), it is read as it was meant.
package enum RestructuredBlocks {
  /// - Parameter firstLine: how many lines to pass over at the top, such as front matter.
  package static func read(_ text: SourceText, from firstLine: Int = 0) -> MarkupText {
    let first = min(max(0, firstLine), text.lines.count)
    var reader = RestructuredReader(bytes: text.bytes, ranges: text.lines[first...], number: first + 1)
    reader.targets = RestructuredTargets(reader)
    let blocks = reader.blocks(at: 0, depth: 0)
    return MarkupText(blocks: blocks, findings: reader.findings)
  }
}

/// A line between its indentation and the white space at its end.
struct RestructuredLine {
  /// Moves on when a list marker before it has been read: the rest is then a line of the item.
  var start: Int
  let end: Int
  /// In columns.
  var indent: Int
  let number: Int

  var isBlank: Bool { start == end }
}

/// Goes through the lines once. Nesting is seen from the indentation of each line, so nothing is scanned
/// again for
/// every level that it lies in.
struct RestructuredReader {
  /// Deeper than anybody writes; below that, lines are plain text.
  static let deepest = 64

  let bytes: [UInt8]
  var lines: [RestructuredLine] = []
  var position = 0
  var targets = RestructuredTargets()
  var findings: [Finding] = []
  private var titles: [TitleStyle] = []

  private struct TitleStyle: Equatable {
    let sign: UInt8
    let hasOverline: Bool
  }

  init(bytes: [UInt8], ranges: ArraySlice<Range<Int>>, number: Int) {
    self.bytes = bytes
    lines.reserveCapacity(ranges.count)
    for (offset, range) in ranges.enumerated() {
      lines.append(Self.line(bytes, range, number + offset))
    }
  }

  private static func line(_ bytes: [UInt8], _ range: Range<Int>, _ number: Int) -> RestructuredLine {
    var start = range.lowerBound
    var end = range.upperBound
    var indent = 0
    while start < end, Sign.isSpace(bytes[start]) {
      indent = bytes[start] == 9 ? (indent / 8 + 1) * 8 : indent + 1
      start += 1
    }
    while end > start, Sign.isSpace(bytes[end - 1]) { end -= 1 }
    return RestructuredLine(start: start, end: end, indent: start == end ? 0 : indent, number: number)
  }

  // MARK: Lines

  /// The next line with something on it.
  mutating func next() -> RestructuredLine? {
    while position < lines.count, lines[position].isBlank { position += 1 }
    return position < lines.count ? lines[position] : nil
  }

  /// The line after this one, unless it is blank.
  func following(_ index: Int) -> RestructuredLine? {
    guard index + 1 < lines.count, !lines[index + 1].isBlank else { return nil }
    return lines[index + 1]
  }

  /// Passes over everything that is indented more, and returns it without blank lines at its ends.
  mutating func take(under indent: Int) -> Range<Int> {
    guard let first = next(), first.indent > indent else { return position..<position }
    let start = position
    var end = position
    var index = position
    while index < lines.count, lines[index].isBlank || lines[index].indent > indent {
      if !lines[index].isBlank { end = index + 1 }
      index += 1
    }
    position = end
    return start..<end
  }

  func verbatim(_ range: Range<Int>) -> String {
    let margin = lines[range].lazy.filter { !$0.isBlank }.map(\.indent).min() ?? 0
    var code: [UInt8] = []
    for (offset, line) in lines[range].enumerated() {
      if offset > 0 { code.append(10) }
      guard !line.isBlank else { continue }
      code += repeatElement(UInt8(ascii: " "), count: line.indent - margin)
      code += bytes[line.start..<line.end]
    }
    return String(decoding: code, as: UTF8.self)
  }

  /// One a line, and not thousands of them a file.
  mutating func note(_ message: String, line: Int) {
    let finding = Finding(line: line, message: message)
    guard findings.count < 20, !findings.contains(finding) else { return }
    findings.append(finding)
  }

  mutating func inline(_ words: [UInt8]) -> Inline {
    var reader = RestructuredInline(words, targets)
    let inline = reader.read()
    targets = reader.targets
    return inline
  }

  // MARK: Blocks

  mutating func blocks(at indent: Int, depth: Int) -> [Block] {
    var found: [Block] = []
    while let line = next(), line.indent >= indent {
      if depth >= Self.deepest {
        note("nested too deeply from here; read as plain text", line: line.number)
        found.append(.paragraph(inline(joined { $0.indent >= indent }), line: line.number))
      } else if line.indent > indent {
        found.append(.quote(blocks(at: line.indent, depth: depth + 1), line: line.number))
      } else {
        found += block(line, depth: depth)
      }
    }
    return found
  }

  /// What belongs to the line before because it is indented more.
  mutating func body(under indent: Int, depth: Int) -> [Block] {
    var found: [Block] = []
    while let line = next(), line.indent > indent {
      found += blocks(at: line.indent, depth: depth + 1)
    }
    return found
  }

  private mutating func block(_ line: RestructuredLine, depth: Int) -> [Block] {
    if depth == 0, line.indent == 0, let heading = overlinedTitle(line) { return [heading] }
    if let marker = marker(at: position) { return [list(marker, at: line.indent, depth: depth)] }
    if let end = fieldNameEnd(line) { return field(line, nameEnd: end, depth: depth) }
    let content = bytes[line.start..<line.end]
    switch bytes[line.start] {
    case UInt8(ascii: ".") where content.starts(with: "..".utf8) && isSpace(at: line.start + 2, line):
      return explicit(line, depth: depth)
    case UInt8(ascii: "_") where content.starts(with: "__ ".utf8):
      position += 1
      _ = take(under: line.indent)
      return []
    case UInt8(ascii: "|") where isSpace(at: line.start + 1, line):
      return lineBlock(line)
    case UInt8(ascii: ">") where content.starts(with: ">>>".utf8) && isSpace(at: line.start + 3, line):
      let start = position
      while position < lines.count, !lines[position].isBlank, lines[position].indent >= line.indent {
        position += 1
      }
      return [.code(verbatim(start..<position), line: line.number)]
    case UInt8(ascii: "+") where isGridBorder(line):
      return gridTable(line, depth: depth)
    case UInt8(ascii: "=") where isSimpleBorder(line):
      return simpleTable(line, depth: depth)
    default:
      if adornment(line) != nil, line.end - line.start >= 4 {
        position += 1
        return [.rule(line: line.number)]
      }
      return text(line, depth: depth)
    }
  }

  func isSpace(at index: Int, _ line: RestructuredLine) -> Bool {
    index >= line.end || Sign.isSpace(bytes[index])
  }

  // MARK: Titles

  /// The one sign that a line is made of, if it is.
  private func adornment(_ line: RestructuredLine) -> UInt8? {
    guard !line.isBlank, Sign.isPunctuation(bytes[line.start]) else { return nil }
    let sign = bytes[line.start]
    return bytes[line.start..<line.end].allSatisfy { $0 == sign } ? sign : nil
  }

  private mutating func overlinedTitle(_ line: RestructuredLine) -> Block? {
    guard let title = following(position), let under = following(position + 1), under.indent == 0,
      let sign = adornment(line), adornment(under) == sign, adornment(title) != sign,
      isLongEnough(line, for: title), line.end - line.start >= 3 || sign == UInt8(ascii: "=")
    else { return nil }
    position += 3
    return heading(title, TitleStyle(sign: sign, hasOverline: true))
  }

  private mutating func underlinedTitle(_ line: RestructuredLine) -> Block? {
    guard let under = following(position), under.indent == 0, let sign = adornment(under),
      isLongEnough(under, for: line)
    else { return nil }
    position += 2
    return heading(line, TitleStyle(sign: sign, hasOverline: false))
  }

  /// A line of four signs is meant as one, however long the title is; fewer may be words, such as `...`.
  private func isLongEnough(_ adornment: RestructuredLine, for title: RestructuredLine) -> Bool {
    let length = adornment.end - adornment.start
    if length >= 4 { return true }
    let beginning = bytes[title.start..<min(title.end, title.start + 64)]
    return String(decoding: beginning, as: UTF8.self).count <= length
  }

  private mutating func heading(_ title: RestructuredLine, _ style: TitleStyle) -> Block {
    let level = titles.firstIndex(of: style) ?? titles.count
    if level == titles.count { titles.append(style) }
    return .heading(level: level + 1, inline(Array(bytes[title.start..<title.end])), line: title.number)
  }

  // MARK: Text

  /// The words of this line and of those after it, up to a blank one or one that is not meant.
  private mutating func joined(while belongs: (RestructuredLine) -> Bool) -> [UInt8] {
    var words: [UInt8] = []
    repeat {
      let line = lines[position]
      if !words.isEmpty { words.append(UInt8(ascii: " ")) }
      words += bytes[line.start..<line.end]
      position += 1
    } while position < lines.count && !lines[position].isBlank && belongs(lines[position])
    return words
  }

  private mutating func text(_ line: RestructuredLine, depth: Int) -> [Block] {
    if depth == 0, line.indent == 0, let heading = underlinedTitle(line) { return [heading] }
    if let next = following(position), next.indent > line.indent, !endsInColons(line) {
      position += 1
      return definition(line, depth: depth)
    }
    var words = joined { $0.indent == line.indent }
    guard endsInColons(lines[position - 1]) else { return [.paragraph(inline(words), line: line.number)] }
    words.removeLast()
    if words.count == 1 || Sign.isSpace(words[words.count - 2]) {
      words.removeLast()
      while let last = words.last, Sign.isSpace(last) { words.removeLast() }
    }
    var found: [Block] = words.isEmpty ? [] : [.paragraph(inline(words), line: line.number)]
    let code = literal(after: line.indent)
    if !code.isEmpty { found.append(.code(verbatim(code), line: lines[code.lowerBound].number)) }
    return found
  }

  func endsInColons(_ line: RestructuredLine) -> Bool {
    bytes[line.start..<line.end].suffix(2).elementsEqual("::".utf8)
      && !bytes[line.start..<line.end].suffix(3).elementsEqual("\\::".utf8)
  }

  /// An indented block, or one where every line is quoted with `>`.
  private mutating func literal(after indent: Int) -> Range<Int> {
    guard let first = next(), first.indent == indent, bytes[first.start] == UInt8(ascii: ">") else {
      return take(under: indent)
    }
    let start = position
    while position < lines.count, !lines[position].isBlank, lines[position].indent == indent,
      bytes[lines[position].start] == UInt8(ascii: ">")
    {
      position += 1
    }
    return start..<position
  }

  /// Each line of `|` on its own, or lines that go on below one, as one paragraph.
  private mutating func lineBlock(_ first: RestructuredLine) -> [Block] {
    var words: [UInt8] = []
    while position < lines.count, !lines[position].isBlank {
      let line = lines[position]
      var start = line.start
      if line.indent == first.indent {
        guard bytes[start] == UInt8(ascii: "|"), isSpace(at: start + 1, line) else { break }
        start += 1
        while start < line.end, Sign.isSpace(bytes[start]) { start += 1 }
      } else if line.indent < first.indent {
        break
      }
      if !words.isEmpty, start < line.end { words.append(UInt8(ascii: " ")) }
      words += bytes[start..<line.end]
      position += 1
    }
    return words.isEmpty ? [] : [.paragraph(inline(words), line: first.number)]
  }
}
