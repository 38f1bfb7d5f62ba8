/// An option that was weighed, with what its author held against it.
struct WeighedOption {
  let title: String
  let line: Int
  let cons: [Passage]
}

/// Finds the options that were not taken and have a stated reason against them.
struct OptionList {
  let record: DecisionRecord
  let decision: DecisionText?
  let points: Points
  /// The chosen option's name in plain words, where one of the options is called exactly so. Another one can have all
  /// its words: "One queue" and "One queue for each crane".
  let chosenName: String?

  init(_ record: DecisionRecord, _ decision: DecisionText?) {
    self.record = record
    self.decision = decision
    points = Points(record.names)
    chosenName = decision?.chosen.flatMap { chosen in
      let name = PlainWords.normalized(chosen)
      return Self.names(in: record).contains { PlainWords.normalized($0) == name } ? name : nil
    }
  }

  static func names(in record: DecisionRecord) -> [String] {
    record.sections(.options).flatMap { section in
      let items = section.blocks.flatMap { block -> [String] in
        guard case .list(let items, _, _) = block else { return [] }
        return items.compactMap {
          guard case .paragraph(let words, _)? = $0.blocks.first else { return nil }
          return name(words.flat)
        }
      }
      return section.children.map { name($0.title.flat) } + items
    }
  }

  func rejected() -> [WeighedOption] {
    guard record.has(.options) || record.has(.rejected) else { return [] }
    let deciding = DecidingSentences(record) { speaksAgainst($0, isRejected: true) }
    if deciding.takesAll { return [] }
    let inTitle = optionOfTitle
    let isSettled =
      decision != nil || inTitle != nil
      || deciding.texts.contains { points.isSaying($0) && !Templates.isTemplateText($0) }
    // A proposal can tell of its options and take none of them yet. Its alternatives are others than what it proposes.
    let isOpen = record.state.status?.isOpen == true && decision?.chosen == nil && inTitle == nil
    var result: [WeighedOption] = []
    for part in record.parts where part.role == .rejected || part.role == .options {
      let (role, section) = (part.role, part.section)
      let before = result
      for (index, child) in section.children.filter(isOption).enumerated() {
        if deciding.take(number: child.title.flat) || deciding.take(place: index) { continue }
        take(child.title.flat, line: child.line, cons(child, isRejected: role == .rejected), &result)
      }
      // "**Kafka** - rejected because …" in a paragraph of its own.
      for case .paragraph(let words, let line) in section.blocks
      where !words.boldStart.isEmpty && !words.isAllBold {
        take(
          ListItem(blocks: [.paragraph(words, line: line)], line: line), isRejected: role == .rejected,
          &result)
      }
      for case .list(let items, _, _) in section.blocks {
        for item in items { take(item, isRejected: role == .rejected, &result) }
      }
      // As long as nobody knows what was decided, nobody knows what was not, unless it says so itself.
      if role == .options,
        !isSettled || isOpen && !Self.alternatives.isIn(anyCase: section.title.flat)
      {
        result =
          before + result.dropFirst(before.count).filter { $0.cons.contains { Self.isRejection($0.text) } }
      }
    }
    result.removeAll { deciding.take($0.title) }
    result = withoutOwnCons(result)
    if !result.isEmpty, decision?.chosen == nil, inTitle == nil,
      let likely = deciding.likeliest(of: Self.names(in: record))
    {
      result.removeAll { $0.title == likely && !$0.cons.contains { Self.isRejection($0.text) } }
    }
    if let inTitle { result.removeAll { PlainWords.normalized($0.title) == inTitle } }
    return result
  }

  private static let alternatives = PhraseList(["alternativ", "rejected", "other ", "autre", "ander"])

  /// What speaks against the chosen option just as well is no reason against another one.
  private func withoutOwnCons(_ options: [WeighedOption]) -> [WeighedOption] {
    guard !options.isEmpty else { return options }
    let own = record.sections(.options).flatMap(\.children).filter {
      isOption($0) && isChosen(Self.name($0.title.flat))
    }
    .flatMap { cons($0, isRejected: false) }.map { PlainWords.normalized($0.text) }
    guard !own.isEmpty else { return options }
    return options.compactMap { option in
      let cons = option.cons.filter { !own.contains(PlainWords.normalized($0.text)) }
      return cons.isEmpty ? nil : WeighedOption(title: option.title, line: option.line, cons: cons)
    }
  }

  /// What is said for the option that was chosen.
  var chosenPros: Passage? {
    for part in record.parts where part.role == .options {
      for child in part.section.children where isOption(child) && isChosen(Self.name(child.title.flat)) {
        var pros: [Passage] = []
        for case .list(let items, _, _) in child.blocks {
          for item in items {
            guard case .paragraph(let words, let line)? = item.blocks.first,
              let text = record.names.words.good.without(words.flat),
              let said = points.beginning(text), points.isSaying(said)
            else { continue }
            pros.append(Passage(text: said, line: line))
          }
        }
        for section in child.children where record.names.role(section.title.flat) == .positive {
          // "Pros/cons" are both.
          pros += points.all(section.blocks).filter { record.names.words.bad.without($0.text) == nil }.map {
            Passage(text: record.names.words.good.without($0.text) ?? $0.text, line: $0.line)
          }
        }
        if let answer = points.joined(pros, most: 3) { return answer }
      }
    }
    return nil
  }

  func take(_ title: String, line: Int, _ cons: [Passage], _ result: inout [WeighedOption]) {
    let name = Self.name(title)
    guard !cons.isEmpty, isName(name), !isChosen(name) else { return }
    let plain = PlainWords.normalized(name)
    if let known = result.firstIndex(where: { PlainWords.normalized($0.title) == plain }) {
      if result[known].cons.count < cons.count {
        result[known] = WeighedOption(title: name, line: line, cons: cons)
      }
    } else {
      result.append(WeighedOption(title: name, line: line, cons: cons))
    }
  }

  // MARK: Names

  /// "Option 2: Kafka" is called Kafka.
  static func name(_ title: String) -> String {
    var text = HeadingNames.withoutNumber(title)
    for label in labelList.begins(anyCase: text) ? labels : [] {
      guard text.lowercased().hasPrefix(label) else { continue }
      var rest = text.dropFirst(label.count)
      for sign in [" n°", " nº", " no."] where rest.hasPrefix(sign) { rest = rest.dropFirst(sign.count) }
      let tag = rest.prefix { $0 == " " || $0 == "#" || $0.isNumber || $0.isUppercase && $0.isASCII }
      let behind = rest.dropFirst(tag.count)
      if let sign = behind.first, ":-–—.)".contains(sign) {
        text = String(behind.dropFirst())
      } else if let bare = Self.behindNumber(rest) {
        text = bare
      } else if behind.isEmpty {
        // The label alone is no name.
        return ""
      }
      break
    }
    if text.utf8.last == UInt8(ascii: ")"), let open = text.firstIndex(of: "("), text.hasSuffix(")"),
      text.distance(from: open, to: text.endIndex) > 24
    {
      text = String(text[..<open])
    }
    return HeadingNames.withoutNumber(withoutCode(text.trimmed)).trimmingPunctuation
  }

  /// "A1: a scoped context" is known by what stands behind its code. Only codes that options usually have: "R2 - the
  /// object store" and "V8: an engine" are names.
  static func withoutCode(_ text: String) -> String {
    let code = text.utf8.prefix(3).prefix { $0.isDigit || (65...90).contains($0) }
    guard (1...2).contains(code.count), let first = code.first, (65...70).contains(first),
      code.dropFirst().allSatisfy(\.isDigit), !products.contains(String(text.prefix(code.count)))
    else { return text }
    let behind = text.dropFirst(code.count)
    let rest = behind.drop { $0 == " " }
    // "X-Ray" is a name.
    guard let sign = rest.first, ":.".contains(sign) || "-–—".contains(sign) && behind.first == " ",
      rest.count > 8
    else { return text }
    return String(rest.dropFirst()).trimmed
  }

  private static let products: Set<String> = ["B2", "C3", "C4", "D2", "D3", "E2", "F5"]

  /// "Option 1 No change"
  private static func behindNumber(_ rest: Substring) -> String? {
    let words = rest.split(separator: " ", maxSplits: 1)
    guard rest.first == " ", words.count == 2, words[0].utf8.count <= 2,
      words[0].utf8.allSatisfy(\.isDigit) || words[0].utf8.count == 1 && words[0].first?.isUppercase == true,
      words[1].first?.isUppercase == true
    else { return nil }
    return String(words[1])
  }

  private static let labels = [
    "considered option", "option", "alternative", "variant", "variante", "approach", "solution", "candidate",
    "opción", "opção", "possibilité", "possibility", "lösung", "ansatz", "piste",
  ]
  private static let labelList = PhraseList(labels)

  private func isName(_ name: String) -> Bool {
    let plain = PlainWords.normalized(name)
    let words = plain.wordCount
    guard plain.utf8.count >= 2, plain.count >= 2, words <= 14, !Templates.isTemplateText(name),
      record.names.exactRole(name) == nil,
      // "It would keep what we want to be rid of" is said of one.
      !record.names.words.leans(name)
    else { return false }
    return !Self.noOptions.contains(plain) && !Self.ofNoOptions.begins(plain) && !Self.measures.begins(plain)
  }

  private static let noOptions: Set<String> = [
    "summary", "comparison", "overview", "conclusion", "analysis", "evaluation", "discussion", "rejected",
    "pros", "cons",
    "pros and cons", "result", "results", "criteria", "notes", "recommendation", "references", "advantages",
    "disadvantages", "benefits", "drawbacks", "evidence", "example", "examples", "context", "decision",
    "comparison table", "links",
    "other", "others", "matrix", "decision matrix", "scoring", "resume", "comparaison", "vergleich",
    "zusammenfassung",
    "good", "bad", "neutral", "assumptions", "requirements", "constraints", "implementation", "risks",
    "costs", "cost", "finding", "findings", "status", "option", "verdict", "effort", "feasibility",
  ]

  /// "Criterion 3. Support for the latest release"
  private static let measures = PhraseList([
    "criterion ", "criteria ", "requirement ", "question ", "use case ",
  ])

  /// "Comparison of …"
  private static let ofNoOptions = PhraseList(noOptions.map { $0 + " of " })

  private func isOption(_ section: Section) -> Bool {
    let role = record.names.exactRole(section.title.flat)
    // "Linting", with the tools for it below, is no option.
    if section.children.count(where: { record.names.exactRole($0.title.flat) == nil && !$0.children.isEmpty })
      > 1
    {
      return false
    }
    return role == nil || role == .options && section.title.flat.wordCount > 1
  }
}
