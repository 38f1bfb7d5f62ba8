/// The words that tell a cause, with as many around them as they need.
extension IncidentFinder {
  /// "The storm in the harbour led to three lost boats": before what came of it stands only the title.
  private func tellsOnlyEffect(_ text: String) -> Bool {
    let effect = [", preventing ", " preventing ", ", leaving "].compactMap { text.place(of: $0)?.lowerBound }
      .min()
    let before = effect.map { String(text[..<$0]) } ?? IncidentWords.beforeEffect(text)
    guard before != text, IncidentWords.parted(text) == nil, IncidentWords.cause(text) == 1 else {
      return false
    }
    return IncidentAnswer.stems(before).subtracting(IncidentAnswer.stems(material.title.text))
      .subtracting(Self.happenings).count < (effect == nil ? 2 : 1)
  }

  private static let happenings = IncidentAnswer.stems(
    """
    attack attacks attacked attacker exploit exploited hack hacked outage incident failure happened occurred operation failed
    error errors message cryptic
    """
  )

  func isSaidByTitle(_ text: String) -> Bool {
    KeyWords.share(of: text, in: material.title.text)
      > (text.wordCount < 14 && IncidentWords.parted(text) == nil ? 0.3 : 0.6)
  }

  func causePassage(_ statements: [IncidentStatement], _ index: Int) -> Incident.Said? {
    guard var said = IncidentStanding.passage(statements, index, allows: Self.namesIt) else { return nil }
    // What was done about it is another question.
    var sentences = Sentences.split(said.text)
    while sentences.count > 1, let last = sentences.last, IncidentGates.isDeed(last),
      IncidentWords.cause(last) < 2, IncidentWords.cause(sentences.dropLast().joined(separator: " ")) >= 2
    {
      sentences.removeLast()
    }
    said = Incident.Said(sentences.joined(separator: " "), line: said.line)
    if IncidentGates.isNoCause(said.text) || IncidentAnswer.isThin(said.text)
      || Sentences.split(said.text).contains(where: { $0.wordCount > 48 })
    {
      return nil
    }
    // It says no more than that it happened.
    if isSaidByTitle(said.text) || tellsOnlyEffect(said.text) { return nil }
    if index + 1 < statements.count, statements[index + 1].block == statements[index].block,
      !statements[index].isItem, said.text.hasSuffix(statements[index].text)
    {
      let next = statements[index + 1].text
      // The better half of it stands in a list below.
      if IncidentStanding.promises(next) { return nil }
      if Self.isOnlyGround(said.text, for: next) { return grown(said, next, statements[index + 1].line) }
      let goesOn =
        IncidentWords.leans(next)
        && !IncidentWords.plain(next).holds(" fixed ")
        || IncidentWords.cause(next) >= 2 && KeyWords.of(next).shared(with: KeyWords.of(said.text)) > 0
      let text = said.text + " " + next
      if goesOn, text.wordCount <= 50, !IncidentWords.isFix(next), !IncidentGates.isNoCause(next),
        !Self.addsEffect(next), IncidentStanding.isWhole(text), !IncidentStanding.dangles(text)
      {
        said = Incident.Said(text, line: said.line)
      } else if Self.adding.begins(IncidentWords.plain(next)) {
        // Half of it is not what it came from.
        return nil
      }
    }
    return said
  }

  /// "Half of the boats use the new pier. Its rings were too small for them, so …": the first says how it works, and only
  /// the next what was wrong.
  static func isOnlyGround(_ text: String, for next: String) -> Bool {
    let tells =
      IncidentWords.cause(text) > 0 || IncidentWords.fault(text) > 0 || IncidentWords.isProblem(text)
      || IncidentWords.isSymptom(text)
    return !tells && (IncidentWords.fault(next) == 2 || IncidentWords.cause(next) > 0) && !next.hasSuffix("?")
  }

  /// Both, or only the second where both are too long.
  private func grown(_ said: Incident.Said, _ next: String, _ line: Int) -> Incident.Said? {
    guard !IncidentGates.isNoCause(next), IncidentStanding.isWhole(next) else { return nil }
    let both = said.text + " " + next
    if both.wordCount <= IncidentStanding.mostWords { return Incident.Said(both, line: said.line) }
    return next.wordCount <= IncidentStanding.mostWords && IncidentStanding.stands(next)
      ? Incident.Said(next, line: line) : nil
  }

  /// "This was caused by …" answers what the cause was as it stands, where it names something.
  private static func namesIt(_ text: String) -> Bool {
    let plain = IncidentWords.plain(text)
    return causedBy.begins(plain) && text.wordCount >= 9 && IncidentItem.isSpecific(text)
  }

  private static let causedBy = IncidentWords.list(
    "this was caused by|it was caused by|this was due to|it was due to|this happened because|this was because"
  )

  private static let adding = IncidentWords.list(
    "additionally|furthermore|moreover|in addition|on top of that")

  private static func addsEffect(_ text: String) -> Bool { effects.begins(IncidentWords.plain(text)) }

  private static let effects = IncidentWords.list(
    "it also|this also|also|however|but|although|fortunately|luckily|as such|as we|after|once|later|eventually|suspecting"
  )
}
