/// Picks from a report what its cards are made of: whole sentences and items, in the author's words.
struct IncidentFinder {
  private let material: IncidentMaterial
  private let story: [IncidentStatement]
  private let rows: [IncidentStatement]

  init(_ material: IncidentMaterial) {
    self.material = material
    story = material.story
    rows = material.rows.map(Self.withoutTime)
  }

  static let mostWords = 60

  // MARK: Causes

  /// The cause as it is told best, and then each factor that is named besides it.
  func causes() -> [Incident.Said] {
    var result: [Incident.Said] = []
    let section = material.said([.cause, .whys, .trigger])
    let factors =
      isFactorList(section)
      ? section.filter { $0.isItem && !$0.text.hasSuffix("?") && !IncidentWords.isAboutPeople($0.text) } : []
    let told =
      story + material.said([.symptom])
      + material.said([.fix]).filter { IncidentWords.cause($0.text) >= 2 }
    // Where the section is a list with a word before it, the list is the answer.
    let prose = section.enumerated().filter { index, statement in
      !statement.isItem && (factors.isEmpty || index <= (section.firstIndex(where: \.isItem) ?? 0))
    }.map(\.element)
    let own = best(prose, least: !factors.isEmpty ? 2 : prose.count <= 3 ? 0 : 1)
    let plain = best(told, least: factors.isEmpty ? 1 : 3)
    if let own, own.score >= 12 || own.score + 3 >= plain?.score ?? 0 && plain?.score ?? 0 < 12 {
      result.append(own.said)
    } else if let plain, factors.isEmpty || plain.score >= 12 {
      result.append(plain.said)
    }
    if result.isEmpty, factors.isEmpty,
      let row = rows.first(where: { IncidentWords.cause($0.text) == 3 && $0.text.wordCount >= 6 })
    {
      result.append(row.said)
    }
    let listed = material.said([.factors]).filter {
      !$0.text.hasSuffix("?") && !$0.text.hasSuffix(":") && !IncidentWords.isAboutPeople($0.text)
        && !IncidentWords.isWeak($0.text)
    }
    // One that only contributed, with nothing that it contributed to, is no cause.
    if result.isEmpty, factors.isEmpty, listed.count == 1, IncidentWords.cause(listed[0].text) == 0 {
      return []
    }
    for factor in factors + listed where result.count < 8 && factor.text.wordCount >= 4 {
      let words = KeyWords.of(factor.text)
      let isNew = result.allSatisfy { KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 }
      if isNew { result.append(factor.said) }
    }
    return result
  }

  /// A list below the heading, or announced as one of causes. Others are steps of a story.
  private func isFactorList(_ section: [IncidentStatement]) -> Bool {
    guard let first = section.firstIndex(where: \.isItem) else { return false }
    if first == 0 || section[first].label != nil { return true }
    let before = " \(PlainWords.normalized(section[first - 1].text)) "
    return Self.announcing.isIn(before)
  }

  private static let announcing = IncidentWords.list(
    "factor|factors|cause|causes|reason|reasons|because|contributed|contributing|resulted from|faktoren|ursachen|causas"
  )

  /// The sentence that names the cause most plainly, with the one before it where it leans on that, and the one behind
  /// it where that goes on.
  private func best(_ statements: [IncidentStatement], least: Int) -> (said: Incident.Said, score: Int)? {
    var best: (index: Int, score: Int)?
    var isFirst = true
    for (index, statement) in statements.enumerated() {
      guard statement.text.wordCount >= 5, !statement.text.hasSuffix(":"), !statement.text.hasSuffix("?"),
        !IncidentWords.isUnknown(statement.text)
      else { continue }
      let cause = IncidentWords.cause(statement.text)
      guard cause >= least else { continue }
      var score = cause * 4
      if IncidentWords.leans(statement.text) { score -= index == 0 ? 6 : cause == 3 ? 1 : 3 }
      if cause > 0, isFirst, index < 6 {
        score += 5
        isFirst = false
      }
      if IncidentWords.isAboutPeople(statement.text) { score -= 6 }
      if IncidentWords.isFix(statement.text), cause < 3 { score -= 3 }
      if statement.text.wordCount < 10 { score -= 4 }
      if statement.text.wordCount >= 12, IncidentItem.isSpecific(statement.text) { score += 2 }
      if score > best?.score ?? (least > 0 ? 4 : -4) { best = (index, score) }
    }
    guard let best else { return nil }
    return (passage(statements, best.index), best.score)
  }

  private func passage(_ statements: [IncidentStatement], _ index: Int) -> Incident.Said {
    let statement = statements[index]
    var text = statement.text
    var line = statement.line
    // "This was caused by …" answers what the cause was as it stands.
    if IncidentWords.leans(text), IncidentWords.cause(text) < 3, index > 0,
      statements[index - 1].block == statement.block, !statement.isItem
    {
      let before = statements[index - 1]
      if before.text.wordCount + text.wordCount <= Self.mostWords {
        text = before.text + " " + text
        line = before.line
      }
    }
    if index + 1 < statements.count, statements[index + 1].block == statement.block, !statement.isItem {
      let next = statements[index + 1]
      let goesOn = IncidentWords.leans(next.text) || IncidentWords.cause(next.text) >= 2
      if goesOn, text.wordCount + next.text.wordCount <= 50, !IncidentWords.isFix(next.text) {
        text += " " + next.text
      }
    }
    return Incident.Said(Points.shortened(text), line: line)
  }

  // MARK: Symptom

  /// What was seen from outside, in a sentence that does not name the cause.
  func symptom(besides causes: [Incident.Said]) -> Incident.Said? {
    let hidden = KeyWords.of(causes.prefix(3).map(\.text).joined(separator: " "))
    var best: (said: Incident.Said, score: Double)?
    let ranked: [(roles: Set<IncidentRole>, bonus: Double)] = [
      ([.symptom], 3), ([.summary], 2), ([.impact], 1), ([.detection], 1), ([.story], 0),
    ]
    for (roles, bonus) in ranked {
      let most = roles == [.summary] || roles == [.story] ? 2 : 6
      for (index, statement) in material.said(roles).prefix(most).enumerated() {
        for text in Self.effects(statement.text) {
          let words = KeyWords.of(text)
          guard (4...45).contains(text.wordCount), words.count >= 3,
            IncidentWords.isSymptom(text) || bonus == 3,
            !IncidentWords.leans(text), !IncidentWords.isFix(text), !IncidentWords.isOver(text),
            !text.hasSuffix("?"),
            !text.hasSuffix(":"),
            IncidentWords.cause(text) < 2, !IncidentWords.isAboutPeople(text)
          else { continue }
          let leak = Double(words.shared(with: hidden)) / Double(max(1, min(words.count, hidden.count)))
          guard leak < 0.5 else { continue }
          let isOfTime = Self.times.isIn(IncidentWords.plain(text))
          let score =
            bonus - Double(index) * 0.4 - leak * 2 - (text.wordCount > 28 ? 0.3 : 0) - (isOfTime ? 1.5 : 0)
          if score > best?.score ?? -2.5 { best = (Incident.Said(text, line: statement.line), score) }
        }
      }
    }
    return best?.said
  }

  private static let times = PhraseList([
    " lasted ", " lasting ", " duration ", " time window ", " separate incidents ", " for about ",
    " detection delay ", " total ",
  ])

  /// A sentence, or only its effect where it goes on with the cause.
  private static func effects(_ text: String) -> [String] {
    if let parts = IncidentWords.parted(text) {
      return parts.effect.wordCount >= 4 ? [parts.effect.trimmingPunctuation] : []
    }
    return [text]
  }

  // MARK: Ends

  func fixes() -> [Incident.Said] {
    let section = material.said([.fix]).map(Self.withoutTime).filter { !IncidentWords.isAboutPeople($0.text) }
    let told = section.filter { IncidentWords.isFix($0.text) && !$0.text.hasSuffix(":") }
    let plain = section.first {
      $0.text.wordCount >= 6 && !$0.text.hasSuffix(":") && IncidentWords.cause($0.text) < 2
        && !IncidentWords.isUnknown($0.text) && !IncidentWords.isVague($0.text)
    }
    if let first = told.first ?? plain {
      if first.isItem {
        return Array((told.isEmpty ? section : told).filter(\.isItem).prefix(3).map(\.said))
      }
      let index = section.firstIndex { $0.line == first.line && $0.text == first.text } ?? 0
      return [passage(section, index)]
    }
    let all = story
    let ended = all.indices.filter { index in
      let text = all[index].text
      return IncidentWords.isFix(text) && !IncidentWords.isAboutPeople(text) && !text.hasSuffix(":")
    }
    if let index = ended.first(where: { IncidentWords.isEnding(all[$0].text) }) {
      let said = passage(all, index)
      if !IncidentWords.leans(said.text) || said.text.lowercased().holds(" by ") { return [said] }
    }
    return rows.last {
      IncidentWords.isEnding($0.text) && $0.text.wordCount >= 6
        && !IncidentWords.leans(Self.withoutTime($0).text)
    }
    .map { [Self.withoutTime($0).said] } ?? []
  }

  // MARK: What is to prevent it, and what was learned

  func preventions() -> [Incident.Said] {
    let items = material.said([.actions]).filter { statement in
      statement.text.wordCount >= 4 && !statement.text.hasSuffix("?") && !statement.text.hasSuffix(":")
        && !IncidentWords.isAboutPeople(statement.text) && !IncidentWords.isVague(statement.text)
        && !IncidentWords.isWeak(statement.text)
        && (statement.text.wordCount >= 8
          || statement.text.wordCount >= 5 && IncidentItem.isSpecific(statement.text))
    }
    let listed = items.filter(\.isItem)
    let told = Self.distinct(listed.isEmpty ? items : listed)
    // One measure alone has to say what it is for.
    if told.count == 1, told[0].text.wordCount < 8 || !IncidentItem.isSpecific(told[0].text) { return [] }
    return told
  }

  func lessons() -> [Incident.Said] {
    let items = material.said([.lessons]).filter { statement in
      statement.text.wordCount >= 5 && !statement.text.hasSuffix("?") && !statement.text.hasSuffix(":")
        && !IncidentWords.isAboutPeople(statement.text) && !IncidentWords.isAboutText(statement.text)
        && !IncidentWords.isWeak(statement.text) && !IncidentWords.leans(statement.text)
        && (statement.label != nil || IncidentItem.isSpecific(statement.text))
    }
    let listed = items.filter(\.isItem)
    let told = Self.distinct(listed.isEmpty ? Array(items.prefix(2)) : listed)
    return told.count == 1 && told[0].text.wordCount < 12 ? [] : told
  }

  private static func distinct(_ statements: [IncidentStatement]) -> [Incident.Said] {
    var result: [Incident.Said] = []
    for statement in statements {
      let words = KeyWords.of(statement.text)
      if result.allSatisfy({ KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 }) {
        result.append(statement.said)
      }
    }
    return result
  }

  // MARK: The way there

  func misled() -> [Incident.Said] {
    let told = material.said([.misled])
    if !told.isEmpty { return told.prefix(2).map(\.said) }
    let all =
      material.said([.factors, .wrong, .cause]) + story + rows
    return all.filter {
      IncidentWords.isMisleading($0.text) && $0.text.wordCount >= 6 && !IncidentWords.isAboutPeople($0.text)
        && !IncidentWords.leans($0.text)
    }.prefix(1).map(\.said)
  }

  /// A sign that was seen on the way, told in so many words that it can be looked for.
  func gaveAway(besides symptom: Incident.Said) -> [Incident.Said] {
    let all =
      material.said([.detection]) + rows + story.filter { !$0.isItem }
    let seen = KeyWords.of(material.title.text + " " + symptom.text)
    return all.filter {
      IncidentWords.isGivingAway($0.text) && (9...45).contains($0.text.wordCount)
        && !IncidentWords.isAboutPeople($0.text) && !$0.text.hasSuffix(":") && !IncidentWords.leans($0.text)
        && !IncidentWords.isFix($0.text) && !IncidentWords.isUnknown($0.text)
        && IncidentItem.isSpecific($0.text) && KeyWords.share(of: KeyWords.of($0.text), in: seen) < 0.4
    }.prefix(1).map(\.said)
  }

  func suspicions() -> [Incident.Suspicion] {
    let all = material.said([.ruledOut]) + rows + story
    return all.filter {
      IncidentWords.isRuledOut($0.text) && $0.text.wordCount >= 6 && !IncidentWords.leans($0.text)
    }.prefix(1).map { Incident.Suspicion($0.said, ruledOut: nil, wasRight: false) }
  }

  /// What could be seen, in its order, without what names the cause.
  func evidence(hiding causes: [Incident.Said], besides symptom: Incident.Said) -> [Incident.Said] {
    let hidden = KeyWords.of(causes.prefix(1).map(\.text).joined(separator: " "))
    let shown = KeyWords.of(symptom.text)
    var result: [Incident.Said] = []
    for row in (rows + material.said([.detection])).map(Self.withoutTime) where result.count < 5 {
      if IncidentWords.isEnding(row.text) || row.text.lowercased().holds("root cause") { break }
      let words = KeyWords.of(row.text)
      guard IncidentWords.isObserved(row.text), IncidentWords.cause(row.text) < 2, words.count >= 3,
        (5...30).contains(row.text.wordCount), !IncidentWords.isFix(row.text), !IncidentWords.leans(row.text),
        !row.text.hasSuffix("such as"), KeyWords.share(of: words, in: shown) < 0.7,
        row.text.first?.isLowercase != true, !IncidentWords.isAboutPeople(row.text),
        !row.text.hasSuffix(":"), words.shared(with: hidden) * 2 < max(2, min(words.count, hidden.count)),
        result.allSatisfy({ KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 })
      else { continue }
      result.append(row.said)
    }
    return result
  }

  /// "16:58 UTC - The writer …" without the time.
  static func withoutTime(_ row: IncidentStatement) -> IncidentStatement {
    let words = row.text.spacedWords.map(String.init)
    var start = 0
    while start < words.count {
      let word = words[start]
      let bare = word.filter { $0.isLetter || $0.isNumber }
      let isDay =
        word.utf8.count >= 8 && bare.allSatisfy(\.isNumber)
        || bare.count >= 3 && IncidentTitle.isDateWord(word) && bare.first?.isUppercase == true
          && start + 1 < words.count && words[start + 1].first?.isNumber == true
      let isRest =
        start > 0 && (IncidentTitle.isDateWord(word) && bare.allSatisfy(\.isNumber) || bare.isEmpty)
      guard isDay || isRest || IncidentTitle.isTimeWord(word) || start == 0 && bare.isEmpty else { break }
      start += 1
    }
    let text = words[start...].joined(separator: " ")
    guard start > 0, !text.isEmpty else { return row }
    return IncidentStatement(
      text: String(text.drop { "-–—:) ".contains($0) }).capitalizedStart, line: row.line, isItem: row.isItem,
      label: row.label, block: row.block)
  }
}
