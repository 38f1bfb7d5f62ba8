internal import Recall

/// What was said with flags, for scripts and for whoever types fast.
struct InvestigationOptions {
  let which: String?
  let minutes: Int?
  let area: String?
  let files: [String]
  let hypotheses: [Thought]
  let answers: [InvestigationQuestion: String]
  /// The outer nil: not said. 0 for none.
  let match: Int?
  let help: InvestigationHelp?
  let helpMinutes: Int?
  let wantsEditor: Bool

  /// A hypothesis with all that belongs to it.
  struct Thought: Equatable {
    var text = ""
    var sure: Int?
    var expected: String?
    var refutable: String?
  }

  var isAnswered: Bool { !answers.isEmpty || match != nil || help != nil || helpMinutes != nil }

  /// Whether they tell what it was.
  var isExplained: Bool { answers[.cause]?.isEmpty == false || match.map { $0 > 0 } == true }

  /// The flags of the questions that are answered in words.
  static let answers: [(question: InvestigationQuestion, help: String)] = [
    (.cause, "what it was, really"), (.gaveAway, "what gave it away"), (.misled, "what misled you"),
    (.fix, "what fixed it"), (.firstLook, "what to check first next time"),
    (.prevents, "what keeps it from coming back"),
  ]

  init(_ invocation: Invocation, _ session: Session) throws {
    which = invocation.value("on")
    minutes = try invocation.number("minutes", in: 1...1440)
    area = invocation.value("area").map(InvestigationDesk.clean).flatMap { $0.isEmpty ? nil : $0 }
    files = try invocation.all("file").map { try Self.file($0, session) }
    hypotheses = try Self.thoughts(invocation)
    var answers: [InvestigationQuestion: String] = [:]
    for (question, _) in Self.answers {
      if let text = invocation.value(question.rawValue) { answers[question] = InvestigationDesk.clean(text) }
    }
    self.answers = answers
    match = try invocation.value("which").map { text in
      if text == "none" { return 0 }
      guard let number = Int(text), number >= 0 else {
        throw UsageError("--which is the number of a hypothesis, or none, not \"\(text)\"")
      }
      return number
    }
    help = try invocation.value("helped").map { text in
      guard let help = InvestigationHelp(rawValue: text.lowercased()) else {
        throw UsageError("--helped is alone, colleague or ai, not \"\(text)\"")
      }
      return help
    }
    helpMinutes = try invocation.number("after", in: 0...100_000)
    wantsEditor = invocation.has("editor")
  }

  /// Each hypothesis begins one; what stands behind it belongs to it. Before the first they belong to one that is there
  /// already.
  private static func thoughts(_ invocation: Invocation) throws -> [Thought] {
    var all: [Thought] = []
    for (option, value) in invocation.inOrder {
      let text = InvestigationDesk.clean(value)
      if option == "hypothesis" {
        guard !text.isEmpty else { throw UsageError("--hypothesis needs a few words") }
        all.append(Thought(text: text))
        continue
      }
      guard ["sure", "if-so", "rules-out"].contains(option) else { continue }
      if all.isEmpty { all.append(Thought()) }
      switch option {
      case "sure": all[all.count - 1].sure = try percent(text)
      case "if-so": all[all.count - 1].expected = text
      default: all[all.count - 1].refutable = text
      }
    }
    return all
  }

  /// With the words of the line as the first one.
  func hypotheses(named text: String) throws -> [Thought] {
    guard !text.isEmpty else { return hypotheses }
    guard var first = hypotheses.first else { return [Thought(text: text)] }
    guard first.text.isEmpty else {
      throw UsageError(
        "\"\(text)\" and --hypothesis are two of them", hint: "say each with --hypothesis")
    }
    first.text = text
    return [first] + hypotheses.dropFirst()
  }

  static func percent(_ text: String) throws -> Int {
    let digits = text.hasSuffix("%") ? text.dropLast().trimmedEnd : Substring(text)
    guard let number = Int(digits), (0...100).contains(number) else {
      throw UsageError("how sure is a whole number from 0 to 100, not \"\(text)\"")
    }
    return number
  }

  /// As somebody at the root of the repository would name it.
  private static func file(_ name: String, _ session: Session) throws -> String {
    try ExplanationOptions.file(
      name, root: ProjectFinder.gitRoot(above: session.world.folder, session.world.files), session)
  }
}

extension Substring {
  fileprivate var trimmedEnd: Substring {
    var text = self
    while text.last == " " { text = text.dropLast() }
    return text
  }
}
