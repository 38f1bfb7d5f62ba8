/// Takes out of a draft what whet wrote to help, and nothing else: whatever somebody wrote into a hint, around it or into
/// a comment of their own is theirs, and is read as words.
struct ExplanationHints {
  static let greeting =
    "Five minutes are enough; leave out what you like. Save, close, and whet goes on from here."

  /// What stands in the comment of each question.
  static func text(of question: ExplanationQuestion) -> String { "\(question.question) \(question.hint)" }

  static func comment(_ text: String) -> String { "\(opening) \(text) \(closing)" }

  private static let opening = "<!--"
  private static let closing = "-->"

  /// The words of each hint; of a question alone too, where somebody wrote over the rest of it.
  private static let known: [[Substring]] =
    ([greeting] + ExplanationQuestion.allCases.map(text) + ExplanationQuestion.allCases.map(\.question))
    .map { $0.split(separator: " ") }

  private struct Place {
    let line: Int
    let index: String.Index
  }

  private var lines: [String]
  /// The first line behind the comments that were closed so far: no line in them is a heading.
  private var end = 0

  private init(_ lines: [String]) {
    self.lines = lines
  }

  /// The lines of a draft without its hints. No comment is left in them, so that none can hide what stands behind it.
  static func removed(from lines: [String], without left: Int) -> [String] {
    var hints = ExplanationHints(lines)
    hints.remove(from: left)
    return hints.lines
  }

  private mutating func remove(from left: Int) {
    var fences = FenceTracker()
    var isBelowQuestion = false
    for index in min(left, lines.count)..<lines.count {
      if !fences.isOpen, takeOutHint(at: index, isItsPlace: isBelowQuestion) { isBelowQuestion = false }
      let line = lines[index]
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      if fences.take(kind) {
        isBelowQuestion = false
        continue
      }
      if kind == .comment, let last = last(of: index, where: { $0.contains(Self.closing) }) {
        end = max(end, last + 1)
      }
      if index < end || kind == .comment { lines[index] = NoteEscape.escaped(line) }
      if kind != .blank { isBelowQuestion = index >= end && Self.isQuestion(line, kind) }
    }
  }

  /// Takes out the comment in this line that is a hint, or that stands where the hint did.
  private mutating func takeOutHint(at index: Int, isItsPlace: Bool) -> Bool {
    let line = lines[index]
    if isItsPlace, index == lines.count - 1, !line.isEmpty, Self.opening.hasPrefix(line) {
      lines[index] = ""
      return true
    }
    var rest = line[...]
    while let start = rest.firstRange(of: Self.opening) {
      rest = line[start.upperBound...]
      let before = line[..<start.lowerBound]
      guard before.last != "\\" else { continue }
      let isHere = isItsPlace && before.allSatisfy(\.isWhitespace)
      guard
        let place = hint(from: start.upperBound, in: index)
          ?? (isHere ? Place(line: index, index: start.upperBound) : nil)
      else {
        continue
      }
      takeOut(behind: before, in: index, to: place)
      return true
    }
    return false
  }

  private func hint(from start: String.Index, in line: Int) -> Place? {
    Self.known.lazy.compactMap { place(behind: $0, from: start, in: line) }.first
  }

  /// Where the words of a hint end, which an editor may have broken into lines.
  private func place(behind words: [Substring], from start: String.Index, in first: Int) -> Place? {
    var (line, rest) = (first, lines[first][start...])
    for word in words {
      rest = rest.drop(while: \.isWhitespace)
      while rest.isEmpty, line + 1 < lines.count {
        line += 1
        rest = lines[line].drop(while: \.isWhitespace)
      }
      // An editor that was killed leaves half a hint at the end.
      if line == lines.count - 1, word.hasPrefix(rest) {
        rest = rest[rest.endIndex...]
        break
      }
      guard rest.hasPrefix(word) else { return nil }
      rest = rest.dropFirst(word.count)
    }
    return Place(line: line, index: rest.startIndex)
  }

  /// Takes the beginning of a hint away, and its end where that is still there: what stands between is an answer.
  private mutating func takeOut(behind before: Substring, in first: Int, to place: Place) {
    var behind = lines[place.line][place.index...].drop(while: \.isWhitespace)
    let isCut = place.line == lines.count - 1 && !behind.isEmpty && Self.closing.hasPrefix(behind)
    if isCut { behind = Self.closing[...] }
    let isWhole = behind.hasPrefix(Self.closing)
    if isWhole { behind = behind.dropFirst(Self.closing.count).drop(while: \.isWhitespace) }
    let said = String(behind)
    for line in first..<place.line { lines[line] = "" }
    if place.line > first || said.isEmpty {
      lines[place.line] = said
      lines[first] = String(Self.withoutEnd(before))
    } else {
      lines[first] = before.allSatisfy(\.isWhitespace) ? said : before + said
    }
    guard !isWhole, let last = last(of: place.line, where: { $0.trimmed.hasSuffix(Self.closing) }) else {
      return
    }
    lines[last] = String(Self.withoutEnd(Self.withoutEnd(lines[last][...]).dropLast(Self.closing.count)))
    end = max(end, last + 1)
  }

  private static func withoutEnd(_ words: Substring) -> Substring {
    var words = words
    while words.last?.isWhitespace == true { words.removeLast() }
    return words
  }

  /// The line that ends the comment which this one is in, before the next question and the next comment. Nil where
  /// somebody wrote over its end.
  private func last(of first: Int, where isEnd: (String) -> Bool) -> Int? {
    var fences = FenceTracker()
    for index in first..<lines.count {
      let line = lines[index]
      let (kind, _) = DeckLine.classify(Array(line.utf8)[...])
      if index > first, !fences.isOpen, kind == .comment || Self.isQuestion(line, kind) { return nil }
      if !fences.take(kind), isEnd(line) { return index }
    }
    return nil
  }

  private static func isQuestion(_ line: String, _ kind: DeckLine) -> Bool {
    guard case .heading = kind else { return false }
    return ExplanationQuestion.named(NoteLines.title(line)) != nil
  }
}
