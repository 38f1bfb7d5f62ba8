internal import Disk
internal import Reading
internal import Recall
internal import Storage
internal import Terminal

/// History and completion for command lines.
final class CommandAssistant: LineAssistant {
  private let session: Session
  private let project: Int?
  private(set) var history: [String]

  init(session: Session) {
    self.session = session
    let database = try? session.database(.read)
    project = database.flatMap {
      try? ProjectFinder(world: session.world, database: $0, mayWrite: false).current()?.id
    }
    history = (try? database?.history.lines(project: project, most: 1000)) ?? []
  }

  /// Kept for the project, each line once; one with a space in front is nobody's business.
  func remember(_ line: String) {
    guard line.first != " " else { return }
    history.removeAll { $0 == line }
    history.append(line)
    guard session.world.files.exists(session.databasePath), let database = try? session.database(.write)
    else {
      return
    }
    try? database.connection.transaction { try database.history.add(line, project: project) }
  }

  // MARK: Completion

  func complete(_ line: String) -> Completion {
    let isNewWord = line.last?.isWhitespace ?? true
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let word = isNewWord ? "" : words.popLast() ?? ""
    let all = candidates(after: words, word: word)
    let fitting = all.filter { $0.text.hasPrefix(word) }
    return Completion(word: word, candidates: fitting.sorted { $0.text < $1.text })
  }

  private func candidates(after words: [String], word: String) -> [Completion.Candidate] {
    guard let name = words.first else {
      return Registry.commands.map { Completion.Candidate($0.name, note: $0.summary) }
    }
    guard let command = Registry.commands.first(where: { $0.name == name }) else { return [] }
    if word.hasPrefix("-") {
      return (command.options + Globals.options).map { Completion.Candidate("--\($0.name)", note: $0.help) }
    }
    if let option = words.last.flatMap({ flag in
      command.options.first { "--\($0.name)" == flag && $0.value != nil }
    }) {
      return values(of: option)
    }
    let position = words.dropFirst().count { !$0.hasPrefix("-") }
    guard let last = command.arguments.last else { return [] }
    let argument = position < command.arguments.count ? command.arguments[position] : last
    if argument.name == "TOPIC" { return topics(after: words.dropFirst().filter { !$0.hasPrefix("-") }) }
    return values(of: argument, command: command, word: word)
  }

  private func values(of option: Option) -> [Completion.Candidate] {
    switch option.name {
    case "tier": Tier.allCases.map { Completion.Candidate($0.rawValue) }
    case "deck": decks().map { Completion.Candidate($0) }
    case "scheduler": SchedulerName.allCases.map { Completion.Candidate($0.rawValue) }
    default: []
    }
  }

  private func values(of argument: Argument, command: Command, word: String) -> [Completion.Candidate] {
    switch argument.name {
    case "ID": ids(word)
    case "DECK": decks().map { Completion.Candidate($0) }
    case "TIER": Tier.allCases.map { Completion.Candidate($0.rawValue) }
    case DebugStep.argument: DebugStep.allCases.map { Completion.Candidate($0.rawValue, note: $0.help) }
    case "QUERY": query(word)
    case "DECK or QUERY": decks().map { Completion.Candidate($0) } + query(word)
    case "TAG": tags().map { Completion.Candidate($0) }
    case "NAME": Preference.allCases.map { Completion.Candidate($0.rawValue, note: $0.help) }
    case "COMMAND": Registry.commands.map { Completion.Candidate($0.name, note: $0.summary) }
    case "FORMAT": ["csv", "json"].map { Completion.Candidate($0) }
    case "TABLE": ExportTable.allCases.map { Completion.Candidate($0.rawValue) }
    case "PATH", "FILE": paths(word)
    default: []
    }
  }

  private func query(_ word: String) -> [Completion.Candidate] {
    guard let colon = word.firstIndex(of: ":") else {
      return ["deck:", "is:", "kind:", "source:", "tag:", "tier:"].map { Completion.Candidate($0) }
    }
    let field = String(word[...colon])
    let values =
      switch field {
      case "deck:": decks()
      case "is:": CardQuery.Standing.allCases.map(\.rawValue)
      case "kind:": CardKind.allCases.map(\.rawValue)
      case "tier:": Tier.allCases.map(\.rawValue)
      case "tag:": tags()
      default: [String]()
      }
    return values.map { Completion.Candidate(field + $0) }
  }

  private func decks() -> [String] {
    guard let database = try? session.database(.read),
      let scope = try? session.scope(database, mayWrite: false)
    else { return [] }
    return (try? database.decks.names(in: scope)) ?? []
  }

  private func tags() -> [String] {
    (try? session.database(.read).cards.tags()) ?? []
  }

  /// Topics that were begun or explained. Behind the first words of one, the rest of it.
  private func topics(after words: [String]) -> [Completion.Candidate] {
    guard let database = try? session.database(.read),
      let shelf = try? ExplanationShelf(session, database, isForWriting: false),
      let scope = try? session.scope(database, mayWrite: false)
    else { return [] }
    let begun = ((try? shelf.drafts()) ?? []).map(\.sheet.topic)
    let cards = (try? database.cards.practices(.explanation, in: scope)) ?? []
    let told = cards.compactMap { ((try? database.cards.stored($0)) ?? nil)?.place.first }
    return Set(begun + told).compactMap { topic in
      let parts = topic.split(separator: " ").map(String.init)
      guard parts.starts(with: words), parts.count > words.count else { return nil }
      return Completion.Candidate(parts.dropFirst(words.count).joined(separator: " "))
    }
  }

  /// Ids with the prompt beside them, as many as one can look through.
  private func ids(_ word: String) -> [Completion.Candidate] {
    guard let database = try? session.database(.read) else { return [] }
    let found = (try? database.cards.beginning(with: word.lowercased(), most: 30)) ?? []
    return found.map { card in
      Completion.Candidate(card.id.text, note: (try? database.cards.stored(card.num))??.text.prompt ?? "")
    }
  }

  private func paths(_ word: String) -> [Completion.Candidate] {
    let folder = word.contains("/") ? FilePath.folder(of: word) : ""
    let start = folder.isEmpty ? session.world.folder : session.absolute(folder)
    let names = (try? session.world.files.list(start)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { name in
      let path = folder.isEmpty ? name : FilePath.join(folder, name)
      let isFolder = session.world.files.target(FilePath.join(start, name)) == .folder
      return Completion.Candidate(isFolder ? path + "/" : path)
    }
  }
}
