/// What ended it, and what was learned.
extension IncidentFinder {
  func fixes() -> Found {
    var found = told()
    found.said = found.said.map { Incident.Said(Self.withoutIt($0.text), line: $0.line) }
      .filter { !IncidentAnswer.isPlainEnd($0.text) }
    return found
  }

  /// "It was fixed by deleting the pods" answers what fixed it with "Deleting the pods".
  private static func withoutIt(_ text: String) -> String {
    guard ofIt.begins(IncidentWords.plain(text)), let by = text.place(of: " by") else { return text }
    let rest = text[by.upperBound...].drop { $0 == ":" || $0 == " " }
    let first = rest.prefix { $0 != " " }
    guard first.lowercased().hasSuffix("ing"), text[..<by.lowerBound].split(separator: " ").count <= 8,
      rest.split(separator: " ").count >= 4
    else { return text }
    return String(rest).capitalizedStart
  }

  private func told() -> Found {
    let section = Self.withoutPlans(material.said([.fix])).map(Self.withoutTime).map(Self.fromDeed)
    let tried = section.filter {
      (IncidentGates.isDeed($0.text) || Self.isOfIt($0.text) || Self.isJotted($0))
        && !IncidentWords.isAboutPeople($0.text)
        && !$0.text.hasSuffix(":") && !$0.isQuoted
    }
    // What went on to a "but" ended nothing where something else was done too.
    let helpless =
      section.indices.dropLast().filter { Self.didNotHelp(section[$0 + 1].text) }.map { section[$0] }
      + (tried.count > 1 ? tried.filter { !$0.isItem && $0.text.holds(", but ") } : [])
    let deeds = tried.filter { deed in
      (deed.isItem && deed.text.hasPrefix("I ") || !IncidentGates.isOfOne(deed.text))
        && (deed.isItem || !IncidentGates.namesTicket(deed.text))
        && !helpless.contains { $0.line == deed.line && $0.text == deed.text }
    }
    let items = deeds.filter {
      $0.isItem && IncidentStanding.isWhole($0.text) && !IncidentStanding.dangles($0.text)
        && !Self.searching.isIn(IncidentWords.plain($0.text))
    }
    if let first = deeds.first, first.isItem, !items.isEmpty {
      let told = Self.distinct(items)
      // One instruction between many things that tell of no deed: it was a step of theirs.
      if told.count == 1, Self.isJotted(items[0]),
        section.count(where: { $0.isItem && $0.text.wordCount >= 4 }) > 3
      {
        return Found()
      }
      // Between deeds one that does not read like them can still be one.
      let listed =
        told.count > 1 ? section.count { $0.isItem && $0.text.wordCount >= 4 } : tried.count(where: \.isItem)
      let areSteps = items.allSatisfy { item in
        material.parts.contains { part in
          part.role == .fix && IncidentRole.namesSteps(part.title)
            && part.statements.contains { $0.line == item.line }
        }
      }
      return Found(said: told, isCut: items.count < listed, areSteps: areSteps)
    }
    // What was cleaned up meanwhile is no fix where another sentence tells of one.
    let main = deeds.filter { !Self.isAside($0.text) }
    let fixing = (section + story).filter { Self.namesFix($0.text) && !Self.isAside($0.text) }
    for deed in main.isEmpty && fixing.isEmpty ? deeds : main where !deed.isItem {
      let index = section.firstIndex { $0.line == deed.line && $0.text == deed.text } ?? 0
      if let said = fixPassage(section, index) {
        let others = main.filter { !said.text.holds($0.text) && $0.text.wordCount >= 6 }
        return Found(said: [said], isCut: others.count > 1 || others.contains { $0.block != deed.block })
      }
    }
    for deed in fixing where main.isEmpty && !deeds.isEmpty && !deed.isItem {
      let all = section.contains { $0.line == deed.line && $0.text == deed.text } ? section : story
      let index = all.firstIndex { $0.line == deed.line && $0.text == deed.text } ?? 0
      if let said = fixPassage(all, index) { return Found(said: [said]) }
    }
    let all = story
    for index in all.indices
    where IncidentWords.isEnding(all[index].text) && IncidentGates.isDeed(all[index].text)
      && !IncidentWords.isAboutPeople(all[index].text) && !all[index].text.hasSuffix(":")
      && !all[index].text.holds(", but ")
      && !all[index...].prefix(4).contains(where: {
        $0.block == all[index].block && IncidentGates.tellsOfReturn($0.text)
      })
    {
      if let said = deedPassage(all, index) { return Found(said: [said]) }
    }
    return Found()
  }

  /// Without the lists below "Their plans for later are:" and "Long-term fix:".
  private static func withoutPlans(_ section: [IncidentStatement]) -> [IncidentStatement] {
    var isPlan = false
    return section.filter { statement in
      if !statement.isItem {
        isPlan = statement.text.hasSuffix(":") && planning.isIn(IncidentWords.plain(statement.text))
      }
      return !statement.isItem || !isPlan
    }
  }

  private static let planning = IncidentWords.list(
    """
    plan|plans|planned|future|later|long term|longer term|should|recommend|recommended|recommendation|recommendations|
    proposed|proposal|options|could|next steps|geplant|spater|prevu|futuro
    """)

  /// "Move all gates back to the old relay": a deed in the short form of lists.
  private static func isJotted(_ statement: IncidentStatement) -> Bool {
    guard statement.isItem, statement.text.wordCount >= 5,
      let first = IncidentWords.plain(statement.text).spacedWords.first
    else { return false }
    return jotted.contains(first) && !planned.isIn(IncidentWords.plain(statement.text))
  }

  private static let jotted: Set<Substring> = [
    "migrate", "increase", "decrease", "remove", "delete", "restart", "revert", "disable", "enable",
    "replace",
    "restore", "roll", "scale", "upgrade", "move", "switch", "recreate", "redeploy", "drain", "raise",
    "lower", "clear",
    "rebuild", "renew", "pin", "add", "use", "set", "configure", "reset", "update", "rename", "route",
    "separate",
    "allow", "block", "patch", "apply", "install", "reinstall", "regenerate", "rotate", "revoke", "point",
    "bind",
    "mount", "create", "adjust",
  ]

  private static let planned = IncidentWords.list(
    "will|should|to be|could|in the future|next|plan|planned|later|need to")

  private static func isAside(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return asides.begins(plain) || searching.isIn(plain)
  }

  /// What had only been set up to find the cause was taken back; that ended nothing.
  private static let searching = IncidentWords.list(
    "during the investigation|for debugging|while debugging|to debug|debug logging|for the investigation")

  /// "This does not resolve the problem": what was told before it did not end it.
  private static func didNotHelp(_ text: String) -> Bool {
    IncidentGates.isNoHelp(text) && text.wordCount <= 25
  }

  private static let asides = IncidentWords.list(
    """
    at the same time|meanwhile|in the meantime|in parallel|simultaneously|once we saw|gleichzeitig|en parallele|
    al mismo tiempo|ao mesmo tempo
    """)

  private static func namesFix(_ text: String) -> Bool { fixNames.isIn(IncidentWords.plain(text)) }

  private static let fixNames = IncidentWords.list(
    """
    was fixed by|were fixed by|fixed by|fixed with|resolved by|wrote the fix|wrote a fix|deployed the fix|deployed a fix|
    the fix was|patched|deployed the patch|deployed a patch|the patch|a patch
    """)

  /// An item from where it tells what was done: what it was for has been said by then.
  private static func fromDeed(_ statement: IncidentStatement) -> IncidentStatement {
    guard statement.isItem else { return statement }
    let sentences = Sentences.split(statement.text)
    guard sentences.count > 1, !IncidentGates.isDeed(sentences[0]),
      let first = sentences.firstIndex(where: IncidentGates.isDeed)
    else { return statement }
    let text = sentences[first...].joined(separator: " ")
    let dropped = sentences[..<first].flatMap { IncidentWords.plain($0).spacedWords.map(String.init) }
    let words = IncidentWords.plain(text).spacedWords.map(String.init)
    // "a missing setting", and then "the setting".
    let isNamed = zip(words, words.dropFirst()).contains { article, noun in
      guard article == "the", let place = dropped.firstIndex(of: noun) else { return false }
      return dropped[max(0, place - 3)..<place].contains {
        ["a", "an", "another", "some", "missing", "wrong", "new", "no"].contains($0)
      }
    }
    guard !IncidentStanding.dangles(text), !isNamed else { return statement }
    return IncidentStatement(
      text: text, line: statement.line, isItem: true, label: statement.label, block: statement.block)
  }

  /// "A member wrote the fix": of what, the sentence before tells.
  private func fixPassage(_ statements: [IncidentStatement], _ index: Int) -> Incident.Said? {
    guard let said = deedPassage(statements, index) else { return nil }
    guard index > 0, Self.unnamed.isIn(IncidentWords.plain(said.text)), !IncidentItem.isSpecific(said.text),
      said.text.hasPrefix(statements[index].text)
    else { return said }
    let before = statements[index - 1]
    let text = before.text + " " + said.text
    guard before.block == statements[index].block, !before.isItem, IncidentStanding.stands(text) else {
      return said
    }
    return Incident.Said(text, line: before.line)
  }

  private static let unnamed = IncidentWords.list("the fix|a fix|the patch|a patch")

  /// What was done, with what was done next.
  private func deedPassage(_ statements: [IncidentStatement], _ index: Int) -> Incident.Said? {
    guard var said = IncidentStanding.passage(statements, index, allows: Self.isOfIt) else { return nil }
    // "A fix was introduced."
    if KeyWords.of(said.text).count < 4, said.text.wordCount < 9 {
      return IncidentWords.isEnding(said.text) ? said : nil
    }
    guard index + 1 < statements.count, said.text.hasSuffix(statements[index].text) else { return said }
    let next = statements[index + 1]
    let text = said.text + " " + next.text
    // "It took the following steps:": what was done is told behind it.
    if IncidentStanding.promises(next.text), next.block / 10_000 == statements[index].block / 10_000 {
      return nil
    }
    if next.block == statements[index].block, !next.isItem, IncidentGates.isDeed(next.text),
      text.wordCount <= 45,
      IncidentStanding.isWhole(text), !IncidentWords.isAboutPeople(next.text)
    {
      said = Incident.Said(text, line: said.line)
    }
    return said
  }

  /// "This issue was addressed by …" behind the question what fixed it.
  private static func isOfIt(_ text: String) -> Bool { ofIt.begins(IncidentWords.plain(text)) }

  private static let ofIt = IncidentWords.list(
    """
    this issue was addressed|the issue was addressed by|the issue was mitigated by|fixed by|resolved by|solved by|
    the issue was resolved by|the issue was fixed by|the problem was fixed by|the incident was resolved by|
    the incident was mitigated by|this was issue was addressed|it was fixed by|this was fixed by|it was resolved by|
    this was resolved by|this issue was fixed|this issue was resolved|the fix was to|the fix added|
    it was mitigated by|this was mitigated by|we fixed this by|we fixed it by|we resolved this by|we resolved it by|
    we solved this by|we solved it by|we mitigated this by|we mitigated it by|we fixed the issue by
    """)

  // MARK: What was learned

  func lessons() -> Found {
    let all = material.said([.lessons]).filter {
      $0.text.wordCount >= 3 && !$0.text.hasSuffix(":") && !$0.isQuoted
    }
    let items = all.filter { statement in
      statement.text.wordCount >= 5 && !statement.text.hasSuffix("?")
        && !IncidentWords.isAboutPeople(statement.text) && !IncidentWords.isAboutText(statement.text)
        && !IncidentWords.isWeak(statement.text) && IncidentStanding.stands(statement.text)
        && (statement.label != nil
          || IncidentItem.isSpecific(statement.text)
            && Self.teaching.isIn(IncidentWords.plain(statement.text)))
        && !statement.text.hasPrefix("(") && !Self.telling.isIn(IncidentWords.plain(statement.text))
        // In prose only what says that it is one; the rest tells how it came to be.
        && (statement.isItem || Self.drawn.isIn(IncidentWords.plain(statement.text)))
    }
    return Self.list(items, of: all) {
      $0.text.wordCount >= 12 && Self.advising.isIn(IncidentWords.plain($0.text))
    }
  }

  /// Words that make a lesson of a story.
  private static let advising = IncidentWords.list(
    """
    should|need|needs|must|never|always|learned|learnt|lesson|lessons|important|better|instead|missing|lack|lacks|
    lacked|not enough|have to|has to|cannot|can not|don t|does not|do not|just because|test|monitor|alert|avoid|
    prefer|make sure|ensure|critical|without|depend|depends|muss|mussen|soll|sollte|sollten|doit|doivent|il faut|debe|
    deben|deve|devem|precisa|precisam
    """)

  private static let drawn = IncidentWords.list(
    """
    should|must|never|always|learned|learnt|lesson|lessons|important|instead of|not enough|have to|has to|make sure|
    ensure|avoid|just because|need to|needs to|we lack|we lacked|don t|do not|muss|mussen|soll|sollte|doit|doivent|il faut|debe|deben|
    deve|devem
    """)

  /// It goes on with the story.
  private static let telling = IncidentWords.list(
    "look at|look into|issue arose|problem arose|issue appeared|issue occurred|unfelt")

  /// More words of that kind, where several lessons stand under each other: the rest are remarks.
  private static let teaching = IncidentWords.list(
    """
    should|need|needs|must|never|always|learned|learnt|lesson|lessons|important|better|instead|missing|lack|lacks|lacked|
    not enough|have to|has to|cannot|can not|don t|does not|do not|just because|test|tests|testing|monitor|monitoring|
    alert|alerts|avoid|prefer|make sure|ensure|critical|without|depend|depends|if|validate|verify|check|use|keep|add|
    separate|limit|signal|signals|matter|matters|breaks|assume|assumption|consider|could|can|only|no|not|muss|mussen|
    soll|sollte|sollten|nie|immer|doit|doivent|il faut|toujours|jamais|debe|deben|siempre|nunca|deve|devem|precisa|
    precisam|sempre
    """)

  /// The items of a list, or else the first sentences. One alone has to say enough.
  static func list(
    _ kept: [IncidentStatement], of all: [IncidentStatement], isEnough: (Incident.Said) -> Bool
  ) -> Found {
    let listed = kept.filter(\.isItem)
    if listed.isEmpty {
      let told = distinct(Array(kept.prefix(2)))
      let isCut = kept.count > 2 || told.count > 1 && kept.count < all.count
      return told.count == 1 && !isEnough(told[0]) ? Found() : Found(said: told, isCut: isCut)
    }
    let told = distinct(listed)
    let isCut = listed.count < all.count(where: \.isItem)
    return told.count == 1 && !isEnough(told[0]) ? Found() : Found(said: told, isCut: isCut)
  }

  static func distinct(_ statements: [IncidentStatement]) -> [Incident.Said] {
    var result: [Incident.Said] = []
    for statement in statements {
      let words = KeyWords.of(statement.text)
      if result.allSatisfy({ KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 }) {
        result.append(statement.said)
      }
    }
    return result
  }
}
