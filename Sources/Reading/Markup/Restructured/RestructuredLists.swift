/// What stands before an item: a bullet or an enumerator, with the space behind it.
struct RestructuredMarker {
  let isOrdered: Bool
  /// The bullet, or the signs around the number.
  let sign: String
  /// Which kind of number; `auto` is `#`, which goes on with any.
  let number: Number
  let bytes: Int
  let columns: Int
  let isEmpty: Bool

  enum Number {
    case none, arabic, lower, upper, auto
  }

  func continues(_ first: RestructuredMarker) -> Bool {
    isOrdered == first.isOrdered && sign == first.sign
      && (number == first.number || number == .auto || first.number == .auto)
  }
}

extension RestructuredReader {
  // MARK: Items

  func marker(at index: Int) -> RestructuredMarker? {
    let line = lines[index]
    if let bullet = bullet(line) { return bullet }
    guard let enumerator = enumerator(line) else { return nil }
    // A line of words may begin with "1984." too: what follows has to look like the rest of a list.
    guard let next = following(index), next.indent == line.indent else { return enumerator }
    return self.enumerator(next)?.continues(enumerator) == true ? enumerator : nil
  }

  private func bullet(_ line: RestructuredLine) -> RestructuredMarker? {
    let width: Int
    switch bytes[line.start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): width = 1
    case 0xe2 where ["•", "‣", "⁃"].contains { bytes[line.start..<line.end].starts(with: $0.utf8) }:
      width = 3
    default: return nil
    }
    return marker(
      line, isOrdered: false, number: .none, sign: line.start..<line.start + width, width: width, 1)
  }

  private func enumerator(_ line: RestructuredLine) -> RestructuredMarker? {
    var index = line.start
    let isOpen = bytes[index] == UInt8(ascii: "(")
    if isOpen { index += 1 }
    let start = index
    while index < line.end, index - start < 10, Sign.isAlphanumeric(bytes[index]) || bytes[index] == 0x23 {
      index += 1
    }
    guard index < line.end, let number = Self.number(bytes[start..<index]) else { return nil }
    guard bytes[index] == UInt8(ascii: ")") || !isOpen && bytes[index] == UInt8(ascii: ".") else {
      return nil
    }
    let width = index + 1 - line.start
    let sign = isOpen ? line.start..<line.start + 1 : index..<index + 1
    return marker(line, isOrdered: true, number: number, sign: sign, width: width, width)
  }

  private static func number(_ text: ArraySlice<UInt8>) -> RestructuredMarker.Number? {
    guard let first = text.first else { return nil }
    if text.count == 1, first == UInt8(ascii: "#") { return .auto }
    if text.allSatisfy({ (48...57).contains($0) }) { return .arabic }
    let isUpper = (65...90).contains(first)
    guard text.count == 1 && Sign.isAlphanumeric(first) || isRoman(text, isUpper: isUpper) else { return nil }
    return isUpper ? .upper : .lower
  }

  /// `iv`, but not `mix` or `did`: the hundreds and above are left to words.
  private static func isRoman(_ text: ArraySlice<UInt8>, isUpper: Bool) -> Bool {
    var rest = Substring(decoding: text, as: UTF8.self)
    guard rest == (isUpper ? rest.uppercased() : rest.lowercased()) else { return false }
    let tens = isUpper ? ["XC", "XL", "L", "X", "X", "X"] : ["xc", "xl", "l", "x", "x", "x"]
    let ones = isUpper ? ["IX", "IV", "V", "I", "I", "I"] : ["ix", "iv", "v", "i", "i", "i"]
    for part in tens + ones where rest.hasPrefix(part) { rest = rest.dropFirst(part.count) }
    return rest.isEmpty
  }

  private func marker(
    _ line: RestructuredLine, isOrdered: Bool, number: RestructuredMarker.Number, sign: Range<Int>,
    width: Int,
    _ shown: Int
  ) -> RestructuredMarker? {
    var index = line.start + width
    guard isSpace(at: index, line) else { return nil }
    var column = line.indent + shown
    while index < line.end, Sign.isSpace(bytes[index]) {
      column = bytes[index] == 9 ? (column / 8 + 1) * 8 : column + 1
      index += 1
    }
    return RestructuredMarker(
      isOrdered: isOrdered, sign: String(decoding: bytes[sign], as: UTF8.self), number: number,
      bytes: index - line.start, columns: column - line.indent, isEmpty: index == line.end)
  }

  mutating func list(_ first: RestructuredMarker, at indent: Int, depth: Int) -> Block {
    let number = lines[position].number
    var items: [ListItem] = []
    while let line = next(), line.indent == indent, let marker = marker(at: position), marker.continues(first)
    {
      items.append(ListItem(blocks: item(marker, at: indent, depth: depth), line: line.number))
    }
    return .list(items, isOrdered: first.isOrdered, line: number)
  }

  private mutating func item(_ marker: RestructuredMarker, at indent: Int, depth: Int) -> [Block] {
    if marker.isEmpty {
      position += 1
      return body(under: indent, depth: depth)
    }
    lines[position].start += marker.bytes
    lines[position].indent += marker.columns
    var found: [Block] = []
    let line = lines[position]
    // The second line of an item is often indented by some other width: it still goes on with the first.
    if let next = following(position), next.indent > indent, next.indent != line.indent, isProse(at: position)
    {
      if isProse(at: position + 1) {
        lines[position].indent = next.indent
      } else {
        position += 1
        found.append(.paragraph(inline(Array(bytes[line.start..<line.end])), line: line.number))
        return found + body(under: indent, depth: depth)
      }
    }
    found += blocks(at: lines[position].indent, depth: depth + 1)
    return found + body(under: indent, depth: depth)
  }

  private func isProse(at index: Int) -> Bool {
    let line = lines[index]
    return marker(at: index) == nil && fieldNameEnd(line) == nil && !endsInColons(line)
      && !bytes[line.start..<line.end].starts(with: ".. ".utf8)
      && (bytes[line.start] != UInt8(ascii: "|") || !isSpace(at: line.start + 1, line))
  }

  // MARK: Fields and definitions

  /// Where the colon behind the name of a field stands, if this is one.
  func fieldNameEnd(_ line: RestructuredLine) -> Int? {
    guard bytes[line.start] == UInt8(ascii: ":"), !isSpace(at: line.start + 1, line),
      bytes[line.start + 1] != UInt8(ascii: ":")
    else { return nil }
    var index = line.start + 1
    // A name is short; a line without an end to it is not searched to its end.
    let end = min(line.end, line.start + 200)
    while index < end {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: ":") {
        if isSpace(at: index + 1, line) { return Sign.isSpace(bytes[index - 1]) ? nil : index }
        if bytes[index + 1] == UInt8(ascii: "`") { return nil }
      }
      index += 1
    }
    return nil
  }

  mutating func field(_ line: RestructuredLine, nameEnd: Int, depth: Int) -> [Block] {
    let name = inline(Array(bytes[line.start + 1..<nameEnd]))
    let label = Inline(text: name.text + ":", links: name.links)
    beginBody(at: nameEnd + 1, of: line)
    let body = body(under: line.indent, depth: depth)
    return Self.labelled(label, body, line: line.number)
  }

  /// Makes the rest of a line the first line of its body, as far in as the lines below it.
  mutating func beginBody(at start: Int, of line: RestructuredLine) {
    var start = start
    while start < line.end, Sign.isSpace(bytes[start]) { start += 1 }
    guard start < line.end else {
      position += 1
      return
    }
    var next = position + 1
    while next < lines.count, lines[next].isBlank { next += 1 }
    lines[position].start = start
    lines[position].indent = max(next < lines.count ? lines[next].indent : 0, line.indent + 1)
  }

  /// The term in bold before its definition; alone if no words follow but a list, as a heading would be.
  mutating func definition(_ line: RestructuredLine, depth: Int) -> [Block] {
    let term = inline(Array(bytes[line.start..<line.end]))
    var text = term.text
    let body = body(under: line.indent, depth: depth)
    if case .paragraph? = body.first, text.last != ":" { text += ":" }
    return Self.labelled(
      Inline(text: text, links: term.links, boldStart: term.text), body, line: line.number)
  }

  private static func labelled(_ label: Inline, _ body: [Block], line: Int) -> [Block] {
    guard case .paragraph(let words, _)? = body.first else { return [.paragraph(label, line: line)] + body }
    let whole = Inline(
      text: label.text + " " + words.text, links: label.links + words.links, boldStart: label.boldStart)
    return [.paragraph(whole, line: line)] + body.dropFirst()
  }
}
