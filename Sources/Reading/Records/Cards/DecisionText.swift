/// What was decided, and by name if it was one of several options.
struct DecisionText {
  var answer: Passage
  /// The option that was chosen.
  var chosen: String?
  /// What stands behind "because" in the deciding sentence.
  var reason: Passage?
  /// Where it was found, for the score.
  let basis: Basis
  /// The first of several parts that have headings of their own: nobody knows which of them a consequence belongs to.
  var isPart = false

  enum Basis {
    case decision, proposal, sentence, childHeadings
  }
}

/// Finds the decision in a record, whatever its author called the section.
struct DecisionFinder {
  let record: DecisionRecord
  let points: Points
  var titleWords: KeyWords { record.titleWords }

  init(_ record: DecisionRecord) {
    self.record = record
    points = Points(record.names)
  }

  func find() -> DecisionText? {
    for role in [SectionRole.decision, .proposal] {
      for section in record.sections(role) {
        if let found = decision(in: section, basis: role == .decision ? .decision : .proposal) {
          return named(found)
        }
      }
    }
    return decidingSentence()
  }

  private func decision(in section: Section, basis: DecisionText.Basis) -> DecisionText? {
    // `Chosen option: "X"` can be a heading.
    for child in section.children {
      if let chosen = chosenOption(child.title, child.line, following: child.blocks) { return chosen }
    }
    if let found = boldDecisions(section, basis) { return found }
    if let found = text(section.blocks, children: section.children, basis) { return found }
    let speaking = section.children.filter { child in
      let role = record.names.role(child.title.flat)
      return role == nil || role == .decision || role == .proposal
    }
    // Everything stands under headings of its own: where there are several, they are what was decided.
    if speaking.count >= 2 {
      let titles = speaking.map { Passage(text: HeadingNames.withoutNumber($0.title.flat), line: $0.line) }
      let telling = titles.filter { $0.wordCount >= 3 && points.isSaying($0.text) }
      if telling.count >= 2, let answer = points.joined(telling, most: 4) {
        // "Read the manifest" is a part of what was decided; "Changes of the interface" only heads one.
        let rest = telling.count < titles.count && !answer.text.hasSuffix(Points.more) ? Points.more : ""
        let orders = telling.count { Phrasing.isOrder($0.text) || Verbs.begins($0.text) }
        return orders * 2 > telling.count
          ? DecisionText(answer: Passage(text: answer.text + rest, line: answer.line), basis: .childHeadings)
          : nil
      }
    }
    for child in speaking {
      guard var found = decision(in: child, basis: basis) else { continue }
      found.isPart = found.isPart || speaking.count > 1
      return found
    }
    return nil
  }

  /// "Decision 1: build it of brick"
  private static func withoutLabel(_ text: String) -> String {
    guard text.hasPrefix("Decision "), let colon = text.firstIndex(of: ":"),
      text[..<colon].dropFirst(9).allSatisfy(\.isNumber)
    else { return OptionList.withoutCode(text) }
    return String(text[colon...].dropFirst()).trimmed.capitalizedStart
  }

  static let weighing = PhraseList([
    "option", "alternative", "considered", "discussed", "candidates", "following sources",
    "following resources",
    "following articles", "further reading", "there are several", "there are many",
  ])
  /// "- (area) -- north, south": what stands for what in a line above.
  private static func explainsSigns(_ items: [ListItem]) -> Bool {
    let signs = items.count { item in
      guard case .paragraph(let words, _)? = item.blocks.first else { return false }
      return words.flat.hasPrefix("(") || words.flat.hasPrefix("<") || words.flat.hasPrefix("{")
    }
    return signs > 1 && signs * 2 > items.count
  }

  /// "**How the crews learn of it**" is a heading.
  private static let asking = PhraseList(["how ", "what ", "why ", "where ", "when ", "who "])

  /// "Prohibited methods:"
  private static let barred = PhraseList([
    "prohibited", "forbidden", "not allowed", "disallowed", "out of scope", "non-goal", "excluded",
    "not supported",
  ])
  private static let otherWords = PhraseList([
    "option", "alternative", "tested", "discussed", "considered", "looked", "evaluated", "investigated",
    "compared",
  ])

  /// "The first option …", "Option 2 …": one of several that are gone through, unless it says that it was taken.
  func isOther(_ text: String) -> Bool {
    guard Self.otherWords.isIn(anyCase: text) || !text.isPlain else { return false }
    let name = PlainWords.normalized(text)
    // What was looked at is told before what was decided.
    if Self.looking.begins(name) { return true }
    let words = name.spacedWords.prefix(4)
    // "Option 2." alone is the one that was taken.
    if words.count < 3 { return false }
    let lists = words.contains { ["option", "alternative", "options", "alternatives"].contains($0) }
    let taken = [
      "chosen", "chose", "selected", "decided on", "go with", "went with", "was decided", "prefer", "adopt",
      "use option", "use the", "take option", "implement option", "selecting", "choosing", "picked", "opted",
      "going with",
      "proceed with",
    ]
    return lists && (name.holds("decided against") || !taken.contains { name.holds($0) })
  }

  private static let looking = PhraseList([
    "we ve tested", "we have tested", "we tested", "we discussed", "we considered", "we have considered",
    "we looked at",
    "we have looked", "we evaluated", "we have evaluated", "we investigated", "we compared",
    "we have discussed",
  ])

  /// "We supersede ADR 18" is about records, not about the system.
  private static func isAboutRecord(_ text: String) -> Bool {
    aboutRecord.begins(wordsOf: text)
  }

  private static let aboutRecord = PhraseList([
    "we supersede", "this supersedes", "supersedes ", "relates to ", "this adr supersedes", "amends ",
  ])

  /// Where the section begins with what was found or weighed, the sentence that decides comes later.
  private func deciding(_ blocks: [Block], _ basis: DecisionText.Basis) -> DecisionText? {
    let paragraphs = blocks.compactMap { block -> (Inline, Int)? in
      if case .paragraph(let words, let line) = block { return (words, line) }
      return nil
    }
    guard let first = paragraphs.first, paragraphs.count > 1, !decides(first.0.flat) else { return nil }
    // "The decision has been made to:" further down, with what it was below that.
    for (index, block) in blocks.enumerated().dropFirst() {
      guard case .paragraph(let words, let line) = block, words.flat.hasSuffix(":"),
        case .list? = blocks.dropFirst(index + 1).first, case let sentences = Sentences.split(words.flat),
        let last = sentences.last, isDeciding(last), !isOther(last)
      else { continue }
      return led([last], last, to: blocks[index + 1], line, basis)
    }
    for (words, line) in paragraphs.dropFirst().prefix(6)
    where !words.flat.hasSuffix(":") && !Self.isAboutRecord(words.flat) {
      let sentences = Sentences.split(words.flat)
      // What is done comes before what is not.
      guard
        let at = sentences.firstIndex(where: { isDeciding($0) && !$0.lowercased().holds("will not ") })
          ?? sentences.firstIndex(where: isDeciding)
      else { continue }
      // "We will take this approach" needs what it points at.
      var from = at
      if LanguageWords.pointsBack(sentences[at]), at > 0, !LanguageWords.pointsBack(sentences[at - 1]) {
        from -= 1
      }
      let rest = sentences[from...].joined(separator: " ")
      if let text = points.beginning(rest), points.isSaying(text) {
        return DecisionText(
          answer: Passage(text: text, line: line), reason: because(in: text, line), basis: basis)
      }
    }
    return nil
  }

  private static let will = PhraseList([" will "])
  /// "Something that will help" promises, and decides nothing.
  private static let thatWill = PhraseList([" that will ", " which will "])

  func decides(_ text: String) -> Bool {
    Sentences.split(text).prefix(3).contains {
      isDeciding($0) || Phrasing.isOrder($0) || $0.hasSuffix(":")
        || Self.will.isIn(anyCase: $0) && !Self.thatWill.isIn(anyCase: $0)
    }
  }

  func isDeciding(_ sentence: String) -> Bool {
    guard sentence.hasWords(5), !isOther(sentence), !Self.isAboutRecord(sentence),
      // "If we find that …, we can": what would be decided then.
      !sentence.hasPrefix("If ")
    else { return false }
    let words = record.names.words
    return words.decidingStart.begins(unaccented: sentence)
      || words.decidingInside.isIn(unaccented: sentence)
  }

  private func text(_ blocks: [Block], children: [Section], _ basis: DecisionText.Basis) -> DecisionText? {
    let begins = blocks.first { block in
      if case .paragraph(let words, _) = block { return !Points.isLinkOnly(words) }
      return true
    }
    if case .paragraph(let words, _)? = begins, chosen(words, following: []) == nil,
      let found = several(blocks, basis) ?? deciding(blocks, basis)
    {
      return found
    }
    if case .paragraph(let words, let line)? = begins,
      let found = labelledAlone(words, line, blocks, children, basis)
    {
      return found
    }
    // What the paragraph before the block in question led to.
    var (leadsOn, isLegend, isWeighing) = (false, false, false)
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let words, let line):
        let behind = Array(blocks[(index + 1)...])
        if let chosen = chosenOption(words, line, following: behind)
          ?? boldChoice(words, line, following: behind)
        {
          return chosen
        }
        if Points.isLinkOnly(words) || words.isAllBold && Self.asking.begins(anyCase: words.flat) { continue }
        let next = blocks.indices.contains(index + 1) ? blocks[index + 1] : nil
        let flat = words.flat
        let quotes = next?.isQuote == true && LeadIn.isOpen(flat)
        leadsOn = flat.hasSuffix(":") || quotes
        // "As their documentation says, a certificate is", and the quotation behind it.
        if quotes { continue }
        isLegend = leadsOn && (flat.lowercased().hasPrefix("where") || flat.wordCount == 1)
        isWeighing =
          leadsOn
          && (Self.weighing.isIn(anyCase: flat) || !flat.hasWords(6) && Self.barred.isIn(anyCase: flat))
        if let found = paragraph(words, line, next, children, basis) {
          return told(found, before: Array(blocks[(index + 1)...]))
        }
      case .list(let items, let isOrdered, let line):
        if isLegend || isWeighing || Self.explainsSigns(items) { continue }
        // `* Chosen alternative: X`, before notes of all kinds.
        if case .paragraph(let words, let line)? = items.first?.blocks.first,
          let chosen = chosenOption(words, line, following: [])
        {
          return chosen
        }
        let found = points.items(items)
        // Half of a procedure is none.
        if let answer = points.joined(found, most: isOrdered ? 7 : 3),
          !isOrdered || !answer.text.hasSuffix(Points.more)
        {
          return DecisionText(answer: Passage(text: answer.text, line: line), basis: basis)
        }
      // What was decided is a drawing or a table; the words around it only explain it.
      case .code: if leadsOn { return nil }
      case .table:
        // Unless they go on to list what it says.
        let goesOn = blocks[(index + 1)...].prefix(2).contains(where: \.isList)
        if leadsOn, !goesOn { return nil }
      case .quote(let inner, _) where !leadsOn:
        if let found = text(inner, children: [], basis) { return found }
      default: continue
      }
    }
    return nil
  }

  private func paragraph(
    _ words: Inline, _ line: Int, _ next: Block?, _ children: [Section], _ basis: DecisionText.Basis
  ) -> DecisionText? {
    let flat = Self.withoutLabel(words.flat)
    if Self.isAboutRecord(flat) || isOther(flat) { return nil }
    let sentences = Sentences.split(flat)
    if let last = sentences.last,
      last.hasSuffix(":") || next?.isList == true && (LeadIn.announces(last) || LeadIn.isOpen(last))
    {
      return led(sentences, last, to: next, line, basis)
    }
    guard let text = beginning(sentences), points.isSaying(text),
      text.wordCount >= 3 || saysAll(text) || NumberedOptions.mentions(in: text).count == 1
    else { return nil }
    return DecisionText(
      answer: Passage(text: text, line: line), reason: because(in: text, line), basis: basis)
  }

  /// "Use gulls." is short, and says it all, unless the title has said it.
  private func saysAll(_ text: String) -> Bool {
    guard Phrasing.isOrder(text) else { return false }
    let said = KeyWords.of(text)
    return titleWords.shared(with: said) < said.count
  }
}
