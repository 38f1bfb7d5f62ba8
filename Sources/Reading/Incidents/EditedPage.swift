/// The bytes of a note as lines that can be found and exchanged. What is not exchanged stays as it is, to the byte.
struct EditedPage {
  /// Each line with its end.
  private var lines: [[UInt8]]
  private let newline: [UInt8]
  /// The lines of the front matter, its fences included.
  private(set) var matter: Int
  private(set) var note: NoteLines

  init?(_ bytes: [UInt8], matter: Int) {
    lines = Self.split(bytes)
    guard lines.count >= matter, matter > 1 else { return nil }
    newline = lines[0].suffix(2) == [13, 10] ? [13, 10] : lines[0].last == 13 ? [13] : [10]
    self.matter = matter
    note = NoteLines([])
    scan()
  }

  var bytes: [UInt8] { lines.flatMap { $0 } }

  private static func split(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var start = 0
    for index in bytes.indices {
      let isEnd =
        bytes[index] == 10 || bytes[index] == 13 && (index + 1 == bytes.count || bytes[index + 1] != 10)
      guard isEnd else { continue }
      lines.append(Array(bytes[start...index]))
      start = index + 1
    }
    if start < bytes.count { lines.append(Array(bytes[start...])) }
    return lines
  }

  private mutating func scan() {
    let texts = lines.map { line in
      String(
        decoding: line.prefix(line.count - (line.reversed().prefix { $0 == 10 || $0 == 13 }.count)),
        as: UTF8.self)
    }
    note = NoteLines(texts, without: matter)
  }

  // MARK: Finding

  func texts(_ range: Range<Int>) -> [String] { Array(note.lines[range]) }

  /// The lines of a field of the front matter, with what is indented below it.
  func field(_ key: String) -> Range<Int>? {
    let inside = 1..<matter - 1
    guard let start = inside.first(where: { note.lines[$0].lowercased().hasPrefix("\(key):") }) else {
      return nil
    }
    var end = start + 1
    while end < matter - 1, let first = note.lines[end].first, first == " " || first == "-" { end += 1 }
    return start..<end
  }

  /// The first heading of a section, at any level below the title.
  func section(_ section: InvestigationNote.Section) -> NoteLines.Heading? {
    var end = 0
    let title = InvestigationNote.Section.title(of: note)
    for heading in note.headings where heading.index >= end && heading != title {
      guard let found = InvestigationNote.Section(heading.title) else { continue }
      if found == section { return heading }
      end = heading.end
    }
    return nil
  }

  /// Behind the last line of a heading's section that is not blank.
  func filledEnd(of heading: NoteLines.Heading) -> Int {
    var end = heading.end
    while end > heading.index + 1, note.lines[end - 1].trimmed.isEmpty { end -= 1 }
    return end
  }

  func find(_ wanted: [String], in range: Range<Int>) -> Range<Int>? { all(wanted, in: range).first }
  func findLast(_ wanted: [String], in range: Range<Int>) -> Range<Int>? { all(wanted, in: range).last }

  private func all(_ wanted: [String], in range: Range<Int>) -> [Range<Int>] {
    guard !wanted.isEmpty, range.count >= wanted.count else { return [] }
    return (range.lowerBound...range.upperBound - wanted.count).compactMap { start in
      let place = start..<start + wanted.count
      return texts(place) == wanted ? place : nil
    }
  }

  // MARK: Changing

  mutating func replace(_ range: Range<Int>, with wanted: [String]) {
    let isInMatter = range.lowerBound < matter && range.upperBound < matter
    endLine(before: range.lowerBound)
    lines.replaceSubrange(range, with: wanted.map { Array($0.utf8) + newline })
    if isInMatter { matter += wanted.count - range.count }
    scan()
  }

  /// With the blank lines that kept it apart from what stands above.
  mutating func remove(_ range: Range<Int>) {
    var start = range.lowerBound
    let isBeforeBlank = range.upperBound == lines.count || note.lines[range.upperBound].trimmed.isEmpty
    while isBeforeBlank, start > matter, note.lines[start - 1].trimmed.isEmpty { start -= 1 }
    replace(start..<range.upperBound, with: [])
  }

  /// At the end, apart from what stands there.
  mutating func append(_ wanted: [String]) {
    let isApart = note.lines.last.map { $0.trimmed.isEmpty } ?? true
    replace(lines.count..<lines.count, with: (isApart ? [] : [""]) + wanted)
  }

  private mutating func endLine(before index: Int) {
    guard index > 0, index <= lines.count, let last = lines[index - 1].last, last != 10, last != 13 else {
      return
    }
    lines[index - 1] += newline
  }
}
