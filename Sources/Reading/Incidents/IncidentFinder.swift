/// Picks from a report what its cards are made of: whole sentences and items, in the author's words.
struct IncidentFinder {
  let material: IncidentMaterial
  let story: [IncidentStatement]
  let rows: [IncidentStatement]

  init(_ material: IncidentMaterial) {
    self.material = material
    story = material.story
    rows = material.rows.map(Self.withoutTime)
  }

  // MARK: Symptom

  /// What was seen from outside, in a sentence that does not name the cause.
  func symptom(besides causes: [Incident.Said]) -> Incident.Said? {
    let hidden = KeyWords.of(causes.prefix(3).map(\.text).joined(separator: " "))
    var best: (said: Incident.Said, score: Double)?
    // "The problem" behind the first attempt at an end is one of that attempt.
    let endLine = material.parts.filter { $0.role == .fix }.map(\.line).min() ?? .max
    let ranked: [(roles: Set<IncidentRole>, bonus: Double)] = [
      ([.symptom], 3), ([.summary], 2), ([.impact], 1), ([.detection], 1), ([.story], 0),
    ]
    for (roles, bonus) in ranked {
      let most = roles == [.summary] || roles == [.story] ? 2 : 6
      for (index, statement) in material.said(roles).prefix(most).map(Self.withoutTime).enumerated() {
        for text in Self.effects(statement.text) {
          let words = KeyWords.of(text)
          guard (4...45).contains(text.wordCount), words.count >= 3,
            IncidentWords.isSymptom(text)
              || bonus == 3 && index == 0 && statement.line < endLine
                && !IncidentGates.opensWithDeed(ofSomeone: text),
            !IncidentGates.isNoSymptom(text),
            IncidentStanding.stands(text), !IncidentWords.isFix(text), !IncidentWords.isOver(text),
            !text.hasSuffix("?"),
            !text.hasSuffix(":"),
            IncidentWords.cause(text) == 0, !IncidentWords.isAboutPeople(text)
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
      let words = parts.effect.spacedWords
      // "It was only noticed because …" says nothing without what follows.
      return words.count >= 4 && !words.suffix(2).contains("only") ? [parts.effect.trimmingPunctuation] : []
    }
    return [text]
  }

  // MARK: The way there

  func misled() -> [Incident.Said] {
    let told = material.said([.misled])
    if !told.isEmpty { return told.prefix(2).map(\.said) }
    let all =
      material.said([.factors, .wrong, .cause]).map(Self.withoutTime) + story + rows
    return all.filter {
      IncidentWords.isMisleading($0.text) && !$0.text.lowercased().holds("fear") && $0.text.wordCount >= 6
        && !IncidentWords.isAboutPeople($0.text)
        && IncidentStanding.stands($0.text)
    }.prefix(1).map(\.said)
  }

  /// A sign that was seen on the way, told in so many words that it can be looked for.
  func gaveAway(of causes: [Incident.Said], besides symptom: Incident.Said) -> [Incident.Said] {
    let wanted = KeyWords.of(causes.map(\.text).joined(separator: " "))
    let all =
      material.said([.detection]) + rows + story.filter { !$0.isItem }
    let seen = KeyWords.of(material.title.text + " " + symptom.text)
    return all.filter {
      IncidentWords.isGivingAway($0.text) && (9...45).contains($0.text.wordCount)
        && !IncidentWords.isAboutPeople($0.text) && IncidentStanding.stands($0.text)
        && !IncidentWords.isFix($0.text) && !IncidentWords.isUnknown($0.text)
        && !IncidentGates.isNoSign($0.text)
        // What has nothing to do with the cause did not give it away.
        && KeyWords.of($0.text).shared(with: wanted) >= 2
        && IncidentItem.isSpecific($0.text) && IncidentWords.cause($0.text) < 2
        && KeyWords.share(of: KeyWords.of($0.text), in: seen) < 0.4
    }.prefix(1).map(\.said)
  }

  func suspicions() -> [Incident.Suspicion] {
    let all = material.said([.ruledOut]) + rows + story
    return all.filter {
      IncidentWords.isRuledOut($0.text) && $0.text.wordCount >= 6 && IncidentStanding.stands($0.text)
    }.prefix(1).map { Incident.Suspicion($0.said, ruledOut: nil, wasRight: false) }
  }

  /// What could be seen, in its order, without what names the cause and without what the symptom says already. One sign
  /// alone narrows nothing down.
  func evidence(hiding causes: [Incident.Said], besides symptom: Incident.Said) -> [Incident.Said] {
    let hidden = KeyWords.of(causes.prefix(1).map(\.text).joined(separator: " "))
    let shown = KeyWords.of(symptom.text + " " + material.title.text + Self.reporting)
    var room = 60 - (causes.first?.text.wordCount ?? 0)
    var result: [Incident.Said] = []
    for row in (rows + material.said([.detection])).map(Self.withoutTime) where result.count < 4 {
      if IncidentWords.isEnding(row.text) || IncidentGates.isEnd(row.text)
        || row.text.lowercased().holds("root cause")
      {
        break
      }
      let words = KeyWords.of(row.text)
      guard IncidentWords.isObserved(row.text), IncidentWords.cause(row.text) < 2, words.count >= 3,
        (5...30).contains(row.text.wordCount), row.text.wordCount <= room, !IncidentWords.isFix(row.text),
        IncidentStanding.stands(row.text), !IncidentGates.isNoEvidence(row.text),
        KeyWords.share(of: words, in: shown) < 0.5, !IncidentItem.isPersonal(row.text),
        row.text.first?.isLowercase != true, !IncidentWords.isAboutPeople(row.text),
        words.shared(with: hidden) * 2 < max(2, min(words.count, hidden.count)),
        result.allSatisfy({ KeyWords.share(of: words, in: KeyWords.of($0.text)) < 0.7 })
      else { continue }
      result.append(row.said)
      room -= row.text.wordCount
    }
    return result.count < 2 ? [] : result
  }

  /// Words that say only that somebody saw something.
  private static let reporting =
    " user users reported report reports reporting seen seeing alert alerts alarm first issue issues"

  /// "15.22", "9.35ish": hours and minutes in front of a row.
  private static func isDottedTime(_ word: String) -> Bool {
    let parts = word.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = Int(parts[0]), (0..<24).contains(hour) else { return false }
    let digits = parts[1].prefix(while: \.isNumber)
    let rest = parts[1].dropFirst(digits.count).lowercased()
    return digits.count == 2 && (Int(digits) ?? 60) < 60 && ["", "ish", "am", "pm", ":", "-"].contains(rest)
  }

  /// "16:58 UTC - The writer …" without the time.
  static func withoutTime(_ row: IncidentStatement) -> IncidentStatement {
    var words = row.text.spacedWords.map(String.init)
    // "[03-26 23:04] The gate …"
    if words.first?.hasPrefix("[") == true,
      let end = words.prefix(3).firstIndex(where: { $0.hasSuffix("]") }),
      words[...end].allSatisfy({ $0.allSatisfy { $0.isNumber || "[]-:/.~".contains($0) } })
    {
      words[0] = "-"
      words.removeSubrange(1..<(end + 1))
    }
    var start = 0
    while start < words.count {
      let word = words[start]
      let bare = word.filter { $0.isLetter || $0.isNumber }
      let isDay =
        word.utf8.count >= 8 && bare.allSatisfy(\.isNumber)
        || bare.count >= 3 && IncidentTitle.isDateWord(word) && bare.first?.isUppercase == true
          && start + 1 < words.count && words[start + 1].first?.isNumber == true
      let isRest =
        start > 0 && (IncidentTitle.isDateWord(word) && bare.first?.isNumber == true || bare.isEmpty)
      guard
        isDay || isRest || IncidentTitle.isTimeWord(word)
          || start == 0 && (bare.isEmpty || isDottedTime(word))
      else { break }
      start += 1
    }
    let text = words[start...].joined(separator: " ")
    guard start > 0, !text.isEmpty else { return row }
    return IncidentStatement(
      text: String(text.drop { "-–—:) ".contains($0) }).capitalizedStart, line: row.line, isItem: row.isItem,
      label: row.label, block: row.block)
  }
}
