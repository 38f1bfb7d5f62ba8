/// The things that somebody is unsure of: items of a list, or lines that stand alone.
enum OpenQuestions {
  struct Item: Equatable {
    /// On one line, without the list's sign.
    let text: String
    /// The lines that it takes, relative to those that were read.
    let lines: Range<Int>
  }

  static func items(_ lines: [String]) -> [Item] {
    let isList = lines.contains { sign(of: $0) != nil }
    var result: [Item] = []
    var mayGoOn = false
    for (index, line) in lines.enumerated() {
      let words = line.trimmed
      if words.isEmpty {
        mayGoOn = mayGoOn && isList
        continue
      }
      // A row of signs asks nothing, and what stands behind it is another question.
      if isRow(bare(words)) {
        mayGoOn = false
        continue
      }
      // An item below an item belongs to it.
      let isNewItem = sign(of: line) != nil && line.prefix { $0 == " " || $0 == "\t" }.count < 2
      let startsAnew = isList ? isNewItem : !(mayGoOn && continues(words, result.last?.text))
      if startsAnew {
        let text = isList ? bare(line) : words
        guard !text.isEmpty else { continue }
        result.append(Item(text: text.onOneLine, lines: index..<index + 1))
        mayGoOn = true
      } else if mayGoOn, let last = result.popLast() {
        let added = sign(of: line) == nil ? words : bare(line)
        result.append(Item(text: "\(last.text) \(added)".onOneLine, lines: last.lines.lowerBound..<index + 1))
      }
    }
    return result
  }

  /// Whether two are the same, however they begin and end. Signs within count: "C++" is not "C#".
  static func isSame(_ one: String, _ other: String) -> Bool { one == other || core(one) == core(other) }

  private static func core(_ text: String) -> String {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    while let last = words.last, "?!.… ".contains(last) { words.removeLast() }
    return words.isEmpty ? text : words
  }

  /// Said twice it is one.
  static func distinct(_ items: [String]) -> [String] {
    var seen: Set<String> = []
    return items.filter { seen.insert(core($0)).inserted }
  }

  /// A sentence that somebody's editor broke goes on in a small letter.
  private static func continues(_ words: String, _ before: String?) -> Bool {
    guard let first = words.first, first.isLowercase, let last = before?.last else { return false }
    return !"?!.".contains(last)
  }

  /// "---", as it stands there or behind a backslash.
  private static func isRow(_ words: String) -> Bool {
    let signs = words.filter { !$0.isWhitespace && $0 != "\\" }
    return signs.count > 1 && signs.allSatisfy { $0 == signs.first && "-*_=".contains($0) }
  }

  /// The length of a list's sign with the space behind it.
  private static func sign(of line: String) -> Int? {
    let body = line.drop { $0 == " " || $0 == "\t" }
    let mark = body.prefix { "-*+".contains($0) }
    if mark.count == 1 { return body.dropFirst().first == " " ? 2 : body.count == 1 ? 1 : nil }
    let digits = body.prefix { $0.isNumber }
    guard mark.isEmpty, (1...3).contains(digits.count) else { return nil }
    let behind = body.dropFirst(digits.count)
    return (behind.hasPrefix(". ") || behind.hasPrefix(") ")) ? digits.count + 2 : nil
  }

  private static func bare(_ line: String) -> String {
    let body = line.trimmed
    guard let length = sign(of: body) else { return body }
    var text = String(body.dropFirst(length)).trimmed
    // A box to tick is no part of the question.
    if text.hasPrefix("[ ] ") { text = String(text.dropFirst(4)).trimmed }
    return text
  }
}
