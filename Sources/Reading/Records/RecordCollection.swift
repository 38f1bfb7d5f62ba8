internal import Hands
internal import Recall

/// The records of a batch together: what one of them says of another, and what many of them share.
package struct RecordCollection: Sendable {
  package struct File: Sendable {
    /// Absolute and normalized.
    package let path: String
    package let text: SourceText
    package let matter: FrontMatter
    /// It was read as a record before.
    package let isKnown: Bool
    /// A person says that it is one.
    package let isChosen: Bool
    /// The folder that was imported, if it was one.
    package let root: String

    package init(
      path: String, text: SourceText, matter: FrontMatter, isKnown: Bool, isChosen: Bool = false,
      root: String = ""
    ) {
      self.root = root
      self.path = path
      self.text = text
      self.matter = matter
      self.isKnown = isKnown
      self.isChosen = isChosen
    }
  }

  package enum Fate: Sendable {
    case record(Entry)
    case skipped(String)
    case other
  }

  /// A record with its cards.
  package struct Entry: Sendable {
    package let record: DecisionRecord
    /// What it says of itself and what others say of it.
    package let state: RecordState
    /// Paths of the records that replaced it, as far as they are here.
    package let replacedBy: [String]
    package let replacements: [String]
    fileprivate let newRule: String?
    fileprivate let boilerplate: Set<String>
    /// Cards were made of it before.
    fileprivate let isKnown: Bool

    /// At most so many cards; nil for as many as usual, and what was made before on top.
    package func drafts(most wished: Int?) -> [Draft] {
      var standing = RecordStanding(state)
      standing.replacements = replacements
      standing.newRule = newRule
      standing.boilerplate = boilerplate
      let most = wished ?? RecordDrafts.usualMost
      let drafts = RecordDrafts(record, standing).drafts(most: most)
      guard isKnown, !boilerplate.isEmpty else { return drafts }
      // That a third record says the same takes no card from the two that were asked for it before.
      standing.boilerplate = []
      let said = Set(drafts.map(\.answer))
      let shared = RecordDrafts(record, standing).drafts(most: most).filter { !said.contains($0.answer) }.map
      {
        draft in
        var shared = draft
        shared.lose(draft.score, "several records say the same")
        return shared
      }
      return drafts + shared.prefix(wished.map { max(0, $0 - drafts.count) } ?? shared.count)
    }
  }

  /// What is left of a record when its cards are made.
  package struct Summary: Sendable {
    package let title: String
    package let number: String?
    package let date: String?
    package let state: RecordState
    package let replacedBy: [String]

    fileprivate init(_ entry: Entry) {
      title = entry.record.title
      number = entry.record.number
      date = entry.record.date
      state = entry.state
      replacedBy = entry.replacedBy
    }
  }

  package enum Outcome: Sendable {
    case record(Summary, [Draft])
    case skipped(String)
    case other
  }

  package private(set) var fates: [Fate] = []
  /// What was odd in each file.
  package private(set) var findings: [[Finding]] = []

  /// `count` gives the number of documents in a folder, those outside the batch included.
  package init(_ files: [File], documents count: (String) -> Int) {
    let read = Hands.map(files, Self.read)
    var records = read.map(\.record)
    findings = read.map(\.findings)
    let kinds = Self.kinds(files, read.map(\.signs), count)
    let members = kinds.indices.filter { kinds[$0] == .record }
    CollectionTitles.settle(&records, members)
    let links = RecordLinks(members.map { (path: files[$0].path, record: records[$0]) })
    let boilerplate = Boilerplate.points(
      members.map { read[$0].texts }, members.first.map { records[$0].names })
    for (index, kind) in kinds.enumerated() {
      switch kind {
      case .skipped(let reason): fates.append(.skipped(reason))
      case .other: fates.append(.other)
      case .record:
        let standing = links.standing(of: files[index].path, records[index])
        findings[index] += standing.oddities.map {
          Finding(line: files[index].text.line(of: $0.words), message: $0.message)
        }
        fates.append(
          .record(
            Entry(
              record: records[index], state: standing.state, replacedBy: standing.paths,
              replacements: standing.names, newRule: standing.newRule, boilerplate: boilerplate,
              isKnown: files[index].isKnown)))
      }
    }
  }

  private struct ReadFile: Sendable {
    let record: DecisionRecord
    let signs: RecordSigns
    /// What other records may say too.
    let texts: [Boilerplate.Text]
    let findings: [Finding]
  }

  private static func read(_ file: File) -> ReadFile {
    var findings: [Finding] = []
    let place = split(file.path)
    let markup = RecordReader.markup(file.text, name: place.name, matter: file.matter, &findings)
    let record = RecordReader.record(
      markup, name: place.name, folder: place.folders.first ?? "", matter: file.matter)
    let signs = RecordSigns(
      record, name: place.name, folders: place.folders, templateTexts: Templates.count(markup.blocks),
      isTestData: isTestData(file))
    return ReadFile(record: record, signs: signs, texts: Boilerplate.texts(of: record), findings: findings)
  }

  /// What becomes of each file, a record with its cards: at most so many, nil for as many as usual. The collection is
  /// used up, so that each record goes where its cards are made.
  package consuming func outcomes(most: @escaping @Sendable (Int) -> Int?) -> [Outcome] {
    let numbered = Array(fates.enumerated())
    // Held here too, they would all be thrown away at the end, by one thread.
    fates = []
    return Hands.map(numbered) { index, fate in
      switch fate {
      case .record(let entry): .record(Summary(entry), entry.drafts(most: most(index)))
      case .skipped(let reason): .skipped(reason)
      case .other: .other
      }
    }
  }

  // MARK: What importing asks

  /// Whether a folder is called as folders of records are.
  package static func isConventional(_ folder: String) -> Bool { RecordKind.isConventional(folder) }

  package static var threshold: Double { RecordDrafts.threshold }

  /// Deck files are never records; nor is a text with cards in it, unless its name is a record's.
  package static func mayBeRecord(_ path: String, _ document: Document) -> Bool {
    let name = name(of: path)
    return isDocument(name)
      && (document.drafts.isEmpty || RecordTitle.number(inName: RecordReader.withoutEnding(name)) != nil)
  }

  package static func isDocument(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return isNumbered(name) }
    guard dot > name.startIndex else { return false }
    return endings.contains(name[dot...].lowercased()) && !name.hasPrefix(".")
  }

  /// `0006-use-a-bell`: somebody forgot the ending.
  private static func isNumbered(_ name: String) -> Bool {
    let digits = name.utf8.prefix(while: \.isDigit)
    let rest = name.utf8.dropFirst(digits.count)
    return (3...8).contains(digits.count)
      && (rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "_"))
      && rest.dropFirst().first?.small.isSmallLetter == true
  }

  private static let endings: Set<String> = [".md", ".markdown", ".mdown", ".mkd", ".rst"]

  /// The number in a file's name, or in its folder's where the file is only called README.
  package static func number(ofPath path: String) -> String? {
    let place = split(path)
    return RecordTitle.number(inName: RecordReader.stem(place.name, folder: place.folders.first ?? ""))
  }

  package static func isStatus(_ tag: String) -> Bool { englishStates.status(tag) != nil }
  private static let englishStates = StateReader(.english)

  /// The deck of a record: its folder's name, and the package's before it where there are several in one project.
  package static func deckName(_ path: String, root: String) -> String {
    let place = split(path)
    var folders = Array(place.folders.reversed())
    let above = root.utf8.split(separator: UInt8(ascii: "/")).count
    let name = place.name.lowercased()
    // A folder for each record is not a deck for each.
    if name.hasPrefix("readme.") || name.hasPrefix("index."), folders.count > above,
      !RecordKind.isConventional(folders.last ?? "")
    {
      folders.removeLast()
    }
    let holder = folders.last ?? "decisions"
    let between = folders.dropFirst(above).dropLast()
    guard let package = between.last(where: { !generalFolders.contains($0.lowercased()) }) else {
      return holder
    }
    return "\(package)-\(holder)"
  }

  /// Names that tell nothing of what a folder is about.
  private static let generalFolders: Set<String> = [
    "docs", "doc", "documentation", "architecture", "adr", "adrs", "decisions", "packages", "apps", "libs",
    "src", "services", "decks",
    "decision-records", "architecture-decision-records", "design", "website", "content", "modules", "dev",
    "developer",
  ]

  static func name(of path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    return start.map { String(path[$0...]) } ?? path
  }

  static func split(_ path: String) -> (name: String, folders: [String]) {
    let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    return (parts.last ?? "", parts.dropLast().reversed())
  }

  /// Made-up records for a program's own tests, and those that a tool copies into a new project.
  private static func isTestData(_ file: File) -> Bool {
    guard !file.root.isEmpty, file.path.hasPrefix(file.root + "/") else { return false }
    return isTestData(below: String(file.path.utf8.dropFirst(file.root.utf8.count)) ?? "")
  }

  /// The same for a path from where a person looked.
  package static func isTestData(below path: String) -> Bool {
    path.utf8.split(separator: UInt8(ascii: "/")).dropLast().contains {
      testFolders.contains(Substring($0).lowercased())
    }
  }

  private static let testFolders: Set<String> = [
    "integration-tests", "fixtures", "__fixtures__", "testdata", "test-data", "test_data", "template",
    "templates",
  ]

  /// Two looks: what is a record by itself tells what its neighbours are.
  private static func kinds(
    _ files: [File], _ signs: [RecordSigns], _ count: (String) -> Int
  ) -> [RecordKind] {
    func folder(of path: String) -> String {
      String(Substring(path.utf8.dropLast(name(of: path).utf8.count)))
    }
    let folders = files.map { folder(of: $0.path) }
    let isAlone = folders.map { count($0) == 1 }
    func kind(_ index: Int, among: Bool) -> RecordKind {
      if files[index].isChosen { return .record }
      return RecordKind.of(
        signs[index], isAlone: isAlone[index], isAmongRecords: among || files[index].isKnown)
    }
    let first = files.indices.map { kind($0, among: false) }
    var recordsIn: [String: (records: Int, all: Int)] = [:]
    for index in files.indices {
      var homes = [folders[index]]
      // A record in a folder of its own makes the folder around it a home of records.
      if isAlone[index] { homes.append(folder(of: String(folders[index].dropLast()))) }
      for home in homes {
        recordsIn[home, default: (0, 0)].all += 1
        if first[index] == .record { recordsIn[home, default: (0, 0)].records += 1 }
      }
    }
    return files.indices.map { index in
      guard first[index] != .record else { return .record }
      let home = folders[index]
      let around = folder(of: String(home.dropLast()))
      let among = [home, around].contains { place in
        recordsIn[place].map { $0.records >= 2 && $0.records * 2 >= $0.all } ?? false
      }
      return kind(index, among: among)
    }
  }
}
