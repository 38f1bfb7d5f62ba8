/// Picks from a report what its cards are made of: whole sentences and items, in the author's words.
struct IncidentFinder {
  private let material: IncidentMaterial

  init(_ material: IncidentMaterial) { self.material = material }

  static let mostWords = 60

  // MARK: Causes

  /// The cause as it is told best, and then each factor that is named besides it.
  func causes() -> [Incident.Said] {
    var result: [Incident.Said] = []
    let section = material.said([.cause, .whys, .trigger])
    let factors = section.filter {
      $0.isItem && !$0.text.hasSuffix("?") && !IncidentWords.isAboutPeople($0.text)
    }
    if let best = best(section.filter { !$0.isItem }) {
      result.append(best)
    }
    let told = material.story + material.said([.symptom, .detection])
    if result.isEmpty, let best = best(told, least: 2) { result.append(best) }
    if result.isEmpty, factors.isEmpty, let best = best(told, least: 1) { result.append(best) }
    if result.isEmpty, factors.isEmpty,
      let row = material.rows.first(where: { IncidentWords.cause($0.text) == 3 && $0.text.wordCount >= 6 })
    {
      result.append(row.said)
    }
    let listed = material.said([.factors]).filter {
      !$0.text.hasSuffix("?") && !IncidentWords.isAboutPeople($0.text)
    }
    for factor in factors + listed where result.count < 8 && factor.text.wordCount >= 3 {
      let words = KeyWords.of(factor.text)
      let isNew = result.allSatisfy { KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 }
      if isNew { result.append(factor.said) }
    }
    return result
  }

  /// The sentence that names the cause most plainly, with the one before it where it leans on that, and the one behind
  /// it where that goes on.
  private func best(_ statements: [IncidentStatement], least: Int = 0) -> Incident.Said? {
    var best: (index: Int, score: Int)?
    for (index, statement) in statements.enumerated() {
      guard statement.text.wordCount >= 5, !statement.text.hasSuffix(":"), !statement.text.hasSuffix("?"),
        !IncidentWords.isUnknown(statement.text)
      else { continue }
      let cause = IncidentWords.cause(statement.text)
      guard cause >= least else { continue }
      var score = cause * 4
      if IncidentWords.leans(statement.text) { score -= index == 0 ? 6 : 1 }
      if IncidentWords.isAboutPeople(statement.text) { score -= 6 }
      if IncidentWords.isFix(statement.text), cause < 3 { score -= 3 }
      if index == 0 { score += 1 }
      if score > best?.score ?? -4 { best = (index, score) }
    }
    guard let best else { return nil }
    return passage(statements, best.index)
  }

  private func passage(_ statements: [IncidentStatement], _ index: Int) -> Incident.Said {
    let statement = statements[index]
    var text = statement.text
    var line = statement.line
    if IncidentWords.leans(text), index > 0, statements[index - 1].block == statement.block, !statement.isItem
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
      for (index, statement) in material.said(roles).prefix(12).enumerated() {
        for text in Self.effects(statement.text) {
          let words = KeyWords.of(text)
          guard (4...40).contains(text.wordCount), words.count >= 3,
            IncidentWords.isSymptom(text) || bonus == 3,
            !IncidentWords.leans(text), !IncidentWords.isFix(text), !text.hasSuffix("?"),
            !text.hasSuffix(":"),
            IncidentWords.cause(text) < 2, !IncidentWords.isAboutPeople(text)
          else { continue }
          let leak = Double(words.shared(with: hidden)) / Double(max(1, min(words.count, hidden.count)))
          guard leak < 0.5 else { continue }
          let score = bonus - Double(index) * 0.4 - leak * 2 - (text.wordCount > 28 ? 0.5 : 0)
          if score > best?.score ?? -2.5 { best = (Incident.Said(text, line: statement.line), score) }
        }
      }
    }
    return best?.said
  }

  /// A sentence, or only its effect where it goes on with the cause.
  private static func effects(_ text: String) -> [String] {
    if let parts = IncidentWords.parted(text) {
      return parts.effect.wordCount >= 4 ? [parts.effect.trimmingPunctuation] : []
    }
    return [text]
  }

  // MARK: Ends

  func fixes() -> [Incident.Said] {
    let section = material.said([.fix]).filter { !IncidentWords.isAboutPeople($0.text) }
    let told = section.filter { IncidentWords.isFix($0.text) }
    if let first = told.first ?? section.first {
      if first.isItem {
        return Array((told.isEmpty ? section : told).filter(\.isItem).prefix(3).map(\.said))
      }
      let index = section.firstIndex { $0.line == first.line && $0.text == first.text } ?? 0
      return [passage(section, index)]
    }
    let told2 = material.story.filter {
      !$0.isItem && IncidentWords.isFix($0.text) && !IncidentWords.isAboutPeople($0.text)
    }
    if let sentence = told2.first(where: { IncidentWords.isEnding($0.text) }) ?? told2.last {
      let all = material.story
      let index = all.firstIndex { $0.line == sentence.line && $0.text == sentence.text } ?? 0
      return [passage(all, index)]
    }
    return material.rows.last { IncidentWords.isEnding($0.text) && $0.text.wordCount >= 5 }
      .map { [Self.withoutTime($0).said] } ?? []
  }

  // MARK: What is to prevent it, and what was learned

  func preventions() -> [Incident.Said] {
    let items = material.said([.actions]).filter { statement in
      statement.text.wordCount >= 4 && !statement.text.hasSuffix("?") && !statement.text.hasSuffix(":")
        && !IncidentWords.isAboutPeople(statement.text) && !IncidentWords.isVague(statement.text)
    }
    let listed = items.filter(\.isItem)
    return Self.distinct(listed.isEmpty ? items : listed)
  }

  func lessons() -> [Incident.Said] {
    let items = material.said([.lessons]).filter { statement in
      statement.text.wordCount >= 5 && !statement.text.hasSuffix("?") && !statement.text.hasSuffix(":")
        && !IncidentWords.isAboutPeople(statement.text) && !IncidentWords.isAboutText(statement.text)
    }
    let listed = items.filter(\.isItem)
    return Self.distinct(listed.isEmpty ? Array(items.prefix(3)) : listed)
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
      material.said([.factors, .wrong, .cause]) + material.story + material.rows.map(Self.withoutTime)
    return all.filter {
      IncidentWords.isMisleading($0.text) && $0.text.wordCount >= 6 && !IncidentWords.isAboutPeople($0.text)
        && !IncidentWords.leans($0.text)
    }.prefix(1).map(\.said)
  }

  func gaveAway() -> [Incident.Said] {
    let all =
      material.said([.detection]).filter { IncidentWords.isGivingAway($0.text) }
      + material.rows.map(Self.withoutTime).filter { IncidentWords.isGivingAway($0.text) }
      + material.story.filter { IncidentWords.isGivingAway($0.text) }
    return all.filter {
      $0.text.wordCount >= 7 && !IncidentWords.isAboutPeople($0.text) && !$0.text.hasSuffix(":")
        && !IncidentWords.leans($0.text)
    }.prefix(1).map(\.said)
  }

  func suspicions() -> [Incident.Suspicion] {
    let all = material.said([.ruledOut]) + material.story + material.rows.map(Self.withoutTime)
    return all.filter {
      IncidentWords.isRuledOut($0.text) && $0.text.wordCount >= 6 && !IncidentWords.leans($0.text)
    }.prefix(1).map { Incident.Suspicion($0.said, ruledOut: nil, wasRight: false) }
  }

  /// What could be seen, in its order, without what names the cause.
  func evidence(hiding causes: [Incident.Said]) -> [Incident.Said] {
    let hidden = KeyWords.of(causes.prefix(1).map(\.text).joined(separator: " "))
    var result: [Incident.Said] = []
    for row in (material.rows + material.said([.detection])).map(Self.withoutTime) where result.count < 6 {
      if IncidentWords.isGivingAway(row.text), IncidentWords.cause(row.text) >= 2 { break }
      let words = KeyWords.of(row.text)
      guard IncidentWords.isObserved(row.text), IncidentWords.cause(row.text) < 2, words.count >= 3,
        row.text.wordCount <= 45, !IncidentWords.isFix(row.text), !IncidentWords.isAboutPeople(row.text),
        !row.text.hasSuffix(":"), words.shared(with: hidden) * 2 < max(2, min(words.count, hidden.count)),
        result.allSatisfy({ KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 })
      else { continue }
      result.append(row.said)
    }
    return result
  }

  /// "16:58 UTC - The writer …" without the time.
  static func withoutTime(_ row: IncidentStatement) -> IncidentStatement {
    var words = row.text.spacedWords[...]
    var isDone = false
    while let first = words.first, !isDone {
      let bare = first.lowercased().filter { $0.isLetter || $0.isNumber || $0 == ":" }
      let isTime =
        bare.isEmpty
        || IncidentTitle.isDateWord(String(first))
          && !["the", "on", "and", "to", "from", "may", "at"].contains(bare)
        || bare.first?.isNumber == true && (bare.holds(":") || bare.hasSuffix("am") || bare.hasSuffix("pm"))
        || ["cet", "cest", "pst", "pdt", "est", "gmt", "bst"].contains(bare)
      if isTime { words = words.dropFirst() } else { isDone = true }
    }
    let text = words.joined(separator: " ")
    guard text.utf8.count < row.text.utf8.count, !text.isEmpty else { return row }
    return IncidentStatement(
      text: text.drop { "-–—: ".contains($0) }.description.capitalizedStart, line: row.line,
      isItem: row.isItem,
      label: row.label, block: row.block)
  }
}
