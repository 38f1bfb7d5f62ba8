internal import Recall

/// The cards of one incident: at most five, and the drill.
package struct IncidentDrafts {
  let incident: Incident
  private let siblings: Int
  private let subject: IncidentSubject

  /// `siblings` is the number that the cards of this incident share.
  package init(_ incident: Incident, siblings: Int = 0) {
    self.incident = incident
    self.siblings = siblings
    subject = IncidentSubject(incident)
  }

  package static let most = 5

  private static let firm = 0.65

  private func isWithoutFault(_ draft: Draft) -> Bool {
    draft.kind == .cause && !draft.answer.hasPrefix("- ") && !tellsFault(draft.answer)
  }

  /// What stands alone below a heading for causes is one, whether or not its words say that something was wrong.
  private func tellsFault(_ text: String) -> Bool {
    incident.isCauseAlone && incident.causes.first?.text == text || IncidentFinder.tellsFault(text)
  }

  package var drafts: [Draft] {
    var drafts = causes()
    var drill = drill()
    // With nothing to find on the way it would be the same card twice.
    if !isOwn, let asked = drill,
      drafts.contains(where: {
        $0.answer == asked.answer && $0.score >= RecordDrafts.threshold && Self.asks($0, asked)
      })
    {
      drill?.score = RecordDrafts.threshold - 0.05
      drill?.reason = "a symptom with its cause, which another card asks for in the same words"
    }
    if !isOwn, let asked = drill, let same = drafts.firstIndex(where: { Self.isPart($0, of: asked) }) {
      drafts[same].score = min(drafts[same].score, RecordDrafts.threshold - 0.05)
      drafts[same].reason = "the cause, which the drill asks for in the same words"
    }
    let misled = misled().flatMap { one in
      drafts.contains { !$0.answer.hasPrefix("- ") && one.answer.hasSuffix($0.answer) } ? nil : one
    }
    drafts += [look(), told(), misled, escaped()].compactMap { $0 }
    drafts += [fix(), prevention(), lesson()].compactMap { $0 }
    // What says too little is asked only where nothing else is.
    let firm = drafts.contains { $0.score >= Self.firm && !isWithoutFault($0) }
    // Of factors without a cause nobody knows which was the one that mattered.
    if !isOwn, let end = drafts.first(where: { $0.kind == .fix && $0.score >= Self.firm }) {
      for index in drafts.indices where drafts[index].kind == .cause && drafts[index].answer.hasPrefix("- ") {
        guard !incident.isMainFirst, end.score >= drafts[index].score else { continue }
        drafts[index].score = min(drafts[index].score, RecordDrafts.threshold - 0.05)
        drafts[index].reason += ", none of them is named as the cause"
      }
    }
    for index in drafts.indices where firm && !isOwn && isWithoutFault(drafts[index]) {
      drafts[index].score = min(drafts[index].score, RecordDrafts.threshold - 0.05)
      drafts[index].reason += ", it says how it works and not what was wrong"
    }
    // One card can stand for a report whose title does not tell what went wrong; more of them nobody could place.
    let bare = drafts.indices.filter { !isOwn && IncidentSubject.isBare(drafts[$0].prompt) }
    let best = bare.max { (drafts[$0].score, -$0) < (drafts[$1].score, -$1) }
    for index in bare where index != best {
      drafts[index].score = min(drafts[index].score, RecordDrafts.threshold - 0.05)
      drafts[index].reason += ", nothing says what went wrong"
    }
    // The best, in the order in which they are asked for above.
    let ranked = drafts.indices.sorted { (drafts[$0].score, -$0) > (drafts[$1].score, -$1) }
    let kept = Set(ranked.prefix(Self.most))
    let asked = drafts.indices.filter(kept.contains).map { drafts[$0] } + [drill].compactMap { $0 }
    guard !isOwn, !asked.contains(where: { $0.score >= RecordDrafts.threshold }), let rest = rest() else {
      return asked
    }
    return asked.filter { $0.answer != rest.answer } + [rest]
  }

  /// All that the second question says stands in the first too.
  private static func asks(_ one: Draft, _ other: Draft) -> Bool {
    KeyWords.share(of: other.prompt, in: one.prompt) >= 0.99
  }

  /// The drill says all of it, and more.
  private static func isPart(_ one: Draft, of drill: Draft) -> Bool {
    drill.answer != one.answer && drill.answer.hasPrefix(one.answer) && drill.score >= RecordDrafts.threshold
      && (asks(one, drill) || asks(drill, one))
  }

  // MARK: Causes

  /// Asked for by this program, and answered: nobody has to guess what a sentence is meant to be.
  var isOwn: Bool { incident.isTitledBySymptom }

  private var isToldByTitle: Bool {
    !isOwn
      && incident.causes.first.map {
        subject.isToldByTitle($0.text) || incident.causes.count > 2 && subject.namesFirst(of: $0.text)
      } ?? false
  }

  func causes() -> [Draft] {
    guard let first = incident.causes.first else { return [] }
    var drafts: [Draft] = []
    var rest = incident.causes[...]
    let isMain = incident.isMainFirst && !isToldByTitle
    if incident.isMainFirst {
      // What the title tells is nothing to ask for.
      rest = rest.dropFirst()
      if isMain {
        drafts += [
          draft(
            .cause, [IncidentSubject.causeQuestion, "what was the cause?"], first.text, first.line, 0.85,
            "the cause in a sentence of its own")
        ].compactMap { $0 }
      }
    }
    // The first why is what was seen.
    let seen = KeyWords.of(incident.title.text + " " + incident.symptom.text)
    let factors = rest.filter { isOwn || KeyWords.share(of: KeyWords.of($0.text), in: seen) < 0.7 }
    guard let head = factors.first,
      isOwn || factors.count > 1 || head.text.wordCount >= (IncidentItem.isSpecific(head.text) ? 8 : 10)
    else { return drafts }
    // Few factors that have names are asked for one by one.
    let named = factors.compactMap(Self.named)
    if named.count == factors.count, factors.count <= 3, !isMain || factors.count > 1 {
      return drafts
        + named.compactMap { name, text, line in
          draft(
            .cause, ["What part did “\(name)” play?", "what part did “\(name)” play?"], text, line, 0.75,
            "a factor with a name of its own")
        }
    }
    let isOpen = incident.cut.contains(.causes) || incident.isMainFirst && !isMain
    guard let (answer, line, isWhole) = list(factors, isCut: isOpen, isOfCauses: true) else { return drafts }
    let question =
      factors.count == 1 && isWhole
      ? isMain
        ? ["What else contributed to it?", "what else contributed to it?"]
        : ["What contributed to it?", "what contributed to it?"]
      : isWhole
        ? isMain
          ? [
            "Which factors contributed to it besides the cause?",
            "which factors contributed to it besides the cause?",
          ]
          : ["Which factors contributed to it?", "which factors contributed to it?"]
        : isMain
          ? [
            "Name one factor that contributed to it besides the cause.",
            "name one factor that contributed to it besides the cause.",
          ]
          : ["Name one factor that contributed to it.", "name one factor that contributed to it."]
    drafts += [
      draft(
        .cause, question, answer, line, factors.count == 1 ? 0.6 : 0.7, "factors that the report lists")
    ].compactMap { $0 }
    return drafts
  }

  /// "Retry amplification: our retries had no bounds" as its name and the rest.
  private static func named(_ factor: Incident.Said) -> (name: String, text: String, line: Int)? {
    guard let colon = factor.text.place(of: ": ") else { return nil }
    let name = String(factor.text[..<colon.lowerBound]).trimmingPunctuation
    let text = String(factor.text[colon.upperBound...]).trimmed
    guard (1...7).contains(name.wordCount), text.wordCount >= 8, KeyWords.of(name).count >= 1,
      // What its name says already is not asked for.
      !name.holds("`"), KeyWords.share(of: name, in: text) < 0.6
    else { return nil }
    return (name, text.capitalizedStart, factor.line)
  }

  // MARK: The drill

  private func drill() -> Draft? {
    guard let first = incident.causes.first, !incident.isOfSeveral else { return nil }
    // A few factors that a report lists are no cause that could be found.
    guard incident.isMainFirst else { return nil }
    guard
      isOwn
        || first.text.wordCount >= 5 && isSaying(first.text) && !isToldByTitle
          && tellsFault(first.text),
      let symptom = subject.symptom(hiding: first.text)
    else {
      return nil
    }
    if !isOwn, IncidentAnswer.pointsAway(first.text, from: symptom) { return nil }
    var draft = Draft(
      kind: .drill, prompt: DrillQuestion.text(symptom: symptom),
      answer: DrillAnswer(cause: first.text, evidence: incident.evidence.map(\.text)).text,
      place: [incident.title.text], line: incident.symptom.line, siblings: siblings)
    draft.score = 0.7
    draft.reason = "a symptom with its cause"
    return draft
  }

  // MARK: Drafts

  /// Something about people, or half a sentence about what they thought.
  private static let reproach = IncidentWords.list(
    "poor understanding|lack of understanding|thought|assumed|believed|human error|carelessness")
  private static let vague = IncidentWords.list(
    "some|somehow|something|more tests|more testing|better monitoring")

  /// It tells something that the title does not, of things that have names.
  private func isSaying(_ answer: String) -> Bool {
    !IncidentAnswer.isThin(answer) && !subject.isSaidAgain(in: answer)
  }

  /// `question` is how it is asked behind a sentence, and how behind a colon. What is named by its heading can be short.
  func draft(
    _ kind: CardKind, _ question: [String], _ answer: String, _ line: Int, _ base: Double, _ reason: String,
    isNamed: Bool = false
  ) -> Draft? {
    let said = KeyWords.of(answer)
    // What was asked for is an answer, however short.
    guard isOwn || answer.wordCount >= 3 && said.count >= 2 && isSaying(answer),
      let prompt = subject.prompt(question[0], question[1], kind, hiding: said)
    else { return nil }
    if !isOwn, !answer.hasPrefix("- "), IncidentAnswer.pointsAway(answer, from: prompt) { return nil }
    if !isOwn, kind == .fix, IncidentAnswer.isRepairOfNamed(answer, prompt) { return nil }
    var score = base
    var reasons = [reason]
    func weigh(_ amount: Double, _ reason: String) {
      score += amount
      reasons.append(reason)
    }
    let words = answer.wordCount
    if !isOwn {
      if words < 6, !isNamed { weigh(-0.15, "very short") }
      if words > 80 { weigh(-0.1, "long") }
      if said.count < 3 { weigh(-0.2, "little in it") }
      if kind == .cause, Self.reproach.begins(IncidentWords.plain(answer)) { weigh(-0.3, "a reproach") }
      if kind == .prevention, words < 10, reason.hasPrefix("measures"),
        Self.vague.isIn(IncidentWords.plain(answer))
      {
        weigh(-0.25, "nothing that could be checked")
      }
      if IncidentWords.leans(answer) { weigh(-0.15, "leans on what stands before it") }
      if answer.hasSuffix(Points.more) { weigh(-0.05, "a list that goes on") }
      if kind == .prevention || kind == .cause, !IncidentItem.isSpecific(answer) {
        weigh(words < 15 && kind == .prevention && !isNamed ? -0.15 : -0.1, "names nothing of its own")
      }
    }
    let leak = KeyWords.share(of: said, in: KeyWords.of(prompt))
    if kind == .cause, !isOwn, !answer.hasPrefix("- "), subject.namesFirst(of: answer) {
      weigh(-0.3, "the title names it")
    }
    if !isOwn, leak >= 0.35 { weigh(-0.2, "much of it stands in the question") }
    if subject.isGeneral(prompt) { weigh(-0.4, "nothing names what it is about") }
    var draft = Draft(
      kind: kind, prompt: prompt, answer: answer, place: [incident.title.text], line: line, siblings: siblings
    )
    draft.score = max(0, min(1, (score * 100).rounded() / 100))
    draft.reason = reasons.joined(separator: ", ")
    return draft
  }
}

extension Incident {
  /// The cards that it makes.
  package func drafts(siblings: Int = 0) -> [Draft] { IncidentDrafts(self, siblings: siblings).drafts }

  /// The first of the causes is the cause, and the others only added to it.
  var isMainFirst: Bool {
    guard let first = causes.first else { return false }
    return isTitledBySymptom || causes.count == 1 && !cut.contains(.causes) && !areCausesFactors
      || !areCausesFactors && IncidentWords.cause(first.text) >= 1 && first.text.wordCount >= 6
  }
}
