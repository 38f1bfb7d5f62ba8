internal import Recall

/// Claims with their reasons: within a sentence, or in two that follow each other.
struct CauseRules {
  let context: ProseContext

  func candidates(_ statement: Statement) -> [ProseCandidate] {
    guard context.opens([.cause, .strict, .number], to: statement) else { return [] }
    let sentence = statement.words
    guard sentence.count >= 3 else { return [] }
    if let found = opening(sentence, statement) ?? within(sentence, statement) { return [found] }
    // Its reason stands in front; nothing behind it is another.
    guard !context.language.because.contains(where: { sentence.begins(withPhrase: $0) }) else { return [] }
    if let found = label(sentence, statement) ?? explained(sentence, statement) { return [found] }
    return following(statement).map { [$0] } ?? []
  }

  /// In front of a reason, or behind it; what is strict is explained without such a word.
  static let gate =
    Gates.words(
      of: reasonStarts + ProseLanguage.all.flatMap { $0.because + $0.soThat + $0.therefore }) + [
      "reason", "why",
    ]

  // MARK: Within

  private func within(_ sentence: Words, _ statement: Statement) -> ProseCandidate? {
    let language = context.language
    let places = language.reasons.compactMap { marker in
      sentence.place(ofPhrase: marker, from: 2).flatMap {
        isReason(marker, $0, sentence) ? (at: $0, marker: marker) : nil
      }
    }
    for (at, marker) in places.sorted(by: { ($0.at, $1.marker.count) < ($1.at, $0.marker.count) }) {
      let pieces = marker.pieces
      let keeps = !language.because.contains(marker)
      // "(because it has elapsed)" explains a part of the sentence.
      // "*Deep water* Given that …": a sentence of its own behind a heading.
      if Self.isInBrackets(sentence, at) || sentence[at].text.first?.isUppercase == true { continue }
      // "both because … and because" gives two.
      // "Only if it was lost, or because it was wrong": of two cases the other.
      if ["both", "or"].contains(sentence[at - 1].plain) { continue }
      // "It cannot go simply because it is old": that is no reason, and one behind it is why not.
      if ["simply", "just", "merely", "solely"].contains(sentence[at - 1].plain),
        sentence.prefix(at).all.contains(where: { Verbs.negations.contains($0.plain) })
      {
        return nil
      }
      // "It asks its peer; because it is never alone, it cannot fail": the reason is one of what follows.
      if sentence[at - 1].ends(with: ";"), !keeps,
        sentence.dropFirst(at).all.dropLast().contains(where: { $0.ends(with: ",") })
      {
        continue
      }
      let claim = lastPart(sentence.prefix(at))
      let reason = firstPart(sentence.dropFirst(keeps ? at : at + pieces.count))
      if let found = made(claim: claim, reason: reason, statement, "“\(marker)”") { return found }
    }
    for marker in language.therefore where marker != "hence" && marker != "thus" {
      guard let at = sentence.place(ofPhrase: marker, from: 3) else { continue }
      let pieces = marker.pieces
      guard at + pieces.count + 2 < sentence.count else {
        continue
      }
      let sign = sentence[at - 1].text.last ?? " "
      // "Tokens cannot be revoked and therefore must be short-lived": both have one subject.
      if sentence[at - 1].plain == "and", marker == "therefore",
        let subject = clauseSubject(sentence.prefix(at - 1))
      {
        let claim = subject + " " + sentence.dropFirst(at + pieces.count).text
        if let found = made(claim: claim, reason: sentence.prefix(at - 1).text, statement, "“\(marker)”") {
          return found
        }
      }
      guard sign == "," || sign == ";" || sign == ":" || marker.hasSuffix("why") else { continue }
      let next = sentence[at + pieces.count].plain
      guard marker != "so" || !Self.notSo.contains(next) else { continue }
      let claim = resolved(sentence.dropFirst(at + pieces.count).text, sentence.prefix(at))
      // "It must be kept, so the user can go on": what for, and not why.
      let isPurpose =
        marker == "so" && Words(claim).holds("can")
        && sentence.prefix(at).all.contains { ["must", "should", "shall"].contains($0.plain) }
      // "…, so we do not need to do anything": nothing that somebody would ask for.
      let isIdle = [["need", "to"], ["have", "to"], ["no", "need"]].contains {
        Words(claim).place(of: $0) != nil
      }
      guard !isPurpose, !isIdle || !Words(claim).all.contains(where: { Verbs.negations.contains($0.plain) })
      else {
        continue
      }
      // What "it" is stands in the reason, which must not be told.
      guard !Words(claim).all.contains(where: { ["it", "they", "them", "its"].contains($0.plain) }) else {
        continue
      }
      var reason = lastPart(sentence.prefix(at), keepsLabel: false)
      if let but = reason.place(of: ", but ") { reason = String(reason[but.upperBound...]) }
      guard Clause(reason, context.book)?.startsAlone == true, context.says(reason) else { continue }
      if let found = made(claim: claim, reason: reason, statement, "“\(marker)”") {
        return found
      }
    }
    return nil
  }

  private static func isInBrackets(_ sentence: Words, _ at: Int) -> Bool {
    if sentence[at].text.hasPrefix("(") { return true }
    let before = sentence.prefix(at).text
    return before.utf8.count { $0 == UInt8(ascii: "(") } > before.utf8.count { $0 == UInt8(ascii: ")") }
  }

  private func isReason(_ marker: String, _ at: Int, _ sentence: Words) -> Bool {
    let behind = at + marker.pieces.count
    guard behind + 1 < sentence.count, !Self.isOfAside(sentence.prefix(at), marker) else { return false }
    let next = sentence[behind].plain
    let sign = sentence[at - 1].text.last ?? " "
    switch marker {
    case "because":
      // "It must not dry up because too many are siblings": what is denied may be the reason itself.
      let isDenied = [
        ["must", "not"], ["should", "not"], ["shall", "not"], ["may", "not"], ["need", "not"],
      ].contains {
        sentence.prefix(at).place(of: $0) != nil
      }
      // "A gauge that was lit because …": why it was lit, and not the rest.
      let isOfPart =
        sign != "," && at > 3
        && sentence.prefix(at).all.suffix(4).contains { ["which", "who"].contains($0.plain) }
      return next != "of" && !isOfPart && (!isDenied || sign == "," || sign == ":" || sign == ";")
    // Without a comma it is as often a time.
    case "since":
      // "… that the file has not changed since it was read" tells a time.
      let isPerfect =
        sign != ","
        && sentence.prefix(at).all.suffix(5).contains { ["has", "have", "been"].contains($0.plain) }
      // "All points in time since the first tide can be converted."
      let isMoment = sign != "," && sentence[at - 1].plain == "time"
      return next.first?.isNumber != true && !isPerfect && !isMoment
        && (sign == "," || sign == ":" || sentence.prefix(at).all.contains { Self.strict.contains($0.plain) }
          || sentence.dropFirst(behind).prefix(5).all.contains { Self.lasting.contains($0.plain) })
    // "…, otherwise they are used for grouping" is another case, and no reason.
    case "otherwise", "or else":
      return (sign == "," || sign == ";" || sign == ":") && !isAlternative(sentence.prefix(at))
        && sentence.dropFirst(behind).all.prefix { !["if", "when"].contains($0.plain) }.contains { word in
          ["would", "could", "can", "may", "might", "cannot", "can't"].contains(word.plain)
            || Self.trouble.contains(word.plain)
            || Verbs.isBase(word) || Verbs.isThird(word)
        }
    case "da", "denn": return sign == ","
    case "to avoid", "to prevent":
      // "The old name, which was kept to avoid costs": what for a part of it is.
      return !sentence.prefix(at).all.contains { ["which", "who", "allows", "enables"].contains($0.plain) }
        && ![
          "and", "or", "need", "want", "wants", "have", "has", "try", "tries", "is", "are", "how", "way",
          "ways", "likely",
          "unlikely", "able", "due", "ready", "sure", "supposed", "effort", "efforts", "attempt", "attempts",
          "measure", "measures", "steps", "mechanism", "mechanisms", "necessary", "used", "helps", "designed",
        ]
        .contains(sentence[at - 1].plain)
    // "Just enough permission in order to …" says how much.
    // "… before the session ends due to inactivity we warn": the reason of a part of it.
    case "due to", "because of":
      let parts: Set<String> = ["which", "that", "before", "after", "when", "while", "if", "than"]
      // "They report delays due to rain": of what is delayed, and not of what they do.
      let isOfAll = sign == "," || sentence.all.contains { Verbs.isAuxiliary($0) }
      return isOfAll && !sentence.prefix(at).all.contains { parts.contains($0.plain) }
        && !sentence.dropFirst(behind).all.contains { ["we", "you", "they"].contains($0.plain) }
    // "So that will have to be done": a sentence of its own.
    case "so that": return !Verbs.auxiliaries.contains(next)
    case "in order to": return !sentence.prefix(at).all.contains { Self.measures.contains($0.plain) }
    default: return true
    }
  }

  /// "Nothing is rung twice, including at night, since …", "one is lit for each quay, matching the rule since …": the reason
  /// is one of what was added.
  private static func isOfAside(_ claim: Words, _ marker: String) -> Bool {
    guard let comma = claim.all.dropLast(2).lastIndex(where: { $0.ends(with: ",") }), comma > 2 else {
      return false
    }
    let aside = claim.dropFirst(comma + 1)
    // "No lamp is lit, while the horn is kept so that …": that is what the horn is for.
    if let first = aside.first?.plain, ["while", "whereas"].contains(first) { return true }
    guard ["because", "since", "as"].contains(marker), let first = aside.first?.plain, first.hasSuffix("ing")
    else { return false }
    // "In short, ringing must not wait because …": there it is the subject.
    return !aside.all.dropFirst().contains { Verbs.isAuxiliary($0) || Verbs.isThird($0) }
  }

  /// "Taken from the comment if there is one, otherwise the tag": of two cases the other.
  func isAlternative(_ claim: Words) -> Bool {
    claim.first?.plain == "if"
      || claim.all.contains { ["if", "when", "unless"].contains($0.plain) } && !isStrict(claim)
  }

  /// What is told of with them holds, and did not happen at some time.
  private static let lasting: Set<String> = [
    "can", "cannot", "can't", "must", "is", "are", "isn't", "aren't", "does", "do", "doesn't", "don't",
    "needs",
  ]

  private static let measures: Set<String> = ["enough", "sufficient", "too", "necessary", "needed"]

  /// What belongs to the reason: up to the next semicolon.
  private func firstPart(_ words: Words) -> String {
    let end = words.all.firstIndex { $0.ends(with: ";") } ?? words.count - 1
    return words.prefix(end + 1).text
  }

  /// What belongs to the claim: from the last semicolon, dash or colon on, where enough is left behind it.
  private func lastPart(_ words: Words, keepsLabel: Bool = true) -> String {
    var start = 0
    for (index, word) in words.all.enumerated() where index < words.count - 2 {
      if word.ends(with: ";") || word.text == "-" || word.text == "->"
        || word.initial >= 128 && (word.text == "–" || word.text == "—")
      {
        start = index + 1
      }
      // "It finds a key in one step, but it can't do ranges since …": the reason is one of the second half.
      if word.ending == UInt8(ascii: ","), index + 4 < words.count, words[index + 1].plain == "but",
        ["it", "they"].contains(words[index + 2].plain)
      {
        start = index + 2
      }
      // "Snapshot size: 1200 bytes" keeps its name; a sentence before a colon is one by itself.
      // "Clean up: Remove listeners" is a sentence behind its heading.
      let isHeading = words.count - index > 4 && words[index + 1].text.first?.isUppercase == true
      if word.ends(with: ":"), isHeading || index + 1 - start > (keepsLabel ? 5 : 0),
        words.count - index > 3
      {
        start = index + 1
      }
    }
    let part = words.dropFirst(start).text
    return start > 0 ? resolved(part, words.prefix(start)) : part
  }

  /// "The client predicts its movement; it never predicts damage": the second half speaks of the first half's subject.
  private func resolved(_ part: String, _ before: Words) -> String {
    let words = Words(part)
    guard let first = words.first?.plain, first == "it" || first == "they",
      let subject = clauseSubject(before)
    else {
      return part
    }
    // "It is fair to ask …" speaks of nothing.
    if words.count > 3, words[1].plain == "is", ["to", "that"].contains(words[3].plain) { return part }
    return subject + " " + words.dropFirst(1).text
  }

  /// "They go to a side output" behind the sentence that says what they are.
  func named(_ claim: String, _ statement: Statement) -> String {
    let words = Words(claim)
    guard statement.isSecond, let before = statement.before, let first = words.first?.plain,
      first == "it" || first == "they",
      // "It is wise to …" speaks of nothing.
      !(words.count > 3 && words[1].plain == "is" && ["to", "that"].contains(words[3].plain)),
      let subject = clauseSubject(Words(before)), !subject.lowercased().hasPrefix("we")
    else { return claim }
    let isPlural = subject.hasSuffix("s") && !subject.hasSuffix("ss")
    return isPlural == (first == "they") ? subject + " " + words.dropFirst(1).text : claim
  }

  private func clauseSubject(_ words: Words) -> String? {
    guard let clause = Clause(words.text, context.book), clause.stands,
      let subject = Inversion.subject(of: clause),
      // "The cause is near the lamp: it …" goes on about the lamp.
      !Words(subject).all.contains(where: {
        ["we", "you", "they", "it", "one", "cause", "reason", "problem", "idea", "result"].contains($0.plain)
      })
    else { return nil }
    return subject
  }
}

extension String {
  /// The words of a marker.
  var pieces: [String] { spacedWords.map(String.init) }
}
