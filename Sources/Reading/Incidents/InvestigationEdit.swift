package import Recall

/// Brings the file of an investigation from one state to the next. Only what whet wrote there is changed, and only
/// where it still stands as it was written; every other byte stays.
package struct InvestigationEdit {
  /// Why a file is left alone.
  package struct Refusal: Error, Equatable {
    package let line: Int
    package let reason: String
  }

  private var page: EditedPage
  /// What was left because somebody had changed it.
  package private(set) var left: [Finding] = []

  package var bytes: [UInt8] { page.bytes }
  /// The steps of the investigation that are in the file already; nil where it does not say.
  package private(set) var steps: Int?

  package init(_ bytes: [UInt8], id: CardID) throws(Refusal) {
    guard !bytes.starts(with: [0xff, 0xfe]), !bytes.starts(with: [0xfe, 0xff]),
      let text = try? SourceText(bytes)
    else { throw Refusal(line: 1, reason: "it is no UTF-8 text any more") }
    var findings: [Finding] = []
    let matter = FrontMatter.read(text, &findings)
    guard matter.lineCount > 0 else {
      throw Refusal(line: 1, reason: "its front matter is gone, or never closed")
    }
    guard let note = InvestigationNote(text, matter) else {
      throw Refusal(line: 1, reason: "its front matter does not say `kind: \(InvestigationText.kind)`")
    }
    guard note.id == nil || note.id == id.text else {
      throw Refusal(
        line: InvestigationNote.line(of: "id", note.lines, matter),
        reason: "it is the note of another investigation, \(note.id ?? "")")
    }
    guard let page = EditedPage(bytes, matter: matter.lineCount) else {
      throw Refusal(line: 1, reason: "its lines cannot be told apart")
    }
    self.page = page
    steps = matter.fields["steps"]?.first.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// A note that does not exist yet.
  package static func written(_ investigation: Investigation) -> [UInt8] {
    let beginning = Array(InvestigationText.beginning(investigation).utf8)
    guard var edit = try? InvestigationEdit(beginning, id: investigation.id) else { return beginning }
    edit.bring(from: nil, to: investigation)
    return edit.bytes
  }

  package mutating func bring(from old: Investigation?, to new: Investigation) {
    changeMatter(old, new)
    changeHypotheses(old, new)
    changeNotes(old?.notes ?? [], new.notes)
    for question in InvestigationQuestion.told {
      changeSection(question, old?.answer(question), new.answer(question))
    }
  }

  private mutating func leave(_ what: String, _ line: Int? = nil) {
    left.append(Finding(line: (line ?? 0) + 1, message: "\(what) was changed by hand; it was left as it is"))
  }

  // MARK: Front matter

  private mutating func changeMatter(_ old: Investigation?, _ new: Investigation) {
    let before = old.map(InvestigationText.matter) ?? []
    for (key, lines) in InvestigationText.matter(new) {
      let known = before.first { $0.key == key }?.lines
      guard known != lines else { continue }
      let range = page.field(key)
      if let range, let known, key != "steps", page.texts(range) != known, page.texts(range) != lines {
        leave("`\(key)`", range.lowerBound)
      } else if let range {
        page.replace(range, with: lines)
      } else if !lines.isEmpty, old == nil || known?.isEmpty != false || key == "steps" {
        let place = page.field("steps")?.lowerBound ?? page.matter - 1
        page.replace(place..<place, with: lines)
      }
    }
  }

  // MARK: Hypotheses

  private mutating func changeHypotheses(_ old: Investigation?, _ new: Investigation) {
    for hypothesis in old?.hypotheses ?? [] where new.hypothesis(hypothesis.number) == nil {
      guard let old else { continue }
      remove(hypothesis, of: old)
    }
    for hypothesis in new.hypotheses {
      let items = InvestigationText.items(hypothesis, of: new)
      if let old, let before = old.hypothesis(hypothesis.number) {
        change(hypothesis, from: InvestigationText.items(before, of: old), to: items)
      } else if let heading = heading(of: hypothesis),
        page.texts(heading.index..<heading.index + 1) == [InvestigationText.heading(hypothesis)]
      {
        // Somebody wrote it there before it was known, with what stands below it.
        continue
      } else {
        let block = [InvestigationText.heading(hypothesis)] + (items.isEmpty ? [] : [""])
        append(block + items.flatMap(\.lines), to: .hypotheses, apart: true)
      }
    }
  }

  private func heading(of hypothesis: Investigation.Hypothesis) -> NoteLines.Heading? {
    guard let section = page.section(.hypotheses) else { return nil }
    return page.note.headings.first {
      $0.index > section.index && $0.index < section.end && $0.level == section.level + 1
        && $0.title.hasPrefix("\(hypothesis.number).")
    }
  }

  private mutating func remove(_ hypothesis: Investigation.Hypothesis, of old: Investigation) {
    guard let heading = heading(of: hypothesis) else { return }
    let end = page.filledEnd(of: heading)
    let items = InvestigationText.items(hypothesis, of: old)
    let written =
      [InvestigationText.heading(hypothesis)] + (items.isEmpty ? [] : [""]) + items.flatMap(\.lines)
    guard page.texts(heading.index..<end) == written else {
      return leave("hypothesis \(hypothesis.number)", heading.index)
    }
    page.remove(heading.index..<end)
    removeIfEmpty(.hypotheses)
  }

  private typealias Items = [(label: InvestigationText.Label, lines: [String])]

  private mutating func change(_ hypothesis: Investigation.Hypothesis, from old: Items, to new: Items) {
    for label in InvestigationText.Label.allCases {
      let before = old.first { $0.label == label }?.lines
      let after = new.first { $0.label == label }?.lines
      guard before != after else { continue }
      guard let heading = heading(of: hypothesis) else {
        return leave("hypothesis \(hypothesis.number)", page.section(.hypotheses)?.index)
      }
      let below = heading.index + 1..<heading.end
      if let after, page.find(after, in: below) != nil { continue }
      if let before {
        guard let range = page.find(before, in: below) else {
          // What is new is told all the same, below what somebody made of the old.
          leave("“\(label.rawValue)” of hypothesis \(hypothesis.number)", heading.index)
          if let after { insert(after, below: heading) }
          continue
        }
        if let after { page.replace(range, with: after) } else { page.remove(range) }
      } else if let after {
        insert(after, below: heading)
      }
    }
  }

  private mutating func insert(_ lines: [String], below heading: NoteLines.Heading) {
    let end = page.filledEnd(of: heading)
    page.replace(end..<end, with: end == heading.index + 1 ? [""] + lines : lines)
  }

  // MARK: Notes

  private mutating func changeNotes(_ old: [Investigation.Note], _ new: [Investigation.Note]) {
    for note in old where !new.contains(note) {
      guard let section = page.section(.notes) else { continue }
      let lines = InvestigationText.note(note)
      guard let range = page.findLast(lines, in: section.index + 1..<section.end) else {
        leave("a note", section.index)
        continue
      }
      page.remove(range)
      removeIfEmpty(.notes)
    }
    for note in new where !old.contains(note) {
      append(InvestigationText.note(note), to: .notes, apart: false)
    }
  }

  // MARK: Sections

  private mutating func changeSection(_ question: InvestigationQuestion, _ old: String?, _ new: String?) {
    guard old != new else { return }
    let section = InvestigationNote.Section.answer(question)
    guard let heading = page.section(section) else {
      if let new { append(InvestigationText.section(new), to: section, apart: true) }
      return
    }
    let body = heading.index + 1..<page.filledEnd(of: heading)
    let said = Array(page.texts(body).drop { $0.trimmed.isEmpty })
    if let new, said == InvestigationText.section(new) { return }
    guard said.isEmpty || said == old.map(InvestigationText.section) else {
      leave("“\(heading.title)”", heading.index)
      // The words are in the file all the same.
      if old == nil, let new { append(InvestigationText.section(new), to: section, apart: true) }
      return
    }
    if let new {
      page.replace(body, with: [""] + InvestigationText.section(new))
    } else {
      page.remove(heading.index..<page.filledEnd(of: heading))
    }
  }

  /// Behind what stands in a section, which is made where it is not there: before those that come after it.
  private mutating func append(_ lines: [String], to section: InvestigationNote.Section, apart: Bool) {
    if let heading = page.section(section) {
      let end = page.filledEnd(of: heading)
      let isFirst = end == heading.index + 1
      page.replace(end..<end, with: isFirst || apart ? [""] + lines : lines)
      return
    }
    let title: String
    switch section {
    case .hypotheses: title = InvestigationText.hypotheses
    case .notes: title = InvestigationText.notes
    case .answer(let question): title = question.heading ?? question.rawValue
    }
    let block = ["## \(title)", ""] + lines
    let order = Self.order
    let behind = order.drop { $0 != section }.dropFirst()
    if let next = behind.compactMap({ page.section($0) }).first {
      page.replace(next.index..<next.index, with: block + [""])
    } else {
      page.append(block)
    }
  }

  private static let order: [InvestigationNote.Section] =
    [.hypotheses, .notes] + InvestigationQuestion.told.map { .answer($0) }

  private mutating func removeIfEmpty(_ section: InvestigationNote.Section) {
    guard let heading = page.section(section), page.filledEnd(of: heading) == heading.index + 1 else {
      return
    }
    page.remove(heading.index..<heading.index + 1)
  }
}
