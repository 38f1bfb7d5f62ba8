/// Which record a reference means, and what follows from it for both.
struct RecordLinks {
  private let members: [(path: String, record: DecisionRecord)]
  private var byPath: [String: Int] = [:]
  private var byName: [String: [Int]] = [:]
  private var byNumber: [Int: [Int]] = [:]
  private var byTitle: [String: [Int]] = [:]
  /// For each member the members that say they replace it.
  private var replacers: [[Int]]
  /// Of which they say that of a part only.
  private var isPartly: Set<Int> = []
  private var isWholly: Set<Int> = []

  init(_ members: [(path: String, record: DecisionRecord)]) {
    self.members = members
    replacers = Array(repeating: [], count: members.count)
    for (index, member) in members.enumerated() {
      byPath[member.path] = index
      let name = RecordCollection.name(of: member.path)
      byName[Self.stem(name).lowercased(), default: []].append(index)
      if let number = member.record.number.flatMap({ Int($0) }) {
        byNumber[number, default: []].append(index)
      }
      byTitle[PlainWords.normalized(member.record.title), default: []].append(index)
    }
    for (index, member) in members.enumerated() {
      for reference in member.record.state.replaces {
        if let target = resolve(reference, from: member.path), target != index {
          replacers[target].append(index)
          if reference.isPartial { isPartly.insert(target) } else { isWholly.insert(target) }
        }
      }
    }
  }

  struct Standing {
    var state: RecordState
    var names: [String]
    var paths: [String]
    var newRule: String?
    /// What is odd in what it says of its successors: the words by which the line is found, and what to tell.
    var oddities: [(words: String, message: String)] = []
  }

  func standing(of path: String, _ record: DecisionRecord) -> Standing {
    var standing = Standing(state: record.state, names: [], paths: [])
    guard let own = byPath[path] else { return standing }
    var found: [Int] = []
    for reference in record.state.replacedBy {
      let resolved = resolve(reference, from: path)
      let link = reference.target
      if let index = resolved, index != own {
        if !found.contains(index) { found.append(index) }
      } else if resolved == own, !link.holds("://") {
        standing.oddities.append(
          (link.isEmpty ? reference.text : link, "it names itself as what replaced it"))
      } else if !reference.text.isEmpty, !standing.names.contains(reference.text),
        // "[Deprecated](…)" links to where that was decided, and is no name.
        !record.names.language.statuses.values.contains(where: {
          $0.contains(PlainWords.normalized(reference.text))
        })
      {
        standing.names.append(reference.text)
        let file = String(link.prefix { $0 != "#" && $0 != "?" })
        if RecordCollection.isDocument(RecordCollection.name(of: file)), !link.holds("://") {
          standing.oddities.append(
            (link, "\(link), which replaced it, is not among the records that were read"))
        }
      }
    }
    for index in replacers[own] where !found.contains(index) { found.append(index) }
    // Whoever is only a proposal has replaced nothing yet, and what was rejected never will.
    let valid = found.filter {
      let status = members[$0].record.state.status
      return status?.isOpen != true && status != .rejected || record.state.status == .superseded
    }
    if !replacers[own].isEmpty, valid.contains(where: replacers[own].contains),
      record.state.status?.isEnd != true
    {
      standing.state.status = .superseded
      if isPartly.contains(own), !isWholly.contains(own) { standing.state.isPartial = true }
    }
    standing.names = valid.map(name) + standing.names
    standing.paths = valid.map { members[$0].path }
    if let only = valid.first, valid.count == 1, standing.names.count == 1 {
      standing.newRule = rule(of: members[only].record)
    }
    return standing
  }

  /// What a record decided, as far as one look takes it in.
  private func rule(of record: DecisionRecord) -> String? {
    guard let decision = DecisionFinder(record).find(), decision.basis == .decision else { return nil }
    if let chosen = decision.chosen {
      // Where the title says it, it is told already.
      let isTold = KeyWords.share(of: KeyWords.of(chosen), in: record.titleWords) >= 0.6
      return isTold || !chosen.hasWords(2) ? nil : chosen
    }
    if decision.answer.text.hasPrefix("- ") { return decision.answer.text }
    guard !decision.answer.text.holds("\n"),
      let said = Points(record.names).beginning(decision.answer.text),
      !said.hasSuffix(":"),
      !record.names.words.leans(said), !LanguageWords.pointsBack(said)
    else { return nil }
    return said
  }

  /// “Use CBOR” (29)
  private func name(_ index: Int) -> String {
    let record = members[index].record
    let quoted = Phrasing.quoted(record.title, record.language)
    return record.number.map { "\(quoted) (\($0))" } ?? quoted
  }

  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 5 else {
      return name
    }
    let stem = String(name[..<dot])
    // "x.html.md" is served as "x".
    return stem.hasSuffix(".html") ? String(stem.dropLast(5)) : stem
  }

  private func resolve(_ reference: RecordReference, from path: String) -> Int? {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    let target = Self.decoded(String(reference.target.prefix { $0 != "#" && $0 != "?" }))
    if !target.isEmpty, !target.holds("://") {
      let resolved = Self.join(target.hasPrefix("/") ? [] : folder, target)
      for candidate in [resolved, resolved + ".md", resolved + "/README.md", resolved + "/index.md"] {
        if let index = byPath[candidate] { return index }
      }
    }
    for text in [
      target.split(separator: "/").last.map(String.init) ?? "",
      reference.text.split(separator: "/").last.map(String.init) ?? "",
    ]
    where !text.isEmpty {
      if let found = byName[Self.stem(text).lowercased()], let only = nearest(found, to: path) { return only }
    }
    if !leadsAway(target, from: folder), let number = Self.number(reference.text) ?? Self.number(target),
      let found = byNumber[number], let only = nearest(ofSeries(reference.text, found), to: path),
      isNamed(only, by: target)
    {
      return only
    }
    if let found = byTitle[PlainWords.normalized(RecordTitle.bare(reference.text).title)],
      let only = nearest(found, to: path)
    {
      return only
    }
    return nil
  }

  /// A file of another collection, which is not here: its number is one of theirs.
  private func leadsAway(_ target: String, from folder: [String]) -> Bool {
    guard RecordCollection.isDocument(RecordCollection.name(of: target)) else { return false }
    if target.holds("://") { return true }
    let place = Self.join(target.hasPrefix("/") ? [] : folder, target).split(separator: "/").dropLast()
    let other = "/" + place.joined(separator: "/") + "/"
    return place.map(String.init) != folder && target.holds("/") && !target.hasPrefix("../adr/")
      && !members.contains { $0.path.hasPrefix(other) }
  }

  /// "007-multiple-sites.md" is not the seventh record here, if that is about something else: it is not here any more.
  private func isNamed(_ index: Int, by target: String) -> Bool {
    let name = KeyWords.of(Self.stem(target.split(separator: "/").last.map(String.init) ?? ""))
    guard name.count > 2, !target.holds("://") else { return true }
    let record = members[index].record
    return name.shared(with: KeyWords.of(record.title + " " + record.slug)) > 0
  }

  /// Where several could be meant, the one in the same folder; none where that does not tell.
  private func nearest(_ found: [Int], to path: String) -> Int? {
    guard found.count > 1 else { return found.first }
    let folder = String(path.dropLast(RecordCollection.name(of: path).count))
    let near = found.filter { members[$0].path.hasPrefix(folder) && members[$0].path != path }
    guard near.count > 1, let own = byPath[path] else { return near.first }
    // Two records have the number: the one that speaks of the same thing is meant.
    let likeness = near.map { index in
      let record = members[index].record
      return KeyWords.of(record.title + " " + record.slug).shared(with: members[own].record.titleWords)
    }
    guard let most = likeness.max(), likeness.count(where: { $0 == most }) == 1 else { return nil }
    return zip(near, likeness).first { $0.1 == most }?.0
  }

  /// "DR008" is never the eighth of the ADRs beside it. Files without letters can be of any series.
  private func ofSeries(_ name: String, _ found: [Int]) -> [Int] {
    guard let series = RecordSeries.of(name) else { return found }
    let own = found.map { RecordSeries.of(RecordCollection.name(of: members[$0].path)) }
    let same = zip(found, own).filter { $0.1 == series }.map(\.0)
    guard same.isEmpty else { return same }
    let others = zip(found, own).filter { $0.1 == nil }.map(\.0)
    // "JIRA-2" is a ticket, and an RFC somebody's, unless these are called so.
    let isKnown = ["dr", "ep"].contains(series.lowercased().suffix(2))
    return others.filter { isKnown || members[$0].path.lowercased().holds(series.lowercased()) }
  }

  private static func number(_ text: String) -> Int? {
    let bare = text.split(separator: "/").last.map(String.init) ?? text
    // "the ADR 1 of the platform team", "PR #2"
    let words = bare.lowercased().split(whereSeparator: { $0 == " " || $0 == "-" })
    if let first = words.first, strange.contains(String(first)) || words.dropFirst(2).first == "of" {
      return nil
    }
    if let number = RecordTitle.number(inName: stem(bare)) { return Int(number) }
    let letters = bare.drop { !$0.isNumber }
    let digits = letters.prefix { $0.isNumber }
    // "pa11y" is a word.
    if bare.dropLast(letters.count).last?.isLetter == true,
      letters.dropFirst(digits.count).first?.isLetter == true
    {
      return nil
    }
    return digits.isEmpty || digits.count > 6 ? nil : Int(digits)
  }

  private static let strange: Set<String> = [
    "pr", "mr", "issue", "jira", "ticket", "version", "release", "kubernetes", "see", "the", "pull", "merge",
    "epic",
    "story", "bug",
  ]

  private static func join(_ folder: [String], _ target: String) -> String {
    var parts = folder
    for part in target.split(separator: "/") {
      switch part {
      case ".": continue
      case "..": if !parts.isEmpty { parts.removeLast() }
      default: parts.append(String(part))
      }
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
