internal import Reading
internal import Recall
internal import Terminal

/// One question at a time.
extension Explaining {
  func ask(_ draft: inout ExplanationShelf.Unfinished, earlier: Int) throws -> Step {
    if session.world.dialogue.isTerminal, draft.sheet.next != nil {
      CardView.body(
        "Five minutes are enough. An empty line ends an answer, an empty answer skips.", session,
        role: .quiet,
        indent: 0)
    }
    while let question = draft.sheet.next {
      draft.sheet.current = question
      show(question, draft.sheet)
      let name = question.rawValue
      var isFirst = true
      var isAnswered = false
      while !isAnswered {
        let prompt = isFirst ? "\(name)> " : String(repeating: " ", count: name.count) + "> "
        switch session.world.dialogue.ask(Styled(prompt, .quiet)) {
        case .interrupted: return .end(try keep(draft, .interrupted))
        case .ended where session.world.dialogue.isTerminal: return .end(try keep(draft, .done))
        case .ended:
          // The script has no more to say; what it left out stays empty.
          draft.sheet.asked = Set(ExplanationQuestion.allCases)
          isAnswered = true
        case .text(let line):
          let (lines, isWhole) = withThoseBehind(line)
          isAnswered = isWhole
          guard !lines.isEmpty else { break }
          try takeUp(&draft)
          draft.sheet.add(lines, to: question)
          isFirst = false
          keepTime(in: &draft, after: earlier)
          try shelf.save(&draft)
        }
      }
      try takeUp(&draft)
      draft.sheet.asked.insert(question)
      draft.sheet.current = nil
      keepTime(in: &draft, after: earlier)
      try shelf.save(&draft)
    }
    return .through
  }

  /// A line, and on a pipe those that are there already: a draft that is written once for each would take ever longer.
  private func withThoseBehind(_ line: String) -> (lines: [String], isWhole: Bool) {
    guard !line.trimmed.isEmpty else { return ([], true) }
    var lines = [line]
    while session.world.dialogue.hasLine, let next = session.world.dialogue.line() {
      guard !next.trimmed.isEmpty else { return (lines, true) }
      lines.append(next)
    }
    return (lines, false)
  }

  private func takeUp(_ draft: inout ExplanationShelf.Unfinished) throws {
    guard try !shelf.takeUp(&draft) else { return }
    console.note(Styled("\(elsewhere(draft)); what you say from here on is another", .careful))
  }

  /// What became of a draft that is gone, as far as it can be told.
  private func elsewhere(_ draft: ExplanationShelf.Unfinished) -> String {
    guard let name = shelf.notes(on: draft.sheet.topic).last else {
      return "this draft was finished or thrown away elsewhere"
    }
    return "this draft was finished elsewhere: \(SafeText.line(session.shown(shelf.path(ofNote: name))))"
  }

  /// Nothing is left to be said or written. Returns how that ends.
  func end(elsewhere draft: ExplanationShelf.Unfinished) -> ExitCode {
    console.note(Styled(elsewhere(draft), .careful))
    return shelf.notes(on: draft.sheet.topic).isEmpty ? .nothing : .done
  }

  private func show(_ question: ExplanationQuestion, _ sheet: ExplanationSheet) {
    guard session.world.dialogue.isTerminal else { return }
    let all = ExplanationQuestion.allCases
    console.line()
    CardView.body(
      "\((all.firstIndex(of: question) ?? 0) + 1) of \(all.count) · \(question.question)", session,
      role: .strong,
      indent: 0)
    CardView.body(question.hint, session, role: .quiet)
    if !sheet[question].isEmpty { CardView.body(sheet[question], session, indent: 3) }
  }

  func keep(_ draft: ExplanationShelf.Unfinished, _ code: ExitCode) throws -> ExitCode {
    var draft = draft
    guard try shelf.takeUp(&draft) else {
      let end = end(elsewhere: draft)
      return code == .interrupted ? code : end
    }
    try shelf.save(&draft)
    console.line()
    CardView.body(
      "Kept as it is; `explain \(SafeText.line(draft.sheet.topic))` goes on here.", session, indent: 0)
    return code
  }
}
