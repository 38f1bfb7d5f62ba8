internal import Recall
internal import Terminal

extension Command {
  static let incident = Command(
    "incident",
    "write down in a minute what went wrong and what it was, after the fact, and make cards of it",
    arguments: [Argument("SYMPTOM", .any, help: "what it looked like from outside; asked for otherwise")],
    options: [
      Option("area", value: "AREA", help: "the part of the system, a path or a word"),
      Option("file", value: "PATH", isRepeated: true, help: "a file that it is about"),
      Option("suspicion", value: "TEXT", help: "what you took it for at first"),
    ] + solvedOptions + [Option("editor", short: "e", help: "all questions at once, in your editor")],
    examples: [
      Example("incident", "a few questions, one after the other; Enter skips one"),
      Example("incident --editor", "the same in your editor"),
      Example(
        "incident \"mails came twice\" --cause \"two schedulers ran\" --fix \"a lease\"", "from a script"),
    ],
    details: """
      It becomes a note like that of `debug`, in the notebook folder, and its cards are shown before they are taken. \
      Each answer is on the disk at once: after Ctrl-C, or a crash, `incident` goes on where it was. Its minutes and \
      its guess do not count in `debug stats`: it is easy to be right afterwards.
      """
  ) { invocation, session in
    let text = InvestigationDesk.clean(invocation.arguments.joined(separator: " "))
    guard !text.contains("\n") else { throw UsageError("a symptom is one line of words") }
    let suspicion = invocation.value("suspicion").map(InvestigationDesk.clean)
    return try IncidentWriting(session, try InvestigationOptions(invocation, session), suspicion: suspicion)
      .run(text)
  }
}
