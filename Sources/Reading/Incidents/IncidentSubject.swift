internal import Recall

/// What a question is about: an incident by its name and day, and by what was seen where the name is too short or would
/// give the answer away.
struct IncidentSubject {
  private let incident: Incident
  private let titleWords: KeyWords
  private let hasTitle: Bool
  private let hasSymptom: Bool

  init(_ incident: Incident) {
    self.incident = incident
    titleWords = KeyWords.of(incident.title.text)
    hasTitle = !IncidentTitle.isGeneral(incident.title.text)
    hasSymptom =
      incident.symptom != incident.title && incident.symptom.text.wordCount >= 4
      && KeyWords.share(of: incident.symptom.text, in: incident.title.text) < 0.9
  }

  /// Nothing tells it from any other.
  func isGeneral(_ prompt: String) -> Bool {
    !hasTitle && !hasSymptom && !(incident.happening.map { prompt.holds($0.text) } ?? false)
  }

  private var quoted: String {
    let title = incident.title.text
    let words = title.spacedWords
    let short = words.count > 16 ? words.prefix(14).joined(separator: " ") + " …" : title
    return "“\(short)”" + day
  }

  /// The day and the area, where they are known and stand in no title.
  private var day: String { day(isNamed: true) }

  private func day(isNamed: Bool) -> String {
    let said = [incident.area.flatMap { $0.wordCount <= 8 ? $0 : nil }, incident.date].compactMap { $0 }
      .filter { !isNamed || !incident.title.text.holds($0) }
    return said.isEmpty ? "" : " (\(said.joined(separator: ", ")))"
  }

  /// A question without them, which are corrected where the incident stays the same.
  static func withoutDay(_ prompt: String) -> String {
    for end in prompt.indices where prompt[end] == ")" {
      let before = prompt[..<end]
      let day = String(before.suffix(10))
      guard RecordDate.day(day)?.description == day, let start = before.lastIndex(of: "("),
        before[..<start].last == " "
      else { continue }
      return String(before[..<start].dropLast() + prompt[prompt.index(after: end)...])
    }
    return prompt
  }

  private var sentence: String { Self.sentence(incident.symptom.text) }

  private static func sentence(_ text: String) -> String {
    let said = Points.shortened(text.onOneLine)
    // "mybinder.org" and "`hub`" are written as they are.
    let isName = said.prefix { $0 != " " }.contains { ".`/_~".contains($0) }
    return ended(isName ? said : said.capitalizedStart)
  }

  private static func ended(_ text: String) -> String {
    text.last.map { ".!?…".contains($0) } == true ? text : text + "."
  }

  /// The title says what went wrong.
  private var tellsProblem: Bool {
    incident.isTitledBySymptom || IncidentWords.isSymptom(incident.title.text)
      || IncidentWords.isProblem(incident.title.text)
  }

  static let causeQuestion = "What was the cause?"

  /// Of a sentence in front of a question.
  private static let most = 35

  /// The title only names what it was about: "CoreDNS upgrade".
  private var isTopic: Bool {
    hasTitle && !incident.isTitledBySymptom
      && (IncidentTitle.isSuspicion(incident.title.text)
        || !tellsProblem && !IncidentTitle.tellsOfTrouble(incident.title.text))
  }

  /// Where it is short enough to be told in a question of what came after it.
  private var shortCause: String? {
    incident.causes.first.flatMap {
      IncidentWords.cause($0.text) >= 1 && $0.text.wordCount <= 35 ? $0.text : nil
    }
  }

  /// "The relay failed because …": what was seen, where the cause says it.
  private var toldEffect: String? {
    incident.causes.first.flatMap { IncidentWords.parted($0.text)?.effect }.flatMap {
      IncidentWords.isSymptom($0) && $0.wordCount <= 20 ? $0 : nil
    }
  }

  /// It says which part of the system it is about.
  private func namesPlace(_ text: String) -> Bool {
    let words = text.spacedWords
    let withoutFigures = words.filter { $0.contains(where: \.isLetter) }.joined(separator: " ")
    return incident.area != nil || incident.isTitledBySymptom
      || IncidentItem.isSpecific(withoutFigures)
      || KeyWords.of(text).shared(with: titleWords) > 0
      || words.first.map { $0.contains { ".`/_".contains($0) } } == true
  }

  private static let bare = "Incident "

  /// Nothing in the question says what went wrong.
  static func isBare(_ prompt: String) -> Bool { prompt.hasPrefix(bare + "“") }

  /// The question behind what it is about, or nil where all that could be said gives the answer away.
  func prompt(_ alone: String, _ joined: String, _ kind: CardKind, hiding said: KeyWords) -> String? {
    var choices: [(text: String, about: String)] = []
    // A title that tells what was seen needs no more.
    let isShort = titleWords.count < 3 || !IncidentWords.isSymptom(incident.title.text)
    let asksCause = kind == .cause || kind == .look || kind == .told || kind == .misled
    let named = ("\(quoted): \(joined)", quoted)
    let both = ("\(quoted): \(sentence) \(alone)", quoted + sentence)
    let seen = ("\(sentence)\(day(isNamed: false)) \(alone)", sentence)
    if hasTitle, hasSymptom, isShort, asksCause || titleWords.count < 3 { choices.append(both) }
    // "It" that was fixed has to be a problem, and not only a place.
    if kind == .fix, hasTitle, !tellsProblem {
      if hasSymptom, sentence.wordCount <= Self.most { choices.append(both) }
      if let cause = shortCause {
        choices.append(("\(quoted): \(Self.ended(cause)) \(alone)", quoted + cause))
      }
    } else if hasTitle, !isTopic {
      choices.append(named)
    } else if hasTitle, hasSymptom, sentence.wordCount <= Self.most {
      choices.append(both)
    } else if hasTitle, kind == .cause, let effect = toldEffect {
      choices.append(("\(quoted): \(Self.ended(effect)) \(alone)", quoted + effect))
    } else if hasTitle, !asksCause, let cause = shortCause {
      choices.append(("\(quoted): \(Self.ended(cause)) \(alone)", quoted + cause))
    }
    if hasSymptom, kind != .fix || namesPlace(sentence), !isTopic || sentence.wordCount <= Self.most {
      choices.append(seen)
    }
    if isTopic || !hasTitle, kind != .fix, let happening = incident.happening?.text,
      kind == .prevention || IncidentWords.cause(happening) == 0,
      hasTitle || IncidentWords.isSymptom(happening)
    {
      let told = Self.sentence(happening)
      choices.append(
        hasTitle
          ? ("\(quoted): \(told) \(alone)", quoted + told)
          : ("\(told)\(day(isNamed: false)) \(alone)", told))
    }
    if choices.isEmpty, kind != .fix, !isTopic, !incident.title.text.isEmpty { choices.append(named) }
    // What a report is called is a name for it, even where it says nothing of what went wrong.
    if hasTitle, kind != .fix, isTopic, titleWords.count >= 2 || incident.date != nil {
      let asked = kind == .cause && alone == Self.causeQuestion ? "what was behind it?" : joined
      choices.append((Self.bare + "\(quoted): \(asked)", quoted))
    }
    for choice in choices {
      let about = KeyWords.of(choice.about)
      let leak = said.isEmpty ? 0 : KeyWords.share(of: said, in: about)
      let says = kind == .cause && saysAll(said, about)
      if leak < 0.5, !says { return choice.text }
    }
    return nil
  }

  /// The name is nothing but a name for the cause.
  private func saysAll(_ said: KeyWords, _ about: KeyWords) -> Bool {
    titleWords.count >= 2 && about.shared(with: titleWords) == titleWords.count
      && KeyWords.share(of: titleWords, in: said) >= 0.99
      && !IncidentWords.isSymptom(incident.title.text)
  }

  /// The title is the cause, and what was seen has nothing to do with it: there is nothing left to ask for.
  func isToldByTitle(_ cause: String) -> Bool {
    let title = IncidentAnswer.stems(incident.title.text)
    // "Stuck tickets due to the old table" says it itself.
    if let named = IncidentWords.parted(incident.title.text)?.cause, KeyWords.of(named).count >= 2,
      KeyWords.share(of: named, in: cause) >= 0.5
    {
      return true
    }
    let said = IncidentAnswer.stems(IncidentWords.beforeEffect(cause))
    return hasTitle && title.count >= 3 && title.isSubset(of: said)
      && !IncidentWords.isSymptom(incident.title.text)
      && (!hasSymptom || said.intersection(IncidentAnswer.stems(incident.symptom.text)).count < 2)
  }

  /// "CPU-bound latency" tells of a cause that begins with the CPU.
  func namesFirst(of cause: String) -> Bool {
    let first = Set(
      cause.split { !$0.isLetter && !$0.isNumber }.prefix(4).map(String.init).filter(Self.isAcronym))
    return incident.title.text.split { !$0.isLetter && !$0.isNumber }.contains { first.contains(String($0)) }
  }

  private static func isAcronym(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// "38 % of requests fail": how much, and nothing to go by.
  private static func isMeasure(_ symptom: String) -> Bool {
    symptom.holds(UInt8(ascii: "%")) && !symptom.hasWords(10)
  }

  func isSaidAgain(in answer: String) -> Bool { IncidentAnswer.repeats(incident.title.text, answer) }

  /// Something that could be looked for, besides that something was out of order and when; or what was seen on the way.
  private var tellsMoreThanTitle: Bool {
    !incident.evidence.isEmpty && IncidentWords.isSymptom(incident.title.text)
      || IncidentAnswer.tellsMore(incident.symptom.text, than: incident.title.text)
  }

  /// What a drill begins with.
  func symptom(hiding cause: String) -> String? {
    let said = KeyWords.of(cause)
    if !incident.isTitledBySymptom, namesFirst(of: cause) || Self.isMeasure(incident.symptom.text) {
      return nil
    }
    func isSafe(_ text: String) -> Bool {
      said.isEmpty || KeyWords.share(of: said, in: KeyWords.of(text)) < 0.4
    }
    if hasSymptom, isSafe(sentence), namesPlace(sentence), incident.isTitledBySymptom || tellsMoreThanTitle {
      let isShort =
        hasTitle && isSafe(sentence + incident.title.text) && IncidentWords.isSymptom(incident.title.text)
      return isShort ? "\(quoted): \(sentence)" : sentence + day(isNamed: false)
    }
    // With nothing but a name for it nobody can look for a cause.
    guard incident.isTitledBySymptom, hasTitle, isSafe(incident.title.text) else { return nil }
    return incident.title.text + day
  }
}
