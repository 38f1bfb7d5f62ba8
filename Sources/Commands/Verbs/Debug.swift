internal import Recall
internal import Storage
internal import Terminal

extension Command {
  static let debug = Command(
    "debug", "train on the symptoms of your own past: what could it be, before you look",
    arguments: [Argument("drill", .many, help: "`drill`, and words or an id that choose one")],
    options: [
      Option("hypothesis", value: "TEXT", isRepeated: true, help: "what it could be"),
      Option("sure", value: "0..100", isRepeated: true, help: "how sure you are of the hypothesis before it"),
      Option("which", value: "N", isRepeated: true, help: "which hypothesis it was, or none"),
    ] + DrillSession.options,
    examples: [
      Example("debug drill", "suspicions first, then the evidence, then the cause"),
      Example("debug drill --history", "how past ones went"),
    ],
    details: DrillSession.details
  ) { invocation, session in
    guard invocation.arguments.first == "drill" else {
      throw UsageError("debug has no \"\(invocation.arguments[0])\"", hint: "`whet debug drill`")
    }
    return try DrillSession(session).run(invocation, words: Array(invocation.arguments.dropFirst()))
  }
}
