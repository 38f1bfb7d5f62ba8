internal import Recall

/// Tables that tell of one thing after the other what it is: "| module | holds |", "| choice | why |".
///
/// The heading of a column is half of a question, and the name in the row is what it asks about: no sentence has to be
/// turned round for it, and each row stands alone.
struct TableRules {
  static let reason = "a row of a table"
  /// In a longer one things are looked up.
  private static let mostRows = 24

  let context: ProseContext

  func candidates(_ section: ProseSection) -> [ProseCandidate] {
    guard context.language.code == "en" else { return [] }
    return section.blocks.flatMap { block -> [ProseCandidate] in
      guard case .table(let rows, let line) = block, rows.count > 1, rows.count <= Self.mostRows + 1 else {
        return []
      }
      let headings = rows[0].map { PlainWords.normalized($0) }
      return (1..<rows.count).flatMap { index in
        // Below the headings stands the line that sets them apart.
        candidates(Row(cells: rows[index], headings: headings, line: line + 1 + index, section: section))
      }
    }
  }

  private struct Row {
    let cells: [String]
    let headings: [String]
    let line: Int
    let section: ProseSection

    func cell(_ index: Int) -> String? {
      guard cells.indices.contains(index), !cells[index].trimmed.isEmpty else { return nil }
      return cells[index].trimmed
    }
  }

  private func candidates(_ row: Row) -> [ProseCandidate] {
    [meaning(row), reason(row)].compactMap(\.self)
  }

  // MARK: What a thing is

  /// "| `Storage` | the database and its migrations |" below "| room | holds |".
  private func meaning(_ row: Row) -> ProseCandidate? {
    guard let term = row.cell(0), isTerm(term),
      let noun = noun(row.headings.first ?? "", below: row.section.title),
      let column = row.headings.indices.dropFirst().first(where: { Asking(row.headings[$0]) != nil }),
      let asking = Asking(row.headings[column]), let cell = row.cell(column)
    else { return nil }
    let answer = context.told(cell)
    guard tells(answer, besides: term) else { return nil }
    let named = noun.isEmpty ? quoted(term) : "the \(noun) \(quoted(term))"
    return candidate(.meaning, asking.question(named, acts: acts(answer)), answer, term, row)
  }

  /// What the heading of a column asks about the thing in front.
  private enum Asking {
    case meaning, description, purpose, duty, use
    case deed(String)

    init?(_ heading: String) {
      switch heading {
      case "meaning", "means": self = .meaning
      case "description", "definition", "explanation", "what it is", "what is it", "summary", "what it does",
        "does", "what":
        self = .description
      case "purpose", "role", "function", "used for", "for", "goal", "what it is for", "job": self = .purpose
      case "responsibility", "responsibilities", "responsible for", "duty", "duties", "concern": self = .duty
      case "when", "when to use", "used when", "use when", "when used": self = .use
      default:
        guard let base = Self.deeds[heading] else { return nil }
        self = .deed(base)
      }
    }

    func question(_ thing: String, acts: Bool) -> String {
      switch self {
      case .meaning: return "What does \(thing) mean?"
      case .description: return acts ? "What does \(thing) do?" : "What is \(thing)?"
      case .purpose: return acts ? "What does \(thing) do?" : "What is \(thing) for?"
      case .duty: return acts ? "What does \(thing) do?" : "What is \(thing) responsible for?"
      case .use: return "When is \(thing) used?"
      case .deed(let base): return "What does \(thing) \(base)?"
      }
    }

    private static let deeds = [
      "holds": "hold", "knows": "know", "owns": "own", "stores": "store", "keeps": "keep",
      "contains": "contain", "handles": "handle", "runs": "run", "reads": "read", "writes": "write",
      "sends": "send", "receives": "receive", "produces": "produce", "consumes": "consume",
      "publishes": "publish", "emits": "emit", "provides": "provide", "serves": "serve", "guards": "guard",
      "protects": "protect", "manages": "manage", "decides": "decide", "depends on": "depend on",
    ]
  }

  /// What kind of thing the rows tell of, by the heading above their names or the one above the table; empty where they are
  /// words that are explained; nil where they are no things that somebody would know by heart.
  private func noun(_ heading: String, below title: String) -> String? {
    if ["term", "concept", "word", "abbreviation", "acronym", "expression"].contains(heading) { return "" }
    if Self.nouns.contains(heading) { return heading }
    guard heading.isEmpty || heading == "name", let last = PlainWords.normalized(title).pieces.last,
      last.hasSuffix("s")
    else { return nil }
    let one = last.hasSuffix("ies") ? last.dropLast(3) + "y" : String(last.dropLast())
    return Self.nouns.contains(one) ? one : nil
  }

  /// Parts that a system is made of, and states that it can be in. Parameters, fields and codes are there to be looked up.
  private static let nouns: Set<String> = [
    "actor", "adapter", "agent", "aggregate", "alert", "app", "application", "area", "artifact", "bean",
    "bounded context", "branch", "broker", "bucket", "building block", "cache", "class", "cluster",
    "collection", "component", "consumer", "container", "context", "controller", "crate", "cron job",
    "daemon",
    "database", "dataset", "document", "domain", "element", "engine", "entity", "event", "exchange",
    "feature",
    "folder", "gateway", "handler", "hook", "image", "index", "interface", "invariant", "job", "kind",
    "lambda", "layer", "level", "library", "lock", "manager", "message", "microservice", "middleware", "mode",
    "model", "module", "namespace", "node", "object", "operator", "outcome", "package", "part", "partition",
    "phase", "pipeline", "plugin", "pool", "process", "processor", "producer", "profile", "project",
    "protocol", "provider", "proxy", "queue", "region", "repository", "resource", "role", "room", "scheduler",
    "schema", "scope", "script", "server", "service", "signal", "stack", "stage", "state", "status", "store",
    "stream", "strategy", "struct", "structure", "subsystem", "system", "table", "target", "task", "team",
    "thread", "tier", "tool", "topic", "trait", "type", "view", "volume", "worker", "workflow", "workspace",
    "zone",
  ]

  // MARK: Why it was taken

  /// "| Storage | SQLite | one file, no server |" below "| Concern | Choice | Why |".
  private func reason(_ row: Row) -> ProseCandidate? {
    guard let column = row.headings.indices.first(where: { Self.reasons.contains(row.headings[$0]) }),
      let cell = row.cell(column)
    else { return nil }
    let answer = context.told(cell)
    if column > 0, Self.rules.contains(row.headings[0]), let rule = row.cell(0),
      let why = context.why(rule)?.question, tells(answer, besides: rule)
    {
      return candidate(.reason, why, answer, rule, row)
    }
    let isAgainst = row.headings[column].hasSuffix("not") || row.headings[column].hasSuffix("rejected")
    let names = isAgainst ? Self.choices.union(Self.others) : Self.choices
    guard let chosen = row.headings.indices.prefix(column).last(where: { names.contains(row.headings[$0]) }),
      let choice = row.cell(chosen)?.trimmingPunctuation, choice.wordCount <= 8, !choice.holds("http"),
      KeyWords.of(choice).count > 0, tells(answer, besides: choice)
    else { return nil }
    var question = "Why \(isAgainst ? "not " : "")\(quoted(choice))"
    if chosen > 0, let matter = row.cell(0), matter.wordCount <= 6, KeyWords.of(matter).count > 0 {
      question += " for \(quoted(context.book.lowered(matter.trimmingPunctuation)))"
    }
    return candidate(.reason, question + "?", answer, choice, row)
  }

  private func quoted(_ name: String) -> String { name.holds(UInt8(ascii: "`")) ? name : "“\(name)”" }

  private static let reasons: Set<String> = [
    "why", "reason", "reasons", "rationale", "because", "justification", "why this", "why we chose it",
    "why not",
    "why rejected",
  ]
  private static let choices: Set<String> = [
    "choice", "chosen", "decision", "selected", "technology", "tool", "library", "solution", "we use",
    "we chose",
    "selection", "stack", "pick", "framework", "language", "dependency", "value", "limit",
  ]
  private static let others: Set<String> = ["alternative", "option", "candidate", "rejected", "considered"]
  private static let rules: Set<String> = ["rule", "principle", "invariant", "guideline"]

  // MARK: What all share

  private func candidate(
    _ kind: CardKind, _ question: String, _ answer: String, _ term: String, _ row: Row
  ) -> ProseCandidate {
    let statement = Statement(
      text: "\(term): \(answer)", line: row.line, before: nil, after: [], isSecond: false,
      place: row.section.place, section: row.section.number, isItem: true, term: term, goesOn: false)
    return ProseCandidate(
      kind: kind, question: question, answer: answer, statement: statement, score: 0.7, reason: Self.reason)
  }

  private func isTerm(_ term: String) -> Bool {
    term.wordCount <= 5 && KeyWords.of(term).count > 0 && term.contains(where: \.isLetter)
      && !term.holds("http") && !term.holds("](")
      && !term.contains { "?!{}<>".contains($0) }
  }

  /// Whether a cell says something of a thing that its name does not.
  private func tells(_ answer: String, besides term: String) -> Bool {
    let words = KeyWords.of(answer)
    // A long list in a cell is an inventory.
    return context.isAnswer(answer, atLeast: 3) && answer.wordCount <= 40
      && answer.utf8.count(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) < 6
      && words.count - words.shared(with: KeyWords.of(term)) >= 3
  }

  /// "Sends the mails of the night": it says what the thing does.
  private func acts(_ answer: String) -> Bool {
    Verbs.startsThird(Words(answer))
  }
}
