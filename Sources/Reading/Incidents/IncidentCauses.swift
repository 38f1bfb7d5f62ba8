/// What a report says it came from.
extension IncidentFinder {
  /// Sayings of one kind, and whether the report says more of that kind.
  struct Found {
    var said: [Incident.Said] = []
    var isCut = false
    /// None of them is the cause itself.
    var areFactors = false
    /// The first is all that its section says.
    var isAlone = false
    /// Nobody says what they are for.
    var areActions = false
    /// They were done, and nobody says that they ended it.
    var areSteps = false
  }

  /// The cause as it is told best, and then each factor that is named besides it.
  func causes() -> Found {
    var result = Found()
    // What set it off is the cause only where nothing else is told.
    let causes = material.said([.cause, .whys])
    let section = causes.isEmpty ? material.said([.trigger]) : causes
    let listedBelow = isFactorList(section) ? section.filter { $0.isItem && !$0.text.hasSuffix("?") } : []
    // Things under each other, none of which says what was wrong with it, only say what there is.
    let isOfFaults = listedBelow.count { Self.tellsFault($0.text) } * 2 >= listedBelow.count
    let below = listedBelow.count < 2 || isOfFaults ? listedBelow : []
    let items = below.isEmpty && section.isEmpty ? announced : below
    let factors = items.filter {
      !IncidentWords.isAboutPeople($0.text) && !IncidentGates.isDoubtful($0.text)
        && IncidentStanding.isWhole($0.text) && !IncidentGates.isNoFactor($0.text)
        && !IncidentWords.isOnlyBefore($0.text, fault: $0.rest)
    }
    // What ended it tells the cause only where it says that it does.
    let told =
      story + material.said([.symptom])
      + material.said([.detection]).filter { IncidentWords.isMain($0.text) }
      + material.said([.fix]).filter {
        IncidentWords.cause($0.text) == 3 || tellsWhy($0.text) || explains($0)
      }
    // Where the section is a list with a word before it, the list is the answer.
    let prose = section.enumerated().filter { index, statement in
      !statement.isItem && (items.isEmpty || index <= (section.firstIndex(where: \.isItem) ?? 0))
    }.map(\.element)
    let own = best(
      prose, least: !factors.isEmpty ? 2 : prose.count <= 3 ? 0 : 1, isSection: true,
      isAlone: section.count == 1)
    // One step of many that a story lists is not what all came from.
    let plain = best(
      told.filter {
        !$0.isItem || IncidentWords.cause($0.text) == 3 || IncidentWords.isMain($0.text) || explains($0)
      },
      least: factors.isEmpty ? 1 : 3)
    // The part that is headed so goes deeper than a summary, if that does not name it in so many words.
    let isSummed = plain.map { IncidentWords.cause($0.said.text) == 3 } ?? false
    if let own,
      own.score >= (isSummed ? 12 : 8) || own.score + 3 >= plain?.score ?? 0 && plain?.score ?? 0 < 12
    {
      result.said.append(own.said)
      result.isAlone = prose.count == 1
    } else if let plain, factors.isEmpty || plain.score >= 12 {
      result.said.append(plain.said)
    }
    let parts = story.filter { Self.contributing.isIn(IncidentWords.plain($0.text)) }
    if parts.count >= 2, factors.isEmpty, result.said.first.map({ IncidentWords.cause($0.text) < 2 }) ?? true
    {
      result.said = []
    }
    let all =
      material.said([.factors]).filter { !$0.text.hasSuffix(":") } + (parts.count >= 2 ? parts : [])
      + (result.said.isEmpty && factors.isEmpty ? surprises : [])
    let listed = all.filter {
      !$0.text.hasSuffix("?") && !IncidentWords.isAboutPeople($0.text) && !IncidentWords.isWeak($0.text)
        && !IncidentGates.isDoubtful($0.text) && IncidentStanding.stands($0.text)
        && !IncidentGates.isNoFactor($0.text) && !IncidentWords.isOnlyBefore($0.text, fault: $0.rest)
    }
    result.isCut = factors.count < items.count || listed.count < all.count
    // One that only contributed is not what it came from.
    result.areFactors =
      result.said.isEmpty && factors.isEmpty && !listed.isEmpty
      && (listed.count > 1 || IncidentWords.cause(listed[0].text) == 0)
    // None of several that are announced together is the one.
    if below.isEmpty, result.said.isEmpty, factors.count > 1 { result.areFactors = true }
    // The first of five whys is what was seen, and none of the others is all of it.
    if result.said.isEmpty, !factors.isEmpty, material.said([.cause]).isEmpty,
      !material.said([.whys]).isEmpty
    {
      result.areFactors = true
    }
    let isMain = result.said.count == 1
    for factor in (factors + listed).map(Self.withoutBecause) {
      guard result.said.count < 8, factor.text.wordCount >= 4, IncidentStanding.isWhole(factor.text) else {
        result.isCut = true
        continue
      }
      let words = KeyWords.of(factor.text)
      let isNew = result.said.allSatisfy { KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.85 }
      if isNew, !(isMain && Self.namesAgain(factor.text, result.said[0].text)) {
        result.said.append(factor.said)
      } else {
        result.isCut = true
      }
    }
    return result
  }

  /// "The page was down because …": its effect is what was seen, and nothing more.
  private func tellsWhy(_ text: String) -> Bool {
    guard let parts = IncidentWords.parted(text), parts.effect.wordCount <= 12,
      IncidentWords.isSymptom(parts.effect)
    else { return false }
    let seen = material.said([.symptom, .summary, .impact, .detection]).prefix(4).map(\.text).joined(
      separator: " ")
    return KeyWords.of(parts.effect).shared(with: KeyWords.of(material.title.text + " " + seen)) >= 1
  }

  /// "Due to a larger number of rules, the server needed more memory", below a heading that speaks of the end: no deed, and
  /// no step with its time.
  private func explains(_ statement: IncidentStatement) -> Bool {
    material.said([.fix]).contains { $0.line == statement.line && $0.text == statement.text }
      && IncidentWords.cause(statement.text) >= 2 && !IncidentGates.isDeed(statement.text)
      && !IncidentGates.concedes(statement.text) && statement.text.wordCount >= 10
      && Self.tellsOfTrouble(statement.text) && !IncidentGates.isNoHelp(statement.text)
      && Self.withoutTime(statement).text == statement.text
  }

  /// What came of it was trouble. In a story much else has its reasons too.
  private static func tellsOfTrouble(_ text: String) -> Bool {
    if opening.begins(IncidentWords.plain(text)) {
      guard let comma = text.place(of: ", ") else { return false }
      let effect = String(text[comma.upperBound...])
      return IncidentWords.isSymptom(effect) || IncidentWords.isProblem(effect)
    }
    if let parts = IncidentWords.parted(text) {
      return IncidentWords.isSymptom(parts.effect) || IncidentWords.isProblem(parts.effect)
        || Self.namesIncident.isIn(IncidentWords.plain(parts.effect))
        || IncidentWords.leans(parts.effect) || parts.effect.wordCount < 3
    }
    let before = IncidentWords.beforeEffect(text)
    guard before != text else { return true }
    let after = String(text.dropFirst(before.count))
    return IncidentWords.isSymptom(after) || IncidentWords.isProblem(after)
  }

  /// What nobody had expected, where it says why.
  private var surprises: [IncidentStatement] {
    material.parts.filter { IncidentRole.isOfSurprise($0.title) }.flatMap(\.statements).filter {
      IncidentWords.cause($0.text) >= 2 && !IncidentGates.isNoCause($0.text)
    }
  }

  private static let opening = IncidentWords.list(
    "due to|because of|because|as a result of|wegen|weil|a cause de|en raison de|debido a|devido a")

  private static let namesIncident = IncidentWords.list(
    "incident|incidents|issue|issues|problem|problems|event|disruption|degradation|situation|behaviour|behavior"
  )

  /// It says that something was wrong, or what that came from.
  static func tellsFault(_ text: String) -> Bool {
    wrongness.isIn(IncidentWords.plain(text)) || IncidentWords.fault(text) > 0
      || IncidentWords.cause(text) > 0 || IncidentWords.isProblem(text)
      || IncidentWords.isSymptom(text)
  }

  private static let wrongness = IncidentWords.list(
    """
    but|instead of|rather than|missed|deprecated|differs|differ|differed|different|mismatch|stale|already|only|too|poor|
    occupied|hardcoded|hard coded|until|old|older|outdated|unused|hidden|silently|statt|schon|mais|deja|pero|ya|mas
    """)

  /// Sentences that each name a part of the cause.
  private static let contributing = IncidentWords.list(
    "contributed to|one part of the problem|part of the problem|was a factor|one factor was|another factor was"
  )

  /// The sentence that names the cause most plainly and can stand, with the one before it where it leans on that, and
  /// the one behind it where that goes on.
  private func best(
    _ statements: [IncidentStatement], least: Int, isSection: Bool = false, isAlone: Bool = false
  ) -> (said: Incident.Said, score: Int)? {
    var ranked: [(index: Int, score: Int)] = []
    var isFirst = true
    // Below a heading that says so, what tells of a fault is the cause, where nothing there says it in plainer words.
    let isSaid = statements.contains { IncidentWords.cause($0.text) > 0 && !IncidentGates.isNoCause($0.text) }
    let fault = isSection && !isSaid ? statements.map { IncidentWords.fault($0.text) }.max() ?? 0 : 0
    let isNamed = statements.contains { IncidentWords.cause($0.text) == 3 && IncidentWords.isMain($0.text) }
    // "Most likely the clock was wrong. The labels of the buoys …": what follows a guess speaks for it.
    let guess = isSection ? statements.firstIndex { IncidentGates.isGuess($0.text) } : nil
    for (index, statement) in statements.enumerated() {
      if let guess, index > guess, statement.block == statements[guess].block,
        IncidentWords.cause(statement.text) < 2
      {
        continue
      }
      guard statement.text.wordCount >= 5, !statement.text.hasSuffix(":"), !statement.text.hasSuffix("?"),
        !IncidentGates.isNoCause(statement.text), isSection || !Self.isNote(statement.text),
        !Self.answers(statements, index)
      else { continue }
      let cause = max(
        IncidentWords.cause(statement.text),
        fault > 0 && IncidentWords.fault(statement.text) >= fault ? 1 : 0)
      guard cause >= least, !IncidentWords.isReasonInBrackets(statement.text) else { continue }
      // Of several, one that says nothing of a fault is not the cause.
      if isSection, !isAlone, cause == 0, !Self.tellsFault(statement.text),
        !IncidentWords.leans(statement.text),
        statements.contains(where: { $0.block == statement.block && $0.text != statement.text }),
        !(index + 1 < statements.count && Self.isOnlyGround(statement.text, for: statements[index + 1].text))
      {
        continue
      }
      let isAside =
        !isSection && cause > 0 && !IncidentWords.isMain(statement.text)
        && !Self.tellsOfTrouble(statement.text)
      // "The first look led to a larger pool": a step on the way; "they only moved one gate, because the other …": the
      // reason for a step.
      if isAside, cause == 1, !isFirst || index > 3 { continue }
      if isAside, cause == 2, !Self.opening.begins(IncidentWords.plain(statement.text)),
        index > 5 || IncidentGates.namesDeed(statement.text)
      {
        continue
      }
      // "Due to the storm, the crew had moved the boats": of that nothing came.
      if isAside, Self.opening.begins(IncidentWords.plain(statement.text)),
        !(index + 1 < statements.count && IncidentWords.leans(statements[index + 1].text)
          && IncidentWords.isSymptom(statements[index + 1].text))
      {
        continue
      }
      // What set it off is not the cause where that is called by its name.
      let isTrigger = isNamed && Self.triggering.isIn(IncidentWords.plain(statement.text))
      var score =
        (isTrigger ? -6 : 0) + cause * 4 + (cause > 0 && IncidentWords.isMain(statement.text) ? 4 : 0)
      if IncidentWords.leans(statement.text) { score -= index == 0 ? 6 : cause == 3 ? 1 : 3 }
      if cause > 0, isFirst, index < 6 {
        score += 5
        // What leans on the sentence before it often goes on with a story.
        isFirst = IncidentWords.leans(statement.text)
      }
      // "The hub went down because …" tells of the incident; other things have their reasons too.
      if let parts = IncidentWords.parted(statement.text), Self.ending.isIn(IncidentWords.plain(parts.effect))
      {
        score += 3
      }
      // "The change was caused by a clean-up": of the change, and not of the incident.
      if isAside { score -= cause == 2 ? 3 : 6 }
      if IncidentWords.isAboutPeople(statement.text) { score -= 6 }
      if IncidentWords.isFix(statement.text), cause < 3 { score -= 3 }
      if statement.text.wordCount < 10 { score -= 4 }
      if statement.text.wordCount >= 12, IncidentItem.isSpecific(statement.text) { score += 2 }
      if score > (least > 0 ? 4 : -4) { ranked.append((index, score)) }
    }
    for one in ranked.sorted(by: { ($0.score, -$0.index) > ($1.score, -$1.index) }).prefix(4) {
      if let said = causePassage(statements, one.index) { return (said, one.score) }
      // What is called the root cause is told by the title: another sentence is not it.
      let text = statements[one.index].text
      if IncidentWords.cause(text) == 3, IncidentWords.isMain(text), isSaidByTitle(text) { return nil }
    }
    return nil
  }

  private static let triggering = IncidentWords.list("triggered by|set off by|ausgelost durch|declenche par")

  private static let ending = IncidentWords.list(
    """
    went down|was down|were down|is down|failed|fails|crashed|unavailable|unreachable|outage|stopped|lost|broke|
    downtime|errors|failures
    """)

  /// "Why did the tests pass? Because …": that is the reason for something else.
  private static func answers(_ statements: [IncidentStatement], _ index: Int) -> Bool {
    guard index > 0, statements[index - 1].block == statements[index].block else { return false }
    return statements[index - 1].text.hasSuffix("?") && !statements[index].isItem
      && IncidentWords.plain(statements[index].text).hasPrefix(" because ")
  }

  /// "many pods fail, cordon them": jotted down while it went on.
  private static func isNote(_ text: String) -> Bool {
    guard text.first?.isLowercase == true else { return false }
    let name = text.prefix { $0 != " " }
    return name.allSatisfy { $0.isLetter && $0.isLowercase }
  }
}
