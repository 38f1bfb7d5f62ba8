internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

extension Command {
  static let explain = Command(
    "explain", "say why you built something the way you did, in five minutes, and be asked for it later",
    arguments: [
      Argument("TOPIC", .any, help: "what it is about; without it the draft that was left, or asked for")
    ],
    options: ExplanationQuestion.allCases.map {
      Option($0.rawValue, value: "TEXT", isRepeated: $0 == .unsure, help: "the answer to: \($0.question)")
    } + [
      Option("tier", value: "TIER", help: "core, repeatable or transient; asked for otherwise"),
      Option("file", value: "PATH", isRepeated: true, help: "a file that it is about"),
      Option("commit", value: "REV", help: "the commit that it is about"),
      Option("editor", short: "e", help: "all questions at once, in your editor"),
      Option("drafts", help: "list what was begun and not finished"),
      Option("discard", help: "throw the draft of TOPIC away"),
      Option("open", help: "list what you were unsure of, and are"),
      Option(
        "answer", value: "N",
        help: "answer the Nth open question, or the one with this id; the words behind it are the answer"),
      Option(
        "recall", help: "tell the whole explanation of TOPIC from memory; without TOPIC the one most due"),
      Option("yes", short: "y", help: "discard without being asked"),
    ],
    examples: [
      Example("explain the outbox relay", "six questions, one after the other; Enter skips one"),
      Example("explain the outbox relay --editor", "the same in your editor"),
      Example("explain --open", "the questions that are still open"),
      Example("explain --answer 2", "you know it now"),
      Example("explain --recall outbox", "the whole from memory, then beside your note"),
    ],
    details: """
      Answers may have several lines; an empty one ends an answer, and an empty answer skips the question. Each line \
      is on the disk at once: after Ctrl-C, or a crash, the same command goes on where it was. The note goes to the \
      notebook folder; its cards are shown before they are taken. The whole comes back after a week, what you are \
      unsure of until it is answered. On a pipe the answers are read as lines, or given with flags.
      """
  ) { invocation, session in
    let modes = ["drafts", "discard", "open", "answer", "recall", "editor"].filter(invocation.has)
    guard modes.count < 2 else {
      throw UsageError("--\(modes[0]) and --\(modes[1]) do not go together")
    }
    let topic = invocation.arguments.joined(separator: " ").trimmed
    guard !topic.contains("\n") || modes.first == "answer" else { throw UsageError("a topic is one line") }
    switch modes.first {
    case "drafts": return try ExplanationDraftList(session).list()
    case "discard": return try ExplanationDraftList(session).discard(topic, isSure: invocation.has("yes"))
    case "open": return try OpenQuestionList(session).list(invocation.arguments)
    case "answer":
      return try OpenQuestionList(session).answer(invocation.value("answer") ?? "", with: topic)
    case "recall": return try ExplanationRecall(session).run(invocation.arguments)
    default:
      let given = try ExplanationOptions(invocation, session)
      return try Explaining(session, given).run(topic)
    }
  }
}

/// What was said on the command line of an explanation.
struct ExplanationOptions {
  let tier: Tier?
  let files: [String]
  let commit: String?
  let answers: [(question: ExplanationQuestion, text: String)]
  let wantsEditor: Bool

  init(_ invocation: Invocation, _ session: Session) throws {
    wantsEditor = invocation.has("editor")
    tier = try invocation.value("tier").map { name in
      guard let tier = Tier(rawValue: name) else {
        throw UsageError(
          "no tier \"\(name)\"", hint: "there are \(Tier.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return tier
    }
    let root = ProjectFinder.gitRoot(above: session.world.folder, session.world.files)
    files = try invocation.all("file").map { try Self.file($0, root: root, session) }
    commit = try invocation.value("commit").map { revision in
      guard let root else {
        throw Failure("--commit needs a git repository, and \(session.world.folder) is in none")
      }
      guard let commit = session.world.git.commit(revision, in: root) else {
        throw Failure("no commit \"\(revision)\" in \(root); `git log` lists them")
      }
      return commit
    }
    answers = ExplanationQuestion.allCases.flatMap { question in
      invocation.all(question.rawValue).map { (question, $0) }
    }
  }

  /// As somebody at the root of the repository would name it.
  static func file(_ name: String, root: String?, _ session: Session) throws -> String {
    guard let path = session.world.files.real(session.absolute(name)) else {
      throw Failure("no such file: \(name)")
    }
    guard let root = root.flatMap(session.world.files.real) else { return path }
    return FilePath.relative(path, to: root) ?? path
  }
}
