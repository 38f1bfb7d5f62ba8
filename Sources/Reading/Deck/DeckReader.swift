internal import Recall

/// Reads a deck file: `Q:` … `A:` … and `C:` with `[gaps]`, under headings, between prose that is left alone.
///
/// It goes line by line rather than through a Markdown tree: a `---` below an answer ends the card and does
/// not make a heading of it. See decision 0016.
package struct DeckReader {
  private let text: SourceText
  private var drafts: [Draft] = []
  private var findings: [Finding]
  private var headings: [(level: Int, title: String)] = []
  private var headingLevels: [Int] = []
  private var open: Open?
  /// The line before, where it is plain text outside a card: `===` below it makes it a heading.
  private var proseBefore: Range<Int>?
  /// Marks where each draft stands, for finding siblings when all headings are known.
  private var standings: [Standing] = []
  private var nextCloze = 0

  private struct Open {
    enum Part { case question, answer, cloze }
    var part: Part
    let line: Int
    var question: [String] = []
    var lines: [String] = []
  }

  private struct Standing {
    let headingNumbers: [Int]
    let cloze: Int?
  }
  private var headingNumbers: [Int] = []

  private init(_ text: SourceText) {
    self.text = text
    findings = text.findings
  }

  package static func read(_ text: SourceText) -> Document {
    var reader = DeckReader(text)
    let matter = FrontMatter.read(text, &reader.findings)
    reader.scan(from: matter.lineCount)
    return Document(matter: matter, drafts: reader.finished(), findings: reader.findings)
  }

  private mutating func scan(from first: Int) {
    var fences = FenceTracker()
    var fenceLine = 0
    var commentLine: Int?
    for index in first..<max(first, text.lines.count) {
      let range = text.lines[index]
      let bytes = text.bytes[range]
      if commentLine != nil {
        if contains(bytes, "-->") { commentLine = nil }
        continue
      }
      let (kind, body) = DeckLine.classify(bytes)
      let wasOpen = fences.isOpen
      if fences.take(kind) {
        if !wasOpen { fenceLine = index + 1 }
        keep(range)
        continue
      }
      if kind == .comment {
        if !contains(bytes, "-->") { commentLine = index + 1 }
        continue
      }
      take(kind, body..<range.upperBound, whole: range, line: index + 1)
      if kind == .question || kind == .answer || kind == .cloze {
        // A code block may begin right behind the marker.
        if fences.take(DeckLine.classify(text.bytes[body..<range.upperBound]).kind) { fenceLine = index + 1 }
      }
    }
    finishCard()
    if fences.isOpen {
      findings.append(
        Finding(
          line: fenceLine,
          message: "the code fence opened here is never closed; read up to the end of the file"))
    }
    if let commentLine {
      findings.append(
        Finding(
          line: commentLine,
          message: "the comment opened here is never closed; it hides the rest of the file"))
    }
  }

  private mutating func take(_ kind: DeckLine, _ body: Range<Int>, whole: Range<Int>, line: Int) {
    defer { proseBefore = kind == .text && open == nil ? whole : nil }
    switch kind {
    case .question:
      finishCard()
      open = Open(part: .question, line: line, lines: [string(body)])
    case .cloze:
      finishCard()
      open = Open(part: .cloze, line: line, lines: [string(body)])
    case .answer:
      guard var card = open, card.part == .question else {
        finishCard()
        findings.append(Finding(line: line, message: "this answer has no question above it"))
        return
      }
      card.question = card.lines
      card.lines = [string(body)]
      card.part = .answer
      open = card
    case .heading(let level):
      finishCard()
      startHeading(level, string(body))
    case .underline:
      if let above = proseBefore {
        startHeading(1, text.string(above))
      } else if let title = headingInCard() {
        finishCard()
        startHeading(1, title)
      } else {
        keep(whole)
      }
    case .rule:
      if open == nil, let above = proseBefore {
        startHeading(2, text.string(above))
      } else {
        finishCard()
      }
    case .text:
      if open == nil, DeckLine.resemblesMarker(text.bytes[whole]) {
        findings.append(
          Finding(
            line: line, message: Finding.looseMarker))
      }
      keep(whole, unescaping: true)
    case .blank, .comment, .fence: keep(whole)
    }
  }

  /// A line that stands by itself below a blank one, with a row of `=` under it: it ends the card and is no part of
  /// it.
  private mutating func headingInCard() -> String? {
    guard let lines = open?.lines, lines.count >= 3, let last = lines.last, !last.isEmpty,
      lines[lines.count - 2].isEmpty
    else { return nil }
    open?.lines.removeLast()
    return last
  }

  private mutating func keep(_ range: Range<Int>, unescaping: Bool = false) {
    guard open != nil else { return }
    let line = string(range)
    open?.lines.append(unescaping ? DeckEscape.removed(line) : line)
  }

  private mutating func startHeading(_ level: Int, _ raw: String) {
    var title = raw.trimmed
    // A closing row of signs is decoration.
    if title.utf8.last == UInt8(ascii: "#") {
      let bare = title.reversed().drop { $0 == "#" }
      if bare.count < title.count, bare.first?.isWhitespace ?? true {
        title = String(String(bare.reversed()).trimmed)
      }
    }
    title = title.withoutControls
    while let last = headings.last, last.level >= level {
      headings.removeLast()
      headingNumbers.removeLast()
    }
    headings.append((level, title))
    headingNumbers.append(headingLevels.count)
    headingLevels.append(level)
  }

  private mutating func finishCard() {
    guard let card = open else { return }
    open = nil
    switch card.part {
    case .question:
      findings.append(Finding(line: card.line, message: "this question has no answer"))
    case .answer:
      let prompt = joined(card.question)
      let answer = joined(card.lines)
      if prompt.isEmpty {
        findings.append(Finding(line: card.line, message: "this question is empty"))
      } else if answer.isEmpty {
        findings.append(Finding(line: card.line, message: "this question's answer is empty"))
      } else {
        add(.question, prompt, answer, line: card.line, cloze: nil)
      }
    case .cloze: finishCloze(card)
    }
  }

  private mutating func finishCloze(_ card: Open) {
    do throws(Cloze.Problem) {
      let cloze = try Cloze(joined(card.lines))
      nextCloze += 1
      for gap in cloze.gaps.indices {
        add(.cloze, cloze.prompt(gap), cloze.gaps[gap], line: card.line, cloze: nextCloze)
      }
    } catch {
      switch error {
      case .noGap:
        findings.append(Finding(line: card.line, message: "no [gap] in this sentence; nothing to ask"))
      case .tooLong:
        findings.append(
          Finding(
            line: card.line,
            message: "a sentence with more than \(Cloze.mostGaps) gaps or \(Cloze.longest) letters is no card"
          ))
      case .neverClosed:
        findings.append(
          Finding(line: card.line, message: "a [ in this sentence is never closed; write \\[ for a plain one")
        )
      }
    }
  }

  private mutating func add(_ kind: CardKind, _ prompt: String, _ answer: String, line: Int, cloze: Int?) {
    drafts.append(
      Draft(
        kind: kind, prompt: prompt, answer: answer, place: headings.map(\.title), line: line, siblings: 0))
    standings.append(Standing(headingNumbers: headingNumbers, cloze: cloze))
  }

  /// Siblings are told when the whole file is read: only then is it known which heading is its title.
  private mutating func finished() -> [Draft] {
    let top = headingLevels.min()
    let title = headingLevels.count { $0 == top } == 1 && headingLevels.first == top ? 0 : nil
    var groups: [Group: Int] = [:]
    var seen: [DraftKey: Int] = [:]
    var result: [Draft] = []
    for (index, draft) in drafts.enumerated() {
      let key = DraftKey(kind: draft.kind, prompt: draft.prompt, answer: draft.answer)
      if let line = seen[key] {
        findings.append(
          Finding(line: draft.line, message: "the same card stands in line \(line); this one was left out"))
        continue
      }
      seen[key] = draft.line
      let standing = standings[index]
      let section = standing.headingNumbers.last.flatMap { $0 == title ? nil : $0 }
      let group: Group =
        if let section { .section(section) } else if let cloze = standing.cloze { .cloze(cloze) } else {
          .alone(index)
        }
      let number = groups[group] ?? groups.count
      groups[group] = number
      result.append(
        Draft(
          kind: draft.kind, prompt: draft.prompt, answer: draft.answer, place: draft.place, line: draft.line,
          siblings: number))
    }
    findings.sort { $0.line < $1.line }
    return result
  }

  private enum Group: Hashable {
    case section(Int)
    case cloze(Int)
    case alone(Int)
  }

  private struct DraftKey: Hashable {
    let kind: CardKind
    let prompt: String
    let answer: String
  }

  private func string(_ range: Range<Int>) -> String {
    var end = range.upperBound
    while end > range.lowerBound, text.bytes[end - 1] == space || text.bytes[end - 1] == tab { end -= 1 }
    return text.string(range.lowerBound..<end)
  }

  private func joined(_ lines: [String]) -> String {
    if lines.count == 1 { return lines[0].trimmed }
    var kept = lines[...]
    kept[kept.startIndex] = kept[kept.startIndex].trimmed
    while kept.first?.isEmpty == true { kept.removeFirst() }
    while kept.last?.isEmpty == true { kept.removeLast() }
    return kept.joined(separator: "\n")
  }

  private func contains(_ bytes: ArraySlice<UInt8>, _ mark: String) -> Bool {
    let mark = Array(mark.utf8)
    guard bytes.count >= mark.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - mark.count)).contains { start in
      bytes[start..<start + mark.count].elementsEqual(mark)
    }
  }
}
