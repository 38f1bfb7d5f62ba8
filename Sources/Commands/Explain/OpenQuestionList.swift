internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal
internal import Writing

/// What people were unsure of, and are: cards that come back until their question is answered in the note.
struct OpenQuestionList {
  /// What a look at a question that stays open is worth: it comes back, neither tomorrow for ever nor never.
  static let stillOpen = Grade.all[3]

  struct Question {
    let num: Int
    let card: Card
    /// The author's words, and where they stand now.
    let text: String
    let line: Int
    let topic: String
    let date: String?
  }

  private let session: Session
  private let database: Database

  init(_ session: Session) throws {
    self.session = session
    database = try session.database(.read)
  }

  func questions() throws -> [Question] {
    var notes: [String: ExplanationNote?] = [:]
    var result: [Question] = []
    for num in try database.cards.practices(.open, in: try session.scope(database)) {
      guard let card = try database.cards.card(num), let stored = try database.cards.stored(num) else {
        continue
      }
      let path = card.source.absolutePath
      let note = notes[path] ?? ExplanationFile(session).note(path)
      notes[path] = .some(note)
      let open = note.flatMap { note in
        note.open.first { note.prompt(open: $0.text) == stored.file.text.prompt }
      }
      // The words alone, where the card's were not changed for others.
      let isOwn = stored.text.prompt != stored.file.text.prompt
      result.append(
        Question(
          num: num, card: card, text: isOwn ? card.text.prompt : open?.text ?? card.text.prompt,
          line: open?.line ?? card.source.line, topic: note?.topic ?? card.place.first ?? "", date: note?.date
        ))
    }
    return result.sorted {
      ($0.date ?? "9", $0.card.source.path, $0.line, $0.num) < (
        $1.date ?? "9", $1.card.source.path, $1.line, $1.num
      )
    }
  }

  func list(_ words: [String]) throws -> ExitCode {
    let words = words.map { $0.lowercased() }
    let all = try questions()
    let shown = all.enumerated().filter { _, question in
      words.allSatisfy { "\(question.text) \(question.topic)".lowercased().contains($0) }
    }
    let today = try session.today(try session.preferences(database))
    func age(_ question: Question) -> Int? {
      question.date.flatMap(RecordDate.day).map { max(0, today.number - $0.daysSinceEpoch) }
    }
    if session.isJSON {
      session.console.data(
        JSON.array(
          shown.map { index, question in
            .object([
              ("number", .int(index + 1)), ("id", .string(question.card.id.text)),
              ("question", .string(question.text)), ("topic", .string(question.topic)),
              ("path", .string(question.card.source.absolutePath)), ("line", .int(question.line)),
              ("date", JSON(question.date)), ("age", age(question).map { .int($0) } ?? .null),
              ("due", JSON(question.card.dueDate)),
            ])
          }
        ).text + "\n")
    } else if shown.isEmpty {
      session.console.note(
        all.isEmpty
          ? "nothing is open; `whet explain` asks what you are unsure of"
          : "no open question with these words")
    } else {
      for (index, question) in shown {
        let number = "\(index + 1)".count < 2 ? " \(index + 1)" : "\(index + 1)"
        let lines = DisplayWidth.wrapped(SafeText.line(question.text), to: session.console.columns - 5)
        for (row, line) in lines.enumerated() {
          session.console.line(Styled(row == 0 ? "\(number)  " : "    ", .strong) + Styled(line))
        }
        let days = age(question).map { $0 == 1 ? "1 day" : "\($0) days" }
        let facts = [question.topic, question.date, days, question.card.id.text].compactMap { $0 }
        CardView.body(SafeText.line(facts.joined(separator: " · ")), session, role: .quiet, indent: 4)
      }
      session.console.note(Styled("`explain --answer N` when you know", .quiet))
    }
    return shown.isEmpty ? .nothing : .done
  }

  // MARK: Answering

  func answer(_ which: String, with text: String) throws -> ExitCode {
    let question = try question(which)
    var answer = text
    if answer.isEmpty {
      session.console.line()
      CardView.body(question.text, session, role: .strong)
      guard let typed = try ask() else {
        session.console.note("nothing was changed; the question stays open")
        return .interrupted
      }
      answer = typed
    }
    let new = try OpenAnswer(session: session, database: try session.database(.write))
      .write(answer, to: question.num)
    if session.isJSON {
      session.console.data(
        JSON.object([
          ("id", .string(new.text)), ("question", .string(question.text)),
          ("path", .string(question.card.source.absolutePath)),
        ]).text + "\n")
    } else {
      CardView.body("\(new) asks for it from now on; `whet undo` takes it back", session, indent: 0)
    }
    return .done
  }

  /// By its number in the list, or by the beginning of its id.
  private func question(_ which: String) throws -> Question {
    let all = try questions()
    if let number = Int(which), number < 1000 {
      guard all.indices.contains(number - 1) else {
        throw Failure("no open question \(number); `whet explain --open` lists them", code: .nothing)
      }
      return all[number - 1]
    }
    let found = which.isEmpty ? [] : all.filter { $0.card.id.text.hasPrefix(which.lowercased()) }
    guard found.count == 1 else {
      throw Failure("no open question \"\(which)\"; `whet explain --open` lists them", code: .nothing)
    }
    return found[0]
  }

  /// Lines until an empty one. Nil where the person left, or said nothing.
  private func ask() throws -> String? {
    var lines: [String] = []
    while true {
      switch session.world.dialogue.ask(Styled(lines.isEmpty ? "now> " : "   > ", .quiet)) {
      case .interrupted: return nil
      case .ended where session.world.dialogue.isTerminal: return nil
      case .text(let line) where !line.trimmed.isEmpty: lines.append(line)
      case .ended, .text:
        guard lines.isEmpty else { return lines.joined(separator: "\n") }
        if session.world.dialogue.isTerminal { return nil }
        throw UsageError("--answer needs the answer", hint: "whet explain --answer 2 \"it does\"")
      }
    }
  }
}

/// A note on the disk.
struct ExplanationFile {
  let session: Session

  init(_ session: Session) {
    self.session = session
  }

  func note(_ path: String) -> ExplanationNote? {
    guard let bytes = try? session.world.files.read(path), let text = try? SourceText(bytes) else {
      return nil
    }
    var findings: [Finding] = []
    return ExplanationNote(text, FrontMatter.read(text, &findings), name: FilePath.stem(of: path))
  }
}
