internal import Disk
internal import Reading
internal import Recall
internal import Storage

/// The folder in which whet writes for the person: plain Markdown, one deck a file, theirs to read and edit.
struct Notebook {
  let session: Session
  let database: Database

  /// Appends a card to its deck's file and takes it in, both or neither.
  func add(prompt: String, answer: String, deck: String?, tier: Tier?, tags: [String]) throws -> CardID {
    let project = session.globals.everything ? nil : try currentProject()
    guard let name = deck.map(Names.deck) ?? (project?.name ?? "general") else {
      throw UsageError("an empty deck name")
    }
    let path = try self.path(deck: name, project: project)
    let files = session.world.files
    var original: [UInt8]?
    var isWritten = false
    do {
      return try database.connection.transaction {
        // What the person, or another whet, wrote into the file meanwhile comes in first, by the door that
        // everything comes through. The lock is held from here on.
        let existed = files.exists(path)
        if existed { try takeIn(path, project) }
        original = existed ? try files.read(path) : nil
        let before = original ?? Array("---\ndeck: \(quoted(name))\n---\n".utf8)
        try files.makeFolder(FilePath.folder(of: path))
        try files.write(
          before + Array("\n\(DeckWriter.card(prompt: prompt, answer: answer))".utf8), to: path,
          replacing: true)
        isWritten = true
        let known = Set(try cards(path, project).filter { !$0.isGone }.map(\.num))
        try takeIn(path, project)
        guard let card = try cards(path, project).last(where: { !known.contains($0.num) && !$0.isGone })
        else {
          throw Failure("this card is in \(session.shown(path)) already")
        }
        try finish(card, tier: tier, tags: tags)
        return card.id
      }
    } catch {
      if isWritten {
        if let original { try? files.write(original, to: path, replacing: true) } else { files.remove(path) }
      }
      throw error
    }
  }

  /// Takes a card's text out of the notebook again, where it still stands at the end as it was written.
  func removeLast(_ card: StoredCard) throws -> Bool {
    guard var source = try database.sources.source(card.source) else { return false }
    let project = try database.projects.all().first { $0.id == source.project }
    let path = project.map { FilePath.join($0.root, source.path) } ?? source.path
    let files = session.world.files
    guard FilePath.relative(path, to: try folder()) != nil, let bytes = try? files.read(path) else {
      return false
    }
    let block = Array(
      "\n\(DeckWriter.card(prompt: card.file.text.prompt, answer: card.file.text.answer))".utf8)
    guard bytes.count > block.count, Array(bytes.suffix(block.count)) == block else { return false }
    let rest = Array(bytes.dropLast(block.count))
    try files.write(rest, to: path, replacing: true)
    source.digest = Digest.of(rest)
    try database.sources.update(source)
    return true
  }

  private func finish(_ card: StoredCard, tier: Tier?, tags: [String]) throws {
    let found = CardStore.Found(num: card.num, id: card.id)
    try Journal(session: session, database: database).record(
      found, .added, .change(before: card.text, after: card.text))
    guard tier != nil || !tags.isEmpty else { return }
    var changed = card
    changed.tier = tier ?? card.tier
    for tag in tags where !changed.text.tags.contains(tag) { changed.text.tags.append(tag) }
    try CardWriter(database).update(
      changed, from: card, path: try database.sources.source(card.source)?.path ?? "")
  }

  /// Reads a file of the notebook into the database.
  func takeIn(_ path: String, _ project: Project?) throws {
    var batch = try ImportBatch(session: session, database: database, total: 1)
    try batch.process(
      [FoundFile(path: path, importedFrom: FilePath.folder(of: path), deck: nil)], project: project,
      missing: [],
      retiring: false)
  }

  private func cards(_ path: String, _ project: Project?) throws -> [StoredCard] {
    let stored = ImportBatch.storedPath(path, project)
    guard let source = try database.sources.find(stored, project: project?.id) else { return [] }
    return try database.cards.stored(inSource: source.id)
  }

  private func currentProject() throws -> Project? {
    try ProjectFinder(world: session.world, database: database, mayWrite: true).current()
  }

  /// Where it is, whether it is there yet or not.
  func root() throws -> String {
    let chosen = try session.preferences(database).text(.notebook)
    let folder = chosen.isEmpty ? usual : session.absolute(chosen)
    return session.world.files.real(folder) ?? FilePath.normalized(folder)
  }

  private var usual: String { "\(session.dataFolder)/notebook" }

  /// The part of it that belongs to a project, or to none.
  func folder(of project: Project?) throws -> String { try root() + part(of: project) }

  /// A name in a folder of it that no file has, and none had that is known; nil where there are too many.
  func freePath(_ name: String, in folder: String, of project: Project?) throws -> String? {
    for number in 1...9999 {
      let path = FilePath.join(folder, number == 1 ? "\(name).md" : "\(name)-\(number).md")
      let stored = ImportBatch.storedPath(path, project)
      if session.world.files.kind(path) == nil, try database.sources.find(stored, project: project?.id) == nil
      {
        return path
      }
    }
    return nil
  }

  /// The same in the notebook that there is where no folder was chosen.
  func usualFolder(of project: Project?) -> String {
    (session.world.files.real(usual) ?? FilePath.normalized(usual)) + part(of: project)
  }

  private func part(of project: Project?) -> String {
    project.map { "/\(fileName($0.name))-\($0.id)" } ?? ""
  }

  /// The project that a file in here belongs to, told by its folder; nil where that tells nothing. The inner nil is
  /// what belongs to none.
  func project(ofFile path: String) throws -> Project?? {
    guard let below = FilePath.relative(path, to: try root()) else { return nil }
    let first = String(below.prefix { $0 != "/" })
    // A notebook that is kept in a repository is a part of it.
    if [ExplanationShelf.name, InvestigationDesk.name].contains(first),
      ProjectFinder.gitRoot(above: try root(), session.world.files) == nil
    {
      return .some(nil)
    }
    return try database.projects.all().first { "\(fileName($0.name))-\($0.id)" == first }.map { .some($0) }
  }

  private func folder() throws -> String {
    try session.world.files.makeFolder(try root())
    return try root()
  }

  /// `general.md`, or `shop-1/general.md` for a deck of the project shop.
  private func path(deck: String, project: Project?) throws -> String {
    _ = try folder()
    return "\(try folder(of: project))/\(fileName(deck)).md"
  }

  /// A name that is safe as a file's, and different for different decks.
  private func fileName(_ name: String) -> String {
    var safe = ""
    for character in name {
      let isPlain = character.isLetter || character.isNumber || "-_. ".contains(character)
      safe.append(isPlain ? character : "-")
    }
    safe = String(safe.prefix(60)).trimmed
    if safe == name, !safe.hasPrefix("."), !safe.isEmpty { return safe }
    var hash = StableHash()
    hash.combine(name)
    return "\(safe.drop { $0 == "." })-\(String(hash.mixed & 0xffff, radix: 16))"
  }

  private func quoted(_ name: String) -> String {
    name.contains { ":#[]{},\"'".contains($0) } ? "\"\(name.replacing("\"", with: "'"))\"" : name
  }
}
