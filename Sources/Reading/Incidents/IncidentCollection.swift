internal import Recall

/// The reports of a batch together: incidents that looked the same from outside are asked for together.
package struct IncidentCollection {
  package struct File {
    package let path: String
    package let report: IncidentReport

    package init(path: String, report: IncidentReport) {
      self.path = path
      self.report = report
    }
  }

  private let files: [File]

  package init(_ files: [File]) { self.files = Self.withOwnTitles(files) }

  /// A report that was made of another one, whose title nobody changed, is called by its file's name.
  private static func withOwnTitles(_ files: [File]) -> [File] {
    var result = files
    let groups = Dictionary(grouping: files.indices) { PlainWords.normalized(files[$0].report.title) }
    for (title, group) in groups where group.count > 1 && !title.isEmpty {
      let names = group.map { name(of: files[$0].path) }
      let shares = names.map { KeyWords.share(of: $0, in: title) }
      // One of them was called so by its own author.
      guard shares.contains(where: { $0 >= 0.6 }) else { continue }
      for (index, (name, share)) in zip(group, zip(names, shares))
      where share < 0.4 && KeyWords.of(name).count >= 2 && files[index].report.incidents.count == 1
        && !files[index].report.incidents[0].isTitledBySymptom
      {
        result[index] = File(path: files[index].path, report: files[index].report.called(name))
      }
    }
    return result
  }

  private static func name(of path: String) -> String {
    let parts = RecordTitle.parts(ofName: RecordReader.withoutEnding(RecordCollection.split(path).name))
    return IncidentTitle.cleaned(parts.words)
  }

  private struct Case {
    let file: Int
    let number: Int
    let incident: Incident
    let words: KeyWords
  }

  /// The cards of each file. What joins several incidents stands in the file of the earliest.
  package func drafts() -> [[Draft]] {
    var drafts = files.map { file in
      file.report.incidents.enumerated().flatMap { number, incident in incident.drafts(siblings: number) }
    }
    for group in groups() {
      guard let (home, draft) = Self.joined(group) else { continue }
      drafts[home].append(draft)
    }
    for index in drafts.indices {
      var asked: Set<String> = []
      drafts[index] = drafts[index].filter {
        $0.isReadable && asked.insert($0.kind.rawValue + $0.prompt).inserted
      }
    }
    return drafts
  }

  private func groups() -> [[Case]] {
    var cases: [Case] = []
    for (index, file) in files.enumerated() {
      for (number, incident) in file.report.incidents.enumerated()
      where incident.isMainFirst && !incident.isOfSeveral {
        let title = incident.title.text
        guard !IncidentTitle.isGeneral(title) else { continue }
        cases.append(Case(file: index, number: number, incident: incident, words: KeyWords.of(title)))
      }
    }
    cases.sort { key($0) < key($1) }
    var groups: [[Case]] = []
    for one in cases {
      if let index = groups.firstIndex(where: { Self.areAlike($0[0], one) }) {
        groups[index].append(one)
      } else {
        groups.append([one])
      }
    }
    return groups.filter { $0.count > 1 }
  }

  private func key(_ one: Case) -> String {
    "\(one.incident.date ?? "9999")\u{0}\(files[one.file].path)\u{0}\(1000 + one.number)"
  }

  /// The same words, or nearly.
  private static func areAlike(_ one: Case, _ other: Case) -> Bool {
    let shared = one.words.shared(with: other.words)
    return shared >= 2 && shared * 5 >= max(one.words.count, other.words.count) * 4
  }

  /// They have to be read at once.
  private static let mostWords = 60

  /// The sentence that names it most plainly, where one of them can stand alone.
  private static func shortened(_ text: String) -> String {
    guard text.wordCount > 25 else { return text }
    let alone = Sentences.split(text).filter {
      $0.wordCount >= 8 && IncidentWords.cause($0) > 0 && IncidentStanding.stands($0)
    }
    return alone.max { IncidentWords.cause($0) < IncidentWords.cause($1) } ?? text
  }

  private static func joined(_ group: [Case]) -> (file: Int, draft: Draft)? {
    guard let first = group.first, IncidentWords.isSymptom(first.incident.title.text) else { return nil }
    var lines: [String] = []
    var words = 0
    var isCut = false
    for one in group {
      guard let cause = one.incident.causes.first else { continue }
      let text = shortened(cause.text.onOneLine)
      if lines.contains(where: { $0.hasSuffix(text) }) { continue }
      guard words + text.wordCount <= mostWords, lines.count < 6 else {
        isCut = true
        continue
      }
      words += text.wordCount
      lines.append("- " + (one.incident.date.map { "\($0): " } ?? "") + text)
    }
    guard lines.count > 1 else { return nil }
    let answer = lines.joined(separator: "\n") + (isCut ? Points.more : "")
    var draft = Draft(
      kind: .causes, prompt: "Which causes have we seen for “\(first.incident.title.text)”?", answer: answer,
      place: [first.incident.title.text], line: first.incident.title.line, siblings: first.number)
    draft.score = 0.8
    draft.reason = "\(lines.count) incidents that looked the same"
    return (first.file, draft)
  }
}
