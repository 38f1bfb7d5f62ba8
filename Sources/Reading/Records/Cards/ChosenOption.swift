/// `Chosen option: "X", because Y`, as MADR has it, and reasons in deciding sentences.
extension DecisionFinder {
  private static let chosenLabels: Set<String> = [
    "chosen option", "chosen options", "chose option", "choose option", "option chosen", "selected option",
    "selected options", "option choisie",
    "option retenue",
    "options retenues", "gewahlte option", "gewahlte optionen", "opcion elegida", "opcion seleccionada",
    "opcao escolhida",
    "opcao selecionada", "choice", "chosen", "chosen alternative", "chosen solution", "selected", "accepted",
    "accepted option", "selected alternative", "preferred option",
    "solution retenue",
    "we choose option", "we chose option", "ausgewahlte option", "chosen approach", "selected solution",
  ]

  static func isChosenLabel(_ label: String) -> Bool { chosenLabels.contains(PlainWords.normalized(label)) }

  /// `Chosen option: "X", because Y`, in all the ways in which it is written.
  func chosenOption(_ words: Inline, _ line: Int, following: [Block]) -> DecisionText? {
    guard let (option, behind) = chosen(words, following: following) else { return nil }
    // Why it was chosen is a question of its own.
    // "Option 3" that no list explains is the name of none.
    return DecisionText(
      answer: Passage(text: option, line: line), chosen: Self.isBareLabel(option) ? nil : option,
      reason: reason(behind, line, following), basis: .decision)
  }

  private static func isBareLabel(_ option: String) -> Bool {
    let words = PlainWords.normalized(option).spacedWords
    return words.count == 2 && bareLabels.contains(String(words[0])) && words[1].utf8.count <= 2
  }

  /// "**Kafka**, because …", "**Kafka** because …"
  func boldChoice(_ words: Inline, _ line: Int, following: [Block]) -> DecisionText? {
    let name = words.boldStart.onOneLine.trimmingPunctuation
    guard !name.isEmpty, !words.isAllBold, !name.hasWords(8), words.flat.count > name.count, name.count > 1,
      words.flat.hasPrefix(name)
    else { return nil }
    let behind = String(words.flat.dropFirst(name.count))
    let start = PlainWords.unaccented(String(behind.prefix(24))).drop { ", :-–—".contains($0) }
    guard record.names.language.because.contains(where: { start.hasPrefix($0 + " ") }) else { return nil }
    return DecisionText(
      answer: Passage(text: name, line: line), chosen: name, reason: reason(behind, line, following),
      basis: .decision)
  }

  /// The option's name, and what stands behind it.
  func chosen(_ words: Inline, following: [Block]) -> (option: String, behind: String)? {
    let flat = words.flat
    guard flat.holds(UInt8(ascii: ":"), within: 180), let colon = flat.prefix(45).firstIndex(of: ":"),
      Self.chosenLabels.contains(PlainWords.normalized(String(flat[..<colon])))
    else { return nil }
    var rest = String(flat[flat.index(after: colon)...]).trimmed
    if rest.isEmpty, case .list(let items, _, _)? = following.first, let first = points.items(items).first {
      rest = first.text
    }
    let (said, behind) = quoted(rest) ?? split(rest)
    // "Option 2, to have what is told below": the name ends sooner.
    if said.hasWords(8), let comma = said.firstIndex(of: ","), Self.isBareLabel(String(said[..<comma])) {
      return chosenName(String(said[..<comma])).map { ($0, "") }
    }
    // "Option 2 was chosen"
    return chosenName(said.hasSuffix(" was chosen") ? String(said.dropLast(11)) : said).map { ($0, behind) }
  }

  private func chosenName(_ said: String) -> String? {
    let resolved = resolved(Self.withoutBrackets(said.trimmed.trimmingPunctuation))
    let bare = OptionList.name(resolved)
    let option = bare.isEmpty ? resolved : bare
    return option.count > 1 && !Templates.isTemplateText(option) ? option : nil
  }

  /// "[Option 3]"
  private static func withoutBrackets(_ name: String) -> String {
    guard name.hasPrefix("["), name.hasSuffix("]") else { return name }
    return String(name.dropFirst().dropLast())
  }

  private func quoted(_ text: String) -> (String, String)? {
    guard let first = text.unicodeScalars.first, let pair = Self.quotes.first(where: { $0.0 == first }) else {
      return nil
    }
    let inner = text.dropFirst()
    let signs = inner.unicodeScalars
    // A name can hold quotation marks of its own: the last one is where a sentence can end.
    var firstEnd: String.Index?
    var rest = signs
    while let end = rest.firstIndex(of: pair.1) {
      let behind = inner[inner.index(after: end)...]
      if goesOn(behind) { return (String(inner[..<end]), String(behind)) }
      firstEnd = firstEnd ?? end
      rest = signs[signs.index(after: end)...]
    }
    return firstEnd.map { (String(inner[..<$0]), String(inner[inner.index(after: $0)...])) }
  }

  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("\"", "\""), ("“", "”"), ("«", "»"), ("„", "“"), ("'", "'"), ("”", "”"),
  ]

  /// Whether a sentence can go on so behind a name.
  private func goesOn(_ behind: Substring) -> Bool {
    guard let next = behind.first, !",.;:(".contains(next) else { return true }
    let words = PlainWords.unaccented(String(behind.prefix(20))).trimmed
    return record.names.language.because.contains { words.hasPrefix($0) }
  }

  /// Up to the reason, or to the end of the sentence.
  private func split(_ text: String) -> (String, String) {
    // The reasons can stand below: "option B, because".
    let text = text + " "
    for word in record.names.language.because {
      if let range = PlainWords.range(of: " \(word) ", in: text) {
        return (String(text[..<range.lowerBound]), String(text[range.lowerBound...]))
      }
    }
    let sentences = Sentences.split(text)
    return (sentences.first ?? text, sentences.dropFirst().joined(separator: " "))
  }

  /// "Option 2" says nothing to anybody who has not the list at hand.
  private func resolved(_ option: String) -> String {
    let name = PlainWords.normalized(option)
    // "1", of an ordered list.
    if let number = Int(name), number > 0 {
      for case .list(let items, true, _) in record.sections(.options).flatMap(\.blocks)
      where number <= items.count {
        return Self.text(of: items[number - 1]) ?? option
      }
    }
    let words = name.spacedWords
    guard words.count <= 2, let first = words.first, Self.bareLabels.contains(String(first)) else {
      return option
    }
    for section in record.sections(.options) + record.sections(.decision) {
      let titles = section.children.map(\.title.flat) + section.blocks.flatMap(Self.itemTexts)
      for title in titles where PlainWords.normalized(title).hasPrefix(name + " ") {
        let rest = title.drop { $0 != ":" && $0 != "-" && $0 != "–" && $0 != "." && $0 != ")" }.dropFirst()
        let text = String(rest).trimmed.trimmingPunctuation
        if text.count > 2 { return Sentences.split(text).first ?? text }
      }
    }
    return option
  }

  private static let bareLabels: Set<String> = [
    "option", "alternative", "strategy", "variant", "approach", "proposal", "solution", "variante", "opcion",
    "opcao", "choice",
  ]

  private static func itemTexts(_ block: Block) -> [String] {
    guard case .list(let items, _, _) = block else { return [] }
    return items.compactMap(text)
  }

  private static func text(of item: ListItem) -> String? {
    if case .paragraph(let words, _)? = item.blocks.first { return words.flat }
    return nil
  }

  private func reason(_ behind: String, _ line: Int, _ following: [Block]) -> Passage? {
    var text = ""
    for word in record.names.language.because where text.isEmpty {
      guard let range = PlainWords.range(of: word, in: behind),
        behind.distance(from: behind.startIndex, to: range.lowerBound) < 12
      else { continue }
      text = String(behind[range.upperBound...]).trimmed
    }
    // "… and it is easy to do. These are the steps:" leads to something else.
    if text.hasSuffix(":"), case let sentences = Sentences.split(text), sentences.count > 1 {
      text = sentences.dropLast().joined(separator: " ")
    }
    if text.isEmpty || text.hasSuffix(":") || text == "…" {
      for case .list(let items, _, let listLine) in following.prefix(1) where !Self.areSteps(items) {
        return points.joined(points.items(items), most: 3).map { Passage(text: $0.text, line: listLine) }
      }
      if text.hasSuffix(":") || text.isEmpty { return nil }
    }
    if let counted = points.counted(text, line) { return counted }
    guard let beginning = points.beginning(text), isReason(beginning) else { return nil }
    return Passage(text: beginning.capitalizedStart, line: line)
  }

  /// "Move …, replace …": what is to be done, and not why.
  private static func areSteps(_ items: [ListItem]) -> Bool {
    let orders = items.count { item in text(of: item).map(Phrasing.isOrder) ?? false }
    return orders * 2 > items.count
  }

  /// What stands behind "because" in one deciding sentence.
  func because(in text: String, _ line: Int) -> Passage? {
    // Further on it explains something else.
    for (index, sentence) in Sentences.split(text).enumerated() where index == 0 || isDeciding(sentence) {
      for word in record.names.language.plainBecause {
        guard let range = PlainWords.range(of: " \(word) ", in: sentence) else { continue }
        let reason = String(sentence[range.upperBound...]).trimmed
        if let counted = points.counted(reason, line) { return counted }
        if isReason(reason) { return Passage(text: reason.capitalizedStart, line: line) }
      }
    }
    return nil
  }

  /// "It comes out best (see below)" gives none.
  private func isReason(_ text: String) -> Bool {
    text.hasWords(4) && !Self.empty.isIn(anyCase: text) && points.isSaying(text)
      && !text.lowercased().hasPrefix("of ")
  }

  private static let empty = PhraseList([
    "comes out best", "see below", "see above", "best option", "fits best", "resolves all forces", "see pros",
    "meets the criteria", "meets all criteria", "decision drivers", "meets all the criteria",
  ])
}

extension String {
  /// Without the signs around an option's name. Quotation marks go where they stand around all of it.
  var trimmingPunctuation: String {
    if let first = utf8.first, let last = utf8.last, first.isWordly, last.isWordly { return self }
    var text = self[...]
    // A look at the byte first: to look into a text of signs takes longer.
    while text.utf8.first?.isWordly == false, let first = text.first, "*:,–—- ".contains(first) {
      text.removeFirst()
    }
    while text.utf8.last?.isWordly == false, let last = text.last, "*:,;.–—- ".contains(last) {
      text.removeLast()
    }
    let quotes = "\"“”„«»'`"
    if text.count > 2, let first = text.first, let last = text.last, first != "`", quotes.contains(first),
      quotes.contains(last),
      !text.dropFirst().dropLast().contains(where: { $0 == first || $0 == last })
    {
      return String(text.dropFirst().dropLast())
    }
    return String(text)
  }

  var capitalizedStart: String {
    // A second byte beyond ASCII could be a mark on the first letter.
    guard let first = utf8.first, first < 128, utf8.dropFirst().first.map({ $0 < 128 }) ?? true else {
      return prefix(1).uppercased() + dropFirst()
    }
    guard first.isSmallLetter else { return self }
    return String(Unicode.Scalar(first & ~32)) + Substring(utf8.dropFirst())
  }
}
