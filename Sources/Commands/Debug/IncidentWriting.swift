internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// An incident that is over, on its way to a note and cards: an investigation that is opened and solved at once.
struct IncidentWriting {
  private let session: Session
  private let given: InvestigationOptions
  private let suspicion: String?
  private let desk: InvestigationDesk

  init(_ session: Session, _ given: InvestigationOptions, suspicion: String?) throws {
    self.session = session
    self.given = given
    self.suspicion = suspicion.flatMap { $0.isEmpty ? nil : $0 }
    desk = try InvestigationDesk(session, try session.database(.write), isForWriting: true)
  }

  private var dialogue: any Dialogue { session.world.dialogue }
  private var isAsking: Bool { !given.isAnswered }

  func run(_ symptom: String) throws -> ExitCode {
    if given.wantsEditor { return try edit(symptom) }
    // A script that names none begins a new one: its first line is a symptom, and not the answer to an old question.
    let begun = try desk.open().last {
      $0.state.isAfterwards
        && (symptom.isEmpty && dialogue.isTerminal && !session.isJSON || $0.state.symptom == symptom)
    }
    var one: InvestigationDesk.Case
    var heard: String?
    if let begun {
      one = begun
      if dialogue.isTerminal {
        session.console.note(
          Styled("going on with “\(SafeText.line(begun.state.symptom))”; it was all kept", .careful))
      }
    } else {
      var symptom = symptom
      if symptom.isEmpty {
        guard isAsking else {
          throw UsageError("incident needs a SYMPTOM where the answers are given with flags")
        }
        switch line("What did it look like from outside?> ") {
        case .text(let text): symptom = InvestigationDesk.clean(text)
        case .interrupted: return .interrupted
        case .ended: break
        }
      }
      guard symptom.contains(where: { $0.isLetter || $0.isNumber }) else {
        if dialogue.isTerminal {
          session.console.note("nothing was said, so there is no note")
          return .nothing
        }
        throw UsageError("a symptom has words in it", hint: "whet incident \"mails came twice\"")
      }
      // Before there is a note that nobody asked for: a script that says nothing at all begins nothing.
      let unexplained = InvestigationSolving.unexplained(isAfterwards: true)
      guard isAsking || given.isExplained else { throw unexplained }
      if let number = given.match, number > (suspicion == nil ? 0 : 1) {
        throw UsageError(
          "there is no hypothesis \(number)",
          hint: "--suspicion is number 1 of an incident; none is --which none")
      }
      if isAsking, !dialogue.isTerminal {
        guard case .text(let first) = dialogue.ask(Styled(Self.suspected, .quiet)) else { throw unexplained }
        heard = first
      }
      one = try begin(symptom, area: given.area)
    }
    if let end = try suspect(&one, &heard) { return end }
    return try InvestigationSolving(session: session, desk: desk, heard: heard).run(one, given)
  }

  private func begin(_ symptom: String, area: String?) throws -> InvestigationDesk.Case {
    var steps: [InvestigationDesk.Step] = [(.opened(minutes: 0), symptom)]
    if let area { steps.append((.placed, area)) }
    for file in given.files { steps.append((.filed, file)) }
    return try desk.begin(
      steps, symptom: symptom, with: try Journal(session: session, database: desk.database))
  }

  private static let suspected = "What did you take it for at first?> "

  /// The first suspicion, which is asked for once. Nil where it goes on. What was heard already answers the first
  /// question that is open.
  private func suspect(_ one: inout InvestigationDesk.Case, _ heard: inout String?) throws -> ExitCode? {
    guard one.state.hypotheses.isEmpty, one.state.asked.isEmpty else { return nil }
    var text = suspicion ?? ""
    if text.isEmpty, let said = heard {
      text = InvestigationDesk.clean(said)
      heard = nil
    } else if text.isEmpty, isAsking {
      switch line(Self.suspected) {
      case .text(let said): text = InvestigationDesk.clean(said)
      case let left:
        session.console.line()
        session.console.line("Kept as it is; `incident` goes on here.")
        return left == .interrupted ? .interrupted : .done
      }
    }
    if !text.isEmpty {
      try desk.keep(
        [(.supposed(1), text.split(separator: "\n").joined(separator: " ")), (.weighed(1, nil), nil)],
        of: &one)
    }
    return nil
  }

  private func line(_ prompt: String) -> Reply {
    let reply = dialogue.ask(Styled(prompt, .quiet))
    if case .ended = reply, !dialogue.isTerminal { return .text("") }
    return reply
  }

  // MARK: In the editor

  private func edit(_ symptom: String) throws -> ExitCode {
    let files = session.world.files
    let path = FilePath.join(try desk.folder(), ".draft-incident.md")
    if files.exists(path) {
      session.console.note(Styled("going on with the draft in \(session.shown(path))", .careful))
    } else {
      try files.makeFolder(FilePath.folder(of: path))
      try files.write(
        Array(IncidentSheet.text(symptom: symptom, area: given.area).utf8), to: path, replacing: false)
    }
    try dialogue.handOver { try session.world.editor.open(path) }
    guard files.exists(path) else { throw Failure("the draft \(session.shown(path)) is gone") }
    let sheet: IncidentSheet
    do {
      sheet = IncidentSheet(reading: try SourceText(try files.read(path)))
    } catch is SourceText.Refusal {
      throw Failure("the draft \(session.shown(path)) is no text any more; it was left as it is")
    }
    if sheet.isEmpty {
      files.remove(path)
      files.removeEmpty(FilePath.folder(of: path))
      session.console.note("nothing was written, so there is no note")
      return .nothing
    }
    // Who takes the title out of the draft still gave one on the command line.
    let title = sheet.symptom.isEmpty ? symptom : sheet.symptom
    guard !title.isEmpty else {
      throw Failure("the draft has no title, which is the symptom; it is kept in \(session.shown(path))")
    }
    if let unread = sheet.unread {
      session.console.note(
        Styled(
          "help is alone, colleague or ai, and minutes; “\(SafeText.line(unread))” was left out", .careful))
    }
    return try take(sheet, title, path)
  }

  /// The draft goes when all of it stands in the log and in the note.
  private func take(_ sheet: IncidentSheet, _ symptom: String, _ draft: String) throws -> ExitCode {
    let journal = try Journal(session: session, database: desk.database)
    var steps: [InvestigationDesk.Step] = [(.opened(minutes: 0), symptom)]
    if let area = sheet.area { steps.append((.placed, area)) }
    for file in given.files { steps.append((.filed, file)) }
    if let text = sheet.suspicion { steps += [(.supposed(1), text), (.weighed(1, nil), nil)] }
    for (question, text) in sheet.answers { steps.append((.answered(question), text)) }
    if let help = sheet.help { steps.append((.helped(help.who, minutes: help.minutes), nil)) }
    steps.append((.solved, nil))
    let one = try desk.begin(steps, symptom: symptom, with: journal)
    let path = try desk.path(of: one)
    let isWritten = try !NotesBehind(database: desk.database).holds(one.row.id)
    if isWritten, !sheet.others.isEmpty {
      try session.world.files.write(
        sheet.completed(try session.world.files.read(path)), to: path, replacing: true)
    }
    if !isWritten, !sheet.others.isEmpty {
      // The rest is in the log: a draft that went on would tell the incident a second time.
      let left = FilePath.join(FilePath.folder(of: draft), ".left-\(one.row.id).md")
      let isKept = (try? session.world.files.write(sheet.completed([]), to: left, replacing: true)) != nil
      session.console.note(
        "what the log has no place for is still in \(session.shown(isKept ? left : draft))")
      if isKept { session.world.files.remove(draft) }
    } else {
      session.world.files.remove(draft)
    }
    return try InvestigationSolving(session: session, desk: desk).finish(one)
  }
}
