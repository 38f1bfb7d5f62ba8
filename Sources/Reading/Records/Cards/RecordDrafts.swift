internal import Recall

/// What the other records of a collection add to what one says of itself.
struct RecordStanding: Sendable {
  /// The state with what other records say of it.
  var state: RecordState
  /// The names of what replaced it, as an answer can say them.
  var replacements: [String] = []
  /// What the one that replaced it decided, in its own words.
  var newRule: String?
  /// Paragraphs that several records share: nobody needs to be asked what everybody copied.
  var boilerplate: Set<String> = []

  init(_ state: RecordState) {
    self.state = state
  }
}

/// Makes the cards of one record. See decision 0021.
struct RecordDrafts {
  let record: DecisionRecord
  let standing: RecordStanding
  let phrasing: Phrasing
  let titleWords: KeyWords
  let isAboutRecords: Bool

  static let threshold = 0.5
  static let usualMost = 5
  /// Why a list is no usual answer, but the best that some records have.
  static let several = "more than one answer"
  static let leaning = "leans on what stands before it"
  static let pointsAway = "names what only the file shows"
  static let labelled = "a label that only the file explains"
  static let shortTitle = "a title of one word, which could be anything"
  static let goesOn = "a list that goes on"
  static let describes = "tells how it is and not what was decided"
  static let saysTitleAgain = "says little more than the title"
  static let aPart = "only a part of what is said there"
  static let untold = "the question does not tell the decision"
  static let onePart = "the first of several parts"
  static let furtherDown = "stands further down and decides nothing"
  static let besideTopic = "speaks of nothing that the title names"

  init(_ record: DecisionRecord, _ standing: RecordStanding) {
    self.record = record
    self.standing = standing
    phrasing = Phrasing(record, standing.state)
    titleWords = record.titleWords
    isAboutRecords = record.isAboutRecords
  }

  /// The best first, in the order in which they are asked for; at most so many.
  func drafts(most: Int) -> [Draft] {
    if let end = ended() { return [end].filter(\.isReadable) }
    var drafts = proper().filter(\.draft.isReadable)
    if !drafts.contains(where: { $0.score >= Self.threshold }), let last = lastResort(drafts),
      last.draft.isReadable
    {
      drafts = [last]
    }
    let kept = Set(
      drafts.indices.sorted { (drafts[$1].rank, $0) < (drafts[$0].rank, $1) }.prefix(most))
    // That records are kept is worth one question at the most.
    if isAboutRecords {
      let good = drafts.filter { $0.score >= Self.threshold }
      let asked = good.isEmpty ? drafts : good
      return (asked.first { $0.draft.kind == .what } ?? asked.first).map { [aboutRecords($0.draft)] } ?? []
    }
    return drafts.indices.filter(kept.contains).map { drafts[$0].draft }
  }

  /// "What did we decide when we chose to record decisions?" would answer itself.
  private func aboutRecords(_ draft: Draft) -> Draft {
    guard draft.kind == .what,
      var asked = self.draft(.what, phrasing.records(), draft.answer, draft.line, 0.5, [draft.reason])
    else { return draft }
    asked.score = draft.score
    asked.reason = draft.reason
    return asked
  }

  struct Candidate {
    let draft: Draft
    /// Whether it is taken when there are more than enough.
    let priority: Double

    var score: Double { draft.score }
    var rank: Double { priority + (draft.score >= RecordDrafts.threshold ? 10 : 0) }
  }

  private func proper() -> [Candidate] {
    var result: [Candidate] = []
    let found = DecisionFinder(record).find()
    let decision = found.flatMap { isShared($0.answer) ? nil : $0 }
    let reasons = Reasons(record)
    let what = decision.flatMap(what)
    // A title that gives the decision away tells it to whoever is asked for the reason, which is then the better question.
    let fresh = decision.flatMap { $0.chosen == nil ? besidesTitle($0.answer.text) : nil } ?? Int.max
    let isTold = phrasing.isOrder || fresh < 10
    let options = OptionList(record, found)
    let told = phrasing.told(decision)
    let why = why(decision, isTold, told, reasons, options)
    if phrasing.isOrder || fresh >= 6 || why.map({ $0.score < Self.threshold }) ?? true {
      add(what, 1, &result)
    }
    add(why, 0.9, &result)
    let consequences = ConsequenceList(record)
    let points = Points(record.names)
    let costs = consequences.costs.filter { !isShared($0) && !repeatsTitle($0) }
    if let cost = points.joined(costs, most: 3) {
      let said = KeyWords.of(cost.text)
      let risk = consequences.isRisk
      let reason = [risk ? "names the risks" : "names the price"]
      let plain = draft(
        .cost, risk ? phrasing.risk() : phrasing.cost(), cost.text, cost.line, 0.8, reason, said)
      let full = told.flatMap {
        draft(.cost, phrasing.cost(of: $0, isRisk: risk), cost.text, cost.line, 0.8, reason, said)
      }
      add(better(full, plain), 0.8, &result)
    }
    for (index, option) in options.rejected().prefix(2).enumerated() {
      guard let cons = points.joined(option.cons.filter { !isShared($0) }, most: 3) else { continue }
      add(
        draft(
          .rejected, phrasing.rejected(option.title), cons.text, option.line, 0.75,
          ["a stated reason against it"]),
        0.7 - Double(index) / 10, &result)
    }
    let changes = consequences.changes.filter { !isShared($0) && !repeatsTitle($0) }
    if let change = points.joined(changes, most: 3) {
      let score = costs.isEmpty ? 0.65 : 0.6
      let question =
        Points.areMany(change.text)
        ? phrasing.twoChanges() : consequences.isAllGain && !costs.isEmpty ? phrasing.gain() : nil
      let said = KeyWords.of(change.text)
      let plain = draft(
        .changed, question ?? phrasing.changed(), change.text, change.line, score, ["what follows"], said)
      let full = told.flatMap {
        draft(
          .changed, phrasing.changed(by: $0, isMany: Points.areMany(change.text)), change.text, change.line,
          score, ["what follows"], said)
      }
      if var draft = better(full, plain) {
        if !Points.goesOn(change.text), part(change, besides: costs).share < 0.45 {
          draft.lose(0.3, Self.aPart)
        }
        // "What follows from our decision on Berths?" Nobody knows which one that was.
        if !isTold, draft.prompt != full?.prompt, phrasing.isEnglish {
          draft.lose(0.1, Self.untold)
        }
        add(draft, costs.isEmpty ? 0.75 : 0.4, &result)
      }
    }
    // Forces explain a decision for which no reason is given.
    if !result.contains(where: { $0.draft.kind == .why }), let drivers = reasons.drivers(),
      !isShared(drivers), isTelling(drivers)
    {
      add(
        draft(.drivers, phrasing.drivers(), drivers.text, drivers.line, 0.45, ["two to four forces"]), 0.5,
        &result)
    }
    if standing.state.isPartial, !standing.replacements.isEmpty {
      let by = phrasing.all(standing.replacements)
      add(
        draft(
          .replaced, phrasing.replaced(by: by, number: record.number),
          phrasing.replacedAnswer(by, isPartial: true),
          record.titleLine, 0.8,
          ["replaced in part"]), 0.95, &result)
    }
    return result
  }

  /// The one that tells the decision, unless that gives the answer away.
  func better(_ full: Draft?, _ plain: Draft?) -> Draft? {
    guard let full, full.score >= plain?.score ?? 0 else { return plain }
    return full
  }

  private func add(_ draft: Draft?, _ priority: Double, _ result: inout [Candidate]) {
    guard let draft else { return }
    // The same words as two answers would be one card asked twice.
    guard !result.contains(where: { $0.draft.answer == draft.answer }) else { return }
    result.append(Candidate(draft: draft, priority: priority))
  }

  /// "Easy to read, easy to write" decides nothing in particular.
  private func isTelling(_ drivers: Passage) -> Bool {
    let items = drivers.text.split(separator: "\n").count
    return drivers.wordCount >= items * 7
  }

  /// "Synchronous commands": "we make all commands synchronous". How many words such a decision has besides those of its
  /// title; nil where it goes beyond that.
  private func besidesTitle(_ decision: String) -> Int? {
    let said = KeyWords.of(decision)
    let known = said.shared(with: titleWords)
    return known * 5 >= said.count && known * 2 >= titleWords.count ? said.count - known : nil
  }

  /// "Use ClamAV to scan attachments": that attachments are scanned is no consequence worth telling.
  private func repeatsTitle(_ passage: Passage) -> Bool {
    let said = KeyWords.of(passage.text)
    return said.count < 12 && KeyWords.share(of: said, in: titleWords) >= 0.5
  }

  /// Others begin as copies of the record that says that records are kept: it is the one who has the words of its own.
  func isShared(_ passage: Passage) -> Bool {
    !isAboutRecords && !standing.boilerplate.isEmpty
      && standing.boilerplate.contains(PlainWords.normalized(passage.text))
  }
}
