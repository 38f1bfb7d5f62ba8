/// A folder of decision records that is changed at random the way a team changes one, while remembering which
/// decision is which.
package struct RecordWorld {
  package private(set) var records: [WorldRecord] = []
  private var text: RecordText
  private var nextNumber = 1
  /// What was done in this round, for whoever has to understand a failure.
  package private(set) var story: [String] = []

  package enum Change: CaseIterable, Sendable {
    case typo, rewritten, factChanged, retitled, titleTypo, optionAdded, optionRemoved, superseded, revived,
      renamed,
      renumbered, moved, deleted, restored, swapped, copied, replacedByCopy, accepted, added
  }

  package init(seed: UInt64, count: ClosedRange<Int> = 15...30) {
    text = RecordText(seed: seed)
    let count = text.number(count)
    while records.count < count {
      if !records.isEmpty, text.chance(25) {
        addTwin(of: text.number(0...records.count - 1))
      } else {
        addFresh()
      }
    }
    for _ in 0..<3 { supersede() }
    story = []
  }

  package func record(_ marker: String) -> WorldRecord? { records.first { $0.marker == marker } }

  /// What lies on the disk: the text of each file by its path.
  package var files: [String: String] {
    var files: [String: String] = [:]
    for record in records where record.isPresent {
      let older = records.filter {
        $0.supersededBy == record.marker && $0.link == .onlyInTheNew && $0.isPresent
      }
      let newer = record.link == .inTheOld ? record.supersededBy.flatMap(self.record) : nil
      let copied = record.headingOf.flatMap(self.record).flatMap { $0.isPresent ? $0 : nil }
      files[record.path] = record.markdown(replacedBy: newer, replacing: older, headingOf: copied)
    }
    return files
  }

  package var owners: [String: String] {
    Dictionary(uniqueKeysWithValues: records.filter(\.isPresent).map { ($0.path, $0.marker) })
  }

  /// It says so itself, or a record says so that is there.
  package func isSuperseded(_ record: WorldRecord) -> Bool {
    guard let newer = record.supersededBy.flatMap(self.record) else { return false }
    return record.link == .inTheOld || newer.isPresent
  }

  // MARK: Changes

  package mutating func change(times: Int) {
    story = []
    for index in records.indices { records[index].headingOf = nil }
    for _ in 0..<times { change() }
  }

  private mutating func change() {
    let change = text.one(Change.allCases)
    switch change {
    case .superseded: return supersede()
    case .added: return addFresh()
    case .copied: return copy(replacing: false)
    case .replacedByCopy: return text.chance(50) ? copy(replacing: true) : ()
    case .swapped: return swap()
    case .restored:
      guard let index = records.indices.filter({ !records[$0].isPresent }).randomElement(using: &text.random)
      else {
        return
      }
      records[index].isPresent = true
      return tell(change, index)
    case .revived:
      guard
        let index = records.indices.filter({ records[$0].supersededBy != nil && records[$0].isPresent })
          .randomElement(using: &text.random)
      else { return }
      records[index].supersededBy = nil
      return tell(change, index)
    default: break
    }
    guard let index = present().randomElement(using: &text.random) else { return }
    edit(index, change)
    tell(change, index)
  }

  private mutating func edit(_ index: Int, _ change: Change) {
    var record = records[index]
    let marker = record.marker
    let at = text.number(0...record.sentences - 1)
    switch change {
    case .typo: record.change(at) { said, _ in text.typo(said, sparing: marker) }
    case .factChanged: record.change(at) { said, _ in text.otherFact(said, sparing: marker) }
    case .rewritten: record.change(at) { _, part in text.sentence(part, marker) }
    case .titleTypo: retitle(&record, text.typo(record.title, sparing: marker))
    case .retitled:
      retitle(&record, text.chance(30) ? text.title(marker) : text.otherFact(record.title, sparing: marker))
      // The file's name often follows its title.
      if text.chance(40) { record.slug = WorldRecord.slug(record.title) }
    case .optionAdded: record.options.insert(option(marker), at: text.number(0...record.options.count))
    case .optionRemoved:
      if !record.options.isEmpty { record.options.remove(at: text.number(0...record.options.count - 1)) }
    case .renamed: record.slug += "-" + text.one(["v2", "final", "again", "draft", "new"])
    case .renumbered: record.number = takeNumber()
    case .moved:
      record.folder = text.one([
        "docs/adr", "docs/adr/archive", "services/billing/docs/adr", "docs/decisions",
      ])
    case .deleted: record.isPresent = false
    case .accepted:
      // A proposal replaces nothing yet.
      record.isProposed = text.chance(20) && !records.contains { $0.supersededBy == marker }
    default: break
    }
    records[index] = record
  }

  private func retitle(_ record: inout WorldRecord, _ title: String) {
    record.headingOf = nil
    record.title = title
  }

  private func present() -> [Int] { records.indices.filter { records[$0].isPresent } }

  private mutating func tell(_ change: Change, _ indexes: Int...) {
    story.append("\(change) " + indexes.map { records[$0].marker }.joined(separator: " "))
  }

  private mutating func takeNumber() -> Int {
    defer { nextNumber += 1 }
    return nextNumber
  }

  private mutating func addFresh() {
    records.append(fresh())
    tell(.added, records.count - 1)
  }

  private mutating func fresh() -> WorldRecord {
    let marker = text.marker()
    func sentences(_ part: RecordText.Part, _ range: ClosedRange<Int>) -> [String] {
      (0..<text.number(range)).map { _ in text.sentence(part, marker) }
    }
    var record = WorldRecord(
      marker: marker, form: text.one(WorldRecord.Form.allCases),
      naming: text.one([.slug, .slug, .prefixed, .numberOnly, .ownFolder]), number: takeNumber(),
      title: text.title(marker), context: sentences(.context, 1...3), decision: sentences(.decision, 1...2),
      reason: text.sentence(.reason, marker), drivers: sentences(.driver, 0...4),
      good: sentences(.good, 1...3),
      bad: sentences(.bad, 1...3), options: [])
    record.slug = WorldRecord.slug(record.title)
    record.isProposed = text.chance(15)
    record.reference = text.one(WorldRecord.Reference.allCases)
    for _ in 0..<text.number(0...3) { record.options.append(option(marker)) }
    return record
  }

  private mutating func option(_ marker: String) -> WorldRecord.Option {
    WorldRecord.Option(
      name: text.option(), pros: [text.sentence(.good, marker)],
      cons: (0..<text.number(1...2)).map { _ in text.sentence(.bad, marker) })
  }

  /// The template of another record, some of its facts, and its own name.
  private mutating func addTwin(of index: Int) {
    var twin = records[index].copy(named: text.marker(), number: takeNumber())
    twin.isPresent = true
    for _ in 0..<text.number(1...5) {
      let marker = twin.marker
      twin.change(text.number(0...twin.sentences - 1)) { said, _ in text.otherFact(said, sparing: marker) }
    }
    if text.chance(40) {
      twin.title = text.otherFact(twin.title, sparing: twin.marker)
      twin.slug = WorldRecord.slug(twin.title)
    }
    records.append(twin)
  }

  private mutating func copy(replacing: Bool) {
    guard let index = present().randomElement(using: &text.random) else { return }
    addTwin(of: index)
    if replacing {
      records[index].isPresent = false
    } else if text.chance(30), isNamedByTitle(records[index]),
      records[records.count - 1].naming != .numberOnly
    {
      // Whoever copies a file forgets its heading.
      records[records.count - 1].headingOf = records[index].marker
    }
    tell(replacing ? .replacedByCopy : .copied, index, records.count - 1)
  }

  /// Only then can anybody tell from whom a heading was copied.
  private func isNamedByTitle(_ record: WorldRecord) -> Bool {
    record.naming != .numberOnly && record.headingOf == nil && record.slug == WorldRecord.slug(record.title)
  }

  /// A new record takes the place of an old one, often on the same matter.
  private mutating func supersede() {
    guard let index = present().filter({ !isSuperseded(records[$0]) }).randomElement(using: &text.random)
    else { return }
    if text.chance(50) { addTwin(of: index) } else { records.append(fresh()) }
    records[records.count - 1].isProposed = false
    records[index].supersededBy = records[records.count - 1].marker
    records[index].link = text.chance(50) ? .inTheOld : .onlyInTheNew
    tell(.superseded, index, records.count - 1)
  }

  private mutating func swap() {
    let found = present().shuffled(using: &text.random).prefix(2)
    guard found.count == 2, let one = found.first, let other = found.last else { return }
    (records[one].number, records[other].number) = (records[other].number, records[one].number)
    tell(.swapped, one, other)
  }
}
